import { execFileSync } from 'node:child_process';
import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { seal, unseal, type Key } from './siegel.ts';

/** A master key and the name by which seals remember it: it follows from the key and does not reveal it. */
export interface Hauptschluessel {
  readonly kennung: string;
  readonly key: Key;
}

/** The master keys this process may use, newest first; more than one only while they are exchanged. */
export interface Ring {
  all(): readonly Hauptschluessel[];
  /** The newest. */
  current(): Hauptschluessel;
  /** Asks the source again when the name is unknown, so that a running server notices a new key by itself. */
  find(kennung: string): Hauptschluessel | undefined;
  /** Reads the source again; what was known stays until the source answers without it. */
  reload(): void;
}

type Source = Config['hauptschluessel'];

const KEY_BYTES = 32;
const COMMAND_TIMEOUT_MS = 10_000;
const RELOAD_PAUSE_MS = 2_000;
const WRAPPED = 2;

/** A ring of keys that are at hand; tests and benchmarks have one. */
export function ringOf(...keys: readonly Key[]): Ring {
  return openRing(() => keys);
}

function openRing(read: () => readonly Key[]): Ring {
  let known = read().map(nameKey);
  let asked = 0;
  const reload = () => {
    known = read().map(nameKey);
  };
  const look = (kennung: string) => known.find((one) => one.kennung === kennung);
  return {
    all: () => known,
    current: () => {
      const [first] = known;
      if (!first) throw new Error('no master key');
      return first;
    },
    find: (kennung) => {
      // A seal of a foreign database must not make this process start a command for every row.
      if (!look(kennung) && Date.now() - asked > RELOAD_PAUSE_MS) {
        asked = Date.now();
        reload();
      }
      return look(kennung);
    },
    reload,
  };
}

function nameKey(key: Key): Hauptschluessel {
  return { kennung: Buffer.from(hkdfSync('sha256', key, 'lotse', 'kennung', 8)).toString('hex'), key };
}

/** Reads master keys as text: one in base64 per line, the newest first. `place` names the source in the refusal. */
function parseKeys(text: string, place: string): Key[] {
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '').map((line) => Buffer.from(line, 'base64'));
  if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
    throw new Error(
      `Der Hauptschlüssel aus ${place} ist beschädigt: Er muss ${KEY_BYTES} Bytes in Base64 haben.`,
    );
  for (const key of keys) checkRandom(key, place);
  return keys;
}

/** Keys that stand in examples or were typed are refused: 32 random bytes have hardly ever fewer than 20 different ones. */
function checkRandom(key: Key, place: string): void {
  const steps = new Set(key.subarray(1).map((byte, index) => byte - (key[index] ?? 0)));
  if (new Set(key).size >= 16 && steps.size > 2) return;
  throw new Error(
    `Der Hauptschlüssel aus ${place} ist ein Beispiel und nicht zufällig. Erzeugen Sie einen eigenen ` +
      '(docs/operations.md, „Installing“).',
  );
}

/**
 * The master keys, from the environment, a command or a file beside (never in) the database. Makes the file on a new
 * installation; refuses when sealed data exist but the key is gone, and when the source cannot be trusted.
 */
export async function loadHauptschluessel(
  source: Source,
  hasSealedData: () => Promise<boolean>,
): Promise<Ring> {
  if (source.kind === 'file' && !existsSync(source.path)) {
    if (await hasSealedData()) {
      throw new Error(
        `Der Hauptschlüssel ${source.path} fehlt, die Datenbank enthält aber versiegelte Texte. ` +
          'Spielen Sie die Schlüsseldatei aus der Sicherung zurück; ohne sie sind die Texte nicht lesbar.',
      );
    }
    // 'wx': two processes that start at once must not write two keys.
    writeFileSync(source.path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return openSource(source);
}

/** The master keys of a source that exists already; makes nothing. */
export function openSource(source: Source): Ring {
  return openRing(() => readSource(source));
}

function readSource(source: Source): Key[] {
  if (source.kind === 'file') return readKeyFile(source.path);
  // The file in the data folder would be ignored in silence, and one day somebody would take it for the key.
  if (source.beside !== undefined && existsSync(source.beside))
    throw new Error(
      `Es gibt zwei Hauptschlüssel: die Umgebung nennt einen, und in ${source.beside} liegt einer. ` +
        'Behalten Sie den, mit dem die Datenbank versiegelt wurde, und legen Sie den anderen weg.',
    );
  if (source.kind === 'command') return parseKeys(runCommand(source.command), 'LOTSE_SCHLUESSEL_BEFEHL');
  const keys = source.alt === undefined ? [source.value] : [source.value, source.alt];
  return parseKeys(keys.map((key) => key.toString('base64')).join('\n'), 'LOTSE_HAUPTSCHLUESSEL');
}

function readKeyFile(path: string): Key[] {
  const text = readFileSync(path, 'utf8');
  if ((statSync(path).mode & 0o007) !== 0)
    throw new Error(
      `Der Hauptschlüssel ${path} ist für alle lesbar. Nehmen Sie das Recht weg: chmod 600 ${path}`,
    );
  return parseKeys(text, path);
}

/** Runs the operator's command without a shell. What it prints is the key: it appears in no message and no log. */
function runCommand([file = '', ...args]: readonly string[]): string {
  try {
    return execFileSync(file, args, {
      encoding: 'utf8',
      timeout: COMMAND_TIMEOUT_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024,
    });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'Fehler';
    throw new Error(
      `LOTSE_SCHLUESSEL_BEFEHL (${file}) hat keinen Schlüssel geliefert (${why}). Der Befehl muss ihn innerhalb von ` +
        `${COMMAND_TIMEOUT_MS / 1000} Sekunden ausgeben und mit 0 enden.`,
    );
  }
}

/** Wraps key bytes under a master key and notes which; `place` binds them to their row. */
export function wrapUnder({ kennung, key }: Hauptschluessel, plain: Buffer, place: string): Buffer {
  const head = Buffer.concat([Buffer.from([WRAPPED]), Buffer.from(kennung, 'hex')]);
  return Buffer.concat([head, seal(key, plain, `${place}:${kennung}`)]);
}

/** The name of the master key under which something was wrapped; undefined: before keys had names. */
export function kennungOf(wrapped: Buffer): string | undefined {
  return wrapped[0] === WRAPPED ? wrapped.subarray(1, 9).toString('hex') : undefined;
}

/** Unwraps key bytes; throws when the master key is not on the ring. */
export function unwrapUnder(ring: Ring, wrapped: Buffer, place: string): Buffer {
  const kennung = kennungOf(wrapped);
  if (kennung === undefined) {
    for (const { key } of ring.all().slice(0, -1)) {
      try {
        return unseal(key, wrapped, place);
      } catch {
        // The next key may fit.
      }
    }
    return unseal(ring.all().at(-1)?.key ?? ring.current().key, wrapped, place);
  }
  const master = ring.find(kennung);
  if (!master) throw new Error(`the master key ${kennung} is not known`);
  return unseal(master.key, wrapped.subarray(9), `${place}:${kennung}`);
}
