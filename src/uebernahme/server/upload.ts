import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { uebernahmeContract } from '../contract.ts';
import { cleanText } from '../normalise.ts';
import { keepDatei } from './datei.ts';
import { inspectFile, toBefund } from './inspect.ts';

type Upload = typeof uebernahmeContract.uploadDatei;

/** Checks an uploaded workbook and says what is in it; nothing of it reaches the database. */
export async function uploadDatei({
  tx,
  actor,
  deps,
  params,
  query,
  upload,
}: Call<Upload>): Promise<Answer<Upload>> {
  if (upload.length === 0) throw new Refusal('datei-leer');
  const found = await inspectFile(tx, params.kreisId, upload);
  const name = cleanText(query.name).slice(0, 200);
  const datei = keepDatei(actor, params.kreisId, { name, bytes: upload, sheets: found.sheets }, deps.now());
  return toBefund(datei.id, name, datei.gueltigBis.toISOString(), found);
}
