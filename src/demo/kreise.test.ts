import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import { demoAccounts, demoKonten } from './accounts.ts';
import type { CodePlan, KreisPlan, ListenPlan, StellePlan } from '#src/kreis/plan.ts';
import { demoKreise } from './kreise.ts';

function kreis(id: string): KreisPlan {
  const plan = demoKreise.find((k) => k.id === id);
  if (!plan) throw new Error(id);
  return plan;
}

/** Hundredths of posts that hold on a day. */
function vzae(plan: KreisPlan, am: string, which: (stelle: StellePlan) => boolean): number {
  return plan.stelle
    .filter((s) => which(s) && s.ab <= am && (s.bis === undefined || s.bis > am))
    .reduce((sum, s) => sum + s.vzae, 0);
}

test('M24 M26 M29 the Kreise have 10, 24 and 11 Kommunen with the key of their Kreis', () => {
  expect(demoKreise.map((k) => [k.id, k.kommune.length])).toEqual([
    ['unna', 10],
    ['steinfurt', 24],
    ['coesfeld', 11],
  ]);
  for (const plan of demoKreise) {
    expect(new Set(plan.kommune.map((k) => k.ags)).size).toBe(plan.kommune.length);
    expect(plan.kommune.every((k) => k.ags.startsWith(plan.ags))).toBe(true);
  }
});

test.each(['unna', 'coesfeld'])(
  'M27 M29 the Teilregionen of %s share the Kommunen out without rest',
  (id) => {
    const plan = kreis(id);
    const shared = plan.region.filter((r) => r.art === 'teilregion').flatMap((r) => r.kommune);
    expect(shared.toSorted()).toEqual(plan.kommune.map((k) => k.name).toSorted());
  },
);

test('M25 Rheine and Lünen have a coordination of their own inside the Kreis', () => {
  const own = demoKreise.flatMap((k) => k.region.filter((r) => r.eigeneKoordination).map((r) => r.name));
  expect(own).toEqual(['Lünen', 'Rheine']);
});

test('G7 posts of Rheine: 1.9, then 1.7 and 1.8, filled from October 2022 on', () => {
  const rheine = (am: string, ebene: string) =>
    vzae(
      kreis('steinfurt'),
      am,
      (s) => s.baustein === 2 && s.ebene === ebene && s.bezeichnung.includes('Rheine'),
    );
  expect(rheine('2022-06-30', 'bescheid')).toBe(190);
  expect(rheine('2022-07-01', 'bescheid')).toBe(350);
  expect(rheine('2022-09-30', 'besetzung')).toBe(180);
  expect(rheine('2022-10-01', 'besetzung')).toBe(350);
});

test('M28 G7 posts of Kreis Steinfurt: 9.0, then 16.0, of which 3.2 were open in 2024', () => {
  const plan = kreis('steinfurt');
  const casemanagement = (am: string) => vzae(plan, am, (s) => s.baustein === 2 && s.ebene === 'bescheid');
  expect([casemanagement('2022-06-30'), casemanagement('2022-07-01'), casemanagement('2024-07-01')]).toEqual([
    900, 1600, 1600,
  ]);
  const offen = plan.region.filter((r) => r.art === 'regionalgruppe').flatMap((r) => r.kommune);
  expect(vzae(plan, '2024-07-01', (s) => s.kommune !== undefined && offen.includes(s.kommune))).toBe(320);
  const baustein3 = (am: string) => vzae(plan, am, (s) => s.baustein === 3 && s.kommune === 'Rheine');
  expect([baustein3('2020-06-01'), baustein3('2021-06-01'), baustein3('2022-06-01')]).toEqual([
    100, 150, 200,
  ]);
});

test('M39 G9 contract and grant notice of Kreis Unna stand side by side since 2025', () => {
  const casemanagement = (am: string, ebene: string) =>
    vzae(kreis('unna'), am, (s) => s.baustein === 2 && s.ebene === ebene);
  expect(casemanagement('2026-01-01', 'vertrag')).toBe(1800);
  expect(casemanagement('2026-01-01', 'bescheid')).toBe(1650);
  expect(casemanagement('2024-12-31', 'bescheid')).toBe(1800);
  expect(vzae(kreis('unna'), '2026-01-01', (s) => s.baustein === 1 && s.ebene === 'bescheid')).toBe(450);
});

test('G11 posts of Kreis Coesfeld: twelve in case management, three and a half in coordination', () => {
  const plan = kreis('coesfeld');
  expect(vzae(plan, '2023-02-01', (s) => s.baustein === 2 && s.ebene === 'bescheid')).toBe(1200);
  expect(vzae(plan, '2023-02-01', (s) => s.baustein === 1 && s.ebene === 'bescheid')).toBe(400);
});

