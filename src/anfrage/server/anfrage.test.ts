import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anfrage, insertZugang, ortsteil, standort, stelle } from '#test/support/zugang.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-03-10T10:00:00Z') });
  await insertZugang(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from sonstiger_kontakt`);
  await arrange(app, sql`delete from nachricht`);
  await arrange(app, sql`delete from anfrage`);
});

const path = (rest = '') => `/kreis/${kreis}/anfrage${rest}`;
const send = (changed: object = {}, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path(), { ...anfrage, ...changed });
const act = (id: string, what: string, body?: object, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path(`/${id}/${what}`), body);
const get = async (id: string, by: ActorName = 'casemanager') => (await app.as(by).get(path(`/${id}`))).body;
const list = async (query = '', by: ActorName = 'casemanager') => (await app.as(by).get(path(query))).body;
async function record(changed: object = {}): Promise<string> {
  const reply = await send(changed);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  return reply.body.anfrageId;
}

describe('taking in', () => {
  test('M83 M98 somebody of whom nothing is known is taken in; no name, origin, age or title can be sent', async () => {
    const nothing = {
      kommuneId: null,
      zugang: 'eigeninitiative',
      stelleId: null,
      sprache: null,
      dolmetschen: false,
      lebensbereich: [],
    };
    expect((await send(nothing)).status).toBe(201);
    for (const field of ['familienname', 'geburtsdatum', 'herkunftsland', 'aufenthaltstitel', 'telefon']) {
      expect([field, (await send({ ...nothing, [field]: 'x' })).status]).toEqual([field, 422]);
    }
  });

  test('keeps what was said; the street found the Ortsteil and is nowhere in the database', async () => {
    const id = await record({
      kommuneId: kommune.sueden,
      strasse: 'Gartenstr. 12 a',
      traegerId: traeger.alpha,
    });
    expect(await get(id)).toMatchObject({
      nummer: expect.stringMatching(/^A-2023-\d{4}$/),
      ortsteilId: ortsteil,
      stelleName: 'Realschule Norddorf',
      stelleWeg: 'nach Absprache',
      sprache: 'ara',
      dolmetschen: true,
      stand: 'offen',
      zustaendigGrund: 'selbst_gewaehlt',
    });
    const rows = await look(
      app,
      sql<{ t: string }>`select a::text as t from anfrage a where id = ${id}
      union all select e::text from ereignis e where gegenstand_id = ${id}`,
    );
    expect(rows.map(({ t }) => t).join()).not.toMatch(/garten/i);
  });

  test('numbers run per Kreis and year without a gap', async () => {
    await arrange(app, sql`delete from anfrage_nummer`);
    const replies = await Promise.all([send(), send(), send(), send({ zugang: 'gibtsnicht' })]);
    expect(new Set(replies.flatMap(({ body }) => body.nummer ?? []))).toEqual(
      new Set(['A-2023-0001', 'A-2023-0002', 'A-2023-0003']),
    );
    expect((await send()).body.nummer).toBe('A-2023-0004');
  });

  test('has a deadline: two weeks, urgent three working days', async () => {
    expect((await get(await record())).fristAm).toBe('2023-03-15');
    const urgent = await record({ dringlich: true, eingegangenAm: '2023-03-09' });
    expect((await get(urgent)).fristAm).toBe('2023-03-13');
  });

  test.each([
    [{ eingegangenAm: '2023-03-11' }, '/eingegangenAm', 'datum-in-zukunft'],
    [{ zugang: 'x' }, '/zugang', 'code-unbekannt'],
    [{ keinFall: ['x'] }, '/keinFall', 'code-unbekannt'],
    [{ kommuneId: kommune.nachbar }, '/kommuneId', 'code-unbekannt'],
    [{ stelleId: traeger.alpha }, '/stelleId', 'code-unbekannt'],
    [{ traegerId: traeger.gamma }, '/traegerId', 'traeger-unbekannt'],
    [{ standortId: standort }, '/standortId', 'standort-fremd'],
    [{ unterweg: 'flyer' }, '/unterweg', 'unterweg-ohne-ansprache'],
  ])('%o is refused at its field and nothing is stored', async (changed, instance, code) => {
    const reply = await send(changed);
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
    expect((await list()).anfrage).toEqual([]);
  });

  test.each([
    ['a leaflet', 'flyer'],
    ['case managers who go to newcomers themselves', 'aufsuchend'],
    ['welcome counselling of a family', 'willkommensberatung'],
    ['a neighbourhood office', 'stadtteilbuero'],
  ])('M93 M100 M104 M105 %s is a way in, without a name', async (_what, unterweg) => {
    const id = await record({ zugang: 'eigeninitiative', stelleId: null, unterweg });
    expect(await get(id)).toMatchObject({
      zugang: 'eigeninitiative',
      unterweg,
      benannt: false,
      personId: null,
    });
  });

  test('M91 M100 an institution steers somebody here: office and agreed route stand in the Anfrage', async () => {
    expect(await get(await record())).toMatchObject({
      zugang: 'schule',
      stelleId: stelle.schule,
      stelleWeg: 'nach Absprache',
    });
    expect((await list()).anfrage[0].stelleName).toBe('Realschule Norddorf');
  });

  test('M19 M21 M97 a point of the negative list is a hint with the competent offices, never a wall', async () => {
    const id = await record({ keinFall: ['wohnungssuche'] });
    expect((await get(id)).zustaendigeStelle).toEqual([
      { keinFall: 'wohnungssuche', stelle: [{ id: stelle.wohnen, name: 'Wohnraumberatung' }] },
    ]);
    expect((await act(id, 'tiefe', { tiefe: 'kurzberatung', ab: '2023-03-01' })).status).toBe(200);
  });
});

describe('who is responsible', () => {
  const lage = {
    eingegangenAm: '2023-03-01',
    kommuneId: kommune.norden,
    ortsteilId: null,
    strasse: '',
    zugang: null,
    wohnform: null,
    lebensbereich: [],
    keinFall: [],
  };
  const propose = async (changed: object) =>
    (await app.as('casemanager').send('POST', path('/vorschlag'), { ...lage, ...changed })).body;

  test('the territory decides, with its reason and the deadlines', async () => {
    expect(await propose({})).toEqual({
      ortsteilId: null,
      traeger: [{ traegerId: traeger.alpha, standortId: null, grund: 'kommune', satz: null }],
      stelle: null,
      frist: '2023-03-15',
      fristEilig: '2023-03-04',
    });
    expect((await propose({ kommuneId: kommune.sueden, strasse: 'Gartenstraße 3' })).traeger).toEqual([
      { traegerId: traeger.beta, standortId: null, grund: 'strasse', satz: null },
    ]);
    expect((await propose({ kommuneId: null })).traeger).toEqual([]);
  });

  test('an agreed rule comes before the territory, its sentence is the reason', async () => {
    const { traeger: found } = await propose({ wohnform: 'uebergangswohnung' });
    expect(found.map((each: { grund: string }) => each.grund)).toEqual(['regel', 'kommune']);
    expect(found[0]).toMatchObject({
      traegerId: traeger.beta,
      standortId: standort,
      satz: 'Städtische Übergangswohnung: Team Beta',
    });
  });

  test('M92 a rule that names nobody keeps its sentence as the reason, as in the tester of the rules', async () => {
    const satz = 'Komplexe Fälle: Case Management am Ort';
    await arrange(
      app,
      sql`insert into zusteuerung (kreis_id, reihe_id, rang, bezeichnung, bedarf, gueltig_ab)
        values (${kreis}, gen_random_uuid(), 5, ${satz}, 'komplex', '2023-01-01')`,
    );
    const lebensbereich = ['gesundheit', 'wohnen', 'arbeit'];
    expect((await propose({ lebensbereich })).traeger).toEqual([
      { traegerId: traeger.alpha, standortId: null, grund: 'kommune', satz },
    ]);
    expect((await get(await record({ lebensbereich }))).zustaendigGrund).toBe(satz);
    const query = `am=2023-03-01&kommune=${kommune.norden}&bedarf=komplex`;
    const probe = (await app.as('casemanager').get(`/kreis/${kreis}/zusteuerung_probe?${query}`)).body;
    expect([probe.ziel[0].id, probe.regel.bezeichnung]).toEqual([traeger.alpha, satz]);
    await arrange(app, sql`delete from zusteuerung where bezeichnung = ${satz}`);
  });

  test('recorded for the responsible Träger, it is there with its reason and a message, and no longer here', async () => {
    const reply = await send({
      wohnform: 'uebergangswohnung',
      traegerId: traeger.beta,
      standortId: standort,
    });
    expect(reply.body.eigen).toBe(false);
    expect((await list()).anfrage).toEqual([]);
    expect((await get(reply.body.anfrageId)).code).toBe('nicht-gefunden');
    expect(await get(reply.body.anfrageId, 'casemanagerBeta')).toMatchObject({
      zustaendigGrund: 'Städtische Übergangswohnung: Team Beta',
      standortId: standort,
    });
    const inbox = await look(
      app,
      sql<{ konto_id: string; art: string }>`select konto_id, art from nachricht`,
    );
    expect(inbox).toEqual([{ konto_id: app.konto.casemanagerBeta, art: 'anfrage.eingegangen' }]);
  });
});

describe('the list', () => {
  test('nearest deadline first, overdue marked, each tab counted; mine and those of nobody', async () => {
    await record({ eingegangenAm: '2023-03-08' });
    await record({ eingegangenAm: '2023-02-01' });
    await record({ eingegangenAm: '2023-03-09', dringlich: true, uebernehmen: true });
    await act(await record(), 'abschluss', {
      fassung: 1,
      ausgang: 'zurueckgezogen',
      am: '2023-03-05',
      stelleId: null,
      ergebnis: null,
    });
    const all = await list();
    expect(all.zahl).toEqual({ offen: 3, in_beratung: 0, warteliste: 0, abgeschlossen: 1 });
    expect(all.ueberfaellig).toBe(1);
    expect(
      all.anfrage.map((each: { fristAm: string; ueberfaellig: boolean }) => [
        each.fristAm,
        each.ueberfaellig,
      ]),
    ).toEqual([
      ['2023-02-15', true],
      ['2023-03-13', false],
      ['2023-03-22', false],
    ]);
    expect((await list('?wer=meine')).zahl).toMatchObject({ offen: 1, abgeschlossen: 0 });
    expect((await list('?wer=frei')).zahl).toMatchObject({ offen: 2, abgeschlossen: 1 });
    expect((await list('?stand=abgeschlossen')).anfrage).toHaveLength(1);
  });

  test('the team sees its Anfragen, the Koordination those of its region, read only; nobody else', async () => {
    const id = await record();
    const seen = async (by: ActorName) => (await app.as(by).get(path(`/${id}`))).status;
    expect(await seen('kollegin')).toBe(200);
    expect(await seen('koordinationNorden')).toBe(200);
    for (const by of [
      'koordinationSueden',
      'casemanagerBeta',
      'verwaltungsassistenz',
      'nachbarKoordination',
    ] as const)
      expect([by, await seen(by)]).toEqual([by, 404]);
    expect((await get(id, 'koordination')).abilities).toEqual({ changeAnfrage: false });
    expect((await act(id, 'casemanager', { fassung: 1 }, 'koordination')).status).toBe(404);
    expect((await send({}, 'koordination')).status).toBe(404);
    expect((await list('', 'koordinationSueden')).anfrage).toEqual([]);
  });
});

describe('where it goes', () => {
  test('taken over by one, on the version that was seen', async () => {
    const id = await record();
    expect((await act(id, 'casemanager', { fassung: 1 })).body).toEqual({ fassung: 2 });
    expect((await act(id, 'casemanager', { fassung: 1 }, 'kollegin')).body.code).toBe(
      'gleichzeitig-geaendert',
    );
    expect((await get(id)).casemanagerId).toBe(app.konto.casemanager);
  });

  test('M98 M99 passed on by agreement: ends here, begins there with the same day and deadline, and is told', async () => {
    const id = await record({ dringlich: true, lebensbereich: ['wohnen', 'arbeit'] });
    const before = await get(id);
    const target = { fassung: 1, traegerId: traeger.beta, standortId: null };
    expect((await act(id, 'weiterleitung', target)).status).toBe(422);
    const reply = await act(id, 'weiterleitung', { ...target, absprache: 'gemeinsamer_termin' });
    expect(reply.status).toBe(201);
    expect(await get(id)).toMatchObject({ stand: 'abgeschlossen', ausgang: 'weitergeleitet', folge: [] });
    const there = await get(reply.body.anfrageId, 'casemanagerBeta');
    expect(there).toMatchObject({
      stand: 'offen',
      casemanagerId: null,
      eingegangenAm: before.eingegangenAm,
      fristAm: before.fristAm,
      dringlich: true,
      lebensbereich: ['wohnen', 'arbeit'],
      zustaendigGrund: 'weitergeleitet',
    });
    const [inbox] = await look(
      app,
      sql<{ konto_id: string; art: string; daten: object }>`select * from nachricht`,
    );
    expect(inbox).toMatchObject({
      konto_id: app.konto.casemanagerBeta,
      art: 'anfrage.weitergeleitet',
      daten: { nummer: there.nummer, absprache: 'gemeinsamer_termin', vonTraegerId: traeger.alpha },
    });
    expect((await act(id, 'casemanager', { fassung: 2 })).body.code).toBe('anfrage-abgeschlossen');
  });

  const verweis = {
    fassung: 1,
    ausgang: 'verwiesen',
    am: '2023-03-05',
    stelleId: stelle.wohnen,
    ergebnis: 'information',
  };

  test('M21 M98 M135 a Verweis names the office and is counted for the month and the Träger', async () => {
    const id = await record();
    expect((await act(id, 'abschluss', { ...verweis, stelleId: null })).body.code).toBe('stelle-fehlt');
    expect((await act(id, 'abschluss', { ...verweis, ergebnis: null })).body.code).toBe('ergebnis-fehlt');
    expect((await act(id, 'abschluss', { ...verweis, am: '2023-02-01' })).body.code).toBe(
      'datum-vor-eingang',
    );
    expect((await act(id, 'abschluss', verweis)).body).toEqual({ fassung: 2 });
    expect(await get(id)).toMatchObject({
      ausgang: 'verwiesen',
      verwiesenAn: stelle.wohnen,
      tiefe: 'verweis',
    });
    const { body } = await app
      .as('koordination')
      .get(`/kreis/${kreis}/auswertung/kontakte?von=2023-03&bis=2023-03`);
    expect(body.kontakte).toEqual([
      expect.objectContaining({ monat: '2023-03', gesamt: 1, traeger: { Alpha: 1, Beta: 0 } }),
    ]);
  });

  test('M135 a talk that ends in a Verweis on the same day counts once, with the Ergebnis of the Verweis', async () => {
    const id = await record();
    await arrange(
      app,
      sql`insert into sonstiger_kontakt (kreis_id, traeger_id, am, lebensbereich, anfrage_id, dauer_minuten)
        values (${kreis}, ${traeger.alpha}, ${verweis.am}, '{wohnen}', ${id}, 40)`,
    );
    expect((await act(id, 'abschluss', verweis)).body).toEqual({ fassung: 2 });
    const counted = await look(
      app,
      sql`select ergebnis, dauer_minuten as dauer, fassung from sonstiger_kontakt where ersetzt_am is null`,
    );
    expect(counted).toEqual([{ ergebnis: 'information', dauer: 40, fassung: 2 }]);
  });

  test('M101 when the office has no capacity, the same person is taken in again without retyping', async () => {
    const id = await record({ keinFall: ['wohnungssuche'] });
    expect((await act(id, 'folge')).body.code).toBe('anfrage-offen');
    await act(id, 'abschluss', verweis);
    const { body } = await act(id, 'folge');
    expect(await get(body.anfrageId)).toMatchObject({
      stand: 'offen',
      zugang: 'schule',
      sprache: 'ara',
      keinFall: ['wohnungssuche'],
      eingegangenAm: '2023-03-10',
      fristAm: '2023-03-24',
      vorige: { id },
    });
    expect((await get(id)).folge).toEqual([{ id: body.anfrageId, nummer: body.nummer }]);
  });

  test.each(['erledigt', 'nicht_erschienen', 'zurueckgezogen'])(
    'M90 ends as %s without being counted',
    async (ausgang) => {
      const id = await record();
      const end = { ...verweis, ausgang, stelleId: null, ergebnis: null };
      expect((await act(id, 'abschluss', end)).status).toBe(200);
      expect(await get(id)).toMatchObject({ ausgang, abgeschlossenAm: '2023-03-05', kontakt: [] });
    },
  );
});
