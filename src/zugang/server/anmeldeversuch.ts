import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import { networkOf } from '#src/platform/server/client-address.ts';
import type { Database, Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Session } from '#src/platform/server/session.ts';
import { maxTriesPerAddress, tryWindowSeconds, waitSeconds } from '#src/zugang/rules.ts';
import { extendAusweis, readGeraet } from './ausweis.ts';

/** Who tries from where; the name is what was typed, whether such an account exists or not. */
export interface Versuch {
  readonly anmeldename: string;
  readonly adresse: string;
  /** The browser as the account knows it (readGeraet); empty: a stranger. */
  readonly geraet: string;
}

/** One for password, one-time code, recovery code, passkey and anew proved identity together. */
export function versuchOf(
  { schluessel }: Pick<Deps, 'schluessel'>,
  session: Session,
  anmeldename: string,
): Versuch {
  const geraet = readGeraet(schluessel, session.ausweis, anmeldename);
  return { anmeldename, adresse: networkOf(session.adresse), geraet };
}

/**
 * Counts a try before it is evaluated, in a transaction of its own, so that neither a refusal nor parallel
 * guesses get around the limits; the id of the try. Refuses with anmeldung-gesperrt and the seconds to wait.
 */
export async function reserveTry(db: Database, versuch: Versuch): Promise<string> {
  const { id, wait } = await db.asNobody((tx) => tx.as('lotse_anmeldung', () => reserve(tx, versuch)));
  if (wait > 0) throw new Refusal('anmeldung-gesperrt', 429, { daten: { sekunden: wait } });
  return id;
}

async function reserve(tx: Tx, versuch: Versuch): Promise<{ id: string; wait: number }> {
  const { anmeldename, adresse, geraet } = versuch;
  // Parallel tries from one address and of one account stand in line, always in this order.
  for (const key of [`adresse:${adresse}`, `anmeldename:${anmeldename}`]) {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  }
  const wait =
    geraet === ''
      ? (await waitOfAddress(tx, adresse)) || waitSeconds(await failureAges(tx, versuch))
      : waitSeconds(await failureAges(tx, versuch));
  if (wait > 0) return { id: '', wait };
  const { id } = await tx.one(sql<{ id: string }>`
    insert into anmeldeversuch (anmeldename, adresse, geraet, am, gelungen)
    values (${anmeldename}, ${adresse}, ${geraet}, clock_timestamp(), false) returning id`);
  return { id, wait };
}

/** Seconds until a stranger at this address may try any account again. */
async function waitOfAddress(tx: Tx, adresse: string): Promise<number> {
  const { anzahl, frei_in: freiIn } = await tx.one(sql<{ anzahl: number; frei_in: number }>`
    select count(*)::int as anzahl,
      coalesce(ceil(extract(epoch from min(am) + interval '1 hour' - now())), 0)::int as frei_in
    from anmeldeversuch
    where adresse = ${adresse} and geraet = '' and not gelungen and am > now() - interval '1 hour'`);
  return anzahl >= maxTriesPerAddress ? Math.max(1, freiIn) : 0;
}

/**
 * Ages in seconds of the failures that count for this try: those of the same known browser, or all of strangers. So
 * strangers cannot lock the owner out of the browser where she signed in before.
 */
async function failureAges(tx: Tx, { anmeldename, geraet }: Versuch): Promise<number[]> {
  const rows = await tx.all(sql<{ alter_sekunden: number }>`
    select extract(epoch from clock_timestamp() - am)::float8 as alter_sekunden
    from anmeldeversuch
    where anmeldename = ${anmeldename} and geraet = ${geraet} and not gelungen
      and am > now() - make_interval(secs => ${tryWindowSeconds})`);
  return rows.map((row) => row.alter_sekunden);
}

/** Takes back one reserved try that was right but did not yet sign in; the wrong ones before it stay. */
export async function releaseTry(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from anmeldeversuch where id = ${id}`);
}

/** After a full success the account's own failures from there are forgiven, old rows go, and the browser is known. */
export async function settleTries(
  tx: Tx,
  versuch: Versuch,
  remember?: { readonly schluessel: Deps['schluessel']; readonly session: Session },
): Promise<void> {
  const { anmeldename, adresse, geraet } = versuch;
  await tx.run(sql`
    delete from anmeldeversuch
    where (anmeldename = ${anmeldename} and geraet = ${geraet} and (geraet <> '' or adresse = ${adresse}))
      or am < now() - interval '30 days' or (not gelungen and am < now() - interval '1 day')`);
  await tx.run(sql`
    insert into anmeldeversuch (anmeldename, adresse, geraet, gelungen)
    values (${anmeldename}, ${adresse}, ${geraet}, true)`);
  if (!remember) return;
  const { schluessel, session } = remember;
  session.keepAusweis(extendAusweis(schluessel, session.ausweis, anmeldename));
}
