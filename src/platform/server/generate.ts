import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientConfig } from 'pg';
import { contract } from '#src/app/contract.ts';
import { openApiText } from '#src/platform/openapi.ts';
import { dropDatabase, withClient } from './database-admin.ts';
import { readRelations } from './generate/catalog.ts';
import { readGlossary, writeGlossar, writeGlossary } from './generate/glossary.ts';
import { writeRowTypes } from './generate/row-types.ts';
import { writeSchemaSql } from './generate/schema-sql.ts';
import { migrate } from './migrate.ts';
import { startPostgres } from './postgres/supervisor.ts';

/** Texts of the files that are made from the migrations, on a fresh database of this server, from the contract and from the glossary. */
export async function generatedFiles(admin: ClientConfig): Promise<Map<string, string>> {
  const database = `generate_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  try {
    await migrate(admin, { database });
    return await withClient({ ...admin, database }, async (client) => {
      const relations = await readRelations(client);
      const glossary = readGlossary(await readFile(own('glossary.yaml'), 'utf8'));
      return new Map([
        ['db/schema.sql', await writeSchemaSql(client, relations)],
        ['db/types.ts', await writeRowTypes(client, relations)],
        ['docs/openapi.json', openApiText(contract)],
        ['docs/glossary.md', writeGlossary(glossary)],
        ['src/app/web/glossar.json', writeGlossar(glossary)],
      ]);
    });
  } finally {
    await dropDatabase(admin, database);
  }
}

function own(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

async function writeGeneratedFiles(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-generate-'));
  // The account of the server must be able to enter.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'pg'), test: true });
  try {
    for (const [path, text] of await generatedFiles(postgres.connection('lotse_admin', 'postgres'))) {
      await writeFile(own(path), text);
      console.log(path);
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await writeGeneratedFiles();
