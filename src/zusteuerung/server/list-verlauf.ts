import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zusteuerungContract } from '../contract.ts';
import { spalten } from './read.ts';

type Verlauf = typeof zusteuerungContract.listZusteuerungVerlauf;

/** Every version of a rule in the order in which it was written, superseded ones included. */
export async function listZusteuerungVerlauf({ tx, params }: Call<Verlauf>): Promise<Answer<Verlauf>> {
  const rows = await tx.all(sql<Answer<Verlauf>[number]>`
    select ${spalten}, to_json(z.erfasst_am)#>>'{}' as "erfasstAm", k.name as "erfasstVon",
      to_json(z.ersetzt_am)#>>'{}' as "ersetztAm"
    from zusteuerung z left join konto k on k.kreis_id = z.kreis_id and k.id = z.erfasst_von
    where z.kreis_id = ${params.kreisId} and z.reihe_id = ${params.reiheId}
    order by z.erfasst_am, z.gueltig_ab`);
  if (rows.length === 0) throw notFound();
  return rows;
}
