import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vordruckContract } from '../contract.ts';
import type { VordruckArt } from '../inhalt.ts';
import { proposeRecht, type VordruckRecht } from '../recht.ts';
import { insertTemplate } from './insert-template.ts';
import { mayEditVordruck } from './policy.ts';

type Draft = typeof vordruckContract.draftVordruck;

/**
 * Begins a new version out of the one in force, or out of the text that comes with Lotse. Its translations come along
 * as drafts: somebody has to look at them beside the new German text.
 */
export async function draftVordruck({ tx, actor, params, body }: Call<Draft>): Promise<Answer<Draft>> {
  const { kreisId } = params;
  const { traegerId, art } = body;
  const traeger = await tx.first(sql<{ name: string; art: string }>`
    select rechtsname as name, art from traeger where kreis_id = ${kreisId} and id = ${traegerId}`);
  if (!traeger || !mayEditVordruck(actor, kreisId, traegerId)) {
    throw new Refusal('traeger-fremd', 422, { felder: [{ instance: '/traegerId', code: 'traeger-fremd' }] });
  }
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`vordruck:${kreisId}:${traegerId}:${art}`}, 0))`,
  );
  const newest = await tx.first(sql<{ id: string; fassung: number; stand: string }>`
    select id, fassung, stand from vordruck
    where kreis_id = ${kreisId} and traeger_id = ${traegerId} and art = ${art} order by fassung desc limit 1`);
  if (newest?.stand === 'entwurf') throw new Refusal('vordruck-entwurf-besteht', 409);

  const vordruckId = randomUUID();
  if (newest) await copyVersion(tx, kreisId, newest.id, vordruckId);
  else await startFromTemplate(tx, { kreisId, vordruckId, traegerId, art, traeger, recht: body.recht });
  await recordEreignis(tx, {
    kreisId,
    art: 'vordruck.entworfen',
    gegenstand: 'vordruck',
    gegenstandId: vordruckId,
    daten: { art, fassung: (newest?.fassung ?? 0) + 1 },
  });
  return { vordruckId };
}

async function startFromTemplate(
  tx: Tx,
  plan: {
    readonly kreisId: string;
    readonly vordruckId: string;
    readonly traegerId: string;
    readonly art: VordruckArt;
    readonly traeger: { readonly name: string; readonly art: string };
    readonly recht: VordruckRecht | undefined;
  },
): Promise<void> {
  const standort = await tx.first(sql<{ anschrift: string }>`
    select anschrift from standort where kreis_id = ${plan.kreisId} and traeger_id = ${plan.traegerId}
      and anschrift <> '' order by art = 'extern', name limit 1`);
  await insertTemplate(tx, {
    kreisId: plan.kreisId,
    id: plan.vordruckId,
    traegerId: plan.traegerId,
    art: plan.art,
    recht: plan.recht ?? proposeRecht(plan.traeger),
    angabe: { traeger: plan.traeger.name, anschrift: standort?.anschrift ?? '', datenschutz: '' },
  });
}

async function copyVersion(tx: Tx, kreisId: string, from: string, to: string): Promise<void> {
  await tx.run(sql`
    insert into vordruck (kreis_id, id, traeger_id, art, fassung, inhalt, angabe, erfasst_von)
    select kreis_id, ${to}, traeger_id, art, fassung + 1, inhalt, angabe, app_konto() from vordruck
    where kreis_id = ${kreisId} and id = ${from}`);
  await tx.run(sql`
    insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, inhalt, erfasst_von)
    select kreis_id, ${to}, sprache, inhalt, app_konto() from vordruck_uebersetzung
    where kreis_id = ${kreisId} and vordruck_id = ${from} and ersetzt_am is null`);
}
