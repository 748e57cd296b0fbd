import type { FieldRefusal } from '#src/platform/refusal.ts';

// Letters and sequences of DIN 91379:2022-08 for names of persons (data type A). The list of code points is taken from
// "DIN 91379 Characters and Sequences" of the String-Latin project, CC BY 4.0.
const letters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' +
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ' +
  'ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝ' +
  'ŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƇƈƏƗƠơƯưƷǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǢǣǤǥǦǧǨǩǪǫǬǭǮǯǰǴǵǸǹǺǻǼǽǾǿȒȓȘșȚțȞȟȧȨȩ' +
  'ȪȫȬȭȮȯȰȱȲȳəɨʒḂḃḆḇḊḋḌḍḎḏḐḑḗḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḯḰḱḲḳḴḵḶḷḺḻṀṁṂṃṄṅṆṇṈṉṒṓṔṕṖṗṘṙṚṛṞṟṠṡṢṣṪṫṬṭṮṯẀẁẂẃẄẅẆẇẌẍẎẏẐẑẒẓẔẕẖẗẞ' +
  'ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ';
const sequences =
  'A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ ' +
  'S̀ S̄ S̛̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ d̂ f̀ f̄ g̀ h̄ h̦ j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ k͟h l̂ l̥ l̥̄ l̦ m̀ m̂ m̆ m̐ ' +
  'n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ r̆ r̥ r̥̄ s̀ s̄ s̛̄ s̱ t̀ t̄ t̕ t̛ u̇ z̀ z̄ z̆ z̈ z̧ Ç̆ Û̄ ç̆ û̄ ÿ́ Č̕ Č̣ č̕ č̣ ē̍ Ī́ ī́ ō̍ Ž̦ Ž̧ ž̦ ž̧ Ḳ̄ ḳ̄ Ṣ̄ ṣ̄ Ṭ̄ ṭ̄ Ạ̈ ạ̈ Ọ̈ ọ̈ ' +
  'Ụ̄ Ụ̈ ụ̄ ụ̈';
const signs = " ',-.`~¨´·ʹʺʾʿˈˌ’‡";

const allowed = new Set([
  ...Array.from((letters + signs).normalize('NFC')),
  ...sequences.split(' ').map((sequence) => sequence.normalize('NFC')),
]);
const longest = Math.max(...[...allowed].map((each) => each.length));

/** Signs that keyboards and copied texts bring along, and what the standard has instead. */
const instead: Readonly<Record<string, string>> = {
  '‘': "'",
  '‚': "'",
  '‛': "'",
  ʼ: '’',
  ʻ: 'ʿ',
  '“': '',
  '”': '',
  '„': '',
  '"': '',
  '«': '',
  '»': '',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u00AD': '',
  '\u200B': '',
  '\u200E': '',
  '\u200F': '',
};

/** A letter that a name may not have: `ersatz` is what fits instead, null when it is of another script. */
export interface FremdesZeichen {
  readonly zeichen: string;
  readonly ersatz: string | null;
}

/** Letters of a name outside DIN 91379, each once, in order; the name is read in its composed form (NFC). */
export function findFremdeZeichen(name: string): FremdesZeichen[] {
  const text = name.normalize('NFC');
  const found = new Map<string, FremdesZeichen>();
  for (let at = 0; at < text.length;) {
    const length = allowedLength(text, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const zeichen = String.fromCodePoint(text.codePointAt(at) ?? 0);
    found.set(zeichen, {
      zeichen,
      ersatz: /\p{L}/u.test(zeichen) ? (instead[zeichen] ?? null) : (instead[zeichen] ?? ''),
    });
    at += zeichen.length;
  }
  return [...found.values()];
}

function allowedLength(text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    if (allowed.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

/** The name with every sign that has a counterpart in DIN 91379 replaced; letters of other scripts stay. */
export function withRightLetters(name: string): string {
  const text = name.normalize('NFC');
  return findFremdeZeichen(text)
    .reduce((rest, { zeichen, ersatz }) => (ersatz === null ? rest : rest.replaceAll(zeichen, ersatz)), text)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Why a name cannot be written into a record: letters of another script belong into the field for the original. */
export function din91379Refusals(instance: string, name: string): FieldRefusal[] {
  const fremd = findFremdeZeichen(name);
  if (fremd.length === 0) return [];
  return [
    { instance, code: fremd.some(({ ersatz }) => ersatz === null) ? 'name-andere-schrift' : 'name-zeichen' },
  ];
}
