import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { hashToken } from '#src/platform/server/session.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { actorPlan, kreis, nachbar, type ActorName } from '#test/support/fixture.ts';
import { asAdmin, insertCase, relations, type Relation, type TestCase } from '#test/support/relation.ts';
import type { Pool } from './values.ts';

/** Somebody who sends requests: a signed-in account, or one that should not be let in any more. */
export interface Caller {
  readonly name: string;
  readonly cookie: string | undefined;
  /** Reads the names of persons of Träger Alpha in the Kreis under test. */
  readonly readsPersons: boolean;
  /** May open or move cases of other Träger of its Kreis for a purpose. */
  readonly crosses: boolean;
}

export interface FuzzWorld {
  readonly app: TestApp;
  readonly callers: readonly Caller[];
  readonly cases: ReadonlyMap<Relation, TestCase>;
  /** Opens the sessions again that requests have ended. */
  revive(): Promise<void>;
}

const readers: readonly ActorName[] = [
  'casemanager',
  'kollegin',
  'casemanager_abh',
  'uebernahme',
  'koordination',
  'koordinationNorden',
  'koordinationSueden',
];
const crossing: readonly ActorName[] = [
  'uebernahme',
  'koordination',
  'koordinationNorden',
  'koordinationSueden',
];

interface Session {
  readonly token: string;
  readonly kontoId: string;
  readonly stufe: number;
  /** Seconds until it ends. */
  readonly ends: number;
  /** Whether sensitive acts are open to it: not to those who could give roles, or every later name would be rightful. */
  readonly fresh: boolean;
}

/** The fixture with a case of every relation; nobody of the neighbour and of Träger Beta ever asks. */
export async function openFuzzWorld(): Promise<FuzzWorld> {
  const app = await startTestApp();
  const cases = new Map<Relation, TestCase>();
  for (const relation of relations) cases.set(relation, await insertCase(app, relation));
  // The fixture's papers and scans are empty; what is printed or opened here would have something in it.
  for (const table of ['unterschrift', 'anhang', 'aushaendigung', 'vordruck'])
    await asAdmin(app, (tx) => tx.run(sql`delete from ${sql.table(table)}`));
  const sessions: Session[] = [];
  const callers: Caller[] = [{ name: 'nobody', cookie: undefined, readsPersons: false, crosses: false }];
  const join = (
    name: string,
    session: Omit<Session, 'token'>,
    may: Pick<Caller, 'readsPersons' | 'crosses'>,
  ) => {
    const token = randomUUID();
    sessions.push({ ...session, token });
    callers.push({ name, cookie: `lotse=${token}`, ...may });
  };
  const day = 12 * 3600;
  for (const name of Object.keys(actorPlan) as ActorName[]) {
    if (actorPlan[name].kreisId === nachbar || name === 'casemanagerBeta') continue;
    const may = { readsPersons: readers.includes(name), crosses: crossing.includes(name) };
    join(name, { kontoId: app.konto[name], stufe: 2, ends: day, fresh: name !== 'administration' }, may);
  }
  const nothing = { readsPersons: false, crosses: false };
  const kontoId = app.konto.casemanager;
  join('password alone', { kontoId, stufe: 1, ends: day, fresh: true }, nothing);
  join('second step open', { kontoId, stufe: 0, ends: day, fresh: true }, nothing);
  join('stale', { kontoId, stufe: 2, ends: -1, fresh: true }, nothing);
  join('role ended', { kontoId: await withoutRole(app), stufe: 2, ends: day, fresh: true }, nothing);
  const revive = () => openSessions(app, sessions);
  await revive();
  return { app, callers, cases, revive };
}

/** Opens the sessions, again where a request has ended them or locked their account. */
async function openSessions(app: TestApp, sessions: readonly Session[]): Promise<void> {
  await asAdmin(app, async (tx) => {
    await tx.run(
      sql`update konto set gesperrt_am = null where kreis_id = ${kreis} and gesperrt_am is not null`,
    );
    for (const { token, kontoId, stufe, ends, fresh } of sessions) {
      await tx.run(sql`
        insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am, bestaetigt_am)
        values (${kreis}, ${kontoId}, ${hashToken(token)}, ${stufe}, now() + make_interval(secs => ${ends}),
          case when ${fresh} then now() + interval '1 day' else '2000-01-01' end)
        on conflict (pruefwert) do update set stufe = excluded.stufe, zuletzt_am = now(), endet_am = excluded.endet_am`);
    }
  });
}

/** An account that was a Case Manager until yesterday and is still signed in. */
async function withoutRole(app: TestApp): Promise<string> {
  const kontoId = randomUUID();
  await asAdmin(app, async (tx) => {
    await tx.run(
      sql`insert into konto (kreis_id, id, anmeldename, name) values (${kreis}, ${kontoId}, 'gegangen', 'Konto gegangen')`,
    );
    await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, gueltig_bis)
      select kreis_id, konto_kreis_id, ${kontoId}, rolle, traeger_id, now() - interval '1 day' from rolle
      where konto_id = ${app.konto.casemanager}`);
  });
  return kontoId;
}

/** Every id that stands in the database, and every code of its lists. */
export async function readPool(app: TestApp): Promise<Pool> {
  return asAdmin(app, async (tx) => {
    const tables = await tx.all(sql<{ name: string }>`
      select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'`);
    const byName = new Map<string, readonly string[]>();
    for (const { name } of tables) {
      const rows = await tx.all(
        sql<{ id: string }>`select id from ${sql.table(name)} order by md5(id::text) limit 40`,
      );
      byName.set(
        name.replaceAll('_', ''),
        rows.map(({ id }) => id),
      );
    }
    const ids = [...byName.values()].flat();
    const kommunen = await tx.all(sql<{ id: string }>`select id from kommune`);
    byName.set(
      'kommune',
      kommunen.map(({ id }) => id),
    );
    byName.set('casemanager', byName.get('konto') ?? []);
    const codes = await tx.all(sql<{ code: string }>`select distinct code from codeliste`);
    return { ids, byName, codes: codes.map(({ code }) => code) };
  });
}

/**
 * Whether the case of Träger Beta is still Beta's, or went to another Träger by the hand of somebody who may do that: from
 * then on its name is rightly seen there. A move by anybody else stays a finding.
 */
export async function movedRightly({ app, callers, cases }: FuzzWorld): Promise<boolean> {
  const { fallId, traegerId } = cases.get('fremderTraeger')!;
  const may = callers.flatMap(({ name, crosses }) => (crosses ? [app.konto[name as ActorName]] : []));
  const row = await asAdmin(app, (tx) =>
    tx.one(sql<{ moved: boolean }>`
      select f.traeger_id <> ${traegerId} and exists (select from ereignis e where e.gegenstand_id = f.id
        and e.art = 'fall.uebergeben' and e.konto_id = any (${may}::uuid[])) as moved
      from fall f where f.id = ${fallId}`),
  );
  return row.moved;
}

/** A print of everything that the neighbour keeps; nobody who asks has a role there. */
export async function printOf(app: TestApp, kreisId: string): Promise<string> {
  return asAdmin(app, async (tx) => {
    const tables = await tx.all(sql<{ name: string }>`
      select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'kreis_id' and t.table_type = 'BASE TABLE' order by 1`);
    const prints: string[] = [];
    for (const { name } of tables) {
      const { text } = await tx.one(sql<{ text: string | null }>`
        select md5(string_agg(t::text, '|' order by t::text)) as text from ${sql.table(name)} t where kreis_id = ${kreisId}`);
      prints.push(`${name} ${text ?? ''}`);
    }
    return prints.join('\n');
  });
}
