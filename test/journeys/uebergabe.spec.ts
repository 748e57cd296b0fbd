import { formatDay } from '#src/platform/day.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import { fallzahlen, zaehleFaelle, type Zeilen } from './tabellen.ts';

const heute = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
const frueher = ['2025-12-31', '2026-06-30'];

test('M197 Zwölf Fälle gehen an einen anderen Träger: frühere Stichtage bleiben, der heutige nennt die Übergabe', async ({
  page,
}) => {
  await meldeAn(page, 'koordination.unna');
  const vorher = await zaehleFaelle(page, [...frueher, heute]);

  await test.step('wählt zwölf Fälle der Stadt Lünen', async () => {
    await oeffneBereich(page, 'Fälle');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Träger').selectOption({ label: 'Stadt Lünen' });
    await expect(page.getByRole('button', { name: /Stadt Lünen: Filter entfernen/ })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    const boxes = page.locator('tbody input[type=checkbox]');
    for (let index = 0; index < 12; index += 1) await boxes.nth(index).check();
    await expect(page.getByText('12 Fälle ausgewählt')).toBeVisible();
    await page.getByRole('button', { name: 'Übergeben …' }).click();
  });

  await test.step('ohne Zustimmung geht nichts über', async () => {
    await page.getByLabel('An welchen Träger').selectOption({ label: 'Umwelt-Werkstatt' });
    await page.getByLabel('Grund').selectOption({ label: 'Zuständigkeit' });
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await expect(page.getByText('12 Fälle sind verhindert')).toBeVisible();
    await expect(page.getByText('Die Zustimmung fehlt.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Angaben ändern' }).click();
  });

  await test.step('mit Zustimmung zeigt die Vorschau die Wirkung und führt sie aus', async () => {
    await page.getByLabel('Zustimmung am').fill(formatDay(heute));
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await expect(page.getByText('12 Fälle können übergeben werden')).toBeVisible();
    await page.getByRole('button', { name: '12 Fälle jetzt übergeben' }).click();
    await expect(page.getByText('12 Fälle sind übergeben.')).toBeVisible();
  });

  await test.step('die früheren Stichtage sind unverändert, heute sind zwölf gewandert', async () => {
    const nachher = await zaehleFaelle(page, [...frueher, heute]);
    expect(nachher.slice(0, 2)).toEqual(vorher.slice(0, 2));
    const [davor, danach] = [vorher, nachher].map((zeilen: Zeilen) => zeilen.at(-1) ?? {});
    expect(Number(danach?.['Stadt Lünen'])).toBe(Number(davor?.['Stadt Lünen']) - 12);
    expect(Number(danach?.['Umwelt-Werkstatt'])).toBe(Number(davor?.['Umwelt-Werkstatt']) + 12);
    expect(danach?.['Gesamt']).toBe(davor?.['Gesamt']);
    const fussnote = page
      .getByRole('list', { name: 'Fußnoten' })
      .getByText(/12 Fälle von Stadt Lünen an Umwelt-Werkstatt/);
    await expect(fussnote).toBeVisible();
    await expect(
      page.getByRole('table', { name: fallzahlen }).locator('.fussnote-marke').first(),
    ).toBeVisible();
  });
});
