import type { Page } from '@playwright/test';
import { expect, meldeAn, test } from './support.ts';

/** The first open Anfrage that somebody of the team has. */
async function oeffneAnfrage(page: Page): Promise<string> {
  await page.goto('/k/unna/anfrage?wer=meine');
  await page.locator('[data-row-link]').last().click();
  await expect(page).toHaveURL(/\/anfrage\/[0-9a-f-]{36}$/);
  return page.url();
}

test('M108 M109 Angaben ändern: die Frist folgt der Dringlichkeit, und wer langsamer war, verliert nichts', async ({
  page,
  browser,
}) => {
  await meldeAn(page, 'casemanager.luenen');
  const url = await oeffneAnfrage(page);
  await page.getByRole('button', { name: 'Angaben ändern' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'Somali' });

  await test.step('ein Kollege ändert inzwischen Sprache und Dringlichkeit', async () => {
    const other = await browser.newContext({ locale: 'de-DE', baseURL: new URL(url).origin });
    const kollege = await other.newPage();
    await meldeAn(kollege, 'casemanager2.luenen');
    await kollege.goto(url);
    await kollege.getByRole('button', { name: 'Angaben ändern' }).click();
    const form = kollege.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'Spanisch' });
    await form.getByRole('checkbox', { name: 'Dringlich' }).check();
    await form.getByRole('button', { name: 'Änderung speichern' }).click();
    await expect(
      kollege.getByText(/Die Angaben sind geändert\. Neue Frist: \d\d\.\d\d\.\d{4}/),
    ).toBeVisible();
    await other.close();
  });

  await test.step('beide Angaben stehen nebeneinander, die unberührte ist übernommen', async () => {
    await dialog.getByRole('button', { name: 'Änderung speichern' }).click();
    await expect(dialog.getByText(/Während Sie schrieben, hat jemand diese Anfrage geändert/)).toBeVisible();
    const zeile = dialog.getByRole('row', { name: /^Sprache/ });
    await expect(zeile).toContainText('Somali');
    await expect(zeile).toContainText('Spanisch');
    await expect(dialog.getByRole('combobox', { name: 'Sprache' })).toHaveValue('som');
    await expect(dialog.getByRole('checkbox', { name: 'Dringlich' })).toBeChecked();
  });

  await test.step('beim zweiten Mal ist es gespeichert', async () => {
    await dialog.getByRole('button', { name: 'Änderung speichern' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Somali')).toBeVisible();
    await expect(page.locator('.page-lead')).toContainText('eilig');
  });
});

test('M113 Vom Termin aus ist der Kontakt zur Anfrage mit einem Klick erfasst', async ({ page }) => {
  await meldeAn(page, 'casemanager.luenen');
  const url = await oeffneAnfrage(page);
  await page.goto(`${url}?kontakt=neu`);
  await page.getByRole('radio', { name: 'Telefon' }).check();
  await page.locator('form').getByRole('button', { name: 'Kontakt erfassen' }).click();
  await expect(page.getByText('Der Kontakt ist gezählt.')).toBeVisible();
  await expect(page).toHaveURL(url);
  await expect(page.getByText(/^Beratungszeit bisher: weitere 1 Kontakt 30 Min\./)).toBeVisible();
});
