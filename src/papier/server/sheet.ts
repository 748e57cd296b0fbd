import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import { paperText } from '../paper-text.ts';

/** A language as the templates take it. */
export interface PaperLanguage {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Words in a language. */
export type Said = PaperLanguage & { readonly text: string };

/** What the shared style needs of every paper: language, title, header and footer. */
export interface Sheet {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly author: string;
  readonly head: { readonly left: string; readonly right: string };
  readonly foot: readonly string[];
  readonly page: string;
  readonly of: string;
}

/** Language of a paper by its ISO 639-3 code; German where it is not offered. */
export function languageOf(sprache: string): PaperLanguage {
  const found = findPapiersprache(sprache);
  return found ? { tag: found.tag, dir: found.richtung } : { tag: 'de', dir: 'ltr' };
}

/** The template (Typst) beside this file, or beside another. */
export function readTemplate(name: string, beside: string = import.meta.url): string {
  return readFileSync(new URL(name, beside), 'utf8');
}

/** Whose paper it is: the Träger as it stands in the header, with its first own place. */
export interface Sender {
  readonly kreis: string;
  readonly traegerId: string;
  readonly rechtsname: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
}

/** Header of a Träger; 404 where it does not exist. */
export async function readSender(tx: Tx, kreisId: string, traegerId: string): Promise<Sender> {
  const row = await tx.first(sql<Sender>`
    select k.name as kreis, t.id as "traegerId", t.rechtsname, coalesce(s.anschrift, '') as anschrift,
      coalesce(s.telefon, '') as telefon, coalesce(s.email, '') as email
    from traeger t join kreis k on k.id = t.kreis_id
    left join lateral (select * from standort s where s.kreis_id = t.kreis_id and s.traeger_id = t.id
      order by s.anschrift = '', s.telefon = '', s.art <> 'intern', s.name limit 1) s on true
    where t.kreis_id = ${kreisId} and t.id = ${traegerId}`);
  if (!row) throw notFound();
  return row;
}

/** Header and footer of a paper. */
export function sheetOf(
  sender: Sender,
  language: PaperLanguage,
  title: string,
  foot: readonly string[],
): Sheet {
  return {
    language,
    title,
    author: sender.rechtsname,
    head: { left: sender.rechtsname, right: `${paperText.programm} · ${sender.kreis}` },
    foot,
    page: paperText.seite,
    of: paperText.von,
  };
}

/** The same with a line in the footer that says which file it is; only for papers that stay with colleagues. */
export function marked(sheet: Sheet, mark: string): Sheet {
  return { ...sheet, foot: [...sheet.foot, mark] };
}

/** "Stand: 01.04.2023", for papers that show how things are on the day of printing. */
export function asOf(now: Date): string {
  return `${paperText.stand}: ${formatDay(today(now))}`;
}
