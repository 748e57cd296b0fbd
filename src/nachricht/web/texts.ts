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

function zahl(daten: Daten, name: string): number {
  const value = daten[name];
  return typeof value === 'number' ? value : 0;
}

const faelle = (daten: Daten, name: string): string =>
  zahl(daten, name) === 1 ? '1 Fall' : `${zahl(daten, name)} Fälle`;
const ofFaelle = (daten: Daten, name: string): string =>
  zahl(daten, name) === 1 ? '1 Fall' : `${zahl(daten, name)} Fällen`;
const cases = (daten: Daten, name: string): string =>
  zahl(daten, name) === 1 ? '1 case' : `${zahl(daten, name)} cases`;

function antwort(daten: Daten): string {
  const angenommen = zahl(daten, 'angenommen');
  if (angenommen === 0) return `Die angefragte Übergabe von ${ofFaelle(daten, 'anzahl')} ist abgelehnt.`;
  if (angenommen === zahl(daten, 'anzahl'))
    return `Die angefragte Übergabe ist angenommen: ${faelle(daten, 'anzahl')}.`;
  return `Von der angefragten Übergabe sind ${angenommen} von ${ofFaelle(daten, 'anzahl')} angenommen.`;
}

function answer(daten: Daten): string {
  const accepted = zahl(daten, 'angenommen');
  if (accepted === 0) return `The hand-over of ${cases(daten, 'anzahl')} was declined.`;
  if (accepted === zahl(daten, 'anzahl')) return `The hand-over was accepted: ${cases(daten, 'anzahl')}.`;
  return `Of the hand-over ${accepted} of ${cases(daten, 'anzahl')} were accepted.`;
}

const zweckDe: Readonly<Record<string, string>> = {
  fallverlaufsgespraech: 'Fallverlaufsgespräch',
  fallkonferenz: 'Fallkonferenz',
  fachaufsicht: 'Fachaufsicht',
  fallbesprechung: 'Fallbesprechung',
};
const zweckEn: Readonly<Record<string, string>> = {
  fallverlaufsgespraech: 'case review',
  fallkonferenz: 'case conference',
  fachaufsicht: 'professional supervision',
  fallbesprechung: 'case discussion',
};

