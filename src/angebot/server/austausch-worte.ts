import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { plain } from '../austausch.ts';

type Liste = 'lebensbereich' | 'rechtskreis' | 'kommune';

/** Words of a Kreis for its codes and back. */
export interface Worte {
  /** Name of a code that can be read back; else the code. */
  readonly wordOf: (liste: Liste, code: string) => string;
  /** Code of a code, a name or another spelling. */
  readonly codeOf: (liste: Liste, text: string) => string | undefined;
  /** ISO 639-3 of a code in either form or of a German name. */
  readonly languageOf: (text: string) => string | undefined;
}

interface Row {
  readonly liste: Liste;
  readonly code: string;
  readonly namen: readonly string[];
}

/** Kommunen and lists of the Kreis as of a day. */
export async function loadWorte(tx: Tx, kreisId: string, am: Day): Promise<Worte> {
  return openWorte(
    await tx.all(sql<Row>`
      select liste, code, array[bezeichnung, bezeichnung_en] || variante as namen from codeliste
      where kreis_id = ${kreisId} and liste in ('lebensbereich', 'rechtskreis') and gueltig_ab <= ${am}::date
        and (gueltig_bis is null or gueltig_bis > ${am}::date)
      union all
      select 'kommune', id, array[name] from kommune where kreis_id = ${kreisId}`),
  );
}

function openWorte(rows: readonly Row[]): Worte {
  const codes = new Map<string, string>();
  const words = new Map<string, string>();
  for (const { liste, code } of rows) codes.set(`${liste} ${plain(code)}`, code);
  for (const { liste, code, namen } of rows)
    for (const name of namen)
      if (!codes.has(`${liste} ${plain(name)}`)) codes.set(`${liste} ${plain(name)}`, code);
  const codeOf = (liste: Liste, text: string) => codes.get(`${liste} ${plain(text)}`);
  for (const { liste, code, namen } of rows) {
    const [name = ''] = namen;
    // A name that means another code too, or that holds the sign between two names, would not come back.
    const readable = codeOf(liste, name) === code && !/[;|\n]/.test(name) && name.trim() === name;
    words.set(`${liste} ${code}`, readable ? name : code);
  }
  return {
    wordOf: (liste, code) => words.get(`${liste} ${code}`) ?? code,
    codeOf,
    languageOf: (text) => languages.get(plain(text)) ?? (/^[a-z]{3}$/.test(text) ? text : undefined),
  };
}

const languages = new Map(
  papiersprachen.flatMap(({ code, tag, name }): [string, string][] =>
    [code, tag, name].map((word) => [plain(word), code]),
  ),
);
