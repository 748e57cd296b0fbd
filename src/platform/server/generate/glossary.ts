import { parse } from 'yaml';
import { z } from 'zod';

const begriff = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/),
  term: z.string().min(1),
  english: z.string().min(1),
  definition: z.string().regex(/\.$/, 'a definition is a sentence'),
  /** The definition in German; words of the programme have it and stand on the page "Glossar". */
  bedeutung: z.string().regex(/\.$/, 'a definition is a sentence').optional(),
  source: z.string().min(1),
  /** Words that must not name this concept in code. */
  not: z.array(z.string().regex(/^[a-z]+$/)).default([]),
  see: z.array(z.string()).default([]),
});

const glossary = z.strictObject({
  begriffe: z.array(begriff),
  /** Columns that mean the same in every table. */
  spalten: z.record(z.string(), z.string()),
  abkuerzungen: z.record(z.string(), z.string()),
  /** German words of everyday language that names in code are made of. */
  woerter: z.record(z.string().regex(/^[a-z]+$/), z.string()),
});

export type Glossary = z.output<typeof glossary>;

/** Reads glossary.yaml; throws with the place of every mistake. */
export function readGlossary(text: string): Glossary {
  return glossary.parse(parse(text));
}

/** What the page "Glossar" shows: the words of the programme and the abbreviations. */
export function writeGlossar({ begriffe, abkuerzungen }: Glossary): string {
  const glossar = {
    begriffe: begriffe.flatMap(({ id, term, english, definition, bedeutung, source }) =>
      bedeutung === undefined ? [] : [{ id, term, english, definition, bedeutung, source }],
    ),
    abkuerzungen: Object.entries(abkuerzungen).map(([name, meaning]) => ({ name, meaning })),
  };
  return `${JSON.stringify(glossar, null, 2)}\n`;
}

/** docs/glossary.md: one table of concepts, one of columns, one of abbreviations. */
export function writeGlossary({ begriffe, spalten, abkuerzungen }: Glossary): string {
  return [
    '<!-- Made by `npm run generate` from glossary.yaml; do not edit. -->',
    '',
    '# Glossary',
    '',
    'Nouns of the programme and of the law are German everywhere: folder, table, column, address, value.',
    'Each has one spelling. How that is checked: [style.md](style.md#words).',
    '',
    '## Concepts',
    '',
    '| In code | German | English | Meaning | Source | Not | See |',
    '|---|---|---|---|---|---|---|',
    ...begriffe.map(({ id, term, english, definition, source, not, see }) =>
      row([`\`${id}\``, term, english, definition, source, not.join(', '), see.join(', ')]),
    ),
    '',
    '## Columns that mean the same in every table',
    '',
    '| Column | Meaning |',
    '|---|---|',
    ...Object.entries(spalten).map(([name, meaning]) => row([`\`${name}\``, meaning])),
    '',
    '## Abbreviations',
    '',
    '| Abbreviation | Meaning |',
    '|---|---|',
    ...Object.entries(abkuerzungen).map(([name, meaning]) => row([name, meaning])),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
