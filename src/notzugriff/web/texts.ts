import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Notfallzugriff',
  lead: 'Drei Stunden, nur zum Lesen, nur beim eigenen {traeger}. Die Fachkraft und der Datenschutz erfahren es sofort.',
  leadDatenschutz: 'Wer im Notfall eine Akte öffnete und warum. Um welchen Fall es ging, steht hier nicht.',
  oeffnenTitel: 'Eine Akte öffnen',
  nummer: 'Fall-Nr.',
  nummerHinweis: 'Wie sie auf dem Brief oder in der Liste steht.',
  grund: 'Warum',
  grundWert: {
    'leben-in-gefahr': 'Gefahr für Leben oder Gesundheit',
    kindeswohl: 'Kindeswohl',
    gericht: 'Gericht oder Behörde verlangt Auskunft',
    ausfall: 'Fachkraft ausgefallen, Frist droht',
    sonstiges: 'anderer Grund',
  },
  grundHinweis: 'Besonders geschützte Personen öffnet nur der erste Grund.',
  begruendung: 'Begründung',
  begruendungHinweis:
    'Mindestens ein ganzer Satz. Die Fachkraft und der Datenschutz lesen ihn. Bitte keine Namen.',
  oeffnen: 'Für drei Stunden öffnen',
  geoeffnet: 'Die Akte ist geöffnet. Fachkraft und Datenschutz sind benachrichtigt.',
  liste: 'Notzugriffe',
  leerTitel: 'Noch kein Notzugriff',
  leerText: 'In den letzten drei Jahren wurde hier keine Akte im Notfall geöffnet.',
  wann: 'Wann',
  wer: 'Wer',
  fall: 'Fall',
  traeger: '{traeger}',
  laeuft: (bis: string) => `läuft bis ${bis}`,
  zurAkte: 'Zur Akte',
  beenden: 'Jetzt beenden',
  beendet: 'Der Notzugriff ist beendet.',
  zuweisenTitel: 'Fachkraft einer geschützten Person ist ausgefallen',
  zuweisenText:
    'Sie benennen eine andere Fachkraft desselben {traeger}s. Der Schutz bleibt, Sie lesen nichts; alle Beteiligten erfahren es.',
  neueFachkraft: 'Neue Fachkraft',
  zuweisen: 'Fachkraft benennen',
  zugewiesen: 'Die neue Fachkraft ist benannt und benachrichtigt.',
  code: {
    'notzugriff-nicht-moeglich':
      'Unter dieser Nummer lässt sich aus diesem Grund keine Akte öffnen. Prüfen Sie die Nummer. Sie muss zu Ihrem {traeger} gehören, die Einwilligung darf nicht widerrufen sein, und besonders geschützte Personen öffnet nur Gefahr für Leben oder Gesundheit.',
    'notzugriff-laeuft':
      'Diese Akte haben Sie schon geöffnet. Verlängern lässt sich das nicht; danach braucht es einen neuen Grund.',
    'begruendung-zu-kurz': 'Bitte begründen Sie in mindestens einem ganzen Satz.',
  },
};

export const en: Same<typeof de> = {
  titel: 'Emergency access',
  lead: 'Three hours, for reading only, only at the own provider. The case manager and the data protection officer learn of it at once.',
  leadDatenschutz: 'Who opened a file in an emergency and why. Which case it was is not told here.',
  oeffnenTitel: 'Open a file',
  nummer: 'Case no.',
  nummerHinweis: 'As it stands on the letter or in the list.',
  grund: 'Why',
  grundWert: {
    'leben-in-gefahr': 'danger to life or health',
    kindeswohl: 'welfare of a child',
    gericht: 'a court or authority asks for information',
    ausfall: 'case manager is gone and a deadline is near',
    sonstiges: 'another reason',
  },
  grundHinweis: 'Only the first reason opens persons under special protection.',
  begruendung: 'Reason in words',
  begruendungHinweis:
    'At least a whole sentence. The case manager and the data protection officer read it. No names, please.',
  oeffnen: 'Open for three hours',
  geoeffnet: 'The file is open. Case manager and data protection officer have been told.',
  liste: 'Emergency accesses',
  leerTitel: 'No emergency access yet',
  leerText: 'No file was opened here in an emergency in the last three years.',
  wann: 'When',
  wer: 'Who',
  fall: 'Case',
  traeger: 'Provider',
  laeuft: (bis) => `runs until ${bis}`,
  zurAkte: 'To the file',
  beenden: 'End now',
  beendet: 'The emergency access has ended.',
  zuweisenTitel: 'The case manager of a protected person has dropped out',
  zuweisenText:
    'You name another case manager of the same provider. The protection stays, you read nothing; everybody concerned learns of it.',
  neueFachkraft: 'New case manager',
  zuweisen: 'Name the case manager',
  zugewiesen: 'The new case manager is named and has been told.',
  code: {
    'notzugriff-nicht-moeglich':
      'No file can be opened under this number for this reason. Check the number. It must belong to your provider, the consent must not be withdrawn, and only danger to life or health opens persons under special protection.',
    'notzugriff-laeuft':
      'You have opened this file already. It cannot be extended; afterwards a new reason is needed.',
    'begruendung-zu-kurz': 'Please give your reason in at least a whole sentence.',
  },
};
