import { expect, test } from 'vitest';
import { planFall, type FallIst } from './plan.ts';
import { merkmalZeiten, statusZeiten, traegerZeiten } from './rules.ts';
import type { FallAngaben } from './zeile.ts';

const basis: FallAngaben = {
  nummer: 'RH-0001',
  familienname: 'Haile',
  vorname: 'Tesfay',
  geburtsdatum: '1991-08-12',
  geschlecht: 'm',
  herkunftsland: 'er',
  leistungsbezug: 'sgb_ii',
  lebensbereich: ['arbeit', 'familie'],
  kommuneId: '05566076',
  ortsteilId: null,
  zugang: 'schule',
  bemerkung: null,
  traegerId: 'lf',
  aufnahme: '2022-01-10',
  einwilligung: '2022-01-10',
  uebergabeAm: null,
  uebergabeAnId: null,
  status: 'aktiv',
  inaktivSeit: null,
  grund: null,
  wiederAktivSeit: null,
};

function istOf(a: FallAngaben): FallIst {
  return {
    stamm: a,
    aufnahme: a.aufnahme,
    merkmal: merkmalZeiten(a).map((row, index) => ({ ...row, id: `m${index}` })),
    status: statusZeiten(a).map((row, index) => ({ ...row, id: `s${index}` })),
    zustaendigkeit: traegerZeiten(a).map((row, index) => ({
      ...row,
      id: `z${index}`,
      casemanagerId: null,
      uebergabeId: row.anlass === 'uebergabe' ? `u${index}` : null,
    })),
  };
}

test('the same row changes nothing, whatever was done in Lotse since', () => {
  const ist = istOf({
    ...basis,
    familienname: 'Hayle',
    herkunftsland: 'et',
    inaktivSeit: '2023-02-01',
    status: 'ruhend',
  });
  const plan = planFall(basis, basis, ist);
  expect(plan).toMatchObject({ geaendert: [], konflikt: [], einwand: [], stamm: [] });
  expect([plan.merkmal, plan.status, plan.zustaendigkeit]).toEqual(Array(3).fill({ ersetzt: [], neu: [] }));
});

test('M361 a later edition replaces only what it changed', () => {
  const neu: FallAngaben = { ...basis, leistungsbezug: 'wohngeld', familienname: 'Hayle' };
  const plan = planFall(basis, neu, istOf(basis));
  expect(plan.geaendert).toEqual(['familienname', 'leistungsbezug']);
  expect(plan.stamm).toEqual(['familienname']);
  expect(plan.merkmal).toEqual({
    ersetzt: ['m2'],
    neu: [{ merkmal: 'leistungsbezug', wert: 'wohngeld', ab: '2022-01-10', bis: null }],
  });
  expect(plan.status.neu).toEqual([]);
});

test('a new status closes the open row and adds the next ones', () => {
  const neu: FallAngaben = {
    ...basis,
    status: 'inaktiv',
    inaktivSeit: '2022-09-01',
    grund: { liste: 'abschlussgrund', code: 'umzug' },
  };
  expect(planFall(basis, neu, istOf(basis)).status).toEqual({
    ersetzt: ['s0'],
    neu: [
      { status: 'aktiv', grund: null, ab: '2022-01-10', bis: '2022-09-01' },
      { status: 'abgeschlossen', grund: 'umzug', ab: '2022-09-01', bis: null },
    ],
  });
});

test('what somebody changed in Lotse is not overwritten: the cell is refused, the rest goes on', () => {
  const ist = istOf({ ...basis, status: 'ruhend', inaktivSeit: '2022-06-01', geburtsdatum: '1991-08-21' });
  const neu: FallAngaben = {
    ...basis,
    status: 'inaktiv',
    inaktivSeit: '2022-09-01',
    geburtsdatum: '1992-01-01',
    zugang: 'mbe',
  };
  const plan = planFall(basis, neu, ist);
  expect(plan.konflikt.toSorted()).toEqual(['geburtsdatum', 'inaktivSeit', 'status']);
  expect(plan.geaendert).toEqual(['zugang']);
  expect(plan.stand).toEqual({ ...basis, zugang: 'mbe' });
  expect(plan.status).toEqual({ ersetzt: [], neu: [] });
});

test('what Lotse already knows needs no change', () => {
  const neu: FallAngaben = { ...basis, familienname: 'Hayle', herkunftsland: 'et' };
  const plan = planFall(basis, neu, istOf(neu));
  expect(plan).toMatchObject({ geaendert: [], konflikt: [], stamm: [], stand: neu });
});

test('M196 a handover that appears later keeps the case manager until then', () => {
  const ist = istOf(basis);
  const assigned: FallIst = {
    ...ist,
    zustaendigkeit: [
      {
        id: 'z0',
        traegerId: 'lf',
        casemanagerId: null,
        anlass: 'aufnahme',
        uebergabeId: null,
        ab: '2022-01-10',
        bis: '2022-03-01',
      },
      {
        id: 'z1',
        traegerId: 'lf',
        casemanagerId: 'anna',
        anlass: 'zuweisung',
        uebergabeId: null,
        ab: '2022-03-01',
        bis: null,
      },
    ],
  };
  const neu: FallAngaben = { ...basis, uebergabeAm: '2022-10-08', uebergabeAnId: 'caritas' };
  const plan = planFall(basis, neu, assigned);
  expect(plan.neuerTraeger).toBe(true);
  expect(plan.zustaendigkeit.ersetzt).toEqual(['z1']);
  expect(plan.zustaendigkeit.neu).toMatchObject([
    { traegerId: 'lf', casemanagerId: 'anna', ab: '2022-03-01', bis: '2022-10-08' },
    {
      traegerId: 'caritas',
      casemanagerId: null,
      ab: '2022-10-08',
      bis: null,
      anlass: 'uebergabe',
      vonTraegerId: 'lf',
      uebergabeId: null,
    },
  ]);
});

test('a handover made in Lotse meets the same one in the workbook', () => {
  const neu: FallAngaben = { ...basis, uebergabeAm: '2022-10-08', uebergabeAnId: 'caritas' };
  expect(planFall(basis, neu, istOf(neu))).toMatchObject({
    geaendert: [],
    konflikt: [],
    neuerTraeger: false,
  });
});

test('another day of admission moves every history, unless one of them was changed in Lotse', () => {
  const neu: FallAngaben = { ...basis, aufnahme: '2022-01-12' };
  const plan = planFall(basis, neu, istOf(basis));
  expect([plan.merkmal.neu.length, plan.status.neu.length, plan.zustaendigkeit.neu.length]).toEqual([
    5, 1, 1,
  ]);
  const touched = planFall(basis, neu, istOf({ ...basis, geschlecht: 'd' }));
  expect(touched).toMatchObject({ konflikt: ['aufnahme'], geaendert: [], stand: basis });
});

test('a column that is missing now takes nothing away', () => {
  const { bemerkung: _, leistungsbezug: __, ...narrow } = { ...basis, bemerkung: 'alt' };
  expect(
    planFall({ ...basis, bemerkung: 'alt' }, narrow, istOf({ ...basis, bemerkung: 'alt' })),
  ).toMatchObject({ geaendert: [] });
});
