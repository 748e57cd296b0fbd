import type { Page } from '@playwright/test';
import { formatDay } from '#src/platform/day.ts';
import { expect, test } from './support.ts';

/** Rows of a table on the page by column heading, as a person reads them: footnote marks are left out. */
export type Zeilen = readonly Readonly<Record<string, string>>[];

export async function liesTabelle(page: Page, name: RegExp): Promise<Zeilen> {
  const table = page.getByRole('table', { name });
  await expect(table).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const [head = [], ...rows] = await table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const mark of copy.querySelectorAll('.fussnote-marke')) mark.remove();
        return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      }),
    ),
  );
  return rows.map((cells) => Object.fromEntries(head.map((title, index) => [title, cells[index] ?? ''])));
}

/** Counts cases: chooses exactly these key dates as one does by hand and reads the table. */
export async function zaehleFaelle(page: Page, stichtage: readonly string[]): Promise<Zeilen> {
  return test.step(`zählt die Fälle am ${stichtage.map((tag) => formatDay(tag)).join(', ')}`, async () => {
    await page
      .getByRole('navigation', { name: 'Bereiche' })
      .getByRole('link', { name: 'Auswertungen' })
      .click();
    await page.getByRole('button', { name: 'Nur heute' }).click();
    for (const tag of stichtage) {
      await page.getByLabel('Stichtag hinzufügen').fill(formatDay(tag));
      await page.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(page.getByRole('button', { name: `Stichtag ${formatDay(tag)} entfernen` })).toBeVisible();
    }
    const heute = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
    if (!stichtage.includes(heute)) {
      await page.getByRole('button', { name: `Stichtag ${formatDay(heute)} entfernen` }).click();
    }
    const gewaehlt = stichtage.map((tag) => formatDay(tag));
    await expect
      .poll(async () => (await liesFallzahlen(page)).map((zeile) => zeile['Stichtag']))
      .toEqual(gewaehlt);
    return liesFallzahlen(page);
  });
}

/** The table of cases with a row per key date, also where many Träger have turned it. */
export async function liesFallzahlen(page: Page): Promise<Zeilen> {
  const zeilen = await liesTabelle(page, fallzahlen);
  if (zeilen[0] && 'Stichtag' in zeilen[0]) return zeilen;
  const tage = Object.keys(zeilen[0] ?? {}).slice(1);
  return tage.map((tag) => ({
    Stichtag: tag,
    ...Object.fromEntries(zeilen.map((zeile) => [Object.values(zeile)[0] ?? '', zeile[tag] ?? ''])),
  }));
}

export const fallzahlen = /^Aufnahmen ins Case Management nach Stichtag/;
export const sonstigeKontakte = /^Sonstige Beratungskontakte ohne Aufnahme/;

/** Opens another table of the reports. */
export async function waehleTabelle(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Tabellen' }).getByRole('link', { name, exact: true }).click();
}

/** Follows every figure of a table and expects a list of as many entries behind it; returns how many there were. */
export async function pruefeListenHinterDenZahlen(page: Page, name: RegExp): Promise<number> {
  await liesTabelle(page, name);
  const links = page.getByRole('table', { name }).locator('a[href*="/k/"]');
  const count = await links.count();
  for (let index = 0; index < count; index += 1) {
    const link = links.nth(index);
    const zahl = await link.innerText();
    const adresse = await link.getAttribute('href');
    await link.click();
    const anzahl = page.locator('.page-lead').getByRole('status');
    await expect(anzahl, adresse ?? '').toHaveText(
      new RegExp(`^${RegExp.escape(zahl)} (Treffer|Kontakte?|Fälle?)`),
    );
    await page.goBack();
    await expect(link).toBeVisible();
  }
  return count;
}
