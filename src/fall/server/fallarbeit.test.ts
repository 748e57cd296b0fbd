import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { insertStelle } from '#test/support/vordruck.ts';

const heute = '2023-06-30';
let app: TestApp;
let fallId: string;
let stelleId: string;

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T10:00:00Z`) });
  stelleId = await insertStelle(app, 'Sozialbüro Norddorf');
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const cm = () => app.as('casemanager');
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}${rest}`;
const kontakt = {
  am: '2023-06-20',
  qualifiziert: true,
  format: 'persoenlich',
  ort: 'extern',
  dauerMinuten: 180,
  sprache: null,
  dolmetschen: 'kein',
  lebensbereich: ['wohnen'],
  notiz: 'Zu dritt beim Vermieter gewesen.',
};
const ziel = () => ({
  lebensbereich: 'wohnen',
  text: 'Eigene Wohnung finden',
  worte: 'Ein Zimmer für die Kinder',
  indikator: 'Mietvertrag',
  prioritaet: 1,
  bisWann: null,
  schritt: [
    { id: randomUUID(), text: 'Wohngeld', akteur: 'klient', stelleId: null, dritte: '', faelligAm: null },
  ],
});
const verweis = () => ({
  angebotId: null,
  stelleId,
  lebensbereich: 'wohnen',
  zielId: null,
  schrittId: null,
  am: heute,
  terminAm: null,
  terminUm: null,
  rueckmeldungBis: null,
});
const luecke = {
  art: 'luecke',
  lebensbereich: 'wohnen',
  kommuneId: kommune.norden,
  angebotId: null,
  stelleId: null,
  text: '',
};

test('M178 one case manager advises, finds needs and gaps, gives the impulse, refers and steers, without asking anybody', async () => {
  for (const [rest, body] of [
    ['/beratungskontakt', kontakt],
    ['/assessment', { am: heute }],
    ['/hilfeplan/ziel', ziel()],
    ['/verweis', verweis()],
  ] as const) {
    expect([rest, (await cm().send('POST', path(rest), body)).status]).toEqual([rest, 201]);
  }
  expect((await cm().send('POST', `/kreis/${kreis}/beobachtung`, { ...luecke, fallId })).status).toBe(201);
  const impulse = await app.as('koordination').get(`/kreis/${kreis}/beobachtung`);
  expect(impulse.body.beobachtung).toMatchObject([{ art: 'luecke', lebensbereich: 'wohnen' }]);
  expect(JSON.stringify(impulse.body)).not.toContain(fallId);
});

test('M179 a case takes the time it needs: no limit of number, and the sum is in the file', async () => {
  for (let n = 1; n <= 12; n += 1) {
    const day = `2023-06-${String(n).padStart(2, '0')}`;
    expect((await cm().send('POST', path('/beratungskontakt'), { ...kontakt, am: day })).status).toBe(201);
  }
  expect((await cm().get(path())).body.ueberblick.beratungszeit).toBe(12 * 180);
});

test('M180 what the case manager documents reaches the Koordination as work on a numbered case, without a word', async () => {
  await cm().send('POST', path('/beratungskontakt'), kontakt);
  const seen = (await app.as('koordination').get(path())).body;
  expect(seen).toMatchObject({
    person: null,
    letzterKontakt: kontakt.am,
    kontakt: { kontakt: [{ am: kontakt.am, lebensbereich: ['wohnen'], notiz: null }] },
  });
  expect(JSON.stringify(seen)).not.toContain('Vermieter');
});

test('M264 M154 the sketch for a round has number, areas, goals and referrals, neither name nor word nor origin', async () => {
  await cm().send('POST', path('/beratungskontakt'), kontakt);
  await cm().send('POST', path('/hilfeplan/ziel'), ziel());
  await cm().send('POST', path('/verweis'), verweis());
  const paper = await cm().get(path('/skizze?sprache=de'));
  expect(paper.status).toBe(200);
  const { text } = await readPdf(paper.bytes);
  const [fall] = await look(
    app,
    sql<{
      nummer: string;
      familienname: string;
      vorname: string;
    }>`select f.nummer, p.familienname, p.vorname from fall f
      join person p on p.id = f.person_id where f.id = ${fallId}`,
  );
  expect(text).toContain(fall?.nummer);
  for (const part of ['Wohnen', '0 von 1 erreicht', '1, davon 1 laufend', '3:00 h'])
    expect(text).toContain(part);
  for (const secret of [
    fall?.familienname,
    fall?.vorname,
    'Vermieter',
    'Eigene Wohnung',
    'Sozialbüro',
    'Syrien',
  ])
    expect(text).not.toContain(secret);
  expect((await app.as('koordination').get(path('/skizze'))).status).toBe(404);
});
