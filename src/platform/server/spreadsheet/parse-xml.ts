import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** Attributes of an element by their written name. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Receives elements by local name; `text` may arrive in several pieces. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Takes the bytes of one XML part as they come. */
export interface XmlSink {
  write(bytes: Uint8Array): void;
  end(): void;
}

const maxDepth = 64;
const maxConstructChars = 1_048_576;

/** A streaming parser that refuses DOCTYPE and entities and never holds a construct above 1 MiB characters. */
export function createXmlSink(handler: XmlHandler): XmlSink {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let decoder: TextDecoder | undefined;
  let sinceEvent = 0;
  let depth = 0;
  parser.on('error', () => {
    throw new SpreadsheetError('datei-beschaedigt', 'XML');
  });
  parser.on('doctype', () => {
    throw new SpreadsheetError('datei-xml-unsicher', 'DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    depth += 1;
    if (depth > maxDepth) throw new SpreadsheetError('datei-xml-unsicher', 'Verschachtelung');
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceEvent = 0;
    depth -= 1;
    handler.close(localName(tag.name));
  });
  const onText = (text: string): void => {
    sinceEvent = 0;
    handler.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  function feed(text: string): void {
    // the parser gathers an unfinished text, comment or attribute in memory; this is its only bound
    sinceEvent += text.length;
    parser.write(text);
    if (sinceEvent > maxConstructChars) throw new SpreadsheetError('datei-zu-gross', 'XML-Abschnitt');
  }
  return {
    write(bytes) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      feed(decode(decoder, bytes));
    },
    end() {
      if (decoder !== undefined) feed(decode(decoder, undefined));
      parser.close();
    },
  };
}

/** Parses one whole part. */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const sink = createXmlSink(handler);
  for await (const chunk of chunks) sink.write(chunk);
  sink.end();
}

/** The first attribute with this local name and a prefix, such as `r:id`. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${local}`));
  return key === undefined ? undefined : attributes[key];
}

/** XML Schema booleans: `1` and `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new SpreadsheetError('datei-beschaedigt', 'XML-Zeichensatz');
  }
}
