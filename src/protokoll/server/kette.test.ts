import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOwner, type Tx } from '#src/platform/server/db.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, nachbar } from '#test/support/fixture.ts';
import { asAdmin } from '#test/support/relation.ts';
import { checkChain, type Bruch } from './check-chain.ts';
import { publicSigningKey, readPruefpunkte, signHead } from './pruefpunkt.ts';
import { pruneProtokoll } from './prune.ts';
import { proveChain, recordWiederherstellung, runSeal, type Ort } from './run.ts';
import { sealProtokoll } from './seal.ts';

let app: TestApp;
let datenDir: string;
let ort: Ort;
const register = () => join(datenDir, 'register');
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await asAdmin(app, (tx) =>
    tx.run(sql`truncate protokollblock, lesezugriff_verzeichnis, lesezugriff, ereignis`),
  );
  if (datenDir) await rm(datenDir, { recursive: true });
  datenDir = await mkdtemp(join(tmpdir(), 'lotse-protokoll-'));
  ort = { ...app, config: { datenDir }, now: () => new Date() };
});

async function addReads(anzahl: number, am = sql`clock_timestamp()`, kreisId = kreis): Promise<void> {
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into lesezugriff (kreis_id, am, konto_id, person_id, vorgang, adresse)
      select ${kreisId}, ${am}, ${app.konto.casemanager}, array[gen_random_uuid(), gen_random_uuid()], 'fall.get',
        '10.0.0.' || n from generate_series(1, ${anzahl}::int) n`),
  );
}

async function addWrites(anzahl: number, daten = '{}', kreisId = kreis): Promise<void> {
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into ereignis (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
      select ${kreisId}, ${app.konto.casemanager}, 'fall.geaendert', 'fall', gen_random_uuid(),
        ${daten}::jsonb || jsonb_build_object('n', n) from generate_series(1, ${anzahl}::int) n`),
  );
}

const prove = async (): Promise<readonly Bruch[]> => (await proveChain(ort)).bruch;

test('M399 what is settled is sealed in blocks that any setting of the server proves again', async () => {
  await addReads(25);
  await addWrites(12, String.raw`{"a":"Zeile\nü \" \\ \u0001 😀","b":[1.50,null]}`);
  await addReads(3, sql`clock_timestamp()`, nachbar);
  expect(await sealProtokoll(app.owner, 10)).toBe(40);
  expect(await sealProtokoll(app.owner, 10)).toBe(0);
  await signHead({ ...ort, register: register() }, new Date());
  for (const setting of [
    sql`set local timezone = 'Asia/Kathmandu'`,
    sql`set local datestyle = 'German'`,
    sql`set local bytea_output = 'escape'`,
  ]) {
    const befund = await app.owner(async (tx) => {
      await tx.run(setting);
      return checkChain(tx, {
        datei: await readPruefpunkte(register()),
        schluessel: publicSigningKey(app.schluessel),
        now: new Date(),
      });
    });
    expect(befund).toEqual({ bloecke: 6, zeilen: 40, bruch: [] });
  }
});

