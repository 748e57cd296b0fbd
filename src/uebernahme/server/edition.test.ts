import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { kreisId, startSteinfurt, type Steinfurt } from '#test/support/rheine.ts';
import { fallRow, kontaktRow, workbook } from '#test/support/workbook.ts';
import { undoRun } from './undo.ts';

let app: Steinfurt;
beforeAll(async () => {
  app = await startSteinfurt();
});
afterEach(() => app.clear());
afterAll(() => app.close());

const names = () =>
  app.inTx((tx) =>
    tx.all(
      sql`select f.nummer, p.familienname, p.vorname from fall f join person p on p.id = f.person_id order by 1`,
    ),
  );
const undo = (id: string | null) => app.inTx((tx) => undoRun(tx, app.schluessel, kreisId, id ?? ''));

test('M361 a later edition changes what changed and adds what is new, cell by cell in the preview', async () => {
  const first = await app.importFile(
    await workbook([fallRow('A-1'), fallRow('A-2', { Bemerkung: 'ruft an' }), fallRow('A-3')]),
  );
  const later = await workbook([
    fallRow('A-1'),
    fallRow('A-2', {
      Name: 'Hayle',
      Leistungsbezug: 'Wohngeld',
      Bemerkung: 'kommt vorbei',
      Fallstatus: 'inaktiv',
      'inaktiv seit': { day: '2023-02-01' },
      Grund: 'Umzug',
    }),
    fallRow('A-3', { 'Übergabe am': '01.03.2023', 'Übergabe an': 'Caritas Rheine e. V.' }),
    fallRow('A-4'),
  ]);
  const before = await app.dump();
  const preview = await app.importFile(later, { probe: true });
  expect(await app.dump()).toEqual(before);
  expect(preview.bericht).toMatchObject({
    gelesen: 4,
    angelegt: 1,
    geaendert: 2,
    unveraendert: 1,
    abgelehnt: [],
  });
  expect(preview.vorschau.find(({ nummer }) => nummer === 'A-2')?.zellen).toEqual([
    { spalte: 'Name', neu: 'Hayle', alt: null },
    { spalte: 'Bemerkung', neu: 'kommt vorbei', alt: null },
    { spalte: 'Fallstatus', neu: 'inaktiv', alt: 'aktiv' },
    { spalte: 'inaktiv seit', neu: '01.02.2023', alt: null },
    { spalte: 'Grund', neu: 'Umzug', alt: null },
    { spalte: 'Leistungsbezug', neu: 'Wohngeld', alt: 'SGB II' },
  ]);

  const second = await app.importFile(later);
  expect(second.bericht).toEqual(preview.bericht);
  expect(await names()).toContainEqual({ nummer: 'A-2', familienname: 'Hayle', vorname: 'Tesfay' });
  const handed = await app.inTx((tx) =>
    tx.one(sql`select t.slug, (select slug from traeger x where x.id = p.traeger_id) as person from fall f join traeger t on t.id = f.traeger_id
      join person p on p.id = f.person_id where nummer = 'A-3'`),
  );
  expect(handed).toEqual({ slug: 'caritas_rheine', person: 'caritas_rheine' });
  expect((await app.importFile(later)).bericht).toMatchObject({
    unveraendert: 4,
    geaendert: 0,
    abgelehnt: [],
  });

  await expect(undo(first.id)).rejects.toMatchObject({
    code: 'ruecknahme-unmoeglich',
    detail: { daten: { hinderung: [{ code: 'spaetere-uebernahme', anzahl: 2 }] } },
  });
  await undo(second.id);
  expect(await app.dump()).toEqual(before);
  expect((await app.importFile(later)).bericht).toMatchObject({ angelegt: 1, geaendert: 2, unveraendert: 1 });
});

test('a correction keeps what was known before: only the affected history is replaced', async () => {
  await app.importFile(await workbook([fallRow('A-1')]));
  await app.importFile(await workbook([fallRow('A-1', { Herkunftsland: 'Äthiopien' })]));
  const rows = await app.inTx((tx) =>
    tx.all(
      sql`select merkmal, wert, ersetzt_am is null as gilt from fall_merkmal where merkmal <> 'lebensbereich' order by merkmal, gilt`,
    ),
  );
  expect(rows).toEqual([
    { merkmal: 'geschlecht', wert: 'm', gilt: true },
    { merkmal: 'herkunftsland', wert: expect.any(String), gilt: false },
    { merkmal: 'herkunftsland', wert: expect.any(String), gilt: true },
    { merkmal: 'leistungsbezug', wert: 'sgb_ii', gilt: true },
  ]);
});

