import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { registerDir, type Config } from '#src/platform/server/config.ts';
import type { Owner } from '#src/platform/server/db.ts';
import { readRegister } from './register.ts';

/**
 * Erases again whoever the register names and the database still holds: after a restored backup, or a crash between
 * register and commit. Returns how many were erased. Throws when the register cannot be read.
 */
export async function replayLoeschung(installation: {
  readonly owner: Owner;
  readonly config: Pick<Config, 'datenDir'>;
  readonly now: () => Date;
}): Promise<number> {
  const { owner, config, now } = installation;
  const heute = today(now());
  const zeilen = readRegister(registerDir(config));
  let anzahl = 0;
  for (const { kreis, person } of await findZurueckgekehrte(owner, zeilen)) {
    const alle = zeilen.filter((each) => each.kreis === kreis).map((each) => each.person);
    const { geloescht } = await owner((tx) =>
      tx.one(sql<{ geloescht: boolean }>`
        select loeschung_nachholen(${kreis}, ${person}, ${alle}::uuid[], ${heute}::date) as geloescht`),
    );
    if (geloescht) anzahl += 1;
  }
  return anzahl;
}

/** How many erased persons of the proofs the register does not know: 0, unless somebody cut it or took it away. */
export async function countMissing({
  owner,
  config,
}: {
  readonly owner: Owner;
  readonly config: Pick<Config, 'datenDir'>;
}): Promise<number> {
  const { anzahl } = await owner((tx) =>
    tx.one(sql<{ anzahl: number }>`select loeschung_nachgewiesen() as anzahl`),
  );
  return Math.max(0, anzahl - readRegister(registerDir(config)).length);
}

/** Those of the register that are there again, in one question: most starts find none. */
function findZurueckgekehrte(
  owner: Owner,
  zeilen: readonly { readonly kreis: string; readonly person: string }[],
): Promise<{ kreis: string; person: string }[]> {
  if (zeilen.length === 0) return Promise.resolve([]);
  return owner((tx) =>
    tx.all(sql<{ kreis: string; person: string }>`
      select z.kreis_id as kreis, z.person_id as person
      from loeschung_vorhanden(${zeilen.map((z) => z.kreis)}::text[], ${zeilen.map((z) => z.person)}::uuid[]) z`),
  );
}
