import type { Page } from '@playwright/test';
import { expect } from './support.ts';

export type Weg = (page: Page) => Promise<void>;

/** Does one thing after the other; buttons are found by place, as their words depend on the language. */
export function nacheinander(...wege: readonly Weg[]): Weg {
  return async (page) => {
    for (const weg of wege) {
      await weg(page);
      await warteAufRuhe(page);
    }
  };
}

export const ersterFall: Weg = async (page) => {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
};

export const leerSenden: Weg = async (page) => {
  await page.locator('form:not(search form) button[type=submit]').first().click();
  await expect(page.locator('.field-error').first()).toBeVisible();
};

export const kontakt: Weg = async (page) => {
  await page.locator('main h1').focus();
  await page.keyboard.press('k');
  await expect(page.getByRole('dialog')).toBeVisible();
};

export function reiter(nummer: number): Weg {
  return (page) => page.getByRole('tab').nth(nummer).click();
}

export function knopf(selector: string, nummer = 0): Weg {
  return (page) => page.locator(selector).nth(nummer).click();
}

export const aktion = (nummer: number) => knopf('.page-actions button', nummer);

/** Opens a tab of the case file by its place in the address. */
export function teil(id: string): Weg {
  return (page) => page.locator(`[data-tab=${id}]`).click();
}

/** Waits until nothing is loading any more. */
export async function warteAufRuhe(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
}
