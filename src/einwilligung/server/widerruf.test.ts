import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { asActor } from '#test/support/relation.ts';
import { insertAnfrage, insertStelle, releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
const ids = {
  anfrage: '',
  einwilligung: '',
  person: '',
  fall: '',
  stelle: '',
  entbindung: '',
  weitergabe: '',
  scan: '',
};
const name = /Zerbinetta|Quastenflosser|ዘርቢ/;
const person = () => `/kreis/${kreis}/person/${ids.person}`;
const cm = () => app.as('casemanager');

async function shownTexts() {
  const { body } = await cm().get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen`);
  const shown = (text: { vordruckId: string; pruefwert: string }) => ({
    vordruckId: text.vordruckId,
    pruefwert: text.pruefwert,
  });
  return {
    text: shown(body.einwilligung),
    datenschutzinformation: { ...shown(body.datenschutzinformation), ausgehaendigt: true },
    entbindung: shown(body.entbindung),
  };
}

function einwilligungOf(
  { text, datenschutzinformation }: Awaited<ReturnType<typeof shownTexts>>,
  form = 'papier',
) {
  return {
    am: today(),
    sprache: 'deu',
    text,
    zweck: ['dokumentation', 'uebergabe'],
    datenschutzinformation,
    dolmetschen: 'kein',
    vertretung: [],
    gemeinsam: false,
    unterschrift: [{ rolle: 'klient', form, strich: form === 'papier' ? [] : strich }],
  };
}

/** Values for the {words} of an address and for its query; the rest leads nowhere. */
const filled = (): Readonly<Record<string, string>> => ({
  kreisId: kreis,
  traegerId: traeger.alpha,
  personId: ids.person,
  fallId: ids.fall,
  anfrageId: ids.anfrage,
  einwilligungId: ids.einwilligung,
  entbindungId: ids.entbindung,
  unterschriftId: ids.scan,
  stichtag: today(),
  stand: 'alle',
  von: today(),
  bis: today(),
});

/** Searches that travel in a body. */
const searches: Readonly<Record<string, () => unknown>> = {
  searchFall: () => ({ suche: 'Quastenflosser' }),
  searchAkte: () => ({ text: 'Quastenflosser' }),
  searchDublette: () => ({
    traegerId: traeger.alpha,
    familienname: 'Quastenflosser',
    vorname: 'Zerbinetta',
    geburtsdatum: '1990-09-09',
  }),
  previewUebergabe: () => ({
    fallIds: [ids.fall],
    anTraegerId: traeger.beta,
    casemanagerId: null,
    wirksamAm: today(),
    grund: 'umzug',
    zustimmungAm: today(),
  }),
};

/** Every read of the whole interface (list, search, file, print, export, calendar …), also those that come later. */
async function revealed(): Promise<string[]> {
  const found: string[] = [];
  for (const [operation, endpoint] of Object.entries<Endpoint>(contract)) {
    const body = searches[operation]?.();
    if (endpoint.method !== 'GET' && body === undefined) continue;
    const path = endpoint.path.replaceAll(
      /\{(\w+)\}/g,
      (_all, word: string) => filled()[word] ?? randomUUID(),
    );
    const shape = endpoint.query instanceof z.ZodObject ? Object.keys(endpoint.query.shape) : [];
    const query = new URLSearchParams(shape.flatMap((key) => (filled()[key] ? [[key, filled()[key]!]] : [])));
    const reply =
      body === undefined ? await cm().get(`${path}?${query}`) : await cm().send('POST', path, body);
    if (reply.status >= 500) throw new Error(`${operation}: ${reply.status}`);
    const file = endpoint.file !== undefined && endpoint.reveals === 'person' && reply.status === 200;
    if (file || name.test(Buffer.from(reply.bytes).toString('utf8'))) found.push(operation);
  }
  const { link } = (await cm().send('POST', '/ich/kalender')).body;
  const feed = await app.nobody.get(new URL(link).pathname.replace('/api', ''));
  if (feed.status !== 200) throw new Error(`feed: ${feed.status}`);
  if (name.test(Buffer.from(feed.bytes).toString('utf8'))) found.push('getKalenderFeed');
  return found.toSorted();
}

beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
  ids.anfrage = await insertAnfrage(app);
  ids.stelle = await insertStelle(app, 'Jobcenter Norddorf');
  const texte = await shownTexts();
  const given = await cm().send('POST', `/kreis/${kreis}/anfrage/${ids.anfrage}/einwilligung`, {
    ...einwilligungOf(texte),
    familienname: 'Quastenflosser',
    vorname: 'Zerbinetta',
    geburtsdatum: '1990-09-09',
    nameOriginal: 'ዘርቢ',
  });
  if (given.status !== 201) throw new Error(JSON.stringify(given.body));
  ids.person = given.body.personId;
  ids.einwilligung = given.body.einwilligungId;
  ids.scan = given.body.unterschrift[0].id;
  await cm().send(
    'POST',
    `${person()}/unterschrift/${ids.scan}/scan`,
    Buffer.from('%PDF-1.7\nZerbinetta\nstartxref\n0\n%%EOF\n'),
  );
  // What the Anfrage needs to become a case is not the matter here.
  const [fall] = await look(
    app,
    sql<{ id: string }>`
    with f as (
      insert into fall (kreis_id, nummer, traeger_id, casemanager_id, person_id, kommune_id, aufgenommen_am)
      values (${kreis}, 'MU-7001', ${traeger.alpha}, ${app.konto.casemanager}, ${ids.person}, ${kommune.norden}, current_date - 3)
      returning *
    ), s as (
      insert into fall_status (kreis_id, fall_id, status, herkunft, gueltig_ab)
      select kreis_id, id, 'aktiv', 'aufnahme', aufgenommen_am from f
    ), z as (
      insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, gueltig_ab)
      select kreis_id, id, traeger_id, casemanager_id, 'aufnahme', aufgenommen_am from f
    ) select id from f`,
  );
  ids.fall = fall!.id;
  await cm().send('POST', `/kreis/${kreis}/fall/${ids.fall}/beratungskontakt`, {
    am: today(),
    qualifiziert: true,
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: 10,
    sprache: 'deu',
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz: 'Zerbinetta sucht eine Wohnung',
  });
  const entbindung = await cm().send('POST', `${person()}/entbindung`, {
    stelleId: ids.stelle,
    zweck: 'vermittlung',
    inhalt: ['wohnen', 'kontaktdaten'],
    richtung: 'an',
    am: today(),
    letzterTag: today(),
    sprache: 'deu',
    text: texte.entbindung,
    vertretungen: 0,
    unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
  });
  ids.entbindung = entbindung.body.entbindungId;
  const weitergabe = await cm().send('POST', `${person()}/weitergabe`, {
    stelleId: ids.stelle,
    zweck: 'vermittlung',
    inhalt: ['wohnen'],
    form: 'papier',
    text: 'Frau Zerbinetta Quastenflosser sucht eine Wohnung.',
  });
  ids.weitergabe = weitergabe.body.weitergabeId;
});
afterAll(() => app.close());

/** Rows that the runtime role reads past the application, table by table, then through the two functions. */
async function rowsAsApp(): Promise<number[]> {
  const tables = [
    'person',
    'einwilligung',
    'geheimtext',
    'entbindung',
    'weitergabe',
    'unterschrift',
    'aushaendigung',
    'anhang',
  ];
  const counted: number[] = [];
  for (const table of tables) {
    const column = table === 'person' ? 'id' : 'person_id';
    const rows = await asActor(app, 'casemanager', (tx) =>
      tx.all(sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${ids.person}`),
    );
    counted.push(rows.length);
  }
  const found = await asActor(app, 'casemanager', (tx) =>
    tx.all(sql`select 1 from person_suche('quastenflosser', 'kstnflsr', 10) where person_id = ${ids.person}`),
  );
  const akte = await asActor(app, 'casemanager', (tx) =>
    tx.all(sql`select 1 from fall_akte(${kreis}, ${ids.fall}, current_date, 30, true, 'probe') a
      where a.schluessel is not null or a.akte->>'familienname' is not null`),
  );
  return [...counted, found.length, akte.length];
}

