import { expect, test } from 'vitest';
import { striche } from '../unterschrift.ts';
import { toStriche } from './strokes.ts';

test('strokes keep place, time since the first point and pressure, as the interface takes them', () => {
  const made = toStriche([
    {
      points: [
        { x: 1.234, y: 5.678, time: 1_700_000_000_000, pressure: 0.456 },
        { x: 20, y: 30, time: 1_700_000_000_016.4, pressure: 1.2 },
      ],
    },
    { points: [] },
  ]);
  expect(made).toEqual([
    [
      [1.2, 5.7, 0, 0.46],
      [20, 30, 16, 1],
    ],
  ]);
  expect(striche.safeParse(made).success).toBe(true);
});
