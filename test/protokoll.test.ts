import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { describeVorgang, geschehenWort, gegenstandWort, lesenWort } from '#src/protokoll/vorgang-text.ts';
import { rightsTable } from './rights-table.ts';
import { startTestApp, type Reply, type TestApp } from './support/app.ts';
import { kreis, type ActorName } from './support/fixture.ts';
import { asAdmin, insertCase, relations, type Relation, type TestCase } from './support/relation.ts';
import type { Gelesen, Row } from './support/rights-row.ts';

let app: TestApp;
const cases = new Map<Relation, TestCase>();
const operations: Readonly<Record<string, Endpoint>> = contract;
const rows: Readonly<Record<string, Row>> = rightsTable;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const writes = (endpoint: Endpoint): boolean => endpoint.method !== 'GET' && endpoint.liest !== true;

/** Writes that leave no event, and why. */
const silent: Readonly<Record<string, string>> = {
  saveEntwurf: 'a draft is what somebody is typing; it is sealed and belongs to the account alone',
  deleteEntwurf: 'the same',
  saveAnsicht: 'a filter of the own list, no record of a person',
  deleteAnsicht: 'the same',
  readNachricht: 'the own inbox',
  setSprache: 'how the own account is shown',
  uploadDatei: 'a workbook that waits; the run that reads it in leaves the event',
  previewUebergabe: 'shows what a hand-over would do, and changes nothing',
  fragePasskey: 'asks what the device shall sign; the answer leaves the event',
  beginTotp: 'shows a secret that counts only once it is confirmed, which leaves the event',
  beginPasskey: 'the same',
  confirmRolle: 'the matrix confirms no role that exists, so nothing changes',
  endKontoSitzung: 'the matrix ends no session that exists, so nothing changes',
  withdrawEinladung: 'the matrix has no invitation to take back, so nothing changes',
  withdrawErfolgsbericht: 'the matrix has nothing to take back, so nothing changes',
};

async function arrange(which: readonly Relation[] = relations): Promise<void> {
  for (const relation of which) {
    const known = cases.get(relation);
    if (known) {
      await asAdmin(app, async (tx) => {
        await tx.run(sql`delete from anfrage where id = ${known.anfrageId}`);
        await tx.run(sql`delete from fall where id = ${known.fallId}`);
        await tx.run(sql`delete from person where id = ${known.personId}`);
      });
    }
    cases.set(relation, await insertCase(app, relation));
  }
}

/** A relation and a caller for whom the matrix expects that the operation goes through. */
function allowed(row: Row): { relation: string; caller: ActorName } | undefined {
  for (const relation of row.relations) {
    for (const [outcome, who] of Object.entries(row.expected[relation] ?? {})) {
      const caller = who.find((each): each is ActorName => each !== 'nobody');
      if (outcome.startsWith('2') && caller) return { relation, caller };
    }
  }
  return undefined;
}

let editions = 0;
async function gelesenFor(row: Row): Promise<Gelesen> {
  if (!row.needsUebernahme) return { dateiId: '', zuordnung: undefined, uebernahmeId: '' };
  const path = `/kreis/${kreis}/uebernahme`;
  const upload = async () => {
    editions += 1;
    const csv = `Datum;Träger;Zugang\n${String(editions).padStart(2, '0')}.02.2023;Alpha;Schule\n`;
    const { body } = await app
      .as('uebernahme')
      .send('POST', `${path}/datei?name=kontakte.csv`, new TextEncoder().encode(csv));
    return { dateiId: String(body.dateiId), zuordnung: body.zuordnung as unknown };
  };
  const { body } = await app.as('uebernahme').send('POST', path, await upload());
  return { ...(await upload()), uebernahmeId: String(body.id) };
}

/** Performs the operation as the matrix does; undefined where the matrix knows no call that goes through. */
async function perform(name: string): Promise<{ reply: Reply; relation: string } | undefined> {
  const row = rows[name];
  const place = row && allowed(row);
  if (!place) return undefined;
  const ansicht = randomUUID();
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into ansicht (kreis_id, id, konto_id, name, filter)
      select kreis_id, ${ansicht}, id, 'Meine', '{}' from konto where id = ${app.konto[place.caller]}`),
  );
  const request = row.request({
    ...place,
    konto: app.konto,
    fall: (of) => cases.get(of)!,
    ansicht: () => ansicht,
    gelesen: await gelesenFor(row),
  });
  if (row.endsSession) await renewSession(place.caller);
  const client = app.as(place.caller);
  const reply =
    request.method === 'GET'
      ? await client.get(request.path)
      : await client.send(request.method, request.path, request.body);
  if (row.endsSession) await renewSession(place.caller);
  return { reply, relation: place.relation };
}

/** The test app keeps one session per account; what ended it must not end those that follow. */
async function renewSession(caller: ActorName): Promise<void> {
  await app.as(caller).get('/ich');
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      select kreis_id, ${app.konto[caller]}, ${app.sessionHash(caller)}, 2, now() + interval '1 hour'
      from konto where id = ${app.konto[caller]} on conflict (pruefwert) do nothing`),
  );
}

