import { sql } from 'kysely';
import { tellZugang } from '#src/konto/server/tell.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { recordKontoEreignis, type KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import type { faktorContract } from '../contract.ts';
import { lockFaktoren } from './lock.ts';
import { tellKonto } from './tell-konto.ts';

/**
 * Takes all second factors and recovery codes from an account and ends its sessions; the next sign-in sets up a new one.
 * `by` is null when the machine's operator does it. Runs as lotse_anmeldung or lotse_owner; how many factors there were.
 */
export async function resetFaktoren(tx: Tx, konto: KontoKey, by: string | null): Promise<number> {
  const { kreisId, kontoId } = konto;
  await lockFaktoren(tx, konto);
  const own = sql`kreis_id = ${kreisId} and konto_id = ${kontoId}`;
  const apps = await tx.run(sql`delete from faktor_totp where ${own} and bestaetigt_am is not null`);
  const passkeys = await tx.run(sql`delete from faktor_passkey where ${own}`);
  await tx.run(sql`delete from faktor_totp where ${own}`);
  await tx.run(sql`delete from wiederherstellungscode where ${own}`);
  const beendet = await tx.run(sql`delete from sitzung where ${own}`);
  const anzahl = apps + passkeys;
  await recordKontoEreignis(tx, konto, 'faktor.zurueckgesetzt', by, { anzahl, beendet });
  await tellKonto(tx, konto, 'faktor.zurueckgesetzt');
  return anzahl;
}

/** For somebody who has lost app and recovery codes: the administration resets, nobody her own. */
export const resetFaktor: Handler<typeof faktorContract.resetFaktor> = async ({ tx, actor, params }) => {
  const { kreisId, kontoId } = params;
  const konto = await tx.first(sql`
    select 1 from konto where kreis_id = ${kreisId} and id = ${kontoId} and verwaltet_konto(kreis_id, id)`);
  if (!konto) throw notFound();
  if (actor.kontoId === kontoId) throw new Refusal('eigenes-konto');
  const anzahl = await tx.as('lotse_anmeldung', () => resetFaktoren(tx, params, actor.kontoId));
  await tellZugang(tx, kreisId, kontoId, 'faktor');
  return { anzahl };
};
