import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { seal } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dokumentContract } from '../contract.ts';
import { dokumentRefusals } from '../rules.ts';
import { cleanDatei, cleanVorschau } from './clean.ts';
import { DateiFehler } from './datei-fehler.ts';
import { dateiOrt, vorschauOrt } from './ort.ts';
import { readUpload } from './read-upload.ts';

type Add = typeof dokumentContract.addDokument;

/** Keeps an attachment: what it is says its content, what it tells about device and place is gone before it is sealed. */
export async function addDokument(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, deps, params, upload } = call;
  const { kreisId, fallId } = params;
  const fall = await loadForWork(call);
  const { angaben, datei, behauptet, vorschau } = await readUpload(upload);
  refuseFields(dokumentRefusals(angaben, today(deps.now())));
  const clean = await atField('/datei', cleanDatei(datei, behauptet));
  const small = vorschau === undefined ? undefined : await atField('/datei', cleanVorschau(vorschau));
  const id = randomUUID();
  await tx.run(sql`
    insert into dokument (kreis_id, id, fall_id, art, am, laeuft_ab_am, medientyp, groesse, bereinigt, titel_siegel,
      datei_siegel, vorschau_siegel, erfasst_von)
    values (${kreisId}, ${id}, ${fallId}, ${angaben.art}, ${angaben.am}, ${angaben.laeuftAbAm}, ${clean.typ},
      ${clean.bytes.length}, ${clean.bereinigt}, ${sealForPerson(fall.key, id, angaben.titel)},
      ${seal(fall.key, clean.bytes, dateiOrt(id))},
      ${small === undefined ? null : seal(fall.key, small, vorschauOrt(id))}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'dokument.abgelegt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { dokumentId: id, dokumentArt: angaben.art, medientyp: clean.typ, groesse: clean.bytes.length },
  });
  return { dokumentId: id, bereinigt: clean.bereinigt };
}

/** Turns what is wrong with a file into a refusal at its field. */
async function atField<T>(instance: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DateiFehler)) throw error;
    throw new Refusal(error.code, 422, { felder: [{ instance, code: error.code }] });
  }
}
