import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#src/demo/server/demo-id.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, nachbar } from '#test/support/fixture.ts';
import { kreisStamm, zustaendigkeit, type Zustaendigkeit } from '../contract.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { getVokabular } from './get-vokabular.ts';
import { findZustaendigkeit } from './get-zustaendigkeit.ts';

let app: TestApp;
let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;

beforeAll(async () => {
  app = await startTestApp();
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 2);
  admin = openOwner(database.connection('lotse_admin'));
  await seedDemo({
    db,
    owner: admin.owner,
    schluessel: openSchluessel(randomBytes(32)),
    now: () => new Date(),
  });
});
afterAll(async () => {
  await app.close();
  await db.close();
  await admin.close();
  await database.close();
});

async function resolve(kreisId: string, ags: string, am: string, strasse?: string): Promise<Zustaendigkeit> {
  const konto = { kreisId, kontoId: demoId(kreisId, 'konto', `koordination.${kreisId}`) };
  const found = await db.asKonto(konto, {}, (tx) => findZustaendigkeit(tx, kreisId, ags, { am, strasse }));
  return zustaendigkeit.parse(found);
}

const kreisUnna = 'Kreis Unna';
const luenen = 'Stadt Lünen';

test.each([
  ['Bergkamen', '05978004', kreisUnna, kreisUnna, ['AWO Lippe-Ems-Ruhr', 'Stadt Bergkamen']],
  ['Bönen', '05978008', kreisUnna, kreisUnna, ['AWO Lippe-Ems-Ruhr', 'Gemeinde Bönen']],
  ['Fröndenberg/Ruhr', '05978012', kreisUnna, kreisUnna, ['Caritasverband Kreis Unna', 'Kreis Unna']],
  ['Holzwickede', '05978016', kreisUnna, kreisUnna, ['Caritasverband Kreis Unna', 'Kreis Unna']],
  ['Kamen', '05978020', kreisUnna, kreisUnna, ['AWO Lippe-Ems-Ruhr', 'Stadt Kamen']],
  ['Lünen', '05978024', luenen, luenen, ['Stadt Lünen', 'Umwelt-Werkstatt']],
  ['Schwerte', '05978028', kreisUnna, kreisUnna, ['Caritasverband Kreis Unna', 'Kreis Unna']],
  ['Selm', '05978032', kreisUnna, kreisUnna, ['Stadt Selm', 'Umwelt-Werkstatt']],
  ['Unna', '05978036', kreisUnna, 'Kreisstadt Unna', ['Caritasverband Kreis Unna', 'Kreis Unna']],
  ['Werne', '05978040', kreisUnna, kreisUnna, ['Stadt Werne', 'Umwelt-Werkstatt']],
])('M43 M44 authorities and Träger of %s', async (_, ags, abh, ebh, traeger) => {
  const found = await resolve('unna', ags, '2026-01-15');
  expect(found.abh?.name).toBe(`Ausländerbehörde ${abh}`);
  expect(found.ebh?.name).toBe(`Einbürgerungsbehörde ${ebh}`);
  expect(found.traeger.map((t) => t.name)).toEqual(traeger);
});

test('M30 M31 M45 Rheine: one Träger, then two by the side of the Ems; its EBH is part of its ABH', async () => {
  const before = await resolve('steinfurt', '05566076', '2022-06-30', 'Salzbergener Straße 1');
  expect(before.traeger).toMatchObject([{ name: 'Lernen fördern', grund: 'kommune' }]);
  const left = await resolve('steinfurt', '05566076', '2022-07-01', 'Salzbergener Str. 1');
  expect(left.ortsteil?.name).toBe('Rheine links der Ems');
  expect(left.traeger).toMatchObject([{ name: 'Caritas Rheine', grund: 'strasse' }]);
  const right = await resolve('steinfurt', '05566076', '2022-07-01', 'Osnabrücker Straße 200');
  expect(right.traeger).toMatchObject([{ name: 'Lernen fördern', grund: 'strasse' }]);
  expect(right.abh?.name).toBe('Ausländerbehörde Stadt Rheine');
  expect(right.ebhTeilDerAbh).toBe(true);
});

test('every role of the Kreis reads its ground data; nobody of another Kreis does', async () => {
  const { status, body } = await app.as('casemanager').get(`/kreis/${kreis}`);
  expect(status).toBe(200);
  expect(kreisStamm.parse(body).kommune.map((k) => k.name)).toEqual(['Norddorf', 'Südstadt']);
  expect(body.casemanager).toHaveLength(3);
  expect(body.vokabular).toMatchObject({ baustein: 'Baustein', lenkung: 'Lenkungskreis' });
  expect((await app.as('nachbarKoordination').get(`/kreis/${kreis}`)).status).toBe(404);
});

test('names of case managers are for those who work with them', async () => {
  expect((await app.as('ministerium').get(`/kreis/${kreis}`)).body.casemanager).toEqual([]);
  expect((await app.as('abh_ebh').get(`/kreis/${kreis}`)).body.casemanager).toEqual([]);
});

test('a place of another Kreis is not found', async () => {
  const ask = (ags: string) => app.as('casemanager').get(`/kreis/${kreis}/zustaendigkeit?kommune=${ags}`);
  expect((await ask(kommune.norden)).body).toMatchObject({ traeger: [], abh: null, ebh: null });
  expect((await ask(kommune.nachbar)).status).toBe(404);
  expect(
    (await app.as('casemanager').get(`/kreis/${nachbar}/zustaendigkeit?kommune=${kommune.nachbar}`)).status,
  ).toBe(404);
});

test('M5 M16 M17 each Kreis has its own words', async () => {
  const words = async (kreisId: string) => {
    const konto = { kreisId, kontoId: demoId(kreisId, 'konto', `koordination.${kreisId}`) };
    return db.asKonto(konto, {}, (tx) => getVokabular(tx, kreisId, '2026-01-15'));
  };
  expect(await words('unna')).toMatchObject({ lenkung: 'Lenkungskreis', klienten: 'Ratsuchende' });
  expect(await words('steinfurt')).toMatchObject({ lenkung: 'Lenkungsgruppe', schreibweise: 'stern' });
  expect(await words('coesfeld')).toMatchObject({ lenkung: 'Steuerungsgruppe', baustein: 'Modul' });
});
