import { isFeiertag } from '#src/kreis/feiertag.ts';
import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Hinweis, TerminArt, TerminEingabe, TerminStand } from './contract.ts';
import { minutesOf, momentOf, ortszeit, weekdayOf } from './zeit.ts';

/** How far ahead an appointment may lie. */
const MONTHS_AHEAD = 24;

/** What the Kreis knows of the things an appointment names. */
export interface TerminBezug {
  /** The account works for the Träger. */
  readonly eigenerTraeger: boolean;
  /** The Fachkraft works for the Träger. */
  readonly casemanager: boolean;
  /** Anfrage or Fall is one of the Träger that the account may see; true where none is named. */
  readonly gegenstand: boolean;
  readonly standort: boolean;
  readonly raum: boolean;
  readonly stelle: boolean;
}

/** Kinds that are always for somebody; outreach in a shelter may begin without. */
const needsSubject: readonly TerminArt[] = ['beratung', 'begleitung', 'folgetermin'];

/** Why an appointment cannot be: everything at once, field by field. */
export function terminRefusals(termin: TerminEingabe, bezug: TerminBezug, heute: Day): FieldRefusal[] {
  const subjects = [termin.anfrageId, termin.fallId].filter((id) => id !== null).length;
  const wrong: [boolean, string, string][] = [
    [!bezug.eigenerTraeger, '/traegerId', 'traeger-fremd'],
    [!bezug.casemanager, '/casemanagerId', 'casemanager-fremd'],
    [subjects === 0 && needsSubject.includes(termin.art), '/anfrageId', 'gegenstand-fehlt'],
    [subjects > 1 || (subjects > 0 && termin.art === 'intern'), '/anfrageId', 'gegenstand-zuviel'],
    [!bezug.gegenstand, '/anfrageId', 'gegenstand-unbekannt'],
    [!bezug.standort, '/standortId', 'standort-unbekannt'],
    [!bezug.raum, '/raumId', 'raum-fremd'],
    [!bezug.stelle, '/mitStelleId', 'stelle-unbekannt'],
    [termin.dolmetschenBestaetigt && termin.dolmetschen === null, '/dolmetschen', 'dolmetschen-ohne-sprache'],
    // Accompaniment only where there is no offer of volunteers or it is being built (Konzept Kreis Unna 4.1).
    [
      termin.art === 'begleitung' && termin.begleitungGrund === null,
      '/begleitungGrund',
      'begleitung-grund-fehlt',
    ],
    [termin.art !== 'begleitung' && termin.begleitungGrund !== null, '/begleitungGrund', 'wert-ungueltig'],
    ...zeitRefusals(termin, heute),
  ];
  return wrong.filter(([is]) => is).map(([, instance, code]) => ({ instance, code }));
}

function zeitRefusals(termin: TerminEingabe, heute: Day): [boolean, string, string][] {
  const beginn = momentOf(termin.tag, termin.von);
  if (beginn === undefined) return [[true, '/von', 'uhrzeit-uebersprungen']];
  const ende = ortszeit(endOf(beginn, termin.dauerMinuten));
  const past = termin.tag < heute;
  return [
    [past, '/tag', 'datum-in-vergangenheit'],
    [!past && termin.tag > addMonths(heute, MONTHS_AHEAD), '/tag', 'datum-zu-fern'],
    [ende.tag !== termin.tag, '/dauerMinuten', 'termin-ueber-mitternacht'],
  ];
}

/** The moment so many minutes after another. */
export function endOf(beginn: Date, minutes: number): Date {
  return new Date(beginn.getTime() + minutes * 60_000);
}

/** What stands in the calendar at the time of an appointment. */
export interface Umfeld {
  /** Appointments of the same Fachkraft that overlap. */
  readonly termine: readonly { readonly von: string; readonly bis: string }[];
  /** Open hours of the Fachkraft on this day of the week, without those cancelled. */
  readonly sprechstunden: readonly { readonly von: string; readonly bis: string }[];
  readonly raumBelegt: boolean;
  readonly raumGeschuetzt: boolean;
  readonly abwesendBis: Day | null;
  readonly fristBis: Day | null;
}

/** What speaks against a time: warnings that may be overridden, never a wall. */
export function hinweiseOf(termin: TerminEingabe, umfeld: Umfeld): Hinweis[] {
  const von = minutesOf(termin.von);
  const bis = von + termin.dauerMinuten;
  const overlaps = (other: { von: string; bis: string }) =>
    minutesOf(other.von) < bis && minutesOf(other.bis) > von;
  const hinweise: (Hinweis | false)[] = [
    ...umfeld.termine.map((other): Hinweis => ({ code: 'eigener-termin', ...other })),
    ...umfeld.sprechstunden
      .filter(overlaps)
      .map((other): Hinweis => ({ code: 'eigene-sprechstunde', ...other })),
    umfeld.raumBelegt && plain('raum-belegt'),
    // Counselling needs a protected, undisturbed room (Konzept Kreis Unna 2.2).
    !umfeld.raumGeschuetzt && termin.art !== 'intern' && plain('raum-ungeschuetzt'),
    umfeld.abwesendBis !== null && { code: 'abwesend', von: null, bis: umfeld.abwesendBis },
    isFeiertag(termin.tag) && plain('feiertag'),
    weekdayOf(termin.tag) === 7 && plain('sonntag'),
    umfeld.fristBis !== null &&
      termin.tag > umfeld.fristBis && { code: 'nach-frist', von: null, bis: umfeld.fristBis },
  ];
  return hinweise.filter((each) => each !== false);
}

function plain(code: Hinweis['code']): Hinweis {
  return { code, von: null, bis: null };
}

/** Warnings that nobody has accepted yet. */
export function unconfirmed(hinweise: readonly Hinweis[], bestaetigt: readonly string[]): Hinweis[] {
  return hinweise.filter(({ code }) => !bestaetigt.includes(code));
}

/** Why an appointment cannot take this state now; undefined when it can. */
export function standRefusal(stand: TerminStand, beginn: Date, now: Date): string | undefined {
  const happened = stand === 'stattgefunden' || stand === 'nicht_erschienen';
  return happened && now < beginn ? 'termin-noch-nicht' : undefined;
}

/** Longest period of one look at the calendar. */
export function isTooLong(von: Day, bis: Day): boolean {
  return bis > addDays(von, 62);
}