test('M399 a row that becomes visible late with a lower id is sealed at its place, never skipped', async () => {
  const late = openOwner(app.database.connection('lotse_admin'));
  let commit: () => void = () => undefined;
  let inserted: () => void = () => undefined;
  const hasInserted = new Promise<void>((resolve) => {
    inserted = resolve;
  });
  const open = late.owner(async (tx) => {
    await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      values (${kreis}, ${app.konto.casemanager}, '{}', 'fall.get')`);
    inserted();
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
  });
  await hasInserted;
  await addReads(5);
  const sealing = sealProtokoll(app.owner);
  await addReads(2);
  commit();
  await open;
  await late.close();
  expect(await sealing).toBe(6);
  expect(await sealProtokoll(app.owner)).toBe(2);
  await signHead({ ...ort, register: register() }, new Date());
  expect(await prove()).toEqual([]);
});

test('M399 each signed head follows the one before, under one key that an exchange of the master key does not touch', async () => {
  for (let n = 0; n < 3; n += 1) {
    await addReads(2);
    await runSeal(ort);
    await runSeal(ort);
  }
  const lines = (await readFile(join(register(), 'pruefpunkt.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).koepfe[0].nummer)).toEqual([1, 2, 3]);
  expect(await prove()).toEqual([]);
  const foreign = publicSigningKey(openSchluessel(Buffer.alloc(32, 7)));
  const befund = await app.owner((tx) =>
    checkChain(tx, { datei: lines.join('\n'), schluessel: foreign, now: new Date() }),
  );
  expect(befund.bruch).toContainEqual(expect.objectContaining({ block: 1, was: 'pruefpunkt-fremd' }));
});

class RollBack extends Error {}

interface Mutation {
  readonly was: readonly Bruch['was'][];
  readonly block?: number;
  readonly zeile?: number;
  readonly apply: (tx: Tx) => Promise<unknown>;
}

test('M399 1,000 single manipulations by the administrator of the database or of the file are all found and named', async () => {
  for (let n = 0; n < 4; n += 1) {
    await addReads(6);
    await addWrites(6);
    await runSeal(ort);
  }
  const datei = await readPruefpunkte(register());
  const schluessel = publicSigningKey(app.schluessel);
  const blocks = await asAdmin(app, (tx) =>
    tx.all(sql<{ nummer: number; art: 'lesezugriff' | 'ereignis'; ids: number[] }>`
      select b.nummer, b.art, case b.art when 'lesezugriff'
        then (select array_agg(l.id::int order by l.id) from lesezugriff l where l.id between b.von_id and b.bis_id)
        else (select array_agg(e.id::int order by e.id) from ereignis e where e.id between b.von_id and b.bis_id) end as ids
      from protokollblock b order by b.nummer`),
  );
  expect(blocks).toHaveLength(8);
  const check = (tx: Tx, text = datei) =>
    checkChain(tx, { datei: text, schluessel, now: new Date(Date.now() + 3_600_000) });
  const missed: string[] = [];
  let tried = 0;
  for (let seed = 0; seed < 1_000; seed += 1) {
    const block = blocks[seed % blocks.length]!;
    const id = block.ids[Math.floor(seed / 8) % 6]!;
    const mutation = plan(Math.floor(seed / 48) % 7, block, id, seed);
    let bruch: readonly Bruch[] = [];
    await asAdmin(app, async (tx) => {
      const text = mutation.datei?.(datei) ?? datei;
      await mutation.apply?.(tx);
      ({ bruch } = await check(tx, text));
      throw new RollBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error;
    });
    tried += 1;
    const hit = bruch.some(
      ({ was, block: at, zeile }) =>
        mutation.was.includes(was) &&
        (mutation.block === undefined || at === mutation.block) &&
        (mutation.zeile === undefined || zeile === mutation.zeile),
    );
    if (!hit) missed.push(`${seed}: ${mutation.was.join('/')} -> ${JSON.stringify(bruch)}`);
  }
  expect(missed).toEqual([]);
  expect(tried).toBe(1_000);
  expect(await prove()).toEqual([]);
});

type Planned = Partial<Mutation> & {
  readonly was: readonly Bruch['was'][];
  readonly datei?: (text: string) => string;
};

function plan(
  kind: number,
  { nummer, art, ids }: { nummer: number; art: 'lesezugriff' | 'ereignis'; ids: number[] },
  id: number,
  seed: number,
): Planned {
  const table = sql.table(art);
  const columns =
    art === 'lesezugriff'
      ? ['am', 'konto_id', 'person_id', 'vorgang', 'adresse']
      : ['am', 'konto_id', 'art', 'daten', 'gegenstand_id'];
  const column = columns[seed % columns.length]!;
  const values: Record<string, ReturnType<typeof sql>> = {
    am: sql`am + interval '1 microsecond'`,
    konto_id: sql`gen_random_uuid()`,
    person_id: sql`person_id[2:2]`,
    vorgang: sql`'fall.list'`,
    adresse: sql`adresse || ' '`,
    art: sql`'fall.status'`,
    daten: sql`daten || '{"n":99}'`,
    gegenstand_id: sql`null`,
  };
  const other = ids[(ids.indexOf(id) + 1) % ids.length]!;
  switch (kind) {
    case 0:
      return {
        was: ['zeile-geaendert'],
        block: nummer,
        zeile: id,
        apply: (tx) =>
          tx.run(sql`update ${table} set ${sql.ref(column)} = ${values[column]!} where id = ${id}`),
      };
    case 1:
      return {
        was: ['zeile-fehlt'],
        block: nummer,
        zeile: id,
        apply: (tx) => tx.run(sql`delete from ${table} where id = ${id}`),
      };
    case 2: {
      // A row of the other Kreis frees its id, so that something can be put in between.
      const free = -seed - 1;
      return {
        was: ['zeile-eingefuegt'],
        zeile: free,
        apply: (tx) =>
          art === 'lesezugriff'
            ? tx.run(sql`insert into lesezugriff (kreis_id, id, konto_id, person_id, vorgang) overriding system value
                values (${kreis}, ${free}, gen_random_uuid(), '{}', 'fall.get')`)
            : tx.run(sql`insert into ereignis (kreis_id, id, art, gegenstand) overriding system value
                values (${kreis}, ${free}, 'fall.geaendert', 'fall')`),
      };
    }
    case 3:
      return {
        was: ['zeilen-vertauscht'],
        block: nummer,
        zeile: Math.min(id, other),
        apply: async (tx) => {
          const take =
            art === 'lesezugriff'
              ? sql`person_id = o.person_id, adresse = o.adresse, am = o.am`
              : sql`gegenstand_id = o.gegenstand_id, daten = o.daten, am = o.am`;
          await tx.run(sql`update ${table} t set ${take} from ${table} o
            where (t.id = ${id} and o.id = ${other}) or (t.id = ${other} and o.id = ${id})`);
        },
      };
    case 4: {
      const from = Math.max(1, nummer);
      return {
        was: ['ende-abgeschnitten'],
        block: from,
        apply: (tx) => tx.run(sql`delete from protokollblock where nummer >= ${from}`),
      };
    }
    case 5: {
      const changes = [
        sql`anzahl = anzahl + 1, zeilen = zeilen || decode(repeat('00', 16), 'hex')`,
        sql`hash = sha256(hash)`,
        sql`zeilen_hash = sha256(hash)`,
        sql`bis_am = bis_am + interval '1 day'`,
        sql`versiegelt_am = versiegelt_am - interval '1 day'`,
        sql`bis_id = bis_id + 1`,
      ];
      return {
        was: ['block-geaendert'],
        block: nummer,
        apply: (tx) => tx.run(sql`update protokollblock set ${changes[seed % 6]!} where nummer = ${nummer}`),
      };
    }
    default: {
      const lines = (text: string) => text.trim().split('\n');
      const line = seed % 4;
      const changes: readonly ((text: string) => string)[] = [
        (text) => lines(text).toSpliced(line, 1).join('\n'),
        (text) =>
          lines(text)
            .with(line, lines(text)[line]!.replace(/"lesezugriff":(\d+)/, '"lesezugriff":9$1'))
            .join('\n'),
        (text) =>
          lines(text)
            .with(line, lines(text)[line]!.replace(/"am":"2/, '"am":"3'))
            .join('\n'),
        (text) => lines(text).toSpliced(line, 0, lines(text)[line]!).join('\n'),
        () => '',
      ];
      return {
        was: ['pruefpunkt-geaendert', 'pruefpunkt-fehlt', 'kopf-fehlt'],
        datei: changes[Math.floor(seed / 4) % 5]!,
      };
    }
  }
}

test('a chain that was written anew from the first block on does not match what was signed', async () => {
  await addReads(4);
  await runSeal(ort);
  await addReads(4);
  await runSeal(ort);
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from lesezugriff where id = (select min(id) from lesezugriff)`);
    await tx.run(sql`truncate protokollblock, lesezugriff_verzeichnis`);
  });
  await sealProtokoll(app.owner);
  expect(await prove()).toEqual([
    { kreisId: kreis, block: 1, art: 'lesezugriff', zeile: null, was: 'kopf-weicht-ab' },
  ]);
});

