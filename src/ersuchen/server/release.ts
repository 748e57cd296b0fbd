import { sql } from 'kysely';
import { beantrageLoeschung } from '#src/loeschung/server/request.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { ersuchenContract } from '../contract.ts';
import { leaveStep } from './leave-step.ts';
import { loadErsuchen, requireStep, type GeladenesErsuchen } from './load.ts';

type Release = typeof ersuchenContract.releaseErsuchen;
type Return = typeof ersuchenContract.returnErsuchen;

/**
 * A second account lets the answer go. It confirms exactly the copy it was shown (SHA-256), without its content; the
 * database refuses too when it prepared or redacted itself, whatever other role it holds.
 */
export async function releaseErsuchen({ tx, deps, params, body }: Call<Release>): Promise<Answer<Release>> {
  const { kreisId, ersuchenId } = params;
  const ersuchen = requireReleasable(await loadErsuchen(tx, deps.schluessel, params), body.fassung);
  if ((ersuchen.pruefwert?.toString('hex') ?? null) !== body.pruefwert)
    throw new Refusal('gleichzeitig-geaendert', 409);
  await tx.run(sql`
    update ersuchen set stand = 'freigegeben', freigegeben_von = app_konto(), freigegeben_am = now(), fassung = fassung + 1,
      loeschlauf_id = ${await handToLoeschlauf(tx, ersuchen, today(deps.now()))}::uuid
    where kreis_id = ${kreisId} and id = ${ersuchenId}`);
  await leaveStep(tx, {
    kreisId,
    ersuchenId,
    schritt: 'freigegeben',
    daten: { entscheidung: ersuchen.entscheidung },
  });
  await tell(tx, ersuchen, 'ersuchen.freigegeben');
  return { fassung: body.fassung + 1 };
}

/** Gives a prepared answer back with a reason. */
export async function returnErsuchen({ tx, deps, params, body }: Call<Return>): Promise<Answer<Return>> {
  const { kreisId, ersuchenId } = params;
  const ersuchen = requireReleasable(await loadErsuchen(tx, deps.schluessel, params), body.fassung);
  await tx.run(sql`
    update ersuchen set stand = 'identitaet_geprueft', pruefwert = null, vorbereitet_von = null, vorbereitet_am = null,
      entscheidung = null, ablehnung = null, umfang = '[]', fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${ersuchenId}`);
  await leaveStep(tx, { kreisId, ersuchenId, schritt: 'zurueckgegeben', grund: body.grund });
  await tell(tx, ersuchen, 'ersuchen.zurueckgegeben');
  return { fassung: body.fassung + 1 };
}

/** A granted erasure becomes a proposal of the deletion, which has its own second account; nothing is erased here. */
async function handToLoeschlauf(tx: Tx, ersuchen: GeladenesErsuchen, heute: Day): Promise<string | null> {
  const { kreisId, personId, art, entscheidung } = ersuchen;
  if (art !== 'loeschung' || entscheidung !== 'stattgegeben' || personId === null) return null;
  return (await beantrageLoeschung(tx, { kreisId, personId, grund: 'ersuchen', heute })) ?? null;
}

function requireReleasable(ersuchen: GeladenesErsuchen, fassung: number): GeladenesErsuchen {
  requireStep(ersuchen, fassung, ['vorbereitet'], ersuchen.freigebend);
  if (ersuchen.beteiligt) throw new Refusal('vier-augen', 403);
  return ersuchen;
}

function tell(tx: Tx, ersuchen: GeladenesErsuchen, art: string): Promise<void> {
  const { kreisId, id, vorbereitetVon } = ersuchen;
  return sendNachricht(tx, {
    kreisId,
    an: vorbereitetVon === null ? [] : [vorbereitetVon],
    art,
    gegenstand: 'ersuchen',
    gegenstandId: id,
  });
}
