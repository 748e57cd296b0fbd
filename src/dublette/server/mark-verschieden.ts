import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dubletteContract } from '../contract.ts';
import { loadEigene, loadNummern } from './eintrag.ts';

type Mark = typeof dubletteContract.markVerschieden;

/** Remembers that two similar records are two people, so that nobody is asked again. */
export async function markVerschieden({ tx, params, body }: Call<Mark>): Promise<Answer<Mark>> {
  const { kreisId } = params;
  const ids = [body.personId, body.andereId].toSorted();
  const [personId = '', andereId = ''] = ids;
  const eigene = await loadEigene(tx, kreisId, ids);
  const known = await loadNummern(tx, kreisId, ids);
  if (personId === andereId || eigene.size === 0 || known.size < 2) throw notFound();
  await tx.run(sql`
    insert into person_verschieden (kreis_id, person_id, andere_id, erfasst_von)
    values (${kreisId}, ${personId}::uuid, ${andereId}::uuid, app_konto()) on conflict do nothing`);
  await recordEreignis(tx, {
    kreisId,
    art: 'dublette.verschieden',
    gegenstand: 'person',
    gegenstandId: personId,
  });
  return undefined;
}