const rolleDe: Readonly<Record<string, string>> = {
  administration: 'Administration',
  datenschutz: 'Datenschutz',
  notzugriff: 'Notzugriff',
  casemanager: 'Case Management',
  casemanager_abh: 'Case Management in der Ausländerbehörde',
};
const rolleEn: Readonly<Record<string, string>> = {
  administration: 'administration',
  datenschutz: 'data protection',
  notzugriff: 'emergency access',
  casemanager: 'case management',
  casemanager_abh: 'case management at the foreigners’ authority',
};

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
    'aufgabe.uebertragen': (d: Daten) =>
      `Im Fall ${word(d, 'nummer')} wartet eine Aufgabe auf Sie${tag(d, 'faelligAm') === '' ? '' : `, bis ${tag(d, 'faelligAm')}`}.`,
    'faktor.eingerichtet': () =>
      'Für Ihr Konto wurde ein zweiter Faktor eingerichtet. Waren Sie das nicht, melden Sie sich bei Ihrer Administration.',
    'faktor.entfernt': () =>
      'Ein zweiter Faktor Ihres Kontos wurde entfernt. Waren Sie das nicht, melden Sie sich bei Ihrer Administration.',
    'faktor.codes_erneuert': () =>
      'Für Ihr Konto gibt es neue Wiederherstellungscodes; die alten gelten nicht mehr.',
    'faktor.code_benutzt': (d: Daten) =>
      `Mit einem Wiederherstellungscode wurde Ihr Konto geöffnet, ${zahl(d, 'uebrig')} sind übrig.${d['knapp'] === true ? ' Bitte machen Sie bald neue.' : ''}`,
    'faktor.zurueckgesetzt': () => 'Die Administration hat Ihren zweiten Faktor zurückgesetzt.',
    'faktor.schritt_gescheitert': () =>
      'Jemand hat mit Ihrem Kennwort versucht, sich anzumelden, und ist am zweiten Schritt gescheitert. Waren Sie das nicht, ändern Sie bitte Ihr Kennwort.',
    'vertretung.benannt': (d: Daten) => `Sie vertreten vom ${tag(d, 'von')} bis ${tag(d, 'bis')}.`,
    'ersuchen.eingegangen': (d: Daten) =>
      `Eine Klient*in verlangt etwas zu ihren Daten: Antwort bis ${tag(d, 'fristAm')}.`,
    'ersuchen.vorbereitet': (d: Daten) =>
      `Eine Antwort an eine Klient*in wartet auf Ihre Freigabe, spätestens bis ${tag(d, 'fristAm')}.`,
    'ersuchen.freigegeben': () => 'Ihre vorbereitete Antwort ist freigegeben: Sie kann zur Klient*in.',
    'ersuchen.zurueckgegeben': () => 'Ihre vorbereitete Antwort kam mit einem Grund zurück.',
    'protokoll.auffaelligkeit': (d: Daten) =>
      zahl(d, 'anzahl') === 1
        ? 'Am Protokoll ist etwas aufgefallen.'
        : `Am Protokoll ist an ${zahl(d, 'anzahl')} Stellen etwas aufgefallen.`,
    'erfolgsbericht.eingereicht': () => 'Ein Fallbeispiel wartet auf Ihre Prüfung.',
    'erfolgsbericht.zurueckgegeben': () => 'Ein Fallbeispiel kam mit einem Kommentar zu Ihnen zurück.',
    'erfolgsbericht.freigegeben': () => 'Ihr Fallbeispiel ist freigegeben.',
    'oeffnung.gegeben': (d: Daten) =>
      `Fall ${word(d, 'nummer')} ist für Sie geöffnet: ${zweckDe[word(d, 'zweck')] ?? ''}.`,
    'oeffnung.erbeten': (d: Daten) =>
      `Die {koordination} bittet darum, Fall ${word(d, 'nummer')} zu öffnen: ${zweckDe[word(d, 'zweck')] ?? ''}.`,
    'oeffnung.abgelehnt': (d: Daten) => `Ihre Bitte, Fall ${word(d, 'nummer')} zu öffnen, ist abgelehnt.`,
    'notzugriff.geoeffnet': (d: Daten) =>
      `Fall ${word(d, 'nummer')} wurde im Notfall geöffnet. Warum, steht in der Akte.`,
    'notzugriff.geoeffnet_datenschutz': () =>
      'Eine Akte wurde im Notfall geöffnet. Bitte prüfen Sie den Grund.',
    'notzugriff.zugewiesen': (d: Daten) =>
      `Der besonders geschützte Fall ${word(d, 'nummer')} hat die {casemanager} gewechselt.`,
    'notzugriff.zugewiesen_datenschutz': () =>
      'Eine besonders geschützte Person hat die {casemanager} gewechselt.',
    'konto.rolle_erteilt': (d: Daten) =>
      `Ein Konto hat eine neue Rolle, die Rechte gibt oder Namen liest: ${rolleDe[word(d, 'rolle')] ?? word(d, 'rolle')}. Ist das nicht abgesprochen, fragen Sie bitte die Administration.`,
    'konto.zugang_erneuert': (d: Daten) =>
      d['weg'] === 'link'
        ? 'Für ein Konto wurde ein Link für ein neues Kennwort ausgegeben. Ist das nicht abgesprochen, fragen Sie bitte die Administration.'
        : d['weg'] === 'faktor'
          ? 'Der zweite Faktor eines Kontos wurde zurückgesetzt. Ist das nicht abgesprochen, fragen Sie bitte die Administration.'
          : 'Ein Konto wurde mit einem Anmeldedienst verknüpft. Ist das nicht abgesprochen, fragen Sie bitte die Administration.',
    'konto.anmeldedienst_geaendert': () => 'Ein Anmeldedienst wurde angelegt oder geändert.',
    'vertretung.beendet': () => 'Eine Vertretung ist beendet.',
    'vermittlung.beantwortet': (d: Daten) => {
      const stand: Readonly<Record<string, string>> = {
        angenommen: 'angenommen',
        warteliste: 'auf die Warteliste gesetzt',
        abgelehnt: 'abgelehnt',
        begonnen: 'begonnen',
        beendet: 'beendet',
      };
      return `Eine Stelle hat zu Fall ${word(d, 'nummer')} geantwortet: ${stand[word(d, 'stand')] ?? ''}.`;
    },
    'vermittlung.eingegangen': () => 'An Ihre Stelle wurde vermittelt. Bitte antworten Sie im Eingang.',
    'loeschung.vorgeschlagen': (d: Daten) =>
      `Ein Löschlauf wartet auf Ihre Freigabe: ${d['posten'] === 1 ? 'eine Person' : `${Number(d['posten'])} Personen`}.`,
    'uebergabe.angefragt': (d: Daten) =>
      `Ein anderer {traeger} möchte Ihnen ${faelle(d, 'anzahl')} übergeben. Bitte antworten Sie bis ${tag(d, 'fristAm')}.`,
    'uebergabe.ko_angefragt': (d: Daten) =>
      `Die Übergabe von ${ofFaelle(d, 'anzahl')} ist angefragt. Antwort bis ${tag(d, 'fristAm')}.`,
    'uebergabe.beantwortet': (d: Daten) => antwort(d),
    'uebergabe.ko_beantwortet': (d: Daten) => antwort(d),
    'uebergabe.zurueckgezogen': (d: Daten) =>
      `Die angefragte Übergabe von ${ofFaelle(d, 'anzahl')} ist zurückgezogen.`,
    'uebergabe.vollzogen': (d: Daten) => `${faelle(d, 'anzahl')} übergeben, wirksam ab ${tag(d, 'ab')}.`,
    'uebergabe.ko_vollzogen': (d: Daten) => `${faelle(d, 'anzahl')} übergeben, wirksam ab ${tag(d, 'ab')}.`,
    'fallbestand.erhalten': (d: Daten) =>
      `Sie führen ${faelle(d, 'anzahl')} aus dem Bestand einer Kollegin oder eines Kollegen, ab ${tag(d, 'ab')}.`,
    'fallbestand.uebergeben': (d: Daten) =>
      `Ein Fallbestand ist übergeben: ${faelle(d, 'anzahl')}, ab ${tag(d, 'ab')}.`,
    'fall.zugewiesen': (d: Daten) => `Ein Fall ist Ihnen zugewiesen, ab ${tag(d, 'ab')}.`,
    'fall.ko_zugewiesen': (d: Daten) => `Ein Fall hat die {casemanager} gewechselt, ab ${tag(d, 'ab')}.`,
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
    'aufgabe.uebertragen': (d) =>
      `A task is waiting for you in case ${word(d, 'nummer')}${tag(d, 'faelligAm') === '' ? '' : `, by ${tag(d, 'faelligAm')}`}.`,
    'faktor.eingerichtet': () =>
      'A second factor was set up for your account. If this was not you, talk to your administration.',
    'faktor.entfernt': () =>
      'A second factor of your account was removed. If this was not you, talk to your administration.',
    'faktor.codes_erneuert': () => 'Your account has new recovery codes; the old ones no longer work.',
    'faktor.code_benutzt': (d) =>
      `Your account was opened with a recovery code, ${zahl(d, 'uebrig')} are left.${d['knapp'] === true ? ' Please make new ones soon.' : ''}`,
    'faktor.zurueckgesetzt': () => 'The administration has reset your second factor.',
    'faktor.schritt_gescheitert': () =>
      'Somebody tried to sign in with your password and failed at the second step. If this was not you, please change your password.',
    'vertretung.benannt': (d) => `You substitute from ${tag(d, 'von')} to ${tag(d, 'bis')}.`,
    'ersuchen.eingegangen': (d) =>
      `A client asks for something about own data: answer by ${tag(d, 'fristAm')}.`,
    'ersuchen.vorbereitet': (d) =>
      `An answer to a client waits for your release, by ${tag(d, 'fristAm')} at the latest.`,
    'ersuchen.freigegeben': () => 'Your prepared answer is released: it can go to the client.',
    'ersuchen.zurueckgegeben': () => 'Your prepared answer came back with a reason.',
    'protokoll.auffaelligkeit': (d) =>
      zahl(d, 'anzahl') === 1
        ? 'Something in the protocol needs a look.'
        : `${zahl(d, 'anzahl')} things in the protocol need a look.`,
    'erfolgsbericht.eingereicht': () => 'A case example waits for your review.',
    'erfolgsbericht.zurueckgegeben': () => 'A case example came back to you with a comment.',
    'erfolgsbericht.freigegeben': () => 'Your case example is released.',
    'oeffnung.gegeben': (d) =>
      `Case ${word(d, 'nummer')} is open to you: ${zweckEn[word(d, 'zweck')] ?? ''}.`,
    'oeffnung.erbeten': (d) =>
      `The coordination asks you to open case ${word(d, 'nummer')}: ${zweckEn[word(d, 'zweck')] ?? ''}.`,
    'oeffnung.abgelehnt': (d) => `Your question to open case ${word(d, 'nummer')} was declined.`,
    'notzugriff.geoeffnet': (d) => `Case ${word(d, 'nummer')} was opened in an emergency. The file says why.`,
    'notzugriff.geoeffnet_datenschutz': () => 'A file was opened in an emergency. Please check the reason.',
    'notzugriff.zugewiesen': (d) =>
      `The specially protected case ${word(d, 'nummer')} changed its case manager.`,
    'notzugriff.zugewiesen_datenschutz': () => 'A specially protected person changed the case manager.',
    'konto.rolle_erteilt': (d) =>
      `An account has a new role that gives rights or reads names: ${rolleEn[word(d, 'rolle')] ?? word(d, 'rolle')}. If that was not agreed, please ask the administration.`,
    'konto.zugang_erneuert': (d) =>
      d['weg'] === 'link'
        ? 'A link for a new password was given out for an account. If that was not agreed, please ask the administration.'
        : d['weg'] === 'faktor'
          ? 'The second factor of an account was reset. If that was not agreed, please ask the administration.'
          : 'An account was linked with a sign-in service. If that was not agreed, please ask the administration.',
    'konto.anmeldedienst_geaendert': () => 'A sign-in service was added or changed.',
    'vertretung.beendet': () => 'A substitution has ended.',
    'vermittlung.beantwortet': (d) => {
      const state: Readonly<Record<string, string>> = {
        angenommen: 'accepted',
        warteliste: 'put on the waiting list',
        abgelehnt: 'declined',
        begonnen: 'begun',
        beendet: 'ended',
      };
      return `An office has answered on case ${word(d, 'nummer')}: ${state[word(d, 'stand')] ?? ''}.`;
    },
    'vermittlung.eingegangen': () => 'Somebody was referred to your office. Please answer in the inbox.',
    'loeschung.vorgeschlagen': (d) =>
      `A deletion run waits for your release: ${d['posten'] === 1 ? 'one person' : `${Number(d['posten'])} people`}.`,
    'uebergabe.angefragt': (d) =>
      `Another provider would like to hand over ${cases(d, 'anzahl')} to you. Please answer by ${tag(d, 'fristAm')}.`,
    'uebergabe.ko_angefragt': (d) =>
      `A hand-over of ${cases(d, 'anzahl')} has been asked for. Answer by ${tag(d, 'fristAm')}.`,
    'uebergabe.beantwortet': (d) => answer(d),
    'uebergabe.ko_beantwortet': (d) => answer(d),
    'uebergabe.zurueckgezogen': (d) => `The question about ${cases(d, 'anzahl')} was taken back.`,
    'uebergabe.vollzogen': (d) => `Handed over: ${cases(d, 'anzahl')}, effective from ${tag(d, 'ab')}.`,
    'uebergabe.ko_vollzogen': (d) => `Handed over: ${cases(d, 'anzahl')}, effective from ${tag(d, 'ab')}.`,
    'fallbestand.erhalten': (d) =>
      `You lead ${cases(d, 'anzahl')} out of the caseload of a colleague, from ${tag(d, 'ab')}.`,
    'fallbestand.uebergeben': (d) =>
      `A caseload was handed over: ${cases(d, 'anzahl')}, from ${tag(d, 'ab')}.`,
    'fall.zugewiesen': (d) => `A case was assigned to you, from ${tag(d, 'ab')}.`,
    'fall.ko_zugewiesen': (d) => `A case changed its case manager, from ${tag(d, 'ab')}.`,
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
