import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '#src/app/server/app.ts';
import { openInstallation, type Installation } from '#src/app/server/installation.ts';
import { restoreDeps } from '#src/app/server/restore-deps.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { replayLoeschung } from '#src/loeschung/server/replay.ts';
import { appendRegister } from '#src/loeschung/server/register.ts';
import { registerDir, type Config } from '#src/platform/server/config.ts';
import { openSource, ringOf, unwrapUnder } from '#src/platform/server/hauptschluessel.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';
import { readWurzeln } from '#src/platform/server/wurzel.ts';
import { runSeal } from '#src/protokoll/server/run.ts';
import { asAdmin } from '#src/sicherung/server/as-admin.ts';
import { listTables, tallyTable } from '#src/sicherung/server/copy-tables.ts';
import { runNotfallliste, runOeffnen } from '#src/sicherung/server/notfallliste-cli.ts';
import { runSchluesselCli } from '#src/sicherung/server/schluessel-cli.ts';
import { runPruefen, runSichern, runWiederherstellen } from '#src/sicherung/server/sichern-cli.ts';

const folder = await mkdtemp(join(tmpdir(), 'lotse-sicherung-'));
chmodSync(folder, 0o755);
const ablage = join(folder, 'ablage');
const bund = join(folder, 'bund', 'schluesselbund.lotse');
mkdirSync(join(folder, 'bund'));
let first: Installation;
let out: string[] = [];
const write = { write: (text: string) => void out.push(text), warn: (text: string) => void out.push(text) };

function configOf(name: string): Config {
  const datenDir = join(folder, name);
  return {
    port: 0,
    datenDir,
    databaseUrl: undefined,
    demo: false,
    url: 'http://lotse.test',
    mail: undefined,
    hauptschluessel: { kind: 'file', path: join(datenDir, 'schluessel') },
  };
}

interface Text {
  readonly kreis_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly traeger_id: string;
  readonly schluessel: Buffer;
  readonly siegel: Buffer;
}

/** Sealed texts with all that is needed to open them, as the server would. */
async function readTexts(installation: Installation): Promise<Text[]> {
  return asAdmin(installation.admin, 'begin', async (client) => {
    const { rows } = await client.query<Text>(
      `select g.kreis_id, g.id, g.person_id, p.traeger_id, p.schluessel_verpackt as schluessel, g.siegel
        from geheimtext g join person p on p.kreis_id = g.kreis_id and p.id = g.person_id order by g.id`,
    );
    return rows;
  });
}

async function openTexts(installation: Installation, texts: readonly Text[]): Promise<string[]> {
  return installation.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const opened: string[] = [];
    for (const { kreis_id, traeger_id, schluessel, id, siegel } of texts) {
      const key = await installation.schluessel.personKey(tx, kreis_id, traeger_id, schluessel);
      opened.push(unsealForPerson(key, id, siegel));
    }
    return opened;
  });
}

async function openText(installation: Installation, text: Text): Promise<string> {
  const [opened = ''] = await openTexts(installation, [text]);
  return opened;
}

async function openAll(installation: Installation): Promise<string[]> {
  return openTexts(installation, await readTexts(installation));
}

async function tallies(installation: Installation): Promise<Record<string, string>> {
  return asAdmin(installation.admin, 'begin', async (client) => {
    const result: Record<string, string> = {};
    for (const table of await listTables(client)) {
      const { anzahl, pruefwert } = await tallyTable(client, table);
      result[table.name] = `${anzahl} ${pruefwert}`;
    }
    return result;
  });
}

/** Every file below a folder in which a text stands. */
async function filesWith(where: string, needle: string): Promise<string[]> {
  const files = readdirSync(where, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const found = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return (await readFile(path)).includes(needle) ? path : '';
    }),
  );
  return found.filter((path) => path !== '');
}

async function restoreInto(name: string, datei: string, config = configOf(name)): Promise<number> {
  out = [];
  return runWiederherstellen([datei, '--schluesselbund', bund, '--json'], config, restoreDeps, write);
}

