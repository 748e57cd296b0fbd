import type { Day } from '#src/platform/day.ts';
import { isDay } from '#src/platform/day.ts';
import { beziehung, type HaushaltEingabe, type HaushaltZeile } from '../contract.ts';

/** A member of the household as the fields of its form hold it. */
export type HaushaltValues = {
  readonly vorname: string;
  readonly familienname: string;
  readonly geburtsjahr: string;
  readonly beziehung: string;
  readonly lebensbereich: readonly string[];
  readonly notiz: string;
  readonly zaehlt: boolean;
  readonly seit: string;
  readonly bis: string;
};

/** What the form begins with: the entry, or a new child who has lived there since the admission. */
export function valuesOf(zeile: HaushaltZeile | undefined, aufgenommenAm: Day): HaushaltValues {
  return {
    vorname: zeile?.vorname ?? '',
    familienname: zeile?.familienname ?? '',
    geburtsjahr: zeile?.geburtsjahr?.toString() ?? '',
    beziehung: zeile?.beziehung ?? 'kind',
    lebensbereich: zeile?.lebensbereich ?? [],
    notiz: zeile?.notiz ?? '',
    zaehlt: zeile?.zaehlt ?? true,
    seit: zeile?.seit ?? aufgenommenAm,
    bis: zeile?.bis ?? '',
  };
}

/** What is sent of it. */
export function eingabeOf(values: HaushaltValues): HaushaltEingabe {
  return {
    ...values,
    lebensbereich: [...values.lebensbereich],
    geburtsjahr: values.geburtsjahr.trim() === '' ? null : Number(values.geburtsjahr),
    beziehung: beziehung.parse(values.beziehung),
    bis: values.bis === '' ? null : values.bis,
  };
}

/** Fields that need no server to be refused. */
export function checkHaushalt(values: HaushaltValues): Partial<Record<keyof HaushaltValues, string>> {
  return {
    ...(/^(|(19|20)\d{2})$/.test(values.geburtsjahr.trim()) ? {} : { geburtsjahr: 'geburtsjahr-ungueltig' }),
    ...(beziehung.safeParse(values.beziehung).success ? {} : { beziehung: 'pflichtfeld' }),
    ...(isDay(values.seit) ? {} : { seit: 'datum-ungueltig' }),
    ...(values.bis === '' || isDay(values.bis) ? {} : { bis: 'datum-ungueltig' }),
  };
}
