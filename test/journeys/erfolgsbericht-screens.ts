import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** A report with a date and a place in it, of the first case whose person agreed to evaluation. */
async function verraten(page: Page): Promise<void> {
  const fallId = await page.evaluate(async () => {
    const { fall } = (await (await fetch('/api/kreis/unna/fall?anzahl=100')).json()) as {
      fall: { id: string; person: unknown }[];
    };
    for (const { id, person } of fall) {
      if (person === null) continue;
      const reply = await fetch(`/api/kreis/unna/fall/${id}/erfolgsbericht`);
      if (reply.ok && ((await reply.json()) as { eingewilligt: boolean }).eingewilligt) return id;
    }
    throw new Error('nobody in the demo agreed to evaluation');
  });
  await page.goto(`/k/unna/fall/${fallId}/erfolgsbericht`);
  await page.locator('textarea[name=lage]').fill('Zog am 01.04.2023 nach Lünen');
  await page.locator('form:not(search form) button[type=submit]').click();
  await expect(page.locator('.bericht-marken mark').nth(1)).toBeVisible();
  await expect(page.locator('.field-error').first()).toBeVisible();
}

export const erfolgsberichtScreens: readonly Screen[] = [
  {
    titel: 'Fallbeispiel ohne Namen mit Fehlern',
    konto: 'casemanager.luenen',
    pfad: '/k/unna/fall',
    oeffne: verraten,
  },
  { titel: 'Fallbeispiele', konto: 'koordination.unna', pfad: '/k/unna/erfolgsbericht' },
];
