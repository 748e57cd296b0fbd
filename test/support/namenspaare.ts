import { addDays, isDay } from '#src/platform/day.ts';
import { arabisch, persisch, tigrinisch, tuerkisch, ukrainisch, westafrikanisch } from './namenslisten.ts';
import { arabic, romanise, russian, tigrinya, turkish, ukrainian, type Scheme } from './umschriften.ts';

export interface Angaben {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: string | null;
}

export interface Namenspaar {
  readonly kultur: string;
  /** What makes the pair hard, for the printed table. */
  readonly fall: string;
  readonly eins: Angaben;
  readonly zwei: Angaben;
  readonly gleich: boolean;
}

type Random = () => number;

/** A human being: each part of the name can be written in several ways. */
interface Mensch {
  readonly vorname: readonly string[];
  readonly familie: readonly string[];
  readonly tag: string;
}

interface Kultur {
  readonly name: string;
  /** A name (index into the list, for telling people apart) in all documented spellings. */
  readonly vornamen: readonly (readonly string[])[];
  readonly familien: readonly (readonly string[])[];
}

function spellings(name: string, schemes: readonly Scheme[]): string[] {
  return schemes.map((scheme) => capitalise(romanise(name.toLowerCase(), scheme)));
}

/** Articles are written in four ways in registers, and "Abd al-" likewise. */
function arabicSpellings(name: string): string[] {
  const plain = name.replaceAll('+', ' ');
  return arabic
    .flatMap((scheme) => {
      const word = romanise(plain.toLowerCase(), scheme);
      return [
        word,
        word.replace(/^a([ldnrstz]|sh|sch|ch)-/, 'el-').replace(/ a([ldnrstz])-/, ' el-'),
        word.replaceAll('-', ' '),
        word.replace(/ a\w+-/, ' al-').replaceAll(/[ -]/g, ''),
      ];
    })
    .map(capitalise);
}

