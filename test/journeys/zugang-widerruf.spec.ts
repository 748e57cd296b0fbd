import type { Page } from '@playwright/test';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { expect, meldeAn, oeffneBereich, test, waehle } from './support.ts';
import { liesFallzahlen } from './tabellen.ts';
import { zeichneUnterschrift } from './zugang-support.ts';

test.use({ eigeneInstallation: 'widerruf' });

test('M145 M147 M151 Einwilligung widerrufen, während eine Weitergabe vorbereitet ist', async ({ page }) => {
  await meldeAn(page, 'casemanager.kamen');
  const gezaehlt = await zaehle(page);
  await page.goto('/k/unna/fall?status=aktiv&casemanager=ich');
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  const aktiv = (await page.locator('tbody').innerText()).match(/UN-\d{4}/g) ?? [];
  await oeffneBereich(page, 'Mein Tag');
  const termin = page
    .locator('.tag-zeile')
    .filter({ hasText: new RegExp(aktiv.join('|')) })
    .first();
  const nummer = /UN-\d{4}/.exec(await termin.innerText())?.[0] ?? '';
  await termin.getByRole('link').click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}$/);
  const akte = new URL(page.url()).pathname;
  const name = await page.getByRole('heading', { level: 1 }).innerText();

  await test.step('eine Schweigepflichtsentbindung für genau eine Stelle', async () => {
    await page.goto(`${akte}?teil=einwilligungen`);
    await expect(page.getByRole('button', { name: 'Weitergabe vorbereiten' })).toBeDisabled();
    await page.getByRole('button', { name: /^Neue (Schweigepflichtse|E)ntbindung$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Neue Entbindung' });
    await dialog.getByRole('combobox', { name: 'Mit wem?' }).fill('Jobcenter');
    await dialog.getByRole('option', { name: 'Jobcenter Kreis Unna' }).click();
    await waehle(dialog, 'Vermittlung');
    await waehle(dialog, 'Wohnen');
    await waehle(dialog, 'wir der Stelle');
    await dialog.getByLabel('Gilt bis einschließlich').fill(formatDay(addDays(today(), 90)));
    await zeichneUnterschrift(page);
    await dialog.getByRole('button', { name: 'Entbindung speichern' }).click();
    await expect(page.getByText('Die Schweigepflichtsentbindung ist gespeichert.')).toBeVisible();
  });

  await test.step('die Weitergabe ist vorbereitet', async () => {
    await page.getByRole('button', { name: 'Weitergabe vorbereiten' }).click();
    const dialog = page.getByRole('dialog', { name: 'Weitergabe vorbereiten' });
    await waehle(dialog, 'Wohnen');
    await dialog.getByLabel('Was die Stelle erfährt').fill(`${name} sucht eine Wohnung für vier Personen.`);
    await dialog.getByRole('button', { name: 'Vorbereiten' }).click();
    await expect(page.getByText('Vorbereitet. Noch ist nichts weitergegeben.')).toBeVisible();
  });

  const zweites = await page.context().newPage();
  await test.step('an einem zweiten Fenster liegt sie schon zum Weitergeben bereit', async () => {
    await zweites.goto(`${akte}?teil=einwilligungen`);
    await zweites.getByRole('button', { name: 'Ansehen' }).click();
    await expect(zweites.getByRole('dialog')).toContainText(name);
  });
  await test.step('vorher ist der Name überall zu lesen, wo er gebraucht wird', async () => {
    expect(await liesUeberall(page, { akte, nummer, name })).toEqual({
      liste: true,
      suche: true,
      akte: true,
      meinTag: true,
      kalender: true,
    });
  });
  const papiere = await sammlePapiere(page, akte, nummer);
  expect(papiere.length).toBeGreaterThan(1);
  expect((await Promise.all(papiere.map((each) => druckt(page, each)))).some(nenntOf(name))).toBe(true);

  await test.step('der Widerruf sagt, was er anhält', async () => {
    await page.goto(`${akte}?teil=einwilligungen`);
    await page.getByRole('button', { name: 'Einwilligung widerrufen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Einwilligung widerrufen' });
    await expect(dialog).toContainText('Eine Schweigepflichtsentbindung endet.');
    await expect(dialog).toContainText('Eine vorbereitete Weitergabe wird gestoppt.');
    await dialog.getByRole('button', { name: 'Weiter' }).click();
    await dialog.getByRole('button', { name: 'Jetzt widerrufen und sperren' }).click();
    await expect(page.getByText('Die Einwilligung ist widerrufen, die Angaben sind gesperrt.')).toBeVisible();
  });

  await test.step('die vorbereitete Weitergabe geht nicht mehr hinaus', async () => {
    const antwort = zweites.waitForResponse((each) => each.request().method() === 'POST');
    await zweites.getByRole('button', { name: 'Jetzt weitergeben' }).click();
    expect((await antwort).status()).toBeGreaterThanOrEqual(403);
    await expect(zweites.getByText('Als weitergegeben festgehalten.')).toHaveCount(0);
    await zweites.close();
  });

  await test.step('der Name ist aus Liste, Suche, Akte, Mein Tag, Kalender und Papieren verschwunden', async () => {
    expect(await liesUeberall(page, { akte, nummer, name })).toEqual({
      liste: false,
      suche: false,
      akte: false,
      meinTag: false,
      kalender: false,
    });
    expect((await Promise.all(papiere.map((each) => druckt(page, each)))).some(nenntOf(name))).toBe(false);
  });

  await test.step('der Fall zählt weiter, ohne Namen', async () => {
    await page.goto(akte);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Fall ${nummer}`);
    expect(await zaehle(page)).toEqual(gezaehlt);
  });
});

interface Gesucht {
  readonly akte: string;
  readonly nummer: string;
  /** As the head of the file has it: given name, family name. */
  readonly name: string;
}

/** Where the name of a case can be read. */
async function liesUeberall(page: Page, { akte, nummer, name }: Gesucht): Promise<Record<string, boolean>> {
  const nennt = nenntOf(name);
  const sucheFall = async (gesucht: string) => {
    await page.goto('/k/unna/fall?status=aktiv,ruhend,abgeschlossen');
    await page.getByRole('searchbox').fill(gesucht);
    await expect(page.locator('.page-lead').getByRole('status')).toHaveText(/Treffer$/);
    const zeilen = await page.locator('tbody tr').allInnerTexts();
    return zeilen.some((zeile) => zeile.includes(nummer) && nennt(zeile));
  };
  const steht = async (adresse: string, selector: string) => {
    await page.goto(adresse);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
    return (await page.locator(selector).allInnerTexts()).some(nennt);
  };
  return {
    liste: await sucheFall(nummer),
    suche: await sucheFall(name),
    akte: await steht(akte, 'main'),
    meinTag: await steht('/k/unna/tag', `.tag-zeile:has-text("${nummer}")`),
    kalender: await steht('/k/unna/kalender?ansicht=agenda', `[data-termin]:has-text("${nummer}")`),
  };
}

/** Whether a text holds every word of a name, in whichever order. */
function nenntOf(name: string): (text: string) => boolean {
  return (text) => name.split(' ').every((wort) => text.includes(wort));
}

/** Addresses of the papers that the file and the calendar offer. */
async function sammlePapiere(page: Page, akte: string, nummer: string): Promise<string[]> {
  const adressen = async () =>
    page
      .locator('a[href*="/papier/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.goto(`${akte}?teil=einwilligungen`);
  await expect(page.getByRole('link', { name: 'PDF' }).first()).toBeVisible();
  const akten = await adressen();
  await page.goto('/k/unna/kalender?ansicht=agenda');
  await page.locator(`[data-termin]:has-text("${nummer}")`).first().click();
  await expect(page.getByRole('link', { name: 'Terminzettel drucken' })).toBeVisible();
  return [...akten, ...(await adressen())];
}

/** Text of a paper; none where it is refused. */
async function druckt(page: Page, papier: string): Promise<string> {
  const answer = await page.request.get(papier);
  return answer.ok() ? (await readPdf(await answer.body())).text : '';
}

/** The figures of today in the published table. */
async function zaehle(page: Page): Promise<unknown> {
  await oeffneBereich(page, 'Auswertungen');
  return (await liesFallzahlen(page)).at(-1);
}
