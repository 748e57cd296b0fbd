import { formatDay, type Day } from '#src/platform/day.ts';
import { rechtWorte, type VordruckRecht } from '#src/vordruck/recht.ts';
import type { ErsuchenAblehnung, ErsuchenArt, ErsuchenEntscheidung } from './ersuchen.ts';

/** German words of letters and copies; what binds is German. */
export const artWort: Readonly<Record<ErsuchenArt, { readonly wort: string; readonly artikel: string }>> = {
  auskunft: { wort: 'Auskunft', artikel: 'Art. 15 DSGVO' },
  berichtigung: { wort: 'Berichtigung', artikel: 'Art. 16 DSGVO' },
  loeschung: { wort: 'Löschung', artikel: 'Art. 17 DSGVO' },
  einschraenkung: { wort: 'Einschränkung der Verarbeitung', artikel: 'Art. 18 DSGVO' },
  uebertragbarkeit: { wort: 'Datenübertragung', artikel: 'Art. 20 DSGVO' },
  widerspruch: { wort: 'Widerspruch', artikel: 'Art. 21 DSGVO' },
};

/** The same rights under church law. */
const kirche: Readonly<Partial<Record<VordruckRecht, Readonly<Record<ErsuchenArt, string>>>>> = {
  kdg: {
    auskunft: '§ 17 KDG',
    berichtigung: '§ 18 KDG',
    loeschung: '§ 19 KDG',
    einschraenkung: '§ 20 KDG',
    uebertragbarkeit: '§ 22 KDG',
    widerspruch: '§ 23 KDG',
  },
  ekd: {
    auskunft: '§ 19 DSG-EKD',
    berichtigung: '§ 20 DSG-EKD',
    loeschung: '§ 21 DSG-EKD',
    einschraenkung: '§ 22 DSG-EKD',
    uebertragbarkeit: '§ 24 DSG-EKD',
    widerspruch: '§ 25 DSG-EKD',
  },
};

/** Which right is exercised, by the law that binds the Träger. */
export function normOf(art: ErsuchenArt, recht: VordruckRecht): string {
  return kirche[recht]?.[art] ?? artWort[art].artikel;
}

const ablehnungWort: Readonly<Record<ErsuchenAblehnung, string>> = {
  identitaet: 'Wir konnten nicht feststellen, dass die Anfrage von Ihnen kommt.',
  offensichtlich_unbegruendet: 'Der Antrag ist offensichtlich unbegründet.',
  exzessiv: 'Der gleiche Antrag wurde in kurzer Zeit mehrfach gestellt.',
  rechte_dritter: 'Die Antwort würde Rechte anderer Menschen verletzen.',
  richtig: 'Die Angabe ist nach unserer Prüfung richtig.',
  rechtspflicht: 'Ein Gesetz verpflichtet uns, die Daten aufzubewahren.',
  rechtsansprueche: 'Die Daten werden gebraucht, um rechtliche Ansprüche zu klären.',
  archiv: 'Die Daten sind dem öffentlichen Archiv anzubieten.',
  sozialdaten: 'Ein Gesetz über Sozialdaten steht der Auskunft entgegen (§ 83 SGB X).',
  schutzwuerdige_gruende: 'Zwingende schutzwürdige Gründe stehen entgegen.',
  nicht_automatisiert: 'Die Daten werden nicht automatisiert auf Ihre Einwilligung hin verarbeitet.',
};

const verlaengertWort: Readonly<Record<string, string>> = {
  umfang: 'Ihre Akte ist umfangreich.',
  schwierig: 'Die Prüfung ist schwierig, weil in der Akte auch andere Menschen vorkommen.',
  viele_ersuchen: 'Bei uns sind viele Anfragen zugleich eingegangen.',
};

interface Brief {
  readonly betreff: string;
  readonly absaetze: readonly string[];
}

interface Lage {
  readonly art: ErsuchenArt;
  readonly recht: VordruckRecht;
  readonly eingegangenAm: Day;
  readonly fristAm: Day;
}

/** Confirms that a request came in and until when it is answered. */
export function eingangBrief({ art, recht, eingegangenAm, fristAm }: Lage): Brief {
  const { wort } = artWort[art];
  return {
    betreff: `Eingang Ihres Antrags: ${wort}`,
    absaetze: [
      `Ihr Antrag vom ${formatDay(eingegangenAm)} ist bei uns angekommen. Sie nehmen damit Ihr Recht nach ${normOf(art, recht)} wahr.`,
      `Wir antworten Ihnen bis zum ${formatDay(fristAm)}. Das kostet Sie nichts.`,
      ...(art === 'einschraenkung' || art === 'widerspruch'
        ? ['Bis wir entschieden haben, bewahren wir Ihre Daten nur auf. Wir geben nichts davon weiter.']
        : []),
      'Vielleicht fragen wir noch einmal nach, um sicher zu sein, dass der Antrag von Ihnen kommt.',
    ],
  };
}

