import { expect, test } from 'vitest';
import { isView, readFilter, viewOf } from './fall-filter.ts';

test('a figure links to its list: day, status and Merkmal come out of the address', () => {
  const params = new URLSearchParams(
    'status=aktiv,ruhend&stichtag=2022-09-15&merkmal=herkunftsland&wert=syrien',
  );
  expect(readFilter(params)).toMatchObject({
    status: 'aktiv,ruhend',
    stichtag: '2022-09-15',
    merkmal: 'herkunftsland',
    wert: 'syrien',
  });
});

test('what an address says wrongly is left out, the rest holds', () => {
  const filter = readFilter(new URLSearchParams('status=offen&fremd=1&kommune=05566076&sortierung=name'));
  expect(filter).toMatchObject({ kommune: '05566076', sortierung: 'name' });
  expect(filter.status).toBeUndefined();
});

test('a saved view is recognised whatever the order of its parts', () => {
  const params = new URLSearchParams('casemanager=ich&status=aktiv&ab=100');
  expect(isView(params, { status: 'aktiv', casemanager: 'ich' })).toBe(true);
  expect(isView(params, { status: 'aktiv' })).toBe(false);
  expect(viewOf(params)).toEqual({ casemanager: 'ich', status: 'aktiv' });
});
