import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { actorPlan, kreis, type ActorName } from '#test/support/fixture.ts';
import { closeCase, handOver, standIn } from '#test/support/arrange-fall.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let fallId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from vertretung`);
  ({ fallId } = await app.admit());
});

const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/notiz${rest}`;
const ebenen = ['traeger', 'fall', 'ich'] as const;

async function write(
  ebene: string,
  text = `Rima, Ebene ${ebene}`,
  by: ActorName = 'casemanager',
): Promise<string> {
  const reply = await app.as(by).send('POST', path(), { text, ebene });
  expect(reply.status).toBe(201);
  return reply.body.notizId;
}

async function read(by: ActorName = 'casemanager') {
  const { status, body } = await app.as(by).get(`/kreis/${kreis}/fall/${fallId}/aufgabe`);
  return status === 200 ? body.notiz : status;
}

const levels = async (by: ActorName) => {
  const notizen = await read(by);
  return Array.isArray(notizen) ? notizen.map(({ ebene }: { ebene: string }) => ebene).toSorted() : notizen;
};

/** What the account reads with SQL of its own, under the role of the running server. */
async function levelsAsSql(name: ActorName, zweck?: 'uebergabe'): Promise<string[]> {
  const konto = { kreisId: actorPlan[name].kreisId, kontoId: app.konto[name] };
  const rows = await app.db.asKonto(konto, zweck ? { zweck, zweckKreis: kreis } : {}, (tx) =>
    tx.all(sql<{ ebene: string }>`select ebene from notiz where fall_id = ${fallId} order by ebene`),
  );
  return rows.map(({ ebene }) => ebene);
}

const age = (notizId: string, hours: number) =>
  arrange(
    app,
    sql`update notiz set erfasst_am = now() - make_interval(hours => ${hours}) where id = ${notizId}`,
  );

describe('who reads a note', () => {
  test('M169 a substitute reads the notes of the case and of the Träger, never those for oneself', async () => {
    for (const ebene of ebenen) await write(ebene);
    expect(await levels('casemanager')).toEqual(['fall', 'ich', 'traeger']);
    expect(await levels('kollegin')).toBe(404);
    await standIn(app, 'kollegin', 'casemanager');
    expect(await levels('kollegin')).toEqual(['fall', 'traeger']);
    await write('ich', 'nur für die Vertretung', 'kollegin');
    expect(await levels('casemanager')).toEqual(['fall', 'ich', 'traeger']);
  });

  test('M169 after a hand-over the next Träger reads the shared notes only; the others come back with the case', async () => {
    for (const ebene of ebenen) await write(ebene);
    await handOver(app, fallId, 'casemanagerBeta');
    expect(await levels('casemanagerBeta')).toEqual(['fall']);
    expect(await levels('casemanager')).toBe(404);
    expect(await levelsAsSql('casemanager')).toEqual([]);
    await write('traeger', 'Notiz von Beta', 'casemanagerBeta');
    await handOver(app, fallId, 'casemanager');
    expect(await levels('casemanager')).toEqual(['fall', 'ich', 'traeger']);
  });

  test('M399 the database itself keeps the levels, whatever the application asks', async () => {
    for (const ebene of ebenen) await write(ebene);
    await standIn(app, 'kollegin', 'casemanager');
    const seen = new Map<ActorName, readonly string[]>([
      ['casemanager', ['fall', 'ich', 'traeger']],
      ['kollegin', ['fall', 'traeger']],
    ]);
    for (const name of Object.keys(actorPlan) as ActorName[]) {
      expect([name, await levelsAsSql(name)]).toEqual([name, seen.get(name) ?? []]);
    }
    // A purpose that opens a whole Kreis opens no notes.
    expect(await levelsAsSql('koordination', 'uebergabe')).toEqual([]);
    expect(await levelsAsSql('casemanagerBeta', 'uebergabe')).toEqual([]);
    await expect(
      app.db.asKonto({ kreisId: kreis, kontoId: app.konto.kollegin }, {}, (tx) =>
        tx.run(sql`update notiz set ebene = 'fall' where fall_id = ${fallId}`),
      ),
    ).resolves.toBe(0);
  });

  test('M399 after a withdrawal nobody reads a note, and what is stored shows no word of it', async () => {
    await write('fall', 'Rima sucht eine Wohnung');
    const [row] = await look(
      app,
      sql<{ siegel: Buffer; person_id: string }>`select n.text_siegel as siegel, f.person_id from notiz n
        join fall f on f.id = n.fall_id where n.fall_id = ${fallId}`,
    );
    expect(row!.siegel.toString('latin1')).not.toContain('Rima');
    await arrange(app, sql`update person set gesperrt_am = now() where id = ${row!.person_id}`);
    expect(await read()).toBe(404);
    expect(await levelsAsSql('casemanager')).toEqual([]);
    expect((await app.as('casemanager').send('POST', path(), { text: 'x', ebene: 'fall' })).status).toBe(403);
  });
});

describe('what is written stands', () => {
  test('M169 for 24 hours the author puts a note right, later it is amended and the old text stays', async () => {
    const notizId = await write('fall', 'Termin beim Jobcentr');
    const put = (body: object, by: ActorName = 'casemanager') =>
      app.as(by).send('PUT', path(`/${notizId}`), { ebene: 'fall', fassung: 1, ...body });
    expect((await put({ text: 'Termin beim Jobcenter' })).body).toEqual({ fassung: 2 });
    expect((await put({ text: 'zu spät gelesen' })).body.code).toBe('gleichzeitig-geaendert');
    await standIn(app, 'kollegin', 'casemanager');
    expect((await put({ text: 'fremd', fassung: 2 }, 'kollegin')).body.code).toBe('notiz-steht');

    await age(notizId, 25);
    const late = await put({ text: 'anders', fassung: 2 });
    expect([late.status, late.body.code]).toEqual([409, 'notiz-steht']);
    expect((await app.as('casemanager').send('DELETE', path(`/${notizId}`))).body.code).toBe('notiz-steht');
    const amend = await app
      .as('kollegin')
      .send('POST', path(`/${notizId}/nachtrag`), { text: 'Er fiel aus.' });
    expect(amend.status).toBe(201);
    expect(await read()).toMatchObject([
      {
        text: 'Termin beim Jobcenter',
        aenderbarBis: null,
        nachtrag: [{ text: 'Er fiel aus.', vonName: 'Konto kollegin' }],
      },
    ]);
  });

  test('M169 neither an old note nor an amendment can be changed or removed by SQL of the running server', async () => {
    const notizId = await write('traeger', 'steht');
    await age(notizId, 25);
    await app.as('casemanager').send('POST', path(`/${notizId}/nachtrag`), { text: 'dazu' });
    const attempt = (statement: ReturnType<typeof sql>) =>
      app.db
        .asKonto({ kreisId: kreis, kontoId: app.konto.casemanager }, {}, (tx) => tx.run(statement))
        .catch((error: Error) => error.message);
    expect(await attempt(sql`update notiz set text_siegel = 'x' where id = ${notizId}`)).toBe(0);
    expect(await attempt(sql`delete from notiz where id = ${notizId}`)).toBe(0);
    for (const change of [sql`update nachtrag set text_siegel = 'x'`, sql`delete from nachtrag`]) {
      expect(await attempt(change)).toContain('permission denied');
    }
    expect(await attempt(sql`update notiz set erfasst_am = now() where id = ${notizId}`)).toContain(
      'permission',
    );
    // In somebody else's name nothing is written.
    const foreign = sql`insert into nachtrag (kreis_id, fall_id, notiz_id, text_siegel, erfasst_von)
      values (${kreis}, ${fallId}, ${notizId}, 'x', ${app.konto.kollegin})`;
    expect(await attempt(foreign)).toContain('row-level security');
  });

  test('a fresh note in the wrong case is taken back by its author', async () => {
    const notizId = await write('ich', 'falscher Fall');
    expect((await app.as('casemanager').send('DELETE', path(`/${notizId}`))).status).toBe(204);
    expect(await read()).toEqual([]);
  });

  test('a closed case is read and not written', async () => {
    const notizId = await write('fall');
    await closeCase(app, fallId);
    const amend = await app.as('casemanager').send('POST', path(`/${notizId}/nachtrag`), { text: 'x' });
    expect([amend.status, amend.body.code]).toEqual([422, 'fall-abgeschlossen']);
    expect(await levels('casemanager')).toEqual(['fall']);
  });
});

describe('searching in one case file', () => {
  const search = (by: ActorName, text: string, fall = fallId) =>
    app.as(by).send('POST', `/kreis/${kreis}/fall/${fall}/suche`, { text });

  test('M169 finds words in what the reader may read, says where, and nothing of other files', async () => {
    await write('ich', 'Vertraulich: Café Müller, nur für mich');
    await write('fall', 'Treffen im cafe an der Straße');
    const aufgabe = await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/aufgabe`, {
      text: 'Café anrufen',
      faelligAm: null,
      zustaendigId: null,
    });
    expect(aufgabe.status).toBe(201);
    const other = await app.admit('casemanager', { bemerkung: 'Café nebenan' });

    const { body } = await search('casemanager', 'CAFÉ');
    expect(body.treffer.map(({ art }: { art: string }) => art).toSorted()).toEqual([
      'aufgabe',
      'notiz',
      'notiz',
    ]);
    for (const { auszug, von, bis } of body.treffer) expect(auszug.slice(von, bis)).toMatch(/^caf[eé]$/i);
    expect((await search('casemanager', 'cafe', other.fallId)).body.treffer).toMatchObject([
      { art: 'bemerkung' },
    ]);

    // The levels hold in the search as on the page, and a foreign file is as if it were not there.
    await standIn(app, 'kollegin', 'casemanager');
    const found = (await search('kollegin', 'cafe')).body.treffer.map(
      ({ auszug }: { auszug: string }) => auszug,
    );
    expect(found.join()).not.toContain('Vertraulich');
    expect(found).toHaveLength(2);
    for (const by of ['casemanagerBeta', 'koordination', 'administration'] as const)
      expect(`${by} ${(await search(by, 'cafe')).status}`).toMatch(/ 40[34]$/);
    await handOver(app, fallId, 'casemanagerBeta');
    expect((await search('casemanager', 'cafe')).status).toBe(404);

    const [read] = await look<{ anzahl: number }>(
      app,
      sql`select count(*)::int as anzahl from lesezugriff where vorgang = 'notiz.suche'`,
    );
    expect(read?.anzahl).toBe(3);
  });
});
