import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { EingangZeile } from '../eingang.ts';

type Antwort = Omit<EingangZeile['antwort'][number], 'worte'> & {
  readonly id: string;
  readonly siegel: string | null;
};

interface Row {
  readonly traeger_id: string;
  readonly schluessel: Buffer;
  readonly traeger_schluessel: Buffer;
  readonly schreiben: Buffer;
  readonly eingang: Omit<EingangZeile, 'schreiben' | 'antwort'> & { readonly antwort: readonly Antwort[] };
}

/** A referral to the office of the account, with the key that opens what it was sent. */
export interface Eingang {
  readonly key: Key;
  readonly siegel: Buffer;
  readonly eingang: Row['eingang'];
}

/** Asks the database what the account may see; it checks the right and writes the row of the access log itself. */
export async function readEingang(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  vermittlungId: string | null,
): Promise<Eingang[]> {
  const rows = await tx.all(sql<Row>`select * from partner_eingang(${kreisId}, ${vermittlungId}::uuid)`);
  return rows.map((row) => ({
    key: schluessel.openPersonKey(kreisId, row.traeger_id, {
      traeger: row.traeger_schluessel,
      person: row.schluessel,
    }),
    siegel: row.schreiben,
    eingang: row.eingang,
  }));
}
