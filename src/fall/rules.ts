import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { FallStatus } from './contract.ts';

/** When a case counts as aktiv: by contacts (Unna) or as reported by hand (Rheine, Steinfurt). */
export type AktivRegel = { readonly art: 'kontakt'; readonly monate: number } | { readonly art: 'gemeldet' };

/** A row of the status history; `bis` is the first day on which it no longer holds. */
export interface StatusZeile {
  readonly status: FallStatus;
  readonly grund: string | null;
  readonly herkunft: 'aufnahme' | 'hand' | 'uebernahme';
  readonly ab: Day;
  readonly bis: Day | null;
}

export interface Episode {
  readonly nummer: number;
  readonly ab: Day;
  readonly bis: Day | null;
  readonly grund: string | null;
}

/**
 * First day on which "aktiv" has lapsed by the rule of the Kreis: the later of status start and last qualified contact
 * plus the months. Null where no rule ends it.
 */
export function aktivBis(
  zeile: Pick<StatusZeile, 'status' | 'herkunft' | 'ab'>,
  letzterQualifizierter: Day | null,
  regel: AktivRegel,
): Day | null {
  if (regel.art === 'gemeldet' || zeile.status !== 'aktiv' || zeile.herkunft !== 'aufnahme') return null;
  const seit =
    letzterQualifizierter !== null && letzterQualifizierter > zeile.ab ? letzterQualifizierter : zeile.ab;
  const bis = addMonths(seit, regel.monate);
  // 30 November plus three months is cut to 28 February, a day that three months earlier still was the 28th.
  return bis.slice(8) === seit.slice(8) ? bis : addDays(bis, 1);
}

/** What a case counts as on a day; the same rule as statusOn in SQL. */
export function effectiveStatus(
  zeile: Pick<StatusZeile, 'status' | 'herkunft' | 'ab'>,
  letzterQualifizierter: Day | null,
  regel: AktivRegel,
  am: Day,
): FallStatus {
  const bis = aktivBis(zeile, letzterQualifizierter, regel);
  return bis !== null && bis <= am ? 'ruhend' : zeile.status;
}

/** The row of a history that holds on a day; the last one when the day lies behind all of them. */
export function rowOn<T extends { readonly ab: Day; readonly bis: Day | null }>(
  zeilen: readonly T[],
  am: Day,
): T | undefined {
  return zeilen.find((z) => z.ab <= am && (z.bis === null || z.bis > am)) ?? zeilen.at(-1);
}

/** Episodes of a case: one at admission, one more at every change from abgeschlossen to anything else. */
export function episodes(zeilen: readonly StatusZeile[], aufgenommenAm: Day): Episode[] {
  const result: Episode[] = [];
  let offen: { ab: Day } | undefined = { ab: aufgenommenAm };
  for (const zeile of zeilen) {
    if (zeile.status !== 'abgeschlossen') {
      offen ??= { ab: zeile.ab };
    } else if (offen) {
      result.push({ nummer: result.length + 1, ab: offen.ab, bis: zeile.ab, grund: zeile.grund });
      offen = undefined;
    }
  }
  if (offen) result.push({ nummer: result.length + 1, ab: offen.ab, bis: null, grund: null });
  return result;
}

export interface StatusWunsch {
  readonly status: FallStatus;
  readonly ab: Day;
  readonly grund: string | null;
  readonly begruendung: string;
}

/**
 * Why a status cannot be set. Resting and closing name a reason of the list (M192), keeping a lapsed case aktiv by hand
 * needs words; a change goes at the end of the history or replaces its last row.
 */
export function statusRefusals(
  wunsch: StatusWunsch,
  letzte: StatusZeile,
  geltend: FallStatus,
  aufgenommenAm: Day,
  heute: Day,
): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  if (wunsch.ab > heute) refusals.push({ instance: '/ab', code: 'datum-in-zukunft' });
  else if (wunsch.ab < aufgenommenAm) refusals.push({ instance: '/ab', code: 'datum-vor-aufnahme' });
  else if (wunsch.ab < letzte.ab) refusals.push({ instance: '/ab', code: 'datum-vor-letztem-status' });
  const same = letzte.status === wunsch.status;
  if (same && letzte.status === 'aktiv' && geltend === 'aktiv') {
    refusals.push({ instance: '/status', code: 'status-unveraendert' });
  } else if (same && letzte.status !== 'aktiv' && letzte.grund === wunsch.grund) {
    refusals.push({ instance: '/status', code: 'status-unveraendert' });
  }
  if (wunsch.status !== 'aktiv' && wunsch.grund === null) {
    refusals.push({ instance: '/grund', code: 'grund-fehlt' });
  }
  if (wunsch.status === 'aktiv' && same && wunsch.begruendung === '') {
    refusals.push({ instance: '/begruendung', code: 'grund-fehlt' });
  }
  return refusals;
}

