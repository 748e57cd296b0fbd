import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Owner } from '#src/platform/server/db.ts';

/** The two tables of the protocol. */
export type Art = 'lesezugriff' | 'ereignis';
export const arten: readonly Art[] = ['lesezugriff', 'ereignis'];

/** Rows of one block at most, so that a broken link points to a small place. */
const rowsPerBlock = 1_000;
/** So long a run waits for transactions that could still add a row; the next run tries again. */
const patienceMs = 10_000;

/** Up to which id rows can no longer come in. */
type Grenze = Readonly<Record<Art, number>>;

/**
 * Seals everything that is settled, in blocks, Kreis by Kreis. Nobody who answers a request waits for it. Answers how
 * many rows it sealed; none while a transaction that writes to the protocol stays open too long.
 */
export async function sealProtokoll(owner: Owner, blockSize = rowsPerBlock): Promise<number> {
  const grenze = await findSettled(owner);
  if (!grenze) return 0;
  const kreise = await owner((tx) => tx.all(sql<{ id: string }>`select id from kreis order by id`));
  let rows = 0;
  for (const { id } of kreise) {
    for (const art of arten) {
      for (;;) {
        const sealed = await owner(async (tx) => {
          const row = await tx.one(sql<{ anzahl: number }>`
            select protokoll_versiegeln(${id}, ${art}, ${grenze[art]}, ${blockSize}) as anzahl`);
          return row.anzahl;
        });
        rows += sealed;
        if (sealed < blockSize) break;
      }
    }
  }
  return rows;
}

/**
 * Ids become visible out of order: a transaction takes its id when it inserts and shows it when it commits. Whoever has
 * taken one holds a lock of the table until he ends. So: the highest id handed out, then who holds the lock; when all of
 * those have ended, nothing at or below that id can appear any more. No transaction number is kept, so that a restored
 * database in another cluster means the same.
 */
async function findSettled(owner: Owner): Promise<Grenze | undefined> {
  const deadline = Date.now() + patienceMs;
  const first = await owner(async (tx) => {
    const letzte = await tx.one(sql<Grenze>`
      select (select case when is_called then last_value else 0 end from lesezugriff_id_seq) as lesezugriff,
        (select case when is_called then last_value else 0 end from ereignis_id_seq) as ereignis`);
    // A statement of its own: it must look after the ids were read.
    return { letzte, offen: await listWriters(tx) };
  });
  let { offen } = first;
  while (offen.length > 0) {
    if (Date.now() > deadline) return undefined;
    await wait(100);
    const still = new Set(await owner(listWriters));
    offen = offen.filter((writer) => still.has(writer));
  }
  return first.letzte;
}

/** Transactions that have written to the protocol, or are about to, and have not ended. */
async function listWriters(tx: Parameters<Parameters<Owner>[0]>[0]): Promise<string[]> {
  const rows = await tx.all(sql<{ wer: string }>`
    select distinct l.virtualtransaction as wer from pg_locks l
    where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and l.relation in ('lesezugriff'::regclass, 'ereignis'::regclass)`);
  return rows.map(({ wer }) => wer);
}
