import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bewertung, helfer, type Einschaetzung } from './bogen.ts';
import {
  bedarfe,
  countInstitutionen,
  differs,
  folgeterminBis,
  proposeTiefe,
  type VorschlagRegel,
} from './rules.ts';

const tiefen = ['information', 'verweis', 'kurzberatung', 'case_management'];
const unna: VorschlagRegel = {
  komplexerFall: { lebensbereiche: 3, mehrereInstitutionen: false, schwereAusnahme: true },
  bedarfe: 2,
};
const rheine: VorschlagRegel = {
  komplexerFall: { lebensbereiche: 2, mehrereInstitutionen: true, schwereAusnahme: false },
  bedarfe: 2,
};

type Sheet = Pick<Einschaetzung, 'bereich' | 'institutionen'>;
/** A sheet out of signs: b need, s severe, k none, o not asked; helpers all in the first area. */
function sheet(signs: string, hilfe: Einschaetzung['bereich'][number]['helfer'] = []): Sheet {
  const words = { b: 'bedarf', s: 'schwer', k: 'kein', o: 'offen' } as const;
  const bereich = signs.split('').map((sign, at) => ({
    code: `bereich_${at}`,
    bewertung: words[sign as keyof typeof words],
    helfer: at === 0 ? hilfe : [],
  }));
  return { bereich, institutionen: null };
}

describe('the proposal', () => {
  test.each([
    ['M128 three needs in Unna', 'bbbkko', [], [], unna, 'case_management', 'schwelle'],
    ['M128 two needs in Unna', 'bbkkko', [], [], unna, 'kurzberatung', 'wenige_bedarfe'],
    ['M131 one severe need in Unna', 'skkkkk', [], [], unna, 'case_management', 'schwere_ausnahme'],
    [
      'M129 two needs and two institutions in Rheine',
      'bbk',
      ['behoerde', 'beratungsstelle'],
      [],
      rheine,
      'case_management',
      'schwelle',
    ],
    [
      'M129 two needs and one institution in Rheine',
      'bbk',
      ['behoerde', 'ehrenamt'],
      [],
      rheine,
      'kurzberatung',
      'institutionen_fehlen',
    ],
    [
      'M129 one severe need in Rheine, which knows no exception',
      'skk',
      ['behoerde'],
      [],
      rheine,
      'kurzberatung',
      'wenige_bedarfe',
    ],
    ['only points of the negative list', 'kkkoo', [], ['wohnungssuche'], unna, 'verweis', 'negativliste'],
    ['no need', 'kkkoo', [], [], unna, 'information', 'kein_bedarf'],
  ] as const)('%s', (_name, signs, hilfe, keinFall, regel, tiefe, grund) => {
    expect(proposeTiefe(sheet(signs, [...hilfe]), keinFall, regel)).toEqual({ tiefe, grund });
  });

  const anySheet: fc.Arbitrary<Sheet> = fc.record({
    bereich: fc
      .array(
        fc.record({
          bewertung: fc.constantFrom(...bewertung.options),
          helfer: fc.uniqueArray(fc.constantFrom(...helfer.options), { maxLength: 3 }),
        }),
        { maxLength: 12 },
      )
      .map((rows) => rows.map((row, at) => ({ ...row, code: `bereich_${at}` }))),
    institutionen: fc.option(fc.integer({ min: 0, max: 6 })),
  });
  const anyRegel: fc.Arbitrary<VorschlagRegel> = fc.record({
    komplexerFall: fc.record({
      lebensbereiche: fc.integer({ min: 1, max: 12 }),
      mehrereInstitutionen: fc.boolean(),
      schwereAusnahme: fc.boolean(),
    }),
    bedarfe: fc.option(fc.integer({ min: 1, max: 12 })),
  });
  const keinFall = fc.uniqueArray(fc.constantFrom('antrag', 'wohnungssuche'), { maxLength: 2 });

  test('M128 M129 M131 is case management exactly by threshold and institutions, or by the severe exception', () => {
    fc.assert(
      fc.property(anySheet, keinFall, anyRegel, (bogen, hints, regel) => {
        const { lebensbereiche, mehrereInstitutionen, schwereAusnahme } = regel.komplexerFall;
        const complex =
          bedarfe(bogen).length >= lebensbereiche &&
          (!mehrereInstitutionen || countInstitutionen(bogen) >= 2);
        const severe = schwereAusnahme && bogen.bereich.some((b) => b.bewertung === 'schwer');
        expect(proposeTiefe(bogen, hints, regel).tiefe === 'case_management').toBe(complex || severe);
      }),
    );
  });

  test('more need never leads to less counselling', () => {
    const deeper = { kein: 'bedarf', offen: 'bedarf', bedarf: 'schwer', schwer: 'schwer' } as const;
    fc.assert(
      fc.property(anySheet, keinFall, anyRegel, fc.nat(11), (bogen, hints, regel, at) => {
        const more = {
          ...bogen,
          bereich: bogen.bereich.map((b, i) => (i === at ? { ...b, bewertung: deeper[b.bewertung] } : b)),
        };
        const depth = (of: Sheet) => tiefen.indexOf(proposeTiefe(of, hints, regel).tiefe);
        expect(depth(more)).toBeGreaterThanOrEqual(depth(bogen));
      }),
    );
  });
});

test('differing from the proposal needs a reason, but not between Information and Verweis', () => {
  expect(differs(null, 'case_management')).toBe(false);
  expect(differs('kurzberatung', 'case_management')).toBe(true);
  expect(differs('verweis', 'information')).toBe(false);
});

test('M110 the follow-up lies six weeks after the talk at most', () => {
  expect(folgeterminBis('2026-01-15', false)).toBe('2026-02-26');
  expect(folgeterminBis('2026-01-15', true)).toBeNull();
});
