import { pdf, png } from '../support/dateien.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';

test('M169 Die Case Managerin legt einen Bescheid ab, liest ihn in der Akte und trägt zu einer Notiz nach', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.werne');
  await oeffneBereich(page, 'Fälle');
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('tab', { name: 'Dokumente' }).click();

  await test.step('eine Datei, die keine ist, wird abgelehnt, und der Titel bleibt stehen', async () => {
    await page.getByRole('button', { name: 'Dokument ablegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dokument ablegen' });
    await dialog.getByLabel(/^Titel/).fill('Bescheid vom Jobcenter');
    await dialog.getByText('Bescheid', { exact: true }).click();
    const datei = dialog.locator('input[type=file]');
    await datei.setInputFiles({ name: 'bescheid.pdf', mimeType: 'application/pdf', buffer: png() });
    await expect(dialog.getByText(/passt nicht zur Endung/)).toBeVisible();
    await datei.setInputFiles({ name: 'bescheid.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await expect(dialog.locator('.file-picture')).toBeVisible();
    await expect(dialog.getByLabel(/^Titel/)).toHaveValue('Bescheid vom Jobcenter');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Das Dokument ist abgelegt.')).toBeVisible();
  });

  await test.step('die Seite wird in der Akte gezeichnet, und ihre Worte sind vorlesbar', async () => {
    await page.getByRole('button', { name: /^Öffnen.*Bescheid vom Jobcenter/ }).click();
    const ansicht = page.getByRole('dialog', { name: 'Bescheid vom Jobcenter' });
    await expect(ansicht.getByText('Seite 1 von 1')).toBeVisible();
    await expect(ansicht.locator('.document-page .sr-only')).toHaveText('Bescheid');
    await page.keyboard.press('Escape');
  });

  await test.step('eine Notiz für sich, dann ein Nachtrag: beides steht da', async () => {
    await page.getByRole('tab', { name: /^Aufgaben/ }).click();
    await page.getByRole('textbox', { name: /^Notiz/ }).fill('Bescheid kam heute.');
    await page.getByText('Nur ich', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Notiz speichern' }).click();
    await page.getByRole('button', { name: /^Nachtrag schreiben/ }).click();
    const nachtrag = page.getByRole('dialog', { name: 'Nachtrag schreiben' });
    await nachtrag.getByRole('textbox').fill('Widerspruch bis Monatsende.');
    await page.keyboard.press('Control+Enter');
    const notiz = page.getByRole('listitem').filter({ hasText: 'Bescheid kam heute.' }).first();
    await expect(notiz).toContainText('Widerspruch bis Monatsende.');
    await expect(notiz).toContainText('Nur ich');
  });
});
