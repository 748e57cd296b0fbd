import { addDays, formatDay, today } from '#src/platform/day.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import {
  fuelleAnfrage,
  fuelleBogen,
  fuelleEinwilligung,
  nimmAuf,
  sendeAnfrage,
  zeichneUnterschrift,
} from './zugang-support.ts';

test.use({ eigeneInstallation: 'schule' });

const nadia = { familienname: 'Qasemi', vorname: 'Nadia', geboren: '04.03.1988' };

test('M94 M95 M108 M128 M143 M155 Von der Schule geschickt, wird ein Fall', async ({ page }) => {
  await meldeAn(page, 'casemanager.schwerte');

  await test.step('wer zugesteuert hat, auf welchem vereinbarten Weg, und wer zuständig ist, mit Grund', async () => {
    await fuelleAnfrage(page, 'unna', {
      zugang: 'Institution oder Beratungsstelle',
      stelle: 'Gesamtschule Gänsewinkel',
      kommune: 'Schwerte',
      bereiche: ['Wohnen', 'Sprachkompetenz'],
      sprache: 'ara',
    });
    await expect(page.getByText(/^Vereinbarter Weg: /)).toBeVisible();
    await expect(page.getByText('Kreis Unna: Wohnort in dieser Kommune', { exact: true })).toBeVisible();
    await expect(
      page.getByText(`Erster Termin spätestens am ${formatDay(addDays(today(), 14))}.`),
    ).toBeVisible();
  });
  const nummer = await sendeAnfrage(page);
  const anfrage = new URL(page.url()).pathname;
  await expect(page.getByText('Gesamtschule Gänsewinkel')).toBeVisible();

  await test.step('M123 vereinbart einen Termin; Mein Tag zeigt, was fällig ist', async () => {
    await oeffneBereich(page, 'Mein Tag');
    const zeile = page.getByRole('listitem').filter({ hasText: nummer });
    await expect(zeile).toContainText('Ersten Termin vereinbaren');
    await zeile.getByRole('link').click();
    await page.getByRole('link', { name: 'Termin vereinbaren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Termin eintragen' });
    await expect(dialog.getByRole('combobox', { name: 'Für wen' })).toHaveValue(nummer);
    await dialog.getByLabel('Tag', { exact: true }).fill(formatDay(addDays(today(), 3)));
    await dialog.getByLabel('Beginn').fill('7:30');
    await dialog.getByLabel('Dauer in Minuten').fill('60');
    const trotzdem = dialog.getByLabel('Trotzdem eintragen');
    await dialog.getByRole('button', { name: 'Eintragen' }).click();
    await expect(page.getByText('Termin eingetragen.').or(trotzdem)).toBeVisible();
    if (await trotzdem.isVisible()) {
      await trotzdem.check();
      await dialog.getByRole('button', { name: 'Eintragen' }).click();
    }
    await expect(page.getByText('Termin eingetragen.')).toBeVisible();
    await oeffneBereich(page, 'Mein Tag');
    await expect(zeile).toHaveCount(1);
    await expect(zeile).toContainText('Termin');
    await expect(zeile).toContainText('07:30');
  });

  await test.step('drei Lebensbereiche: Der Bogen schlägt Case Management vor und sagt, warum', async () => {
    await fuelleBogen(page, anfrage, {
      bedarf: ['Sprachkompetenz', 'Wohnen', 'Kinder/Versorgung'],
      entscheidung: 'Case Management',
    });
    await expect(page.locator('.proposal')).toContainText('Case Management');
    await expect(page.locator('.proposal')).toContainText('Bedarf in 3 Lebensbereichen; ab 3');
    await page.getByRole('button', { name: 'Bogen speichern' }).click();
    await expect(page.getByText(/^Der Bogen ist gespeichert/)).toBeVisible();
  });

  await test.step('liest die Einwilligung arabisch neben deutsch und unterschreibt auf dem Bildschirm', async () => {
    await fuelleEinwilligung(page, anfrage, nadia, 'ara');
    const arabisch = page.locator('section.paper-text[lang=ar]').first();
    await expect(arabisch).toBeVisible();
    await expect(arabisch).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('region', { name: 'Deutscher Text' }).first()).toBeVisible();
    await expect(
      page.getByText('Übersetzung ungeprüft, maßgeblich ist der deutsche Text').first(),
    ).toBeVisible();
    await expect(page.getByText(/könnte|ähnlich/i)).toHaveCount(0);
    await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
    await expect(page.locator('.error-summary')).toContainText('Unterschrift');
    await zeichneUnterschrift(page);
    await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
    await expect(page.getByText('Die Einwilligung ist gespeichert.')).toBeVisible();
    await expect(page.getByText('Möglicherweise bereits in Begleitung')).toHaveCount(0);
  });

  await test.step('M139 der Fall beginnt mit allem, was schon da steht', async () => {
    await page.goto(anfrage);
    await page.getByRole('link', { name: 'Fall aufnehmen' }).click();
    await expect(page.getByLabel('Kommune')).toHaveValue(/\d{8}/);
    await expect(page.getByLabel('Zugang')).toHaveValue('institution');
    for (const name of ['Wohnen', 'Sprachkompetenz', 'Kinder/Versorgung']) {
      await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked();
    }
    await expect(page.getByLabel('Familienname')).toHaveCount(0);
    await nimmAuf(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Nadia Qasemi');
  });

  await test.step('der Fall wird unter dem Namen gefunden', async () => {
    await oeffneBereich(page, 'Fälle');
    await page.getByRole('searchbox').fill('qasemi');
    await expect(page.locator('[data-row-link]')).toHaveCount(1);
    await expect(page.locator('[data-row-link]')).toContainText('Qasemi');
  });

  await test.step('Mein Tag nennt den Termin nun mit Namen', async () => {
    await oeffneBereich(page, 'Mein Tag');
    await expect(page.getByRole('listitem').filter({ hasText: 'Qasemi, Nadia' })).toContainText('Termin');
  });
});
