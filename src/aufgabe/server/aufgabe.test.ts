import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { closeCase, handOver, standIn } from '#test/support/arrange-fall.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readOffeneAufgaben } from './read-offene.ts';

let app: TestApp;
let fallId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from vertretung`);
  ({ fallId } = await app.admit());
});

const bald = addDays(today(), 3);
const aufgabe = { text: 'Rima zum Jobcenter begleiten', faelligAm: bald, zustaendigId: null };
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/aufgabe${rest}`;
const add = (changed: object = {}, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path(), { ...aufgabe, ...changed });
const list = (by: ActorName = 'casemanager') => app.as(by).get(path());
const setStand = (id: string, stand: string, fassung = 1, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path(`/${id}/stand`), { stand, fassung });

const offene = (name: ActorName) =>
  app.db.asKonto({ kreisId: kreis, kontoId: app.konto[name] }, {}, async (tx) => {
    const rows = await tx.all(readOffeneAufgaben(kreis, addDays(today(), 14)));
    return rows.filter((row) => row.fall_id === fallId).map((row) => row.faellig_am);
  });

test('M169 a task is kept sealed, ticked off with day and name, and opened again', async () => {
  const { aufgabeId } = (await add()).body;
  const [row] = await look(
    app,
    sql<{ siegel: Buffer }>`select text_siegel as siegel from aufgabe where id = ${aufgabeId}`,
  );
  expect(row!.siegel.toString('latin1')).not.toContain('Rima');
  expect((await setStand(aufgabeId, 'erledigt')).body).toEqual({ fassung: 2 });
  expect((await list()).body.aufgabe).toEqual([
    {
      ...aufgabe,
      id: aufgabeId,
      fassung: 2,
      zustaendigName: null,
      zustaendigArbeitet: true,
      stand: 'erledigt',
      erledigtAm: today(),
      erledigtVonName: 'Konto casemanager',
      herkunft: 'hand',
      vonName: 'Konto casemanager',
    },
  ]);
  const closed = await app.as('casemanager').send('PUT', path(`/${aufgabeId}`), { ...aufgabe, fassung: 2 });
  expect([closed.status, closed.body.code]).toEqual([409, 'aufgabe-zu']);
  await setStand(aufgabeId, 'offen', 2);
  expect((await list()).body.aufgabe[0]).toMatchObject({
    stand: 'offen',
    erledigtAm: null,
    erledigtVonName: null,
  });
});

test('M169 what presses stands at the top, what is done at the end', async () => {
  const text = (row: { text: string }) => row.text;
  const done = (await add({ text: 'erledigt' })).body.aufgabeId;
  await add({ text: 'ohne Frist', faelligAm: null });
  await add({ text: 'in zehn Tagen', faelligAm: addDays(today(), 10) });
  await add({ text: 'heute', faelligAm: today() });
  await setStand(done, 'entfallen');
  expect((await list()).body.aufgabe.map(text)).toEqual(['heute', 'in zehn Tagen', 'ohne Frist', 'erledigt']);
});

test('M169 a task goes to those who work on the case; the colleague is told in codes, in her inbox', async () => {
  const { kollegin } = app.konto;
  expect((await add({ zustaendigId: kollegin })).body.felder).toEqual([
    { instance: '/zustaendigId', code: 'zustaendig-fremd' },
  ]);
  await standIn(app, 'kollegin', 'casemanager');
  expect((await list()).body.team.map(({ id }: { id: string }) => id)).toEqual([
    app.konto.casemanager,
    kollegin,
  ]);
  const { aufgabeId } = (await add({ zustaendigId: kollegin })).body;
  const [nachricht] = (await app.as('kollegin').get(`/kreis/${kreis}/nachricht`)).body.nachricht;
  const [fall] = await look(app, sql<{ nummer: string }>`select nummer from fall where id = ${fallId}`);
  expect(nachricht).toMatchObject({
    art: 'aufgabe.uebertragen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { nummer: fall!.nummer, faelligAm: bald },
  });
  expect((await list('kollegin')).body.aufgabe[0]).toMatchObject({ id: aufgabeId, text: aufgabe.text });
  expect(await offene('kollegin')).toEqual([bald]);
  const stale = await app.as('casemanager').send('PUT', path(`/${aufgabeId}`), { ...aufgabe, fassung: 7 });
  expect(stale.body.daten).toEqual({
    aktuell: { fassung: 1, faelligAm: bald, zustaendigId: kollegin },
    geaendert: ['zustaendigId'],
  });
});

test('M169 after a hand-over tasks move with the case and nobody of the former Träger keeps them', async () => {
  await add({ zustaendigId: app.konto.casemanager });
  expect(await offene('casemanager')).toEqual([bald]);
  await handOver(app, fallId, 'casemanagerBeta');
  expect(await offene('casemanager')).toEqual([]);
  expect(await offene('casemanagerBeta')).toEqual([bald]);
  const { body } = await list('casemanagerBeta');
  expect(body.aufgabe[0]).toMatchObject({ text: aufgabe.text, zustaendigArbeitet: false });
  expect(body.traegerId).toBe(traeger.beta);
});

test('M399 the Koordination sees no task, a withdrawal hides them, a closed case is read only', async () => {
  const { aufgabeId } = (await add()).body;
  expect((await list('koordination')).status).toBe(404);
  expect(await offene('koordination')).toEqual([]);
  await closeCase(app, fallId);
  for (const reply of [await add(), await setStand(aufgabeId, 'erledigt')]) {
    expect([reply.status, reply.body.code]).toEqual([422, 'fall-abgeschlossen']);
  }
  expect((await list()).body).toMatchObject({ abilities: { write: false }, aufgabe: [{ id: aufgabeId }] });
  await arrange(
    app,
    sql`update person set gesperrt_am = now() where id = (select person_id from fall where id = ${fallId})`,
  );
  expect((await list()).status).toBe(404);
  expect(await offene('casemanager')).toEqual([]);
});

test('a consent that has run out ends the documentation, and a new text names what is wrong', async () => {
  await arrange(
    app,
    sql`update einwilligung set ablauf_am = current_date - 1
      where id = (select p.einwilligung_id from person p join fall f on f.person_id = p.id where f.id = ${fallId})`,
  );
  expect((await add()).body.code).toBe('einwilligung-abgelaufen');
});
