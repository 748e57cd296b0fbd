import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import type { Cell } from '#src/platform/server/spreadsheet/table-file.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import {
  fallzahlen,
  liesFallzahlen,
  liesTabelle,
  pruefeListenHinterDenZahlen,
  type Zeilen,
} from './tabellen.ts';

test('M345 Tabelle, Diagramm, Excel, CSV, PDF und JSON tragen dieselben Zahlen und sagen, wie gezählt wurde', async ({
  page,
}) => {
  await meldeAn(page, 'koordination.unna');
  await oeffneBereich(page, 'Auswertungen');
  const zeilen = await liesTabelle(page, fallzahlen);
  expect(zeilen.length).toBeGreaterThan(2);
  const zahlen = zeilen.map((zeile) => Object.values(zeile).slice(1));

  await test.step('Diagramm', async () => {
    const beschreibung = await page.getByRole('img', { name: fallzahlen }).locator('desc').textContent();
    for (const zeile of zeilen) {
      const [erste, ...rest] = Object.entries(zeile);
      const worte = [erste?.[1], ...rest.map(([titel, zahl]) => `${titel} ${zahl}`)].join(', ');
      expect(beschreibung).toContain(worte);
    }
  });

  await test.step('Definition', async () => {
    for (const text of [
      'Gesamtfälle',
      'Datengrundlage: Fälle im Case Management',
      'Regel: Aktiv:',
      'Stand der Daten:',
    ]) {
      await expect(page.getByText(text).first()).toBeVisible();
    }
  });

  await test.step('Excel', async () => {
    const rows = await readRows(await ladeHerunter(page, 'Excel'));
    expect(bodyOf(rows, zeilen)).toEqual(zahlen);
  });

  await test.step('CSV', async () => {
    const bytes = await ladeHerunter(page, 'CSV');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bodyOf(await readRows(bytes), zeilen)).toEqual(zahlen);
  });

  await test.step('JSON', async () => {
    const inhalt = JSON.parse((await ladeHerunter(page, 'JSON')).toString('utf8')) as {
      fallzahlen: {
        stichtag: string;
        gesamt: number;
        aktiv: number;
        inaktiv: number;
        personen?: number;
        traeger: Record<string, number>;
      }[];
    };
    const gelesen = await liesFallzahlen(page);
    expect(inhalt.fallzahlen).toEqual(
      gelesen.map((zeile, index) => ({
        stichtag: inhalt.fallzahlen[index]?.stichtag,
        gesamt: Number(zeile['Gesamt']),
        aktiv: Number(zeile['Aktiv']),
        inaktiv: Number(zeile['Inaktiv']),
        ...(zeile['Personen'] === undefined ? {} : { personen: Number(zeile['Personen']) }),
        traeger: Object.fromEntries(
          Object.keys(inhalt.fallzahlen[index]?.traeger ?? {}).map((name) => [name, Number(zeile[name])]),
        ),
      })),
    );
  });

  await test.step('PDF', async () => {
    const pdf = await readPdf(await ladeHerunter(page, 'PDF'));
    expect(pdf.title).toMatch(fallzahlen);
    const text = dicht(pdf.text.replaceAll(/ \d+\)(?= )/g, ''));
    for (const zeile of zeilen) expect(text).toContain(dicht(Object.values(zeile).join(' ')));
    expect(pdf.text).toContain('Stand der Daten:');
  });
});

test('Hinter jeder Zahl steht die Liste, aus der sie kommt', async ({ page }) => {
  await meldeAn(page, 'koordination.unna');
  await page.goto('/k/unna/auswertung/fallzahlen?stichtag=2026-06-30');
  expect(await pruefeListenHinterDenZahlen(page, fallzahlen)).toBeGreaterThan(5);
  await page.goto('/k/unna/auswertung/merkmal?merkmal=herkunftsland&stichtag=2026-06-30');
  expect(await pruefeListenHinterDenZahlen(page, /^Herkunftsland/)).toBeGreaterThan(4);
  await page.goto('/k/unna/auswertung/kontakte?von=2026-09&bis=2026-10&region=luenen');
  expect(await pruefeListenHinterDenZahlen(page, /^Sonstige Beratungskontakte/)).toBeGreaterThan(4);
});

async function ladeHerunter(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('list', { name: 'Als Datei' }).getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

async function readRows(bytes: Uint8Array): Promise<string[][]> {
  const file = await openTableFile(bytes);
  const rows: string[][] = [];
  for await (const row of file.rows(file.sheets[0]?.name ?? ''))
    rows.push(row.cells.map((cell) => textOf(cell)));
  return rows;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'number' ? String(cell.value) : '';
}

/** The figures below the row of headings, without the first column. */
function bodyOf(rows: readonly string[][], zeilen: Zeilen): string[][] {
  const [titel] = Object.keys(zeilen[0] ?? {});
  const head = rows.findIndex((row) => row[0] === titel);
  return rows.slice(head + 1, head + 1 + zeilen.length).map((row) => row.slice(1));
}

/** Without spaces: print breaks long names. */
function dicht(text: string): string {
  return text.replaceAll(/\s/g, '');
}
