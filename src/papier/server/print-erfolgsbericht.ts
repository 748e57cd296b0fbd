import { sql } from 'kysely';
import { berichtInhalt, type BerichtInhalt } from '#src/erfolgsbericht/bericht.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { asOf, languageOf, readTemplate, type Sheet } from './sheet.ts';

const template = readTemplate('erfolgsbericht.typ');

/** Released case examples, all or one, for councils and press; what is not released never becomes a paper (M357). */
export async function printErfolgsbericht({
  tx,
  params,
  query,
  deps,
}: Call<typeof papierContract.printErfolgsbericht>): Promise<FileAnswer> {
  const { kreisId } = params;
  const { name } = await tx.one(sql<{ name: string }>`select name from kreis where id = ${kreisId}`);
  const rows = await tx.all(sql<{ inhalt: unknown }>`
    select inhalt from erfolgsbericht where kreis_id = ${kreisId} and stand = 'freigegeben'
      ${query.bericht === undefined ? sql`` : sql`and id = ${query.bericht}`}
    order by freigegeben_am desc, id`);
  if (rows.length === 0) throw notFound();
  const { titel } = paperText.erfolgsbericht;
  const sheet: Sheet = {
    language: languageOf('deu'),
    title: titel,
    author: name,
    head: { left: name, right: paperText.programm },
    foot: [`${titel} · ${asOf(deps.now())}`],
    page: paperText.seite,
    of: paperText.von,
  };
  const content = {
    ...sheet,
    heading: titel,
    reports: rows.map(({ inhalt }) => toReport(berichtInhalt.parse(inhalt))),
  };
  return { name: 'fallbeispiele.pdf', bytes: compilePaper(template, content, deps.now()), inline: true };
}

function toReport({ titel, lage, thema, erreicht, schritt }: BerichtInhalt): object {
  const text = paperText.erfolgsbericht;
  const parts = [
    { title: text.thema, lines: thema === '' ? [] : [linesOf(thema).join(', ')] },
    { title: text.erreicht, lines: linesOf(erreicht) },
    { title: text.schritt, lines: linesOf(schritt) },
  ].filter(({ lines }) => lines.length > 0);
  return { title: titel, situation: linesOf(lage), parts, long: lage.length + erreicht.length > 1_200 };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
