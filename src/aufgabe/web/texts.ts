import type { Same } from '#src/platform/texts.ts';

export const de = {
  karte: 'Aufgaben',
  neu: 'Aufgabe anlegen',
  neuTitel: 'Neue Aufgabe',
  aendern: 'Aufgabe ändern',
  aendernKurz: 'Ändern',
  text: 'Was ist zu tun?',
  faelligAm: 'Bis wann',
  ohneFrist: 'ohne Frist',
  zustaendigId: 'Wer übernimmt sie',
  niemand: 'Wer den Fall führt',
  zustaendigHinweis:
    'Wer an dem Fall arbeitet: Fallführung und Vertretung, bei Fällen des Teams alle Kolleg*innen.',
  speichern: 'Speichern',
  gespeichert: 'Die Aufgabe ist gespeichert.',
  erledigen: 'Erledigt',
  entfaellt: 'Entfällt',
  wiederOffen: 'Wieder öffnen',
  keineTitel: 'Nichts offen',
  keineText: 'Für diesen Fall ist keine Aufgabe offen.',
  bis: (tag: string) => `bis ${tag}`,
  ueberfaellig: (tag: string) => `seit ${tag} überfällig`,
  heute: 'heute',
  erledigtAm: (tag: string, von: string | null) => `erledigt am ${tag}${von === null ? '' : `, ${von}`}`,
  entfallenAm: (tag: string, von: string | null) => `entfallen am ${tag}${von === null ? '' : `, ${von}`}`,
  nichtMehr: (name: string) => `${name}, nicht mehr am Fall`,
  ausHilfeplan: 'aus dem Hilfeplan',
  ausVermittlung: 'aus einer Vermittlung',
  ausUebergabe: 'aus der Übergabe',
  frueher: (zahl: number) => (zahl === 1 ? '1 erledigte' : `${zahl} erledigte`),
  geschlossen: 'Der Fall ist abgeschlossen. Aufgaben und Notizen sind nur noch zu lesen.',
  code: {
    'fall-abgeschlossen':
      'Der Fall ist abgeschlossen und wird nur noch gelesen. Nehmen Sie ihn wieder auf, um weiterzuarbeiten.',
    'einwilligung-abgelaufen':
      'Die Einwilligung ist abgelaufen. Bevor Sie weiterarbeiten, unterschreibt die Person neu (Reiter Einwilligungen).',
    'frist-vergangen': 'Dieser Tag ist schon vorbei. Bitte wählen Sie heute oder einen späteren.',
    'zustaendig-fremd':
      'Diese Kollegin arbeitet nicht an dem Fall und könnte ihn nicht öffnen. Benennen Sie sie zuerst als Vertretung, oder weisen Sie ihr den Fall zu.',
    'aufgabe-zu': 'Die Aufgabe ist schon erledigt oder entfallen. Öffnen Sie sie wieder, um sie zu ändern.',
    'gleichzeitig-geaendert':
      'Jemand hat diese Aufgabe inzwischen geändert. Ihre Eingaben stehen noch hier; schließen Sie das Fenster, um den neuen Stand zu sehen.',
  },
};

export const en: Same<typeof de> = {
  karte: 'Tasks',
  neu: 'Add task',
  neuTitel: 'New task',
  aendern: 'Change task',
  aendernKurz: 'Change',
  text: 'What is to be done?',
  faelligAm: 'By when',
  ohneFrist: 'no deadline',
  zustaendigId: 'Who does it',
  niemand: 'Whoever leads the case',
  zustaendigHinweis: 'Who works on the case: its lead and substitute, for cases of the team every colleague.',
  speichern: 'Save',
  gespeichert: 'The task has been saved.',
  erledigen: 'Done',
  entfaellt: 'No longer needed',
  wiederOffen: 'Open again',
  keineTitel: 'Nothing open',
  keineText: 'No task is open for this case.',
  bis: (tag) => `by ${tag}`,
  ueberfaellig: (tag) => `overdue since ${tag}`,
  heute: 'today',
  erledigtAm: (tag, von) => `done on ${tag}${von === null ? '' : `, ${von}`}`,
  entfallenAm: (tag, von) => `dropped on ${tag}${von === null ? '' : `, ${von}`}`,
  nichtMehr: (name) => `${name}, no longer on the case`,
  ausHilfeplan: 'from the help plan',
  ausVermittlung: 'from a referral',
  ausUebergabe: 'from the hand-over',
  frueher: (zahl) => `${zahl} done`,
  geschlossen: 'The case is closed. Tasks and notes can only be read.',
  code: {
    'fall-abgeschlossen': 'The case is closed and can only be read. Reopen it to go on working.',
    'einwilligung-abgelaufen':
      'The consent has run out. Before you go on working, the person signs anew (tab Consents).',
    'frist-vergangen': 'This day has passed. Please choose today or a later one.',
    'zustaendig-fremd':
      'This colleague does not work on the case and could not open it. Name her as substitute first, or assign the case to her.',
    'aufgabe-zu': 'The task is already done or dropped. Open it again to change it.',
    'gleichzeitig-geaendert':
      'Somebody has changed this task in the meantime. What you typed is still here; close the window to see the new state.',
  },
};
