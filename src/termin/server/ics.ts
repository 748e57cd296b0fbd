/** One entry of a calendar file. */
export interface IcsEintrag {
  readonly uid: string;
  readonly titel: string;
  readonly beginn: Date;
  readonly ende: Date;
  /** Counts changes, so that programs take the newest. */
  readonly folge: number;
  readonly erfasst: Date;
  readonly stand: 'CONFIRMED' | 'CANCELLED';
}

const LINE_BYTES = 75;

/** Text as RFC 5545 3.3.11 wants it: backslash, semicolon, comma and line break are escaped. */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, '\\n');
}

/** A content line in pieces of at most 75 octets, never within a character (RFC 5545 3.1). */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > LINE_BYTES) {
      pieces.push(piece);
      // The space that begins a continuation counts as well.
      piece = ' ';
      bytes = 1;
    }
    piece += sign;
    bytes += size;
  }
  pieces.push(piece);
  return pieces.join('\r\n');
}

/** 20261120T133000Z */
function utc(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** 20261120T143000, as a clock in Germany shows it. */
function local(moment: Date): string {
  return berlin.format(moment).replaceAll(/[-:]/g, '').replace(' ', 'T');
}

/** Rules of the clock in Germany since 1996. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A calendar file (RFC 5545) in the time zone Europe/Berlin. */
export function writeIcs(name: string, eintraege: readonly IcsEintrag[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lotse//Kalender//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Europe/Berlin',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zone,
    ...eintraege.flatMap((eintrag) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(eintrag.uid)}`,
      `DTSTAMP:${utc(eintrag.erfasst)}`,
      `SEQUENCE:${eintrag.folge}`,
      `DTSTART;TZID=Europe/Berlin:${local(eintrag.beginn)}`,
      `DTEND;TZID=Europe/Berlin:${local(eintrag.ende)}`,
      `SUMMARY:${escapeText(eintrag.titel)}`,
      `STATUS:${eintrag.stand}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
