import type { Feld } from './feld.ts';
import type { FallAngaben, FallMerkmal, MerkmalZeit, StatusZeit, TraegerZeit } from './zeile.ts';

/** A cell that cannot be believed; `feld` says in which column. */
export interface Einwand {
  readonly feld: Feld;
  readonly code: string;
}

/**
 * Contradictions between the cells of one row, given as far as they could be read (undefined: unreadable or absent).
 * A row without a consent date never becomes a named record (product: no consent, no name).
 */
export function checkFall(a: Partial<FallAngaben>, heute: string): Einwand[] {
  return [...checkDays(a, heute), ...checkUebergabe(a), ...checkStatus(a)];
}

function checkDays(a: Partial<FallAngaben>, heute: string): Einwand[] {
  const einwand: Einwand[] = [];
  const days: readonly (readonly [Feld, string | null | undefined])[] = [
    ['geburtsdatum', a.geburtsdatum],
    ['aufnahme', a.aufnahme],
    ['einwilligung', a.einwilligung],
    ['uebergabeAm', a.uebergabeAm],
    ['inaktivSeit', a.inaktivSeit],
    ['wiederAktivSeit', a.wiederAktivSeit],
  ];
  for (const [feld, value] of days) {
    if (value && value > heute) einwand.push({ feld, code: 'datum-in-zukunft' });
  }
  if (a.geburtsdatum && a.aufnahme && a.geburtsdatum > a.aufnahme) {
    einwand.push({ feld: 'geburtsdatum', code: 'datum-reihenfolge' });
  }
  return einwand;
}

function checkUebergabe(a: Partial<FallAngaben>): Einwand[] {
  const { uebergabeAm, uebergabeAnId, aufnahme, traegerId } = a;
  if (uebergabeAm && uebergabeAnId === null) return [{ feld: 'uebergabeAn', code: 'pflichtfeld' }];
  if (uebergabeAnId && uebergabeAm === null) return [{ feld: 'uebergabeAm', code: 'pflichtfeld' }];
  if (uebergabeAnId && uebergabeAnId === traegerId) return [{ feld: 'uebergabeAn', code: 'traeger-gleich' }];
  if (uebergabeAm && aufnahme && uebergabeAm <= aufnahme)
    return [{ feld: 'uebergabeAm', code: 'datum-reihenfolge' }];
  return [];
}

function checkStatus(a: Partial<FallAngaben>): Einwand[] {
  const { status, inaktivSeit, wiederAktivSeit, aufnahme, grund } = a;
  if (!inaktivSeit) {
    if (inaktivSeit === undefined) return [];
    if (wiederAktivSeit) return [{ feld: 'inaktivSeit', code: 'pflichtfeld' }];
    return status && status !== 'aktiv' ? [{ feld: 'inaktivSeit', code: 'pflichtfeld' }] : [];
  }
  if (aufnahme && inaktivSeit < aufnahme) return [{ feld: 'inaktivSeit', code: 'datum-reihenfolge' }];
  if (wiederAktivSeit && wiederAktivSeit <= inaktivSeit)
    return [{ feld: 'wiederAktivSeit', code: 'datum-reihenfolge' }];
  if (status === 'aktiv' && wiederAktivSeit === null)
    return [{ feld: 'wiederAktivSeit', code: 'status-widerspruch' }];
  if (status && status !== 'aktiv' && wiederAktivSeit)
    return [{ feld: 'status', code: 'status-widerspruch' }];
  if (status === 'abgeschlossen' && grund?.liste !== 'abschlussgrund') {
    return [{ feld: 'grund', code: grund ? 'status-widerspruch' : 'pflichtfeld' }];
  }
  return [];
}

/** Träger who has the case now: the receiving one once it was handed over. */
export function holderOf(a: FallAngaben): string {
  return a.uebergabeAm && a.uebergabeAnId ? a.uebergabeAnId : a.traegerId;
}

/** Who had the case when: admission, then at most one Übergabe. */
export function traegerZeiten(a: FallAngaben): TraegerZeit[] {
  const { uebergabeAm, uebergabeAnId } = a;
  if (!uebergabeAm || !uebergabeAnId)
    return [{ traegerId: a.traegerId, anlass: 'aufnahme', ab: a.aufnahme, bis: null }];
  return [
    { traegerId: a.traegerId, anlass: 'aufnahme', ab: a.aufnahme, bis: uebergabeAm },
    { traegerId: uebergabeAnId, anlass: 'uebergabe', ab: uebergabeAm, bis: null },
  ];
}

/** Status as the workbook tells it: aktiv from admission, inaktiv for a reason, perhaps aktiv again (Vorlage 197/23). */
export function statusZeiten(a: FallAngaben): StatusZeit[] {
  const { aufnahme, inaktivSeit, wiederAktivSeit } = a;
  if (!inaktivSeit) return [{ status: 'aktiv', grund: null, ab: aufnahme, bis: null }];
  const grund = a.grund?.code ?? null;
  const closed =
    a.status === 'abgeschlossen' || (a.status !== 'ruhend' && a.grund?.liste === 'abschlussgrund');
  const zeiten: StatusZeit[] = [
    { status: closed ? 'abgeschlossen' : 'ruhend', grund, ab: inaktivSeit, bis: wiederAktivSeit ?? null },
  ];
  if (inaktivSeit > aufnahme)
    zeiten.unshift({ status: 'aktiv', grund: null, ab: aufnahme, bis: inaktivSeit });
  if (wiederAktivSeit) zeiten.push({ status: 'aktiv', grund: null, ab: wiederAktivSeit, bis: null });
  return zeiten;
}

export const fallMerkmale: readonly FallMerkmal[] = [
  'geschlecht',
  'herkunftsland',
  'leistungsbezug',
  'lebensbereich',
  'personen',
];

/** Merkmale hold from admission on: the workbook gives no other day. */
export function merkmalZeiten(a: FallAngaben): MerkmalZeit[] {
  return fallMerkmale.flatMap((merkmal) => {
    const value = a[merkmal];
    const werte = typeof value === 'string' ? [value] : (value ?? []);
    return werte.map((wert) => ({ merkmal, wert, ab: a.aufnahme, bis: null }));
  });
}

/** The row completed by what was read earlier: a column that is missing now takes nothing away. */
export function completeFrom(a: FallAngaben, earlier: FallAngaben): FallAngaben {
  const told = Object.fromEntries(Object.entries(a).filter(([, value]) => value !== undefined));
  return { ...earlier, ...told };
}
