import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginFirst,
  beginNext,
  compareRunden,
  isBedarf,
  nextReassessment,
  rundeRefusals,
  settle,
} from './rules.ts';
import { bearbeitet, bedarf, emptyBereich, type Bedarf, type Bereich } from './runde.ts';

const area = (code: string, rating: Bedarf, changed: Partial<Bereich> = {}): Bereich => ({
  ...emptyBereich(code),
  bedarf: rating,
  ...changed,
});

describe('M168 the next round', () => {
  test('has no day where the Kreis assesses again if needed, and one where it does so regularly', () => {
    expect(nextReassessment('2023-01-31', { art: 'bei_bedarf' })).toBeNull();
    expect(nextReassessment('2023-01-31', { art: 'regelmaessig', monate: 1 })).toBe('2023-02-28');
    expect(nextReassessment('2023-03-15', { art: 'regelmaessig', monate: 6 })).toBe('2023-09-15');
  });
});

describe('M157 how a round begins', () => {
  test('the first takes over the Screening, and who helps already as a social resource', () => {
    const begun = beginFirst(
      {
        bereich: [
          { code: 'wohnen', bewertung: 'schwer', helfer: ['ehrenamt'] },
          { code: 'arbeit', bewertung: 'kein', helfer: [] },
          { code: 'sprache', bewertung: 'offen', helfer: ['behoerde'] },
        ],
      },
      ['gesundheit'],
    );
    expect(begun.map(({ code, bedarf: b, ressource }) => [code, b, ressource.sozial.vorhanden])).toEqual([
      ['wohnen', 'dringend', true],
      ['arbeit', 'keiner', null],
      ['sprache', 'nicht_besprochen', null],
    ]);
  });

  test('without a Screening it takes the Lebensbereiche of the admission', () => {
    expect(beginFirst(null, ['gesundheit'])).toEqual([area('gesundheit', 'bedarf')]);
  });

  test('a further one keeps needs and resources and asks for the view of the person anew', () => {
    const ressource = { ...emptyBereich('x').ressource, sozial: { vorhanden: true, text: 'Schwester' } };
    const last = area('wohnen', 'bedarf', {
      sicht: 'dringend',
      worte: 'Es ist eng',
      bearbeitet: 'ja',
      ressource,
    });
    expect(beginNext([last])).toEqual([area('wohnen', 'bedarf', { ressource })]);
  });
});

describe('why a round is refused', () => {
  const lage = { aufgenommenAm: '2023-01-10', vorige: null };
  const codes = (eingabe: Parameters<typeof rundeRefusals>[0], other: Partial<typeof lage> | object = {}) =>
    rundeRefusals(eingabe, { ...lage, ...other }, '2023-06-30').map(
      ({ instance, code }) => `${instance} ${code}`,
    );

  test('nothing was rated, so it cannot be completed; as a draft it may wait', () => {
    const bereich = [area('wohnen', 'nicht_besprochen')];
    expect(codes({ am: '2023-02-01', stand: 'abgeschlossen', bereich })).toEqual([
      '/bereich assessment-leer',
    ]);
    expect(codes({ am: '2023-02-01', stand: 'entwurf', bereich })).toEqual([]);
  });

  test('M167 a need of the round before must say whether it was worked on, unless it was not talked about', () => {
    const vorige = { am: '2023-02-01', bereich: [area('wohnen', 'bedarf'), area('arbeit', 'dringend')] };
    const bereich = [area('wohnen', 'keiner'), area('arbeit', 'nicht_besprochen'), area('geld', 'bedarf')];
    expect(codes({ am: '2023-03-01', stand: 'abgeschlossen', bereich }, { vorige })).toEqual([
      '/bereich/0/bearbeitet bearbeitet-fehlt',
    ]);
  });

  test.each([
    ['2023-07-01', 'datum-in-zukunft'],
    ['2023-01-09', 'datum-vor-aufnahme'],
    ['2023-01-31', 'datum-vor-voriger-runde'],
  ])('it cannot take place on %s: %s', (am, code) => {
    const vorige = { am: '2023-02-01', bereich: [] };
    expect(codes({ am, stand: 'entwurf', bereich: [] }, { vorige })).toEqual([`/am ${code}`]);
  });
});

const areas = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('wohnen', 'arbeit', 'geld', 'schule', 'papiere'),
    bedarf: fc.constantFrom(...bedarf.options),
    bearbeitet: fc.option(fc.constantFrom(...bearbeitet.options)),
  }),
  { selector: ({ code }) => code },
);

describe('M167 two rounds side by side', () => {
  test('every area of either stands there once, and nothing changes from a round to itself', () => {
    fc.assert(
      fc.property(areas, areas, (one, two) => {
        const runden = [
          { runde: 1, bereich: one },
          { runde: 2, bereich: two },
        ];
        const rows = compareRunden(runden, 1, 2);
        expect(rows.map(({ code }) => code).toSorted()).toEqual(
          [...new Set([...one, ...two].map(({ code }) => code))].toSorted(),
        );
        for (const { wandel, vorher, nachher } of rows) {
          expect(wandel === 'ohne').toBe(!isBedarf(vorher) && !isBedarf(nachher));
          expect(wandel === 'neu').toBe(!isBedarf(vorher) && isBedarf(nachher));
        }
        const same = compareRunden(runden, 1, 1);
        expect(same.every(({ wandel }) => wandel === 'geblieben' || wandel === 'ohne')).toBe(true);
      }),
    );
  });

  test('what was settled as new is what the comparison with the round before calls new', () => {
    fc.assert(
      fc.property(areas, areas, (one, two) => {
        const full = (list: typeof one) => list.map((each) => ({ ...emptyBereich(each.code), ...each }));
        const settled = settle(full(two), { am: '2023-01-01', bereich: full(one) });
        const compared = compareRunden(
          [
            { runde: 1, bereich: one },
            { runde: 2, bereich: two },
          ],
          1,
          2,
        );
        const fresh = compared.filter(({ wandel }) => wandel === 'neu').map(({ code }) => code);
        expect(settled.filter(({ neu }) => neu).map(({ code }) => code)).toEqual(fresh);
      }),
    );
  });

  test('over several rounds the most that was done counts', () => {
    const runden = [
      { runde: 1, bereich: [{ code: 'wohnen', bedarf: 'dringend', bearbeitet: null }] },
      { runde: 2, bereich: [{ code: 'wohnen', bedarf: 'dringend', bearbeitet: 'ja' }] },
      { runde: 3, bereich: [{ code: 'wohnen', bedarf: 'bedarf', bearbeitet: 'nein' }] },
    ] as const;
    expect(compareRunden(runden, 1, 3)).toEqual([
      { code: 'wohnen', vorher: 'dringend', nachher: 'bedarf', wandel: 'leichter', bearbeitet: 'ja' },
    ]);
  });
});
