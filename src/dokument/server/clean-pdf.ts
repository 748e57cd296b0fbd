import { constants, deflateSync, inflateSync } from 'node:zlib';
import { DateiFehler, type Bereinigt } from './datei-fehler.ts';

const SPACE = 0x20;
/** No honest bundle of objects is larger when unpacked. */
const UNPACKED_BYTES = 20 * 1024 * 1024;
/** Former revisions of the information that a file may carry; more is made to keep a server busy. */
const MOST = 200;
/** All bundles of a file together; more is made to keep a server busy. */
const UNPACKED_IN_SUM = 2 * UNPACKED_BYTES;
/** Streams that a file may have; a scan has two for each page. */
const MOST_STREAMS = 20_000;
/** A dictionary before a stream is shorter. */
const HEAD = 4_096;

/**
 * Blanks in a PDF what it says of its author, program, times and place: the document information, XMP packets, and the
 * EXIF of photographs inside. Everything keeps its place and length, so the tables of the file stay right and nothing
 * has to be drawn anew. `bereinigt` is false where a PDF bundles such words in a way that cannot be rewritten in place.
 */
export function cleanPdf(original: Buffer): Bereinigt {
  const bytes = Buffer.from(original);
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-2_048).includes('%%EOF') || !text.includes('startxref')) {
    throw new DateiFehler('datei-beschaedigt');
  }
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) throw new DateiFehler('datei-geschuetzt');
  const informations = new Set(
    [...text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map((match) => Number(match[1])),
  );
  if (informations.size > MOST) throw new DateiFehler('datei-beschaedigt');
  for (const nummer of informations) blankObject(bytes, text, nummer);
  const packets = blankPackets(bytes, text);
  const bundles = blankBundled(bytes, text, informations);
  blankExif(bytes);
  return { bytes, bereinigt: packets && bundles };
}

/** Overwrites the inside of a dictionary, wherever the file writes this object, also in former revisions. */
function blankObject(bytes: Buffer, text: string, nummer: number): void {
  const pattern = new RegExp(`(?<!\\d)${nummer}\\s+\\d+\\s+obj\\s*<<`, 'g');
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = pattern.lastIndex;
    const end = text.indexOf('endobj', from);
    if (end === -1) return;
    const close = text.slice(from, end).lastIndexOf('>>');
    if (close !== -1) bytes.fill(SPACE, from, from + close);
    pattern.lastIndex = end;
  }
}

/** Empties XMP streams; answers false where one is packed in a way that is not known here. */
function blankPackets(bytes: Buffer, text: string): boolean {
  let done = true;
  for (const { head, from, to } of streams(text)) {
    if (!/\/Type\s*\/Metadata/.test(head) && !/\/Subtype\s*\/XML/.test(head)) continue;
    bytes.fill(SPACE, from, to);
    if (!/\/Filter/.test(head)) continue;
    const empty = deflateSync(Buffer.alloc(0));
    if (isPlainFlate(head) && to - from >= empty.length) empty.copy(bytes, from);
    else done = false;
  }
  // Packets that stand in pictures or elsewhere without a stream of their own.
  const end = '</x:xmpmeta>';
  for (let at = text.indexOf('<x:xmpmeta'); at !== -1;) {
    const to = text.indexOf(end, at);
    if (to === -1) return false;
    bytes.fill(SPACE, at, to + end.length);
    at = text.indexOf('<x:xmpmeta', to);
  }
  return done;
}

/** Blanks the information where it lies in a packed bundle of objects; answers false where that does not fit. */
function blankBundled(bytes: Buffer, text: string, nummern: ReadonlySet<number>): boolean {
  let done = true;
  let sum = 0;
  for (const { head, from, to } of streams(text)) {
    if (!/\/Type\s*\/ObjStm/.test(head)) continue;
    const bundle = unpack(bytes.subarray(from, to), head);
    if (bundle === undefined) {
      done = false;
      continue;
    }
    sum += bundle.length;
    if (sum > UNPACKED_IN_SUM) throw new DateiFehler('datei-zu-viele-punkte');
    if (!blankInBundle(bundle, head, nummern)) continue;
    const packed = repack(bundle, to - from);
    if (packed === undefined) done = false;
    else packed.copy(bytes.fill(0, from, to), from);
  }
  return done;
}

function unpack(packed: Buffer, head: string): Buffer | undefined {
  if (!isPlainFlate(head)) return undefined;
  try {
    return inflateSync(packed, { maxOutputLength: UNPACKED_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new DateiFehler('datei-zu-viele-punkte');
    return undefined;
  }
}

/** Blanks the objects of these numbers in an unpacked bundle; answers whether there was one. */
function blankInBundle(bundle: Buffer, head: string, nummern: ReadonlySet<number>): boolean {
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const pairs = bundle.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  let found = false;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    if (!nummern.has(pairs[index] ?? -1)) continue;
    const from = first + (pairs[index + 1] ?? 0);
    const next = pairs[index + 3];
    const to = next === undefined ? bundle.length : first + next;
    const object = bundle.toString('latin1', from, to);
    const [open, close] = [object.indexOf('<<'), object.lastIndexOf('>>')];
    if (open === -1 || close <= open) continue;
    bundle.fill(SPACE, from + open + 2, from + close);
    found = true;
  }
  return found;
}

/** Packs into no more than `room` bytes; what is left over stands behind the end and is not read. */
function repack(bundle: Buffer, room: number): Buffer | undefined {
  for (const memLevel of [9, 8]) {
    const packed = deflateSync(bundle, { level: 9, memLevel });
    if (packed.length <= room) return packed;
  }
  return undefined;
}

/** Overwrites EXIF in photographs that stand in the file as they came from the camera. */
function blankExif(bytes: Buffer): void {
  const name = Buffer.from('Exif\0\0', 'latin1');
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + name.length)) {
    if (at < 4 || bytes[at - 4] !== 0xff || bytes[at - 3] !== 0xe1) continue;
    bytes.fill(0, at, Math.min(bytes.length, at - 2 + bytes.readUInt16BE(at - 2)));
  }
}

function isPlainFlate(head: string): boolean {
  return /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(head) && !/\/DecodeParms/.test(head);
}

/** Streams of a file: the dictionary before each, and where its bytes begin and end. */
function* streams(text: string): Generator<{ head: string; from: number; to: number }> {
  const pattern = />>\s*stream(?:\r\n|\n|\r)/g;
  let count = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    count += 1;
    if (count > MOST_STREAMS) throw new DateiFehler('datei-beschaedigt');
    const from = pattern.lastIndex;
    const before = text.slice(Math.max(0, match.index - HEAD), match.index + 2);
    const head = before.slice(before.lastIndexOf('obj') + 3);
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN);
    const known = text
      .slice(from + length, from + length + 12)
      .trimStart()
      .startsWith('endstream');
    const to = known ? from + length : text.indexOf('endstream', from);
    if (to === -1) return;
    yield { head, from, to };
    pattern.lastIndex = to;
  }
}
