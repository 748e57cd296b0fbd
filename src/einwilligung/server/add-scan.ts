import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanDatei } from '#src/dokument/server/clean.ts';
import { DateiFehler } from '#src/dokument/server/datei-fehler.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { seal } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { einwilligungContract } from '../contract.ts';
import { scanRefusal, scanTyp } from '../scan.ts';
import { anhangOrt } from './anhang.ts';
import { loadPerson } from './load-person.ts';

/** Keeps the scan of a signature on paper, sealed; what it is says its content, not its name. */
export async function addScan(call: Call<typeof einwilligungContract.addScan>): Promise<undefined> {
  const { tx, deps, params, upload } = call;
  const { kreisId, personId, unterschriftId } = params;
  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  const unterschrift = await tx.first(sql<{ form: string; anhang_id: string | null }>`
    select form, anhang_id from unterschrift
    where kreis_id = ${kreisId} and person_id = ${personId} and id = ${unterschriftId} for update`);
  if (!unterschrift) throw notFound();
  if (unterschrift.form !== 'papier') throw new Refusal('scan-nur-papier', 409);
  if (unterschrift.anhang_id !== null) throw new Refusal('scan-besteht', 409);
  const refusal = scanRefusal(upload.length, upload);
  const typ = scanTyp(upload);
  if (refusal !== undefined || typ === undefined) {
    throw refuse(refusal ?? 'scan-typ');
  }
  const bytes = await clean(upload);
  const id = randomUUID();
  await tx.run(sql`
    insert into anhang (kreis_id, id, person_id, medientyp, groesse, siegel, erfasst_von)
    values (${kreisId}, ${id}, ${personId}, ${typ}, ${bytes.length}, ${seal(person.key, bytes, anhangOrt(id))},
      app_konto())`);
  await tx.run(sql`
    update unterschrift set anhang_id = ${id} where kreis_id = ${kreisId} and id = ${unterschriftId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'unterschrift.scan',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { medientyp: typ, groesse: bytes.length },
  });
}

/** Without what the scanner or the telephone says of itself and the place; refused when it is no sound picture or PDF. */
async function clean(upload: Buffer): Promise<Buffer> {
  try {
    return (await cleanDatei(upload, '')).bytes;
  } catch (error) {
    if (error instanceof DateiFehler) throw refuse('scan-beschaedigt');
    throw error;
  }
}

function refuse(code: string): Refusal {
  return new Refusal(code, 422, { felder: [{ instance: '/scan', code }] });
}
