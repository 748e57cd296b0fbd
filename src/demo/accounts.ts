/** Password of every demo account; printed at the start, never valid for a real installation. */
export const demoKennwort = 'Lotse-Demo-2026';

export type DemoRolle =
  | 'casemanager'
  | 'casemanager_abh'
  | 'koordination'
  | 'verwaltungsassistenz'
  | 'ki_leitung'
  | 'traegerleitung'
  | 'abh_ebh'
  | 'lenkungskreis'
  | 'controlling'
  | 'ministerium'
  | 'datenschutz'
  | 'administration'
  | 'uebernahme'
  | 'notzugriff'
  | 'partner';

export interface DemoKonto {
  readonly kreis: string;
  readonly anmeldename: string;
  readonly name: string;
  readonly rollen: readonly {
    readonly rolle: DemoRolle;
    readonly traeger?: string;
    readonly region?: string;
    /** Partner office by its name. */
    readonly stelle?: string;
    /** The role ends so many months after the demo was put in. */
    readonly monate?: number;
  }[];
  /** Printed at the start; without it the account exists but is not announced. */
  readonly beschreibung?: string;
}

/** Half a year to bring the workbook along, then the ability ends by itself. */
const einlesen = { rolle: 'uebernahme', monate: 6 } as const;

function konto(
  kreis: string,
  anmeldename: string,
  name: string,
  rollen: DemoKonto['rollen'],
  beschreibung?: string,
): DemoKonto {
  return { kreis, anmeldename, name, rollen, ...(beschreibung === undefined ? {} : { beschreibung }) };
}

function casemanager(
  kreis: string,
  anmeldename: string,
  name: string,
  traeger: string,
  beschreibung?: string,
) {
  return konto(kreis, anmeldename, name, [{ rolle: 'casemanager', traeger }], beschreibung);
}

const steinfurt: readonly DemoKonto[] = [
  konto(
    'steinfurt',
    'koordination.rheine',
    'Katrin Brinkmann',
    [{ rolle: 'koordination', region: 'rheine' }, einlesen],
    'Koordination Rheine, darf die Arbeitsmappe einlesen',
  ),
  konto(
    'steinfurt',
    'koordination.steinfurt',
    'Jens Terhorst',
    [{ rolle: 'koordination' }, einlesen],
    'Koordination des ganzen Kreises Steinfurt',
  ),
  casemanager(
    'steinfurt',
    'casemanager.caritas',
    'Miriam Albers',
    'caritas_rheine',
    'Case Managerin bei der Caritas Rheine',
  ),
  casemanager('steinfurt', 'casemanager2.caritas', 'Tobias Wessel', 'caritas_rheine'),
  casemanager(
    'steinfurt',
    'casemanager.lernenfoerdern',
    'Nadine Overmeyer',
    'lernen_foerdern',
    'Case Managerin bei Lernen fördern',
  ),
  casemanager('steinfurt', 'casemanager2.lernenfoerdern', 'Cem Aydın', 'lernen_foerdern'),
  konto('steinfurt', 'verwaltung.steinfurt', 'Petra Lohmann', [{ rolle: 'verwaltungsassistenz' }]),
  konto('steinfurt', 'leitung.caritas', 'Ulrich Hagemann', [
    { rolle: 'traegerleitung', traeger: 'caritas_rheine' },
  ]),
  konto('steinfurt', 'abh.rheine', 'Silke Kamp', [{ rolle: 'abh_ebh' }]),
  konto('steinfurt', 'datenschutz.steinfurt', 'Heike Pohlmann', [{ rolle: 'datenschutz' }]),
  konto('steinfurt', 'administration.steinfurt', 'Bernd Rolfes', [{ rolle: 'administration' }]),
];

