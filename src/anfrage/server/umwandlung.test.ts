import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anfrage, consentFor, insertZugang } from '#test/support/zugang.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-06-30T10:00:00Z') });
  await insertZugang(app);
  await setRegel('kurzberatung', { kontakte: 2, bedarfe: 2, stufen: ['Kurzberatung', 'Case Management'] });
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from sonstiger_kontakt`);
  const { body } = await app.as('casemanager').send('POST', `/kreis/${kreis}/anfrage`, anfrage);
  id = body.anfrageId;
});

const path = (rest = '') => `/kreis/${kreis}/anfrage${rest}`;
const act = (what: string, body?: object, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path(`/${id}/${what}`), body);
const get = async (anfrageId = id) => (await app.as('casemanager').get(path(`/${anfrageId}`))).body;
const setRegel = (schluessel: string, wert: object) =>
  app.as('koordination').send('POST', `/kreis/${kreis}/regel/${schluessel}`, {
    wert,
    gueltigAb: '2020-01-01',
    begruendung: 'Beschluss',
  });

const kontakt = {
  am: '2023-03-02',
  format: 'persoenlich',
  ort: 'buero',
  dauerMinuten: 30,
  ergebnis: 'information',
  lebensbereich: ['wohnen'],
};
const talk = async (changed: object = {}) => (await act('kontakt', { ...kontakt, ...changed })).body;
const merkmal = {
  geschlecht: 'w',
  herkunftsland: 'sy',
  leistungsbezug: null,
  lebensbereich: ['wohnen', 'arbeit'],
};
const aufnahme = {
  aufgenommenAm: '2023-03-20',
  kommuneId: kommune.norden,
  ortsteilId: null,
  zugang: 'schule',
  merkmal,
  fokusgruppe: null,
  mitwirkung: true,
  bemerkung: 'wünscht Gespräch in der Schule',
};
const admit = async (changed: object = {}) =>
  act('aufnahme', { ...aufnahme, fassung: (await get()).fassung, ...changed });
const counted = async () =>
  (await app.as('koordination').get(`/kreis/${kreis}/auswertung/kontakte?von=2023-03&bis=2023-03`)).body
    .summe;

describe('talks of an Anfrage', () => {
  test('M135 M138 each is counted by month and Träger, with what came of it, and takes the Anfrage into counselling', async () => {
    await talk();
    await talk({ am: '2023-03-09', format: 'telefon', ort: 'kein', dauerMinuten: 10 });
    expect(await get()).toMatchObject({
      stand: 'in_beratung',
      casemanagerId: app.konto.casemanager,
      kontakte: 2,
      bedarfe: 1,
      kontakt: [
        { am: '2023-03-09', format: 'telefon', dauerMinuten: 10, ergebnis: 'information' },
        { am: '2023-03-02', format: 'persoenlich', ort: 'buero', lebensbereich: ['wohnen'] },
      ],
    });
    expect(await counted()).toMatchObject({ gesamt: 2, traeger: { Alpha: 2 } });
  });

  test.each([
    [{ am: '2023-07-01' }, 'datum-in-zukunft'],
    [{ am: '2023-02-28' }, 'datum-vor-eingang'],
    [{ lebensbereich: ['fliegen'] }, 'code-unbekannt'],
  ])('%o is refused and not counted', async (changed, code) => {
    expect((await talk(changed)).code).toBe(code);
    expect((await get()).kontakte).toBe(0);
  });
});

describe('depth', () => {
  test('M132 M137 has a history from day to day, shown with the steps of the Kreis', async () => {
    expect((await act('tiefe', { tiefe: 'information', ab: '2023-03-01' })).status).toBe(200);
    await act('tiefe', { tiefe: 'kurzberatung', ab: '2023-03-08' });
    expect((await act('tiefe', { tiefe: 'information', ab: '2023-03-05' })).body.code).toBe(
      'datum-vor-tiefe',
    );
    expect((await act('tiefe', { tiefe: 'case_management', ab: '2023-03-09' })).status).toBe(422);
    expect(await get()).toMatchObject({
      tiefe: 'kurzberatung',
      tiefeVerlauf: [
        { tiefe: 'information', ab: '2023-03-01', bis: '2023-03-08' },
        { tiefe: 'kurzberatung', ab: '2023-03-08', bis: null },
      ],
      grenze: { kontakte: 2, bedarfe: 2, stufen: ['Kurzberatung', 'Case Management'] },
    });
  });

  test('M138 information, guidance and Verweis are depths of a short intervention; a correction leaves its trace', async () => {
    await act('tiefe', { tiefe: 'information', ab: '2023-03-01' });
    await act('tiefe', { tiefe: 'verweis', ab: '2023-03-01' });
    expect((await get()).tiefeVerlauf).toEqual([{ tiefe: 'verweis', ab: '2023-03-01', bis: null }]);
    const rows = await look(app, sql`select tiefe from anfrage_tiefe where anfrage_id = ${id}`);
    expect(rows).toHaveLength(2);
  });

  test('M133 M139 the third contact asks; the answer is remembered until there is one more', async () => {
    expect((await talk()).umwandlung).toBeNull();
    expect((await talk()).umwandlung).toBeNull();
    expect((await talk()).umwandlung).toBe('kontakte');
    expect((await get()).umwandlung).toBe('kontakte');
    expect((await act('weiter')).status).toBe(200);
    expect(await get()).toMatchObject({ umwandlung: null, weiterAm: '2023-06-30' });
    expect((await talk()).umwandlung).toBe('kontakte');
  });

  test('M133 M134 the third need in different areas asks at the first contact', async () => {
    expect((await talk({ lebensbereich: ['arbeit', 'gesundheit'] })).umwandlung).toBe('bedarfe');
  });
});

describe('from Anfrage to Fall', () => {
  test('M89 without a signed consent nobody is admitted, whatever is typed', async () => {
    const reply = await admit();
    expect([reply.status, reply.body.code]).toEqual([422, 'einwilligung-fehlt']);
    await consentFor(app, id);
    await arrange(
      app,
      sql`update person set gesperrt_am = now() where id = (select person_id from anfrage where id = ${id})`,
    );
    expect((await admit()).body.code).toBe('einwilligung-fehlt');
  });

  test('M90 active cooperation was talked over, or the Aufnahme is refused at its field', async () => {
    await consentFor(app, id);
    const reply = await admit({ mitwirkung: false });
    expect(reply.body.felder).toEqual([{ instance: '/mitwirkung', code: 'mitwirkung-offen' }]);
    expect((await get()).stand).toBe('offen');
  });

  test('M134 M139 a Kurzberatung becomes a case without retyping, its contacts stay counted as they were', async () => {
    for (const lebensbereich of [['wohnen'], ['arbeit'], ['gesundheit']]) await talk({ lebensbereich });
    const before = await counted();
    const personId = await consentFor(app, id);
    const reply = await admit();
    expect(reply.status).toBe(201);
    const { fallId, nummer } = reply.body;
    expect(await get()).toMatchObject({
      stand: 'abgeschlossen',
      ausgang: 'aufgenommen',
      abgeschlossenAm: '2023-03-20',
      tiefe: 'case_management',
      fall: { id: fallId, nummer },
      kontakte: 3,
    });
    const akte = (await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).body;
    expect(akte).toMatchObject({
      nummer,
      person: { id: personId, familienname: 'Haddad' },
      status: 'ruhend',
      aufgenommenAm: '2023-03-20',
      kommuneId: kommune.norden,
      zugang: 'schule',
      merkmal: { ...merkmal, lebensbereich: expect.arrayContaining(['wohnen', 'arbeit']) },
      bemerkung: 'wünscht Gespräch in der Schule',
      einwilligung: { erteiltAm: '2023-03-02' },
    });
    expect(await counted()).toEqual(before);
    expect((await app.as('casemanager').get(path(`?fall=${fallId}`))).body.anfrage).toHaveLength(1);
    expect((await admit()).body.code).toBe('anfrage-abgeschlossen');
  });

  test.each([
    [{ aufgenommenAm: '2023-07-01' }, 'datum-in-zukunft'],
    [{ aufgenommenAm: '2023-02-01' }, 'datum-vor-eingang'],
    [{ aufgenommenAm: '2023-03-01' }, 'einwilligung-nach-aufnahme'],
    [{ merkmal: { ...merkmal, herkunftsland: 'x' } }, 'code-unbekannt'],
    [{ fassung: 99 }, 'gleichzeitig-geaendert'],
  ])('%o is refused and nothing is half-stored', async (changed, code) => {
    await consentFor(app, id);
    expect((await admit(changed)).body.code).toBe(code);
    expect(await get()).toMatchObject({ stand: 'offen', fall: null });
  });

  test('a person in the hands of a colleague is not admitted by somebody else', async () => {
    await consentFor(app, id);
    const fassung = (await get()).fassung;
    expect((await act('aufnahme', { ...aufnahme, fassung }, 'kollegin')).body.code).toBe(
      'einwilligung-fehlt',
    );
  });

  test('M87 the focus group is noted and counted; who does not belong to it is admitted all the same', async () => {
    await setRegel('zielgruppe', { art: 'fokus', gruppen: ['junge Geduldete'], freierAnteilProzent: 0 });
    for (const fokusgruppe of [true, false]) {
      const { body } = await app.as('casemanager').send('POST', path(), anfrage);
      id = body.anfrageId;
      await consentFor(app, id);
      const { fallId } = (await admit({ fokusgruppe })).body;
      const rows = await look(
        app,
        sql<{ wert: string }>`
        select wert from fall_merkmal where fall_id = ${fallId} and merkmal = 'fokusgruppe'`,
      );
      expect(rows).toEqual([{ wert: fokusgruppe ? 'ja' : 'nein' }]);
      const akte = (await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).body;
      await app.as('casemanager').send('PUT', `/kreis/${kreis}/fall/${fallId}`, {
        fassung: akte.fassung,
        familienname: 'Haddad',
        vorname: 'Rima',
        geburtsdatum: null,
        kommuneId: null,
        ortsteilId: null,
        zugang: null,
        merkmal: { ...merkmal, lebensbereich: ['wohnen'] },
        merkmalAb: '2023-05-01',
        bemerkung: '',
      });
      const later = await look(
        app,
        sql`
        select from fall_merkmal where fall_id = ${fallId} and merkmal = 'fokusgruppe' and ersetzt_am is null
          and gueltig_bis is null`,
      );
      expect(later).toHaveLength(1);
    }
  });
});

describe('from Fall to Kurzberatung and back', () => {
  const down = { fassung: 1, ab: '2023-05-02', grund: 'bearbeitet', begruendung: 'kommt allein zurecht' };
  const stepDown = (fallId: string, changed: object = {}, by: ActorName = 'casemanager') =>
    app.as(by).send('POST', `/kreis/${kreis}/fall/${fallId}/rueckstufung`, { ...down, ...changed });
  const akteOf = async (fallId: string) =>
    (await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).body;

  test('M139 the case ends with a reason of the Kreis and goes on as a Kurzberatung of the same person', async () => {
    const personId = await consentFor(app, id);
    const { fallId } = (await admit()).body;
    const reply = await stepDown(fallId);
    expect(reply.status).toBe(201);
    expect(await akteOf(fallId)).toMatchObject({ status: 'abgeschlossen', statusGrund: 'bearbeitet' });
    expect(await get(reply.body.anfrageId)).toMatchObject({
      stand: 'in_beratung',
      tiefe: 'kurzberatung',
      eingegangenAm: '2023-05-02',
      sprache: 'ara',
      traegerId: traeger.alpha,
      kommuneId: kommune.norden,
      personId,
      fall: { id: fallId },
      vorige: { id },
      zustaendigGrund: 'rueckstufung',
    });
    const { body } = await app.as('casemanager').get(path(`?fall=${fallId}`));
    expect(new Set(body.anfrage.map((each: { id: string }) => each.id))).toEqual(
      new Set([id, reply.body.anfrageId]),
    );
  });

  test('M139 going up again resumes the former case as a new episode, never a second one', async () => {
    await consentFor(app, id);
    const first = (await admit()).body;
    id = (await stepDown(first.fallId)).body.anfrageId;
    const again = await admit({ aufgenommenAm: '2023-06-01' });
    expect([again.status, again.body]).toEqual([201, first]);
    expect(
      (await akteOf(first.fallId)).episode.map(({ ab, bis }: { ab: string; bis: string }) => [ab, bis]),
    ).toEqual([
      ['2023-03-20', '2023-05-02'],
      ['2023-06-01', null],
    ]);
  });

  test.each([
    [{ grund: null }, 'grund-fehlt'],
    [{ grund: 'x' }, 'code-unbekannt'],
    [{ ab: '2023-01-01' }, 'datum-vor-aufnahme'],
    [{ fassung: 7 }, 'gleichzeitig-geaendert'],
  ])('%o is refused and the case stays open', async (changed, code) => {
    const { fallId } = await app.admit();
    expect((await stepDown(fallId, changed)).body.code).toBe(code);
    expect((await akteOf(fallId)).status).toBe('ruhend');
    expect((await app.as('casemanager').get(path(`?fall=${fallId}`))).body.anfrage).toEqual([]);
  });

  test('only for those who work on the case', async () => {
    const { fallId } = await app.admit();
    expect((await stepDown(fallId, {}, 'kollegin')).status).toBe(404);
    expect((await stepDown(fallId, {}, 'casemanagerBeta')).status).toBe(404);
  });
});
