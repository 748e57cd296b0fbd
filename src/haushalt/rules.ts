import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Beziehung, HaushaltEingabe } from './contract.ts';

/** A number of persons over a time; `bis` is the first day on which it no longer holds. */
export interface PersonenZeit {
  readonly ab: Day;
  readonly bis: Day | null;
  readonly zahl: number;
}

/** Somebody of the household as far as the number of persons depends on it. */
export interface CountedHaushalt {
  readonly zaehlt: boolean;
  readonly seit: Day;
  readonly bis: Day | null;
  readonly eigenerAb: Day | null;
}

/** Largest number that a case can hold. */
const hoechstens = 99;

/**
 * Persons of a case over time after a change of the list (Konzept Kreis Unna 5.2: "Fälle und dazugehörige Personen").
 * A number that was known before the list, from a workbook for instance, may be larger: filling the list up to it keeps
 * it, and whoever leaves is taken from it. Never fewer than the list says; nothing is said where nobody ever said it.
 */
export function personenVerlauf(
  stand: readonly PersonenZeit[],
  vorher: readonly CountedHaushalt[],
  nachher: readonly CountedHaushalt[],
  aufgenommenAm: Day,
): PersonenZeit[] {
  const tage = [...stand.flatMap(daysOf), ...[...vorher, ...nachher].map(zeitOf).flatMap(daysOf)];
  const beginne = [...new Set([aufgenommenAm, ...tage.filter((tag) => tag > aufgenommenAm)])].sort();
  const verlauf: PersonenZeit[] = stand.filter((zeit) => zeit.bis !== null && zeit.bis <= aufgenommenAm);
  for (const [i, ab] of beginne.entries()) {
    const bekannt = stand.find((zeit) => holdsOn(zeit, ab))?.zahl ?? null;
    const zahl = personenZahl(bekannt, countOn(vorher, ab), countOn(nachher, ab));
    if (zahl === null) continue;
    const letzte = verlauf.at(-1);
    const bis = beginne[i + 1] ?? null;
    if (letzte?.bis === ab && letzte.zahl === zahl) verlauf[verlauf.length - 1] = { ...letzte, bis };
    else verlauf.push({ ab, bis, zahl });
  }
  return verlauf;
}

function personenZahl(bekannt: number | null, vorher: number, nachher: number): number | null {
  if (bekannt === null && vorher === 1 && nachher === 1) return null;
  const stand = bekannt ?? vorher;
  const neu = nachher >= vorher ? Math.max(stand, nachher) : Math.max(nachher, stand - (vorher - nachher));
  return Math.min(neu, hoechstens);
}

/** Persons on a day as the list says it, the person of the case included. */
export function countOn(haushalt: readonly CountedHaushalt[], am: Day): number {
  return 1 + haushalt.filter((each) => each.zaehlt && holdsOn(zeitOf(each), am)).length;
}

function zeitOf({ zaehlt, seit, bis, eigenerAb }: CountedHaushalt): { ab: Day; bis: Day | null } {
  if (!zaehlt) return { ab: seit, bis: seit };
  const ende = [bis, eigenerAb].filter((tag) => tag !== null).sort()[0] ?? null;
  return { ab: seit, bis: ende };
}

function holdsOn(zeit: { readonly ab: Day; readonly bis: Day | null }, am: Day): boolean {
  return zeit.ab <= am && (zeit.bis === null || zeit.bis > am);
}

function daysOf({ ab, bis }: { readonly ab: Day; readonly bis: Day | null }): Day[] {
  return bis === null ? [ab] : [ab, bis];
}

/** Why a member of the household cannot be entered so. */
export function haushaltRefusals(
  { seit, bis, geburtsjahr }: Pick<HaushaltEingabe, 'seit' | 'bis' | 'geburtsjahr'>,
  heute: Day,
): FieldRefusal[] {
  return [
    ...(seit > heute ? [{ instance: '/seit', code: 'datum-in-zukunft' }] : []),
    ...(bis !== null && bis > heute ? [{ instance: '/bis', code: 'datum-in-zukunft' }] : []),
    ...(bis !== null && bis <= seit ? [{ instance: '/bis', code: 'haushalt-ende-vor-beginn' }] : []),
    ...(geburtsjahr !== null && geburtsjahr > Number(heute.slice(0, 4))
      ? [{ instance: '/geburtsjahr', code: 'geburtsjahr-in-zukunft' }]
      : []),
  ];
}

/** The same relation seen from the other case. */
export function otherBeziehung(beziehung: Beziehung): Beziehung {
  if (beziehung === 'kind') return 'elternteil';
  return beziehung === 'elternteil' ? 'kind' : beziehung;
}

/** Persons of the household in the first talk, the person herself included, and how many of them are children. */
export interface NamedHaushalt {
  readonly personen: number;
  readonly kinder: number;
}

/**
 * Whom the list lacks (`eingetragen`: everyone who ever stood in it, `gezaehlt`: persons that it counts today). What the
 * first talk knew stands before a bare number; of a bare number nobody knows who is a child.
 */
export function fehlende(
  genannt: NamedHaushalt | null,
  personen: number | null,
  eingetragen: readonly { readonly beziehung: Beziehung }[],
  gezaehlt: number,
): { herkunft: 'erstberatung' | 'zahl'; kinder: number; andere: number } | null {
  const offen = (genannt?.personen ?? 1) - 1 - eingetragen.length;
  if (genannt !== null && offen > 0) {
    const kinderOffen = genannt.kinder - eingetragen.filter((each) => each.beziehung === 'kind').length;
    const kinder = Math.min(offen, Math.max(0, kinderOffen));
    return { herkunft: 'erstberatung', kinder, andere: offen - kinder };
  }
  const andere = (personen ?? 1) - gezaehlt;
  return andere > 0 ? { herkunft: 'zahl', kinder: 0, andere } : null;
}
