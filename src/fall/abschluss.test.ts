import { expect, test } from 'vitest';
import { abschlussRefusals, type AbschlussEingabe } from './abschluss.ts';

const gehalten: AbschlussEingabe = {
  gespraech: 'gemeinsam',
  gespraechAm: '2026-05-04',
  keinGrund: null,
  rueckblick: '',
  naechsterSchritt: '',
  schritteBeenden: false,
};
const refuse = (eingabe: Partial<AbschlussEingabe>, offen = 0) =>
  abschlussRefusals({ ...gehalten, ...eingabe }, offen, '2025-01-02', '2026-05-05').map(
    ({ instance, code }) => `${instance} ${code}`,
  );

test('M193 a closing talk has a day between admission and today, or a reason why there was none', () => {
  expect(refuse({})).toEqual([]);
  expect(refuse({ gespraechAm: null })).toEqual(['/abschluss/gespraechAm datum-ungueltig']);
  expect(refuse({ gespraechAm: '2026-05-06' })).toEqual(['/abschluss/gespraechAm datum-in-zukunft']);
  expect(refuse({ gespraechAm: '2025-01-01' })).toEqual(['/abschluss/gespraechAm datum-vor-aufnahme']);
  expect(refuse({ gespraech: 'kein', gespraechAm: null })).toEqual(['/abschluss/keinGrund grund-fehlt']);
  expect(refuse({ gespraech: 'kein', gespraechAm: null, keinGrund: 'nicht_erreichbar' })).toEqual([]);
});

test('a case with open steps is closed only when they are ended on purpose', () => {
  expect(refuse({}, 2)).toEqual(['/abschluss/schritteBeenden schritte-offen']);
  expect(refuse({ schritteBeenden: true }, 2)).toEqual([]);
});
