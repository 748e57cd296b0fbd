import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { arrange, look } from '#test/support/look.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';

let app: TestApp;
let fallId: string;
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-06-30T10:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const kontakt = {
  am: '2023-03-15',
  qualifiziert: true,
  format: 'persoenlich',
  ort: 'buero',
  dauerMinuten: 45,
  sprache: 'ara',
  dolmetschen: 'ehrenamtlich',
  lebensbereich: ['wohnen', 'arbeit'],
  notiz: 'Wohnungssuche besprochen',
};
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/beratungskontakt${rest}`;

function record(changed: object = {}, by: By = 'casemanager', headers: Record<string, string> = {}) {
  return app.as(by).send('POST', path(), { ...kontakt, ...changed }, headers);
}

async function list(by: By = 'casemanager') {
  return (await app.as(by).get(path())).body;
}

describe('recording a contact', () => {
  test('keeps what was entered, the note readable for those who work on the case only', async () => {
    const reply = await record();
    expect(reply.status).toBe(201);
    const { gesamt, kontakt: rows } = await list();
    expect(gesamt).toBe(1);
    expect(rows).toEqual([
      {
        ...kontakt,
        id: reply.body.kontaktId,
        fassung: 1,
        traegerId: traeger.alpha,
        vonName: 'Konto casemanager',
        abilities: { correct: true },
        notizSteht: false,
        nachtrag: [],
      },
    ]);
    const seen = await list('koordination');
    expect(seen.kontakt[0]).toMatchObject({ am: '2023-03-15', notiz: null, abilities: { correct: false } });
    expect((await app.as('kollegin').get(path())).status).toBe(404);
  });

  test('M185 M187 only a qualified contact keeps a case aktiv', async () => {
    const akte = async () => (await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).body;
    expect((await akte()).status).toBe('ruhend');
    await record({ am: '2023-06-01', qualifiziert: false });
    expect(await akte()).toMatchObject({ status: 'ruhend', letzterKontakt: '2023-06-01' });
    await record({ am: '2023-05-20' });
    expect(await akte()).toMatchObject({
      status: 'aktiv',
      aktivBis: '2023-08-20',
      letzterKontakt: '2023-06-01',
    });
  });

  test('newest first, as many as asked for, and how many there are', async () => {
    for (const am of ['2023-02-01', '2023-05-01', '2023-03-01']) await record({ am, notiz: '' });
    const { body } = await app.as('casemanager').get(`${path()}?anzahl=2`);
    expect(body.gesamt).toBe(3);
    expect(body.kontakt.map((k: { am: string; notiz: string }) => [k.am, k.notiz])).toEqual([
      ['2023-05-01', ''],
      ['2023-03-01', ''],
    ]);
  });

  test.each([
    ['tomorrow', { am: '2023-07-01' }, '/am', 'datum-in-zukunft'],
    ['before admission', { am: '2023-01-09' }, '/am', 'datum-vor-aufnahme'],
    ['qualified about nothing', { lebensbereich: [] }, '/lebensbereich', 'lebensbereich-fehlt'],
    ['about something unknown', { lebensbereich: ['wohnen', 'fliegen'] }, '/lebensbereich', 'code-unbekannt'],
  ])('%s is refused at its field', async (_name, changed, instance, code) => {
    const reply = await record(changed);
    expect([reply.status, reply.body.code, reply.body.felder]).toEqual([422, code, [{ instance, code }]]);
    expect((await list()).gesamt).toBe(0);
  });

  test('after closing is refused; the talk that closes the case and late entries are not', async () => {
    await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/status`, {
      fassung: 1,
      status: 'abgeschlossen',
      ab: '2023-04-01',
      grund: 'bearbeitet',
      begruendung: '',
    });
    expect((await record({ am: '2023-04-02' })).body.code).toBe('fall-abgeschlossen');
    expect((await record({ am: '2023-04-01' })).status).toBe(201);
    expect((await record({ am: '2023-03-01' })).status).toBe(201);
  });

  test('M140 after a withdrawal of the consent nothing more is documented', async () => {
    await arrange(
      app,
      sql`update einwilligung set widerrufen_am = '2023-06-01'
      where id = (select p.einwilligung_id from person p join fall f on f.person_id = p.id where f.id = ${fallId})`,
    );
    expect((await record()).body.code).toBe('einwilligung-widerrufen');
    const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`);
    expect(body.abilities.recordBeratungskontakt).toBe(false);
  });

  test('a key used twice records one contact, a key for another contact is refused', async () => {
    const header = { 'idempotency-key': `kontakt-${fallId}` };
    const [first, second] = [
      await record({}, 'casemanager', header),
      await record({}, 'casemanager', header),
    ];
    expect(second.body).toEqual(first.body);
    expect((await list()).gesamt).toBe(1);
    expect((await record({ am: '2023-03-16' }, 'casemanager', header)).body.code).toBe(
      'idempotenz-schluessel-vergeben',
    );
  });

  test('unseen, foreign and unknown cases are refused alike', async () => {
    const replies = [
      await record({}, 'kollegin'),
      await record({}, 'casemanagerBeta'),
      await record({}, 'koordination'),
      await record({}, 'nachbarCasemanager'),
      await app
        .as('casemanager')
        .send('POST', `/kreis/${kreis}/fall/${crypto.randomUUID()}/beratungskontakt`, kontakt),
    ];
    expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body])))).toHaveProperty(
      'size',
      1,
    );
    expect(replies[0]?.status).toBe(404);
  });

  test('M399 every reading of the contacts is in the access log, seeing the number alone is not', async () => {
    const reads = () =>
      look(
        app,
        sql<{
          konto_id: string;
        }>`select konto_id from lesezugriff l join fall f on l.person_id = array[f.person_id]
      where f.id = ${fallId} and vorgang = 'beratungskontakt.list'`,
      );
    await list();
    await list('koordination');
    expect(await reads()).toEqual([{ konto_id: app.konto.casemanager }]);
  });
});

describe('correcting a contact', () => {
  let kontaktId: string;
  beforeEach(async () => {
    ({ kontaktId } = (await record()).body);
  });
  const correct = (changed: object = {}, by: By = 'casemanager') =>
    app.as(by).send('PUT', path(`/${kontaktId}`), { ...kontakt, fassung: 1, ...changed });

  test('is a new version that takes the place of the old one', async () => {
    expect((await correct({ am: '2023-03-14', notiz: 'berichtigt' })).body).toEqual({ fassung: 2 });
    const { gesamt, kontakt: rows } = await list();
    expect(gesamt).toBe(1);
    expect(rows[0]).toMatchObject({ id: kontaktId, fassung: 2, am: '2023-03-14', notiz: 'berichtigt' });
    const versions = await look(
      app,
      sql`select fassung, am, ersetzt_am is null as gilt from beratungskontakt where id = ${kontaktId} order by fassung`,
    );
    expect(versions).toEqual([
      { fassung: 1, am: '2023-03-15', gilt: false },
      { fassung: 2, am: '2023-03-14', gilt: true },
    ]);
  });

  test('changes no status of an earlier Kenntnisstand', async () => {
    const [moment] = await look(app, sql<{ am: Date }>`select clock_timestamp() as am`);
    await correct({ am: '2023-02-01' });
    const status = async (query: string) => {
      const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall?stichtag=2023-06-01${query}`);
      return body.fall.find((f: { id: string }) => f.id === fallId).status;
    };
    expect(await status('')).toBe('ruhend');
    expect(await status(`&kenntnisstand=${moment?.am.toISOString()}`)).toBe('aktiv');
  });

  test('on an old version is a conflict that shows what stands now and names the changed note', async () => {
    await correct({ dauerMinuten: 60, notiz: 'erste Berichtigung' });
    const late = await correct({ dauerMinuten: 30 });
    expect(late.status).toBe(409);
    expect(late.body.daten.aktuell).toMatchObject({ fassung: 2, dauerMinuten: 60, am: '2023-03-15' });
    expect(late.body.daten.geaendert.toSorted()).toEqual(['dauerMinuten', 'notiz']);
    expect(JSON.stringify(late.body)).not.toContain('Berichtigung');
  });

  test('follows the same rules', async () => {
    expect((await correct({ am: '2023-01-01' })).body.code).toBe('datum-vor-aufnahme');
    expect((await correct({}, 'kollegin')).status).toBe(404);
    const unknown = await app
      .as('casemanager')
      .send('PUT', path(`/${crypto.randomUUID()}`), { ...kontakt, fassung: 1 });
    expect(unknown.status).toBe(404);
  });

  test('is for the Träger that advised: after an Übergabe the next one reads it only', async () => {
    await arrange(app, sql`update beratungskontakt set traeger_id = ${traeger.beta} where id = ${kontaktId}`);
    expect((await list()).kontakt[0].abilities).toEqual({ correct: false });
    const reply = await correct();
    expect([reply.status, reply.body.code]).toEqual([403, 'traeger-fremd']);
  });
});

