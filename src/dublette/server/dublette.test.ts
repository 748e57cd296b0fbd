import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { renewSuchschluessel } from './renew.ts';
import { asActor, asAdmin, attempt } from '#test/support/relation.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const rima = { familienname: 'Haddad', vorname: 'Rima', geburtsdatum: '1991-08-12' };
const reema = { familienname: 'Hadad', vorname: 'Reema', geburtsdatum: '1991-12-08' };
const base = `/kreis/${kreis}`;

async function search(angaben: object, by: ActorName = 'casemanager', traegerId: string = traeger.alpha) {
  return app.as(by).send('POST', `${base}/dublette/suche`, { traegerId, ...angaben });
}

async function admit(angaben: object, by: ActorName = 'casemanager') {
  const { fallId, nummer } = await app.admit(by, { ...angaben });
  const { personId } = await asAdmin(app, (tx) =>
    tx.one(sql<{ personId: string }>`select person_id as "personId" from fall where id = ${fallId}`),
  );
  return { fallId, nummer, personId };
}

async function list(by: ActorName = 'casemanager') {
  const { status, body } = await app.as(by).get(`${base}/dublette`);
  expect(status).toBe(200);
  return body;
}

const propose = (bleibtId: string, gehtAufId: string, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', `${base}/zusammenfuehrung`, { bleibtId, gehtAufId });
const decide = (id: string, by: ActorName, body: object = {}) =>
  app.as(by).send('POST', `${base}/zusammenfuehrung/${id}/entscheidung`, {
    zustimmung: true,
    abschluss: null,
    ...body,
  });
const undo = (id: string, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', `${base}/zusammenfuehrung/${id}/loesung`);

describe('M102 search before a named record is made', () => {
  let mine: Awaited<ReturnType<typeof admit>>;
  let hers: Awaited<ReturnType<typeof admit>>;
  beforeAll(async () => {
    mine = await admit(rima);
    hers = await admit(
      { familienname: 'Al Hassan', vorname: 'Mohamed', geburtsdatum: '1984-06-17' },
      'kollegin',
    );
    await app.admit('casemanagerBeta', { ...rima, kommuneId: null });
  });

  test('finds one’s own record under another romanisation with exchanged day and month, and says why', async () => {
    const { body } = await search(reema);
    expect(body.treffer).toMatchObject([
      {
        personId: mine.personId,
        nummer: mine.nummer,
        name: rima,
        gruende: ['name-umschrift', 'datum-vertauscht'],
      },
    ]);
  });

  test('of a colleague’s record shows number, colleague, score and reasons, but neither name nor birth date', async () => {
    const { body } = await search({
      familienname: 'Muhammad',
      vorname: 'Al-Hasan',
      geburtsdatum: '1984-06-17',
    });
    expect(body.treffer).toHaveLength(1);
    expect(body.treffer[0]).toMatchObject({
      nummer: hers.nummer,
      casemanagerId: app.konto.kollegin,
      name: null,
    });
    expect(body.treffer[0].punkte).toBeGreaterThan(90);
    expect(JSON.stringify(body)).not.toMatch(/Mohamed|Al Hassan|1984/);
  });

  test('looks at the own Träger only; another one does not exist', async () => {
    expect((await search(rima, 'casemanagerBeta', traeger.alpha)).status).toBe(404);
    const { body } = await search(rima, 'casemanagerBeta', traeger.beta);
    expect(body.treffer.map((each: { nummer: string }) => each.nummer)).not.toContain(mine.nummer);
    for (const name of ['koordination', 'traegerleitung', 'casemanager_abh'] as const) {
      expect((await search(rima, name)).status).toBe(404);
    }
  });

  test('leaves a row in the access log and stores nothing of what was typed', async () => {
    await search({ familienname: 'Zzyzx', vorname: 'Qwertz', geburtsdatum: null });
    await search(reema);
    const rows = await asAdmin(app, (tx) =>
      tx.all(sql<{ person_id: string[] }>`
        select person_id from lesezugriff where vorgang = 'dublette.suchen' and konto_id = ${app.konto.casemanager}`),
    );
    expect(rows.at(-1)?.person_id).toEqual([mine.personId]);
    expect(JSON.stringify(await dump([]))).not.toMatch(/zzyzx|qwertz/i);
  });

  test('does not find a locked person', async () => {
    await asAdmin(app, (tx) =>
      tx.run(sql`update person set gesperrt_am = now() where id = ${mine.personId}`),
    );
    expect((await search(reema)).body.treffer).toEqual([]);
    await asAdmin(app, (tx) => tx.run(sql`update person set gesperrt_am = null where id = ${mine.personId}`));
  });

  test('records of before the check are found once their keys were made', async () => {
    await asAdmin(app, (tx) =>
      tx.run(sql`update person set suchschluessel = '{}' where id = ${mine.personId}`),
    );
    await asAdmin(app, (tx) => tx.run(sql`delete from begleitungscode where person_id = ${mine.personId}`));
    expect((await search(reema)).body.treffer).toEqual([]);
    expect(await renewSuchschluessel(app)).toBe(1);
    expect(await renewSuchschluessel(app)).toBe(0);
    expect((await search(reema)).body.treffer).toMatchObject([{ personId: mine.personId }]);
    const codes = await asAdmin(app, (tx) =>
      tx.all(sql`select 1 from begleitungscode where person_id = ${mine.personId}`),
    );
    expect(codes.length).toBeGreaterThan(0);
  });

  test('a changed name is found under the new one', async () => {
    const { fallId, nummer } = await admit({ familienname: 'Petrenko', vorname: 'Olha', geburtsdatum: null });
    const { body: fall } = await app.as('casemanager').get(`${base}/fall/${fallId}`);
    await app.as('casemanager').send('PUT', `${base}/fall/${fallId}`, {
      fassung: fall.fassung,
      familienname: 'Kowalenko',
      vorname: 'Olha',
      geburtsdatum: null,
      kommuneId: fall.kommuneId,
      ortsteilId: null,
      zugang: fall.zugang,
      merkmal: fall.merkmal,
      merkmalAb: fall.aufgenommenAm,
      bemerkung: '',
    });
    const { body } = await search({ familienname: 'Kovalenko', vorname: 'Olga', geburtsdatum: null });
    expect(body.treffer.map((each: { nummer: string }) => each.nummer)).toEqual([nummer]);
  });
});

/** Rows of all tables, without what a merge may write. */
async function dump(without: readonly string[]): Promise<Record<string, unknown>> {
  return asAdmin(app, async (tx) => {
    const tables = await tx.all(sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
    const rows: Record<string, unknown> = {};
    for (const { name } of tables.filter((table) => !without.includes(table.name))) {
      const all = await tx.all(sql<{ row: string }>`
        select (to_jsonb(t) - 'aufgegangen_in' - 'zuletzt_am')::text as row from ${sql.table(name)} t order by 1`);
      rows[name] = all.map(({ row }) => row);
    }
    return rows;
  });
}
const written = ['zusammenfuehrung', 'ereignis', 'lesezugriff', 'nachricht', 'idempotenz', 'sitzung'];

describe('M102 two records of one person', () => {
  let bleibt: Awaited<ReturnType<typeof admit>>;
  let gehtAuf: Awaited<ReturnType<typeof admit>>;
  let at = 0;
  beforeEach(async () => {
    at += 1;
    const tag = `1970-05-${String(at + 10)}`;
    bleibt = await admit({ familienname: 'Yıldız', vorname: 'Çiğdem', geburtsdatum: tag });
    gehtAuf = await admit({ familienname: 'Yildiz', vorname: 'Cigdem', geburtsdatum: tag }, 'kollegin');
  });

  const id = async () => (await propose(bleibt.personId, gehtAuf.personId)).body.zusammenfuehrungId as string;
  const abschluss = { grund: 'bearbeitet', ab: '2023-03-01' };

  test('stand as a pair on the page until somebody says that they are different', async () => {
    const pairs = async () =>
      (await list()).paar.filter(
        (paar: { anderer: { nummer: string } }) => paar.anderer.nummer === gehtAuf.nummer,
      );
    expect(await pairs()).toMatchObject([
      { eintrag: { nummer: bleibt.nummer }, anderer: { nummer: gehtAuf.nummer, name: null } },
    ]);
    const body = { personId: gehtAuf.personId, andereId: bleibt.personId };
    expect((await app.as('casemanagerBeta').send('POST', `${base}/dublette/verschieden`, body)).status).toBe(
      404,
    );
    expect((await app.as('casemanager').send('POST', `${base}/dublette/verschieden`, body)).status).toBe(204);
    expect(await pairs()).toEqual([]);
  });

  test('need a second colleague, who sees both names while the proposal waits', async () => {
    const zusammenfuehrungId = await id();
    expect((await decide(zusammenfuehrungId, 'casemanager')).body.code).toBe('vier-augen');
    expect((await decide(zusammenfuehrungId, 'casemanagerBeta')).status).toBe(404);
    const waiting = async (by: ActorName) =>
      (await list(by)).vorschlag.find((each: { id: string }) => each.id === zusammenfuehrungId);
    expect(await waiting('casemanager')).toMatchObject({
      bleibt: { name: { vorname: 'Çiğdem' } },
      gehtAuf: { name: null },
      abilities: { entscheiden: false, loesen: true },
    });
    expect(await waiting('kollegin')).toMatchObject({
      bleibt: { name: { vorname: 'Çiğdem' } },
      gehtAuf: { name: { vorname: 'Cigdem' } },
      abilities: { entscheiden: true, loesen: false },
    });
    const told = await asAdmin(app, (tx) =>
      tx.all(sql`select 1 from nachricht where konto_id = ${app.konto.kollegin}
        and art = 'zusammenfuehrung.vorgeschlagen' and gegenstand_id = ${zusammenfuehrungId}`),
    );
    expect(told).toHaveLength(1);
  });

  test('cannot be linked past the second colleague, not even as SQL', async () => {
    const zusammenfuehrungId = await id();
    const link = sql`update person set aufgegangen_in = ${bleibt.personId} where id = ${gehtAuf.personId}`;
    expect(await attempt(app, 'kollegin', link)).toBe('refused');
    const agree = sql`update zusammenfuehrung set stand = 'zusammengefuehrt', entschieden_von = ${app.konto.kollegin},
      entschieden_am = now() where id = ${zusammenfuehrungId}`;
    expect(await attempt(app, 'casemanager', agree)).toBe('refused');
    const own = await asActor(app, 'casemanager', (tx) =>
      tx.one(
        sql`select zusammenfuehrung_entscheiden(${kreis}, ${zusammenfuehrungId}::uuid, true) as outcome`,
      ),
    );
    expect(own).toEqual({ outcome: 'vier-augen' });
    const forged = sql`insert into zusammenfuehrung (kreis_id, traeger_id, bleibt_id, geht_auf_id, punkte, gruende, vorgeschlagen_von)
      values (${kreis}, ${traeger.alpha}, ${bleibt.personId}, ${gehtAuf.personId}, 1, '{}', ${app.konto.kollegin})`;
    expect(await attempt(app, 'casemanager', forged)).toBe('refused');
  });

  test('when both cases are open, agreeing asks for the reason with which the absorbed one ends', async () => {
    const zusammenfuehrungId = await id();
    const missing = await decide(zusammenfuehrungId, 'kollegin');
    expect([missing.status, missing.body.code]).toEqual([422, 'abschluss-fehlt']);
    const wrong = await decide(zusammenfuehrungId, 'kollegin', {
      abschluss: { grund: 'nie', ab: '2023-03-01' },
    });
    expect(wrong.body.code).toBe('code-unbekannt');
    expect((await decide(zusammenfuehrungId, 'kollegin', { abschluss })).status).toBe(204);
    const { body } = await app.as('kollegin').get(`${base}/fall/${gehtAuf.fallId}`);
    expect(body).toMatchObject({ status: 'abgeschlossen', statusGrund: 'bearbeitet' });
    expect(body.episode).toHaveLength(1);
  });

  test('where the absorbed case is the proposer’s, he is asked to close it himself', async () => {
    const { body } = await propose(gehtAuf.personId, bleibt.personId);
    expect((await decide(body.zusammenfuehrungId, 'kollegin')).status).toBe(204);
    const [told] = await asAdmin(app, (tx) =>
      tx.all(sql`select gegenstand_id, daten from nachricht where konto_id = ${app.konto.casemanager}
        and art = 'zusammenfuehrung.fall_offen' order by erfasst_am desc`),
    );
    expect(told).toEqual({ gegenstand_id: bleibt.fallId, daten: { nummer: bleibt.nummer } });
  });

  test('the file says with whom it was merged, and opens the other where one works on it', async () => {
    const zusammenfuehrungId = await id();
    await decide(zusammenfuehrungId, 'kollegin', { abschluss });
    const of = async (fallId: string, by: ActorName) =>
      (await app.as(by).get(`${base}/fall/${fallId}/zusammenfuehrung`)).body;
    expect(await of(bleibt.fallId, 'casemanager')).toMatchObject([
      { id: zusammenfuehrungId, bleibt: true, anderer: { nummer: gehtAuf.nummer, name: null } },
    ]);
    expect(await of(gehtAuf.fallId, 'kollegin')).toMatchObject([
      { bleibt: false, anderer: { nummer: bleibt.nummer } },
    ]);
    expect(await of(bleibt.fallId, 'kollegin')).toEqual([]);
    expect((await undo(zusammenfuehrungId, 'casemanagerBeta')).status).toBe(404);
    expect((await undo(zusammenfuehrungId)).status).toBe(204);
    expect(await of(bleibt.fallId, 'casemanager')).toEqual([]);
  });

  test('no second proposal, no chain, no record without a case in front of one with a case', async () => {
    const zusammenfuehrungId = await id();
    expect((await propose(bleibt.personId, gehtAuf.personId)).body.code).toBe('schon-vorgeschlagen');
    expect((await propose(gehtAuf.personId, bleibt.personId)).body.code).toBe('schon-vorgeschlagen');
    await decide(zusammenfuehrungId, 'kollegin', { abschluss });
    const third = await admit({ familienname: 'Yıldız', vorname: 'Çiğdem', geburtsdatum: '1970-05-11' });
    expect((await propose(third.personId, bleibt.personId)).body.code).toBe('nicht-zusammenfuehrbar');
    await asAdmin(app, (tx) => tx.run(sql`update fall set person_id = null where id = ${third.fallId}`));
    await undo(zusammenfuehrungId);
    expect((await propose(third.personId, bleibt.personId)).body.code).toBe('bleibt-ohne-fall');
  });

  test('a colleague’s record that is no hit cannot be proposed', async () => {
    const stranger = await admit(
      { familienname: 'Mensah', vorname: 'Kofi', geburtsdatum: '2001-01-30' },
      'kollegin',
    );
    expect((await propose(bleibt.personId, stranger.personId)).status).toBe(404);
    expect((await propose(gehtAuf.personId, stranger.personId)).status).toBe(404);
  });

  test('the search for a case shows the record that stays', async () => {
    const zwei = await admit({
      familienname: 'Nimmersatt',
      vorname: 'Wassilissa',
      geburtsdatum: '1960-02-02',
    });
    const eins = await admit({ familienname: 'Nimmersatt', vorname: 'Vasilisa', geburtsdatum: '1960-02-02' });
    const found = async () => {
      const { body } = await app
        .as('casemanager')
        .send('POST', `${base}/fall/suche`, { suche: 'Wassilissa' });
      return (body.fall as { nummer: string }[]).map(({ nummer }) => nummer);
    };
    expect(await found()).toContain(zwei.nummer);
    const { body } = await propose(eins.personId, zwei.personId);
    expect((await decide(body.zusammenfuehrungId, 'kollegin')).status).toBe(204);
    expect(await found()).toEqual([eins.nummer]);
    await undo(body.zusammenfuehrungId);
    expect(await found()).toContain(zwei.nummer);
  });

  test('any sequence of proposing, agreeing, refusing and undoing leaves all other tables as they were', async () => {
    const third = await admit({
      familienname: 'Yıldız',
      vorname: 'Çiğdem',
      geburtsdatum: `1970-05-${at + 10}`,
    });
    await app.as('kollegin').send('POST', `${base}/fall/${gehtAuf.fallId}/status`, {
      fassung: 1,
      status: 'abgeschlossen',
      ...abschluss,
      begruendung: '',
    });
    const before = await dump(written);
    const people: ActorName[] = ['casemanager', 'kollegin'];
    const records = [bleibt.personId, gehtAuf.personId, third.personId];
    let seed = 20_230_401;
    const draw = <T>(from: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return from[Math.floor((seed / 2_147_483_648) * from.length)] as T;
    };
    const outcomes = new Set<string>();
    const made: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const by = draw(people);
      const act = draw(['propose', 'agree', 'refuse', 'undo'] as const);
      const zusammenfuehrungId = made.length === 0 ? '' : draw(made.slice(-3));
      if (act === 'propose' || zusammenfuehrungId === '') {
        const { status, body } = await propose(draw(records), draw(records), by);
        if (status === 201) made.push(body.zusammenfuehrungId);
        outcomes.add(`propose ${status}`);
      } else if (act === 'undo') outcomes.add(`undo ${(await undo(zusammenfuehrungId, by)).status}`);
      else {
        const reply = await decide(zusammenfuehrungId, by, { zustimmung: act === 'agree' });
        outcomes.add(`${act} ${reply.status}`);
      }
    }
    // Linked once more and open at the end, or not: nothing else may differ.
    for (const each of made) await undo(each).then(() => undo(each, 'kollegin'));
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['propose 201', 'agree 204', 'refuse 204', 'undo 204']),
    );
    expect(await dump(written)).toEqual(before);
    const { anzahl } = await asAdmin(app, (tx) =>
      tx.one(sql<{ anzahl: number }>`
        select count(*)::int as anzahl from person where id = any (${records}::uuid[]) and aufgegangen_in is not null`),
    );
    expect(anzahl).toBe(0);
  });
});
