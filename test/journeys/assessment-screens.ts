import type { Page } from '@playwright/test';
import { dreiRunden } from './assessment-support.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

const konto = 'casemanager.luenen';

/** A profile with a comparison of two rounds, tables open, and a third round that is begun. */
async function mitVergleich(page: Page): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
  const fallId = /fall\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await dreiRunden(page, fallId);
  await page.goto(`/k/unna/fall/${fallId}?teil=bedarf`);
  await expect(page.locator('.assess details').first()).toBeVisible();
  for (const each of await page.locator('.assess details summary').all()) await each.click();
}

/** The round that is begun, with the details of an area and what keeps it from being completed. */
async function mitFehler(page: Page): Promise<void> {
  await mitVergleich(page);
  await page.locator('main a[href$="/assessment"]').click();
  await page.locator('.assess-row button').first().click();
  await page.locator('.assess-details input').first().check();
  await page.locator('form:not(search form) button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toBeVisible();
}

/** Needs, resources and self-reliance over the rounds. */
export const assessmentScreens: readonly Screen[] = [
  { titel: 'Bedarfe und Ressourcen mit Vergleich', konto, pfad: '/k/unna/fall', oeffne: mitVergleich },
  { titel: 'Re-Assessment mit Fehler', konto, pfad: '/k/unna/fall', oeffne: mitFehler },
];
