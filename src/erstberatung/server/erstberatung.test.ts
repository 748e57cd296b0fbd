import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, nachbar, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { insertCase } from '#test/support/relation.ts';
import { consentFor } from '#test/support/zugang.ts';

let app: TestApp;
let anfrageId: string;
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-06-30T10:00:00Z') });
  const codes = ['sgb_ii', 'asylblg', 'aufenthg'].map((code) => ['rechtskreis', code]);
  for (const [liste, code] of [
    ...codes,
    ['aufenthaltsgruppe', 'geduldet'],
    ['aufenthaltsgruppe', 'gestattet_sicher'],
  ]) {
    await arrange(
      app,
      sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
        values (${kreis}, ${liste}, ${code}, ${code}, ${code}, ${code}) on conflict do nothing`,
    );
  }
});
afterAll(() => app.close());

async function makeAnfrage(kreisId: string = kreis, traegerId: string = traeger.alpha): Promise<string> {
  const [row] = await look(
    app,
    sql<{
      id: string;
    }>`insert into anfrage (kreis_id, nummer, traeger_id, eingegangen_am, frist_am, kommune_id)
      values (${kreisId}, ${`A-${Math.random()}`}, ${traegerId}, '2023-06-01', '2023-06-15',
        ${kreisId === kreis ? kommune.norden : kommune.nachbar}) returning id`,
  );
  return row!.id;
}

/** Makes the Anfrage one of a named person, as a signed consent does. */
async function name(): Promise<string> {
  const { personId } = await insertCase(app, 'eigen');
  await arrange(app, sql`update anfrage set person_id = ${personId} where id = ${anfrageId}`);
  return personId;
}

beforeEach(async () => {
  anfrageId = await makeAnfrage();
});

type Bewertung = 'kein' | 'bedarf' | 'schwer' | 'offen';
function bereich(wohnen: Bewertung, arbeit: Bewertung, gesundheit: Bewertung, helfer: string[] = []) {
  return [
    { code: 'wohnen', bewertung: wohnen, helfer },
    { code: 'arbeit', bewertung: arbeit, helfer: [] },
    { code: 'gesundheit', bewertung: gesundheit, helfer: [] },
  ];
}

const einschaetzung = {
  bereich: bereich('bedarf', 'bedarf', 'kein', ['ehrenamt', 'behoerde']),
  institutionen: null,
  sprache: 'ara',
  schwereCode: null,
};
const bogen = {
  fassung: 0,
  am: '2023-06-20',
  dauerMinuten: 50,
  dolmetschen: 'professionell',
  geklaert: false,
  einschaetzung,
  angaben: null,
  entscheidung: null,
  abweichungCode: null,
};
const angaben = {
  anliegen: 'Kündigung der Wohnung',
  wunsch: 'Ich möchte in der Stadt bleiben',
  haushalt: { personen: 4, kinder: 2 },
  aufenthalt: { titel: 'DULDUNG_60A_2_1', laeuftAbAm: '2023-09-01', verlaengerung: false, gruppe: null },
  einreise: '2021-11',
  leistungsbezug: 'asylblg',
  rechtskreis: ['asylblg', 'aufenthg'],
  sprachen: ['ara', 'kmr'],
  deutsch: 'alphabetisierung',
  dolmetschbedarf: true,
  hinweis: ['mietschulden', 'kennt_hilfe_nicht'],
  potential: { sprachlich: 'lernt schnell', sozial: 'Nachbarschaft', wirtschaftlich: 'gelernte Schneiderin' },
  gefaehrdung: 1,
  schwereGrund: '',
  abweichung: '',
};

const path = () => `/kreis/${kreis}/anfrage/${anfrageId}/erstberatung`;
const save = (changed: object = {}, by: By = 'casemanager') =>
  app.as(by).send('PUT', path(), { ...bogen, ...changed });
const saveNamed = (changed: object = {}, rest: object = {}) =>
  save({ angaben: { ...angaben, ...changed }, ...rest });
const get = async (by: By = 'casemanager') => app.as(by).get(path());
const merkmale = (personId: string) =>
  look(
    app,
    sql<{ merkmal: string; wert: string; laeuft: string | null; ab: string; bis: string | null }>`
      select merkmal, wert, laeuft_ab_am as laeuft, gueltig_ab as ab, gueltig_bis as bis from person_merkmal
      where person_id = ${personId} and ersetzt_am is null order by merkmal, gueltig_ab, wert`,
  );

describe('without consent', () => {
  test('M124 M125 M128 ratings, helpers and language are kept as codes, and two needs propose a Kurzberatung', async () => {
    const reply = await save();
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        fassung: 1,
        vorschlag: 'kurzberatung',
        vorschlagGrund: 'wenige_bedarfe',
        folgeterminBis: '2023-08-01',
      },
    ]);
    const { body } = await get();
    expect(body).toMatchObject({ benannt: false, lebensbereich: ['wohnen', 'arbeit'] });
    expect(body.erstberatung).toMatchObject({ am: '2023-06-20', einschaetzung, angaben: null });
    const third = await save({
      fassung: 1,
      einschaetzung: { ...einschaetzung, bereich: bereich('bedarf', 'bedarf', 'bedarf') },
    });
    expect(third.body).toMatchObject({
      fassung: 2,
      vorschlag: 'case_management',
      vorschlagGrund: 'schwelle',
    });
  });

  test('M110 an unsettled need has its follow-up within six weeks, a settled one has none', async () => {
    expect((await save()).body.folgeterminBis).toBe('2023-08-01');
    expect((await save({ fassung: 1, geklaert: true })).body.folgeterminBis).toBeNull();
  });

  test('no answer beyond codes is accepted, not even by hand', async () => {
    expect((await saveNamed()).body.code).toBe('einwilligung-fehlt');
    const text = await save({ einschaetzung: { ...einschaetzung, wunsch: 'Frau Haddad möchte' } });
    expect(text.status).toBe(422);
    expect(await look(app, sql`select 1 from erstberatung where anfrage_id = ${anfrageId}`)).toEqual([]);
  });

  test('M131 one severe area is enough only with its reason', async () => {
    const schwer = { ...einschaetzung, bereich: bereich('schwer', 'kein', 'kein') };
    const bare = await save({ einschaetzung: schwer });
    expect(bare.body.felder).toEqual([
      { instance: '/einschaetzung/schwereCode', code: 'schwere-grund-fehlt' },
    ]);
    const reply = await save({ einschaetzung: { ...schwer, schwereCode: 'wohnungsverlust' } });
    expect(reply.body).toMatchObject({ vorschlag: 'case_management', vorschlagGrund: 'schwere_ausnahme' });
  });

  test('the human decides; who differs from the proposal says why, and the depth follows from the day of the talk', async () => {
    const bare = await save({ entscheidung: 'case_management' });
    expect(bare.body.felder).toEqual([{ instance: '/abweichungCode', code: 'abweichung-grund-fehlt' }]);
    expect((await save({ entscheidung: 'case_management', abweichungCode: 'wunsch' })).status).toBe(200);
    const tiefe = await look(
      app,
      sql`select tiefe, gueltig_ab as ab from anfrage_tiefe where anfrage_id = ${anfrageId} and ersetzt_am is null`,
    );
    expect(tiefe).toEqual([{ tiefe: 'case_management', ab: '2023-06-20' }]);
  });

  test('M127 the talk is counted once as sonstiger Kontakt with its fields of action, also after a correction', async () => {
    await save();
    await save({
      fassung: 1,
      dauerMinuten: 60,
      einschaetzung: { ...einschaetzung, bereich: bereich('kein', 'bedarf', 'kein') },
    });
    const kontakte = await look(
      app,
      sql`select am, lebensbereich, dauer_minuten as dauer from sonstiger_kontakt
        where anfrage_id = ${anfrageId} and ersetzt_am is null`,
    );
    expect(kontakte).toEqual([{ am: '2023-06-20', lebensbereich: ['arbeit'], dauer: 60 }]);
    const [anfrage] = await look(app, sql`select stand, lebensbereich from anfrage where id = ${anfrageId}`);
    expect(anfrage).toEqual({ stand: 'in_beratung', lebensbereich: ['arbeit'] });
  });

  test('the signed consent moves the ratings under the seal', async () => {
    await save({ entscheidung: 'case_management', abweichungCode: 'wunsch' });
    await sealFor(await name());
    const [row] = await look(
      app,
      sql`select bedarf, abweichung_code as code, bogen_id is not null as sealed from erstberatung where anfrage_id = ${anfrageId}`,
    );
    expect(row).toEqual({ bedarf: null, code: null, sealed: true });
    const { erstberatung } = (await get()).body;
    expect(erstberatung).toMatchObject({
      fassung: 2,
      einschaetzung,
      abweichungCode: 'wunsch',
      angaben: null,
    });
    expect((await saveNamed({ abweichung: 'Wunsch der Familie' }, { fassung: 2 })).status).toBe(200);
    expect((await save({ fassung: 3 })).body.code).toBe('gleichzeitig-geaendert');
  });
});

async function sealFor(personId: string): Promise<void> {
  const { sealErstberatung } = await import('./name-person.ts');
  const { openPerson } = await import('./load.ts');
  await app.db.asKonto({ kreisId: kreis, kontoId: app.konto.casemanager }, {}, async (tx) => {
    const key = await openPerson(tx, app.deps, kreis, personId);
    expect(await sealErstberatung(tx, app.deps, kreis, anfrageId, personId, key)).toBe(true);
    expect(await sealErstberatung(tx, app.deps, kreis, anfrageId, personId, key)).toBe(false);
  });
}

describe('with consent', () => {
  test('M130 M141 wishes, triggers, potentials and the risk estimate lie sealed and come back to those who meet the person', async () => {
    await name();
    expect((await saveNamed()).status).toBe(200);
    expect((await get()).body.erstberatung).toMatchObject({ einschaetzung, angaben });
    const [row] = await look(
      app,
      sql`select to_jsonb(e)::text || (select encode(g.siegel, 'escape') from geheimtext g where g.id = e.bogen_id) as alles
        from erstberatung e where anfrage_id = ${anfrageId}`,
    );
    expect(row).not.toMatchObject({
      alles: expect.stringMatching(/Stadt bleiben|gefaehrdung|mietschulden|wohnen/),
    });
    expect(JSON.stringify(app.logLines)).not.toMatch(/Stadt bleiben/);
    for (const by of ['kollegin', 'koordination', 'traegerleitung'] as const) {
      expect((await get(by)).status).toBe(404);
    }
  });

  test('M9 M142 what is counted stands as facts with validity; ohne Angabe leaves no row', async () => {
    const personId = await name();
    await saveNamed({ leistungsbezug: null });
    const am = { laeuft: null, ab: '2023-06-20', bis: null };
    expect(await merkmale(personId)).toEqual([
      { merkmal: 'aufenthaltsgruppe', wert: 'geduldet', ...am },
      { merkmal: 'aufenthaltstitel', wert: 'DULDUNG_60A_2_1', ...am, laeuft: '2023-09-01' },
      { merkmal: 'deutsch', wert: 'alphabetisierung', ...am },
      { merkmal: 'einreise', wert: '2021-11', ...am },
      { merkmal: 'haushalt', wert: '4:2', ...am },
      { merkmal: 'rechtskreis', wert: 'asylblg', ...am },
      { merkmal: 'rechtskreis', wert: 'aufenthg', ...am },
      { merkmal: 'sprache', wert: 'ara', ...am },
      { merkmal: 'sprache', wert: 'kmr', ...am },
    ]);
    await saveNamed({}, { fassung: 1 });
    expect(await merkmale(personId)).toContainEqual({ merkmal: 'leistungsbezug', wert: 'asylblg', ...am });
  });

  test('an expired title is refused at its field, unless the extension was applied for: then it goes on as Fiktion', async () => {
    const personId = await name();
    const alt = { ...angaben.aufenthalt, laeuftAbAm: '2023-06-19' };
    const refused = await saveNamed({ aufenthalt: alt });
    expect([refused.status, refused.body.felder]).toEqual([
      422,
      [{ instance: '/angaben/aufenthalt/laeuftAbAm', code: 'titel-abgelaufen' }],
    ]);
    await saveNamed({ aufenthalt: { ...alt, verlaengerung: true } });
    expect(await merkmale(personId)).toContainEqual({
      merkmal: 'aufenthaltstitel',
      wert: 'FIKTION_81_4',
      laeuft: null,
      ab: '2023-06-20',
      bis: null,
    });
  });

  test.each([
    ['a talk tomorrow', {}, { am: '2023-07-01' }, '/am', 'datum-in-zukunft'],
    ['a talk before the Anfrage', {}, { am: '2023-05-31' }, '/am', 'datum-vor-eingang'],
    ['a day that does not exist', {}, { am: '2023-06-31' }, '/am', 'datum-ungueltig'],
    ['entry next month', { einreise: '2023-07' }, {}, '/angaben/einreise', 'einreise-in-zukunft'],
    ['entry in a thirteenth month', { einreise: '2023-13' }, {}, '/angaben/einreise', 'monat-ungueltig'],
    [
      'more children than persons',
      { haushalt: { personen: 2, kinder: 3 } },
      {},
      '/angaben/haushalt/kinder',
      'kinder-mehr-als-personen',
    ],
    ['an unknown Rechtskreis', { rechtskreis: ['fliegen'] }, {}, '/angaben/rechtskreis', 'code-unbekannt'],
    [
      'a title that is none',
      { aufenthalt: { ...angaben.aufenthalt, titel: 'ILLEGAL' } },
      {},
      '/angaben/aufenthalt/titel',
      'code-unbekannt',
    ],
  ])('%s is refused at its field, and nothing is stored', async (_name, changed, rest, instance, code) => {
    await name();
    const reply = await saveNamed(changed, rest);
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
    expect((await get()).body.erstberatung).toBeNull();
  });

  test('M10 M126 at admission the case takes over Rechtskreise, group, benefits and areas, and shows the sheet', async () => {
    await consentFor(app, anfrageId, '2023-06-19');
    const titel = { ...angaben.aufenthalt, titel: 'GESTATTUNG', gruppe: 'gestattet_sicher' };
    await saveNamed({ aufenthalt: titel }, { entscheidung: 'kurzberatung' });
    const ab = '2023-06-25';
    const [stand] = await look(
      app,
      sql<{ fassung: number }>`select fassung from anfrage where id = ${anfrageId}`,
    );
    const admitted = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/aufnahme`, {
        fassung: stand!.fassung,
        aufgenommenAm: ab,
        kommuneId: kommune.norden,
        ortsteilId: null,
        zugang: 'schule',
        merkmal: { geschlecht: 'w', herkunftsland: 'sy', leistungsbezug: null, lebensbereich: [] },
        fokusgruppe: null,
        mitwirkung: true,
        bemerkung: '',
      });
    expect(admitted.status).toBe(201);
    const { fallId } = admitted.body;
    const rows = await look(
      app,
      sql`select merkmal, wert, gueltig_ab as ab from fall_merkmal where fall_id = ${fallId} and ersetzt_am is null
        and merkmal not in ('geschlecht', 'herkunftsland') order by 1, 2`,
    );
    expect(rows).toEqual([
      { merkmal: 'aufenthaltsgruppe', wert: 'gestattet_sicher', ab },
      { merkmal: 'lebensbereich', wert: 'arbeit', ab },
      { merkmal: 'lebensbereich', wert: 'wohnen', ab },
      { merkmal: 'leistungsbezug', wert: 'asylblg', ab },
      { merkmal: 'rechtskreis', wert: 'asylblg', ab },
      { merkmal: 'rechtskreis', wert: 'aufenthg', ab },
    ]);
    const sheets = () => app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}/erstberatung`);
    expect((await sheets()).body).toMatchObject([{ angaben: { gefaehrdung: 1, wunsch: angaben.wunsch } }]);
    expect((await app.as('koordination').get(`/kreis/${kreis}/fall/${fallId}/erstberatung`)).status).toBe(
      404,
    );
    expect((await saveNamed({}, { fassung: 1 })).body.code).toBe('anfrage-abgeschlossen');
  });

  test('two who save at once: the second is told, and nothing sealed stands in the refusal', async () => {
    await name();
    await saveNamed();
    const late = await saveNamed({ wunsch: 'Umziehen' }, { am: '2023-06-21' });
    expect([late.status, late.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
    expect(JSON.stringify(late.body)).not.toMatch(/Stadt bleiben|DULDUNG/);
  });

  test('a closed Anfrage keeps its sheet as it was', async () => {
    await save();
    await arrange(
      app,
      sql`update anfrage set stand = 'abgeschlossen', ausgang = 'erledigt', abgeschlossen_am = '2023-06-21' where id = ${anfrageId}`,
    );
    expect((await save({ fassung: 1 })).body.code).toBe('anfrage-abgeschlossen');
    expect((await get()).body.abilities).toEqual({ saveErstberatung: false });
  });
});

test('M20 M129 one sheet in every Kreis: same questions, own threshold and own condition of several institutions', async () => {
  await arrange(
    app,
    sql`insert into regel (kreis_id, schluessel, wert, gueltig_ab)
      values (${nachbar}, 'komplexer_fall', '{"lebensbereiche": 2, "mehrereInstitutionen": true, "schwereAusnahme": false}', '2020-01-01')`,
  );
  anfrageId = await makeAnfrage(nachbar, traeger.gamma);
  const there = (changed: object, fassung = 0) =>
    app.as('nachbarCasemanager').send('PUT', `/kreis/${nachbar}/anfrage/${anfrageId}/erstberatung`, {
      ...bogen,
      fassung,
      einschaetzung: { ...einschaetzung, ...changed },
    });
  expect((await there({})).body).toMatchObject({
    vorschlag: 'kurzberatung',
    vorschlagGrund: 'institutionen_fehlen',
  });
  expect((await there({ institutionen: 2 }, 1)).body).toMatchObject({ vorschlag: 'case_management' });
});