test('M55 the assistant of the coordination is half a post in Steinfurt and in Coesfeld', () => {
  for (const id of ['steinfurt', 'coesfeld'])
    expect(
      vzae(
        kreis(id),
        '2024-01-01',
        (s) => s.baustein === 1 && s.ebene === 'bescheid' && /assistenz/i.test(s.bezeichnung),
      ),
    ).toBe(50);
});

test('G6 yearly figures of the authorities of Rheine stand as they were reported', () => {
  const sums = kreis('steinfurt').behoerde.flatMap((b) =>
    b.reihe ? [[b.reihe.name, b.reihe.jahre.reduce((sum, [, wert]) => sum + wert, 0)]] : [],
  );
  expect(sums).toEqual([
    ['aufenthalt_25a_25b', 285],
    ['einbuergerung', 758],
  ]);
});

test('M125 every area of life of a Kreis is mapped to one of the twelve common ones', () => {
  const zwoelf = kreis('unna').liste.lebensbereich.map((b) => b.code);
  expect(zwoelf).toHaveLength(12);
  for (const plan of demoKreise) {
    for (const bereich of plan.liste.lebensbereich)
      expect(zwoelf).toContain(bereich.gemeinsam ?? bereich.code);
  }
});

function spellings(liste: readonly CodePlan[]): string[] {
  return liste.flatMap((c) => [c.bezeichnung, c.code, ...(c.variante ?? [])]).map(plain);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

test.each(
  demoKreise.flatMap((k) => Object.entries(k.liste).map(([name, liste]) => [k.id, name, liste] as const)),
)('lists of %s: no spelling in %s means two values', (_, __, liste) => {
  const texts = liste.flatMap((c) => [...new Set([c.bezeichnung, ...(c.variante ?? [])].map(plain))]);
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  expect(new Set(liste.map((c) => c.code)).size).toBe(liste.length);
});

const spalten: readonly [blatt: string, spalte: number, listen: readonly (keyof ListenPlan)[]][] = [
  ['Fälle CM', 4, ['geschlecht']],
  ['Fälle CM', 5, ['herkunftsland']],
  ['Fälle CM', 9, ['zugang']],
  ['Fälle CM', 12, ['lebensbereich']],
  ['Fälle CM', 13, ['leistungsbezug']],
  ['Fälle CM', 18, ['abschlussgrund', 'ruhegrund']],
  ['Sonstige Kontakte', 2, ['zugang']],
  ['Sonstige Kontakte', 3, ['lebensbereich']],
  ['Sonstige Kontakte', 4, ['ergebnis']],
];

test.each(spalten)(
  'the workbook of the Kreis holds no value that the lists do not know: %s, column %i',
  async (blatt, spalte, listen) => {
    const file = await openTableFile(await readFile('test/fixtures/rheine-2023-04.xlsx'));
    const known = new Set(listen.flatMap((liste) => spellings(kreis('steinfurt').liste[liste])));
    const ohneAngabe = ['k. a.', 'ohne angabe', 'unbekannt', ''];
    const unknown = new Set<string>();
    let header = true;
    for await (const row of file.rows(blatt)) {
      const cell = row.cells[spalte];
      if (cell?.kind !== 'text') continue;
      if (header) {
        header = false;
        continue;
      }
      for (const value of cell.text.split(/[;,]/).map(plain)) {
        if (blatt === 'Fälle CM' && spalte === 5 && known.has(plain(cell.text))) continue;
        if (!known.has(value) && !ohneAngabe.includes(value)) unknown.add(value);
      }
    }
    expect([...unknown]).toEqual([]);
  },
);

test('M33 the Träger of the workbook are known with and without "e. V."', () => {
  const names = kreis('steinfurt').traeger.map((t) => [t.name, t.rechtsname]);
  expect(names).toEqual([
    ['Caritas Rheine', 'Caritas Rheine e. V.'],
    ['Lernen fördern', 'Lernen fördern e. V.'],
  ]);
});

test('there is a demo account for every role, and each announced one exists', () => {
  const roles = new Set(demoKonten.flatMap((k) => k.rollen.map((r) => r.rolle)));
  expect(roles.size).toBe(15);
  expect(new Set(demoKonten.map((k) => k.anmeldename)).size).toBe(demoKonten.length);
  expect(demoAccounts()[0]?.anmeldename).toBe('koordination.rheine');
});

test('every Träger with a territory has a case manager in the demo', () => {
  for (const plan of demoKreise) {
    for (const { traeger } of plan.gebiet) {
      const konten = demoKonten.filter((k) =>
        k.rollen.some((r) => r.rolle === 'casemanager' && r.traeger === traeger),
      );
      expect({ traeger, da: konten.length > 0 }).toEqual({ traeger, da: true });
    }
  }
});
