import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rheineFile, startSteinfurt, type Steinfurt } from '#test/support/rheine.ts';
import { undoRun } from './undo.ts';

let app: Steinfurt;
beforeAll(async () => {
  app = await startSteinfurt();
});
afterAll(() => app.close());

let id = '';

test('M361 the Rheine workbook is read without a refusal, with columns found by itself', async () => {
  const { zurueck, before } = {
    zurueck: await app.importFile(rheineFile, { probe: true }),
    before: await app.dump(),
  };
  expect(zurueck.id).toBeNull();
  expect(Object.values(before).flat()).toEqual([]);
  const result = await app.importFile(rheineFile);
  id = result.id ?? '';
  const { bericht } = result;
  expect(bericht.blaetter.map(({ blatt, gelesen, angelegt }) => [blatt, gelesen, angelegt])).toEqual([
    ['Fälle CM', 84, 84],
    ['Sonstige Kontakte', 86, 86],
  ]);
  expect(bericht).toMatchObject({
    gelesen: 170,
    angelegt: 170,
    geaendert: 0,
    unveraendert: 0,
    abgelehnt: [],
  });
  expect(zurueck.bericht).toEqual(bericht);
});

test('the imported cases give the published figures of each key date', async () => {
  const rows = await app.inTx((tx) =>
    tx.all(sql<{ stichtag: string; gesamt: number; caritas: number; lernen: number; aktiv: number }>`
      select d::date as stichtag, count(*) as gesamt,
        count(*) filter (where t.slug = 'caritas_rheine') as caritas, count(*) filter (where t.slug = 'lernen_foerdern') as lernen,
        count(*) filter (where s.status = 'aktiv') as aktiv
      from unnest(array['2022-09-15', '2022-12-15', '2023-04-01']::date[]) d
      join fall f on f.aufgenommen_am <= d
      join fall_zustaendigkeit z on z.fall_id = f.id and z.gueltig_ab <= d and coalesce(z.gueltig_bis > d, true)
      join traeger t on t.id = z.traeger_id
      join fall_status s on s.fall_id = f.id and s.gueltig_ab <= d and coalesce(s.gueltig_bis > d, true)
      group by d order by d`),
  );
  expect(rows).toEqual([
    { stichtag: '2022-09-15', gesamt: 38, caritas: 0, lernen: 38, aktiv: 26 },
    { stichtag: '2022-12-15', gesamt: 67, caritas: 32, lernen: 35, aktiv: 40 },
    { stichtag: '2023-04-01', gesamt: 84, caritas: 42, lernen: 42, aktiv: 42 },
  ]);
});

test('M196 the twelve handovers of October 2022 follow the changed jurisdiction', async () => {
  const rows = await app.inTx((tx) =>
    tx.all(sql`select to_char(u.wirksam_am, 'YYYY-MM') as monat, u.grund, count(*) as anzahl from fall_zustaendigkeit z
      join uebergabe u on u.id = z.uebergabe_id group by 1, 2`),
  );
  expect(rows).toEqual([{ monat: '2022-10', grund: 'zustaendigkeit', anzahl: 12 }]);
});

test('the sonstige Kontakte are those of the monthly table, in the Kommune of the region', async () => {
  const rows = await app.inTx((tx) =>
    tx.all(sql`select to_char(am, 'MM') as monat, count(*) as gesamt, count(*) filter (where t.slug = 'caritas_rheine') as caritas,
      min(k.kommune_id) as kommune from sonstiger_kontakt k join traeger t on t.id = k.traeger_id group by 1 order by 1`),
  );
  expect(rows).toEqual([
    { monat: '01', gesamt: 14, caritas: 12, kommune: '05566076' },
    { monat: '02', gesamt: 17, caritas: 10, kommune: '05566076' },
    { monat: '03', gesamt: 25, caritas: 10, kommune: '05566076' },
    { monat: '04', gesamt: 30, caritas: 18, kommune: '05566076' },
  ]);
});

test('each case and its person land in the tenant of the Träger that has it now', async () => {
  const rows = await app.inTx((tx) =>
    tx.all(sql`select t.slug, count(*) as anzahl from fall f join person p on p.id = f.person_id and p.traeger_id = f.traeger_id
      join traeger t on t.id = f.traeger_id group by 1 order by 1`),
  );
  expect(rows).toEqual([
    { slug: 'caritas_rheine', anzahl: 42 },
    { slug: 'lernen_foerdern', anzahl: 42 },
  ]);
});

test('reading the same workbook again changes nothing', async () => {
  const before = await app.dump();
  const again = await app.importFile(rheineFile);
  expect(again.id).toBeNull();
  expect(again.bericht).toMatchObject({
    gelesen: 170,
    angelegt: 0,
    geaendert: 0,
    unveraendert: 170,
    abgelehnt: [],
  });
  expect(await app.dump()).toEqual(before);
});

test('undo of the whole import leaves every table as it was before', async () => {
  await app.inTx((tx) => undoRun(tx, app.schluessel, 'steinfurt', id));
  expect(Object.values(await app.dump()).flat()).toEqual([]);
  await expect(app.inTx((tx) => undoRun(tx, app.schluessel, 'steinfurt', id))).rejects.toMatchObject({
    code: 'schon-zurueckgenommen',
  });
});

test('after an undo the workbook can be imported once more', async () => {
  expect((await app.importFile(rheineFile)).bericht).toMatchObject({ angelegt: 170, abgelehnt: [] });
});
