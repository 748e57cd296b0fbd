import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildZip, workbookParts } from '#src/platform/server/spreadsheet/build-test-zip.ts';
import { spreadsheetErrorCodes } from '#src/platform/server/spreadsheet/spreadsheet-error.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis } from '#test/support/fixture.ts';
import * as texts from '../web/austausch-texts.ts';

let app: TestApp;
const heute = '2026-03-10';
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T09:00:00Z`) });
  await app.owner((tx) =>
    tx.run(sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
      values (${kreis}, 'rechtskreis', 'sgb_ii', 'SGB II; Bürgergeld', 'SGB II', 'sgb_ii')`),
  );
});
beforeEach(clear);
afterAll(() => app.close());

const base = `/kreis/${kreis}`;

async function clear() {
  await app.owner(async (tx) => {
    await tx.run(sql`delete from angebot`);
    await tx.run(sql`delete from stelle`);
  });
}

async function stelle(name: string): Promise<string> {
  const id = randomUUID();
  await app.owner((tx) =>
    tx.run(sql`insert into stelle (kreis_id, id, name, art) values (${kreis}, ${id}, ${name}, 'sonstige')`),
  );
  return id;
}

async function add(stelleId: string, more: Record<string, unknown> = {}) {
  const body = {
    stelleId,
    name: 'Sprachcafé',
    art: 'sprachkurs',
    ebene: 'kommunal',
    kommuneId: kommune.norden,
    ...more,
  };
  const answer = await app.as('casemanager').send('POST', `${base}/angebot`, body);
  expect([answer.status, answer.body.felder]).toEqual([201, undefined]);
  return answer.body;
}

async function write(format: string, query = ''): Promise<Buffer> {
  const { status, bytes } = await app
    .as('casemanager')
    .get(`${base}/angebot_export?format=${format}${query}`);
  expect(status).toBe(200);
  return Buffer.from(bytes);
}

function preview(bytes: Uint8Array, quelle = '') {
  return app
    .as('casemanager')
    .send('POST', `${base}/angebot_datei?quelle=${encodeURIComponent(quelle)}`, bytes);
}

function take({ dateiId, stempel }: { dateiId: string; stempel: string }, entscheidung: unknown[] = []) {
  return app
    .as('casemanager')
    .send('POST', `${base}/angebot_datei/${dateiId}/uebernahme`, { stempel, entscheidung });
}

function csv(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'));
}

async function names(): Promise<string[]> {
  const { body } = await app.as('casemanager').get(`${base}/angebot`);
  return body.angebot.map(({ name }: { name: string }) => name);
}

const odd = fc.oneof(
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''@x",
    '-5',
    '+49 2303',
    'a;b|c',
    '"x"',
    'Zeile\nzwei',
    'ende\r\nneu',
    '_x0041_',
    '<b>&',
    '12',
    '01.04.2023',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
);
const worded = fc.record({
  beschreibung: odd,
  kostenText: odd,
  oeffnung: odd,
  anschrift: fc.oneof(odd, fc.constant('Markt 1, 59423 Unna')),
  ansprechpartner: odd,
  telefon: odd,
  quelle: fc.oneof(odd, fc.constantFrom('', 'GeoService Kreis Unna')),
  quelleKennung: odd,
  web: fc.constantFrom('', 'https://stadt.de/?a=1;2'),
  art: fc.constantFrom('wohnen', 'ehrenamt', 'sonstige'),
  zielgruppe: fc.subarray(['junge_erwachsene', 'frauen', 'arbeitgeber']),
  lebensbereich: fc.subarray(['wohnen', 'arbeit', 'gesundheit']),
  rechtskreis: fc.subarray(['sgb_ii']),
  sprache: fc.subarray(['deu', 'ara', 'pes', 'xyz']),
  barriere: fc.subarray(['stufenlos', 'leichte_sprache']),
  plaetzeGesamt: fc.option(fc.nat({ max: 40 })),
  punkt: fc.option(fc.double({ min: -89, max: 89, noNaN: true }).map((grad) => grad + 0)),
  reich: fc.constantFrom(
    { ebene: 'kreisweit', kommuneId: null },
    { ebene: 'kommunal', kommuneId: kommune.sueden },
    { ebene: 'teilregional', kommuneId: kommune.norden, kommuneIds: [kommune.norden, kommune.sueden] },
  ),
  ansatz: fc.constantFrom({}, { beratungsansatz: 'mbe', eigenesFallmanagement: true }),
});

