import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import type { PlanUnterschrift, SchrittEingabe, ZielInhalt } from './contract.ts';
import type { PlanSchritt, PlanZiel } from './plan.ts';
import {
  isUeberfaellig,
  naechsterSchritt,
  planRefusals,
  planUnterschriftRefusals,
  zielHinweise,
  zielRefusals,
  type PlanUnterschriftLage,
} from './rules.ts';

const heute = '2026-03-10';
const schritt: PlanSchritt = {
  id: 's1',
  text: 'Termin im Jobcenter machen',
  akteur: 'klient',
  stelleId: null,
  dritte: '',
  faelligAm: null,
  stand: 'offen',
};
const ziel: PlanZiel = {
  id: 'z1',
  lebensbereich: 'arbeit',
  text: 'Frau Haddad arbeitet als Pflegehelferin.',
  worte: '',
  indikator: 'Vertrag ist unterschrieben',
  prioritaet: 1,
  bisWann: '2026-09-01',
  stand: 'offen',
  schritt: [schritt],
};
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('what may be signed', () => {
  test.each([
    ['no goal', [], ['plan-ohne-ziele']],
    ['a goal without a step', [ziel, { ...ziel, schritt: [] }], ['ziel-ohne-schritt']],
    [
      'a third party without a name',
      [{ ...ziel, schritt: [{ ...schritt, akteur: 'dritte' as const }] }],
      ['dritte-fehlt'],
    ],
    [
      'a third party named by its office',
      [{ ...ziel, schritt: [{ ...schritt, akteur: 'dritte' as const, stelleId: 'x' }] }],
      [],
    ],
    ['a goal with a step by the person', [ziel], []],
  ])('M159 a plan with %s', (_what, ziele, expected) => {
    expect(codes(planRefusals({ ziel: ziele }))).toEqual(expected);
  });

  test('M159 every step of a goal names an actor, a third party a name or an office', () => {
    const eingabe = fc.record({
      id: fc.uuid(),
      text: fc.constantFrom('', 'anrufen'),
      akteur: fc.constantFrom(null, 'klient' as const, 'casemanagement' as const, 'dritte' as const),
      stelleId: fc.constantFrom(null, 'stelle'),
      dritte: fc.constantFrom('', 'Herr Yılmaz'),
      faelligAm: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.uniqueArray(eingabe, { selector: ({ id }) => id, maxLength: 5 }), (schritte) => {
        const complete = (s: SchrittEingabe) =>
          s.text !== '' &&
          s.akteur !== null &&
          (s.akteur !== 'dritte' || s.stelleId !== null || s.dritte !== '');
        const refused = zielRefusals({ ...ziel, schritt: schritte }).map(
          ({ instance }) => instance.split('/')[2],
        );
        const wrong = schritte.flatMap((s, index) => (complete(s) ? [] : [String(index)]));
        expect(refused).toEqual(wrong);
      }),
    );
  });
});

const strich: PlanUnterschrift['strich'] = [
  [
    [0, 0, 0, 0.5],
    [80, 0, 16, 0.5],
  ],
];
const von = (rolle: PlanUnterschrift['rolle']): PlanUnterschrift => ({ rolle, form: 'bildschirm', strich });
const lage: PlanUnterschriftLage = {
  geburtsdatum: '1991-08-12',
  am: heute,
  heute,
  wer: 'beide',
  zustimmung: { antwort: 'ja', grund: '' },
  vertretungen: 0,
  unterschrift: [von('klient'), von('fachkraft')],
};
const nein = { antwort: 'nein' as const, grund: 'Erst die Wohnung.' };
const keine = { antwort: 'keine_antwort' as const, grund: 'Liegt im Krankenhaus.' };

