import type { Same, Sprache } from '#src/platform/texts.ts';

/** Why a cell or a row was refused; said to the person who keeps the workbook. */
export const zellGrund = {
  de: {
    pflichtfeld: 'Hier fehlt eine Angabe.',
    'einwilligung-fehlt': 'Ohne Datum der Einwilligung darf kein Fall mit Namen angelegt werden.',
    'einwilligung-widerrufen':
      'Die Einwilligung wurde in Lotse widerrufen; der Fall wird nicht mehr geändert.',
    'datum-ungueltig': 'Das ist kein Datum, das es gibt. Bitte so schreiben: 18.09.2021.',
    'datum-in-zukunft': 'Das Datum liegt in der Zukunft.',
    'datum-reihenfolge': 'Das Datum passt nicht zu den anderen Daten der Zeile.',
    'traeger-unbekannt': 'Diesen Träger gibt es im Kreis nicht.',
    'traeger-gleich': 'Der Fall kann nicht an den Träger übergeben werden, der ihn schon hat.',
    'code-unbekannt': 'Diesen Wert kennt die Codeliste des Kreises nicht.',
    'klasse-unbekannt': 'Erkannt werden „CM“, „Verweisberatung“ und „einmalige Beratung“.',
    'personen-ungueltig':
      'Hier steht die Zahl der Personen des Falls, die ratsuchende Person mitgezählt: 1 bis 99.',
    'wohnort-unbekannt': 'Diesen Ort gibt es im Kreis nicht.',
    'nummer-doppelt': 'Diese Fall-Nr. steht in der Datei mehrmals; nur die erste Zeile zählt.',
    'nummer-vergeben': 'Diese Fall-Nr. wurde in Lotse für einen anderen Fall vergeben.',
    'person-geloescht': 'Die Person dieses Falls wurde in Lotse gelöscht und wird nicht wieder angelegt.',
    'in-lotse-geaendert': 'Diese Angabe wurde in Lotse geändert; sie bleibt, wie sie dort steht.',
    'status-widerspruch': 'Der Fallstatus passt nicht zu „inaktiv seit“ und „wieder aktiv seit“.',
    formel: 'In der Zelle steht eine Formel. Bitte den Wert eintragen (Inhalte einfügen: Werte).',
    'zelle-fehler': 'In der Zelle steht ein Fehler der Tabellenkalkulation.',
    'text-erwartet': 'Hier steht ein Datum, erwartet wird ein Text.',
    'text-zu-lang': 'Der Text ist zu lang.',
  },
  en: {
    pflichtfeld: 'A value is missing here.',
    'einwilligung-fehlt': 'Without the date of consent no case with a name may be created.',
    'einwilligung-widerrufen': 'Consent was withdrawn in Lotse; the case is not changed any more.',
    'datum-ungueltig': 'There is no such day. Please write it like this: 18.09.2021.',
    'datum-in-zukunft': 'The day lies in the future.',
    'datum-reihenfolge': 'The day does not fit the other days of the row.',
    'traeger-unbekannt': 'The Kreis has no such Träger.',
    'traeger-gleich': 'A case cannot be handed over to the Träger that already has it.',
    'code-unbekannt': 'The code list of the Kreis does not know this value.',
    'klasse-unbekannt': 'Known are “CM”, “Verweisberatung” and “einmalige Beratung”.',
    'personen-ungueltig':
      'This is the number of persons of the case, the person counselled included: 1 to 99.',
    'wohnort-unbekannt': 'The Kreis has no such place.',
    'nummer-doppelt': 'This case number stands in the file more than once; only the first row counts.',
    'nummer-vergeben': 'This case number was given to another case in Lotse.',
    'person-geloescht': 'The person of this case was deleted in Lotse and is not created again.',
    'in-lotse-geaendert': 'This was changed in Lotse and stays as it stands there.',
    'status-widerspruch': 'The status does not fit “inactive since” and “active again since”.',
    formel: 'The cell holds a formula. Please enter the value (paste special: values).',
    'zelle-fehler': 'The cell holds a spreadsheet error.',
    'text-erwartet': 'There is a date here where a text is expected.',
    'text-zu-lang': 'The text is too long.',
  },
} satisfies Texte;

