import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { newKey } from '#src/platform/server/siegel.ts';

/** Puts a new key before the present one; a running server finds both. */
export function addKey(path: string): void {
  writeKeys(path, [newKey().toString('base64'), ...readLines(path)]);
}

/** Leaves only the newest key; the others go to a file beside, whose path is answered. */
export function retireKeys(path: string): string | undefined {
  const [newest = '', ...old] = readLines(path);
  if (old.length === 0) return undefined;
  const beside = `${path}.abgeloest-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
  writeKeys(beside, old, path);
  writeKeys(path, [newest]);
  return beside;
}

function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Never a moment without a whole file: a temporary one that is on the disk before it takes the name. */
function writeKeys(path: string, lines: readonly string[], like = path): void {
  const { uid, gid, mode } = statSync(like);
  const temporary = `${path}.neu`;
  const file = openSync(temporary, 'w', mode & 0o770);
  writeSync(file, `${lines.join('\n')}\n`);
  fsyncSync(file);
  closeSync(file);
  if (process.getuid?.() === 0) chownSync(temporary, uid, gid);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** A new name is on the disk only when its folder is. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