test.each<[string, Partial<PlanUnterschriftLage>, string[]]>([
  ['both', {}, []],
  ['the person alone', { unterschrift: [von('klient')] }, ['unterschrift-fachkraft-fehlt']],
  ['the colleague alone', { unterschrift: [von('fachkraft')] }, ['unterschrift-fehlt']],
  [
    'the colleague with an empty field',
    { unterschrift: [von('klient'), { ...von('fachkraft'), strich: [] }] },
    ['unterschrift-leer'],
  ],
  ['both, by yesterday', { am: '2026-03-09' }, ['bildschirm-nur-heute', 'bildschirm-nur-heute']],
  ['"no" without a reason', { zustimmung: { antwort: 'nein', grund: '' } }, ['grund-fehlt']],
  ['"no" signed by both', { zustimmung: nein }, []],
  ['"no" which the person does not sign', { zustimmung: nein, unterschrift: [von('fachkraft')] }, []],
  [
    '"could not answer" without a reason',
    { zustimmung: { antwort: 'keine_antwort', grund: '' }, unterschrift: [von('fachkraft')] },
    ['grund-fehlt'],
  ],
  ['"could not answer" by the colleague', { zustimmung: keine, unterschrift: [von('fachkraft')] }, []],
  ['"could not answer" but signed', { zustimmung: keine }, ['unterschrift-nicht-vorgesehen']],
  ['a minor', { geburtsdatum: '2010-01-01' }, ['vertretung-fehlt']],
  [
    'a minor by a parent',
    { geburtsdatum: '2010-01-01', vertretungen: 1, unterschrift: [von('vertretung'), von('fachkraft')] },
    [],
  ],
  ['the person where only she signs', { wer: 'klient', unterschrift: [von('klient')] }, []],
  ['nobody where nobody signs', { wer: 'keine', unterschrift: [] }, []],
  [
    'somebody where nobody signs',
    { wer: 'keine' },
    ['unterschrift-nicht-vorgesehen', 'unterschrift-nicht-vorgesehen'],
  ],
])('M160 a plan is signed as the Kreis says: %s', (_what, changed, expected) => {
  expect(codes(planUnterschriftRefusals({ ...lage, ...changed }))).toEqual(expected);
});

test('M162 an answer other than yes always needs its reason, whoever signs', () => {
  const antwort = fc.constantFrom('ja' as const, 'nein' as const, 'keine_antwort' as const);
  const wer = fc.constantFrom('beide' as const, 'klient' as const, 'keine' as const);
  fc.assert(
    fc.property(antwort, wer, fc.boolean(), (a, w, begruendet) => {
      const zustimmung = { antwort: a, grund: begruendet ? 'weil' : '' };
      const refused = codes(planUnterschriftRefusals({ ...lage, wer: w, zustimmung })).includes(
        'grund-fehlt',
      );
      expect(refused).toBe(a !== 'ja' && !begruendet);
    }),
  );
});

test.each<[string, Partial<ZielInhalt>, string[]]>([
  ['all there', {}, []],
  ['no indicator', { indikator: ' ' }, ['woran']],
  ['no date', { bisWann: null }, ['bis_wann']],
  ['two things at once', { text: 'Wohnung finden und Deutsch lernen' }, ['nur_eins']],
  ['two sentences', { text: 'Eine Wohnung. Eine Arbeit.' }, ['nur_eins']],
  ['a word that only looks like it', { text: 'Eine gesunde Stunde am Tag' }, []],
  ['a step after the end', { schritt: [{ ...schritt, faelligAm: '2026-09-02' }] }, ['schritt_spaeter']],
  ['no step', { schritt: [] }, ['ohne_schritt']],
  ['nothing written yet', { text: '', indikator: '', bisWann: null }, []],
])('M159 questions about a goal stop nobody: %s', (_what, changed, expected) => {
  const { id: _id, stand: _stand, ...inhalt } = ziel;
  expect(zielHinweise({ ...inhalt, ...changed })).toEqual(expected);
});

test('M166 M176 the next step is the open one of an open goal that is due first; done and fallen ones are not overdue', () => {
  const stand = fc.constantFrom(
    'offen' as const,
    'in_arbeit' as const,
    'erledigt' as const,
    'entfallen' as const,
  );
  const tage = fc.option(fc.integer({ min: -30, max: 30 }), { nil: null });
  const schritte = fc.array(fc.record({ stand, tage }), { maxLength: 6 });
  const zielStand = fc.constantFrom(
    'offen' as const,
    'teilweise' as const,
    'erreicht' as const,
    'aufgegeben' as const,
  );
  fc.assert(
    fc.property(fc.array(fc.record({ stand: zielStand, schritte }), { maxLength: 4 }), (ziele) => {
      const plan = ziele.map(({ stand: s, schritte: alle }): PlanZiel => ({
        ...ziel,
        stand: s,
        schritt: alle.map((one) => ({
          ...schritt,
          stand: one.stand,
          faelligAm: one.tage === null ? null : addDays(heute, one.tage),
        })),
      }));
      const offen = plan
        .filter((z) => z.stand === 'offen' || z.stand === 'teilweise')
        .flatMap((z) => z.schritt.filter((s) => s.stand === 'offen' || s.stand === 'in_arbeit'));
      const next = naechsterSchritt(plan);
      const days = offen.flatMap(({ faelligAm }) => (faelligAm === null ? [] : [faelligAm])).toSorted();
      expect(next?.faelligAm ?? null).toBe(days[0] ?? null);
      expect(next === undefined).toBe(offen.length === 0);
      for (const s of plan.flatMap((z) => z.schritt)) {
        const open = s.stand === 'offen' || s.stand === 'in_arbeit';
        expect(isUeberfaellig(s, heute)).toBe(open && s.faelligAm !== null && s.faelligAm < heute);
      }
    }),
  );
});
