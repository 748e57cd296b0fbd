import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { GeladeneAnfrage } from './load.ts';

/** The person of an Anfrage that is to go along to another Träger. */
export interface Mitgabe {
  readonly personId: string;
  readonly traegerId: string;
  readonly schluessel: Buffer;
  /** The consent holds today. */
  readonly eingewilligt: boolean;
  readonly hatFall: boolean;
}

/** The person of an Anfrage, locked, where the account may read her; the open purpose opens no more. */
export async function loadMitgabe(
  tx: Tx,
  kreisId: string,
  { personId }: GeladeneAnfrage,
): Promise<Mitgabe | undefined> {
  return tx.first(sql<Mitgabe>`
    select p.id as "personId", p.traeger_id as "traegerId", p.schluessel_verpackt as schluessel,
      e.widerrufen_am is null and (e.ablauf_am is null or e.ablauf_am >= current_date) as eingewilligt,
      exists (select from fall f where f.kreis_id = p.kreis_id and f.person_id = p.id) as "hatFall"
    from person p join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where p.kreis_id = ${kreisId} and p.id = ${personId}
      and p.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (p.casemanager_id is null or p.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))
    for update of p`);
}

/** Why the file of a person cannot go along with her Anfrage. */
export function mitgabeRefusals(
  zustimmungAm: Day | null,
  person: Mitgabe | undefined,
  heute: Day,
): FieldRefusal[] {
  if (zustimmungAm === null) return [];
  const wrong: [boolean, string][] = [
    [zustimmungAm > heute, 'datum-in-zukunft'],
    [person === undefined || !person.eingewilligt, 'einwilligung-fehlt'],
    // A case goes by an Übergabe, which keeps its figures.
    [person?.hatFall === true, 'fall-besteht'],
  ];
  return wrong.filter(([is]) => is).map(([, code]) => ({ instance: '/zustimmungAm', code }));
}

/** The person becomes the other Träger's; the sealed sheet stays as it is and goes with her. */
export async function movePerson(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  { personId, traegerId, schluessel: verpackt }: Mitgabe,
  anTraegerId: string,
): Promise<void> {
  const neu = await schluessel.rewrap(tx, kreisId, traegerId, anTraegerId, verpackt);
  await tx.run(sql`
    update person set traeger_id = ${anTraegerId}, casemanager_id = null, schluessel_verpackt = ${neu},
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${personId}`);
}
