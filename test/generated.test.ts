import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedFiles } from '#src/platform/server/generate.ts';
import { getTestCluster } from './support/cluster.ts';

test('schema.sql and types.ts are what the migrations make (else: npm run generate)', async () => {
  const admin = { ...getTestCluster(), user: 'lotse_admin', database: 'postgres' };
  for (const [path, text] of await generatedFiles(admin)) {
    const committed = await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
    expect(committed).toBe(text);
  }
});
