import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import {
  fallzahlen,
  liesTabelle,
  pruefeListenHinterDenZahlen,
  sonstigeKontakte,
  waehleTabelle,
  zaehleFaelle,
} from './tabellen.ts';

interface JeTraeger {
  readonly gesamt: number;
  readonly caritas: number;
  readonly lernen_foerdern: number;
}

interface Vorlage {
  readonly fallzahlen: readonly (JeTraeger & { stichtag: string; aktiv: number; inaktiv: number })[];
  readonly uebergaben: { readonly von: string; readonly an: string; readonly anzahl: number };
  readonly sonstige_kontakte: readonly JeTraeger[];
  readonly sonstige_kontakte_gesamt: JeTraeger;
}

const vorlage = JSON.parse(readFileSync(fixture('rheine-2023-04.expected.json'), 'utf8')) as Vorlage;

test.use({ eigeneInstallation: 'vorlage-197-23' });

test('M188 M197 M361 Die Koordination liest die Excel-Tabelle von Rheine ein und druckt die Tabelle der Vorlage 197/23', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await meldeAn(page, 'koordination.rheine');

  await test.step('die Mappe wird erkannt und ohne Ablehnung übernommen', async () => {
    await ladeHoch(page);
    await page.getByRole('button', { name: '170 Zeilen übernehmen' }).click();
    await expect(page.getByText('Keine Zelle wurde abgelehnt.')).toBeVisible();
  });

  await test.step('die Fallzahlen sind die der Vorlage, mit der Fußnote zur Übergabe', async () => {
    const zeilen = await zaehleFaelle(
      page,
      vorlage.fallzahlen.map((zeile) => zeile.stichtag),
    );
    expect(
      zeilen.map((zeile) => ({ ...jeTraeger(zeile), aktiv: zeile['Aktiv'], inaktiv: zeile['Inaktiv'] })),
    ).toEqual(
      vorlage.fallzahlen.map(({ gesamt, caritas, lernen_foerdern, aktiv, inaktiv }) =>
        alsText({ gesamt, caritas, lernen_foerdern, aktiv, inaktiv }),
      ),
    );
    const { anzahl, von, an } = vorlage.uebergaben;
    await expect(page.getByRole('list', { name: 'Fußnoten' })).toContainText(
      `Im Oktober 2022 wurden ${anzahl} Fälle von ${von} an ${an} übergeben.`,
    );
    expect(await pruefeListenHinterDenZahlen(page, fallzahlen)).toBeGreaterThan(12);
  });

  await test.step('die sonstigen Kontakte je Monat ebenso', async () => {
    await waehleTabelle(page, 'Kontakte je Monat');
    await page.getByLabel('Von', { exact: true }).selectOption({ label: 'Januar 2023' });
    await page.getByLabel('Bis', { exact: true }).selectOption({ label: 'April 2023' });
    await expect(page.getByRole('table', { name: sonstigeKontakte }).locator('tbody tr')).toHaveCount(4);
    const zeilen = await liesTabelle(page, sonstigeKontakte);
    expect(zeilen.map((zeile) => jeTraeger(zeile))).toEqual(
      [...vorlage.sonstige_kontakte, vorlage.sonstige_kontakte_gesamt].map(
        ({ gesamt, caritas, lernen_foerdern }) => alsText({ gesamt, caritas, lernen_foerdern }),
      ),
    );
    expect(await pruefeListenHinterDenZahlen(page, sonstigeKontakte)).toBe(15);
  });

  await test.step('noch einmal eingelesen ist alles unverändert', async () => {
    await ladeHoch(page);
    await expect(page.getByRole('heading', { name: 'Alles ist schon da' })).toBeVisible();
  });

  await test.step('zurückgenommen ist alles wieder leer', async () => {
    await oeffneBereich(page, 'Fälle');
    await oeffneBereich(page, 'Übernahme');
    await page
      .getByRole('row', { name: /rheine-2023-04/ })
      .getByRole('button', { name: 'Zurücknehmen' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect(page.getByText('Die Übernahme ist zurückgenommen.')).toBeVisible();
    await oeffneBereich(page, 'Fälle');
    await expect(page.getByText('Noch keine Fälle')).toBeVisible();
    const [zeile] = await zaehleFaelle(page, ['2023-04-01']);
    expect(zeile).toMatchObject({ Gesamt: '0', Aktiv: '0', Inaktiv: '0' });
  });
});

async function ladeHoch(page: Page): Promise<void> {
  await oeffneBereich(page, 'Übernahme');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei auswählen' }).click();
  await (await chooser).setFiles(fixture('rheine-2023-04.xlsx'));
  await page.getByRole('button', { name: 'Vorschau ansehen' }).first().click();
}

function jeTraeger(zeile: Readonly<Record<string, string>>) {
  return {
    gesamt: zeile['Gesamt'],
    caritas: zeile['Caritas Rheine'],
    lernen_foerdern: zeile['Lernen fördern'],
  };
}

function alsText(zahlen: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(zahlen).map(([name, zahl]) => [name, String(zahl)]));
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}