function giveKey(name: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(join(folder, 'eins', 'schluessel'), join(folder, name, 'schluessel'));
}

const canary = 'Kanarienvogel';
/** A backup from before everything that these tests do. */
let before = '';

beforeAll(async () => {
  first = await openInstallation(configOf('eins'));
  await seedDemo(first);
  // A thousand words that must be found in no file: 20 texts for each of 50 persons.
  await first.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const persons = await tx.all(sql<{
      kreis_id: string;
      id: string;
      traeger_id: string;
      schluessel: Buffer;
    }>`
      select kreis_id, id, traeger_id, schluessel_verpackt as schluessel from person order by id limit 50`);
    for (const [at, { kreis_id, id, traeger_id, schluessel }] of persons.entries()) {
      const key = await first.schluessel.personKey(tx, kreis_id, traeger_id, schluessel);
      const rows = Array.from({ length: 20 }, (_, index) => {
        const row = randomUUID();
        return { row, siegel: sealForPerson(key, row, `${canary}-${at}-${index}`) };
      });
      await tx.run(sql`insert into geheimtext (kreis_id, id, person_id, siegel)
        select ${kreis_id}, v.id, ${id}, v.siegel
        from unnest(${rows.map((r) => r.row)}::uuid[], ${rows.map((r) => r.siegel)}::bytea[]) v (id, siegel)`);
    }
  });
  await runSeal(first);
  await runSichern([join(folder, 'davor'), '--json'], first, write);
  before = z.object({ datei: z.string() }).parse(JSON.parse(out.join(''))).datei;
}, 120_000);
afterAll(async () => {
  await first.close();
  await rm(folder, { recursive: true, force: true });
});

test('keys are exchanged while the server runs: no request fails, every text stays readable, the old key opens nothing', async () => {
  const old = openSource(first.config.hauptschluessel)
    .all()
    .map(({ key }) => key);
  const texts = await readTexts(first);
  const draft = sealText(first.schluessel.derive('entwurf'), 'Entwurf', 'ort');
  const fixed = first.schluessel.deriveFixed('protokoll');
  expect(texts.length).toBeGreaterThan(1_000);

  let running = true;
  const failures: unknown[] = [];
  let reads = 0;
  const load = [0, 1, 2].map(async (lane) => {
    for (let at = lane; running; at = (at + 7) % 1_000) {
      // Read anew each time, as a request does: key and text of this very moment; and now and then a new person's key.
      const [row] = await asAdmin(first.admin, 'begin', async (client) =>
        client
          .query<Text>(
            `select g.kreis_id, g.id, p.traeger_id, p.schluessel_verpackt as schluessel, g.siegel from geheimtext g
              join person p on p.kreis_id = g.kreis_id and p.id = g.person_id where g.id = $1`,
            [texts[at]?.id],
          )
          .then(({ rows }) => rows),
      );
      if (!row) continue;
      await openText(first, row).then(
        () => (reads += 1),
        (error: unknown) => failures.push(error),
      );
      await first
        .owner(async (tx) => {
          await tx.run(sql`set local role none`);
          const { wrapped } = await first.schluessel.newPersonKey(tx, row.kreis_id, row.traeger_id);
          await first.schluessel.personKey(tx, row.kreis_id, row.traeger_id, wrapped);
        })
        .catch((error: unknown) => failures.push(error));
    }
  });
  // The commands run in a process of their own: other caches, the same files.
  const other = await openInstallation(first.config);
  const { slug } = await other.owner((tx) =>
    tx.one(sql<{ slug: string }>`select t.slug from traeger t join traeger_schluessel s
      on s.kreis_id = t.kreis_id and s.traeger_id = t.id where t.kreis_id = 'unna' order by t.slug limit 1`),
  );
  expect(await runSchluesselCli(['drehen', '--json'], other, write)).toBe(0);
  expect(await runSchluesselCli(['drehen', '--traeger', slug, '--json'], other, write)).toBe(0);
  await other.close();
  running = false;
  await Promise.all(load);
  expect({ failures, some: reads > 20 }).toEqual({ failures: [], some: true });

  // A server that starts now knows only the new key and reads everything.
  const fresh = await openInstallation(first.config);
  expect((await openAll(fresh)).filter((text) => text.startsWith(canary))).toHaveLength(1_000);
  expect(unsealText(fresh.schluessel.derive('entwurf'), draft, 'ort')).toBe('Entwurf');
  expect(fresh.schluessel.deriveFixed('protokoll')).toEqual(fixed);
  const wurzeln = await fresh.owner((tx) => readWurzeln(tx, fresh.ring));
  expect(wurzeln.map(({ nummer }) => nummer)).toEqual([1, 2]);
  await fresh.close();

  // The old key was put aside; with it alone not one key of the present database opens.
  expect(
    readdirSync(first.config.datenDir).filter((name) => name.startsWith('schluessel.abgeloest-')),
  ).toHaveLength(1);
  const wrapped = await first.owner((tx) =>
    tx.all(sql<{ verpackt: Buffer }>`select schluessel_verpackt as verpackt from traeger_schluessel
      union all select schluessel_verpackt from wurzelschluessel`),
  );
  const only = ringOf(...old);
  for (const { verpackt } of wrapped) expect(() => unwrapUnder(only, verpackt, '')).toThrow(/not known/);
}, 120_000);