test('what somebody entered in Lotse survives; a conflicting cell is refused, the rest of the row is taken', async () => {
  const { id } = await app.importFile(await workbook([fallRow('A-1'), fallRow('A-2')]));
  await app.inTx(async (tx) => {
    await tx.run(
      sql`update fall_status set ersetzt_am = now() where fall_id = (select id from fall where nummer = 'A-1')`,
    );
    await tx.run(sql`insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab, gueltig_bis)
      select kreis_id, id, 'aktiv', null, 'uebernahme', aufgenommen_am, '2022-06-01'::date from fall where nummer = 'A-1'
      union all select kreis_id, id, 'ruhend', 'nicht_gemeldet', 'hand', '2022-06-01', null from fall where nummer = 'A-1'`);
  });
  const before = await app.dump();
  expect((await app.importFile(await workbook([fallRow('A-1'), fallRow('A-2')]))).bericht).toMatchObject({
    unveraendert: 2,
  });
  expect(await app.dump()).toEqual(before);

  const later = fallRow('A-1', {
    'Zugang über': 'MBE',
    Fallstatus: 'inaktiv',
    'inaktiv seit': { day: '2022-09-01' },
    Grund: 'Umzug',
  });
  const { bericht } = await app.importFile(await workbook([later, fallRow('A-2')]));
  expect(bericht).toMatchObject({ geaendert: 1, unveraendert: 1 });
  expect(bericht.abgelehnt.map(({ zeile, spalte, code }) => [zeile, spalte, code])).toEqual(
    ['Fallstatus', 'inaktiv seit', 'Grund'].map((spalte) => [4, spalte, 'in-lotse-geaendert']),
  );
  const { status } = await app.inTx((tx) =>
    tx.one(sql<{ status: string }>`
    select string_agg(status, ' ' order by gueltig_ab) as status from fall_status s join fall f on f.id = s.fall_id
    where f.nummer = 'A-1' and s.ersetzt_am is null`),
  );
  expect(status).toBe('aktiv ruhend');
  await expect(undo(id)).rejects.toMatchObject({ code: 'ruecknahme-unmoeglich' });
});

test('an import on which somebody built cannot be undone, and says why', async () => {
  const { id } = await app.importFile(
    await workbook([fallRow('A-1'), fallRow('A-2')], [kontaktRow('2023-01-03')]),
  );
  await app.inTx((tx) =>
    tx.run(sql`
    insert into beratungskontakt (kreis_id, fall_id, traeger_id, am, qualifiziert, format, ort)
    select kreis_id, id, traeger_id, '2023-04-01', true, 'telefon', 'kein' from fall where nummer = 'A-2'`),
  );
  const before = await app.dump();
  await expect(undo(id)).rejects.toMatchObject({
    detail: { daten: { hinderung: [{ code: 'kontakt-erfasst', anzahl: 1, nummern: [expect.any(String)] }] } },
  });
  expect(await app.dump()).toEqual(before);
});

