import { addDays, addMonths, today, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** Where a role may hold; a Träger on any other role would look like a limit and be none. */
export type RolleOrt = 'traeger' | 'traeger_oder_kreis' | 'region_oder_kreis' | 'stelle' | 'kreis';

const orte: Readonly<Record<string, RolleOrt>> = {
  casemanager: 'traeger',
  casemanager_abh: 'traeger',
  traegerleitung: 'traeger',
  notzugriff: 'traeger',
  administration: 'traeger_oder_kreis',
  datenschutz: 'traeger_oder_kreis',
  koordination: 'region_oder_kreis',
  verwaltungsassistenz: 'region_oder_kreis',
  ki_leitung: 'region_oder_kreis',
  partner: 'stelle',
};

export function rolleOrt(rolle: string): RolleOrt {
  return orte[rolle] ?? 'kreis';
}

/** Roles that give rights, look into the protocol or open a whole Kreis to an import: the Datenschutz learns who got one. */
export function isMeldepflichtig(rolle: string): boolean {
  return ['administration', 'datenschutz', 'notzugriff', 'uebernahme'].includes(rolle);
}

/** Roles that read named persons of a Träger: its line manager learns that somebody got one. */
export function readsPersonen(rolle: string): boolean {
  return ['casemanager', 'casemanager_abh'].includes(rolle);
}

/** Roles that a sign-in service may give; those that give rights, read the protocol or import are given by people. */
export function mayComeFromAnbieter(rolle: string): boolean {
  return !isMeldepflichtig(rolle) && rolle !== 'partner';
}

export interface Wunsch {
  readonly rolle: string;
  readonly traegerId: string | null;
  readonly regionId: string | null;
  readonly stelleId: string | null;
  readonly ab: Day | null;
  readonly bis: Day | null;
}

/** What is wrong with a role that is to be given; `base` is the JSON pointer of the role in the request. */
export function rolleRefusals(wunsch: Wunsch, heute: Day, base = ''): FieldRefusal[] {
  const ort = rolleOrt(wunsch.rolle);
  const felder: FieldRefusal[] = [];
  const refuse = (feld: string, code: string) => felder.push({ instance: `${base}/${feld}`, code });
  if (ort === 'traeger' && wunsch.traegerId === null) refuse('traegerId', 'rolle-braucht-traeger');
  if (ort !== 'traeger' && ort !== 'traeger_oder_kreis' && wunsch.traegerId !== null)
    refuse('traegerId', 'rolle-ort-passt-nicht');
  if (ort !== 'region_oder_kreis' && wunsch.regionId !== null) refuse('regionId', 'rolle-ort-passt-nicht');
  if (ort === 'stelle' && wunsch.stelleId === null) refuse('stelleId', 'rolle-braucht-stelle');
  if (ort !== 'stelle' && wunsch.stelleId !== null) refuse('stelleId', 'rolle-ort-passt-nicht');
  if (wunsch.rolle === 'uebernahme' && wunsch.bis === null) refuse('bis', 'rolle-braucht-frist');
  if (wunsch.ab !== null && wunsch.ab < heute) refuse('ab', 'beginn-vorbei');
  if (wunsch.bis !== null && wunsch.bis < (wunsch.ab ?? heute)) refuse('bis', 'frist-vorbei');
  return felder;
}

/** Months after which a role has to be confirmed again, and days before its end from which it is shown (BSI BER.4.4). */
const confirmAfterMonths = 12;
const showBeforeEndDays = 30;

/** Why a role is up for review today; undefined: it is not. */
export function pruefungGrund(
  rolle: { readonly geprueftAm: string; readonly gueltigBis: string | null },
  heute: Day,
): 'lange_nicht_bestaetigt' | 'endet_bald' | undefined {
  if (rolle.gueltigBis !== null && today(new Date(rolle.gueltigBis)) <= addDays(heute, showBeforeEndDays))
    return 'endet_bald';
  return addMonths(today(new Date(rolle.geprueftAm)), confirmAfterMonths) <= heute
    ? 'lange_nicht_bestaetigt'
    : undefined;
}

/** The last day of a role that ends at a moment: the day before when that is midnight in Germany. */
export function lastDay(gueltigBis: string): Day {
  return today(new Date(new Date(gueltigBis).getTime() - 1));
}
