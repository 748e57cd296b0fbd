import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { asActor, asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';

let app: TestApp;
let fall: TestCase;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  fall = await insertCase(app, 'eigen');
  await change(
    sql`update anfrage set person_id = ${fall.personId}, fall_id = ${fall.fallId} where id = ${fall.anfrageId}`,
  );
});

const akte = () => `/kreis/${kreis}/fall/${fall.fallId}`;

function protect(grund: string | null = 'mitarbeit', by: ActorName = 'casemanager') {
  const aufhebung = grund === null ? 'entfallen' : null;
  return app.as(by).send('PUT', `${akte()}/schutz`, { grund, aufhebung });
}

function change(statement: ReturnType<typeof sql>): Promise<unknown> {
  return asAdmin(app, (tx) => tx.run(statement));
}

const lists = [
  '/fall?anzahl=500',
  '/anfrage',
  `/termin?von=${today()}&bis=${addDays(today(), 14)}`,
  '/tag',
  '/dublette',
  '/warteliste',
  '/doppelbetreuung',
  '/uebergabe/anfrage',
  '/fallbestand',
];

test('a protected person exists for her own Case Manager only: no substitute, no team, no Koordination, no list, no search', async () => {
  await change(sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
    values (${kreis}, ${app.konto.kollegin}, ${app.konto.casemanager}, ${traeger.alpha}, current_date, current_date + 1)`);
  expect((await app.as('kollegin').get(akte())).status).toBe(200);
  expect((await protect()).status).toBe(204);
  for (const name of [
    'kollegin',
    'koordination',
    'koordinationNorden',
    'notzugriff',
    'casemanagerBeta',
  ] as const) {
    expect([name, (await app.as(name).get(akte())).status]).toEqual([name, 404]);
    for (const path of lists) {
      const { bytes, status } = await app.as(name).get(`/kreis/${kreis}${path}`);
      const text = new TextDecoder().decode(bytes);
      const seen = [fall.fallId, fall.personId, fall.fallId.slice(0, 8), fall.anfrageId].filter((id) =>
        text.includes(id),
      );
      // The slot of an appointment stays in the team's calendar, so that nobody plans over it; whose it is does not.
      const allowed = path.startsWith('/termin') ? [fall.fallId, fall.fallId.slice(0, 8)] : [];
      expect([name, path, status < 500, seen.filter((id) => !allowed.includes(id))]).toEqual([
        name,
        path,
        true,
        [],
      ]);
    }
    for (const table of [
      'person',
      'fall',
      'anfrage',
      'einwilligung',
      'geheimtext',
      'fall_status',
      'assessment',
      'entbindung',
      'warteliste',
    ]) {
      const rows = await asActor(app, name, (tx) =>
        tx.all(sql`select from ${sql.table(table)} t where to_jsonb(t) ->> 'kreis_id' = ${kreis}
          and (to_jsonb(t)::text like ${`%${fall.personId}%`} or to_jsonb(t)::text like ${`%${fall.fallId}%`})`),
      );
      expect([name, table, rows.length]).toEqual([name, table, 0]);
    }
  }
  const found = await asActor(app, 'kollegin', (tx) =>
    tx.all(sql`select from person_suche('kanari', 'knr', 100) where person_id = ${fall.personId}`),
  );
  expect(found).toEqual([]);
  expect((await app.as('casemanager').get(akte())).body.person.familienname).toBe('Kanari eigen');
  await change(sql`delete from vertretung`);
});

test('of an appointment the team sees the time, of a protected person not even that', async () => {
  const own = { kreisId: kreis, kontoId: app.konto.casemanager };
  const stelle = await app.db.asKonto(own, {}, (tx) =>
    tx.one(sql<{ id: string }>`select id from stelle where kreis_id = ${kreis} limit 1`),
  );
  await change(
    sql`update termin set dolmetschen = 'prs', mit_stelle_id = ${stelle.id} where id = ${fall.terminId}`,
  );
  const seen = async (by: ActorName) => {
    const { body } = await app
      .as(by)
      .get(`/kreis/${kreis}/termin?von=${today()}&bis=${addDays(today(), 14)}&wer=team`);
    return (body.termin as { id: string }[]).find(({ id }) => id === fall.terminId);
  };
  const time = {
    fallId: null,
    nummer: null,
    person: null,
    dolmetschen: null,
    mitStelleId: null,
    mitStelleName: null,
  };
  expect(await seen('kollegin')).toMatchObject(time);
  expect(await seen('casemanager')).toMatchObject({
    fallId: fall.fallId,
    dolmetschen: 'prs',
    mitStelleId: stelle.id,
  });
  await protect();
  expect(await seen('kollegin')).toBeUndefined();
  expect(await seen('casemanager')).toMatchObject({ fallId: fall.fallId });
  const cancel = { stand: 'abgesagt', fassung: 1, ersatz: null };
  const path = `/kreis/${kreis}/termin/${fall.terminId}/stand`;
  expect((await app.as('kollegin').send('POST', path, cancel)).status).toBe(404);
});

test('figures keep counting her, and the two walls of the counting role stay as they were', async () => {
  const count = async () => {
    const { traeger: rows, summe } = (
      await app.as('koordination').get(`/kreis/${kreis}/auswertung/fallzahlen?stichtag=2023-04-01`)
    ).body;
    return { rows, summe };
  };
  const before = await count();
  await protect('gefaehrdung');
  expect(await count()).toEqual(before);
});

test('duplicates, the blind check and a caseload that is handed over do not know her', async () => {
  const other = await insertCase(app, 'kollegin');
  await change(
    sql`update person set suchschluessel = '{a,b}', geburtsdatum = '1990-01-01' where id in (${fall.personId}, ${other.personId})`,
  );
  const pairs = () =>
    asActor(app, 'kollegin', (tx) =>
      tx.all(sql`select from dublette_paare(${kreis}, 50) where ${fall.personId} in (id, andere_id)`),
    );
  const candidates = () =>
    asActor(app, 'kollegin', (tx) =>
      tx.all(
        sql`select from dublette_kandidaten(${kreis}, ${traeger.alpha}, '{a,b}', 50) where id = ${fall.personId}`,
      ),
    );
  const caseload = () =>
    asActor(app, 'traegerleitung', (tx) =>
      tx.all(
        sql`select from bestand_faelle(${kreis}, ${traeger.alpha}, ${app.konto.casemanager}) where fall_id = ${fall.fallId}`,
      ),
    );
  const check = () =>
    asActor(app, 'casemanager', (tx) =>
      tx.all(sql`select from begleitung_pruefen(${kreis}, ${fall.personId}, array[sha256('a')], true, 20)`),
    );
  await check();
  expect([(await pairs()).length, (await candidates()).length, (await caseload()).length]).toEqual([1, 1, 1]);
  await protect();
  expect([(await pairs()).length, (await candidates()).length, (await caseload()).length]).toEqual([0, 0, 0]);
  expect(await check()).toEqual([]);
  const codes = await asAdmin(app, (tx) =>
    tx.all(sql`select from begleitungscode where person_id = ${fall.personId}`),
  );
  expect(codes).toEqual([]);
  // Another Träger that asks with the same codes is answered as if she were not there.
  const beta = await insertCase(app, 'fremderTraeger');
  const answer = await asActor(app, 'casemanagerBeta', (tx) =>
    tx.all(
      sql`select antwort from begleitung_pruefen(${kreis}, ${beta.personId}, array[sha256('a')], true, 20)`,
    ),
  );
  expect(answer).toEqual([{ antwort: 'keine' }]);
});

test('protecting closes what others had opened; her own Case Manager may open anew, nobody else', async () => {
  const open = (by: ActorName) =>
    app.as(by).send('POST', `${akte()}/oeffnung`, {
      zweck: 'fachaufsicht',
      anKontoId: null,
      bis: new Date(Date.now() + 3_600_000).toISOString(),
      einverstandenAm: '2023-03-01',
      wunschId: null,
    });
  await open('casemanager');
  expect((await app.as('koordination').get(akte())).body.person).not.toBeNull();
  await protect();
  expect((await app.as('koordination').get(akte())).status).toBe(404);
  expect((await open('kollegin')).status).toBe(404);
  expect((await open('casemanager')).status).toBe(201);
  expect((await app.as('koordination').get(akte())).body.person.familienname).toBe('Kanari eigen');
});

test('only she who leads the case sets and lifts it, with a reason; handed over it is not before that', async () => {
  const team = await insertCase(app, 'offen');
  const own = fall;
  fall = team;
  expect((await protect()).body.code).toBe('nur-eigene-fachkraft');
  fall = own;
  expect((await protect('mitarbeit', 'kollegin')).status).toBe(404);
  expect((await protect()).status).toBe(204);
  const { fassung } = (await app.as('casemanager').get(akte())).body;
  const away = await app
    .as('casemanager')
    .send('POST', `${akte()}/zuweisung`, { fassung, casemanagerId: app.konto.kollegin, ab: '2023-05-01' });
  expect([away.status, away.body.code]).toEqual([409, 'person-geschuetzt']);
  const preview = await app.as('casemanager').send('POST', `/kreis/${kreis}/uebergabe/vorschau`, {
    fallIds: [fall.fallId],
    anTraegerId: traeger.beta,
    casemanagerId: null,
    wirksamAm: '2023-05-01',
    grund: 'umzug',
    zustimmungAm: '2023-04-01',
  });
  expect(preview.body.zeile?.[0]?.hinderung).toContain('person-geschuetzt');
  expect((await protect(null)).status).toBe(204);
  expect((await app.as('koordination').get(akte())).body.nummer).toMatch(/^T-eigen-/);
  const events = await asAdmin(app, (tx) =>
    tx.all(
      sql`select art, daten from ereignis where gegenstand_id = ${fall.fallId} and art like 'person.%' order by id`,
    ),
  );
  expect(events).toEqual([
    { art: 'person.geschuetzt', daten: { grund: 'mitarbeit' } },
    { art: 'person.schutz_aufgehoben', daten: { grund: 'entfallen' } },
  ]);
});

test('the flag cannot be written past its function, and a later Anfrage of the person has it at once', async () => {
  await protect();
  await expect(
    asActor(app, 'casemanager', (tx) =>
      tx.run(sql`update person set geschuetzt_am = null where id = ${fall.personId}`),
    ),
  ).rejects.toThrow(/permission denied/);
  await expect(
    asActor(app, 'casemanager', (tx) =>
      tx.run(sql`update fall set geschuetzt_am = null where id = ${fall.fallId}`),
    ),
  ).rejects.toThrow(/permission denied/);
  const later = await insertCase(app, 'offen');
  await change(sql`update anfrage set person_id = ${fall.personId} where id = ${later.anfrageId}`);
  const seen = (name: ActorName) =>
    asActor(app, name, (tx) => tx.all(sql`select from anfrage where person_id = ${fall.personId}`));
  expect([
    (await seen('casemanager')).length,
    (await seen('koordination')).length,
    (await seen('kollegin')).length,
  ]).toEqual([2, 0, 0]);
});
