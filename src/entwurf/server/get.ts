import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { entwurfContract } from '../contract.ts';
import { openEntwurf } from './seal.ts';

type Get = typeof entwurfContract.getEntwurf;

/** The account's draft of a form; null values when there is none. */
export async function getEntwurf({ tx, actor, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const row = await tx.first(sql<{ siegel: Buffer; geaendert: Date }>`
    select siegel, geaendert_am as geaendert from entwurf
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}
      and formular = ${params.formular} and bezug = ${params.bezug}`);
  if (!row) return { werte: null, geaendertAm: null };
  return { werte: openEntwurf(deps, actor, params, row.siegel), geaendertAm: row.geaendert.toISOString() };
}
