import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { hashToken } from '#src/platform/server/session.ts';
import type { Reply, TestApp } from './app.ts';
import { kreis, traeger } from './fixture.ts';
import { arrange, look } from './look.ts';

/** Puts an offer of an office in and returns its id. */
export async function insertAngebot(
  app: Pick<TestApp, 'owner'>,
  stelleId: string,
  name: string,
  eigenesFallmanagement = false,
): Promise<string> {
  const [row] = await look(
    app,
    sql<{
      id: string;
    }>`insert into angebot (kreis_id, stelle_id, name, art, ebene, lebensbereich, eigenes_fallmanagement)
      values (${kreis}, ${stelleId}, ${name}, 'beratung', 'kreisweit', '{wohnen}', ${eigenesFallmanagement}) returning id`,
  );
  return row!.id;
}

/** Puts a release of a person in, past the signing, and returns its id. */
export async function insertEntbindung(
  app: Pick<TestApp, 'owner'>,
  personId: string,
  stelleId: string,
  inhalt: readonly string[],
): Promise<string> {
  const [row] = await look(
    app,
    sql<{ id: string }>`
      insert into entbindung (kreis_id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab, gueltig_bis)
      values (${kreis}, ${personId}, ${traeger.alpha}, ${stelleId}, 'vermittlung', ${[...inhalt]}::text[], 'beide',
        current_date - 30, current_date + 300) returning id`,
  );
  return row!.id;
}

export interface Partner {
  readonly kontoId: string;
  get(path: string): Promise<Reply>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Reply>;
}

/** Makes an account of a partner office and signs it in. */
export async function signInPartner(app: TestApp, stelleId: string): Promise<Partner> {
  const kontoId = randomUUID();
  const token = randomUUID();
  await arrange(
    app,
    sql`with k as (
        insert into konto (kreis_id, id, anmeldename, name) values (${kreis}, ${kontoId}, ${`partner-${kontoId}`}, 'Konto Partner')
        returning id
      ), r as (
        insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, stelle_id)
        select ${kreis}, ${kreis}, k.id, 'partner', ${stelleId}::uuid from k
      )
      insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      select ${kreis}, k.id, ${hashToken(token)}, 2, now() + interval '12 hours' from k`,
  );
  async function request(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await app.app.request(`/api${path}`, {
      method,
      headers: {
        cookie: `lotse=${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: json ? JSON.parse(text) : undefined,
    };
  }
  return {
    kontoId,
    get: (path) => request('GET', path),
    send: (method, path, body) => request(method, path, body),
  };
}
