import { addDays, isDay, today } from '#src/platform/day.ts';
import {
  begleitungGrund,
  hinweisCode,
  terminEingabe,
  type TerminEingabe,
  type TerminZeile,
} from '../contract.ts';
import { minutesOf, weekdayOf } from '../zeit.ts';

/** The form of an appointment: what the fields hold while somebody types. */
export type TerminValues = {
  readonly traegerId: string;
  readonly casemanagerId: string;
  readonly art: string;
  /** "anfrage:id", "fall:id" or empty. */
  readonly anfrageId: string;
  /** Words that name it on this screen. */
  readonly gegenstandLabel: string;
  readonly tag: string;
  readonly von: string;
  readonly dauerMinuten: string;
  readonly standortId: string;
  readonly raumId: string;
  readonly dolmetschen: string;
  readonly dolmetschenBestaetigt: boolean;
  readonly begleitungGrund: string;
  readonly mitStelleId: string;
  readonly bestaetigt: readonly string[];
};

/** Time that a new appointment begins with: a free slot that was chosen, or the next working day. */
export function usualTermin(start: {
  readonly traegerId: string;
  readonly casemanagerId: string;
  readonly tag?: string | undefined;
  readonly von?: string | undefined;
  readonly gegenstand?: { readonly value: string; readonly label: string } | undefined;
}): TerminValues {
  return {
    traegerId: start.traegerId,
    casemanagerId: start.casemanagerId,
    art: 'beratung',
    anfrageId: start.gegenstand?.value ?? '',
    gegenstandLabel: start.gegenstand?.label ?? '',
    tag: start.tag ?? nextWeekday(today()),
    von: start.von ?? '09:00',
    dauerMinuten: '60',
    standortId: '',
    raumId: '',
    dolmetschen: '',
    dolmetschenBestaetigt: false,
    begleitungGrund: '',
    mitStelleId: '',
    bestaetigt: [],
  };
}

function nextWeekday(from: string): string {
  let day = addDays(from, 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  return day;
}

/** An appointment as the form shows it. */
export function valuesOf(termin: TerminZeile, label: string): TerminValues {
  return {
    traegerId: termin.traegerId,
    casemanagerId: termin.casemanagerId,
    art: termin.art,
    anfrageId:
      termin.fallId !== null
        ? `fall:${termin.fallId}`
        : termin.anfrageId === null
          ? ''
          : `anfrage:${termin.anfrageId}`,
    gegenstandLabel: label,
    tag: termin.tag,
    von: termin.von,
    dauerMinuten: String(termin.dauerMinuten),
    standortId: termin.standortId ?? '',
    raumId: termin.raumId ?? '',
    dolmetschen: termin.dolmetschen ?? '',
    dolmetschenBestaetigt: termin.dolmetschenBestaetigt,
    begleitungGrund: termin.begleitungGrund ?? '',
    mitStelleId: termin.mitStelleId ?? '',
    bestaetigt: [],
  };
}

/** 9.30, 930 and 9 as 09:30 and 09:00; anything else as it was typed. */
export function typedTime(text: string): string {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  if (!match) return text.trim();
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** The request for the values of the form; undefined while something is no day, time or number. */
export function eingabeOf(values: TerminValues): TerminEingabe | undefined {
  const [kind, id = ''] = values.anfrageId.split(':');
  const intern = values.art === 'intern';
  const parsed = terminEingabe.safeParse({
    traegerId: values.traegerId,
    casemanagerId: values.casemanagerId,
    art: values.art,
    tag: values.tag,
    von: typedTime(values.von),
    dauerMinuten: Number(values.dauerMinuten),
    anfrageId: kind === 'anfrage' && !intern ? id : null,
    fallId: kind === 'fall' && !intern ? id : null,
    standortId: some(values.standortId),
    raumId: some(values.raumId),
    dolmetschen: some(values.dolmetschen),
    dolmetschenBestaetigt: values.dolmetschen !== '' && values.dolmetschenBestaetigt,
    begleitungGrund: values.art === 'begleitung' ? some(values.begleitungGrund) : null,
    mitStelleId: some(values.mitStelleId),
  });
  return parsed.success ? parsed.data : undefined;
}

/** Warnings that were accepted, as the request names them. */
export function confirmedOf(values: TerminValues): (typeof hinweisCode.options)[number][] {
  return hinweisCode.options.filter((code) => values.bestaetigt.includes(code));
}

/** Fields that need no server to be refused. */
export function checkTermin(values: TerminValues): Partial<Record<keyof TerminValues, string>> {
  const minutes = Number(values.dauerMinuten);
  const needs = ['beratung', 'begleitung', 'folgetermin'].includes(values.art);
  return {
    ...(needs && values.anfrageId === '' ? { anfrageId: 'gegenstand-fehlt' } : {}),
    ...(isDay(values.tag) ? {} : { tag: 'datum-ungueltig' }),
    ...(isTime(values.von) ? {} : { von: 'uhrzeit-ungueltig' }),
    ...(Number.isInteger(minutes) && minutes >= 5 && minutes <= 600
      ? {}
      : { dauerMinuten: 'dauer-ungueltig' }),
    ...(values.art === 'begleitung' && !begleitungGrund.safeParse(values.begleitungGrund).success
      ? { begleitungGrund: 'begleitung-grund-fehlt' }
      : {}),
  };
}

function isTime(text: string): boolean {
  return /^\d{2}:\d{2}$/.test(typedTime(text)) && minutesOf(typedTime(text)) < 24 * 60;
}

function some(text: string): string | null {
  return text === '' ? null : text;
}
