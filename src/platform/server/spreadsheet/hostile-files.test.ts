import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildZip, packBomb, workbookParts } from './build-test-zip.ts';
import type { TestPart } from './build-test-zip.ts';
import { openTableFile } from './open-table-file.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

const fixture = new URL('../../../../test/fixtures/rheine-2023-04.xlsx', import.meta.url);
const small = workbookParts('<row><c><v>1</v></c></row>');

async function readAll(file: Buffer): Promise<number> {
  const table = await openTableFile(file);
  let count = 0;
  for (const { name } of table.sheets) for await (const row of table.rows(name)) count += row.cells.length;
  return count;
}

async function refusal(file: Buffer): Promise<string> {
  try {
    await readAll(file);
    return 'read';
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.code;
    throw error;
  }
}

/** Refusal and how far the resident memory rose while refusing, in MiB. */
async function refusalWithin(file: Buffer): Promise<{ code: string; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 2);
  const code = await refusal(file);
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage().rss);
  return { code, megabytes: (peak - before) / 1_048_576 };
}

function withSheet(data: string, extra: Partial<TestPart> = {}): TestPart[] {
  const sheet = { name: 'xl/worksheets/sheet1.xml', data, ...extra };
  return [...small.filter(({ name }) => name !== sheet.name), sheet];
}

const cellStart = '<worksheet><sheetData><row><c t="inlineStr"><is><t>';

