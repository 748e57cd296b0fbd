import { describe, expect, test } from 'vitest';
import {
  aktivBis,
  changeMerkmale,
  effectiveStatus,
  episodes,
  nextNummer,
  statusHerkunft,
  statusRefusals,
  type StatusZeile,
} from './rules.ts';
import { addDays, addMonths } from '#src/platform/day.ts';

const kontakt = { art: 'kontakt', monate: 3 } as const;
const gemeldet = { art: 'gemeldet' } as const;

function row(changed: Partial<StatusZeile> = {}): StatusZeile {
  return { status: 'aktiv', grund: null, herkunft: 'aufnahme', ab: '2023-01-15', bis: null, ...changed };
}

describe('aktiv by contacts', () => {
  test('M185 three months after admission without a qualified contact the case rests', () => {
    expect(effectiveStatus(row(), null, kontakt, '2023-04-14')).toBe('aktiv');
    expect(effectiveStatus(row(), null, kontakt, '2023-04-15')).toBe('ruhend');
  });

  test('M185 a qualified contact starts the three months anew', () => {
    expect(aktivBis(row(), '2023-03-01', kontakt)).toBe('2023-06-01');
    expect(effectiveStatus(row(), '2023-03-01', kontakt, '2023-05-31')).toBe('aktiv');
  });

  test('M186 where status is reported, nothing lapses', () => {
    expect(aktivBis(row(), null, gemeldet)).toBeNull();
    expect(effectiveStatus(row(), null, gemeldet, '2030-01-01')).toBe('aktiv');
  });

  test.each(['hand', 'uebernahme'] as const)('a status of origin %s counts as set', (herkunft) => {
    expect(effectiveStatus(row({ herkunft }), null, kontakt, '2030-01-01')).toBe('aktiv');
  });

  test('the day of lapse agrees with "start > day - months" at every end of month', () => {
    for (let ab = '2023-10-25'; ab < '2024-03-05'; ab = addDays(ab, 1)) {
      const bis = aktivBis(row({ ab }), null, kontakt) ?? '';
      expect(ab > addMonths(bis, -3), `${ab} has lapsed on ${bis}`).toBe(false);
      expect(ab > addMonths(addDays(bis, -1), -3), `${ab} counts the day before ${bis}`).toBe(true);
    }
  });
});

describe('episodes', () => {
  test('M194 every return from abgeschlossen opens a new episode, resting does not', () => {
    const history = [
      row({ ab: '2022-01-01', bis: '2022-05-01' }),
      row({ status: 'ruhend', ab: '2022-05-01', bis: '2022-06-01' }),
      row({ status: 'abgeschlossen', grund: 'umzug', ab: '2022-06-01', bis: '2023-02-01' }),
      row({ ab: '2023-02-01' }),
    ];
    expect(episodes(history, '2022-01-01')).toEqual([
      { nummer: 1, ab: '2022-01-01', bis: '2022-06-01', grund: 'umzug' },
      { nummer: 2, ab: '2023-02-01', bis: null, grund: null },
    ]);
  });

  test('a corrected reason of closing makes no second episode', () => {
    const history = [
      row({ bis: '2023-02-01' }),
      row({ status: 'abgeschlossen', grund: 'umzug', ab: '2023-02-01', bis: '2023-03-01' }),
      row({ status: 'abgeschlossen', grund: 'bearbeitet', ab: '2023-03-01' }),
    ];
    expect(episodes(history, '2023-01-15')).toHaveLength(1);
  });
});

