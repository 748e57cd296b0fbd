import { expect, test } from 'vitest';
import { emptyBereich, emptySelbststand, type Runde } from '../runde.ts';
import { conflictsOf, rundeEingabeOf, rundeValues } from './runde-values.ts';

const list = (...codes: readonly string[]) =>
  codes.map((code) => ({
    code,
    bezeichnung: code,
    bezeichnungEn: code,
    aktuell: code !== 'altes',
    gemeinsam: code,
  }));
const kreis = { codeliste: { lebensbereich: list('wohnen', 'arbeit', 'altes') } };
const runde: Runde = {
  id: 'r',
  fassung: 3,
  runde: 2,
  art: 're_assessment',
  am: '2023-06-01',
  stand: 'entwurf',
  gespraech: 'ruhig',
  vonName: null,
  selbststand: { ...emptySelbststand, sozial: 4 },
  bereich: [
    {
      ...emptyBereich('wohnen'),
      bedarf: 'dringend',
      sicht: 'bedarf',
      bearbeitet: 'teilweise',
      worte: 'Es ist eng',
      ressource: {
        persoenlich: { vorhanden: true, text: 'verhandelt gern' },
        sozial: { vorhanden: false, text: '' },
        materiell: { vorhanden: null, text: '' },
      },
      neu: false,
    },
  ],
};

test('M157 what a round holds comes out of the form as it went in, with an empty line for every other area', () => {
  const { fassung, am, gespraech, selbststand, bereich } = runde;
  const { neu: _neu, ...wohnen } = bereich[0]!;
  expect(rundeEingabeOf(rundeValues(kreis, runde), 'entwurf')).toEqual({
    fassung,
    am,
    gespraech,
    selbststand,
    stand: 'entwurf',
    bereich: [wohnen, emptyBereich('arbeit')],
  });
});

test('M157 a conflict names only what differs; what the other alone changed is taken over, what both changed is kept', () => {
  const base = rundeValues(kreis, runde);
  const mine = { ...base, gespraech: 'meins', 'wohnen.bedarf': 'bedarf' };
  const other = { ...base, fassung: '4', 'wohnen.bedarf': 'keiner', 'selbst.sozial': '5' };
  expect(conflictsOf(base, mine, other)).toEqual([
    { name: 'gespraech', kept: 'mine' },
    { name: 'wohnen.bedarf', kept: 'mine' },
    { name: 'selbst.sozial', kept: 'other' },
  ]);
});
