import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { dubletteContract } from '../contract.ts';
import { loadEigene, loadNummern, recordGelesen, toNummer } from './eintrag.ts';

type Get = typeof dubletteContract.getZusammenfuehrung;

/** The other records of the person of a case; nothing where the account does not work on it. */
export async function getZusammenfuehrung({ tx, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const rows = await tx.all(sql<{ id: string; bleibt: boolean; personId: string }>`
    select id, bleibt, person_id as "personId" from zusammenfuehrung_zu(${kreisId}, ${fallId}::uuid)`);
  const ids = rows.map((row) => row.personId);
  const nummern = await loadNummern(tx, kreisId, ids);
  const eigene = await loadEigene(tx, kreisId, ids);
  await recordGelesen(tx, kreisId, [...eigene.keys()], 'zusammenfuehrung.get');
  markLesezugriff(tx);
  return rows.map(({ id, bleibt, personId }) => {
    const name = eigene.get(personId);
    const shown = name && {
      familienname: name.familienname,
      vorname: name.vorname,
      geburtsdatum: name.geburtsdatum,
    };
    return { id, bleibt, anderer: toNummer(personId, nummern, shown ?? null, shown !== undefined) };
  });
}
