/** A condition of the database, in the form of `plainCondition`, and what it means. Longer ones come before their parts. */
export interface Phrase {
  readonly sql: string;
  readonly de: string;
  readonly en: string;
}

const fallPerson =
  'EXISTS SELECT FROM fall f JOIN person p ON p.kreis_id = f.kreis_id AND p.id = f.person_id WHERE f.kreis_id = kreis_id AND f.id = ';
const fall = 'EXISTS SELECT FROM fall f WHERE f.kreis_id = kreis_id AND f.id = fall_id';
const person = 'EXISTS SELECT FROM person p WHERE p.kreis_id = kreis_id AND p.id = ';
const ersuchen = 'EXISTS SELECT FROM ersuchen e WHERE e.kreis_id = kreis_id AND e.id = ersuchen_id';
const loeschlauf = 'EXISTS SELECT FROM loeschlauf l WHERE l.kreis_id = kreis_id AND l.id = lauf_id';
const worksOnFall =
  ' AND f.traeger_id = ANY <cm_traeger> AND f.casemanager_id IS NULL OR f.casemanager_id = ANY <cm_konto>';
const worksWithPerson =
  ' AND p.traeger_id = ANY <cm_traeger> AND p.casemanager_id IS NULL OR p.casemanager_id = ANY <cm_konto>';

