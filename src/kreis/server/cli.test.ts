import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoKreise } from '#src/demo/kreise.ts';
import { demoId } from '#src/demo/server/demo-id.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { runKontoCli } from '#src/zugang/server/konto-cli.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { readKreisPlan, type KreisPlan } from '../plan.ts';
import { runKreisCli } from './cli.ts';
import { insertKreis } from './insert-kreis.ts';

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 2);
  admin = openOwner(database.connection('lotse_admin'));
  folder = await mkdtemp(join(tmpdir(), 'lotse-kreis-'));
});
afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command as the terminal does; exit code and what it printed. */
async function lotse(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runKreisCli(args, {
    owner: admin.owner,
    vorlagen: demoKreise,
    write: (text) => (out += text),
    warn: (text) => (err += text),
  });
  return { code, out, err };
}

async function vorlage(slug: string): Promise<KreisPlan> {
  return JSON.parse((await lotse('vorlage', slug)).out) as KreisPlan;
}

async function save(daten: unknown): Promise<string> {
  const path = join(folder, 'kreis.json');
  await writeFile(path, typeof daten === 'string' ? daten : JSON.stringify(daten));
  return path;
}

/** Rows per table of ground data. */
async function groundData(kreisId: string): Promise<unknown> {
  const tables = [
    'kommune',
    'ortsteil',
    'ortsteil_strasse',
    'region',
    'region_kommune',
    'traeger',
    'standort',
    'traeger_gebiet',
    'behoerde',
    'behoerde_kommune',
    'aussenreihe',
    'vertrag',
    'stellenanteil',
    'satz',
    'codeliste',
    'regel',
  ];
  return admin.owner((tx) =>
    tx.one(
      sql`select ${sql.join(
        tables.map(
          (t) => sql`(select count(*)::int from ${sql.table(t)} where kreis_id = ${kreisId}) as ${sql.id(t)}`,
        ),
      )}`,
    ),
  );
}

test.each(demoKreise.map((plan) => [plan.id, plan] as const))(
  'the ground data of %s leave and come back as they are',
  async (slug, plan) => {
    expect(readKreisPlan(await vorlage(slug))).toEqual({ plan });
  },
);

test('M24 a Kreis without demo is made from a template, gets its first account, and its rules hold', async () => {
  const datei = await save({ ...(await vorlage('unna')), id: 'kreis_a', name: 'Kreis A' });
  const made = await lotse('anlegen', datei, '--json');
  expect(made).toEqual({ code: 0, out: '{"kreis":"kreis_a","kommunen":10,"traeger":10}\n', err: '' });

  const unna = demoKreise.find((plan) => plan.id === 'unna');
  await admin.owner((tx) => insertKreis(tx, unna!, { demo: true, makeId: demoId }));
  expect(await groundData('kreis_a')).toEqual(await groundData('unna'));

  const { kreise } = JSON.parse((await lotse('liste', '--json')).out) as { kreise: unknown[] };
  expect(kreise).toEqual([
    { id: 'kreis_a', name: 'Kreis A', ags: '05978', demo: false, kommunen: 10, traeger: 10 },
    { id: 'unna', name: 'Kreis Unna', ags: '05978', demo: true, kommunen: 10, traeger: 10 },
  ]);

  const streams = { stdin: (async function* () {})(), out: () => undefined, err: () => undefined };
  const konto = ['anlegen', 'a.kaya', '--kreis', 'kreis_a', '--name', 'Aylin', '--rolle', 'casemanager'];
  expect(
    await runKontoCli(
      [...konto, '--traeger', 'stadt_luenen'],
      { ...admin, config: { url: 'http://lotse.test' } },
      streams,
    ),
  ).toBe(0);
  const zeile = await kommandozeile(admin, 'kreis_a');
  const regel = await db.asKonto(zeile!, {}, (tx) => getRegel(tx, 'kreis_a', 'aktiv_regel', '2026-01-15'));
  expect(regel).toEqual({ art: 'kontakt', monate: 3 });
});

test('a Kreis that is there is not touched', async () => {
  const again = await lotse('anlegen', await save({ ...(await vorlage('coesfeld')), id: 'unna' }));
  expect(again).toEqual({ code: 1, out: '', err: 'Abgelehnt: Den Kreis "unna" gibt es schon.\n' });
});

