import { alles, werktags, type NetzDemo } from './netz.ts';

/** Partners, rules and places of Kreis Unna; all numbers and addresses are invented. */
export const unnaNetz: NetzDemo = {
  stelle: [
    {
      name: 'Ausländerbehörde Kreis Unna',
      art: 'abh',
      ansprechpartner: 'Servicestelle',
      telefon: '02303 27-0',
      weg: 'Mit Einverständnis der Person durch Mitteilung an das Case Management am Wohnort',
      vereinbartAm: '2023-05-02',
    },
    {
      name: 'Jobcenter Kreis Unna',
      art: 'jobcenter',
      weg: 'Nach Absprache im gemeinsamen Termin',
      vereinbartAm: '2023-09-12',
    },
    {
      name: 'Jugendmigrationsdienst der AWO',
      art: 'migrationsberatung',
      weg: 'Junge Menschen von 12 bis 27 Jahren mit einzelnen Anliegen',
      vereinbartAm: '2022-11-08',
    },
    {
      name: 'Migrationsberatung für Erwachsene (MBE), Caritas Unna',
      art: 'migrationsberatung',
      weg: 'Ab 27 Jahren mit einzelnen Anliegen; Übergabe an KIM bei drei und mehr Lebensbereichen',
      vereinbartAm: '2022-11-08',
    },
    { name: 'Agentur für Arbeit Hamm', art: 'arbeitsagentur' },
    { name: 'Jugendamt Stadt Lünen', art: 'jugendamt', kommune: 'Lünen' },
    {
      name: 'Gesamtschule Gänsewinkel',
      art: 'schule',
      kommune: 'Schwerte',
      weg: 'Mit Einverständnis der Eltern ruft die Schulsozialarbeit an und kommt zum ersten Termin mit',
      vereinbartAm: '2025-02-04',
    },
    {
      name: 'Frauen- und Mädchenberatung Kreis Unna',
      art: 'fachberatung',
      weg: 'Vertraulich, Begleitung zum ersten Termin',
      vereinbartAm: '2024-02-20',
    },
    {
      name: 'Flüchtlingshilfe Selm (Ehrenamt)',
      art: 'ehrenamt',
      kommune: 'Selm',
      vereinbartAm: '2022-05-10',
      gueltigBis: '2024-07-01',
    },
  ],
  zusteuerung: [
    {
      rang: 20,
      bezeichnung: 'Einzelnes Anliegen über eine Beratungsstelle: Jugendmigrationsdienst',
      zugang: 'institution',
      bedarf: 'einfach',
      stelle: 'Jugendmigrationsdienst der AWO',
      ab: '2023-01-01',
    },
    {
      rang: 30,
      bezeichnung: 'Komplexer Bedarf: KIM Case Management am Wohnort',
      bedarf: 'komplex',
      ab: '2021-07-01',
    },
  ],
  lage: [
    { am: '2022-02-24', bezeichnung: 'Angriff auf die Ukraine' },
    { am: '2025-06-01', bis: '2025-09-30', bezeichnung: 'Höhere Zuweisungen an die Kommunen' },
  ],
  standort: [
    ...(
      [
        ['Rathaus', 40],
        ['Brambauer', 20],
        ['Lünen-Süd', 20],
        ['Gahmen', 20],
      ] as const
    ).map(([name, prozent], at) => ({
      traeger: 'stadt_luenen',
      name,
      anschrift: `Musterplatz ${at + 1}, 44532 Lünen`,
      telefon: `02306 000-${at + 10}`,
      email: 'kim@luenen.example',
      oeffnung: at === 0 ? werktags : 'Di und Do 9 bis 12 Uhr',
      ausstattung: at === 3 ? (['laptop', 'mobiltelefon', 'schrank', 'drucker'] as const) : alles,
      raum: [['Beratungsraum', true] as const],
      prozent,
    })),
    {
      traeger: 'caritas_unna',
      name: 'Caritas Unna',
      anschrift: 'Musterstraße 10, 59423 Unna',
      telefon: '02303 000-30',
      email: 'kim@caritas-unna.example',
      oeffnung: werktags,
      raum: [['Raum 1', true]],
      prozent: 100,
    },
    {
      traeger: 'kreis_unna',
      name: 'Fachbereich 35',
      anschrift: 'Musterring 17, 59423 Unna',
      telefon: '02303 000-35',
      email: 'kim@kreis-unna.example',
      oeffnung: werktags,
      raum: [
        ['Raum 101', true],
        ['Raum 102', true],
        ['Wartebereich', false],
      ],
    },
  ],
};
