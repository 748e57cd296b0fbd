import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { abilities } from '#src/app/server/abilities.ts';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { insertAngebot, insertEntbindung, signInPartner, type Partner } from '#test/support/vermittlung.ts';
import { insertStelle } from '#test/support/vordruck.ts';

let app: TestApp;
let wohnen = '';
let angebotId = '';
let partner: Partner;
let fremde: Partner;
beforeAll(async () => {
  app = await startTestApp();
  wohnen = await insertStelle(app, 'Wohnraumhilfe', 'wohnen');
  angebotId = await insertAngebot(app, wohnen, 'Wohnberatung');
  partner = await signInPartner(app, wohnen);
  fremde = await signInPartner(app, await insertStelle(app, 'Andere Stelle', 'wohnen'));
});
afterAll(() => app.close());

const heute = today();
const eingang = `/kreis/${kreis}/eingang`;
let fallId = '';
let personId = '';
let entbindungId = '';
let vermittlungId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
  entbindungId = await insertEntbindung(app, personId, wohnen, ['kontaktdaten', 'leistungen']);
  vermittlungId = await send();
});

async function send(changed: Record<string, unknown> = {}): Promise<string> {
  const reply = await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/vermittlung`, {
    angebotId,
    stelleId: null,
    lebensbereich: 'wohnen',
    am: heute,
    terminAm: null,
    terminUm: null,
    inhalt: ['kontaktdaten'],
    ohne: ['geburtsdatum:0'],
    zielId: null,
    schrittId: null,
    kanal: 'partnerkonto',
    rueckmeldungBis: addDays(heute, 14),
    senden: true,
    ...changed,
  });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.vermittlungId;
}

const mine = async (who = partner) =>
  (await who.get(eingang)).body.filter((each: { id: string }) => each.id === vermittlungId);

function answer(changed: Record<string, unknown>, who = partner) {
  const body = {
    fassung: 1,
    stand: 'angenommen',
    am: heute,
    grund: null,
    ergebnis: null,
    worte: '',
    ...changed,
  };
  return who.send('POST', `${eingang}/${vermittlungId}/antwort`, body);
}

test('M163 a partner sees what was sent to its office: the minimal content, and no more of the case', async () => {
  const [zeile] = await mine();
  expect(zeile).toMatchObject({
    stelleName: 'Wohnraumhilfe',
    angebotName: 'Wohnberatung',
    traegerName: 'Alpha e. V.',
    stand: 'gesendet',
    antwort: [],
  });
  expect(zeile.schreiben.angabe.map((a: { wert: string }) => a.wert)).toEqual(['Rima Haddad', 'Norddorf']);
  const text = JSON.stringify(zeile);
  for (const fremd of [fallId, personId, '1991', 'sy', 'T-']) expect(text).not.toContain(`"${fremd}`);
  expect(await mine(fremde)).toEqual([]);
  expect((await answer({}, fremde)).status).toBe(404);
  // The reading stands in the access log.
  const rows = await look(
    app,
    sql`
    select 1 from lesezugriff where konto_id = ${partner.kontoId} and person_id @> array[${personId}::uuid]`,
  );
  expect(rows.length).toBeGreaterThan(0);
});

test('what is only prepared, on paper or without content is not in the account', async () => {
  const vorher = (await partner.get(eingang)).body.length;
  await send({ senden: false });
  await send({ kanal: 'papier' });
  await send({ kanal: null, inhalt: [], ohne: [] });
  expect((await partner.get(eingang)).body).toHaveLength(vorher);
});

