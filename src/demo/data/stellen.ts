import { alles, werktags, type NetzDemo } from './netz.ts';
import { unnaNetz } from './unna-netz.ts';

const team = 'Team Beratung und Begleitung';
const vereinbart = '2022-03-15';

const steinfurt: NetzDemo = {
  stelle: [
    {
      name: team,
      art: 'kommunales_team',
      kommune: 'Rheine',
      ansprechpartner: 'Teamleitung',
      telefon: '05971 939-0',
      weg: 'Bewohner*innen städtischer Übergangswohnungen und einfache Anliegen; komplexe Fälle mit Übergabegespräch an KIM',
      vereinbartAm: vereinbart,
    },
    {
      name: 'Migrationsberatung für Erwachsene (MBE), Caritas Rheine',
      art: 'migrationsberatung',
      kommune: 'Rheine',
      weg: 'Punktuelle Anliegen ab 27 Jahren; komplexe Fälle nach Absprache im gemeinsamen Termin',
      vereinbartAm: vereinbart,
    },
    {
      name: 'Jugendmigrationsdienst (JMD) Rheine',
      art: 'migrationsberatung',
      kommune: 'Rheine',
      weg: 'Junge Menschen von 12 bis 27 Jahren; komplexe Fälle nach Absprache',
      vereinbartAm: vereinbart,
    },
    {
      name: 'Ausländerbehörde Stadt Rheine',
      art: 'abh',
      kommune: 'Rheine',
      weg: 'Hinweis auf KIM beim Vorsprechen, Terminvereinbarung durch die Person selbst',
      vereinbartAm: '2022-06-01',
    },
    {
      name: 'Jobcenter Kreis Steinfurt AöR',
      art: 'jobcenter',
      weg: 'Nach Absprache im gemeinsamen Termin',
      vereinbartAm: '2022-09-01',
    },
    { name: 'Agentur für Arbeit Rheine', art: 'arbeitsagentur', kommune: 'Rheine' },
    { name: 'Jugendamt Stadt Rheine', art: 'jugendamt', kommune: 'Rheine' },
  ],
  zusteuerung: [
    {
      rang: 10,
      bezeichnung: `Städtische Übergangswohnung: ${team}`,
      kommune: 'Rheine',
      wohnform: 'uebergangswohnung',
      stelle: team,
      ab: '2021-09-01',
    },
    {
      rang: 20,
      bezeichnung: `Einfache Anliegen: ${team}`,
      kommune: 'Rheine',
      bedarf: 'einfach',
      stelle: team,
      ab: '2021-09-01',
    },
    {
      rang: 30,
      bezeichnung: 'Komplexe Fälle: KIM Case Management',
      kommune: 'Rheine',
      bedarf: 'komplex',
      ab: '2021-09-01',
    },
  ],
  lage: [
    { am: '2022-02-24', bezeichnung: 'Angriff auf die Ukraine, viele Geflüchtete kommen in die Stadt' },
    {
      am: '2023-03-31',
      bezeichnung: 'Schließung der Zentralen Unterbringungseinrichtung (ZUE), Zuweisungen erwartet',
    },
  ],
  standort: [
    {
      traeger: 'caritas_rheine',
      name: 'Beratungsstelle Caritas',
      anschrift: 'Musterstraße 1, 48429 Rheine',
      telefon: '05971 000-10',
      email: 'kim@caritas-rheine.example',
      oeffnung: werktags,
      ausstattung: alles,
      raum: [
        ['Beratungsraum 1', true],
        ['Beratungsraum 2', true],
      ],
      prozent: 100,
    },
    {
      traeger: 'lernen_foerdern',
      name: 'Beratungsstelle Lernen fördern',
      anschrift: 'Musterweg 5, 48431 Rheine',
      telefon: '05971 000-20',
      email: 'kim@lernen-foerdern.example',
      oeffnung: werktags,
      raum: [
        ['Büro', true],
        ['Seminarraum', false],
      ],
      prozent: 100,
    },
  ],
};

const coesfeld: NetzDemo = {
  stelle: [
    {
      name: 'Ausländerbehörde Kreis Coesfeld',
      art: 'abh',
      weg: 'Nach Absprache',
      vereinbartAm: '2023-04-01',
    },
    { name: 'Jobcenter Kreis Coesfeld', art: 'jobcenter' },
    {
      name: 'Flüchtlingsinitiative Dülmen',
      art: 'ehrenamt',
      kommune: 'Dülmen',
      weg: 'Ehrenamtliche stellen den Kontakt persönlich her',
      vereinbartAm: '2022-10-01',
    },
  ],
  zusteuerung: [
    {
      rang: 30,
      bezeichnung: 'Komplexer Bedarf: intensives KIM Case Management am Wohnort',
      bedarf: 'komplex',
      ab: '2022-07-01',
    },
  ],
  lage: [{ am: '2022-02-24', bezeichnung: 'Angriff auf die Ukraine' }],
  standort: [
    {
      traeger: 'stadt_coesfeld',
      name: 'Rathaus',
      anschrift: 'Musterplatz 8, 48653 Coesfeld',
      telefon: '02541 000-40',
      email: 'kim@coesfeld.example',
      oeffnung: werktags,
      raum: [['Besprechungszimmer', true]],
      prozent: 100,
    },
  ],
};

/** Partners, steering rules, events from outside and places of the demo Kreise; all numbers and addresses are invented. */
export const netzDemo: Readonly<Record<string, NetzDemo>> = {
  steinfurt,
  unna: unnaNetz,
  coesfeld,
};
