import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { TerminEingabe } from '../contract.ts';
import { endOf, hinweiseOf, terminRefusals, unconfirmed } from '../rules.ts';
import { momentOf } from '../zeit.ts';
import { loadBezug, loadUmfeld } from './load-umfeld.ts';

export type NeuerTermin = TerminEingabe & { readonly bestaetigt: readonly string[] };

/**
 * Refuses an impossible appointment at its fields, and one with unread warnings by 'termin-hinweis' (daten.hinweis).
 * Appointments of one Fachkraft are made one after the other, so that two at once see each other.
 */
export async function requirePossible(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  termin: NeuerTermin,
  ohneId: string | null,
  now: Date,
): Promise<void> {
  const heute = today(now);
  refuseFields(terminRefusals(termin, await loadBezug(tx, actor, kreisId, termin), heute));
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('termin'), hashtext(${termin.casemanagerId}))`);
  const hinweis = unconfirmed(
    hinweiseOf(termin, await loadUmfeld(tx, kreisId, termin, ohneId, heute)),
    termin.bestaetigt,
  );
  if (hinweis.length > 0) throw new Refusal('termin-hinweis', 422, { daten: { hinweis } });
}

/** Puts an appointment in that was found possible; answers its id. */
export async function insertTermin(tx: Tx, kreisId: string, termin: NeuerTermin): Promise<string> {
  const terminId = randomUUID();
  const beginn = momentOf(termin.tag, termin.von);
  if (beginn === undefined) throw new Error('a time that does not exist was not refused');
  await tx.run(sql`
    insert into termin (kreis_id, id, traeger_id, casemanager_id, standort_id, raum_id, art, beginn, ende, anfrage_id,
      fall_id, dolmetschen, dolmetschen_bestaetigt, begleitung_grund, mit_stelle_id, erfasst_von)
    values (${kreisId}, ${terminId}, ${termin.traegerId}, ${termin.casemanagerId}, ${termin.standortId}, ${termin.raumId},
      ${termin.art}, ${beginn}, ${endOf(beginn, termin.dauerMinuten)}, ${termin.anfrageId}, ${termin.fallId},
      ${termin.dolmetschen}, ${termin.dolmetschenBestaetigt}, ${termin.begleitungGrund}, ${termin.mitStelleId},
      app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'termin.eingetragen',
    ...gegenstandOf(termin, terminId),
    daten: { terminId, art: termin.art, am: termin.tag, trotzHinweis: termin.bestaetigt },
  });
  return terminId;
}

/** The event of an appointment belongs to its case or Anfrage, where it has one. */
export function gegenstandOf(
  termin: Pick<TerminEingabe, 'anfrageId' | 'fallId'>,
  terminId: string,
): { gegenstand: string; gegenstandId: string } {
  if (termin.fallId !== null) return { gegenstand: 'fall', gegenstandId: termin.fallId };
  if (termin.anfrageId !== null) return { gegenstand: 'anfrage', gegenstandId: termin.anfrageId };
  return { gegenstand: 'termin', gegenstandId: terminId };
}