async function lastIds(): Promise<{ ereignis: number; lesezugriff: number }> {
  const [row] = await asAdmin(app, (tx) =>
    tx.all(sql<{ ereignis: number; lesezugriff: number }>`
      select (select coalesce(max(id), 0) from ereignis) as ereignis,
        (select coalesce(max(id), 0) from lesezugriff) as lesezugriff`),
  );
  return row!;
}

/** Operations that left a row of lesezugriff when they were called. */
const readers = new Set<string>();

const textOf = (reply: Reply): string => new TextDecoder().decode(reply.bytes);
const names = Object.keys(operations);
/** Ends the session of its caller, so it comes last. */
const order = names.toSorted(
  (a, b) => Number(rows[a]?.endsSession ?? false) - Number(rows[b]?.endsSession ?? false),
);

test('M399 every operation that goes through leaves its row: a write its event, an answer with a name its read', async () => {
  const wrong: string[] = [];
  const called: string[] = [];
  await arrange();
  for (const name of order) {
    const endpoint = operations[name]!;
    const before = await lastIds();
    const done = await perform(name);
    // After a write the next operation finds an untouched case again.
    if (writes(endpoint)) await arrange(relations.filter((relation) => relation === done?.relation));
    if (!done || done.reply.status >= 300) {
      if (done && writes(endpoint))
        wrong.push(`${name}: ${done.reply.status} where the matrix expects success`);
      continue;
    }
    called.push(name);
    const after = await lastIds();
    if (after.lesezugriff > before.lesezugriff) readers.add(name);
    const showsName = /Kanari|Notiz (eigen|kollegin|offen|fremder)/.test(textOf(done.reply));
    if (showsName && endpoint.reveals !== 'person')
      wrong.push(`${name}: shows a name, declared ${endpoint.reveals}`);
    if (showsName && after.lesezugriff === before.lesezugriff) wrong.push(`${name}: a name without its read`);
    if (writes(endpoint) && after.ereignis === before.ereignis && silent[name] === undefined)
      wrong.push(`${name}: a write without an event`);
  }
  expect(wrong).toEqual([]);
  // Whoever adds an operation that the matrix only refuses shows its event in the test of its concept.
  expect(called.length).toBeGreaterThan(150);
}, 60_000);

test('M399 every operation of the protocol has its words, in German and English', async () => {
  const used = await asAdmin(app, async (tx) => ({
    lesen: await tx.all(sql<{ code: string }>`select distinct vorgang as code from lesezugriff`),
    schreiben: await tx.all(sql<{ code: string }>`select distinct art as code from ereignis`),
  }));
  const lesen = new Set(used.lesen.map(({ code }) => code));
  const schreiben = new Set(used.schreiben.map(({ code }) => code));
  // Besides what ran above: every event that stands as a word in the sources.
  for (const file of await readdir('src', { recursive: true })) {
    if (!file.endsWith('.ts') || !file.includes('server/') || file.endsWith('.test.ts')) continue;
    const text = await readFile(`src/${file}`, 'utf8');
    if (!/recordEreignis|recordKontoEreignis/.test(text)) continue;
    for (const call of text.matchAll(/record(?:Konto)?Ereignis\((?:[^;]*?)\);/gs)) {
      const art = /art: ('[a-z_.]+'|[^,]*'[a-z_]+\.[a-z_-]+'[^,]*)|, '([a-z_]+\.[a-z_-]+)'/.exec(call[0]);
      for (const [, code] of (art?.[0] ?? '').matchAll(/'([a-z_]+\.[a-z_-]+)'/g))
        if (code) schreiben.add(code);
    }
  }
  const missing = [
    ...[...lesen].filter((code) => !lesenWort[code]),
    ...[...schreiben].filter((code) => describeVorgang('de', 'schreiben', code) === code),
  ];
  expect(missing.toSorted()).toEqual([]);
  for (const each of [lesenWort, gegenstandWort, geschehenWort])
    for (const { de, en } of Object.values(each)) expect([de, en]).not.toContain('');
  expect(describeVorgang('de', 'lesen', 'fall.get')).toBe('Akte geöffnet');
  expect(describeVorgang('en', 'schreiben', 'fall.aufgenommen')).toBe('Case: admitted');
});

