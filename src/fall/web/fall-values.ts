import { isDay } from '#src/platform/day.ts';
import type { FallAkte } from '../contract.ts';

/** What is known of a case, as the fields of a form hold it. */
export type FallValues = {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: string;
  readonly kommuneId: string;
  readonly ortsteilId: string;
  readonly zugang: string;
  readonly geschlecht: string;
  readonly herkunftsland: string;
  readonly leistungsbezug: string;
  readonly lebensbereich: readonly string[];
  readonly bemerkung: string;
};

export const emptyFall: FallValues = {
  familienname: '',
  vorname: '',
  geburtsdatum: '',
  kommuneId: '',
  ortsteilId: '',
  zugang: '',
  geschlecht: '',
  herkunftsland: '',
  leistungsbezug: '',
  lebensbereich: [],
  bemerkung: '',
};

/** A case as the form shows it. */
export function fallValues(fall: FallAkte): FallValues {
  return {
    familienname: fall.person?.familienname ?? '',
    vorname: fall.person?.vorname ?? '',
    geburtsdatum: fall.person?.geburtsdatum ?? '',
    kommuneId: fall.kommuneId ?? '',
    ortsteilId: fall.ortsteilId ?? '',
    zugang: fall.zugang ?? '',
    geschlecht: fall.merkmal.geschlecht ?? '',
    herkunftsland: fall.merkmal.herkunftsland ?? '',
    leistungsbezug: fall.merkmal.leistungsbezug ?? '',
    lebensbereich: fall.merkmal.lebensbereich,
    bemerkung: fall.bemerkung ?? '',
  };
}

/** The part of a request that admission and change have in common. */
export function fallEingabe(values: FallValues) {
  const some = (text: string) => (text === '' ? null : text);
  return {
    familienname: values.familienname,
    vorname: values.vorname,
    geburtsdatum: some(values.geburtsdatum),
    kommuneId: some(values.kommuneId),
    ortsteilId: some(values.ortsteilId),
    zugang: some(values.zugang),
    merkmal: {
      geschlecht: some(values.geschlecht),
      herkunftsland: some(values.herkunftsland),
      leistungsbezug: some(values.leistungsbezug),
      lebensbereich: [...values.lebensbereich],
    },
    bemerkung: values.bemerkung,
  };
}

/** Fields that need no server to be refused. */
export function checkFall(values: FallValues): Partial<Record<keyof FallValues, string>> {
  return {
    ...(values.familienname.trim() === '' ? { familienname: 'pflichtfeld' } : {}),
    ...(values.geburtsdatum === '' || isDay(values.geburtsdatum) ? {} : { geburtsdatum: 'datum-ungueltig' }),
  };
}

/** Where the request has a field that the form shows flat. */
export const fallInstances = {
  geschlecht: '/merkmal/geschlecht',
  herkunftsland: '/merkmal/herkunftsland',
  leistungsbezug: '/merkmal/leistungsbezug',
  lebensbereich: '/merkmal/lebensbereich',
} as const;
