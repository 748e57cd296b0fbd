import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { terminContract } from '../contract.ts';

type Get = typeof terminContract.getKalenderAbo;
type Renew = typeof terminContract.renewKalenderAbo;
type End = typeof terminContract.endKalenderAbo;

/** Since when the account has a secret link; the link itself nobody can show again. */
export async function getKalenderAbo({ tx, actor }: Call<Get>): Promise<Answer<Get>> {
  const row = await tx.first(sql<{ seit: string }>`
    select to_char(erfasst_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as seit from kalender_abo
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`);
  return { seit: row?.seit ?? null };
}

/** Makes a new secret link; the one before no longer opens anything. */
export async function renewKalenderAbo({ tx, actor, deps }: Call<Renew>): Promise<Answer<Renew>> {
  const token = randomBytes(32).toString('base64url');
  await tx.run(sql`
    insert into kalender_abo (kreis_id, konto_id, pruefwert) values (${actor.kreisId}, ${actor.kontoId}, ${hashToken(token)})
    on conflict (kreis_id, konto_id) do update set pruefwert = excluded.pruefwert, erfasst_am = now()`);
  await recordEreignis(tx, {
    kreisId: actor.kreisId,
    art: 'kalender.abonniert',
    gegenstand: 'konto',
    gegenstandId: actor.kontoId,
  });
  return { link: `${deps.config.url}/api/kalender/${token}.ics` };
}

/** Ends the secret link at once. */
export async function endKalenderAbo({ tx, actor }: Call<End>): Promise<undefined> {
  await tx.run(sql`
    delete from kalender_abo where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`);
  await recordEreignis(tx, {
    kreisId: actor.kreisId,
    art: 'kalender.beendet',
    gegenstand: 'konto',
    gegenstandId: actor.kontoId,
  });
}
