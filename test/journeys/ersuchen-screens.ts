import { ersterFall, nacheinander, type Weg } from './screen-wege.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

const casemanager = 'casemanager.luenen';

/** A request for a copy, taken down in the first case of the list. */
const aufnehmen: Weg = async (page) => {
  await ersterFall(page);
  await page.goto(`${page.url()}?teil=einwilligungen`);
  await page
    .locator('.card', { has: page.locator('[data-ersuchen]') })
    .locator('.card-head button')
    .click();
  await expect(page.locator('dialog form')).toBeVisible();
};

const zusammenstellen: Weg = async (page) => {
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/ersuchen') && response.request().method() === 'POST',
  );
  await page.locator('dialog button[type=submit]').click();
  const { ersuchenId }: { ersuchenId: string } = await (await answer).json();
  await page.goto(`/k/unna/ersuchen/${ersuchenId}`);
  await page.locator('.page-actions .button-primary').click();
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.locator('.page-actions button')).toHaveCount(3);
  await page.locator('.page-actions .button-primary').click();
  await page.locator('.ersuchen-abschnitt summary').nth(1).click();
  await expect(page.locator('.ersuchen-zeile').first()).toBeVisible();
};

/** Rights of the person. */
export const ersuchenScreens: readonly Screen[] = [
  { titel: 'Rechte der Person, Liste', konto: casemanager, pfad: '/k/unna/ersuchen' },
  {
    titel: 'Rechte der Person, Antrag aufnehmen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: aufnehmen,
  },
  {
    titel: 'Rechte der Person, Kopie prüfen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(aufnehmen, zusammenstellen),
  },
];
