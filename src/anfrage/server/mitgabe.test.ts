import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { insertCase } from '#test/support/relation.ts';

let app: TestApp;
let anfrageId: string;
let personId: string;
const heute = '2023-06-30';

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T10:00:00Z`) });
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from nachricht`);
  const made = await insertCase(app, 'eigen');
  ({ anfrageId, personId } = made);
  // A named person who has no case yet, as after a signed consent in counselling at the ABH.
  await arrange(app, sql`delete from fall where id = ${made.fallId}`);
  await arrange(app, sql`update anfrage set person_id = ${personId}, fall_id = null where id = ${anfrageId}`);
  await app.as('casemanager').send('PUT', `/kreis/${kreis}/anfrage/${anfrageId}/erstberatung`, bogen);
});

const bogen = {
  fassung: 0,
  am: '2023-06-20',
  dauerMinuten: 50,
  dolmetschen: 'professionell',
  geklaert: false,
  einschaetzung: {
    bereich: [{ code: 'wohnen', bewertung: 'bedarf', helfer: [] }],
    institutionen: null,
    sprache: 'ara',
    schwereCode: null,
  },
  angaben: {
    anliegen: 'Kündigung der Wohnung',
    wunsch: 'Am Wohnort weiter beraten werden',
    haushalt: null,
    aufenthalt: null,
    einreise: null,
    leistungsbezug: null,
    rechtskreis: [],
    sprachen: ['ara'],
    deutsch: null,
    dolmetschbedarf: true,
    hinweis: [],
    potential: { sprachlich: '', sozial: '', wirtschaftlich: '' },
    gefaehrdung: null,
    schwereGrund: '',
    abweichung: '',
  },
  entscheidung: null,
  abweichungCode: null,
};

async function pass(zustimmungAm: string | null, by: ActorName = 'casemanager') {
  const rows = await look(app, sql<{ fassung: number }>`select fassung from anfrage where id = ${anfrageId}`);
  return app.as(by).send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/weiterleitung`, {
    fassung: rows[0]?.fassung,
    traegerId: traeger.beta,
    standortId: null,
    absprache: 'gemeinsamer_termin',
    zustimmungAm,
  });
}

const screening = (by: ActorName, id: string) => app.as(by).get(`/kreis/${kreis}/anfrage/${id}/erstberatung`);

test('M198 on the wish of the person her file and the Screening-Bogen go to the case manager at her place', async () => {
  const reply = await pass('2023-06-28');
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  const { body } = await screening('casemanagerBeta', reply.body.anfrageId);
  expect(body.benannt).toBe(true);
  // A beginning, not a copy: counted stays the talk that took place.
  expect(body.erstberatung).toMatchObject({
    fassung: 0,
    entscheidung: null,
    angaben: { anliegen: 'Kündigung der Wohnung', wunsch: 'Am Wohnort weiter beraten werden' },
  });
  const talks = await look(
    app,
    sql<{ traeger_id: string }>`select traeger_id from erstberatung where person_id = ${personId}`,
  );
  expect(talks).toEqual([{ traeger_id: traeger.alpha }]);
  for (const by of ['casemanager', 'kollegin'] as const) {
    expect((await screening(by, anfrageId)).status).toBe(404);
  }
  const told = await look(app, sql<{ art: string; konto_id: string }>`select art, konto_id from nachricht`);
  expect(told).toEqual([{ art: 'anfrage.weitergeleitet', konto_id: app.konto.casemanagerBeta }]);
});

test('M198 without the wish name and sheet stay, and the other Träger begins without', async () => {
  const reply = await pass(null);
  expect(reply.status).toBe(201);
  const there = await screening('casemanagerBeta', reply.body.anfrageId);
  expect(there.body).toMatchObject({ benannt: false, erstberatung: null });
  expect((await screening('casemanager', anfrageId)).body.erstberatung.fassung).toBe(1);
});

test('M198 nothing goes without a consent that holds, ahead of time, or past a case', async () => {
  expect((await pass('2023-07-01')).body.felder[0].code).toBe('datum-in-zukunft');
  await arrange(app, sql`update einwilligung set ablauf_am = '2023-06-01' where person_id = ${personId}`);
  expect((await pass('2023-06-28')).body.felder[0].code).toBe('einwilligung-fehlt');
  await arrange(app, sql`update anfrage set person_id = null where id = ${anfrageId}`);
  expect((await pass('2023-06-28')).body.felder[0].code).toBe('einwilligung-fehlt');
  const made = await insertCase(app, 'eigen');
  await arrange(app, sql`update anfrage set person_id = ${made.personId} where id = ${anfrageId}`);
  expect((await pass('2023-06-28')).body.felder[0].code).toBe('fall-besteht');
});
