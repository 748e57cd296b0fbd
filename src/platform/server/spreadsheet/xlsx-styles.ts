import { parseXml } from './parse-xml.ts';
import type { XmlHandler } from './parse-xml.ts';

/** Tells for each cell style, by index, whether it shows its number as a date or time. */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<readonly boolean[]> {
  const isDate = new Map<string, boolean>();
  const styleFormats: string[] = [];
  let inCellXfs = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'numFmt')
        isDate.set(attributes['numFmtId'] ?? '', isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellXfs = true;
      if (name === 'xf' && inCellXfs) styleFormats.push(attributes['numFmtId'] ?? '0');
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCellXfs = false;
    },
  };
  await parseXml(chunks, handler);
  return styleFormats.map((id) => isDate.get(id) ?? isBuiltInDate(Number(id)));
}

/** Whether a number format code shows a date: it has d, m or y outside of quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code
    .replace(/"[^"]*"?|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]?/g, '')
    .split(';');
  return /[dmy]/i.test(positive);
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
}
