import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cleanDatei } from '#src/dokument/server/clean.ts';
import { DateiFehler } from '#src/dokument/server/datei-fehler.ts';
import { buildZip } from '#src/platform/server/spreadsheet/build-test-zip.ts';
import { jpeg, pdf, png } from './support/dateien.ts';

const megabytes = 1_048_576;
const most = 10_000_000;

/** What became of the file, and how far the resident memory rose meanwhile. */
async function take(bytes: Buffer): Promise<{ code: string; rise: number; seconds: number }> {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const code = await cleanDatei(bytes, '').then(
    () => 'taken',
    (error: unknown) => (error instanceof DateiFehler ? error.code : String(error)),
  );
  return {
    code,
    rise: (process.memoryUsage().rss - before) / megabytes,
    seconds: (performance.now() - started) / 1_000,
  };
}

function fill(text: string): string {
  return text.repeat(Math.floor(most / text.length));
}

function inPdf(body: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(body as string, 'latin1'),
    Buffer.from('\nstartxref\n0\n%%EOF\n'),
  ]);
}

const bundle = deflateSync(Buffer.alloc(19 * megabytes), { level: 9 });
const bundles = Buffer.concat(
  Array.from({ length: 400 }, (_, at) =>
    Buffer.concat([
      Buffer.from(
        `${at + 1} 0 obj\n<< /Type /ObjStm /First 4 /Filter /FlateDecode /Length ${bundle.length} >>\nstream\n`,
      ),
      bundle,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  ),
);

test.each<[string, string, () => Buffer]>([
  [
    'a picture of 50,000 by 50,000 points',
    'datei-zu-viele-punkte',
    () => png({ breite: 50_000, hoehe: 50_000, daten: Buffer.alloc(9) }),
  ],
  [
    'a picture whose data is a bomb',
    'datei-zu-viele-punkte',
    () => png({ daten: Buffer.alloc(400 * megabytes) }),
  ],
  [
    'a photograph that lies about its size',
    'datei-zu-viele-punkte',
    () => jpeg({ breite: 65_535, hoehe: 65_535 }),
  ],
  [
    'a photograph without an end',
    'datei-beschaedigt',
    () => Buffer.concat([jpeg().subarray(0, 200), Buffer.alloc(most, 0xff)]),
  ],
  [
    'a vector picture with a script',
    'datei-typ',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  [
    'a page with a thousand million laughs',
    'datei-typ',
    () =>
      Buffer.from('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'),
  ],
  ['a zip bomb', 'datei-office', () => buildZip([{ name: 'a', data: '0'.repeat(5 * megabytes) }])],
  [
    'a zip behind the head of a picture',
    'datei-beschaedigt',
    () => Buffer.concat([png().subarray(0, 33), buildZip([{ name: 'a', data: 'b' }])]),
  ],
  ['a PDF of streams that never end', 'taken', () => inPdf(`${fill('>>stream\n')}`)],
  ['a PDF of a million streams', 'datei-beschaedigt', () => inPdf(fill('>>stream\nendstream '))],
  ['a PDF of bundles that unpack to 7 GB', 'datei-zu-viele-punkte', () => inPdf(bundles)],
  [
    'a PDF with a bundle beyond all measure',
    'datei-zu-viele-punkte',
    () =>
      inPdf(
        Buffer.concat([
          Buffer.from('1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n'),
          deflateSync(Buffer.alloc(90 * megabytes)),
          Buffer.from('\nendstream'),
        ]),
      ),
  ],
  [
    'a PDF with ten thousand authors',
    'datei-beschaedigt',
    () => inPdf(Array.from({ length: 10_000 }, (_, at) => `/Info ${at} 0 R`).join('\n')),
  ],
  ['a PDF of open dictionaries', 'taken', () => inPdf(`/Info 7 0 R ${fill('7 0 obj<<')}`)],
  ['a PDF of packets without an end', 'taken', () => inPdf(fill('<x:xmpmeta'))],
  ['a PDF of photographs inside each other', 'taken', () => inPdf(fill('\xff\xe1\xff\xffExif\0\0'))],
])('D5 %s: %s, soon and without filling the memory', async (_what, expected, make) => {
  const bytes = make();
  const { code, rise, seconds } = await take(bytes);
  expect(code).toBe(expected);
  expect(rise).toBeLessThan(200);
  // Far above what it takes; what grows with the square of the size takes minutes.
  expect(seconds).toBeLessThan(5);
});

test('a file that is two kinds at once is kept as one: what follows the picture is gone', async () => {
  for (const picture of [png(), jpeg()]) {
    const both = Buffer.concat([
      picture,
      buildZip([{ name: 'inhalt.html', data: '<script>alert(1)</script>' }]),
      pdf(),
    ]);
    const { bytes } = await cleanDatei(both, '');
    const text = bytes.toString('latin1');
    for (const sign of ['<script>', 'PK\u0003\u0004', '%PDF']) expect(text).not.toContain(sign);
  }
});
