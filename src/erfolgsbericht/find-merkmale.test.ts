import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MerkmalArt, VerratendesWort } from './bericht.ts';
import { findMerkmale, landStamm, ortStamm } from './find-merkmale.ts';

const wort = (art: MerkmalArt, text: string, anfang = false): VerratendesWort => ({
  art,
  wort: text,
  anfang,
});
const found = (text: string, worte: readonly VerratendesWort[] = []) =>
  findMerkmale(text, worte).map(({ art, von, bis }) => [art, text.slice(von, bis)]);

describe('M357 what tells who somebody is, is found at its place', () => {
  test.each<[string, VerratendesWort[], [MerkmalArt, string][]]>([
    ['Rima fand Arbeit.', [wort('name', 'Rima')], [['name', 'Rima']]],
    ['Rimas Wohnung', [wort('name', 'Rima')], [['name', 'Rimas']]],
    ['frau haddad zog um', [wort('name', 'Ḥaddād')], [['name', 'haddad']]],
    ['Mueller', [wort('name', 'Müller')], [['name', 'Mueller']]],
    ['ihr Sohn Amal', [wort('familie', 'Amal Haddad')], [['familie', 'Amal']]],
    ['ريما وجدت عملا', [wort('name', 'ريما')], [['name', 'ريما']]],
    ['An fing an.', [wort('name', 'An')], [['name', 'An']]],
    ['zog nach Lünen', [wort('kommune', 'Lünen')], [['kommune', 'Lünen']]],
    ['im Lüner Norden', [wort('kommune', ortStamm('Lünen')!)], [['kommune', 'Lüner']]],
    [
      'im Jobcenter Kreis Unna',
      [wort('stelle', 'Jobcenter Kreis Unna')],
      [['stelle', 'Jobcenter Kreis Unna']],
    ],
    ['eine syrische Frau', [wort('land', landStamm('Syrien'), true)], [['land', 'syrische']]],
    ['eine Afghanin', [wort('land', landStamm('Afghanistan'), true)], [['land', 'Afghanin']]],
    ['geboren 1991', [wort('geburtsjahr', '1991')], [['geburtsjahr', '1991']]],
    ['seit 2015 hier', [], [['jahr', '2015']]],
    [
      'am 12.08.1991 und am 3. März',
      [],
      [
        ['datum', '12.08.1991'],
        ['datum', '3. März'],
      ],
    ],
    ['Tel. 02306 104-1234', [], [['telefon', '02306 104-1234']]],
    ['r.haddad@example.org', [], [['email', 'r.haddad@example.org']]],
    ['Herr Schmidt half', [], [['anrede', 'Herr Schmidt']]],
    ['Münsterstraße 12', [], [['adresse', 'Münsterstraße 12']]],
    ['Fall UN-00017', [wort('nummer', 'UN-00017')], [['nummer', 'UN-00017']]],
    ['59532 am Ort', [], [['nummer', '59532']]],
  ])('%s', (text, worte, expected) => {
    expect(found(text, worte)).toEqual(expected);
  });

  test('ordinary words stay as they are', () => {
    const worte = [
      wort('name', 'Al Rose'),
      wort('name', 'An'),
      wort('kommune', 'Werne'),
      wort('land', 'Syr', true),
    ];
    expect(
      found('Frau zwischen 30 und 39 Jahren, lebt seit rund 10 Jahren in Deutschland, an der Arbeit.', worte),
    ).toEqual([]);
    expect(found('Der Roseneder Weg und Wernersche', worte)).toEqual([]);
  });

  const letters = fc.constantFrom(
    ...Array.from('abcdeghiklmnorstuzäöüßéèšžçğıłñāḥṣابتدرزسعملنهيوАБВГДежиклмн'),
  );
  const name = fc
    .array(letters, { minLength: 2, maxLength: 14 })
    .map((chars) => chars.join(''))
    .map((text) => text.charAt(0).toLocaleUpperCase('de') + text.slice(1));
  const full = fc.tuple(name, fc.constantFrom(' ', '-', ' al-'), name).map((parts) => parts.join(''));
  const around = fc.constantFrom('', ' ', '. ', ', „', ' (', '\n', '“ – ', ': ', '/');
  const word = fc.constantFrom('Arbeit gefunden', 'Die Wohnung', 'Ein Kurs begann', 'فرصة', 'робота', '');
  const written = (text: string, how: number) =>
    [text, text.toLocaleUpperCase('de'), text.toLocaleLowerCase('de'), text.normalize('NFD'), `${text}s`][
      how
    ] ?? text;

  test('names and places, however long and in whatever script, are always found where they were put', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<MerkmalArt>('name', 'familie', 'fachkraft', 'kommune', 'ortsteil', 'stelle'),
        full,
        fc.nat(4),
        fc.tuple(word, around, around, word),
        (art, text, how, [before, left, right, after]) => {
          const put = written(text, how);
          const von = before.length + (left === '' ? 1 : left.length);
          const whole = `${before}${left === '' ? ' ' : left}${put}${right === '' ? ' ' : right}${after}`;
          const covered = findMerkmale(whole, [wort(art, text)]);
          expect(covered.some((f) => f.von <= von && f.bis >= von + put.length)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('one part of a name is enough', () => {
    fc.assert(
      fc.property(name, name, fc.boolean(), (vorname, familienname, first) => {
        const text = `Dann zog ${first ? vorname : familienname} um.`;
        const part = first ? vorname : familienname;
        fc.pre(
          !['al', 'el', 'de', 'da', 'la', 'le', 'in', 'am', 'im', 'der', 'den', 'von', 'van', 'und'].includes(
            part.toLowerCase(),
          ),
        );
        const hits = findMerkmale(text, [wort('name', `${vorname} ${familienname}`)]);
        expect(hits.some(({ von }) => von === 'Dann zog '.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
