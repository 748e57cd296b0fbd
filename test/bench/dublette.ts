import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serve } from '@hono/node-server';
import pg, { type Client, type ClientConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createApp } from '#src/app/server/app.ts';
import { SCHWELLE, scoreDublette } from '#src/dublette/score.ts';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { frageschluessel, suchschluessel } from '#src/person/suchschluessel.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { openDatabase } from '#src/platform/server/db.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { noLimits } from '#src/platform/server/limits.ts';
import { noMenge } from '#src/protokoll/server/menge.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { makeAngaben, makeNamenspaare, type Angaben } from '#test/support/namenspaare.ts';
import { measure } from './clients.ts';
import { seeded } from './names.ts';

export interface Guete {
  readonly kultur: string;
  readonly paare: number;
  readonly recall: number;
  readonly precision: number;
}

/** Recall and precision of the duplicate check on the labelled pairs: per name culture, and of all. */
export function measurePaare(): Guete[] {
  const paare = makeNamenspaare(seeded(7)).map((paar) => {
    const stored = new Set(suchschluessel(paar.eins));
    const met = frageschluessel(paar.zwei).some((key) => stored.has(key));
    return { ...paar, hit: met && scoreDublette(paar.eins, paar.zwei).punkte >= SCHWELLE };
  });
  const kulturen = [...new Set(paare.map(({ kultur }) => kultur)), 'alle'];
  return kulturen.map((kultur) => {
    const own = paare.filter((paar) => kultur === 'alle' || paar.kultur === kultur);
    const right = own.filter((paar) => paar.hit && paar.gleich).length;
    return {
      kultur,
      paare: own.length,
      recall: right / own.filter((paar) => paar.gleich).length,
      precision: right / own.filter((paar) => paar.hit).length,
    };
  });
}

interface Tempo {
  readonly p50: number;
  readonly p99: number;
}

const kreisId = 'k01';
const KOLLEGEN = 40;

/** Milliseconds of a duplicate check through HTTP, all `personen` at one and the same Träger: the hardest case. */
export async function measureDublette(
  connection: (user: string, database: string) => ClientConfig,
  personen: number,
): Promise<Tempo> {
  const database = 'bench_dublette';
  await migrate(connection('lotse_admin', 'postgres'), { database });
  const admin = new pg.Client(connection('lotse_admin', database));
  await admin.connect();
  const traegerId = randomUUID();
  const token = await fill(admin, traegerId, personen);
  await admin.end();

  const db = openDatabase(connection('lotse_app', database));
  const app = createApp({
    db,
    schluessel: openSchluessel(randomBytes(32)),
    config: readConfig({ PORT: '0' }),
    testdatenbank: true,
    now: () => new Date(),
    limits: noLimits,
    menge: noMenge,
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const random = seeded(11);
  const fragen = Array.from({ length: 300 }, () => makeAngaben(random));
  const ask = (i: number) => [
    {
      method: 'POST' as const,
      path: `/api/kreis/${kreisId}/dublette/suche`,
      headers: { cookie: `lotse=${token}` },
      body: JSON.stringify({ traegerId, ...fragen[i % fragen.length] }),
    },
  ];
  await measure(port, 1, 100, ask);
  const tempo = await measure(port, 1, 300, ask);
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await db.close();
  return tempo;
}

async function fill(client: Client, traegerId: string, personen: number): Promise<string> {
  await client.query('begin');
  await client.query(`insert into kreis (id, ags, name) values ($1, '05999', 'Kreis')`, [kreisId]);
  await client.query(
    `insert into traeger (kreis_id, id, slug, name, rechtsname, art) values ($1, $2, 't1', 'T', 'T', 'freier_traeger')`,
    [kreisId, traegerId],
  );
  const konten = Array.from({ length: KOLLEGEN }, () => randomUUID());
  for (const [at, id] of konten.entries()) {
    await client.query('insert into konto (kreis_id, id, anmeldename, name) values ($1, $2, $3, $3)', [
      kreisId,
      id,
      `cm.${at}`,
    ]);
    await client.query(
      `insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id) values ($1, $1, $2, 'casemanager', $3)`,
      [kreisId, id, traegerId],
    );
  }
  const random = seeded(3);
  const consents: string[] = [];
  function* persons(): Iterable<string> {
    for (let at = 0; at < personen; at += 1) {
      const [id, einwilligung] = [randomUUID(), randomUUID()];
      consents.push([kreisId, einwilligung, id, '2023-01-10'].join('\t'));
      yield `${personLine(makeAngaben(random), [kreisId, id, traegerId, konten[at % KOLLEGEN] ?? '', einwilligung])}\n`;
    }
  }
  const columns = `kreis_id, id, traeger_id, casemanager_id, einwilligung_id, familienname, vorname, geburtsdatum, suchform,
    suchlaut, suchschluessel, schluessel_verpackt`;
  await copy(client, `person (${columns})`, persons());
  await copy(
    client,
    'einwilligung (kreis_id, id, person_id, erteilt_am)',
    consents.map((line) => `${line}\n`),
  );
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am) values ($1, $2, $3, 2, now() + interval '12 hours')`,
    [kreisId, konten[0], hashToken(token)],
  );
  await client.query('commit');
  await client.query('vacuum analyze');
  return token;
}

function personLine(angaben: Angaben, ids: readonly string[]): string {
  const { familienname, vorname, geburtsdatum } = angaben;
  const keys = `{${suchschluessel(angaben)
    .map((key) => `"${key}"`)
    .join(',')}}`;
  return [
    ...ids,
    familienname,
    vorname,
    geburtsdatum ?? '\\N',
    suchform(familienname, vorname),
    suchlaut(familienname, vorname),
    keys,
    '\\\\x00',
  ].join('\t');
}

async function copy(client: Client, table: string, lines: Iterable<string>): Promise<void> {
  await pipeline(
    Readable.from(lines, { objectMode: true }),
    client.query(copyFrom(`copy ${table} from stdin`)),
  );
}
