import type { Page } from '@playwright/test';
import { beginneRunde, fallOhneRunde, speichereRunde } from './assessment-support.ts';
import { expect, meldeAn, test } from './support.ts';

const konto = 'casemanager.luenen';

test('M157 M167 M170 Zwei Runden mit der Tastatur, im Vergleich, und niemand überschreibt den anderen', async ({
  page,
}) => {
  await meldeAn(page, konto);
  const fallId = await fallOhneRunde(page);
  const tasten = page.keyboard;

  await test.step('Die erste Runde wird im Gespräch ausgefüllt', async () => {
    await page.goto(`/k/unna/fall/${fallId}?teil=bedarf`);
    await page.getByRole('button', { name: 'Assessment beginnen' }).press('Enter');
    await expect(page.getByRole('heading', { name: /Runde 1 · Assessment/ })).toBeVisible();
    await einschaetzung(page, 'Aufenthalt').locator('input').first().focus();
    await tasten.press('2');
    await tasten.press('ArrowDown');
    await tasten.press('1');
    await expect(einschaetzung(page, 'Aufenthalt').getByLabel('dringend')).toBeChecked();
    await expect(einschaetzung(page, 'Sprachkompetenz').getByLabel('Bedarf', { exact: true })).toBeChecked();
    await page.getByRole('button', { name: /Ressourcen und Worte: Aufenthalt/ }).press('Enter');
    await page
      .getByRole('radiogroup', { name: 'Soziale Ressourcen: Aufenthalt' })
      .locator('input')
      .first()
      .focus();
    await tasten.press('0');
    await page.getByLabel('Welche?').fill('Tante in Lünen');
    await page.getByLabel('Rechtlich').selectOption('2');
  });

  await test.step('Eine Vertretung hat inzwischen gespeichert: beide Fassungen stehen da', async () => {
    await speichereRunde(page, fallId, (runde) => ({ ...runde, gespraech: 'Von der Vertretung notiert' }));
    await page.getByRole('button', { name: 'Runde abschließen' }).click();
    const beide = page.getByRole('table', { name: /^Jemand war schneller/ });
    await expect(beide.getByRole('row', { name: /Zum ganzen Gespräch/ })).toContainText(
      'Von der Vertretung notiert',
    );
    await expect(page.getByLabel('Zum ganzen Gespräch')).toHaveValue('Von der Vertretung notiert');
    await expect(einschaetzung(page, 'Aufenthalt').getByLabel('dringend')).toBeChecked();
    await page.getByRole('button', { name: 'Runde abschließen' }).click();
    await expect(page.getByRole('heading', { name: 'Bedarfe und Ressourcen' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Aufenthalt/ })).toContainText('Tante in Lünen');
    await expect(page.getByText('Von der Vertretung notiert')).toBeVisible();
  });

  await test.step('Das Re-Assessment fragt, was bearbeitet wurde, und zeigt den Wandel', async () => {
    await beginneRunde(page, fallId);
    await page.goto(`/k/unna/fall/${fallId}/assessment`);
    await einschaetzung(page, 'Aufenthalt').locator('input:checked').focus();
    await tasten.press('0');
    await page.getByRole('button', { name: 'Runde abschließen' }).click();
    await expect(page.getByText('Hier gab es einen Bedarf').first()).toBeVisible();
    for (const gruppe of await page.getByRole('radiogroup', { name: /bearbeitet\?$/ }).all()) {
      await gruppe.locator('input').first().focus();
      await tasten.press('0');
    }
    await page.getByLabel('Rechtlich').selectOption('4');
    await page.getByRole('button', { name: 'Runde abschließen' }).click();
    await expect(page.getByRole('img', { name: /Profil über die Lebensbereiche/ })).toBeVisible();
    await expect(page.getByText('Aufenthalt: gedeckt')).toBeVisible();
    await expect(page.getByText('Stufe 4, zuvor 2')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ziel daraus machen: Sprachkompetenz' })).toHaveAttribute(
      'href',
      /teil=hilfeplan&lebensbereich=sprache/,
    );
  });
});

function einschaetzung(page: Page, bereich: string) {
  return page.getByRole('radiogroup', { name: `Einschätzung: ${bereich}`, exact: true });
}