test('every mistake is named with its place, and nothing is put in', async () => {
  const plan = await vorlage('coesfeld');
  const [erster, ...andere] = plan.traeger;
  const broken = {
    ...plan,
    id: 'kreis_b',
    traeger: [{ ...erster, art: 'verein', standort: [{ name: 'Rathaus', ort: 'Coesfeld' }] }, ...andere],
    stelle: plan.stelle.map((s, at) => (at === 0 ? { ...s, ab: '01.07.2022', vzae: 3.5 } : s)),
    satz: [{ art: 'personalkosten_je_vzae', cent: 5_700_000, ab: '2023-01-01' }],
    regel: [{ ab: '2022-07-01', quelle: '', werte: { aktiv_regel: { art: 'kontakt', monate: 99 } } }],
  };
  const result = await lotse('anlegen', await save(broken));
  expect(result.code).toBe(1);
  expect(result.err.trimEnd().split('\n')).toEqual([
    'Abgelehnt: Die Stammdaten stimmen nicht.',
    'traeger › 1 (Stadt Coesfeld) › art: ist "kommune" oder "freier_traeger" oder "kreis"',
    'traeger › 1 (Stadt Coesfeld) › standort › 1 (Rathaus) › kommune: fehlt',
    'traeger › 1 (Stadt Coesfeld) › standort › 1 (Rathaus): das Feld "ort" gibt es hier nicht',
    'stelle › 1 (Strategische Koordinierung) › ab: das ist kein Tag in der Form JJJJ-MM-TT',
    'stelle › 1 (Strategische Koordinierung) › vzae: erwartet wird eine ganze Zahl',
    'satz › 1 › quelle: fehlt',
    'regel › 1 › werte › aktiv_regel › monate: ist größer als 24',
  ]);
  expect((await lotse('liste')).out).not.toContain('kreis_b');
});

test('parts that contradict each other are named', async () => {
  const plan = await vorlage('coesfeld');
  const contradicting = {
    ...plan,
    id: 'kreis_b',
    kommune: [...plan.kommune, { ags: '05978036', name: 'Unna' }, plan.kommune[0]],
    region: [...plan.region, { slug: 'west', name: 'West', art: 'teilregion', kommune: ['Rheine'] }],
    vertrag: [{ traeger: 'stadt_bocholt', art: 'vertrag', ab: '2023-01-01', bis: '2022-01-01' }],
  };
  const { code, out } = await lotse('anlegen', await save(contradicting), '--json');
  expect([code, JSON.parse(out)]).toEqual([
    1,
    {
      abgelehnt: 'Die Stammdaten stimmen nicht.',
      fehler: [
        'region › 4 (West) › kommune › 1 (Rheine): "Rheine" steht nicht unter "kommune"',
        'vertrag › 1 (stadt_bocholt) › traeger: "stadt_bocholt" steht nicht unter "traeger"',
        'kommune › 13 (Ascheberg): "Ascheberg" gibt es schon',
        'kommune › 13 (Ascheberg): "05558004" gibt es schon',
        'vertrag › 1 (stadt_bocholt) › bis: liegt nicht nach "ab"',
        'kommune › 12 (Unna) › ags: beginnt nicht mit dem Kreisschlüssel 05558',
      ],
    },
  ]);
});

test('what only the database sees is refused in words', async () => {
  const plan = await vorlage('coesfeld');
  const [satz] = plan.satz;
  const overlapping = { ...plan, id: 'kreis_b', satz: [satz, { ...satz, ab: '2024-01-01' }] };
  const { code, err } = await lotse('anlegen', await save(overlapping));
  expect([code, err]).toEqual([1, expect.stringContaining('Zeiträume überschneiden sich (Tabelle satz).')]);
  expect((await lotse('liste')).out).not.toContain('kreis_b');
});

test('wrong use, a missing file, a file that is no JSON and an unknown template', async () => {
  expect(await lotse()).toMatchObject({ code: 2, err: expect.stringContaining('lotse kreis liste') });
  expect(await lotse('anlegen')).toMatchObject({ code: 2 });
  expect(await lotse('liste', '--laut')).toMatchObject({ code: 2 });
  expect(await lotse('anlegen', join(folder, 'fehlt.json'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('gibt es nicht'),
  });
  expect(await lotse('anlegen', await save('[1'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('kein JSON'),
  });
  expect(await lotse('vorlage', 'borken')).toMatchObject({
    code: 1,
    err: expect.stringContaining('unna, steinfurt, coesfeld'),
  });
});
