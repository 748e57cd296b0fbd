import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

const heute = '2023-06-30';
let app: TestApp;
let fallId: string;

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T10:00:00Z`) });
  await arrange(
    app,
    sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam, gueltig_ab)
      select kreis_id, liste, c, c, c, c, gueltig_ab from codeliste,
        unnest(array['nicht_gewuenscht', 'mitwirkung', 'rueckkehr', 'kein_kontakt']) c
      where kreis_id = ${kreis} and liste = 'abschlussgrund' and code = 'umzug'`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}${rest}`;
const get = async () => (await app.as('casemanager').get(path())).body;
const gespraech = {
  gespraech: 'gemeinsam',
  gespraechAm: '2023-06-28',
  keinGrund: null,
  rueckblick: 'Eigene Wohnung, Arbeit in Aussicht.',
  naechsterSchritt: 'Meldet sich bei Fragen.',
  schritteBeenden: false,
};
const close = async (changes: object = {}, abschluss: object | null = gespraech) =>
  app.as('casemanager').send('POST', path('/status'), {
    fassung: (await get()).fassung,
    status: 'abgeschlossen',
    ab: heute,
    grund: 'bearbeitet',
    begruendung: '',
    ...changes,
    ...(abschluss === null ? {} : { abschluss }),
  });

async function addZiel(): Promise<void> {
  const added = await app.as('casemanager').send('POST', path('/hilfeplan/ziel'), {
    lebensbereich: 'wohnen',
    text: 'Eigene Wohnung finden',
    worte: '',
    indikator: 'Mietvertrag',
    prioritaet: 1,
    bisWann: null,
    schritt: [
      {
        id: randomUUID(),
        text: 'Wohngeld beantragen',
        akteur: 'klient',
        stelleId: null,
        dritte: '',
        faelligAm: '2023-06-01',
      },
    ],
  });
  expect(added.status).toBe(201);
}

test.each(['bearbeitet', 'nicht_gewuenscht', 'mitwirkung', 'umzug', 'rueckkehr', 'kein_kontakt'])(
  'M189 M190 M191 M192 a case is closed because of: %s',
  async (grund) => {
    expect((await close({ grund })).status).toBe(200);
    expect(await get()).toMatchObject({ status: 'abgeschlossen', statusGrund: grund });
  },
);

test('a reason that is not of the list closes nothing', async () => {
  const refused = await close({ grund: 'keine_lust' });
  expect(refused.body.felder).toMatchObject([{ instance: '/grund', code: 'code-unbekannt' }]);
  expect((await get()).status).toBe('ruhend');
});

test('M193 M176 the closing talk, what was achieved and what comes next are kept, its words sealed', async () => {
  expect((await close()).status).toBe(200);
  expect((await get()).ueberblick.abschluss).toEqual([
    {
      am: heute,
      grund: 'bearbeitet',
      gespraech: 'gemeinsam',
      gespraechAm: '2023-06-28',
      keinGrund: null,
      zieleErreicht: 0,
      zieleGesamt: 0,
      rueckblick: gespraech.rueckblick,
      naechsterSchritt: gespraech.naechsterSchritt,
    },
  ]);
  const rows = await look<{ text: string }>(
    app,
    sql`select encode(rueckblick_siegel, 'escape') as text from abschluss where fall_id = ${fallId}`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).not.toContain('Wohnung');
});

test('a case with open steps stays open until they are ended on purpose; then they count as dropped', async () => {
  await addZiel();
  for (const answer of [await close(), await close({}, null)]) {
    expect(answer.body.felder).toMatchObject([
      { instance: '/abschluss/schritteBeenden', code: 'schritte-offen' },
    ]);
  }
  expect(await get()).toMatchObject({
    status: 'ruhend',
    ueberblick: {
      plan: { schritteOffen: 1 },
      schritt: [{ text: 'Wohngeld beantragen', faelligAm: '2023-06-01' }],
    },
  });
  expect((await close({}, { ...gespraech, schritteBeenden: true })).status).toBe(200);
  expect(await get()).toMatchObject({
    status: 'abgeschlossen',
    ueberblick: { plan: { schritteOffen: 0 }, abschluss: [{ zieleGesamt: 1, zieleErreicht: 0 }] },
  });
});

test('M194 a case that comes back is a new episode; the closure of the old one stays in the file', async () => {
  await close({ ab: '2023-06-20' }, { ...gespraech, gespraechAm: '2023-06-19' });
  const back = await app.as('casemanager').send('POST', path('/status'), {
    fassung: (await get()).fassung,
    status: 'aktiv',
    ab: '2023-06-25',
    grund: null,
    begruendung: '',
  });
  expect(back.status).toBe(200);
  const fall = await get();
  expect(fall.episode).toMatchObject([
    { bis: '2023-06-20', grund: 'bearbeitet' },
    { ab: '2023-06-25', bis: null },
  ]);
  expect(fall.ueberblick.abschluss).toHaveLength(1);
  const verlauf = await app.as('casemanager').get(path('/verlauf'));
  expect(verlauf.body.map((each: { art: string }) => each.art)).toContain('abschluss');
});

test('M156 the path of a case and what is open are for those who work on it; the Koordination sees neither', async () => {
  await addZiel();
  const eigen = await get();
  expect(eigen.ueberblick.pfad.phase.map((each: { phase: string }) => each.phase)).toEqual([
    'zugang',
    'erstberatung',
    'assessment',
    'hilfeplan',
    'vermittlung',
    'monitoring',
    're_assessment',
    'abschluss',
  ]);
  const ko = await app.as('koordination').get(path());
  expect(ko.status).toBe(200);
  expect(ko.body.ueberblick).toBeNull();
  const verlauf = await app.as('koordination').get(path('/verlauf'));
  expect(verlauf.body.map((each: { art: string }) => each.art)).not.toContain('ziel');
});
