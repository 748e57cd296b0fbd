import { addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { AngebotEingabe } from './angebot.ts';

/** After so many months without a confirmation an offer is to be checked again (Konzept Kreis Unna 4.2: "regelmäßig"). */
export const pruefMonate = 6;

/** Offers confirmed before this day, or never, wait to be checked. */
export function pruefGrenze(heute: Day): Day {
  return addMonths(heute, -pruefMonate);
}

export type Frische = 'frisch' | 'veraltet' | 'nie';

/** How far the entry can be trusted. */
export function frischeOf(bestaetigtAm: Day | null, heute: Day): Frische {
  if (bestaetigtAm === null) return 'nie';
  return bestaetigtAm < pruefGrenze(heute) ? 'veraltet' : 'frisch';
}

/** True while the offer exists on the day. */
export function isCurrent(angebot: { readonly gueltigBis: Day | null }, am: Day): boolean {
  return angebot.gueltigBis === null || angebot.gueltigBis > am;
}

/** What is wrong with an offer before any list of the Kreis is asked. */
export function angebotRefusals(angebot: AngebotEingabe, heute: Day): FieldRefusal[] {
  const { ebene, plaetzeFrei, plaetzeGesamt, plaetzeAm, laenge, breite } = angebot;
  const felder: FieldRefusal[] = [];
  if (ebene === 'kommunal' && angebot.kommuneId === null)
    felder.push({ instance: '/kommuneId', code: 'angebot-kommune-fehlt' });
  if (ebene === 'teilregional' && angebot.kommuneIds.length === 0)
    felder.push({ instance: '/kommuneIds', code: 'angebot-region-fehlt' });
  if (plaetzeFrei !== null && plaetzeGesamt !== null && plaetzeFrei > plaetzeGesamt)
    felder.push({ instance: '/plaetzeFrei', code: 'angebot-mehr-frei-als-plaetze' });
  if (plaetzeAm !== null && plaetzeAm > heute)
    felder.push({ instance: '/plaetzeAm', code: 'datum-in-zukunft' });
  if ((laenge === null) !== (breite === null))
    felder.push({
      instance: laenge === null ? '/laenge' : '/breite',
      code: 'angebot-punkt-unvollstaendig',
    });
  if (angebot.eigenesFallmanagement && angebot.beratungsansatz === null)
    felder.push({ instance: '/beratungsansatz', code: 'angebot-ansatz-fehlt' });
  return felder;
}
