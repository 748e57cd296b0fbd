import { ziel } from './ziel-vorlage.ts';

/** Work, language and education. */
export const arbeitVorlagen = [
  ziel(
    'beschaeftigung_aufnehmen',
    'arbeit',
    ['Eine sozialversicherungspflichtige Beschäftigung aufnehmen', 'Take up a job with social insurance'],
    [
      'Der Arbeitsvertrag ist unterschrieben, die Arbeit hat begonnen.',
      'The contract is signed and work has begun.',
    ],
    [
      ['klient', 'Lebenslauf erstellen und Stellen suchen', 'Write a CV and look for jobs'],
      [
        'casemanagement',
        'Bewerbungen gemeinsam durchgehen und Gespräche üben',
        'Go through applications together and rehearse interviews',
      ],
      [
        'dritte',
        'Jobcenter oder Agentur für Arbeit schlägt Stellen vor',
        'The Jobcenter or employment agency proposes jobs',
      ],
    ],
  ),
  ziel(
    'arbeitswelt_eingliedern',
    'arbeit',
    ['Schrittweise in der Arbeitswelt ankommen', 'Arrive in working life step by step'],
    [
      'Ein Praktikum oder eine Maßnahme läuft seit vier Wochen regelmäßig.',
      'An internship or programme has been attended for four weeks.',
    ],
    [
      [
        'casemanagement',
        'Belastbarkeit und Wünsche klären, passende Maßnahme suchen',
        'Clarify strength and wishes, look for a fitting programme',
      ],
      ['klient', 'Probetage oder Praktikum wahrnehmen', 'Take part in trial days or an internship'],
      ['dritte', 'Jobcenter bewilligt die Maßnahme', 'The Jobcenter grants the programme'],
    ],
  ),
  ziel(
    'berufliche_perspektive',
    'arbeit',
    ['Eine berufliche Perspektive entwickeln', 'Develop a professional perspective'],
    [
      'Ein Berufswunsch und der nächste Schritt dorthin stehen fest.',
      'A wish for a profession and the next step towards it are settled.',
    ],
    [
      ['klient', 'Fähigkeiten und Wünsche zusammentragen', 'Gather skills and wishes'],
      ['dritte', 'Berufsberatung der Agentur für Arbeit', 'Career guidance of the employment agency'],
    ],
  ),
  ziel(
    'abschluss_anerkennen',
    'arbeit',
    ['Den ausländischen Abschluss anerkennen lassen', 'Have the foreign qualification recognised'],
    ['Der Antrag auf Anerkennung ist gestellt.', 'The application for recognition is made.'],
    [
      [
        'klient',
        'Zeugnisse beschaffen und übersetzen lassen',
        'Obtain certificates and have them translated',
      ],
      ['dritte', 'Anerkennungsberatung prüft den Weg', 'Recognition counselling looks for the way'],
      [
        'casemanagement',
        'Kosten der Übersetzung und Gebühren klären',
        'Clarify who pays for translations and fees',
      ],
    ],
  ),
  ziel(
    'sprachkurs_beginnen',
    'sprache',
    ['Einen passenden Deutschkurs besuchen', 'Attend a fitting German course'],
    ['Der Kurs hat begonnen und wird regelmäßig besucht.', 'The course has begun and is attended regularly.'],
    [
      ['klient', 'Einstufungstest machen', 'Take the placement test'],
      [
        'casemanagement',
        'Berechtigung, Kosten und Kinderbetreuung klären',
        'Clarify eligibility, costs and child care',
      ],
      ['dritte', 'Sprachkursträger nimmt in den Kurs auf', 'The course provider gives a place'],
    ],
  ),
  ziel(
    'sprachpruefung',
    'sprache',
    ['Die nächste Sprachprüfung bestehen', 'Pass the next language examination'],
    ['Das Zertifikat liegt vor.', 'The certificate is there.'],
    [
      ['klient', 'Zur Prüfung anmelden und üben', 'Register for the examination and practise'],
      ['casemanagement', 'Lernhilfe oder Nachhilfe vermitteln', 'Refer to help with learning'],
    ],
  ),
  ziel(
    'deutsch_im_alltag',
    'sprache',
    ['Im Alltag mehr Deutsch sprechen', 'Speak more German in everyday life'],
    ['Einfache Gespräche und Anrufe gelingen ohne Hilfe.', 'Simple talks and calls succeed without help.'],
    [
      ['klient', 'Jede Woche ein Sprachcafé besuchen', 'Visit a language café every week'],
      [
        'casemanagement',
        'Sprachcafé oder Sprachpatenschaft in der Nähe finden',
        'Find a language café or a language partner nearby',
      ],
    ],
  ),
  ziel(
    'schulabschluss',
    'bildung',
    ['Einen Schulabschluss erreichen oder nachholen', 'Reach or catch up on a school certificate'],
    [
      'Die Anmeldung in einer Klasse oder einem Kurs ist bestätigt.',
      'The registration in a class or course is confirmed.',
    ],
    [
      [
        'casemanagement',
        'Passenden Bildungsgang mit der Schule oder der Volkshochschule klären',
        'Clarify the fitting course with the school or adult education centre',
      ],
      ['klient', 'Zeugnisse vorlegen und anmelden', 'Show certificates and register'],
    ],
  ),
  ziel(
    'ausbildung_beginnen',
    'bildung',
    ['Eine Ausbildung oder ein Studium beginnen', 'Begin vocational training or studies'],
    ['Der Ausbildungsvertrag oder die Zulassung liegt vor.', 'The training contract or admission is there.'],
    [
      [
        'klient',
        'Bewerbungen schreiben und Vorstellungsgespräche führen',
        'Write applications and go to interviews',
      ],
      ['dritte', 'Berufsberatung schlägt Ausbildungsplätze vor', 'Career guidance proposes places'],
      ['casemanagement', 'Finanzierung (BAB, BAföG) klären', 'Clarify the funding (BAB, BAföG)'],
    ],
  ),
  ziel(
    'ausbildung_halten',
    'bildung',
    ['Schule oder Ausbildung durchhalten', 'Stay in school or training'],
    ['Drei Monate ohne unentschuldigtes Fehlen.', 'Three months without unexcused absence.'],
    [
      ['klient', 'Schwierigkeiten früh ansprechen', 'Speak about difficulties early'],
      [
        'casemanagement',
        'Gemeinsames Gespräch mit Schule oder Betrieb',
        'Talk together with the school or company',
      ],
      ['dritte', 'Nachhilfe oder Schulsozialarbeit unterstützt', 'Tutoring or school social work helps'],
    ],
  ),
];
