import { formatDay, type Day } from '#src/platform/day.ts';
import { weekdayOf } from '#src/termin/zeit.ts';
import type { PaperLabels } from '#src/vordruck/labels.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { leftToRightIn } from '../rules.ts';
import { languageOf } from './sheet.ts';

/** Names of the weekdays from Monday on, in the language of the labels. */
export function weekdayNames({ wochentag }: PaperLabels): readonly string[] {
  return [
    wochentag.montag,
    wochentag.dienstag,
    wochentag.mittwoch,
    wochentag.donnerstag,
    wochentag.freitag,
    wochentag.samstag,
    wochentag.sonntag,
  ];
}

/** "Dienstag, 01.04.2023" in a language. */
export function fullDay(sprache: string, day: Day): string {
  const name = weekdayNames(paperLabels(sprache))[weekdayOf(day) - 1] ?? '';
  const comma = languageOf(sprache).dir === 'rtl' ? '،' : ',';
  return `${name}${comma} ${figures(sprache, formatDay(day))}`;
}

/** A span of time or a number as it stands in a text of a language: always from left to right. */
export function figures(sprache: string, text: string): string {
  return languageOf(sprache).dir === 'rtl' ? leftToRightIn(text) : text;
}
