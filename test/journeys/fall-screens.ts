import { aktion, ersterFall, knopf, leerSenden, nacheinander, teil, type Weg } from './screen-wege.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

const casemanager = 'casemanager.luenen';
const koordination = 'koordination.unna';

const umfeld: Weg = async (page) => {
  await ersterFall(page);
  await page.goto(`${page.url()}?teil=umfeld`);
  await expect(page.locator('.card-head')).toHaveCount(2);
};

/** A private helper, so that there is a map to be looked at. */
const akteurEintragen: Weg = async (page) => {
  await page.locator('.card-head button').first().click();
  await page.locator('dialog label.chip').nth(1).click();
  await page.locator('dialog input[name=name]').fill('Adnan Yilmaz');
  await page.locator('dialog select[name=rolle]').selectOption('familie');
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('.netzwerk')).toBeAttached();
};

/** The case file and its dialogs. */
export const fallScreens: readonly Screen[] = [
  {
    titel: 'Fallakte, Umfeld',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(umfeld, akteurEintragen),
  },
  {
    titel: 'Fallakte, Akteur ergänzen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(umfeld, knopf('.card-head button'), leerSenden),
  },
  {
    titel: 'Fallakte, Person im Haushalt ergänzen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(umfeld, knopf('.card-head button', 2)),
  },
  {
    titel: 'Fallakte, Kontakte',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, teil('kontakte')),
  },
  {
    titel: 'Fallakte, Einwilligungen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, teil('einwilligungen')),
  },
  {
    titel: 'Fallakte, neue Schweigepflichtsentbindung mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, teil('einwilligungen'), knopf('.card-head button', 1), leerSenden),
  },
  {
    titel: 'Fallakte, Einwilligung widerrufen',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, teil('einwilligungen'), knopf('.card-head button', 0)),
  },
  {
    titel: 'Fallakte, Einwilligung widerrufen, zweiter Schritt',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(
      ersterFall,
      teil('einwilligungen'),
      knopf('.card-head button', 0),
      knopf('dialog .button-primary'),
    ),
  },
  {
    titel: 'Fallakte, Verlauf',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, teil('verlauf')),
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
  {
    titel: 'Fallakte, Aufenthalt und Rechtskreise ändern',
    konto: casemanager,
    pfad: '/k/unna/fall',
    oeffne: nacheinander(ersterFall, knopf('.card-head button:has(.sr-only)')),
  },
  { titel: 'Fallakte', konto: casemanager, pfad: '/k/unna/fall', oeffne: ersterFall },
  { titel: 'Fallakte der Koordination', konto: koordination, pfad: '/k/unna/fall', oeffne: ersterFall },
];
