import { expect, test } from 'vitest';
import { drawUnterschrift } from './draw-unterschrift.ts';

test('M143 strokes become one picture that is cut to what was drawn', () => {
  const svg = drawUnterschrift([
    [
      [100, 50, 0, 0.5],
      [150, 70, 10, 0.5],
      [200, 50, 20, 0.5],
    ],
    [[210, 45, 30, 0.5]],
  ]);
  expect(svg).toContain('viewBox="97.6 42.6 114.8 29.8"');
  // A pen that was lifted starts anew, and a dot stays a dot.
  expect(svg?.match(/M/g)).toHaveLength(2);
  expect(svg).toContain('M210 45h.1');
});

test('without a stroke there is no picture', () => {
  expect(drawUnterschrift([])).toBeNull();
});
