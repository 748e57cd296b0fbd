import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSteinfurt, type Steinfurt } from '#test/support/rheine.ts';
import { fallRow, workbook } from '#test/support/workbook.ts';
import { runImport } from './cli.ts';

let app: Steinfurt;
let folder: string;
beforeAll(async () => {
  app = await startSteinfurt();
  folder = await mkdtemp(join(tmpdir(), 'lotse-import-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const rheine = fileURLToPath(new URL('../../../test/fixtures/rheine-2023-04.xlsx', import.meta.url));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const code = await runImport(args, app.installation, {
    out: (piece) => {
      text.out += piece;
    },
    err: (piece) => {
      text.err += piece;
    },
  });
  return { code, ...text };
}

async function file(name: string, rows: Parameters<typeof workbook>[0]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await workbook(rows));
  return path;
}

test('M361 lotse import prints one JSON document, per sheet and in sum', async () => {
  const trial = await run(rheine, '--kreis', 'steinfurt', '--probe', '--json');
  expect(JSON.parse(trial.out)).toMatchObject({ gelesen: 170, angelegt: 170, uebernahme: null });
  const { code, out, err } = await run(rheine, '--kreis', 'steinfurt', '--json');
  expect([code, err]).toEqual([0, '']);
  const none = { geaendert: 0, unveraendert: 0, abgelehnt: [] };
  expect(JSON.parse(out)).toEqual({
    gelesen: 170,
    angelegt: 170,
    ...none,
    blaetter: [
      { blatt: 'Fälle CM', gelesen: 84, angelegt: 84, ...none },
      { blatt: 'Sonstige Kontakte', gelesen: 86, angelegt: 86, ...none },
    ],
    uebernahme: expect.any(String),
  });
  const again = await run(rheine, '--kreis', 'steinfurt');
  expect(again).toMatchObject({
    code: 0,
    out: expect.stringContaining('Summe: 170 gelesen, 0 angelegt, 0 geändert, 170 unverändert'),
  });
});

test('refused cells are named like the spreadsheet, with a reason; all or nothing refuses the run', async () => {
  const path = await file('teils.xlsx', [fallRow('B-1'), fallRow('B-2', { 'Aufnahme am': '31.02.2022' })]);
  const abgelehnt = [
    {
      blatt: 'Fälle CM',
      zeile: 5,
      spalte: 'Aufnahme am',
      code: 'datum-ungueltig',
      grund: expect.stringContaining('kein Datum'),
    },
  ];
  const strict = await run(path, '--kreis', 'steinfurt', '--alles-oder-nichts', '--json');
  expect(strict.code).toBe(1);
  expect(JSON.parse(strict.out)).toMatchObject({ gelesen: 2, angelegt: 0, abgelehnt, uebernahme: null });
  const lenient = await run(path, '--kreis', 'steinfurt', '--json');
  expect(lenient.code).toBe(0);
  expect(JSON.parse(lenient.out)).toMatchObject({ gelesen: 2, angelegt: 1, abgelehnt });
});

test('a run that is refused as a whole says why', async () => {
  for (const [args, grund] of [
    [[join(folder, 'fehlt.xlsx'), '--kreis', 'steinfurt'], 'datei-fehlt'],
    [[rheine, '--kreis', 'nirgendwo'], 'kreis-unbekannt'],
    [[rheine, '--kreis', 'steinfurt', '--profil', 'x'], 'profil-unbekannt'],
  ] as const) {
    const { code, out } = await run(...args, '--json');
    expect([code, JSON.parse(out).code]).toEqual([1, grund]);
  }
});

test('wrong use ends with code 2 and prints nothing on standard output', async () => {
  expect(await run('--kreis', 'steinfurt')).toMatchObject({ code: 2, out: '' });
  expect(await run(rheine)).toMatchObject({ code: 2, out: '' });
});
