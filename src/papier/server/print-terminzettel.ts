import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { ortszeit } from '#src/termin/zeit.ts';
import type { PaperLabels } from '#src/vordruck/labels.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import type { papierContract } from '../contract.ts';
import { fullDay } from './full-day.ts';
import { chooseVoice } from './list-voices.ts';
import { languageOf, readSender, readTemplate, sheetOf, type Said } from './sheet.ts';

const template = readTemplate('terminzettel.typ');

interface Row {
  readonly traegerId: string;
  readonly beginn: Date;
  readonly ende: Date;
  readonly stand: string;
  readonly dolmetschen: string | null;
  readonly nummer: string | null;
  readonly fachkraft: string;
  readonly ort: string | null;
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly raum: string | null;
}

/** A slip with day, place and person to meet; it bears the number of the Anfrage, never a name of a client (M155). */
export async function printTerminzettel({
  tx,
  params,
  query,
  deps,
}: Call<typeof papierContract.printTerminzettel>): Promise<FileAnswer> {
  const row = await tx.first(sql<Row>`
    select t.traeger_id as "traegerId", t.beginn, t.ende, t.stand, t.dolmetschen, a.nummer, c.name as fachkraft,
      s.name as ort, s.anschrift, s.telefon, r.name as raum
    from termin t join konto c on c.kreis_id = t.kreis_id and c.id = t.casemanager_id
    left join standort s on s.kreis_id = t.kreis_id and s.id = t.standort_id
    left join raum r on r.kreis_id = t.kreis_id and r.id = t.raum_id
    left join anfrage a on a.kreis_id = t.kreis_id and a.id = t.anfrage_id
    where t.kreis_id = ${params.kreisId} and t.id = ${params.terminId} and t.art <> 'intern'`);
  if (!row) throw notFound();
  const { sprache, geprueft } = await chooseVoice(tx, params.kreisId, row.traegerId, query.sprache);
  const sender = await readSender(tx, params.kreisId, row.traegerId);
  const both = sprache === 'deu' ? ['deu'] : [sprache, 'deu'];
  const say = (word: (labels: PaperLabels) => string): Said[] =>
    both.map((code) => ({ ...languageOf(code), text: word(paperLabels(code)) }));
  const { tag, zeit } = ortszeit(row.beginn);
  const lines = (...texts: (string | null)[]): Said[] =>
    texts.filter((text) => text).map((text) => ({ ...languageOf('deu'), text: text ?? '' }));
  const content = {
    ...sheetOf(
      sender,
      languageOf(sprache),
      say((l) => l.termin.titel)
        .map((s) => s.text)
        .join(' – '),
      [sender.anschrift, ...(geprueft ? [] : [paperLabels('deu').ungeprueft])],
    ),
    heading: say((l) => l.termin.titel),
    cancelled: row.stand === 'abgesagt' ? say((l) => l.termin.abgesagt) : [],
    rows: [
      {
        label: say((l) => l.termin.datum),
        lines: both.map((code) => ({ ...languageOf(code), text: fullDay(code, tag) })),
        large: true,
      },
      {
        label: say((l) => l.termin.uhrzeit),
        lines: lines(`${zeit}–${ortszeit(row.ende).zeit}`),
        large: true,
      },
      { label: say((l) => l.termin.ort), lines: lines(row.ort, row.anschrift), large: false },
      ...(row.raum === null
        ? []
        : [{ label: say((l) => l.termin.raum), lines: lines(row.raum), large: false }]),
      { label: say((l) => l.termin.mitWem), lines: lines(row.fachkraft), large: false },
      { label: say((l) => l.termin.telefon), lines: lines(row.telefon || sender.telefon), large: false },
      ...(row.nummer === null
        ? []
        : [{ label: say((l) => l.termin.nummer), lines: lines(row.nummer), large: false }]),
      { label: say((l) => l.termin.mitbringen), lines: [], large: false },
    ],
    notes: [
      ...(row.dolmetschen === null ? [] : [say((l) => l.termin.dolmetschen)]),
      say((l) => l.termin.absagen),
    ],
  };
  return {
    name: `terminzettel-${tag}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}
