import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** The question that waits in the demo, with one of its cases declined. */
async function ohneEinen(page: Page): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/uebergabe\/anfrage\/[0-9a-f-]{36}/);
  await page.locator('tbody input[type=checkbox]').first().uncheck();
  await page.locator('form:not(search form) button[type=submit]').click();
  await expect(page.locator('.field-error').first()).toBeVisible();
}

async function blatt(page: Page): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split('?')[0]}/uebergabeblatt`);
}

async function bestand(page: Page): Promise<void> {
  await page.locator('tbody button').first().click();
  await expect(page.locator('form')).toBeVisible();
}

/** Hand-overs as questions, caseloads, the hand-over sheet. */
export const uebergabeScreens: readonly Screen[] = [
  {
    titel: 'Angefragte Übergabe zum Teil annehmen mit Fehler',
    konto: 'casemanager.umweltwerkstatt',
    pfad: '/k/unna/uebergabe',
    oeffne: ohneEinen,
  },
  { titel: 'Übergabeblatt', konto: 'casemanager.luenen', pfad: '/k/unna/fall', oeffne: blatt },
  { titel: 'Fallbestand', konto: 'casemanager.luenen', pfad: '/k/unna/fallbestand', oeffne: bestand },
  { titel: 'Fallbestand als Leitung', konto: 'leitung.luenen', pfad: '/k/unna/fallbestand', oeffne: bestand },
];
