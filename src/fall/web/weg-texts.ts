import type { Same } from '#src/platform/texts.ts';

/** Words of the way of a case: path, next step, what is open, status and closure. */
export const de = {
  pfad: 'Regelkreis',
  runde: (runde: number, ab: string) => `Runde ${runde}, seit ${ab}`,
  phase: {
    zugang: 'Zugang',
    erstberatung: 'Erstberatung',
    assessment: 'Assessment',
    hilfeplan: 'Hilfeplan',
    vermittlung: 'Vermittlung',
    monitoring: 'Monitoring',
    re_assessment: 'Re-Assessment',
    abschluss: 'Abschluss',
  },
  phaseStand: { erledigt: 'erledigt', jetzt: 'hier steht der Fall', offen: 'noch offen' },
  naechster: 'Nächster Schritt',
  schritt: {
    widerrufen:
      'Die Einwilligung ist widerrufen. Es darf nichts mehr weitergegeben werden; schließen Sie den Fall ab.',
    abgelaufen:
      'Einwilligung abgelaufen, bitte erneuern. Bis zur neuen Unterschrift wird nichts mit Namen dokumentiert oder weitergegeben.',
    abgeschlossen: 'Der Fall ist abgeschlossen. Kommt die Person wieder, nehmen Sie ihn hier wieder auf.',
    zuweisen: 'Noch ist niemand zuständig. Weisen Sie den Fall einer Case Manager*in zu.',
    erster: 'Noch gibt es keinen Kontakt. Erfassen Sie das erste Gespräch.',
    ruht: 'Der Fall ruht nach der Regel des Kreises. Ein qualifizierter Kontakt macht ihn wieder aktiv.',
    ruhtHand: 'Der Fall ruht. Nehmen Sie ihn wieder auf, sobald es weitergeht.',
    angaben: 'Für Berichte fehlen noch Angaben. Ergänzen Sie sie, wenn Sie sie kennen.',
    gut: 'Alles auf dem Stand.',
    unterschrift: 'Der Plan steht, unterschrieben ist er noch nicht. Gehen Sie ihn gemeinsam durch.',
    zielErreicht:
      'Alle Ziele sind erreicht oder aufgegeben. Prüfen Sie im Re-Assessment, was offen ist, oder führen Sie das Abschlussgespräch.',
  },
  schrittSpaet: (text: string, tag: string) => `Überfällig seit ${tag}: ${text}`,
  schrittImPlan: (text: string, tag: string) => (tag === '' ? text : `${text}, bis ${tag}`),
  schrittRueckmeldung: (tag: string) =>
    `Auf eine Vermittlung fehlt seit dem ${tag} die Rückmeldung. Fragen Sie nach.`,
  schrittReAssessment: (tag: string) =>
    `Nach der Regel des Kreises ist seit dem ${tag} ein Re-Assessment fällig.`,
  schrittAssessment: (tag: string) =>
    tag === ''
      ? 'Es gibt noch kein Assessment. Erheben Sie Bedarfe und Ressourcen.'
      : `Die Erstberatung war am ${tag}, ein Assessment gibt es noch nicht. Erheben Sie Bedarfe und Ressourcen.`,
  schrittPlan: (tag: string) =>
    tag === ''
      ? 'Vereinbaren Sie Ziele und Schritte.'
      : `Das Assessment war am ${tag}. Vereinbaren Sie daraus Ziele und Schritte.`,
  schrittPlanWieder: (tag: string) =>
    `Das Re-Assessment war am ${tag}. Vereinbaren Sie, was noch offen ist, oder führen Sie das Abschlussgespräch.`,
  schrittVermittlung: (tag: string) =>
    tag === ''
      ? 'Vermitteln Sie in passende Angebote.'
      : `Der Plan ist seit dem ${tag} unterschrieben. Vermitteln Sie in passende Angebote.`,
  zumPlan: 'Zum Plan',
  zumAssessment: 'Zum Assessment',
  zuVermittlungen: 'Zu den Vermittlungen',
  offen: 'Offen',
  beratungszeit: (zeit: string) => `Beratungszeit ${zeit}`,
  skizze: 'Fallskizze ohne Namen (PDF)',
  plan: 'Ziele',
  keinPlan: 'noch keine vereinbart',
  termin: 'Nächster Termin',
  terminPlanen: 'Termin',
  keinTermin: 'keiner vereinbart',
  vermittlungen: 'Vermittlungen',
  laufend: (laufend: number, gesamt: number) => `${laufend} von ${gesamt} laufend`,
  aufgaben: 'Aufgaben',
  offeneAufgaben: (offen: number) => (offen === 1 ? '1 offen' : `${offen} offen`),
  alleSchritte: (offen: number) => `Alle ${offen} offenen Schritte`,
  laeuftAb: {
    titel: 'Aufenthaltstitel',
    einwilligung: 'Einwilligung',
    entbindung: 'Entbindung',
  },
  bisTag: (tag: string) => `bis ${tag}`,
  seitTag: (tag: string) => `seit ${tag}`,
  akteur: { klient: '{klient}', casemanagement: 'Case Management', dritte: 'Dritte' },
  schrittBald: (tag: string) =>
    `Bis zum ${tag} braucht es einen qualifizierten Kontakt, sonst gilt der Fall als ruhend.`,
  schrittGutBis: (tag: string) =>
    `Alles auf dem Stand. Der nächste qualifizierte Kontakt ist bis zum ${tag} fällig.`,
  fehlt: (was: string) => `Es fehlt: ${was}.`,
  abStatus: 'Ab wann',
  abschluss: {
    titel: 'Abschluss',
    gespraech: 'Abschlussgespräch',
    gespraechArt: { gemeinsam: 'gemeinsam, persönlich', telefonisch: 'telefonisch', kein: 'keines' },
    gespraechAm: 'Gespräch am',
    keinGrund: 'Warum nicht?',
    kein: {
      nicht_erreichbar: 'Person war nicht erreichbar',
      nicht_gewuenscht: 'Person wünschte keines',
      verzogen: 'Person ist verzogen oder zurückgekehrt',
      verstorben: 'Person ist verstorben',
    },
    rueckblick: 'Was wurde erreicht?',
    naechster: 'Wie geht es weiter?',
    ziele: (erreicht: number, gesamt: number) =>
      gesamt === 1
        ? `${erreicht} von 1 Ziel ist erreicht.`
        : `${erreicht} von ${gesamt} Zielen sind erreicht.`,
    beenden: (offen: number) =>
      offen === 1
        ? '1 offenen Schritt oder Aufgabe als entfallen abschließen'
        : `${offen} offene Schritte und Aufgaben als entfallen abschließen`,
    gehalten: (wort: string, am: string) => `${wort}, am ${am}`,
    offenTage: (tage: number) => (tage === 1 ? '1 Tag begleitet' : `${tage} Tage begleitet`),
  },
  begruendung: 'Begründung',
  begruendungHinweis: 'Nur für die Akte; wird verschlüsselt.',
  statusGesetzt: 'Der Status ist geändert.',
  statusTitel: {
    aktiv: 'Fall wieder aufnehmen',
    ruhend: 'Fall ruhen lassen',
    abgeschlossen: 'Fall abschließen',
  },
  statusText: {
    aktiv:
      'Mit der Wiederaufnahme beginnt die Frist der Regel von vorn. Nach einem Abschluss zählt eine neue Begleitung.',
    ruhend: 'Der Fall zählt ab diesem Tag als inaktiv. Kontakte können weiter erfasst werden.',
    abgeschlossen:
      'Der Fall zählt ab diesem Tag als abgeschlossen. Er kann jederzeit wieder aufgenommen werden.',
  },
};

