import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMonths, today } from '#src/platform/day.ts';
import type { Database } from '#src/platform/server/db.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { carryOut, closeOn, registerFolder } from '#test/support/loeschung.ts';
import { asActor, asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';
import { appendRegister, readRegister } from './register.ts';
import { countMissing, replayLoeschung } from './replay.ts';
import { beantrageLoeschung } from './request.ts';

let app: TestApp;
let fall: TestCase;
const register = registerFolder();
const heute = today();
const path = `/kreis/${kreis}/loeschung`;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  register.remove();
});
beforeEach(async () => {
  fall = await insertCase(app, 'eigen');
});

const admin = <R>(query: ReturnType<typeof sql<R>>) => asAdmin(app, (tx) => tx.all(query));
const isThere = async (personId: string) =>
  (await admin(sql`select 1 from person where id = ${personId}`)).length === 1;
const release = (laufId: string, fassung = 1) =>
  app.as('datenschutz').send('POST', `${path}/lauf/${laufId}/freigabe`, { fassung });
const installation = (dir: string) => ({
  owner: app.owner,
  config: { datenDir: dir.replace(/\/register$/, '') },
  now: () => new Date(),
});

/** A run of one person who withdrew two months ago, proposed by the head of the Träger and released by the officer. */
async function released({ personId }: TestCase = fall): Promise<{ laufId: string; postenId: string }> {
  const am = addMonths(heute, -2);
  await asAdmin(app, async (tx) => {
    await tx.run(sql`update person set gesperrt_am = ${am} where id = ${personId}`);
    await tx.run(sql`update einwilligung set widerrufen_am = ${am} where person_id = ${personId}`);
  });
  const { body } = await app
    .as('traegerleitung')
    .send('POST', `${path}/lauf`, { traegerId: traeger.alpha, bis: heute, personIds: [personId] });
  expect((await release(body.laufId)).status).toBe(204);
  const [row] = await admin(
    sql<{ id: string }>`select id from loeschlauf_posten where lauf_id = ${body.laufId}`,
  );
  return { laufId: body.laufId, postenId: row!.id };
}

/** A database whose next erasure loses its commit after the register was written. */
function losingOneCommit(dir: string): Database {
  let lost = false;
  return {
    ...app.db,
    asNobody: (work) =>
      app.db.asNobody(async (tx) => {
        const result = await work(tx);
        if (lost || readRegister(dir).length === 0) return result;
        lost = true;
        throw new Error('connection lost');
      }),
  };
}

test('M401 what cannot be erased is tried three times, a minute apart, and then a person sees it in the run', async () => {
  const { laufId } = await released();
  const broken = registerFolder();
  // Where the folder should be lies a file.
  writeFileSync(broken.dir, '');
  for (const geloescht of [0, 0, 0]) {
    expect(await carryOut(app, broken.dir)).toMatchObject({ geloescht, fehler: [{ art: 'loeschung' }] });
    expect(await carryOut(app, broken.dir)).toEqual({ geloescht: 0, ausgelassen: 0, fehler: [] });
    await admin(
      sql`update loeschlauf_posten set versucht_am = now() - interval '61 seconds' where lauf_id = ${laufId}`,
    );
  }
  const runs = (await app.as('datenschutz').get(`${path}/lauf`)).body as { id: string }[];
  expect(runs.find(({ id }) => id === laufId)).toMatchObject({
    stand: 'abgeschlossen',
    posten: [{ stand: 'uebersprungen', grund: 'fehler' }],
  });
  expect(await isThere(fall.personId)).toBe(true);
  broken.remove();
});

