import { formatDay } from '#src/platform/day.ts';
import type { Same } from '#src/platform/texts.ts';

/** Numbers, days and codes of a message. */
export type Daten = Readonly<Record<string, unknown>>;

function word(daten: Daten, name: string): string {
  const value = daten[name];
  return typeof value === 'string' ? value : '';
}

function tag(daten: Daten, name: string): string {
  const value = word(daten, name);
  return value === '' ? '' : formatDay(value);
}

export const de = {
  titel: 'Nachrichten',
  leer: 'Keine neuen Nachrichten.',
  alleGelesen: 'Alle gelesen',
  frueher: 'Frühere',
  unbekannt: 'Neue Nachricht',
  art: {
    'anfrage.eingegangen': (d: Daten) =>
      `Neue Anfrage ${word(d, 'nummer')}${d['dringlich'] === true ? ', eilig' : ''}: erster Termin bis ${tag(d, 'fristAm')}.`,
    'anfrage.weitergeleitet': (d: Daten) =>
      `Anfrage ${word(d, 'nummer')} wurde an Ihr Team weitergeleitet: erster Termin bis ${tag(d, 'fristAm')}.`,
    'vertretung.benannt': (d: Daten) => `Sie vertreten vom ${tag(d, 'von')} bis ${tag(d, 'bis')}.`,
    'vertretung.beendet': () => 'Eine Vertretung ist beendet.',
    'doppelbetreuung.gemeldet': () => 'Vielleicht wird jemand doppelt begleitet. Bitte vermitteln Sie.',
    'doppelbetreuung.geklaert': (d: Daten) => {
      const nummer = word(d, 'nummer');
      const ergebnis: Readonly<Record<string, string>> = {
        verschieden: 'Es sind zwei verschiedene Personen.',
        eine_begleitung:
          d['fuehrt'] === true ? 'Sie begleiten weiter.' : 'Ein anderer {traeger} begleitet weiter.',
        federfuehrung:
          d['fuehrt'] === true
            ? 'Sie haben die Federführung.'
            : 'Die Federführung hat ein anderer {traeger}.',
      };
      return `Die {koordination} hat zu ${nummer} vermittelt. ${ergebnis[word(d, 'stand')] ?? ''}`.trim();
    },
    'zusammenfuehrung.vorgeschlagen': () =>
      'Zwei Einträge sollen zusammengeführt werden. Bitte prüfen Sie mit.',
    'zusammenfuehrung.zugestimmt': () => 'Ihrem Vorschlag, zwei Einträge zusammenzuführen, wurde zugestimmt.',
    'zusammenfuehrung.abgelehnt': () => 'Ihr Vorschlag, zwei Einträge zusammenzuführen, wurde abgelehnt.',
    'zusammenfuehrung.fall_offen': (d: Daten) =>
      `Der zweite Fall ${word(d, 'nummer')} ist noch offen. Bitte schließen Sie ihn ab.`,
  },
};

export const en: Same<typeof de> = {
  titel: 'Messages',
  leer: 'No new messages.',
  alleGelesen: 'Mark all as read',
  frueher: 'Earlier',
  unbekannt: 'New message',
  art: {
    'anfrage.eingegangen': (d) =>
      `New request ${word(d, 'nummer')}${d['dringlich'] === true ? ', urgent' : ''}: first appointment by ${tag(d, 'fristAm')}.`,
    'anfrage.weitergeleitet': (d) =>
      `Request ${word(d, 'nummer')} was passed on to your team: first appointment by ${tag(d, 'fristAm')}.`,
    'vertretung.benannt': (d) => `You substitute from ${tag(d, 'von')} to ${tag(d, 'bis')}.`,
    'vertretung.beendet': () => 'A substitution has ended.',
    'doppelbetreuung.gemeldet': () => 'Somebody may be in care twice. Please mediate.',
    'doppelbetreuung.geklaert': (d) => {
      const outcome: Readonly<Record<string, string>> = {
        verschieden: 'They are two different people.',
        eine_begleitung: d['fuehrt'] === true ? 'You go on.' : 'Another provider goes on.',
        federfuehrung: d['fuehrt'] === true ? 'You have the lead.' : 'Another provider has the lead.',
      };
      return `The coordination has mediated on ${word(d, 'nummer')}. ${outcome[word(d, 'stand')] ?? ''}`.trim();
    },
    'zusammenfuehrung.vorgeschlagen': () =>
      'Two records are to be merged. Please check as the second pair of eyes.',
    'zusammenfuehrung.zugestimmt': () => 'Your proposal to merge two records was accepted.',
    'zusammenfuehrung.abgelehnt': () => 'Your proposal to merge two records was declined.',
    'zusammenfuehrung.fall_offen': (d) =>
      `The second case ${word(d, 'nummer')} is still open. Please close it.`,
  },
};
