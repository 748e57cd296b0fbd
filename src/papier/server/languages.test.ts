import { describe, expect, test } from 'vitest';
import { vordruckArt } from '#src/vordruck/inhalt.ts';
import { fillInhalt, textsOf } from '#src/vordruck/rules.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { readTemplate as readText } from '#src/vordruck/server/template.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { angabe, printBlank } from '#test/support/paper.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { languageOf } from './sheet.ts';

/** Words of a text that a reader can copy out of the paper: from 0 to 1. */
function recovered(text: string, paper: string): number {
  const words = (of: string) => of.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const found = new Set(words(paper));
  const wanted = words(text);
  return wanted.filter((word) => found.has(word)).length / wanted.length;
}

describe.each(papiersprachen.map((s) => [s.code, s.name] as const))('in %s (%s)', (sprache) => {
  test.each(vordruckArt.options)('M155 %s is PDF/UA on at most two pages, in its own script', async (art) => {
    const pdf = await readPdf(printBlank(art, sprache));
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.title).toContain(readText(art, 'kdg').titel);
    expect(pdf.language).toBe('de');
    expect(pdf.pages).toBeLessThanOrEqual(2);
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));
    expect(Object.values(pdf.fonts)).not.toContain(false);
    if (sprache !== 'deu') expect(pdf.languages).toContain(languageOf(sprache).tag);
    const script =
      sprache === 'tir' ? 'NotoSansEthiopic' : languageOf(sprache).dir === 'rtl' ? 'Vazirmatn' : 'NotoSans';
    expect(Object.keys(pdf.fonts).some((font) => font.startsWith(script))).toBe(true);
    const text = textsOf(fillInhalt(readText(art, 'kdg', sprache), angabe))
      .map((part) => part.text.replaceAll(/\{\w+\}/g, ' '))
      .join(' ');
    // Lam-alef and half-spaces are where letters of Arabic script get lost on the way out.
    expect(recovered(text, pdf.text)).toBeGreaterThan(languageOf(sprache).dir === 'rtl' ? 0.65 : 0.97);
    if (languageOf(sprache).dir === 'ltr')
      expect(pdf.text).toContain(paperLabels(sprache).unterschrift.klient);
  });
});

test('M155 every letter of DIN 91379 that a name may have can be printed', async () => {
  const letters = 'Ḥaddād Ǧamīl Ẓāhir ʿAbd Çınar Šaško Þór Ŋ Ʒ Ǯ Ḫ Ķ Ș Ț Ə ʼ';
  expect((await readPdf(printBlank('einwilligung', 'deu', letters))).text).toContain(letters);
  // A letter with a mark of its own: a missing one would be refused by PDF/UA or left out.
  const sequences = 'Ọ̈ Ạ̈ C̆ K̦ M̂ N̂ L̥ R̥̄ Z̧ S̱';
  const { text } = await readPdf(printBlank('einwilligung', 'deu', sequences));
  expect(text).not.toContain('\uFFFD');
  for (const letter of sequences.split(' ')) expect(text.normalize('NFC')).toContain(letter.normalize('NFC'));
});

test('a letter of a script that no font has leaves a mark and does not stop the paper', async () => {
  const { text } = await readPdf(printBlank('einwilligung', 'deu', '張 სახელი 🙂'));
  expect(text).toContain('\uFFFD');
});

test('the same paper of the same moment is the same file, byte for byte', () => {
  expect(printBlank('entbindung', 'ukr')).toEqual(printBlank('entbindung', 'ukr'));
});
