import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { unwrapUnder, wrapUnder, type Ring } from '#src/platform/server/hauptschluessel.ts';
import { newKey } from '#src/platform/server/siegel.ts';
import { syncFolder } from './key-file.ts';

/** What stands in front of every file in clear: nothing of the content. */
const headSchema = z.object({
  art: z.enum(['sicherung', 'schluesselbund']),
  am: z.string(),
  kennung: z.string(),
  schluessel: z.base64(),
});
export type ContainerHead = z.infer<typeof headSchema>;

const MAGIC = 'LOTSE-SICHERUNG-1 ';
const CHUNK = 256 * 1024;
const TAG = 16;

/** A file that cannot be read: wrong key, cut, changed. Says where. */
export class Beschaedigt extends Error {}

/**
 * Writes bytes compressed and encrypted: a key of its own per file, wrapped by the master key; blocks that carry their
 * number and whether they are the last, so that nothing can be changed, exchanged or cut off unseen. The file has its
 * name only when it is whole and on the disk. Answers its size.
 */
export async function writeContainer(
  path: string,
  art: ContainerHead['art'],
  ring: Ring,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  const key = newKey();
  const am = new Date().toISOString();
  const master = ring.current();
  const wrapped = wrapUnder(master, key, containerPlace(art, am));
  const head: ContainerHead = { art, am, kennung: master.kennung, schluessel: wrapped.toString('base64') };
  const line = Buffer.from(`${MAGIC}${JSON.stringify(head)}\n`);
  const temporary = `${path}.${randomBytes(4).toString('hex')}.teil`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.appendFile(line);
    let size = line.length;
    const packed = through(source, createGzip({ level: 4 }));
    for await (const block of encrypt(key, digest(line), packed)) {
      await file.appendFile(block);
      size += block.length;
    }
    await file.sync();
    await file.close();
    await rename(temporary, path);
    syncFolder(dirname(path));
    return size;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A failure of the source destroys the rest, whose reader gets it. */
function through(source: AsyncIterable<Buffer>, change: Transform): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source, { objectMode: false }), change, () => undefined);
}

function containerPlace(art: string, am: string): string {
  return `sicherung:${art}:${am}`;
}

function digest(line: Buffer): Buffer {
  return createHash('sha256').update(line).digest();
}

async function* encrypt(key: Buffer, head: Buffer, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    // One block is held back: only the end of the source says which is the last.
    while (rest.length > CHUNK) {
      yield encryptBlock(key, head, number++, false, rest.subarray(0, CHUNK));
      rest = rest.subarray(CHUNK);
    }
  }
  yield encryptBlock(key, head, number, true, rest);
}

function encryptBlock(key: Buffer, head: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number));
  cipher.setAAD(bound(head, number, last));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(4);
  // The highest bit says that nothing follows.
  length.writeUInt32BE((body.length | (last ? 0x80_00_00_00 : 0)) >>> 0);
  return Buffer.concat([length, body]);
}

/** The key serves one file only, so the number of the block is a nonce that never repeats. */
function nonce(number: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number), 4);
  return bytes;
}

function bound(head: Buffer, number: number, last: boolean): Buffer {
  return Buffer.concat([head, nonce(number), Buffer.from([last ? 1 : 0])]);
}

/** Reads only what stands in clear. */
async function readHead(path: string): Promise<{ head: ContainerHead; line: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    const text = buffer.subarray(0, Math.max(end, 0)).toString('utf8');
    if (!text.startsWith(MAGIC)) throw new Beschaedigt(`${path} ist keine Sicherung von Lotse.`);
    const head = headSchema.safeParse(parseJson(text.slice(MAGIC.length)));
    if (!head.success) throw new Beschaedigt(`Der Kopf von ${path} ist beschädigt.`);
    return { head: head.data, line: Buffer.from(buffer.subarray(0, end + 1)) };
  } finally {
    await file.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The bytes of a file of `writeContainer`. Refuses before the first byte when the key is another. */
export async function readContainer(
  path: string,
  art: ContainerHead['art'],
  ring: Ring,
): Promise<{ head: ContainerHead; bytes: AsyncIterable<Buffer> }> {
  const { head, line } = await readHead(path);
  if (head.art !== art)
    throw new Beschaedigt(
      `${path} ist ${head.art === 'sicherung' ? 'eine Sicherung' : 'ein Schlüsselbund'}.`,
    );
  const key = unwrapKey(path, head, ring);
  const blocks = decrypt(path, key, digest(line), line.length);
  return { head, bytes: unpack(path, blocks) };
}

function unwrapKey(path: string, head: ContainerHead, ring: Ring): Buffer {
  if (!ring.find(head.kennung))
    throw new Beschaedigt(
      `${path} wurde mit dem Hauptschlüssel ${head.kennung} gemacht; hier ist ${ring.current().kennung}. ` +
        'Nennen Sie den richtigen (LOTSE_HAUPTSCHLUESSEL oder die Schlüsseldatei). Es wurde nichts gelesen.',
    );
  try {
    return unwrapUnder(ring, Buffer.from(head.schluessel, 'base64'), containerPlace(head.art, head.am));
  } catch {
    throw new Beschaedigt(
      `Der Kopf von ${path} ist beschädigt: Der Schlüssel der Sicherung lässt sich nicht öffnen.`,
    );
  }
}

async function* decrypt(path: string, key: Buffer, head: Buffer, start: number): AsyncGenerator<Buffer> {
  let number = 0;
  let position = start;
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  for await (const bytes of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= 4) {
      const mark = rest.readUInt32BE(0);
      const length = mark & 0x7f_ff_ff_ff;
      if (ended || length < TAG || length > CHUNK + TAG) throw changed(path, number, position);
      if (rest.length < 4 + length) break;
      ended = mark >= 0x80_00_00_00;
      const plain = decryptBlock(key, head, number, ended, rest.subarray(4, 4 + length));
      if (!plain) throw changed(path, number, position);
      yield plain;
      rest = rest.subarray(4 + length);
      position += 4 + length;
      number += 1;
    }
  }
  if (ended && rest.length > 0) throw changed(path, number, position);
  if (!ended)
    throw new Beschaedigt(
      `${path} ist unvollständig: Die Datei endet nach ${position + rest.length} Bytes mitten in Block ${number + 1}.`,
    );
}

function decryptBlock(
  key: Buffer,
  head: Buffer,
  number: number,
  last: boolean,
  body: Buffer,
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number));
  decipher.setAAD(bound(head, number, last));
  decipher.setAuthTag(body.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function changed(path: string, number: number, position: number): Beschaedigt {
  return new Beschaedigt(
    `${path} wurde verändert: Block ${number + 1}, ab Byte ${position}, ist nicht mehr der gesicherte.`,
  );
}

async function* unpack(path: string, blocks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* through(blocks, createGunzip());
  } catch (error) {
    if (error instanceof Beschaedigt) throw error;
    throw new Beschaedigt(`${path} lässt sich nicht entpacken.`, { cause: error });
  }
}
