import { fallFelder, kontaktFelder, type BlattArt, type Feld } from './feld.ts';
import { keyOf } from './normalise.ts';

/** Headings that districts use, best known first. "Name" alone means the family name where "Vorname" stands beside it. */
const synonyms: Readonly<Record<Feld, readonly string[]>> = {
  nummer: [
    'Fall-Nr.',
    'Fallnummer',
    'Fall',
    'Fall Nr',
    'Fall-ID',
    'Lfd. Nr.',
    'laufende Nummer',
    'Nr.',
    'Aktenzeichen',
    'AZ',
    'Kennung',
    'Case no.',
  ],
  klassifizierung: ['Fallklassifizierung', 'Klassifizierung', 'Fallklasse', 'Beratungsart', 'Case class'],
  familienname: ['Name', 'Nachname', 'Familienname', 'Zuname', 'Last name', 'Surname'],
  vorname: ['Vorname', 'Vornamen', 'Rufname', 'First name', 'Given name'],
  vollname: [
    'Name, Vorname',
    'Nachname, Vorname',
    'Familienname, Vorname',
    'Klient',
    'Klientin',
    'Klient*in',
    'Person',
  ],
  geburtsdatum: [
    'Geb.-Datum',
    'Geburtsdatum',
    'Geb.',
    'geboren am',
    'Geburtstag',
    'Geb.Dat.',
    'Date of birth',
  ],
  geschlecht: ['Geschlecht', 'm/w/d', 'Gender', 'Sex'],
  herkunftsland: [
    'Herkunftsland',
    'Herkunft',
    'Land',
    'Geburtsland',
    'Staatsangehörigkeit',
    'Nationalität',
    'Country of origin',
  ],
  wohnort: ['Wohnort', 'Ort', 'Kommune', 'Gemeinde', 'Stadt', 'Wohnkommune', 'Stadt/Gemeinde'],
  ortsteil: ['Ortsteil', 'Stadtteil', 'Bezirk', 'Quartier'],
  traeger: ['Träger', 'Anstellungsträger', 'Träger bei Aufnahme', 'Organisation', 'Beratungsträger'],
  zugang: [
    'Zugang über',
    'Zugang',
    'Zugangsweg',
    'Kontaktweg',
    'Zugang durch',
    'vermittelt durch',
    'Kontakt über',
    'Fallzugang',
  ],
  aufnahme: [
    'Aufnahme am',
    'Aufnahme',
    'Aufnahmedatum',
    'aufgenommen am',
    'Beginn',
    'Fallbeginn',
    'Datum Aufnahme',
  ],
  einwilligung: [
    'Einwilligung vom',
    'Einwilligung',
    'Einwilligung am',
    'Einverständnis vom',
    'Einwilligungserklärung',
    'Datum Einwilligung',
  ],
  handlungsfeld: [
    'Handlungsfelder',
    'Handlungsfeld',
    'Lebensbereiche',
    'Lebensbereich',
    'Themen',
    'Beratungsthemen',
    'Bedarfe',
  ],
  leistungsbezug: ['Leistungsbezug', 'Leistungen', 'Leistung', 'Sozialleistungen', 'Einkommen'],
  personen: [
    'Personen',
    'Anzahl Personen',
    'dazugehörige Personen',
    'Personen im Fall',
    'Zahl der Personen',
    'Number of persons',
  ],
  uebergabeAm: ['Übergabe am', 'Übergabedatum', 'Datum Übergabe', 'Übergeben am'],
  uebergabeAn: ['Übergabe an', 'Übergeben an', 'neuer Träger', 'Träger neu'],
  status: ['Fallstatus', 'Status', 'aktiv/inaktiv'],
  inaktivSeit: [
    'inaktiv seit',
    'inaktiv ab',
    'Ende',
    'Abschluss am',
    'beendet am',
    'ruhend seit',
    'Abschlussdatum',
  ],
  grund: [
    'Grund',
    'Grund inaktiv',
    'Abschlussgrund',
    'Beendigungsgrund',
    'Grund der Inaktivität',
    'Grund für Beendigung',
  ],
  wiederAktivSeit: [
    'wieder aktiv seit',
    'wieder aktiv ab',
    'reaktiviert am',
    'Wiederaufnahme am',
    'Wiederaufnahme',
  ],
  bemerkung: [
    'Bemerkung',
    'Bemerkungen',
    'Notiz',
    'Notizen',
    'Anmerkung',
    'Anmerkungen',
    'Kommentar',
    'Sonstiges',
  ],
  datum: ['Datum', 'Kontakt am', 'Kontaktdatum', 'am', 'Tag', 'Datum Kontakt', 'Date'],
  ergebnis: ['Ergebnis', 'Resultat', 'Verbleib', 'Weiteres Vorgehen', 'Outcome'],
};

