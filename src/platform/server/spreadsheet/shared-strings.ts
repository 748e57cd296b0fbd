import { unescapeText } from './escaped-text.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { parseXml } from './parse-xml.ts';
import type { XmlHandler } from './parse-xml.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

const overheadPerString = 24;

/** The shared strings of a workbook in order, rich text runs joined, reading aids (furigana) left out. */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  let total = 0;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > limits.cellChars * 7)
        throw new SpreadsheetError('datei-zu-gross', 'gemeinsamer Text');
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      const whole = unescapeText(text);
      total += whole.length + overheadPerString;
      if (whole.length > limits.cellChars || total > limits.sharedChars) {
        throw new SpreadsheetError('datei-zu-gross', 'gemeinsame Texte');
      }
      // copied, because a slice would keep the whole chunk it was cut from alive
      strings.push(Buffer.from(whole).toString());
    },
  };
  await parseXml(chunks, handler);
  return strings;
}
