import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Mein Tag',
  gruss: (anzahl: number) =>
    anzahl === 0
      ? 'Nichts wartet auf Sie.'
      : anzahl === 1
        ? '1 Sache wartet auf Sie.'
        : `${anzahl} Sachen warten auf Sie.`,
  stufe: { ueberfaellig: 'Überfällig', heute: 'Heute', demnaechst: 'Demnächst' },
  leerTitel: 'Für heute ist alles getan',
  leerText: 'Keine Frist läuft, kein Termin steht an. Neues erscheint hier von selbst.',
  heuteLeer: 'Für heute steht nichts mehr an.',
  dringlich: 'eilig',
  seit: (tage: number) => (tage === 1 ? 'seit gestern' : `seit ${tage} Tagen`),
  in: (tage: number) => (tage === 1 ? 'morgen' : `in ${tage} Tagen`),
  ohneName: 'ohne Namen',
  art: {
    termin: 'Termin',
    termin_offen: 'Hat der Termin stattgefunden?',
    ersttermin: 'Ersten Termin vereinbaren',
    folgetermin: 'Folgetermin vereinbaren',
    aktiv_endet: 'Fall gilt bald nicht mehr als aktiv',
    titel_endet: 'Aufenthaltstitel läuft ab',
    einwilligung_endet: 'Einwilligung läuft ab',
    entbindung_endet: 'Schweigepflichtsentbindung läuft ab',
    weitergabe_offen: 'Vorbereitete Weitergabe liegt noch hier',
    schritt: 'Schritt im Plan',
    rueckmeldung: 'Rückmeldung fehlt',
    aufgabe: 'Aufgabe',
    re_assessment: 'Re-Assessment',
    fall_frei: 'Fall ohne {casemanager}',
    zusammenfuehrung: 'Zwei Einträge, vielleicht eine Person: bitte prüfen',
    doppelbetreuung: 'Mögliche doppelte Begleitung klären',
    ersuchen: 'Antrag zu eigenen Daten beantworten',
  },
};

export const en: Same<typeof de> = {
  titel: 'My day',
  gruss: (anzahl) =>
    anzahl === 0
      ? 'Nothing waits for you.'
      : anzahl === 1
        ? '1 thing waits for you.'
        : `${anzahl} things wait for you.`,
  stufe: { ueberfaellig: 'Overdue', heute: 'Today', demnaechst: 'Coming up' },
  leerTitel: 'Everything is done for today',
  leerText: 'No deadline is running and no appointment is near. New things appear here by themselves.',
  heuteLeer: 'Nothing more for today.',
  dringlich: 'urgent',
  seit: (tage) => (tage === 1 ? 'since yesterday' : `for ${tage} days`),
  in: (tage) => (tage === 1 ? 'tomorrow' : `in ${tage} days`),
  ohneName: 'no name',
  art: {
    termin: 'Appointment',
    termin_offen: 'Did the appointment take place?',
    ersttermin: 'Arrange the first appointment',
    folgetermin: 'Arrange the follow-up appointment',
    aktiv_endet: 'Case will soon no longer count as active',
    titel_endet: 'Residence title expires',
    einwilligung_endet: 'Consent expires',
    entbindung_endet: 'Release from confidentiality expires',
    weitergabe_offen: 'Prepared disclosure has not been handed over',
    schritt: 'Step of the plan',
    rueckmeldung: 'Answer to a referral missing',
    aufgabe: 'Task',
    re_assessment: 'Re-assessment',
    fall_frei: 'Case without a case manager',
    zusammenfuehrung: 'Two records, perhaps one person: please check',
    doppelbetreuung: 'Clear up possible double care',
    ersuchen: 'Answer a request about own data',
  },
};
