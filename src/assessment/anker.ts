import type { Same } from '#src/platform/texts.ts';
import type { Dimension, Stufe } from './runde.ts';

interface Anker {
  readonly name: string;
  /** What each value from 1 to 5 means, so that two colleagues rate alike. */
  readonly stufe: Readonly<Record<Stufe, string>>;
}

const de = {
  rechtlich: {
    name: 'Rechtlich',
    stufe: {
      1: 'Versteht Briefe von Behörden nicht und versäumt ohne Hilfe Fristen.',
      2: 'Bringt Briefe mit und braucht für jeden Schritt Begleitung.',
      3: 'Erledigt Einfaches selbst und fragt bei Bescheiden und Fristen nach.',
      4: 'Hält Fristen selbst ein und braucht nur bei Schwierigem Rat.',
      5: 'Kennt die eigenen Rechte und regelt Anträge und Termine allein.',
    },
  },
  sozial: {
    name: 'Sozial',
    stufe: {
      1: 'Hat außerhalb von Familie oder Unterkunft niemanden.',
      2: 'Hat erste Kontakte, die andere hergestellt haben.',
      3: 'Nimmt Angebote am Ort wahr, wenn jemand einlädt.',
      4: 'Pflegt eigene Kontakte und findet Angebote meist selbst.',
      5: 'Hat ein verlässliches Netz und hilft auch anderen.',
    },
  },
  beruflich: {
    name: 'Beruflich',
    stufe: {
      1: 'Arbeit, Ausbildung oder Kurs sind zurzeit nicht erreichbar.',
      2: 'Hat eine Vorstellung, kennt aber die Wege dorthin nicht.',
      3: 'Ist in Kurs, Maßnahme oder Bewerbung und braucht Begleitung.',
      4: 'Lernt oder bewirbt sich selbstständig und holt sich bei Hürden Rat.',
      5: 'Arbeitet oder lernt aus eigener Kraft und plant den nächsten Schritt.',
    },
  },
  finanziell: {
    name: 'Finanziell',
    stufe: {
      1: 'Das Nötigste ist nicht gesichert, Post zum Geld bleibt liegen.',
      2: 'Leistungen laufen nur mit Hilfe, Schulden sind nicht geregelt.',
      3: 'Kommt meist aus und braucht Hilfe bei Anträgen und Schulden.',
      4: 'Überblickt Einnahmen und Ausgaben und fragt nur im Einzelfall.',
      5: 'Sorgt selbst für den Unterhalt oder regelt alle Leistungen allein.',
    },
  },
  gesundheitlich: {
    name: 'Gesundheitlich',
    stufe: {
      1: 'Findet ohne Hilfe keinen Zugang zu Praxis oder Krankenhaus.',
      2: 'Geht zu Terminen, wenn jemand begleitet oder dolmetscht.',
      3: 'Hat eine Praxis und nimmt die meisten Termine wahr.',
      4: 'Kümmert sich selbst um Termine und braucht nur bei Diagnosen Unterstützung.',
      5: 'Kennt die Wege im Gesundheitssystem und sorgt gut für sich.',
    },
  },
} satisfies Record<Dimension, Anker>;

const en: Same<typeof de> = {
  rechtlich: {
    name: 'Legal',
    stufe: {
      1: 'Does not understand letters from authorities and misses deadlines without help.',
      2: 'Brings letters along and needs somebody for every step.',
      3: 'Settles simple matters alone and asks about notices and deadlines.',
      4: 'Keeps deadlines alone and needs advice only with difficult matters.',
      5: 'Knows the own rights and settles applications and appointments alone.',
    },
  },
  sozial: {
    name: 'Social',
    stufe: {
      1: 'Has nobody outside the family or the accommodation.',
      2: 'Has first contacts that others have made.',
      3: 'Takes part in local offers when somebody invites.',
      4: 'Keeps own contacts and mostly finds offers alone.',
      5: 'Has a reliable network and helps others too.',
    },
  },
  beruflich: {
    name: 'Vocational',
    stufe: {
      1: 'Work, training or a course are out of reach at present.',
      2: 'Has an idea but does not know the ways there.',
      3: 'Is in a course, a measure or applying, and needs support.',
      4: 'Learns or applies independently and takes advice at hurdles.',
      5: 'Works or learns on the own strength and plans the next step.',
    },
  },
  finanziell: {
    name: 'Financial',
    stufe: {
      1: 'The bare necessities are not secured, letters about money lie unopened.',
      2: 'Benefits are paid only with help, debts are not settled.',
      3: 'Mostly gets by and needs help with applications and debts.',
      4: 'Has an overview of income and expenses and asks only now and then.',
      5: 'Earns the own living or settles all benefits alone.',
    },
  },
  gesundheitlich: {
    name: 'Health',
    stufe: {
      1: 'Finds no way to a practice or hospital without help.',
      2: 'Goes to appointments when somebody comes along or interprets.',
      3: 'Has a practice and keeps most appointments.',
      4: 'Looks after appointments alone and needs support only with diagnoses.',
      5: 'Knows the ways in the health system and takes good care of the own health.',
    },
  },
};

/** The scale of self-reliance in words, in both languages. */
export const anker = { de, en };
