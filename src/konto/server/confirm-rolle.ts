import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';

/** Confirms that roles are still needed (BSI BER.4.4); what the actor does not administer stays as it is. */
export const confirmRolle: Handler<typeof kontoContract.confirmRolle> = async ({
  tx,
  params,
  body,
  actor,
}) => {
  const { kreisId } = params;
  const own = await tx.first(sql`
    select from rolle where kreis_id = ${kreisId} and id = any (${body.rolleId}::uuid[]) and konto_id = ${actor.kontoId}`);
  if (own) throw new Refusal('eigenes-konto');
  const rows = await tx.all(sql<{ kontoId: string }>`
    update rolle set geprueft_am = now()
    where kreis_id = ${kreisId} and id = any (${body.rolleId}::uuid[]) and (gueltig_bis is null or gueltig_bis > now())
    returning konto_id as "kontoId"`);
  for (const kontoId of new Set(rows.map((row) => row.kontoId))) {
    await recordEreignis(tx, {
      kreisId,
      art: 'konto.rolle-bestaetigt',
      gegenstand: 'konto',
      gegenstandId: kontoId,
      daten: { anzahl: rows.filter((row) => row.kontoId === kontoId).length },
    });
  }
  return { anzahl: rows.length };
};