test('M66 M165 the answer flows back, with reason or result, and case management is told', async () => {
  expect((await answer({ stand: 'abgelehnt' })).body.felder).toEqual([
    { instance: '/grund', code: 'grund-fehlt' },
  ]);
  expect((await answer({ stand: 'begonnen' })).status).toBe(204);
  expect((await answer({ fassung: 1, stand: 'beendet', ergebnis: 'erreicht' })).body.code).toBe(
    'gleichzeitig-geaendert',
  );
  const fertig = await answer({
    fassung: 2,
    stand: 'beendet',
    ergebnis: 'teilweise',
    worte: 'Mietvertrag folgt.',
  });
  expect(fertig.status).toBe(204);

  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}/vermittlung`);
  expect(body.vermittlung[0]).toMatchObject({
    stand: 'beendet',
    rueckmeldungBis: null,
    verlauf: [
      { stand: 'gesendet', herkunft: 'casemanagement' },
      { stand: 'begonnen', herkunft: 'partner' },
      { stand: 'beendet', ergebnis: 'teilweise', worte: 'Mietvertrag folgt.', herkunft: 'partner' },
    ],
  });
  const nachrichten = (await app.as('casemanager').get(`/kreis/${kreis}/nachricht`)).body.nachricht;
  expect(nachrichten.filter((n: { gegenstandId: string }) => n.gegenstandId === fallId)).toEqual([
    expect.objectContaining({
      art: 'vermittlung.beantwortet',
      daten: expect.objectContaining({ stand: 'beendet' }),
    }),
    expect.objectContaining({
      art: 'vermittlung.beantwortet',
      daten: expect.objectContaining({ stand: 'begonnen' }),
    }),
  ]);
  expect((await mine())[0].antwort).toHaveLength(2);
});

test.each([
  [
    'the release',
    () => `/kreis/${kreis}/person/${personId}/entbindung/${entbindungId}/widerruf`,
    { am: heute },
  ],
  ['the consent', () => `/kreis/${kreis}/person/${personId}/widerruf`, { am: heute, grund: null }],
])(
  'M163 after the withdrawal of %s the partner sees nothing and answers nothing',
  async (_what, url, body) => {
    const reply = await app.as('casemanager').send('POST', url(), body);
    expect(reply.status).toBeLessThan(300);
    expect(await mine()).toEqual([]);
    expect((await answer({})).status).toBe(404);
  },
);

test('nothing is seen after the last day of the release or of the role', async () => {
  await look(app, sql`update entbindung set gueltig_bis = current_date where id = ${entbindungId}`);
  expect(await mine()).toEqual([]);
  await look(app, sql`update entbindung set gueltig_bis = current_date + 9 where id = ${entbindungId}`);
  expect(await mine()).toHaveLength(1);
  const kurz = await signInPartner(app, wohnen);
  await look(app, sql`update rolle set gueltig_bis = now() where konto_id = ${kurz.kontoId}`);
  expect((await kurz.get(eingang)).status).toBe(404);
});

test('M399 for a partner nothing else exists, neither as page nor as row of the database', async () => {
  const held = Object.entries(abilities).flatMap(([name, roles]) =>
    Array.isArray(roles) && roles.includes('partner') ? [name] : [],
  );
  expect(held.toSorted()).toEqual(['eingang.antworten', 'eingang.lesen', 'entwurf.sichern', 'kreis.lesen']);
  for (const page of [
    `fall/${fallId}`,
    `fall/${fallId}/vermittlung`,
    'fall',
    'angebot',
    'stelle',
    'beobachtung',
    'tag',
    'nachricht',
  ])
    expect([page, (await partner.get(`/kreis/${kreis}/${page}`)).status]).toEqual([page, 404]);
  const stamm = (await partner.get(`/kreis/${kreis}`)).body;
  expect(stamm.casemanager).toEqual([]);
  expect((await partner.get('/ich')).body.rollen).toEqual([
    expect.objectContaining({ kreisId: kreis, rolle: 'partner' }),
  ]);

  const tables = await look(
    app,
    sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
      and has_table_privilege('lotse_app', oid, 'SELECT')`,
  );
  const rows = await app.db.asKonto({ kreisId: kreis, kontoId: partner.kontoId }, {}, async (tx) => {
    const found: string[] = [];
    for (const { name } of tables) {
      if (await tx.first(sql`select from ${sql.table(name)} limit 1`)) found.push(name);
    }
    return found;
  });
  // The own role, the own hint to look here, and the traces of the own answers.
  expect(rows.toSorted()).toEqual(['ereignis', 'nachricht', 'rolle']);
});
