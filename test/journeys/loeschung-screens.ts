import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** Holds the first person who is due up, without a reason. */
async function ohneGrund(page: Page): Promise<void> {
  await page.locator('tbody .button-quiet').first().click();
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('.error-summary')).toBeVisible();
}

async function archiv(page: Page): Promise<void> {
  await expect(page.locator('.notice').first()).toBeVisible();
}

const konto = 'datenschutz.unna';

/** Retention and deletion: who is due, runs, periods. */
export const loeschungScreens: readonly Screen[] = [
  { titel: 'Löschung aufhalten mit Fehler', konto, pfad: '/k/unna/loeschung', oeffne: ohneGrund },
  { titel: 'Löschläufe', konto, pfad: '/k/unna/loeschung?teil=laeufe', oeffne: archiv },
  { titel: 'Aufbewahrungsfristen', konto, pfad: '/k/unna/loeschung?teil=fristen' },
];
