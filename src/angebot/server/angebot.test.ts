import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, nachbar } from '#test/support/fixture.ts';

let app: TestApp;
let heute = '2026-03-10';
const stelle = { jobcenter: randomUUID(), mbe: randomUUID(), verein: randomUUID() };
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T09:00:00Z`) });
  await app.owner((tx) =>
    tx.run(sql`insert into stelle (kreis_id, id, name, art, ansprechpartner, weg) values
      (${kreis}, ${stelle.jobcenter}, 'Jobcenter Musterkreis', 'jobcenter', 'Teamleitung', 'im gemeinsamen Termin'),
      (${kreis}, ${stelle.mbe}, 'MBE Caritas', 'migrationsberatung', '', ''),
      (${kreis}, ${stelle.verein}, 'Sportverein', 'ehrenamt', '', '')`),
  );
});
beforeEach(async () => {
  heute = '2026-03-10';
  await app.owner((tx) => tx.run(sql`delete from angebot`));
});
afterAll(() => app.close());

type By = Parameters<TestApp['as']>[0];

/** Adds an offer in Norddorf and answers it. */
async function add(more: Record<string, unknown>, by: By = 'casemanager') {
  const body = {
    stelleId: stelle.mbe,
    name: 'Beratung',
    art: 'beratung',
    ebene: 'kommunal',
    kommuneId: kommune.norden,
    lebensbereich: ['wohnen'],
    ...more,
  };
  const answer = await app.as(by).send('POST', `/kreis/${kreis}/angebot`, body);
  return { status: answer.status, sent: body, body: answer.body };
}

async function names(query = ''): Promise<string[]> {
  const { body } = await app.as('traegerleitung').get(`/kreis/${kreis}/angebot?${query}`);
  return body.angebot.map(({ name }: { name: string }) => name);
}

test('M287 M291 M296 an offer says who offers what for whom, with contact, agreed route and what else the office does', async () => {
  const added = await add({
    stelleId: stelle.jobcenter,
    name: 'Fallmanagement U25',
    art: 'amt',
    beratungsansatz: 'sgb_ii',
    eigenesFallmanagement: true,
    telefon: '02371 1',
    zielgruppe: ['junge_erwachsene'],
    sprache: ['deu', 'ara'],
    plaetzeGesamt: 10,
    plaetzeFrei: 2,
    barriere: ['stufenlos'],
    quelle: 'GeoService',
    quelleWeb: 'https://geo.example/1',
  });
  expect(added.status).toBe(201);
  await add({ stelleId: stelle.jobcenter, name: 'Leistung', art: 'amt' });
  const { body } = await app.as('abh_ebh').get(`/kreis/${kreis}/angebot/${added.body.id}`);
  expect(body.angebot).toMatchObject({
    stelle: 'Jobcenter Musterkreis',
    eigenesFallmanagement: true,
    telefon: '02371 1',
    plaetzeFrei: 2,
    plaetzeAm: '2026-03-10',
    bestaetigtAm: '2026-03-10',
    fassung: 1,
  });
  expect(body.stelle).toMatchObject({ ansprechpartner: 'Teamleitung', weg: 'im gemeinsamen Termin' });
  expect(body.weitere.map(({ name }: { name: string }) => name)).toEqual(['Leistung']);
});

test('M289 an entry taken from a specialised map keeps its source and the link to it', async () => {
  const { body } = await add({
    name: 'Patenschaften',
    art: 'ehrenamt',
    quelle: 'Netzwerkkarte Ehrenamt',
    quelleWeb: 'https://karte.example/17',
    quelleKennung: '17',
  });
  expect(body).toMatchObject({ quelle: 'Netzwerkkarte Ehrenamt', quelleWeb: 'https://karte.example/17' });
  const script = await add({ name: 'Böse', quelleWeb: 'javascript:alert(1)' });
  expect(script.body.felder).toEqual([{ instance: '/quelleWeb', code: 'web-ungueltig' }]);
});

test('M290 a Kommune finds its own offers, sub-regional ones that cover it, and those of the whole Kreis', async () => {
  await add({ name: 'Nur Norden' });
  await add({ name: 'Nur Süden', kommuneId: kommune.sueden });
  // Sub-regional: it takes place in the north and is there for the south alone.
  await add({ name: 'Für Süden', ebene: 'teilregional', kommuneIds: [kommune.sueden] });
  await add({ name: 'Alle', ebene: 'kreisweit', kommuneId: null });
  expect(await names(`kommune=${kommune.norden}`)).toEqual(['Alle', 'Nur Norden']);
  expect(await names(`kommune=${kommune.sueden}`)).toEqual(['Alle', 'Für Süden', 'Nur Süden']);
  expect(await names()).toHaveLength(4);
});

test('M290 a reach without its Kommune, more free than there are, half a point and a foreign Kommune are refused', async () => {
  const codes = async (more: Record<string, unknown>) => (await add(more)).body.felder;
  expect(await codes({ kommuneId: null })).toEqual([
    { instance: '/kommuneId', code: 'angebot-kommune-fehlt' },
  ]);
  expect(await codes({ ebene: 'teilregional' })).toEqual([
    { instance: '/kommuneIds', code: 'angebot-region-fehlt' },
  ]);
  expect(await codes({ plaetzeGesamt: 2, plaetzeFrei: 3, laenge: 7.5 })).toEqual([
    { instance: '/plaetzeFrei', code: 'angebot-mehr-frei-als-plaetze' },
    { instance: '/breite', code: 'angebot-punkt-unvollstaendig' },
  ]);
  expect(await codes({ kommuneId: kommune.nachbar, lebensbereich: ['gibtesnicht'] })).toEqual([
    { instance: '/kommuneId', code: 'code-unbekannt' },
    { instance: '/lebensbereich', code: 'code-unbekannt' },
  ]);
  expect(await codes({ stelleId: randomUUID(), eigenesFallmanagement: true })).toEqual([
    { instance: '/beratungsansatz', code: 'angebot-ansatz-fehlt' },
    { instance: '/stelleId', code: 'angebot-stelle-unbekannt' },
  ]);
  await add({ name: 'Sprechstunde' });
  expect(await codes({ name: 'SPRECHSTUNDE' })).toEqual([
    { instance: '/name', code: 'angebot-name-vergeben' },
  ]);
});

test('M291 words, kind, area of life, language, target group and free places narrow the list together', async () => {
  await add({ name: 'Mietberatung', art: 'wohnen', sprache: ['deu', 'ara'] });
  await add({ name: 'Deutschkurs 100%', art: 'sprachkurs', lebensbereich: ['arbeit'], plaetzeFrei: 0 });
  await add({
    name: 'Frauenkurs',
    art: 'sprachkurs',
    lebensbereich: ['arbeit'],
    zielgruppe: ['frauen'],
    plaetzeFrei: 4,
    stelleId: stelle.verein,
  });
  expect(await names('suche=miet caritas')).toEqual(['Mietberatung']);
  // Signs of the pattern language are only letters here.
  expect(await names('suche=%25')).toEqual(['Deutschkurs 100%']);
  expect(await names('suche=_')).toEqual([]);
  expect(await names('sprache=ara')).toEqual(['Mietberatung']);
  expect(await names('lebensbereich=arbeit')).toEqual(['Deutschkurs 100%', 'Frauenkurs']);
  expect(await names('lebensbereich=arbeit&freie=ja')).toEqual(['Frauenkurs']);
  // What is for everybody is for women too.
  expect(await names('zielgruppe=frauen&art=sprachkurs')).toEqual(['Deutschkurs 100%', 'Frauenkurs']);
  expect(await names('zielgruppe=maenner&art=sprachkurs')).toEqual(['Deutschkurs 100%']);
  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/angebot?anzahl=1`);
  expect([body.gesamt, body.angebot.length]).toEqual([3, 1]);
});