test('M401 reads older than the time allowed go in whole blocks, and the chain stays provable; nothing younger may go', async () => {
  await addReads(5, sql`now() - interval '30 months'`);
  await runSeal(ort);
  await addReads(5, sql`now() - interval '7 months'`);
  await runSeal(ort);
  await addReads(5);
  await runSeal(ort);
  expect(await pruneProtokoll(app.owner, 24)).toBe(5);
  expect(await pruneProtokoll(app.owner, 24)).toBe(0);
  await runSeal(ort);
  expect(await prove()).toEqual([]);
  const left = await asAdmin(app, (tx) =>
    tx.all(sql<{ n: number }>`select count(*)::int as n from lesezugriff`),
  );
  expect(left).toEqual([{ n: 10 }]);
  // Who removes the newest reads the same way is found by their age.
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from lesezugriff`);
    await tx.run(sql`insert into ereignis (kreis_id, art, gegenstand, daten)
      values (${kreis}, 'protokoll.gekuerzt', 'protokoll', '{"bis": 3}')`);
  });
  await runSeal(ort);
  expect(await prove()).toEqual([
    { kreisId: kreis, block: 3, art: 'lesezugriff', zeile: null, was: 'kuerzung-zu-frueh' },
  ]);
});

test('after a restoration of an older state the lost end is a breach until the restoration is signed', async () => {
  await addReads(4);
  await runSeal(ort);
  await addReads(4);
  await runSeal(ort);
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from protokollblock where nummer = 2`);
    await tx.run(
      sql`delete from lesezugriff where id > (select bis_id from protokollblock where nummer = 1)`,
    );
  });
  expect(await prove()).toEqual([expect.objectContaining({ block: 2, was: 'ende-abgeschnitten' })]);
  await recordWiederherstellung(ort);
  expect(await prove()).toEqual([]);
  await addReads(3);
  await runSeal(ort);
  expect(await prove()).toEqual([]);
});

