import type { Same } from '#src/platform/texts.ts';

/** Refusals: what happened and the way out. */
export const de = {
  code: {
    'nachweis-fehlt': 'Eine Vertretung fragt: Bitte erst den Nachweis ansehen, dann aufnehmen.',
    'feld-fehlt': 'Welche Angabe soll berichtigt werden? Bitte wählen.',
    'anlass-fehlt': 'Warum soll eingeschränkt werden? Bitte wählen.',
    'fall-unbekannt': 'Diese Nummer gibt es bei den Trägern nicht, für die Sie zuständig sind.',
    'worte-nur-fallfuehrung':
      'Worte schreibt nur, wer mit der Person arbeitet. Bitte ohne Text weitergehen oder die Fallführung bitten.',
    'schritt-folgt-nicht':
      'Dieser Schritt ist jetzt nicht möglich: Der Antrag steht schon woanders. Bitte neu laden.',
    'datum-vor-eingang': 'Der Tag liegt vor dem Eingang des Antrags.',
    'verlaengerung-zu-spaet':
      'Der erste Monat ist vorbei. Eine Verlängerung zählt nur, wenn die Person sie im ersten Monat erfahren hat.',
    'verlaengerung-besteht': 'Die Frist ist schon verlängert; ein zweites Mal geht es nicht.',
    'stelle-fehlt': 'Diese Worte stehen so nicht in dem Feld. Bitte genau übernehmen.',
    'entscheidung-passt-nicht': 'Diese Entscheidung gibt es bei diesem Antrag nicht.',
    'ablehnung-ohne-grund': 'Bitte einen Grund für die Ablehnung wählen.',
    'ablehnung-ohne-text': 'Bitte der Person erklären, warum: Eine Ablehnung braucht einen Text.',
    'grund-passt-nicht': 'Dieser Grund passt nicht zu diesem Antrag.',
    'kopie-fehlt': 'Bitte zuerst die Kopie zusammenstellen und prüfen.',
    'vier-augen':
      'Sie haben diese Antwort vorbereitet oder daran geschwärzt. Freigeben muss ein anderes Konto.',
    'einschraenkung-offen': 'Über den Antrag ist noch nicht entschieden; so lange gilt die Einschränkung.',
  },
};

export const en: Same<typeof de> = {
  code: {
    'nachweis-fehlt': 'A representative asks: please see the proof first, then take the request down.',
    'feld-fehlt': 'Which particular shall be corrected? Please choose.',
    'anlass-fehlt': 'Why shall it be restricted? Please choose.',
    'fall-unbekannt': 'No carrier that you oversee has this number.',
    'worte-nur-fallfuehrung':
      'Only those who work with the person write words. Please go on without a text or ask the case manager.',
    'schritt-folgt-nicht':
      'This step is not possible now: the request stands elsewhere already. Please reload.',
    'datum-vor-eingang': 'The day lies before the receipt of the request.',
    'verlaengerung-zu-spaet':
      'The first month is over. An extension counts only when the person was told within it.',
    'verlaengerung-besteht': 'The deadline is extended already; it cannot be extended twice.',
    'stelle-fehlt': 'These words do not stand in the field like this. Please copy them exactly.',
    'entscheidung-passt-nicht': 'This request cannot be decided like this.',
    'ablehnung-ohne-grund': 'Please choose a reason for the refusal.',
    'ablehnung-ohne-text': 'Please explain to the person why: a refusal needs a text.',
    'grund-passt-nicht': 'This reason does not fit this request.',
    'kopie-fehlt': 'Please put the copy together and review it first.',
    'vier-augen': 'You prepared this answer or redacted in it. Another account has to release it.',
    'einschraenkung-offen': 'The request is not decided yet; until then the restriction holds.',
  },
};
