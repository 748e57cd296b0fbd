import { sql } from 'kysely';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { suchschluessel } from '#src/person/suchschluessel.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Changes name and birth date of a person that the caller has loaded in scope, and what the search finds it by. */
export async function changePerson(
  tx: Tx,
  kreisId: string,
  personId: string,
  neu: { readonly familienname: string; readonly vorname: string; readonly geburtsdatum: Day | null },
): Promise<void> {
  const { familienname, vorname, geburtsdatum } = neu;
  await tx.run(sql`
    update person set familienname = ${familienname}, vorname = ${vorname}, geburtsdatum = ${geburtsdatum},
      suchform = ${suchform(familienname, vorname)}, suchlaut = ${suchlaut(familienname, vorname)},
      suchschluessel = ${suchschluessel(neu)}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${personId}`);
}
