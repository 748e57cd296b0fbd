import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { createKonto } from '#src/zugang/server/create-konto.ts';
import { grantRolle } from '#src/zugang/server/grant-rolle.ts';
import { setKennwort } from '#src/zugang/server/set-kennwort.ts';
import { totpCode } from '#test/support/browser.ts';
import type { Installation } from './installation.ts';
import { expect, oeffneMenue, test } from './support.ts';

test.use({ eigeneInstallation: 'anmeldung' });

const anmeldename = 'nele.neumann';
const kennwort = 'Wolke Fahrrad Leiter 23';

/** A colleague who is not of the demo: her roles count only with a second factor. */
async function legeKontoAn({ owner }: Installation): Promise<void> {
  await owner(async (tx) => {
    const konto = await createKonto(tx, { kreisId: 'unna', anmeldename, name: 'Nele Neumann' });
    const wunsch = {
      kreisId: 'unna',
      rolle: 'koordination',
      traeger: null,
      region: null,
      bis: null,
    } as const;
    await grantRolle(tx, konto, wunsch);
    await setKennwort(tx, konto, kennwort);
  });
}

async function gibKennwortEin(page: Page): Promise<void> {
  await page.getByLabel('Anmeldename').fill(anmeldename);
  await page.getByLabel('Kennwort', { exact: true }).fill(kennwort);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

test('Zweiter Faktor beim ersten Mal, Anmeldung mit Code, und eine abgelaufene Sitzung kostet kein Wort', async ({
  page,
  installation,
}) => {
  await legeKontoAn(installation);
  await page.clock.install();
  const uhr = { steht: new Date() };
  const codeVon = (schluessel: string) => {
    uhr.steht = new Date(uhr.steht.getTime() + 30_000);
    installation.setClock(uhr.steht);
    return totpCode(schluessel, uhr.steht);
  };

  const schluessel = await test.step('nach der ersten Anmeldung ist nur die Einrichtung offen', async () => {
    await page.goto('/k/unna/fall');
    await gibKennwortEin(page);
    await expect(page.getByRole('heading', { name: 'Zweiten Faktor einrichten' })).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.getByRole('button', { name: 'Mit einer App' }).click();
    await expect(page.getByRole('img', { name: 'QR-Code für die App' })).toBeVisible();
    const key = (await page.locator('.totp-key code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code aus der App').fill(codeVon(key));
    await page.getByRole('button', { name: 'Einrichten' }).click();
    await expect(page.locator('.code-sheet li')).toHaveCount(10);
    await page.getByRole('button', { name: 'Ich habe die Codes gesichert' }).click();
    await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
    return key;
  });

  await test.step('sie meldet sich ab und mit Kennwort und Code wieder an', async () => {
    await oeffneMenue(page, 'Nele Neumann');
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await gibKennwortEin(page);
    await expect(page.getByLabel('Einmalcode')).toBeFocused();
    await page.getByLabel('Einmalcode').fill('12345');
    await page.keyboard.press('Enter');
    await expect(page.locator('.error-summary')).toBeVisible();
    await page.getByLabel('Einmalcode').fill(codeVon(schluessel));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
  });

  await test.step('zwei Minuten vor dem Ende ein Hinweis, den Weiterarbeiten wegnimmt', async () => {
    await page.goto('/konto');
    await page.getByLabel('Bisheriges Kennwort').fill('halb getippt');
    await page.clock.fastForward('27:30');
    await expect(page.getByText('Ihre Sitzung endet in zwei Minuten')).toBeVisible();
    await page.getByRole('button', { name: 'Weiterarbeiten' }).click();
    await expect(page.getByText('Ihre Sitzung endet in zwei Minuten')).toHaveCount(0);
  });

  await test.step('nach dem Ende steht die Anmeldung über der Seite, und der Text steht noch da', async () => {
    await installation.owner((tx) =>
      tx.run(sql`update sitzung set zuletzt_am = zuletzt_am - interval '31 minutes'`),
    );
    await page.clock.fastForward('31:00');
    const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' });
    await expect(dialog).toBeVisible();
    await gibKennwortEin(page);
    await dialog.getByLabel('Einmalcode').fill(codeVon(schluessel));
    await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByLabel('Bisheriges Kennwort')).toHaveValue('halb getippt');
  });

  await test.step('ein heikler Vorgang fragt noch einmal nach und geht dann von selbst weiter', async () => {
    await installation.owner((tx) =>
      tx.run(sql`update sitzung set bestaetigt_am = bestaetigt_am - interval '11 minutes'`),
    );
    await page.getByRole('button', { name: 'Neue Codes machen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bitte weisen Sie sich noch einmal aus' });
    await dialog.getByLabel('Einmalcode').fill(codeVon(schluessel));
    await dialog.getByRole('button', { name: 'Bestätigen' }).click();
    await expect(page.getByRole('dialog', { name: 'Wiederherstellungscodes' })).toBeVisible();
    await page.getByRole('button', { name: 'Ich habe die Codes gesichert' }).click();
    await expect(page.getByLabel('Bisheriges Kennwort')).toHaveValue('halb getippt');
  });
});

test('Ein Passkey wird eingerichtet, meldet allein an und weist noch einmal aus', async ({
  page,
  installation,
}) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await test.step('eine Demo-Kollegin braucht keinen, darf aber', async () => {
    await page.goto('/');
    await page.getByLabel('Anmeldename').fill('koordination.unna');
    await page.getByLabel('Kennwort', { exact: true }).fill('Lotse-Demo-2026');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
    await page.goto('/konto');
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
    await page.getByRole('button', { name: 'Passkey anlegen' }).click();
    await page.getByRole('button', { name: 'Ich habe die Codes gesichert' }).click();
    await expect(page.getByRole('row', { name: 'Dieses Gerät' })).toBeVisible();
  });
  await test.step('danach genügt der Passkey', async () => {
    await page.context().clearCookies();
    await page.goto('/konto');
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await expect(page.getByRole('heading', { name: 'Anmeldung und Sicherheit' })).toBeVisible();
  });
  await test.step('Entfernen fragt noch einmal nach', async () => {
    await installation.owner((tx) =>
      tx.run(sql`update sitzung set bestaetigt_am = bestaetigt_am - interval '11 minutes'`),
    );
    await page.getByRole('button', { name: 'Entfernen' }).click();
    await page.getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
    await expect(page.getByText('Es ist kein zweiter Faktor eingerichtet.')).toBeVisible();
  });
});