function capitalise(name: string): string {
  return name.replaceAll(/(^|[ -])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

const cyrillic = ([uk = '', ru = '']: readonly string[]) => [
  ...spellings(uk, ukrainian),
  ...spellings(ru, russian),
];

const kulturen: readonly Kultur[] = [
  {
    name: 'arabisch',
    vornamen: [...arabisch.maennlich, ...arabisch.weiblich].map(arabicSpellings),
    familien: arabisch.familie.map(arabicSpellings),
  },
  {
    name: 'persisch',
    vornamen: [...persisch.maennlich, ...persisch.weiblich].map(persian),
    familien: persisch.familie.map(persian),
  },
  {
    name: 'ukrainisch',
    vornamen: [...ukrainisch.maennlich, ...ukrainisch.weiblich].map(cyrillic),
    familien: ukrainisch.familie.map(cyrillic),
  },
  {
    name: 'türkisch',
    vornamen: [...tuerkisch.maennlich, ...tuerkisch.weiblich].map((n) => turkishSpellings(n)),
    familien: tuerkisch.familie.map((n) => turkishSpellings(n)),
  },
  {
    name: 'tigrinisch',
    vornamen: [...tigrinisch.maennlich, ...tigrinisch.weiblich].map((n) => spellings(n, tigrinya)),
    familien: tigrinisch.familie.map((n) => spellings(n, tigrinya)),
  },
  {
    name: 'westafrikanisch',
    vornamen: [...westafrikanisch.maennlich, ...westafrikanisch.weiblich],
    familien: westafrikanisch.familie,
  },
];

function persian(name: string): string[] {
  return spellings(name.replaceAll('+', ' ').replaceAll('ż', 'z'), arabic);
}

function turkishSpellings(name: string): string[] {
  return turkish.map((scheme) => capitalise(romanise(name.replaceAll('İ', 'i').toLowerCase(), scheme)));
}

/** At least 2,400 labelled pairs, always the same for one seed. */
export function makeNamenspaare(random: Random, jeKultur = 220): Namenspaar[] {
  return kulturen.flatMap((kultur) => [
    ...Array.from({ length: jeKultur }, () => samePerson(random, kultur)),
    ...Array.from({ length: jeKultur }, () => twoPersons(random, kultur)),
  ]);
}

/** Somebody as a register writes her. */
export function makeAngaben(random: Random): Angaben {
  return write(random, makeMensch(random, pick(random, kulturen)));
}

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

function pickOther<T>(random: Random, list: readonly T[], not: T): T {
  for (;;) {
    const found = pick(random, list);
    if (found !== not) return found;
  }
}

function makeTag(random: Random): string {
  // One in ten of the registers' birth dates is 1 January (year only known).
  const first = `${1955 + Math.floor(random() * 55)}-01-01`;
  return random() < 0.1 ? first : addDays(first, 1 + Math.floor(random() * 364));
}

function makeMensch(random: Random, kultur: Kultur): Mensch {
  return {
    vorname: pick(random, kultur.vornamen),
    familie: pick(random, kultur.familien),
    tag: makeTag(random),
  };
}

function write(random: Random, mensch: Mensch): Angaben {
  return {
    familienname: pick(random, mensch.familie),
    vorname: pick(random, mensch.vorname),
    geburtsdatum: mensch.tag,
  };
}

type Change = readonly [
  name: string,
  weight: number,
  apply: (random: Random, angaben: Angaben, kultur: Kultur) => Angaben,
];

function weighted(random: Random, changes: readonly Change[]): Change {
  let left = random() * changes.reduce((sum, [, weight]) => sum + weight, 0);
  for (const change of changes) {
    left -= change[1];
    if (left < 0) return change;
  }
  throw new RangeError('no change');
}

/** What registers do to a name besides romanising it. */
const nameChanges: readonly Change[] = [
  ['Umschrift', 58, (_, a) => a],
  ['Reihenfolge', 14, (_, a) => ({ ...a, familienname: a.vorname, vorname: a.familienname })],
  ['Nachname fehlt', 7, (random, a) => ({ ...a, familienname: pick(random, ['–', 'XXX', 'unbekannt', '']) })],
  [
    'Namensteil mehr',
    11,
    (random, a, kultur) => ({ ...a, vorname: `${a.vorname} ${pick(random, pick(random, kultur.vornamen))}` }),
  ],
  [
    'Tippfehler',
    10,
    (random, a) =>
      random() < 0.5
        ? { ...a, vorname: slip(random, a.vorname) }
        : { ...a, familienname: slip(random, a.familienname) },
  ],
];

const dayChanges: readonly Change[] = [
  ['Datum gleich', 66, (_, a) => a],
  ['Tag/Monat', 8, (_, a) => ({ ...a, geburtsdatum: exchangeDayAndMonth(a.geburtsdatum ?? '') })],
  ['eine Ziffer', 8, (random, a) => ({ ...a, geburtsdatum: wrongDigit(random, a.geburtsdatum ?? '') })],
  [
    'daneben',
    6,
    (random, a) => ({ ...a, geburtsdatum: addDays(a.geburtsdatum ?? '', random() < 0.5 ? 1 : -1) }),
  ],
  ['nur Jahr', 6, (_, a) => ({ ...a, geburtsdatum: `${(a.geburtsdatum ?? '').slice(0, 4)}-01-01` })],
  ['Datum fehlt', 6, (_, a) => ({ ...a, geburtsdatum: null })],
];

function samePerson(random: Random, kultur: Kultur): Namenspaar {
  const mensch = makeMensch(random, kultur);
  const [name, , onName] = weighted(random, nameChanges);
  const [tag, , onDay] = weighted(random, dayChanges);
  const zwei = onDay(random, onName(random, write(random, mensch), kultur), kultur);
  return { kultur: kultur.name, fall: `${name}, ${tag}`, eins: write(random, mensch), zwei, gleich: true };
}

type Other = readonly [
  name: string,
  weight: number,
  make: (random: Random, mensch: Mensch, kultur: Kultur) => Mensch,
];

/** How two people come to look alike. */
const others: readonly Other[] = [
  ['irgendwer', 24, (random, _, kultur) => makeMensch(random, kultur)],
  [
    'Geschwister',
    24,
    (random, m, kultur) => ({
      ...m,
      vorname: pickOther(random, kultur.vornamen, m.vorname),
      tag: makeTag(random),
    }),
  ],
  ['Zwillinge', 8, (random, m, kultur) => ({ ...m, vorname: pickOther(random, kultur.vornamen, m.vorname) })],
  ['Namensvetter', 26, (random, m) => ({ ...m, tag: makeTag(random) })],
  [
    'Vorname und Tag',
    8,
    (random, m, kultur) => ({ ...m, familie: pickOther(random, kultur.familien, m.familie) }),
  ],
  [
    'Vorname, Jahr',
    10,
    (random, m, kultur) => ({
      ...m,
      familie: pickOther(random, kultur.familien, m.familie),
      tag: `${m.tag.slice(0, 4)}-01-01`,
    }),
  ],
];

function twoPersons(random: Random, kultur: Kultur): Namenspaar {
  const mensch = makeMensch(random, kultur);
  let left = random() * 100;
  const [fall, , make] = others.find(([, weight]) => (left -= weight) < 0) ?? others[0]!;
  return {
    kultur: kultur.name,
    fall,
    eins: write(random, mensch),
    zwei: write(random, make(random, mensch, kultur)),
    gleich: false,
  };
}

/** A letter left out, doubled or exchanged with its neighbour. */
function slip(random: Random, name: string): string {
  if (name.length < 4) return name;
  const at = 1 + Math.floor(random() * (name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
  const kind = random();
  if (kind < 0.4) return before + after;
  if (kind < 0.7) return before + letter + letter + after;
  return before + after.slice(0, 1) + letter + after.slice(1);
}

function exchangeDayAndMonth(tag: string): string {
  const [year, month, day] = tag.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : tag;
}

/** Another digit in one place of the year, month or day; always another day that exists. */
function wrongDigit(random: Random, tag: string): string {
  for (;;) {
    const at = pick(random, [2, 3, 6, 8, 9]);
    const other = `${tag.slice(0, at)}${Math.floor(random() * 10)}${tag.slice(at + 1)}`;
    if (other !== tag && isDay(other)) return other;
  }
}
