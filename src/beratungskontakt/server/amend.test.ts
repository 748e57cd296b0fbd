import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { handOver } from '#test/support/arrange-fall.ts';
import { kreis, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let fallId: string;
let kontaktId: string;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-06-30T10:00:00Z') });
});
afterAll(() => app.close());

const kontakt = {
  am: '2023-03-15',
  qualifiziert: true,
  format: 'telefon',
  ort: 'kein',
  dauerMinuten: 20,
  sprache: null,
  dolmetschen: 'kein',
  lebensbereich: ['wohnen', 'arbeit'],
  notiz: 'Vermieter will 900 Euro',
};
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/beratungskontakt${rest}`;
const correct = (changed: object) =>
  app.as('casemanager').send('PUT', path(`/${kontaktId}`), { ...kontakt, fassung: 1, ...changed });
const shown = async (by: ActorName = 'casemanager') => (await app.as(by).get(path())).body.kontakt[0];

beforeEach(async () => {
  ({ fallId } = await app.admit());
  ({ kontaktId } = (await app.as('casemanager').send('POST', path(), kontakt)).body);
});
const age = () =>
  arrange(
    app,
    sql`update beratungskontakt set erfasst_am = erfasst_am - interval '25 hours' where id = ${kontaktId}`,
  );

test('M169 on the same day a note is put right, and the history keeps what it was', async () => {
  expect((await correct({ notiz: 'Vermieter will 800 Euro' })).body).toEqual({ fassung: 2 });
  expect(await shown()).toMatchObject({ notiz: 'Vermieter will 800 Euro', notizSteht: false, nachtrag: [] });
  const [{ n } = { n: 0 }] = await look(
    app,
    sql<{
      n: number;
    }>`select count(*)::int as n from beratungskontakt b join geheimtext g on g.id = b.notiz_id
      where b.id = ${kontaktId}`,
  );
  expect(n).toBe(2);
});

test('M169 later the note stands: what is new is an amendment below it, with day and name', async () => {
  await age();
  const replaced = await correct({ notiz: 'Vermieter will 800 Euro' });
  expect(replaced.body.felder).toEqual([{ instance: '/notiz', code: 'notiz-steht' }]);
  expect((await correct({ nachtrag: 'Es sind 800 Euro.' })).body).toEqual({ fassung: 1 });
  expect(await shown()).toMatchObject({
    notiz: kontakt.notiz,
    fassung: 1,
    notizSteht: true,
    nachtrag: [{ text: 'Es sind 800 Euro.', vonName: 'Konto casemanager' }],
  });
  expect((await shown('koordination')).nachtrag).toEqual([]);
});

test('M187 whether a talk was qualified is still put right later, as a new version, and the note stays', async () => {
  await age();
  const reply = await correct({ qualifiziert: false, nachtrag: 'War nur eine Terminabsprache.' });
  expect(reply.body).toEqual({ fassung: 2 });
  expect(await shown()).toMatchObject({
    qualifiziert: false,
    notiz: kontakt.notiz,
    nachtrag: [{ text: 'War nur eine Terminabsprache.' }],
  });
});

test('M169 the next Träger reads contacts with their amendments', async () => {
  await age();
  await correct({ nachtrag: 'Es sind 800 Euro.' });
  await handOver(app, fallId, 'casemanagerBeta');
  expect(await shown('casemanagerBeta')).toMatchObject({
    notiz: kontakt.notiz,
    nachtrag: [{ text: 'Es sind 800 Euro.' }],
  });
});
