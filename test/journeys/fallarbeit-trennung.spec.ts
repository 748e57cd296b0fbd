import type { Page } from '@playwright/test';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import {
  amTag,
  halteFest,
  oeffneTeil,
  schaetzeEin,
  speichereZiel,
  unterschreibeGemeinsam,
} from './fallarbeit-support.ts';
import { expect, test, waehle } from './support.ts';
import {
  fuelleAnfrage,
  fuelleBogen,
  nimmAuf,
  sendeAnfrage,
  unterschreibe,
  zeichneUnterschrift,
} from './zugang-support.ts';

test.use({ eigeneInstallation: 'trennung' });
test.afterEach(({ installation }) => installation.setClock(undefined));

const cm = 'casemanager.luenen';
const rosa = { familienname: 'Huamán Ríos', vorname: 'Rosa Elena', geboren: '14.09.1990' };
const wohnung = 'Eine eigene Wohnung beziehen';
const unterhalt = 'Den Anspruch auf Unterhalt klären';
const arbeit = 'Eine sozialversicherungspflichtige Beschäftigung aufnehmen';
const wohnungshilfe = 'Wohnungshilfe und Prävention';
const tag = (nummer: number) => addDays(today(), nummer);

test.describe.serial('Trennung, Wohnen, Unterhalt, Arbeit', () => {
  let akte = '';

  test('M156 M157 M159 M160 M174 Vom ersten Anklopfen bis zum Plan, den beide unterschreiben', async ({
    page,
    installation,
  }) => {
    await amTag(page, installation, tag(1), cm);
    await fuelleAnfrage(page, 'unna', {
      zugang: 'Institution oder Beratungsstelle',
      stelle: 'Frauen- und Mädchenberatung Kreis Unna',
      kommune: 'Lünen',
      bereiche: ['Wohnen', 'Arbeit'],
      sprache: 'spa',
    });
    await sendeAnfrage(page);
    const anfrage = new URL(page.url()).pathname;
    await fuelleBogen(page, anfrage, {
      bedarf: ['Wohnen', 'Leistungsbezug/Finanzen', 'Arbeit'],
      entscheidung: 'Case Management',
    });
    await page.getByRole('button', { name: 'Bogen speichern' }).click();
    await expect(page.getByText(/^Der Bogen ist gespeichert/)).toBeVisible();
    await unterschreibe(page, anfrage, rosa);
    await page.goto(anfrage);
    await page.getByRole('link', { name: 'Fall aufnehmen' }).click();
    await waehle(page, 'weiblich');
    await page.getByRole('combobox', { name: 'Herkunftsland' }).fill('Peru');
    await page.getByRole('option', { name: 'Peru' }).click();
    akte = await nimmAuf(page);

    await test.step('Das Assessment beginnt mit dem, was der Bogen weiß, und fragt die eigene Sicht', async () => {
      await steht(page, 'Assessment');
      await page.getByRole('link', { name: 'Zum Assessment' }).click();
      await page.getByRole('button', { name: 'Assessment beginnen' }).click();
      await expect(einschaetzung(page, 'Wohnen').getByLabel('Bedarf', { exact: true })).toBeChecked();
      await schaetzeEin(page, 'Wohnen', 'dringend', 'Bedarf');
      await schaetzeEin(page, 'Arbeit', 'Bedarf', 'dringend');
      await page.getByRole('button', { name: /Ressourcen und Worte: Wohnen/ }).click();
      await waehle(page.getByRole('radiogroup', { name: 'Soziale Ressourcen: Wohnen' }), 'vorhanden');
      await page.getByLabel('Welche?').fill('Eine Nachbarin hilft beim Umzug');
      await page.getByLabel('In eigenen Worten').fill('Eine Tür, die ich selbst abschließe.');
      await page.getByLabel('Finanziell', { exact: true }).selectOption('1');
      await page.getByLabel('Sozial', { exact: true }).selectOption('2');
      await page.getByRole('button', { name: 'Runde abschließen' }).click();
      const zeile = page.getByRole('row', { name: /^Wohnen/ });
      await expect(zeile).toContainText('sieht es anders');
      await expect(zeile).toContainText('Eine Nachbarin hilft beim Umzug');
    });

    await test.step('Aus einem Bedarf wird mit einer Vorlage ein Ziel in ihren Worten', async () => {
      await page.getByRole('link', { name: 'Ziel daraus machen: Wohnen' }).click();
      await fuelleZiel(page, { vorlage: wohnung, worte: 'Eine Tür, die ich selbst abschließe.' });
      await speichereZiel(page);
      await page.getByRole('button', { name: 'Ziel hinzufügen' }).click();
      await fuelleZiel(page, { bereich: 'Leistungsbezug/Finanzen', vorlage: unterhalt });
      await nenneDritte(page, 'Anwältin');
      await speichereZiel(page);
      await page.getByRole('button', { name: 'Ziel hinzufügen' }).click();
      await fuelleZiel(page, { bereich: 'Arbeit', vorlage: arbeit });
      await page.getByRole('button', { name: 'Ziel speichern' }).click();
      await expect(page.locator('.error-summary')).toContainText('Wer ist gemeint?');
      await nenneDritte(page, 'Jobcenter');
      await speichereZiel(page);
      await expect(page.getByRole('list', { name: 'Ziele', exact: true }).getByRole('heading')).toHaveCount(
        3,
      );
      await page.goto(akte);
      await expect(page.locator('.next')).toContainText('unterschrieben ist er noch nicht');
    });

    await amTag(page, installation, tag(8), cm);
    await test.step('Beide unterschreiben auf dem Bildschirm; das friert die Fassung ein', async () => {
      await oeffneTeil(page, akte, 'Hilfeplan');
      await page.getByRole('link', { name: 'Gemeinsam unterschreiben' }).click();
      await unterschreibeGemeinsam(page);
      await expect(page.getByText('Fassung 1 ist unterschrieben.')).toBeVisible();
      const fassung = page.getByRole('row', { name: /Fassung 1/ });
      await expect(fassung).toContainText(`unterschrieben am ${formatDay(tag(8))}`);
      await expect(fassung).toContainText('Ratsuchende*r');
      await expect(fassung).toContainText('Fachkraft');
      await page.goto(akte);
      await steht(page, 'Vermittlung');
    });
  });

  test('M156 M163 M164 M167 M170 M176 Von der Vermittlung über die erreichten Ziele zum Re-Assessment', async ({
    page,
    installation,
  }) => {
    await amTag(page, installation, tag(9), cm);
    await test.step('Ohne Schweigepflichtsentbindung geht nichts hinaus, mit ihr genau das Gezeigte', async () => {
      await page.goto(akte);
      await page.getByRole('link', { name: 'Zu den Vermittlungen' }).click();
      await vermittle(page);
      await expect(page.getByText(/^Es fehlt die Schweigepflichtsentbindung für/)).toBeVisible();
      await page.getByRole('link', { name: 'Zu den Entbindungen' }).click();
      await entbinde(page, tag(188));
      await page.getByRole('tab', { name: /^Vermittlung/ }).click();
      await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.locator('.vermittlung-schreiben')).toContainText('Rosa Elena');
      await dialog.getByRole('button', { name: 'Vermitteln' }).click();
      await expect(page.getByRole('dialog', { name: /Schreiben an die Stelle/ })).toBeVisible();
      await page.keyboard.press('Escape');
      await melde(page, 'angenommen');
    });

    await test.step('Zum Jobcenter, das selbst Fälle führt, ist es ein Verweis', async () => {
      await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
      await vermittle(page, 'Arbeit', 'Integrationsfachkräfte');
      await expect(page.getByText('Hierhin ist nur ein Verweis möglich')).toBeVisible();
      await page.getByRole('button', { name: 'Als Verweis notieren' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Verweis notieren' }).click();
      await expect(page.getByText('Der Verweis ist notiert.')).toBeVisible();
      await expect(reihe(page, wohnungshilfe)).toContainText('Vermittlung');
      await expect(reihe(page, 'Integrationsfachkräfte')).toContainText('ausgehändigt');
    });

    await amTag(page, installation, tag(60), cm);
    await test.step('Ein Kontakt hält fest, wie es weitergeht', async () => {
      await page.goto(akte);
      await steht(page, 'Monitoring');
      await page.locator('main h1').focus();
      await page.keyboard.press('k');
      const dialog = page.getByRole('dialog', { name: 'Kontakt erfassen' });
      await waehle(dialog, 'Wohnen');
      await dialog.getByLabel('Notiz').fill('Der Mietvertrag liegt zur Unterschrift bereit.');
      await dialog.getByRole('button', { name: 'Speichern', exact: true }).click();
      await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();
      await oeffneTeil(page, akte, /^Vermittlung/);
      await melde(page, 'begonnen');
      await melde(page, 'begonnen', 'Integrationsfachkräfte');
    });

    await amTag(page, installation, tag(120), cm);
    await test.step('Die Vermittlung endet mit Ergebnis, die Ziele sind mit Tag erreicht', async () => {
      await oeffneTeil(page, akte, /^Vermittlung/);
      for (const angebot of [wohnungshilfe, 'Integrationsfachkräfte']) {
        await reihe(page, angebot)
          .getByRole('button', { name: /^Rückmeldung/ })
          .click();
        await page.getByRole('button', { name: 'beendet …' }).click();
        await waehle(page.getByRole('dialog'), 'erreicht');
        await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await expect(reihe(page, wohnungshilfe)).toContainText(`beendet seit ${formatDay(tag(120))}`);
      await page.getByRole('tab', { name: 'Hilfeplan' }).click();
      const schritte = page.locator('.plan-step input');
      await expect(schritte).toHaveCount(9);
      for (const schritt of await schritte.all()) {
        await schritt.click();
        await expect(schritt).toBeChecked();
      }
      for (const ziel of [wohnung, unterhalt, arbeit]) await halteFest(page, ziel, 'erreicht');
      await expect(page.getByText(`erreicht am ${formatDay(tag(120))}`)).toHaveCount(3);
      await expect(page.getByText('3 von 3')).toBeVisible();
      await page.goto(akte);
      await steht(page, 'Re-Assessment');
    });

    await test.step('Das Re-Assessment zeigt, was bearbeitet wurde und was geblieben ist', async () => {
      await page.getByRole('link', { name: 'Zum Assessment' }).click();
      await page.getByRole('button', { name: 'Re-Assessment beginnen' }).click();
      await schaetzeEin(page, 'Wohnen', 'kein Bedarf', 'kein Bedarf');
      await schaetzeEin(page, 'Arbeit', 'kein Bedarf', 'kein Bedarf');
      for (const bereich of ['Wohnen', 'Arbeit', 'Leistungsbezug/Finanzen']) {
        await waehle(page.getByRole('radiogroup', { name: `Wurde ${bereich} bearbeitet?` }), 'ja');
      }
      await page.getByLabel('Finanziell', { exact: true }).selectOption('4');
      await page.getByRole('button', { name: 'Runde abschließen' }).click();
      await expect(page.getByText('Wohnen: gedeckt')).toBeVisible();
      await expect(page.getByText('Stufe 4, zuvor 1')).toBeVisible();
      await expect(page.getByRole('img', { name: /Profil über die Lebensbereiche/ })).toBeVisible();
      await page.goto(akte);
      await expect(page.getByText(`Runde 2, seit ${formatDay(tag(120))}`)).toBeVisible();
    });
  });

  test('M176 M189 M193 M194 M357 Abschluss, Rückkehr in eine neue Begleitung, Fallbeispiel ohne Namen', async ({
    page,
    installation,
  }) => {
    await amTag(page, installation, tag(130), cm);
    await test.step('Der Abschluss mit gemeinsamem Gespräch, erreichten Zielen und dem nächsten Schritt', async () => {
      await page.goto(akte);
      await page.locator('.page-actions').getByRole('button', { name: 'Abschließen' }).click();
      const dialog = page.getByRole('dialog', { name: 'Fall abschließen' });
      await expect(dialog).toContainText('3 von 3 Zielen sind erreicht.');
      await dialog.getByLabel('Grund').selectOption({ label: 'Hilfebedarfe bearbeitet' });
      await waehle(dialog, 'gemeinsam, persönlich');
      await dialog.getByLabel('Was wurde erreicht?').fill('Sie regelt ihre Post selbst.');
      await dialog.getByLabel('Wie geht es weiter?').fill('Sie beantragt die Einbürgerung.');
      await dialog.getByRole('button', { name: 'Fall abschließen' }).click();
      await expect(page.getByText('Der Status ist geändert.')).toBeVisible();
      await pruefeAbschluss(page);
      await expect(phase(page, 'Abschluss')).toContainText(`erledigt${formatDay(tag(130))}`);
    });

    await amTag(page, installation, tag(200), cm);
    await test.step('Sie kommt zurück: neue Begleitung, der alte Abschluss bleibt, die offene Zeit stimmt', async () => {
      await page.goto(akte);
      await page.locator('.next').getByRole('button', { name: 'Wiederaufnehmen' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Fall wieder aufnehmen' }).click();
      await expect(page.getByText(`2. Begleitung: seit ${formatDay(tag(200))}`)).toBeVisible();
      await expect(
        page.getByText(`1. Begleitung: ${formatDay(tag(1))} bis ${formatDay(tag(130))}`),
      ).toBeVisible();
      // 129 days of the first episode and the first one of the second.
      await expect(page.getByText('130 Tage begleitet')).toBeVisible();
      await pruefeAbschluss(page);
    });

    await test.step('Das Fallbeispiel kennt weder Name noch Ort und geht zur Prüfung', async () => {
      await page.getByRole('link', { name: 'Fallbeispiel schreiben' }).click();
      const lage = page.getByLabel('Wer und in welcher Lage');
      await expect(lage).toHaveValue(/^Frau zwischen 30 und 39 Jahren aus Südamerika\n/);
      await expect(page.getByLabel('Erreichte Ziele')).toHaveValue([wohnung, unterhalt, arbeit].join('\n'));
      await page.getByLabel('Nächster Schritt').fill('Rosa beantragt die Einbürgerung in Lünen');
      await page.getByRole('button', { name: 'Zur Prüfung geben' }).click();
      await expect(page.locator('.bericht-marken mark')).toHaveText(['Rosa', 'Lünen']);
      await page.getByLabel('Nächster Schritt').fill('Sie beantragt die Einbürgerung');
      await page.getByRole('button', { name: 'Zur Prüfung geben' }).click();
      await expect(page.getByText('Zur Prüfung gegeben.')).toBeVisible();
    });

    await amTag(page, installation, tag(201), 'koordination.unna');
    await test.step('Erst nach der Freigabe durch die Koordination verlässt es den Kreis', async () => {
      await page.goto('/k/unna/erfolgsbericht');
      await expect(page.getByRole('main')).toContainText('Frau zwischen 30 und 39 Jahren aus Südamerika');
      expect(await page.getByRole('main').innerText()).not.toMatch(/Rosa|Huamán|Peru|Lünen|UN-\d/);
      await page.getByRole('button', { name: /^Freigeben/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
      await expect(page.getByText(/^freigegeben am /)).toBeVisible();
      await expect(page.getByRole('link', { name: 'Alle drucken (PDF)' })).toBeVisible();
    });
  });
});

function phase(page: Page, name: string) {
  const pfad = page.getByRole('region', { name: 'Regelkreis' });
  return pfad.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
}

/** The path names the phase at which the case stands. */
async function steht(page: Page, name: string): Promise<void> {
  await expect(phase(page, name)).toHaveAttribute('aria-current', 'step');
}

function einschaetzung(page: Page, bereich: string) {
  return page.getByRole('radiogroup', { name: `Einschätzung: ${bereich}`, exact: true });
}

interface ZielEingabe {
  readonly bereich?: string;
  readonly vorlage: string;
  readonly worte?: string;
}

async function fuelleZiel(page: Page, { bereich, vorlage, worte }: ZielEingabe): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Neues Ziel' });
  if (bereich !== undefined) await dialog.getByLabel('Lebensbereich').selectOption({ label: bereich });
  await dialog.getByLabel('Mit einer Vorlage beginnen').selectOption({ label: vorlage });
  await expect(dialog.getByLabel('Ziel', { exact: true })).toHaveValue(vorlage);
  if (worte !== undefined) await dialog.getByLabel('In eigenen Worten').fill(worte);
}

/** Names whoever outside does the step that a template leaves open. */
async function nenneDritte(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('oder Name').fill(name);
}

async function vermittle(page: Page, bereich = 'Wohnen', angebot = wohnungshilfe): Promise<void> {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) === 0)
    await page.getByRole('button', { name: 'Vermitteln', exact: true }).click();
  await dialog.getByLabel('Lebensbereich').selectOption({ label: bereich });
  await dialog.getByRole('combobox', { name: /^Angebot/ }).fill(angebot.slice(0, 12));
  await page.getByRole('option', { name: new RegExp(angebot) }).click();
}

/** Has the person release the Sozialamt on the screen. */
async function entbinde(page: Page, bis: string): Promise<void> {
  await page.getByRole('button', { name: 'Neue Schweigepflichtsentbindung' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Entbindung' });
  await dialog.getByRole('combobox', { name: 'Mit wem?' }).fill('Stadt Lünen, Soz');
  await page.getByRole('option', { name: /Stadt Lünen, Sozialamt/ }).click();
  await waehle(dialog, 'Vermittlung');
  await waehle(dialog, 'Kontaktdaten');
  await waehle(dialog, 'wir der Stelle');
  await dialog.getByLabel('Gilt bis einschließlich').fill(formatDay(bis));
  await zeichneUnterschrift(page, dialog.locator('canvas.signature'));
  await dialog.getByRole('button', { name: 'Entbindung speichern' }).click();
  await expect(page.getByText('Die Schweigepflichtsentbindung ist gespeichert.')).toBeVisible();
}

function reihe(page: Page, angebot: string) {
  return page.locator('.vermittlung-row').filter({ hasText: angebot });
}

/** What an office answered, in two clicks. */
async function melde(page: Page, stand: string, angebot = wohnungshilfe): Promise<void> {
  await reihe(page, angebot)
    .getByRole('button', { name: /^Rückmeldung/ })
    .click();
  await page.getByRole('button', { name: stand, exact: true }).click();
  await expect(reihe(page, angebot).getByRole('button', { name: stand, exact: true })).toHaveCount(0);
  await expect(page.getByText(`Eingetragen: ${stand}.`).first()).toBeVisible();
}

async function pruefeAbschluss(page: Page): Promise<void> {
  const karte = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Abschluss', exact: true }) });
  for (const worte of [
    `${formatDay(tag(130))}: Hilfebedarfe bearbeitet`,
    `gemeinsam, persönlich, am ${formatDay(tag(130))}`,
    '3 von 3 Zielen sind erreicht.',
    'Sie regelt ihre Post selbst.',
    'Sie beantragt die Einbürgerung.',
  ])
    await expect(karte).toContainText(worte);
}