test('a backup of the running server restores on an empty machine: every table equal, texts readable, the application answers', async () => {
  await runSeal(first);
  out = [];
  expect(await runSichern([ablage, '--schluesselbund', bund, '--json'], first, write)).toBe(0);
  const { datei, zeilen } = z
    .object({ datei: z.string(), zeilen: z.number() })
    .parse(JSON.parse(out.join('')));
  expect(zeilen).toBeGreaterThan(2_000);
  const soll = await tallies(first);

  giveKey('zwei');
  expect(await restoreInto('zwei', datei)).toBe(0);
  const bericht = JSON.parse(out.join(''));
  expect(bericht).toMatchObject({ inOrdnung: true, ohneSchluessel: 0, zeilen });
  expect(bericht.befund).toContainEqual({
    regel: expect.stringMatching(/^Kette des Protokolls: [1-9]\d* Blöcke/),
    anzahl: 0,
  });

  const second = await openInstallation(configOf('zwei'));
  try {
    const after = await tallies(second);
    // Sessions end with a restore; `pruefe` acts under an account and roles of its own.
    const own = new Set(['sitzung', 'konto', 'rolle']);
    const differing = Object.keys(soll).filter((name) => soll[name] !== after[name] && !own.has(name));
    expect(differing).toEqual([]);
    expect(Object.keys(after)).toEqual(Object.keys(soll));
    expect((await openAll(second)).toSorted()).toEqual((await openAll(first)).toSorted());
    const app = createApp({ ...second, log: () => undefined });
    expect((await app.request('/api/zustand')).status).toBe(200);
    // New rows get numbers after the restored ones, and the constraints stand again.
    const weiter = await asAdmin(second.admin, 'begin', async (client) => {
      const { rows } = await client.query<{ frei: boolean; schluessel: string; ausgeschaltet: string }>(`
        select coalesce((select last_value from pg_sequences where sequencename = 'ereignis_id_seq'), 0)
            >= coalesce((select max(id) from ereignis), 0) as frei,
          (select count(*) from pg_constraint where contype = 'f')::text as schluessel,
          (select count(*) from pg_trigger where not tgisinternal and tgenabled = 'D')::text as ausgeschaltet`);
      return rows[0];
    });
    const { rows: constraints } = await asAdmin(first.admin, 'begin', (client) =>
      client.query<{ anzahl: string }>(
        `select count(*)::text as anzahl from pg_constraint where contype = 'f'`,
      ),
    );
    expect(weiter).toEqual({ frei: true, schluessel: constraints[0]?.anzahl, ausgeschaltet: '0' });
  } finally {
    await second.close();
  }
  // Into a database that holds something nothing is restored.
  await expect(restoreInto('zwei', datei)).rejects.toThrow(/nicht leer: Sie enthält/);
}, 180_000);

