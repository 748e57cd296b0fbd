import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from './support.ts';

/** One state of the application that a person can stand in front of. */
export interface Screen {
  readonly titel: string;
  /** Account that looks at it; without it nobody is signed in. */
  readonly konto?: string;
  readonly pfad: string;
  /** What to do after the address is open, such as opening a dialog. */
  readonly oeffne?: Weg;
  /** Its tables show words out of an uploaded file, which nobody translates. */
  readonly zeigtDatei?: boolean;
}

type Weg = (page: Page) => Promise<void>;

/** Does one thing after the other; buttons are found by place, as their words depend on the language. */
function nacheinander(...wege: readonly Weg[]): Weg {
  return async (page) => {
    for (const weg of wege) {
      await weg(page);
      await warteAufRuhe(page);
    }
  };
}

const ersterFall: Weg = async (page) => {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}/);
};

const leerSenden: Weg = async (page) => {
  await page.locator('form button[type=submit]').first().click();
  await expect(page.locator('.field-error').first()).toBeVisible();
};

const kontakt: Weg = async (page) => {
  await page.locator('main h1').focus();
  await page.keyboard.press('k');
  await expect(page.getByRole('dialog')).toBeVisible();
};

function reiter(nummer: number): Weg {
  return (page) => page.getByRole('tab').nth(nummer).click();
}

function knopf(selector: string, nummer = 0): Weg {
  return (page) => page.locator(selector).nth(nummer).click();
}

const aktion = (nummer: number) => knopf('.page-actions button', nummer);

const uebergeben: Weg = async (page) => {
  for (const index of [0, 1, 2]) await page.locator('tbody .check-target').nth(index).click();
  await page.locator('.selection-bar button').last().click();
};

const arbeitsmappe: Weg = async (page) => {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('main button').first().click();
  await (await chooser).setFiles(fileURLToPath(new URL('../fixtures/rheine-2023-04.xlsx', import.meta.url)));
  await expect(page.locator('main select').first()).toBeVisible();
};

const casemanager = 'casemanager.luenen';
const koordination = 'koordination.unna';

export const screens: readonly Screen[] = [
  { titel: 'Anmelden', pfad: '/' },
  { titel: 'Anmelden mit leeren Feldern', pfad: '/', oeffne: leerSenden },
  { titel: 'Konto und Sitzungen', konto: casemanager, pfad: '/konto' },
  { titel: 'Glossar', konto: casemanager, pfad: '/glossar', zeigtDatei: true },
  { titel: 'Fälle der Case Managerin', konto: casemanager, pfad: '/k/unna/fall' },
  { titel: 'Fälle der Koordination', konto: koordination, pfad: '/k/unna/fall' },
  {
    titel: 'Fälle mit Filtern',
    konto: koordination,
    pfad: '/k/unna/fall?status=inaktiv&region=luenen&stichtag=2026-06-30',
  },
  {
    titel: 'Fälle ohne Treffer',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: (page) => page.getByRole('searchbox').fill('Quitzow'),
  },
  { titel: 'Fall aufnehmen', konto: casemanager, pfad: '/k/unna/fall/neu' },
  {
    titel: 'Fall aufnehmen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/fall/neu',
    oeffne: nacheinander(knopf('main label.chip'), leerSenden),
  },
  { titel: 'Fallakte', konto: casemanager, pfad: '/k/unna/fall', oeffne: ersterFall },
  {
    titel: 'Fallakte, Kontakte',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, reiter(1)),
  },
  {
    titel: 'Fallakte, Verlauf',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, reiter(2)),
  },
  {
    titel: 'Fallakte, Angaben ändern',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, aktion(0)),
  },
  {
    titel: 'Fallakte, ruhen lassen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, aktion(1), leerSenden),
  },
  { titel: 'Fallakte der Koordination', konto: koordination, pfad: '/k/unna/fall', oeffne: ersterFall },
  { titel: 'Kontakt erfassen', konto: casemanager, pfad: '/k/unna/fall', oeffne: kontakt },
  {
    titel: 'Kontakt erfassen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(kontakt, leerSenden),
  },
  {
    titel: 'Sonstigen Kontakt erfassen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(kontakt, reiter(1)),
  },
  { titel: 'Sonstige Kontakte', konto: casemanager, pfad: '/k/unna/sonstiger_kontakt' },
  { titel: 'Übergabe', konto: koordination, pfad: '/k/unna/uebergabe' },
  {
    titel: 'Übergabe von drei Fällen',
    konto: koordination,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(uebergeben, leerSenden),
  },
  { titel: 'Übernahme', konto: 'koordination.rheine', pfad: '/k/steinfurt/uebernahme' },
  {
    titel: 'Übernahme, Spalten',
    konto: 'koordination.rheine',
    pfad: '/k/steinfurt/uebernahme',
    oeffne: arbeitsmappe,
    zeigtDatei: true,
  },
  {
    titel: 'Übernahme, Vorschau',
    konto: 'koordination.rheine',
    pfad: '/k/steinfurt/uebernahme',
    oeffne: nacheinander(arbeitsmappe, knopf('main .button-primary')),
    zeigtDatei: true,
  },
  { titel: 'Auswertung der Fallzahlen', konto: koordination, pfad: '/k/unna/auswertung' },
  { titel: 'Auswertung der Kontakte', konto: koordination, pfad: '/k/unna/auswertung/kontakte' },
  {
    titel: 'Auswertung der Herkunftsländer',
    konto: koordination,
    pfad: '/k/unna/auswertung/merkmal?merkmal=herkunftsland',
  },
  { titel: 'Auswertung der Kontaktwege', konto: koordination, pfad: '/k/unna/auswertung/kontaktmerkmal' },
  { titel: 'Auswertung Baustein 3', konto: 'koordination.rheine', pfad: '/k/steinfurt/auswertung/baustein3' },
  { titel: 'Auswertung der Stellen', konto: koordination, pfad: '/k/unna/auswertung/stellen' },
  {
    titel: 'Auswertung zur Veröffentlichung',
    konto: koordination,
    pfad: '/k/unna/auswertung/fallzahlen?veroeffentlicht=1&region=luenen',
  },
  { titel: 'Auswertung ohne Fall', konto: 'koordination.rheine', pfad: '/k/steinfurt/auswertung' },
  { titel: 'Regeln', konto: 'administration.unna', pfad: '/k/unna/regel' },
  {
    titel: 'Regel ändern',
    konto: 'administration.unna',
    pfad: '/k/unna/regel',
    oeffne: nacheinander(knopf('.rule .row-end button:last-child'), leerSenden),
  },
  { titel: 'Startseite ohne Bereich', konto: 'lenkungskreis.unna', pfad: '/' },
  { titel: 'Unbekannte Adresse', konto: casemanager, pfad: '/k/unna/gibtesnicht' },
];

/** Opens a screen and waits until nothing is loading any more. */
export async function oeffneScreen(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.pfad);
  await warteAufRuhe(page);
  if (screen.oeffne) {
    await screen.oeffne(page);
    await warteAufRuhe(page);
  }
}

async function warteAufRuhe(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
}
