import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAuswertung } from '#src/auswertung/server/cli.ts';
import { unna } from '#src/demo/data/unna.ts';
import { demoId } from '#src/demo/server/demo-id.ts';
import { insertKreis } from '#src/kreis/server/insert-kreis.ts';
import { openDatabase, openOwner, type Tx } from '#src/platform/server/db.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import type { OutCell } from '#src/platform/server/spreadsheet/table-output.ts';
import { writeXlsx } from '#src/platform/server/spreadsheet/write-xlsx.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { inspectFile } from './inspect.ts';
import { runUebernahme, type RunResult } from './run.ts';
import { undoRun } from './undo.ts';

const kreisId = 'unna';
const schluessel = openSchluessel(randomBytes(32));
const now = () => new Date('2025-11-03T10:00:00Z');

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 2);
  admin = openOwner(database.connection('lotse_admin'));
  await admin.owner((tx) => insertKreis(tx, unna, { demo: true, makeId: demoId }));
});
afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
});

async function inTx<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
  const konto = await kommandozeile(admin, kreisId);
  return db.asKonto(konto!, { zweck: 'uebernahme', zweckKreis: kreisId }, body);
}

const titles = [
  'Fall',
  'Name',
  'Wohnort',
  'Träger',
  'Fallzugang',
  'Aufnahme',
  'Einwilligung',
  'Fallklassifizierung',
  'dazugehörige Personen',
];

/** The workbook that Kreis Unna kept: one row per Fall, its class, its access and the persons belonging to it. */
function workbook(rows: readonly OutCell[][]): Promise<Buffer> {
  return writeXlsx([
    { name: 'Fälle', title: 'KIM Kreis Unna', columns: titles.map((title) => ({ title })), rows },
  ]);
}

function row(
  nummer: string,
  klasse: string | null,
  personen: OutCell,
  rest: Partial<Record<string, OutCell>> = {},
) {
  const values: Partial<Record<string, OutCell>> = {
    Fall: nummer,
    Name: `Familie ${nummer}`,
    Wohnort: 'Lünen',
    Träger: 'Stadt Lünen',
    Fallzugang: 'Jobcenter',
    Aufnahme: { day: '2025-02-03' },
    Einwilligung: { day: '2025-02-03' },
    Fallklassifizierung: klasse,
    'dazugehörige Personen': personen,
    ...rest,
  };
  return titles.map((title) => values[title] ?? null);
}

async function importRows(rows: readonly OutCell[][], probe = false): Promise<RunResult> {
  const bytes = await workbook(rows);
  return inTx(async (tx) => {
    const { zuordnung, profil } = await inspectFile(tx, kreisId, bytes);
    return runUebernahme(tx, schluessel, {
      kreisId,
      datei: { name: 'unna.xlsx', bytes },
      zuordnung,
      profil,
      probe,
      allesOderNichts: false,
      heute: '2025-11-03',
    });
  });
}

async function fallzahlen(stichtage: string, ...rest: string[]): Promise<Record<string, unknown>[]> {
  let out = '';
  const args = ['fallzahlen', '--kreis', kreisId, '--stichtag', stichtage, '--json', ...rest];
  await runAuswertung(args, { db, owner: admin.owner, now, write: (text) => (out += String(text)) });
  return (JSON.parse(out) as { fallzahlen: Record<string, unknown>[] }).fallzahlen;
}

/** What stands of sonstige Kontakte, and how many persons are named at all. */
function standing(): Promise<{ kontakte: unknown; personen: number }> {
  return inTx(async (tx) => ({
    kontakte: await tx.all(sql`
      select k.am, k.ergebnis, k.zugang, o.name as kommune from sonstiger_kontakt k
      left join kommune o on o.kreis_id = k.kreis_id and o.id = k.kommune_id order by 1, 2`),
    personen: (await tx.one(sql<{ n: number }>`select count(*)::int as n from person`)).n,
  }));
}

