import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { insertAnfrage, releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
});
afterAll(() => app.close());

const get = (path: string, by: ActorName = 'casemanager') => app.as(by).get(`/kreis/${kreis}/papier/${path}`);

const einschaetzung = {
  bereich: [
    { code: 'wohnen', bewertung: 'schwer', helfer: ['ehrenamt'] },
    { code: 'arbeit', bewertung: 'bedarf', helfer: [] },
  ],
  institutionen: 2,
  sprache: 'ara',
  schwereCode: 'wohnungsverlust',
};
const angaben = {
  anliegen: 'Kündigung zum Monatsende',
  wunsch: 'In Ruhe wohnen',
  haushalt: { personen: 4, kinder: 2 },
  aufenthalt: { titel: 'GESTATTUNG', laeuftAbAm: '2199-09-30', verlaengerung: false, gruppe: null },
  einreise: '2022-11',
  leistungsbezug: 'asylblg',
  rechtskreis: [],
  sprachen: ['ara'],
  deutsch: 'a2',
  dolmetschbedarf: true,
  hinweis: ['mietschulden'],
  potential: { sprachlich: 'lernt schnell', sozial: '', wirtschaftlich: '' },
  gefaehrdung: 2,
  schwereGrund: 'Räumung droht',
  abweichung: '',
};

/** An Anfrage with its sheet as the case manager saves it; with a consent everything is asked. */
async function sheet(named: boolean): Promise<{ anfrageId: string; personId: string | null }> {
  const anfrageId = await insertAnfrage(app);
  const as = app.as('casemanager');
  let personId: string | null = null;
  if (named) {
    const { body: bogen } = await as.get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen`);
    const shown = ({ vordruckId, pruefwert }: { vordruckId: string; pruefwert: string }) => ({
      vordruckId,
      pruefwert,
    });
    const given = await as.send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/einwilligung`, {
      familienname: 'Okonkwo',
      vorname: 'Chidi',
      geburtsdatum: '1990-01-02',
      nameOriginal: '',
      am: today(),
      sprache: 'deu',
      text: shown(bogen.einwilligung),
      zweck: ['dokumentation'],
      datenschutzinformation: { ...shown(bogen.datenschutzinformation), ausgehaendigt: true },
      dolmetschen: 'kein',
      vertretung: [],
      gemeinsam: false,
      unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
    });
    expect([given.status, given.body.code]).toEqual([201, undefined]);
    personId = given.body.personId;
  }
  const saved = await as.send('PUT', `/kreis/${kreis}/anfrage/${anfrageId}/erstberatung`, {
    fassung: 0,
    am: today(),
    dauerMinuten: 45,
    dolmetschen: 'professionell',
    geklaert: false,
    einschaetzung,
    angaben: named ? angaben : null,
    entscheidung: null,
    abweichungCode: null,
  });
  expect([saved.status, saved.body?.code]).toEqual([200, undefined]);
  return { anfrageId, personId };
}

test('M124 the blank sheet asks the Lebensbereiche of the Kreis, for the pen, in German and English', async () => {
  const pdf = await readPdf((await get('screening')).bytes);
  expect(pdf.title).toBe('Screening-Bogen der Erstberatung');
  for (const words of [
    'Anliegen',
    'Wohnen',
    'Arbeit',
    'Gesundheit',
    'kein Bedarf',
    'Aufenthaltstitel',
    'Ergebnis',
  ])
    expect(pdf.text).toContain(words);
  expect(pdf.alternatives).not.toContain('angekreuzt');
  expect(pdf.text).not.toMatch(/Gef[äa]hr/);
  expect(pdf.roles).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']));
  const english = await readPdf((await get('screening?sprache=en', 'koordination')).bytes);
  expect([english.language, english.title]).toEqual(['en', 'Screening sheet of the first talk']);
});

test('M124 the filled sheet shows what was said, without the name and without the risk estimate', async () => {
  const { anfrageId, personId } = await sheet(true);
  const reply = await get(`screening/${anfrageId}`);
  const { text, alternatives } = await readPdf(reply.bytes);
  for (const words of [
    'Kündigung zum Monatsende',
    'In Ruhe wohnen',
    'Aufenthaltsgestattung',
    '30.09.2199',
    '11.2022',
    'AsylbLG',
    'Arabisch',
    'Mietschulden',
    'Räumung droht',
    'professionell',
  ])
    expect(text).toContain(words);
  expect(alternatives.filter((words) => words === 'angekreuzt').length).toBe(3);
  expect(text).not.toMatch(/Gef[äa]hr|Aachen|Okonkwo|Chidi/);
  const rows = await look(
    app,
    sql`select vorgang from lesezugriff where ${personId}::uuid = any (person_id) and vorgang like 'papier.%'`,
  );
  expect(rows).toEqual([{ vorgang: 'papier.screening' }]);
});

test('M124 without a consent the sheet shows the ratings and leaves the rest to the pen', async () => {
  const { anfrageId } = await sheet(false);
  const { text } = await readPdf((await get(`screening/${anfrageId}?sprache=en`)).bytes);
  expect(text).toContain('volunteers');
  expect(text).not.toContain('Räumung');
});

test('before the talk the sheet of an Anfrage is blank and bears its number', async () => {
  const anfrageId = await insertAnfrage(app);
  const [row] = await look(app, sql<{ nummer: string }>`select nummer from anfrage where id = ${anfrageId}`);
  const { text, alternatives } = await readPdf((await get(`screening/${anfrageId}`)).bytes);
  expect(text).toContain(row!.nummer);
  expect(alternatives).not.toContain('angekreuzt');
});

test('the sheet is for the team that may read the person', async () => {
  const { anfrageId } = await sheet(true);
  for (const name of ['kollegin', 'casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const)
    expect((await get(`screening/${anfrageId}`, name)).status).toBe(404);
});
