import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { insertHistories, type FallHistory } from '#test/support/fall-history.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { readPdf } from '#test/support/read-pdf.ts';

let app: TestApp;
const uebergabe = '6b0f4a52-0000-4000-8000-000000000001';

/** A case that is as plain as can be; what a test is about is changed. */
function fall(changed: Partial<FallHistory> = {}): FallHistory {
  return {
    kommune: kommune.norden,
    aufgenommenAm: '2023-01-10',
    status: [{ status: 'aktiv', herkunft: 'uebernahme', ab: '2023-01-10' }],
    zustaendigkeit: [{ traeger: traeger.alpha, ab: '2023-01-10' }],
    ...changed,
  };
}

const given: FallHistory = fall({
  zustaendigkeit: [
    { traeger: traeger.alpha, ab: '2023-01-10', bis: '2023-03-01' },
    { traeger: traeger.beta, ab: '2023-03-01', uebergabe },
  ],
});

beforeAll(async () => {
  app = await startTestApp();
  await insertHistories(app.owner, kreis, {
    uebergabe: [{ id: uebergabe, von: traeger.alpha, an: traeger.beta, am: '2023-03-01' }],
    fall: [
      ...Array.from({ length: 5 }, () =>
        fall({ merkmal: [{ merkmal: 'geschlecht', wert: 'w', ab: '2023-01-10' }] }),
      ),
      given,
      given,
      // Of the south, at the other Träger; one of them was recorded late.
      ...Array.from({ length: 3 }, () =>
        fall({ kommune: kommune.sueden, zustaendigkeit: [{ traeger: traeger.beta, ab: '2023-01-10' }] }),
      ),
      fall({
        kommune: kommune.sueden,
        erfasst_am: '2023-06-15T10:00:00Z',
        status: [
          { status: 'aktiv', herkunft: 'uebernahme', ab: '2023-01-10', erfasst_am: '2023-06-15T10:00:00Z' },
        ],
        zustaendigkeit: [{ traeger: traeger.beta, ab: '2023-01-10', erfasst_am: '2023-06-15T10:00:00Z' }],
      }),
    ],
    sonstige: [
      {
        traeger: traeger.alpha,
        kommune: kommune.norden,
        am: '2023-02-03',
        zugang: 'schule',
        lebensbereich: ['wohnen', 'arbeit'],
      },
      { traeger: traeger.beta, kommune: kommune.sueden, am: '2023-02-07', zugang: null },
      {
        traeger: traeger.beta,
        kommune: kommune.sueden,
        am: '2023-03-07',
        zugang: 'schule',
        lebensbereich: ['wohnen'],
      },
    ],
  });
});

afterAll(() => app.close());

async function get(actor: ActorName, path: string) {
  const reply = await app.as(actor).get(`/kreis/${kreis}/auswertung/${path}`);
  expect([reply.status, reply.body?.code]).toEqual([200, undefined]);
  return reply.body;
}

const fallzahlen = 'fallzahlen?stichtag=2023-02-01,2023-04-01';

test('M197 M188 a handed-over case counts at its Träger of the day, and earlier key dates stay', async () => {
  const { fallzahlen: zeilen, uebergaben } = await get('koordination', fallzahlen);
  expect(zeilen.map((z: { gesamt: number; traeger: object }) => [z.gesamt, z.traeger])).toEqual([
    [11, { Alpha: 7, Beta: 4 }],
    [11, { Alpha: 5, Beta: 6 }],
  ]);
  expect(uebergaben).toEqual([
    { monat: '2023-03', von: 'Alpha', an: 'Beta', anzahl: 2, fussnote: 1, stichtag: '2023-04-01' },
  ]);
});

test('a late entry changes a later run and never the earlier Kenntnisstand', async () => {
  const asKnown = async (tag: string) =>
    (await get('koordination', `${fallzahlen}&kenntnisstand=${tag}`)).fallzahlen[0].gesamt;
  expect(await asKnown('2023-06-14')).toBe(10);
  expect(await asKnown('2023-06-15')).toBe(11);
  expect(await asKnown('2023-06-15T09:59:59Z')).toBe(10);
  expect((await get('koordination', `${fallzahlen}&kenntnisstand=2023-06-14`)).definition.kenntnisstand).toBe(
    '2023-06-14',
  );
});

