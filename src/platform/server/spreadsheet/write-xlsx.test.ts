import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialToIsoDay } from './excel-date.ts';
import { readWorkbook } from './read-xlsx.ts';
import type { Cell, Row } from './table-file.ts';
import type { OutCell } from './table-output.ts';
import { streamXlsx, writeXlsx } from './write-xlsx.ts';

const columns = ['A', 'B', 'C', 'D'].map((title) => ({ title }));
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => ({ day: date.toISOString().slice(0, 10) }));
const cell: fc.Arbitrary<OutCell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('=1+1', '+49 5971', '-', '@x', '\t=1', '＝1', '_x0041_', ' a ', 'Größe\r\n<&>"\'', ']]>'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  day,
  fc.integer({ min: -1000, max: 1000 }).map((n) => ({ percent: n / 1000 })),
);

function back(value: Cell): OutCell {
  if (value === null) return null;
  if (value.kind === 'text') return value.text;
  if (value.kind === 'boolean') return value.value;
  if (value.kind !== 'number') throw new Error(value.kind);
  return value.isDate ? { day: serialToIsoDay(value.value) ?? '' } : value.value;
}

function plain(value: OutCell): OutCell {
  if (value === '') return null;
  if (typeof value === 'string') return value.toWellFormed();
  if (value === 0) return 0;
  if (typeof value === 'object' && value !== null && 'percent' in value) return plain(value.percent);
  return value;
}

setFlagsFromString('--expose_gc');
const collect: () => void = runInNewContext('gc');

/** Bytes that are held, without what only waits to be collected. */
function liveMemory(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describe('writeXlsx', () => {
  it('gives back every text, number, boolean, day and share it wrote; nothing becomes a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 20 }),
        async (rows) => {
          const book = await readWorkbook(await writeXlsx([{ name: 'T', columns, rows }]));
          const read = new Map((await Array.fromAsync(book.rows('T'))).map((row) => [row.number, row]));
          for (const [index, row] of rows.entries()) {
            const cells = read.get(index + 2)?.cells ?? [];
            expect(row.map((_, column) => back(cells[column] ?? null))).toEqual(row.map(plain));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('places title, notes, heading, rows and footnotes, names sheets apart and repeats itself byte for byte', async () => {
    const sheet = {
      name: 'Fälle/Kreis',
      title: 'Titel',
      notes: ['Stand: 01.04.2023'],
      columns: [{ title: 'Tag', width: 12 }],
      rows: [[{ day: '2023-04-01' }], [{ day: '1899-05-07' }]],
      footnotes: ['Quelle: Kreis'],
    };
    const file = await writeXlsx([sheet, sheet]);
    expect((await writeXlsx([sheet, sheet])).equals(file)).toBe(true);
    const book = await readWorkbook(file);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Fälle Kreis', 'Fälle Kreis (2)']);
    const rows = await Array.fromAsync(book.rows('Fälle Kreis (2)'));
    expect(rows.map((row): [number, OutCell] => [row.number, back(row.cells[0] ?? null)])).toEqual([
      [1, 'Titel'],
      [2, 'Stand: 01.04.2023'],
      [4, 'Tag'],
      [5, { day: '2023-04-01' }],
      [6, '07.05.1899'],
      [8, 'Quelle: Kreis'],
    ]);
  });

  it(
    'M361 writes and reads 100,000 rows of 21 columns without holding them',
    { timeout: 120_000 },
    async () => {
      const total = 100_000;
      let made = 0;
      let pulledAhead = 0;
      function* source(): Generator<OutCell[]> {
        for (let row = 0; row < total; row += 1) {
          made += 1;
          yield Array.from({ length: 21 }, (_, column) =>
            column % 3 === 0 ? (row * 31 + column) % 9973 : `Ü ${(row * column) % 7919}`,
          );
        }
      }
      const wide = Array.from({ length: 21 }, (_, column) => ({ title: `S${column}` }));
      const chunks: Buffer[] = [];
      let madeBefore = 0;
      for await (const chunk of streamXlsx([{ name: 'Groß', columns: wide, rows: source() }])) {
        pulledAhead = Math.max(pulledAhead, made - madeBefore);
        madeBefore = made;
        chunks.push(chunk);
      }
      expect(made).toBe(total);
      expect(pulledAhead).toBeLessThan(5_000);

      const book = await readWorkbook(Buffer.concat(chunks));
      chunks.length = 0;
      let count = 0;
      let peak = 0;
      let last: Row | undefined;
      const before = liveMemory();
      for await (const row of book.rows('Groß')) {
        count += 1;
        last = row;
        if (count % 10_000 === 0) peak = Math.max(peak, liveMemory() - before);
      }
      expect(count).toBe(total + 1);
      expect(last?.cells).toHaveLength(21);
      expect(peak / 1_048_576).toBeLessThan(150);
    },
  );

  it('passes on the failure of its source instead of a short file, and refuses what no sheet can hold', async () => {
    async function* failing(): AsyncGenerator<OutCell[]> {
      yield ['a'];
      throw new Error('database gone');
    }
    await expect(writeXlsx([{ name: 'T', columns, rows: failing() }])).rejects.toThrow('database gone');
    await expect(writeXlsx([{ name: 'T', columns, rows: [[Number.NaN]] }])).rejects.toThrow(RangeError);
    await expect(writeXlsx([{ name: 'T', columns, rows: [['a'.repeat(32_768)]] }])).rejects.toThrow(
      RangeError,
    );
    await expect(writeXlsx([{ name: 'T', columns, rows: [[1, 2, 3, 4, 5]] }])).rejects.toThrow(RangeError);
  });
});
