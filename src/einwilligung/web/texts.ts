import type { Same } from '#src/platform/texts.ts';
import { de as deCodes, en as enCodes } from './code-texts.ts';

export const de = {
  titel: 'Einwilligung',
  lead: 'Ohne unterschriebene Einwilligung wird kein Name gespeichert. Mit ihr zieht alles, was zu dieser Anfrage notiert ist, unter den Schutz der Person.',
  anfragen: 'Anfragen',
  anfrage: (nummer: string) => `Anfrage ${nummer}`,
  abgeschlossen: 'Diese Anfrage ist abgeschlossen; ein Name lässt sich nicht mehr aufnehmen.',
  einwilligung: 'Einwilligung',
  schrittName: '1. Name',
  schrittText: '2. Text der Einwilligung',
  schrittInformation: '3. Datenschutzinformation',
  schrittUnterschrift: '4. Unterschrift',
  familienname: 'Familienname',
  vorname: 'Vorname',
  geburtsdatum: 'Geburtsdatum',
  geburtsdatumHinweis: 'Nur das Jahr bekannt? Das Jahr allein genügt und wird als 01.01. geführt.',
  nameOriginal: 'Name in Originalschrift',
  nameOriginalHinweis: 'Etwa arabisch oder kyrillisch, wie im Pass.',
  sprache: 'Sprache neben dem deutschen Text',
  nurDeutsch: 'nur Deutsch',
  spracheEntwurf: (name: string) => `${name} (Übersetzung ungeprüft)`,
  deutscherText: 'Deutscher Text',
  uebersetzung: (name: string) => `Übersetzung: ${name}`,
  ungeprueft: 'Übersetzung ungeprüft, maßgeblich ist der deutsche Text',
  dolmetschen: 'Wer dolmetscht?',
  dolmetschenArt: {
    kein: 'niemand',
    ehrenamtlich: 'ehrenamtlich',
    professionell: 'professionell',
    angehoerige: 'Angehörige',
  },
  zweck: 'Womit ist die Person einverstanden?',
  zweckHinweis: 'Jeder Punkt einzeln. Ohne den ersten gibt es keine Akte mit Namen.',
  zweckWort: {
    dokumentation: 'Beratung',
    auswertung: 'Auswertung',
    landesdatenbank: 'Landesdatenbank',
    uebergabe: 'Wechsel der Beratungsstelle',
  },
  datenschutzinformation: 'Datenschutzinformation',
  lesen: 'Text zeigen',
  drucken: 'Drucken (PDF)',
  ausgehaendigt: (fassung: number, sprache: string) => `heute ausgehändigt, Fassung ${fassung}, ${sprache}`,
  minderjaehrigTitel: 'Die Person ist minderjährig.',
  minderjaehrigText: 'Für sie unterschreiben die Eltern oder die gesetzliche Vertretung.',
  vertreten: 'Jemand unterschreibt für die Person (Eltern, gesetzliche Vertretung)',
  gemeinsam: 'Gemeinsames Sorgerecht: beide unterschreiben',
  vertretung: (nummer: number) => `Name der Vertretung ${nummer}`,
  wieUnterschreiben: 'Wie wird unterschrieben?',
  aufBildschirm: 'auf dem Bildschirm',
  aufPapier: 'auf Papier',
  unterschriftKlient: 'Unterschrift',
  unterschriftVon: (name: string, nummer: number) =>
    name === '' ? `Unterschrift ${nummer}` : `Unterschrift von ${name}`,
  feldHinweis: 'Mit Finger, Stift oder Maus. Wer so nicht unterschreiben kann, unterschreibt auf Papier.',
  feldLeer: 'noch leer',
  feldUnterschrieben: 'unterschrieben',
  neuUnterschreiben: 'Noch einmal unterschreiben',
  unterschriebenAm: 'Unterschrieben am',
  scan: 'Scan des Blattes',
  scanHinweis: 'PDF, PNG oder JPEG bis 10 MB. Er darf auch später kommen.',
  speichern: 'Einwilligung speichern',
  gespeichert: 'Die Einwilligung ist gespeichert. Von nun an wird mit Namen dokumentiert.',
  zurAnfrage: 'Weiter zur Anfrage',
  begleitungTitel: 'Möglicherweise bereits in Begleitung, die Koordination ist informiert.',
  begleitungText:
    'Sie meldet sich bei Ihnen. Beraten Sie ruhig weiter; niemand anderes hat den Namen gesehen.',
  nurKoordinationTitel:
    'Heute sind schon viele Prüfungen auf doppelte Begleitung gelaufen; das Ergebnis geht nur an die Koordination.',
  nurKoordinationText: 'Ist etwas abzustimmen, meldet sie sich bei Ihnen. Beraten Sie ruhig weiter.',
  scanFehlt: 'Der Scan fehlt noch.',
  fehltTitel: (texte: string) => `Ihr Träger hat noch keinen Text freigegeben: ${texte}`,
  fehltText:
    'Bis dahin beraten Sie ohne Namen weiter; alles zählt mit. Die Trägerleitung oder die Administration gibt die Texte unter „Vordrucke“ frei, dann geht es hier weiter.',
  zuDenTexten: 'Zu den Vordrucken',
  erteilt: 'Erteilt am',
  fassung: 'Fassung',
  spracheKurz: 'Sprache',
  unterschrift: 'Unterschrift',
  bildschirm: 'auf dem Bildschirm',
  papier: 'auf Papier',
  vertretungKurz: 'Vertretung',
  zwecke: 'Einverstanden mit',
  dolmetschenKurz: 'Gedolmetscht',
  stand: 'Stand',
  standWort: {
    gilt: 'gilt',
    laeuft_aus: 'läuft bald aus',
    abgelaufen: 'abgelaufen, bitte erneuern',
    abgeloest: 'durch eine spätere ersetzt',
  },
  widerrufenAm: (tag: string) => `widerrufen am ${tag}`,
  giltBis: 'Gilt bis',
  befristet: 'Befristet bis',
  befristetHinweis:
    'Nur wenn die Person es wünscht. Danach wird nichts mehr mit Namen dokumentiert oder weitergegeben, bis sie neu unterschreibt.',
  erneuern: 'Erneuern',
  erneuernText:
    'Die Person liest und unterschreibt den Text neu. Die neue Einwilligung tritt an die Stelle der befristeten; Schweigepflichtsentbindungen gelten weiter.',
  ausgehaendigtAm: 'Datenschutzinformation',
  ausgehaendigtKurz: (tag: string, fassung: number, sprache: string) =>
    `${tag}, Fassung ${fassung}, ${sprache}`,
  altesPapier: 'älteres Papier',
  scanZeigen: 'Scan herunterladen',
  scanHinzufuegen: 'Scan hinzufügen',
  scanGespeichert: 'Der Scan ist gespeichert.',
  widerrufen: 'Einwilligung widerrufen',
  widerrufFolgenTitel: 'Was jetzt geschieht',
  widerrufFolgen: (entbindungen: number, weitergaben: number) =>
    `Alle Angaben zur Person werden sofort gesperrt: Niemand liest sie mehr, auch Sie nicht. ${
      entbindungen === 0
        ? 'Schweigepflichtsentbindungen gibt es keine.'
        : entbindungen === 1
          ? 'Eine Schweigepflichtsentbindung endet.'
          : `${entbindungen} Schweigepflichtsentbindungen enden.`
    } ${
      weitergaben === 0
        ? 'Keine Weitergabe ist vorbereitet.'
        : weitergaben === 1
          ? 'Eine vorbereitete Weitergabe wird gestoppt.'
          : `${weitergaben} vorbereitete Weitergaben werden gestoppt.`
    }`,
  widerrufBleibt:
    'Was bis heute geschah, bleibt erlaubt. Der Fall zählt ohne Namen weiter. Mit einer neuen Unterschrift geht es jederzeit weiter.',
  widerrufWeiter: 'Weiter',
  widerrufAm: 'Tag des Widerrufs',
  widerrufAbschluss: 'Fall zugleich abschließen',
  widerrufKeinAbschluss: 'nein, der Fall bleibt offen',
  widerrufAbschlussHinweis: 'Das geht auch später, unter der Nummer des Falls.',
  jetztWiderrufen: 'Jetzt widerrufen und sperren',
  abbrechen: 'Abbrechen',
  widerrufenFertig: 'Die Einwilligung ist widerrufen, die Angaben sind gesperrt.',
  gesperrtTitel: (tag: string) => `Einwilligung widerrufen am ${tag}; die Angaben sind gesperrt.`,
  gesperrtText:
    'Möchte die Person wieder begleitet werden, unterschreibt sie neu. Damit sind Name und Notizen wieder da; Schweigepflichtsentbindungen bleiben widerrufen.',
  neuEinwilligen: 'Neu einwilligen',
  ...deCodes,
};

