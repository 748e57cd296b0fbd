import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { NachtragZeile } from '../notiz.ts';

interface Ort {
  readonly kreisId: string;
  readonly fallId: string;
}

/** An amendment and the note or contact to which it belongs. */
export interface GelesenerNachtrag extends NachtragZeile {
  readonly zuId: string;
}

/** Amendments of a case that the account may read, oldest first. */
export async function readNachtraege(
  tx: Tx,
  { kreisId, fallId }: Ort,
  zu: 'notiz' | 'kontakt',
  key: Key,
): Promise<GelesenerNachtrag[]> {
  const rows = await tx.all(sql<{
    id: string;
    zuId: string;
    siegel: Buffer;
    am: Date;
    vonName: string | null;
  }>`
    select n.id, ${sql.ref(`n.${zu}_id`)} as "zuId", n.text_siegel as siegel, n.erfasst_am as am, k.name as "vonName"
    from nachtrag n left join konto k on k.kreis_id = n.kreis_id and k.id = n.erfasst_von
    where n.kreis_id = ${kreisId} and n.fall_id = ${fallId} and ${sql.ref(`n.${zu}_id`)} is not null
    order by n.erfasst_am, n.id`);
  return rows.map(({ siegel, ...row }) => ({
    ...row,
    am: row.am.toISOString(),
    text: unsealForPerson(key, row.id, siegel),
  }));
}

/** Adds a sealed amendment to a note or a contact; nothing that stood before is touched. */
export async function writeNachtrag(
  tx: Tx,
  { kreisId, fallId }: Ort,
  zu: { readonly notizId?: string; readonly kontaktId?: string },
  key: Key,
  text: string,
): Promise<string> {
  const id = randomUUID();
  await tx.run(sql`
    insert into nachtrag (kreis_id, id, fall_id, notiz_id, kontakt_id, text_siegel, erfasst_von)
    values (${kreisId}, ${id}, ${fallId}, ${zu.notizId ?? null}, ${zu.kontaktId ?? null},
      ${sealForPerson(key, id, text)}, app_konto())`);
  return id;
}
