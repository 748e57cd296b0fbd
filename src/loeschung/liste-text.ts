import type { Same } from '#src/platform/texts.ts';

const de = {
  titel: { liste: 'Angebot an das Archiv', nachweis: 'Nachweis der Löschung' },
  art: 'Löschlauf, ohne Namen',
  unterzeile: (anzahl: number, bis: string) => `${anzahl} Akten, Fristen abgelaufen bis ${bis}`,
  spalten: ['Nummer', 'Art', 'Frist', 'ab', 'fällig seit', 'Stand'],
  loeschart: {
    fall: 'Fall im Case Management',
    kurzberatung: 'Kurzberatung',
    widerruf: 'widerrufene Einwilligung',
    ersuchen: 'Ersuchen der Person',
  },
  frist: (anzahl: number, einheit: 'monate' | 'kalenderjahre') =>
    einheit === 'monate'
      ? `${anzahl} ${anzahl === 1 ? 'Monat' : 'Monate'}`
      : `${anzahl} ${anzahl === 1 ? 'volles Kalenderjahr' : 'volle Kalenderjahre'}`,
  stand: {
    offen: 'vorgesehen',
    geloescht: 'gelöscht',
    uebersprungen: 'ausgelassen',
    zurueckgezogen: 'zurückgezogen',
  },
  heading: 'Wer und wann',
  vorgeschlagen: (name: string, am: string) => `Vorgeschlagen von ${name} am ${am}.`,
  freigegeben: (name: string, am: string) => `Freigegeben von ${name} am ${am}.`,
  archiv: (name: string, am: string) => `Angeboten: ${name}, ${am}.`,
  antwort: { nicht_uebernommen: 'Das Archiv übernimmt nichts.', uebernommen: 'Das Archiv hat übernommen.' },
  hinweis:
    'Nach der Löschung kennt die Liste keine Nummern mehr. Ein Nachweis zu einer alten Nummer ist in Lotse über ihren Prüfwert zu finden.',
  unbekannt: 'unbekannt',
  seite: 'Seite',
  von: 'von',
};
const en: Same<typeof de> = {
  titel: { liste: 'Offer to the archive', nachweis: 'Proof of deletion' },
  art: 'Deletion run, without names',
  unterzeile: (anzahl, bis) => `${anzahl} files, periods over by ${bis}`,
  spalten: ['Number', 'Kind', 'Period', 'from', 'due since', 'State'],
  loeschart: {
    fall: 'Case of case management',
    kurzberatung: 'Short counselling',
    widerruf: 'withdrawn consent',
    ersuchen: 'request of the person',
  },
  frist: (anzahl, einheit) =>
    einheit === 'monate'
      ? `${anzahl} ${anzahl === 1 ? 'month' : 'months'}`
      : `${anzahl} full calendar ${anzahl === 1 ? 'year' : 'years'}`,
  stand: { offen: 'intended', geloescht: 'erased', uebersprungen: 'left out', zurueckgezogen: 'withdrawn' },
  heading: 'Who and when',
  vorgeschlagen: (name, am) => `Proposed by ${name} on ${am}.`,
  freigegeben: (name, am) => `Released by ${name} on ${am}.`,
  archiv: (name, am) => `Offered: ${name}, ${am}.`,
  antwort: {
    nicht_uebernommen: 'The archive takes nothing over.',
    uebernommen: 'The archive has taken it over.',
  },
  hinweis:
    'After the deletion the list knows no numbers. A proof for an old number is found in Lotse by its checksum.',
  unbekannt: 'unknown',
  seite: 'Page',
  von: 'of',
};

/** Words of the printed list of a run. */
export const listeText = { de, en };
