import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the library links of the embedded package. Its own install script does the same,
 * but npm does not run install scripts everywhere. Throws when the folder is not writable.
 */
export function hydrateSymlinks(nativeDir: string): void {
  const packageDir = dirname(nativeDir);
  const list: unknown = JSON.parse(readFileSync(join(nativeDir, 'pg-symlinks.json'), 'utf8'));
  for (const link of linkList.parse(list)) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    symlinkSync(relative(dirname(target), join(packageDir, link.source)), target);
  }
}
