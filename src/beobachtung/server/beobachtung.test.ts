import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, type ActorName } from '#test/support/fixture.ts';
import { asActor } from '#test/support/relation.ts';
import { insertAngebot } from '#test/support/vermittlung.ts';
import { insertStelle } from '#test/support/vordruck.ts';

let app: TestApp;
let angebotId = '';
beforeAll(async () => {
  app = await startTestApp();
  angebotId = await insertAngebot(app, await insertStelle(app, 'Wohnraumhilfe', 'wohnen'), 'Wohnberatung');
});
afterAll(() => app.close());

let fallId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const url = `/kreis/${kreis}/beobachtung`;

function note(changed: Record<string, unknown> = {}, by: ActorName = 'casemanager') {
  return app.as(by).send('POST', url, {
    art: 'luecke',
    lebensbereich: 'wohnen',
    kommuneId: kommune.norden,
    angebotId: null,
    stelleId: null,
    fallId,
    text: '',
    ...changed,
  });
}

async function seen(by: ActorName, id: string) {
  const { body } = await app.as(by).get(url);
  return body.beobachtung.find((each: { id: string }) => each.id === id);
}

test('M177 a missing offer is stored with one call, words are added afterwards', async () => {
  const { status, body } = await note();
  expect(status).toBe(201);
  expect(await seen('casemanager', body.beobachtungId)).toMatchObject({
    art: 'luecke',
    text: '',
    eigen: true,
    fallId,
  });
  const reply = await app.as('casemanager').send('PUT', `${url}/${body.beobachtungId}`, {
    fassung: 1,
    lebensbereich: 'wohnen',
    kommuneId: kommune.norden,
    text: 'Keine Wohnung für große Familien.',
  });
  expect(reply.body).toEqual({ fassung: 2 });
});

test('M177 the Koordination reads it without the case, the author and the day, as answer and as SQL', async () => {
  const { body } = await note({ art: 'reibung', angebotId, text: 'Drei Monate Wartezeit.' });
  const zeile = await seen('koordination', body.beobachtungId);
  expect(zeile).toEqual({
    id: body.beobachtungId,
    fassung: 1,
    art: 'reibung',
    lebensbereich: 'wohnen',
    kommuneId: kommune.norden,
    angebotName: 'Wohnberatung',
    stelleName: 'Wohnraumhilfe',
    text: 'Drei Monate Wartezeit.',
    monat: expect.stringMatching(/^\d{4}-\d{2}$/),
    eigen: false,
    fallId: null,
  });
  for (const name of ['koordination', 'koordinationNorden', 'kollegin'] as const) {
    expect(await asActor(app, name, (tx) => tx.all(sql`select from beobachtung_herkunft`))).toEqual([]);
    expect((await app.as(name).send('DELETE', `${url}/${body.beobachtungId}`)).status).toBe(404);
  }
  // The event does not lead there either.
  const spur = await asActor(app, 'koordination', (tx) =>
    tx.all(
      sql`select from ereignis where gegenstand_id in (${body.beobachtungId}, ${fallId}) and art like 'beobachtung%'`,
    ),
  );
  expect(spur).toEqual([]);
});

test.each([
  'Frau Haddad findet nichts.',
  'haddad findet nichts',
  'Für Rima gibt es keinen Platz',
  'Fall UN-2023-0007',
  'geboren 12.08.1991',
])('M177 words that name somebody are refused: %s', async (text) => {
  const reply = await note({ text });
  expect([reply.status, reply.body.felder]).toEqual([
    422,
    [{ instance: '/text', code: 'text-nennt-person' }],
  ]);
});

test('M177 is counted by kind, area and Kommune, and filtered', async () => {
  const vorher = (await app.as('koordination').get(`${url}?art=beschleuniger`)).body;
  expect(vorher).toEqual({ beobachtung: [], anzahl: [] });
  await note({ art: 'beschleuniger', lebensbereich: 'arbeit' });
  await note({ art: 'beschleuniger', lebensbereich: 'arbeit' });
  await note({ art: 'beschleuniger', kommuneId: kommune.sueden, fallId: null }, 'koordination');
  const { body } = await app.as('koordination').get(`${url}?art=beschleuniger`);
  expect(body.anzahl).toEqual([
    { art: 'beschleuniger', lebensbereich: 'arbeit', kommuneId: kommune.norden, anzahl: 2 },
    { art: 'beschleuniger', lebensbereich: 'wohnen', kommuneId: kommune.sueden, anzahl: 1 },
  ]);
  const eng = await app.as('koordination').get(`${url}?art=beschleuniger&kommune=${kommune.sueden}`);
  expect(eng.body.beobachtung).toHaveLength(1);
});

test('a case of somebody else cannot be named, and an own observation can be taken back', async () => {
  expect((await note({}, 'kollegin')).status).toBe(404);
  const { body } = await note();
  expect((await app.as('casemanager').send('DELETE', `${url}/${body.beobachtungId}`)).status).toBe(204);
  expect(await seen('casemanager', body.beobachtungId)).toBeUndefined();
});
