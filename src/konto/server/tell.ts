import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { RolleWunsch } from '../contract.ts';
import { isMeldepflichtig, readsPersonen } from '../rules.ts';

/** Accounts that hold a role today, for the whole Kreis or at the Träger. */
async function listHolders(
  tx: Tx,
  kreisId: string,
  rolle: string,
  traegerId: string | null,
): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct k.id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and k.kreis_id = ${kreisId} and r.rolle = ${rolle}
      and (r.traeger_id is null or r.traeger_id is not distinct from ${traegerId}::uuid)
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  return rows.map(({ id }) => id);
}

/** Those who watch over rights learn of a role that was given: the Datenschutz, or the line manager of the Träger. */
export async function tellRolle(
  tx: Tx,
  kreisId: string,
  kontoId: string,
  wunsch: Pick<RolleWunsch, 'rolle' | 'traegerId'>,
): Promise<void> {
  const watcher = isMeldepflichtig(wunsch.rolle)
    ? 'datenschutz'
    : readsPersonen(wunsch.rolle)
      ? 'traegerleitung'
      : undefined;
  if (watcher === undefined) return;
  await sendNachricht(tx, {
    kreisId,
    an: await listHolders(tx, kreisId, watcher, wunsch.traegerId),
    art: 'konto.rolle_erteilt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { rolle: wunsch.rolle },
  });
}

/** A sign-in service may say who somebody is, so the Datenschutz learns that one was added or changed. */
export async function tellAnbieter(tx: Tx, kreisId: string, traegerId: string | null): Promise<void> {
  await sendNachricht(tx, {
    kreisId,
    an: await listHolders(tx, kreisId, 'datenschutz', traegerId),
    art: 'konto.anmeldedienst_geaendert',
    gegenstand: 'konto',
  });
}

/** A new way into an existing account is shown to its owner and to the Datenschutz, of its Träger too: whoever gives it could take it herself. */
export async function tellZugang(
  tx: Tx,
  kreisId: string,
  kontoId: string,
  weg: 'link' | 'anmeldedienst' | 'faktor',
): Promise<void> {
  const orte = await tx.all(sql<{ traegerId: string | null }>`
    select distinct traeger_id as "traegerId" from rolle
    where kreis_id = ${kreisId} and konto_kreis_id = ${kreisId} and konto_id = ${kontoId}
      and (gueltig_bis is null or gueltig_bis > now()) union select null`);
  const holders = [];
  for (const { traegerId } of orte) holders.push(await listHolders(tx, kreisId, 'datenschutz', traegerId));
  await sendNachricht(tx, {
    kreisId,
    an: [kontoId, ...holders.flat()],
    art: 'konto.zugang_erneuert',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { weg },
  });
}
