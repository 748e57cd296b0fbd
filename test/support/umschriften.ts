/**
 * Published romanisations, as data for the labelled pairs of namenspaare.ts. They come from the standards named beside
 * them and know nothing of the folding in src/person.
 */

/** Letters replaced in one pass, the longest first. */
export type Scheme = Readonly<Record<string, string>>;

export function romanise(text: string, scheme: Scheme): string {
  const keys = Object.keys(scheme).toSorted((a, b) => b.length - a.length);
  let out = '';
  for (let at = 0; at < text.length;) {
    const key = keys.find((each) => text.startsWith(each, at));
    out += key === undefined ? text[at] : scheme[key];
    at += key === undefined ? 1 : key.length;
  }
  return out;
}

/** Scientific letters of DIN 31635 to plain ones: what every simplified system has in common. */
const emphatic: Scheme = { ḥ: 'h', ṣ: 's', ḍ: 'd', ṭ: 't', ẓ: 'z', ʿ: '', ʾ: '', ā: 'a', ī: 'i', ū: 'u' };

/** Arabic and Persian: input is DIN 31635. */
export const arabic: readonly Scheme[] = [
  // DIN 31635 itself.
  {},
  // BGN/PCGN 1956 and ALA-LC without diacritics, as in English passports.
  { ...emphatic, š: 'sh', ḫ: 'kh', ġ: 'gh', ǧ: 'j', ṯ: 'th', ḏ: 'dh', ai: 'ay', au: 'aw', č: 'ch', ž: 'zh' },
  // English newspapers: long vowels doubled, short ones as heard.
  {
    ...emphatic,
    ī: 'ee',
    ū: 'oo',
    š: 'sh',
    ḫ: 'kh',
    ġ: 'gh',
    ǧ: 'j',
    q: 'k',
    ṯ: 'th',
    ḏ: 'dh',
    ai: 'ei',
    u: 'o',
    č: 'ch',
    ž: 'zh',
  },
  // French civil registers of the Maghreb and the Levant.
  {
    ...emphatic,
    ū: 'ou',
    u: 'ou',
    š: 'ch',
    ḫ: 'kh',
    ġ: 'gh',
    ǧ: 'dj',
    q: 'k',
    ṯ: 'th',
    ḏ: 'dh',
    ai: 'ei',
    au: 'aou',
    č: 'tch',
    ž: 'j',
  },
  // German practice (Duden): sch, ch, dsch, j.
  {
    ...emphatic,
    š: 'sch',
    ḫ: 'ch',
    ġ: 'gh',
    ǧ: 'dsch',
    q: 'k',
    ṯ: 'th',
    ḏ: 'dh',
    y: 'j',
    č: 'tsch',
    ž: 'sch',
  },
  // As heard, with e and o for short vowels.
  {
    ...emphatic,
    i: 'e',
    u: 'o',
    ī: 'i',
    ū: 'ou',
    š: 'sh',
    ḫ: 'kh',
    ġ: 'gh',
    ǧ: 'j',
    q: 'q',
    ṯ: 'th',
    ḏ: 'z',
    ai: 'ey',
    č: 'ch',
    ž: 'zh',
  },
];

/** Ukrainian Cyrillic. */
const ukrainianKmu: Scheme = {
  // Resolution 55 of the Cabinet of Ministers (2010), Ukrainian passports.
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  зг: 'zgh',
  ʼ: '',
};
export const ukrainian: readonly Scheme[] = [
  ukrainianKmu,
  // BGN/PCGN 1965.
  { ...ukrainianKmu, є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
  // DIN 1460 (scientific).
  { ...ukrainianKmu, є: 'je', ж: 'ž', й: 'j', х: 'ch', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ю: 'ju', я: 'ja' },
  // Duden.
  {
    ...ukrainianKmu,
    в: 'w',
    є: 'je',
    ж: 'sch',
    з: 's',
    ї: 'ji',
    й: 'j',
    х: 'ch',
    ц: 'z',
    ч: 'tsch',
    ш: 'sch',
    щ: 'schtsch',
    ю: 'ju',
    я: 'ja',
  },
];

/** Russian Cyrillic. */
const russianIcao: Scheme = {
  // ICAO 9303, Russian passports since 2013.
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};
export const russian: readonly Scheme[] = [
  russianIcao,
  // BGN/PCGN 1947.
  { ...russianIcao, й: 'y', ю: 'yu', я: 'ya' },
  // Duden.
  {
    ...russianIcao,
    в: 'w',
    ж: 'sch',
    з: 's',
    й: 'j',
    х: 'ch',
    ц: 'z',
    ч: 'tsch',
    ш: 'sch',
    щ: 'schtsch',
    ю: 'ju',
    я: 'ja',
  },
  // French passports of the nineties.
  { ...russianIcao, ж: 'j', у: 'ou', ч: 'tch', ш: 'ch', щ: 'chtch', ю: 'iou' },
];

/** Turkish letters. */
export const turkish: readonly Scheme[] = [
  {},
  // Machine-readable zone (ICAO 9303).
  { ç: 'c', ğ: 'g', ı: 'i', ö: 'oe', ş: 's', ü: 'ue', İ: 'I', Ç: 'C', Ş: 'S', Ö: 'Oe', Ü: 'Ue' },
  // Bare letters, as on foreign keyboards.
  { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', İ: 'I', Ç: 'C', Ş: 'S', Ö: 'O', Ü: 'U' },
  // German ear.
  { ç: 'tsch', ğ: '', ı: 'i', ş: 'sch', Ç: 'Tsch', Ş: 'Sch', c: 'dsch', C: 'Dsch' },
];

/** Tigrinya, from the letters of the scientific transcription (ä, ə; ṣ, č, š, ñ, q, ẖ). */
export const tigrinya: readonly Scheme[] = [
  // BGN/PCGN 2007 without diacritics.
  { ä: 'e', ə: 'i', ṣ: 'ts', č: 'ch', š: 'sh', ñ: 'ny', ẖ: 'h', ǧ: 'j', ʾ: '', ʿ: '' },
  // Eritrean passports: vowels as in English.
  { ä: 'e', ə: '', ṣ: 'tz', č: 'ch', š: 'sh', ñ: 'gn', q: 'k', ẖ: 'h', ǧ: 'gh', ʾ: '', ʿ: '' },
  // Italian habit.
  { ä: 'a', ə: 'e', ṣ: 'z', č: 'c', š: 'sc', ñ: 'gn', q: 'k', ẖ: 'k', ǧ: 'g', ʾ: '', ʿ: '' },
  // German ear.
  {
    ä: 'e',
    ə: 'e',
    ṣ: 'ts',
    č: 'tsch',
    š: 'sch',
    ñ: 'nj',
    q: 'k',
    ẖ: 'ch',
    ǧ: 'dsch',
    y: 'j',
    w: 'w',
    ʾ: '',
    ʿ: '',
  },
];
