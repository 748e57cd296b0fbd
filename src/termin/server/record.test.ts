import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertAnfrage } from '#test/support/anfrage.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { fristOf } from '#src/anfrage/rules.ts';

let app: TestApp;
let anfrageId: string;
let nummer: string;
const standortId = randomUUID();
const raum = { geschuetzt: randomUUID(), offen: randomUUID() };
const stelleId = randomUUID();
type By = Parameters<TestApp['as']>[0];

/** Friday before Pentecost. */
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-05-22T08:00:00Z') });
  await arrange(
    app,
    sql`with s as (insert into standort (kreis_id, id, traeger_id, kommune_id, name)
        values (${kreis}, ${standortId}, ${traeger.alpha}, ${kommune.norden}, 'Rathaus')),
      r as (insert into raum (kreis_id, id, standort_id, name, geschuetzt)
        values (${kreis}, ${raum.geschuetzt}, ${standortId}, 'Raum 1', true), (${kreis}, ${raum.offen}, ${standortId}, 'Foyer', false))
      insert into stelle (kreis_id, id, name, art) values (${kreis}, ${stelleId}, 'Jobcenter', 'jobcenter')`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from termin`);
  ({ anfrageId, nummer } = await insertAnfrage(app));
});

const path = (rest = '') => `/kreis/${kreis}/termin${rest}`;

function eingabe(changed: object = {}) {
  return {
    traegerId: traeger.alpha,
    casemanagerId: app.konto.casemanager,
    art: 'beratung',
    tag: '2026-06-02',
    von: '09:00',
    dauerMinuten: 60,
    anfrageId,
    fallId: null,
    standortId: null,
    raumId: null,
    dolmetschen: null,
    dolmetschenBestaetigt: false,
    begleitungGrund: null,
    mitStelleId: null,
    bestaetigt: [],
    ...changed,
  };
}

const record = (changed: object = {}, by: By = 'casemanager') =>
  app.as(by).send('POST', path(), eingabe(changed));

async function list(by: By = 'casemanager', query = 'von=2026-05-01&bis=2026-06-30') {
  return (await app.as(by).get(`${path()}?${query}`)).body.termin;
}

const codes = (reply: { body: { daten: { hinweis: { code: string }[] } } }) =>
  reply.body.daten.hinweis.map(({ code }) => code);

describe('making an appointment', () => {
  test('M113 scheduled counselling stands in the calendar of the team under the number of the Anfrage', async () => {
    const reply = await record({ standortId, raumId: raum.geschuetzt });
    expect(reply.status).toBe(201);
    const [termin] = await list('kollegin');
    expect(termin).toMatchObject({
      id: reply.body.terminId,
      art: 'beratung',
      tag: '2026-06-02',
      von: '09:00',
      bis: '10:00',
      beginn: '2026-06-02T07:00:00Z',
      nummer,
      person: null,
      raumName: 'Raum 1',
      casemanagerName: 'Konto casemanager',
      stand: 'geplant',
    });
    expect(await list('casemanagerBeta')).toEqual([]);
    expect((await app.as('koordination').get(`${path()}?von=2026-05-01&bis=2026-06-30`)).status).toBe(404);
  });

  test('M123 length and scope are agreed freely, from five minutes to a day', async () => {
    expect((await record({ dauerMinuten: 25 })).status).toBe(201);
    expect(
      (await record({ tag: '2026-06-03', dauerMinuten: 480, art: 'intern', anfrageId: null })).status,
    ).toBe(201);
    expect((await list()).map((each: { dauerMinuten: number }) => each.dauerMinuten)).toEqual([25, 480]);
    const short = await record({ dauerMinuten: 4 });
    expect([short.status, short.body.felder[0].instance]).toEqual([422, '/dauerMinuten']);
  });

  test('M117 outreach can begin in a shelter before anybody has asked', async () => {
    expect((await record({ art: 'aufsuchend', anfrageId: null, standortId })).status).toBe(201);
    expect((await list())[0]).toMatchObject({ art: 'aufsuchend', nummer: null });
  });

  test('M118 accompaniment needs the reason that there is no offer, or that one is being built', async () => {
    const without = await record({ art: 'begleitung' });
    expect(without.body.felder).toEqual([{ instance: '/begleitungGrund', code: 'begleitung-grund-fehlt' }]);
    expect((await record({ begleitungGrund: 'im_aufbau' })).status).toBe(422);
    expect((await record({ art: 'begleitung', begleitungGrund: 'kein_angebot' })).status).toBe(201);
    expect((await list())[0].begleitungGrund).toBe('kein_angebot');
  });

  test('M99 a joint appointment names the office that hands over', async () => {
    expect((await record({ mitStelleId: stelleId })).status).toBe(201);
    expect((await list())[0]).toMatchObject({ mitStelleId: stelleId, mitStelleName: 'Jobcenter' });
    expect((await record({ mitStelleId: randomUUID() })).body.code).toBe('stelle-unbekannt');
  });

  test('a case is shown with the name only to those who work on it, and the look is logged', async () => {
    const { fallId, nummer: fallNummer } = await app.admit();
    await arrange(app, sql`delete from lesezugriff`);
    expect((await record({ anfrageId: null, fallId })).status).toBe(201);
    expect((await list())[0]).toMatchObject({
      nummer: fallNummer,
      person: { familienname: 'Haddad', vorname: 'Rima' },
    });
    expect((await list('kollegin'))[0]).toMatchObject({ nummer: null, person: null });
    const reads = await look(app, sql<{ vorgang: string }>`select vorgang from lesezugriff`);
    expect(reads).toEqual([{ vorgang: 'termin.list' }]);
    const ofFall = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}/termin`);
    expect(ofFall.body.termin).toHaveLength(1);
    expect((await app.as('kollegin').get(`/kreis/${kreis}/fall/${fallId}/termin`)).status).toBe(404);
  });

  test.each([
    ['counselling of nobody', { anfrageId: null }, '/anfrageId', 'gegenstand-fehlt'],
    ['an internal one about somebody', { art: 'intern' }, '/anfrageId', 'gegenstand-zuviel'],
    ['an unknown Anfrage', { anfrageId: randomUUID() }, '/anfrageId', 'gegenstand-unbekannt'],
    ['a foreign Träger', { traegerId: traeger.beta }, '/traegerId', 'traeger-fremd'],
    ['a room elsewhere', { raumId: raum.offen }, '/raumId', 'raum-fremd'],
    ['a day that has passed', { tag: '2026-05-21' }, '/tag', 'datum-in-vergangenheit'],
    ['a day in three years', { tag: '2029-05-21' }, '/tag', 'datum-zu-fern'],
    ['the hour that the clock skips', { tag: '2027-03-28', von: '02:30' }, '/von', 'uhrzeit-uebersprungen'],
    ['25 o’clock', { von: '25:00' }, '/von', 'uhrzeit-ungueltig'],
    ['over midnight', { von: '23:30' }, '/dauerMinuten', 'termin-ueber-mitternacht'],
    [
      'an interpreter for no language',
      { dolmetschenBestaetigt: true },
      '/dolmetschen',
      'dolmetschen-ohne-sprache',
    ],
  ])('%s is refused at its field', async (_name, changed, instance, code) => {
    const reply = await record(changed);
    expect(reply.status).toBe(422);
    expect(reply.body.felder).toContainEqual({ instance, code });
    expect(await list()).toEqual([]);
  });
});

