import { randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { seal, unseal } from '#src/platform/server/siegel.ts';

const MAGIC = 'LOTSE-NOTFALL-1 ';
const headSchema = z.object({ salz: z.base64(), aufwand: z.int().min(14).max(20), am: z.string() });
/** 2^17 rounds take about half a second and 128 MB, for us as for whoever guesses. */
const AUFWAND = 17;
const KENNWORT_MIN = 12;

/** Seals texts with a pass phrase, to be opened anywhere without server, database or master key. */
export function letterSealer(kennwort: string, am: string): (text: string) => Buffer {
  if (kennwort.length < KENNWORT_MIN)
    throw new Error(`Das Kennwort braucht mindestens ${KENNWORT_MIN} Zeichen.`);
  const salz = randomBytes(16);
  const line = `${MAGIC}${JSON.stringify({ salz: salz.toString('base64'), aufwand: AUFWAND, am })}\n`;
  const key = stretch(kennwort, salz, AUFWAND);
  return (text) => Buffer.concat([Buffer.from(line), seal(key, Buffer.from(text), line)]);
}

/** Opens one; refuses a wrong pass phrase and a changed file alike. */
export function openLetter(bytes: Buffer, kennwort: string): string {
  const end = bytes.subarray(0, 500).indexOf(10) + 1;
  const line = bytes.toString('utf8', 0, end);
  if (!line.startsWith(MAGIC)) throw new Error('Das ist keine Notfallliste von Lotse.');
  const head = headSchema.parse(JSON.parse(line.slice(MAGIC.length)));
  const key = stretch(kennwort, Buffer.from(head.salz, 'base64'), head.aufwand);
  try {
    return unseal(key, bytes.subarray(end), line).toString('utf8');
  } catch {
    throw new Error('Das Kennwort stimmt nicht, oder die Datei wurde verändert.');
  }
}

function stretch(kennwort: string, salz: Buffer, aufwand: number): Buffer {
  return scryptSync(kennwort.normalize('NFKC'), salz, 32, {
    N: 2 ** aufwand,
    r: 8,
    p: 1,
    maxmem: 2 ** 31 - 1,
  });
}
