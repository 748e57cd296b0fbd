import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { actorPlan, kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { asActor, asAdmin } from '#test/support/relation.ts';
import { checkBegleitung } from './check.ts';
import { forgetBegleitung } from './forget.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Angaben {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: string | null;
}

/** Admits the person at Alpha and answers what the asker learns. */
async function admitAlpha(angaben: Angaben, by: ActorName = 'casemanager') {
  return app.admit(by, { ...angaben }) as Promise<{ fallId: string; nummer: string; begleitung: string }>;
}

async function admitBeta(angaben: Angaben) {
  return app.admit('casemanagerBeta', { ...angaben, kommuneId: kommune.sueden }) as ReturnType<
    typeof admitAlpha
  >;
}

async function open(by: ActorName = 'koordination') {
  const { status, body } = await app.as(by).get(`/kreis/${actorPlan[by].kreisId}/doppelbetreuung`);
  expect(status).toBe(200);
  return body as {
    id: string;
    stand: string;
    fragende: { traegerId: string; nummer: string };
    andere: { traegerId: string; nummer: string };
  }[];
}

async function nachrichten(of: ActorName) {
  return asAdmin(app, (tx) =>
    tx.all(sql<{ art: string; gegenstand_id: string | null; daten: Record<string, unknown> }>`
      select art, gegenstand_id, daten from nachricht where konto_id = ${app.konto[of]} order by erfasst_am`),
  );
}

const resolve = (id: string, body: unknown, by: ActorName = 'koordination') =>
  app.as(by).send('POST', `/kreis/${kreis}/doppelbetreuung/${id}/klaerung`, body);

describe('M102 admission at a second Träger', () => {
  const rima = { familienname: 'al-Ḥasan', vorname: 'Rīmā', geburtsdatum: '1990-04-03' };

  test('tells the asker "possible" and the Koordination two numbers, and nobody a name or an agency', async () => {
    const eins = await admitAlpha(rima);
    const zwei = await admitBeta({ familienname: 'Rima', vorname: 'Al Hassan', geburtsdatum: '1990-03-04' });
    expect([eins.begleitung, zwei.begleitung]).toEqual(['keine', 'moeglich']);
    expect(Object.keys(zwei).toSorted()).toEqual(['begleitung', 'fallId', 'nummer']);
    expect(await open()).toMatchObject([
      {
        stand: 'offen',
        fragende: { traegerId: traeger.beta, nummer: zwei.nummer },
        andere: { traegerId: traeger.alpha, nummer: eins.nummer },
      },
    ]);
    const told = await nachrichten('koordination');
    expect(told.map(({ art }) => art)).toEqual(['doppelbetreuung.gemeldet']);
    expect(JSON.stringify([await open(), told])).not.toMatch(/rim|hasan|hassan|1990/i);
  });

  test('reaches the Koordination of both regions, and no other Kreis', async () => {
    const [fall] = await open();
    for (const name of ['koordinationNorden', 'koordinationSueden'] as const) {
      expect((await open(name)).map(({ id }) => id)).toEqual([fall?.id]);
      expect(await nachrichten(name)).toHaveLength(1);
    }
    expect(await open('nachbarKoordination')).toEqual([]);
    expect(await nachrichten('nachbarKoordination')).toEqual([]);
    const { begleitung } = (await app.admit('nachbarCasemanager', rima)) as { begleitung?: string };
    expect(begleitung).toBe('keine');
  });

  test.each([
    [
      'another romanisation',
      { familienname: 'Schewtschenko', vorname: 'Tetjana' },
      { familienname: 'Shevchenko', vorname: 'Tetyana' },
    ],
    [
      'a missing surname',
      { familienname: 'Diallo', vorname: 'Oumar' },
      { familienname: 'XXX', vorname: 'Oumar' },
    ],
    [
      'one more part',
      { familienname: 'Karimi', vorname: 'Farid' },
      { familienname: 'Karimi', vorname: 'Farid Ahmad' },
    ],
  ])('finds %s', async (_what, eins, zwei) => {
    await admitAlpha({ ...eins, geburtsdatum: '1984-06-17' });
    expect((await admitBeta({ ...zwei, geburtsdatum: '1984-06-17' })).begleitung).toBe('moeglich');
  });

  test('is silent about other people, also with one name or day in common', async () => {
    await admitAlpha({ familienname: 'Ahmadi', vorname: 'Ali', geburtsdatum: '1990-01-01' });
    const answers = [
      await admitBeta({ familienname: 'Rezai', vorname: 'Ali', geburtsdatum: '1990-01-01' }),
      await admitBeta({ familienname: 'Ahmadi', vorname: 'Ali', geburtsdatum: '1978-05-30' }),
      await admitBeta({ familienname: 'Ahmadi', vorname: 'Parwin', geburtsdatum: '1990-01-01' }),
    ];
    expect(answers.map(({ begleitung }) => begleitung)).toEqual(['keine', 'keine', 'keine']);
  });

  test('does not report duplicates inside one Träger: they are looked for before', async () => {
    const twin = { familienname: 'Korkmaz', vorname: 'Elif', geburtsdatum: '1979-02-03' };
    await admitAlpha(twin);
    expect((await admitAlpha(twin, 'kollegin')).begleitung).toBe('keine');
  });
});