const ohneEinwilligung = { Einwilligung: null, Name: null };
const first = [
  row('U-1', 'CM', 4),
  row('U-2', 'CM', '2 Personen'),
  row('U-3', null, null),
  row('U-4', 'Verweisberatung', 3, { ...ohneEinwilligung, Aufnahme: { day: '2025-03-10' } }),
  row('U-5', 'einmalige Beratung', null, { Aufnahme: { day: '2025-03-11' } }),
];

test('M136 M140 M365 only CM becomes a case; single and referral counselling become anonymous contacts', async () => {
  const preview = await importRows(first, true);
  expect(preview.bericht).toMatchObject({ gelesen: 5, angelegt: 5, abgelehnt: [] });
  expect(preview.vorschau.map(({ nummer }) => nummer)).toEqual(['U-1', 'U-2', 'U-3', '', '']);
  expect(preview.vorschau.find(({ nummer }) => nummer === 'U-1')?.zellen).toContainEqual({
    spalte: 'dazugehörige Personen',
    neu: '4',
    alt: null,
  });
  expect(preview.vorschau.at(-1)?.zellen.map(({ spalte }) => spalte)).toEqual([
    'Aufnahme',
    'Träger',
    'Fallzugang',
    'Fallklassifizierung',
  ]);

  await importRows(first);
  expect(await standing()).toEqual({
    kontakte: [
      { am: '2025-03-10', ergebnis: 'verweis_sonstige', zugang: 'institution', kommune: 'Lünen' },
      { am: '2025-03-11', ergebnis: 'information', zugang: 'institution', kommune: 'Lünen' },
    ],
    personen: 3,
  });
  expect((await importRows(first)).bericht).toMatchObject({ angelegt: 0, unveraendert: 5 });
});

test('M181 M184 M365 the persons belonging to cases are counted beside the cases; a case that does not say is one person', async () => {
  expect(await fallzahlen('2025-01-31,2025-10-31')).toEqual([
    expect.objectContaining({ stichtag: '2025-01-31', gesamt: 0, personen: 0 }),
    expect.objectContaining({ stichtag: '2025-10-31', gesamt: 3, personen: 7 }),
  ]);
});

test('a later edition corrects the number of persons and keeps what was known', async () => {
  const later = await importRows([row('U-1', 'CM', 5), ...first.slice(1)]);
  expect(later.bericht).toMatchObject({ geaendert: 1, unveraendert: 4 });
  expect(await fallzahlen('2025-10-31')).toEqual([expect.objectContaining({ gesamt: 3, personen: 8 })]);
  await inTx((tx) => undoRun(tx, schluessel, kreisId, later.id ?? ''));
  expect(await fallzahlen('2025-10-31')).toEqual([expect.objectContaining({ gesamt: 3, personen: 7 })]);
});

test('a published table does not tell of one or two families', async () => {
  const published = () => fallzahlen('2025-10-31', '--veroeffentlicht');
  expect(await published()).toEqual([expect.objectContaining({ gesamt: 3, personen: 7 })]);
  const fewer = await importRows([row('U-1', 'CM', 2), ...first.slice(1)]);
  expect(await published()).toEqual([expect.objectContaining({ gesamt: 3, personen: '.' })]);
  await inTx((tx) => undoRun(tx, schluessel, kreisId, fewer.id ?? ''));
});

test('a number of persons or a class that nobody understands is refused with its cell', async () => {
  const { bericht } = await importRows([row('U-8', 'CM', 0), row('U-9', 'Dauerfall', 'viele')], true);
  expect(bericht.abgelehnt.map(({ zeile, spalte, code }) => [zeile, spalte, code])).toEqual([
    [4, 'dazugehörige Personen', 'personen-ungueltig'],
    [5, 'Fallklassifizierung', 'klasse-unbekannt'],
    [5, 'dazugehörige Personen', 'personen-ungueltig'],
  ]);
});
