import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { demoKennwort } from '#src/demo/accounts.ts';
import { startInstallation, type Installation } from './installation.ts';

export { expect };

const kennwort = demoKennwort;

/**
 * Journeys of one worker share a server with its own copy of the demo; anything a page complains about fails them.
 * A file that counts on an untouched Kreis gets one for itself with `test.use({ eigeneInstallation: 'name' })`.
 */
export const test = base.extend<
  { klagen: string[] },
  { eigeneInstallation: string; installation: Installation }
>({
  eigeneInstallation: ['', { option: true, scope: 'worker' }],
  installation: [
    async ({ eigeneInstallation: _eigene }, use) => {
      const installation = await startInstallation();
      await use(installation);
      await installation.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ installation }, use) => use(installation.url),
  klagen: [
    async ({ page, installation }, use) => {
      const klagen: string[] = [];
      sammleKlagen(page, klagen);
      const before = installation.log.length;
      await use(klagen);
      klagen.push(
        ...installation.log
          .slice(before)
          .filter((line) => Number(line['status']) >= 500)
          .map((line) => JSON.stringify(line)),
      );
      expect(klagen).toEqual([]);
    },
    { auto: true },
  ],
});

/** Console errors, content security violations and uncaught errors of a page. */
function sammleKlagen(page: Page, klagen: string[]): void {
  // Said once more by the page itself: what the policy stopped must never be a matter of what the console prints.
  void page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`securitypolicyviolation ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => klagen.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Chromium writes every refused request to the console; 401 and the tested refusals are part of the story.
    if (
      /Failed to load resource: (net::ERR_INTERNET|the server responded with a status of 4)/.test(
        message.text(),
      )
    )
      return;
    klagen.push(`${page.url()}: ${message.text()}`);
  });
}

/** Signs in on the real page and waits for the first page behind it. */
export async function meldeAn(
  page: Page,
  anmeldename: string,
  { bereiche = 'Bereiche' } = {},
): Promise<void> {
  await test.step(`${anmeldename} meldet sich an`, async () => {
    await page.goto('/');
    await fuelleAnmeldung(page, anmeldename);
    await expect(page.getByRole('navigation', { name: bereiche })).toBeVisible();
  });
}

/** Fills the sign-in form, on its own page or over another. */
export async function fuelleAnmeldung(page: Page, anmeldename: string): Promise<void> {
  await page.getByLabel('Anmeldename').fill(anmeldename);
  await page.getByLabel('Kennwort', { exact: true }).fill(kennwort);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

/** Opens the menu with language, colours and sign-out; it bears the name of who is signed in. */
export async function oeffneMenue(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** Clicks one of the words that stand in for boxes and radio buttons. */
export async function waehle(scope: Page | Locator, name: string): Promise<void> {
  await scope
    .locator('label:has(input)')
    .filter({ hasText: new RegExp(`^${RegExp.escape(name)}$`) })
    .click();
}

/** Opens a section by its link in the navigation. */
export async function oeffneBereich(page: Page, name: string): Promise<void> {
  await test.step(`öffnet ${name}`, async () => {
    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

const cookies = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();

/** Like `meldeAn`, but through the page only once per worker: for tests in which signing in is not the story. */
export async function arbeiteAls(page: Page, anmeldename: string): Promise<void> {
  const known = cookies.get(anmeldename);
  if (known) {
    await page.context().addCookies(known);
    return;
  }
  await meldeAn(page, anmeldename);
  cookies.set(anmeldename, await page.context().cookies());
}
