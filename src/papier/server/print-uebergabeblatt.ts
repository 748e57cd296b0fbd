import { sql } from 'kysely';
import { formatDay, today } from '#src/platform/day.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { wissenFrage } from '#src/uebergabe/blatt-contract.ts';
import { de as worte, groupPosten } from '#src/uebergabe/posten-text.ts';
import { readBlatt } from '#src/uebergabe/server/read-blatt.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { asOf, languageOf, marked, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('uebergabeblatt.typ');

/** The hand-over sheet on paper, for the talk between the colleague who gives and the one who takes (Konzept 4.4). */
export async function printUebergabeblatt({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printUebergabeblatt>): Promise<FileAnswer> {
  const { kreisId, fallId } = params;
  const blatt = await readBlatt(tx, deps, kreisId, fallId);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${blatt.personId}::uuid], 'papier.uebergabeblatt')`);
  markLesezugriff(tx);
  const sender = await readSender(tx, kreisId, blatt.traegerId);
  const { uebergabeblatt: text } = paperText;
  const sheet = sheetOf(sender, languageOf('deu'), text.titel, [asOf(deps.now()), text.vertraulich]);
  const content = {
    heading: text.titel,
    facts: [
      { name: text.fall, wert: blatt.nummer },
      { name: text.person, wert: `${blatt.vorname} ${blatt.familienname}`.trim() },
      { name: text.fachkraft, wert: blatt.casemanagerName || '–' },
      { name: paperText.stand, wert: formatDay(today(deps.now())) },
    ],
    'open-heading': text.offen,
    nothing: text.nichts,
    columns: [text.was, text.wann],
    groups: groupPosten(blatt.posten, worte),
    'knowledge-heading': text.wissen,
    knowledge: wissenFrage.options.map((frage) => ({
      frage: worte.frage[frage],
      antwort: blatt.wissen[frage],
    })),
  };
  return {
    name: `uebergabeblatt-${blatt.nummer}.pdf`,
    bytes: ({ text: mark }) => compilePaper(template, { ...marked(sheet, mark), ...content }, deps.now()),
    inline: true,
  };
}
