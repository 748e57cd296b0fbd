import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Config } from './config.ts';

/**
 * The master key, from the environment or a file beside (never in) the database.
 * Makes the file on a new installation; refuses when sealed data exist but the key is gone.
 */
export async function loadHauptschluessel(
  source: Config['hauptschluessel'],
  hasSealedData: () => Promise<boolean>,
): Promise<Buffer> {
  if (source.kind === 'value') return source.value;
  const text = await readFile(source.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) {
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== 32) throw new Error(`Der Hauptschlüssel in ${source.path} ist beschädigt.`);
    return key;
  }
  if (await hasSealedData()) {
    throw new Error(
      `Der Hauptschlüssel ${source.path} fehlt, die Datenbank enthält aber versiegelte Texte. ` +
        'Spielen Sie die Schlüsseldatei aus der Sicherung zurück; ohne sie sind die Texte nicht lesbar.',
    );
  }
  const key = randomBytes(32);
  // 'wx': two processes that start at once must not write two keys.
  await writeFile(source.path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
