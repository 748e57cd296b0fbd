import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { einwilligungContract } from '../contract.ts';
import { anhangOrt } from './anhang.ts';
import { loadPerson } from './load-person.ts';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** The scan of a signature; its file name says nothing of the person. */
export async function getScan(call: Call<typeof einwilligungContract.getScan>): Promise<FileAnswer> {
  const { tx, deps, params } = call;
  const { kreisId, personId, unterschriftId } = params;
  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  const row = await tx.first(sql<{ id: string; medientyp: string; siegel: Buffer }>`
    select a.id, a.medientyp, a.siegel from unterschrift u
    join anhang a on a.kreis_id = u.kreis_id and a.id = u.anhang_id
    where u.kreis_id = ${kreisId} and u.person_id = ${personId} and u.id = ${unterschriftId}`);
  if (!row) throw notFound();
  await tx.run(sql`
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'unterschrift.scan')`);
  markLesezugriff(tx);
  return {
    name: `unterschrift-${unterschriftId.slice(0, 8)}.${endings[row.medientyp] ?? 'bin'}`,
    type: row.medientyp,
    bytes: unseal(person.key, row.siegel, anhangOrt(row.id)),
  };
}
