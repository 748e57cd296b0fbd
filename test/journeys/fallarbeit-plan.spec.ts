import type { Locator, Page } from '@playwright/test';
import { formatDay, today } from '#src/platform/day.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import {
  lassVertreten,
  mitZiel,
  oeffneTeil,
  speichereZiel,
  unterschreibeGemeinsam,
} from './fallarbeit-support.ts';
import { expect, meldeAn, test, waehle } from './support.ts';

test.use({ eigeneInstallation: 'plan' });

const cm = 'casemanager.luenen';
const wohnung = 'Eine eigene Wohnung beziehen';

test('M155 M159 M160 Der Plan auf Arabisch und Ukrainisch: unterschrieben wird, was gezeigt wurde', async ({
  page,
  context,
}) => {
  await meldeAn(page, cm);
  const akte = await mitZiel(page, {
    text: wohnung,
    indikator: 'Der Mietvertrag ist unterschrieben.',
    prioritaet: 1,
    schritt: ['Wohnberechtigungsschein beantragen'],
  });

  await test.step('vor der Unterschrift druckt er sich als Entwurf, deutsch neben arabisch', async () => {
    await oeffneTeil(page, akte, /Hilfeplan/);
    const pdf = await drucke(page, 'Arabisch');
    expect(pdf.languages).toContain('ar');
    expect(pdf.text).toContain('Entwurf: noch nicht unterschrieben.');
    expect(pdf.text).toContain('Übersetzung ungeprüft, maßgeblich ist der deutsche Text.');
    expect(pdf.text).toContain(wohnung);
    const { plan } = paperLabels('ara');
    for (const wort of [plan.akteur.klient, plan.zustimmung.ja]) {
      expect(pdf.rightToLeft.map(normal).join(' ')).toContain(normal(wort));
    }
  });

  await test.step('ein Wort, das sich seit dem Zeigen geändert hat, wird nicht unterschrieben', async () => {
    await page.getByRole('link', { name: 'Gemeinsam unterschreiben' }).click();
    await expect(page.getByRole('radio', { name: 'Ja, stimmt zu' })).toBeVisible();
    const anderswo = await context.newPage();
    await oeffneTeil(anderswo, akte, /Hilfeplan/);
    await aendereZiel(anderswo, 'Woran merken beide', 'Der Einzug ist erfolgt.');
    await anderswo.close();
    await unterschreibeGemeinsam(page);
    const hinweis = page.getByRole('alert').filter({ hasText: 'seit Sie diese Seite geöffnet haben' });
    await expect(hinweis).toContainText('Der Mietvertrag ist unterschrieben.');
    await expect(hinweis).toContainText('Der Einzug ist erfolgt.');
    await page.getByRole('button', { name: 'Den neuen Stand gemeinsam lesen' }).click();
    await unterschreibeGemeinsam(page);
    await expect(page.getByText('Fassung 1 ist unterschrieben.')).toBeVisible();
  });

  await test.step('die zweite Fassung zeigt, was anders ist; die erste bleibt mit ihrem Prüfwert', async () => {
    await aendereZiel(page, 'Ziel', 'Eine Wohnung mit Garten beziehen');
    await expect(page.getByText('Seit der letzten Unterschrift geändert')).toBeVisible();
    await page.getByRole('link', { name: 'Gemeinsam unterschreiben' }).click();
    await unterschreibeGemeinsam(page);
    await expect(page.getByText('Fassung 2 ist unterschrieben.')).toBeVisible();
    await page.getByRole('button', { name: 'Ansehen : Fassung 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fassung 2' });
    await expect(dialog.locator('.plan-diff')).toContainText(wohnung);
    await expect(dialog.locator('.plan-diff')).toContainText('Eine Wohnung mit Garten beziehen');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ansehen : Fassung 1' }).click();
    await expect(page.getByText('Der Wortlaut ist unverändert seit der Unterschrift.')).toBeVisible();
    const pruefwert = await page.locator('.plan-hash').innerText();
    await page.keyboard.press('Escape');
    const pdf = await drucke(page.getByRole('row', { name: /^Fassung 1/ }), 'Ukrainisch');
    expect(pdf.languages).toContain('uk');
    expect(pdf.text).toContain(`Prüfwert (SHA-256): ${pruefwert.slice(0, 12)}`);
    expect(pdf.text).not.toContain('Entwurf');
    expect(pdf.text).not.toContain('Garten');
    const { plan } = paperLabels('ukr');
    for (const wort of [`${plan.ziel} 1: ${plan.bereich.wohnen}`, plan.zustimmung.ja, plan.akteur.klient]) {
      expect(pdf.text).toContain(wort);
    }
    expect(pdf.rightToLeft).toEqual([]);
  });
});

