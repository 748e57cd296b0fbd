import type { BrowserContext, Page } from '@playwright/test';
import { benenne } from './einwilligung-support.ts';
import { arbeiteAls, expect, fuelleAnmeldung, test } from './support.ts';
import { anfrageDer, formulare } from './zugang-formulare.ts';

test.use({ eigeneInstallation: 'entwuerfe', trace: 'off' });
test.describe.configure({ mode: 'parallel' });

for (const formular of formulare) {
  test(`${formular.name}: Netzausfall, geschlossenes Fenster, Ablehnung und abgelaufene Sitzung kosten kein Wort`, async ({
    page,
    context,
  }) => {
    await arbeiteAls(page, formular.konto);
    await formular.bereite?.(page);
    await formular.oeffne(page);
    const leer = await lies(page);

    await test.step('das Netz fällt beim Schreiben aus und kommt wieder', async () => {
      await context.setOffline(true);
      const verloren = page.waitForEvent('requestfailed', (request) => isDraft(request.url()));
      await formular.tippe(page);
      await verloren;
      const gesichert = page.waitForResponse((answer) => isDraft(answer.url()) && answer.ok());
      await context.setOffline(false);
      await gesichert;
    });
    const getippt = await lies(page);
    expect(getippt).not.toEqual(leer);

    await test.step('das Fenster wird geschlossen', async () => {
      await page.close();
    });
    const neu = await context.newPage();
    await formular.oeffne(neu);
    await expect(neu.getByText(/^Entwurf von .* wiederhergestellt/)).toBeVisible();
    await expect.poll(() => lies(neu)).toEqual(expect.arrayContaining(getippt));

    const server = await stelleAblehnung(context);
    await test.step('der Server lehnt ab', async () => {
      await sende(neu);
      await expect(neu.locator('.error-summary')).toBeVisible();
      expect(server.abgelehnt).toBe(1);
      expect(await lies(neu)).toEqual(expect.arrayContaining(getippt));
    });

    await test.step('die Sitzung ist abgelaufen', async () => {
      await context.clearCookies();
      server.lehntAb = false;
      await sende(neu);
      await expect(neu.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })).toBeVisible();
      expect(await lies(neu)).toEqual(expect.arrayContaining(getippt));
      server.lehntAb = true;
      await fuelleAnmeldung(neu, formular.konto);
      await expect(neu.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })).toHaveCount(0);
      await expect.poll(() => server.abgelehnt).toBe(2);
      expect(await lies(neu)).toEqual(expect.arrayContaining(getippt));
    });
  });
}

test('Wer das Fenster mitten im Wort schließt, findet auch das letzte Wort wieder', async ({
  page,
  context,
}) => {
  await arbeiteAls(page, 'casemanager2.luenen');
  await page.goto('/k/unna/anfrage');
  await benenne(page, anfrageDer('casemanager2.luenen', 5));
  const adresse = `/k/unna/anfrage/${anfrageDer('casemanager2.luenen', 5)}/erstberatung`;
  await page.goto(adresse);
  await page.getByLabel('Anliegen').fill('Die Stromsperre droht am Mon');
  await page.close({ runBeforeUnload: true });
  const neu = await context.newPage();
  await expect(async () => {
    await neu.goto(adresse);
    await expect(neu.getByLabel('Anliegen')).toHaveValue('Die Stromsperre droht am Mon', { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
});

/** Refuses what forms send, as a server does whose rules nobody foresaw, until it is told otherwise. */
async function stelleAblehnung(context: BrowserContext): Promise<{ lehntAb: boolean; abgelehnt: number }> {
  const server = { lehntAb: true, abgelehnt: 0 };
  await context.route('**/api/**', async (route, request) => {
    if (!server.lehntAb || request.headers()['idempotency-key'] === undefined) {
      await route.fallback();
      return;
    }
    server.abgelehnt += 1;
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'gleichzeitig-geaendert', status: 409 }),
    });
  });
  return server;
}

/** Every control of the open form with what stands in it. */
async function lies(page: Page): Promise<string[]> {
  return formularOf(page).evaluate((form) =>
    [...form.querySelectorAll<HTMLInputElement>('input:not([type=file]), textarea, select')].map(
      (control) => {
        // The names of radio buttons begin with an id that each opening makes anew.
        const name = control.name.replace(/^.*_-/, '');
        return control.type === 'checkbox' || control.type === 'radio'
          ? `${name} ${control.value}: ${control.checked}`
          : `${name}: ${control.value}`;
      },
    ),
  );
}

async function sende(page: Page): Promise<void> {
  await formularOf(page).locator('button[type=submit]').click();
}

function formularOf(page: Page) {
  return page
    .locator('dialog[open] form, main form')
    .filter({ hasNot: page.getByLabel('Anmeldename') })
    .last();
}

function isDraft(url: string): boolean {
  return url.includes('/api/entwurf/');
}
