import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
let stelleId: string;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
  const stelle = { name: 'Jugendmigrationsdienst', art: 'migrationsberatung' };
  stelleId = (await app.as('casemanager').send('POST', `/kreis/${kreis}/stelle`, stelle)).body.id;
});
afterAll(() => app.close());

async function anfrage(
  nummer: string,
  dringlich = false,
  by: 'casemanager' | 'casemanagerBeta' = 'casemanager',
) {
  const id = randomUUID();
  const alpha = by === 'casemanager';
  await app.db.asKonto({ kreisId: kreis, kontoId: app.konto[by] }, {}, (tx) =>
    tx.run(sql`insert into anfrage (kreis_id, id, nummer, traeger_id, kommune_id, eingegangen_am, frist_am, dringlich)
      values (${kreis}, ${id}, ${nummer}, ${alpha ? traeger.alpha : traeger.beta},
        ${alpha ? kommune.norden : kommune.sueden}, '2026-02-01', '2026-02-15', ${dringlich})`),
  );
  return id;
}

async function standOf(anfrageId: string): Promise<string> {
  const konto = { kreisId: kreis, kontoId: app.konto.koordination };
  const row = await app.db.asKonto(konto, {}, (tx) =>
    tx.one(sql<{ stand: string }>`select stand from anfrage where id = ${anfrageId}`),
  );
  return row.stand;
}

function put(anfrageId: string, body: Record<string, unknown> = {}, by: ActorName = 'casemanager') {
  return app.as(by).send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/warteliste`, {
    grund: 'auslastung',
    eingetragenAm: '2026-03-01',
    verwiesenAn: null,
    ...body,
  });
}

async function list(by: ActorName = 'casemanager') {
  return (await app.as(by).get(`/kreis/${kreis}/warteliste`)).body;
}

function step(id: string, what: 'einladung' | 'austragung', body: unknown, by: ActorName = 'casemanager') {
  return app.as(by).send('POST', `/kreis/${kreis}/warteliste/${id}/${what}`, body);
}

test('M111 whoever finds no place waits, urgent ones first, then by day, and is helped elsewhere meanwhile', async () => {
  const spaeter = await anfrage('A-2026-0001');
  const frueher = await anfrage('A-2026-0002');
  const eilig = await anfrage('A-2026-0003', true);
  expect((await put(spaeter, { eingetragenAm: '2026-03-05' })).status).toBe(201);
  expect((await put(frueher, { verwiesenAn: stelleId, grund: 'abwesenheit' })).status).toBe(201);
  expect((await put(eilig, { eingetragenAm: '2026-03-10' })).status).toBe(201);
  const rows = await list();
  expect(rows.map((row: { nummer: string }) => row.nummer)).toEqual([
    'A-2026-0003',
    'A-2026-0002',
    'A-2026-0001',
  ]);
  expect(rows[1]).toMatchObject({
    grund: 'abwesenheit',
    verwiesenAn: { id: stelleId, name: 'Jugendmigrationsdienst' },
    eingeladenAm: null,
  });
  expect(await standOf(frueher)).toBe('warteliste');
});

test('M111 when a place is free the next one is invited, and the Anfrage is open again when the waiting ends', async () => {
  const id = await anfrage('A-2026-0010');
  const { wartelisteId } = (await put(id)).body;
  const zuFrueh = await step(wartelisteId, 'austragung', {
    ausgetragenAm: '2026-03-09',
    ausgang: 'eingeladen',
  });
  expect(zuFrueh.body.code).toBe('warteliste-nicht-eingeladen');
  const vorher = await step(wartelisteId, 'einladung', { eingeladenAm: '2026-02-28' });
  expect(vorher.body.felder).toEqual([{ instance: '/eingeladenAm', code: 'warteliste-tag-zu-frueh' }]);
  expect((await step(wartelisteId, 'einladung', { eingeladenAm: '2026-03-08' })).status).toBe(204);
  expect(await standOf(id)).toBe('warteliste');
  expect((await list()).find((row: { id: string }) => row.id === wartelisteId).eingeladenAm).toBe(
    '2026-03-08',
  );
  const ende = { ausgetragenAm: '2026-03-09', ausgang: 'eingeladen' };
  expect((await step(wartelisteId, 'austragung', ende)).status).toBe(204);
  expect(await standOf(id)).toBe('offen');
  expect((await list()).some((row: { id: string }) => row.id === wartelisteId)).toBe(false);
  expect((await step(wartelisteId, 'austragung', ende)).body.code).toBe('warteliste-beendet');
  const again = await put(id, { eingetragenAm: '2026-03-10' });
  expect(again.status).toBe(201);
});

test.each([
  ['two weeks', false, '2026-03-20'],
  ['urgent three working days', true, '2026-03-10'],
])('M111 whoever is invited is not late: %s count from the invitation', async (_what, dringlich, fristAm) => {
  const id = await anfrage(`A-2026-004${dringlich ? 1 : 0}`, dringlich);
  const { wartelisteId } = (await put(id)).body;
  await step(wartelisteId, 'einladung', { eingeladenAm: '2026-03-06' });
  await step(wartelisteId, 'austragung', { ausgetragenAm: '2026-03-09', ausgang: 'eingeladen' });
  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/anfrage/${id}`);
  expect(body).toMatchObject({ stand: 'offen', fristAm, ueberfaellig: false });
});

test('M111 nobody waits twice, after the end, or from a day to come', async () => {
  const id = await anfrage('A-2026-0020');
  expect((await put(id, { eingetragenAm: '2026-03-11' })).body.felder).toEqual([
    { instance: '/eingetragenAm', code: 'datum-in-zukunft' },
  ]);
  expect((await put(id, { verwiesenAn: randomUUID() })).body.felder).toEqual([
    { instance: '/verwiesenAn', code: 'code-unbekannt' },
  ]);
  expect(await standOf(id)).toBe('offen');
  await put(id);
  expect((await put(id)).body.code).toBe('warteliste-steht-schon');
});

test('the list belongs to the Träger; the Koordination sees it by number and changes nothing', async () => {
  const id = await anfrage('A-2026-0030', false, 'casemanagerBeta');
  expect((await put(id)).status).toBe(404);
  const { wartelisteId } = (await put(id, {}, 'casemanagerBeta')).body;
  expect((await list()).some((row: { id: string }) => row.id === wartelisteId)).toBe(false);
  const seen = (await list('koordination')).find((row: { id: string }) => row.id === wartelisteId);
  expect(seen).toMatchObject({ nummer: 'A-2026-0030', eigen: false });
  expect((await list('koordinationNorden')).some((row: { id: string }) => row.id === wartelisteId)).toBe(
    false,
  );
  const einladung = { eingeladenAm: '2026-03-08' };
  expect((await step(wartelisteId, 'einladung', einladung)).status).toBe(404);
  expect((await step(wartelisteId, 'einladung', einladung, 'koordination')).status).toBe(404);
});