describe('M102 the codes', () => {
  test('are read by no role that the server can take, and carry no name', async () => {
    for (const table of ['begleitungscode', 'doppelbetreuung', 'abgleich']) {
      const rights = await asAdmin(app, (tx) =>
        tx.all(sql<{ role: string }>`
          select rolname as role from pg_roles where rolname like 'lotse_%' and rolname not in ('lotse_owner', 'lotse_admin')
            and has_table_privilege(rolname, ${table}, 'select, insert, update, delete')`),
      );
      expect([table, rights.map(({ role }) => role)]).toEqual([table, ['lotse_abgleich']]);
    }
    const rows = await asAdmin(app, (tx) => tx.all(sql<{ code: Buffer }>`select code from begleitungscode`));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ code }) => code.length === 32)).toBe(true);
    const columns = await asAdmin(app, (tx) =>
      tx.all(sql<{ name: string }>`select column_name as name from information_schema.column_privileges
        where table_name = 'person' and grantee = 'lotse_abgleich' order by 1`),
    );
    expect(columns.map(({ name }) => name)).not.toContain('familienname');
  });

  test('follow a change of the name, which answers nobody', async () => {
    const { fallId } = await admitAlpha({
      familienname: 'Petrenko',
      vorname: 'Olha',
      geburtsdatum: '1988-11-30',
    });
    const path = `/kreis/${kreis}/fall/${fallId}`;
    const { body: fall } = await app.as('casemanager').get(path);
    const changed = await app.as('casemanager').send('PUT', path, {
      fassung: fall.fassung,
      familienname: 'Kowalenko',
      vorname: 'Olha',
      geburtsdatum: '1988-11-30',
      kommuneId: fall.kommuneId,
      ortsteilId: null,
      zugang: fall.zugang,
      merkmal: fall.merkmal,
      merkmalAb: fall.aufgenommenAm,
      bemerkung: '',
    });
    expect([changed.status, Object.keys(changed.body)]).toEqual([200, ['fassung']]);
    const found = await admitBeta({ familienname: 'Kovalenko', vorname: 'Olga', geburtsdatum: '1988-11-30' });
    expect(found.begleitung).toBe('moeglich');
  });

  test('go with the consent, and what was still open with them', async () => {
    const angaben = { familienname: 'Haile', vorname: 'Selam', geburtsdatum: '1993-07-08' };
    const { nummer } = await admitAlpha(angaben);
    await admitBeta(angaben);
    const mine = async () => (await open()).filter(({ andere }) => andere.nummer === nummer);
    expect(await mine()).toHaveLength(1);
    const { personId } = await asAdmin(app, (tx) =>
      tx.one(sql<{ personId: string }>`select person_id as "personId" from fall where nummer = ${nummer}`),
    );
    await asActor(app, 'casemanager', (tx) => forgetBegleitung(tx, kreis, personId));
    const { anzahl } = await asAdmin(app, (tx) =>
      tx.one(sql<{ anzahl: number }>`
        select count(*)::int as anzahl from begleitungscode where person_id = ${personId}`),
    );
    expect([anzahl, await mine()]).toEqual([0, []]);
  });

  test('nobody checks or forgets a person of others', async () => {
    const angaben = { familienname: 'Tesfay', vorname: 'Yonas', geburtsdatum: '1971-09-09' };
    const { nummer } = await admitAlpha(angaben);
    const { personId } = await asAdmin(app, (tx) =>
      tx.one(sql<{ personId: string }>`select person_id as "personId" from fall where nummer = ${nummer}`),
    );
    const count = () =>
      asAdmin(app, (tx) => tx.all(sql`select 1 from begleitungscode where person_id = ${personId}`));
    const before = (await count()).length;
    for (const name of ['kollegin', 'casemanagerBeta', 'koordination', 'datenschutz'] as const) {
      await asActor(app, name, async (tx) => {
        await forgetBegleitung(tx, kreis, personId);
        const person = { ...angaben, kreisId: kreis, traegerId: traeger.alpha, personId };
        expect(await checkBegleitung(tx, app, person)).toBe('keine');
      });
    }
    expect((await count()).length).toBe(before);
  });
});

