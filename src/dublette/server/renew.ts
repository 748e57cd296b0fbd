import { sql } from 'kysely';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { suchschluessel } from '#src/person/suchschluessel.ts';
import type { Database, Owner, Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import type { Angaben } from '../score.ts';

interface Installation {
  readonly db: Database;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
}

/**
 * Gives persons that were written before the duplicate check existed what it finds them by, and their codes for the
 * blind check; returns how many. Persons that have both stay as they are.
 */
export async function renewSuchschluessel(installation: Installation): Promise<number> {
  const { db, owner, schluessel } = installation;
  const kreise = await owner((tx) => tx.all(sql<{ id: string }>`select id from kreis order by id`));
  let renewed = 0;
  for (const { id: kreisId } of kreise) {
    const konto = await kommandozeile(installation, kreisId);
    if (!konto) continue;
    renewed += await db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: kreisId }, (tx) =>
      renewPersonen(tx, schluessel, kreisId),
    );
  }
  return renewed;
}

/** The same for one Kreis, in a transaction with purpose uebernahme for it. */
export async function renewPersonen(tx: Tx, schluessel: Schluessel, kreisId: string): Promise<number> {
  const persons = await tx.all(sql<Angaben & { id: string }>`
    select id, familienname, vorname, geburtsdatum from person
    where kreis_id = ${kreisId} and suchschluessel = '{}'`);
  for (const person of persons) {
    await tx.run(sql`
      update person set suchschluessel = ${suchschluessel(person)} where kreis_id = ${kreisId} and id = ${person.id}`);
    await refreshBegleitung(tx, schluessel, { ...person, kreisId, personId: person.id });
  }
  return persons.length;
}