const writers = sql.raw('lotse_app, lotse_akte, lotse_partner, lotse_anmeldung, lotse_protokoll, public');

test('M399 without the right to write the log no operation shows a name, and none changes anything without its event', async () => {
  await arrange();
  const shown: string[] = [];
  await asAdmin(app, (tx) => tx.run(sql`revoke insert on lesezugriff from ${writers}`));
  try {
    for (const name of names) {
      const endpoint = operations[name]!;
      if (endpoint.reveals !== 'person' || rows[name]?.endsSession) continue;
      const done = await perform(name);
      if (
        done &&
        (/Kanari|Notiz |Vogel/.test(textOf(done.reply)) || (readers.has(name) && done.reply.status < 300))
      )
        shown.push(name);
    }
  } finally {
    await asAdmin(app, (tx) =>
      tx.run(sql`grant insert on lesezugriff to lotse_app, lotse_akte, lotse_partner`),
    );
  }
  expect(shown).toEqual([]);
  expect(readers.size).toBeGreaterThan(20);
  const done: string[] = [];
  await asAdmin(app, (tx) => tx.run(sql`revoke insert on ereignis from ${writers}`));
  try {
    for (const name of names) {
      const endpoint = operations[name]!;
      if (
        !writes(endpoint) ||
        silent[name] !== undefined ||
        rows[name]?.endsSession ||
        rows[name]?.needsUebernahme
      )
        continue;
      const answer = await perform(name);
      if (answer && answer.reply.status < 300) done.push(name);
    }
  } finally {
    await asAdmin(app, (tx) => tx.run(sql`grant insert on ereignis to lotse_app, lotse_anmeldung`));
  }
  expect(done).toEqual([]);
}, 60_000);

test('M399 no content in any sink: words typed and names read stand in no event, read, message, kept answer, log or refusal', async () => {
  const word = `Zaunkönig${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const refusals: string[] = [];
  const { fallId } = await app.admit('casemanager', { familienname: word, vorname: word, bemerkung: word });
  const cm = app.as('casemanager');
  const key = () => ({ 'idempotency-key': randomUUID() });
  const kontakt = {
    am: '2023-03-01',
    qualifiziert: true,
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: 20,
    sprache: 'ara',
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz: word,
  };
  const path = `/kreis/${kreis}/fall/${fallId}`;
  const wrong = [
    await cm.send('POST', `${path}/kontakt`, kontakt, key()),
    await cm.send('POST', `${path}/kontakt`, { ...kontakt, am: word }, key()),
    await cm.send('POST', `${path}/kontakt`, { ...kontakt, [word]: word }, key()),
    await cm.send('POST', `/kreis/${kreis}/fall`, { familienname: word }, key()),
    await cm.send('POST', `${path}/aufgabe`, { titel: word, faelligAm: word }, key()),
    await cm.send('PUT', `/entwurf/kontakt?bezug=${fallId}`, { werte: { notiz: word } }),
    await cm.get(path),
    await cm.get(`/kreis/${kreis}/fall?suche=${encodeURIComponent(word)}`),
    await app.as('kollegin').get(path),
  ];
  for (const reply of wrong) if (reply.status >= 400) refusals.push(textOf(reply));
  expect(refusals.length).toBeGreaterThan(3);
  const sinks = await asAdmin(app, (tx) =>
    tx.all(sql<{ text: string }>`
      select e::text as text from ereignis e union all select l::text from lesezugriff l
      union all select n::text from nachricht n union all select convert_from(decode(encode(i::text::bytea, 'hex'), 'hex'), 'UTF8') from idempotenz i
      union all select a::text from auffaelligkeit a union all select b::text from protokollblock b`),
  );
  const everything = [
    ...sinks.map(({ text }) => text),
    ...refusals,
    ...app.logLines.map((line) => JSON.stringify(line)),
  ];
  expect(everything.filter((text) => text.includes(word) || text.includes('Zaunk'))).toEqual([]);
  expect(sinks.length).toBeGreaterThan(100);
});
