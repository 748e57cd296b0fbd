import { expect, test } from 'vitest';
import { compareFaellig, stufeOf } from './rules.ts';

const line = {
  art: 'ersttermin',
  am: '2026-05-22',
  um: null,
  dringlich: false,
  nummer: 'A-1',
  person: null,
  anfrageId: null,
  fallId: null,
} as const;

test('what has passed is overdue, what is for today is today, the rest comes', () => {
  expect(['2026-05-21', '2026-05-22', '2026-05-23'].map((am) => stufeOf({ am }, '2026-05-22'))).toEqual([
    'ueberfaellig',
    'heute',
    'demnaechst',
  ]);
});

test('the oldest first, urgent ones before others of the day, appointments by the clock', () => {
  const lines = [
    { ...line, nummer: 'later', am: '2026-05-23' },
    { ...line, nummer: 'calm' },
    { ...line, nummer: 'ten', um: '2026-05-22T08:00:00.000Z' },
    { ...line, nummer: 'nine', um: '2026-05-22T07:00:00.000Z' },
    { ...line, nummer: 'urgent', dringlich: true },
    { ...line, nummer: 'past', am: '2026-05-01' },
  ];
  expect(lines.toSorted(compareFaellig).map(({ nummer }) => nummer)).toEqual([
    'past',
    'urgent',
    'nine',
    'ten',
    'calm',
    'later',
  ]);
});
