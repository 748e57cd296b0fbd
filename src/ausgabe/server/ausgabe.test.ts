import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { openLimits } from '#src/platform/server/limits.ts';
import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import { startTestApp, type Reply, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { vorgangText } from '../vorgang-text.ts';
import { toQuestion } from './question.ts';

const now = new Date('2026-11-21T13:05:00Z');

let app: TestApp;
let fallId: string;
let fallNummer: string;
beforeAll(async () => {
  app = await startTestApp({ now: () => now });
  ({ fallId, nummer: fallNummer } = await app.admit());
});
afterAll(() => app.close());

async function file(path: string, by: ActorName = 'koordination'): Promise<Reply> {
  const reply = await app.as(by).get(`/kreis/${kreis}${path}`);
  expect(reply.status).toBe(200);
  return reply;
}

function nameOf({ headers }: Reply): string {
  return decodeURIComponent(headers.get('content-disposition')?.split("''")[1] ?? '');
}

interface Line {
  readonly nummer: string;
  readonly pruefsumme: string;
  readonly [name: string]: unknown;
}

async function log(query = ''): Promise<{ ausgabe: Line[]; gesamt: number }> {
  const { status, body } = await app.as('datenschutz').get(`/kreis/${kreis}/ausgabe${query}`);
  expect(status).toBe(200);
  return body;
}

const zahlen = '/auswertung/fallzahlen';
const frage = '?stichtag=2023-02-01,2023-04-01&sprache=de';

describe('M399 every file leaves a row, and the row knows the file', () => {
  test('number, account, operation, question, size and checksum stand in the log; the file carries the mark', async () => {
    const xlsx = await file(`${zahlen}/xlsx${frage}`);
    const [line] = (await log()).ausgabe;
    expect(line).toMatchObject({
      nummer: expect.stringMatching(/^2026-\d{6}$/),
      konto: 'Konto koordination',
      vorgang: 'exportFallzahlen',
      benannt: false,
      vermerkt: true,
      groesse: xlsx.bytes.length,
      pruefsumme: createHash('sha256').update(xlsx.bytes).digest('hex'),
    });
    expect(line?.['frage']).toMatchObject({
      format: 'xlsx',
      sprache: 'de',
      veroeffentlicht: false,
      stichtag: ['2023-02-01', '2023-04-01'],
    });
    const mark = `Ausgabe Nr. ${line?.nummer} · Konto koordination · 21.11.2026 14:05`;
    const table = await openTableFile(Buffer.from(xlsx.bytes));
    const cells: unknown[] = [];
    for await (const row of table.rows('Fallzahlen')) cells.push(...row.cells);
    expect(cells.at(-1)).toEqual({ kind: 'text', text: mark });
    const pdf = await readPdf((await file(`${zahlen}/pdf${frage}`)).bytes);
    const [next] = (await log()).ausgabe;
    expect(Number(next?.nummer.slice(5))).toBe(Number(line?.nummer.slice(5)) + 1);
    expect(pdf.text).toContain(mark.replace(line!.nummer, next!.nummer));
  });

  test('what goes to everybody carries the number and no name; text tables carry it in their name', async () => {
    const published = await readPdf((await file(`${zahlen}/pdf${frage}&veroeffentlicht=1`)).bytes);
    expect(published.text).toMatch(/Ausgabe Nr\. 2026-\d{6}(?! ·)/);
    expect(published.text).not.toContain('Konto koordination');
    const csv = await file(`${zahlen}/csv${frage}`);
    expect(nameOf(csv)).toMatch(/^fallzahlen-2026-11-21-ausgabe-2026-\d{6}\.csv$/);
    expect(new TextDecoder().decode(csv.bytes)).not.toContain('Ausgabe Nr.');
    expect(nameOf(await file('/angebot_export?format=xlsx'))).toMatch(/-ausgabe-2026-\d{6}\.xlsx$/);
  });

  test('a sheet for colleagues carries the mark, a paper for the client does not', async () => {
    const blatt = await readPdf((await file(`/fall/${fallId}/uebergabeblatt/papier`, 'casemanager')).bytes);
    expect(blatt.text).toMatch(/Ausgabe Nr\. 2026-\d{6} · /);
    const plan = await readPdf(
      (await file(`/fall/${fallId}/hilfeplan/druck?sprache=deu`, 'casemanager')).bytes,
    );
    expect(plan.text).not.toContain('Ausgabe Nr.');
    const [first, second] = (await log('?benannt=true')).ausgabe;
    expect([first, second]).toMatchObject([
      { vorgang: 'printHilfeplan', benannt: true, vermerkt: false },
      { vorgang: 'printUebergabeblatt', benannt: true, vermerkt: true },
    ]);
    // Neither the case nor the person can be found from the log.
    expect(JSON.stringify([first, second])).not.toMatch(new RegExp(`${fallId}|${fallNummer}|Haddad`));
  });

  test('a file that fails leaves no row and no gap, and what is no file none at all', async () => {
    const before = await log();
    await app.as('koordination').get(`/kreis/${kreis}${zahlen}/pdf?stichtag=2090-01-01`);
    await app.as('koordination').get(`/kreis/${kreis}${zahlen}`);
    expect((await log()).gesamt).toBe(before.gesamt);
    await file(`${zahlen}/csv${frage}`);
    const numbers = (await log()).ausgabe.map(({ nummer }) => Number(nummer.slice(5)));
    expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
  });

  test('two files at once get two numbers', async () => {
    const before = (await log()).gesamt;
    await Promise.all(Array.from({ length: 8 }, () => file(`${zahlen}/csv${frage}`)));
    const { ausgabe, gesamt } = await log();
    expect(gesamt).toBe(before + 8);
    expect(new Set(ausgabe.map(({ nummer }) => nummer)).size).toBe(gesamt);
  });

  test('no row, no file: when the log cannot be written, nothing leaves', async () => {
    const asAdmin = (statement: ReturnType<typeof sql>) =>
      app.owner(async (tx) => {
        await tx.client.query('reset role');
        await tx.run(statement);
      });
    await asAdmin(sql`revoke insert on ausgabe from lotse_app`);
    try {
      const reply = await app.as('koordination').get(`/kreis/${kreis}${zahlen}/csv${frage}`);
      expect(reply.status).toBe(404);
      expect(reply.headers.get('content-disposition')).toBeNull();
      expect(new TextDecoder().decode(reply.bytes)).not.toContain('Stichtag');
    } finally {
      await asAdmin(sql`grant insert on ausgabe to lotse_app`);
    }
  });
});

test('the log is found by the number on the file, by day, and by its end; a wrong number is refused at its field', async () => {
  const [line] = (await log()).ausgabe;
  expect((await log(`?nummer=${line?.nummer}`)).ausgabe).toEqual([line]);
  expect((await log(`?nummer=${Number(line?.nummer.slice(5))}`)).ausgabe).toEqual([line]);
  expect((await log('?von=1999-01-01&bis=1999-12-31')).gesamt).toBe(0);
  const wrong = await app.as('datenschutz').get(`/kreis/${kreis}/ausgabe?nummer=Haddad`);
  expect([wrong.status, wrong.body.felder[0].code]).toEqual([422, 'ausgabe-nummer-ungueltig']);
});

test('the running server adds rows and changes none; the officer of one Träger sees what its people took', async () => {
  const konto = app.konto.casemanager;
  const asApp = (statement: ReturnType<typeof sql>) =>
    app.db.asKonto({ kreisId: kreis, kontoId: konto }, {}, (tx) => tx.run(statement));
  for (const statement of [
    sql`update ausgabe set groesse = 0`,
    sql`delete from ausgabe`,
    sql`truncate ausgabe`,
    sql`update ausgabe_nummer set letzte = 0`,
    sql`select * from ausgabe_nummer`,
  ])
    await expect(asApp(statement)).rejects.toMatchObject({ code: '42501' });
  const all = await log();
  expect(all.gesamt).toBeGreaterThan(3);
  const setTraeger = (id: string | null) =>
    app.owner((tx) =>
      tx.run(
        sql`update rolle set traeger_id = ${id} where konto_id = ${app.konto.datenschutz} and rolle = 'datenschutz'`,
      ),
    );
  await setTraeger(traeger.alpha);
  const alpha = await log();
  expect([...new Set(alpha.ausgabe.map(({ konto: name }) => name))]).toEqual(['Konto casemanager']);
  await setTraeger(traeger.beta);
  expect((await log()).gesamt).toBe(0);
  await setTraeger(null);
  expect((await log()).gesamt).toBe(all.gesamt);
});

test('a question is kept as codes, days and numbers; words and ids of persons are not', () => {
  const asked = (
    name: 'exportAngebot' | 'exportFallzahlen' | 'printHilfeplan' | 'printVermittlung',
    values: object[],
  ) => {
    const { params, query } = contract[name] as Endpoint;
    return toQuestion([params, query], values);
  };
  const id = '99999999-9999-4999-8999-999999999999';
  expect(
    asked('exportAngebot', [
      { kreisId: kreis },
      { suche: 'Frauenhaus Haddad', format: 'csv', freie: true, kommune: '05978024', stelle: id },
    ]),
  ).toEqual({ suche: null, format: 'csv', freie: true, kommune: null, stelle: id });
  expect(
    asked('printHilfeplan', [
      { kreisId: kreis, fallId: id },
      { sprache: 'tur', version: '1' },
    ]),
  ).toEqual({
    sprache: 'tur',
    version: null,
  });
  expect(asked('printVermittlung', [{ kreisId: kreis, vermittlungId: id }, {}])).toEqual({});
});

const files = Object.entries(contract).filter(([, each]) => (each as Endpoint).file !== undefined) as [
  string,
  Endpoint,
][];

test('every file has words for the list in both languages', () => {
  const numbered = files.filter(([, { ability }]) => ability !== 'offen').map(([name]) => name);
  const without = numbered.filter(
    (name) => vorgangText(name, 'de') === name || vorgangText(name, 'en') === name,
  );
  expect(without).toEqual([]);
});

test.each(files)('%s concerns one record, or asks again who it is and wants a reason', (_name, endpoint) => {
  expect(endpoint.method === 'GET' || endpoint.liest === true).toBe(true);
  if (endpoint.reveals !== 'person') return;
  const one = /\{(?!kreisId)\w+Id\}/.test(endpoint.path);
  const shape = (endpoint.query ?? endpoint.body) as { shape?: object } | undefined;
  expect(one || (endpoint.bestaetigt === true && 'grund' in (shape?.shape ?? {}))).toBe(true);
});

test('a script that carries everything away is stopped after sixty files, with the time to wait', async () => {
  const limited = await startTestApp({ now: () => now, limits: openLimits() });
  try {
    const get = () => limited.as('koordination').get(`/kreis/${kreis}${zahlen}/json${frage}`);
    const replies = [];
    for (let each = 0; each < 61; each += 1) replies.push(await get());
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(60);
    const last = replies.at(-1)!;
    expect([last.status, last.body.code, last.headers.get('retry-after')]).toEqual([
      429,
      'zu-viele-ausgaben',
      '60',
    ]);
    expect((await limited.as('koordination').get('/ich')).status).toBe(200);
  } finally {
    await limited.close();
  }
});
