import { formatDay } from '#src/platform/day.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { schreibenTeile } from '#src/vermittlung/mail-text.ts';
import { readSchreiben } from '#src/vermittlung/server/read-schreiben.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { languageOf, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('vermittlung.typ');

/** Letter of a referral, out of the sealed copy of what left: word for word what the preview showed. */
export async function printVermittlung({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printVermittlung>): Promise<FileAnswer> {
  const { kreisId, vermittlungId } = params;
  const { traegerId, schreiben } = await readSchreiben(tx, deps.schluessel, kreisId, vermittlungId);
  const sender = await readSender(tx, kreisId, traegerId);
  const teile = schreibenTeile(schreiben);
  const { vermittlung: worte } = paperText;
  const content = {
    ...sheetOf(sender, languageOf('deu'), teile.betreff, [sender.anschrift]),
    to: [schreiben.stelle, ...(schreiben.angebot === '' ? [] : [schreiben.angebot])],
    day: formatDay(schreiben.am),
    heading: teile.betreff,
    salutation: teile.anrede,
    opening: teile.einleitung,
    columns: [worte.angabe, worte.wert],
    facts: teile.angaben,
    basis: teile.grundlage,
    request: teile.bitte,
    'answer-heading': worte.antwort,
    answers: worte.antworten,
    blank: paperText.leer,
    closing: teile.gruss,
  };
  // The name of the file says what it is and never about whom.
  return {
    name: `vermittlung-${schreiben.am}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}
