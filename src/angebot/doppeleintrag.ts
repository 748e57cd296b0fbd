import { z } from 'zod';
import { plain } from './austausch.ts';

/** What two entries have in common. */
export const doppelGrund = z.enum(['name', 'name-aehnlich', 'stelle', 'telefon', 'email', 'web', 'ort']);
export type DoppelGrund = z.infer<typeof doppelGrund>;

/** What of an offer is compared. */
export interface Vergleichbar {
  readonly name: string;
  readonly stelleId: string | null;
  readonly kommuneId: string | null;
  readonly lebensbereich: readonly string[];
  readonly telefon: string;
  readonly email: string;
  readonly web: string;
}

export interface Befund {
  /** 0 to 100. */
  readonly punkte: number;
  readonly grund: readonly DoppelGrund[];
}

const punkte: Readonly<Record<DoppelGrund, number>> = {
  name: 45,
  'name-aehnlich': 30,
  stelle: 20,
  telefon: 20,
  email: 20,
  web: 20,
  ort: 15,
};

/** From so many points on two entries are shown as possibly the same. */
export const schwelle = 60;

/** How much speaks for two entries being the same offer; a name of which nothing is alike makes it none. */
export function compareAngebote(one: Vergleichbar, other: Vergleichbar): Befund {
  const likeness = compareNames(one.name, other.name);
  const found: DoppelGrund[] = [];
  if (likeness === 1) found.push('name');
  else if (likeness >= 0.6) found.push('name-aehnlich');
  if (one.stelleId !== null && one.stelleId === other.stelleId) found.push('stelle');
  if (same(phoneOf(one.telefon), phoneOf(other.telefon))) found.push('telefon');
  if (same(one.email.toLowerCase(), other.email.toLowerCase())) found.push('email');
  if (same(webOf(one.web), webOf(other.web))) found.push('web');
  if (
    one.kommuneId !== null &&
    one.kommuneId === other.kommuneId &&
    one.lebensbereich.some((code) => other.lebensbereich.includes(code))
  )
    found.push('ort');
  const sum = likeness < 0.25 ? 0 : found.reduce((all, grund) => all + punkte[grund], 0);
  return { punkte: Math.min(100, sum), grund: found };
}

/** Keys under which entries meet that are worth comparing; without a common one two cannot be the same. */
export function meetingKeys(angebot: Vergleichbar): string[] {
  const { telefon, email, web, stelleId } = angebot;
  const words = wordsOf(angebot.name);
  // A name of signs or filler words only meets those that are written like it.
  const name = words.length === 0 ? [angebot.name.trim()].filter((each) => each !== '') : words;
  return [
    ...name.map((word) => `name ${word}`),
    ...(phoneOf(telefon) ? [`telefon ${phoneOf(telefon)}`] : []),
    ...(email ? [`email ${email.toLowerCase()}`] : []),
    ...(webOf(web) ? [`web ${webOf(web)}`] : []),
    ...(stelleId === null ? [] : [`stelle ${stelleId}`]),
  ];
}

const filler = new Set([
  'der',
  'die',
  'das',
  'fuer',
  'und',
  'in',
  'im',
  'am',
  'des',
  'von',
  'mit',
  'ev',
  'ggmbh',
]);

function wordsOf(name: string): string[] {
  return [...new Set(name.split(/[^\p{L}\p{N}]+/u).map(plain))].filter(
    (word) => word !== '' && !filler.has(word),
  );
}

/** Share of the pairs of letters that two names have in common (Dice), 1 for the same words in any order. */
function compareNames(one: string, other: string): number {
  const [first, second] = [wordsOf(one).toSorted().join(' '), wordsOf(other).toSorted().join(' ')];
  if (first === second) return first === '' ? Number(same(one.trim(), other.trim())) : 1;
  const [pairs, others] = [pairsOf(first), pairsOf(second)];
  const total = pairs.size + others.size;
  // Many letters in common are not yet the same words.
  return total === 0 ? 0 : Math.min(0.99, (2 * [...pairs].filter((pair) => others.has(pair)).length) / total);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Digits of a number without the ways of writing Germany's prefix. */
function phoneOf(telefon: string): string {
  const digits = telefon.replace(/\(0\)/, '').replaceAll(/[^\d+]/g, '');
  return digits.replace(/^(\+49|0049|0)/, '').replaceAll('+', '');
}

/** Host and path, for one page is reached by several spellings. */
function webOf(web: string): string {
  return web
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(?<![/#?])[/#?]+$/, '');
}

function same(one: string, other: string): boolean {
  return one !== '' && one === other;
}
