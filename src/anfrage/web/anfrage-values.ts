import { isDay } from '#src/platform/day.ts';
import type { Bound } from '#src/platform/web/use-form.ts';
import type { AnfrageAngaben, AnfrageDetail, AnfrageEingabe, Vorschlag } from '../anfrage.ts';

/** An Anfrage as the fields of its form hold it. */
export type AnfrageValues = {
  readonly zugang: string;
  readonly unterweg: string;
  readonly stelleId: string;
  readonly lebensbereich: readonly string[];
  readonly sprache: string;
  readonly eingegangenAm: string;
  readonly dolmetschen: boolean;
  readonly dringlich: boolean;
  readonly keinFall: readonly string[];
  readonly kommuneId: string;
  readonly ortsteilId: string;
  readonly strasse: string;
  readonly wohnform: string;
  /** Empty: as proposed. */
  readonly traegerId: string;
  readonly standortId: string;
  readonly uebernehmen: boolean;
  /** Version that is changed; 0 for a new one. A draft keeps it, so that it never overwrites a later one unseen. */
  readonly fassung: number;
};

export type AnfrageBind = <K extends keyof AnfrageValues>(name: K) => Bound<AnfrageValues[K]>;

export const emptyAnfrage: AnfrageValues = {
  zugang: '',
  unterweg: '',
  stelleId: '',
  lebensbereich: [],
  sprache: '',
  eingegangenAm: '',
  dolmetschen: false,
  dringlich: false,
  keinFall: [],
  kommuneId: '',
  ortsteilId: '',
  strasse: '',
  wohnform: '',
  traegerId: '',
  standortId: '',
  uebernehmen: true,
  fassung: 0,
};

function some(text: string): string | null {
  return text === '' ? null : text;
}

/** What decides who is responsible, as the server is asked while the form is filled in. */
export function lageOf(values: AnfrageValues) {
  return {
    kommuneId: some(values.kommuneId),
    ortsteilId: some(values.ortsteilId),
    strasse: values.strasse,
    zugang: some(values.zugang),
    wohnform: some(values.wohnform),
    lebensbereich: [...values.lebensbereich],
    keinFall: [...values.keinFall],
  };
}

/** What a change sends. */
export function angabenBody(values: AnfrageValues): AnfrageAngaben {
  return {
    ...lageOf(values),
    unterweg: some(values.unterweg),
    stelleId: some(values.stelleId),
    dringlich: values.dringlich,
    sprache: some(values.sprache),
    dolmetschen: values.dolmetschen,
  };
}

/** The request of a filled form, with the Träger that was proposed or chosen. */
export function anfrageBody(
  values: AnfrageValues,
  ziel: { readonly traegerId: string; readonly standortId: string },
): AnfrageEingabe {
  return {
    ...angabenBody(values),
    eingegangenAm: values.eingegangenAm,
    traegerId: ziel.traegerId,
    standortId: some(ziel.standortId),
    uebernehmen: values.uebernehmen,
  };
}

/** An Anfrage as its form shows it. */
export function anfrageValues(anfrage: AnfrageDetail): AnfrageValues {
  return {
    ...emptyAnfrage,
    zugang: anfrage.zugang ?? '',
    unterweg: anfrage.unterweg ?? '',
    stelleId: anfrage.stelleId ?? '',
    lebensbereich: anfrage.lebensbereich,
    sprache: anfrage.sprache ?? '',
    eingegangenAm: anfrage.eingegangenAm,
    dolmetschen: anfrage.dolmetschen,
    dringlich: anfrage.dringlich,
    keinFall: anfrage.keinFall,
    kommuneId: anfrage.kommuneId ?? '',
    ortsteilId: anfrage.ortsteilId ?? '',
    wohnform: anfrage.wohnform ?? '',
    traegerId: anfrage.traegerId,
    standortId: anfrage.standortId ?? '',
    fassung: anfrage.fassung,
  };
}

/** Fields that need no server to be refused. */
export function checkAnfrage(values: AnfrageValues): Partial<Record<keyof AnfrageValues, string>> {
  return isDay(values.eingegangenAm) ? {} : { eingegangenAm: 'datum-ungueltig' };
}

type Vorgeschlagen = Vorschlag['traeger'][number];

/** The first of the proposed; where the territory names several, the own Träger among them. */
export function preferOwn(
  vorgeschlagen: readonly Vorgeschlagen[],
  ownTraegerIds: readonly string[],
): Vorgeschlagen | undefined {
  const [first] = vorgeschlagen;
  if (first?.grund === 'regel') return first;
  return vorgeschlagen.find(({ traegerId }) => ownTraegerIds.includes(traegerId)) ?? first;
}
