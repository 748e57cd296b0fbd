import { read } from './files.ts';

/** A table as committed in db/schema.sql. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of any foreign key. */
  readonly references: ReadonlySet<string>;
  readonly foreignKeys: readonly string[];
  readonly hasComment: boolean;
  readonly commented: ReadonlySet<string>;
}

/** The tables of db/schema.sql. */
export function listTables(): Table[] {
  const schema = read('db/schema.sql');
  return [...schema.matchAll(/^create table (\w+) \(\n([^]*?)\n\);/gm)].map(([, name = '', body = '']) => {
    const lines = body.split('\n').map((line) => line.trim());
    const foreignKeys = lines.filter((line) => line.includes('FOREIGN KEY'));
    return {
      name,
      columns: lines
        .filter((line) => /^[a-z_]+ [a-z]/.test(line) && !line.startsWith('constraint '))
        .map((line) => line.split(' ')[0] ?? ''),
      references: new Set(foreignKeys.flatMap((line) => /\(([^)]*)\)/.exec(line)?.[1]?.split(', ') ?? [])),
      foreignKeys,
      hasComment: schema.includes(`comment on table ${name} is `),
      commented: new Set(
        [...schema.matchAll(new RegExp(`^comment on column ${name}\\.(\\w+) `, 'gm'))].map(
          ([, column = '']) => column,
        ),
      ),
    };
  });
}
