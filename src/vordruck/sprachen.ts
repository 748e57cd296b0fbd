/** A language in which papers are offered (ISO 639-3), with what a page and a paper need to set it. */
export interface Papiersprache {
  readonly code: string;
  /** For lang attributes and Typst. */
  readonly tag: string;
  readonly name: string;
  readonly eigenname: string;
  readonly richtung: 'ltr' | 'rtl';
  /** Drafts in these languages are off until somebody at the Träger has released them. */
  readonly nurFreigegeben: boolean;
}

function sprache(
  code: string,
  tag: string,
  name: string,
  eigenname: string,
  richtung: 'ltr' | 'rtl' = 'ltr',
  nurFreigegeben = false,
): Papiersprache {
  return { code, tag, name, eigenname, richtung, nurFreigegeben };
}

export const papiersprachen: readonly Papiersprache[] = [
  sprache('deu', 'de', 'Deutsch', 'Deutsch'),
  sprache('eng', 'en', 'Englisch', 'English'),
  sprache('fra', 'fr', 'Französisch', 'Français'),
  sprache('ara', 'ar', 'Arabisch', 'العربية', 'rtl'),
  sprache('pes', 'fa', 'Farsi/Dari', 'فارسی / دری', 'rtl'),
  sprache('pus', 'ps', 'Paschtu', 'پښتو', 'rtl', true),
  sprache('kmr', 'ku', 'Kurmandschi', 'Kurmancî', 'ltr', true),
  sprache('tur', 'tr', 'Türkisch', 'Türkçe'),
  sprache('ukr', 'uk', 'Ukrainisch', 'Українська'),
  sprache('rus', 'ru', 'Russisch', 'Русский'),
  sprache('tir', 'ti', 'Tigrinya', 'ትግርኛ', 'ltr', true),
  sprache('som', 'so', 'Somali', 'Soomaali', 'ltr', true),
  sprache('sqi', 'sq', 'Albanisch', 'Shqip'),
  sprache('ron', 'ro', 'Rumänisch', 'Română'),
  sprache('bul', 'bg', 'Bulgarisch', 'Български'),
  sprache('spa', 'es', 'Spanisch', 'Español'),
];

/** The language of a code, or undefined. */
export function findPapiersprache(code: string): Papiersprache | undefined {
  return papiersprachen.find((s) => s.code === code);
}
