import { sql } from 'kysely';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { writeTablePaper } from '#src/platform/server/pdf/write-table-paper.ts';
import type { loeschungContract } from '../contract.ts';
import type { LaufZeile } from '../zeile.ts';
import { listeText } from '../liste-text.ts';
import { selectLauf } from './lauf.ts';

/** The list of a run: before it for the archive with numbers, afterwards as the proof without them. */
export const printLoeschlauf: Handler<typeof loeschungContract.printLoeschlauf> = async ({
  tx,
  deps,
  params: { kreisId, laufId },
  query,
}) => {
  const [lauf] = await selectLauf(tx, kreisId, sql`l.id = ${laufId}`);
  if (!lauf) throw notFound();
  const { name } = await tx.one(sql<{ name: string }>`
    select rechtsname as name from traeger where kreis_id = ${kreisId} and id = ${lauf.traegerId}`);
  const t = listeText[query.sprache];
  const done = lauf.stand === 'abgeschlossen';
  const tag = (value: string | null) => (value === null ? '–' : formatDay(value));
  const write = (mark: string) =>
    writeTablePaper(
      {
        language: query.sprache,
        title: done ? t.titel.nachweis : t.titel.liste,
        subtitle: t.unterzeile(lauf.posten.length, formatDay(lauf.bis)),
        kind: t.art,
        author: name,
        landscape: true,
        columns: t.spalten.map((title) => ({ title, number: false })),
        rows: lauf.posten.map((posten) => ({
          sum: false,
          cells: [
            posten.nummer || '–',
            t.loeschart[posten.art],
            posten.frist === null ? '–' : t.frist(posten.frist.anzahl, posten.frist.einheit),
            tag(posten.bezugAm),
            tag(posten.faelligAb),
            t.stand[posten.stand],
          ].map((text) => ({ text, marks: [] })),
        })),
        footnotes: [],
        chart: null,
        heading: t.heading,
        text: wer(lauf, t),
        notes: [t.hinweis],
        footer: `${name} · ${formatDay(today(deps.now()))}`,
        mark,
        page: t.seite,
        of: t.von,
      },
      deps.now(),
    );
  return {
    name: `loeschlauf-${lauf.vorgeschlagenAm.slice(0, 10)}.pdf`,
    bytes: ({ text }) => write(text),
    inline: true,
  };
};

function wer(lauf: LaufZeile, t: (typeof listeText)['de']): string {
  const { archiv } = lauf;
  const on = (moment: string) => formatDay(today(new Date(moment)));
  return [
    t.vorgeschlagen(lauf.vorgeschlagenName ?? t.unbekannt, on(lauf.vorgeschlagenAm)),
    ...(lauf.freigegebenAm === null
      ? []
      : [t.freigegeben(lauf.freigegebenName ?? t.unbekannt, on(lauf.freigegebenAm))]),
    ...(archiv.name === null || archiv.angebotenAm === null
      ? []
      : [t.archiv(archiv.name, formatDay(archiv.angebotenAm))]),
    ...(archiv.antwort === null ? [] : [t.antwort[archiv.antwort]]),
  ].join(' ');
}
