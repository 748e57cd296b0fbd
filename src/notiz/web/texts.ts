import type { Same } from '#src/platform/texts.ts';

export const de = {
  karte: 'Notizen',
  text: 'Notiz',
  textHinweis: 'Wird verschlüsselt gespeichert. 24 Stunden lang können Sie sie noch ändern.',
  ebene: 'Wer sie liest',
  ebenen: { traeger: 'Unser Träger', fall: 'Mit dem Fall', ich: 'Nur ich' },
  ebenenText: {
    traeger: 'Wer bei Ihrem Träger an dem Fall arbeitet. Bei einer Übergabe bleibt die Notiz zurück.',
    fall: 'Wer an dem Fall arbeitet, auch nach einer Übergabe.',
    ich: 'Nur Sie, auch Ihre Vertretung nicht. Bei einer Übergabe bleibt die Notiz zurück.',
  },
  speichern: 'Notiz speichern',
  gespeichert: 'Die Notiz ist gespeichert.',
  aendern: 'Ändern',
  aendernTitel: 'Notiz ändern',
  geaendert: 'Die Notiz ist geändert.',
  geaendertAm: (am: string) => `geändert ${am}`,
  aenderbarBis: (am: string) => `Noch bis ${am} zu ändern; danach bleibt der Text stehen.`,
  zuruecknehmen: 'Notiz löschen',
  zurueckgenommen: 'Die Notiz ist gelöscht.',
  nachtragen: 'Nachtrag schreiben',
  nachtrag: 'Nachtrag',
  nachtragHinweis:
    'Der Text der Notiz bleibt stehen. Der Nachtrag steht darunter und ist später nicht zu ändern.',
  nachgetragen: 'Der Nachtrag ist gespeichert.',
  nachtragVom: (am: string, von: string | null) => `Nachtrag vom ${am}${von === null ? '' : `, ${von}`}`,
  suche: 'In dieser Akte suchen',
  suchen: 'Suchen',
  sucheHinweis: 'Mindestens zwei Zeichen.',
  sucheEnde: 'Suche schließen',
  gefunden: (zahl: number, mehr: boolean) =>
    zahl === 0
      ? 'Dazu steht nichts in den Texten dieser Akte, die Sie lesen dürfen.'
      : mehr
        ? `Die neuesten ${zahl} Stellen; es gibt mehr.`
        : zahl === 1
          ? 'Eine Stelle'
          : `${zahl} Stellen`,
  stelle: {
    notiz: 'Notiz',
    nachtrag: 'Nachtrag',
    nachtrag_kontakt: 'Nachtrag zu einem Kontakt',
    kontakt: 'Kontakt',
    bemerkung: 'Bemerkung zum Fall',
    aufgabe: 'Aufgabe',
    ziel: '{hilfeplan}: Ziel',
    schritt: '{hilfeplan}: Schritt',
    gespraech: 'Gespräch zum Bedarf',
    bereich: 'Lebensbereich',
    dokument: 'Dokument',
    vermittlung: 'Vermittlung',
    haushalt: 'Haushalt',
    akteur: 'Beteiligte',
  },
  keine: 'Noch keine Notiz.',
  zuNotiz: (am: string) => `zur Notiz vom ${am}`,
  code: {
    'fall-abgeschlossen':
      'Der Fall ist abgeschlossen und wird nur noch gelesen. Nehmen Sie ihn wieder auf, um weiterzuschreiben.',
    'einwilligung-abgelaufen':
      'Die Einwilligung ist abgelaufen. Bevor Sie weiterschreiben, unterschreibt die Person neu (Reiter Einwilligungen).',
    'notiz-steht':
      'Diese Notiz ist älter als 24 Stunden oder nicht von Ihnen: Ihr Text bleibt stehen. Kopieren Sie, was Sie geschrieben haben, in einen Nachtrag.',
    'gleichzeitig-geaendert':
      'Die Notiz wurde inzwischen geändert. Ihr Text steht noch hier; schließen Sie das Fenster, um den neuen Stand zu sehen.',
  },
};

export const en: Same<typeof de> = {
  karte: 'Notes',
  text: 'Note',
  textHinweis: 'Stored encrypted. For 24 hours you can still change it.',
  ebene: 'Who reads it',
  ebenen: { traeger: 'Our provider', fall: 'With the case', ich: 'Only me' },
  ebenenText: {
    traeger: 'Whoever works on the case at your provider. At a hand-over the note stays behind.',
    fall: 'Whoever works on the case, also after a hand-over.',
    ich: 'Only you, not even your substitute. At a hand-over the note stays behind.',
  },
  speichern: 'Save note',
  gespeichert: 'The note has been saved.',
  aendern: 'Change',
  aendernTitel: 'Change note',
  geaendert: 'The note has been changed.',
  geaendertAm: (am) => `changed ${am}`,
  aenderbarBis: (am) => `Can be changed until ${am}; after that the text stands.`,
  zuruecknehmen: 'Delete note',
  zurueckgenommen: 'The note has been deleted.',
  nachtragen: 'Write amendment',
  nachtrag: 'Amendment',
  nachtragHinweis:
    'The text of the note stands. The amendment is shown below it and cannot be changed later.',
  nachgetragen: 'The amendment has been saved.',
  nachtragVom: (am, von) => `Amendment of ${am}${von === null ? '' : `, ${von}`}`,
  suche: 'Search in this case file',
  suchen: 'Search',
  sucheHinweis: 'At least two characters.',
  sucheEnde: 'Close search',
  gefunden: (zahl, mehr) =>
    zahl === 0
      ? 'Nothing about it in the texts of this file that you may read.'
      : mehr
        ? `The newest ${zahl} places; there are more.`
        : zahl === 1
          ? 'One place'
          : `${zahl} places`,
  stelle: {
    notiz: 'Note',
    nachtrag: 'Amendment',
    nachtrag_kontakt: 'Amendment to a contact',
    kontakt: 'Contact',
    bemerkung: 'Remark on the case',
    aufgabe: 'Task',
    ziel: 'Goal in the help plan',
    schritt: 'Step in the help plan',
    gespraech: 'Talk about needs',
    bereich: 'Area of life',
    dokument: 'Document',
    vermittlung: 'Referral',
    haushalt: 'Household',
    akteur: 'People involved',
  },
  keine: 'No note yet.',
  zuNotiz: (am) => `to the note of ${am}`,
  code: {
    'fall-abgeschlossen': 'The case is closed and can only be read. Reopen it to go on writing.',
    'einwilligung-abgelaufen':
      'The consent has run out. Before you go on writing, the person signs anew (tab Consents).',
    'notiz-steht':
      'This note is older than 24 hours or not yours: its text stands. Copy what you wrote into an amendment.',
    'gleichzeitig-geaendert':
      'The note has been changed in the meantime. Your text is still here; close the window to see the new state.',
  },
};
