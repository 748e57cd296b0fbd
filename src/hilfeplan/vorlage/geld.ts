import { ziel } from './ziel-vorlage.ts';

/** Residence, money, debts, maintenance and housing. */
export const geldVorlagen = [
  ziel(
    'aufenthalt_verlaengern',
    'aufenthalt',
    ['Den Aufenthaltstitel rechtzeitig verlängern', 'Extend the residence title in time'],
    [
      'Der neue Titel oder eine Fiktionsbescheinigung liegt vor.',
      'The new title or a provisional certificate is there.',
    ],
    [
      [
        'klient',
        'Pass und Nachweise heraussuchen und zum Termin mitbringen',
        'Find passport and papers and bring them along',
      ],
      [
        'casemanagement',
        'Fehlende Unterlagen klären und beim Antrag helfen',
        'Find out which papers are missing and help with the application',
      ],
      [
        'dritte',
        'Ausländerbehörde entscheidet über den Antrag',
        'The foreigners’ authority decides on the application',
      ],
    ],
  ),
  ziel(
    'aufenthalt_bleiberecht',
    'aufenthalt',
    [
      'Die Voraussetzungen für ein dauerhaftes Aufenthaltsrecht erfüllen',
      'Meet the conditions for a lasting right of residence',
    ],
    [
      'Es steht schriftlich fest, was noch fehlt, oder der Antrag ist gestellt.',
      'What is still missing is written down, or the application is made.',
    ],
    [
      [
        'casemanagement',
        'Voraussetzungen mit der Ausländerbehörde klären',
        'Clarify the conditions with the foreigners’ authority',
      ],
      ['klient', 'Identitätspapiere und Nachweise beschaffen', 'Obtain identity papers and proofs'],
      ['dritte', 'Rechtsberatung prüft die Aussichten', 'Legal advice looks at the prospects'],
    ],
  ),
  ziel(
    'einbuergerung_beantragen',
    'aufenthalt',
    ['Die Einbürgerung beantragen', 'Apply for naturalisation'],
    [
      'Der Antrag ist vollständig eingereicht, die Eingangsbestätigung liegt vor.',
      'The complete application is handed in and its receipt confirmed.',
    ],
    [
      [
        'klient',
        'Zum Beratungsgespräch der Einbürgerungsbehörde gehen',
        'Go to the talk at the naturalisation authority',
      ],
      [
        'klient',
        'Einbürgerungstest ablegen und Sprachnachweis beschaffen',
        'Take the naturalisation test and obtain proof of German',
      ],
      [
        'casemanagement',
        'Unterlagen gemeinsam auf Vollständigkeit prüfen',
        'Check together that the papers are complete',
      ],
    ],
  ),
  ziel(
    'lebensunterhalt_sichern',
    'finanzen',
    ['Den Lebensunterhalt sichern', 'Secure a livelihood'],
    [
      'Der Bescheid liegt vor, und das Geld kommt jeden Monat.',
      'The decision is there and money arrives every month.',
    ],
    [
      [
        'casemanagement',
        'Ansprüche prüfen und Antrag gemeinsam ausfüllen',
        'Check entitlements and fill in the application together',
      ],
      ['klient', 'Kontoauszüge und Mietvertrag einreichen', 'Hand in bank statements and rental contract'],
      [
        'dritte',
        'Leistungsstelle entscheidet über den Antrag',
        'The benefits office decides on the application',
      ],
    ],
  ),
  ziel(
    'ueberblick_finanzen',
    'finanzen',
    ['Einnahmen und Ausgaben selbst im Blick haben', 'Keep an eye on income and spending'],
    [
      'Ein Haushaltsplan besteht und wird drei Monate geführt.',
      'A budget exists and is kept for three months.',
    ],
    [
      [
        'klient',
        'Briefe und Kontoauszüge sammeln und ordnen',
        'Collect and sort letters and bank statements',
      ],
      ['casemanagement', 'Gemeinsam einen Haushaltsplan aufstellen', 'Draw up a budget together'],
    ],
  ),
  ziel(
    'pfaendungsschutzkonto',
    'finanzen',
    [
      'Ein Pfändungsschutzkonto (P-Konto) einrichten',
      'Set up an account protected from attachment (P-Konto)',
    ],
    ['Die Bank hat die Umwandlung schriftlich bestätigt.', 'The bank has confirmed the change in writing.'],
    [
      [
        'casemanagement',
        'Unterlagen und Bescheinigung über den Freibetrag vorbereiten',
        'Prepare papers and the certificate of the exempt amount',
      ],
      ['klient', 'Umwandlung des Kontos bei der Bank beantragen', 'Ask the bank to change the account'],
      ['dritte', 'Bank richtet das P-Konto ein', 'The bank sets up the P-Konto'],
    ],
  ),
  ziel(
    'schuldnerberatung',
    'finanzen',
    [
      'Schulden ordnen und mit der Schuldnerberatung abbauen',
      'Put debts in order and reduce them with debt counselling',
    ],
    [
      'Die Schuldnerberatung arbeitet am Fall, eine Liste der Schulden liegt vor.',
      'Debt counselling works on it and a list of debts exists.',
    ],
    [
      ['klient', 'Alle Mahnungen und Bescheide sammeln', 'Collect all reminders and notices'],
      [
        'casemanagement',
        'An die Schuldnerberatung vermitteln und zum ersten Termin begleiten',
        'Refer to debt counselling and come along the first time',
      ],
      [
        'dritte',
        'Schuldnerberatung verhandelt mit den Gläubigern',
        'Debt counselling negotiates with the creditors',
      ],
    ],
  ),
  ziel(
    'unterhalt_klaeren',
    'finanzen',
    ['Den Anspruch auf Unterhalt klären', 'Clarify the entitlement to maintenance'],
    [
      'Es steht fest, ob und in welcher Höhe Unterhalt zusteht.',
      'It is settled whether maintenance is due, and how much.',
    ],
    [
      [
        'casemanagement',
        'Beratungshilfe und Termin bei einer Anwältin oder einem Anwalt organisieren',
        'Arrange legal aid and an appointment with a lawyer',
      ],
      ['klient', 'Einkommensnachweise zum Termin mitbringen', 'Bring proof of income to the appointment'],
      ['dritte', 'Anwältin oder Anwalt macht den Anspruch geltend', 'The lawyer asserts the claim'],
    ],
  ),
  ziel(
    'eigene_wohnung',
    'wohnen',
    ['Eine eigene Wohnung beziehen', 'Move into a flat of one’s own'],
    [
      'Der Mietvertrag ist unterschrieben, der Einzug ist erfolgt.',
      'The contract is signed and the move is done.',
    ],
    [
      [
        'klient',
        'Wohnungsangebote suchen und Besichtigungen vereinbaren',
        'Look for flats and arrange viewings',
      ],
      [
        'casemanagement',
        'Wohnberechtigungsschein und Übernahme der Miete klären',
        'Clarify the housing certificate and who pays the rent',
      ],
      [
        'klient',
        'Umzug mit Freunden, Kolleginnen und Bekannten planen',
        'Plan the move with friends, colleagues and acquaintances',
      ],
    ],
  ),
  ziel(
    'wohnung_sichern',
    'wohnen',
    ['Die Wohnung behalten', 'Keep the flat'],
    [
      'Mietrückstände sind geregelt, die Kündigung ist vom Tisch.',
      'Arrears are settled and the notice is off the table.',
    ],
    [
      [
        'casemanagement',
        'Mit Vermietung und Wohnungssicherung Kontakt aufnehmen',
        'Contact the landlord and the office that prevents homelessness',
      ],
      ['klient', 'Ratenzahlung vereinbaren und einhalten', 'Agree on instalments and keep to them'],
    ],
  ),
  ziel(
    'wohnung_ausstatten',
    'wohnen',
    [
      'Die Wohnung ausstatten und Strom und Heizung anmelden',
      'Furnish the flat and register electricity and heating',
    ],
    [
      'Erstausstattung ist bewilligt, Verträge laufen auf den eigenen Namen.',
      'Initial furnishing is granted, contracts run in the own name.',
    ],
    [
      [
        'casemanagement',
        'Antrag auf Erstausstattung vorbereiten',
        'Prepare the application for initial furnishing',
      ],
      ['klient', 'Strom anmelden und Zählerstand ablesen', 'Register electricity and read the meter'],
    ],
  ),
];
