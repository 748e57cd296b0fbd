import type { Page } from '@playwright/test';
import { readPdf } from '#test/support/read-pdf.ts';
import { expect, meldeAn, test, waehle } from './support.ts';

test.use({ eigeneInstallation: 'ersuchen' });

/** The worked example of the demo: a mother who separates, with her son in the household. */
const akte = 'Vargas Quispe';

/** Another account sits down at the same screen. */
async function wechsle(page: Page, anmeldename: string): Promise<void> {
  await page.context().clearCookies();
  await meldeAn(page, anmeldename);
}

async function oeffneAntrag(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rechte der Person' }).first().click();
  await page.getByRole('link', { name: 'Auskunft und Kopie' }).first().click();
}

test('M68 M150 Eine Klientin bekommt die Kopie ihrer Akte: geprüft, geschwärzt, von einem zweiten Konto freigegeben', async ({
  page,
}) => {
  await meldeAn(page, 'casemanager.luenen');
  await test.step('der Antrag wird in der Akte aufgenommen', async () => {
    await page.goto('/k/unna/fall');
    await page
      .getByRole('link', { name: new RegExp(akte) })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Einwilligungen' }).click();
    await page.getByRole('button', { name: 'Antrag aufnehmen' }).click();
    await waehle(page, 'Auskunft und Kopie');
    await page.getByLabel('In den Worten der Person').fill('Alles, was Sie über mich haben.');
    await page.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
    await expect(page.getByText('Der Antrag ist aufgenommen, die Frist läuft.')).toBeVisible();
    await page.getByRole('link', { name: 'Auskunft und Kopie' }).click();
    await expect(page.getByText('im Plan').first()).toBeVisible();
  });

  await test.step('Identität, Zusammenstellung, Prüfung', async () => {
    await page.getByRole('button', { name: 'Identität prüfen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Identität prüfen' }).click();
    await page.getByRole('button', { name: 'Kopie zusammenstellen' }).click();
    await expect(page.getByText(/Einträge zusammengestellt/)).toBeVisible();
    await page.locator('summary', { hasText: 'Haushalt' }).click();
    await expect(page.locator('del', { hasText: 'Mateo' })).toBeVisible();
    const person = page.locator('details', { has: page.locator('summary', { hasText: /^Person/ }) });
    await person.locator('summary').click();
    await person.getByRole('button', { name: /^Schwärzen/ }).click();
    await page.getByLabel('Welche Angabe?').selectOption({ label: 'Case Manager*in' });
    await page.getByRole('dialog').getByRole('button', { name: 'Schwärzen' }).click();
    await expect(page.locator('del', { hasText: 'Yasemin' })).toBeVisible();
    await page.getByRole('button', { name: 'Antwort vorbereiten' }).click();
    await page.getByRole('button', { name: 'Vorbereiten und zur Freigabe geben' }).click();
    await expect(page.getByText('wartet auf Freigabe')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Freigeben' })).toHaveCount(0);
  });

  await test.step('die Leitung sieht Zahlen und Gründe, keinen Namen, und gibt frei', async () => {
    await wechsle(page, 'leitung.luenen');
    await oeffneAntrag(page);
    await expect(page.getByText('Was die Kopie umfasst').first()).toBeVisible();
    await expect(page.getByText(akte)).toHaveCount(0);
    await page.getByRole('button', { name: 'Freigeben' }).click();
    await expect(page.getByText('Freigegeben. Die Antwort kann zur Person.')).toBeVisible();
  });

  await test.step('das PDF öffnet sich und nennt keine Dritten', async () => {
    await wechsle(page, 'casemanager.luenen');
    await oeffneAntrag(page);
    const link = page.getByRole('link', { name: 'Kopie zum Lesen (PDF)' });
    const file = await page.request.get((await link.getAttribute('href')) ?? '');
    const paper = await readPdf(await file.body());
    expect(paper.title).toContain('Auskunft nach Art. 15 DSGVO');
    expect(paper.text).toContain(akte);
    expect(paper.text).not.toContain('Mateo');
    await page.getByRole('button', { name: 'Übergabe festhalten' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Übergabe festhalten' }).click();
    await expect(page.getByText('Festgehalten. Der Antrag ist fertig.')).toBeVisible();
  });
});
