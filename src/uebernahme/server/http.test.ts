import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { fallRow, workbook } from '#test/support/workbook.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const base = '/kreis/musterkreis/uebernahme';
const ours = {
  Träger: 'Alpha',
  Wohnort: 'Norddorf',
  Ortsteil: null,
  Herkunftsland: 'Ukraine',
  Handlungsfelder: 'Arbeit; Wohnen',
} as const;

async function uploaded(rows: Parameters<typeof workbook>[0]) {
  const reply = await app
    .as('uebernahme')
    .send('POST', `${base}/datei?name=F%C3%A4lle.xlsx`, await workbook(rows));
  expect(reply.status).toBe(201);
  return reply.body;
}

test('M361 upload, preview, import, report and undo, one step after the other', async () => {
  const client = app.as('uebernahme');
  const befund = await uploaded([
    fallRow('C-1', ours),
    fallRow('C-2', { ...ours, Herkunftsland: 'Lummerland' }),
  ]);
  expect(befund).toMatchObject({
    name: 'Fälle.xlsx',
    profil: '',
    blatt: [{ name: 'Fälle CM', art: 'fall', kopfzeile: 3 }],
  });
  expect(befund.blatt[0].spalte[1]).toEqual({
    nummer: 2,
    titel: 'Name',
    feld: 'familienname',
    beispiel: ['Haile', 'Haile'],
  });
  const { dateiId, zuordnung } = befund;

  const first = await client.send('POST', `${base}/vorschau`, { dateiId, zuordnung });
  expect(first.body).toMatchObject({
    angelegt: 1,
    unbekannt: [{ liste: 'herkunftsland', text: 'Lummerland', anzahl: 1 }],
  });
  const mapped = { ...zuordnung, wert: [{ liste: 'herkunftsland', text: 'Lummerland', code: null }] };
  const second = await client.send('POST', `${base}/vorschau`, { dateiId, zuordnung: mapped });
  expect(second.body).toMatchObject({
    angelegt: 2,
    abgelehnt: [],
    zeile: [{ art: 'angelegt', nummer: 'C-1' }, { nummer: 'C-2' }],
  });
  expect((await client.get(`${base}/datei/${dateiId}/fortschritt`)).body).toMatchObject({
    stand: 'wartet',
    gesamt: 2,
  });

  const done = await client.send(
    'POST',
    base,
    { dateiId, zuordnung: mapped, profil: 'Musterkreis' },
    { 'idempotency-key': 'import-0001' },
  );
  expect(done.status).toBe(201);
  expect(done.body).toMatchObject({ angelegt: 2, abgelehnt: [], id: expect.any(String) });
  const { id } = done.body;
  expect((await client.get(`${base}/datei/${dateiId}/fortschritt`)).body).toMatchObject({
    stand: 'fertig',
    gelesen: 2,
    uebernahmeId: id,
  });
  const repeated = await client.send(
    'POST',
    base,
    { dateiId, zuordnung: mapped, profil: 'Musterkreis' },
    { 'idempotency-key': 'import-0001' },
  );
  expect(repeated.body).toEqual(done.body);

  expect((await app.as('koordination').get('/kreis/musterkreis/fall')).body).toMatchObject({
    gesamt: 2,
    fall: [{ person: null }, { person: null }],
  });
  expect((await client.get(base)).body).toMatchObject([
    { id, dateiName: 'Fälle.xlsx', profil: 'Musterkreis', angelegt: 2, abilities: { undoUebernahme: true } },
  ]);
  expect((await client.get(`${base}/${id}`)).body).toMatchObject({
    lauf: { id },
    bericht: { angelegt: 2, blaetter: [{ blatt: 'Fälle CM' }] },
  });

  const again = await uploaded([fallRow('C-1', ours)]);
  expect(again).toMatchObject({ profil: 'Musterkreis', zuordnung: { wert: mapped.wert } });
  const undone = await client.send('POST', `${base}/${id}/ruecknahme`);
  expect(undone.body).toMatchObject({
    lauf: { id, abilities: { undoUebernahme: false }, zurueckgenommenAm: expect.any(String) },
  });
  expect((await app.as('koordination').get('/kreis/musterkreis/fall')).body).toMatchObject({ gesamt: 0 });
});

test('an upload exists for its account only, and only with the ability', async () => {
  const { dateiId, zuordnung } = await uploaded([fallRow('C-9', ours)]);
  for (const actor of ['koordination', 'casemanager', 'administration', 'nachbarKoordination'] as const) {
    expect((await app.as(actor).send('POST', `${base}/vorschau`, { dateiId, zuordnung })).status).toBe(404);
    expect((await app.as(actor).get(`${base}/datei/${dateiId}/fortschritt`)).status).toBe(404);
    expect((await app.as(actor).get(base)).status).toBe(404);
  }
  const client = app.as('uebernahme');
  expect((await client.send('DELETE', `${base}/datei/${dateiId}`)).status).toBe(204);
  expect((await client.send('POST', base, { dateiId, zuordnung })).status).toBe(404);
});

test('a mapping without the columns that a row needs is refused before anything is read', async () => {
  const { dateiId, zuordnung } = await uploaded([fallRow('C-9', ours)]);
  const [blatt] = zuordnung.blatt;
  const without = {
    ...zuordnung,
    blatt: [{ ...blatt, spalte: blatt.spalte.filter((s: { feld: string }) => s.feld !== 'einwilligung') }],
  };
  const reply = await app.as('uebernahme').send('POST', `${base}/vorschau`, { dateiId, zuordnung: without });
  expect(reply).toMatchObject({
    status: 422,
    body: {
      code: 'zuordnung-unvollstaendig',
      daten: { fehlend: [{ blatt: 'Fälle CM', felder: ['einwilligung'] }] },
    },
  });
});

test('a broken file is answered with its code', async () => {
  const reply = await app
    .as('uebernahme')
    .send('POST', `${base}/datei?name=x.xlsx`, Buffer.from('PK\u0003\u0004 kaputt'));
  expect(reply).toMatchObject({ status: 422, body: { code: 'datei-beschaedigt' } });
});
