import {
  dolmetschen,
  kontaktEingabe,
  kontaktFormat,
  kontaktOrt,
  type KontaktEingabe,
  type KontaktZeile,
} from '../kontakt.ts';

/** The form of a contact: what the fields hold while somebody types. */
export type KontaktValues = {
  readonly fallId: string;
  /** Words that name the case on this screen. */
  readonly fallLabel: string;
  readonly am: string;
  readonly qualifiziert: string;
  readonly format: string;
  readonly ort: string;
  readonly dauerMinuten: string;
  readonly sprache: string;
  readonly dolmetschen: string;
  readonly lebensbereich: readonly string[];
  readonly notiz: string;
  /** Added to a note that stands. */
  readonly nachtrag: string;
};

/** What most contacts are: today, face to face, in the office, three quarters of an hour. */
export function usualKontakt(
  today: string,
  fall: { fallId: string; label: string } | undefined,
): KontaktValues {
  return {
    fallId: fall?.fallId ?? '',
    fallLabel: fall?.label ?? '',
    am: today,
    qualifiziert: 'ja',
    format: 'persoenlich',
    ort: 'buero',
    dauerMinuten: '45',
    sprache: '',
    dolmetschen: 'kein',
    lebensbereich: [],
    notiz: '',
    nachtrag: '',
  };
}

/** A recorded contact as the form shows it. */
export function valuesOf(kontakt: KontaktZeile, fallId: string): KontaktValues {
  return {
    fallId,
    fallLabel: '',
    am: kontakt.am,
    qualifiziert: kontakt.qualifiziert ? 'ja' : 'nein',
    format: kontakt.format,
    ort: kontakt.ort,
    dauerMinuten: kontakt.dauerMinuten === null ? '' : String(kontakt.dauerMinuten),
    sprache: kontakt.sprache ?? '',
    dolmetschen: kontakt.dolmetschen,
    lebensbereich: kontakt.lebensbereich,
    notiz: kontakt.notiz ?? '',
    nachtrag: '',
  };
}

/** The request for the values of the form; the server is the judge of days and lists. */
export function eingabeOf(values: KontaktValues): KontaktEingabe {
  const minutes = Number.parseInt(values.dauerMinuten, 10);
  return {
    am: values.am,
    qualifiziert: values.qualifiziert === 'ja',
    format: kontaktFormat.parse(values.format),
    ort: kontaktOrt.parse(values.ort),
    dauerMinuten: Number.isNaN(minutes) ? null : minutes,
    sprache: values.sprache === '' ? null : values.sprache,
    dolmetschen: dolmetschen.parse(values.dolmetschen),
    lebensbereich: [...values.lebensbereich],
    notiz: values.notiz,
  };
}

/** Fields that the contract refuses, before the call, by name and code. */
export function checkKontakt(values: KontaktValues): Partial<Record<keyof KontaktValues, string>> {
  const checked = kontaktEingabe.safeParse(eingabeOf(values));
  const codes: Partial<Record<keyof KontaktValues, string>> = {};
  if (values.fallId === '') codes.fallId = 'pflichtfeld';
  if (values.qualifiziert === 'ja' && values.lebensbereich.length === 0)
    codes.lebensbereich = 'lebensbereich-fehlt';
  const refused = new Set(checked.error?.issues.map((issue) => String(issue.path[0])) ?? []);
  if (refused.has('am')) codes.am = 'datum-ungueltig';
  if (refused.has('dauerMinuten')) codes.dauerMinuten = 'wert-ungueltig';
  if (refused.has('notiz')) codes.notiz = 'wert-zu-gross';
  return codes;
}

/** Where a contact of a format usually takes place. */
export function usualOrt(format: string): string {
  if (format === 'persoenlich') return 'buero';
  return format === 'begleitung' ? 'extern' : 'kein';
}
