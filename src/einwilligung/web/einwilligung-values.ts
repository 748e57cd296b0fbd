import { isDay, today, type Day } from '#src/platform/day.ts';
import { din91379Refusals } from '#src/person/din91379.ts';
import type { Rollen } from './use-signatures.ts';

/** A consent as the fields of its form hold it; strokes and files are kept apart. */
export type EinwilligungValues = {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: string;
  readonly nameOriginal: string;
  readonly sprache: string;
  readonly zweck: readonly string[];
  readonly ausgehaendigt: boolean;
  readonly dolmetschen: string;
  readonly vertreten: boolean;
  readonly gemeinsam: boolean;
  readonly vertretung: string;
  readonly vertretung2: string;
  readonly form: string;
  readonly am: string;
  /** Empty: without end. */
  readonly ablaufAm: string;
  readonly unterschrift: string;
};

export function emptyEinwilligung(sprache: string): EinwilligungValues {
  return {
    familienname: '',
    vorname: '',
    geburtsdatum: '',
    nameOriginal: '',
    sprache,
    zweck: [],
    ausgehaendigt: false,
    dolmetschen: 'kein',
    vertreten: false,
    gemeinsam: false,
    vertretung: '',
    vertretung2: '',
    form: 'bildschirm',
    am: today(),
    ablaufAm: '',
    unterschrift: '',
  };
}

/** Birth date as it is kept: a year alone becomes its first day, as in the papers of many; null when not known. */
export function birthDay(typed: string): Day | null {
  const text = typed.trim();
  if (/^(19|20)\d{2}$/.test(text)) return `${text}-01-01`;
  return text === '' ? null : text;
}

/** Names of those who sign for somebody else; empty when the person signs alone. */
export function guardians(
  values: Pick<EinwilligungValues, 'vertreten' | 'gemeinsam' | 'vertretung' | 'vertretung2'>,
): string[] {
  if (!values.vertreten) return [];
  return values.gemeinsam
    ? [values.vertretung.trim(), values.vertretung2.trim()]
    : [values.vertretung.trim()];
}

/** Who signs, in this order. */
export function signers(values: Parameters<typeof guardians>[0]): Rollen {
  const namen = guardians(values);
  return namen.length === 0 ? ['klient'] : namen.map(() => 'vertretung');
}

/** Fields that need no server to be refused; names only where a person is made. */
export function checkEinwilligung(
  values: EinwilligungValues,
  benennt: boolean,
): Partial<Record<keyof EinwilligungValues, string>> {
  const geburtstag = birthDay(values.geburtsdatum);
  const namen = guardians(values);
  const code = (name: string) => (name === '' ? 'pflichtfeld' : din91379Refusals('', name)[0]?.code);
  const vertretung = namen[0] === undefined ? undefined : code(namen[0]);
  const vertretung2 = namen[1] === undefined ? undefined : code(namen[1]);
  const familienname = code(values.familienname.trim());
  const vorname = din91379Refusals('', values.vorname)[0]?.code;
  return {
    ...(benennt && familienname !== undefined ? { familienname } : {}),
    ...(benennt && vorname !== undefined ? { vorname } : {}),
    ...(benennt && geburtstag !== null && !isDay(geburtstag) ? { geburtsdatum: 'datum-ungueltig' } : {}),
    ...(benennt && geburtstag !== null && geburtstag > today() ? { geburtsdatum: 'datum-in-zukunft' } : {}),
    ...(values.zweck.includes('dokumentation') ? {} : { zweck: 'dokumentation-noetig' }),
    ...(values.ausgehaendigt ? {} : { ausgehaendigt: 'datenschutzinformation-fehlt' }),
    ...(vertretung === undefined ? {} : { vertretung }),
    ...(vertretung2 === undefined ? {} : { vertretung2 }),
    ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
    ...(values.ablaufAm === '' || isDay(values.ablaufAm) ? {} : { ablaufAm: 'datum-ungueltig' }),
  };
}
