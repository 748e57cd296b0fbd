import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { steinfurt } from '#src/demo/data/steinfurt.ts';
import { demoId } from '#src/demo/server/demo-id.ts';
import { insertKreis } from '#src/kreis/server/insert-kreis.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { insertHistories } from '#test/support/fall-history.ts';
import { goldenRheine } from '#test/support/golden-rheine.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { asZaehler } from './as-zaehler.ts';
import { runAuswertung } from './cli.ts';
import { listBaustein3 } from './list-baustein3.ts';
import { listStellen } from './list-stellen.ts';
import type { Auftrag } from './report-fallzahlen.ts';

const expected = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/rheine-2023-04.expected.json', import.meta.url), 'utf8'),
);

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 2);
  admin = openOwner(database.connection('lotse_admin'));
  const traeger = await admin.owner(async (tx) => {
    await insertKreis(tx, steinfurt, { demo: true, makeId: demoId });
    return tx.all(
      sql<{ id: string; slug: string }>`select id, slug from traeger where kreis_id = 'steinfurt'`,
    );
  });
  const idOf = (slug: string) => traeger.find((t) => t.slug === slug)!.id;
  await insertHistories(
    admin.owner,
    'steinfurt',
    goldenRheine(idOf('lernen_foerdern'), idOf('caritas_rheine')),
  );
});

afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
});

/** Runs the command and gives exit code, standard output and standard error. */
async function run(...args: string[]) {
  const out: (string | Uint8Array)[] = [];
  let warnings = '';
  const code = await runAuswertung(args, {
    db,
    owner: admin.owner,
    now: () => new Date(),
    write: (chunk) => out.push(chunk),
    warn: (text) => {
      warnings += text;
    },
  });
  const bytes = Buffer.concat(out.map((chunk) => Buffer.from(chunk)));
  return { code, bytes, text: bytes.toString('utf8'), warnings };
}

async function file(format: string, ...args: string[]) {
  const { code, bytes } = await run(
    ...args,
    '--kreis',
    'steinfurt',
    '--region',
    'rheine',
    '--format',
    format,
  );
  expect(code).toBe(0);
  return bytes;
}

async function json(...args: string[]) {
  const { code, text, warnings } = await run(...args, '--kreis', 'steinfurt', '--region', 'rheine', '--json');
  expect(warnings).toBe('');
  expect(code).toBe(0);
  return JSON.parse(text);
}

const tage = ['2022-09-15', '2022-12-15', '2023-04-01', '2023-06-01', '2023-07-15', '2023-09-01'];

test('M337 M188 M403 G1: cases by key date and Träger as published', async () => {
  const { fallzahlen } = await json('fallzahlen', '--stichtag', tage.join(','));
  expect(fallzahlen.map((z: { gesamt: number }) => z.gesamt)).toEqual([38, 67, 84, 97, 103, 118]);
  const je = (name: string) => fallzahlen.map((z: { traeger: Record<string, number> }) => z.traeger[name]);
  expect(je('Caritas Rheine')).toEqual([0, 32, 42, 49, 50, 60]);
  expect(je('Lernen fördern')).toEqual([38, 35, 42, 48, 53, 58]);
});

test('M338 M186 G1: the status split, and the shape that the command promises', async () => {
  const { fallzahlen, uebergaben, definition } = await json('fallzahlen', '--stichtag', tage.join(','));
  expect(fallzahlen[0]).toEqual({
    stichtag: '2022-09-15',
    gesamt: 38,
    traeger: { 'Caritas Rheine': 0, 'Lernen fördern': 38 },
    aktiv: 26,
    inaktiv: 12,
  });
  expect(fallzahlen.map((z: { aktiv: number }) => z.aktiv)).toEqual([26, 40, 42, 48, 52, 61]);
  expect(fallzahlen.at(-1).inaktiv).toBe(57);
  for (const row of expected.fallzahlen) {
    expect(fallzahlen).toContainEqual(
      expect.objectContaining({
        stichtag: row.stichtag,
        gesamt: row.gesamt,
        aktiv: row.aktiv,
        inaktiv: row.inaktiv,
        traeger: { 'Caritas Rheine': row.caritas, 'Lernen fördern': row.lernen_foerdern },
      }),
    );
  }
  expect(uebergaben).toEqual([expected.uebergaben]);
  expect(definition.regel[0].gueltigAb).toBe('2021-05-01');
});