test('M401 a commit that was lost after the register was written claims nothing once a hold leaves the person out', async () => {
  const { laufId } = await released();
  const own = registerFolder();
  const db = losingOneCommit(own.dir);
  expect(await carryOut({ db }, own.dir)).toMatchObject({ fehler: [{ fehler: 'connection lost' }] });
  expect(readRegister(own.dir)).toMatchObject([{ person: fall.personId }]);
  await admin(sql`insert into loeschsperre (kreis_id, person_id, grund, gesetzt_von)
    values (${kreis}, ${fall.personId}, 'verfahren', ${app.konto.datenschutz})`);
  await admin(
    sql`update loeschlauf_posten set versucht_am = now() - interval '61 seconds' where lauf_id = ${laufId}`,
  );
  expect(await carryOut({ db }, own.dir)).toMatchObject({ geloescht: 0, ausgelassen: 1 });
  expect(readRegister(own.dir)).toEqual([]);
  expect(await replayLoeschung(installation(own.dir))).toBe(0);
  expect(await isThere(fall.personId)).toBe(true);
  own.remove();
});

test('M401 a hold that is being set while the run executes is waited for, and one of two releases at once goes through', async () => {
  const { postenId } = await released();
  const waits = async () =>
    (
      await admin(
        sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%loeschung_pruefen%'`,
      )
    ).length > 0;
  let run: ReturnType<typeof carryOut> | undefined;
  await asAdmin(app, async (tx) => {
    await tx.run(sql`insert into loeschsperre (kreis_id, person_id, grund, gesetzt_von)
      values (${kreis}, ${fall.personId}, 'verfahren', ${app.konto.datenschutz})`);
    run = carryOut(app, register.dir);
    while (!(await waits())) await wait(20);
  });
  expect(await run).toMatchObject({ geloescht: 0, ausgelassen: 1, fehler: [] });
  expect(await admin(sql`select grund from loeschlauf_posten where id = ${postenId}`)).toEqual([
    { grund: 'sperre' },
  ]);

  const laufId = await asActor(app, 'traegerleitung', (tx) =>
    beantrageLoeschung(tx, { kreisId: kreis, personId: fall.personId, grund: 'art17', heute }),
  );
  const both = await Promise.all([release(laufId!), release(laufId!)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
});

test('M401 by plain SQL no account sees, skips or carries out what is released, nor ends a hold by naming a later day', async () => {
  const { postenId } = await released();
  const attempt = <R>(who: ActorName, query: ReturnType<typeof sql<R>>) =>
    asActor(app, who, (tx) => tx.all(query)).catch((error: { code?: string }) => error.code);
  for (const who of ['casemanager', 'datenschutz', 'traegerleitung', 'nachbarCasemanager'] as const) {
    expect(await attempt(who, sql`select * from loeschung_offen()`)).toEqual([]);
    expect(
      await attempt(who, sql`select * from loeschung_pruefen(${kreis}, ${postenId}, current_date)`),
    ).toEqual([]);
    expect(
      await attempt(who, sql`select * from loeschung_regel(${kreis}, ${traeger.alpha}, current_date)`),
    ).toEqual([]);
    await attempt(who, sql`select loeschung_ueberspringen(${kreis}, ${postenId}, 'fehler')`);
    await attempt(who, sql`select loeschung_gescheitert(${kreis}, ${postenId}) from generate_series(1, 3)`);
    expect(
      await attempt(who, sql`select loeschung_ausfuehren(${kreis}, ${postenId}, current_date, null) as a`),
    ).toEqual([{ a: null }]);
    for (const name of [
      'person_tilgen(text,uuid,date)',
      'loeschung_nachholen(text,uuid,uuid[],date)',
      'loeschung_stand(text,uuid[],uuid,date)',
      'loeschung_nachweisen(text,uuid,text,text,date,date,date,jsonb)',
      'loeschung_erledigt(text,uuid)',
      'loeschnachweis_leeren(date)',
      'loeschung_vorhanden(text[],uuid[])',
      'loeschung_sperre(text,uuid,date)',
      'protokoll_versiegeln(text,text,bigint,int)',
      'auffaelligkeit_kette(text)',
      'auffaelligkeit_suchen(text,date,jsonb)',
      'stichprobe_ziehen(text,date,numeric,int)',
      'zugriffe_der_person(text,uuid)',
    ])
      expect([
        name,
        await attempt(who, sql`select has_function_privilege(${name}, 'execute') as darf`),
      ]).toEqual([name, [{ darf: false }]]);
  }
  expect(await admin(sql`select stand, versuche from loeschlauf_posten where id = ${postenId}`)).toEqual([
    { stand: 'offen', versuche: 0 },
  ]);

  await admin(sql`insert into loeschsperre (kreis_id, person_id, grund, bis, gesetzt_von)
    values (${kreis}, ${fall.personId}, 'verfahren', ${addMonths(heute, 1)}::date, ${app.konto.datenschutz})`);
  const later = await app.db.asNobody((tx) =>
    tx.all(sql`select loeschung_ausfuehren(${kreis}, ${postenId}, '2099-01-01', null) as a`),
  );
  expect(later).toEqual([{ a: null }]);
  expect(
    await attempt(
      'datenschutz',
      sql`update loeschsperre set aufgehoben_am = now(), aufgehoben_von = ${app.konto.traegerleitung}
      where person_id = ${fall.personId}`,
    ),
  ).toBe('42501');
  expect(await isThere(fall.personId)).toBe(true);
});

test('M151 only those who decide and whoever leads the case ask for a deletion, and those who may release are told once', async () => {
  const ask = (who: ActorName) =>
    asActor(app, who, (tx) =>
      beantrageLoeschung(tx, { kreisId: kreis, personId: fall.personId, grund: 'art17', heute }),
    );
  for (const who of ['kollegin', 'casemanagerBeta', 'koordination', 'administration'] as const)
    expect([who, await ask(who)]).toEqual([who, undefined]);
  const laufId = await ask('casemanager');
  expect(await ask('casemanager')).toBe(laufId);
  const told = await admin(
    sql<{ konto: string }>`select konto_id as konto from nachricht where gegenstand_id = ${laufId}`,
  );
  expect(told.map(({ konto }) => konto).toSorted()).toEqual(
    [app.konto.datenschutz, app.konto.traegerleitung].toSorted(),
  );
  expect((await release(laufId!)).status).toBe(204);
});

test('M401 after the deletion no key that an event of the case names stands at a fact, and the hand-over of the others goes on', async () => {
  const other = await insertCase(app, 'eigen');
  const [old] = await admin(sql<{ id: string }>`
    with u as (insert into uebergabe (kreis_id, von_traeger_id, an_traeger_id, wirksam_am, grund)
      values (${kreis}, ${traeger.beta}, ${traeger.alpha}, '2023-03-01', 'umzug') returning id),
    z as (update fall_zustaendigkeit set anlass = 'uebergabe', uebergabe_id = (select id from u)
      where fall_id in (${fall.fallId}, ${other.fallId}))
    select id from u`);
  await admin(sql`insert into ereignis (kreis_id, art, gegenstand, gegenstand_id, daten)
    values (${kreis}, 'fall.uebergeben', 'fall', ${fall.fallId}, ${JSON.stringify({ uebergabe: old!.id })}::jsonb)`);
  await released();
  expect(await carryOut(app, register.dir)).toMatchObject({ fehler: [] });
  const left = await admin(sql<{ fall: string; uebergabe: string }>`
    select z.fall_id as fall, z.uebergabe_id as uebergabe from fall_zustaendigkeit z
    join uebergabe u on u.kreis_id = z.kreis_id and u.id = z.uebergabe_id and u.wirksam_am = '2023-03-01'`);
  expect(left).toHaveLength(2);
  expect(left).toContainEqual({ fall: other.fallId, uebergabe: expect.not.stringMatching(old!.id) });
  const named = await admin(sql<{ key: string }>`
    select distinct m[1] as key from ereignis e, regexp_matches(e.gegenstand_id || ' ' || e.daten::text,
      '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') m where e.gegenstand_id = ${fall.fallId}`);
  expect(named.map(({ key }) => key)).toContain(old!.id);
  const facts = await admin(sql<{ zeile: string }>`
    select to_jsonb(f)::text || to_jsonb(z)::text as zeile from fall f
    join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id where f.geloescht_am is not null`);
  expect(named.filter(({ key }) => facts.some(({ zeile }) => zeile.includes(key)))).toEqual([]);
});

test('M401 whoever knocks again and waits falls not due, and what comes after the close of a case counts', async () => {
  await closeOn(app, fall.fallId, '2023-06-01');
  const due = async () => {
    const { body } = await app.as('datenschutz').get(`${path}/vorschau?bis=2030-01-01`);
    return (body.faellig as { personId: string; bezugAm: string }[]).find(
      ({ personId }) => personId === fall.personId,
    );
  };
  expect(await due()).toMatchObject({ bezugAm: '2023-06-01' });
  await admin(
    sql`update anfrage set person_id = ${fall.personId}, stand = 'warteliste' where id = ${fall.anfrageId}`,
  );
  expect(await due()).toBeUndefined();
  await admin(sql`update anfrage set stand = 'abgeschlossen', ausgang = 'erledigt', eingegangen_am = '2024-02-01', abgeschlossen_am = '2024-03-01'
    where id = ${fall.anfrageId}`);
  expect(await due()).toMatchObject({ bezugAm: '2024-03-01' });
});

test('M401 a short number out of a spreadsheet takes no message and no draft of anybody else with it', async () => {
  const konto = app.konto.casemanager;
  await admin(sql`update fall set nummer = '7' where id = ${fall.fallId}`);
  for (const daten of [{ nummer: '7' }, { nummer: 'MU-0017', anzahl: 7, am: '2027-07-07' }])
    await admin(
      sql`insert into nachricht (kreis_id, konto_id, art, daten) values (${kreis}, ${konto}, 'probe', ${JSON.stringify(daten)}::jsonb)`,
    );
  for (const bezug of ['7', 'fall:7:notiz', '77', '00000000-0000-4000-8000-000000000007'])
    await admin(
      sql`insert into entwurf (kreis_id, konto_id, formular, bezug, siegel) values (${kreis}, ${konto}, 'probe', ${bezug}, 'x')`,
    );
  await released();
  expect(await carryOut(app, register.dir)).toMatchObject({ fehler: [] });
  expect(await isThere(fall.personId)).toBe(false);
  expect(await admin(sql`select daten ->> 'nummer' as nummer from nachricht where art = 'probe'`)).toEqual([
    { nummer: 'MU-0017' },
  ]);
  expect(await admin(sql`select bezug from entwurf where formular = 'probe' order by 1`)).toEqual([
    { bezug: '00000000-0000-4000-8000-000000000007' },
    { bezug: '77' },
  ]);
});

test('M151 a register that knows fewer people than the proofs do is missed at the start', async () => {
  const own = registerFolder();
  await released();
  const before = await countMissing(installation(own.dir));
  expect(await carryOut(app, own.dir)).toMatchObject({ geloescht: 1 });
  expect(await countMissing(installation(own.dir))).toBe(before);
  own.remove();
  expect(await countMissing(installation(own.dir))).toBe(before + 1);
});

test('M151 a backup in which two people were still taken for one brings back only the living one', async () => {
  const own = registerFolder();
  const living = await insertCase(app, 'eigen');
  const merge = (bleibt: string, geht: string | null) =>
    admin(
      sql`update person set aufgegangen_in = ${geht === null ? null : bleibt}::uuid where id = ${geht ?? bleibt}`,
    );
  const line = { kreis, faelle: [], tag: heute, lauf: null };
  await merge(fall.personId, living.personId);
  appendRegister(own.dir, [{ ...line, person: fall.personId }]);
  expect(await replayLoeschung(installation(own.dir))).toBe(1);
  expect([await isThere(fall.personId), await isThere(living.personId)]).toEqual([false, true]);

  const erased = await insertCase(app, 'eigen');
  await merge(living.personId, erased.personId);
  appendRegister(own.dir, [{ ...line, person: erased.personId }]);
  expect(await replayLoeschung(installation(own.dir))).toBe(1);
  expect([await isThere(erased.personId), await isThere(living.personId)]).toEqual([false, true]);

  // Who was erased as one human being goes as one.
  const second = await insertCase(app, 'eigen');
  await merge(living.personId, second.personId);
  appendRegister(
    own.dir,
    [living, second].map(({ personId }) => ({ ...line, person: personId })),
  );
  await replayLoeschung(installation(own.dir));
  expect([await isThere(second.personId), await isThere(living.personId)]).toEqual([false, false]);
  own.remove();
});
