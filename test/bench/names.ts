/** Synthetic names of many origins; several spellings of the same name on purpose. */
export const vornamen =
  'Mohamed Muhammad Mohammed Mohamad Ahmad Ahmed Omar Umar Yousef Yusuf Jussuf Khaled Chalid Ibrahim Abraham Ali Hassan Hussein Hüseyin Mustafa Fatima Fatma Aisha Ayşe Aysche Maryam Miriam Mariam Zahra Lina Rima Hala Nour Selam Tesfay Haile Dawit Mariama Aminata Fatou Luan Blerina Arben Drita Daniel Ana Lucía Sorin Ion Elena Oksana Oleksandr Tetyana Tatjana Andrij Andrey Iryna Irina Taras Oleh Natalija Natalia Mehmet Emine Elif Reza Shirin Parisa Farid Fereshta Rahim Grace Blessing Chidi Ngozi Ibrahima Abdoulaye Jelena Milica Dragan Nikola'.split(
    ' ',
  );
export const familiennamen =
  'Haddad Khalil al-Hariri al-Masri Hussein Öztürk Şahin Yıldız Demir Kaya Rahimi Noori Ahmadi Hosseini Karimi Bondarenko Schewtschenko Shevchenko Melnyk Kovalenko Tkachenko Haile Tekle Gebremedhin Okafor Nkemelu Diallo Traoré Keita Jovanović Petrović Nikolić Krasniqi Gjoka Berisha Hoxha Popescu Ionescu Radu García Rodríguez Fernández Nguyen Tran Singh Kumar Sow Camara Barry Mensah Osei Warsame Abdi Farah Hassan Osman Saleh Mansour Nasser Aziz Qasim Salih Barzani Rashid'.split(
    ' ',
  );

/** Spellings of one name each. */
export const umschriften = [
  'Mohamed Muhammad Mohammed Mohamad',
  'Ahmad Ahmed',
  'Omar Umar',
  'Yousef Yusuf Jussuf',
  'Khaled Chalid',
  'Hussein Hüseyin',
  'Fatima Fatma',
  'Aisha Ayşe Aysche',
  'Maryam Miriam Mariam',
  'Tetyana Tatjana',
  'Andrij Andrey',
  'Iryna Irina',
  'Natalija Natalia',
  'Schewtschenko Shevchenko',
].map((gruppe) => gruppe.split(' '));

/** A repeatable pseudo-random number in [0, 1): the same seed gives the same data. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
