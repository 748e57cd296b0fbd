import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of a package: its name (ASCII) and its text in pieces. */
export interface ZipFileSource {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
}

interface Tally {
  sum: number;
  size: number;
}

const flags = 0x0808;
/** 1980-01-01, the first day a ZIP knows: the same table gives the same bytes on any day. */
const fixedDate = 0x0021;
const pieceChars = 64 * 1024;
const maxZip32 = 0xffff_ffff;

/** A ZIP package in chunks with sizes after the data, so nothing has to be held back. RangeError above 4 GiB. */
export async function* zipStream(files: readonly ZipFileSource[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const tally: Tally = { sum: 0, size: 0 };
    const header = localHeader(name);
    yield header;
    let packed = 0;
    const deflate = createDeflateRaw();
    pipeline(Readable.from(counted(file.text, tally), { objectMode: false }), deflate, () => {
      // a failing source reaches the loop below through the stream
    });
    for await (const chunk of deflate) {
      const bytes: unknown = chunk;
      if (!Buffer.isBuffer(bytes)) continue;
      packed += bytes.length;
      yield bytes;
    }
    const entry = { name, offset, packed, sum: tally.sum, size: tally.size };
    written.push(entry);
    offset += header.length + packed + 16;
    if (offset > maxZip32 || tally.size > maxZip32) throw new RangeError('workbook above 4 GiB');
    yield dataDescriptor(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* counted(text: ZipFileSource['text'], tally: Tally): AsyncGenerator<Buffer> {
  let piece = '';
  const flush = (): Buffer => {
    const bytes = Buffer.from(piece);
    piece = '';
    tally.sum = crc32(bytes, tally.sum);
    tally.size += bytes.length;
    return bytes;
  };
  for await (const part of text) {
    piece += part;
    if (piece.length >= pieceChars) yield flush();
  }
  if (piece !== '') yield flush();
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(fixedDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function dataDescriptor({ sum, packed, size }: Written): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(sum, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function directoryEntry({ name, offset, sum, packed, size }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(fixedDate, 14);
  entry.writeUInt32LE(sum, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endRecord(count: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
