import type { Same } from '#src/platform/texts.ts';
import * as codes from './code-texts.ts';

/** Why a file, a cell or a comparison was refused. */
export const de = {
  code: {
    ...codes.de.code,
    pflichtfeld: 'Hier fehlt eine Angabe.',
    'wert-unbekannt': 'Diesen Wert gibt es hier nicht. Die Werte stehen in einer ausgegebenen Datei.',
    'kommune-unbekannt': 'Diese Kommune gehört nicht zum Kreis.',
    'wert-zu-klein': 'Die Angabe ist zu kurz oder zu klein.',
    'wert-zu-gross': 'Die Angabe ist zu lang oder zu groß.',
    'ja-nein': 'Hier steht „ja“ oder „nein“.',
    formel: 'In der Zelle steht eine Formel. Bitte den Wert eintragen (Inhalte einfügen: Werte).',
    'zeile-doppelt': 'Dieses Angebot steht in der Datei schon weiter oben; nur die erste Zeile zählt.',
    'vorschau-veraltet':
      'Seit der Vorschau hat jemand Angebote geändert. Geschrieben wurde nichts; bitte wählen Sie die Datei noch einmal aus.',
    'nicht-gefunden': 'Die Datei liegt nicht mehr bereit. Bitte wählen Sie sie noch einmal aus.',
    'entscheidung-unmoeglich': 'Eine Entscheidung passt nicht zu ihrer Zeile. Bitte wählen Sie noch einmal.',
    'entscheidung-doppelt':
      'Zwei Zeilen sollen dasselbe Angebot sein. Bitte entscheiden Sie sich für eine und lassen Sie die andere aus.',
    'angebot-schon-beendet': 'Einer der Einträge ist schon beendet. Bitte laden Sie die Seite neu.',
    'gleichzeitig-geaendert':
      'Jemand hat einen der Einträge inzwischen geändert. Der Vergleich zeigt jetzt den neuen Stand.',
    'datei-leer': 'Die Datei ist leer.',
    'datei-ohne-spalten':
      'In der Datei wurden keine Spalten „Angebot“ und „Stelle“ gefunden. Bitte geben Sie den Spalten diese Überschriften.',
    'datei-kein-hsds': 'Das ist keine Open-Referral-Datei mit „services“. Bitte als HSDS 3 ausgeben lassen.',
    'datei-kein-xlsx': 'Das ist keine Tabelle. Gelesen werden xlsx, csv und json.',
    'datei-beschaedigt': 'Die Datei ist beschädigt. Bitte öffnen und neu speichern.',
    'datei-verschluesselt': 'Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.',
    'datei-xls-alt': 'Das alte Format xls wird nicht gelesen. Bitte als xlsx speichern.',
    'datei-makro': 'Die Datei enthält Makros. Bitte als xlsx ohne Makros speichern.',
    'datei-zu-gross': 'Die Datei ist zu groß. Bitte in mehrere teilen.',
    'datei-zu-viele-zeilen': 'Mehr als 5.000 Zeilen. Bitte in mehrere Dateien teilen.',
    'datei-zu-viele-spalten': 'Die Datei hat zu viele Spalten. Bitte löschen Sie die leeren.',
    'datei-zip-bombe':
      'Die Datei ist anders gepackt, als eine Tabelle es ist. Bitte öffnen und neu speichern.',
    'datei-xml-unsicher': 'Die Datei enthält Verweise nach außen. Bitte öffnen und neu speichern.',
    'datei-pfad': 'Die Datei ist anders gepackt, als eine Tabelle es ist. Bitte öffnen und neu speichern.',
    'datei-zeitlimit':
      'Die Datei ließ sich nicht in angemessener Zeit lesen. Bitte neu speichern oder teilen.',
    'blatt-fehlt': 'Ein Blatt der Datei fehlt. Bitte öffnen und neu speichern.',
    'datei-zeichensatz': 'Die Schrift der Datei ist nicht lesbar. Bitte als UTF-8 speichern.',
  },
};

export const en: Same<typeof de> = {
  code: {
    ...codes.en.code,
    pflichtfeld: 'A value is missing here.',
    'wert-unbekannt': 'This value does not exist here. An exported file shows the values.',
    'kommune-unbekannt': 'This Kommune does not belong to the Kreis.',
    'wert-zu-klein': 'The value is too short or too small.',
    'wert-zu-gross': 'The value is too long or too large.',
    'ja-nein': 'This is “ja” or “nein”.',
    formel: 'The cell holds a formula. Please enter the value (paste special: values).',
    'zeile-doppelt': 'This offer stands further up in the file already; only the first row counts.',
    'vorschau-veraltet':
      'Somebody has changed offers since the preview. Nothing was written; please choose the file again.',
    'nicht-gefunden': 'The file is no longer at hand. Please choose it again.',
    'entscheidung-unmoeglich': 'A decision does not fit its row. Please choose again.',
    'entscheidung-doppelt':
      'Two rows are meant to be the same offer. Please decide for one and leave the other out.',
    'angebot-schon-beendet': 'One of the entries has ended already. Please reload the page.',
    'gleichzeitig-geaendert':
      'Somebody has changed one of the entries in the meantime. The comparison now shows how it stands.',
    'datei-leer': 'The file is empty.',
    'datei-ohne-spalten':
      'The file has no columns “Angebot” and “Stelle”. Please give the columns these headings.',
    'datei-kein-hsds': 'This is no Open Referral file with “services”. Please export it as HSDS 3.',
    'datei-kein-xlsx': 'This is no table. Files of type xlsx, csv and json are read.',
    'datei-beschaedigt': 'The file is damaged. Please open and save it again.',
    'datei-verschluesselt': 'The file is protected by a password. Please save it without.',
    'datei-xls-alt': 'The old format xls is not read. Please save it as xlsx.',
    'datei-makro': 'The file holds macros. Please save it as xlsx without macros.',
    'datei-zu-gross': 'The file is too large. Please split it.',
    'datei-zu-viele-zeilen': 'More than 5,000 rows. Please split the file.',
    'datei-zu-viele-spalten': 'The file has too many columns. Please delete the empty ones.',
    'datei-zip-bombe': 'The file is packed unlike a table. Please open and save it again.',
    'datei-xml-unsicher': 'The file points to the outside. Please open and save it again.',
    'datei-pfad': 'The file is packed unlike a table. Please open and save it again.',
    'datei-zeitlimit': 'The file could not be read in reasonable time. Please save it again or split it.',
    'blatt-fehlt': 'A sheet of the file is missing. Please open and save it again.',
    'datei-zeichensatz': 'The characters of the file cannot be read. Please save it as UTF-8.',
  },
};
