import type { Same, Sprache } from '#src/platform/texts.ts';

const de = {
  titel: 'Fallskizze',
  art: 'ohne Namen, für Fallbesprechung und Fallkonferenz',
  runde: (nummer: string, runde: number) => `Fall ${nummer} · Runde ${runde} des Regelkreises`,
  spalten: ['Lebensbereich', 'Bedarf', 'Ziele', 'Vermittlungen'],
  bedarf: {
    keiner: 'kein Bedarf',
    bedarf: 'Bedarf',
    dringend: 'dringend',
    nicht_besprochen: 'nicht besprochen',
  },
  ziele: (erreicht: number, gesamt: number) => `${erreicht} von ${gesamt} erreicht`,
  vermittlungen: (laufend: number, gesamt: number) => `${gesamt}, davon ${laufend} laufend`,
  leer: 'Noch kein Bedarf erhoben, kein Ziel vereinbart, nichts vermittelt.',
  heading: 'Verlauf',
  text: (seit: string, kontakte: number, zeit: string) =>
    `Begleitet seit ${seit}, ${kontakte === 1 ? '1 Beratungskontakt' : `${kontakte} Beratungskontakte`}, Beratungszeit ${zeit}.`,
  hinweis:
    'Die Skizze enthält weder Namen noch Notizen, weder Herkunft noch Alter. Was dazu gesagt wird, bleibt in der Runde.',
  stand: 'Stand',
  seite: 'Seite',
  von: 'von',
};

const en: Same<typeof de> = {
  titel: 'Case sketch',
  art: 'without a name, for case discussion and case conference',
  runde: (nummer, runde) => `Case ${nummer} · round ${runde} of the control cycle`,
  spalten: ['Area of life', 'Need', 'Goals', 'Referrals'],
  bedarf: { keiner: 'no need', bedarf: 'need', dringend: 'urgent', nicht_besprochen: 'not discussed' },
  ziele: (erreicht, gesamt) => `${erreicht} of ${gesamt} reached`,
  vermittlungen: (laufend, gesamt) => `${gesamt}, ${laufend} of them running`,
  leer: 'No need found, no goal agreed, nothing referred yet.',
  heading: 'Course',
  text: (seit, kontakte, zeit) =>
    `Accompanied since ${seit}, ${kontakte === 1 ? '1 counselling contact' : `${kontakte} counselling contacts`}, counselling time ${zeit}.`,
  hinweis:
    'The sketch holds neither names nor notes, neither origin nor age. What is said about it stays in the round.',
  stand: 'As of',
  seite: 'Page',
  von: 'of',
};

/** Words of the paper for a case discussion. */
export const skizzeText: Readonly<Record<Sprache, typeof de>> = { de, en };
