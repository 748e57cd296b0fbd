import type { Page } from '@playwright/test';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import { liesTabelle, sonstigeKontakte, waehleTabelle } from './tabellen.ts';
import { fuelleAnfrage, fuelleBogen, fuelleEinwilligung, sendeAnfrage } from './zugang-support.ts';

test.use({ eigeneInstallation: 'ohne-einwilligung' });

const person = { familienname: 'Wondmagegnehu', vorname: 'Tsigereda', geboren: '11.09.1994' };

test('M135 M140 Ohne Einwilligung: gezählt, nicht benannt', async ({ page, installation }) => {
  await meldeAn(page, 'casemanager.selm');
  const vorher = await zaehleSonstige(page);
  await fuelleAnfrage(page, 'unna', {
    zugang: 'Eigeninitiative',
    kommune: 'Selm',
    bereiche: ['Gesundheit'],
    sprache: 'tir',
  });
  const nummer = await sendeAnfrage(page);
  const anfrage = new URL(page.url()).pathname;

  await test.step('der Name steht schon im Formular, dann möchte die Person nicht unterschreiben', async () => {
    const gesichert = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().includes('/entwurf/einwilligung/'),
    );
    await fuelleEinwilligung(page, anfrage, person);
    expect((await gesichert).ok()).toBe(true);
    await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
    await expect(page.locator('.error-summary')).toContainText('Unterschrift');
  });

  await test.step('der Bogen fragt nur die Einschätzung', async () => {
    await fuelleBogen(page, anfrage, {
      bedarf: ['Gesundheit'],
      entscheidung: 'Kurzberatung',
      geklaert: true,
    });
    await expect(page.getByLabel('Anliegen')).toHaveCount(0);
    await page.getByRole('button', { name: 'Bogen speichern' }).click();
    await expect(page.getByText('Der Bogen ist gespeichert.')).toBeVisible();
  });

  await test.step('das Anliegen ist geklärt', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Abschließen' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Anfrage abschließen' });
    await dialog.getByRole('radio', { name: 'erledigt' }).check();
    await dialog.getByRole('button', { name: 'Abschließen' }).click();
    await expect(page.getByText('Die Anfrage ist abgeschlossen.')).toBeVisible();
  });

  await test.step('die sonstigen Kontakte zählen sie', async () => {
    const nachher = await zaehleSonstige(page);
    expect(nachher).toBe(vorher + 1);
  });

  await test.step('niemand findet den Namen: nicht in den Listen, nicht in den Tabellen, nicht im Protokoll', async () => {
    await oeffneBereich(page, 'Fälle');
    await page.getByRole('searchbox').fill(person.familienname);
    await expect(page.locator('.page-lead').getByRole('status')).toHaveText(/^0|^kein/i);
    await page.goto(anfrage);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Anfrage ${nummer}`);
    await expect(page.getByText(person.familienname)).toHaveCount(0);
    // The search itself works: what is stored in plain is found.
    expect(await installation.findInTables(nummer)).toContain('anfrage');
    expect(await installation.findInTables(person.familienname)).toEqual([]);
    expect(await installation.findInTables(person.vorname)).toEqual([]);
    expect(JSON.stringify(installation.log)).not.toContain(person.familienname);
  });
});

/** Sum of the sonstige Kontakte of the Träger in the table of the reports. */
async function zaehleSonstige(page: Page): Promise<number> {
  return test.step('liest die Auswertung der sonstigen Kontakte', async () => {
    await oeffneBereich(page, 'Auswertungen');
    await waehleTabelle(page, 'Kontakte je Monat');
    const zeilen = await liesTabelle(page, sonstigeKontakte);
    return Number(zeilen.find((zeile) => zeile['Monat'] === 'Summe')?.['Gesamt']);
  });
}
