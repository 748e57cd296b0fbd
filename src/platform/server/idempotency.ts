import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { sql } from 'kysely';
import type { Endpoint } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Actor } from './actor.ts';
import type { Tx } from './db.ts';
import type { Deps } from './http.ts';
import type { Parts } from './parse-parts.ts';
import type { Session } from './session.ts';
import { sealText, unsealText } from './siegel.ts';

interface Once extends Parts {
  readonly session: Session;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly deps: Deps;
}

/**
 * Runs a write once per Idempotency-Key and account; a repeat gets the first answer again.
 * The answer is kept sealed; a key used for another request is refused.
 */
export async function answerOnce(
  c: Context,
  endpoint: Endpoint,
  call: Once,
  handler: (call: never) => Promise<unknown>,
): Promise<unknown> {
  const schluessel = c.req.header('idempotency-key');
  const { tx, actor, deps } = call;
  // The call was checked against the contract; the handler's own type is erased in the route table.
  const run = () => handler(call as never);
  if (endpoint.method === 'GET' || endpoint.liest || schluessel === undefined) return run();
  if (!/^[\w-]{8,100}$/.test(schluessel)) throw new Refusal('idempotenz-schluessel-ungueltig', 400);

  const vorgang = `${endpoint.method} ${endpoint.path}`;
  const pruefwert = createHash('sha256')
    .update(JSON.stringify([vorgang, call.params, call.query, call.body]))
    .update(call.upload ?? '')
    .digest('hex');
  const inserted = await tx.run(sql`
    insert into idempotenz (kreis_id, konto_id, schluessel, vorgang, anfrage_pruefwert)
    values (${actor.kreisId}, ${actor.kontoId}, ${schluessel}, ${vorgang}, ${pruefwert})
    on conflict do nothing`);
  const key = deps.schluessel.derive('idempotenz');
  if (inserted === 0) {
    const row = await tx.one(sql<{ anfrage_pruefwert: string; antwort_siegel: Buffer | null }>`
      select anfrage_pruefwert, antwort_siegel from idempotenz
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and schluessel = ${schluessel}`);
    if (row.anfrage_pruefwert !== pruefwert) throw new Refusal('idempotenz-schluessel-vergeben', 422);
    return row.antwort_siegel ? JSON.parse(unsealText(key, row.antwort_siegel, schluessel)) : undefined;
  }
  const answer = await run();
  if (answer !== undefined && !endpoint.file) {
    tx.send(sql`
      update idempotenz set antwort_siegel = ${sealText(key, JSON.stringify(answer), schluessel)}
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and schluessel = ${schluessel}`);
  }
  return answer;
}
