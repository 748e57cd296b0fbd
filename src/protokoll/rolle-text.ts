type Sprache = 'de' | 'en';
type Wort = Readonly<Record<Sprache, string>>;

const wort = (de: string, en: string): Wort => ({ de, en });

const zwecke: Readonly<Record<string, Wort>> = {
  vertretung: wort('Vertretung', 'substitution'),
  oeffnung: wort('Öffnung für einen Zweck', 'opening for a purpose'),
  notzugriff: wort('Notzugriff', 'emergency access'),
};

const rollen: Readonly<Record<string, Wort>> = {
  casemanager: wort('Case Management', 'case management'),
  casemanager_abh: wort(
    'Case Management in der Ausländerbehörde',
    'case management in the foreigners’ authority',
  ),
  koordination: wort('Koordination', 'coordination'),
  verwaltungsassistenz: wort('Verwaltungsassistenz', 'administrative assistant'),
  ki_leitung: wort('KI-Leitung', 'head of the integration centre'),
  traegerleitung: wort('Trägerleitung', 'line manager at the provider'),
  abh_ebh: wort('Ausländer- oder Einbürgerungsbehörde', 'foreigners’ or naturalisation authority'),
  lenkungskreis: wort('Lenkungskreis', 'steering group'),
  controlling: wort('Controlling', 'controlling'),
  ministerium: wort('Ministerium', 'ministry'),
  datenschutz: wort('Datenschutz', 'data protection'),
  administration: wort('Administration', 'administration'),
  partner: wort('Partnerstelle', 'partner office'),
  uebernahme: wort('Übernahme', 'import'),
  notzugriff: wort('Notzugriff', 'emergency access'),
};

export function zweckWort(sprache: Sprache, zweck: string): string {
  return zwecke[zweck]?.[sprache] ?? zweck;
}

export function rolleWort(sprache: Sprache, rolle: string): string {
  return rollen[rolle]?.[sprache] ?? rolle;
}

/** Purposes that can be filtered. */
export const zweckListe: readonly string[] = Object.keys(zwecke);
