import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { anmeldungScreens } from './anmeldung-screens.ts';
import { assessmentScreens } from './assessment-screens.ts';
import { arbeitScreens } from './arbeit-screens.ts';
import { ersuchenScreens } from './ersuchen-screens.ts';
import { erfolgsberichtScreens } from './erfolgsbericht-screens.ts';
import { fallScreens } from './fall-screens.ts';
import { hilfeplanScreens } from './hilfeplan-screens.ts';
import { loeschungScreens } from './loeschung-screens.ts';
import { kontoScreens } from './konto-screens.ts';
import { protokollScreens } from './protokoll-screens.ts';
import { rechteScreens } from './rechte-screens.ts';
import { uebergabeScreens } from './uebergabe-screens.ts';
import { vermittlungScreens } from './vermittlung-screens.ts';
import { benenne } from './einwilligung-support.ts';
import {
  aktion,
  knopf,
  kontakt,
  leerSenden,
  nacheinander,
  reiter,
  warteAufRuhe,
  type Weg,
} from './screen-wege.ts';
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

const ersteAnfrage: Weg = async (page) => {
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/anfrage\/[0-9a-f-]{36}/);
};

/** The head of the page must not lie over half a field. */
const nachOben: Weg = (page) => page.evaluate(() => scrollTo(0, 0));

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

/** A list of others: one offer that could be known, one of a foreign town, one new. */
const angebotListe: Weg = async (page) => {
  const zeilen = [
    'Angebot;Stelle;Kommune;Lebensbereiche',
    'Alphabetisierungskurs;Bildungswerk;Lünen;Sprachkompetenz',
    'Kochkurs;Verein Nord;Entenhausen;',
    'Fahrradkurs;Rad und Tat;Lünen;Mobilität',
  ];
  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: 'angebote.csv', mimeType: 'text/csv', buffer: Buffer.from(zeilen.join('\r\n')) });
  await page.locator('main tbody tr').first().waitFor();
};
const vordruckOffen = knopf('[data-row-link]');

/** The draft of the last text; whoever looks first begins it. */
const vordruckEntwurf: Weg = async (page) => {
  await page.locator('tbody tr').last().locator('td').last().locator('a, button').click();
  await expect(page.locator('main form')).toBeVisible();
};

const tigrinya: Weg = async (page) => {
  await page.locator('main select').selectOption('tir');
};

const casemanager = 'casemanager.luenen';
const koordination = 'koordination.unna';
const traegerleitung = 'leitung.luenen';

const erstberatung = (nummer: number) =>
  `/k/unna/anfrage/${demoId('unna', 'anfrage', casemanager, String(nummer))}/erstberatung`;

const unterschrieben: Weg = async (page) => {
  await benenne(page, demoId('unna', 'anfrage', casemanager, '4'));
  await page.reload();
  await expect(page.locator('textarea[name=anliegen]')).toBeVisible();
};

const einwilligung = `/k/unna/anfrage/${demoId('unna', 'anfrage', casemanager, '5')}/einwilligung`;

/** Letters of another script, typographic quotes, a child with both parents, a signature on paper. */
const fremdeSchrift: Weg = async (page) => {
  await page.locator('input[name=familienname]').fill('Шевченко');
  await page.locator('input[name=vorname]').fill('„Oxana“');
  await page.locator('input[name=geburtsdatum]').fill('01.02.2019');
  await page.locator('input[name=vertreten]').check();
  await page.locator('input[name=gemeinsam]').check();
  await page.locator('input[value=papier]').check();
};

/** Everything that comes up only with an answer: help in an area, an ended title, a reason. */
const volleAngaben: Weg = async (page) => {
  await page.locator('.need-rating').first().locator('label').nth(2).click();
  await page.locator('input[name=titel]').fill('ICT');
  await page.keyboard.press('Enter');
  await page.locator('input[name=laeuftAbAm]').fill('01.02.2024');
};

