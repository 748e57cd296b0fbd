import type { Same } from '#src/platform/texts.ts';

export const de = {
  karte: 'Dokumente',
  neu: 'Dokument ablegen',
  aendernTitel: 'Angaben ändern',
  datei: 'Datei',
  dateiHinweis:
    'PDF, JPEG oder PNG, höchstens 10 MB. Ort, Gerät und Verfasser*in werden vor dem Speichern entfernt.',
  dateiWaehlen: 'Datei auswählen',
  dateiAndere: 'Andere Datei',
  ablegen: 'Hierher ziehen oder auswählen',
  loslassen: 'Loslassen, um die Datei abzulegen',
  titel: 'Titel',
  titelHinweis: 'Wird verschlüsselt gespeichert.',
  art: 'Art',
  arten: {
    ausweis: 'Ausweis',
    bescheid: 'Bescheid',
    zeugnis: 'Zeugnis',
    vertrag: 'Vertrag',
    attest: 'Attest',
    sonstiges: 'Sonstiges',
  },
  am: 'Ausgestellt am',
  laeuftAbAm: 'Gültig bis',
  speichern: 'Speichern',
  hochladen: 'Ablegen',
  laedtHoch: 'Wird übertragen',
  gespeichert: 'Das Dokument ist abgelegt.',
  teilweise:
    'Das Dokument ist abgelegt. Dieses PDF trägt Angaben über Verfasser*in oder Programm in einer Form, die sich nicht sicher entfernen lässt.',
  geaendert: 'Die Angaben sind geändert.',
  keineTitel: 'Noch kein Dokument',
  keineText: 'Ziehen Sie eine Datei hierher, oder legen Sie die erste mit dem Knopf ab.',
  oeffnen: 'Öffnen',
  herunterladen: 'Herunterladen',
  aendern: 'Angaben ändern',
  loeschen: 'Löschen',
  vomTag: (tag: string) => `vom ${tag}`,
  gueltigBis: (tag: string) => `gültig bis ${tag}`,
  abgelaufen: (tag: string) => `abgelaufen am ${tag}`,
  laeuftBald: (tag: string) => `läuft am ${tag} ab`,
  abgelegt: (am: string, von: string | null) => `abgelegt ${am}${von === null ? '' : `, ${von}`}`,
  nichtBereinigt: 'Angaben über Verfasser*in oder Programm vielleicht noch enthalten',
  seite: (nummer: number, von: number) => `Seite ${nummer} von ${von}`,
  weitereSeiten: 'Weitere Seiten zeigen',
  ansichtFehlt:
    'Diese Datei lässt sich hier nicht zeigen. Sie ist unverändert gespeichert: Laden Sie sie herunter, um sie zu öffnen.',
  loeschenTitel: 'Dokument löschen',
  loeschenText: (titel: string) =>
    `„${titel}“ wird mit Inhalt und Titel endgültig gelöscht. Es bleibt nur, dass hier ein Dokument war, wer es gelöscht hat und warum.`,
  grund: 'Warum',
  gruende: {
    falscher_fall: 'gehört zu einem anderen Fall',
    doppelt: 'doppelt abgelegt',
    nicht_noetig: 'wird nicht mehr gebraucht',
    wunsch: 'Wunsch der Klient*in',
    unleserlich: 'nicht lesbar',
  },
  geloescht: 'Das Dokument ist gelöscht.',
  geloeschte: (zahl: number) => (zahl === 1 ? '1 gelöschtes' : `${zahl} gelöschte`),
  geloeschtAm: (am: string, von: string | null) => `gelöscht ${am}${von === null ? '' : `, ${von}`}`,
  geschlossen: 'Der Fall ist abgeschlossen. Dokumente sind nur noch zu lesen.',
  code: {
    'datei-fehlt': 'Bitte wählen Sie eine Datei.',
    'datei-leer': 'Diese Datei ist leer. Bitte wählen Sie sie noch einmal aus.',
    'datei-zu-gross':
      'Die Datei ist größer als 10 MB. Scannen Sie in Grau mit 200 dpi, oder teilen Sie sie in mehrere.',
    'datei-typ':
      'Das ist weder ein PDF noch ein JPEG- oder PNG-Bild. Bitte speichern Sie das Dokument als PDF, oder fotografieren Sie es.',
    'datei-heic':
      'Das ist ein HEIC-Foto. Stellen Sie in der Kamera „Maximale Kompatibilität“ ein, oder teilen Sie das Foto als JPEG.',
    'datei-office': 'Das ist eine Office- oder ZIP-Datei. Bitte speichern Sie das Dokument als PDF.',
    'datei-anders-als-behauptet':
      'Der Inhalt passt nicht zur Endung der Datei. Bitte öffnen Sie sie und speichern Sie sie neu als PDF, JPEG oder PNG.',
    'datei-beschaedigt':
      'Die Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie, speichern Sie sie neu, und wählen Sie sie noch einmal aus.',
    'datei-geschuetzt':
      'Dieses PDF ist mit einem Kennwort geschützt. Bitte speichern Sie es ohne Schutz, oder drucken Sie es als PDF.',
    'datei-zu-viele-punkte':
      'Das Bild hat zu viele Bildpunkte und könnte den Browser lahmlegen. Bitte verkleinern Sie es auf höchstens 60 Megapixel.',
    'vorschau-zu-gross': 'Die Vorschau ließ sich nicht ablegen. Bitte versuchen Sie es noch einmal.',
    'dokument-unlesbar': 'Die Übertragung war unvollständig. Bitte versuchen Sie es noch einmal.',
    'dokument-ende-vor-beginn': 'Das liegt vor dem Tag der Ausstellung.',
    'fall-abgeschlossen':
      'Der Fall ist abgeschlossen und wird nur noch gelesen. Nehmen Sie ihn wieder auf, um etwas abzulegen.',
    'einwilligung-abgelaufen':
      'Die Einwilligung ist abgelaufen. Bevor Sie etwas ablegen, unterschreibt die Person neu (Reiter Einwilligungen).',
    'gleichzeitig-geaendert':
      'Jemand hat das Dokument inzwischen geändert. Ihre Eingaben stehen noch hier; schließen Sie das Fenster, um den neuen Stand zu sehen.',
  },
};

