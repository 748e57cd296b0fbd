import { expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { isMinderjaehrig } from '../unterschrift.ts';
import { checkEinwilligung, emptyEinwilligung } from './einwilligung-values.ts';

test('a birth in the future is refused at its field at once, and makes nobody a minor', () => {
  const morgen = addDays(today(), 1);
  const values = { ...emptyEinwilligung('deu'), familienname: 'Haddad', geburtsdatum: morgen };
  expect(checkEinwilligung(values, true).geburtsdatum).toBe('datum-in-zukunft');
  expect(checkEinwilligung({ ...values, geburtsdatum: today() }, true).geburtsdatum).toBeUndefined();
  expect(isMinderjaehrig(morgen, today())).toBe(false);
  expect(isMinderjaehrig(addDays(today(), -365), today())).toBe(true);
});
