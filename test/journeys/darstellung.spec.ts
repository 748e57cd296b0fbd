import { expect, meldeAn, oeffneMenue, test, waehle } from './support.ts';

test('Die Case Managerin stellt auf Englisch um, und die Wahl gilt bei der nächsten Anmeldung noch', async ({
  page,
  browser,
  baseURL,
}) => {
  await meldeAn(page, 'casemanager.selm');
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Tag' })).toBeVisible();
  await oeffneMenue(page, 'Ines Dahlmann');
  await waehle(page, 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
  await expect(page).toHaveTitle('My day · Lotse');

  await test.step('an einem anderen Rechner', async () => {
    const other = await browser.newContext({
      locale: 'de-DE',
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const otherPage = await other.newPage();
    await meldeAn(otherPage, 'casemanager.selm', { bereiche: 'Sections' });
    await expect(otherPage.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
    await other.close();
  });
});

test('Dunkle Farben gelten sofort, auf jeder Seite und beim nächsten Besuch', async ({ page }) => {
  await meldeAn(page, 'casemanager.kamen');
  const hintergrund = page.locator('html');
  const hell = await hintergrund.evaluate((html) => getComputedStyle(html).backgroundColor);
  await oeffneMenue(page, 'Julia Sommerfeld');
  await waehle(page, 'dunkel');
  await expect(hintergrund).not.toHaveCSS('background-color', hell);
  await expect(hintergrund).toHaveAttribute('data-kern-theme', 'dark');
  const dunkel = await hintergrund.evaluate((html) => getComputedStyle(html).backgroundColor);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(hintergrund).toHaveCSS('background-color', dunkel);
});