export const screens: readonly Screen[] = [
  { titel: 'Mein Tag', konto: 'casemanager.luenen', pfad: '/k/unna/tag' },
  { titel: 'Mein Tag der Koordination', konto: 'koordination.unna', pfad: '/k/unna/tag' },
  { titel: 'Anmelden', pfad: '/' },
  { titel: 'Anmelden mit leeren Feldern', pfad: '/', oeffne: leerSenden },
  { titel: 'Anmeldung und Sicherheit', konto: casemanager, pfad: '/konto' },
  ...anmeldungScreens,
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
    // The search begins a moment after the last key; until then the former rows are there.
    oeffne: async (page) => {
      await page.getByRole('searchbox').fill('Quitzow');
      await expect(page.getByRole('table')).toHaveCount(0);
    },
  },
  { titel: 'Anfragen', konto: casemanager, pfad: '/k/unna/anfrage' },
  { titel: 'Anfragen der Koordination', konto: koordination, pfad: '/k/unna/anfrage?stand=in_beratung' },
  {
    titel: 'Anfragen ohne Treffer',
    konto: casemanager,
    pfad: '/k/unna/anfrage?stand=abgeschlossen&wer=frei',
  },
  { titel: 'Anfragen, Warteliste', konto: casemanager, pfad: '/k/unna/anfrage?stand=warteliste' },
  { titel: 'Anfrage aufnehmen', konto: casemanager, pfad: '/k/unna/anfrage/neu' },
  {
    titel: 'Anfrage aufnehmen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/anfrage/neu',
    oeffne: leerSenden,
  },
  { titel: 'Anfrage', konto: casemanager, pfad: '/k/unna/anfrage', oeffne: ersteAnfrage },
  { titel: 'Anfrage der Koordination', konto: koordination, pfad: '/k/unna/anfrage', oeffne: ersteAnfrage },
  {
    titel: 'Anfrage, Kontakt erfassen',
    konto: casemanager,
    pfad: '/k/unna/anfrage',
    oeffne: nacheinander(ersteAnfrage, knopf('.card-head button', 0)),
  },
  {
    titel: 'Anfrage, Angaben ändern',
    konto: casemanager,
    pfad: '/k/unna/anfrage',
    oeffne: nacheinander(ersteAnfrage, knopf('.card-head button', 1)),
  },
  {
    titel: 'Anfrage, Tiefe ändern',
    konto: casemanager,
    pfad: '/k/unna/anfrage',
    oeffne: nacheinander(ersteAnfrage, knopf('.card-head button', 2)),
  },
  {
    titel: 'Anfrage abschließen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/anfrage',
    oeffne: nacheinander(ersteAnfrage, aktion(0), knopf('dialog label.chip', 1), leerSenden),
  },
  {
    titel: 'Anfrage weiterleiten mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/anfrage',
    oeffne: nacheinander(ersteAnfrage, aktion(1), leerSenden),
  },
  { titel: 'Fall aufnehmen', konto: casemanager, pfad: '/k/unna/fall/neu' },
  {
    titel: 'Fall aufnehmen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/fall/neu',
    oeffne: nacheinander(knopf('main label.chip'), leerSenden),
  },
  { titel: 'Einwilligung', konto: casemanager, pfad: einwilligung },
  {
    titel: 'Einwilligung mit Fehlern, für ein Kind, auf Papier',
    konto: casemanager,
    pfad: einwilligung,
    oeffne: nacheinander(fremdeSchrift, leerSenden),
  },
  { titel: 'Doppelte Einträge', konto: casemanager, pfad: '/k/unna/dublette' },
  { titel: 'Doppelte Begleitung', konto: koordination, pfad: '/k/unna/doppelbetreuung' },
  { titel: 'Erstberatung ohne Einwilligung', konto: casemanager, pfad: erstberatung(5) },
  {
    titel: 'Erstberatung mit Fehlern',
    konto: casemanager,
    pfad: erstberatung(5),
    oeffne: nacheinander((page) => page.locator('input[name=dauerMinuten]').fill('lang'), leerSenden),
  },
  {
    titel: 'Erstberatung mit Einwilligung',
    konto: casemanager,
    pfad: erstberatung(4),
    oeffne: nacheinander(unterschrieben, volleAngaben),
  },
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
  { titel: 'Kalender, Woche', konto: casemanager, pfad: '/k/unna/kalender' },
  { titel: 'Kalender des Teams, Tag', konto: casemanager, pfad: '/k/unna/kalender?ansicht=tag&wer=team' },
  { titel: 'Kalender, Agenda', konto: casemanager, pfad: '/k/unna/kalender?ansicht=agenda&wer=team' },
  {
    titel: 'Kalender, Termin eintragen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/kalender?ansicht=agenda',
    oeffne: nacheinander(aktion(0), leerSenden),
  },
  {
    titel: 'Kalender, ein Termin',
    konto: casemanager,
    pfad: '/k/unna/kalender?ansicht=agenda',
    oeffne: knopf('[data-termin]'),
  },
  {
    titel: 'Kalender in anderen Programmen',
    konto: casemanager,
    pfad: '/k/unna/kalender',
    oeffne: nacheinander(knopf('main .button-quiet'), knopf('dialog .button:not(.button-danger)')),
  },
  { titel: 'Offene Sprechstunden', konto: casemanager, pfad: '/k/unna/sprechstunde' },
  {
    titel: 'Offene Sprechstunde einrichten mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/sprechstunde',
    oeffne: nacheinander(aktion(0), leerSenden),
  },
  {
    titel: 'Offene Sprechstunde, Ausfall',
    konto: casemanager,
    pfad: '/k/unna/sprechstunde',
    oeffne: knopf('.sprechstunde-wahl button'),
  },
  { titel: 'Abwesenheit und Vertretung', konto: koordination, pfad: '/k/unna/vertretung' },
  {
    titel: 'Abwesenheit eintragen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/vertretung',
    oeffne: nacheinander(aktion(0), leerSenden),
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
  {
    titel: 'Angebote auf der Karte',
    konto: casemanager,
    pfad: '/k/unna/angebot?ansicht=karte',
    oeffne: nacheinander(knopf('.karte-marke'), nachOben),
  },
  { titel: 'Angebote, die zu prüfen sind', konto: casemanager, pfad: '/k/unna/angebot?pruefen=ja' },
  {
    titel: 'Angebot mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/angebot/neu',
    oeffne: leerSenden,
  },
  {
    titel: 'Angebote einlesen, mit Vorschau',
    konto: casemanager,
    pfad: '/k/unna/angebot/einlesen',
    oeffne: angebotListe,
  },
  {
    titel: 'Doppelte Einträge im Netz',
    konto: casemanager,
    pfad: '/k/unna/angebot/ueberblick',
    oeffne: reiter(3),
  },
  { titel: 'Lücken im Netz', konto: casemanager, pfad: '/k/unna/angebot/ueberblick', oeffne: reiter(1) },
  { titel: 'Partnerstellen', konto: casemanager, pfad: '/k/unna/stelle' },
  {
    titel: 'Partnerstelle anlegen mit Fehlern',
    konto: casemanager,
    pfad: '/k/unna/stelle',
    oeffne: nacheinander(aktion(0), leerSenden),
  },
  { titel: 'Zusteuerung der Case Managerin', konto: casemanager, pfad: '/k/unna/zusteuerung' },
  {
    titel: 'Zusteuerung mit Fassungen und Probe',
    konto: koordination,
    pfad: '/k/unna/zusteuerung',
    oeffne: nacheinander(knopf('.rule .row-end button:first-child'), async (page) => {
      await page.locator('main select[name=kommune]').selectOption('05978024');
    }),
  },
  {
    titel: 'Zusteuerung, Regel mit neuer Stelle',
    konto: koordination,
    pfad: '/k/unna/zusteuerung',
    oeffne: nacheinander(
      aktion(0),
      knopf('dialog label.chip', 2),
      knopf('dialog .form-body .button-quiet'),
      leerSenden,
    ),
  },
  {
    titel: 'Zusteuerung, Regel beenden',
    konto: koordination,
    pfad: '/k/unna/zusteuerung',
    oeffne: knopf('.rule .row-end button:last-child'),
  },
  { titel: 'Ereignisse von außen', konto: koordination, pfad: '/k/unna/lage' },
  {
    titel: 'Ereignis von außen mit Fehlern',
    konto: koordination,
    pfad: '/k/unna/lage',
    oeffne: nacheinander(aktion(0), leerSenden),
  },
  { titel: 'Standorte', konto: casemanager, pfad: '/k/unna/standort' },
  {
    titel: 'Standort ändern',
    konto: casemanager,
    pfad: '/k/unna/standort',
    oeffne: knopf('.rule .row-end button'),
  },
  {
    titel: 'Beratungsstunden verteilen',
    konto: koordination,
    pfad: '/k/unna/standort',
    oeffne: knopf('.card-head .button-quiet', 6),
  },
  { titel: 'Warteliste', konto: casemanager, pfad: '/k/unna/warteliste' },
  {
    titel: 'Auf die Warteliste setzen',
    konto: casemanager,
    pfad: '/k/unna/warteliste?anfrage=99999999-9999-4999-8999-999999999999',
  },
  { titel: 'Regeln', konto: 'administration.unna', pfad: '/k/unna/regel' },
  {
    titel: 'Ausgaben',
    konto: 'datenschutz.unna',
    pfad: '/k/unna/ausgabe',
    // Something has to leave before it stands in the list.
    oeffne: async (page) => {
      await page.request.get('/api/kreis/unna/papier/screening?sprache=en');
      await page.reload();
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
  {
    titel: 'Regel ändern',
    konto: 'administration.unna',
    pfad: '/k/unna/regel',
    oeffne: nacheinander(knopf('.rule .row-end button:last-child'), leerSenden),
  },
  { titel: 'Vordrucke des Trägers', konto: traegerleitung, pfad: '/k/unna/vordruck' },
  { titel: 'Vordrucke aller Träger', konto: 'administration.unna', pfad: '/k/unna/vordruck' },
  {
    titel: 'Vordruck, deutscher Text',
    konto: traegerleitung,
    pfad: '/k/unna/vordruck',
    oeffne: vordruckOffen,
  },
  {
    titel: 'Vordruck, Übersetzung freigeben',
    konto: traegerleitung,
    pfad: '/k/unna/vordruck',
    oeffne: nacheinander(vordruckOffen, reiter(1), tigrinya, knopf('main .row-end .button-primary')),
  },
  {
    titel: 'Vordruck, Übersetzung ändern',
    konto: casemanager,
    pfad: '/k/unna/vordruck',
    oeffne: nacheinander(vordruckOffen, reiter(1), knopf('main .row-end button')),
  },
  {
    titel: 'Vordruck, Entwurf mit Fehlern',
    konto: traegerleitung,
    pfad: '/k/unna/vordruck',
    oeffne: nacheinander(
      vordruckEntwurf,
      (page) => page.locator('main form textarea').first().fill('{unbekannt}'),
      leerSenden,
    ),
  },
  {
    titel: 'Vordruck, Änderungen',
    konto: traegerleitung,
    pfad: '/k/unna/vordruck',
    oeffne: nacheinander(vordruckEntwurf, reiter(2)),
  },
  { titel: 'Startseite ohne Bereich', konto: 'lenkungskreis.unna', pfad: '/' },
  { titel: 'Unbekannte Adresse', konto: casemanager, pfad: '/k/unna/gibtesnicht' },
  ...fallScreens,
  ...arbeitScreens,
  ...assessmentScreens,
  ...vermittlungScreens,
  ...hilfeplanScreens,
  ...erfolgsberichtScreens,
  ...ersuchenScreens,
  ...protokollScreens,
  ...loeschungScreens,
  ...kontoScreens,
  ...rechteScreens,
  ...uebergabeScreens,
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
