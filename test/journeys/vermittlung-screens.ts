import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** Case of the demo with several referrals, one of them to an office with an account; found by whoever looks. */
export async function mitVermittlungen(page: Page): Promise<void> {
  const fallId = await page.evaluate(async () => {
    const { fall } = (await (await fetch('/api/kreis/unna/fall?anzahl=200')).json()) as {
      fall: { id: string; person: unknown }[];
    };
    for (const { id, person } of fall) {
      if (person === null) continue;
      const answer = await fetch(`/api/kreis/unna/fall/${id}/vermittlung`);
      const { vermittlung } = (await answer.json()) as { vermittlung: { stelleName: string }[] };
      const partner = vermittlung.some(({ stelleName }) => stelleName === 'Bauverein zu Lünen');
      if (partner && vermittlung.length > 2) return id;
    }
    return '';
  });
  await page.goto(`/k/unna/fall/${fallId}?teil=vermittlung`);
  await expect(page.locator('.vermittlung-row').first()).toBeVisible();
}

/** The answer in two clicks, opened; and the form that asks for a reason. */
async function absage(page: Page): Promise<void> {
  await mitVermittlungen(page);
  for (const each of await page.locator('.vermittlung-row details summary').all()) await each.click();
  await page.locator('.vermittlung-row button[aria-expanded=false]').first().click();
  await page.locator('.vermittlung-row .button-secondary').nth(3).click();
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('dialog .error-summary')).toBeVisible();
}

/** Contents for which no release was signed: nothing may leave. */
async function ohneEntbindung(page: Page): Promise<void> {
  await mitVermittlungen(page);
  await page.locator('.tab-panel .button-primary').click();
  await page.locator('dialog select').first().selectOption('wohnen');
  await page.locator('dialog .combo input').click();
  await page.locator('dialog .combo-list li').first().click();
  await page.locator('dialog input[value=gesundheit]').check({ force: true });
  await expect(page.locator('dialog .notice')).toBeVisible();
}

const konto = 'casemanager.luenen';

/** Referrals, what an office sees of them, and what they teach. */
export const vermittlungScreens: readonly Screen[] = [
  { titel: 'Vermittlungen, Absage ohne Grund', konto, pfad: '/k/unna/fall', oeffne: absage },
  { titel: 'Vermitteln ohne Entbindung', konto, pfad: '/k/unna/fall', oeffne: ohneEntbindung },
  { titel: 'Eingang einer Partnerstelle', konto: 'partner.luenen', pfad: '/k/unna/eingang' },
  { titel: 'Beobachtungen', konto, pfad: '/k/unna/beobachtung' },
];
