import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';

/** A person whose consent holds, locked, with the key of her texts. */
export interface GeladenePerson {
  readonly personId: string;
  readonly traegerId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
  readonly einwilligungId: string;
  readonly erteiltAm: Day;
  readonly key: Key;
}

/** Loads a person with whom the account works; 404 for everyone else and after a withdrawal. */
export async function loadPerson(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  personId: string,
): Promise<GeladenePerson> {
  const row = await tx.first(sql<Omit<GeladenePerson, 'key'> & { schluessel: Buffer }>`
    select p.id as "personId", p.traeger_id as "traegerId", p.familienname, p.vorname, p.geburtsdatum,
      e.id as "einwilligungId", e.erteilt_am as "erteiltAm", p.schluessel_verpackt as schluessel
    from person p join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where p.kreis_id = ${kreisId} and p.id = ${personId} and p.traeger_id = any (app_uuids('app.cm_traeger'))
      and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
      and e.widerrufen_am is null
    for update of p`);
  if (!row) throw notFound();
  const { schluessel: verpackt, ...rest } = row;
  return { ...rest, key: await schluessel.personKey(tx, kreisId, row.traegerId, verpackt) };
}
