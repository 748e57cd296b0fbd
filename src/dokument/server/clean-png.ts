import { once } from 'node:events';
import { createInflate, crc32 } from 'node:zlib';
import { BILD_PUNKTE } from '../datei.ts';
import { DateiFehler, type Bereinigt } from './datei-fehler.ts';

/** The picture itself, its palette, transparency and how bright it is meant: everything else is dropped. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);
/** Values per point of each colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Keeps of a PNG what its picture is made of and drops texts, EXIF, profiles, times, further pictures and what follows
 * the end. The data is unpacked once to see that it is no more than its size says.
 */
export async function cleanPng(bytes: Buffer): Promise<Bereinigt> {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  const data: Buffer[] = [];
  let head: Buffer | undefined;
  let at = 8;
  let last = '';
  while (last !== 'IEND') {
    if (at + 12 > bytes.length) throw new DateiFehler('datei-beschaedigt');
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (head === undefined && name !== 'IHDR'))
      throw new DateiFehler('datei-beschaedigt');
    const chunk = bytes.subarray(at, end);
    if (crc32(chunk.subarray(4, -4)) !== chunk.readUInt32BE(chunk.length - 4)) {
      throw new DateiFehler('datei-beschaedigt');
    }
    head ??= chunk;
    if (kept.has(name)) parts.push(chunk);
    if (name === 'IDAT') data.push(chunk.subarray(8, -4));
    last = name;
    at = end;
  }
  if (head === undefined) throw new DateiFehler('datei-beschaedigt');
  const size = sizeOf(head);
  await requireData(data, size.bytes);
  return { bytes: Buffer.concat(parts), bereinigt: true, breite: size.breite, hoehe: size.hoehe };
}

/** Size of the picture in points, and of its data when unpacked. */
function sizeOf(head: Buffer): { breite: number; hoehe: number; bytes: number } {
  if (head.length !== 25) throw new DateiFehler('datei-beschaedigt');
  const [breite, hoehe] = [head.readUInt32BE(8), head.readUInt32BE(12)];
  const [tiefe, farbe, verschraenkt] = [head.readUInt8(16), head.readUInt8(17), head.readUInt8(20)];
  const werte = channels[farbe];
  if (breite === 0 || hoehe === 0 || werte === undefined || ![1, 2, 4, 8, 16].includes(tiefe)) {
    throw new DateiFehler('datei-beschaedigt');
  }
  if (breite * hoehe > BILD_PUNKTE) throw new DateiFehler('datei-zu-viele-punkte');
  // Interlaced pictures have up to seven passes with lines of their own.
  const zeilen = verschraenkt === 0 ? hoehe : 2 * hoehe + 8;
  const rand = verschraenkt === 0 ? 0 : zeilen;
  return { breite, hoehe, bytes: Math.ceil((breite * werte * tiefe) / 8) * hoehe + zeilen + rand };
}

/** Refuses data that is broken or unpacks to more than the picture needs. */
async function requireData(data: readonly Buffer[], most: number): Promise<void> {
  const inflate = createInflate();
  let size = 0;
  inflate.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) inflate.destroy(new DateiFehler('datei-zu-viele-punkte'));
  });
  inflate.end(Buffer.concat(data));
  try {
    await once(inflate, 'end');
  } catch (error) {
    throw error instanceof DateiFehler ? error : new DateiFehler('datei-beschaedigt');
  }
  if (size === 0) throw new DateiFehler('datei-beschaedigt');
}
