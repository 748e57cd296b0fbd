import { expect, test } from 'vitest';
import { findAllowedValues } from './allowed-values.ts';

test.each([
  ["CHECK ((art = ANY (ARRAY['kreis'::text, 'stadt'::text])))", "'kreis' | 'stadt'"],
  ["CHECK (((art IS NULL) OR (art = ANY (ARRAY['a'::text, 'b'::text]))))", "'a' | 'b'"],
  ["CHECK ((art = 'a'::text))", "'a'"],
  ["CHECK ((art <@ ARRAY['a'::text, 'b'::text]))", "'a' | 'b'"],
  [
    "CHECK (((art)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))",
    "'a' | 'b'",
  ],
  ["CHECK ((art ~ '^[a-z]+$'::text))", undefined],
  ["CHECK ((other = 'a'::text))", undefined],
])('%s', (check, union) => {
  expect(findAllowedValues([check], 'art')).toBe(union);
});