export const en: Same<typeof de> = {
  karte: 'Documents',
  neu: 'Add document',
  aendernTitel: 'Change details',
  datei: 'File',
  dateiHinweis: 'PDF, JPEG or PNG, at most 10 MB. Place, device and author are removed before it is stored.',
  dateiWaehlen: 'Choose file',
  dateiAndere: 'Another file',
  ablegen: 'Drag it here or choose it',
  loslassen: 'Release to add the file',
  titel: 'Title',
  titelHinweis: 'Stored encrypted.',
  art: 'Kind',
  arten: {
    ausweis: 'Identity document',
    bescheid: 'Official notice',
    zeugnis: 'Certificate',
    vertrag: 'Contract',
    attest: 'Medical certificate',
    sonstiges: 'Other',
  },
  am: 'Issued on',
  laeuftAbAm: 'Valid until',
  speichern: 'Save',
  hochladen: 'Add',
  laedtHoch: 'Sending',
  gespeichert: 'The document has been added.',
  teilweise:
    'The document has been added. This PDF names its author or program in a way that cannot be removed safely.',
  geaendert: 'The details have been changed.',
  keineTitel: 'No document yet',
  keineText: 'Drag a file here, or add the first one with the button.',
  oeffnen: 'Open',
  herunterladen: 'Download',
  aendern: 'Change details',
  loeschen: 'Delete',
  vomTag: (tag) => `of ${tag}`,
  gueltigBis: (tag) => `valid until ${tag}`,
  abgelaufen: (tag) => `expired on ${tag}`,
  laeuftBald: (tag) => `expires on ${tag}`,
  abgelegt: (am, von) => `added ${am}${von === null ? '' : `, ${von}`}`,
  nichtBereinigt: 'May still name its author or program',
  seite: (nummer, von) => `Page ${nummer} of ${von}`,
  weitereSeiten: 'Show more pages',
  ansichtFehlt: 'This file cannot be shown here. It is stored unchanged: download it to open it.',
  loeschenTitel: 'Delete document',
  loeschenText: (titel) =>
    `“${titel}” is deleted for good, content and title. All that stays is that there was a document, who deleted it and why.`,
  grund: 'Why',
  gruende: {
    falscher_fall: 'belongs to another case',
    doppelt: 'added twice',
    nicht_noetig: 'no longer needed',
    wunsch: 'wish of the client',
    unleserlich: 'not readable',
  },
  geloescht: 'The document has been deleted.',
  geloeschte: (zahl) => `${zahl} deleted`,
  geloeschtAm: (am, von) => `deleted ${am}${von === null ? '' : `, ${von}`}`,
  geschlossen: 'The case is closed. Documents can only be read.',
  code: {
    'datei-fehlt': 'Please choose a file.',
    'datei-leer': 'This file is empty. Please choose it again.',
    'datei-zu-gross': 'The file is larger than 10 MB. Scan in grey at 200 dpi, or split it.',
    'datei-typ':
      'This is neither a PDF nor a JPEG or PNG picture. Please save the document as PDF, or photograph it.',
    'datei-heic': 'This is a HEIC photo. Set the camera to “most compatible”, or share the photo as JPEG.',
    'datei-office': 'This is an office or ZIP file. Please save the document as PDF.',
    'datei-anders-als-behauptet':
      'The content does not match the ending of the file. Please open it and save it anew as PDF, JPEG or PNG.',
    'datei-beschaedigt':
      'The file is damaged or incomplete. Please open it, save it anew, and choose it again.',
    'datei-geschuetzt':
      'This PDF is protected with a password. Please save it without protection, or print it as PDF.',
    'datei-zu-viele-punkte':
      'The picture has too many pixels and could block the browser. Please reduce it to at most 60 megapixels.',
    'vorschau-zu-gross': 'The preview could not be stored. Please try again.',
    'dokument-unlesbar': 'The transfer was incomplete. Please try again.',
    'dokument-ende-vor-beginn': 'This is before the day of issue.',
    'fall-abgeschlossen': 'The case is closed and can only be read. Reopen it to add something.',
    'einwilligung-abgelaufen':
      'The consent has run out. Before you add something, the person signs anew (tab Consents).',
    'gleichzeitig-geaendert':
      'Somebody has changed the document in the meantime. What you typed is still here; close the window to see the new state.',
  },
};