test('M159 Zwei ändern dasselbe Ziel: beide Fassungen stehen da, nichts geht verloren', async ({
  page,
  browser,
  baseURL,
}) => {
  await meldeAn(page, cm);
  const akte = await mitZiel(page, {
    text: wohnung,
    indikator: 'Der Mietvertrag ist unterschrieben.',
    prioritaet: 2,
    schritt: ['Wohnberechtigungsschein beantragen'],
  });
  await lassVertreten(page, 'stadt_luenen', 'casemanager2.luenen');
  await oeffneTeil(page, akte, /Hilfeplan/);
  await page.getByRole('button', { name: `Ändern : ${wohnung}`, exact: true }).click();

  await test.step('die Vertretung ist schneller', async () => {
    const context = await browser.newContext({ locale: 'de-DE', baseURL: baseURL ?? '' });
    const vertretung = await context.newPage();
    await meldeAn(vertretung, 'casemanager2.luenen');
    await oeffneTeil(vertretung, akte, /Hilfeplan/);
    await vertretung.getByRole('button', { name: `Ändern : ${wohnung}`, exact: true }).click();
    const dialog = vertretung.getByRole('dialog');
    await dialog.getByLabel('Woran merken beide').fill('Der Schlüssel ist da.');
    await dialog.getByRole('button', { name: 'Schritt hinzufügen' }).click();
    const schritt = dialog.getByRole('group', { name: 'Schritt 2' });
    await schritt.getByLabel('Was ist zu tun?').fill('Kaution beim Jobcenter beantragen');
    await waehle(schritt, 'Case Management');
    await speichereZiel(vertretung);
    await context.close();
  });

  await test.step('wer danach speichert, sieht beides und wählt Feld für Feld', async () => {
    const dialog = page.getByRole('dialog', { name: 'Ziel ändern' });
    await dialog.getByLabel('Ziel', { exact: true }).fill('Eine Wohnung in der Nähe der Schule beziehen');
    await dialog.getByLabel('Woran merken beide').fill('Die Kinder haben ein Zimmer.');
    await dialog.getByRole('button', { name: 'Ziel speichern' }).click();
    const beide = dialog.getByRole('table', { name: /^Jemand war schneller/ });
    await expect(beide.getByRole('row')).toHaveCount(4);
    const zeile = (feld: string) => beide.getByRole('row').filter({ hasText: feld });
    await expect(zeile('Woran merken beide')).toContainText('Die Kinder haben ein Zimmer.');
    await expect(zeile('Woran merken beide')).toContainText('Der Schlüssel ist da.');
    await expect(zeile('Kaution').getByRole('radio').last()).toBeChecked();
    await expect(zeile('Nähe der Schule').getByRole('radio').first()).toBeChecked();
    await zeile('Woran merken beide').getByRole('radio').last().check();
    await dialog.getByRole('button', { name: 'Auswahl speichern' }).click();
    await expect(page.getByText('Das Ziel ist gespeichert.')).toBeVisible();
    const karte = page.getByRole('list', { name: 'Ziele', exact: true });
    for (const worte of [
      'Nähe der Schule',
      'Der Schlüssel ist da.',
      'Kaution beim Jobcenter',
      'Wohnberechtigungsschein',
    ])
      await expect(karte).toContainText(worte);
  });
});

test('M193 Ein Abschluss mit offenen Schritten wird abgelehnt und nennt beide Auswege', async ({ page }) => {
  await meldeAn(page, 'casemanager.werne');
  const akte = await mitZiel(page, {
    text: wohnung,
    indikator: '',
    prioritaet: 1,
    schritt: ['Wohnberechtigungsschein beantragen', 'Besichtigung vereinbaren'],
  });
  await page.goto(akte);
  await page.locator('.page-actions').getByRole('button', { name: 'Abschließen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fall abschließen' });
  await dialog.getByLabel('Grund').selectOption({ label: 'Hilfebedarfe bearbeitet' });
  await dialog.getByLabel('Wie geht es weiter?').fill('Sie meldet sich bei Bedarf.');
  await dialog.getByRole('button', { name: 'Fall abschließen' }).click();
  await expect(dialog.locator('.error-summary')).toContainText(
    'Es sind noch Schritte im Plan oder Aufgaben offen',
  );
  await expect(dialog.getByLabel('2 offene Schritte und Aufgaben als entfallen abschließen')).toBeVisible();

  await test.step('einer wird im Plan abgehakt; die Eingabe wartet als Entwurf', async () => {
    await dialog.getByRole('button', { name: 'Zum Plan' }).click();
    await page.getByRole('checkbox', { name: /^Besichtigung vereinbaren/ }).click();
    await expect(page.getByText(`erledigt am ${formatDay(today())}`)).toBeVisible();
    await page.locator('.page-actions').getByRole('button', { name: 'Abschließen' }).click();
    await expect(dialog.getByLabel('Wie geht es weiter?')).toHaveValue('Sie meldet sich bei Bedarf.');
  });

  await test.step('der andere entfällt hier ausdrücklich, und der Fall ist abgeschlossen', async () => {
    await dialog.getByLabel('1 offenen Schritt oder Aufgabe als entfallen abschließen').check();
    await dialog.getByRole('button', { name: 'Fall abschließen' }).click();
    await expect(page.getByText('Der Status ist geändert.')).toBeVisible();
    const schritt = page.locator('.plan-step').filter({ hasText: 'Wohnberechtigungsschein' });
    await expect(schritt).toContainText(`entfallen seit ${formatDay(today())}`);
  });
});

/** The paper behind a language of the menu, opened as a click on it would. */
async function drucke(scope: Page | Locator, sprache: string) {
  await scope.getByRole('button', { name: 'Mit weiterer Sprache' }).first().click();
  const link = scope.getByRole('link', { name: sprache });
  await expect(link).toBeVisible();
  const page = 'page' in scope ? scope.page() : scope;
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  await page.keyboard.press('Escape');
  return readPdf(await answer.body());
}

/** Presentation forms of Arabic letters and marks as plain letters. */
function normal(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\u064B-\u065F\u0640\s]/g, '');
}

async function aendereZiel(page: Page, feld: string, worte: string): Promise<void> {
  await page.getByRole('button', { name: /^Ändern : / }).click();
  await page
    .getByRole('dialog')
    .getByLabel(feld, { exact: feld === 'Ziel' })
    .fill(worte);
  await speichereZiel(page);
}
