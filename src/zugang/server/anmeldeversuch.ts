import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Database, Tx } from '#src/platform/server/db.ts';
import { maxTriesPerAddress, tryWindowSeconds, waitSeconds } from '#src/zugang/rules.ts';

/** Who tries from where; the name is what was typed, whether such an account exists or not. */
export interface Versuch {
  readonly anmeldename: string;
  readonly adresse: string;
}

/**
 * Counts a try before it is evaluated, in a transaction of its own, so that neither a refusal nor parallel
 * guesses get around the limits. Refuses with anmeldung-gesperrt and the seconds to wait.
 */
export async function reserveTry(db: Database, versuch: Versuch): Promise<void> {
  const wait = await db.asNobody((tx) => tx.as('lotse_anmeldung', () => reserve(tx, versuch)));
  if (wait > 0) throw new Refusal('anmeldung-gesperrt', 429, { daten: { sekunden: wait } });
}

async function reserve(tx: Tx, { anmeldename, adresse }: Versuch): Promise<number> {
  // Parallel tries from one address and of one account stand in line, always in this order.
  for (const key of [`adresse:${adresse}`, `anmeldename:${anmeldename}`]) {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  }
  const address = await tx.one(sql<{ anzahl: number; frei_in: number }>`
    select count(*)::int as anzahl,
      coalesce(ceil(extract(epoch from min(am) + interval '1 hour' - now())), 0)::int as frei_in
    from anmeldeversuch where adresse = ${adresse} and not gelungen and am > now() - interval '1 hour'`);
  if (address.anzahl >= maxTriesPerAddress) return Math.max(1, address.frei_in);

  const wait = waitSeconds(await failureAges(tx, anmeldename, adresse));
  if (wait > 0) return wait;
  await tx.run(sql`
    insert into anmeldeversuch (anmeldename, adresse, am, gelungen)
    values (${anmeldename}, ${adresse}, clock_timestamp(), false)`);
  return 0;
}

/**
 * Ages in seconds of the failures that count for this try. Where the account signed in successfully within
 * thirty days only failures from there count: strangers cannot lock the owner out of the usual place.
 */
async function failureAges(tx: Tx, anmeldename: string, adresse: string): Promise<number[]> {
  const rows = await tx.all(sql<{ alter_sekunden: number }>`
    with bekannt as (
      select distinct adresse from anmeldeversuch
      where anmeldename = ${anmeldename} and gelungen and am > now() - interval '30 days')
    select extract(epoch from clock_timestamp() - v.am)::float8 as alter_sekunden
    from anmeldeversuch v
    where v.anmeldename = ${anmeldename} and not v.gelungen
      and v.am > now() - make_interval(secs => ${tryWindowSeconds})
      and case when ${adresse} in (select adresse from bekannt) then v.adresse = ${adresse}
        else v.adresse not in (select adresse from bekannt) end`);
  return rows.map((row) => row.alter_sekunden);
}

/** After a success the account's own failures from there are forgiven, and old rows go. */
export async function settleTries(tx: Tx, { anmeldename, adresse }: Versuch): Promise<void> {
  await tx.run(sql`
    delete from anmeldeversuch
    where (anmeldename = ${anmeldename} and adresse = ${adresse})
      or am < now() - interval '30 days' or (not gelungen and am < now() - interval '1 day')`);
  await tx.run(sql`
    insert into anmeldeversuch (anmeldename, adresse, gelungen) values (${anmeldename}, ${adresse}, true)`);
}