test('M297 employers find what is meant for them, with the person to ask, and nothing that is merely for everybody', async () => {
  await add({ name: 'Für alle' });
  await add({
    name: 'Arbeitgeber-Service',
    art: 'arbeitgeberservice',
    ebene: 'kreisweit',
    zielgruppe: ['arbeitgeber'],
    ansprechpartner: 'Frau Beispiel',
  });
  expect(await names('zielgruppe=arbeitgeber')).toEqual(['Arbeitgeber-Service']);
});

test('M288 what nobody confirmed for six months waits to be checked, oldest first, until one click confirms it', async () => {
  heute = '2025-09-09';
  const { body: alt } = await add({ name: 'Älter' });
  heute = '2025-09-10';
  await add({ name: 'Gerade noch' });
  heute = '2026-03-10';
  await add({ name: 'Frisch' });
  await app.owner((tx) =>
    tx.run(sql`insert into angebot (kreis_id, stelle_id, name, art, ebene, gueltig_ab)
      values (${kreis}, ${stelle.verein}, 'Nie', 'verein', 'kreisweit', '2026-01-01')`),
  );
  const list = () => app.as('casemanager').get(`/kreis/${kreis}/angebot?pruefen=ja`);
  const before = (await list()).body;
  expect(before.angebot.map(({ name }: { name: string }) => name)).toEqual(['Nie', 'Älter']);
  expect(before.bestand).toEqual({ gesamt: 4, veraltet: 1, nie: 1 });

  const path = `/kreis/${kreis}/angebot/${alt.id}/bestaetigung`;
  const confirmed = await app.as('verwaltungsassistenz').send('POST', path, { fassung: 1 });
  expect(confirmed.body).toEqual({ bestaetigtAm: '2026-03-10', fassung: 1 });
  expect((await list()).body.bestand).toEqual({ gesamt: 4, veraltet: 0, nie: 1 });
  const events = await app.owner((tx) =>
    tx.all(sql<{ art: string; daten: unknown }>`select art, daten from ereignis
      where gegenstand_id = ${alt.id} order by id desc limit 1`),
  );
  expect(events).toEqual([{ art: 'angebot.bestaetigt', daten: { zuletzt: '2025-09-09' } }]);
});

