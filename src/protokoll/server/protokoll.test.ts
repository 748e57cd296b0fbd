import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';
import { cleanUp } from './clean-up.ts';
import { runNight, type Ort } from './run.ts';
import { sealProtokoll } from './seal.ts';

let app: TestApp;
let own: TestCase;
let foreign: TestCase;
let ort: Ort;
const path = `/kreis/${kreis}/protokoll`;
beforeAll(async () => {
  app = await startTestApp();
  own = await insertCase(app, 'eigen');
  foreign = await insertCase(app, 'fremderTraeger');
  ort = {
    ...app,
    config: { datenDir: await mkdtemp(join(tmpdir(), 'lotse-protokoll-')) },
    now: () => new Date(),
  };
});
afterAll(() => app.close());

const officer = () => app.as('datenschutz');
const heute = today();

/** Reads of an account on a day at an hour in Germany, one file each. */
async function addReads(
  name: ActorName,
  tag: string,
  stunde: number,
  personen: readonly string[],
): Promise<void> {
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into lesezugriff (kreis_id, am, konto_id, person_id, vorgang)
      select ${kreis}, (${tag}::date + make_interval(hours => ${stunde}, secs => n)) at time zone 'Europe/Berlin',
        ${app.konto[name]}, array[p], 'fall.get' from unnest(${personen}::uuid[]) with ordinality x (p, n)`),
  );
}

const invented = (anzahl: number): string[] => Array.from({ length: anzahl }, () => crypto.randomUUID());

/** A Wednesday that lies a while back, so that no other test reads on it. */
function wednesday(wochen: number): string {
  const day = new Date(`${heute}T12:00:00Z`).getUTCDay();
  return addDays(heute, -((day + 4) % 7) - 7 * wochen);
}

async function search(tag: string): Promise<string[]> {
  const grenzen = { stunde: 10, tag: 25, spaet: 3, fremd: 8, ende: 12 };
  await asAdmin(app, (tx) => tx.run(sql`delete from auffaelligkeit`));
  await app.owner((tx) =>
    tx.run(sql`select auffaelligkeit_suchen(${kreis}, ${tag}::date, ${JSON.stringify(grenzen)}::jsonb)`),
  );
  const rows = await look(app, sql<{ art: string }>`select art from auffaelligkeit order by art`);
  return rows.map(({ art }) => art);
}

test('M399 the officer sees who read and wrote what, when, from where and in which role, by case numbers and never by names', async () => {
  await app.as('casemanager').get(`/kreis/${kreis}/fall/${own.fallId}`);
  await app.as('casemanagerBeta').get(`/kreis/${kreis}/fall/${foreign.fallId}`);
  const { status, body } = await officer().get(path);
  expect(status).toBe(200);
  expect(body.zeile[0]).toMatchObject({
    konto: 'Konto casemanagerBeta',
    rollen: ['casemanager'],
    vorgang: 'fall.get',
    personen: 1,
    nummern: [expect.stringContaining('T-fremderTraeger')],
  });
  expect(JSON.stringify(body)).not.toContain('Kanari');
  const filtered = async (query: string) =>
    (await officer().get(`${path}?${query}`)).body.zeile as { konto: string }[];
  const [number] = body.zeile[1].nummern as string[];
  expect((await filtered(`nummer=${number}`)).map(({ konto }) => konto)).toEqual(['Konto casemanager']);
  expect(await filtered(`kontoId=${app.konto.casemanager}&vorgang=fall.get`)).toHaveLength(1);
  expect(await filtered(`von=${addDays(heute, 1)}`)).toEqual([]);
  expect(await filtered(`bis=${addDays(heute, -1)}`)).toEqual([]);
  expect((await filtered(`von=${heute}&bis=${heute}`)).length).toBeGreaterThan(1);
  // The same after the rows are sealed, when blocks are the index.
  await sealProtokoll(app.owner);
  expect((await filtered(`nummer=${number}&von=${heute}`)).map(({ konto }) => konto)).toEqual([
    'Konto casemanager',
  ]);
  const table = await officer().get(`${path}/csv`);
  expect(table.headers.get('content-type')).toContain('text/csv');
  expect(new TextDecoder().decode(table.bytes)).toContain('Akte geöffnet');
  expect((await officer().get(`${path}?art=schreiben`)).body.zeile[0]).toMatchObject({
    vorgang: 'protokoll.ausgegeben',
  });
});

test('M399 the officer of one Träger sees what concerns it, the officer of the Kreis all', async () => {
  const seen = async () => {
    const { body } = await officer().get(path);
    return (body.zeile as { konto: string }[]).map(({ konto }) => konto);
  };
  expect(await seen()).toEqual(['Konto casemanagerBeta', 'Konto casemanager']);
  await asAdmin(app, (tx) =>
    tx.run(sql`update rolle set traeger_id = ${traeger.alpha} where konto_id = ${app.konto.datenschutz}`),
  );
  expect(await seen()).toEqual(['Konto casemanager']);
  const { body } = await officer().get(`${path}/stand`);
  expect(body.konto.map((konto: { name: string }) => konto.name)).not.toContain('Konto casemanagerBeta');
  await asAdmin(app, (tx) =>
    tx.run(sql`update rolle set traeger_id = null where konto_id = ${app.konto.datenschutz}`),
  );
});

test('M399 what is unusual is a finding: many files, others’ files, at night, the same surname, before a role ends', async () => {
  const tag = wednesday(10);
  // A quiet month before: the habit of the account.
  for (const n of [5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23])
    await addReads('casemanager', addDays(tag, -n), 10, [own.personId]);
  await addReads('casemanager', tag, 10, [own.personId, own.personId]);
  expect(await search(tag)).toEqual([]);
  await addReads('casemanager', addDays(tag, 1), 10, invented(12));
  expect(await search(addDays(tag, 1))).toEqual(['fremde_akten', 'viele_akten_stunde']);
  await addReads('casemanager', addDays(tag, 2), 23, invented(4));
  expect(await search(addDays(tag, 2))).toEqual(['ungewohnte_zeit']);
  await addReads('casemanager', addDays(tag, 3), 12, invented(4));
  expect(await search(addDays(tag, 3))).toEqual(['ungewohnte_zeit']);
  for (let n = 0; n < 3; n += 1) await addReads('kollegin', addDays(tag, 5), 9 + n, invented(9));
  expect(await search(addDays(tag, 5))).toEqual(['fremde_akten', 'viele_akten_tag']);
  await asAdmin(app, (tx) =>
    tx.run(sql`update konto set name = 'Anna kanari EIGEN' where id = ${app.konto.casemanager_abh}`),
  );
  await asAdmin(app, (tx) =>
    tx.run(sql`update person set familienname = 'Eigen' where id = ${own.personId}`),
  );
  await addReads('casemanager_abh', addDays(tag, 6), 10, [own.personId]);
  expect(await search(addDays(tag, 6))).toEqual(['gleicher_name']);
  const shown = (await officer().get(`${path}/auffaelligkeit`)).body as Record<string, unknown>[];
  expect(shown[0]).not.toHaveProperty('personId');
  await asAdmin(app, (tx) =>
    tx.run(sql`update rolle set gueltig_bis = (${addDays(tag, 9)}::date + time '17:00') at time zone 'Europe/Berlin'
      where konto_id = ${app.konto.casemanagerBeta}`),
  );
  for (let n = 0; n < 5; n += 1) await addReads('casemanagerBeta', addDays(tag, 5 + n), 14, invented(4));
  expect(await search(addDays(tag, 9))).toContain('vor_rollenende');
  await asAdmin(app, (tx) =>
    tx.run(sql`update rolle set gueltig_bis = null where konto_id = ${app.konto.casemanagerBeta}`),
  );
});

test('M399 the officer is told without names, settles a finding with a note, and two at once do not overwrite each other', async () => {
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from auffaelligkeit`);
    await tx.run(sql`delete from nachricht`);
  });
  await addReads('casemanager', heute, 0, invented(130));
  expect((await officer().send('POST', `${path}/auffaelligkeit/suche`)).body.neu).toBeGreaterThan(0);
  const messages = await look(
    app,
    sql<{ art: string; konto_id: string; daten: unknown }>`select art, konto_id, daten from nachricht`,
  );
  expect(messages).toEqual([
    {
      art: 'protokoll.auffaelligkeit',
      konto_id: app.konto.datenschutz,
      daten: { anzahl: expect.any(Number) },
    },
  ]);
  const [finding] = (await officer().get(`${path}/auffaelligkeit`)).body;
  const close = { stand: 'geklaert', notiz: 'Fortbildung mit Testakten', fassung: 1 };
  const put = () => officer().send('PUT', `${path}/auffaelligkeit/${finding.id}`, close);
  expect((await put()).body).toEqual({ fassung: 2 });
  expect((await put()).body).toMatchObject({ code: 'gleichzeitig-geaendert' });
  const only = (await officer().get(`${path}?auffaellig=true&kontoId=${app.konto.kollegin}`)).body.zeile;
  expect(only).toEqual([]);
  expect((await officer().get(`${path}?auffaellig=true`)).body.zeile).toHaveLength(50);
  expect((await officer().send('POST', `${path}/auffaelligkeit/suche`)).body.neu).toBe(0);
});

