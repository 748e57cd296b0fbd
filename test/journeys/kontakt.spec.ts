import type { Locator, Page } from '@playwright/test';
import { expect, fuelleAnmeldung, meldeAn, oeffneBereich, test, waehle } from './support.ts';

test('M187 Die Case Managerin erfasst mit der Tastatur allein einen Kontakt und findet ihn in der Fallakte', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.bergkamen');
  await oeffneBereich(page, 'Fälle');
  const name = await ersterFall(page);
  await page.locator('main h1').focus();
  await page.keyboard.press('k');
  const dialog = page.getByRole('dialog', { name: 'Kontakt erfassen' });
  await expect(dialog.getByRole('combobox', { name: 'Fall' })).toBeFocused();

  await test.step('sucht den Fall und füllt das Formular', async () => {
    await page.keyboard.type(name);
    await expect(dialog.getByRole('option').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await geheZu(page, dialog.getByRole('radio', { name: 'persönlich' }));
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: 'Telefon' })).toBeChecked();
    await geheZu(page, dialog.getByRole('checkbox', { name: 'Wohnen' }));
    await page.keyboard.press('Space');
    await geheZu(page, dialog.getByLabel('Notiz'));
    await page.keyboard.type('Wohnungsangebot besprochen, Besichtigung am Freitag.');
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();

  await test.step('liest ihn in der Akte nach', async () => {
    await page.locator('main h1').focus();
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await expect(page.locator('.page-lead').getByRole('status')).toHaveText(/Treffer/);
    await expect(page.locator('[data-row-link]').first()).toHaveText(name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await oeffneKontakte(page);
    const kontakt = page
      .getByRole('listitem')
      .filter({ hasText: 'Wohnungsangebot besprochen, Besichtigung am Freitag.' });
    await expect(kontakt).toContainText('qualifiziert');
    await expect(kontakt).toContainText('Telefon');
  });
});

test('Läuft die Sitzung beim Schreiben ab, steht nach der neuen Anmeldung alles noch da', async ({
  page,
  browser,
  baseURL,
}) => {
  await meldeAn(page, 'casemanager.werne');
  await oeffneBereich(page, 'Fälle');
  const notiz = await beginneKontakt(page, 'Termin bei der Schuldnerberatung vorbereitet.');

  await test.step('an einem anderen Gerät beendet sie alle Sitzungen', async () => {
    const other = await browser.newContext({
      locale: 'de-DE',
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const otherPage = await other.newPage();
    await meldeAn(otherPage, 'casemanager.werne');
    await otherPage.goto('/konto');
    await otherPage.getByRole('button', { name: 'Überall abmelden' }).click();
    await expect(otherPage.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
    await other.close();
  });

  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  const anmeldung = page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' });
  await expect(anmeldung).toBeVisible();
  await expect(notiz).toHaveValue('Termin bei der Schuldnerberatung vorbereitet.');
  await fuelleAnmeldung(page, 'casemanager.werne');
  await expect(anmeldung).toHaveCount(0);
  await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();
  await oeffneErstenFall(page);
  await expect(page.getByText('Termin bei der Schuldnerberatung vorbereitet.')).toHaveCount(1);
});

test('Wird die Seite beim Schreiben neu geladen, holt das Formular den Entwurf zurück', async ({ page }) => {
  await meldeAn(page, 'casemanager.awo');
  await oeffneBereich(page, 'Fälle');
  const gesichert = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().includes('/entwurf/'),
  );
  await beginneKontakt(page, 'Bescheid gemeinsam gelesen.');
  expect((await gesichert).ok()).toBe(true);
  await page.reload();
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByText(/^Entwurf von .* wiederhergestellt/)).toBeVisible();
  await expect(page.getByLabel('Notiz')).toHaveValue('Bescheid gemeinsam gelesen.');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();

  await test.step('danach ist kein Entwurf mehr da', async () => {
    await page.reload();
    await expect(page.locator('[data-row-link]').first()).toBeVisible();
    await page.keyboard.press('k');
    await expect(page.getByLabel('Notiz')).toHaveValue('');
  });
});

test('Fällt das Netz aus, sagt das Formular es, behält alles und speichert beim nächsten Versuch genau einmal', async ({
  page,
  context,
}) => {
  await meldeAn(page, 'casemanager.umweltwerkstatt');
  await oeffneBereich(page, 'Fälle');
  const notiz = await beginneKontakt(page, 'Sprachkurs ab Montag.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(page.getByText(/Keine Verbindung zum Server/)).toBeVisible();
  await expect(notiz).toHaveValue('Sprachkurs ab Montag.');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();
  await oeffneErstenFall(page);
  await expect(page.getByText('Sprachkurs ab Montag.')).toHaveCount(1);
});

/** Name in the first row of the list of cases. */
async function ersterFall(page: Page): Promise<string> {
  return page.locator('[data-row-link]').first().innerText();
}

/** Opens the form for the first case of the list and fills it, without saving; returns the field of the note. */
async function beginneKontakt(page: Page, text: string): Promise<Locator> {
  const name = await ersterFall(page);
  await page.keyboard.press('k');
  await page.getByRole('combobox', { name: 'Fall' }).fill(name);
  await page.getByRole('option').filter({ hasText: name }).first().click();
  await waehle(page, 'Arbeit');
  const notiz = page.getByLabel('Notiz');
  await notiz.fill(text);
  return notiz;
}

async function oeffneErstenFall(page: Page): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await oeffneKontakte(page);
}

async function oeffneKontakte(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Kontakte/ }).click();
}

/** Presses Tab until the control has the focus. */
async function geheZu(page: Page, control: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}
