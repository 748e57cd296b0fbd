import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
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
    throw new Refusal(refusal ?? 'scan-typ', 422, {
      felder: [{ instance: '/scan', code: refusal ?? 'scan-typ' }],
    });
  }
  const id = randomUUID();
  await tx.run(sql`
    insert into anhang (kreis_id, id, person_id, medientyp, groesse, siegel, erfasst_von)
    values (${kreisId}, ${id}, ${personId}, ${typ}, ${upload.length}, ${seal(person.key, upload, anhangOrt(id))},
      app_konto())`);
  await tx.run(sql`
    update unterschrift set anhang_id = ${id} where kreis_id = ${kreisId} and id = ${unterschriftId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'unterschrift.scan',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { medientyp: typ, groesse: upload.length },
  });
}