test('M151 whoever was erased after a backup stays unreadable in it and is erased again, even with the keys from before', async () => {
  const victim = (await readTexts(first)).find(({ kreis_id }) => kreis_id === 'unna');
  if (!victim) throw new Error('no text');
  const { kreis_id: unna, person_id: person } = victim;
  appendRegister(registerDir(first.config), [
    { kreis: unna, person, faelle: [], tag: '2026-07-01', lauf: null },
  ]);
  expect(await replayLoeschung(first)).toBe(1);
  // The protocol goes on as well: the signed file knows more than the backup.
  await runSeal(first);
  const old = readFileSync(bund);
  expect(await runSichern([join(folder, 'danach'), '--schluesselbund', bund, '--json'], first, write)).toBe(
    0,
  );
  expect(readFileSync(bund).equals(old)).toBe(false);

  // The backup is from before the erasure and before the exchange of keys: both keys are at hand, as in the worst case.
  const keyOf = (file = '') =>
    Buffer.from(readFileSync(join(first.config.datenDir, file), 'utf8').trim(), 'base64');
  const alt = readdirSync(first.config.datenDir).find((name) => name.startsWith('schluessel.abgeloest-'));
  const config: Config = {
    ...configOf('drei'),
    hauptschluessel: { kind: 'value', value: keyOf('schluessel'), alt: keyOf(alt) },
  };
  let seen = 0;
  out = [];
  const code = await runWiederherstellen(
    [before, '--schluesselbund', bund, '--json'],
    config,
    {
      ...restoreDeps,
      replayLoeschung: async (installation) => {
        const texts = await readTexts(installation);
        const hers = texts.filter(({ person_id }) => person_id === person);
        expect({ hers: hers.length > 0, others: texts.length > 1_000 }).toEqual({ hers: true, others: true });
        for (const text of hers) {
          expect(text.schluessel).toHaveLength(0);
          await expect(openText(installation, text)).rejects.toThrow();
        }
        seen += 1;
        return replayLoeschung(installation);
      },
    },
    write,
  );
  const bericht = JSON.parse(out.join(''));
  expect(bericht.befund.filter(({ anzahl }: { anzahl: number }) => anzahl > 0)).toEqual([]);
  expect({ code, seen, ...bericht }).toMatchObject({
    code: 0,
    seen: 1,
    ohneSchluessel: 0,
    geloescht: 1,
  });

  const third = await openInstallation({
    ...config,
    hauptschluessel: { kind: 'value', value: keyOf('schluessel') },
  });
  try {
    const texts = await readTexts(third);
    expect(texts.filter(({ person_id }) => person_id === person)).toEqual([]);
    expect(await openTexts(third, texts)).toContain(`${canary}-49-19`);
  } finally {
    await third.close();
  }
}, 120_000);

