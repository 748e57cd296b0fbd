import type { Page } from '@playwright/test';
import { expect, meldeAn, test, waehle } from './support.ts';
import { mitVermittlungen } from './vermittlung-screens.ts';

test('M163 M165 M177 Die abgelehnte Vermittlung und das fehlende Angebot', async ({
  page,
  browser,
  baseURL,
}) => {
  const neu = async () => {
    const context = await browser.newContext({ locale: 'de-DE', baseURL: baseURL ?? '' });
    return context.newPage();
  };
  await meldeAn(page, 'casemanager.luenen');
  await mitVermittlungen(page);
  const akte = page.url();

  await test.step('ohne Entbindung für die Gesundheit geht nichts hinaus', async () => {
    await oeffneVermitteln(page);
    await waehle(page.getByRole('dialog'), 'Gesundheit');
    await expect(
      page.getByText('Es fehlt die Schweigepflichtsentbindung für Bauverein zu Lünen'),
    ).toBeVisible();
    await waehle(page.getByRole('dialog'), 'Gesundheit');
  });

  await test.step('die Vorschau zeigt genau, was in das Partnerkonto geht', async () => {
    await waehle(page.getByRole('dialog'), 'ins Partnerkonto der Stelle');
    await page.getByRole('checkbox', { name: /^Geburtsdatum/ }).uncheck();
    await expect(page.locator('.vermittlung-schreiben')).toContainText('Wohnort: Lünen');
    await expect(page.locator('.vermittlung-schreiben')).not.toContainText('Geburtsdatum');
    await page.getByRole('dialog').getByRole('button', { name: 'Vermitteln' }).click();
    await expect(page.getByText('Die Vermittlung ist gespeichert.')).toBeVisible();
    await expect(page.getByRole('dialog', { name: /Schreiben an die Stelle/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  const stelle = await neu();
  await test.step('die Stelle lehnt mit Grund ab und sieht sonst nichts', async () => {
    await meldeAn(stelle, 'partner.luenen');
    await expect(stelle.getByRole('heading', { name: 'Eingang' })).toBeVisible();
    await expect(stelle.getByRole('navigation', { name: 'Bereiche' }).getByRole('link')).toHaveCount(1);
    await stelle
      .getByRole('button', { name: /^Rückmeldung/ })
      .first()
      .click();
    await stelle.getByRole('button', { name: 'abgelehnt …' }).click();
    await waehle(stelle.getByRole('dialog'), 'kein Platz frei');
    await stelle.getByLabel('Worte dazu').fill('Im Frühjahr wieder.');
    await stelle.getByRole('button', { name: 'Speichern' }).click();
    await expect(stelle.getByText('Gespeichert.')).toBeVisible();
    await stelle.goto(akte);
    await expect(stelle.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeVisible();
  });

  await test.step('die Antwort fließt zurück', async () => {
    await page.goto('/k/unna/tag');
    await expect(page.getByText(/Eine Stelle hat zu Fall UN-\d+ geantwortet: abgelehnt\./)).toBeVisible();
    await page.goto(akte);
    await expect(page.getByText('kein Platz frei · Im Frühjahr wieder.', { exact: true })).toBeVisible();
  });

  await test.step('das fehlende Angebot ist mit einem Klick festgehalten, Worte kommen danach', async () => {
    await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Lebensbereich').selectOption('wohnen');
    await page.getByRole('button', { name: 'Kein passendes Angebot' }).click();
    await expect(page.getByText('Festgehalten: Kein passendes Angebot.')).toBeVisible();
    await page.getByRole('button', { name: 'Worte ergänzen' }).click();
    const worte = page.getByRole('group', { name: 'Worte zur Beobachtung' });
    await worte.getByLabel('Was ist aufgefallen?').fill('Mietberatung ohne freie Plätze.');
    await worte.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Die Worte sind gespeichert.')).toBeVisible();
  });

  await test.step('die Koordination liest es ohne den Fall', async () => {
    const koordination = await neu();
    await meldeAn(koordination, 'koordination.unna');
    await koordination.goto('/k/unna/beobachtung');
    await expect(koordination.getByText('Mietberatung ohne freie Plätze.')).toBeVisible();
    await expect(koordination.getByRole('link', { name: 'zum Fall' })).toHaveCount(0);
  });
});

async function oeffneVermitteln(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lebensbereich').selectOption('wohnen');
  await dialog.getByRole('combobox', { name: /^Angebot/ }).fill('Mietberatung');
  await page.getByRole('option', { name: /Mietberatung/ }).click();
}
