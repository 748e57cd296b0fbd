import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson, type Schluessel } from '#src/platform/server/schluessel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { schreiben, type Schreiben } from '../vermittlung.ts';

/** The letter of a referral that has been sent, out of its sealed copy; 404 where none left. */
export async function readSchreiben(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  vermittlungId: string,
): Promise<{ traegerId: string; schreiben: Schreiben }> {
  const row = await tx.first(sql<{ traegerId: string; personId: string; wrapped: Buffer; siegel: Buffer }>`
    select p.traeger_id as "traegerId", p.id as "personId", p.schluessel_verpackt as wrapped, v.schreiben_siegel as siegel
    from vermittlung v
    join fall f on f.kreis_id = v.kreis_id and f.id = v.fall_id and ${caresFor('f')}
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where v.kreis_id = ${kreisId} and v.id = ${vermittlungId} and v.schreiben_siegel is not null
      and v.stand not in ('vorbereitet', 'zurueckgezogen')`);
  if (!row) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${row.personId}::uuid], 'vermittlung.print')`);
  markLesezugriff(tx);
  const key = await schluessel.personKey(tx, kreisId, row.traegerId, row.wrapped);
  return {
    traegerId: row.traegerId,
    schreiben: schreiben.parse(JSON.parse(unsealForPerson(key, vermittlungId, row.siegel))),
  };
}
