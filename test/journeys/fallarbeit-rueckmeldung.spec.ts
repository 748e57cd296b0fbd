import type { Page } from '@playwright/test';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { FRIST_TAGE } from '#src/vermittlung/rules.ts';
import { amTag, entbindeFuer, nimmAufOhneSeite, oeffneTeil, sprich } from './fallarbeit-support.ts';
import { expect, meldeAn, oeffneBereich, test, waehle } from './support.ts';

test.use({ eigeneInstallation: 'rueckmeldung' });

const konto = 'casemanager.luenen';

test('M163 M164 M165 M166 M177 Ohne Entbindung geht nichts hinaus; dann schweigt die Stelle, lehnt ab, und es geht woanders weiter', async ({
  page,
  installation,
}) => {
  await meldeAn(page, konto);
  const fallId = await nimmAufOhneSeite(page, { familienname: 'Darwish', vorname: 'Sami' });
  await sprich(page, fallId);
  const akte = `/k/unna/fall/${fallId}`;
  const dialog = page.getByRole('dialog');
  const zeile = (name: string) => page.locator('.vermittlung-row').filter({ hasText: name });
  const schuldnerberatung = zeile('Schulden- und Insolvenzberatung');

  await test.step('ohne Entbindung wird abgelehnt, mit dem Ausweg; hinaus ging nichts, verloren auch nicht', async () => {
    await oeffneTeil(page, akte, 'Vermittlungen');
    await vermittle(page, 'Schulden');
    await expect(
      dialog.getByText('Es fehlt die Schweigepflichtsentbindung für Verbraucherzentrale Lünen'),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Vermitteln' }).click();
    await expect(dialog.locator('.error-summary')).toContainText('Es ist nichts hinausgegangen.');
    await dialog.getByRole('link', { name: 'Zu den Entbindungen' }).click();
    await expect(page.getByRole('tab', { name: 'Einwilligungen' })).toHaveAttribute('aria-selected', 'true');
    await oeffneTeil(page, akte, 'Vermittlungen');
    await expect(page.getByText('Noch keine Vermittlung')).toBeVisible();
  });

  await test.step('die Entbindung ist unterschrieben: Was schon gewählt war, steht noch da', async () => {
    await entbindeFuer(page, fallId, 'Verbraucherzentrale Lünen', ['kontaktdaten']);
    await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
    await expect(dialog.getByRole('combobox', { name: /^Angebot/ })).toHaveValue(/^Schulden- und Insolvenz/);
    await expect(dialog.locator('.vermittlung-schreiben')).toContainText('Sami Darwish');
    await dialog.getByRole('button', { name: 'Vermitteln' }).click();
    await expect(page.getByRole('dialog', { name: /^Schreiben an die Stelle/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(schuldnerberatung).toContainText('gesendet');
  });

  await test.step('nach der Frist erinnert Mein Tag, und die Akte nennt es als nächsten Schritt', async () => {
    await amTag(page, installation, addDays(today(), FRIST_TAGE + 1), konto);
    await oeffneBereich(page, 'Mein Tag');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Darwish, Sami' })
      .getByRole('link', { name: 'Rückmeldung fehlt' })
      .click();
    await expect(schuldnerberatung).toContainText(
      `keine Rückmeldung seit ${formatDay(addDays(today(), FRIST_TAGE))}`,
    );
    await page.getByRole('tab', { name: 'Überblick' }).click();
    await expect(page.getByText(/^Auf eine Vermittlung fehlt seit dem .* die Rückmeldung/)).toBeVisible();
    await page.getByRole('link', { name: 'Zu den Vermittlungen' }).click();
  });

  await test.step('die Stelle lehnt ab; daneben stehen Reibung und Beschleuniger, die Erinnerung ist weg', async () => {
    await schuldnerberatung.getByRole('button', { name: /^Rückmeldung/ }).click();
    await schuldnerberatung.getByRole('button', { name: 'abgelehnt …' }).click();
    await waehle(dialog, 'kein Platz frei');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect(schuldnerberatung).toContainText('kein Platz frei');
    for (const art of ['Reibung', 'Beschleuniger']) {
      await schuldnerberatung.getByRole('button', { name: 'Beobachtung' }).click();
      await schuldnerberatung.getByRole('button', { name: art }).click();
      await expect(page.getByText(`Festgehalten: ${art}.`)).toBeVisible();
    }
    await oeffneBereich(page, 'Mein Tag');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Darwish' }).filter({ hasText: 'Rückmeldung fehlt' }),
    ).toHaveCount(0);
  });

  await test.step('findet die Suche nichts, ist das mit einem Klick festgehalten; dann ein anderes Angebot', async () => {
    await oeffneTeil(page, akte, 'Vermittlungen');
    await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
    await dialog.getByLabel('Lebensbereich').selectOption('finanzen');
    await dialog.getByRole('combobox', { name: /^Angebot/ }).fill('Trauerbegleitung');
    await expect(dialog.locator('.combo-none')).toBeVisible();
    await dialog.getByRole('button', { name: 'Kein passendes Angebot' }).click();
    await expect(page.getByText('Festgehalten: Kein passendes Angebot.')).toBeVisible();
    await dialog.getByRole('combobox', { name: /^Angebot/ }).fill('Offene Sozialberatung');
    await page.getByRole('option', { name: /^Offene Sozialberatung/ }).click();
    await waehle(dialog, 'nichts, wir haben gemeinsam angerufen');
    await dialog.getByRole('button', { name: 'Vermitteln' }).click();
    await expect(zeile('Offene Sozialberatung')).toContainText('gesendet');
  });

  await test.step('zum Jobcenter, das selbst Fälle führt, nur ein Verweis; sein Ergebnis fließt zurück', async () => {
    await vermittle(page, 'Fallmanagement U25');
    await expect(dialog.getByText('Hierhin ist nur ein Verweis möglich')).toBeVisible();
    await dialog.getByRole('button', { name: 'Als Verweis notieren' }).click();
    const verweis = page.getByRole('dialog', { name: 'Verweis notieren' });
    await expect(verweis.getByRole('combobox', { name: /^Angebot/ })).toHaveValue(/^Fallmanagement U25/);
    await verweis.getByRole('button', { name: 'Verweis notieren' }).click();
    const jobcenter = zeile('Fallmanagement U25');
    await expect(jobcenter).toContainText('ausgehändigt');
    await jobcenter.getByRole('button', { name: /^Rückmeldung/ }).click();
    await jobcenter.getByRole('button', { name: 'beendet …' }).click();
    await waehle(dialog, 'teilweise erreicht');
    await dialog.getByLabel('Worte dazu').fill('Eingliederungsvereinbarung liegt vor.');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect(jobcenter).toContainText('teilweise erreicht · Eingliederungsvereinbarung liegt vor.');
  });

  await test.step('die Koordination liest alle drei Beobachtungen, aber nicht, aus welchem Fall', async () => {
    await page.context().clearCookies();
    await meldeAn(page, 'koordination.unna');
    await page.goto('/k/unna/beobachtung');
    for (const art of ['Reibung', 'Beschleuniger', 'Kein passendes Angebot']) {
      await expect(page.getByText(art, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    }
    await expect(page.getByText('bei Schulden- und Insolvenzberatung').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'zum Fall' })).toHaveCount(0);
  });
});

/** Opens the form of a referral for money and chooses an offer. */
async function vermittle(page: Page, angebot: string): Promise<void> {
  await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lebensbereich').selectOption('finanzen');
  await dialog.getByRole('combobox', { name: /^Angebot/ }).fill(angebot);
  await page.getByRole('option', { name: new RegExp(`^${angebot}`) }).click();
}