test('M196 M197 G1: the hand-over of October 2022 moves figures of later key dates only and explains itself', async () => {
  const before = await json('fallzahlen', '--stichtag', '2022-09-15');
  expect(before.uebergaben).toEqual([]);
  expect(before.fallzahlen[0].traeger).toEqual({ 'Caritas Rheine': 0, 'Lernen fördern': 38 });
  const { definition } = await json('fallzahlen', '--stichtag', '2022-12-15');
  expect(definition.fussnoten).toEqual([
    {
      nr: 1,
      text: {
        de: 'Im Oktober 2022 wurden 12 Fälle von Lernen fördern an Caritas Rheine übergeben.',
        en: 'In October 2022, 12 cases were handed over from Lernen fördern to Caritas Rheine.',
      },
    },
  ]);
});

test('M339 M135 G2: sonstige Kontakte by month and Träger with sums', async () => {
  const { kontakte, summe } = await json('kontakte', '--von', '2023-01', '--bis', '2023-08');
  expect(kontakte.map((k: { gesamt: number }) => k.gesamt)).toEqual([14, 17, 25, 30, 26, 45, 21, 25]);
  expect(kontakte[0]).toEqual({
    monat: '2023-01',
    gesamt: 14,
    traeger: { 'Caritas Rheine': 12, 'Lernen fördern': 2 },
  });
  expect(summe).toEqual({ gesamt: 203, traeger: { 'Caritas Rheine': 98, 'Lernen fördern': 105 } });
  const until = await json('kontakte', '--von', '2023-01', '--bis', '2023-04');
  expect(until.summe).toEqual({ gesamt: 86, traeger: { 'Caritas Rheine': 50, 'Lernen fördern': 36 } });
  expect(until.kontakte.map((k: { gesamt: number }) => k.gesamt)).toEqual(
    expected.sonstige_kontakte.map((k: { gesamt: number }) => k.gesamt),
  );
});

test('M342 G3: gender shares by largest remainder', async () => {
  const tabelle = await json('merkmal', '--merkmal', 'geschlecht', '--stichtag', '2023-09-01');
  expect(tabelle.basis).toBe(118);
  const shares = Object.fromEntries(
    tabelle.werte.map((w: { wert: string; prozent: number }) => [w.wert, w.prozent]),
  );
  expect(shares).toEqual({ männlich: 46, weiblich: 40, divers: 1 });
  expect(tabelle.ohneAngabe).toBe(16);
});

test('M343 M142 G4: countries of origin, five ranks with three in fifth place', async () => {
  const tabelle = await json(
    'merkmal',
    '--merkmal',
    'herkunftsland',
    '--stichtag',
    '2023-09-01',
    '--top',
    '5',
  );
  expect(
    tabelle.werte.map((w: { wert: string; anzahl: number; rang: number }) => [w.rang, w.wert, w.anzahl]),
  ).toEqual([
    [1, 'Syrien', 22],
    [2, 'Ukraine', 13],
    [3, 'Afghanistan', 9],
    [4, 'Türkei', 8],
    [5, 'Irak', 5],
    [5, 'Kosovo', 5],
    [5, 'Nordmazedonien', 5],
  ]);
  expect(tabelle.werte[0]).toEqual({ wert: 'Syrien', anzahl: 22, rang: 1, prozent: 19 });
  expect({ ohneAngabe: tabelle.ohneAngabe, uebrige: tabelle.uebrige, basis: tabelle.basis }).toEqual({
    ohneAngabe: 26,
    uebrige: 25,
    basis: 118,
  });
});