test('M288 a confirmation of what somebody changed meanwhile is refused, and a late change shows what stands now', async () => {
  const { body, sent } = await add({ name: 'Kurs' });
  const path = `/kreis/${kreis}/angebot/${body.id}`;
  const changed = await app.as('koordination').send('PUT', path, {
    ...sent,
    ebene: 'teilregional',
    kommuneIds: [kommune.norden, kommune.sueden],
    telefon: '1',
    fassung: 1,
  });
  expect(changed.body).toMatchObject({ fassung: 2, kommuneIds: [kommune.norden, kommune.sueden] });
  const late = await app.as('casemanager').send('PUT', path, { ...sent, telefon: '2', fassung: 1 });
  expect(late.body).toMatchObject({
    code: 'gleichzeitig-geaendert',
    daten: { aktuell: { telefon: '1', fassung: 2 } },
  });
  const confirm = await app.as('casemanager').send('POST', `${path}/bestaetigung`, { fassung: 1 });
  expect(confirm.body.code).toBe('gleichzeitig-geaendert');
  const back = await app.as('casemanager').send('PUT', path, { ...sent, fassung: 2 });
  expect(back.body).toMatchObject({ ebene: 'kommunal', kommuneIds: [], fassung: 3 });
});

test('M287 an ended offer is no longer listed but stays readable, and can be taken up again', async () => {
  heute = '2026-01-10';
  const { body } = await add({ name: 'Kurs' });
  heute = '2026-03-10';
  const path = `/kreis/${kreis}/angebot/${body.id}`;
  const early = await app.as('casemanager').send('POST', `${path}/ende`, {
    fassung: 1,
    gueltigBis: '2026-01-10',
  });
  expect(early.body.felder).toEqual([{ instance: '/gueltigBis', code: 'angebot-ende-vor-beginn' }]);
  await app.as('casemanager').send('POST', `${path}/ende`, { fassung: 1, gueltigBis: '2026-03-10' });
  expect(await names()).toEqual([]);
  expect(await names('beendete=ja')).toEqual(['Kurs']);
  expect((await app.as('casemanager').get(path)).body.angebot.gueltigBis).toBe('2026-03-10');
  const again = await app.as('casemanager').send('POST', `${path}/ende`, { fassung: 2, gueltigBis: null });
  expect(again.body).toMatchObject({ gueltigBis: null, fassung: 3 });
  expect(await names()).toEqual(['Kurs']);
});

