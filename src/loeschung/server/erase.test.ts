import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#src/platform/day.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import {
  carryOut,
  closeOn,
  fillPerson,
  kanari,
  proposeAndRelease,
  registerFolder,
} from '#test/support/loeschung.ts';
import { asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';
import { wirkung } from '../wirkung.ts';
import { registerFile } from './register.ts';

let app: TestApp;
let fall: TestCase;
const register = registerFolder();
/** What must be found nowhere afterwards: names, days, words, numbers, seals, and every key of every row of the person. */
let spuren: string[];
let vorher: Readonly<Record<string, number>>;

const admin = <R>(query: ReturnType<typeof sql<R>>) => asAdmin(app, (tx) => tx.all(query));

async function listTables(): Promise<string[]> {
  const rows = await admin(sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
  return rows.map(({ name }) => name);
}

/** Every row of every table as text. */
async function readEverything(): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const name of await listTables()) {
    const rows = await admin(
      sql<{ zeile: string }>`select to_jsonb(t)::text as zeile from ${sql.table(name)} t`,
    );
    all.set(
      name,
      rows.map(({ zeile }) => zeile),
    );
  }
  return all;
}

/** Rows of the person, by table, found by her keys alone. */
async function rowsOf({
  personId,
  fallId,
  anfrageId,
}: TestCase): Promise<Map<string, Record<string, unknown>[]>> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const [name, texts] of await readEverything()) {
    const rows = texts
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .filter((row) =>
        Object.values(row).some((value) => [personId, fallId, anfrageId].includes(String(value))),
      );
    if (rows.length > 0) found.set(name, rows);
  }
  return found;
}

beforeAll(async () => {
  app = await startTestApp();
  await insertCase(app, 'kollegin');
  fall = await insertCase(app, 'eigen');
  await fillPerson(app, fall, app.konto.casemanager);
  await closeOn(app, fall.fallId, '2023-06-01');
  const rows = await rowsOf(fall);
  vorher = Object.fromEntries([...rows].map(([name, found]) => [name, found.length]));
  const own = [...rows]
    .filter(([name]) => wirkung[name]?.art === 'geht' || wirkung[name]?.art === 'tatsache')
    .flatMap(([, found]) => found);
  const seals = own.flatMap((row) =>
    Object.entries(row).filter(([name, value]) => /siegel|verpackt|code$/.test(name) && value !== null),
  );
  const numbers = [...(rows.get('fall') ?? []), ...(rows.get('anfrage') ?? [])].map((row) =>
    String(row['nummer']),
  );
  spuren = [
    kanari.name,
    kanari.geboren,
    kanari.wort,
    ...numbers,
    fall.personId,
    fall.fallId,
    fall.anfrageId,
    ...own.map((row) => (typeof row['id'] === 'string' ? row['id'] : '')),
    ...seals.map(([, value]) => String(value)).filter((text) => text.length > 20),
  ].filter((text) => text.length > 3);
});
afterAll(async () => {
  await app.close();
  register.remove();
});

test('M401 every table of the database is classified, and none that holds a person or a case as if it held none', async () => {
  expect((await listTables()).filter((name) => wirkung[name] === undefined)).toEqual([]);
  const naming = await admin(sql<{ name: string }>`
    select distinct c.table_name::text as name from information_schema.columns c
    where c.table_schema = 'public' and (c.column_name in ('person_id', 'fall_id', 'anfrage_id', 'zeile_id', 'gegenstand_id')
      or c.column_name like '%\\_siegel' or c.column_name like '%person\\_id')
    union select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid in ('person'::regclass, 'fall'::regclass, 'anfrage'::regclass)`);
  // Seals of accounts, not of persons.
  expect(naming.map(({ name }) => name).filter((name) => wirkung[name]?.art === 'ohne')).toEqual([
    'anbieter',
    'faktor_totp',
  ]);
});

test('M401 the role that erases writes the columns that are counted and no other, and reads no name, word or seal', async () => {
  const rights = await admin(sql<{ name: string; spalte: string; darf: string }>`
    select table_name::text as name, column_name::text as spalte, privilege_type::text as darf
    from information_schema.column_privileges where grantee = 'lotse_loeschung' and table_schema = 'public'`);
  const own = new Set(['loeschlauf', 'loeschlauf_posten', 'loeschnachweis', 'fall_nummer']);
  const written = Map.groupBy(
    rights.filter(({ name, darf }) => darf === 'INSERT' && !own.has(name)),
    ({ name }) => name,
  );
  const facts = Object.entries(wirkung).flatMap(([name, each]) =>
    each.art === 'tatsache'
      ? [[name, ['kreis_id', 'id', ...each.spalten, ...(each.leer ?? [])].toSorted()]]
      : [],
  );
  expect(
    Object.fromEntries(
      [...written].map(([name, columns]) => [name, columns.map(({ spalte }) => spalte).toSorted()]),
    ),
  ).toEqual(Object.fromEntries(facts));
  const secret =
    /siegel|name$|vorname|geburtsdatum|verpackt|suchform|suchlaut|suchschluessel|^wert_|bogen|notiz_id|^text$/;
  expect(
    rights.filter(
      ({ name, spalte, darf }) =>
        darf === 'SELECT' && !own.has(name) && !['traeger', 'rolle'].includes(name) && secret.test(spalte),
    ),
  ).toEqual([]);
});

