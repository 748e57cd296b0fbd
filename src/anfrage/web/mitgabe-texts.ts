import type { Same } from '#src/platform/texts.ts';

/** Words for a file that goes along with its Anfrage. */
export const de = {
  mitgeben: 'Akte und Screening-Bogen gehen auf Wunsch der Person mit',
  mitgebenHinweis: 'Sonst bleibt der Name hier, und der andere {traeger} fragt neu.',
  mitgabeAm: 'Zustimmung der Person am',
};

export const en: Same<typeof de> = {
  mitgeben: 'File and screening form go along, as the person wishes',
  mitgebenHinweis: 'Else the name stays here and the other provider asks anew.',
  mitgabeAm: 'The person agreed on',
};

export const deCode = {
  'einwilligung-fehlt': 'Die Einwilligung fehlt oder gilt nicht mehr; ohne sie geht keine Akte mit.',
  'fall-besteht': 'Die Person hat schon einen Fall. Bitte übergeben Sie den Fall.',
};

export const enCode: Same<typeof deCode> = {
  'einwilligung-fehlt': 'The consent is missing or has ended; without it no file goes along.',
  'fall-besteht': 'The person already has a case. Please hand over the case.',
};
