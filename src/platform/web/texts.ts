import type { Same } from '#src/platform/texts.ts';

export const de = {
  unbekannterCode: (code: string) => `Das hat nicht geklappt (${code}).`,
  code: {
    'netz-weg':
      'Keine Verbindung zum Server. Ihre Eingaben bleiben hier stehen; versuchen Sie es gleich noch einmal.',
    unerwartet: 'Da ist etwas schiefgegangen. Ihre Eingaben sind nicht verloren.',
    'nicht-gefunden': 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
    'nicht-erlaubt': 'Dafür fehlt Ihnen das Recht.',
    'nur-fallfuehrung':
      'Das entscheidet, wer den Fall führt. In Vertretung können Sie lesen, beraten, Aufgaben erledigen und einen Widerruf aufnehmen.',
    'eingabe-ungueltig': 'Bitte prüfen Sie die markierten Felder.',
    'eingabe-kein-json': 'Die Anfrage war nicht lesbar.',
    'herkunft-fremd': 'Die Anfrage kam nicht von dieser Seite. Bitte laden Sie die Seite neu.',
    'anmeldung-noetig': 'Bitte melden Sie sich an.',
    'bestaetigung-noetig':
      'Das geht erst, wenn Sie sich noch einmal ausgewiesen haben. Bitte versuchen Sie es noch einmal.',
    'person-eingeschraenkt':
      'Die Daten dieser Person werden nur aufbewahrt (Art. 18 DSGVO). In der Akte unter „Einwilligungen“ steht, warum und wie es endet.',
    'person-geschuetzt':
      'Die Person ist besonders geschützt. Heben Sie den Schutz auf; die neue Fachkraft setzt ihn wieder.',
    'gleichzeitig-geaendert': 'Jemand hat den Eintrag inzwischen geändert.',
    'zeitraum-ueberlappt': 'Der Zeitraum überschneidet sich mit einem vorhandenen Eintrag.',
    'datenbank-nicht-erreichbar':
      'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    'menge-erreicht':
      'Sie haben in kurzer Zeit viele Akten gelesen, die nicht Ihre eigenen sind. Bestätigen Sie bitte, dass Sie es sind; der Datenschutz erfährt davon. Ihre eigenen Fälle bleiben offen.',
    'zu-viele-anfragen': 'Das waren zu viele Versuche. Bitte warten Sie einen Moment.',
    'zu-viele-ausgaben':
      'Sie haben in kurzer Zeit sehr viele Dateien geholt. Bitte warten Sie eine Weile; was Sie brauchen, geht dann wieder.',
    'zu-viele-uploads':
      'Das waren sehr viele Dateien in kurzer Zeit. Bitte warten Sie eine Weile und laden Sie den Rest danach hoch.',
    'speicher-voll':
      'Auf dem Server ist kein Platz mehr. Es wurde nichts gespeichert, und nichts ist verloren; bitte sagen Sie der Technik Bescheid.',
    'zeichen-ungueltig':
      'Ein Zeichen im Text lässt sich nicht speichern. Bitte löschen Sie unsichtbare Zeichen und versuchen Sie es noch einmal.',
    'datei-zu-gross': 'Die Datei ist zu groß.',
    'idempotenz-schluessel-vergeben':
      'Diese Eingabe wurde schon mit anderen Werten gesendet. Bitte laden Sie die Seite neu.',
    pflichtfeld: 'Bitte ausfüllen.',
    'wert-ungueltig': 'Dieser Wert passt hier nicht.',
    'wert-zu-klein': 'Der Wert ist zu klein oder der Text zu kurz.',
    'wert-zu-gross': 'Der Wert ist zu groß oder der Text zu lang.',
    'feld-unbekannt': 'Dieses Feld kennt der Server nicht.',
    'datum-ungueltig': 'Bitte ein Datum wie 01.04.2023 eingeben.',
    'datum-in-zukunft': 'Das Datum liegt in der Zukunft.',
    'code-unbekannt': 'Diesen Wert gibt es in der Liste des Kreises nicht.',
  },
};

export const en: Same<typeof de> = {
  unbekannterCode: (code) => `That did not work (${code}).`,
  code: {
    'netz-weg': 'No connection to the server. What you typed stays here; please try again in a moment.',
    unerwartet: 'Something went wrong. What you typed is not lost.',
    'nicht-gefunden': 'This does not exist, or you are not allowed to see it.',
    'nicht-erlaubt': 'You do not have the right to do this.',
    'nur-fallfuehrung':
      'Whoever leads the case decides this. As a substitute you can read, counsel, do tasks and record a withdrawal.',
    'eingabe-ungueltig': 'Please check the marked fields.',
    'eingabe-kein-json': 'The request could not be read.',
    'herkunft-fremd': 'The request did not come from this page. Please reload the page.',
    'anmeldung-noetig': 'Please sign in.',
    'bestaetigung-noetig': 'This works only after you have identified yourself again. Please try again.',
    'person-eingeschraenkt':
      'The data of this person are only kept (Art. 18 GDPR). The case file says under “Consents” why and how it ends.',
    'person-geschuetzt':
      'The person is under special protection. Lift it; the new case manager sets it again.',
    'gleichzeitig-geaendert': 'Somebody has changed this entry in the meantime.',
    'zeitraum-ueberlappt': 'The period overlaps with an existing entry.',
    'datenbank-nicht-erreichbar': 'The database does not answer at the moment. Please try again shortly.',
    'menge-erreicht':
      'You have read many files in a short time that are not your own. Please confirm that it is you; the data-protection officer is told. Your own cases stay open.',
    'zu-viele-anfragen': 'Too many attempts. Please wait a moment.',
    'zu-viele-ausgaben':
      'You have fetched very many files in a short time. Please wait a while; then it works again.',
    'zu-viele-uploads':
      'These were very many files in a short time. Please wait a while and upload the rest afterwards.',
    'speicher-voll':
      'The server has no room left. Nothing was saved and nothing is lost; please tell your technical staff.',
    'zeichen-ungueltig':
      'A character in the text cannot be kept. Please delete invisible characters and try again.',
    'datei-zu-gross': 'The file is too large.',
    'idempotenz-schluessel-vergeben':
      'This input was already sent with other values. Please reload the page.',
    pflichtfeld: 'Please fill in.',
    'wert-ungueltig': 'This value does not fit here.',
    'wert-zu-klein': 'The value is too small or the text too short.',
    'wert-zu-gross': 'The value is too large or the text too long.',
    'feld-unbekannt': 'The server does not know this field.',
    'datum-ungueltig': 'Please enter a date like 01.04.2023.',
    'datum-in-zukunft': 'The date lies in the future.',
    'code-unbekannt': 'This value is not in the list of the Kreis.',
  },
};
