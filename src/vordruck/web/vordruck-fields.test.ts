import { expect, test } from 'vitest';
import type { VordruckInhalt } from '../inhalt.ts';
import { diffTexts } from './diff-texts.ts';
import {
  buildForeign,
  buildGerman,
  foreignCodes,
  foreignValues,
  germanCodes,
  germanValues,
  usedSections,
} from './vordruck-fields.ts';

const deutsch: VordruckInhalt = {
  titel: 'Einwilligung',
  abschnitt: [
    { ueberschrift: 'Wer?', absatz: ['{traeger}, {anschrift}'] },
    { ueberschrift: 'Was?', absatz: ['Name.', 'Gesundheit.'] },
  ],
  zweck: [
    { code: 'dokumentation', text: 'Beratung' },
    { code: 'uebergabe', text: 'Wechsel' },
  ],
  erklaerung: 'Ich bin einverstanden.',
};
const angabe = { traeger: 'Alpha', anschrift: 'Platz 1', datenschutz: '' };

test('M143 a German text goes through its form unchanged, and an emptied section falls away', () => {
  const values = germanValues('einwilligung', deutsch, angabe);
  expect(buildGerman('einwilligung', values)).toEqual(deutsch);
  expect(usedSections(values)).toBe(2);
  expect(germanCodes('einwilligung', values)).toEqual({});
  const less = {
    ...values,
    'abschnitt/1/ueberschrift': '',
    'abschnitt/1/absatz': ' ',
    'zweck/uebergabe': '',
  };
  expect(buildGerman('einwilligung', less)).toMatchObject({
    abschnitt: [deutsch.abschnitt[0]],
    zweck: [deutsch.zweck[0]],
  });
});

test('M143 the form names the field where something is missing or unknown', () => {
  const values = germanValues('einwilligung', deutsch, angabe);
  expect(germanCodes('einwilligung', { ...values, 'abschnitt/5/ueberschrift': 'Neu' })).toEqual({
    'abschnitt/5/absatz': 'pflichtfeld',
  });
  const shifted = {
    ...values,
    'abschnitt/1/ueberschrift': '',
    'abschnitt/1/absatz': '',
    'abschnitt/7/ueberschrift': 'Neu',
    'abschnitt/7/absatz': 'Alles\n\nvon {niemand}',
  };
  expect(germanCodes('einwilligung', shifted)).toEqual({ 'abschnitt/7/absatz': 'platzhalter-unbekannt' });
  expect(germanCodes('einwilligung', { ...values, 'zweck/dokumentation': '' })).toEqual({
    'zweck/dokumentation': 'zweck-fehlt',
  });
});

test('M155 a translation has the places of the German text, and is told where a paragraph is missing', () => {
  const values = foreignValues(deutsch, { ...deutsch, abschnitt: deutsch.abschnitt.slice(0, 1) });
  expect(foreignCodes(deutsch, values)).toEqual({
    'abschnitt/1/ueberschrift': 'pflichtfeld',
    'abschnitt/1/absatz': 'pflichtfeld',
  });
  const filled = { ...values, 'abschnitt/1/ueberschrift': 'What?', 'abschnitt/1/absatz': 'Name. Health.' };
  expect(foreignCodes(deutsch, filled)).toEqual({ 'abschnitt/1/absatz': 'absatz-anzahl' });
  const right = { ...filled, 'abschnitt/1/absatz': 'Name.\n \nHealth.' };
  expect(foreignCodes(deutsch, right)).toEqual({});
  expect(buildForeign(deutsch, right).abschnitt[1]).toEqual({
    ueberschrift: 'What?',
    absatz: ['Name.', 'Health.'],
  });
  expect(foreignCodes(deutsch, { ...right, 'abschnitt/0/absatz': 'x' })).toEqual({
    'abschnitt/0/absatz': 'platzhalter-anders',
  });
});

test('M155 the difference of two versions shows changed words, new and left-out paragraphs', () => {
  expect(
    diffTexts(['A', 'Wir löschen nach zwei Jahren.', 'C'], ['A', 'Wir löschen nach drei Jahren.', 'B', 'C']),
  ).toEqual([
    [{ kind: 'same', text: 'A' }],
    [
      { kind: 'same', text: 'Wir löschen nach' },
      { kind: 'gone', text: ' zwei' },
      { kind: 'new', text: ' drei' },
      { kind: 'same', text: ' Jahren.' },
    ],
    [{ kind: 'new', text: 'B' }],
    [{ kind: 'same', text: 'C' }],
  ]);
  expect(diffTexts(['A'], [])).toEqual([[{ kind: 'gone', text: 'A' }]]);
});
