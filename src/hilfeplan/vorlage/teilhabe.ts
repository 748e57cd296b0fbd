import { ziel } from './ziel-vorlage.ts';

/** Taking part in society, getting about, and what has no area of its own. */
export const teilhabeVorlagen = [
  ziel(
    'selbststaendigkeit',
    'teilhabe',
    ['Angelegenheiten selbstständig regeln', 'Handle one’s own affairs'],
    [
      'Anlauf- und Beratungsstellen sind bekannt und werden bei Bedarf selbst angesprochen.',
      'Offices and counselling centres are known and contacted by oneself when needed.',
    ],
    [
      [
        'casemanagement',
        'Wichtige Stellen gemeinsam aufschreiben und kennenlernen',
        'Write down and get to know important offices together',
      ],
      [
        'klient',
        'Einen Termin selbst vereinbaren und wahrnehmen',
        'Arrange and attend an appointment by oneself',
      ],
    ],
  ),
  ziel(
    'kontakte_knuepfen',
    'teilhabe',
    ['Menschen kennenlernen und Kontakte pflegen', 'Meet people and keep in touch'],
    ['Eine Gruppe oder ein Verein wird regelmäßig besucht.', 'A group or club is visited regularly.'],
    [
      [
        'casemanagement',
        'Passende Gruppe, Verein oder Migrant*innenselbstorganisation suchen',
        'Look for a fitting group, club or migrant organisation',
      ],
      ['klient', 'Zwei Angebote ausprobieren', 'Try out two offers'],
      ['dritte', 'Ehrenamtliche begleiten beim ersten Besuch', 'Volunteers come along the first time'],
    ],
  ),
  ziel(
    'ehrenamt_aufnehmen',
    'teilhabe',
    ['Sich selbst in der Nachbarschaft engagieren', 'Become active in the neighbourhood'],
    ['Ein Ehrenamt oder eine feste Aufgabe ist gefunden.', 'A voluntary or regular task is found.'],
    [
      [
        'klient',
        'Überlegen, was Freude macht und wie viel Zeit da ist',
        'Think about what is a pleasure and how much time there is',
      ],
      ['dritte', 'Freiwilligenagentur schlägt Aufgaben vor', 'The volunteer agency proposes tasks'],
    ],
  ),
  ziel(
    'mobil_im_alltag',
    'mobilitaet',
    ['Wege mit Bus und Bahn selbst zurücklegen', 'Get about by bus and train'],
    [
      'Die wichtigsten Wege gelingen allein, ein Ticket ist da.',
      'The main ways succeed alone and there is a ticket.',
    ],
    [
      [
        'casemanagement',
        'Ermäßigtes Ticket klären und Verbindungen zeigen',
        'Clarify a reduced ticket and show connections',
      ],
      [
        'klient',
        'Den Weg zu Kurs oder Arbeit einmal zur Probe fahren',
        'Try out the way to the course or to work',
      ],
    ],
  ),
  ziel(
    'fuehrerschein',
    'mobilitaet',
    ['Den Führerschein machen oder umschreiben lassen', 'Obtain or convert a driving licence'],
    [
      'Der Antrag bei der Führerscheinstelle ist gestellt.',
      'The application at the licensing office is made.',
    ],
    [
      [
        'klient',
        'Unterlagen, Sehtest und Erste-Hilfe-Kurs besorgen',
        'Obtain papers, eye test and first-aid course',
      ],
      ['casemanagement', 'Kosten und mögliche Förderung klären', 'Clarify costs and possible funding'],
    ],
  ),
  ziel(
    'fahrrad',
    'mobilitaet',
    ['Sicher Fahrrad fahren', 'Ride a bicycle safely'],
    [
      'Ein verkehrssicheres Fahrrad ist da, das Fahren gelingt.',
      'There is a safe bicycle and riding it works.',
    ],
    [
      ['dritte', 'Fahrradkurs besuchen', 'Attend a cycling course'],
      ['klient', 'Gebrauchtes Fahrrad über eine Werkstatt bekommen', 'Get a used bicycle from a workshop'],
    ],
  ),
  ziel(
    'trennung_scheidung',
    'sonstiges',
    [
      'Trennung oder Scheidung rechtlich und im Alltag regeln',
      'Settle a separation or divorce, in law and in everyday life',
    ],
    [
      'Ein Termin bei einer Anwältin oder einem Anwalt war, die nächsten Schritte stehen fest.',
      'A lawyer was seen and the next steps are settled.',
    ],
    [
      [
        'casemanagement',
        'Beratungshilfeschein und Termin organisieren',
        'Arrange legal aid and an appointment',
      ],
      [
        'klient',
        'Heiratsurkunde und wichtige Unterlagen sichern',
        'Keep the marriage certificate and important papers safe',
      ],
      [
        'dritte',
        'Anwältin oder Anwalt berät zu Scheidung und Sorgerecht',
        'The lawyer advises on divorce and custody',
      ],
    ],
  ),
  ziel(
    'schutz_vor_gewalt',
    'sonstiges',
    ['In Sicherheit leben', 'Live in safety'],
    [
      'Ein Schutzplan besteht, eine Beratungsstelle ist beteiligt.',
      'A safety plan exists and a counselling centre is involved.',
    ],
    [
      [
        'casemanagement',
        'Sofort an Frauenberatung, Frauenhaus oder Opferhilfe vermitteln',
        'Refer at once to women’s counselling, a shelter or victim support',
      ],
      [
        'klient',
        'Wichtige Nummern und Papiere an einem sicheren Ort aufbewahren',
        'Keep important numbers and papers in a safe place',
      ],
    ],
  ),
  ziel(
    'gerichtsverfahren',
    'sonstiges',
    [
      'Anzeigen und Gerichtsverfahren geordnet bewältigen',
      'Deal with charges and court proceedings in an orderly way',
    ],
    [
      'Alle Termine sind bekannt, ein Rechtsbeistand ist beauftragt.',
      'All dates are known and a lawyer is engaged.',
    ],
    [
      ['klient', 'Alle Schreiben des Gerichts sofort mitbringen', 'Bring all letters of the court at once'],
      [
        'casemanagement',
        'Rechtsbeistand und Begleitung zum Termin organisieren',
        'Arrange a lawyer and company to the hearing',
      ],
      ['dritte', 'Rechtsbeistand vertritt im Verfahren', 'The lawyer represents in the proceedings'],
    ],
  ),
  ziel(
    'behoerdenpost',
    'sonstiges',
    [
      'Post von Behörden verstehen und rechtzeitig beantworten',
      'Understand official letters and answer them in time',
    ],
    ['Drei Monate wurde keine Frist versäumt.', 'No deadline was missed for three months.'],
    [
      [
        'klient',
        'Briefe am selben Tag öffnen und in einen Ordner legen',
        'Open letters the same day and file them',
      ],
      ['casemanagement', 'Schwierige Briefe gemeinsam durchgehen', 'Go through difficult letters together'],
    ],
  ),
];
