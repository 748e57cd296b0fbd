import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Netzwerktreffen',
  netzwerk: 'Angebote',
  lead: 'An welchen örtlichen Netzwerk- und Austauschformaten das Case Management teilgenommen hat. Hier steht nichts über {klienten}.',
  neu: 'Teilnahme eintragen',
  neuTitel: 'Teilnahme eintragen',
  aendernTitel: 'Eintrag berichtigen',
  aendern: 'Ändern',
  speichern: 'Speichern',
  gespeichert: 'Das Treffen ist eingetragen.',
  am: 'Tag',
  name: 'Name des Formats',
  nameHinweis: 'Zum Beispiel „AK Flucht Lünen“ oder „Stadtteilrunde Brambauer“.',
  artLabel: 'Art',
  kommuneId: 'Ort',
  kreisweit: 'kreisweit',
  traegerId: '{traeger}',
  alleTraeger: 'gemeinsam',
  ergebnis: 'Was herauskam',
  ergebnisHinweis: 'Für das Netzwerk, ohne Angaben zu {klienten}.',
  imJahr: (zahl: number, jahr: string) =>
    zahl === 1 ? `1 Teilnahme im Jahr ${jahr}` : `${zahl} Teilnahmen im Jahr ${jahr}`,
  leerTitel: 'Noch kein Treffen eingetragen',
  leerText:
    'Tragen Sie ein, wo Sie das Case Management vertreten haben: Arbeitskreise, Stadtteilrunden, Abstimmungen.',
  art: {
    arbeitskreis: 'Arbeitskreis',
    stadtteilrunde: 'Stadtteilrunde',
    runder_tisch: 'Runder Tisch',
    fachaustausch: 'Fachaustausch',
    abstimmung: 'Abstimmung mit einer Stelle',
    sonstige: 'sonstiges Format',
  },
  code: {
    'gleichzeitig-geaendert':
      'Inzwischen hat jemand anderes diesen Eintrag geändert. Bitte schließen, den neuen Stand ansehen und dann noch einmal ändern; Ihre Eingabe bleibt als Entwurf.',
  },
};

export const en: Same<typeof de> = {
  titel: 'Network meetings',
  netzwerk: 'Offers',
  lead: 'In which local network formats the case management took part. Nothing about clients stands here.',
  neu: 'Note participation',
  neuTitel: 'Note participation',
  aendernTitel: 'Correct entry',
  aendern: 'Change',
  speichern: 'Save',
  gespeichert: 'The meeting is noted.',
  am: 'Day',
  name: 'Name of the format',
  nameHinweis: 'For example “AK Flucht Lünen” or “Stadtteilrunde Brambauer”.',
  artLabel: 'Kind',
  kommuneId: 'Place',
  kreisweit: 'whole Kreis',
  traegerId: 'Provider',
  alleTraeger: 'jointly',
  ergebnis: 'What came out of it',
  ergebnisHinweis: 'For the network, without anything about clients.',
  imJahr: (zahl, jahr) => (zahl === 1 ? `1 participation in ${jahr}` : `${zahl} participations in ${jahr}`),
  leerTitel: 'No meeting noted yet',
  leerText:
    'Note where you represented the case management: working groups, neighbourhood rounds, joint talks.',
  art: {
    arbeitskreis: 'Working group',
    stadtteilrunde: 'Neighbourhood round',
    runder_tisch: 'Round table',
    fachaustausch: 'Professional exchange',
    abstimmung: 'Joint talk with an office',
    sonstige: 'other format',
  },
  code: {
    'gleichzeitig-geaendert':
      'Somebody else has changed this entry meanwhile. Please close, look at what stands now and change it again; your entry stays as a draft.',
  },
};
