import { findTitel } from '#src/aufenthalt/titel.ts';
import { formatDay } from '#src/platform/day.ts';
import type { Same } from '#src/platform/texts.ts';
import type { BlattPosten, Wissen } from './blatt-contract.ts';

/** Words of the sheet on the screen and on paper. */
export const de = {
  frage: {
    vertrauen: 'Wem vertraut die Person, wer ist wichtig?',
    umgang: 'Was hilft im Gespräch, was stört?',
    absprachen: 'Was ist mündlich zugesagt?',
    vorsicht: 'Worauf ist zu achten?',
  } satisfies Record<keyof Wissen, string>,
  art: {
    termin: 'Termine',
    schritt: 'Schritte im Hilfeplan',
    aufgabe: 'Aufgaben',
    vermittlung: 'Vermittlungen',
    titel: 'Aufenthaltstitel',
    einwilligung: 'Einwilligung',
    entbindung: 'Schweigepflichtsentbindungen',
    weitergabe: 'Vorbereitete Weitergaben',
  } satisfies Record<BlattPosten['art'], string>,
  wort: {
    klient: 'Klient*in',
    casemanagement: 'Case Management',
    dritte: 'Dritte',
    beratung: 'Beratung',
    aufsuchend: 'aufsuchende Beratung',
    begleitung: 'Begleitung',
    folgetermin: 'Folgetermin',
    intern: 'intern',
    vorbereitet: 'vorbereitet',
    gesendet: 'wartet auf Antwort',
    angenommen: 'angenommen',
    warteliste: 'Warteliste',
    begonnen: 'begonnen',
  },
  bis: (tag: string) => `bis ${tag}`,
  um: (tag: string, zeit: string) => `${tag}, ${zeit} Uhr`,
  laeuftAb: (tag: string) => `läuft ab am ${tag}`,
};
export type PostenWorte = Same<typeof de>;

export const en: PostenWorte = {
  frage: {
    vertrauen: 'Whom does the person trust, who matters?',
    umgang: 'What helps in a talk, what disturbs?',
    absprachen: 'What has been promised by word of mouth?',
    vorsicht: 'What calls for care?',
  },
  art: {
    termin: 'Appointments',
    schritt: 'Steps of the plan',
    aufgabe: 'Tasks',
    vermittlung: 'Referrals',
    titel: 'Residence titles',
    einwilligung: 'Consent',
    entbindung: 'Releases',
    weitergabe: 'Prepared sharing',
  },
  wort: {
    klient: 'client',
    casemanagement: 'case management',
    dritte: 'third party',
    beratung: 'counselling',
    aufsuchend: 'outreach',
    begleitung: 'accompaniment',
    folgetermin: 'follow-up',
    intern: 'internal',
    vorbereitet: 'prepared',
    gesendet: 'waits for an answer',
    angenommen: 'accepted',
    warteliste: 'waiting list',
    begonnen: 'started',
  },
  bis: (tag) => `by ${tag}`,
  um: (tag, zeit) => `${tag}, ${zeit}`,
  laeuftAb: (tag) => `runs out on ${tag}`,
};

/** A line of the sheet in words: what, and when with whom. */
function postenText(posten: BlattPosten, worte: PostenWorte): { was: string; wann: string } {
  const { art, text, wer, bis, um } = posten;
  const words: Readonly<Record<string, string>> = worte.wort;
  const was =
    art === 'titel'
      ? (findTitel(text)?.bezeichnung ?? text)
      : text === ''
        ? worte.art[art]
        : (words[text] ?? text);
  const ablauf = art === 'titel' || art === 'einwilligung' || art === 'entbindung';
  const wann =
    bis === null
      ? ''
      : um === null
        ? (ablauf ? worte.laeuftAb : worte.bis)(formatDay(bis))
        : worte.um(formatDay(bis), um);
  return { was, wann: [wann, words[wer] ?? wer].filter((part) => part !== '').join(' · ') };
}

/** The lines of a sheet under the heading of their kind, kinds without a line left out. */
export function groupPosten(
  posten: readonly BlattPosten[],
  worte: PostenWorte,
): { art: BlattPosten['art']; titel: string; zeilen: { was: string; wann: string }[] }[] {
  return [...Map.groupBy(posten, ({ art }) => art)].map(([art, zeilen]) => ({
    art,
    titel: worte.art[art],
    zeilen: zeilen.map((each) => postenText(each, worte)),
  }));
}
