import type { Page } from '@playwright/test';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { expect, meldeAn, test } from './support.ts';

/** Day of the calendar in which the focus stands. */
const tagImFokus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-day]')?.dataset['day']);

test('Die Case Managerin bewegt sich mit der Tastatur durch den Kalender und öffnet dort das Formular', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.luenen');
  await page.goto('/k/unna/kalender?tag=2026-03-02&wer=team');
  const tage = page.locator('[data-day]');
  await expect(tage).toHaveCount(5);

  await test.step('Pfeile gehen von Tag zu Tag und am Rand nicht hinaus', async () => {
    await tage.first().getByRole('button').first().focus();
    expect(await tagImFokus(page)).toBe('2026-03-02');
    await page.keyboard.press('ArrowRight');
    expect(await tagImFokus(page)).toBe('2026-03-03');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await tagImFokus(page)).toBe('2026-03-02');
  });

  await test.step('Bild auf und ab wechseln die Woche, t führt zu heute', async () => {
    await page.keyboard.press('PageDown');
    await expect(tage.first()).toHaveAttribute('data-day', '2026-03-09');
    await page.keyboard.press('PageUp');
    await expect(tage.first()).toHaveAttribute('data-day', '2026-03-02');
    await page.keyboard.press('t');
    await expect(page).not.toHaveURL(/tag=/);
    await expect(page.locator('.page-lead')).toContainText(/\d\d\.\d\d\.\d{4}/);
  });

  await test.step('n öffnet das Formular mit dem Tag, in dem der Fokus steht', async () => {
    const tag = addDays(today(), 7);
    await page.goto(`/k/unna/kalender?tag=${tag}&ansicht=tag`);
    await page.locator(`[data-day="${tag}"]`).getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await tagImFokus(page)).toBe(tag);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: /^Tag/ })).toHaveValue(formatDay(tag));
  });

  await test.step('in einem Feld sind es Buchstaben wie alle anderen', async () => {
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('n');
    await page.keyboard.press('t');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
