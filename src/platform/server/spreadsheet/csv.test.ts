import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTableFile } from './open-table-file.ts';
import { readCsv } from './read-csv.ts';
import type { OutCell } from './table-output.ts';
import { streamCsv, writeCsv } from './write-csv.ts';

async function texts(file: Buffer): Promise<[number, ...(string | null)[]][]> {
  const rows = await Array.fromAsync((await readCsv(file)).rows('Tabelle'));
  return rows.map((row) => [
    row.number,
    ...row.cells.map((cell) => (cell?.kind === 'text' ? cell.text : null)),
  ]);
}

describe('readCsv', () => {
  it.each<[string, Buffer]>([
    ['utf-8', Buffer.from('Straße;10 €\n')],
    ['utf-8', Buffer.from('\uFEFFStraße;10 €\n')],
    ['utf-16le', Buffer.from('\uFEFFStraße;10 €\n', 'utf16le')],
    ['windows-1252', Buffer.from('Stra\xdfe;10 \x80\n', 'latin1')],
  ])('reads %s', async (encoding, file) => {
    expect((await readCsv(file)).encoding).toBe(encoding);
    expect(await texts(file)).toEqual([[1, 'Straße', '10 €']]);
  });

  it.each([
    [';', 'Liste, Stand\n\nName;Wert\n"Meier; A";1,5\nB;2,5\n'],
    ['\t', 'Name\tWert\nA, B\t1,5\n'],
    [',', 'Name,Wert\nA,1.5\nB;c,2\n'],
    [',', 'sep=,\nName;x,Wert\n'],
  ])('guesses %j', async (delimiter, text) => {
    expect((await readCsv(Buffer.from(text))).delimiter).toBe(delimiter);
  });

  it('numbers rows as a spreadsheet shows them and drops blank ones', async () => {
    expect(await texts(Buffer.from('Titel\r\n\r\na;;b;;\r\n;;\r\n"x\r\ny";"""z"""\r\n'))).toEqual([
      [1, 'Titel'],
      [3, 'a', null, 'b'],
      [5, 'x\r\ny', '"z"'],
    ]);
  });

  it('refuses text in no known character set and records without end', async () => {
    await expect(readCsv(Buffer.from([0x61, 0x81, 0x3b]))).rejects.toMatchObject({
      code: 'datei-zeichensatz',
    });
    await expect(texts(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00]))).rejects.toMatchObject({
      code: 'datei-zeichensatz',
    });
    await expect(texts(Buffer.from(`a;"${'b\n'.repeat(2_000_000)}`))).rejects.toMatchObject({
      code: 'datei-zu-gross',
    });
  });
});

describe('writeCsv', () => {
  it('writes BOM, semicolons, CRLF, decimal commas, and disarms formulas but not numbers', async () => {
    const rows: OutCell[][] = [
      ['=1+1', -1.5, { day: '2023-04-01' }, { percent: -0.425 }],
      ['＝A1', null, true, 'a;b'],
      ['\t=x', 0, false, '-'],
    ];
    const columns = ['@Kopf', 'B', 'C', 'D'].map((title) => ({ title }));
    expect((await writeCsv({ columns, rows })).toString()).toBe(
      "\uFEFF'@Kopf;B;C;D\r\n'=1+1;-1,5;01.04.2023;-42,5 %\r\n'＝A1;;ja;\"a;b\"\r\n'\t=x;0;nein;'-\r\n",
    );
  });

  it('gives back every text it wrote', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      // oxlint-disable-next-line no-control-regex
      .filter((value) => !/^[=+\-@\t\r＝＋－＠]|[\0-\x08\x0b\x0e-\x1f]/.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 10 }), async (rows) => {
        const columns = [{ title: 'A' }, { title: 'B' }];
        const read = new Map(
          (await texts(await writeCsv({ columns, rows }))).map(([number, ...cells]) => [number, cells]),
        );
        for (const [index, row] of rows.entries()) {
          const cells = read.get(index + 2) ?? [];
          expect(row.map((_, column) => cells[column] ?? '')).toEqual(row);
        }
      }),
    );
  });

  it('pulls rows as they are taken, passes failures on, and is opened by content', async () => {
    let made = 0;
    function* source(): Generator<OutCell[]> {
      for (; made < 100_000; made += 1) yield ['abc', made];
    }
    const columns = [{ title: 'A' }, { title: 'B' }];
    const stream = streamCsv({ columns, rows: source() });
    await stream.next();
    expect(made).toBeLessThan(20_000);
    let bytes = 0;
    for await (const chunk of stream) bytes += chunk.length;
    expect([made, bytes > 900_000]).toEqual([100_000, true]);

    async function* failing(): AsyncGenerator<OutCell[]> {
      yield ['a'];
      throw new Error('database gone');
    }
    await expect(writeCsv({ columns, rows: failing() })).rejects.toThrow('database gone');
    expect((await openTableFile(await writeCsv({ columns, rows: [['a', 1]] }))).kind).toBe('csv');
  });
});