export const en: Same<typeof de> = {
  pfad: 'Control cycle',
  runde: (runde, ab) => `Round ${runde}, since ${ab}`,
  phase: {
    zugang: 'Access',
    erstberatung: 'First counselling',
    assessment: 'Assessment',
    hilfeplan: 'Help plan',
    vermittlung: 'Referral',
    monitoring: 'Monitoring',
    re_assessment: 'Re-assessment',
    abschluss: 'Closure',
  },
  phaseStand: { erledigt: 'done', jetzt: 'the case stands here', offen: 'still to come' },
  naechster: 'Next step',
  schritt: {
    abgelaufen:
      'Consent has run out, please renew. Until the new signature nothing is documented by name or shared.',
    widerrufen: 'The consent has been withdrawn. Nothing may be shared any more; close the case.',
    abgeschlossen: 'The case is closed. If the person comes back, reopen it here.',
    zuweisen: 'Nobody is responsible yet. Assign the case to a case manager.',
    erster: 'There is no contact yet. Record the first talk.',
    ruht: 'The case rests by the rule of the Kreis. A qualified contact makes it active again.',
    ruhtHand: 'The case rests. Reopen it as soon as it goes on.',
    angaben: 'Details are missing for reports. Add them when you know them.',
    gut: 'Everything is up to date.',
    unterschrift: 'The plan is made but not signed yet. Go through it together.',
    zielErreicht:
      'All goals are reached or given up. See in a re-assessment what is open, or hold the closing talk.',
  },
  schrittSpaet: (text, tag) => `Overdue since ${tag}: ${text}`,
  schrittImPlan: (text, tag) => (tag === '' ? text : `${text}, by ${tag}`),
  schrittRueckmeldung: (tag) => `An answer to a referral has been missing since ${tag}. Please ask.`,
  schrittReAssessment: (tag) => `By the rule of the district a re-assessment has been due since ${tag}.`,
  schrittAssessment: (tag) =>
    tag === ''
      ? 'There is no assessment yet. Find out needs and resources.'
      : `The first counselling was on ${tag}, there is no assessment yet. Find out needs and resources.`,
  schrittPlan: (tag) =>
    tag === '' ? 'Agree goals and steps.' : `The assessment was on ${tag}. Agree goals and steps from it.`,
  schrittPlanWieder: (tag) =>
    `The re-assessment was on ${tag}. Agree on what is still open, or hold the closing talk.`,
  schrittVermittlung: (tag) =>
    tag === '' ? 'Refer to fitting offers.' : `The plan was signed on ${tag}. Refer to fitting offers.`,
  zumPlan: 'To the plan',
  zumAssessment: 'To the assessment',
  zuVermittlungen: 'To the referrals',
  offen: 'Open',
  beratungszeit: (zeit) => `counselling time ${zeit}`,
  skizze: 'Case sketch without a name (PDF)',
  plan: 'Goals',
  keinPlan: 'none agreed yet',
  termin: 'Next appointment',
  terminPlanen: 'Appointment',
  keinTermin: 'none',
  vermittlungen: 'Referrals',
  laufend: (laufend, gesamt) => `${laufend} of ${gesamt} running`,
  aufgaben: 'Tasks',
  offeneAufgaben: (offen) => (offen === 1 ? '1 open' : `${offen} open`),
  alleSchritte: (offen) => `All ${offen} open steps`,
  laeuftAb: {
    titel: 'Residence title',
    einwilligung: 'Consent',
    entbindung: 'Release from confidentiality',
  },
  bisTag: (tag) => `until ${tag}`,
  seitTag: (tag) => `since ${tag}`,
  akteur: { klient: 'client', casemanagement: 'case management', dritte: 'third party' },
  schrittBald: (tag) => `A qualified contact is needed until ${tag}, or the case counts as resting.`,
  schrittGutBis: (tag) => `Everything is up to date. The next qualified contact is due until ${tag}.`,
  fehlt: (was) => `Missing: ${was}.`,
  abStatus: 'From when',
  abschluss: {
    titel: 'Closure',
    gespraech: 'Closing talk',
    gespraechArt: { gemeinsam: 'together, in person', telefonisch: 'by telephone', kein: 'none' },
    gespraechAm: 'Talk on',
    keinGrund: 'Why not?',
    kein: {
      nicht_erreichbar: 'could not be reached',
      nicht_gewuenscht: 'did not want one',
      verzogen: 'has moved away or returned',
      verstorben: 'has died',
    },
    rueckblick: 'What was achieved?',
    naechster: 'What comes next?',
    ziele: (erreicht, gesamt) =>
      gesamt === 1 ? `${erreicht} of 1 goal is reached.` : `${erreicht} of ${gesamt} goals are reached.`,
    beenden: (offen) =>
      offen === 1 ? 'End 1 open step or task as dropped' : `End ${offen} open steps and tasks as dropped`,
    gehalten: (wort, am) => `${wort}, on ${am}`,
    offenTage: (tage) => (tage === 1 ? 'accompanied for 1 day' : `accompanied for ${tage} days`),
  },
  begruendung: 'Explanation',
  begruendungHinweis: 'For the case file only; it is encrypted.',
  statusGesetzt: 'The status has been changed.',
  statusTitel: { aktiv: 'Reopen case', ruhend: 'Let case rest', abgeschlossen: 'Close case' },
  statusText: {
    aktiv:
      'With the reopening the period of the rule begins anew. After a closing a new period of care is counted.',
    ruhend: 'From this day on the case counts as inactive. Contacts can still be recorded.',
    abgeschlossen: 'From this day on the case counts as closed. It can be reopened at any time.',
  },
};
