import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, today, type Day } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { insertStelle, releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
let fallId = '';
let personId = '';
let stelleId = '';
const cm = () => app.as('casemanager');
const heute = today();
const gestern = addDays(heute, -1);

beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
  stelleId = await insertStelle(app, 'Jobcenter Norddorf');
  ({ fallId } = await app.admit());
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
});
afterAll(() => app.close());

const einwilligungPath = () => `/kreis/${kreis}/person/${personId}/einwilligung`;
const getFall = async () => (await cm().get(`/kreis/${kreis}/fall/${fallId}`)).body;
const endsOn = (am: Day | null) =>
  arrange(app, sql`update einwilligung set ablauf_am = ${am}::date where person_id = ${personId}`);

async function shown() {
  const { body } = await cm().get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen`);
  const of = ({ vordruckId, pruefwert }: { vordruckId: string; pruefwert: string }) => ({
    vordruckId,
    pruefwert,
  });
  return {
    text: of(body.einwilligung),
    datenschutzinformation: { ...of(body.datenschutzinformation), ausgehaendigt: true },
    entbindung: of(body.entbindung),
  };
}

async function renew(ablaufAm: Day | null) {
  const { text, datenschutzinformation } = await shown();
  return cm().send('POST', einwilligungPath(), {
    am: heute,
    ablaufAm,
    sprache: 'deu',
    text,
    zweck: ['dokumentation'],
    datenschutzinformation,
    dolmetschen: 'kein',
    vertretung: [],
    gemeinsam: false,
    unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
  });
}

const prepare = () =>
  cm().send('POST', `/kreis/${kreis}/person/${personId}/weitergabe`, {
    stelleId,
    zweck: 'vermittlung',
    inhalt: ['wohnen'],
    form: 'papier',
    text: 'sucht eine Wohnung',
  });

const record = (am: Day) =>
  cm().send('POST', `/kreis/${kreis}/fall/${fallId}/beratungskontakt`, {
    am,
    qualifiziert: true,
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: 10,
    sprache: 'deu',
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz: '',
  });

describe('M143 a consent with an end', () => {
  test('covers its last day: release, sharing and documentation go on', async () => {
    await endsOn(heute);
    const { entbindung } = await shown();
    const released = await cm().send('POST', `/kreis/${kreis}/person/${personId}/entbindung`, {
      stelleId,
      zweck: 'vermittlung',
      inhalt: ['wohnen'],
      richtung: 'an',
      am: heute,
      letzterTag: addDays(heute, 20),
      sprache: 'deu',
      text: entbindung,
      vertretungen: 0,
      unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }],
    });
    expect([released.status, (await prepare()).status, (await record(heute)).status]).toEqual([
      201, 201, 201,
    ]);
    expect(await getFall()).toMatchObject({
      einwilligung: { ablaufAm: heute, widerrufenAm: null },
      abilities: { recordBeratungskontakt: true },
    });
  });

  test('M146 from the next day nothing is shared or handed over, and nothing documented by name', async () => {
    await endsOn(gestern);
    const [liste] = (await cm().get(`/kreis/${kreis}/person/${personId}/weitergabe`)).body;
    const gabe = await cm().send('POST', `/kreis/${kreis}/person/${personId}/weitergabe/${liste.id}/gabe`);
    for (const reply of [await prepare(), gabe]) {
      expect([reply.status, reply.body.code]).toEqual([422, 'einwilligung-abgelaufen']);
    }
    expect((await record(heute)).body.code).toBe('einwilligung-abgelaufen');
    expect((await record(gestern)).status).toBe(201);
    const plan = await app.as('koordination').send('POST', `/kreis/${kreis}/uebergabe`, {
      fallIds: [fallId],
      anTraegerId: traeger.beta,
      casemanagerId: null,
      wirksamAm: heute,
      grund: 'zustaendigkeit',
      zustimmungAm: heute,
    });
    expect([plan.status, JSON.stringify(plan.body)]).toEqual([
      409,
      expect.stringContaining('einwilligung-abgelaufen'),
    ]);
  });

  test('register and file say so, and the name stays readable, so that it can be renewed', async () => {
    const { body } = await cm().get(einwilligungPath());
    expect(body).toMatchObject({
      gesperrtAm: null,
      einwilligung: [{ stand: 'abgelaufen', ablaufAm: gestern }],
    });
    expect(await getFall()).toMatchObject({
      einwilligung: { ablaufAm: gestern },
      abilities: { recordBeratungskontakt: false, changeFall: true },
    });
  });

  test('an end that is over is refused at its field', async () => {
    const reply = await renew(gestern);
    expect([reply.status, reply.body.felder]).toEqual([
      422,
      [{ instance: '/ablaufAm', code: 'ablauf-vorbei' }],
    ]);
  });

  test('is renewed by a new signature, which takes its place; the release goes on', async () => {
    expect((await renew(addDays(heute, 10))).status).toBe(201);
    const { body } = await cm().get(einwilligungPath());
    expect(body.einwilligung.map((e: { stand: string }) => e.stand)).toEqual(['laeuft_aus', 'abgeloest']);
    expect((await getFall()).einwilligung.ablaufAm).toBe(addDays(heute, 10));
    expect([(await prepare()).status, (await record(heute)).status]).toEqual([201, 201]);
  });

  test('renewed without an end it is not signed a second time, and a withdrawal ends all of them', async () => {
    expect((await renew(null)).status).toBe(201);
    expect((await renew(null)).body.code).toBe('einwilligung-besteht');
    const withdrawn = await cm().send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, {
      am: heute,
      grund: null,
    });
    expect(withdrawn.status).toBe(200);
    const { body } = await cm().get(einwilligungPath());
    expect(body.einwilligung.map((e: { stand: string }) => e.stand)).toEqual([
      'widerrufen',
      'abgeloest',
      'abgeloest',
    ]);
    expect((await getFall()).einwilligung.widerrufenAm).toBe(heute);
  });
});

describe('M151 closing a case whose person is locked', () => {
  const close = async (changed: object, by: 'casemanager' | 'kollegin' | 'koordination' = 'casemanager') =>
    app.as(by).send('POST', `/kreis/${kreis}/fall/${fallId}/status`, {
      fassung: (await getFall()).fassung,
      status: 'abgeschlossen',
      ab: heute,
      grund: 'umzug',
      begruendung: '',
      ...changed,
    });

  test('is not for others, and keeps no word about her', async () => {
    expect((await getFall()).abilities).toMatchObject({
      closeFall: true,
      setStatus: false,
      changeFall: false,
    });
    for (const by of ['kollegin', 'koordination'] as const) {
      expect((await close({}, by)).status).toBe(404);
    }
    const words = await close({ begruendung: 'nach Köln gezogen' });
    expect([words.status, words.body.felder]).toEqual([
      422,
      [{ instance: '/begruendung', code: 'begruendung-gesperrt' }],
    ]);
    expect((await close({ status: 'ruhend', grund: null })).status).toBe(403);
  });

  test('goes by the number, and opens again only with a new signature', async () => {
    expect((await close({})).status).toBe(200);
    expect(await getFall()).toMatchObject({ status: 'abgeschlossen', statusGrund: 'umzug', person: null });
    expect((await close({ status: 'aktiv', grund: null })).status).toBe(403);
    expect((await renew(null)).status).toBe(201);
    expect((await close({ status: 'aktiv', grund: null })).status).toBe(200);
  });
});
