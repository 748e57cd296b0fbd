import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#src/platform/server/db.ts';
import type { unterschriftZeile } from '../unterschrift.ts';

type Zeile = z.infer<typeof unterschriftZeile>;

/** Signatures of a person by what they stand under, in the order in which they were given. */
export async function readUnterschriften(
  tx: Tx,
  kreisId: string,
  personId: string,
  gegenstand: 'einwilligung' | 'entbindung' | 'hilfeplan',
): Promise<(gegenstandId: string) => Zeile[]> {
  const rows = await tx.all(sql<Omit<Zeile, 'am'> & { am: Date; gegenstandId: string }>`
    select u.id, u.rolle, u.form, u.am, u.anhang_id is not null as scan, u.gegenstand_id as "gegenstandId"
    from unterschrift u
    where u.kreis_id = ${kreisId} and u.person_id = ${personId} and u.gegenstand = ${gegenstand}
    order by u.am, u.rolle = 'fachkraft', u.rolle`);
  return (id) =>
    rows.flatMap(({ gegenstandId, am, ...row }) =>
      gegenstandId === id ? [{ ...row, am: am.toISOString() }] : [],
    );
}
