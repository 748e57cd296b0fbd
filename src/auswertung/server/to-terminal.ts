import type { Sprache } from '#src/platform/texts.ts';
import { cellText } from '../papier.ts';
import type { Papier } from '../papier-model.ts';

/** The table as text for people at a terminal. */
export function toTerminal(papier: Papier, sprache: Sprache): string {
  const rows = [
    papier.spalten.map((s) => s.titel),
    ...papier.zeilen.map((z) =>
      z.zellen.map(
        (zelle) => cellText(zelle, sprache) + (zelle.fussnoten ?? []).map((nr) => ` ${nr})`).join(''),
      ),
    ),
  ];
  const widths = papier.spalten.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        papier.spalten[column]?.zahl ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [
    papier.titel,
    papier.untertitel,
    '',
    line(head),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...body.map(line),
    '',
    ...papier.fussnoten.map((f) => `${f.nr}) ${f.text}`),
    papier.text,
    ...papier.notizen,
    '',
  ].join('\n');
}