describe.each(['xlsx', 'csv', 'hsds'])('as %s', (format) => {
  test(
    'M289 what is written out and read into an empty Kreis is written out the same',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(worded, { minLength: 4, maxLength: 9 }), async (list) => {
          await clear();
          const office = await stelle('=Verein „Bunt" & Co; Unna');
          for (const [at, { punkt, reich, ansatz, ...more }] of list.entries())
            await add(office, {
              ...more,
              ...reich,
              ...ansatz,
              laenge: punkt,
              breite: punkt,
              name: `@Kurs ${at}`,
              plaetzeFrei: more.plaetzeGesamt,
            });
          const first = await write(format);
          await clear();
          const { body } = await preview(first);
          expect(body.zeile.map(({ art, einwand }: Record<string, unknown>) => [art, einwand])).toEqual(
            list.map(() => ['neu', []]),
          );
          expect((await take(body)).body).toMatchObject({ angelegt: list.length, stellen: 1 });
          expect((await write(format)).toString('latin1')).toBe(first.toString('latin1'));
          const again = await preview(first);
          expect(again.body).toMatchObject({ unveraendert: list.length, zeile: [] });
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
  );
});

test('M289 a specialised map is read under its own headings: preview first, then offers with source, link and new office', async () => {
  const map = csv(
    'Stand der Karte 2026;;;;;',
    'Bezeichnung;Träger;Straße;Ort;Homepage;Verweis auf die Quelle;Kennung in der Quelle',
    'Patenschaften;Ehrenamt Nord e. V.;Markt 1;norddorf;www.paten.de;https://karte.example/7;7',
    'Kleiderkammer;;Weg 2;Norddorf;;;',
    'Café;Ehrenamt Nord e. V.;;Entenhausen;;;',
  );
  const { body } = await preview(map, 'Netzwerkkarte Ehrenamt');
  expect(body.zeile).toMatchObject([
    { zeile: 3, art: 'neu', name: 'Patenschaften', stelleNeu: true },
    { zeile: 4, art: 'abgelehnt', einwand: [{ spalte: 'stelle', code: 'pflichtfeld' }] },
    { zeile: 5, art: 'abgelehnt', einwand: [{ spalte: 'kommuneId', code: 'kommune-unbekannt' }] },
  ]);
  expect(await names()).toEqual([]);
  const done = await take(body);
  expect(done.body).toEqual({ angelegt: 1, geaendert: 0, ausgelassen: 2, stellen: 1 });
  const [row] = await app.owner((tx) =>
    tx.all(sql`select quelle, quelle_web, web, kommune_id, ebene, bestaetigt_am from angebot`),
  );
  expect(row).toEqual({
    quelle: 'Netzwerkkarte Ehrenamt',
    quelle_web: 'https://karte.example/7',
    web: 'https://www.paten.de',
    kommune_id: kommune.norden,
    ebene: 'kommunal',
    bestaetigt_am: null,
  });
  // The next edition of the map finds the entry again, whatever it is called now.
  const next = await preview(
    csv('Angebot;Stelle;Kennung in der Quelle', 'Patenschaften neu;Ehrenamt Nord e. V.;7'),
    'Netzwerkkarte Ehrenamt',
  );
  expect(next.body.zeile).toMatchObject([
    { art: 'geaendert', felder: [{ spalte: 'name', alt: 'Patenschaften', neu: 'Patenschaften neu' }] },
  ]);
  expect((await take(body)).status).toBe(404);
});

test('M289 changes are shown field by field, what the file does not say stays, and an older confirmation does not count', async () => {
  const office = await stelle('Caritas');
  await add(office, { telefon: '1', oeffnung: 'montags', lebensbereich: ['wohnen'] });
  await add(office, { name: 'Mietberatung' });
  const { body } = await preview(
    csv(
      'Angebot;Stelle;Kommune;Telefon;Lebensbereiche;Zuletzt bestätigt',
      'sprachcafé;caritas;Norddorf;02303 5;Wohnen|gesundheit;01.02.2026',
      'Mietberatung;Caritas;05999001;;;',
      'Mietberatung;Caritas;Norddorf;5;;',
      'Neu;Caritas;Norddorf;;Garten;31.02.2026',
    ),
  );
  expect(body.unveraendert).toBe(1);
  expect(body.zeile).toMatchObject([
    {
      zeile: 2,
      art: 'geaendert',
      felder: [
        { spalte: 'name', alt: 'Sprachcafé', neu: 'sprachcafé' },
        { spalte: 'lebensbereich', alt: 'Wohnen', neu: 'Wohnen; Gesundheit' },
        { spalte: 'telefon', alt: '1', neu: '02303 5' },
      ],
    },
    { zeile: 4, art: 'abgelehnt', einwand: [{ spalte: 'name', code: 'zeile-doppelt' }] },
    {
      zeile: 5,
      art: 'abgelehnt',
      einwand: [
        { spalte: 'bestaetigtAm', code: 'datum-ungueltig' },
        { spalte: 'lebensbereich', code: 'wert-unbekannt' },
      ],
    },
  ]);
  expect((await take(body)).body).toMatchObject({ angelegt: 0, geaendert: 1, ausgelassen: 3 });
  const [row] = await app.owner((tx) =>
    tx.all(
      sql`select telefon, oeffnung, lebensbereich, bestaetigt_am::text from angebot where lower(name) = 'sprachcafé'`,
    ),
  );
  expect(row).toEqual({
    telefon: '02303 5',
    oeffnung: 'montags',
    lebensbereich: ['wohnen', 'gesundheit'],
    bestaetigt_am: heute,
  });
});

test('M294 a possible duplicate waits for a decision: the same, another one, or left out', async () => {
  const known = await add(await stelle('Caritas Unna'), { telefon: '02303 1', email: 'cafe@caritas.de' });
  const line = (name: string, kennung: string) =>
    `${name};Caritas;Norddorf;+49 2303 1;cafe@caritas.de;${kennung}`;
  const file = csv(
    'Angebot;Stelle;Kommune;Telefon;E-Mail;Kennung in der Quelle',
    line('Sprach-Café', '1'),
    line('Sprachcafé', '2'),
    line('Sprachcafe neu', '3'),
  );
  const { body } = await preview(file);
  expect(
    body.zeile.map(({ art, aehnlich }: { art: string; aehnlich: { id: string }[] }) => [
      art,
      aehnlich[0]?.id,
    ]),
  ).toEqual([0, 1, 2].map(() => ['moeglich', known.id]));
  const twice = await take(
    body,
    [2, 3].map((zeile) => ({ zeile, angebotId: known.id })),
  );
  expect([twice.status, twice.body.code]).toEqual([422, 'entscheidung-doppelt']);
  const wrong = await take(body, [{ zeile: 2, angebotId: randomUUID() }]);
  expect(wrong.body.code).toBe('entscheidung-unmoeglich');
  const done = await take(body, [
    { zeile: 2, angebotId: known.id },
    { zeile: 3, angebotId: null },
  ]);
  expect(done.body).toEqual({ angelegt: 1, geaendert: 1, ausgelassen: 1, stellen: 1 });
  expect(await names()).toEqual(['Sprach-Café', 'Sprachcafé']);
  const same = await app.as('casemanager').get(`${base}/angebot/${known.id}`);
  expect(same.body.angebot).toMatchObject({ name: 'Sprach-Café', stelle: 'Caritas Unna' });
  // Our own file may empty a field.
  const own = (await write('csv', `&stelle=${same.body.angebot.stelleId}`)).toString('utf8');
  const emptied = await preview(Buffer.from(own.replace("'+49 2303 1", '')));
  expect(emptied.body.zeile).toMatchObject([{ art: 'geaendert', felder: [{ spalte: 'telefon', neu: '' }] }]);
});

test('a directory that has changed since the preview is looked at again, and nothing was written', async () => {
  const office = await stelle('Caritas');
  const { body } = await preview(csv('Angebot;Stelle', 'Neu;Caritas'));
  await add(office, { name: 'neu', kommuneId: null, ebene: 'kreisweit' });
  const late = await take(body);
  expect([late.status, late.body.code]).toEqual([409, 'vorschau-veraltet']);
  expect(await names()).toEqual(['neu']);
  const foreign = await app
    .as('koordination')
    .send('POST', `${base}/angebot_datei/${body.dateiId}/uebernahme`, {
      stempel: body.stempel,
      entscheidung: [],
    });
  expect(foreign.status).toBe(404);
});

test('what is no directory is refused with its reason, and a formula is refused at its cell', async () => {
  for (const [bytes, code] of [
    [Buffer.from('%PDF-1.7 x'), 'datei-kein-xlsx'],
    [Buffer.from('{"services": '), 'datei-beschaedigt'],
    [Buffer.from('{"offers": []}'), 'datei-kein-hsds'],
    [csv('Vorname;Nachname', 'Ada;Beispiel'), 'datei-ohne-spalten'],
    [csv('Angebot;Stelle', ...Array.from({ length: 5_100 }, (_, at) => `A${at};S`)), 'datei-zu-viele-zeilen'],
  ] as const)
    expect((await preview(bytes)).body.code).toBe(code);
  const cells = (...texts: string[]) =>
    `<row>${texts.map((text) => (text.startsWith('<') ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
  const sum = '<c t="str"><f>HYPERLINK("https://x.example")</f><v>Kurs</v></c>';
  const formula = buildZip(workbookParts(cells('Angebot', 'Stelle') + cells(sum, 'Caritas')));
  expect((await preview(formula)).body.zeile).toMatchObject([
    { zeile: 2, art: 'abgelehnt', einwand: [{ spalte: 'name', code: 'formel' }] },
  ]);
  for (const { code: words } of [texts.de, texts.en])
    for (const code of spreadsheetErrorCodes) expect(Object.keys(words)).toContain(code);
});

test('M289 the export follows the filter, keeps formulas from running, and is an HSDS page that others can read', async () => {
  const office = await stelle('Caritas');
  const cafe = await add(office, {
    telefon: '=CMD()',
    sprache: ['ara'],
    anschrift: 'Markt 1, 59423 Unna',
    laenge: 7.5,
    breite: 51.5,
    lebensbereich: ['wohnen'],
  });
  await add(office, { name: 'Mietberatung', art: 'wohnen' });
  const text = (await write('csv', '&art=sprachkurs')).toString('utf8');
  expect(text).toMatch(/^\uFEFFKennung;Angebot;/);
  expect(text).toContain(";'=CMD();");
  expect(text).not.toContain('Mietberatung');
  const page = JSON.parse((await write('hsds', '&art=sprachkurs')).toString('utf8'));
  expect(page).toMatchObject({
    total_items: 1,
    contents: [
      {
        id: cafe.id,
        name: 'Sprachcafé',
        status: 'active',
        assured_date: heute,
        organization: { id: office, name: 'Caritas' },
        languages: [{ code: 'ara' }],
        service_at_locations: [
          {
            location: {
              latitude: 51.5,
              longitude: 7.5,
              addresses: [{ address_1: 'Markt 1', postal_code: '59423', city: 'Unna' }],
            },
          },
        ],
      },
    ],
  });
  expect(page.contents[0].attributes[0]).toMatchObject({
    value: 'wohnen',
    taxonomy_term: { name: 'Wohnen', taxonomy: 'lebensbereich' },
  });
  // A service of others has none of our attributes.
  await clear();
  const foreign = {
    id: 'x-1',
    name: 'Food bank',
    organization: { name: 'Tafel' },
    languages: [{ code: 'de' }],
    schedules: [{ description: 'Mo 9-12' }],
  };
  const { body } = await preview(Buffer.from(JSON.stringify({ services: [foreign] })));
  await take(body);
  const [row] = await app.owner((tx) => tx.all(sql`select name, ebene, sprache, oeffnung from angebot`));
  expect(row).toEqual({ name: 'Food bank', ebene: 'kreisweit', sprache: ['deu'], oeffnung: 'Mo 9-12' });
});

test('M294 entries that look the same are listed until somebody says that they are not, and again when that is taken back', async () => {
  const one = await add(await stelle('Caritas'), { telefon: '02303 1', email: 'a@b.de' });
  const two = await add(await stelle('Caritasverband'), { telefon: '+49 2303 1', email: 'A@b.de' });
  await add(await stelle('Diakonie'), { name: 'Mietberatung' });
  const list = async () => (await app.as('traegerleitung').get(`${base}/angebot_doppeleintrag`)).body;
  const before = await list();
  expect(
    before.paar.map(({ angebot }: { angebot: { id: string }[] }) => new Set(angebot.map(({ id }) => id))),
  ).toEqual([new Set([one.id, two.id])]);
  expect(before.abilities.changeAngebot).toBe(false);
  const say = (verschieden: boolean) =>
    app
      .as('koordination')
      .send('PUT', `${base}/angebot_doppeleintrag`, { angebotId: two.id, anderesId: one.id, verschieden });
  await say(true);
  expect(await list()).toMatchObject({
    paar: [],
    verschieden: [[{ name: 'Sprachcafé' }, { name: 'Sprachcafé' }]],
  });
  await say(false);
  expect((await list()).paar).toHaveLength(1);
});

test('M294 two entries become one with the chosen fields; the other ends, points to it, and comes back by taking back the end', async () => {
  const [caritas, verband] = [await stelle('Caritas'), await stelle('Caritasverband')];
  const kept = await add(caritas, { telefon: '1', oeffnung: 'montags' });
  const other = await add(verband, { telefon: '2', oeffnung: 'dienstags' });
  const path = `${base}/angebot/${kept.id}/zusammenfuehrung`;
  const wish = { fassung: 1, anderesId: other.id, andereFassung: 1, felder: ['telefon', 'stelle'] };
  const late = await app.as('casemanager').send('POST', path, { ...wish, andereFassung: 2 });
  expect([late.status, late.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
  const { body } = await app.as('casemanager').send('POST', path, wish);
  expect(body).toMatchObject({
    stelleId: verband,
    telefon: '2',
    oeffnung: 'montags',
    gueltigBis: null,
    fassung: 2,
  });
  const ended = await app.as('casemanager').get(`${base}/angebot/${other.id}`);
  // The row stays, so that whoever was referred to it still finds it.
  expect(ended.body).toMatchObject({
    angebot: { gueltigBis: heute, telefon: '2' },
    zusammengefuehrtMit: { id: kept.id, name: 'Sprachcafé' },
  });
  expect(await names()).toEqual(['Sprachcafé']);
  await app
    .as('casemanager')
    .send('POST', `${base}/angebot/${other.id}/ende`, { fassung: 2, gueltigBis: null });
  const back = await app.as('casemanager').get(`${base}/angebot/${other.id}`);
  expect(back.body).toMatchObject({ angebot: { gueltigBis: null }, zusammengefuehrtMit: null });
});
