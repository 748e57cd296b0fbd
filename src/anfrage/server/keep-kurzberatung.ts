import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { loadAnfrage, requireOpen } from './load.ts';
import { readUmfang } from './read-umfang.ts';

type Keep = typeof anfrageContract.keepKurzberatung;

/** Remembers that it was asked and answered; the question comes again only when there is more than now. */
export async function keepKurzberatung({ tx, deps, params }: Call<Keep>): Promise<Answer<Keep>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireOpen(anfrage);
  const { umfang } = await readUmfang(tx, kreisId, anfrageId);
  await tx.run(sql`
    update anfrage set weiter_am = ${today(deps.now())}, weiter_kontakte = ${umfang.kontakte},
      weiter_bedarfe = ${umfang.bedarfe}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.weiter',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { ...umfang },
  });
  return { fassung: anfrage.fassung + 1 };
}
