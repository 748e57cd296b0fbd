import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { uebergabeContract } from '../contract.ts';
import { requireOffen } from './answer.ts';
import { informUebergabe, listGefragte } from './inform.ts';
import { loadUebergabe, mayWithdraw } from './load-anfrage.ts';

type Withdraw = typeof uebergabeContract.withdrawUebergabe;

/** Takes a question back that nobody has answered; those who were asked and the Koordination are told. */
export async function withdrawUebergabe(call: Call<Withdraw>): Promise<Answer<Withdraw>> {
  const { tx, actor, params, body, deps } = call;
  const { kreisId, anfrageId } = params;
  const row = await loadUebergabe(tx, kreisId, anfrageId, true);
  if (!mayWithdraw(row, actor, kreisId)) throw new Refusal('nicht-erlaubt', 403);
  requireOffen(row, today(deps.now()));
  requireFassung({ fassung: row.fassung, stand: row.stand }, body);
  await tx.run(sql`
    update uebergabe_anfrage set stand = 'zurueckgezogen', beantwortet_von = app_konto(), beantwortet_am = now(),
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await tx.run(sql`
    update uebergabe_anfrage_fall set stand = 'zurueckgezogen' where kreis_id = ${kreisId} and anfrage_id = ${anfrageId}`);
  await informUebergabe(
    tx,
    {
      kreisId,
      vonKontoId: actor.kontoId,
      gegenstandId: anfrageId,
      daten: { anzahl: row.fall.length },
    },
    {
      art: 'uebergabe.zurueckgezogen',
      an: await listGefragte(tx, kreisId, row.anTraegerId, row.anKontoId),
    },
    { art: 'uebergabe.zurueckgezogen', kommuneIds: row.kommuneId },
  );
  for (const { fallId } of row.fall) {
    await recordEreignis(tx, {
      kreisId,
      art: 'uebergabe.zurueckgezogen',
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { anfrageId },
    });
  }
  return { fassung: row.fassung + 1 };
}
