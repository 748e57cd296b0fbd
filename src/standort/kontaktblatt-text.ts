import type { Same } from '#src/platform/texts.ts';

const de = {
  titel: (kreis: string) => `Beratung im Kommunalen Integrationsmanagement – ${kreis}`,
  lead: 'Hier finden Sie Beratung. Sie ist kostenlos und vertraulich.',
  anschrift: 'Anschrift',
  telefon: 'Telefon',
  email: 'E-Mail',
  oeffnung: 'Öffnungszeiten',
  offen: 'Ohne Termin',
  art: {
    sprechstunde: 'offene Sprechstunde',
    sprachcafe: 'Sprachcafé',
    stadtteilarbeit: 'Beratung im Stadtteil',
  },
  tag: ['montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags', 'sonntags'].join(','),
  uhr: (von: string, bis: string) => `${von} bis ${bis} Uhr`,
  ausfall: (tage: string) => `fällt aus am ${tage}`,
  stand: (tag: string) => `Stand: ${tag}`,
  leer: 'Zurzeit ist hier noch kein Standort eingetragen.',
  andere: 'English',
};

const en: Same<typeof de> = {
  titel: (kreis) => `Integration counselling (KIM) – ${kreis}`,
  lead: 'Here you find counselling. It is free of charge and confidential.',
  anschrift: 'Address',
  telefon: 'Telephone',
  email: 'E-mail',
  oeffnung: 'Opening hours',
  offen: 'Without an appointment',
  art: {
    sprechstunde: 'open consultation',
    sprachcafe: 'language café',
    stadtteilarbeit: 'counselling in the quarter',
  },
  tag: [
    'on Mondays',
    'on Tuesdays',
    'on Wednesdays',
    'on Thursdays',
    'on Fridays',
    'on Saturdays',
    'on Sundays',
  ].join(','),
  uhr: (von, bis) => `${von} to ${bis}`,
  ausfall: (tage) => `not on ${tage}`,
  stand: (tag) => `As of ${tag}`,
  leer: 'No place has been entered here yet.',
  andere: 'Deutsch',
};

/** Words of the public contact sheet. */
export const kontaktblattText = { de, en };
