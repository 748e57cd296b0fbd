import type { Page } from '@playwright/test';
import { expect, meldeAn, oeffneBereich, test, waehle } from './support.ts';

test('M140 Erst die Einwilligung, dann der Name: danach wird der Fall auch falsch geschrieben und vertauscht gefunden', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.schwerte');
  await oeffneBereich(page, 'Fälle');
  await page.getByRole('link', { name: 'Fall aufnehmen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fall aufnehmen' })).toBeVisible();

  await test.step('ohne Einwilligung fragt niemand nach einem Namen', async () => {
    await waehle(page, 'Noch nicht');
    await expect(page.getByText('Ohne Einwilligung kein Name')).toBeVisible();
    await expect(page.getByLabel('Familienname')).toHaveCount(0);
  });

  await test.step('mit Einwilligung wird der Fall aufgenommen', async () => {
    await waehle(page, 'Ja, unterschrieben');
    await page.getByRole('button', { name: 'Aufnehmen' }).click();
    await expect(page.getByText('Bitte prüfen Sie diese Angaben')).toBeVisible();
    await page.getByLabel('Familienname').fill('Chodschajew');
    await page.getByLabel('Vorname').fill('Scheherazade');
    await page.getByLabel('Geburtsdatum').fill('3.2.1988');
    await page.getByLabel('Kommune').selectOption({ label: 'Schwerte' });
    await page.getByRole('button', { name: 'Aufnehmen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Chodschajew/ })).toBeVisible();
  });

  for (const suche of ['Chodschaev', 'scheherazade chodschajew', 'Hodzhayev Sheherazade']) {
    await test.step(`gefunden mit „${suche}“`, async () => {
      await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Fälle' }).click();
      await page.getByRole('searchbox').fill(suche);
      await expect(treffer(page)).toHaveText(/Treffer/);
      await expect(page.locator('[data-row-link]').first()).toHaveText('Chodschajew, Scheherazade');
    });
  }
});

test('Eine gespeicherte Ansicht stellt ihre Filter mit einem Klick wieder her', async ({ page }) => {
  await meldeAn(page, 'koordination.unna');
  await page.goto('/k/unna/fall');
  await waehle(page, 'abgeschlossen');
  await expect(treffer(page)).toHaveText(/^\d+ Treffer/);
  const geschlossen = await treffer(page).innerText();
  await page.getByRole('button', { name: 'Ansicht speichern' }).click();
  await page.getByLabel('Name der Ansicht').fill('Abschlüsse');
  await page.getByRole('dialog').getByRole('button', { name: 'Ansicht speichern' }).click();
  await expect(page.getByRole('button', { name: 'Abschlüsse', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await test.step('auch nach neuem Laden', async () => {
    await page.goto('/k/unna/fall');
    await expect(treffer(page)).toHaveText(/^\d+ Fälle/);
    await page.getByRole('button', { name: 'Abschlüsse', exact: true }).click();
    await expect(treffer(page)).toHaveText(geschlossen);
    await expect(page.getByRole('checkbox', { name: 'abgeschlossen' })).toBeChecked();
  });

  await test.step('und gelöscht ist sie weg', async () => {
    await page.getByRole('button', { name: /„Abschlüsse“ löschen/ }).click();
    await expect(page.getByRole('button', { name: 'Abschlüsse', exact: true })).toHaveCount(0);
  });
});

test('In der Liste der Fälle führen Pfeiltasten von der Suche bis in die Akte', async ({ page }) => {
  await meldeAn(page, 'casemanager.luenen');
  await oeffneBereich(page, 'Fälle');
  const links = page.locator('[data-row-link]');
  await expect(links.nth(2)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(links.nth(1)).toBeFocused();
  const [familienname = '', vorname = ''] = (await links.nth(1).innerText()).split(', ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${vorname} ${familienname}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

function treffer(page: Page) {
  return page.locator('.page-lead').getByRole('status');
}
