import { sql } from 'kysely';
import { setMerkmal } from '#src/person/server/merkmal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { openBogen, readErstberatung } from './load.ts';
import { sealBogen } from './seal.ts';

/**
 * When a consent is signed: the ratings that were kept without a name move under the seal of the person, who exists by
 * then. Returns false where there was no Erstberatung yet.
 */
export async function sealErstberatung(
  tx: Tx,
  _deps: Pick<Deps, 'schluessel'>,
  kreisId: string,
  anfrageId: string,
  personId: string,
  key: Key,
): Promise<boolean> {
  const [stand] = await readErstberatung(
    tx,
    kreisId,
    sql`e.anfrage_id = ${anfrageId} and e.person_id is null`,
  );
  if (!stand) return false;
  const bogen = openBogen(stand, undefined);
  const bogenId = await sealBogen(tx, { kreisId, personId, key }, null, bogen);
  await tx.run(sql`
    update erstberatung set person_id = ${personId}, bogen_id = ${bogenId}, bedarf = null, abweichung_code = null,
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${stand.id}`);
  const { sprache } = bogen.einschaetzung;
  if (sprache !== null) {
    const ort = { kreisId, personId, ab: stand.am };
    await setMerkmal(tx, ort, 'sprache', [{ wert: sprache, laeuftAbAm: null }]);
  }
  return true;
}