/** Tells that it takes longer, and why (Art. 12 (3) GDPR). */
export function verlaengerungBrief(lage: Lage & { readonly grund: string }): Brief {
  return {
    betreff: `Wir brauchen mehr Zeit: ${artWort[lage.art].wort}`,
    absaetze: [
      `Ihr Antrag vom ${formatDay(lage.eingegangenAm)} braucht mehr Zeit. ${verlaengertWort[lage.grund] ?? ''}`,
      `Wir antworten Ihnen bis zum ${formatDay(lage.fristAm)}. Das Gesetz erlaubt uns, die Frist einmal um zwei Monate zu verlängern.`,
      `Wenn Sie damit nicht einverstanden sind, können Sie sich beschweren: ${rechtWorte[lage.recht].aufsicht}.`,
    ],
  };
}

/** The answer itself. A refusal says why, and where one may complain (Art. 12 (4) GDPR). */
export function antwortBrief(
  lage: Lage & {
    readonly entscheidung: ErsuchenEntscheidung;
    readonly ablehnung: ErsuchenAblehnung | null;
    readonly antwort: string;
  },
): Brief {
  const { art, entscheidung, ablehnung, antwort, recht } = lage;
  const words = antwort.split('\n').filter((line) => line.trim() !== '');
  const beschwerde = `Sie können sich bei der Aufsicht beschweren: ${rechtWorte[recht].aufsicht}. Sie können auch vor Gericht gehen.`;
  return {
    betreff: `Antwort auf Ihren Antrag: ${artWort[art].wort}`,
    absaetze: [
      `auf Ihren Antrag vom ${formatDay(lage.eingegangenAm)} nach ${normOf(art, recht)} antworten wir Ihnen:`,
      ...(entscheidung === 'abgelehnt'
        ? ['Wir können Ihrem Antrag nicht folgen.', ablehnung === null ? '' : ablehnungWort[ablehnung]]
        : [entscheidung === 'vermerkt' ? VERMERKT : stattgegebenWort[art]]),
      ...words,
      beschwerde,
    ].filter((line) => line !== ''),
  };
}

const VERMERKT =
  'Ob die Angabe richtig ist, lässt sich nicht klären. Wir haben an der Angabe vermerkt, dass Sie sie bestreiten.';

const stattgegebenWort: Readonly<Record<ErsuchenArt, string>> = {
  auskunft:
    'Mit diesem Schreiben erhalten Sie eine Kopie aller Daten, die wir über Sie haben. Wo andere Menschen betroffen sind, steht „[geschwärzt]“.',
  uebertragbarkeit:
    'Mit diesem Schreiben erhalten Sie die Daten, die Sie uns gegeben haben: zum Lesen und als Datei für andere Programme.',
  berichtigung: 'Wir haben die Angabe berichtigt.',
  loeschung:
    'Wir löschen Ihre Daten. Es bleibt nur ein Vermerk ohne Inhalt, dass Ihr Antrag erledigt ist, und Zahlen ohne Namen.',
  einschraenkung:
    'Wir bewahren Ihre Daten nur noch auf. Wir geben nichts weiter, bis wir die Einschränkung aufheben; das sagen wir Ihnen vorher.',
  widerspruch: 'Wir verarbeiten Ihre Daten nicht weiter.',
};

/** What a person has to be told with her data (Art. 15 (1) a to h GDPR). */
export function rahmen(recht: VordruckRecht): readonly { readonly titel: string; readonly text: string }[] {
  return [
    {
      titel: 'Wozu wir die Daten haben',
      text: `Beratung und Begleitung im Kommunalen Integrationsmanagement. Grundlage ist Ihre Einwilligung (${rechtWorte[recht].rechtsgrundlage}).`,
    },
    {
      titel: 'Woher die Daten kommen',
      text: 'Von Ihnen selbst, aus den Gesprächen mit Ihnen und von den Stellen, für die Sie eine Schweigepflichtsentbindung unterschrieben haben.',
    },
    {
      titel: 'Wer Daten bekommen hat',
      text: 'Die Empfänger stehen unter „Empfänger“ und „Vermittlungen“. Andere haben nichts bekommen. Nichts geht in Länder außerhalb der Europäischen Union.',
    },
    {
      titel: 'Wie lange wir sie aufbewahren',
      text: 'Solange Sie beraten werden, danach so lange, wie unsere Aufbewahrungsregel es vorsieht. Danach werden sie gelöscht.',
    },
    {
      titel: 'Ihre Rechte',
      text: 'Sie können Daten berichtigen oder löschen lassen, die Verarbeitung einschränken lassen, ihr widersprechen und Ihre Einwilligung jederzeit widerrufen.',
    },
    { titel: 'Beschwerde', text: rechtWorte[recht].aufsicht },
    {
      titel: 'Keine Entscheidung durch Maschinen',
      text: 'Über Sie entscheidet kein Programm allein, und es wird kein Profil gebildet.',
    },
  ];
}
