import { BILD_PUNKTE } from '../datei.ts';
import { DateiFehler, type Bereinigt } from './datei-fehler.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Progressive pictures have a dozen; hundreds are made to keep a browser busy. */
const MOST_SCANS = 100;
/** Tables, restart interval, arithmetic conditioning: what a decoder needs. */
const needed = new Set([0xdb, 0xc4, 0xdd, 0xcc]);
/** Baseline, extended, progressive: the frames that browsers show. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Keeps of a JPEG what its picture is made of and drops everything else: EXIF with place and device, XMP, colour
 * profiles with their names, comments, previews, and what follows the end of the picture. Only the turn of the camera
 * is kept, in a segment of its own.
 */
export function cleanJpeg(bytes: Buffer): Bereinigt {
  const parts: Buffer[] = [Buffer.from([0xff, SOI])];
  let size: { breite: number; hoehe: number } | undefined;
  let turn = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw new DateiFehler('datei-beschaedigt');
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === EOI) break;
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (marker === undefined || length < 2 || end > bytes.length) throw new DateiFehler('datei-beschaedigt');
    const segment = bytes.subarray(at, end);
    if (frames.has(marker)) size = sizeOf(segment);
    else if (marker === APP1) turn = orientationOf(segment) ?? turn;
    if (isKept(marker, segment)) parts.push(segment);
    at = end;
    if (marker === SOS) {
      scans += 1;
      const scan = scanEnd(bytes, at);
      parts.push(bytes.subarray(at, scan));
      at = scan;
    }
  }
  if (size === undefined || scans === 0 || scans > MOST_SCANS) throw new DateiFehler('datei-beschaedigt');
  if (size.breite * size.hoehe > BILD_PUNKTE) throw new DateiFehler('datei-zu-viele-punkte');
  parts.push(Buffer.from([0xff, EOI]));
  if (turn > 1 && turn <= 8) parts.splice(1, 0, orientation(turn));
  return { bytes: Buffer.concat(parts), bereinigt: true, ...size };
}

function isKept(marker: number, segment: Buffer): boolean {
  if (needed.has(marker) || frames.has(marker) || marker === SOS) return true;
  const name = segment.toString('latin1', 4, 9);
  return (marker === APP0 && name === 'JFIF\0') || (marker === APP14 && name === 'Adobe');
}

function sizeOf(frame: Buffer): { breite: number; hoehe: number } {
  const [hoehe, breite] = frame.length < 10 ? [0, 0] : [frame.readUInt16BE(5), frame.readUInt16BE(7)];
  if (breite === 0 || hoehe === 0) throw new DateiFehler('datei-beschaedigt');
  return { breite, hoehe };
}

/** End of the picture's data behind the head of a scan: the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new DateiFehler('datei-beschaedigt');
}

/** How the camera was held, 1 to 8, out of an EXIF segment. */
function orientationOf(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    for (let index = 0; index < short(directory); index += 1) {
      const entry = directory + 2 + index * 12;
      if (short(entry) === 0x0112) return short(entry + 8);
    }
  } catch (error) {
    // What cannot be read is dropped with the rest.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** An EXIF segment that says nothing but the turn. */
function orientation(turn: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0\x2a', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turn, 18);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | APP1, 0);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
