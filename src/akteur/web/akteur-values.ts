import { isDay, today } from '#src/platform/day.ts';
import { akteurRolle, type AkteurEingabe, type AkteurZeile } from '../contract.ts';

/** An actor as the fields of its form hold it. */
export type AkteurValues = {
  readonly art: string;
  readonly stelleId: string;
  readonly rolle: string;
  readonly name: string;
  readonly beziehung: string;
  readonly kontakt: string;
  readonly lebensbereich: readonly string[];
  readonly aufgabe: string;
  readonly verfahren: string;
  readonly vereinbartAm: string;
  readonly seit: string;
  readonly bis: string;
};

/** What the form begins with. */
export function valuesOf(zeile: AkteurZeile | undefined): AkteurValues {
  return {
    art: zeile !== undefined && zeile.stelleId === null ? 'privat' : 'stelle',
    stelleId: zeile?.stelleId ?? '',
    rolle: zeile?.rolle ?? '',
    name: zeile?.name ?? '',
    beziehung: zeile?.beziehung ?? '',
    kontakt: zeile?.kontakt ?? '',
    lebensbereich: zeile?.lebensbereich ?? [],
    aufgabe: zeile?.aufgabe ?? '',
    verfahren: zeile?.verfahren ?? '',
    vereinbartAm: zeile?.vereinbartAm ?? '',
    seit: zeile?.seit ?? today(),
    bis: zeile?.bis ?? '',
  };
}

/** What is sent of it. */
export function eingabeOf({ art, ...values }: AkteurValues): AkteurEingabe {
  const privat = art === 'privat';
  return {
    ...values,
    stelleId: privat ? null : values.stelleId,
    name: privat ? values.name : '',
    beziehung: privat ? values.beziehung : '',
    rolle: akteurRolle.parse(values.rolle),
    lebensbereich: [...values.lebensbereich],
    vereinbartAm: values.vereinbartAm === '' ? null : values.vereinbartAm,
    bis: values.bis === '' ? null : values.bis,
  };
}

/** Fields that need no server to be refused. */
export function checkAkteur(values: AkteurValues): Partial<Record<keyof AkteurValues, string>> {
  const optional = (name: 'vereinbartAm' | 'bis') =>
    values[name] === '' || isDay(values[name]) ? {} : { [name]: 'datum-ungueltig' };
  return {
    ...(values.art === 'stelle' && values.stelleId === '' ? { stelleId: 'pflichtfeld' } : {}),
    ...(values.art === 'privat' && values.name.trim() === '' ? { name: 'akteur-ohne-namen' } : {}),
    ...(akteurRolle.safeParse(values.rolle).success ? {} : { rolle: 'pflichtfeld' }),
    ...(isDay(values.seit) ? {} : { seit: 'datum-ungueltig' }),
    ...optional('vereinbartAm'),
    ...optional('bis'),
  };
}
