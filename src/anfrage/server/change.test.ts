import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { anfrage, insertZugang, ortsteil, stelle } from '#test/support/zugang.ts';

let app: TestApp;
beforeAll(async () => {
  // A Friday; the next working days are Monday to Wednesday where Saturday does not count.
  app = await startTestApp({ now: () => new Date('2023-03-10T10:00:00Z') });
  await insertZugang(app);
});
afterAll(() => app.close());

const path = (rest = '') => `/kreis/${kreis}/anfrage${rest}`;
const {
  eingegangenAm: _am,
  traegerId: _traeger,
  standortId: _standort,
  uebernehmen: _uebernehmen,
  ...angaben
} = anfrage;

async function record(changed: object = {}): Promise<string> {
  const reply = await app.as('casemanager').send('POST', path(), { ...anfrage, ...changed });
  return reply.body.anfrageId;
}
const get = async (id: string) => (await app.as('casemanager').get(path(`/${id}`))).body;
async function change(id: string, changed: object, by: ActorName = 'casemanager') {
  const { fassung } = await get(id);
  return app.as(by).send('PUT', path(`/${id}`), { ...angaben, fassung, ...changed });
}

test('M91 M92 what was said at the knock is put right; who is responsible says so again, who has it stays', async () => {
  const id = await record();
  const reply = await change(id, {
    kommuneId: kommune.sueden,
    strasse: 'Gartenstraße 4',
    zugang: 'eigeninitiative',
    stelleId: null,
    unterweg: 'flyer',
    wohnform: 'uebergangswohnung',
    sprache: 'fas',
    dolmetschen: false,
    lebensbereich: ['wohnen', 'arbeit', 'arbeit'],
    keinFall: ['wohnungssuche'],
  });
  expect([reply.status, reply.body.fassung]).toEqual([200, 2]);
  expect(await get(id)).toMatchObject({
    traegerId: traeger.alpha,
    zustaendigGrund: 'selbst_gewaehlt',
    kommuneId: kommune.sueden,
    ortsteilId: ortsteil,
    zugang: 'eigeninitiative',
    unterweg: 'flyer',
    stelleId: null,
    wohnform: 'uebergangswohnung',
    sprache: 'fas',
    dolmetschen: false,
    lebensbereich: ['wohnen', 'arbeit'],
    keinFall: ['wohnungssuche'],
    fristAm: '2023-03-15',
  });
  const [row] = await look(
    app,
    sql<{ daten: { felder: string[] }; text: string }>`select daten, e::text as text from ereignis e
      where art = 'anfrage.geaendert' and gegenstand_id = ${id}`,
  );
  expect(row?.daten.felder).toContain('unterweg');
  expect(row?.daten.felder).not.toContain('dringlich');
  expect(row?.text).not.toMatch(/garten/i);
});

test('M108 M109 the deadline follows the urgency: urgent from today, never later than before, and back again', async () => {
  const id = await record({ eingegangenAm: '2023-03-08' });
  expect((await change(id, { dringlich: true })).body.fristAm).toBe('2023-03-14');
  expect((await change(id, { dringlich: false })).body.fristAm).toBe('2023-03-22');
  const late = await record({ eingegangenAm: '2023-02-26' });
  expect((await change(late, { dringlich: true })).body.fristAm).toBe('2023-03-12');
  expect((await change(late, { dringlich: true, sprache: 'ukr' })).body.fristAm).toBe('2023-03-12');
});

test('M108 a deadline that an appointment or a talk has met moves no more', async () => {
  const met = await record();
  await arrange(
    app,
    sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, anfrage_id, stand)
      values (${kreis}, ${traeger.alpha}, ${app.konto.casemanager}, 'beratung', '2023-03-07T09:00Z', '2023-03-07T10:00Z',
        ${met}, 'stattgefunden')`,
  );
  expect((await change(met, { dringlich: true })).body.fristAm).toBe('2023-03-15');
  const planned = await record();
  await arrange(
    app,
    sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, anfrage_id)
      values (${kreis}, ${traeger.alpha}, ${app.konto.casemanager}, 'beratung', '2023-03-15T09:00Z', '2023-03-15T10:00Z',
        ${planned})`,
  );
  expect((await change(planned, { dringlich: true })).body.fristAm).toBe('2023-03-14');
});

test('M111 whoever was invited from the waiting list keeps the day of the invitation as the beginning', async () => {
  const id = await record({ dringlich: true });
  await arrange(
    app,
    sql`insert into warteliste (kreis_id, anfrage_id, traeger_id, grund, eingetragen_am, eingeladen_am, ausgetragen_am, ausgang)
      values (${kreis}, ${id}, ${traeger.alpha}, 'auslastung', '2023-03-02', '2023-03-09', '2023-03-09', 'eingeladen')`,
  );
  expect((await change(id, { dringlich: false })).body.fristAm).toBe('2023-03-23');
});

test('somebody was faster: refused with what stands now, and nothing is changed', async () => {
  const id = await record();
  await change(id, { sprache: 'ukr' });
  const reply = await app
    .as('casemanager')
    .send('PUT', path(`/${id}`), { ...angaben, fassung: 1, dringlich: true });
  expect([reply.status, reply.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
  expect(reply.body.daten).toMatchObject({
    aktuell: { fassung: 2, sprache: 'ukr', dringlich: false },
    geaendert: ['dringlich', 'sprache'],
  });
  expect(await get(id)).toMatchObject({ sprache: 'ukr', dringlich: false, fassung: 2 });
});

test.each([
  [{ zugang: 'x' }, '/zugang', 'code-unbekannt'],
  [{ lebensbereich: ['x'] }, '/lebensbereich', 'code-unbekannt'],
  [{ kommuneId: kommune.nachbar }, '/kommuneId', 'code-unbekannt'],
  [{ stelleId: traeger.alpha }, '/stelleId', 'code-unbekannt'],
  [{ unterweg: 'flyer' }, '/unterweg', 'unterweg-ohne-ansprache'],
])('%o is refused at its field and everything stays', async (changed, instance, code) => {
  const id = await record();
  const reply = await change(id, { sprache: 'ukr', ...changed });
  expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
  expect(await get(id)).toMatchObject({ sprache: 'ara', fassung: 1 });
});

test('a code whose time is over stays where it was chosen, an ended Anfrage stays as it is, others see none', async () => {
  const id = await record({ stelleId: stelle.schule, wohnform: 'uebergangswohnung' });
  await arrange(app, sql`update codeliste set gueltig_bis = '2023-02-01' where code = 'uebergangswohnung'`);
  expect((await change(id, { wohnform: 'uebergangswohnung', sprache: 'ukr' })).status).toBe(200);
  await change(id, { wohnform: null });
  expect((await change(id, { wohnform: 'uebergangswohnung' })).body.code).toBe('code-unbekannt');
  expect((await change(id, {}, 'casemanagerBeta')).status).toBe(404);
  expect((await change(id, {}, 'koordination')).status).toBe(404);
  const { fassung } = await get(id);
  await app.as('casemanager').send('POST', path(`/${id}/abschluss`), {
    fassung,
    ausgang: 'zurueckgezogen',
    am: '2023-03-10',
    stelleId: null,
    ergebnis: null,
  });
  expect((await change(id, {})).body.code).toBe('anfrage-abgeschlossen');
});
