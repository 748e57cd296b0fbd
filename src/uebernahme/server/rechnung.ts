import type { Ablehnung, BlattBericht, VorschauZeile } from '../contract.ts';
import type { Feld } from '../feld.ts';
import type { FallPlan } from '../plan.ts';
import type { FallAngaben, KontaktAngaben } from '../zeile.ts';
import { columnOf } from './read-klasse.ts';
import type { Unbekannt } from './read-row.ts';
import { feldOf, fallZellen, geaenderteZellen, kontaktZellen, type Namen } from './show-angaben.ts';

/** Most refused cells that a report lists; the numbers go on counting. */
const maxAblehnungen = 10_000;
/** Most rows that a preview shows cell by cell. */
const maxZeilen = 300;
const maxUnbekannt = 500;

/** The account of one sheet while it is read. */
export interface Rechnung {
  readonly bericht: BlattBericht & { readonly abgelehnt: Ablehnung[] };
  readonly vorschau: VorschauZeile[];
  /** Rows in which a cell held a formula. */
  formeln: number;
  readonly unbekannt: Map<string, Unbekannt & { anzahl: number }>;
  setTitles(titel: readonly (readonly [Feld, string])[]): void;
  refuse(
    zeile: number,
    einwand: readonly { feld: Feld; code: string }[],
    unbekannt?: readonly Unbekannt[],
  ): void;
  /** Cells that Lotse knows better; the rest of the row may still be taken. */
  conflict(zeile: number, angaben: readonly (keyof FallAngaben)[]): void;
  create(zeile: number, angaben: FallAngaben): void;
  createKontakt(zeile: number, angaben: KontaktAngaben): void;
  change(zeile: number, basis: FallAngaben, plan: FallPlan): void;
  keep(): void;
}

/** Opens the account of a sheet; `namen` shows ids and codes as words in the preview, undefined for a real run. */
export function openRechnung(blatt: string, namen: Namen | undefined): Rechnung {
  const bericht = {
    blatt,
    gelesen: 0,
    angelegt: 0,
    geaendert: 0,
    unveraendert: 0,
    abgelehnt: new Array<Ablehnung>(),
  };
  const vorschau: VorschauZeile[] = [];
  const unbekannt = new Map<string, Unbekannt & { anzahl: number }>();
  let titles: ReadonlyMap<Feld, string> = new Map();

  function title(feld: Feld): string {
    const instead = feld === 'familienname' ? 'vollname' : columnOf(feld);
    return titles.get(feld) ?? titles.get(instead) ?? feld;
  }
  function note(zeile: number, einwand: readonly { feld: Feld; code: string }[]): void {
    for (const { feld, code } of einwand) {
      if (bericht.abgelehnt.length < maxAblehnungen)
        bericht.abgelehnt.push({ blatt, zeile, spalte: title(feld), code });
    }
  }
  function show(row: () => Omit<VorschauZeile, 'blatt'>): void {
    if (namen && vorschau.length < maxZeilen) vorschau.push({ blatt, ...row() });
  }

  const rechnung: Rechnung = {
    bericht,
    vorschau,
    unbekannt,
    formeln: 0,
    setTitles: (titel) => {
      titles = new Map(titel);
    },
    refuse: (zeile, einwand, found = []) => {
      bericht.gelesen += 1;
      if (einwand.some(({ code }) => code === 'formel')) rechnung.formeln += 1;
      note(zeile, einwand);
      for (const { liste, text } of found) {
        const key = `${liste} ${text}`;
        const known = unbekannt.get(key);
        if (known) known.anzahl += 1;
        else if (unbekannt.size < maxUnbekannt) unbekannt.set(key, { liste, text, anzahl: 1 });
      }
    },
    conflict: (zeile, angaben) => {
      note(
        zeile,
        angaben.map((angabe) => ({ feld: feldOf(angabe), code: 'in-lotse-geaendert' })),
      );
    },
    create: (zeile, angaben) => {
      bericht.gelesen += 1;
      bericht.angelegt += 1;
      show(() => ({
        zeile,
        art: 'angelegt',
        nummer: angaben.nummer,
        zellen: namen ? fallZellen(angaben, namen, title) : [],
      }));
    },
    createKontakt: (zeile, angaben) => {
      bericht.gelesen += 1;
      bericht.angelegt += 1;
      show(() => ({
        zeile,
        art: 'angelegt',
        nummer: '',
        zellen: namen ? kontaktZellen(angaben, namen, title) : [],
      }));
    },
    change: (zeile, basis, plan) => {
      bericht.gelesen += 1;
      bericht.geaendert += 1;
      show(() => ({
        zeile,
        art: 'geaendert',
        nummer: basis.nummer,
        zellen: namen ? geaenderteZellen(basis, plan, namen, title) : [],
      }));
    },
    keep: () => {
      bericht.gelesen += 1;
      bericht.unveraendert += 1;
    },
  };
  return rechnung;
}
