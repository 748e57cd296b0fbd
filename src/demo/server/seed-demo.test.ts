import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { statusOnDay } from '#src/fall/server/status-on-day.ts';
import { today } from '#src/platform/day.ts';
import { openSchluessel, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { verifyKennwort } from '#src/zugang/server/kennwort.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoAccounts, demoKennwort, demoKonten } from '../accounts.ts';
import { notizen } from '../data/notizen.ts';
import { demoId } from './demo-id.ts';
import { fallbeispiele } from './insert-fallbeispiel.ts';
import { seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;
let first: { kreise: string[] };

function installation() {
  return { db, owner: admin.owner, schluessel, now: () => new Date() };
}
const schluessel = openSchluessel(randomBytes(32));

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 4);
  admin = openOwner(database.connection('lotse_admin'));
  first = await seedDemo(installation());
});

afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
});

async function count(kreisId: string, table: string): Promise<number> {
  const konto = { kreisId, kontoId: demoId(kreisId, 'konto', `koordination.${kreisId}`) };
  const row = await db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: kreisId }, (tx) =>
    tx.one(
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where kreis_id = ${kreisId}`,
    ),
  );
  return row.n;
}

test('M403 M26 M27 M28 M29 the three Kreise stand with 45 Kommunen, each in a region or alone', async () => {
  expect(first.kreise).toEqual(['unna', 'steinfurt', 'coesfeld']);
  const rows = await admin.owner((tx) =>
    tx.all(
      sql<{
        id: string;
        n: number;
      }>`select kreis_id as id, count(*)::int as n from kommune group by 1 order by 1`,
    ),
  );
  expect(rows).toEqual([
    { id: 'coesfeld', n: 11 },
    { id: 'steinfurt', n: 24 },
    { id: 'unna', n: 10 },
  ]);
});

test('M403 Unna and Coesfeld have cases, Steinfurt waits for its workbook', async () => {
  expect(await count('unna', 'fall')).toBe(180 + fallbeispiele.length);
  expect(await count('coesfeld', 'fall')).toBe(104);
  expect(await count('steinfurt', 'fall')).toBe(0);
  expect(await count('unna', 'beratungskontakt')).toBeGreaterThan(1_000);
});

test('a second start changes nothing', async () => {
  expect(await seedDemo(installation())).toEqual({ kreise: [] });
  expect(await count('unna', 'fall')).toBe(180 + fallbeispiele.length);
});

test('beside a real Kreis no demo is put in', async () => {
  const other = await testDatabase();
  const otherDb = openDatabase(other.connection('lotse_app'), 30, 1);
  const otherAdmin = openOwner(other.connection('lotse_admin'));
  await otherAdmin.owner((tx) =>
    tx.run(sql`insert into kreis (id, ags, name, demo) values ('borken', '05554', 'Kreis Borken', false)`),
  );
  const result = await seedDemo({ ...installation(), db: otherDb, owner: otherAdmin.owner });
  await otherDb.close();
  await otherAdmin.close();
  await other.close();
  expect(result).toEqual({ kreise: [] });
});

test('all demo accounts are marked as such and open with the announced password', async () => {
  const rows = await admin.owner((tx) =>
    tx.all(sql<{ anmeldename: string; demo: boolean; pruefwert: string }>`
      select k.anmeldename, k.demo, p.pruefwert from konto k
      join kennwort p on p.kreis_id = k.kreis_id and p.konto_id = k.id`),
  );
  expect(rows).toHaveLength(demoKonten.length);
  expect(rows.every((row) => row.demo)).toBe(true);
  for (const { anmeldename } of demoAccounts())
    expect(rows.map((row) => row.anmeldename)).toContain(anmeldename);
  expect(await verifyKennwort(rows[0]?.pruefwert, demoKennwort)).toBe(true);
});

test('the ability to import ends by itself', async () => {
  const rows = await admin.owner((tx) =>
    tx.all(sql<{ gueltig_bis: Date | null }>`
      select r.gueltig_bis from rolle r join konto k on k.id = r.konto_id where r.rolle = 'uebernahme' and k.demo`),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.gueltig_bis !== null && row.gueltig_bis > new Date())).toBe(true);
});

test('M400 the rules of the Kreise hold from their day on', async () => {
  const konto = { kreisId: 'unna', kontoId: demoId('unna', 'konto', 'koordination.unna') };
  await db.asKonto(konto, {}, async (tx) => {
    const schluesselVon = (kreisId: string) => getRegel(tx, kreisId, 'fallschluessel', '2026-01-15');
    expect(await schluesselVon('unna')).toEqual({ art: 'spanne', von: 25, bis: 30 });
    expect(await schluesselVon('steinfurt')).toEqual({ art: 'verhaeltnis', zahl: 60 });
    expect(await schluesselVon('coesfeld')).toEqual({ art: 'keiner' });
  });
});

test('cases of Unna are plausible: many active by the rule, some resting, some closed, notes sealed', async () => {
  const konto = { kreisId: 'unna', kontoId: demoId('unna', 'konto', 'koordination.unna') };
  await db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: 'unna' }, async (tx) => {
    const heute = today();
    const on = {
      kreisId: 'unna',
      stichtag: heute,
      kenntnisstand: null,
      regel: { art: 'kontakt', monate: 3 },
    } as const;
    const rows = await tx.all(sql<{ status: string; n: number }>`
      select status, count(*)::int as n from ${statusOnDay(on)} s group by 1`);
    const n = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
    expect(n('aktiv')).toBeGreaterThan(60);
    expect(n('ruhend')).toBeGreaterThan(8);
    expect(n('abgeschlossen')).toBeGreaterThan(30);

    const row = await tx.one(sql<{ traeger: string; schluessel: Buffer; id: string; siegel: Buffer }>`
      select p.traeger_id as traeger, p.schluessel_verpackt as schluessel, g.id, g.siegel
      from geheimtext g join person p on p.kreis_id = g.kreis_id and p.id = g.person_id
      where g.kreis_id = 'unna' order by g.id limit 1`);
    const key = await schluessel.personKey(tx, 'unna', row.traeger, row.schluessel);
    expect(notizen).toContain(unsealForPerson(key, row.id, row.siegel));
  });
});

test('nothing of the demo lies in the future', async () => {
  for (const table of [
    'fall',
    'fall_status',
    'fall_zustaendigkeit',
    'beratungskontakt',
    'sonstiger_kontakt',
  ]) {
    const konto = { kreisId: 'unna', kontoId: demoId('unna', 'konto', 'koordination.unna') };
    const row = await db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: 'unna' }, (tx) =>
      tx.one(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where erfasst_am > now()`),
    );
    expect({ table, future: row.n }).toEqual({ table, future: 0 });
  }
});

test('the examples of Unna show: one double entry, one possible double care, and what runs out soon', async () => {
  const rows = await admin.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    return tx.all(sql<Record<string, number>>`
      select (select count(*)::int from doppelbetreuung where kreis_id = 'unna' and stand = 'offen') as doppelt,
        (select count(*)::int from person a join person b on b.kreis_id = a.kreis_id and b.traeger_id = a.traeger_id
          and b.familienname = a.vorname and b.vorname = a.familienname and b.geburtsdatum = a.geburtsdatum
          where a.id < b.id) as paare,
        (select count(*)::int from einwilligung where ablauf_am = current_date + 20) as einwilligung,
        (select count(*)::int from entbindung where gueltig_bis = current_date + 11) as entbindung,
        (select count(*)::int from unterschrift where kreis_id = 'unna') as unterschrift,
        (select count(*)::int from person_merkmal where laeuft_ab_am = current_date + 30) as titel`);
  });
  expect(rows).toEqual([
    { doppelt: 1, paare: 1, einwilligung: 1, entbindung: 1, unterschrift: 2 + 14, titel: 1 },
  ]);
});
