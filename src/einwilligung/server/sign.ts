import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Striche, UnterschriftRolle } from '../unterschrift.ts';

export interface ToSign {
  readonly kreisId: string;
  readonly personId: string;
  readonly key: Key;
  readonly gegenstand: 'einwilligung' | 'entbindung' | 'hilfeplan';
  readonly gegenstandId: string;
  /** The whole text as it was shown. */
  readonly text: string;
  readonly unterschrift: readonly {
    readonly rolle: UnterschriftRolle;
    readonly form: 'bildschirm' | 'papier';
    readonly strich: Striche;
  }[];
}

/** The bytes under which the strokes and the text of a signature lie sealed are bound to these places. */
export const strichOrt = (unterschriftId: string): string => `${unterschriftId}:strich`;
export const textOrt = (unterschriftId: string): string => `${unterschriftId}:text`;

/** Keeps signatures under a text: strokes sealed, with time and SHA-256 of exactly this text. */
export async function sign(
  tx: Tx,
  { kreisId, personId, key, gegenstand, gegenstandId, text, unterschrift }: ToSign,
): Promise<{ id: string; rolle: string; form: string }[]> {
  const pruefwert = createHash('sha256').update(text).digest();
  const made: { id: string; rolle: string; form: string }[] = [];
  for (const { rolle, form, strich } of unterschrift) {
    const id = randomUUID();
    const siegel = form === 'bildschirm' ? sealForPerson(key, strichOrt(id), JSON.stringify(strich)) : null;
    await tx.run(sql`
      insert into unterschrift (kreis_id, id, person_id, gegenstand, gegenstand_id, rolle, form, text_pruefwert,
        text_siegel, strich_siegel, erfasst_von)
      values (${kreisId}, ${id}, ${personId}, ${gegenstand}, ${gegenstandId}, ${rolle}, ${form}, ${pruefwert},
        ${sealForPerson(key, textOrt(id), text)}, ${siegel}, app_konto())`);
    made.push({ id, rolle, form });
  }
  return made;
}