describe('hostile files', () => {
  it.each<[string, string, () => Buffer]>([
    ['nothing', 'datei-leer', () => Buffer.alloc(0)],
    ['only blanks', 'datei-leer', () => Buffer.from('\uFEFF \r\n\r\n')],
    ['a PDF', 'datei-kein-xlsx', () => Buffer.from('%PDF-1.7\n')],
    ['a picture', 'datei-zeichensatz', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['another ZIP', 'datei-kein-xlsx', () => buildZip([{ name: 'word/document.xml', data: '<a/>' }])],
    [
      'an OLE container',
      'datei-verschluesselt',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
    ],
    [
      'an old workbook',
      'datei-xls-alt',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(64),
          Buffer.from('Workbook', 'utf16le'),
        ]),
    ],
    [
      'an encrypted part',
      'datei-verschluesselt',
      () => buildZip([...small, { name: 'a', data: '', flags: 1 }]),
    ],
    ['macros', 'datei-makro', () => buildZip([...small, { name: 'xl/vbaProject.bin', data: 'x' }])],
    ['a name climbing out', 'datei-pfad', () => buildZip([...small, { name: '../../etc/x', data: 'x' }])],
    [
      'a backslash climbing out',
      'datei-pfad',
      () => buildZip([...small, { name: 'xl\\..\\..\\x', data: 'x' }]),
    ],
    ['an absolute name', 'datei-pfad', () => buildZip([...small, { name: '/etc/x', data: 'x' }])],
    [
      'a symbolic link',
      'datei-pfad',
      () => buildZip([...small, { name: 'xl/l', data: '/etc/passwd', attributes: 0xa1ff0000 }]),
    ],
    [
      'a relation climbing out',
      'datei-pfad',
      () => buildZip(workbookParts('', { target: '../../../etc/passwd' })),
    ],
    [
      'overlapping parts',
      'datei-zip-bombe',
      () =>
        buildZip([...small, { name: 'a', data: 'x' }, { name: 'b', data: 'x', sameDataAs: small.length }]),
    ],
    [
      '2,001 parts',
      'datei-zip-bombe',
      () => buildZip(Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}`, data: '' }))),
    ],
    [
      '65 sheets',
      'datei-zu-gross',
      () =>
        buildZip(
          small.map((part) =>
            part.name === 'xl/workbook.xml'
              ? {
                  ...part,
                  data: `<workbook><sheets>${'<sheet name="a" r:id="s"/>'.repeat(65)}</sheets></workbook>`,
                }
              : part,
          ),
        ),
    ],
    [
      'a DOCTYPE with entities',
      'datei-xml-unsicher',
      () =>
        buildZip(
          withSheet(
            '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
          ),
        ),
    ],
    [
      'an external entity',
      'datei-xml-unsicher',
      () => buildZip(withSheet('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>')),
    ],
    ['endless nesting', 'datei-xml-unsicher', () => buildZip(withSheet('<a>'.repeat(10_000)))],
    [
      'a value in column 16,384',
      'datei-zu-viele-spalten',
      () => buildZip(workbookParts('<row><c r="XFD1"><v>1</v></c></row>')),
    ],
    [
      'row 1,048,577',
      'datei-zu-viele-zeilen',
      () => buildZip(workbookParts('<row r="1048577"><c><v>1</v></c></row>')),
    ],
    [
      '200,001 rows',
      'datei-zu-viele-zeilen',
      () =>
        buildZip(
          workbookParts(
            Array.from(
              { length: 200_001 },
              (_, n) => `<row><c><v>${(n * 7919) % 99_991}${n}</v></c></row>`,
            ).join(''),
          ),
        ),
    ],
    ['text CSV with 201 columns', 'datei-zu-viele-spalten', () => Buffer.from(`${'a;'.repeat(200)}a\r\n`)],
    ['two million blank lines', 'datei-zu-viele-zeilen', () => Buffer.from(`a${'\n'.repeat(2_000_000)}b`)],
    ['an unclosed quote', 'datei-beschaedigt', () => Buffer.from('a;b\r\n"c;d\r\n')],
    [
      'a cell of 40,000 characters',
      'datei-zu-gross',
      () =>
        buildZip(withSheet(`${cellStart}${'a'.repeat(40_000)}</t></is></c></row></sheetData></worksheet>`)),
    ],
    ['a file above the limit', 'datei-zu-gross', () => Buffer.alloc(51 * 1024 * 1024, 'a')],
  ])('refuses %s with %s', async (_, code, build) => {
    expect(await refusal(build())).toBe(code);
  });

  it('refuses bombs before inflating them: an unread part, one 800 MB cell, lies about the size, many parts', async () => {
    const size = 800 * 1024 * 1024;
    const packed = packBomb(cellStart, 800);
    const unread = buildZip([...small, { name: 'xl/media/a.bin', data: '', packed, declaredSize: size }]);
    const cell = buildZip(withSheet('', { packed, declaredSize: size + cellStart.length }));
    const liar = buildZip(withSheet('', { packed, declaredSize: 900_000 }));
    const many = Array.from({ length: 100 }, (_, n) => ({
      name: `${n}`,
      data: '',
      packed: packBomb('', 1),
      declaredSize: 8_000_000,
    }));
    for (const file of [unread, cell, liar, buildZip(many)]) {
      const { code, megabytes } = await refusalWithin(file);
      expect(code).toBe('datei-zip-bombe');
      expect(megabytes).toBeLessThan(200);
    }
  });

  it('stops inside one huge text, comment or attribute that keeps to the ratio', async () => {
    let state = 361;
    const noise = Buffer.alloc(6_000_000).map(() => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return 97 + ((state >>> 16) % 26);
    });
    const text = Buffer.from(noise).toString('latin1');
    const start = '<worksheet><sheetData><row>';
    for (const xml of [
      `${start}<c t="inlineStr"><is><t>${text}`,
      `${start}<!--${text}`,
      `${start}<c r="${text}`,
      `${start}<${text}`,
    ]) {
      expect(await refusal(buildZip(withSheet(xml)))).toBe('datei-zu-gross');
    }
  });

  it('refuses every cut of a good file', async () => {
    const good = await readFile(fixture);
    for (let part = 1; part < 20; part += 1) {
      expect(await refusal(good.subarray(0, Math.floor((good.length * part) / 20)))).toBe(
        'datei-beschaedigt',
      );
    }
  });

  it(
    'answers 200 random mutations with rows or a refusal, never with another failure',
    { timeout: 60_000 },
    async () => {
      const good = await readFile(fixture);
      const plain = buildZip(workbookParts('<row><c><v>1</v></c></row>'.repeat(50)));
      const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(change, { minLength: 1, maxLength: 12 }),
          async (real, changes) => {
            const file = Buffer.from(real ? good : plain);
            for (const { at, value } of changes) file[at % file.length] = value;
            expect(await refusal(file)).toMatch(/^(read|datei-|blatt-)/);
          },
        ),
        { numRuns: 200, seed: 361 },
      );
    },
  );

  it('answers broken XML inside a sound package with rows or a refusal', { timeout: 60_000 }, async () => {
    const parts = workbookParts(
      '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>1</v></c></row>'.repeat(3),
      {
        strings: '<si><t>a</t></si>',
        xfs: '<xf numFmtId="14"/>',
      },
    );
    const change = fc.record({
      part: fc.nat(5),
      at: fc.nat(),
      char: fc.constantFrom(...'<>&"\'=/ 019ArsX\0ü-'.split('')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const file = buildZip(
          parts.map((part, index) => {
            const chars = part.data.toString().split('');
            for (const { at, char } of changes.filter(({ part: target }) => target === index))
              chars[at % chars.length] = char;
            return { ...part, data: chars.join('') };
          }),
        );
        expect(await refusal(file)).toMatch(/^(read|datei-|blatt-)/);
      }),
      { numRuns: 300, seed: 362 },
    );
  });
});
