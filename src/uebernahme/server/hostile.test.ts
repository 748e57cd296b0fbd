import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildZip, packBomb, workbookParts } from '#src/platform/server/spreadsheet/build-test-zip.ts';
import { spreadsheetErrorCodes } from '#src/platform/server/spreadsheet/spreadsheet-error.ts';
import { rheineFile, startSteinfurt, type Steinfurt } from '#test/support/rheine.ts';
import { fallTitles } from '#test/support/workbook.ts';
import { grundText, laufGrund, zellGrund } from '../grund-texts.ts';

let app: Steinfurt;
beforeAll(async () => {
  app = await startSteinfurt();
});
afterAll(() => app.close());

function cell(text: string, formula?: string): string {
  const value = text.replaceAll('&', '&amp;');
  return formula === undefined
    ? `<c t="inlineStr"><is><t>${value}</t></is></c>`
    : `<c t="str"><f>${formula}</f><v>${value}</v></c>`;
}

function sheet(rows: readonly (readonly string[])[]): Buffer {
  return buildZip(workbookParts(rows.map((cells) => `<row>${cells.join('')}</row>`).join('')));
}

const values: Partial<Record<string, string>> = {
  Name: 'Haile',
  Träger: 'Lernen fördern',
  'Aufnahme am': '10.01.2022',
  'Einwilligung vom': '10.01.2022',
};
const row = (nummer: string, formulas: Partial<Record<string, string>> = {}): string[] =>
  fallTitles.map((title) => cell(title === 'Fall-Nr.' ? nummer : (values[title] ?? ''), formulas[title]));
const head = fallTitles.map((title) => cell(title));
const bomb = packBomb('<worksheet><sheetData><row><c t="inlineStr"><is><t>', 60);

test.each<[string, string, () => Buffer]>([
  ['empty', 'datei-leer', () => Buffer.alloc(0)],
  ['a PDF', 'datei-kein-xlsx', () => Buffer.from('%PDF-1.7\n')],
  [
    'encrypted',
    'datei-verschluesselt',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
  ],
  ['cut off in the middle', 'datei-beschaedigt', () => rheineFile.subarray(0, rheineFile.length / 2)],
  [
    'a ZIP bomb',
    'datei-zip-bombe',
    () =>
      buildZip([
        ...workbookParts('').filter(({ name }) => !name.includes('sheet1.xml')),
        { name: 'xl/worksheets/sheet1.xml', data: '', packed: bomb, declaredSize: 60 * 1_048_576 },
      ]),
  ],
  ['without a table', 'datei-ohne-tabelle', () => sheet([[cell('Nur ein Hinweis')]])],
  [
    'made of formulas',
    'datei-formeln',
    () =>
      sheet([
        head,
        row('A-1', { Name: 'HYPERLINK("http://x","Haile")' }),
        row('A-2', { 'Aufnahme am': 'TODAY()' }),
      ]),
  ],
  [
    'a text table of formulas',
    'datei-formeln',
    () =>
      Buffer.from(
        `Fall-Nr.;Name;Träger;Aufnahme am;Einwilligung vom\nA-1;=cmd|' /C calc'!A0;Lernen fördern;10.01.2022;10.01.2022\n`,
      ),
  ],
])(
  'M361 a file that is %s is refused with a reason and leaves the database untouched',
  async (_, code, make) => {
    const before = await app.dump();
    await expect(app.importFile(make())).rejects.toMatchObject({ code });
    expect(await app.dump()).toEqual(before);
    expect(await app.inTx((tx) => tx.all(sql`select id from uebernahme`))).toEqual([]);
    for (const sprache of ['de', 'en'] as const) expect(grundText(code, sprache)).not.toBe(code);
  },
);

test('single formulas refuse their rows only', async () => {
  const { bericht } = await app.importFile(
    sheet([head, row('A-1'), row('A-2', { Name: 'A1' }), row('A-3')]),
    { probe: true },
  );
  expect(bericht).toMatchObject({ gelesen: 3, angelegt: 2 });
  expect(bericht.abgelehnt).toEqual([{ blatt: 'Blatt', zeile: 3, spalte: 'Name', code: 'formel' }]);
});

test('an error in the middle of a run takes everything back', async () => {
  const before = await app.dump();
  const fail = () => {
    throw new Error('stopped');
  };
  await expect(app.importFile(rheineFile, { onProgress: fail })).rejects.toThrow('stopped');
  expect(await app.dump()).toEqual(before);
  expect((await app.importFile(rheineFile, { probe: true })).bericht.angelegt).toBe(170);
});

test('a key of a Träger that was rolled back is never used again', async () => {
  await expect(
    app.importFile(rheineFile, {
      onProgress: () => {
        throw new Error('stopped');
      },
    }),
  ).rejects.toThrow('stopped');
  await app.importFile(rheineFile);
  const readable = await app.inTx(async (tx) => {
    const person = await tx.one(sql<{ traeger_id: string; schluessel_verpackt: Buffer; stored: number }>`
      select p.traeger_id, p.schluessel_verpackt, (select count(*) from traeger_schluessel) as stored from person p limit 1`);
    expect(person.stored).toBe(2);
    return app.freshKeys().personKey(tx, 'steinfurt', person.traeger_id, person.schluessel_verpackt);
  });
  expect(readable).toHaveLength(32);
});

test('every refusal of a table file has a reason in both languages', () => {
  for (const code of spreadsheetErrorCodes) expect(Object.keys(laufGrund.de)).toContain(code);
  expect(Object.keys(laufGrund.en)).toEqual(Object.keys(laufGrund.de));
  expect(Object.keys(zellGrund.en)).toEqual(Object.keys(zellGrund.de));
});