/** Why a whole file or run was refused. */
export const laufGrund = {
  de: {
    'datei-fehlt': 'Die Datei gibt es nicht, oder sie lässt sich nicht öffnen.',
    'datei-unbekannt': 'Die Datei liegt nicht mehr bereit. Bitte noch einmal hochladen.',
    'datei-leer': 'Die Datei ist leer.',
    'datei-kein-xlsx': 'Das ist keine Arbeitsmappe (.xlsx) und keine Texttabelle (.csv).',
    'datei-verschluesselt':
      'Die Arbeitsmappe ist mit einem Kennwort geschützt oder im alten Format .xls. Bitte ohne Kennwort als .xlsx speichern.',
    'datei-xls-alt': 'Das ist das alte Format .xls. Bitte als .xlsx speichern.',
    'datei-beschaedigt': 'Die Datei ist beschädigt. Bitte öffnen und neu speichern.',
    'datei-zu-gross': 'Die Datei ist zu groß (höchstens 50 MB).',
    'datei-zip-bombe': 'Die Datei bläht sich beim Öffnen unmäßig auf und wird deshalb nicht gelesen.',
    'datei-makro': 'Die Arbeitsmappe enthält Makros. Bitte als .xlsx ohne Makros speichern.',
    'datei-zu-viele-zeilen': 'Die Tabelle hat zu viele Zeilen.',
    'datei-zu-viele-spalten': 'Die Tabelle hat zu viele Spalten.',
    'datei-xml-unsicher': 'Die Datei enthält unsichere Bestandteile und wird nicht gelesen.',
    'datei-pfad': 'Die Datei enthält unsichere Pfade und wird nicht gelesen.',
    'datei-zeichensatz': 'Der Zeichensatz der Datei ist nicht erkennbar. Bitte als UTF-8 speichern.',
    'datei-zeitlimit': 'Die Datei lässt sich nicht in angemessener Zeit lesen.',
    'datei-formeln':
      'Die Tabelle besteht überwiegend aus Formeln. Bitte als Werte speichern; es wurde nichts übernommen.',
    'datei-ohne-tabelle': 'In der Datei wurde keine Tabelle mit Fällen oder Kontakten gefunden.',
    'blatt-fehlt': 'Ein Tabellenblatt der Zuordnung gibt es in der Datei nicht.',
    'zuordnung-unvollstaendig': 'Es fehlen Spalten, ohne die keine Zeile übernommen werden kann.',
    'region-unbekannt': 'Diese Region gibt es im Kreis nicht.',
    'kreis-unbekannt': 'Diesen Kreis gibt es in dieser Installation nicht.',
    'profil-unbekannt': 'Ein Profil dieses Namens gibt es im Kreis nicht.',
    'profil-passt-nicht': 'Das Profil passt nicht zu den Überschriften der Datei.',
    'speicher-voll': 'Gerade warten zu viele Dateien. Bitte in einigen Minuten noch einmal versuchen.',
    'uebernahme-laeuft': 'In diesem Kreis läuft gerade eine Übernahme. Bitte warten, bis sie fertig ist.',
    'uebernahme-abgelehnt': 'Es gibt abgelehnte Zellen; deshalb wurde nichts übernommen (alles oder nichts).',
    'schon-zurueckgenommen': 'Diese Übernahme wurde schon zurückgenommen.',
    'ruecknahme-unmoeglich':
      'Auf dieser Übernahme wurde inzwischen aufgebaut; sie lässt sich nicht mehr als Ganzes zurücknehmen.',
  },
  en: {
    'datei-fehlt': 'The file does not exist or cannot be opened.',
    'datei-unbekannt': 'The file is no longer at hand. Please upload it again.',
    'datei-leer': 'The file is empty.',
    'datei-kein-xlsx': 'This is neither a workbook (.xlsx) nor a text table (.csv).',
    'datei-verschluesselt':
      'The workbook is protected by a password or in the old .xls format. Please save it as .xlsx without a password.',
    'datei-xls-alt': 'This is the old format .xls. Please save it as .xlsx.',
    'datei-beschaedigt': 'The file is damaged. Please open it and save it again.',
    'datei-zu-gross': 'The file is too large (50 MB at most).',
    'datei-zip-bombe': 'The file swells beyond measure when opened and is therefore not read.',
    'datei-makro': 'The workbook holds macros. Please save it as .xlsx without macros.',
    'datei-zu-viele-zeilen': 'The table has too many rows.',
    'datei-zu-viele-spalten': 'The table has too many columns.',
    'datei-xml-unsicher': 'The file holds unsafe parts and is not read.',
    'datei-pfad': 'The file holds unsafe paths and is not read.',
    'datei-zeichensatz': 'The character set of the file is unknown. Please save it as UTF-8.',
    'datei-zeitlimit': 'The file cannot be read in reasonable time.',
    'datei-formeln': 'The table consists mostly of formulas. Please save the values; nothing was imported.',
    'datei-ohne-tabelle': 'No table of cases or contacts was found in the file.',
    'blatt-fehlt': 'A sheet of the mapping does not exist in the file.',
    'zuordnung-unvollstaendig': 'Columns are missing without which no row can be imported.',
    'region-unbekannt': 'The Kreis has no such region.',
    'kreis-unbekannt': 'This installation has no such Kreis.',
    'profil-unbekannt': 'The Kreis has no profile of this name.',
    'profil-passt-nicht': 'The profile does not fit the headings of the file.',
    'speicher-voll': 'Too many files are waiting. Please try again in a few minutes.',
    'uebernahme-laeuft': 'An import into this Kreis is running. Please wait until it is done.',
    'uebernahme-abgelehnt': 'There are refused cells, so nothing was imported (all or nothing).',
    'schon-zurueckgenommen': 'This import has been undone already.',
    'ruecknahme-unmoeglich':
      'Work has been built upon this import since; it can no longer be undone as a whole.',
  },
} satisfies Texte;

interface Texte {
  readonly de: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

// The English reasons have exactly the codes of the German ones.
zellGrund.en satisfies Same<typeof zellGrund.de>;
laufGrund.en satisfies Same<typeof laufGrund.de>;

/** The reason for a code in words; the code itself where it has none. */
export function grundText(code: string, sprache: Sprache): string {
  const texts: readonly Readonly<Record<string, string>>[] = [zellGrund[sprache], laufGrund[sprache]];
  return texts.map((text) => text[code]).find((text) => text !== undefined) ?? code;
}
