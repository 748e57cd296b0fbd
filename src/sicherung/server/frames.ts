import { z } from 'zod';
import { Beschaedigt } from './container.ts';

/** One step of the content of a backup: head, table, its rows, its end, the end of all. */
export type Frame =
  | { readonly art: 'kopf' | 'tabelle' | 'ende' | 'schluss'; readonly json: unknown }
  | { readonly art: 'zeilen'; readonly bytes: Buffer };

const letters = { kopf: 'K', tabelle: 'T', zeilen: 'D', ende: 'E', schluss: 'M' } as const;
const names = { K: 'kopf', T: 'tabelle', E: 'ende', M: 'schluss' } as const;

export const kopfSchema = z.object({
  am: z.string(),
  migrationen: z.array(z.object({ nummer: z.int(), name: z.string(), hash: z.string() })),
  kennung: z.string(),
});
export type Kopf = z.infer<typeof kopfSchema>;

export const tabelleSchema = z.object({ name: z.string(), spalten: z.array(z.string()) });
export const endeSchema = z.object({ name: z.string(), anzahl: z.int(), pruefwert: z.string() });
/** A table in the list at the end: how many rows, and SHA-256 over all of them in the order of their key. */
export type Tabellenstand = z.infer<typeof endeSchema>;

export const schlussSchema = z.object({
  tabellen: z.array(endeSchema),
  zaehler: z.array(z.object({ name: z.string(), wert: z.int() })),
});
export type Schluss = z.infer<typeof schlussSchema>;

export function frame(art: Exclude<Frame['art'], 'zeilen'>, json: unknown): Buffer {
  return frameBytes(letters[art], Buffer.from(JSON.stringify(json)));
}

export function rowFrame(bytes: Buffer): Buffer {
  return frameBytes(letters.zeilen, bytes);
}

function frameBytes(letter: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Takes the bytes of a backup apart again. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const length = rest.readUInt32BE(1);
      yield toFrame(rest.toString('latin1', 0, 1), rest.subarray(5, 5 + length));
      rest = rest.subarray(5 + length);
    }
  }
  if (rest.length > 0) throw new Beschaedigt('Die Sicherung endet mitten in einer Angabe.');
}

function toFrame(letter: string, bytes: Buffer): Frame {
  if (letter === letters.zeilen) return { art: 'zeilen', bytes };
  if (letter === 'K' || letter === 'T' || letter === 'E' || letter === 'M')
    return { art: names[letter], json: JSON.parse(bytes.toString('utf8')) };
  throw new Beschaedigt('Die Sicherung enthält eine unbekannte Angabe.');
}
