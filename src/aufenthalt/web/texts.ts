import type { Same } from '#src/platform/texts.ts';

export const de = {
  titel: 'Aufenthaltstitel',
  titelHinweis:
    'Fragen Sie nur, was der Person hilft. Wer ohne Titel hier ist, wird nicht danach gefragt: „nicht erhoben“ genügt (§ 87 AufenthG).',
  laeuftAbAm: 'Gültig bis',
  verlaengerung: 'Verlängerung beantragt (Fiktion nach § 81 Abs. 4 AufenthG)',
  gruppe: 'Gruppe für die Steuerung',
  gruppeWieTitel: (name: string) => `wie der Titel: ${name}`,
  gruppeOffen: 'ohne Gruppe',
  gruppeHinweis:
    'Nur ändern, wenn der Titel es nicht sagt: sicheres Herkunftsland, Ersterteilung, Einbürgerung.',
  rechtskreis: 'Rechtskreise',
  nichtMehr: (tag: string) => `seit ${tag} nicht mehr neu erteilt`,
  karte: 'Aufenthalt und Rechtskreise',
  aendern: 'Ändern',
  ohneAngabe: 'ohne Angabe',
  gueltigBis: (tag: string) => `gültig bis ${tag}`,
  abgelaufen: (tag: string) => `abgelaufen am ${tag}`,
  laeuftBald: (tag: string) => `läuft ab am ${tag}`,
  ab: 'Gilt ab',
  abHinweis: 'Was vorher galt, bleibt im Verlauf und in den Zahlen stehen.',
  wechselHinweis:
    'Wechselt der Rechtskreis, wechselt die zuständige Behörde. Klären Sie, wer Leistungen ab wann zahlt, damit nichts dazwischen verloren geht.',
  speichern: 'Speichern',
  gespeichert: 'Aufenthalt und Rechtskreise sind gespeichert.',
  gewechselt: 'Gespeichert. Der Rechtskreiswechsel steht im Verlauf.',
  frueher: 'Vorher',
  code: {
    'titel-abgelaufen':
      'Dieser Titel ist abgelaufen. Ist die Verlängerung rechtzeitig beantragt, setzen Sie das Häkchen darunter.',
    'titel-nicht-mehr-erteilt': 'Dieser Titel wurde an diesem Tag nicht mehr neu erteilt.',
    'datum-vor-aufnahme': 'Das liegt vor der Aufnahme.',
    'gleichzeitig-geaendert': 'Jemand hat den Fall inzwischen geändert. Bitte öffnen Sie das Fenster neu.',
  },
};

export const en: Same<typeof de> = {
  titel: 'Residence title',
  titelHinweis:
    'Ask only what helps the person. Nobody is asked about a stay without a title: “not asked” is enough (§ 87 Residence Act).',
  laeuftAbAm: 'Valid until',
  verlaengerung: 'Extension applied for (§ 81 (4) Residence Act)',
  gruppe: 'Group for routing',
  gruppeWieTitel: (name) => `as the title says: ${name}`,
  gruppeOffen: 'no group',
  gruppeHinweis: 'Change only what the title does not tell: safe country, first issue, naturalisation.',
  rechtskreis: 'Legal spheres',
  nichtMehr: (tag) => `no new grants since ${tag}`,
  karte: 'Residence and legal spheres',
  aendern: 'Change',
  ohneAngabe: 'not stated',
  gueltigBis: (tag) => `valid until ${tag}`,
  abgelaufen: (tag) => `expired on ${tag}`,
  laeuftBald: (tag) => `expires on ${tag}`,
  ab: 'Holds from',
  abHinweis: 'What held before stays in the history and in the figures.',
  wechselHinweis:
    'With the legal sphere the responsible authority changes. Find out who pays benefits from when, so that nothing gets lost in between.',
  speichern: 'Save',
  gespeichert: 'Residence and legal spheres are saved.',
  gewechselt: 'Saved. The change of legal sphere stands in the history.',
  frueher: 'Before',
  code: {
    'titel-abgelaufen':
      'This title has expired. If the extension was applied for in time, tick the box below.',
    'titel-nicht-mehr-erteilt': 'This title was no longer newly granted on this day.',
    'datum-vor-aufnahme': 'This lies before admission.',
    'gleichzeitig-geaendert': 'Somebody has changed the case in the meantime. Please open the window again.',
  },
};