test('M401 every table that can hold a row of a person held one before', () => {
  const kann = Object.entries(wirkung)
    .filter(([, each]) => each.art === 'geht' || each.art === 'tatsache')
    .map(([name]) => name);
  // Rows without a key of person, case or Anfrage hang on one that has; what holds a deletion up would hold up this one.
  const ohneSchluessel = ['ersuchen_schwaerzung', 'loeschsperre', 'einschraenkung', 'termin'];
  expect(kann.filter((name) => vorher[name] === undefined && !ohneSchluessel.includes(name))).toEqual([]);
});

test('M401 the running server cannot erase but by a released run: not by function, not by row', async () => {
  const attempt = (query: ReturnType<typeof sql>) =>
    app.db
      .asKonto({ kreisId: kreis, kontoId: app.konto.datenschutz }, {}, (tx) => tx.run(query))
      .then(
        (rows) => rows,
        (error: { code?: string }) => error.code,
      );
  expect(await attempt(sql`select person_tilgen(${kreis}, ${fall.personId}, current_date)`)).toBe('42501');
  expect(await attempt(sql`select loeschung_nachholen(${kreis}, ${fall.personId}, '{}', current_date)`)).toBe(
    '42501',
  );
  expect(await attempt(sql`update loeschlauf set freigegeben_von = app_konto()`)).toBe('42501');
  expect(
    await attempt(sql`insert into loeschnachweis (kreis_id, traeger_id, art, geloescht_am, salz, nummer_pruefwert, zaehlung)
    values (${kreis}, ${fall.traegerId}, 'fall', current_date, 'x', '{}', '{}')`),
  ).toBe('42501');
  expect(await attempt(sql`set role lotse_loeschung`)).toBe('42501');
});

test('M401 after the deletion no column of any table knows name, day of birth, number, key, word or seal', async () => {
  const { geloescht } = await proposeAndRelease(app, fall, register.dir);
  expect(geloescht).toBe(1);
  const protocol = Object.entries(wirkung)
    .filter(([, each]) => each.art === 'protokoll')
    .map(([name]) => name);
  const found = [...(await readEverything())].flatMap(([name, rows]) =>
    protocol.includes(name)
      ? []
      : spuren.filter((spur) => rows.some((row) => row.includes(spur))).map((spur) => `${name}: ${spur}`),
  );
  expect(found).toEqual([]);
  // The protocol keeps keys until it is pruned, never a name, a day of birth or a word.
  const words = [...(await readEverything())].flatMap(([, rows]) =>
    [kanari.name, kanari.geboren, kanari.wort].filter((spur) => rows.some((row) => row.includes(spur))),
  );
  expect(words).toEqual([]);
});

test('M401 what was sealed cannot be opened by anything that is left', async () => {
  const keys = await admin(sql<{ schluessel: Buffer; traegerId: string }>`
    select schluessel_verpackt as schluessel, traeger_id as "traegerId" from person where kreis_id = ${kreis} and length(schluessel_verpackt) > 1`);
  const seal = spuren.filter((spur) => spur.startsWith('\\x')).map((hex) => Buffer.from(hex.slice(2), 'hex'));
  expect(seal.length).toBeGreaterThan(5);
  for (const { schluessel, traegerId } of keys) {
    const key = await asAdmin(app, (tx) => app.schluessel.personKey(tx, kreis, traegerId, schluessel));
    for (const each of seal) expect(() => unsealForPerson(key, fall.fallId, each)).toThrow();
  }
});

test('M401 the facts stay under new keys and belong to nobody; nobody but the counting finds them', async () => {
  const facts = await admin(sql<{ id: string; person: string | null }>`
    select id, person_id as person from fall where kreis_id = ${kreis} and geloescht_am = ${today()}`);
  expect(facts).toEqual([{ id: expect.not.stringMatching(fall.fallId), person: null }]);
  const id = facts[0]!.id;
  for (const who of ['casemanager', 'kollegin', 'koordination'] as const) {
    expect((await app.as(who).get(`/kreis/${kreis}/fall/${id}`)).status).toBe(404);
    expect(
      (await app.as(who).get(`/kreis/${kreis}/fall`)).body.faelle?.some(
        (each: { id: string }) => each.id === id,
      ) ?? false,
    ).toBe(false);
  }
  const counts = await admin(sql<{ kontakte: number; ziele: number; erst: number }>`
    select (select count(*)::int from beratungskontakt where fall_id = ${id}) as kontakte,
      (select count(*)::int from hilfeplan_ziel where fall_id = ${id}) as ziele,
      (select count(*)::int from erstberatung e join sonstiger_kontakt k on k.kreis_id = e.kreis_id and k.id = e.id
        join anfrage a on a.kreis_id = e.kreis_id and a.id = e.anfrage_id where a.geloescht_am is not null) as erst`);
  expect(counts).toEqual([{ kontakte: 1, ziele: 1, erst: 1 }]);
});

test('M401 the proof names no one, and who has the paper with the number finds it; the register outside has the keys', async () => {
  const nachweis = (nummer: string) =>
    app.as('datenschutz').send('POST', `/kreis/${kreis}/loeschung/nachweis/suche`, { nummer });
  const number = spuren.find((spur) => spur.startsWith('T-eigen'))!;
  expect((await nachweis(number)).body).toMatchObject([
    {
      art: 'fall',
      geloeschtAm: today(),
      einwilligungAm: '2023-01-10',
      zaehlung: { person: 1, fall: 1, anfrage: 1, notiz: 1, beratungskontakt: 1 },
    },
  ]);
  expect((await nachweis('T-unbekannt')).body).toEqual([]);
  const lines = readFileSync(registerFile(register.dir), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      kreis,
      person: fall.personId,
      faelle: [fall.fallId],
      tag: today(),
      lauf: expect.any(String),
      posten: expect.any(String),
    },
  ]);
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 0, ausgelassen: 0 });
});
