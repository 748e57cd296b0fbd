import type { Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { benenne } from './einwilligung-support.ts';
import { expect, waehle } from './support.ts';
import { entbinde, ersteAkte } from './zugang-support.ts';

/** A form of the way from the knock to the case: how it is opened, and what is typed until it can be sent. */
export interface Formular {
  readonly name: string;
  readonly konto: string;
  /** What has to be there before. */
  readonly bereite?: (page: Page) => Promise<void>;
  readonly oeffne: (page: Page) => Promise<void>;
  readonly tippe: (page: Page) => Promise<void>;
}

const casemanager = 'casemanager.luenen';
const koordination = 'koordination.unna';
const leitung = 'leitung.luenen';
const gestern = formatDay(addDays(today(), -1));
const bald = formatDay(addDays(today(), 20));

/** One of the Anfragen that the demo gives every case manager. */
export function anfrageDer(konto: string, nummer: number): string {
  return demoId('unna', 'anfrage', konto, String(nummer));
}

const anfrage = (nummer: number, teil = '') => `/k/unna/anfrage/${anfrageDer(casemanager, nummer)}${teil}`;

function auf(pfad: string, ...knoepfe: readonly string[]): Formular['oeffne'] {
  return async (page) => {
    await page.goto(pfad);
    for (const name of knoepfe) {
      await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
    }
    await expect(page.locator('form').last()).toBeVisible();
  };
}

/** Opens something in the file of the first case of the list. */
function inAkte(teil: string, knopf: string): Formular['oeffne'] {
  return async (page) => {
    await page.goto(`${await ersteAkte(page)}${teil}`);
    await page.getByRole('main').getByRole('button', { name: knopf }).first().click();
    await expect(page.getByRole('dialog').locator('form')).toBeVisible();
  };
}

async function benannt(page: Page): Promise<void> {
  await page.goto('/k/unna/anfrage');
  await benenne(page, anfrageDer(casemanager, 4));
}

async function waehleStelle(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill('Jobcenter');
  await page.getByRole('option', { name: 'Jobcenter Kreis Unna' }).click();
}

export const formulare: readonly Formular[] = [
  {
    name: 'Anfrage',
    konto: casemanager,
    oeffne: auf('/k/unna/anfrage/neu'),
    tippe: async (page) => {
      await waehle(page, 'direkte Ansprache');
      await page.getByLabel('Wie aufmerksam geworden').selectOption('flyer');
      await waehle(page, 'Wohnen');
      await page.getByLabel('Sprache', { exact: true }).selectOption('pes');
      await page.getByLabel('Dringlich').check();
      await page.getByLabel('Kommune').selectOption('Lünen');
    },
  },
  {
    name: 'Kontakt zu einer Anfrage',
    konto: casemanager,
    oeffne: auf(anfrage(3), 'Kontakt erfassen'),
    tippe: async (page) => {
      await page.getByRole('main').getByLabel('Dauer in Minuten').fill('45');
      await waehle(page.getByRole('main'), 'Telefon');
      await waehle(page.getByRole('main'), 'Gesundheit');
    },
  },
  {
    name: 'Beratungstiefe',
    konto: casemanager,
    oeffne: auf(anfrage(3), 'Tiefe ändern'),
    tippe: (page) => waehle(page.getByRole('dialog'), 'Information und Anleitung'),
  },
  {
    name: 'Abschluss einer Anfrage',
    konto: casemanager,
    oeffne: auf(anfrage(3), 'Abschließen'),
    tippe: (page) => waehle(page.getByRole('dialog'), 'zurückgezogen'),
  },
  {
    name: 'Weiterleiten einer Anfrage',
    konto: casemanager,
    oeffne: auf(anfrage(3), 'Weiterleiten'),
    tippe: async (page) => {
      await page.getByRole('dialog').getByLabel('Anstellungsträger').selectOption('Umwelt-Werkstatt');
      await waehle(page.getByRole('dialog'), 'vorher abgesprochen');
    },
  },
  {
    name: 'Warteliste',
    konto: casemanager,
    oeffne: auf(`/k/unna/warteliste?anfrage=${anfrageDer(casemanager, 1)}`),
    tippe: async (page) => {
      await waehle(page.getByRole('dialog'), 'lange Abwesenheit ohne Vertretung');
      await waehleStelle(page, 'Hilfe in der Zwischenzeit');
    },
  },
  {
    name: 'Erstberatung',
    konto: casemanager,
    bereite: benannt,
    oeffne: auf(anfrage(4, '/erstberatung')),
    tippe: async (page) => {
      await page.getByLabel('Anliegen').fill('Die Wohnung ist zu klein');
      await page.getByLabel('Wunsch, in den Worten der Person').fill('Ein Zimmer für die Kinder');
      await waehle(page.getByRole('radiogroup', { name: 'Wohnen', exact: true }), 'Bedarf');
      await page.getByRole('group', { name: 'Hilfe bei Wohnen' }).getByLabel('Ehrenamt').check();
      await page.getByLabel('Einreise').fill('11.2021');
      await page.getByLabel('Potenzial Sprache').fill('Lernt schnell');
    },
  },
  {
    name: 'Einwilligung',
    konto: casemanager,
    oeffne: auf(anfrage(0, '/einwilligung')),
    tippe: async (page) => {
      await page.getByLabel('Familienname').fill('Tesfay');
      await page.getByLabel('Vorname').fill('Selam');
      await page.getByLabel('Geburtsdatum').fill('03.07.1992');
      await page.getByLabel('Name in Originalschrift').fill('ተስፋይ ሰላም');
      await page.locator('.purpose input[value=dokumentation]').check();
      await page.getByRole('checkbox', { name: /^heute ausgehändigt/ }).check();
      await waehle(page, 'auf Papier');
    },
  },
  {
    name: 'Aufnahme aus einer Anfrage',
    konto: casemanager,
    bereite: benannt,
    oeffne: auf(`/k/unna/fall/neu?anfrage=${anfrageDer(casemanager, 4)}`),
    tippe: async (page) => {
      await page.getByLabel('Freiwilligkeit und aktive Mitwirkung sind besprochen').check();
      await waehle(page, 'weiblich');
      await page.getByLabel('Bemerkung').fill('Kommt mit der Schwester');
    },
  },
  {
    name: 'Schweigepflichtsentbindung',
    konto: casemanager,
    oeffne: inAkte('?teil=einwilligungen', 'Neue Schweigepflichtsentbindung'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await waehleStelle(page, 'Mit wem?');
      await waehle(dialog, 'Vermittlung');
      await waehle(dialog, 'Wohnen');
      await dialog.getByLabel('Gilt bis einschließlich').fill(bald);
      await waehle(dialog, 'auf Papier');
    },
  },
  {
    name: 'Weitergabe',
    konto: casemanager,
    bereite: entbinde,
    oeffne: inAkte('?teil=einwilligungen', 'Weitergabe vorbereiten'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await waehle(dialog, 'Wohnen');
      await waehle(dialog, 'im Gespräch');
      await dialog.getByLabel('Was die Stelle erfährt').fill('Vier Personen suchen eine Wohnung.');
    },
  },
  {
    name: 'Widerruf der Einwilligung',
    konto: casemanager,
    oeffne: async (page) => {
      await page.goto(`${await ersteAkte(page)}?teil=einwilligungen`);
      await page.getByRole('button', { name: 'Einwilligung widerrufen' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Weiter' }).click();
    },
    tippe: (page) => page.getByRole('dialog').getByLabel('Tag des Widerrufs').fill(gestern),
  },
  {
    name: 'Aufenthalt und Rechtskreise',
    konto: casemanager,
    oeffne: async (page) => {
      await page.goto(await ersteAkte(page));
      await page.locator('.card-head button:has(.sr-only)').first().click();
      await expect(page.getByRole('dialog').locator('form')).toBeVisible();
    },
    tippe: async (page) => {
      await page.getByRole('dialog').getByLabel('SGB VIII').check();
      await page.getByRole('dialog').getByLabel('SGB XII').check();
    },
  },
  {
    name: 'Termin',
    konto: casemanager,
    oeffne: auf('/k/unna/kalender', 'Termin eintragen'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await waehle(dialog, 'Intern');
      await dialog.getByLabel('Tag', { exact: true }).fill(bald);
      await dialog.getByLabel('Beginn').fill('07:15');
      await dialog.getByLabel('Dauer in Minuten').fill('35');
      await waehleStelle(page, 'Zusammen mit einer Stelle');
    },
  },
  {
    name: 'Offene Sprechstunde',
    konto: casemanager,
    oeffne: auf('/k/unna/sprechstunde', 'Sprechstunde einrichten'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await waehle(dialog, 'Sprachcafé');
      await waehle(dialog, 'Donnerstag');
      await dialog.getByLabel('Von', { exact: true }).fill('16:00');
      await dialog.getByLabel('Bis', { exact: true }).fill('18:00');
      await dialog.getByLabel('Standort').selectOption('Gahmen');
    },
  },
  {
    name: 'Ausfall einer Sprechstunde',
    konto: casemanager,
    oeffne: async (page) => {
      await page.goto('/k/unna/sprechstunde');
      await page.locator('.sprechstunde-wahl button').first().click();
    },
    tippe: async (page) => {
      await waehle(page.getByRole('dialog'), 'Raum nicht verfügbar');
      await page.getByRole('dialog').getByLabel('Stattdessen am').fill(bald);
    },
  },
  {
    name: 'Abwesenheit',
    konto: casemanager,
    oeffne: auf('/k/unna/vertretung', 'Abwesenheit eintragen'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Letzter Tag').fill(bald);
      await waehle(dialog, 'Fortbildung');
      await dialog.getByLabel('Wer vertritt Sie').selectOption('Stefan Brockhaus');
    },
  },
  {
    name: 'Partnerstelle',
    konto: casemanager,
    oeffne: auf('/k/unna/stelle', 'Stelle anlegen'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Grundschule am Lüserbach');
      await dialog.getByLabel('Art', { exact: true }).selectOption('schule');
      await dialog.getByLabel('Vereinbarter Weg').fill('Anruf der Schulsozialarbeit');
    },
  },
  {
    name: 'Zusteuerung',
    konto: koordination,
    oeffne: auf('/k/unna/zusteuerung', 'Regel anlegen'),
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Satz, der als Grund gezeigt wird').fill('Übergangswohnung: Team Beratung');
      await dialog.getByLabel('Wohnform').selectOption('uebergangswohnung');
      await waehle(dialog, 'Partnerstelle');
      await waehleStelle(page, 'Partnerstelle');
    },
  },
  {
    name: 'Ereignis von außen',
    konto: koordination,
    oeffne: auf('/k/unna/lage', 'Ereignis festhalten'),
    tippe: (page) => page.getByRole('dialog').getByLabel('Was geschah').fill('Schließung der ZUE'),
  },
  {
    name: 'Standort',
    konto: casemanager,
    oeffne: async (page) => {
      await page.goto('/k/unna/standort');
      await page.locator('.rule .row-end button').first().click();
    },
    tippe: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Öffnungszeiten').fill('Nur nach Vereinbarung');
      await dialog.getByLabel('Räume').fill('Zimmer 12\nZimmer 14');
      await waehle(dialog, 'Zimmer 14');
    },
  },
  {
    name: 'Vordruck, deutscher Text',
    konto: leitung,
    bereite: entwirf,
    oeffne: oeffneEntwurf,
    tippe: async (page) => {
      await page
        .getByLabel('Satz über der Unterschrift')
        .fill('Ich habe alles verstanden und bin einverstanden.');
      await page.getByLabel('Abschnitt 1: Text').fill('Ein neuer Anfang.\n\nUnd ein zweiter Absatz.');
    },
  },
  {
    name: 'Vordruck, Übersetzung',
    konto: leitung,
    bereite: entwirf,
    oeffne: async (page) => {
      await oeffneEntwurf(page);
      await page.getByRole('tab', { name: /^Übersetzungen/ }).click();
      await page.getByLabel('Sprache neben dem Deutschen').selectOption('ukr');
      await page.getByRole('button', { name: 'Übersetzung ändern' }).click();
    },
    tippe: (page) => page.getByLabel('Titel').fill('Згода'),
  },
];

/** Begins a new version of the Einwilligung unless somebody has begun one. */
async function entwirf(page: Page): Promise<void> {
  await page.goto('/k/unna/vordruck');
  const zeile = page.getByRole('row').filter({ hasText: 'Einwilligung' }).first();
  await expect(zeile).toBeVisible();
  const neu = zeile.getByRole('button', { name: /^Neue Fassung entwerfen/ });
  if ((await neu.count()) > 0) {
    await neu.click();
    await expect(page).toHaveURL(/\/vordruck\/[0-9a-f-]{36}$/);
  }
}

async function oeffneEntwurf(page: Page): Promise<void> {
  await page.goto('/k/unna/vordruck');
  await page
    .getByRole('link', { name: /^Entwurf von Fassung/ })
    .first()
    .click();
  await expect(page.locator('main form')).toBeVisible();
}