test('M399 the monthly sample is drawn once, can be drawn again by anyone with the same result, and shows when it is overdue', async () => {
  const before = addDays(heute, -200).slice(0, 7);
  await addReads('casemanager', `${before}-10`, 10, invented(40));
  await addReads('kollegin', `${before}-20`, 10, invented(1_160));
  const draw = (anteil: number) =>
    app.owner((tx) =>
      tx.one(
        sql<{ n: number }>`select stichprobe_ziehen(${kreis}, ${`${before}-01`}::date, ${anteil}, 10) as n`,
      ),
    );
  expect(await draw(0.01)).toEqual({ n: 12 });
  expect(await draw(0.01)).toEqual({ n: 0 });
  const rows = async () =>
    (await officer().get(`${path}/stichprobe/${before}`)).body as { id: number; rang: number }[];
  const first = await rows();
  expect(first.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await asAdmin(app, (tx) => tx.run(sql`delete from stichprobe`));
  await draw(0.01);
  expect((await rows()).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  const stand = async () => (await officer().get(`${path}/stand`)).body.stichprobe;
  expect(await stand()).toEqual([{ monat: before, gesamt: 12, offen: 12, ueberfaellig: true }]);
  for (const { id } of first) {
    const body = { ergebnis: 'ordnung', notiz: '', fassung: 1 };
    expect((await officer().send('PUT', `${path}/stichprobe/${before}/${id}`, body)).status).toBe(200);
  }
  expect(await stand()).toEqual([{ monat: before, gesamt: 12, offen: 0, ueberfaellig: false }]);
});

test('M399 the person can be told who read the file: function and Träger, not the name of the colleague', async () => {
  const zugriffe = `/kreis/${kreis}/fall/${own.fallId}/zugriff`;
  const { body } = await app.as('casemanager').get(zugriffe);
  expect(body).toContainEqual({
    tag: heute,
    anzahl: 1,
    rollen: ['casemanager'],
    traeger: ['Alpha'],
    vorgang: 'fall.get',
    zweck: null,
  });
  expect(JSON.stringify(body)).not.toContain('Konto');
  expect((await app.as('kollegin').get(zugriffe)).status).toBe(404);
  const paper = await app.as('casemanager').get(`${zugriffe}/papier`);
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  const read = await look(app, sql`select vorgang from lesezugriff where vorgang = 'papier.zugriffe'`);
  expect(read).toHaveLength(1);
});

test('M401 the night removes what has done its work and leaves what has not', async () => {
  const konto = app.konto.casemanager;
  const age = (days: number) => sql`now() - make_interval(days => ${days})`;
  await asAdmin(app, async (tx) => {
    for (const days of [29, 31]) {
      await tx.run(sql`insert into entwurf (kreis_id, konto_id, formular, siegel, geaendert_am)
        values (${kreis}, ${konto}, ${`alter-${days}`}, 'x', ${age(days)})`);
      await tx.run(sql`insert into idempotenz (kreis_id, konto_id, schluessel, vorgang, anfrage_pruefwert, am)
        values (${kreis}, ${konto}, ${`schluessel-${days}`}, 'x', 'x', ${age(days)})`);
      await tx.run(sql`insert into anmeldeversuch (anmeldename, adresse, am, gelungen)
        values ('niemand', '10.0.0.1', ${age(days)}, false)`);
      await tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, zuletzt_am, endet_am)
        values (${kreis}, ${konto}, ${`pruefwert-${days}`}, now(), ${age(days - 30)})`);
    }
  });
  for (const days of [-1, 0])
    await asAdmin(app, (tx) =>
      tx.run(sql`insert into loeschnachweis (kreis_id, traeger_id, art, geloescht_am, salz, nummer_pruefwert, zaehlung,
          einwilligung_am, einwilligung_fassung, einwilligung_bis)
        select ${kreis}, t.id, 'fall', '2020-01-01', decode(repeat('00', 16), 'hex'), '{}', '{}', '2019-01-01', '1',
          ${addDays(heute, days)}::date from traeger t where t.kreis_id = ${kreis} limit 1`),
    );
  expect(await cleanUp(app.owner, heute)).toMatchObject({
    loeschnachweis: 1,
    entwurf: 1,
    idempotenz: 1,
    anmeldeversuch: 1,
    sitzung: 1,
  });
  const left = await look(app, sql`select formular from entwurf where formular like 'alter-%'`);
  expect(left).toEqual([{ formular: 'alter-29' }]);
  expect(
    await look(
      app,
      sql`select einwilligung_am as am, einwilligung_bis as bis from loeschnachweis order by 2`,
    ),
  ).toEqual([
    { am: '2019-01-01', bis: heute },
    { am: null, bis: null },
  ]);
});

test('M399 the night run proves the chain and tells the officer when it is broken', async () => {
  expect(await runNight(ort)).toMatchObject({ inOrdnung: true });
  await asAdmin(app, (tx) =>
    tx.run(
      sql`update lesezugriff set adresse = '' where id = (select min(id) from lesezugriff where adresse <> '')`,
    ),
  );
  await asAdmin(app, (tx) =>
    tx.run(sql`update lesezugriff set vorgang = 'fall.list' where id = (select min(id) from lesezugriff)`),
  );
  expect(await runNight(ort)).toMatchObject({ inOrdnung: false });
  const { body } = await officer().get(`${path}/auffaelligkeit`);
  expect(body).toContainEqual(expect.objectContaining({ art: 'kette', konto: null, stand: 'offen' }));
});
