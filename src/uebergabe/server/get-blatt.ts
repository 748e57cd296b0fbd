import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { uebergabeContract } from '../contract.ts';
import { readBlatt } from './read-blatt.ts';

type Get = typeof uebergabeContract.getBlatt;

/** The hand-over sheet as it stands. */
export async function getBlatt({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const { nummer, familienname, vorname, personId, fassung, wissen, posten } = await readBlatt(
    tx,
    deps,
    kreisId,
    fallId,
  );
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'uebergabe.blatt')`);
  markLesezugriff(tx);
  return { nummer, person: { familienname, vorname }, fassung, wissen, posten };
}