test('a backup from before the first block is restored beside a newer file: that is signed too, and no breach after it', async () => {
  await addReads(4);
  await addReads(4, sql`clock_timestamp()`, nachbar);
  await runSeal(ort);
  await asAdmin(app, (tx) => tx.run(sql`truncate protokollblock, lesezugriff_verzeichnis, lesezugriff`));
  expect(await prove()).toEqual([
    expect.objectContaining({ kreisId: kreis, block: 1, was: 'ende-abgeschnitten' }),
    expect.objectContaining({ kreisId: nachbar, block: 1, was: 'ende-abgeschnitten' }),
  ]);
  await recordWiederherstellung(ort);
  expect(await prove()).toEqual([]);
  await addReads(3);
  await runSeal(ort);
  expect(await prove()).toEqual([]);
});

test('a line that a crash cut off is taken out before the next, and one that somebody spoilt ends neither signing nor proof', async () => {
  const file = join(register(), 'pruefpunkt.jsonl');
  await addReads(2);
  await runSeal(ort);
  await appendFile(file, '{"nr":2,"am":"2026');
  await addReads(2);
  await runSeal(ort);
  expect(await prove()).toEqual([]);
  await appendFile(file, 'x\n');
  await addReads(2);
  await runSeal(ort);
  expect(await prove()).toEqual([
    expect.objectContaining({ kreisId: null, block: 3, was: 'pruefpunkt-geaendert' }),
  ]);
});

test('M399 a Kreis that is signed for and gone from the database as a whole is missed', async () => {
  await asAdmin(app, (tx) =>
    tx.run(
      sql`insert into kreis select (jsonb_populate_record(k, '{"id":"verschwunden"}')).* from kreis k where k.id = ${kreis}`,
    ),
  );
  await addReads(2, sql`clock_timestamp()`, 'verschwunden');
  await runSeal(ort);
  await asAdmin(app, async (tx) => {
    await tx.run(sql`truncate protokollblock, lesezugriff_verzeichnis, lesezugriff`);
    await tx.run(sql`delete from kreis where id = 'verschwunden'`);
  });
  expect(await prove()).toEqual([
    expect.objectContaining({ kreisId: 'verschwunden', block: 1, was: 'ende-abgeschnitten' }),
  ]);
});

test('M399 no role of the running server changes the log, and only the sealing function adds a block', async () => {
  const rights = await asAdmin(app, (tx) =>
    tx.all(sql<{ recht: string }>`
      select r.rolname || ' ' || p || ' ' || t as recht
      from pg_roles r, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p,
        unnest(array['ereignis', 'lesezugriff', 'protokollblock']) t
      where r.rolname like 'lotse%' and r.rolname not in ('lotse_owner', 'lotse_admin')
        and not (t <> 'protokollblock' and p = 'INSERT')
        and (has_table_privilege(r.rolname, t, p) or (p = 'UPDATE' and has_any_column_privilege(r.rolname, t, p)))`),
  );
  expect(rights).toEqual([{ recht: 'lotse_protokoll INSERT protokollblock' }]);
  await addReads(1);
  await expect(
    app.owner((tx) =>
      tx.run(sql`insert into protokollblock select ${kreis}, 1, 'ereignis', 1, 1, 1, now(), now(), now(),
        decode(repeat('00', 16), 'hex'), sha256(''), sha256('')`),
    ),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(
    app.db.asNobody((tx) => tx.all(sql`select protokoll_versiegeln(${kreis}, 'ereignis', 9, 9)`)),
  ).rejects.toMatchObject({ code: '42501' });
  // What is sealed is every column: a new one has to be added to the sealed form.
  const columns = await asAdmin(app, (tx) =>
    tx.all(sql<{ t: string; c: string }>`
      select table_name as t, string_agg(column_name, ' ' order by column_name) as c from information_schema.columns
      where table_schema = 'public' and table_name in ('ereignis', 'lesezugriff') group by 1 order by 1`),
  );
  expect(columns).toEqual([
    { t: 'ereignis', c: 'adresse am art daten gegenstand gegenstand_id id konto_id kreis_id' },
    { t: 'lesezugriff', c: 'adresse am id konto_id kreis_id person_id vorgang zweck' },
  ]);
});
