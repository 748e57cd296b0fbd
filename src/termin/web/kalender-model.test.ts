import { describe, expect, test } from 'vitest';
import type { TerminZeile } from '../contract.ts';
import { momentOf } from '../zeit.ts';
import { clock, freeSlots, hoursOf, kalenderTage, lanesOf, spanOf, stepOf } from './kalender-model.ts';

function termin(
  id: string,
  tag: string,
  von: string,
  bis: string,
  stand: TerminZeile['stand'] = 'geplant',
): TerminZeile {
  const moment = (zeit: string) => momentOf(tag, zeit)?.toISOString() ?? '';
  return {
    id,
    tag,
    von,
    bis,
    stand,
    beginn: moment(von),
    ende: moment(bis),
    fassung: 1,
    traegerId: '',
    casemanagerId: '',
    art: 'beratung',
    dauerMinuten: 60,
    anfrageId: null,
    fallId: null,
    standortId: null,
    raumId: null,
    dolmetschen: null,
    dolmetschenBestaetigt: false,
    begleitungGrund: null,
    mitStelleId: null,
    casemanagerName: null,
    nummer: null,
    person: null,
    raumName: null,
    mitStelleName: null,
  };
}

const friday = '2026-11-20';

describe('the calendar', () => {
  test('a week begins on Monday, the agenda looks four weeks ahead', () => {
    expect(spanOf('woche', '2026-11-22')).toEqual({ von: '2026-11-16', bis: '2026-11-22' });
    expect(spanOf('agenda', friday)).toEqual({ von: friday, bis: '2026-12-17' });
    expect(stepOf('woche', friday, -1)).toBe('2026-11-13');
  });

  test('shows Saturday and Sunday only where something stands', () => {
    const inhalt = {
      termine: [termin('a', '2026-11-28', '09:00', '10:00')],
      sprechstunden: [],
      abwesenheiten: [],
    };
    const days = kalenderTage('2026-11-23', '2026-11-29', inhalt).map(({ tag }) => tag);
    expect([days.length, days.at(-1)]).toEqual([6, '2026-11-28']);
  });

  test('puts appointments of the same time side by side', () => {
    const lanes = lanesOf([
      termin('a', friday, '09:00', '10:00'),
      termin('b', friday, '09:30', '11:00'),
      termin('c', friday, '10:00', '10:30'),
      termin('d', friday, '11:00', '12:00'),
    ]);
    expect([...lanes]).toEqual([
      ['a', { lane: 0, lanes: 2 }],
      ['b', { lane: 1, lanes: 2 }],
      ['c', { lane: 0, lanes: 2 }],
      ['d', { lane: 0, lanes: 1 }],
    ]);
  });

  test('what is free is what nothing stands in; a cancelled appointment takes no time', () => {
    const slots = freeSlots({
      termine: [
        termin('a', friday, '09:00', '10:00'),
        termin('b', friday, '10:20', '12:00'),
        termin('c', friday, '14:00', '15:00', 'abgesagt'),
      ],
      sprechstunden: [],
    });
    expect(slots.map(({ von, bis }) => `${clock(von)}-${clock(bis)}`)).toEqual([
      '08:00-09:00',
      '12:00-18:00',
    ]);
  });

  test('grows where something stands before or after the working day', () => {
    const tage = kalenderTage(friday, friday, {
      termine: [termin('a', friday, '07:15', '08:00'), termin('b', friday, '18:30', '19:15')],
      sprechstunden: [],
      abwesenheiten: [],
    });
    expect(hoursOf(tage)).toEqual({ first: 7, last: 20 });
  });
});
