import type { Page } from '@playwright/test';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import { fuelleAnfrage, nimmAuf, sendeAnfrage, unterschreibe } from './zugang-support.ts';

test('M98 M114 M133 M139 Allein in der offenen Sprechstunde, wird eine Kurzberatung und beim dritten Kontakt ein Fall', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.bergkamen');

  await test.step('die offene Sprechstunde steht mit ihrem nächsten Tag da', async () => {
    await oeffneBereich(page, 'Offene Sprechstunden');
    await expect(page.getByRole('row').filter({ hasText: 'Offene Sprechstunde' }).first()).toContainText(
      /\d\d\.\d\d\.\d{4}/,
    );
  });

  await fuelleAnfrage(page, 'unna', {
    zugang: 'direkte Ansprache',
    unterweg: 'aushang',
    kommune: 'Bergkamen',
    bereiche: ['Arbeit'],
    sprache: 'tur',
  });
  const nummer = await sendeAnfrage(page);
  const anfrage = new URL(page.url()).pathname;

  await test.step('wird gleich beraten: eine Kurzberatung, ohne Namen', async () => {
    await erfasseKontakt(page);
    await page.getByRole('button', { name: 'Tiefe ändern' }).click();
    const dialog = page.getByRole('dialog', { name: 'Beratungstiefe' });
    await dialog.getByRole('radio', { name: 'Kurzberatung' }).check();
    await dialog.getByRole('button', { name: 'Tiefe ändern' }).click();
    await expect(page.getByText('Die Beratungstiefe ist festgehalten.')).toBeVisible();
    await erfasseKontakt(page);
    await expect(page.getByText('Bisher 2 Kontakte, 1 Bedarf.')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('der dritte Kontakt fragt, ob daraus ein Fall wird', async () => {
    await erfasseKontakt(page);
    const frage = page.getByRole('dialog', { name: 'In einen Fall umwandeln?' });
    await expect(frage).toContainText('Bisher 3 Kontakte, 1 Bedarf.');
    await frage.getByRole('button', { name: 'In einen Fall umwandeln' }).click();
    await expect(page).toHaveURL(/\/einwilligung$/);
  });

  await unterschreibe(page, anfrage, { familienname: 'Özdemir', vorname: 'Kemal', geboren: '12.09.1979' });
  await page.goto(anfrage);
  await page.getByRole('button', { name: 'In einen Fall umwandeln?' }).click();
  await page
    .getByRole('dialog', { name: 'In einen Fall umwandeln?' })
    .getByRole('button', { name: 'In einen Fall umwandeln' })
    .click();
  await expect(page.getByRole('checkbox', { name: 'Arbeit', exact: true })).toBeChecked();
  await nimmAuf(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kemal Özdemir');

  await test.step('was vorher war, bleibt gezählt und ist von der Akte aus zu finden', async () => {
    await page.getByRole('link', { name: nummer }).click();
    await expect(page.getByText('Fall aufgenommen').first()).toBeVisible();
    await expect(page.locator('.contacts .contact')).toHaveCount(3);
  });
});

/** Records a contact of the open Anfrage as it is proposed. */
async function erfasseKontakt(page: Page): Promise<void> {
  await test.step('erfasst einen Kontakt', async () => {
    const karte = page.getByRole('main');
    await karte.getByRole('button', { name: 'Kontakt erfassen' }).click();
    await karte.getByRole('button', { name: 'Kontakt erfassen' }).click();
    await expect(page.getByText('Der Kontakt ist gezählt.').last()).toBeVisible();
    await expect(karte.getByText('Zählt als sonstiger Kontakt, ohne Namen.')).toHaveCount(0);
  });
}