describe('M151 withdrawal with a release in flight', () => {
  test('before it the name is where it is worked with', async () => {
    const worked = [
      'getFall',
      'getScan',
      'getTag',
      'listBeratungskontakt',
      'listEinwilligung',
      'listFall',
      'listWeitergabe',
      'printEinwilligung',
      'printEntbindung',
      'printScreening',
      'searchDublette',
      'searchFall',
    ];
    expect(await revealed()).toEqual(expect.arrayContaining(worked));
    expect((await rowsAsApp()).every((rows) => rows > 0)).toBe(true);
  });

  test('a day in the future or before the consent is refused at the field', async () => {
    for (const [am, code] of [
      ['2199-01-01', 'datum-in-zukunft'],
      ['2001-01-01', 'widerruf-vor-einwilligung'],
    ]) {
      const reply = await cm().send('POST', `${person()}/widerruf`, { am, grund: null });
      expect([reply.status, reply.body.felder]).toEqual([422, [{ instance: '/am', code }]]);
    }
    expect(
      (await app.as('kollegin').send('POST', `${person()}/widerruf`, { am: today(), grund: null })).status,
    ).toBe(404);
  });

  test('M151 it says what it stops, and stops it', async () => {
    const { body } = await cm().get(`${person()}/einwilligung`);
    expect(body.folgen).toEqual({ entbindungen: 1, weitergaben: 1 });
    const reply = await cm().send('POST', `${person()}/widerruf`, { am: today(), grund: null });
    expect([reply.status, reply.body]).toEqual([200, { entbindungen: 1, weitergaben: 1 }]);
    const [row] = await look(
      app,
      sql`select p.gesperrt_am is not null as gesperrt, e.widerrufen_am as entbindung, w.stand,
        (select count(*)::int from begleitungscode b where b.person_id = p.id) as codes
      from person p join entbindung e on e.person_id = p.id join weitergabe w on w.person_id = p.id
      where p.id = ${ids.person}`,
    );
    expect(row).toEqual({ gesperrt: true, entbindung: today(), stand: 'gestoppt', codes: 0 });
  });

  test('M151 no channel of the application shows the name any more', async () => {
    expect(await revealed()).toEqual([]);
  });

  test('M151 neither does the database tell the runtime role', async () => {
    expect(await rowsAsApp()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const uebergabe = await app.db.asKonto(
      { kreisId: kreis, kontoId: app.konto.koordination },
      { zweck: 'uebergabe', zweckKreis: kreis },
      (tx) => tx.all(sql`select 1 from person where id = ${ids.person}`),
    );
    expect(uebergabe).toEqual([]);
  });

  test('M151 what was prepared cannot leave, nothing new can be prepared or handed over', async () => {
    const gabe = await cm().send('POST', `${person()}/weitergabe/${ids.weitergabe}/gabe`);
    expect(gabe.status).toBe(404);
    const neu = await cm().send('POST', `${person()}/weitergabe`, {
      stelleId: ids.stelle,
      zweck: 'vermittlung',
      inhalt: ['wohnen'],
      form: 'papier',
      text: 'x',
    });
    expect(neu.status).toBe(404);
    const uebergabe = await app.as('koordination').send('POST', `/kreis/${kreis}/uebergabe`, {
      fallIds: [ids.fall],
      anTraegerId: traeger.beta,
      casemanagerId: null,
      wirksamAm: today(),
      grund: 'umzug',
      zustimmungAm: today(),
    });
    expect(uebergabe.status).toBe(409);
  });

  test('M151 M153 the Fallakte says so kindly, and the case still counts', async () => {
    const { body } = await cm().get(`/kreis/${kreis}/fall/${ids.fall}`);
    expect(body).toMatchObject({
      nummer: 'MU-7001',
      person: null,
      einwilligung: { personId: ids.person, widerrufenAm: today() },
      abilities: { changeFall: false, recordBeratungskontakt: false },
    });
    const verlauf = await cm().get(`/kreis/${kreis}/fall/${ids.fall}/verlauf`);
    expect(verlauf.body).toContainEqual(
      expect.objectContaining({ art: 'einwilligung', daten: { widerrufen: true }, ab: today() }),
    );
    const { body: zahlen } = await app
      .as('koordination')
      .get(`/kreis/${kreis}/auswertung/fallzahlen?stichtag=${today()}`);
    expect(JSON.stringify(zahlen)).toContain('"gesamt":1');
    expect(JSON.stringify(zahlen)).not.toMatch(name);
  });

  test('M151 a new signature unlocks, the withdrawn releases stay withdrawn', async () => {
    const reply = await cm().send(
      'POST',
      `${person()}/einwilligung`,
      einwilligungOf(await shownTexts(), 'bildschirm'),
    );
    expect(reply.status).toBe(201);
    const { body } = await cm().get(`${person()}/einwilligung`);
    expect(body.name).toBe('Zerbinetta Quastenflosser');
    expect(body.einwilligung.map((e: { widerrufenAm: string | null }) => e.widerrufenAm)).toEqual([
      null,
      today(),
    ]);
    expect((await cm().get(`${person()}/entbindung`)).body[0].stand).toBe('widerrufen');
    expect((await cm().get(`/kreis/${kreis}/fall/${ids.fall}`)).body.person.familienname).toBe(
      'Quastenflosser',
    );
  });

  test('where it is wished, the case is closed in the same step', async () => {
    const wrong = await cm().send('POST', `${person()}/widerruf`, { am: today(), grund: 'gibt_es_nicht' });
    expect(wrong.body.felder).toEqual([{ instance: '/grund', code: 'code-unbekannt' }]);
    const reply = await cm().send('POST', `${person()}/widerruf`, { am: today(), grund: 'bearbeitet' });
    expect(reply.status).toBe(200);
    expect((await cm().get(`/kreis/${kreis}/fall/${ids.fall}`)).body).toMatchObject({
      status: 'abgeschlossen',
      person: null,
    });
  });
});
