import list from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };

/** What the list does not have: what means something to a spreadsheet, a header, a path, an object or our own search. */
const own: readonly string[] = [
  '=HYPERLINK("http://evil.test","Klicken")',
  '+49 2561 12345',
  '-1+1|cmd',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  "'; drop table person; --",
  '" or ""="',
  '$1',
  '$$; select 1; $$',
  '%(name)s',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'name\r\nSet-Cookie: lotse=1',
  '__proto__',
  'constructor',
  'toString',
  '<svg onload=alert(1)>',
  '{{constructor.constructor("return 1")()}}',
  '#image("/etc/passwd")',
  '#eval("1+1")',
  '$ sum_(i=1)^n $',
  'Ĭbrāhīm ʿAbd al-Ḥamīd',
  'Žofia Šťastná-Đorđević',
  'مريم عبد الرحمن',
  'فاطمه‌زهرا',
  'ትግርኛ',
  'Мар’яна Ґалаґан',
  '\u202Eевил',
  'a\u0301e\u0308o\u0304',
  '\u200B\u200D\uFEFF',
  '👩‍👩‍👧‍👦',
];

/** Texts that have broken programs, each of them a text that somebody may type. */
export const naughtyStrings: readonly string[] = [...list.filter((text) => text !== ''), ...own];
