import type { Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { trennung } from '#src/demo/data/fallbeispiel-trennung.ts';
import { today } from '#src/platform/day.ts';
import { kontaktEingabeBeispiel } from '#test/support/kontakt.ts';
import { naughtyStrings } from '#test/support/naughty-strings.ts';
import { oeffneTeil } from './fallarbeit-support.ts';
import { expect, meldeAn, test } from './support.ts';

test.use({ eigeneInstallation: 'texte' });

/** What would run if the page took it for anything but text. */
const faengt = naughtyStrings.filter((text) =>
  /script|onerror|onload|javascript:|alert|constructor|#eval/i.test(text),
);

test('Was wie ein Programm aussieht, steht als Text in der Akte und tut nichts', async ({ page }) => {
  const dialoge: string[] = [];
  page.on('dialog', (dialog) => {
    dialoge.push(dialog.message());
    void dialog.dismiss();
  });
  await meldeAn(page, 'casemanager.luenen');
  const fallId = demoId('unna', trennung.schluessel, 'fall');
  const fall = `/api/kreis/unna/fall/${fallId}`;
  const text = faengt.slice(0, 20).join('\n');
  await schreibe(page, `${fall}/beratungskontakt`, { ...kontaktEingabeBeispiel, am: today(), notiz: text });
  await schreibe(page, `${fall}/aufgabe`, { text, faelligAm: today(), zustaendigId: null });
  await schreibe(page, `${fall}/notiz`, { text, ebene: 'fall' });
  await schreibe(page, `${fall}/hilfeplan/ziel`, {
    lebensbereich: 'wohnen',
    text: faengt[1],
    worte: faengt[2],
    indikator: faengt[3],
    prioritaet: 1,
    bisWann: null,
    schritt: [],
  });
  for (const reiter of [/Kontakte/, /Aufgaben/, /Hilfeplan/, /Verlauf/, /Überblick/]) {
    await oeffneTeil(page, `/k/unna/fall/${fallId}`, reiter);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    if (!/Verlauf|Überblick/.test(String(reiter)))
      await expect(page.getByText(faengt[1]!.trim()).filter({ visible: true }).first()).toBeVisible();
  }
  expect(dialoge).toEqual([]);
  await expect(page.locator('main script, main iframe, main [onerror], main [onload]')).toHaveCount(0);
});

async function schreibe(page: Page, path: string, body: unknown): Promise<void> {
  const { origin } = new URL(page.url());
  const reply = await page.request.post(`${origin}${path}`, { data: body });
  expect([reply.status(), await reply.text()]).toEqual([201, expect.any(String)]);
}
