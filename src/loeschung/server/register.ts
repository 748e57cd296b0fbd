import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const zeile = z.object({
  kreis: z.string(),
  person: z.uuid(),
  faelle: z.array(z.uuid()),
  tag: z.string(),
  lauf: z.uuid().nullable(),
  /** Item of the run under which it was written. */
  posten: z.uuid().optional(),
  /** The deletion did not come about and the item was left out: what was said of this person before holds no more. */
  zurueck: z.literal(true).optional(),
});
/** One erased person as the register outside the database keeps her: keys only, which lead to nothing but old backups. */
export type RegisterZeile = z.infer<typeof zeile>;

/** File of the register below its folder. */
export function registerFile(registerDir: string): string {
  return join(registerDir, 'loeschung.jsonl');
}

/** Appends lines and returns when they are on the disk; called before the commit of the deletion. All or nothing. */
export function appendRegister(registerDir: string, zeilen: readonly RegisterZeile[]): void {
  if (mkdirSync(registerDir, { recursive: true, mode: 0o700 }) !== undefined)
    syncFolder(dirname(registerDir));
  const path = registerFile(registerDir);
  const fresh = !existsSync(path);
  const file = openSync(path, 'a', 0o600);
  try {
    const end = cutRest(path, file);
    try {
      writeFileSync(file, zeilen.map((each) => `${JSON.stringify(each)}\n`).join(''));
      fsyncSync(file);
    } catch (error) {
      // A full disk: what was written of it goes, since the deletion does not come about either.
      ftruncateSync(file, end);
      throw error;
    }
  } finally {
    closeSync(file);
  }
  if (fresh) syncFolder(registerDir);
}

/** Takes back what an item left in the register when its deletion failed at the commit and it is then left out. */
export function takeBackRegister(registerDir: string, postenId: string): void {
  const own = readRegister(registerDir).filter(({ posten }) => posten === postenId);
  if (own.length > 0)
    appendRegister(
      registerDir,
      own.map((each) => ({ ...each, zurueck: true })),
    );
}

/**
 * Everybody who was ever erased. Only the last line may be cut off: a crash, before the deletion was committed. Throws when
 * another cannot be read, because whoever stood there would come back unnoticed.
 */
export function readRegister(registerDir: string): RegisterZeile[] {
  const path = registerFile(registerDir);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = new Map<string, RegisterZeile>();
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const parsed = zeile.safeParse(parse(text));
    if (parsed.success) found.set(`${parsed.data.kreis} ${parsed.data.person}`, parsed.data);
    else if (at < lines.length - 1 || parse(text) !== undefined)
      throw new Error(
        `Das Register der Löschungen ist beschädigt: ${path}, Zeile ${at + 1}. Solange niemand weiß, wer dort steht, ` +
          'könnten gelöschte Personen zurückkommen; deshalb geht es hier nicht weiter. Die Kopie liegt neben dem ' +
          'Schlüsselbund im Ordner "register".',
      );
  }
  return [...found.values()].filter(({ zurueck }) => zurueck !== true);
}

/** Removes a line that a crash cut off, so that it does not swallow the next. Answers where the file ends. */
function cutRest(path: string, file: number): number {
  const { size } = fstatSync(file);
  if (size === 0) return 0;
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(10) + 1;
  if (end === bytes.length) return end;
  if (parse(bytes.toString('utf8', end)) === undefined) {
    ftruncateSync(file, end);
    return end;
  }
  writeFileSync(file, '\n');
  return bytes.length + 1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
