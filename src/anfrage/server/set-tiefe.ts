import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { loadAnfrage, requireOpen } from './load.ts';
import { writeTiefe } from './write-tiefe.ts';

type SetTiefe = typeof anfrageContract.setTiefe;

/** Says how deep the counselling goes: Information, Verweis or Kurzberatung; Case Management begins with the Aufnahme. */
export async function setTiefe({ tx, deps, params, body }: Call<SetTiefe>): Promise<Answer<SetTiefe>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireOpen(anfrage);
  refuseFields(tagRefusals('/ab', body.ab, anfrage.eingegangenAm, today(deps.now())));
  await writeTiefe(tx, { kreisId, anfrageId, ...body });
  await tx.run(sql`
    update anfrage set fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.tiefe',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: body,
  });
  return { fassung: anfrage.fassung + 1 };
}