export const en: Same<typeof de> = {
  titel: 'Consent',
  lead: 'Without a signed consent no name is stored. With it, everything noted for this request moves under the protection of the person.',
  anfragen: 'Requests',
  anfrage: (nummer) => `Request ${nummer}`,
  abgeschlossen: 'This request is closed; a name can no longer be added.',
  einwilligung: 'Consent',
  schrittName: '1. Name',
  schrittText: '2. Text of the consent',
  schrittInformation: '3. Privacy notice',
  schrittUnterschrift: '4. Signature',
  familienname: 'Family name',
  vorname: 'Given name',
  geburtsdatum: 'Date of birth',
  geburtsdatumHinweis: 'Only the year known? The year alone is enough and is kept as 01.01.',
  nameOriginal: 'Name in original script',
  nameOriginalHinweis: 'Such as Arabic or Cyrillic, as in the passport.',
  sprache: 'Language beside the German text',
  nurDeutsch: 'German only',
  spracheEntwurf: (name) => `${name} (translation not checked)`,
  deutscherText: 'German text',
  uebersetzung: (name) => `Translation: ${name}`,
  ungeprueft: 'Translation not checked, the German text decides',
  dolmetschen: 'Who interprets?',
  dolmetschenArt: {
    kein: 'nobody',
    ehrenamtlich: 'volunteer',
    professionell: 'professional',
    angehoerige: 'relatives',
  },
  zweck: 'What does the person agree to?',
  zweckHinweis: 'Each point by itself. Without the first there is no file with a name.',
  zweckWort: {
    dokumentation: 'Counselling',
    auswertung: 'Statistics',
    landesdatenbank: 'State database',
    uebergabe: 'Change of the counselling office',
  },
  datenschutzinformation: 'Privacy notice',
  lesen: 'Show text',
  drucken: 'Print (PDF)',
  ausgehaendigt: (fassung, sprache) => `handed out today, version ${fassung}, ${sprache}`,
  minderjaehrigTitel: 'The person is a minor.',
  minderjaehrigText: 'The parents or the legal guardian sign.',
  vertreten: 'Somebody signs for the person (parents, legal guardian)',
  gemeinsam: 'Joint custody: both sign',
  vertretung: (nummer) => `Name of guardian ${nummer}`,
  wieUnterschreiben: 'How is it signed?',
  aufBildschirm: 'on screen',
  aufPapier: 'on paper',
  unterschriftKlient: 'Signature',
  unterschriftVon: (name, nummer) => (name === '' ? `Signature ${nummer}` : `Signature of ${name}`),
  feldHinweis: 'With finger, pen or mouse. Whoever cannot sign this way signs on paper.',
  feldLeer: 'still empty',
  feldUnterschrieben: 'signed',
  neuUnterschreiben: 'Sign again',
  unterschriebenAm: 'Signed on',
  scan: 'Scan of the sheet',
  scanHinweis: 'PDF, PNG or JPEG up to 10 MB. It may also follow later.',
  speichern: 'Save consent',
  gespeichert: 'The consent is saved. From now on the documentation is by name.',
  zurAnfrage: 'On to the request',
  begleitungTitel: 'Possibly already in care, the coordination has been told.',
  begleitungText: 'It will contact you. Feel free to go on counselling; nobody else has seen the name.',
  nurKoordinationTitel:
    'Many checks for double care have run today; the result goes to the coordination only.',
  nurKoordinationText: 'If something has to be agreed, it will contact you. Feel free to go on counselling.',
  scanFehlt: 'The scan is still missing.',
  fehltTitel: (texte) => `Your carrier has not released a text yet: ${texte}`,
  fehltText:
    'Until then go on counselling without a name; everything counts. The head of the carrier or the administration releases the texts under “Forms”, then this goes on.',
  zuDenTexten: 'To the forms',
  erteilt: 'Given on',
  fassung: 'Version',
  spracheKurz: 'Language',
  unterschrift: 'Signature',
  bildschirm: 'on screen',
  papier: 'on paper',
  vertretungKurz: 'Guardian',
  zwecke: 'Agreed to',
  dolmetschenKurz: 'Interpreted by',
  stand: 'State',
  standWort: {
    gilt: 'holds',
    laeuft_aus: 'runs out soon',
    abgelaufen: 'run out, please renew',
    abgeloest: 'replaced by a later one',
  },
  widerrufenAm: (tag) => `withdrawn on ${tag}`,
  giltBis: 'Holds until',
  befristet: 'Limited until',
  befristetHinweis:
    'Only if the person wishes so. Afterwards nothing is documented by name or shared until a new signature.',
  erneuern: 'Renew',
  erneuernText:
    'The person reads and signs the text anew. The new consent takes the place of the limited one; releases from confidentiality go on.',
  ausgehaendigtAm: 'Privacy notice',
  ausgehaendigtKurz: (tag, fassung, sprache) => `${tag}, version ${fassung}, ${sprache}`,
  altesPapier: 'older paper',
  scanZeigen: 'Download scan',
  scanHinzufuegen: 'Add scan',
  scanGespeichert: 'The scan is saved.',
  widerrufen: 'Withdraw consent',
  widerrufFolgenTitel: 'What happens now',
  widerrufFolgen: (entbindungen, weitergaben) =>
    `Everything known of the person is locked at once: nobody reads it any more, not even you. ${
      entbindungen === 0
        ? 'There are no releases from confidentiality.'
        : entbindungen === 1
          ? 'One release from confidentiality ends.'
          : `${entbindungen} releases from confidentiality end.`
    } ${
      weitergaben === 0
        ? 'No sharing is prepared.'
        : weitergaben === 1
          ? 'One prepared sharing is stopped.'
          : `${weitergaben} prepared sharings are stopped.`
    }`,
  widerrufBleibt:
    'What has happened until today stays lawful. The case still counts without a name. A new signature takes it up again at any time.',
  widerrufWeiter: 'Continue',
  widerrufAm: 'Day of the withdrawal',
  widerrufAbschluss: 'Close the case as well',
  widerrufKeinAbschluss: 'no, the case stays open',
  widerrufAbschlussHinweis: 'This is also possible later, by the number of the case.',
  jetztWiderrufen: 'Withdraw and lock now',
  abbrechen: 'Cancel',
  widerrufenFertig: 'The consent is withdrawn, everything is locked.',
  gesperrtTitel: (tag) => `Consent withdrawn on ${tag}; what is known of the person is locked.`,
  gesperrtText:
    'If the person wants to be accompanied again, a new signature brings name and notes back; releases from confidentiality stay withdrawn.',
  neuEinwilligen: 'Sign a new consent',
  ...enCodes,
};