test('a wrong key reads nothing, and a cut, exchanged or changed backup is found and named', async () => {
  const [name = ''] = readdirSync(ablage).filter((file) => file.endsWith('.sicherung'));
  const path = join(ablage, name);
  const whole = readFileSync(path);
  const pruefen = async (bytes: Buffer, config = first.config) => {
    writeFileSync(join(folder, 'probe.sicherung'), bytes);
    out = [];
    const code = await runPruefen(['--pruefen', join(folder, 'probe.sicherung')], config, write);
    return `${code} ${out.join('')}`;
  };
  expect(await pruefen(whole)).toMatch(/^0 In Ordnung/);
  const foreign: Config = { ...first.config, hauptschluessel: { kind: 'value', value: randomBytes(32) } };
  expect(await pruefen(whole, foreign)).toMatch(
    /^1 .*mit dem Hauptschlüssel [0-9a-f]{16} gemacht[^]*nichts gelesen/,
  );
  expect(await pruefen(whole.subarray(0, whole.length - 1_000))).toMatch(/^1 .*unvollständig/);
  for (let round = 0; round < 100; round += 1) {
    const changed = Buffer.from(whole);
    const at = Math.floor(Math.random() * whole.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    expect(await pruefen(changed), `bit at ${at}`).toMatch(
      /^1 .*(verändert: Block \d+|beschädigt|keine Sicherung|unvollständig|nichts gelesen)/,
    );
  }
  // A cut file is refused before the database is touched.
  giveKey('vier');
  writeFileSync(join(folder, 'probe.sicherung'), whole.subarray(0, whole.length - 1));
  await expect(restoreInto('vier', join(folder, 'probe.sicherung'))).rejects.toThrow(/unvollständig/);
  // So is a register that would let somebody come back unnoticed.
  mkdirSync(join(folder, 'vier', 'register'));
  writeFileSync(join(folder, 'vier', 'register', 'loeschung.jsonl'), '{"kreis":"un\n');
  await expect(restoreInto('vier', path)).rejects.toThrow(/loeschung\.jsonl, Zeile 1/);
  expect(existsSync(join(folder, 'vier', 'postgres'))).toBe(false);
}, 120_000);

test('M150 a thousand sealed words stand in no data file, no WAL, no backup, no bundle and no log', async () => {
  await asAdmin(first.admin, 'begin', (client) => client.query('select pg_switch_wal()'));
  expect(await filesWith(folder, canary)).toEqual([]);
  // The same search finds what is not sealed, so it would have found the words.
  const { name } = await first.owner((tx) =>
    tx.one(sql<{ name: string }>`select name from kreis where id = 'unna'`),
  );
  expect((await filesWith(join(folder, 'eins'), name)).length).toBeGreaterThan(0);
}, 60_000);

test('old backups of ours are deleted after the time that was said, nothing else is', async () => {
  for (const file of ['lotse-2020-01-01T000000Z.sicherung', 'lotse-2020.sicherung', 'fremd.txt'])
    writeFileSync(join(ablage, file), '');
  out = [];
  expect(
    await runSichern([ablage, '--schluesselbund', bund, '--behalten', '30', '--json'], first, write),
  ).toBe(0);
  expect(JSON.parse(out.join(''))).toMatchObject({ entfernt: ['lotse-2020-01-01T000000Z.sicherung'] });
  expect(existsSync(join(ablage, 'fremd.txt'))).toBe(true);
}, 60_000);

test('the emergency list of a Träger opens without a server, holds its active cases and no name', async () => {
  const kennwort = join(folder, 'kennwort');
  writeFileSync(kennwort, 'ein langes Kennwort\n');
  out = [];
  expect(
    await runNotfallliste([join(folder, 'notfall'), '--kennwort', kennwort, '--json'], first, write),
  ).toBe(0);
  const { listen } = z
    .object({
      listen: z.array(
        z.object({ kreisId: z.string(), traeger: z.string(), faelle: z.int(), datei: z.string() }),
      ),
    })
    .parse(JSON.parse(out.join('')));
  expect(listen.length).toBeGreaterThan(3);
  const names = await first.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    return tx.all(
      sql<{ familienname: string }>`select distinct familienname from person where length(familienname) > 5`,
    );
  });
  for (const { datei, faelle } of listen.slice(0, 2)) {
    out = [];
    expect(runOeffnen(['--oeffnen', datei, '--kennwort', kennwort], write)).toBe(0);
    const html = out.join('');
    expect(html.match(/<tr><td>/g)).toHaveLength(faelle);
    const cells = html.replaceAll(/<h2>.*<\/h2>/g, '');
    expect(names.filter(({ familienname }) => cells.includes(familienname))).toEqual([]);
  }
  const one = listen[0]?.datei ?? '';
  expect(readFileSync(one).includes('UN-')).toBe(false);
  writeFileSync(kennwort, 'ein anderes Kennwort\n');
  expect(runOeffnen(['--oeffnen', one, '--kennwort', kennwort], write)).toBe(1);
}, 60_000);
