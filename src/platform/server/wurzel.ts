import { sql } from 'kysely';
import type { Owner, Tx } from './db.ts';
import { unwrapUnder, wrapUnder, type Hauptschluessel, type Ring } from './hauptschluessel.ts';
import { hauptschluesselLock, traegerPlace, type Wurzel } from './schluessel.ts';
import { newKey } from './siegel.ts';

/** Binds a wrapped root key to its row. */
export function wurzelPlace(nummer: number): string {
  return `wurzel:${nummer}`;
}

/** The roots in order, unwrapped. */
export async function readWurzeln(tx: Tx, ring: Ring): Promise<Wurzel[]> {
  const rows = await tx.all(sql<{ nummer: number; verpackt: Buffer; gilt_ab: Date }>`
    select nummer, schluessel_verpackt as verpackt, gilt_ab from wurzelschluessel order by nummer`);
  return rows.map(({ nummer, verpackt, gilt_ab }) => ({
    nummer,
    key: unwrapUnder(ring, verpackt, wurzelPlace(nummer)),
    giltAb: gilt_ab,
  }));
}

/**
 * Compares the keys at hand with those the database was sealed with and answers the roots. Refuses a key that does not
 * belong to this database. The first start notes the key and makes the first root.
 */
export async function ensureWurzeln(owner: Owner, ring: Ring): Promise<Wurzel[]> {
  return owner(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${hauptschluesselLock})`);
    const gilt = await tx.first(sql<{ kennung: string }>`
      select kennung from hauptschluessel order by nummer desc limit 1`);
    if (gilt && !ring.find(gilt.kennung)) throw wrongKey(ring);
    if (!gilt) await noteFirst(tx, ring);
    return readWurzeln(tx, ring);
  });
}

async function noteFirst(tx: Tx, ring: Ring): Promise<void> {
  const sealed = await tx.first(sql<{ kreis_id: string; traeger_id: string; verpackt: Buffer }>`
    select kreis_id, traeger_id, schluessel_verpackt as verpackt from traeger_schluessel limit 1`);
  const master = ring.current();
  if (sealed) {
    try {
      unwrapUnder(ring, sealed.verpackt, traegerPlace(sealed.kreis_id, sealed.traeger_id));
    } catch {
      throw wrongKey(ring);
    }
  }
  await tx.run(sql`insert into hauptschluessel (kennung, nummer) values (${master.kennung}, 1)`);
  // What was sealed before there were roots hangs from the master key itself.
  await insertWurzel(tx, master, { nummer: 1, key: sealed ? master.key : newKey(), giltAb: new Date() });
}

/** Stores a root, wrapped under the master key. */
async function insertWurzel(tx: Tx, master: Hauptschluessel, wurzel: Wurzel): Promise<void> {
  const { nummer, key, giltAb } = wurzel;
  await tx.run(sql`insert into wurzelschluessel (nummer, schluessel_verpackt, gilt_ab)
    values (${nummer}, ${wrapUnder(master, key, wurzelPlace(nummer))}, ${giltAb})`);
}

function wrongKey(ring: Ring): Error {
  const names = ring.all().map(({ kennung }) => kennung);
  return new Error(
    `Der Hauptschlüssel (Kennung ${names.join(', ')}) gehört nicht zu dieser Datenbank. Ohne den richtigen sind die ` +
      'Texte nicht lesbar; Lotse startet nicht, damit nichts unter einem fremden Schlüssel dazukommt.',
  );
}
