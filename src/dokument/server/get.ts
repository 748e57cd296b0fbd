import { sql } from 'kysely';
import { openForReading } from '#src/aufgabe/server/load.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import type { dokumentContract } from '../contract.ts';
import type { DateiTyp } from '../datei.ts';
import { dateiOrt } from './ort.ts';

const endings: Readonly<Record<DateiTyp, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** An attachment; its file name says nothing of the person or the content. It is saved or drawn by the page, never run. */
export async function getDokument(call: Call<typeof dokumentContract.getDokument>): Promise<FileAnswer> {
  const { tx, params } = call;
  const { kreisId, fallId, dokumentId } = params;
  const { key } = await openForReading(call, 'dokument.get');
  const row = await tx.first(sql<{ medientyp: DateiTyp; siegel: Buffer }>`
    select medientyp, datei_siegel as siegel from dokument
    where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${dokumentId} and geloescht_am is null`);
  if (!row) throw notFound();
  return {
    name: `dokument-${dokumentId.slice(0, 8)}.${endings[row.medientyp]}`,
    type: row.medientyp,
    bytes: unseal(key, row.siegel, dateiOrt(dokumentId)),
  };
}
