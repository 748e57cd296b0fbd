import type { StelleArt } from '#src/stelle/contract.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { AngabeZeile, AntwortEingabe, Feld, VermittlungStand } from './vermittlung.ts';

/** After so many days of silence a referral is asked after. */
export const FRIST_TAGE = 14;

/** When to ask again after an answer: a place on a waiting list or in an offer is watched too (Monitoring, Konzept 2.2). */
const NACHFRAGE_TAGE: Readonly<Partial<Record<VermittlungStand, number>>> = {
  gesendet: FRIST_TAGE,
  angenommen: FRIST_TAGE,
  warteliste: 28,
  begonnen: 84,
};

/** What may follow a state; nothing follows an end. */
const folge: Readonly<Record<VermittlungStand, readonly VermittlungStand[]>> = {
  vorbereitet: ['gesendet', 'zurueckgezogen'],
  gesendet: ['angenommen', 'warteliste', 'abgelehnt', 'begonnen', 'beendet', 'zurueckgezogen'],
  warteliste: ['angenommen', 'abgelehnt', 'begonnen', 'zurueckgezogen'],
  angenommen: ['begonnen', 'warteliste', 'abgelehnt', 'beendet', 'zurueckgezogen'],
  begonnen: ['beendet'],
  abgelehnt: [],
  beendet: [],
  zurueckgezogen: [],
};

/** States that may follow this one. */
export function nextStaende(stand: VermittlungStand): readonly VermittlungStand[] {
  return folge[stand];
}

/** True while somebody still waits for an answer or a result. */
export function isOffen(stand: VermittlungStand): boolean {
  return folge[stand].length > 0;
}

/** Day on which to ask again when nothing comes; null where nothing more is awaited. */
export function nachfrageAm(stand: VermittlungStand, am: Day, terminAm: Day | null): Day | null {
  const tage = NACHFRAGE_TAGE[stand];
  if (tage === undefined) return null;
  const frist = addDays(am, tage);
  return terminAm !== null && terminAm > frist ? addDays(terminAm, 1) : frist;
}

/** Offices that lead cases of their own by law: SGB II, III and VIII. */
const eigeneRechtskreise: readonly StelleArt[] = ['jobcenter', 'arbeitsagentur', 'jugendamt'];

/**
 * True where the office leads the case management itself, so that people are only pointed there and the results are
 * brought together here (Ausschreibung Kreis Steinfurt, Baustein 2). An offer says so itself; an office by its kind.
 */
export function fuehrtSelbst(ziel: {
  angebot: { eigenesFallmanagement: boolean } | null;
  stelleArt: StelleArt;
}): boolean {
  return ziel.angebot === null
    ? eigeneRechtskreise.includes(ziel.stelleArt)
    : ziel.angebot.eigenesFallmanagement;
}

/** Why a change of state cannot be recorded, field by field. */
export function antwortRefusals(
  vorher: { readonly stand: VermittlungStand; readonly standAm: Day },
  eingabe: Pick<AntwortEingabe, 'stand' | 'am' | 'grund' | 'ergebnis'>,
  heute: Day,
): FieldRefusal[] {
  const { stand, am, grund, ergebnis } = eingabe;
  const wrong: [boolean, string, string][] = [
    [!nextStaende(vorher.stand).includes(stand), '/stand', 'stand-folgt-nicht'],
    [stand === 'abgelehnt' && grund === null, '/grund', 'grund-fehlt'],
    [stand === 'beendet' && ergebnis === null, '/ergebnis', 'ergebnis-fehlt'],
    [am > heute, '/am', 'datum-in-zukunft'],
    [am < vorher.standAm, '/am', 'datum-vor-letztem-stand'],
  ];
  return wrong.filter(([is]) => is).map(([, instance, code]) => ({ instance, code }));
}

/** Reason and result are kept only with the state that they belong to. */
export function antwortCodes({
  stand,
  grund,
  ergebnis,
}: Pick<AntwortEingabe, 'stand' | 'grund' | 'ergebnis'>) {
  return {
    grund: stand === 'abgelehnt' || stand === 'zurueckgezogen' ? grund : null,
    ergebnis: stand === 'beendet' ? ergebnis : null,
  };
}

/** Why the days of a referral do not fit together. */
export function zeitRefusals(
  zeit: { readonly am: Day; readonly terminAm: Day | null; readonly rueckmeldungBis: Day | null },
  grenze: { readonly heute: Day; readonly aufgenommenAm: Day },
): FieldRefusal[] {
  const wrong: [boolean, string, string][] = [
    [zeit.am > grenze.heute, '/am', 'datum-in-zukunft'],
    [zeit.am < grenze.aufgenommenAm, '/am', 'datum-vor-aufnahme'],
    [zeit.terminAm !== null && zeit.terminAm < zeit.am, '/terminAm', 'termin-vor-vermittlung'],
    [
      zeit.rueckmeldungBis !== null && zeit.rueckmeldungBis < zeit.am,
      '/rueckmeldungBis',
      'rueckmeldung-vor-vermittlung',
    ],
  ];
  return wrong.filter(([is]) => is).map(([, instance, code]) => ({ instance, code }));
}

/** Which facts belong to which kind of content; a fact that no chosen kind names never leaves. */
const felder: Readonly<Record<AngabeZeile['inhalt'], readonly Feld[]>> = {
  kontaktdaten: ['name', 'geburtsdatum', 'wohnort', 'sprachen'],
  aufenthalt: ['aufenthaltstitel', 'titel_gueltig_bis'],
  leistungen: ['leistungsbezug', 'rechtskreis'],
  arbeit: ['deutsch'],
  wohnen: ['haushalt'],
  bildung: ['deutsch'],
  familie: ['haushalt'],
  gesundheit: [],
  hilfeplan: ['ziel'],
};

/** What is known of a person for a referral: German values per fact. */
export type Bekannt = Readonly<Record<Feld, readonly string[]>>;

const namen: Readonly<Record<Feld, string>> = {
  name: 'Name',
  geburtsdatum: 'Geburtsdatum',
  wohnort: 'Wohnort',
  sprachen: 'Sprachen',
  aufenthaltstitel: 'Aufenthaltstitel',
  titel_gueltig_bis: 'Titel gültig bis',
  leistungsbezug: 'Leistungsbezug',
  rechtskreis: 'Rechtskreis',
  deutsch: 'Deutschkenntnisse',
  haushalt: 'Haushalt',
  ziel: 'Ziel im Hilfeplan',
};

/** Assembles what the chosen kinds of content say, each fact once, in a fixed order. */
export function assembleAngaben(bekannt: Bekannt, inhalt: readonly AngabeZeile['inhalt'][]): AngabeZeile[] {
  const seen = new Set<Feld>();
  return inhalt.flatMap((kind) =>
    felder[kind].flatMap((feld) => {
      if (seen.has(feld)) return [];
      seen.add(feld);
      return bekannt[feld].map((wert, i) => ({
        schluessel: `${feld}:${i}`,
        inhalt: kind,
        feld,
        name: namen[feld],
        wert,
      }));
    }),
  );
}

/** Leaves lines out; nothing can be put in. */
export function leaveOut(angaben: readonly AngabeZeile[], ohne: readonly string[]): AngabeZeile[] {
  return angaben.filter(({ schluessel }) => !ohne.includes(schluessel));
}
