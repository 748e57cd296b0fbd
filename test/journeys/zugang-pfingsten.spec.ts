import type { Page } from '@playwright/test';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import { fuelleAnfrage, sendeAnfrage } from './zugang-support.ts';

test.use({ eigeneInstallation: 'pfingsten' });

test('M109 Eilig am Freitag vor Pfingsten: der Samstag zählt, der Pfingstmontag nicht, am Mittwoch läuft die Frist ab', async ({
  page,
  installation,
}) => {
  const stelleUhr = (moment: string) => stelle(page, installation, moment);
  await stelleUhr('2026-05-22T11:30:00+02:00');
  await meldeAn(page, 'casemanager.werne');

  await fuelleAnfrage(page, 'unna', {
    zugang: 'Zusteuerung Ausländerbehörde',
    kommune: 'Werne',
    dringlich: true,
  });
  await expect(page.getByText('Erster Termin spätestens am 27.05.2026.')).toBeVisible();
  const nummer = await sendeAnfrage(page);
  const anfrage = new URL(page.url()).pathname;
  await expect(page.locator('.page-lead')).toContainText('27.05.2026');

  await test.step('Mein Tag nennt den Mittwoch', async () => {
    await oeffneBereich(page, 'Mein Tag');
    const zeile = page.getByRole('listitem').filter({ hasText: nummer });
    await expect(zeile).toContainText('eilig');
    await expect(zeile).toContainText('27.05.2026');
    await expect(zeile).toContainText('in 5 Tagen');
  });

  await test.step('der Kalender kennt den Feiertag und die Frist', async () => {
    await page.goto(`/k/unna/kalender?tag=2026-05-25`);
    await expect(page.getByRole('region', { name: 'Montag, 25.05.2026' })).toContainText('Feiertag');
    await page.goto(anfrage);
    await page.getByRole('link', { name: 'Termin vereinbaren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Termin eintragen' });
    await dialog.getByLabel('Tag', { exact: true }).fill('27.05.2026');
    await dialog.getByLabel('Beginn').fill('17:00');
    await expect(dialog.getByText('Spätestens bis 27.05.2026')).toBeVisible();
    await dialog.getByLabel('Tag', { exact: true }).fill('28.05.2026');
    await expect(
      dialog.getByText('Frist: spätestens bis 27.05.2026. Dieser Tag liegt danach.'),
    ).toBeVisible();
  });

  await test.step('am Mittwoch ist sie für heute fällig', async () => {
    await stelleUhr('2026-05-27T09:00:00+02:00');
    await page.goto('/k/unna/tag');
    await expect(karte(page, 'Heute').getByRole('listitem').filter({ hasText: nummer })).toHaveCount(1);
  });

  await test.step('am Donnerstag ist sie überfällig', async () => {
    await stelleUhr('2026-05-28T09:00:00+02:00');
    await page.goto('/k/unna/tag');
    const zeile = karte(page, 'Überfällig').getByRole('listitem').filter({ hasText: nummer });
    await expect(zeile).toContainText('seit gestern');
    await page.goto(anfrage);
    await expect(page.locator('.page-lead')).toContainText('überfällig');
  });
});

function karte(page: Page, name: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
}

/** Stops the clocks of the server and of the browser at the same moment. */
async function stelle(
  page: Page,
  installation: { setClock(moment: Date): void },
  moment: string,
): Promise<void> {
  installation.setClock(new Date(moment));
  await page.clock.setFixedTime(new Date(moment));
}
