import { addMonths, formatDay } from '#src/platform/day.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';
import { zaehleFaelle } from './tabellen.ts';

const heute = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
const vormonat = `${addMonths(heute, -1).slice(0, 7)}-01`;

test.use({ eigeneInstallation: 'regel' });

test('M185 M400 Die Regel für „aktiv“ ändert sich ab einem Tag mit Begründung: Berichte nehmen die Regel ihres Stichtags', async ({
  page,
}) => {
  await meldeAn(page, 'koordination.unna');
  const vorher = await zaehleFaelle(page, [vormonat, heute]);

  await test.step('setzt einen statt drei Monate', async () => {
    await oeffneBereich(page, 'Regeln');
    const regel = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3, name: 'Wann ein Fall aktiv ist' }) });
    await regel.getByRole('button', { name: 'Ändern' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Monate').fill('1');
    await dialog.getByRole('button', { name: 'Regel setzen' }).click();
    await expect(dialog.getByText('Bitte prüfen Sie diese Angaben')).toBeVisible();
    await dialog.getByLabel('Begründung').fill('Beschluss des Lenkungskreises');
    await dialog.getByLabel('Gilt ab').fill(formatDay(heute));
    await dialog.getByRole('button', { name: 'Regel setzen' }).click();
    await expect(page.getByText('Die Regel ist gesetzt.')).toBeVisible();
    await expect(regel).toContainText(`gilt seit ${formatDay(heute)} · Beschluss des Lenkungskreises`);
    await regel.getByRole('button', { name: 'Frühere Fassungen' }).click();
    await expect(regel.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('nur der heutige Stichtag zählt anders, und beide Regeln stehen dabei', async () => {
    const nachher = await zaehleFaelle(page, [vormonat, heute]);
    expect(nachher[0]).toEqual(vorher[0]);
    expect(nachher[1]?.['Gesamt']).toBe(vorher[1]?.['Gesamt']);
    expect(Number(nachher[1]?.['Aktiv'])).toBeLessThan(Number(vorher[1]?.['Aktiv']));
    await expect(page.getByText(/innerhalb von 1 Monat,/)).toBeVisible();
    await expect(page.getByText(/innerhalb von 3 Monaten,/)).toBeVisible();
  });
});