/**
 * Where a new status comes from: resuming and re-admission start the clock of the rule anew, anything else is set by
 * hand and holds as set.
 */
export function statusHerkunft(wunsch: StatusWunsch, letzte: StatusZeile): 'aufnahme' | 'hand' {
  return wunsch.status === 'aktiv' && letzte.status !== 'aktiv' ? 'aufnahme' : 'hand';
}

/** A row of fall_merkmal as it stands now. */
export interface MerkmalZeile {
  readonly id: string;
  readonly merkmal: string;
  readonly wert: string;
  readonly ab: Day;
  readonly bis: Day | null;
}

export interface MerkmalWunsch {
  readonly geschlecht: string | null;
  readonly herkunftsland: string | null;
  readonly leistungsbezug: string | null;
  readonly lebensbereich: readonly string[];
}

export interface MerkmalAenderung {
  /** Rows that no longer stand as written. */
  readonly ersetzt: readonly string[];
  readonly neu: readonly Omit<MerkmalZeile, 'id'>[];
}

const asked: ReadonlySet<string> = new Set([
  'geschlecht',
  'herkunftsland',
  'leistungsbezug',
  'lebensbereich',
]);

/** What happens to the Merkmale when from a day on exactly the wished ones hold; earlier days keep what they had. */
export function changeMerkmale(
  zeilen: readonly MerkmalZeile[],
  wunsch: MerkmalWunsch,
  ab: Day,
): MerkmalAenderung {
  const offen = new Map(
    merkmalPaare(wunsch).map(([merkmal, wert]) => [`${merkmal} ${wert}`, { merkmal, wert }]),
  );
  const ersetzt: string[] = [];
  const neu: Omit<MerkmalZeile, 'id'>[] = [];
  for (const zeile of zeilen) {
    // What is not asked for here, such as the number of persons or the focus group, stays as it is.
    if (!asked.has(zeile.merkmal) || (zeile.bis !== null && zeile.bis <= ab)) continue;
    const { id, ...rest } = zeile;
    const schluessel = `${zeile.merkmal} ${zeile.wert}`;
    if (zeile.ab <= ab && zeile.bis === null && offen.has(schluessel)) {
      offen.delete(schluessel);
      continue;
    }
    ersetzt.push(id);
    if (zeile.ab < ab) neu.push({ ...rest, bis: ab });
  }
  for (const paar of offen.values()) neu.push({ ...paar, ab, bis: null });
  return { ersetzt, neu };
}

/** The Merkmale that are stated, as pairs of list and code. */
export function merkmalPaare(wunsch: MerkmalWunsch): (readonly [merkmal: string, wert: string])[] {
  const single = (['geschlecht', 'herkunftsland', 'leistungsbezug'] as const).flatMap((merkmal) => {
    const wert = wunsch[merkmal];
    return wert === null ? [] : [[merkmal, wert] as const];
  });
  return [...single, ...[...new Set(wunsch.lebensbereich)].map((wert) => ['lebensbereich', wert] as const)];
}

/** Next Fall-Nr. of a Kreis: two letters of its slug and a running number, UN-0001. */
export function nextNummer(kreisId: string, letzte: number): string {
  return `${nummerPraefix(kreisId)}-${String(letzte + 1).padStart(4, '0')}`;
}

export function nummerPraefix(kreisId: string): string {
  return (
    kreisId
      .replaceAll(/[^a-z]/g, '')
      .slice(0, 2)
      .toUpperCase() || 'F'
  );
}

/** True for search words that mean a Fall-Nr.: names have no digits. */
export function isNummerSuche(suche: string): boolean {
  return /\d/.test(suche);
}
