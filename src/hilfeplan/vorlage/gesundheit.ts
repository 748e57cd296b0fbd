import { ziel } from './ziel-vorlage.ts';

/** Health, disability, children and their care. */
export const gesundheitVorlagen = [
  ziel(
    'stabiler_gesundheitszustand',
    'gesundheit',
    ['Einen stabilen Gesundheitszustand erreichen', 'Reach a stable state of health'],
    [
      'Die Medikamente werden regelmäßig eingenommen, Arzttermine werden eingehalten.',
      'Medicine is taken regularly and doctor’s appointments are kept.',
    ],
    [
      ['klient', 'Medikamente nach Plan einnehmen', 'Take medicine as planned'],
      ['dritte', 'Fachärztliche Behandlung fortsetzen', 'Continue treatment by a specialist'],
      [
        'casemanagement',
        'Bei Rückschlägen schnell einen Termin vermitteln',
        'Arrange an appointment quickly after setbacks',
      ],
    ],
  ),
  ziel(
    'psychiatrisches_gutachten',
    'gesundheit',
    [
      'Ein psychiatrisches Gutachten für anstehende Gerichtstermine erhalten',
      'Obtain a psychiatric expert opinion for coming court dates',
    ],
    [
      'Das Gutachten zur Schuldfähigkeit liegt dem Gericht vor.',
      'The opinion on criminal responsibility is before the court.',
    ],
    [
      [
        'casemanagement',
        'Mit Rechtsbeistand klären, wer das Gutachten beauftragt',
        'Clarify with the lawyer who orders the opinion',
      ],
      [
        'klient',
        'Die behandelnden Praxen von der Schweigepflicht entbinden',
        'Release the treating doctors from confidentiality',
      ],
      [
        'dritte',
        'Psychiatrische Praxis oder Klinik erstellt das Gutachten',
        'A psychiatric practice or clinic writes the opinion',
      ],
    ],
  ),
  ziel(
    'psychosoziale_stabilisierung',
    'gesundheit',
    ['Psychisch wieder stabiler werden', 'Become mentally more stable again'],
    [
      'Eine Begleitung besteht, und der Alltag gelingt wieder besser.',
      'There is somebody at one’s side and everyday life works better.',
    ],
    [
      [
        'casemanagement',
        'An psychosoziale Beratung oder Trauerbegleitung vermitteln',
        'Refer to psychosocial or bereavement counselling',
      ],
      ['klient', 'Die vereinbarten Gespräche wahrnehmen', 'Attend the agreed talks'],
      ['klient', 'Eine feste Tagesstruktur ausprobieren', 'Try out a fixed structure of the day'],
    ],
  ),
  ziel(
    'krankenversicherung',
    'gesundheit',
    ['Krankenversichert sein und eine Hausarztpraxis haben', 'Have health insurance and a family doctor'],
    [
      'Die Versichertenkarte liegt vor, ein erster Termin war.',
      'The insurance card is there and a first appointment took place.',
    ],
    [
      [
        'casemanagement',
        'Versicherungsschutz mit der Krankenkasse klären',
        'Clarify the insurance with the health insurer',
      ],
      ['klient', 'Sich in einer Hausarztpraxis anmelden', 'Register with a family doctor'],
    ],
  ),
  ziel(
    'therapieplatz',
    'gesundheit',
    ['Eine Behandlung oder Therapie beginnen', 'Begin a treatment or therapy'],
    ['Der erste Termin hat stattgefunden.', 'The first appointment took place.'],
    [
      [
        'casemanagement',
        'Praxis oder Klinik mit passender Sprache suchen',
        'Look for a practice or clinic with the right language',
      ],
      [
        'klient',
        'Die Terminservicestelle anrufen und die Warteliste nutzen',
        'Call the appointment service and use the waiting list',
      ],
    ],
  ),
  ziel(
    'schwerbehinderung_feststellen',
    'behinderung',
    ['Den Grad der Behinderung feststellen lassen', 'Have the degree of disability determined'],
    ['Der Antrag ist gestellt oder der Ausweis liegt vor.', 'The application is made or the card is there.'],
    [
      ['klient', 'Arztberichte sammeln', 'Collect medical reports'],
      ['casemanagement', 'Antrag gemeinsam ausfüllen', 'Fill in the application together'],
      [
        'dritte',
        'Kreis stellt den Grad der Behinderung fest',
        'The district determines the degree of disability',
      ],
    ],
  ),
  ziel(
    'teilhabeleistung',
    'behinderung',
    ['Leistungen zur Teilhabe erhalten', 'Receive benefits for participation'],
    [
      'Der Bescheid über Eingliederungshilfe oder Hilfsmittel liegt vor.',
      'The decision on integration assistance or aids is there.',
    ],
    [
      [
        'casemanagement',
        'Ergänzende unabhängige Teilhabeberatung (EUTB) vermitteln',
        'Refer to independent participation counselling (EUTB)',
      ],
      ['klient', 'Den Bedarf mit eigenen Worten beschreiben', 'Describe the need in one’s own words'],
    ],
  ),
  ziel(
    'pflegegrad',
    'behinderung',
    ['Einen Pflegegrad und Entlastung im Alltag bekommen', 'Obtain a care level and relief in everyday life'],
    ['Die Begutachtung hat stattgefunden.', 'The assessment took place.'],
    [
      ['klient', 'Antrag bei der Pflegekasse stellen', 'Apply to the care insurance'],
      ['dritte', 'Pflegestützpunkt berät die Familie', 'The care support centre advises the family'],
    ],
  ),
  ziel(
    'kinderbetreuung',
    'kinder',
    ['Einen Platz in Kita, Tagespflege oder Ganztag haben', 'Have a place in day care or all-day school'],
    ['Der Betreuungsvertrag ist unterschrieben.', 'The care contract is signed.'],
    [
      [
        'klient',
        'Kind im Anmeldesystem der Kommune vormerken',
        'Put the child on the list of the municipality',
      ],
      [
        'casemanagement',
        'Mit Jugendamt oder Einrichtung über Plätze sprechen',
        'Talk about places with the youth office or the facility',
      ],
    ],
  ),
  ziel(
    'familienleistungen',
    'kinder',
    [
      'Kindergeld und weitere Leistungen für Kinder beziehen',
      'Receive child benefit and other benefits for children',
    ],
    ['Die Bescheide liegen vor.', 'The decisions are there.'],
    [
      [
        'casemanagement',
        'Ansprüche prüfen: Kindergeld, Kinderzuschlag, Bildung und Teilhabe',
        'Check entitlements: child benefit, supplement, education and participation',
      ],
      [
        'klient',
        'Geburtsurkunden und Bescheinigungen einreichen',
        'Hand in birth certificates and confirmations',
      ],
    ],
  ),
  ziel(
    'erziehung_unterstuetzen',
    'kinder',
    ['Unterstützung bei der Erziehung annehmen', 'Accept support in bringing up the children'],
    [
      'Ein Gespräch mit der Beratungsstelle oder dem Jugendamt hat stattgefunden.',
      'A talk with the counselling centre or the youth office took place.',
    ],
    [
      [
        'casemanagement',
        'Termin bei der Erziehungsberatung vereinbaren',
        'Arrange an appointment with family counselling',
      ],
      [
        'klient',
        'Eigene Fragen und Wünsche für das Gespräch sammeln',
        'Gather own questions and wishes for the talk',
      ],
    ],
  ),
];
