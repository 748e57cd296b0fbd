import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Owner } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';

/** Head of the chain of a Kreis at one moment. */
const kopf = z.strictObject({
  kreis: z.string(),
  nummer: z.int(),
  hash: z.string(),
  /** Rows sealed so far. */
  lesezugriff: z.int(),
  ereignis: z.int(),
});
export type Kopf = z.infer<typeof kopf>;

const zeile = z.strictObject({
  nr: z.int(),
  am: z.string(),
  /** "wiederherstellung": the database was restored; what earlier lines know beyond these heads was lost with that. */
  art: z.enum(['kopf', 'wiederherstellung']),
  /** SHA-256 of the line before. */
  vorher: z.string(),
  koepfe: z.array(kopf),
  schluessel: z.string(),
  signatur: z.string(),
});
export type Pruefpunkt = z.infer<typeof zeile>;

const pruefpunktFile = 'pruefpunkt.jsonl';
const signaturePart = /,"signatur":"([A-Za-z0-9+/=]+)"\}$/;
/** Key of the advisory lock under which lines are appended. */
const appendLock = 7_104_203;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Ed25519 from 32 bytes that stay for the life of the installation. */
function signingKey(schluessel: Schluessel): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, schluessel.deriveFixed('protokoll')]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** The public key under which this installation signs, as it stands in every line. */
export function publicSigningKey(schluessel: Schluessel): string {
  return publicKeyOf(signingKey(schluessel));
}

interface Ort {
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  /** Folder outside the database. */
  readonly register: string;
}

/** Appends the signed heads of all chains when one of them moved; the line is on the disk when this returns. */
export async function signHead(ort: Ort, now: Date, art: Pruefpunkt['art'] = 'kopf'): Promise<boolean> {
  await mkdir(ort.register, { recursive: true, mode: 0o700 });
  const path = join(ort.register, pruefpunktFile);
  return ort.owner(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${appendLock})`);
    const { lines, ende } = await readLines(path);
    const before = lines.at(-1);
    // One that somebody spoilt must not end the signing; the proof finds it.
    const last = before === undefined ? undefined : parseLine(before);
    const koepfe = await readHeads(tx, art === 'kopf' ? (last?.koepfe ?? []) : []);
    // A restoration is signed without heads too: a backup from before the first block has lost all of them.
    if (art === 'kopf' && (koepfe.length === 0 || JSON.stringify(koepfe) === JSON.stringify(last?.koepfe)))
      return false;
    const line = signLine(signingKey(ort.schluessel), {
      nr: (last?.nr ?? 0) + 1,
      am: now.toISOString(),
      art,
      vorher: before === undefined ? '' : hashOf(before),
      koepfe,
    });
    const file = await open(path, 'a', 0o600);
    try {
      // What a crash or a full disk cut off was never answered for and must not swallow the next line.
      await file.truncate(ende);
      await file.writeFile(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  });
}

/** The last whole line is all that appending needs; the file grows for years. `ende`: where that line ends. */
async function readLines(path: string): Promise<{ lines: string[]; ende: number }> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return { lines: [], ende: 0 };
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 256 * 1024);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const whole = buffer.lastIndexOf(10) + 1;
    return {
      lines: buffer.toString('utf8', 0, whole).split('\n').filter(Boolean),
      ende: size - length + whole,
    };
  } finally {
    await file.close();
  }
}

/** Counts go on from the line before, so that a long chain is not added up every minute. */
async function readHeads(tx: Parameters<Parameters<Owner>[0]>[0], before: readonly Kopf[]): Promise<Kopf[]> {
  return tx.all(sql<Kopf>`
    select b.kreis_id as kreis, b.nummer, encode(b.hash, 'hex') as hash,
      (coalesce(v.lesezugriff, 0) + coalesce(n.lesezugriff, 0))::int as lesezugriff,
      (coalesce(v.ereignis, 0) + coalesce(n.ereignis, 0))::int as ereignis
    from (select distinct on (kreis_id) kreis_id, nummer, hash from protokollblock order by kreis_id, nummer desc) b
    left join json_to_recordset(${JSON.stringify(before)}::json) v (kreis text, nummer int, lesezugriff int, ereignis int)
      on v.kreis = b.kreis_id and v.nummer <= b.nummer
    cross join lateral (select sum(x.anzahl) filter (where x.art = 'lesezugriff') as lesezugriff,
        sum(x.anzahl) filter (where x.art = 'ereignis') as ereignis from protokollblock x
      where x.kreis_id = b.kreis_id and x.nummer > coalesce(v.nummer, 0)) n
    order by 1`);
}

/** One line: the body as JSON, its signature as the last member. */
function signLine(key: KeyObject, body: Omit<Pruefpunkt, 'schluessel' | 'signatur'>): string {
  const text = JSON.stringify({ ...body, schluessel: publicKeyOf(key) });
  const signatur = sign(null, Buffer.from(text), key).toString('base64');
  return `${text.slice(0, -1)},"signatur":"${signatur}"}`;
}

/** What is wrong with the file, at which line (from 1). */
export interface DateiBruch {
  readonly zeile: number;
  readonly was: 'pruefpunkt-geaendert' | 'pruefpunkt-fehlt' | 'pruefpunkt-fremd';
}

/** Checks every line against its signature, the line before and the key of this installation. */
export function checkLines(text: string, schluessel: string): { lines: Pruefpunkt[]; bruch?: DateiBruch } {
  const lines: Pruefpunkt[] = [];
  let before = '';
  for (const [index, raw] of text.split('\n').filter(Boolean).entries()) {
    const nr = index + 1;
    const line = parseLine(raw);
    if (!line) return { lines, bruch: { zeile: nr, was: 'pruefpunkt-geaendert' } };
    if (line.schluessel !== schluessel) return { lines, bruch: { zeile: nr, was: 'pruefpunkt-fremd' } };
    if (line.nr !== nr || line.vorher !== before)
      return { lines, bruch: { zeile: nr, was: 'pruefpunkt-fehlt' } };
    before = hashOf(raw);
    lines.push(line);
  }
  return { lines };
}

/** The line, when its signature holds. */
function parseLine(raw: string): Pruefpunkt | undefined {
  const signatur = signaturePart.exec(raw)?.[1];
  if (signatur === undefined) return undefined;
  const body = `${raw.replace(signaturePart, '')}}`;
  try {
    const line = zeile.parse(JSON.parse(raw));
    const key = createPublicKey({
      key: Buffer.from(line.schluessel, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return verify(null, Buffer.from(body), key, Buffer.from(signatur, 'base64')) ? line : undefined;
  } catch {
    return undefined;
  }
}

/** The file as it stands; empty where there is none. */
export async function readPruefpunkte(register: string): Promise<string> {
  return readFile(join(register, pruefpunktFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}
