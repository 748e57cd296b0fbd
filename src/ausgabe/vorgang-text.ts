import type { Sprache } from '#src/platform/texts.ts';

const words: Readonly<Record<string, readonly [de: string, en: string]>> = {
  exportAngebot: ['Angebote als Datei', 'Offers as a file'],
  exportBaustein3: ['Rückmeldungen für Baustein 3 als Datei', 'Observations for Baustein 3 as a file'],
  exportFallzahlen: ['Fallzahlen als Datei', 'Numbers of cases as a file'],
  exportKontakte: ['Kontakte als Datei', 'Contacts as a file'],
  exportKontaktmerkmal: ['Kontakte nach Merkmal als Datei', 'Contacts by characteristic as a file'],
  exportMerkmal: ['Fälle nach Merkmal als Datei', 'Cases by characteristic as a file'],
  exportProtokoll: ['Protokoll als Datei', 'Protocol as a file'],
  exportStellen: ['Stellenanteile als Datei', 'Posts as a file'],
  getDokument: ['Dokument geöffnet', 'Document opened'],
  getKopieDatei: ['Kopie der Akte für die Person', 'Copy of the file for the person'],
  getScan: ['Scan einer Unterschrift geöffnet', 'Scan of a signature opened'],
  printAssessment: ['Bedarfe gedruckt', 'Needs printed'],
  printAusfall: ['Aushang einer abgesagten Sprechstunde', 'Notice of a cancelled open hour'],
  printBlankScreening: ['Leerer Bogen der Erstberatung', 'Blank sheet of the first talk'],
  printEinwilligung: ['Einwilligung gedruckt', 'Consent printed'],
  printEntbindung: ['Schweigepflichtsentbindung gedruckt', 'Release from confidentiality printed'],
  printErfolgsbericht: ['Fallbeispiele gedruckt', 'Case examples printed'],
  printErsuchenBrief: ['Schreiben zu einem Antrag gedruckt', 'Letter about a request printed'],
  printHilfeplan: ['Hilfeplan gedruckt', 'Help plan printed'],
  printKontaktblatt: ['Kontaktblatt gedruckt', 'Contact sheet printed'],
  printLoeschlauf: ['Liste eines Löschlaufs gedruckt', 'List of a deletion run printed'],
  printScreening: ['Erstberatung gedruckt', 'First talk printed'],
  printSkizze: ['Fallskizze gedruckt', 'Case outline printed'],
  printTerminzettel: ['Terminzettel gedruckt', 'Appointment slip printed'],
  printUebergabeblatt: ['Übergabeblatt gedruckt', 'Hand-over sheet printed'],
  printUmfeld: ['Umfeld gedruckt', 'People around printed'],
  printVermittlung: ['Vermittlungsschreiben gedruckt', 'Letter of a referral printed'],
  printVordruck: ['Vordruck gedruckt', 'Form printed'],
  printZugriffe: ['Liste der Zugriffe gedruckt', 'List of reads printed'],
};

/** What an operation does, by its name in the contract; the name itself where it has no words here. */
export function vorgangText(vorgang: string, sprache: Sprache): string {
  const [de, en] = words[vorgang] ?? [vorgang, vorgang];
  return sprache === 'de' ? de : en;
}
