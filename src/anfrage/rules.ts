import { addDays, type Day } from '#src/platform/day.ts';
import { addWerktag, type WerktagRegel } from '#src/kreis/werktag.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { StelleArt } from '#src/stelle/contract.ts';
import type { AnfrageDetail, AnfrageStand, Tiefe } from './anfrage.ts';

/** Last day for the first appointment: two weeks, urgent three working days (Konzept Kreis Unna 4.1). */
export function fristOf(eingegangenAm: Day, dringlich: boolean, regel: WerktagRegel): Day {
  return dringlich ? addWerktag(eingegangenAm, 3, regel) : addDays(eingegangenAm, 14);
}

/**
 * The deadline after a change of the urgency. Whoever becomes urgent is so from today, and never gets longer for it; a
 * deadline that is met stays what it was.
 */
export function changedFrist(
  anfrage: { readonly fristAm: Day; readonly dringlich: boolean; readonly erfuellt: boolean },
  dringlich: boolean,
  { beginn, heute }: { readonly beginn: Day; readonly heute: Day },
  regel: WerktagRegel,
): Day {
  if (anfrage.erfuellt || anfrage.dringlich === dringlich) return anfrage.fristAm;
  if (!dringlich) return fristOf(beginn, false, regel);
  const eilig = fristOf(heute, true, regel);
  return eilig < anfrage.fristAm ? eilig : anfrage.fristAm;
}

/** Ways in, by their common code, on which nobody steered: only there it is asked how the person learned of KIM. */
const offeneWege: readonly string[] = [
  'eigeninitiative',
  'oeffentlichkeitsarbeit',
  'familie_bekannte',
  'sonstige',
];

export function asksUnterweg(gemeinsam: string | undefined): boolean {
  return gemeinsam !== undefined && offeneWege.includes(gemeinsam);
}

/** Simple or complex as far as it can be told before a talk; null when it cannot. */
export function bedarfOf(
  lage: { readonly lebensbereich: readonly string[]; readonly keinFall: readonly string[] },
  schwelle: number,
): 'einfach' | 'komplex' | null {
  if (lage.lebensbereich.length >= schwelle) return 'komplex';
  return lage.keinFall.length > 0 && lage.lebensbereich.length <= 1 ? 'einfach' : null;
}

export interface Umfang {
  readonly kontakte: number;
  readonly bedarfe: number;
}

/** How much counselling there was: contacts, and areas of life that it was about. */
export function umfangOf(
  anliegen: readonly string[],
  kontakte: readonly { readonly lebensbereich: readonly string[] }[],
): Umfang {
  const bereiche = new Set([...anliegen, ...kontakte.flatMap((kontakt) => kontakt.lebensbereich)]);
  return { kontakte: kontakte.length, bedarfe: bereiche.size };
}

/**
 * Whether counselling has outgrown a Kurzberatung and by what (Konzept Kreis Unna 2.2: two contacts, at most two
 * needs). An answer "weiter als Kurzberatung" holds until there is more than at the time of the answer.
 */
export function umwandlungOf(
  umfang: Umfang,
  grenze: { readonly kontakte: number | null; readonly bedarfe: number | null },
  lage: { readonly stand: AnfrageStand; readonly tiefe: Tiefe | null; readonly weiter: Umfang | null },
): 'kontakte' | 'bedarfe' | null {
  if (lage.stand === 'abgeschlossen' || lage.tiefe === 'case_management' || umfang.kontakte === 0)
    return null;
  const exceeds = (what: keyof Umfang) => {
    const limit = grenze[what];
    return limit !== null && umfang[what] > Math.max(limit, lage.weiter?.[what] ?? 0);
  };
  if (exceeds('kontakte')) return 'kontakte';
  return exceeds('bedarfe') ? 'bedarfe' : null;
}

export interface Beratungszeit {
  /** Minutes of the first talk; null while there was none, or it is not noted how long. */
  readonly erstberatung: number | null;
  readonly kontakte: number;
  readonly minuten: number;
  /** Talks whose duration nobody noted. */
  readonly ohneDauer: number;
}

/** What an Anfrage has taken so far: the first talk asks for more than what follows (Konzept Kreis Unna 2.2). */
export function beratungszeitOf(
  kontakte: readonly { readonly erstberatung: boolean; readonly dauerMinuten: number | null }[],
): Beratungszeit {
  const weitere = kontakte.filter(({ erstberatung }) => !erstberatung);
  return {
    erstberatung: kontakte.find(({ erstberatung }) => erstberatung)?.dauerMinuten ?? null,
    kontakte: weitere.length,
    minuten: weitere.reduce((sum, { dauerMinuten }) => sum + (dauerMinuten ?? 0), 0),
    ohneDauer: kontakte.filter(({ dauerMinuten }) => dauerMinuten === null).length,
  };
}

/** Classes of the older lists (Konzept Kreis Unna 5.2) and the depth that each of them is today. */
export const altklasseTiefe = {
  einmalige_beratung: 'information',
  verweisberatung: 'verweis',
  cm: 'case_management',
} as const satisfies Readonly<Record<string, Tiefe>>;

/** Whose task the points of the negative list are; KIM supplements these services and replaces none of them. */
const aufgabeVon: Readonly<Record<string, readonly StelleArt[]>> = {
  kita_schule: ['kita', 'schule', 'jugendamt'],
  sportverein: ['ehrenamt'],
  antrag: ['jobcenter', 'sozialverwaltung'],
  wohnungssuche: ['wohnen'],
  arbeitssuche: ['arbeitsagentur', 'jobcenter'],
  steuererklaerung: ['fachberatung'],
  nachhilfe: ['schule', 'ehrenamt'],
  arztbesuch: ['gesundheit', 'ehrenamt'],
  nur_aufenthalt: ['migrationsberatung', 'abh'],
};

/** Kinds of office that a point of the negative list belongs to; none for a point that a Kreis added itself. */
export function zustaendigeArt(keinFall: string): readonly StelleArt[] {
  return aufgabeVon[keinFall] ?? [];
}

/** Why a day of an Anfrage cannot be: not before it came in, not tomorrow. */
export function tagRefusals(instance: string, am: Day, eingegangenAm: Day, heute: Day): FieldRefusal[] {
  if (am > heute) return [{ instance, code: 'datum-in-zukunft' }];
  return am < eingegangenAm ? [{ instance, code: 'datum-vor-eingang' }] : [];
}

export type AnfrageSchritt =
  | 'uebernehmen'
  | 'termin'
  | 'erstberatung'
  | 'umwandlung'
  | 'einwilligung'
  | 'aufnahme'
  | 'abschluss'
  | 'warten'
  | 'fertig';

/** The one thing to do next with an Anfrage. */
export function nextSchritt(
  anfrage: Pick<
    AnfrageDetail,
    | 'stand'
    | 'casemanagerId'
    | 'naechsterTermin'
    | 'erstberatungAm'
    | 'kontakte'
    | 'umwandlung'
    | 'benannt'
    | 'tiefe'
  >,
): AnfrageSchritt {
  if (anfrage.stand === 'abgeschlossen') return 'fertig';
  if (anfrage.stand === 'warteliste') return 'warten';
  if (anfrage.casemanagerId === null) return 'uebernehmen';
  if (anfrage.umwandlung !== null) return 'umwandlung';
  if (anfrage.tiefe === 'case_management') return anfrage.benannt ? 'aufnahme' : 'einwilligung';
  if (anfrage.erstberatungAm === null && anfrage.kontakte === 0) {
    return anfrage.naechsterTermin === null ? 'termin' : 'erstberatung';
  }
  return 'abschluss';
}