test('M359 a regional Koordination counts its region, with and without asking for it', async () => {
  const { fallzahlen: zeilen, traeger: spalten } = await get('koordinationSueden', fallzahlen);
  expect(zeilen.map((z: { gesamt: number }) => z.gesamt)).toEqual([4, 4]);
  expect(spalten.map((t: { name: string }) => t.name)).toEqual(['Beta']);
  expect((await get('koordination', `${fallzahlen}&region=sueden`)).fallzahlen).toEqual(zeilen);
  const foreign = await app
    .as('koordinationSueden')
    .get(`/kreis/${kreis}/auswertung/${fallzahlen}&region=norden`);
  expect([foreign.status, foreign.body.felder]).toEqual([
    422,
    [{ instance: '/query/region', code: 'region-unbekannt' }],
  ]);
});

test('case managers and the Trägerleitung count their own Träger and read why it lost cases', async () => {
  for (const actor of ['casemanager', 'traegerleitung'] as const) {
    const { fallzahlen: zeilen, uebergaben, definition } = await get(actor, fallzahlen);
    expect(zeilen.map((z: { gesamt: number; traeger: object }) => [z.gesamt, z.traeger])).toEqual([
      [7, { Alpha: 7 }],
      [5, { Alpha: 5 }],
    ]);
    expect(uebergaben).toEqual([expect.objectContaining({ von: 'Alpha', an: 'Beta', anzahl: 2 })]);
    expect(definition.datenbasis.de).toBe('Fälle im Case Management, Musterkreis, Alpha');
  }
  const incoming = await get('casemanagerBeta', fallzahlen);
  expect(incoming.uebergaben).toEqual([expect.objectContaining({ von: 'Alpha', an: 'Beta', anzahl: 2 })]);
  const other = await app
    .as('casemanager')
    .get(`/kreis/${kreis}/auswertung/${fallzahlen}&traeger=${traeger.beta}`);
  expect(other.body.felder[0].code).toBe('traeger-fremd');
});

test('a Träger that is asked for stands alone with its own hand-overs', async () => {
  const { fallzahlen: zeilen, uebergaben } = await get(
    'koordination',
    `${fallzahlen}&traeger=${traeger.alpha}`,
  );
  expect(zeilen.map((z: { traeger: object }) => z.traeger)).toEqual([{ Alpha: 7 }, { Alpha: 5 }]);
  expect(uebergaben).toEqual([expect.objectContaining({ anzahl: 2 })]);
});

test('figures open lists only for those who see in the list all that is counted', async () => {
  const liste = async (actor: ActorName) => (await get(actor, fallzahlen)).abilities.liste;
  expect(await liste('koordination')).toBe(true);
  expect(await liste('casemanager')).toBe(false);
  expect(await liste('verwaltungsassistenz')).toBe(false);
  expect(await liste('ki_leitung')).toBe(false);
  expect(await liste('traegerleitung')).toBe(false);
});

