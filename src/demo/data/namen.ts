interface Namenskreis {
  readonly land: string;
  /** ISO 639-3. */
  readonly sprache: string;
  readonly gewicht: number;
  readonly familie: readonly string[];
  readonly frau: readonly string[];
  readonly mann: readonly string[];
}

function kreis(
  land: string,
  sprache: string,
  gewicht: number,
  familie: string,
  frau: string,
  mann: string,
): Namenskreis {
  return {
    land,
    sprache,
    gewicht,
    familie: familie.split(', '),
    frau: frau.split(', '),
    mann: mann.split(', '),
  };
}

/** Names that are common in a country; every combination is invented. */
export const namenskreise: readonly Namenskreis[] = [
  kreis(
    'sy',
    'ara',
    24,
    'al-Masri, Haddad, Khalil, al-Hariri, Darwisch, Sabbagh, Mansour, al-Ahmad, Kassem, Najjar',
    'Rima, Lina, Hala, Fatima, Nour, Rascha, Samar, Aisha',
    'Omar, Khaled, Yousef, Mohamed, Bassam, Tarek, Anas, Mahmoud',
  ),
  kreis(
    'ua',
    'ukr',
    16,
    'Kovalenko, Schewtschenko, Bondarenko, Melnyk, Tkachenko, Lysenko, Kravchuk',
    'Oksana, Iryna, Natalija, Olena, Tetjana, Svitlana',
    'Oleh, Taras, Andrij, Serhij, Dmytro',
  ),
  kreis(
    'af',
    'prs',
    11,
    'Ahmadi, Rahimi, Noori, Hosseini, Karimi, Sharifi, Haidari',
    'Fereshta, Maryam, Zahra, Shabnam, Parwana',
    'Jawad, Reza, Hamid, Farid, Mustafa',
  ),
  kreis(
    'tr',
    'tur',
    8,
    'Yıldız, Öztürk, Şahin, Çelik, Aslan, Güneş',
    'Ayşe, Elif, Zeynep, Hatice',
    'Mehmet, Emre, Murat, Hasan',
  ),
  kreis(
    'iq',
    'kmr',
    8,
    'Ibrahim, Aziz, Barzani, Saleh, Hamo, Qasim',
    'Shirin, Berivan, Nadia, Jihan',
    'Dilschad, Karwan, Ali, Saman',
  ),
  kreis('ir', 'pes', 5, 'Hosseini, Moradi, Jafari, Tehrani', 'Shirin, Nasrin, Leila', 'Reza, Arash, Behnam'),
  kreis('xk', 'sqi', 5, 'Krasniqi, Gashi, Berisha, Hoxha', 'Blerina, Arta, Valbona', 'Luan, Arben, Driton'),
  kreis(
    'mk',
    'mkd',
    4,
    'Stojanovski, Memeti, Petrovska, Ademi',
    'Biljana, Elena, Sevdije',
    'Goran, Dragan, Enver',
  ),
  kreis('rs', 'srp', 3, 'Jovanović, Petrović, Nikolić', 'Jelena, Milica', 'Dejan, Zoran'),
  kreis('er', 'tir', 4, 'Tekle, Haile, Ghebremedhin', 'Selam, Winta, Rahel', 'Tesfay, Yonas, Filmon'),
  kreis('ng', 'eng', 3, 'Okafor, Nkemelu, Adeyemi', 'Grace, Blessing, Ifeoma', 'Daniel, Chidi, Emeka'),
  kreis('gn', 'fra', 3, 'Diallo, Camara, Bah', 'Mariama, Aminata', 'Amadou, Ibrahim'),
  kreis('ro', 'ron', 3, 'Popescu, Ionescu, Dumitru', 'Ana, Ioana', 'Sorin, Mihai'),
  kreis('ma', 'ara', 2, 'El Amrani, Benali', 'Khadija, Samira', 'Rachid, Hicham'),
];