const rows: readonly (readonly [sql: string, de: string, en: string])[] = [
  [
    `${fallPerson}fall_id AND p.id = person_id AND f.traeger_id = traeger_id AND NOT f.kommune_id IS DISTINCT FROM kommune_id${worksWithPerson}`,
    'das Konto arbeitet an eben diesem Fall und darf die Person lesen',
    'the account works on this very case and may read the person',
  ],
  [
    `${fallPerson}fall_id${worksWithPerson}`,
    'das Konto arbeitet an dem Fall und darf die Person lesen',
    'the account works on the case and may read the person',
  ],
  [
    `${fallPerson}fall_id`,
    'das Konto darf die Person des Falls lesen',
    'the account may read the person of the case',
  ],
  [
    `${fallPerson}anderer_fall_id`,
    'das Konto darf die Person des anderen Falls lesen',
    'the account may read the person of the other case',
  ],
  [`${fall}${worksOnFall}`, 'das Konto arbeitet an dem Fall', 'the account works on the case'],
  [
    `${fall} AND f.person_id = ANY <geoeffnet> AND EXISTS SELECT FROM person p WHERE p.kreis_id = f.kreis_id AND p.id = f.person_id`,
    'der Fall ist dem Konto gerade geöffnet',
    'the case is open to the account just now',
  ],
  [
    `${fall} AND f.kreis_id = ANY <ko_kreis> OR f.kommune_id = ANY <ko_kommune>`,
    'das Konto koordiniert den Ort des Falls',
    'the account coordinates the place of the case',
  ],
  [fall, 'das Konto sieht den Fall', 'the account sees the case'],
  [
    `EXISTS SELECT FROM erfolgsbericht_entwurf b JOIN fall f ON f.kreis_id = b.kreis_id AND f.id = b.fall_id WHERE b.kreis_id = kreis_id AND b.id = entwurf_id${worksOnFall}`,
    'das Konto arbeitet an dem Fall, aus dem das Beispiel stammt',
    'the account works on the case the example comes from',
  ],
  [
    `${person}ANY ARRAY[person_id, andere_id]${worksWithPerson}`,
    'das Konto arbeitet mit einer der beiden Personen',
    'the account works with one of the two persons',
  ],
  [
    `${person}ANY ARRAY[person_id, andere_id]`,
    'das Konto darf eine der beiden Personen lesen',
    'the account may read one of the two persons',
  ],
  [
    `${person}ANY ARRAY[bleibt_id, geht_auf_id]`,
    'das Konto darf eine der beiden Personen lesen',
    'the account may read one of the two persons',
  ],
  [
    `${person}person_id${worksWithPerson}`,
    'das Konto arbeitet mit der Person',
    'the account works with the person',
  ],
  [`${person}person_id`, 'das Konto darf die Person lesen', 'the account may read the person'],
  [
    'EXISTS SELECT FROM uebergabe_anfrage a WHERE a.kreis_id = kreis_id AND a.id = anfrage_id',
    'das Konto sieht die angefragte Übergabe',
    'the account sees the hand-over that is asked for',
  ],
  [
    'EXISTS SELECT FROM anfrage a WHERE a.kreis_id = kreis_id AND a.id = anfrage_id AND a.traeger_id = ANY <cm_traeger>',
    'die Anfrage liegt beim eigenen Träger',
    'the request lies with the own provider',
  ],
  [
    'EXISTS SELECT FROM anfrage a WHERE a.kreis_id = kreis_id AND a.id = anfrage_id',
    'das Konto sieht die Anfrage',
    'the account sees the request',
  ],
  [
    'EXISTS SELECT FROM notiz n WHERE n.kreis_id = kreis_id AND n.id = notiz_id AND n.fall_id = fall_id',
    'das Konto darf die Notiz lesen',
    'the account may read the note',
  ],
  [
    'EXISTS SELECT FROM sprechstunde s WHERE s.kreis_id = kreis_id AND s.id = sprechstunde_id AND s.traeger_id = ANY <cm_traeger>',
    'die Sprechstunde gehört dem eigenen Träger',
    'the consultation hour belongs to the own provider',
  ],
  [
    `EXISTS SELECT FROM ersuchen e JOIN person p ON p.kreis_id = e.kreis_id AND p.id = e.person_id WHERE e.kreis_id = kreis_id AND e.id = ersuchen_id AND e.stand = 'identitaet_geprueft'${worksWithPerson}`,
    'das Konto arbeitet mit der Person, deren Ersuchen gerade vorbereitet wird',
    'the account works with the person whose request is being prepared',
  ],
  [
    `${ersuchen} AND e.person_id = person_id AND ersuchen_aufsicht e.kreis_id, e.traeger_id, '{datenschutz}'`,
    'der Datenschutz hat ein Ersuchen dieser Person aufgenommen',
    'the data protection officer has taken in a request of this person',
  ],
  [
    `${ersuchen} AND e.stand = 'identitaet_geprueft'`,
    'das Ersuchen wird gerade vorbereitet',
    'the request is being prepared',
  ],
  [ersuchen, 'das Konto sieht das Ersuchen', 'the account sees the request'],
  [
    "ersuchen_aufsicht kreis_id, traeger_id, '{datenschutz,traegerleitung}'",
    'Datenschutz oder Leitung dieses Trägers',
    'data protection officer or head of this provider',
  ],
  [
    "ersuchen_aufsicht kreis_id, traeger_id, '{datenschutz}'",
    'Datenschutz dieses Trägers',
    'data protection officer of this provider',
  ],
  [
    `${loeschlauf} AND l.stand = 'vorgeschlagen' AND l.vorgeschlagen_von = app_konto`,
    'der Löschlauf ist noch ein eigener Vorschlag',
    "the deletion run is still one's own proposal",
  ],
  [
    `${loeschlauf} AND l.stand = 'vorgeschlagen'`,
    'der Löschlauf ist noch ein Vorschlag',
    'the deletion run is still a proposal',
  ],
  [loeschlauf, 'das Konto sieht den Löschlauf', 'the account sees the deletion run'],
  [
    'loeschung_darf_person kreis_id, person_id',
    'das Konto verantwortet das Löschen bei dem Träger der Person',
    "the account answers for deletion at the person's provider",
  ],
  [
    'loeschung_darf kreis_id, traeger_id',
    'das Konto verantwortet das Löschen bei diesem Träger',
    'the account answers for deletion at this provider',
  ],
  [
    "protokoll_umfang kreis_id = '{}' OR traeger_id && protokoll_umfang kreis_id",
    'Datenschutz im ganzen Kreis oder dieses Trägers',
    'data protection officer of the district or of this provider',
  ],
  [
    'datenschutz_am kreis_id, traeger_id',
    'Datenschutz im Kreis oder dieses Trägers',
    'data protection officer of the district or of this provider',
  ],
  [
    'erfolgsbericht_gedeckt kreis_id, entwurf_id',
    'die Einwilligung trägt das Beispiel noch',
    'the consent still covers the example',
  ],
  [
    "CASE ebene WHEN 'fall' THEN true WHEN 'traeger' THEN traeger_id = ANY <cm_traeger> ELSE erfasst_von = app_konto END",
    'die Ebene der Notiz lässt es zu: Fall, eigener Träger oder nur wer sie schrieb',
    'the level of the note allows it: case, own provider, or its author alone',
  ],
  [
    "kreis_id = app_zweck_kreis AND <zweck> = 'uebernahme'",
    'im Einlesen einer Arbeitsmappe',
    'while a workbook is read in',
  ],
  [
    'kreis_id = app_zweck_kreis',
    'während einer Übergabe oder eines Einlesens',
    'during a hand-over or an import',
  ],
  [
    'geschuetzt_am IS NULL',
    'die Person ist nicht besonders geschützt',
    'the person is not under special protection',
  ],
  ['eingeschraenkt_am IS NULL', 'die Verarbeitung ist nicht eingeschränkt', 'processing is not restricted'],
  ['gesperrt_am IS NULL', 'die Einwilligung ist nicht widerrufen', 'the consent is not withdrawn'],
  ['aufgegangen_in IS NULL', 'der Eintrag steht für sich', 'the record stands for itself'],
  ['geloescht_am IS NULL', 'noch nicht gelöscht', 'not deleted yet'],
  [
    'traeger_id = ANY <cm_traeger> AND casemanager_id IS NULL OR casemanager_id = ANY <cm_konto>',
    'beim eigenen Träger: eigene, vertretene und freie',
    'at the own provider: own, substituted and free ones',
  ],
  ['casemanager_id IS NULL', 'das Team des Trägers', 'the team of the provider'],
  ['casemanager_id = app_konto', 'die eigene Fachkraft', "the person's own case manager"],
  ['von_traeger_id = ANY <cm_traeger>', 'der eigene Träger gibt ab', 'the own provider hands over'],
  ['an_traeger_id = ANY <cm_traeger>', 'der eigene Träger ist gefragt', 'the own provider is asked'],
  ['traeger_id = ANY <cm_traeger>', 'der eigene Träger', 'the own provider'],
  ['kreis_id = ANY <ko_kreis>', 'Koordination des Kreises', 'coordination of the district'],
  ['kommune_id = ANY <ko_kommune>', 'Koordination der Region', 'coordination of the region'],
  ['kommune_id && <ko_kommune>', 'Koordination der Region', 'coordination of the region'],
  ["kreis_id || ':koordination' = ANY <rollen>", 'Koordination', 'coordination'],
  ["kreis_id || ':casemanager' = ANY <rollen>", 'Case Management', 'case management'],
  ['kreis_id = ANY <kreis>', 'jede Rolle im Kreis', 'every role in the district'],
  [
    'an_konto_id IS NULL OR an_konto_id = app_konto',
    'für dieses Konto oder jede Koordination gedacht',
    'meant for this account or every coordinator',
  ],
  ['an_konto_id IS NULL', 'für jede Koordination gedacht', 'meant for every coordinator'],
  ['an_konto_id = app_konto', 'für dieses Konto gedacht', 'meant for this account'],
  ['aufgehoben_von = app_konto', 'im eigenen Namen aufgehoben', "lifted in one's own name"],
  ['aufgehoben_von IS NULL', 'nicht aufgehoben', 'not lifted'],
  ['beendet_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['beendet_am = now', 'von jetzt an geschlossen', 'closed from now on'],
  ['beendet_am IS NOT NULL', 'geschlossen', 'closed'],
  ['beendet_am IS NULL', 'noch offen', 'still open'],
  ['ab = now', 'von jetzt an', 'from now on'],
  ["erfasst_am > now - '24:00:00'", 'in den ersten 24 Stunden', 'within the first 24 hours'],
  ['geoeffnet_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['gefragt_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['beantwortet_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['gestellt_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['geprueft_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['vorgeschlagen_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['erfasst_von = app_konto', 'im eigenen Namen', "in one's own name"],
  ['konto_id = app_konto', 'nur das Konto selbst', 'only the account itself'],
  ['person_id = ANY <geoeffnet>', 'dem Konto gerade geöffnet', 'open to the account just now'],
  [' id = ANY <geoeffnet>', ' dem Konto gerade geöffnet', ' open to the account just now'],
  ['person_id IS NULL', 'noch ohne Namen', 'still without a name'],
  ['fall_id IS NULL', 'ohne Fall', 'without a case'],
  ['notiz_id IS NULL', 'gehört zu keiner Notiz', 'belongs to no note'],
  ['entwurf_id IS NOT NULL', 'noch mit dem Fall verbunden', 'still linked to the case'],
  ["stand = 'eingereicht'", 'Stand: eingereicht', 'state: submitted'],
  ["stand <> 'eingereicht'", 'Stand nicht mehr: eingereicht', 'no longer submitted'],
  ["stand = 'freigegeben'", 'Stand: freigegeben', 'state: released'],
  ["stand <> 'freigegeben'", 'noch nicht freigegeben', 'not yet released'],
  ["stand = 'vorgeschlagen'", 'Stand: vorgeschlagen', 'state: proposed'],
  ["stand = 'offen'", 'Stand: offen', 'state: open'],
  ["stand = 'zurueckgezogen'", 'Stand: zurückgezogen', 'state: withdrawn'],
  ["stand = 'eingegangen'", 'Stand: eingegangen', 'state: received'],
  [
    "stand = ANY ARRAY['vorgeschlagen', 'zurueckgezogen']",
    'Stand: vorgeschlagen oder zurückgezogen',
    'state: proposed or withdrawn',
  ],
];

// A condition may begin with its column, so the longest is taken first.
export const phrases: readonly Phrase[] = rows
  .map(([sql, de, en]) => ({ sql, de, en }))
  .toSorted((a, b) => b.sql.length - a.sql.length);

/** Roles that own functions: what they are there for. Each function repeats the condition of those who may call it. */
export const functionRoles: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  lotse_abgleich: { de: 'die blinde Prüfung auf doppelte Begleitung', en: 'the blind check for double care' },
  lotse_akte: { de: 'das Öffnen einer Akte und der Überblick', en: 'opening a file and its overview' },
  lotse_anmeldung: { de: 'die Anmeldung', en: 'sign-in' },
  lotse_auskunft: { de: 'die öffentlichen Sprechzeiten', en: 'the public consultation hours' },
  lotse_bestand: {
    de: 'die Übergabe eines Fallbestands nach Nummern',
    en: 'handing over a caseload by numbers',
  },
  lotse_dublette: {
    de: 'die Suche nach doppelten Einträgen im Träger',
    en: 'finding duplicates within a provider',
  },
  lotse_ersuchen: { de: 'die Rechte der betroffenen Person', en: 'the rights of the person concerned' },
  lotse_kalender: { de: 'Kalenderabo und Abwesenheit', en: 'calendar subscription and absence' },
  lotse_loeschung: { de: 'das Löschen nach zwei Unterschriften', en: 'deletion after two signatures' },
  lotse_owner: {
    de: 'der Eigentümer der Tabellen, nie in einer Anfrage',
    en: 'the owner of the tables, never in a request',
  },
  lotse_partner: { de: 'was an eine Partnerstelle gesendet wurde', en: 'what was sent to a partner office' },
  lotse_protokoll: { de: 'das Protokoll und seine Prüfung', en: 'the access log and its checks' },
  lotse_schutz: { de: 'Schutz, Öffnung und Notzugriff', en: 'protection, opening and emergency access' },
  lotse_sperre: { de: 'Widerruf und neue Einwilligung', en: 'withdrawal and new consent' },
  lotse_suche: { de: 'die Suche nach Namen in eigenen Fällen', en: 'searching names in own cases' },
  lotse_zaehler: { de: 'das Zählen ohne Namen', en: 'counting without names' },
};
