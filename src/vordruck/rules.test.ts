import fc from 'fast-check';
import { expect, test } from 'vitest';
import { platzhalter, type VordruckInhalt } from './inhalt.ts';
import { proposeRecht } from './recht.ts';
import {
  fillInhalt,
  inhaltRefusals,
  mapInhalt,
  platzhalterIn,
  textsOf,
  uebersetzungRefusals,
} from './rules.ts';

const text = fc
  .array(
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom(...platzhalter.map((p) => `{${p}}`)),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `x ${parts.join(' ')}`);
const inhalt: fc.Arbitrary<VordruckInhalt> = fc.record({
  titel: text,
  abschnitt: fc.array(
    fc.record({ ueberschrift: text, absatz: fc.array(text, { minLength: 1, maxLength: 4 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  zweck: fc.constant([]),
  erklaerung: text,
});

const einwilligung: VordruckInhalt = {
  titel: 'Einwilligung',
  abschnitt: [{ ueberschrift: 'Wer?', absatz: ['{traeger}, {anschrift}'] }],
  zweck: [{ code: 'dokumentation', text: 'Ja' }],
  erklaerung: 'Ich stimme zu.',
};

test('M155 a translation with the same structure and placeholders always fits', () => {
  fc.assert(
    fc.property(inhalt, (deutsch) => {
      expect(
        uebersetzungRefusals(
          deutsch,
          mapInhalt(deutsch, (each) => `${each} ü`),
        ),
      ).toEqual([]);
    }),
  );
});

test('M155 a translation that lost a placeholder or a paragraph is refused at its place', () => {
  fc.assert(
    fc.property(inhalt, fc.nat(), (deutsch, pick) => {
      const texts = textsOf(deutsch);
      const hit = texts[pick % texts.length]!;
      let at = -1;
      const changed = mapInhalt(deutsch, (each) => {
        at += 1;
        return at === pick % texts.length ? each.replaceAll(/[{}]/g, '') : each;
      });
      const expected =
        platzhalterIn(hit.text).length > 0 ? [{ instance: hit.instance, code: 'platzhalter-anders' }] : [];
      expect(uebersetzungRefusals(deutsch, changed)).toEqual(expected);
      const [first, ...rest] = deutsch.abschnitt;
      const longer = { ...deutsch, abschnitt: [{ ...first!, absatz: [...first!.absatz, 'mehr'] }, ...rest] };
      expect(uebersetzungRefusals(deutsch, longer)).toEqual([
        { instance: '/abschnitt/0/absatz', code: 'absatz-anzahl' },
      ]);
      const more = { ...deutsch, abschnitt: [...deutsch.abschnitt, first!] };
      expect(uebersetzungRefusals(deutsch, more)).toEqual([
        { instance: '/abschnitt', code: 'abschnitt-anzahl' },
      ]);
    }),
  );
});

test('filling puts values in once and leaves what is not known yet', () => {
  const filled = fillInhalt(einwilligung, { traeger: 'Stadt {anschrift}' });
  expect(filled.abschnitt[0]?.absatz).toEqual(['Stadt {anschrift}, {anschrift}']);
});

test('M143 a consent without its first purpose, or with a word in brackets that means nothing, is refused', () => {
  expect(inhaltRefusals('einwilligung', einwilligung)).toEqual([]);
  expect(inhaltRefusals('einwilligung', { ...einwilligung, zweck: [] })).toEqual([
    { instance: '/zweck', code: 'zweck-fehlt' },
  ]);
  expect(inhaltRefusals('einwilligung', { ...einwilligung, titel: '{erfunden}' })).toEqual([
    { instance: '/titel', code: 'platzhalter-unbekannt' },
  ]);
});

test('M145 a release that does not name its recipient, purpose, content and end is refused', () => {
  const entbindung = { ...einwilligung, zweck: [] };
  expect(inhaltRefusals('entbindung', entbindung)).toEqual([
    { instance: '/erklaerung', code: 'platzhalter-fehlt' },
  ]);
});

test('the proposed law follows the kind of Träger', () => {
  expect(proposeRecht({ name: 'Caritasverband Rheine e. V.', art: 'freier_traeger' })).toBe('kdg');
  expect(proposeRecht({ name: 'Diakonie Ruhr-Hellweg', art: 'freier_traeger' })).toBe('ekd');
  expect(proposeRecht({ name: 'AWO Unterbezirk', art: 'freier_traeger' })).toBe('bund');
  expect(proposeRecht({ name: 'Stadt Lünen', art: 'kommune' })).toBe('land');
});
