import type { Same } from '#src/platform/texts.ts';
import * as posten from '../posten-text.ts';

export const de = {
  ...posten.de,
  titel: 'Übergabeblatt',
  lead: 'Was offen ist, steht von selbst hier. Schreiben Sie dazu, was in keiner Akte steht.',
  fall: (nummer: string) => `Fall ${nummer}`,
  faelle: 'Fälle',
  drucken: 'Drucken (PDF)',
  wissenTitel: 'Was nicht in der Akte steht',
  wissenHinweis: 'Liegt versiegelt beim Fall und geht mit ihm an die nächste Fachkraft.',
  speichern: 'Speichern',
  gespeichert: 'Gespeichert.',
  offenTitel: 'Was offen ist',
  nichtsOffen: 'Nichts offen.',
  code: {
    'gleichzeitig-geaendert':
      'Jemand hat das Blatt inzwischen geändert. Ihr Text bleibt hier stehen; öffnen Sie das Blatt neu und fügen Sie ihn ein.',
  },
};

export const en: Same<typeof de> = {
  ...posten.en,
  titel: 'Hand-over sheet',
  lead: 'What is open stands here by itself. Add what is in no file.',
  fall: (nummer) => `Case ${nummer}`,
  faelle: 'Cases',
  drucken: 'Print (PDF)',
  wissenTitel: 'What is not in the file',
  wissenHinweis: 'Kept sealed with the case and handed on with it.',
  speichern: 'Save',
  gespeichert: 'Saved.',
  offenTitel: 'What is open',
  nichtsOffen: 'Nothing open.',
  code: {
    'gleichzeitig-geaendert':
      'Somebody has changed the sheet meanwhile. Your text stays here; open the sheet anew and paste it.',
  },
};
