/** One part of a name as it is compared across romanisations. */
export interface NamePart {
  /** Search form, a to z. */
  readonly form: string;
  /** Possible readings in sound classes: consonants folded, vowels as a, i, u. */
  readonly lesarten: readonly string[];
  /** Consonants of each reading; what the usual romanisations have in common. */
  readonly laute: readonly string[];
  /** Consonants of the first reading. */
  readonly laut: string;
}

const nameless =
  /^(?:[-–—.?/*\s]*|x{2,}|n\.? ?n\.?|unbekannt|unknown|fehlt|kein(?:er|e)?|ohne(?: angabe)?|inconnu)$/i;

/** True for what officials write where a name is missing: "–", "XXX", "unbekannt". */
export function isNameless(name: string): boolean {
  return nameless.test(name.trim());
}

/**
 * The parts of one or more names, without articles and "son of"; "Abd al-" with what follows is one part, however it is
 * written. A name made of articles only keeps them.
 */
export function nameParts(...names: readonly string[]): NamePart[] {
  const words = names.flatMap((name) => (isNameless(name) ? [] : joinServants(joinEndings(split(name)))));
  const telling = words.filter((word) => !articles.has(word.plain));
  const seen = new Map<string, NamePart>();
  for (const word of telling.length === 0 ? words : telling) {
    const part = readPart(word);
    if (part.laut !== '') seen.set(part.form, part);
  }
  return [...seen.values()];
}

/** A word of a name in lower case, a to z. */
interface Word {
  readonly plain: string;
}

// Letters whose sound the bare letter loses; two bars mean that romanisations disagree.
const letters: Readonly<Record<string, string>> = {
  ş: 'sh',
  ș: 'sh',
  š: 'sh',
  ś: 'sh',
  ç: 'tsch',
  č: 'tsch',
  ć: 'tsch',
  ž: 'zh',
  ż: 'zh',
  ź: 'zh',
  ț: 'ts',
  ţ: 'ts',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ə: 'e',
  ġ: 'gh',
  ḫ: 'kh',
  ẖ: 'kh',
  ǧ: 'dj',
  ḏ: 'dh',
  ṯ: 'th',
  ŋ: 'n',
};

const articles = new Set(
  'al el ul il ad ed ud an en un ar er ur as es us ash esh ech at et az ez bin ben ibn bint bent ould wuld van von de'.split(
    ' ',
  ),
);

function split(name: string): Word[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’ʼ‘ʾʿ`´ʹʺ]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .map((raw) => {
      const spoken = Array.from(raw, (letter) => letters[letter] ?? letter).join('');
      return { plain: spoken.normalize('NFD').replaceAll(/\p{M}/gu, '') };
    });
}

const faith = /^(?:[aeu]?d|el|al)?d(?:i|ee|ie|y)ne?$/;
const god = /^[aou]l?lah$/;

/** "Nur ad-Din", "Nooruddin", "Rahmat Ullah": what is written in one word, two or three becomes one. */
function joinEndings(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const before = joined.at(-1);
    const after = words[at + 1];
    if (before && !articles.has(before.plain) && faith.test(word.plain)) {
      joined.splice(-1, 1, { plain: `${before.plain}din` });
    } else if (before && articles.has(word.plain) && after && faith.test(after.plain)) {
      joined.splice(-1, 1, { plain: `${before.plain}din` });
      at += 1;
    } else if (before && before.plain !== 'abd' && god.test(word.plain)) {
      joined.splice(-1, 1, { plain: `${before.plain}ulah` });
    } else joined.push({ plain: endings(word.plain) });
  }
  return joined;
}

function endings(plain: string): string {
  return plain
    .replace(/^(.{3,}?)(?:[aeu]l|[aeu]d|e)d(?:i|ee|ie|y)ne?$/, '$1din')
    .replace(/^(?!abd)(.{3,}?)[aou]l?lah$/, '$1ulah');
}

const servant = /^abd(?:[aeiou]{0,2}[lrsnzdt]?)?$/;
const servantOf = /^abd[aeiou]{1,2}(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))-?(?=.{2})/;

/** "Abd al-Rahman", "Abdel Rahman", "Abdulrahman" and "Abdurrahman" become one word. */
function joinServants(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    let next = words[at + 1];
    if (next && servant.test(word.plain)) {
      if (articles.has(next.plain) && words[at + 2]) at += 1;
      next = words[at + 1] ?? next;
      joined.push({ plain: `abd${next.plain.replace(/^al(?=lah)/, '')}` });
      at += 1;
    } else joined.push({ plain: word.plain.replace(servantOf, 'abd') });
  }
  return joined;
}

/** Letters at one place and the classes of sound that they may stand for. */
type Step = readonly [pattern: RegExp, klassen: readonly string[]];

// Longer spellings first. x: hissing, h: throat, j: dsch, y: initial y; vowels become a, i, u.
const steps: readonly Step[] = [
  [/^(?:schtsch|shtch|shch|chtch|szcz)/, ['x']],
  [/^(?:dsch|dzh|dj)/, ['j']],
  // French registers of West Africa: Diallo is Jallow.
  [/^di(?=[aou])/, ['di', 'j']],
  [/^(?:tsch|tch|tsh|cz)/, ['x']],
  [/^(?:sch|sh)/, ['x']],
  [/^zh/, ['x', 'j']],
  [/^ch(?=[rl])/, ['k']],
  [/^ch/, ['x', 'h']],
  [/^kh/, ['h']],
  [/^gh/, ['g']],
  [/^ph/, ['f']],
  [/^th/, ['t', 's']],
  [/^dh/, ['d', 's']],
  [/^(?:tz|ts)/, ['s']],
  // Bare c: French and English, or Turkish ç and c without their marks.
  [/^c(?=[eiy])/, ['s', 'x', 'j']],
  [/^(?:ck|qu|q|k)/, ['k']],
  [/^c/, ['k', 'x', 'j']],
  [/^x/, ['ks']],
  [/^[sz]/, ['s']],
  [/^v/, ['v']],
];

const vowels = /^(?:ou|oo|ue|oe|o|u)/;
const clear = /^(?:ee|ie|ei|ey|ay|ai|ae|e|i|y)/;

function readPart({ plain }: Word): NamePart {
  const word = plain.replaceAll(/([a-z])\1+/g, (pair, letter: string) =>
    /[eo]/.test(letter) ? pair : letter,
  );
  let readings = [''];
  for (let at = 0; at < word.length;) {
    const [length, klassen] = readAt(word, at);
    readings = readings.flatMap((begun) => klassen.map((klasse) => append(begun, klasse))).slice(0, 8);
    at += length;
  }
  const attached = article.exec(plain);
  const bare = attached === null ? [] : readPart({ plain: plain.slice(attached[0].length) }).lesarten;
  const lesarten = [...new Set([...readings, ...bare.slice(0, 2)])];
  const laute = lesarten.map(skeleton);
  return { form: plain, lesarten, laute, laut: laute[0] ?? '' };
}

/** An article or "son of" written together with the name. */
const article =
  /^(?:[ae]l(?=.{3})|[ae]([dnrstz])(?=\1.{2})|[ae]sh?(?=sh.{2})|[ae]sch?(?=sch.{2})|b[ei]n(?=.{3}))/;

/** The same class twice in a row is one sound. */
function append(begun: string, klasse: string): string {
  return klasse !== '' && begun.endsWith(klasse) ? begun : begun + klasse;
}

function readAt(word: string, at: number): readonly [length: number, klassen: readonly string[]] {
  const rest = word.slice(at);
  const initial = at === 0;
  const beforeVowel = /^.[aeiou]/.test(rest);
  if (initial && /^[jyi]e/.test(rest)) return [2, rest.startsWith('j') ? ['yi', 'i', 'ji'] : ['yi', 'i']];
  if (rest.startsWith('j'))
    return initial || beforeVowel ? [1, initial ? ['j', 'y'] : ['j', 'i']] : [1, ['i']];
  if (initial && /^[yi][aou]/.test(rest)) return [1, ['y']];
  if (rest.startsWith('w')) return initial ? [1, ['v', 'u']] : [1, beforeVowel ? ['v', 'u'] : ['u', 'v']];
  if (rest.startsWith('h')) return [1, rest.length === 1 ? [''] : ['h']];
  for (const [pattern, klassen] of steps) {
    const match = pattern.exec(rest);
    if (match) return [match[0].length, klassen];
  }
  const dark = vowels.exec(rest);
  if (dark) return [dark[0].length, ['u']];
  const bright = clear.exec(rest);
  if (bright) return [bright[0].length, ['i']];
  return [1, [rest.slice(0, 1)]];
}

// Classes that romanisations mix (Selcuk/Seltschuk, Olha/Olga, Ramadan/Ramazan).
const coarse: Readonly<Record<string, string>> = {
  x: 's',
  j: 's',
  d: 's',
  t: 's',
  h: 'k',
  g: 'k',
  b: 'p',
  f: 'p',
  v: 'p',
};

/** Consonants in the order spoken; an initial vowel counts as one sound. */
function skeleton(lesart: string): string {
  const key = lesart.replace(/^[aiu]+/, 'a').replaceAll(/(?!^)[aiuy]/g, '');
  return Array.from(key, (sound) => coarse[sound] ?? sound)
    .join('')
    .replaceAll(/(.)\1+/g, '$1');
}
