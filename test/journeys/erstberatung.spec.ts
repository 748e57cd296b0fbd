import type { Locator, Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { benenne } from './einwilligung-support.ts';
import { expect, meldeAn, test } from './support.ts';

const konto = 'casemanager.luenen';
const anfrage = (nummer: number) => demoId('unna', 'anfrage', konto, String(nummer));
const bogen = (nummer: number) => `/k/unna/anfrage/${anfrage(nummer)}/erstberatung`;

test('M124 M125 Der Screening-Bogen wird im Gespräch allein mit der Tastatur ausgefüllt', async ({
  page,
}) => {
  await meldeAn(page, konto);
  await benenne(page, anfrage(4));
  await page.goto(bogen(4));
  const tasten = page.keyboard;
  await expect(page.getByLabel('Tag des Gesprächs')).toBeFocused();

  await test.step('Gespräch und Anliegen', async () => {
    await schreibe(page, page.getByLabel('Dauer in Minuten'), '50');
    await geheZu(page, page.getByRole('radio', { name: 'niemand' }));
    await tasten.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Ehrenamt' })).toBeChecked();
    await schreibe(page, page.getByLabel('Anliegen'), 'Kündigung der Wohnung');
    await schreibe(page, page.getByLabel('Wunsch, in den Worten der Person'), 'Ich möchte hier bleiben');
  });

  await test.step('Einschätzung mit Ziffern und Pfeilen', async () => {
    const zeilen = page.locator('.need-rating');
    await geheZu(page, zeilen.first().locator('input:checked'));
    const anzahl = await zeilen.count();
    expect(anzahl).toBeGreaterThanOrEqual(12);
    for (let zeile = 0; zeile < anzahl; zeile += 1) {
      await tasten.press(['1', '2', '1', '1'][zeile] ?? (zeile === 5 ? '3' : '0'));
      if (zeile === 0) {
        await tasten.press('Tab');
        for (let schritt = 0; schritt < 4; schritt += 1) await tasten.press('ArrowRight');
        await tasten.press('Space');
        await expect(zeilenHilfe(page).getByLabel('Behörde', { exact: true })).toBeChecked();
        await tasten.press('Shift+Tab');
      }
      await tasten.press('ArrowDown');
    }
    await expect(zeilen.nth(1).getByLabel('schwerwiegend')).toBeChecked();
    await expect(zeilen.nth(4).getByLabel('kein Bedarf')).toBeChecked();
    await schreibe(page, page.getByLabel('Beteiligte Institutionen'), '2');
  });

  await test.step('Haushalt, Sprache, Aufenthalt, Leistungen', async () => {
    await schreibe(page, page.getByLabel('Personen im Haushalt'), '4');
    await schreibe(page, page.getByLabel('davon Kinder'), '2');
    await schreibe(page, page.getByLabel('Einreise'), '112021');
    await geheZu(page, page.getByRole('radio', { name: 'ohne Angabe' }));
    await tasten.press('ArrowRight');
    await tasten.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Alphabetisierung nötig' })).toBeChecked();
    await schreibe(page, page.getByRole('combobox', { name: 'Aufenthaltstitel' }), 'Duldung (recht');
    await tasten.press('Enter');
    await schreibe(page, page.getByLabel('Gültig bis'), '01.09.2031');
    await geheZu(page, page.getByLabel('Leistungsbezug', { exact: true }));
    await tasten.type('Asyl');
    await geheZu(page, page.getByRole('group', { name: 'Rechtskreise' }).getByRole('checkbox').first());
    await tasten.press('ArrowLeft');
    await tasten.press('Space');
    await geheZu(page, page.getByLabel('Mietschulden'));
    await tasten.press('Space');
    await schreibe(page, page.getByLabel('Potenzial Sprache'), 'lernt schnell');
    await geheZu(page, page.getByRole('radio', { name: 'nicht eingeschätzt' }));
    await tasten.press('ArrowRight');
    await expect(page.getByRole('radio', { name: /^Stufe 0/ })).toBeChecked();
  });

  await test.step('der Vorschlag steht mit seinem Grund da, die Fachkraft entscheidet', async () => {
    await expect(page.locator('.proposal')).toContainText('Case Management');
    await expect(page.locator('.proposal')).toContainText('Bedarf in 4 Lebensbereichen; ab 3');
    await geheZu(page, page.getByRole('radio', { name: 'noch offen' }));
    await tasten.press('ArrowLeft');
    await expect(page.getByRole('radio', { name: 'Case Management', exact: true })).toBeChecked();
    await tasten.press('Control+Enter');
  });

  await expect(page.getByText(/Der Bogen ist gespeichert\. Folgetermin bis \d\d\.\d\d\.\d{4}/)).toBeVisible();
  await test.step('M110 die Seite der Anfrage nennt den letzten Tag für den Folgetermin', async () => {
    await expect(page.getByRole('link', { name: /^Folgetermin bis/ })).toHaveAttribute(
      'href',
      /kalender\?anfrage=/,
    );
  });
  await test.step('alles steht wieder da', async () => {
    await page.goto(bogen(4));
    await expect(page.getByLabel('Anliegen')).toHaveValue('Kündigung der Wohnung');
    await expect(page.getByLabel('Einreise')).toHaveValue('11.2021');
    await expect(page.getByRole('combobox', { name: 'Aufenthaltstitel' })).toHaveValue(
      /^Duldung \(rechtliche/,
    );
    await expect(zeilenHilfe(page).getByLabel('Behörde', { exact: true })).toBeChecked();
  });
});

test('Ohne Einwilligung fragt der Bogen nur die Einschätzung und sagt, warum', async ({ page }) => {
  await meldeAn(page, konto);
  await page.goto(bogen(3));
  await expect(page.getByText('Ohne Einwilligung nur die Einschätzung')).toBeVisible();
  for (const name of ['Anliegen', 'Wunsch, in den Worten der Person', 'Einreise', 'Potenzial Sprache']) {
    await expect(page.getByLabel(name)).toHaveCount(0);
  }
  await expect(page.getByText('Gefährdungsabschätzung')).toHaveCount(0);
  await page.getByRole('radio', { name: 'ja, geklärt' }).check();
  await page.getByRole('button', { name: 'Bogen speichern' }).click();
  await expect(page.getByText('Der Bogen ist gespeichert.')).toBeVisible();
});

test('Ein abgelaufener Titel wird am Feld genannt und geht nur mit beantragter Verlängerung weiter', async ({
  page,
}) => {
  await meldeAn(page, konto);
  await benenne(page, anfrage(1));
  await page.goto(bogen(1));
  await page.getByRole('combobox', { name: 'Aufenthaltstitel' }).fill('vorübergehender Schutz');
  await page.keyboard.press('Enter');
  await page.getByLabel('Gültig bis').fill('04.03.2024');
  await page.getByLabel('Einreise').fill('13.2021');
  await page.getByRole('button', { name: 'Bogen speichern' }).click();
  await expect(page.locator('.field-error')).toHaveText('Bitte Monat und Jahr eingeben, etwa 11.2021.');
  await page.getByLabel('Einreise').fill('11.2021');
  await page.getByRole('button', { name: 'Bogen speichern' }).click();
  await expect(page.locator('.field-error')).toHaveText(/^Dieser Titel ist abgelaufen\./);
  await page.getByLabel(/^Verlängerung beantragt/).check();
  await page.getByRole('button', { name: 'Bogen speichern' }).click();
  await expect(page.getByText(/Der Bogen ist gespeichert/)).toBeVisible();
});

function zeilenHilfe(page: Page): Locator {
  return page.locator('.need-help').first();
}

/** Goes to a field with the Tab key and types over what stands in it. */
async function schreibe(page: Page, field: Locator, text: string): Promise<void> {
  await geheZu(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Presses Tab until the control has the focus. */
async function geheZu(page: Page, control: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}
