import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Here a lost line brings somebody back; lines that only the copy knows go on standing in it. */
const joined: ReadonlySet<string> = new Set(['loeschung.jsonl']);

/**
 * Copies the registers that stand outside the database (deletions, signed heads of the protocol) beside the bundle. One that
 * does not go on from its copy was cut or exchanged: the copy is kept under another name, and named in the answer.
 */
export function copyRegister(
  from: string,
  to: string,
  now: Date,
): { readonly kopiert: number; readonly abweichend: readonly string[] } {
  const files = listRegister(from);
  if (files.length > 0) mkdirSync(to, { recursive: true, mode: 0o700 });
  const abweichend: string[] = [];
  for (const file of files) {
    const lines = readLines(join(from, file));
    const copied = readLines(join(to, file));
    const goesOn = copied.every((line, at) => line === lines[at]);
    if (!goesOn) {
      abweichend.push(file);
      const suffix = now.toISOString().slice(0, 19).replaceAll(':', '');
      renameSync(join(to, file), join(to, `${file}.abweichend-${suffix}Z`));
    }
    writeLines(join(to, file), !goesOn && joined.has(file) ? joinLines(copied, lines) : lines);
  }
  return { kopiert: files.length, abweichend };
}

/** Brings the copied registers into a data folder; lines that stand there already stay, none is doubled. */
export function joinRegister(from: string, to: string): number {
  let added = 0;
  for (const file of listRegister(from)) {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    const present = readLines(join(to, file));
    const lines = joinLines(readLines(join(from, file)), present);
    added += lines.length - present.length;
    if (lines.length > 0) writeLines(join(to, file), lines);
  }
  return added;
}

function joinLines(first: readonly string[], then: readonly string[]): string[] {
  const known = new Set(first);
  return [...first, ...then.filter((line) => !known.has(line))];
}

function listRegister(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.jsonl')) : [];
}

/** Whole lines; a last one that is being written, or that a crash cut off, is none. */
function readLines(path: string): string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const whole = isWhole(text) ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').filter((line) => line !== '');
}

function isWhole(text: string): boolean {
  const rest = text.slice(text.lastIndexOf('\n') + 1);
  try {
    if (rest !== '') JSON.parse(rest);
    return true;
  } catch {
    return false;
  }
}

/** The file is the old or the new one, never half of it. */
function writeLines(path: string, lines: readonly string[]): void {
  const half = `${path}.neu`;
  const file = openSync(half, 'w', 0o600);
  try {
    writeFileSync(file, `${lines.join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(half, path);
}