test('M344 G4: benefits, where "Sonstiges" is a value and not the rest', async () => {
  const tabelle = await json(
    'merkmal',
    '--merkmal',
    'leistungsbezug',
    '--stichtag',
    '2023-09-01',
    '--top',
    '3',
  );
  expect(
    tabelle.werte.map((w: { wert: string; anzahl: number; rang: number }) => [w.rang, w.wert, w.anzahl]),
  ).toEqual([
    [1, 'SGB II', 40],
    [2, 'AsylbLG', 14],
    [3, 'SGB XII', 3],
    [3, 'Sonstiges', 3],
  ]);
  expect(tabelle).toMatchObject({ ohneAngabe: 52, uebrige: 6 });
  expect(tabelle.definition.vollstaendigkeit).toEqual({ angegeben: 66, basis: 118, prozent: 56 });
});

test('M340 M341 M345 G5: contact routes and fields of a quarter that was not over', async () => {
  const zeitraum = ['--von', '2023-07-01', '--bis', '2023-08-31', '--top', '5'];
  const wege = await json('kontaktmerkmal', '--merkmal', 'kontaktweg', ...zeitraum);
  expect(wege.basis).toBe(46);
  expect(wege.werte.map((w: { rang: number; anzahl: number }) => [w.rang, w.anzahl])).toEqual([
    [1, 18],
    [2, 7],
    [2, 7],
    [4, 3],
    [4, 3],
  ]);
  expect(wege.uebrige).toBe(8);
  expect(wege.definition.zeitraum.bezeichnung.de).toBe('3. Quartal 2023 (bis 31.08.2023)');
  const felder = await json('kontaktmerkmal', '--merkmal', 'handlungsfeld', ...zeitraum);
  expect(felder.werte.map((w: { wert: string; anzahl: number }) => [w.wert, w.anzahl])).toEqual([
    ['Aufenthalt / Recht', 12],
    ['Gesundheit', 11],
    ['Sprache / Bildung', 10],
    ['Wohnen', 9],
    ['Familie', 8],
  ]);
  expect(felder).toMatchObject({ basis: 46, mehrfach: true });
  expect(felder.werte[0].prozent).toBe(26);
});

test('M358 cases of the Kreis and contacts of a region are two data bases, and each table names its own', async () => {
  const base = async (...args: string[]) => {
    const { text } = await run(...args, '--kreis', 'steinfurt', '--json');
    return (JSON.parse(text) as { definition: { datenbasis: { de: string } } }).definition.datenbasis.de;
  };
  expect(await base('fallzahlen', '--stichtag', '2023-04-01')).toBe(
    'Fälle im Case Management, Kreis Steinfurt',
  );
  expect(await base('kontakte', '--region', 'rheine', '--von', '2022-09', '--bis', '2023-03')).toBe(
    'Anonyme Kontaktzählung, Rheine',
  );
});

test('M347 a published version hides small figures and what gives them away', async () => {
  const args = ['merkmal', '--merkmal', 'geschlecht', '--stichtag', '2023-09-01', '--veroeffentlicht'];
  const tabelle = await json(...args);
  expect(tabelle.werte.map((w: { wert: string; anzahl: unknown }) => [w.wert, w.anzahl])).toEqual([
    ['männlich', 54],
    ['weiblich', 47],
    ['divers', '.'],
  ]);
  expect(tabelle.ohneAngabe).toBe('.');
  expect(tabelle.definition.vollstaendigkeit.angegeben).toBe('.');
});

/** Reads that the command line does not have, with all rights in the Kreis. */
async function read<T>(report: (auftrag: Auftrag) => Promise<T>): Promise<T> {
  const konto = (await kommandozeile(admin, 'steinfurt'))!;
  return db.asKonto(konto, {}, (tx) =>
    asZaehler(tx, () =>
      report({ tx, kreisId: 'steinfurt', erlaubt: { art: 'kreis' }, liste: true, now: new Date() }),
    ),
  );
}

test('M228 M229 G6: residence permits and naturalisations of Rheine with their source', async () => {
  const { jahre, reihen } = await read((auftrag) =>
    listBaustein3(auftrag, { region: 'rheine', veroeffentlicht: false }),
  );
  expect(jahre).toEqual([2017, 2018, 2019, 2020, 2021, 2022]);
  expect(reihen.map((r) => [r.reihe, r.werte])).toEqual([
    ['aufenthalt_25a_25b', [31, 33, 34, 48, 59, 80]],
    ['einbuergerung', [82, 81, 106, 114, 166, 209]],
  ]);
  expect(reihen[0]?.quelle).toContain('197/23');
});

