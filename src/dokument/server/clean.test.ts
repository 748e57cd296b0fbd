import { constants, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpeg, pdf, png, verraeterisch } from '#test/support/dateien.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { cleanDatei, cleanVorschau } from './clean.ts';
import { DateiFehler } from './datei-fehler.ts';

async function code(bytes: Buffer, behauptet = ''): Promise<string> {
  return cleanDatei(bytes, behauptet).then(
    () => 'taken',
    (error: unknown) => (error instanceof DateiFehler ? error.code : String(error)),
  );
}

/** Everything that stands in a PDF, unpacked where it is packed. */
function words(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const packed = [...text.matchAll(/FlateDecode[^>]*>>\nstream\n/g)].map((match) =>
    inflateSync(bytes.subarray(match.index + match[0].length), { finishFlush: constants.Z_SYNC_FLUSH }),
  );
  return text + packed.map((each) => each.toString('latin1')).join('');
}

describe('what a file tells beside its content is removed', () => {
  test('a photograph keeps its picture and how it was held, nothing else', async () => {
    const { bytes, bereinigt, breite, hoehe } = await cleanDatei(jpeg(), 'image/jpeg');
    const text = bytes.toString('latin1');
    expect([bereinigt, breite, hoehe]).toEqual([true, 4, 2]);
    for (const word of [verraeterisch, 'xmpmeta', 'ICC_PROFILE']) expect(text).not.toContain(word);
    expect(bytes.subarray(-7)).toEqual(jpeg().subarray(-7 - verraeterisch.length, -verraeterisch.length));
    // The turn alone, 6 as the camera wrote it, in a segment of its own.
    expect(text.match(/Exif/g)).toHaveLength(1);
    expect(bytes.readUInt16BE(bytes.indexOf('Exif') + 24)).toBe(6);
    expect((await cleanDatei(jpeg({ turn: 1 }), '')).bytes.toString('latin1')).not.toContain('Exif');
  });

  test('a picture loses its texts and what follows its end, and freeing it again changes nothing', async () => {
    const { bytes } = await cleanDatei(png(), 'image/png');
    expect(bytes.toString('latin1')).not.toMatch(/Rima|tEXt|eXIf/);
    expect((await cleanDatei(bytes, '')).bytes).toEqual(bytes);
    const photograph = (await cleanDatei(jpeg(), '')).bytes;
    expect((await cleanDatei(photograph, '')).bytes).toEqual(photograph);
  });

  test.each([false, true])('a PDF loses author and XMP and still opens (packed: %s)', async (packed) => {
    const original = pdf({ packed });
    const { bytes, bereinigt } = await cleanDatei(original, 'application/pdf');
    expect([bereinigt, bytes.length]).toEqual([true, original.length]);
    const before = await readPdf(original);
    const after = await readPdf(bytes);
    expect(before.text).toBe(after.text);
    expect(after.text).toContain('Bescheid');
    expect(before.metadata).toContain(verraeterisch);
    expect(after.metadata).not.toContain('Rima');
    expect(words(original)).toContain(`/Author (${verraeterisch})`);
    expect(words(bytes)).not.toContain('Rima');
  });

  test('a photograph inside a PDF loses its EXIF as well', async () => {
    const inside = Buffer.concat([pdf(), jpeg(), Buffer.from('\n%%EOF\n')]);
    const { bytes } = await cleanDatei(inside, '');
    const exif = bytes.subarray(bytes.lastIndexOf(Buffer.from([0xff, 0xe1])));
    expect(exif.toString('latin1')).not.toContain('Exif');
  });
});

describe('a file that is not what it claims is refused', () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic', 'latin1');
  test.each<[string, Buffer, string, string]>([
    ['a picture as PDF', png(), 'application/pdf', 'datei-anders-als-behauptet'],
    ['a page as picture', Buffer.from('<html><script>alert(1)</script>'), 'image/png', 'datei-typ'],
    ['a program', Buffer.from('MZ\x90\0'), '', 'datei-typ'],
    ['a photograph of a phone', heic, '', 'datei-heic'],
    ['a text document', Buffer.from('PK\x03\x04word/', 'latin1'), '', 'datei-office'],
    ['nothing', Buffer.alloc(0), '', 'datei-leer'],
    ['half a photograph', jpeg().subarray(0, 300), '', 'datei-beschaedigt'],
    [
      'the beginning of a picture before a page',
      Buffer.concat([png().subarray(0, 40), heic]),
      '',
      'datei-beschaedigt',
    ],
    ['the head of a PDF before a page', Buffer.from('%PDF-1.7\n<html>'), '', 'datei-beschaedigt'],
    ['a PDF with a password', pdf({ trailer: '/Encrypt 9 0 R ' }), '', 'datei-geschuetzt'],
    ['a photograph of too many points', jpeg({ breite: 60_000, hoehe: 60_000 }), '', 'datei-zu-viele-punkte'],
    [
      'a picture of too many points',
      png({ breite: 60_000, hoehe: 60_000, daten: Buffer.alloc(9) }),
      '',
      'datei-zu-viele-punkte',
    ],
    [
      'a picture that unpacks to more than it is',
      png({ daten: Buffer.alloc(5_000_000) }),
      '',
      'datei-zu-viele-punkte',
    ],
  ])('%s', async (_what, bytes, behauptet, expected) => {
    expect(await code(bytes, behauptet)).toBe(expected);
  });

  test('whatever the bytes are, the answer is a file or a reason, never a crash', async () => {
    const whole = fc.constantFrom(jpeg(), png(), pdf(), pdf({ packed: true }));
    const broken = fc
      .tuple(whole, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat())
      .map(([bytes, changes, cut]) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy.subarray(0, 12 + (cut % copy.length));
      });
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => /^(taken|datei-[a-z-]+)$/.test(await code(bytes))),
      { numRuns: 300 },
    );
  });

  test('a preview is a small picture', async () => {
    expect((await cleanVorschau(png())).length).toBeGreaterThan(0);
    await expect(cleanVorschau(pdf())).rejects.toThrow('datei-typ');
    await expect(cleanVorschau(png({ breite: 481, hoehe: 1 }))).rejects.toThrow('vorschau-zu-gross');
  });
});
