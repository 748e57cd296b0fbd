import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { appendRegister } from './register.ts';

const getilgt = z.object({
  person: z.array(z.uuid()),
  fall: z.array(z.uuid()),
  lauf: z.uuid(),
  art: z.string(),
});

export interface Tilgung {
  readonly kreisId: string;
  readonly postenId: string;
  readonly heute: Day;
  /** Last day on which the consent must be proved. */
  readonly nachweisBis: Day;
  readonly registerDir: string;
}

/**
 * Erases the person of a released item: the only way in which the server can. The function of the database checks the two
 * accounts, the hold and the Träger once more; the register knows before the transaction ends. False: not to be erased.
 */
export async function erasePerson(tx: Tx, tilgung: Tilgung): Promise<boolean> {
  const { kreisId, postenId, heute, nachweisBis, registerDir } = tilgung;
  const { antwort } = await tx.one(sql<{ antwort: unknown }>`
    select loeschung_ausfuehren(${kreisId}, ${postenId}, ${heute}::date, ${nachweisBis}::date) as antwort`);
  if (antwort === null) return false;
  const { person, fall, lauf, art } = getilgt.parse(antwort);
  await recordEreignis(tx, {
    kreisId,
    art: 'loeschung.ausgefuehrt',
    gegenstand: 'loeschlauf',
    gegenstandId: lauf,
    daten: { regel: art, personen: person.length, faelle: fall.length },
  });
  // Nothing may fail after this but the commit, and then the next start erases what the register says.
  await tx.run(sql`set constraints all immediate`);
  appendRegister(
    registerDir,
    person.map((id) => ({ kreis: kreisId, person: id, faelle: fall, tag: heute, lauf, posten: postenId })),
  );
  return true;
}