test('the walls hold when a statement forgets its own limits', async () => {
  const count = (actor: ActorName, table: string) =>
    app.db.asKonto({ kreisId: kreis, kontoId: app.konto[actor] }, {}, (tx) =>
      tx.as('lotse_zaehler', () =>
        tx.one(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`),
      ),
    );
  expect((await count('koordination', 'fall')).n).toBe(11);
  expect((await count('koordinationSueden', 'fall')).n).toBe(4);
  expect((await count('casemanager', 'fall_zustaendigkeit')).n).toBe(7);
  expect((await count('casemanager', 'sonstiger_kontakt')).n).toBe(1);
  expect((await count('nachbarKoordination', 'fall')).n).toBe(0);
  expect((await count('lenkungskreis', 'fall')).n).toBe(0);
  await expect(count('koordination', 'person')).rejects.toThrow(/permission denied/);
});

test('M135 M339 contacts by month and Träger; what nobody advised is 0', async () => {
  const path = 'kontakte?von=2023-01&bis=2023-03';
  const { kontakte, summe } = await get('koordination', path);
  expect(kontakte).toEqual([
    { monat: '2023-01', gesamt: 0, traeger: { Alpha: 0, Beta: 0 } },
    { monat: '2023-02', gesamt: 2, traeger: { Alpha: 1, Beta: 1 } },
    { monat: '2023-03', gesamt: 1, traeger: { Alpha: 0, Beta: 1 } },
  ]);
  expect(summe).toEqual({ gesamt: 3, traeger: { Alpha: 1, Beta: 2 } });
  expect((await get('koordinationSueden', path)).summe.gesamt).toBe(2);
  expect((await get('casemanager', path)).summe.gesamt).toBe(1);
});

test('several answers count each, in per cent of the contacts', async () => {
  const { werte, basis, ohneAngabe, mehrfach } = await get(
    'koordination',
    'kontaktmerkmal?merkmal=handlungsfeld&von=2023-01-01&bis=2023-12-31',
  );
  expect(
    werte.map((w: { wert: string; anzahl: number; prozent: number }) => [w.wert, w.anzahl, w.prozent]),
  ).toEqual([
    ['Wohnen', 2, 67],
    ['Arbeit', 1, 33],
  ]);
  expect({ basis, ohneAngabe, mehrfach }).toEqual({ basis: 3, ohneAngabe: 1, mehrfach: true });
});

test('M347 a published table has dots, no percentages of few cases, and says so', async () => {
  const {
    fallzahlen: zeilen,
    uebergaben,
    definition,
  } = await get('koordination', `${fallzahlen}&veroeffentlicht=1`);
  expect(zeilen[1].traeger).toEqual({ Alpha: 5, Beta: 6 });
  expect(uebergaben[0].anzahl).toBe('.');
  expect(definition.fussnoten[0].text.de).toBe(
    'Im März 2023 wurden einzelne Fälle von Alpha an Beta übergeben.',
  );
  expect(definition.text.de).toContain('durch einen Punkt ersetzt');
  const merkmal = await get(
    'koordination',
    'merkmal?merkmal=geschlecht&stichtag=2023-04-01&veroeffentlicht=1',
  );
  expect(merkmal.werte[0]).toMatchObject({ anzahl: 5, prozent: null });
});

test('a key date in the future, a wrong day and a reversed period are refused at their field', async () => {
  const felder = async (path: string) => {
    const reply = await app.as('koordination').get(`/kreis/${kreis}/auswertung/${path}`);
    return [reply.status, reply.body.felder[0]];
  };
  const tomorrow = addDays(today(), 2);
  expect(await felder(`fallzahlen?stichtag=${tomorrow}`)).toEqual([
    422,
    { instance: '/query/stichtag', code: 'datum-in-zukunft' },
  ]);
  expect(await felder('fallzahlen?stichtag=2023-02-30')).toEqual([
    422,
    { instance: '/query/stichtag/0', code: 'datum-ungueltig' },
  ]);
  expect(await felder('kontakte?von=2023-04&bis=2023-01')).toEqual([
    422,
    { instance: '/query/bis', code: 'zeitraum-verkehrt' },
  ]);
});

test('the same table as sheet, text, paper and json, each leaving an event with its question', async () => {
  const file = async (format: string, rest = '') => {
    const reply = await app
      .as('koordination')
      .get(`/kreis/${kreis}/auswertung/fallzahlen/${format}?stichtag=2023-02-01,2023-04-01${rest}`);
    expect(reply.status).toBe(200);
    return reply;
  };
  const csv = await file('csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const csvText = new TextDecoder().decode(csv.bytes);
  expect(csvText).toMatch(/;;;;;;;\r\nAufnahmen ins Case Management.*Stand der Daten: \d\d\.\d\d\.\d{4}/s);
  expect(csvText.slice(0, csvText.indexOf(';;'))).toBe(
    'Stichtag;Gesamt;Alpha;Beta;Aktiv;Inaktiv;davon ruhend;davon abgeschlossen\r\n01.02.2023;11;7;4;11;0;0;0\r\n01.04.2023;11;5;6;11;0;0;0\r\n',
  );
  const xlsx = await file('xlsx');
  expect(xlsx.headers.get('content-disposition')).toMatch(/fallzahlen-\d{4}-\d\d-\d\d\.xlsx/);
  const table = await openTableFile(Buffer.from(xlsx.bytes));
  expect(table.sheets[0]?.name).toBe('Fallzahlen');
  const json = await file('json');
  expect(JSON.parse(new TextDecoder().decode(json.bytes)).fallzahlen[1]).toEqual({
    stichtag: '2023-04-01',
    gesamt: 11,
    traeger: { Alpha: 5, Beta: 6 },
    aktiv: 11,
    inaktiv: 0,
  });
  const pdf = await readPdf((await file('pdf', '&sprache=en')).bytes);
  expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf.text).toContain('01.04.2023 11 5 1) 6 1) 11 0 0 0');
  const events = await app.owner(async (tx) => {
    await tx.client.query('reset role');
    return tx.all(
      sql<{ daten: unknown }>`select daten from ereignis where art = 'auswertung.ausgegeben' order by id`,
    );
  });
  expect(events.map((e) => e.daten)).toEqual(
    ['csv', 'xlsx', 'json', 'pdf'].map((format) =>
      expect.objectContaining({
        tabelle: 'fallzahlen',
        format,
        frage: expect.objectContaining({ stichtag: ['2023-02-01', '2023-04-01'] }),
      }),
    ),
  );
});
