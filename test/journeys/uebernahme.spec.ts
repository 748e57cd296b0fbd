import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { fallRow, workbook } from '#test/support/workbook.ts';
import { expect, meldeAn, oeffneBereich, test } from './support.ts';

const rheine = fileURLToPath(new URL('../fixtures/rheine-2023-04.xlsx', import.meta.url));

test('M361 Die Koordinatorin liest die Arbeitsmappe ein, sieht vorher, was geschieht, und nimmt sie wieder zurück', async ({
  page,
}) => {
  await meldeAn(page, 'koordination.rheine');
  await oeffneBereich(page, 'Übernahme');
  await waehleDatei(page, rheine);
  await expect(page.getByText('21 von 21 Spalten')).toBeVisible();
  await expect(page.getByLabel('Regionalbereich')).toHaveValue('rheine');
  await page.getByRole('button', { name: 'Vorschau ansehen' }).first().click();

  await expect(page.getByRole('row', { name: /^Fälle CM/ })).toContainText('84');
  await expect(page.getByRole('row', { name: /^Sonstige Kontakte/ })).toContainText('86');
  await expect(page.getByText('abgelehnt', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Zellen? w(ird|erden) abgelehnt/ })).toHaveCount(0);
  await page.getByRole('button', { name: '170 Zeilen übernehmen' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Bericht: rheine-2023-04.xlsx' })).toBeVisible();
  await expect(page.getByText('Keine Zelle wurde abgelehnt.')).toBeVisible();
  await oeffneBereich(page, 'Fälle');
  await expect(page.getByText(/\b84\b/).first()).toBeVisible();

  await test.step('ein zweites Mal gibt es nichts zu tun', async () => {
    await oeffneBereich(page, 'Übernahme');
    await waehleDatei(page, rheine);
    await page.getByRole('button', { name: 'Vorschau ansehen' }).first().click();
    await expect(page.getByRole('heading', { name: 'Alles ist schon da' })).toBeVisible();
    await page.getByRole('button', { name: 'Zurück zu den Spalten' }).click();
    await page.getByRole('button', { name: 'Andere Datei' }).first().click();
  });

  await test.step('und alles lässt sich zurücknehmen', async () => {
    await page
      .getByRole('row', { name: /rheine-2023-04/ })
      .getByRole('button', { name: 'Zurücknehmen' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect(page.getByText('Die Übernahme ist zurückgenommen.')).toBeVisible();
    await expect(page.getByRole('row', { name: /rheine-2023-04/ })).toContainText('zurückgenommen');
  });
});

test('M361 Abgelehnte Zellen heißen wie in der Tabelle, unbekannte Werte lassen sich zuordnen', async ({
  page,
}) => {
  await meldeAn(page, 'koordination.steinfurt');
  await page.goto('/k/steinfurt/uebernahme');
  const rows = [
    fallRow('Z-1'),
    fallRow('Z-2', { 'Aufnahme am': '31.02.2022' }),
    fallRow('Z-3', { Herkunftsland: 'Lummerland' }),
  ];
  await waehleDatei(page, await datei('teils.xlsx', rows));
  await page.getByRole('button', { name: 'Vorschau ansehen' }).first().click();
  await expect(page.getByRole('heading', { name: '2 Zellen werden abgelehnt' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Zeile 5, Aufnahme am/ })).toContainText(
    'Das ist kein Datum, das es gibt.',
  );
  await page.getByLabel('„Lummerland“ (1-mal)').selectOption({ label: 'ohne Angabe' });
  await page.getByRole('button', { name: 'Mit dieser Zuordnung neu prüfen' }).click();
  await expect(page.getByRole('heading', { name: '1 Zelle wird abgelehnt' })).toBeVisible();
  await page.getByLabel('Als Profil merken').fill('Rheine mit Lummerland');
  await page.getByRole('button', { name: '2 Zeilen übernehmen' }).click();
  await expect(page.getByRole('heading', { name: '1 Zelle wurde abgelehnt' })).toBeVisible();

  await test.step('das Profil erkennt die nächste Ausgabe', async () => {
    await page.getByRole('link', { name: 'Alle Übernahmen' }).click();
    await waehleDatei(page, await datei('spaeter.xlsx', [...rows.slice(0, 1), ...rows.slice(2)]));
    await expect(page.getByText('Profil „Rheine mit Lummerland“ erkannt')).toBeVisible();
  });
});

test('Eine fremde Spalte wird von Hand zugeordnet; was fehlt, sagt die Seite', async ({ page }) => {
  await meldeAn(page, 'koordination.steinfurt');
  await page.goto('/k/steinfurt/uebernahme');
  const path = await datei(
    'fremd.csv',
    'Fall-Nr.;Wie heißt sie;Träger;Aufnahme am;Einwilligung vom\nY-1;Haile;Caritas;1.2.2023;1.2.2023\n',
  );
  await waehleDatei(page, path);
  await expect(page.getByText('Es fehlt noch: Familienname.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vorschau ansehen' }).first()).toBeDisabled();
  await page.getByLabel('Bedeutung von „Wie heißt sie“').selectOption({ label: 'Familienname' });
  await page.getByRole('button', { name: 'Vorschau ansehen' }).first().click();
  await expect(page.getByRole('button', { name: '1 Zeile übernehmen' })).toBeVisible();
});

test('Eine Datei, die keine ist, wird mit Grund abgelehnt', async ({ page }) => {
  await meldeAn(page, 'koordination.steinfurt');
  await page.goto('/k/steinfurt/uebernahme');
  await waehleDatei(page, await datei('kaputt.xlsx', 'PK\u0003\u0004 kaputt'));
  await expect(page.getByRole('alert')).toContainText('Die Datei ist beschädigt.');
});

async function waehleDatei(page: Page, path: string): Promise<void> {
  await test.step(`wählt ${path.split('/').at(-1)}`, async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Datei auswählen' }).click();
    await (await chooser).setFiles(path);
  });
}

async function datei(name: string, content: string | Parameters<typeof workbook>[0]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'lotse-journey-')), name);
  await writeFile(path, typeof content === 'string' ? content : await workbook(content));
  return path;
}
