import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIcs, unescapeText, unfold } from '#test/support/ics.ts';
import { momentOf, ortszeit } from '../zeit.ts';
import { escapeText, foldLine, writeIcs, type IcsEintrag } from './ics.ts';

const eintrag: IcsEintrag = {
  uid: 'b1@lotse',
  titel: 'Termin',
  beginn: new Date('2026-07-01T07:00:00Z'),
  ende: new Date('2026-07-01T08:30:00Z'),
  folge: 1,
  erfasst: new Date('2026-06-01T12:00:00Z'),
  stand: 'CONFIRMED',
};

describe('a calendar file is what RFC 5545 asks for', () => {
  test('lines end with CRLF and have at most 75 octets, whatever they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const file = writeIcs('Lotse', [{ ...eintrag, titel: text }]);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/\n/);
      }),
    );
  });

  test('text comes back as it was, with comma, semicolon, backslash and line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = `x${text.replaceAll('\r', '')}`;
        expect(unescapeText(escapeText(plain))).toBe(plain);
        expect(unfold(foldLine(escapeText(plain)))).toEqual([escapeText(plain)]);
      }),
    );
    expect(escapeText('Raum 3; 1. OG, links\\rechts\nklingeln')).toBe(
      'Raum 3\\; 1. OG\\, links\\\\rechts\\nklingeln',
    );
  });

  test('times are those of a clock in Germany, in summer and in winter', () => {
    const winter = {
      ...eintrag,
      beginn: new Date('2026-12-01T08:00:00Z'),
      ende: new Date('2026-12-01T09:00:00Z'),
    };
    const file = writeIcs('Lotse', [eintrag, winter]);
    expect(parseIcs(file).map((each) => [each.get('DTSTART'), each.get('DTEND')])).toEqual([
      ['20260701T090000', '20260701T103000'],
      ['20261201T090000', '20261201T100000'],
    ]);
    expect(file).toContain('DTSTART;TZID=Europe/Berlin:20260701T090000');
    expect(file).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
  });

  test('what is read back is what was written, on the days of the change of clocks as well', () => {
    for (const tag of ['2026-03-29', '2026-10-25', '2026-11-20']) {
      const beginn = momentOf(tag, '09:15') ?? new Date();
      const [read] = parseIcs(writeIcs('Lotse', [{ ...eintrag, beginn }]));
      expect(read?.get('DTSTART')).toBe(`${tag.replaceAll('-', '')}T091500`);
      expect(ortszeit(beginn).tag).toBe(tag);
    }
  });

  test('a cancelled entry says so, and a change counts on', () => {
    const [read] = parseIcs(writeIcs('Lotse', [{ ...eintrag, stand: 'CANCELLED', folge: 4 }]));
    expect([read?.get('STATUS'), read?.get('SEQUENCE'), read?.get('UID')]).toEqual([
      'CANCELLED',
      '4',
      'b1@lotse',
    ]);
  });
});
