import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

const heute = today();
let app: TestApp;
let fallId: string;
let personId: string;
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}${rest}`;
const alsVertretung = () => app.as('kollegin');
const fassung = async () => (await alsVertretung().get(path())).body.fassung;

beforeAll(async () => {
  app = await startTestApp();
  ({ fallId } = await app.admit());
  const rows = await look(app, sql<{ person_id: string }>`select person_id from fall where id = ${fallId}`);
  personId = rows[0]?.person_id ?? '';
  await app.as('casemanager').send('POST', `/kreis/${kreis}/abwesenheit`, {
    traegerId: traeger.alpha,
    von: heute,
    bis: addDays(heute, 4),
    art: 'urlaub',
    vertretungKontoId: app.konto.kollegin,
  });
});
afterAll(() => app.close());

test('M112 a substitute is told for whom and until when, and does not decide what the lead decides', async () => {
  const list = (await alsVertretung().get(`/kreis/${kreis}/vertretung`)).body;
  expect(list).toEqual([
    {
      kontoId: app.konto.casemanager,
      name: 'Konto casemanager',
      traegerId: traeger.alpha,
      von: heute,
      bis: addDays(heute, 4),
    },
  ]);
  expect((await app.as('casemanager').get(`/kreis/${kreis}/vertretung`)).body).toEqual([]);
  const { abilities } = (await alsVertretung().get(path())).body;
  expect(abilities).toMatchObject({
    recordBeratungskontakt: true,
    closeFall: false,
    assignFall: false,
    uebergeben: false,
  });

  const close = {
    fassung: await fassung(),
    status: 'abgeschlossen',
    ab: heute,
    grund: 'umzug',
    begruendung: '',
  };
  const assign = { fassung: await fassung(), casemanagerId: app.konto.kollegin, ab: heute };
  for (const [rest, body] of [
    ['/status', close],
    ['/zuweisung', assign],
  ] as const) {
    const reply = await alsVertretung().send('POST', path(rest), body);
    expect([rest, reply.status, reply.body.code]).toEqual([rest, 403, 'nur-fallfuehrung']);
  }
  const uebergabe = {
    fallIds: [fallId],
    anTraegerId: traeger.beta,
    casemanagerId: null,
    wirksamAm: heute,
    grund: 'umzug',
    zustimmungAm: heute,
  };
  const preview = await alsVertretung().send('POST', `/kreis/${kreis}/uebergabe/vorschau`, uebergabe);
  expect(preview.body.zeile[0].hinderung).toEqual(['nur-fallfuehrung']);
  const bestand = await alsVertretung().get(
    `/kreis/${kreis}/fallbestand/${traeger.alpha}/${app.konto.casemanager}`,
  );
  expect(bestand.status).toBe(404);
});

test('M112 a substitute counsels, and records a withdrawal: the right of the client does not wait for a holiday', async () => {
  const kontakt = await alsVertretung().send('POST', path('/beratungskontakt'), {
    am: heute,
    qualifiziert: true,
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: null,
    sprache: null,
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz: '',
  });
  expect([kontakt.status, kontakt.body.felder]).toEqual([201, undefined]);
  const rest = await alsVertretung().send('POST', path('/status'), {
    fassung: await fassung(),
    status: 'ruhend',
    ab: heute,
    grund: 'nicht_gemeldet',
    begruendung: '',
  });
  expect(rest.status).toBe(200);
});

test('M112 the day of a substitute holds what is due for the colleague who is away', async () => {
  await arrange(
    app,
    sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, fall_id)
      values (${kreis}, ${traeger.alpha}, ${app.konto.casemanager}, 'beratung', now() + interval '1 day',
        now() + interval '25 hours', ${fallId})`,
  );
  const { faellig } = (await alsVertretung().get(`/kreis/${kreis}/tag`)).body;
  expect(faellig).toContainEqual(expect.objectContaining({ art: 'termin', fallId }));
});

test('M112 every read in place of somebody else is marked in the log, and only such', async () => {
  await alsVertretung().get(path());
  await app.as('casemanager').get(path());
  const own = await app.admit('kollegin');
  await alsVertretung().get(`/kreis/${kreis}/fall/${own.fallId}`);
  const rows = await look(
    app,
    sql<{ konto: string; zweck: string | null }>`
      select distinct k.anmeldename as konto, l.zweck from lesezugriff l join konto k on k.id = l.konto_id
      where l.vorgang = 'fall.get' order by 1, 2`,
  );
  expect(rows).toEqual([
    { konto: 'casemanager', zweck: null },
    { konto: 'kollegin', zweck: 'vertretung' },
    { konto: 'kollegin', zweck: null },
  ]);
});

test('M112 a withdrawal taken by the substitute closes the file for both', async () => {
  const reply = await alsVertretung().send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, {
    am: heute,
    grund: null,
  });
  expect(reply.status).toBe(200);
  const names = await Promise.all(
    (['kollegin', 'casemanager'] as const).map(async (by) => (await app.as(by).get(path())).body.person),
  );
  expect(names).toEqual([null, null]);
});
