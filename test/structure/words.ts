import { basename } from 'node:path';
import { isTest, listFiles, read } from './files.ts';
import { listTables } from './sql.ts';

/** A name in code or schema and where it stands. */
export interface Name {
  readonly name: string;
  readonly place: string;
}

const declared = /^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
const contractKey = /(?:^|[\s{(,])(\w+)\??: /gm;
const sqlValues = /'([a-z]\w*)'::text/g;

/** Names of files, folders, declarations, contract fields, tables, columns and stored values. */
export function listNames(): Name[] {
  const files = listFiles('src').filter((path) => !isTest(path));
  const fromFiles = files.flatMap((path) =>
    path
      .split('/')
      .slice(1)
      .map((part) => ({ name: basename(part).replace(/\.[a-z]+$/, ''), place: path })),
  );
  const fromCode = files
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [
      ...find(path, declared),
      ...(path.endsWith('contract.ts') ? find(path, contractKey) : []),
    ]);
  const fromTables = listTables().flatMap(({ name, columns }) =>
    [name, ...columns].map((word) => ({ name: word, place: 'db/schema.sql' })),
  );
  return [...fromFiles, ...fromCode, ...fromTables, ...find('db/schema.sql', sqlValues)];
}

function find(path: string, pattern: RegExp): Name[] {
  // Comments and texts are prose, not names.
  const code = path.endsWith('.sql')
    ? read(path)
    : read(path).replaceAll(/\/\*\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g, '');
  return [...code.matchAll(pattern)].map((match) => ({
    name: match[1] ?? '',
    place: path,
  }));
}

/** The words of a name in lower case; `signHilfeplan`, `fall_status` and `list-sitzung` have two each. */
export function splitName(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
}
