import { sql } from 'kysely';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { faktorContract } from '../contract.ts';
import { countCodes } from './codes.ts';

/** The account's own apps, passkeys and how many recovery codes are left. */
export const listFaktor: Handler<typeof faktorContract.listFaktor> = async ({ tx, actor }) => {
  const { kreisId, kontoId } = actor;
  const pflicht = await isPflicht(tx, actor);
  return tx.as('lotse_anmeldung', async () => {
    const totp = await tx.all(sql<{ id: string; name: string; am: Date }>`
      select id, name, bestaetigt_am as am from faktor_totp
      where kreis_id = ${kreisId} and konto_id = ${kontoId} and bestaetigt_am is not null order by bestaetigt_am`);
    const passkey = await tx.all(sql<{ id: string; name: string; am: Date; zuletzt: Date | null }>`
      select id, name, angelegt_am as am, zuletzt_am as zuletzt from faktor_passkey
      where kreis_id = ${kreisId} and konto_id = ${kontoId} order by angelegt_am`);
    return {
      totp: totp.map(({ id, name, am }) => ({ id, name, angelegtAm: am.toISOString() })),
      passkey: passkey.map(({ id, name, am, zuletzt }) => ({
        id,
        name,
        angelegtAm: am.toISOString(),
        zuletztAm: zuletzt?.toISOString() ?? null,
      })),
      codes: await countCodes(tx, actor),
      pflicht,
    };
  });
};

/** Whether a role that the account holds now counts only with a second factor. */
export async function isPflicht(tx: Tx, actor: Actor): Promise<boolean> {
  if (actor.faktorNoetig) return true;
  if (actor.demo) return false;
  const rollen = actor.rollen.map(({ rolle }) => rolle);
  const { pflicht } = await tx.one(sql<{ pflicht: boolean }>`
    select coalesce(bool_or(rolle_braucht_faktor(r)), false) as pflicht from unnest(${rollen}::text[]) r`);
  return pflicht;
}
