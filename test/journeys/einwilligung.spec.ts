import type { Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { expect, meldeAn, test } from './support.ts';

const konto = 'casemanager.luenen';
const seite = (nummer: number) =>
  `/k/unna/anfrage/${demoId('unna', 'anfrage', konto, String(nummer))}/einwilligung`;

async function unterschreibe(page: Page): Promise<void> {
  const feld = page.locator('canvas.signature').last();
  await feld.scrollIntoViewIfNeeded();
  const box = await feld.boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 30, box.y + 90);
  await page.mouse.down();
  for (let schritt = 0; schritt < 12; schritt += 1) {
    await page.mouse.move(box.x + 30 + schritt * 15, box.y + 90 + (schritt % 2) * 20);
  }
  await page.mouse.up();
}

test('M143 M144 M145 M151 Einwilligung unterschreiben, eine Stelle freigeben, alles widerrufen', async ({
  page,
}) => {
  await meldeAn(page, konto);
  await page.goto(seite(5));

  await test.step('Andere Schrift und falsche Zeichen: der richtige Weg wird angeboten', async () => {
    await page.getByLabel('Familienname').fill('Шевченко');
    await page.getByRole('button', { name: 'In „Originalschrift“ übernehmen' }).click();
    await expect(page.getByLabel('Name in Originalschrift')).toHaveValue('Шевченко');
    await page.getByLabel('Familienname').fill('„Schewtschenko“');
    await page.getByRole('button', { name: 'Ersetzen durch' }).click();
    await expect(page.getByLabel('Familienname')).toHaveValue('Schewtschenko');
    await page.getByLabel('Vorname').fill('Oxana');
    await page.getByLabel('Geburtsdatum', { exact: true }).fill('1987');
  });

  await test.step('Ohne Unterschrift wird nichts gespeichert und nichts geht verloren', async () => {
    await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
    await expect(page.getByText('Im Feld ist noch keine Unterschrift.').first()).toBeVisible();
    await expect(page.getByLabel('Familienname')).toHaveValue('Schewtschenko');
  });

  await test.step('Text in zwei Sprachen, Zwecke einzeln, Unterschrift', async () => {
    await page.getByLabel('Sprache neben dem deutschen Text').selectOption('ukr');
    await expect(page.locator('.paper-text[lang=uk]').first()).toBeVisible();
    await page.locator('.purpose input').first().check();
    await page.getByLabel(/heute ausgehändigt/).check();
    await unterschreibe(page);
    await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
    await expect(page.getByText('Die Einwilligung ist gespeichert.')).toBeVisible();
  });

  await test.step('Schweigepflichtsentbindung für genau eine Stelle, danach die Weitergabe', async () => {
    await expect(page.getByRole('button', { name: 'Weitergabe vorbereiten' })).toBeDisabled();
    await page.getByRole('button', { name: 'Neue Schweigepflichtsentbindung' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Mit wem?' }).fill('Jobcenter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Wohnen').check({ force: true });
    await unterschreibe(page);
    await dialog.getByRole('button', { name: 'Entbindung speichern' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Weitergabe vorbereiten' }).click();
    await dialog.getByLabel('Wohnen').check({ force: true });
    await expect(dialog.getByLabel('Gesundheit')).toHaveCount(0);
    await dialog.getByLabel('Was die Stelle erfährt').fill('Sucht eine Wohnung.');
    await dialog.getByRole('button', { name: 'Vorbereiten', exact: true }).click();
    await expect(page.getByRole('cell', { name: 'vorbereitet' })).toBeVisible();
  });

  await test.step('Der Widerruf sagt, was geschieht, und sperrt', async () => {
    await page.getByRole('button', { name: 'Einwilligung widerrufen' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Eine Schweigepflichtsentbindung endet.');
    await expect(dialog).toContainText('Eine vorbereitete Weitergabe wird gestoppt.');
    await dialog.getByRole('button', { name: 'Weiter' }).click();
    await dialog.getByRole('button', { name: 'Jetzt widerrufen und sperren' }).click();
    await expect(page.getByText('die Angaben sind gesperrt.').first()).toBeVisible();
    await expect(page.getByText('Schewtschenko')).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Neu einwilligen' })).toBeVisible();
    await expect(page.getByText('Schewtschenko')).toHaveCount(0);
  });
});