describe('setting a status', () => {
  const wish = { status: 'ruhend', ab: '2023-06-01', grund: 'nicht_gemeldet', begruendung: '' } as const;
  const codes = (changed: object, letzte = row(), geltend: 'aktiv' | 'ruhend' = 'aktiv') =>
    statusRefusals({ ...wish, ...changed }, letzte, geltend, '2023-01-15', '2023-07-01').map((r) => r.code);

  test.each([
    ['fine', {}, []],
    ['in the future', { ab: '2023-07-02' }, ['datum-in-zukunft']],
    ['before admission', { ab: '2023-01-14' }, ['datum-vor-aufnahme']],
    ['without a reason', { grund: null }, ['grund-fehlt']],
    ['closing without a reason', { status: 'abgeschlossen', grund: null }, ['grund-fehlt']],
    ['aktiv again', { status: 'aktiv', begruendung: 'x' }, ['status-unveraendert']],
  ])('%s', (_name, changed, expected) => {
    expect(codes(changed)).toEqual(expected);
  });

  test('goes at the end of the history', () => {
    const letzte = row({ status: 'abgeschlossen', grund: 'umzug', ab: '2023-03-01' });
    expect(codes({ ab: '2023-02-01' }, letzte)).toEqual(['datum-vor-letztem-status']);
  });

  test('a lapsed case is kept aktiv by hand only with words, and then holds', () => {
    const change = { status: 'aktiv', grund: null } as const;
    expect(codes(change, row(), 'ruhend')).toEqual(['grund-fehlt']);
    expect(codes({ ...change, begruendung: 'Klinik bis Juli' }, row(), 'ruhend')).toEqual([]);
    expect(statusHerkunft({ ...wish, ...change }, row())).toBe('hand');
  });

  test('M194 re-admission is subject to the rule again', () => {
    const closed = row({ status: 'abgeschlossen', grund: 'umzug', ab: '2023-03-01' });
    expect(statusHerkunft({ ...wish, status: 'aktiv' }, closed)).toBe('aufnahme');
    expect(statusHerkunft(wish, row())).toBe('hand');
  });
});

describe('changing Merkmale', () => {
  const nothing = { geschlecht: null, herkunftsland: null, leistungsbezug: null, lebensbereich: [] };
  const one = (changed: object) => ({
    id: '1',
    merkmal: 'leistungsbezug',
    wert: 'asylblg',
    ab: '2023-01-01',
    bis: null,
    ...changed,
  });

  test('earlier days keep the value they had', () => {
    expect(changeMerkmale([one({})], { ...nothing, leistungsbezug: 'sgb_ii' }, '2023-06-01')).toEqual({
      ersetzt: ['1'],
      neu: [
        { merkmal: 'leistungsbezug', wert: 'asylblg', ab: '2023-01-01', bis: '2023-06-01' },
        { merkmal: 'leistungsbezug', wert: 'sgb_ii', ab: '2023-06-01', bis: null },
      ],
    });
  });

  test('a correction from the first day leaves nothing of the wrong value', () => {
    expect(changeMerkmale([one({})], nothing, '2023-01-01')).toEqual({ ersetzt: ['1'], neu: [] });
  });

  test('what already holds is not touched', () => {
    expect(changeMerkmale([one({})], { ...nothing, leistungsbezug: 'asylblg' }, '2023-06-01')).toEqual({
      ersetzt: [],
      neu: [],
    });
  });

  test('how many persons belong to a case stays when its Merkmale change', () => {
    const rows = [one({}), one({ id: '2', merkmal: 'personen', wert: '3' })];
    expect(changeMerkmale(rows, nothing, '2023-01-01')).toEqual({ ersetzt: ['1'], neu: [] });
  });

  test('later rows give way, ended ones stay', () => {
    const rows = [one({ bis: '2023-03-01' }), one({ id: '2', wert: 'sgb_ii', ab: '2023-08-01' })];
    expect(changeMerkmale(rows, { ...nothing, leistungsbezug: 'sgb_xii' }, '2023-06-01')).toEqual({
      ersetzt: ['2'],
      neu: [{ merkmal: 'leistungsbezug', wert: 'sgb_xii', ab: '2023-06-01', bis: null }],
    });
  });

  test('several Lebensbereiche stand beside each other', () => {
    const rows = [one({ merkmal: 'lebensbereich', wert: 'wohnen' })];
    const change = changeMerkmale(
      rows,
      { ...nothing, lebensbereich: ['wohnen', 'arbeit', 'arbeit'] },
      '2023-06-01',
    );
    expect(change).toEqual({
      ersetzt: [],
      neu: [{ merkmal: 'lebensbereich', wert: 'arbeit', ab: '2023-06-01', bis: null }],
    });
  });
});

test('Fall-Nr. carries the first letters of the Kreis', () => {
  expect(nextNummer('unna', 0)).toBe('UN-0001');
  expect(nextNummer('steinfurt', 12345)).toBe('ST-12346');
});
