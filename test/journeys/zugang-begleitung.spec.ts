import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import {
  fuelleAnfrage,
  fuelleBogen,
  nimmAuf,
  sendeAnfrage,
  unterschreibe,
  type Person,
} from './zugang-support.ts';
import type { Page } from '@playwright/test';

test.use({ eigeneInstallation: 'begleitung' });

test('M102 M103 Schon woanders in Begleitung: die Koordination vermittelt', async ({
  page,
  browser,
  baseURL,
}) => {
  const neu = async () => {
    const context = await browser.newContext({ locale: 'de-DE', baseURL: baseURL ?? '' });
    return context.newPage();
  };
  await meldeAn(page, 'casemanager.schwerte');
  const erste = await bisZurUnterschrift(page, {
    familienname: 'Al-Hashimi',
    vorname: 'Mohammed',
    geboren: '07.05.1991',
  });
  await expect(page.getByText('Möglicherweise bereits in Begleitung')).toHaveCount(0);
  await page.goto(erste.anfrage);
  await page.getByRole('link', { name: 'Fall aufnehmen' }).click();
  await nimmAuf(page);
  const fall = await page.locator('.page-lead .figure').first().innerText();

  const andere = await neu();
  await meldeAn(andere, 'casemanager.caritasunna');
  const zweite = await bisZurUnterschrift(andere, {
    familienname: 'Al Hashimi',
    vorname: 'Muhammad',
    geboren: '07.05.1991',
  });

  await test.step('wer fragt, erfährt nur: möglicherweise bereits in Begleitung', async () => {
    const hinweis = andere.getByText(
      'Möglicherweise bereits in Begleitung, die Koordination ist informiert.',
    );
    await expect(hinweis).toBeVisible();
    const gezeigt = await andere.getByRole('main').innerText();
    for (const verraten of ['Mohammed', 'Al-Hashimi', 'Kreis Unna,', fall, erste.nummer, 'Claudia Wilms']) {
      expect(gezeigt).not.toContain(verraten);
    }
  });

  const vermittlung = await neu();
  await test.step('die Koordination sieht zwei Nummern und keinen Namen', async () => {
    await meldeAn(vermittlung, 'koordination.unna');
    await oeffneBereich(vermittlung, 'Mein Tag');
    await expect(
      vermittlung.getByText('Vielleicht wird jemand doppelt begleitet. Bitte vermitteln Sie.').first(),
    ).toBeVisible();
    await vermittlung.getByRole('link', { name: 'Mögliche doppelte Begleitung klären' }).first().click();
    const zeile = vermittlung.getByRole('row').filter({ hasText: zweite.nummer });
    await expect(zeile).toContainText(fall);
    await expect(zeile).toContainText('Caritasverband Kreis Unna');
    expect(await vermittlung.getByRole('main').innerText()).not.toMatch(/Hashimi|Mohammed|Muhammad|1991/);
    await zeile.getByRole('button', { name: 'Ergebnis festhalten' }).click();
  });

  await test.step('und hält die vereinbarte Federführung fest', async () => {
    const dialog = vermittlung.getByRole('dialog', { name: 'Ergebnis festhalten' });
    await dialog.getByRole('radio', { name: 'Beide begleiten, die Federführung ist vereinbart' }).check();
    await dialog.getByRole('radio', { name: `Kreis Unna (${fall})`, exact: true }).check();
    await dialog
      .getByRole('group', { name: 'Worum kümmert sich Caritasverband Kreis Unna?' })
      .getByRole('checkbox', { name: 'Gesundheit' })
      .check();
    await dialog
      .getByRole('group', { name: 'Worum kümmert sich Kreis Unna?' })
      .getByRole('checkbox', { name: 'Wohnen' })
      .check();
    await dialog.getByRole('button', { name: 'Festhalten' }).click();
    await expect(vermittlung.getByText('Festgehalten. Die Beteiligten sind benachrichtigt.')).toBeVisible();
    await expect(vermittlung.getByRole('table', { name: 'Geklärt' })).toContainText(
      'Federführung vereinbart',
    );
  });

  await test.step('beide Seiten lesen es in ihren Nachrichten', async () => {
    await oeffneBereich(page, 'Mein Tag');
    await expect(
      page.getByText(`Die KIM KO hat zu ${fall} vermittelt. Sie haben die Federführung.`),
    ).toBeVisible();
    await oeffneBereich(andere, 'Mein Tag');
    await expect(
      andere.getByText(
        `Die KIM KO hat zu ${zweite.nummer} vermittelt. Die Federführung hat ein anderer Anstellungsträger.`,
      ),
    ).toBeVisible();
  });

  await test.step('über der Akte steht, wer führt und wer sich worum kümmert', async () => {
    await oeffneBereich(page, 'Fälle');
    await page.getByRole('searchbox').fill('Hashimi');
    await expect(page.locator('.page-lead').getByRole('status')).toHaveText('1 Treffer');
    await page.locator('[data-row-link]').click();
    await expect(page.getByText('Gemeinsame Begleitung').first()).toBeVisible();
    await expect(page.getByText('Wir kümmern uns um: Wohnen')).toBeVisible();
  });
});

/** Anfrage, Screening-Bogen with three needs, and the signed consent. */
async function bisZurUnterschrift(page: Page, person: Person): Promise<{ anfrage: string; nummer: string }> {
  await fuelleAnfrage(page, 'unna', { zugang: 'Eigeninitiative', kommune: 'Schwerte' });
  const nummer = await sendeAnfrage(page);
  const anfrage = new URL(page.url()).pathname;
  await fuelleBogen(page, anfrage, {
    bedarf: ['Wohnen', 'Gesundheit', 'Arbeit'],
    entscheidung: 'Case Management',
  });
  await page.getByRole('button', { name: 'Bogen speichern' }).click();
  await expect(page.getByText(/^Der Bogen ist gespeichert/)).toBeVisible();
  await unterschreibe(page, anfrage, person);
  return { anfrage, nummer };
}