test('M287 the map has one place per address, the centre of the Kommune for want of one, and counts what has neither', async () => {
  await app.owner((tx) =>
    tx.run(
      sql`update kommune set laenge = 7.5, breite = 51.6 where kreis_id = ${kreis} and id = ${kommune.norden}`,
    ),
  );
  await add({ name: 'Amt', laenge: 7.51, breite: 51.61, anschrift: 'Musterweg 1' });
  await add({ name: 'Bad', laenge: 7.51, breite: 51.61, anschrift: 'Musterweg 1' });
  await add({ name: 'Club' });
  await add({ name: 'Dorf', ebene: 'kreisweit', kommuneId: null });
  expect((await app.as('casemanager').get(`/kreis/${kreis}/angebot`)).body.karte).toBeNull();
  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/angebot?karte=ja`);
  expect(body.karte.ort).toMatchObject([
    { laenge: 7.51, anzahl: 2, angebot: [{ name: 'Amt' }, { name: 'Bad' }] },
    { laenge: 7.5, breite: 51.6, anzahl: 1, kommuneId: kommune.norden },
  ]);
  expect(body.karte.ohneOrt).toBe(1);
  expect(body.karte.kommune).toEqual([{ id: kommune.norden, laenge: 7.5, breite: 51.6 }]);
});

test('M292 M299 the overview shows each approach with its own case management and the agreement with its office', async () => {
  await add({
    stelleId: stelle.jobcenter,
    name: 'Fallmanagement',
    art: 'amt',
    beratungsansatz: 'sgb_ii',
    eigenesFallmanagement: true,
    ebene: 'kreisweit',
    kommuneId: null,
  });
  await add({ name: 'MBE', beratungsansatz: 'mbe', eigenesFallmanagement: true });
  await add({ name: 'Sport', art: 'verein', stelleId: stelle.verein });
  const agreed = await app.as('koordination').send('POST', `/kreis/${kreis}/vereinbarung`, {
    stelleId: stelle.jobcenter,
    aufgaben: 'Rechtskreiswechsel gemeinsam vorbereiten',
    vereinbartAm: '2025-01-01',
    abstimmungAm: '2026-04-01',
  });
  expect(agreed.status).toBe(201);
  const { body } = await app.as('ki_leitung').get(`/kreis/${kreis}/angebot_ueberblick`);
  expect(body.ansatz).toMatchObject([
    {
      stelle: 'Jobcenter Musterkreis',
      beratungsansatz: 'sgb_ii',
      eigenesFallmanagement: true,
      kommuneIds: [kommune.norden, kommune.sueden],
      vereinbarung: { vereinbartAm: '2025-01-01', abstimmungAm: '2026-04-01' },
    },
    { stelle: 'MBE Caritas', beratungsansatz: 'mbe', kommuneIds: [kommune.norden], vereinbarung: null },
  ]);
});

test('M294 M295 the overview points out offers of several offices for the same people, and where there is none', async () => {
  const same = { art: 'sprachkurs', lebensbereich: ['arbeit'], zielgruppe: ['frauen'] };
  const { body: first } = await add({ name: 'Frauenkurs', ...same });
  await add({ name: 'Kurs für Frauen', ...same, stelleId: stelle.verein });
  // Another Kommune, another group, and twice by the same office: no overlap.
  await add({ name: 'Anderswo', ...same, stelleId: stelle.verein, kommuneId: kommune.sueden });
  await add({ name: 'Männerkurs', ...same, zielgruppe: ['maenner'], stelleId: stelle.jobcenter });
  await add({ name: 'Männerkurs 2', ...same, zielgruppe: ['maenner'], stelleId: stelle.jobcenter });
  const { body } = await app.as('koordination').get(`/kreis/${kreis}/angebot_ueberblick`);
  expect(body.doppel).toMatchObject([
    {
      kommuneId: kommune.norden,
      lebensbereich: 'arbeit',
      zielgruppe: 'frauen',
      angebot: [
        { name: 'Frauenkurs', stelle: 'MBE Caritas' },
        { name: 'Kurs für Frauen', stelle: 'Sportverein' },
      ],
    },
  ]);
  expect(body.versorgung).toEqual([
    { kommuneId: kommune.norden, lebensbereich: 'arbeit', anzahl: 4, amOrt: 4 },
    { kommuneId: kommune.sueden, lebensbereich: 'arbeit', anzahl: 1, amOrt: 1 },
  ]);
  expect(body.aktualitaet).toMatchObject([{ gesamt: 4, veraltet: 0, nie: 0 }, { gesamt: 1 }]);
  const detail = await app.as('casemanager').get(`/kreis/${kreis}/angebot/${first.id}`);
  expect(detail.body.aehnliche).toMatchObject([{ name: 'Kurs für Frauen', stelle: 'Sportverein' }]);
});

test('offers of the Kreis next door do not exist here, and leaders read without writing', async () => {
  const { body, sent } = await add({ name: 'Kurs' });
  const path = `/kreis/${kreis}/angebot/${body.id}`;
  expect((await app.as('nachbarCasemanager').get(path)).status).toBe(404);
  expect((await app.as('nachbarCasemanager').get(`/kreis/${nachbar}/angebot/${body.id}`)).status).toBe(404);
  expect((await app.as('traegerleitung').send('PUT', path, { ...sent, fassung: 1 })).status).toBe(404);
  expect((await app.as('traegerleitung').get(`/kreis/${kreis}/angebot`)).body.abilities).toEqual({
    changeAngebot: false,
  });
  expect((await app.as('ministerium').get(`/kreis/${kreis}/angebot`)).status).toBe(404);
});
