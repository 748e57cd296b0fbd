import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** The head of the first case, whose buttons open and protect. */
async function ersterFall(page: Page): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
}

function dialog(index: number) {
  return async (page: Page): Promise<void> => {
    await ersterFall(page);
    await page.locator('main .row > button.button-small').nth(index).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
  };
}

async function leer(page: Page): Promise<void> {
  await page.locator('main form:not(search form) button[type=submit]').click();
  await expect(page.locator('.field-error').first()).toBeVisible();
}

/** Opening, protecting, emergency access, and what everybody may do. */
export const rechteScreens: readonly Screen[] = [
  {
    titel: 'Fall für die Koordination öffnen',
    konto: 'casemanager.luenen',
    pfad: '/k/unna/fall',
    oeffne: dialog(0),
  },
  {
    titel: 'Person besonders schützen',
    konto: 'casemanager.luenen',
    pfad: '/k/unna/fall',
    oeffne: dialog(1),
  },
  { titel: 'Notfallzugriff mit Fehlern', konto: 'notfall.luenen', pfad: '/k/unna/notzugriff', oeffne: leer },
  { titel: 'Wer darf was', konto: 'koordination.unna', pfad: '/k/unna/rechte' },
];
