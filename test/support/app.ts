import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createApp } from '#src/app/server/app.ts';
import type { Config } from '#src/platform/server/config.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { noLimits } from '#src/platform/server/limits.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { testDatabase } from './database.ts';
import { actorPlan, insertFixture, kommune, kreis, traeger, type ActorName } from './fixture.ts';

/** An answer as tests look at it; `body` is parsed JSON, or undefined. */
export interface Reply {
  readonly status: number;
  // Tests look into answers freely; the contract's own schemas are checked in the contract test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export interface TestClient {
  get(path: string): Promise<Reply>;
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

/** The whole interface in this process over a fresh database with the fixture of `fixture.ts`. */
export async function startTestApp(changes: Partial<Pick<Deps, 'now' | 'limits'>> = {}) {
  const database = await testDatabase();
  const db = openDatabase(database.connection('lotse_app'), 30, 4);
  const admin = openOwner(database.connection('lotse_admin'));
  const schluessel = openSchluessel(randomBytes(32));
  const logLines: Readonly<Record<string, unknown>>[] = [];
  const config: Config = {
    port: 0,
    datenDir: '/nonexistent',
    databaseUrl: undefined,
    demo: false,
    url: 'http://lotse.test',
    mail: undefined,
    hauptschluessel: { kind: 'value', value: randomBytes(32) },
  };
  const deps: Deps = {
    db,
    schluessel,
    config,
    now: () => new Date(),
    testdatenbank: true,
    log: (line) => logLines.push(line),
    limits: noLimits,
    ...changes,
  };
  const konto = await insertFixture(admin.owner);
  const app = createApp(deps);
  const cookies = new Map<string, string>();

  async function request(
    cookie: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const raw = body instanceof Uint8Array;
    const response = await app.request(`/api${path}`, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? Uint8Array.from(body) : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: json ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
    };
  }

  async function cookieOf(name: ActorName): Promise<string> {
    const known = cookies.get(name);
    if (known) return known;
    const token = randomUUID();
    await admin.owner((tx) =>
      tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
        values (${actorPlan[name].kreisId}, ${konto[name]}, ${hashToken(token)}, 2, now() + interval '12 hours')`),
    );
    cookies.set(name, `lotse=${token}`);
    return `lotse=${token}`;
  }

  /** A client signed in as one of the fixture's actors. */
  function as(name: ActorName): TestClient {
    return {
      get: async (path) => request(await cookieOf(name), 'GET', path),
      send: async (method, path, body, headers) => request(await cookieOf(name), method, path, body, headers),
    };
  }

  /** Admits a person as a case manager and returns the case. */
  async function admit(
    by: ActorName = 'casemanager',
    changed: Record<string, unknown> = {},
  ): Promise<{ fallId: string; nummer: string }> {
    const plan = actorPlan[by];
    const reply = await as(by).send('POST', `/kreis/${plan.kreisId}/fall`, {
      familienname: 'Haddad',
      vorname: 'Rima',
      geburtsdatum: '1991-08-12',
      einwilligung: { erteiltAm: '2023-01-10', textfassung: '1', sprache: 'ara' },
      aufgenommenAm: '2023-01-10',
      traegerId: 'traegerId' in plan ? plan.traegerId : traeger.alpha,
      kommuneId: plan.kreisId === kreis ? kommune.norden : kommune.nachbar,
      ortsteilId: null,
      zugang: 'schule',
      merkmal: {
        geschlecht: 'w',
        herkunftsland: 'sy',
        leistungsbezug: null,
        lebensbereich: ['wohnen', 'arbeit'],
      },
      bemerkung: '',
      ...changed,
    });
    if (reply.status !== 201) throw new Error(`admit failed: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  return {
    app,
    deps,
    db,
    owner: admin.owner,
    schluessel,
    konto,
    database,
    logLines,
    as,
    admit,
    /** The cookie of an actor, for another instance of the interface. */
    cookie: cookieOf,
    /** What the database knows of the session of a client; undefined before its first call. */
    sessionHash: (name: ActorName) => {
      const cookie = cookies.get(name);
      return cookie === undefined ? undefined : hashToken(cookie.slice('lotse='.length));
    },
    /** A client without a session. */
    nobody: {
      get: (path: string) => request(undefined, 'GET', path),
      send: (
        method: 'POST' | 'PUT' | 'DELETE',
        path: string,
        body?: unknown,
        headers?: Record<string, string>,
      ) => request(undefined, method, path, body, headers),
    } satisfies TestClient,
    close: async () => {
      await db.close();
      await admin.close();
      await database.close();
    },
  };
}
