import { checkFall } from '../rules.ts';
import { keyOf } from '../normalise.ts';
import type { Feld } from '../feld.ts';
import type { FallAngaben, GrundAngabe, StatusAngabe } from '../zeile.ts';
import type { Liste, Lookup } from '../vokabular.ts';
import { klasseOf } from './read-klasse.ts';
import { openCells, type CellReader, type RowCells, type Unbekannt } from './read-row.ts';

/** One row of cases: what it says, or every cell that stands against it. */
export type FallZeile =
  | { readonly zeile: number; readonly angaben: FallAngaben }
  | {
      readonly zeile: number;
      readonly nummer: string;
      readonly einwand: readonly { readonly feld: Feld; readonly code: string }[];
      readonly unbekannt: readonly Unbekannt[];
    };

/** Reads a row of the sheet of cases. Every wrong cell is named, not only the first. */
export function readFall(row: RowCells, lookup: Lookup, heute: string): FallZeile {
  const cells = openCells(row, lookup, heute);
  const nummer = cells.text('nummer', 60);
  const name = readName(cells);
  const ort = readPlace(cells, lookup);
  const status = readStatus(cells);
  if (cells.text('klassifizierung', 200) && klasseOf(row) === 'unbekannt')
    cells.refuse('klassifizierung', 'klasse-unbekannt');
  const angaben: Partial<FallAngaben> = {
    ...(nummer ? { nummer } : {}),
    ...name,
    ...ort,
    geburtsdatum: cells.day('geburtsdatum'),
    geschlecht: cells.code('geschlecht', 'geschlecht'),
    herkunftsland: cells.code('herkunftsland', 'herkunftsland'),
    leistungsbezug: cells.code('leistungsbezug', 'leistungsbezug'),
    lebensbereich: cells.codes('handlungsfeld', 'lebensbereich'),
    personen: readPersonen(cells),
    zugang: cells.code('zugang', 'zugang'),
    bemerkung: cells.text('bemerkung', 20_000),
    uebergabeAm: cells.day('uebergabeAm'),
    uebergabeAnId: cells.traeger('uebergabeAn'),
    status,
    inaktivSeit: cells.day('inaktivSeit'),
    grund: readReason(cells, lookup, status),
    wiederAktivSeit: cells.day('wiederAktivSeit'),
  };
  const required = {
    nummer: nummer ?? cells.refuse('nummer', 'pflichtfeld'),
    familienname:
      name.familienname ??
      cells.refuse(cells.has('familienname') ? 'familienname' : 'vollname', 'pflichtfeld'),
    traegerId: cells.traeger('traeger') ?? cells.refuse('traeger', 'pflichtfeld'),
    aufnahme: cells.day('aufnahme') ?? cells.refuse('aufnahme', 'pflichtfeld'),
    einwilligung: cells.day('einwilligung') ?? cells.refuse('einwilligung', 'einwilligung-fehlt'),
  };
  for (const { feld, code } of checkFall({ ...angaben, ...present(required) }, heute))
    cells.refuse(feld, code);
  const { zeile } = row;
  if (cells.einwand.length > 0 || !isWhole(required)) {
    return { zeile, nummer: nummer ?? '', einwand: cells.einwand, unbekannt: cells.unbekannt };
  }
  return { zeile, angaben: { ...angaben, ...required } };
}

type Required = Pick<FallAngaben, 'nummer' | 'familienname' | 'traegerId' | 'aufnahme' | 'einwilligung'>;
type MaybeRequired = { readonly [K in keyof Required]: Required[K] | undefined };

function isWhole(required: MaybeRequired): required is Required {
  return Object.values(required).every((value) => value !== undefined);
}

function present({
  nummer,
  familienname,
  traegerId,
  aufnahme,
  einwilligung,
}: MaybeRequired): Partial<Required> {
  return {
    ...(nummer === undefined ? {} : { nummer }),
    ...(familienname === undefined ? {} : { familienname }),
    ...(traegerId === undefined ? {} : { traegerId }),
    ...(aufnahme === undefined ? {} : { aufnahme }),
    ...(einwilligung === undefined ? {} : { einwilligung }),
  };
}

function readName(cells: CellReader): { familienname?: string; vorname?: string | null } {
  if (cells.has('familienname')) {
    const familienname = cells.known('familienname', 200);
    const vorname = cells.known('vorname', 200);
    return { ...(familienname ? { familienname } : {}), ...(vorname === undefined ? {} : { vorname }) };
  }
  const whole = cells.known('vollname', 400);
  if (!whole) return {};
  const [familienname = '', ...rest] = whole.split(',').map((part) => part.trim());
  return { familienname, vorname: rest.join(' ') || null };
}

/** "3", "3 Personen"; the person counselled is one of them. */
function readPersonen(cells: CellReader): string | null | undefined {
  const text = cells.known('personen', 40);
  if (!text) return text;
  const zahl = /^([1-9]\d?)(\s*(Pers\.?|Personen|Person))?$/i.exec(text)?.[1];
  return zahl ?? cells.refuse('personen', 'personen-ungueltig');
}

function readPlace(cells: CellReader, lookup: Lookup): Pick<FallAngaben, 'kommuneId' | 'ortsteilId'> {
  const wohnort = cells.text('wohnort', 200);
  let kommuneId = wohnort ? lookup.kommune(wohnort) : wohnort;
  if (wohnort && kommuneId === undefined) cells.refuse('wohnort', 'wohnort-unbekannt');
  const text = cells.text('ortsteil', 200);
  if (!text) return { kommuneId, ortsteilId: text };
  const teil = lookup.ortsteil(text, kommuneId ?? null);
  if (teil === undefined) cells.refuse('ortsteil', 'wohnort-unbekannt');
  // An Ortsteil that exists once in the Kreis names its Kommune.
  if (teil && !kommuneId) kommuneId = teil.kommuneId;
  return { kommuneId, ortsteilId: teil?.id ?? null };
}

const statusWords: Readonly<Record<StatusAngabe, readonly string[]>> = {
  aktiv: ['aktiv', 'laufend', 'offen', 'inberatung', 'active'],
  inaktiv: ['inaktiv', 'nichtaktiv', 'inactive'],
  ruhend: ['ruhend', 'ruht', 'pausiert', 'dormant'],
  abgeschlossen: ['abgeschlossen', 'beendet', 'geschlossen', 'closed'],
};
const statusNames: readonly StatusAngabe[] = ['aktiv', 'inaktiv', 'ruhend', 'abgeschlossen'];

function readStatus(cells: CellReader): StatusAngabe | null | undefined {
  const text = cells.known('status', 60);
  if (!text) return text === null ? null : undefined;
  const status = statusNames.find((name) => statusWords[name].includes(keyOf(text)));
  return status ?? cells.refuse('status', 'code-unbekannt');
}

/** A reason is looked up among the reasons for closing first, unless the row says that the case only rests. */
function readReason(
  cells: CellReader,
  lookup: Lookup,
  status: StatusAngabe | null | undefined,
): GrundAngabe | null | undefined {
  const text = cells.known('grund', 300);
  if (!text) return text === null ? null : undefined;
  const lists: readonly (Liste & GrundAngabe['liste'])[] =
    status === 'ruhend' ? ['ruhegrund', 'abschlussgrund'] : ['abschlussgrund', 'ruhegrund'];
  for (const liste of lists) {
    const code = lookup.code(liste, text);
    if (code === null) return null;
    if (code !== undefined) return { liste, code };
  }
  cells.unknown('abschlussgrund', text);
  return cells.refuse('grund', 'code-unbekannt');
}
