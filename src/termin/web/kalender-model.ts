import { isFeiertag } from '#src/kreis/feiertag.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import type { SprechstundeZeile } from '#src/sprechstunde/contract.ts';
import type { AbwesenheitZeile } from '#src/vertretung/contract.ts';
import type { TerminZeile } from '../contract.ts';
import { minutesOf, weekdayOf } from '../zeit.ts';

export type Ansicht = 'woche' | 'tag' | 'agenda';

/** One day of the calendar with everything that stands in it. */
export interface KalenderTag {
  readonly tag: Day;
  readonly feiertag: boolean;
  readonly termine: readonly TerminZeile[];
  readonly sprechstunden: readonly SprechstundeZeile[];
  /** Open hours that were cancelled on this day. */
  readonly ausfaelle: readonly SprechstundeZeile[];
  readonly abwesend: readonly AbwesenheitZeile[];
}

/** First day and number of days that a view shows. */
export function spanOf(ansicht: Ansicht, tag: Day): { von: Day; bis: Day } {
  if (ansicht === 'tag') return { von: tag, bis: tag };
  if (ansicht === 'agenda') return { von: tag, bis: addDays(tag, 27) };
  const monday = addDays(tag, 1 - weekdayOf(tag));
  return { von: monday, bis: addDays(monday, 6) };
}

/** The day to which a view moves, a step forward or back. */
export function stepOf(ansicht: Ansicht, tag: Day, step: 1 | -1): Day {
  return addDays(tag, step * { tag: 1, woche: 7, agenda: 28 }[ansicht]);
}

export interface KalenderInhalt {
  readonly termine: readonly TerminZeile[];
  readonly sprechstunden: readonly SprechstundeZeile[];
  readonly abwesenheiten: readonly AbwesenheitZeile[];
}

/** Sorts what a period holds to its days; a Saturday or Sunday without anything is left out. */
export function kalenderTage(von: Day, bis: Day, inhalt: KalenderInhalt): KalenderTag[] {
  const days: KalenderTag[] = [];
  for (let tag = von; tag <= bis; tag = addDays(tag, 1)) {
    const at = tag;
    const day: KalenderTag = {
      tag,
      feiertag: isFeiertag(tag),
      termine: inhalt.termine.filter((each) => each.tag === at),
      sprechstunden: inhalt.sprechstunden.filter((each) => each.tage.includes(at)),
      ausfaelle: inhalt.sprechstunden.filter((each) => each.ausfall.some(({ am }) => am === at)),
      abwesend: inhalt.abwesenheiten.filter((each) => each.von <= at && at <= each.bis),
    };
    const empty = day.termine.length + day.sprechstunden.length + day.ausfaelle.length === 0;
    if (!empty || weekdayOf(tag) <= 5 || von === bis || tag === today()) days.push(day);
  }
  return days;
}

/** Appointments that take up time: a cancelled one leaves it free. */
function takesTime(termin: TerminZeile): boolean {
  return termin.stand !== 'abgesagt';
}

/** Where an appointment stands beside others of the same time: its column and how many there are. */
export function lanesOf(termine: readonly TerminZeile[]): Map<string, { lane: number; lanes: number }> {
  const placed = new Map<string, { lane: number; lanes: number }>();
  let group: TerminZeile[] = [];
  let ends: string[] = [];
  const close = () => {
    for (const each of group)
      placed.set(each.id, { lane: placed.get(each.id)?.lane ?? 0, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const termin of termine.toSorted((a, b) => (a.beginn < b.beginn ? -1 : 1))) {
    if (group.length > 0 && ends.every((end) => end <= termin.beginn)) close();
    const free = ends.findIndex((end) => end <= termin.beginn);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = termin.ende;
    placed.set(termin.id, { lane, lanes: 1 });
    group.push(termin);
  }
  close();
  return placed;
}

const DAY_BEGINS = 8 * 60;
const DAY_ENDS = 18 * 60;
const SHORTEST = 30;

/** Times of a working day in which nothing stands, as minutes from midnight; at least half an hour each. */
export function freeSlots(
  tag: Pick<KalenderTag, 'termine' | 'sprechstunden'>,
): { von: number; bis: number }[] {
  const taken = [...tag.termine.filter(takesTime), ...tag.sprechstunden]
    .map(({ von, bis }) => ({ von: minutesOf(von), bis: minutesOf(bis) }))
    .toSorted((a, b) => a.von - b.von);
  const free: { von: number; bis: number }[] = [];
  let at = DAY_BEGINS;
  for (const { von, bis } of [...taken, { von: DAY_ENDS, bis: DAY_ENDS }]) {
    const end = Math.min(von, DAY_ENDS);
    if (end - at >= SHORTEST) free.push({ von: at, bis: end });
    at = Math.max(at, bis);
  }
  return free;
}

/** Hours that the grid shows: the working day, and more where something stands outside of it. */
export function hoursOf(tage: readonly KalenderTag[]): { first: number; last: number } {
  const all = tage.flatMap(({ termine, sprechstunden }) => [...termine, ...sprechstunden]);
  return {
    first: Math.min(8, ...all.map(({ von }) => Math.floor(minutesOf(von) / 60))),
    last: Math.max(18, ...all.map(({ bis }) => Math.ceil(minutesOf(bis) / 60))),
  };
}

/** 570 as 09:30 */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