test('M102 every check is logged; after twenty answers in an hour only the Koordination learns of a hit', async () => {
  const angaben = { familienname: 'Sylla', vorname: 'Fanta', geburtsdatum: '1995-10-21' };
  await admitBeta(angaben);
  const log = () =>
    asAdmin(app, (tx) =>
      tx.all(sql<{ treffer: boolean; beantwortet: boolean }>`
        select treffer, beantwortet from abgleich where konto_id = ${app.konto.kollegin} order by am`),
    );
  const before = (await log()).length;
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into abgleich (kreis_id, konto_id, treffer, beantwortet)
      select ${kreis}, ${app.konto.kollegin}, false, true from generate_series(1, 20)`),
  );
  const hit = await admitAlpha(angaben, 'kollegin');
  const { nummer } = hit;
  const miss = await admitAlpha(
    { familienname: 'Nyberg', vorname: 'Sif', geburtsdatum: '1961-02-27' },
    'kollegin',
  );
  // Nothing untrue, and no way to tell the two apart.
  expect([hit.begleitung, miss.begleitung]).toEqual(['nur_koordination', 'nur_koordination']);
  expect(Object.keys(hit)).toEqual(Object.keys(miss));
  const known = (await open()).filter(({ fragende }) => fragende.nummer === nummer);
  expect(known).toHaveLength(1);
  expect((await log()).slice(-2)).toEqual([
    { treffer: true, beantwortet: false },
    { treffer: false, beantwortet: false },
  ]);
  expect((await log()).length).toBe(before + 22);
  await asAdmin(app, (tx) => tx.run(sql`update abgleich set am = am - interval '61 minutes'`));
  const later = await admitAlpha({ ...angaben, vorname: 'Fantah' }, 'kollegin');
  expect(later.begleitung).toBe('moeglich');
});

describe('M103 the Koordination mediates', () => {
  const angaben = { familienname: 'Öztürk', vorname: 'Ümit', geburtsdatum: '1982-12-24' };
  let eins: Awaited<ReturnType<typeof admitAlpha>>;
  let id: string;
  beforeAll(async () => {
    eins = await admitAlpha(angaben);
    const zwei = await admitBeta(angaben);
    id = (await open()).find(({ fragende }) => fragende.nummer === zwei.nummer)?.id ?? '';
  });

  test.each([
    [
      'a Träger that has no part in it',
      { stand: 'eine_begleitung', traegerId: traeger.gamma },
      'traeger-unbeteiligt',
    ],
    ['a lead of nobody', { stand: 'federfuehrung', traegerId: null }, 'traeger-unbeteiligt'],
    [
      'tasks without a lead',
      { stand: 'eine_begleitung', traegerId: traeger.alpha, fragendeAufgaben: ['wohnen'] },
      'aufgaben-ohne-federfuehrung',
    ],
    [
      'one task for both',
      {
        stand: 'federfuehrung',
        traegerId: traeger.alpha,
        fragendeAufgaben: ['wohnen'],
        andereAufgaben: ['wohnen'],
      },
      'aufgabe-doppelt',
    ],
    [
      'a task that is no Lebensbereich',
      { stand: 'federfuehrung', traegerId: traeger.alpha, fragendeAufgaben: ['Rima Haddad'] },
      'code-unbekannt',
    ],
  ])('refuses %s', async (_what, body, code) => {
    const reply = await resolve(id, { fragendeAufgaben: [], andereAufgaben: [], ...body });
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  test('notes lead and split of tasks, and tells each side only its own', async () => {
    const body = {
      stand: 'federfuehrung',
      traegerId: traeger.alpha,
      fragendeAufgaben: ['arbeit'],
      andereAufgaben: ['wohnen', 'gesundheit'],
    };
    expect((await resolve(id, body, 'koordinationSueden')).status).toBe(204);
    expect((await resolve(id, body)).status).toBe(404);
    const [alpha] = (await nachrichten('casemanager')).slice(-1);
    expect(alpha).toMatchObject({
      art: 'doppelbetreuung.geklaert',
      daten: {
        stand: 'federfuehrung',
        nummer: eins.nummer,
        fuehrt: true,
        aufgaben: ['wohnen', 'gesundheit'],
        andererTraegerId: traeger.beta,
      },
    });
    const [beta] = (await nachrichten('casemanagerBeta')).slice(-1);
    expect(beta?.daten).toMatchObject({ fuehrt: false, aufgaben: ['arbeit'] });
    expect(JSON.stringify(beta)).not.toContain(eins.nummer);
  });

  test('the case shows the agreement to those who work on it, and to nobody else', async () => {
    const path = `/kreis/${kreis}/fall/${eins.fallId}/begleitung`;
    expect((await app.as('casemanager').get(path)).body).toMatchObject([
      {
        andererTraegerId: traeger.beta,
        federfuehrungTraegerId: traeger.alpha,
        eigeneAufgaben: ['wohnen', 'gesundheit'],
        andereAufgaben: ['arbeit'],
      },
    ]);
    for (const name of ['kollegin', 'casemanagerBeta', 'koordination'] as const) {
      expect((await app.as(name).get(path)).body).toEqual([]);
    }
  });

  test('two different people: only the one who asked hears of it, and the pair is not reported again', async () => {
    const doppel = { familienname: 'Camara', vorname: 'Binta', geburtsdatum: '1999-05-16' };
    const alpha = await admitAlpha(doppel);
    const beta = await admitBeta(doppel);
    const fall = (await open()).find(({ fragende }) => fragende.nummer === beta.nummer);
    const heard = (await nachrichten('casemanager')).length;
    const body = { stand: 'verschieden', traegerId: null, fragendeAufgaben: [], andereAufgaben: [] };
    expect((await resolve(fall?.id ?? '', body)).status).toBe(204);
    expect(await nachrichten('casemanager')).toHaveLength(heard);
    expect((await nachrichten('casemanagerBeta')).at(-1)?.daten).toMatchObject({ stand: 'verschieden' });
    const { personId } = await asAdmin(app, (tx) =>
      tx.one(
        sql<{ personId: string }>`select person_id as "personId" from fall where nummer = ${alpha.nummer}`,
      ),
    );
    const again = await asActor(app, 'casemanager', (tx) =>
      checkBegleitung(tx, app, { ...doppel, kreisId: kreis, traegerId: traeger.alpha, personId }),
    );
    expect(again).toBe('keine');
  });
});
