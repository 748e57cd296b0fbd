import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readCoverage } from './read-coverage.ts';

const fonts = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  '@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf',
];

interface Press {
  readonly compiler: NodeCompiler;
  readonly covers: (codePoint: number) => boolean;
}

let press: Press | undefined;

/** Loading compiler and fonts takes a tenth of a second, so it waits for the first paper. */
function getPress(): Press {
  if (press) return press;
  const files = fonts.map((font) => readFileSync(fileURLToPath(import.meta.resolve(font))));
  const coverage = files.map((bytes) => readCoverage(bytes));
  press = {
    compiler: NodeCompiler.create({
      // The folder of the shared style: a paper can read nothing else.
      workspace: fileURLToPath(new URL('.', import.meta.url)),
      fontArgs: [{ fontBlobs: files }],
    }),
    covers: (codePoint) => coverage.some((font) => font.has(codePoint)),
  };
  return press;
}

/**
 * A template (Typst) with its content as PDF/UA-1, byte for byte the same for the same content and moment. Characters of
 * no font become "\uFFFD", because a file with a missing letter would be refused. Throws when the paper would not be
 * accessible.
 */
export function compilePaper(template: string, content: object, at: Date): Buffer {
  const { compiler, covers } = getPress();
  const paper = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value, covers) : value,
  );
  const bytes = compiler.pdf(
    { mainFileContent: template, inputs: { paper } },
    { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at.getTime() / 1000) },
  );
  compiler.evictCache(10);
  return bytes;
}

function printable(text: string, covers: Press['covers']): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\n]/gu, (char) => (covers(char.codePointAt(0) ?? 0) ? char : '\uFFFD'));
}