const fieldsOf: Readonly<Record<'fall' | 'kontakt', readonly Feld[]>> = {
  fall: fallFelder,
  kontakt: kontaktFelder,
};

const fieldByHeading: Readonly<Record<'fall' | 'kontakt', ReadonlyMap<string, Feld>>> = {
  fall: headingMap('fall'),
  kontakt: headingMap('kontakt'),
};

function headingMap(art: 'fall' | 'kontakt'): Map<string, Feld> {
  return new Map(
    fieldsOf[art].flatMap((feld) => synonyms[feld].map((name): [string, Feld] => [keyOf(name), feld])),
  );
}

/** What each heading means, by position; a field that two headings claim goes to the better known word. */
export function guessColumns(titles: readonly string[], art: 'fall' | 'kontakt'): (Feld | null)[] {
  const fields = titles.map((title) => fieldByHeading[art].get(keyOf(title)) ?? null);
  return fields.map((feld, index) => {
    if (feld === null) return null;
    const rank = rankOf(feld, titles[index]);
    const better = fields.some(
      (other, at) => other === feld && (rankOf(feld, titles[at]) - rank || at - index) < 0,
    );
    return better ? null : feld;
  });
}

function rankOf(feld: Feld, title: string | undefined): number {
  return synonyms[feld].findIndex((name) => keyOf(name) === keyOf(title ?? ''));
}

/** The fields of a kind of sheet, in the order in which they are offered. */
export function fieldsFor(art: 'fall' | 'kontakt'): readonly Feld[] {
  return fieldsOf[art];
}

/** Fields without which no row of the sheet can be read. */
export function missingFields(fields: ReadonlySet<Feld>, art: 'fall' | 'kontakt'): Feld[] {
  if (art === 'kontakt') return (['datum', 'traeger'] as const).filter((feld) => !fields.has(feld));
  const needed: Feld[] = ['nummer', 'traeger', 'aufnahme', 'einwilligung'];
  const missing = needed.filter((feld) => !fields.has(feld));
  return fields.has('familienname') || fields.has('vollname') ? missing : [...missing, 'familienname'];
}

export interface SheetGuess {
  readonly art: BlattArt;
  /** Row number as on screen; null: no heading row found. */
  readonly kopfzeile: number | null;
  readonly titel: readonly string[];
  readonly felder: readonly (Feld | null)[];
}

/** First rows of a sheet as text; `number` as on screen. */
export interface HeadRow {
  readonly number: number;
  readonly cells: readonly string[];
}

const minimum = 2;

/**
 * Finds the heading row below title and blank rows and says what the sheet holds. Cases are told from contacts by
 * their key: a Fall-Nr. or a name. A sheet without headings that are known (notes, lists) is ignored.
 */
export function guessSheet(name: string, hidden: boolean, head: readonly HeadRow[]): SheetGuess {
  let best: SheetGuess & { readonly score: number } = {
    art: 'ignoriert',
    kopfzeile: null,
    titel: [],
    felder: [],
    score: 0,
  };
  for (const row of head) {
    for (const art of ['fall', 'kontakt'] as const) {
      const felder = guessColumns(row.cells, art);
      const found = new Set(felder.filter((feld) => feld !== null));
      if (found.size < minimum || !isComplete(found, art)) continue;
      // Equal scores go to contacts only where the sheet says so, or where it has no key at all.
      const score = found.size + (art === 'kontakt' && /kontakt/i.test(name) ? 0.5 : 0);
      if (score > best.score) best = { art, kopfzeile: row.number, titel: row.cells, felder, score };
    }
  }
  const { art, kopfzeile, titel, felder } = best;
  return { art: hidden ? 'ignoriert' : art, kopfzeile, titel, felder };
}

function isComplete(found: ReadonlySet<Feld>, art: 'fall' | 'kontakt'): boolean {
  if (art === 'kontakt') return found.has('datum');
  return (
    found.has('nummer') || ((found.has('familienname') || found.has('vollname')) && found.has('aufnahme'))
  );
}
