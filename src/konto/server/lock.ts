import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { endSitzungen } from './end-sitzung.ts';
import { loadKonto, refuseOwn } from './load.ts';
import { readZustand } from './read-zustand.ts';
import { requireAdministration } from './require-administration.ts';

/** Locks an account and ends its sessions: the next request of each is refused. */
export async function lockKonto(call: Call<typeof kontoContract.lockKonto>): Promise<undefined> {
  const { tx, params, actor } = call;
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, kontoId);
  await requireAdministration(tx, kreisId, kontoId);
  const changed = await tx.run(sql`
    update konto set gesperrt_am = now(), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${kontoId} and gesperrt_am is null`);
  await endSitzungen(tx, kreisId, kontoId);
  if (changed === 0) return;
  await recordEreignis(tx, {
    kreisId,
    art: 'zugang.konto-gesperrt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
  });
}

/** Opens an account that was locked or has been away too long, and forgets its failed tries. */
export async function unlockKonto(call: Call<typeof kontoContract.unlockKonto>): Promise<undefined> {
  const { tx, params, actor, deps } = call;
  const { kreisId, kontoId, anmeldename } = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, kontoId);
  const [vorher] = await readZustand(tx, kreisId, [kontoId]);
  await tx.run(sql`
    update konto set gesperrt_am = null, entsperrt_am = now(), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${kontoId}`);
  const [nachher] = await readZustand(tx, kreisId, [kontoId]);
  // Whoever has left stays out until the day is taken back.
  if (nachher?.zustand === 'gesperrt')
    throw new Refusal('konto-beendet', 422, { daten: { endetAm: nachher.endetAm } });
  await tx.as('lotse_anmeldung', () =>
    tx.run(sql`delete from anmeldeversuch where anmeldename = ${anmeldename} and not gelungen`),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'zugang.konto-entsperrt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { vorher: vorher?.zustand ?? null, am: deps.now().toISOString().slice(0, 10) },
  });
}
