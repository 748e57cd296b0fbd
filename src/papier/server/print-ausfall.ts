import { sql } from 'kysely';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { nextSprechtag } from '#src/sprechstunde/rules.ts';
import { readSprechstunde } from '#src/sprechstunde/server/read-sprechstunde.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { figures, fullDay } from './full-day.ts';
import { listVoices } from './list-voices.ts';
import { languageOf, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('ausfall.typ');

interface Ort {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
}

/** The notice for the door of a cancelled consultation hour: no reason, but the next date (Konzept Kreis Unna 4.1). */
export async function printAusfall({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printAusfall>): Promise<FileAnswer> {
  const { kreisId, sprechstundeId, am } = params;
  const [hour] = await readSprechstunde(tx, kreisId, am, sprechstundeId);
  if (!hour?.ausfall.some((each) => each.am === am)) throw notFound();
  const ort = await tx.one(sql<Ort>`
    select name, anschrift, telefon from standort where kreis_id = ${kreisId} and id = ${hour.standortId}`);
  const sender = await readSender(tx, kreisId, hour.traegerId);
  const heute = today(deps.now());
  const naechster = nextSprechtag(hour, am < heute ? heute : am);
  const zeit = `${hour.von}–${hour.bis}`;
  const labels = paperLabels('deu');
  const telefon = ort.telefon || sender.telefon;
  const next = (sprache: string): string =>
    naechster === null
      ? `${paperLabels(sprache).termin.telefon} ${figures(sprache, telefon)}`
      : `${fullDay(sprache, naechster)}, ${figures(sprache, zeit)}`;
  const voices = await listVoices(tx, kreisId, hour.traegerId);
  const content = {
    ...sheetOf(
      sender,
      languageOf('deu'),
      `${paperText.sprechstunde[hour.art]}: ${paperText.faelltAus} (${formatDay(am)})`,
      voices.every((v) => v.geprueft) ? [sender.anschrift] : [sender.anschrift, labels.ungeprueft],
    ),
    kind: `${paperText.sprechstunde[hour.art]}, ${ort.name}`,
    heading: labels.termin.abgesagt,
    cancelled: `${fullDay('deu', am)}, ${zeit} ${paperText.uhr}`,
    'next-label': labels.termin.naechster,
    next: naechster === null ? next('deu') : `${next('deu')} ${paperText.uhr}`,
    place: [ort.name, ort.anschrift, telefon === '' ? '' : `${labels.termin.telefon} ${telefon}`].filter(
      (line) => line !== '',
    ),
    voices: voices.map(({ sprache }) => {
      const { termin } = paperLabels(sprache);
      return {
        ...languageOf(sprache),
        cancelled: `${fullDay(sprache, am)}: ${termin.abgesagt}`,
        'next-label': termin.naechster,
        next: next(sprache),
      };
    }),
  };
  return {
    name: `sprechstunde-ausfall-${am}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}
