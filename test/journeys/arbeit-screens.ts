import type { Page } from '@playwright/test';
import { png } from '../support/dateien.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** Opens a tab of the first case of the list. */
async function oeffneTeil(page: Page, teil: 'aufgabe' | 'dokument'): Promise<void> {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split('?')[0]}?teil=${teil}`);
  await expect(page.locator('.tab-panel .card, .tab-panel .empty').first()).toBeVisible();
}

/** A task that is due, and a note for oneself with an amendment; made by whoever looks first. */
async function mitAufgabeUndNotiz(page: Page): Promise<void> {
  await oeffneTeil(page, 'aufgabe');
  if ((await page.locator('.note').count()) === 0) {
    await page.locator('.card-head button').first().click();
    await page.locator('dialog textarea').fill('4711');
    await page.locator('dialog button[type=submit]').click();
    await expect(page.locator('.task')).toHaveCount(1);
    await page.locator('.work textarea').fill('0231 4711');
    await page.locator('.work label.chip').last().click();
    await page.locator('.work button[type=submit]').click();
    await page.locator('.note .button').last().click();
    await page.locator('dialog textarea').fill('0231 4712');
    await page.locator('dialog button[type=submit]').click();
  }
  await expect(page.locator('.amendments')).toBeVisible();
}

/** An attachment with its preview. */
async function mitDokument(page: Page): Promise<void> {
  await oeffneTeil(page, 'dokument');
  if ((await page.locator('.document').count()) > 0) return;
  await page.locator('.tab-panel .button-primary').click();
  await waehleDatei(page, png({ breite: 40, hoehe: 30 }), 'image/png');
  await page.locator('dialog label.chip').nth(1).click();
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('.document-thumb img')).toBeVisible();
}

async function waehleDatei(page: Page, buffer: Buffer, mimeType: string): Promise<void> {
  await page.locator('dialog input[type=file]').setInputFiles({ name: '4711', mimeType, buffer });
}

const konto = 'casemanager.luenen';

/** Work in a case: tasks, notes, attachments. */
export const arbeitScreens: readonly Screen[] = [
  { titel: 'Aufgaben und Notizen mit Nachtrag', konto, pfad: '/k/unna/fall', oeffne: mitAufgabeUndNotiz },
  {
    titel: 'Suche in der Akte',
    konto,
    pfad: '/k/unna/fall',
    oeffne: async (page) => {
      await mitAufgabeUndNotiz(page);
      await page.locator('.file-search input').fill('4711');
      await page.keyboard.press('Enter');
      await expect(page.locator('.places li').first()).toBeVisible();
    },
  },
  { titel: 'Dokumente mit Vorschau', konto, pfad: '/k/unna/fall', oeffne: mitDokument },
  {
    titel: 'Dokument ablegen mit falscher Datei',
    konto,
    pfad: '/k/unna/fall',
    oeffne: async (page) => {
      await oeffneTeil(page, 'dokument');
      await page.locator('.tab-panel .button-primary').click();
      await waehleDatei(page, Buffer.from('kein Bild'), 'image/png');
      await page.locator('dialog button[type=submit]').click();
      await expect(page.locator('.error-summary')).toBeVisible();
    },
  },
];