describe('warnings can be overridden, they are no wall', () => {
  test('another own appointment, a taken and an unprotected room', async () => {
    await record({ standortId, raumId: raum.offen, bestaetigt: ['raum-ungeschuetzt'] });
    const again = { von: '09:30', standortId, raumId: raum.offen };
    const reply = await record(again);
    expect([reply.status, reply.body.code]).toEqual([422, 'termin-hinweis']);
    expect(codes(reply)).toEqual(['eigener-termin', 'raum-belegt', 'raum-ungeschuetzt']);
    expect(reply.body.daten.hinweis[0]).toMatchObject({ von: '09:00', bis: '10:00' });
    expect((await record({ ...again, bestaetigt: ['eigener-termin'] })).status).toBe(422);
    expect((await record({ ...again, bestaetigt: codes(reply) })).status).toBe(201);
    expect((await record({ von: '10:30', dauerMinuten: 30 })).status).toBe(201);
  });

  test('an absence, an open hour, a holiday, a Sunday', async () => {
    await arrange(
      app,
      sql`with a as (insert into abwesenheit (kreis_id, konto_id, traeger_id, von, bis, art)
          values (${kreis}, ${app.konto.casemanager}, ${traeger.alpha}, '2026-06-08', '2026-06-12', 'urlaub'))
        insert into sprechstunde (kreis_id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab)
        values (${kreis}, ${traeger.alpha}, ${standortId}, ${app.konto.casemanager}, 'sprechstunde', 2, '08:00', '09:30', '2026-01-01')`,
    );
    const { anfrageId: later } = await insertAnfrage(app, { fristAm: '2026-07-31' });
    const warned = async (changed: object) => codes(await record({ anfrageId: later, ...changed }));
    expect(await warned({ tag: '2026-06-10' })).toEqual(['abwesend']);
    expect(await warned({ tag: '2026-06-02' })).toEqual(['eigene-sprechstunde']);
    expect(await warned({ tag: '2026-05-25' })).toEqual(['feiertag']);
    expect(await warned({ tag: '2026-06-07' })).toEqual(['sonntag']);
    await arrange(app, sql`with a as (delete from abwesenheit) delete from sprechstunde`);
  });

  test('M108 a first appointment later than two weeks after the request', async () => {
    const reply = await record({ tag: '2026-06-09' });
    expect(reply.body.daten.hinweis).toEqual([{ code: 'nach-frist', von: null, bis: '2026-06-05' }]);
    expect((await record({ tag: '2026-06-05' })).status).toBe(201);
  });

  test('M109 urgent on Friday before Pentecost: Wednesday is in time, Thursday is not', async () => {
    const fristAm = fristOf('2026-05-22', true, { samstag: true });
    const { anfrageId: eilig } = await insertAnfrage(app, { dringlich: true, fristAm });
    const frist = async () =>
      (await app.as('casemanager').get(`/kreis/${kreis}/anfrage/${eilig}/termin`)).body.frist;
    expect(await frist()).toEqual({ art: 'eilig', bis: '2026-05-27', stand: 'offen' });
    expect(codes(await record({ anfrageId: eilig, tag: '2026-05-28' }))).toEqual(['nach-frist']);
    await record({ anfrageId: eilig, tag: '2026-05-28', bestaetigt: ['nach-frist'] });
    expect((await frist()).stand).toBe('zu_spaet');
    expect((await record({ anfrageId: eilig, tag: '2026-05-27' })).status).toBe(201);
    expect((await frist()).stand).toBe('eingehalten');
  });

  test('M110 the follow-up within six weeks of a first talk that left something open is watched', async () => {
    const { fallId } = await app.admit();
    const { anfrageId: offen } = await insertAnfrage(app, { fallId });
    await arrange(
      app,
      sql`insert into erstberatung (kreis_id, anfrage_id, traeger_id, casemanager_id, am, vorschlag, vorschlag_grund, folgetermin_bis)
        values (${kreis}, ${offen}, ${traeger.alpha}, ${app.konto.casemanager}, '2026-05-20', 'kurzberatung', 'schwelle', '2026-07-01')`,
    );
    const frist = async (of: string) =>
      (await app.as('casemanager').get(`/kreis/${kreis}/${of}/termin`)).body.frist;
    expect(await frist(`anfrage/${offen}`)).toEqual({
      art: 'folgetermin',
      bis: '2026-07-01',
      stand: 'offen',
    });
    const late = await record({ anfrageId: offen, art: 'folgetermin', tag: '2026-07-02' });
    expect(codes(late)).toEqual(['nach-frist']);
    await record({ anfrageId: null, fallId, art: 'folgetermin', tag: '2026-06-30' });
    expect((await frist(`anfrage/${offen}`)).stand).toBe('eingehalten');
    expect((await frist(`fall/${fallId}`)).stand).toBe('eingehalten');
  });

  test('the check says all of it before, and which rooms are free', async () => {
    await record({ standortId, raumId: raum.geschuetzt });
    const { bestaetigt: _bestaetigt, ...termin } = eingabe({ von: '09:30', tag: '2026-06-02' });
    const reply = await app.as('casemanager').send('POST', path('/pruefung'), { ...termin, terminId: null });
    expect(reply.body.hinweis.map(({ code }: { code: string }) => code)).toEqual(['eigener-termin']);
    expect(reply.body.raum).toEqual([
      { id: raum.offen, standortId, name: 'Foyer', geschuetzt: false, frei: true },
      { id: raum.geschuetzt, standortId, name: 'Raum 1', geschuetzt: true, frei: false },
    ]);
  });
});

test('two who take the same time at once do not both get it unwarned', async () => {
  const replies = await Promise.all([record(), record({}, 'kollegin')]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  expect(await list()).toHaveLength(1);
});