describe('sonstiger Beratungskontakt', () => {
  const sonstiger = {
    am: '2023-03-10',
    traegerId: traeger.alpha,
    kommuneId: kommune.norden,
    zugang: 'schule',
    ergebnis: 'information',
    lebensbereich: ['wohnen'],
  };
  const send = (changed: object = {}, by: By = 'casemanager') =>
    app.as(by).send('POST', `/kreis/${kreis}/sonstiger_kontakt`, { ...sonstiger, ...changed });
  const query = async (by: By, text = '') =>
    (await app.as(by).get(`/kreis/${kreis}/sonstiger_kontakt${text}`)).body;

  beforeEach(() => arrange(app, sql`delete from sonstiger_kontakt`));

  test('M135 is recorded without a name and listed for Träger and Koordination', async () => {
    expect((await send()).status).toBe(201);
    await send(
      {
        traegerId: traeger.beta,
        kommuneId: kommune.sueden,
        am: '2023-04-02',
        zugang: null,
        lebensbereich: [],
      },
      'casemanagerBeta',
    );
    const own = await query('kollegin');
    expect(own).toEqual({ gesamt: 1, kontakt: [{ ...sonstiger, id: expect.any(String), fassung: 1 }] });
    expect(await query('koordination')).toMatchObject({
      gesamt: 2,
      kontakt: [{ am: '2023-04-02' }, { am: '2023-03-10' }],
    });
    expect((await query('koordinationSueden')).gesamt).toBe(1);
    expect((await query('nachbarKoordination')).code).toBe('nicht-gefunden');
  });

  test.each([
    ['?von=2023-03-01&bis=2023-03-31', 1],
    ['?von=2023-03-11', 1],
    [`?traeger=${traeger.beta}`, 1],
    ['?region=norden', 1],
    ['?zugang=ohne_angabe', 1],
    ['?lebensbereich=wohnen', 1],
    ['?lebensbereich=ohne_angabe', 1],
    ['?ab=5', 2],
  ])('%s', async (text, gesamt) => {
    await send();
    await send(
      {
        traegerId: traeger.beta,
        kommuneId: kommune.sueden,
        am: '2023-04-02',
        zugang: null,
        lebensbereich: [],
      },
      'casemanagerBeta',
    );
    expect((await query('koordination', text)).gesamt).toBe(gesamt);
  });

  test.each([
    [{ am: '2023-07-01' }, 'datum-in-zukunft'],
    [{ traegerId: traeger.beta }, 'traeger-fremd'],
    [{ zugang: 'x' }, 'code-unbekannt'],
    [{ kommuneId: kommune.nachbar }, 'code-unbekannt'],
  ])('%o is refused', async (changed, code) => {
    const reply = await send(changed);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });
});