test('sonstige Kontakte without a key: only the surplus is added', async () => {
  const twice = [kontaktRow('2023-01-03'), kontaktRow('2023-01-03'), kontaktRow('2023-01-04')];
  expect((await app.importFile(await workbook([fallRow('A-1')], twice))).bericht.blaetter[1]).toMatchObject({
    gelesen: 3,
    angelegt: 3,
  });
  await app.inTx((tx) =>
    tx.run(sql`update sonstiger_kontakt set ersetzt_am = now() where am = '2023-01-04'`),
  );
  await app.inTx((tx) =>
    tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, fassung, traeger_id, am, ergebnis)
    select kreis_id, id, 2, traeger_id, am, 'information' from sonstiger_kontakt where am = '2023-01-04'`),
  );
  const later = [
    ...twice,
    kontaktRow('2023-01-03'),
    kontaktRow('2023-02-01', { Handlungsfelder: 'Wohnen, Arbeit' }),
  ];
  const { bericht } = await app.importFile(await workbook([fallRow('A-1')], later));
  expect(bericht.blaetter[1]).toMatchObject({ gelesen: 5, angelegt: 2, unveraendert: 3 });
  const fewer = await app.importFile(await workbook([fallRow('A-1')], [kontaktRow('2023-01-03')]));
  expect(fewer.bericht.blaetter[1]).toMatchObject({ angelegt: 0, unveraendert: 1 });
});

test('M140 a row without a consent date never becomes a named record; the good rows are taken', async () => {
  const rows = [
    fallRow('A-1'),
    fallRow('A-2', { 'Einwilligung vom': null }),
    fallRow('A-3', { 'Einwilligung vom': 'k. A.', 'Aufnahme am': '31.02.2023', Träger: 'Unbekannte gGmbH' }),
    fallRow('A-1'),
    fallRow('A-5', {
      'Aufnahme am': { day: '2024-01-01' },
      Wohnort: 'Atlantis',
      Herkunftsland: 'Lummerland',
      Name: 'k. A.',
    }),
  ];
  const { bericht, unbekannt } = await app.importFile(await workbook(rows), { probe: true });
  expect(bericht.abgelehnt.map(({ zeile, spalte, code }) => `${zeile} ${spalte} ${code}`)).toEqual([
    '5 Einwilligung vom einwilligung-fehlt',
    '6 Träger traeger-unbekannt',
    '6 Aufnahme am datum-ungueltig',
    '6 Einwilligung vom einwilligung-fehlt',
    '7 Fall-Nr. nummer-doppelt',
    '8 Wohnort wohnort-unbekannt',
    '8 Herkunftsland code-unbekannt',
    '8 Name pflichtfeld',
    '8 Aufnahme am datum-in-zukunft',
  ]);
  expect(unbekannt).toEqual([{ liste: 'herkunftsland', text: 'Lummerland', anzahl: 1 }]);
  await expect(app.importFile(await workbook(rows), { allesOderNichts: true })).rejects.toMatchObject({
    code: 'uebernahme-abgelehnt',
  });
  expect(await names()).toEqual([]);
  await app.importFile(await workbook(rows));
  expect(await names()).toEqual([{ nummer: 'A-1', familienname: 'Haile', vorname: 'Tesfay' }]);
});

test('a number that was given in Lotse is not taken over by a workbook', async () => {
  await app.importFile(await workbook([fallRow('A-1')]));
  await app.inTx((tx) => tx.run(sql`delete from uebernahme_stand`));
  const { bericht } = await app.importFile(await workbook([fallRow('A-1', { Name: 'Anders' })]));
  expect(bericht.abgelehnt.map(({ code }) => code)).toEqual(['nummer-vergeben']);
});

test('a withdrawn consent ends every change', async () => {
  await app.importFile(await workbook([fallRow('A-1')]));
  await app.inTx((tx) => tx.run(sql`update einwilligung set widerrufen_am = '2023-04-01'`));
  const { bericht } = await app.importFile(await workbook([fallRow('A-1', { Name: 'Anders' })]));
  expect(bericht.abgelehnt.map(({ code }) => code)).toEqual(['einwilligung-widerrufen']);
});

test('remarks and former values lie sealed in the database', async () => {
  await app.importFile(await workbook([fallRow('A-1', { Bemerkung: 'Geheimnis', Name: 'Vormals' })]));
  await app.importFile(await workbook([fallRow('A-1', { Bemerkung: 'Anderes', Name: 'Nunmehr' })]));
  const text = await app.inTx((tx) =>
    tx.one(sql<{ alles: string }>`
    select concat((select string_agg(to_jsonb(t)::text, '') from uebernahme_herkunft t), (select string_agg(to_jsonb(t)::text, '') from uebernahme_stand t),
      (select string_agg(to_jsonb(t)::text, '') from geheimtext t), (select string_agg(to_jsonb(t)::text, '') from uebernahme t),
      (select string_agg(daten::text, '') from ereignis)) as alles`),
  );
  expect(text.alles.length).toBeGreaterThan(500);
  for (const word of ['Geheimnis', 'Anderes', 'Vormals', 'Nunmehr']) {
    expect(text.alles).not.toContain(word);
    expect(text.alles).not.toContain(Buffer.from(word).toString('hex'));
  }
});
