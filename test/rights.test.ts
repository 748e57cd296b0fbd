import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { rightsTable } from './rights-table.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { actorPlan, type ActorName } from './support/fixture.ts';
import {
  asAdmin,
  insertCase,
  relationPlan,
  relations,
  type Relation,
  type TestCase,
} from './support/relation.ts';
import {
  actors,
  callers,
  oversees,
  unsigned,
  worksOn,
  type Caller,
  type Gelesen,
  type Place,
  type Row,
} from './support/rights-row.ts';

let app: TestApp;
const cases = new Map<Relation, TestCase>();
const ansichten = new Map<ActorName, string>();
beforeAll(async () => {
  app = await startTestApp();
  for (const relation of relations) cases.set(relation, await insertCase(app, relation));
});
afterAll(() => app.close());

test('every operation of the contract has its row, and every row its operation', () => {
  expect(Object.keys(rightsTable).toSorted()).toEqual(Object.keys(contract).toSorted());
});

test.each(Object.entries(rightsTable))(
  'M399 %s: every role and nobody, own, foreign Träger, foreign Kreis',
  async (_name, row) => {
    const wrong: string[] = [];
    for (const relation of row.relations) {
      for (const caller of callers) {
        await prepare(row, relation);
        const { outcome, text } = await call(row, relation, caller);
        const expected = outcomeOf(row, relation, caller);
        if (outcome !== expected) wrong.push(`${relation}, ${caller}: ${outcome} instead of ${expected}`);
        wrong.push(...leaks(text, caller, row).map((leak) => `${relation}, ${caller}: shows ${leak}`));
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('M54 M399 the list of cases holds exactly what each actor may see, with names only of own cases', async () => {
  for (const name of actors) {
    const { status, body } = await app.as(name).get(`/kreis/${actorPlan[name].kreisId}/fall?anzahl=500`);
    const rows: { id: string; person: unknown }[] = status === 200 ? body.fall : [];
    const seen = relations.filter((relation) => rows.some(({ id }) => id === cases.get(relation)?.fallId));
    const named = seen.filter((relation) =>
      rows.some(({ id, person }) => id === cases.get(relation)?.fallId && person),
    );
    const may = (who: typeof worksOn) => relations.filter((relation) => who[relation].includes(name));
    expect([name, named, seen.filter((relation) => !named.includes(relation))]).toEqual([
      name,
      may(worksOn),
      may(oversees),
    ]);
  }
});

test('what exists elsewhere is answered like what does not exist at all', async () => {
  const missing = await app.as('casemanager').get(`/kreis/musterkreis/fall/${randomUUID()}`);
  for (const relation of ['kollegin', 'fremderTraeger', 'fremderKreis'] as const) {
    const { kreisId, fallId } = cases.get(relation)!;
    for (const path of [`/kreis/${kreisId}/fall/${fallId}`, `/kreis/musterkreis/fall/${fallId}`]) {
      const foreign = await app.as('casemanager').get(path);
      expect([foreign.status, foreign.body]).toEqual([missing.status, missing.body]);
      expect([...foreign.headers]).toEqual([...missing.headers]);
    }
  }
});

test('an ended role, a locked account and a withdrawn substitution count from the next request on', async () => {
  const konto = app.konto.casemanagerBeta;
  const path = `/kreis/musterkreis/fall/${cases.get('fremderTraeger')!.fallId}`;
  const status = async () => (await app.as('casemanagerBeta').get(path)).status;
  const change = (statement: ReturnType<typeof sql>) => asAdmin(app, (tx) => tx.run(statement));
  expect(await status()).toBe(200);
  await change(sql`update rolle set gueltig_bis = now() where konto_id = ${konto}`);
  expect(await status()).toBe(404);
  await change(sql`update rolle set gueltig_bis = null where konto_id = ${konto}`);
  await change(sql`update konto set gesperrt_am = now() where id = ${konto}`);
  expect(await status()).toBe(401);
  await change(sql`update konto set gesperrt_am = null where id = ${konto}`);

  const substituted = async () =>
    (await app.as('casemanager').get(`/kreis/musterkreis/fall/${cases.get('kollegin')!.fallId}`)).status;
  expect(await substituted()).toBe(404);
  await change(sql`
    insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
    values ('musterkreis', ${app.konto.casemanager}, ${app.konto.kollegin}, ${cases.get('kollegin')!.traegerId},
      current_date, current_date + 1)`);
  expect(await substituted()).toBe(200);
  await change(sql`delete from vertretung`);
  expect(await substituted()).toBe(404);
});

function outcomeOf(row: Row, relation: string, caller: Caller): string {
  const outcomes = Object.entries(row.expected[relation] ?? {});
  const named = outcomes.find(([, who]) => who.includes(caller));
  return named?.[0] ?? (caller === 'nobody' ? unsigned : row.sonst);
}

const cookies = new Map<Caller, string>();

async function cookieOf(caller: Caller, endsSession: boolean): Promise<string> {
  if (caller === 'nobody') return '';
  const known = cookies.get(caller);
  if (known && !endsSession) return known;
  const token = randomUUID();
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values (${actorPlan[caller].kreisId}, ${app.konto[caller]}, ${hashToken(token)}, 2, now() + interval '1 hour')`),
  );
  const cookie = `lotse=${token}`;
  if (endsSession) cookies.delete(caller);
  else cookies.set(caller, cookie);
  return cookie;
}

async function call(row: Row, relation: string, caller: Caller): Promise<{ outcome: string; text: string }> {
  const place: Place = {
    relation,
    caller,
    konto: app.konto,
    fall: (of) => cases.get(of)!,
    ansicht: (of) => ansichten.get(of)!,
    gelesen,
  };
  const { method, path, body } = row.request(place);
  const raw = body instanceof Uint8Array;
  const cookie = await cookieOf(caller, row.endsSession ?? false);
  const response = await app.app.request(`/api${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body: raw ? Uint8Array.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok && method !== 'GET') changed = true;
  if (response.ok) return { outcome: String(response.status), text };
  return { outcome: `${response.status} ${(JSON.parse(text) as { code: string }).code}`, text };
}

let changed = false;

/** After a write that went through, the next caller finds an untouched case again. */
async function prepare(row: Row, relation: string): Promise<void> {
  if (row === rightsTable.deleteAnsicht) await renewAnsichten();
  if (row.needsUebernahme && (changed || gelesen.dateiId === '')) await renewUebernahme();
  if (!changed) return;
  changed = false;
  const affected = relations.find((known) => known === relation);
  if (!affected) return;
  // What was handed over stays where it is now and would blur who may see what.
  const { fallId, personId, anfrageId } = cases.get(affected)!;
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from anfrage where id = ${anfrageId}`);
    await tx.run(sql`delete from fall where id = ${fallId}`);
    await tx.run(sql`delete from person where id = ${personId}`);
  });
  cases.set(affected, await insertCase(app, affected));
}

let gelesen: Gelesen = { dateiId: '', zuordnung: undefined, uebernahmeId: '' };
let editions = 0;

/** One workbook is imported, another waits; each edition is new, because a known one would change nothing. */
async function renewUebernahme(): Promise<void> {
  const path = '/kreis/musterkreis/uebernahme';
  const importer = app.as('uebernahme');
  const upload = async () => {
    editions += 1;
    const csv = `Datum;Träger;Zugang\n${String(editions % 28 || 28).padStart(2, '0')}.02.2023;Alpha;Schule\n`;
    const reply = await importer.send(
      'POST',
      `${path}/datei?name=kontakte.csv`,
      new TextEncoder().encode(csv),
    );
    const { dateiId, zuordnung } = reply.body as { dateiId: string; zuordnung: unknown };
    return { dateiId, zuordnung };
  };
  const { id } = (await importer.send('POST', path, await upload())).body as { id: string };
  gelesen = { ...(await upload()), uebernahmeId: id };
}

async function renewAnsichten(): Promise<void> {
  await asAdmin(app, async (tx) => {
    await tx.run(sql`delete from ansicht`);
    for (const name of actors) {
      const id = randomUUID();
      ansichten.set(name, id);
      await tx.run(sql`insert into ansicht (kreis_id, id, konto_id, name, filter)
        values (${actorPlan[name].kreisId}, ${id}, ${app.konto[name]}, 'Meine', '{}')`);
    }
  });
}

/** Names and numbers of cases in an answer that the caller must not see, wherever they stand in it. */
function leaks(text: string, caller: Caller, row: Row): string[] {
  const who = caller === 'nobody' ? undefined : caller;
  return relations.flatMap((relation) => {
    const works = who !== undefined && worksOn[relation].includes(who);
    const ownKreis = who !== undefined && relationPlan[relation].kreisId === actorPlan[who].kreisId;
    const sees =
      works ||
      (row.zeigtNummern === true && ownKreis) ||
      (who !== undefined && oversees[relation].includes(who));
    return [
      ...(!works && text.includes(`Kanari ${relation}`) ? [`the name of ${relation}`] : []),
      ...(!works && text.includes(`Notiz ${relation}`) ? [`the note of ${relation}`] : []),
      ...(!sees && text.includes(`T-${relation}-`) ? [`the number of ${relation}`] : []),
    ];
  });
}
