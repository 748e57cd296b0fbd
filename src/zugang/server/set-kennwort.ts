import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { checkKennwort } from './check-kennwort.ts';
import { endSitzung } from './end-sitzung.ts';
import { hashKennwort } from './kennwort.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** Sets a password without asking for the old one and ends all sessions; runs as lotse_owner. */
export async function setKennwort(tx: Tx, konto: KontoKey, kennwort: string): Promise<void> {
  const { anmeldename, name, kreis } = await tx.one(sql<{
    anmeldename: string;
    name: string;
    kreis: string;
  }>`
    select anmeldename, name, (select name from kreis where id = kreis_id) as kreis from konto where kreis_id = ${konto.kreisId} and id = ${konto.kontoId}`);
  const code = await checkKennwort(kennwort, anmeldename, [name, kreis]);
  if (code) throw new Refusal(code);
  await storeKennwort(tx, konto, await hashKennwort(kennwort));
  await endSitzung(tx, konto);
  // Someone who forgot the password has used up the tries by now.
  await tx.run(sql`delete from anmeldeversuch where anmeldename = ${anmeldename} and not gelungen`);
  await recordKontoEreignis(tx, konto, 'zugang.kennwort-gesetzt', null);
}

/** Stores a ready argon2id text, for many accounts that share one (demonstration). */
export async function storeKennwort(tx: Tx, konto: KontoKey, pruefwert: string): Promise<void> {
  await tx.run(sql`
    insert into kennwort (kreis_id, konto_id, pruefwert) values (${konto.kreisId}, ${konto.kontoId}, ${pruefwert})
    on conflict (kreis_id, konto_id) do update set pruefwert = excluded.pruefwert, geaendert_am = now()`);
}
