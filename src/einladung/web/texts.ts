import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Willkommen bei Lotse',
  titelKennwort: 'Neues Kennwort setzen',
  begruessung: (name: string) => `Dieser Link ist für ${name}.`,
  anmeldename: 'Ihr Anmeldename',
  nichtSie:
    'Wenn Sie das nicht sind, schließen Sie bitte diese Seite und sagen Sie der Administration Bescheid.',
  kennwort: 'Kennwort',
  kennwortHinweis: 'Mindestens 12 Zeichen. Am besten ein Satz, den nur Sie kennen.',
  wiederholen: 'Kennwort noch einmal',
  setzen: 'Kennwort setzen und anmelden',
  danach: 'Danach richten Sie, wenn Ihre Rolle das verlangt, den zweiten Faktor ein.',
  ungueltigTitel: 'Dieser Link gilt nicht mehr',
  ungueltigText:
    'Er wurde schon benutzt, ist älter als sieben Tage oder wurde ersetzt. Bitte lassen Sie sich von Ihrer Administration einen neuen geben.',
  zurAnmeldung: 'Zur Anmeldung',
  andereSprache: 'English',
  code: {
    'einladung-ungueltig': 'Dieser Link gilt nicht mehr. Bitte lassen Sie sich einen neuen geben.',
    'kennwort-zu-kurz': 'Das Kennwort braucht mindestens 12 Zeichen.',
    'kennwort-bekannt': 'Dieses Kennwort ist zu leicht zu erraten oder schon bekannt geworden.',
    'kennwort-verschieden': 'Die beiden Kennwörter sind nicht gleich.',
    'anmeldung-ueberlastet': 'Gerade melden sich sehr viele an. Bitte versuchen Sie es gleich noch einmal.',
  },
};

export const en: Same<typeof de> = {
  titel: 'Welcome to Lotse',
  titelKennwort: 'Set a new password',
  begruessung: (name) => `This link is for ${name}.`,
  anmeldename: 'Your user name',
  nichtSie: 'If that is not you, please close this page and tell the administration.',
  kennwort: 'Password',
  kennwortHinweis: 'At least 12 characters. Best a sentence that only you know.',
  wiederholen: 'Password once more',
  setzen: 'Set password and sign in',
  danach: 'Afterwards you set up the second factor, if your role asks for it.',
  ungueltigTitel: 'This link no longer holds',
  ungueltigText:
    'It was used already, is older than seven days or was replaced. Please have your administration give you a new one.',
  zurAnmeldung: 'To the sign-in page',
  andereSprache: 'Deutsch',
  code: {
    'einladung-ungueltig': 'This link no longer holds. Please ask for a new one.',
    'kennwort-zu-kurz': 'The password needs at least 12 characters.',
    'kennwort-bekannt': 'This password is too easy to guess or has become known.',
    'kennwort-verschieden': 'The two passwords differ.',
    'anmeldung-ueberlastet': 'Very many are signing in right now. Please try again in a moment.',
  },
};
