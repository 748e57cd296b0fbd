import type { Page } from '@playwright/test';
import { listAxeViolations, listReflowFaults, listStructureFaults } from './accessibility.ts';
import { findGermanTexts, listGermanTexts } from './german-texts.ts';
import { oeffneScreen, screens } from './screens.ts';
import { arbeiteAls, expect, test } from './support.ts';

test.describe.configure({ mode: 'parallel' });

// The screens name Anfragen and cases of the demo that a journey may have passed on or closed.
test.use({ eigeneInstallation: 'screens' });

for (const screen of screens) {
  test(`${screen.titel}: barrierefrei in hell und dunkel, ohne Querlauf bis 320 Pixel, ganz auf Englisch`, async ({
    page,
  }) => {
    if (screen.konto !== undefined) await arbeiteAls(page, screen.konto);
    await oeffneScreen(page, screen);
    await test.step('Aufbau der Seite', async () => expect(await listStructureFaults(page)).toEqual([]));
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`axe, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        expect(await listAxeViolations(page)).toEqual([]);
      });
    }
    for (const width of [1024, 320]) {
      await test.step(`${width} Pixel breit`, async () => {
        await setWidth(page, width);
        expect(await listReflowFaults(page)).toEqual([]);
      });
    }
    await test.step('axe, 320 Pixel', async () => expect(await listAxeViolations(page)).toEqual([]));
    await test.step('auf Englisch', async () => {
      const german = await listGermanTexts();
      expect(german.size).toBeGreaterThan(300);
      await setWidth(page, 1280);
      await waehleSprache(page, 'en');
      await oeffneScreen(page, screen);
      await waehleSprache(page, 'de');
      expect(
        await findGermanTexts(
          page,
          german,
          screen.zeigtDatei ? 'main section, tbody, h2, h3, legend' : 'script, body [lang=de]',
        ),
      ).toEqual([]);
    });
  });
}

async function setWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // An open dialog takes its new width with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Sets the language of the account and, for the sign-in page, of the browser. */
async function waehleSprache(page: Page, sprache: 'de' | 'en'): Promise<void> {
  await page.evaluate(async (next) => {
    localStorage.setItem('lotse.sprache', next);
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/ich/sprache', { method: 'PUT', headers, body: JSON.stringify({ sprache: next }) });
  }, sprache);
}