const unna: readonly DemoKonto[] = [
  konto(
    'unna',
    'koordination.unna',
    'Sabine Reckmann',
    [{ rolle: 'koordination' }, einlesen],
    'Koordination Kreis Unna, mit Fällen und Auswertungen',
  ),
  konto('unna', 'koordination.luenen', 'Andreas Piel', [{ rolle: 'koordination', region: 'luenen' }]),
  casemanager(
    'unna',
    'casemanager.luenen',
    'Yasemin Kaya',
    'stadt_luenen',
    'Case Managerin bei der Stadt Lünen, mit Fällen',
  ),
  casemanager('unna', 'casemanager2.luenen', 'Stefan Brockhaus', 'stadt_luenen'),
  casemanager('unna', 'casemanager.selm', 'Ines Dahlmann', 'stadt_selm'),
  casemanager('unna', 'casemanager.werne', 'Markus Füchtenkötter', 'stadt_werne'),
  casemanager('unna', 'casemanager.bergkamen', 'Elif Demir', 'stadt_bergkamen'),
  casemanager('unna', 'casemanager.kamen', 'Julia Sommerfeld', 'stadt_kamen'),
  casemanager('unna', 'casemanager.boenen', 'Frank Ostermann', 'gemeinde_boenen'),
  casemanager('unna', 'casemanager.unna', 'Birgit Stratmann', 'kreis_unna'),
  casemanager('unna', 'casemanager2.unna', 'Daniel Nowak', 'kreis_unna'),
  casemanager('unna', 'casemanager.schwerte', 'Claudia Wilms', 'kreis_unna'),
  casemanager('unna', 'casemanager.awo', 'Leyla Arslan', 'awo'),
  casemanager('unna', 'casemanager.caritasunna', 'Thomas Lücke', 'caritas_unna'),
  casemanager('unna', 'casemanager.umweltwerkstatt', 'Vera Schulte', 'umwelt_werkstatt'),
  konto(
    'unna',
    'erstberatung.abh.unna',
    'Oksana Hoffmann',
    [{ rolle: 'casemanager_abh', traeger: 'kreis_unna' }],
    'Case Managerin in der Ausländerbehörde Kreis Unna',
  ),
  konto(
    'unna',
    'partner.luenen',
    'Petra Hoffrogge',
    [{ rolle: 'partner', stelle: 'Bauverein zu Lünen' }],
    'Partnerstelle Bauverein zu Lünen, mit Vermittlungen',
  ),
  konto(
    'unna',
    'verwaltung.unna',
    'Gisela Humpert',
    [{ rolle: 'verwaltungsassistenz' }],
    'Verwaltungsassistenz Kreis Unna',
  ),
  konto(
    'unna',
    'kileitung.unna',
    'Dr. Henrike Vogt',
    [{ rolle: 'ki_leitung' }],
    'Leitung des Kommunalen Integrationszentrums',
  ),
  konto(
    'unna',
    'leitung.luenen',
    'Rolf Middendorf',
    [{ rolle: 'traegerleitung', traeger: 'stadt_luenen' }],
    'Trägerleitung Stadt Lünen',
  ),
  konto('unna', 'abh.unna', 'Kerstin Balke', [{ rolle: 'abh_ebh' }], 'Mitarbeiterin der Ausländerbehörde'),
  konto(
    'unna',
    'lenkungskreis.unna',
    'Prof. Dr. Martin Hülsmann',
    [{ rolle: 'lenkungskreis' }],
    'Mitglied des Lenkungskreises',
  ),
  konto(
    'unna',
    'controlling.unna',
    'Sven Peters',
    [{ rolle: 'controlling' }],
    'Controlling / Zuwendungsgeber',
  ),
  konto(
    'unna',
    'ministerium.unna',
    'Ruth Engels',
    [{ rolle: 'ministerium' }],
    'Ministerium (veröffentlichte Kennzahlen)',
  ),
  konto(
    'unna',
    'notfall.luenen',
    'Renate Kolk',
    [{ rolle: 'notzugriff', traeger: 'stadt_luenen' }],
    'Notfallzugriff der Stadt Lünen',
  ),
  konto('unna', 'datenschutz.unna', 'Carsten Droste', [{ rolle: 'datenschutz' }], 'Datenschutzbeauftragter'),
  konto(
    'unna',
    'administration.unna',
    'Olga Weber',
    [{ rolle: 'administration' }],
    'Administration (Konten, Regeln; keine Fälle)',
  ),
];

const coesfeld: readonly DemoKonto[] = [
  konto(
    'coesfeld',
    'koordination.coesfeld',
    'Maria Höing',
    [{ rolle: 'koordination' }, einlesen],
    'Koordination Kreis Coesfeld',
  ),
  casemanager('coesfeld', 'casemanager.coesfeld', 'Lars Böcker', 'stadt_coesfeld'),
  casemanager('coesfeld', 'casemanager2.coesfeld', 'Anne Vennemann', 'stadt_coesfeld'),
  casemanager('coesfeld', 'casemanager.duelmen', 'Farid Rostami', 'stadt_duelmen'),
  casemanager('coesfeld', 'casemanager.ascheberg', 'Christine Lütke', 'gemeinde_ascheberg'),
  casemanager('coesfeld', 'casemanager2.ascheberg', 'Johannes Berning', 'gemeinde_ascheberg'),
  konto('coesfeld', 'kileitung.coesfeld', 'Monika Sundermann', [{ rolle: 'ki_leitung' }]),
  konto('coesfeld', 'administration.coesfeld', 'Dirk Althoff', [{ rolle: 'administration' }]),
];

export const demoKonten: readonly DemoKonto[] = [...steinfurt, ...unna, ...coesfeld];

/** One account per role, with what it is good for, for the first page that a new user reads. */
export function demoAccounts(): readonly { readonly anmeldename: string; readonly beschreibung: string }[] {
  return demoKonten.flatMap(({ anmeldename, beschreibung }) =>
    beschreibung === undefined ? [] : [{ anmeldename, beschreibung }],
  );
}
