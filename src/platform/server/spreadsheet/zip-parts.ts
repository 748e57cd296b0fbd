import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { SpreadsheetLimits } from './limits.ts';
import { SpreadsheetError, asSpreadsheetError } from './spreadsheet-error.ts';
import { refuseOverlap } from './zip-overlap.ts';

const exemptFromRatio = 1024 * 1024;

/** The parts of a checked package, by name without regard to case. `read` yields inflated chunks of at most 64 KiB. */
export interface ZipParts {
  readonly names: readonly string[];
  find(name: string): Entry | undefined;
  read(entry: Entry): AsyncIterable<Buffer>;
}

/** Reads the directory and refuses hostile packages before a single byte is inflated. */
export async function openZipParts(buffer: Buffer, limits: SpreadsheetLimits): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  try {
    // sizes are checked while reading below, where a lie gets its own code
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > limits.parts) {
      throw new SpreadsheetError('datei-zip-bombe', `${zip.entryCount} Teile, erlaubt ${limits.parts}`);
    }
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry);
      if (entries.has(name)) throw new SpreadsheetError('datei-beschaedigt', 'Teil doppelt');
      entries.set(name, entry);
      refuseEntry(entry, limits);
    }
    refuseInflated([...entries.values()], buffer.length, limits);
    refuseOverlap([...entries.values()], buffer);
    return {
      names: [...entries.keys()],
      find: (name) => entries.get(name.toLowerCase()),
      read: (entry) => readEntry(zip, entry),
    };
  } catch (error) {
    throw asSpreadsheetError(error, 'ZIP-Verzeichnis');
  }
}

function partName(entry: Entry): string {
  const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').toLowerCase();
  const segments = name.split('/');
  const symlink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  if (symlink || name.includes('\0') || /^(\/|[a-z]:)/.test(name) || segments.includes('..')) {
    throw new SpreadsheetError('datei-pfad', 'Name eines Teils zeigt aus dem Paket hinaus');
  }
  return name;
}

function refuseEntry(entry: Entry, limits: SpreadsheetLimits): void {
  if (entry.isEncrypted()) throw new SpreadsheetError('datei-verschluesselt', 'ZIP-Teil');
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > exemptFromRatio && uncompressedSize > compressedSize * limits.ratio) {
    throw new SpreadsheetError('datei-zip-bombe', `Verhältnis über ${limits.ratio}`);
  }
}

function refuseInflated(entries: readonly Entry[], fileBytes: number, limits: SpreadsheetLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.inflatedBytes) {
    throw new SpreadsheetError('datei-zip-bombe', `${total} Bytes entpackt, erlaubt ${limits.inflatedBytes}`);
  }
  if (total > exemptFromRatio && total > fileBytes * limits.ratio) {
    throw new SpreadsheetError('datei-zip-bombe', `Verhältnis über ${limits.ratio}`);
  }
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let size = 0;
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      const bytes: unknown = chunk;
      if (!Buffer.isBuffer(bytes)) continue;
      size += bytes.length;
      if (size > entry.uncompressedSize) {
        throw new SpreadsheetError('datei-zip-bombe', 'Teil größer als angegeben');
      }
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    throw asSpreadsheetError(error, 'ZIP-Teil');
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) {
    throw new SpreadsheetError('datei-beschaedigt', 'Prüfsumme eines Teils');
  }
}
