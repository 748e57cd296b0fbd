import { documentationRefusal, type Einwilligung } from '#src/einwilligung/rules.ts';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { KontaktEingabe } from './kontakt.ts';

/** What the rules need to know of a case on the day of a contact. */
export interface KontaktLage {
  readonly aufgenommenAm: Day;
  /** First day of the closing that covers the day of the contact; null when the case was open. */
  readonly abgeschlossenAb: Day | null;
  readonly einwilligung: Einwilligung | null;
  /** Codes of Lebensbereiche that the Kreis does not have on that day. */
  readonly unbekannt: readonly string[];
}

/** Why a contact cannot be recorded: everything at once, field by field. */
export function kontaktRefusals(
  kontakt: { readonly am: Day; readonly qualifiziert: boolean; readonly lebensbereich: readonly string[] },
  lage: KontaktLage,
  heute: Day,
): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const grund = documentationRefusal(lage.einwilligung, kontakt.am);
  if (grund !== undefined) refusals.push({ instance: '', code: grund });
  if (kontakt.am > heute) refusals.push({ instance: '/am', code: 'datum-in-zukunft' });
  else if (kontakt.am < lage.aufgenommenAm) refusals.push({ instance: '/am', code: 'datum-vor-aufnahme' });
  // The talk that closes a case takes place on the day of closing itself.
  else if (lage.abgeschlossenAb !== null && lage.abgeschlossenAb < kontakt.am) {
    refusals.push({ instance: '/am', code: 'fall-abgeschlossen' });
  }
  // Qualified counselling is about something (Konzept Kreis Unna 2.2); organising an appointment is not.
  if (kontakt.qualifiziert && kontakt.lebensbereich.length === 0) {
    refusals.push({ instance: '/lebensbereich', code: 'lebensbereich-fehlt' });
  }
  if (lage.unbekannt.length > 0) refusals.push({ instance: '/lebensbereich', code: 'code-unbekannt' });
  return refusals;
}

/** Whether a correction says nothing new about the contact itself. */
export function isUnchanged(stand: KontaktEingabe, neu: KontaktEingabe): boolean {
  const bereiche = (kontakt: KontaktEingabe) => [...new Set(kontakt.lebensbereich)].toSorted().join(' ');
  return (
    stand.am === neu.am &&
    stand.qualifiziert === neu.qualifiziert &&
    stand.format === neu.format &&
    stand.ort === neu.ort &&
    stand.dauerMinuten === neu.dauerMinuten &&
    stand.sprache === neu.sprache &&
    stand.dolmetschen === neu.dolmetschen &&
    stand.notiz === neu.notiz &&
    bereiche(stand) === bereiche(neu)
  );
}
