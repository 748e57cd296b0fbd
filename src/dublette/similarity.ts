import type { NamePart } from '#src/person/umschrift.ts';

const vowel = /[aiu]/;

/** Consonants that romanisations of one sound mix (Olha/Olga, Gamal/Jamal, Ramadan/Ramazan). */
const related = new Set([
  'gh',
  'gj',
  'dt',
  'bp',
  'fv',
  'bv',
  'gk',
  'hk',
  'hx',
  'jx',
  'jy',
  'ds',
  'sx',
  'st',
  'uv',
  'iy',
  'ij',
]);

/** How alike two name parts are, 0 to 1, in the best of their readings. */
export function similarity(one: NamePart, other: NamePart): number {
  if (one.form === other.form) return 1;
  let best = 0;
  for (const a of one.lesarten) {
    for (const b of other.lesarten) best = Math.max(best, likeness(a, b));
  }
  return best;
}

function likeness(a: string, b: string): number {
  if (a === b) return 0.98;
  const whole = (length(a) + length(b)) / 2;
  return Math.max(0, 1 - distance(a, b) / whole);
}

function weightOf(sound: string): number {
  return vowel.test(sound) ? 0.5 : 1;
}

function length(lesart: string): number {
  return Array.from(lesart, weightOf).reduce((sum, weight) => sum + weight, 0);
}

/** Edit distance in which vowels weigh little, related consonants half, and a final vowel tells Karim from Karima. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = [0];
  for (let j = 1; j <= b.length; j += 1) previous.push((previous[j - 1] ?? 0) + gap(b, j - 1));
  for (let i = 1; i <= a.length; i += 1) {
    const row = [(previous[0] ?? 0) + gap(a, i - 1)];
    for (let j = 1; j <= b.length; j += 1) {
      row.push(
        Math.min(
          (previous[j] ?? 0) + gap(a, i - 1),
          (row[j - 1] ?? 0) + gap(b, j - 1),
          (previous[j - 1] ?? 0) + exchange(a[i - 1] ?? '', b[j - 1] ?? ''),
          a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 0.5 : Infinity,
        ),
      );
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** What it costs that a sound is missing on the other side. */
function gap(lesart: string, at: number): number {
  const sound = lesart[at] ?? '';
  if (vowel.test(sound)) return at === lesart.length - 1 ? 0.8 : 0.25;
  return sound === 'h' || sound === 'y' ? 0.5 : 1;
}

function exchange(one: string, other: string): number {
  if (one === other) return 0;
  if (vowel.test(one) && vowel.test(other)) return 0.2;
  return related.has([one, other].toSorted().join('')) ? 0.4 : 1.1;
}