test('G7: posts of Rheine on key dates, in hundredths', async () => {
  const sum = async (stichtag: string, baustein: number) => {
    const { summe } = await read((auftrag) => listStellen(auftrag, { stichtag, region: 'rheine' }));
    return summe.find((s) => s.baustein === baustein && s.ebene === (baustein === 2 ? 'vertrag' : 'bescheid'))
      ?.vzaeHundertstel;
  };
  expect([await sum('2022-06-30', 2), await sum('2022-07-01', 2)]).toEqual([190, 350]);
  expect([await sum('2020-06-01', 3), await sum('2021-06-01', 3), await sum('2022-06-01', 3)]).toEqual([
    100, 150, 200,
  ]);
});

test('the command says in German what is wrong: 2 for wrong use, 1 for a refusal', async () => {
  expect(await run('fallzahlen', '--stichtag', '2023-04-01')).toMatchObject({ code: 2, text: '' });
  expect((await run('fallzahlen', '--kreis', 'steinfurt', '--stichtag', '31.12.2022')).warnings).toContain(
    '--stichtag: kein gültiges Datum',
  );
  expect((await run('fallzahlen', '--kreis', 'steinfurt', '--farbe', 'rot')).code).toBe(2);
  const unknown = await run(
    'fallzahlen',
    '--kreis',
    'steinfurt',
    '--region',
    'atlantis',
    '--stichtag',
    '2023-04-01',
    '--json',
  );
  expect(unknown.code).toBe(1);
  expect(JSON.parse(unknown.text)).toEqual({
    code: 'region-unbekannt',
    grund: 'Diese Region gibt es im Kreis nicht.',
  });
  expect(unknown.warnings).toBe('Abgelehnt: Diese Region gibt es im Kreis nicht.\n');
  expect((await run('fallzahlen', '--kreis', 'atlantis', '--stichtag', '2023-04-01')).code).toBe(1);
});

test('without --json people get a table with its footnote', async () => {
  const { text } = await run(
    'fallzahlen',
    '--kreis',
    'steinfurt',
    '--region',
    'rheine',
    '--stichtag',
    '2022-09-15,2022-12-15',
  );
  expect(text).toMatch(/15\.12\.2022 +67 +32 1\) +35 1\) +40 +27 /);
  expect(text).toContain(
    '1) Im Oktober 2022 wurden 12 Fälle von Lernen fördern an Caritas Rheine übergeben.',
  );
  expect(text).toContain('Datengrundlage: Fälle im Case Management, Rheine');
});

test('M345 the paper is an accessible PDF with table, footnote, definition and the state of the data', async () => {
  const pdf = await readPdf(await file('pdf', 'fallzahlen', '--stichtag', tage.join(',')));
  expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf.title).toBe(
    'Aufnahmen ins Case Management nach Stichtag – Rheine · Stichtag: 15.09.2022, 15.12.2022, 01.04.2023, 01.06.2023, 15.07.2023, 01.09.2023',
  );
  expect(pdf.language).toBe('de');
  expect(pdf.text).toContain('01.09.2023 118 60 58 61 57');
  expect(pdf.text).toContain(
    'Im Oktober 2022 wurden 12 Fälle von Lernen fördern an Caritas Rheine übergeben.',
  );
  expect(pdf.text).toContain('Datengrundlage: Fälle im Case Management, Rheine');
  expect(pdf.text).toMatch(/Stand der Daten: \d\d\.\d\d\.\d{4}.*Seite 1 von \d/);
  expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD', 'Figure']));
  const english = await readPdf(
    await file('pdf', 'kontakte', '--von', '2023-01', '--bis', '2023-08', '--sprache', 'en'),
  );
  expect(english.text).toContain('Other counselling contacts without admission to case management');
  expect(english.text).toContain('Sum 203 98 105');
  expect(english.language).toBe('en');
});
