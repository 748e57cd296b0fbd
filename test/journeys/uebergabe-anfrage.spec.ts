import type { Page } from '@playwright/test';
import { addDays, formatDay } from '#src/platform/day.ts';
import { arbeiteAls, expect, oeffneBereich, test } from './support.ts';

const heute = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

test.use({ eigeneInstallation: 'uebergabe-anfrage' });

test('M195 Lünen fragt an, die Umwelt-Werkstatt lehnt erst ab und nimmt dann einen von zwei Fällen an', async ({
  page,
}) => {
  test.setTimeout(90_000);
  let namen: string[] = [];
  await test.step('die Fallführung fragt an', async () => {
    await geheZu(page, 'casemanager.luenen');
    await oeffneBereich(page, 'Fälle');
    await expect(page.locator('[data-row-link]').first()).toBeVisible();
    namen = (await page.locator('[data-row-link]').allTextContents()).slice(0, 2);
    for (const index of [0, 1]) await page.locator('tbody input[type=checkbox]').nth(index).check();
    await page.getByRole('button', { name: 'Übergeben …' }).click();
    await expect(page.getByLabel('An welchen Träger')).not.toContainText('Stadt Lünen');
    await page.getByLabel('An welchen Träger').selectOption({ label: 'Umwelt-Werkstatt' });
    await page.getByLabel('Grund').selectOption({ label: 'Umzug' });
    await page.getByLabel('Zustimmung am').fill(formatDay(heute));
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await page.getByLabel('Kurze Nachricht').fill('Beide ziehen nach Bergkamen.');
    await page.getByRole('button', { name: '2 Fälle anfragen' }).click();
    await expect(page.getByText('Die Übergabe von 2 Fällen ist angefragt.')).toBeVisible();
  });

  await test.step('die Gefragten sehen Lage und Zahlen, keine Namen, und lehnen ab', async () => {
    await oeffneAnfrage(page, 'casemanager.umweltwerkstatt');
    await expect(page.getByText('Beide ziehen nach Bergkamen.')).toBeVisible();
    for (const name of namen) await expect(page.getByText(name.split(',')[0] ?? name)).toHaveCount(0);
    for (const index of [0, 1]) await page.locator('tbody input[type=checkbox]').nth(index).uncheck();
    await page.getByLabel('Grund der Ablehnung').selectOption({ label: 'zurzeit kein Platz' });
    await page.getByLabel('Kommentar').fill('Ab Montag geht einer.');
    await page.getByRole('button', { name: 'Ablehnen', exact: true }).click();
    await expect(page.getByText('abgelehnt', { exact: true }).first()).toBeVisible();
  });

  await test.step('die Fallführung liest die Antwort und fragt noch einmal', async () => {
    await geheZu(page, 'casemanager.luenen');
    await page.getByRole('link', { name: /Die angefragte Übergabe von 2 Fällen ist abgelehnt/ }).click();
    await expect(page.getByText('Ab Montag geht einer.')).toBeVisible();
    await page.getByRole('button', { name: 'Noch einmal anfragen' }).click();
    await page.getByLabel('An welchen Träger').selectOption({ label: 'Umwelt-Werkstatt' });
    await page.getByLabel('Grund').selectOption({ label: 'Umzug' });
    await page.getByLabel('Zustimmung am').fill(formatDay(heute));
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await page.getByRole('button', { name: '2 Fälle anfragen' }).click();
    await expect(page.getByText('Die Übergabe von 2 Fällen ist angefragt.')).toBeVisible();
  });

  await test.step('einer wird angenommen und steht nun dort', async () => {
    await oeffneAnfrage(page, 'casemanager.umweltwerkstatt');
    await page.locator('tbody input[type=checkbox]').first().uncheck();
    await page.getByLabel('Grund der Ablehnung').selectOption({ label: 'zurzeit kein Platz' });
    await page.getByRole('button', { name: '1 von 2 annehmen, die anderen ablehnen' }).click();
    await expect(page.getByText('1 Fall ist jetzt bei Ihnen.')).toBeVisible();
    await page.locator('tbody').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
  });
});

test('M199 Die Leitung verteilt den Fallbestand einer Kollegin, die geht, nach Zahlen', async ({ page }) => {
  await geheZu(page, 'casemanager2.luenen');
  await oeffneBereich(page, 'Fälle');
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
  const akte = page.url().split('?')[0] ?? '';
  await page.goto(`${akte}/uebergabeblatt`);
  await page.getByLabel('Wem vertraut die Person').fill('Der Nachbarin im Haus.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();

  await geheZu(page, 'leitung.luenen');
  await oeffneBereich(page, 'Fallbestand');
  await page
    .getByRole('row', { name: /Stefan Brockhaus/ })
    .getByRole('button', { name: 'Übergeben …' })
    .click();
  await expect(page.getByText('Als Leitung sehen Sie Zahlen, keine Fälle.')).toBeVisible();
  await page.getByLabel('Yasemin Kaya').check();
  await page.getByRole('button', { name: 'Fallbestand übergeben' }).click();
  await expect(page.getByText(/Fälle sind übergeben/)).toBeVisible();

  await geheZu(page, 'casemanager.luenen');
  await expect(page.getByText(/aus dem Bestand einer Kollegin/)).toBeVisible();
  await page.goto(`${akte}/uebergabeblatt`);
  await expect(page.getByLabel('Wem vertraut die Person')).toHaveValue('Der Nachbarin im Haus.');
});

test('M112 Die Vertretung liest und berät mit Hinweis, schließt aber nicht ab und übergibt nicht', async ({
  page,
}) => {
  await geheZu(page, 'casemanager.luenen');
  await page.goto('/k/unna/vertretung');
  await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Letzter Tag').fill(formatDay(addDays(heute, 3)));
  await dialog.getByLabel('Wer vertritt Sie').selectOption({ label: 'Stefan Brockhaus' });
  await dialog.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByText('Abwesenheit eingetragen.').first()).toBeVisible();
  await page.goto('/k/unna/fall');
  const akte = (await page.locator('[data-row-link]').first().getAttribute('href')) ?? '';

  await geheZu(page, 'casemanager2.luenen');
  await page.goto(akte);
  await expect(
    page.getByText(`In Vertretung für Yasemin Kaya bis ${formatDay(addDays(heute, 3))}`),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Übergeben' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Zuweisen|Abschließen/ })).toHaveCount(0);
});

/** Another colleague sits down at the same screen. */
async function geheZu(page: Page, konto: string): Promise<void> {
  await page.context().clearCookies();
  await arbeiteAls(page, konto);
  await page.goto('/');
}

async function oeffneAnfrage(page: Page, konto: string): Promise<void> {
  await geheZu(page, konto);
  await page
    .getByRole('link', { name: /möchte Ihnen 2 Fälle übergeben/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Angefragte Übergabe' })).toBeVisible();
}
