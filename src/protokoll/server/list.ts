import { sql } from 'kysely';
import { addDays } from '#src/platform/day.ts';
import type { Answer, Received } from '#src/platform/contract.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { protokollContract, ProtokollZeile } from '../contract.ts';

type List = typeof protokollContract.listProtokoll;
export type ProtokollFilter = Omit<Received<List>['query'], 'vor'>;

const rowsAtOnce = 50;

/** The protocol as the officer of the Kreis or of a Träger may read it. */
export async function listProtokoll({ tx, params, query }: Call<List>): Promise<Answer<List>> {
  const rows = await readProtokoll(tx, params.kreisId, query, query.vor ?? null, rowsAtOnce + 1);
  const zeile = rows.slice(0, rowsAtOnce);
  return { zeile, weiter: rows.length > rowsAtOnce ? (zeile.at(-1)?.id ?? null) : null };
}

/** Rows before one, newest first. Days are those in Germany. */
export async function readProtokoll(
  tx: Tx,
  kreisId: string,
  filter: ProtokollFilter,
  vor: number | null,
  anzahl: number,
): Promise<ProtokollZeile[]> {
  const { art, kontoId = null, nummer = null, vorgang = null, zweck = null, auffaellig } = filter;
  const von = midnight(filter.von);
  const bis = midnight(filter.bis === undefined ? undefined : addDays(filter.bis, 1));
  const rows =
    art === 'lesen'
      ? await tx.all(sql<Row>`
          select id, am, konto, rollen, adresse, vorgang, zweck, personen, nummern
          from protokoll_lesen(${kreisId}, ${kontoId}, ${nummer}, ${vorgang}, ${zweck}, ${von}, ${bis}, ${auffaellig}, ${vor}, ${anzahl})`)
      : await tx.all(sql<Row>`
          select id, am, konto, rollen, adresse, vorgang, null as zweck, null as personen, nummern
          from protokoll_schreiben(${kreisId}, ${kontoId}, ${nummer}, ${vorgang}, ${von}, ${bis}, ${vor}, ${anzahl})`);
  return rows.map((row) => ({ ...row, am: row.am.toISOString() }));
}

type Row = Omit<ProtokollZeile, 'am'> & { readonly am: Date };

function midnight(tag: string | undefined) {
  return tag === undefined ? sql`null` : sql`(${tag}::date::timestamp at time zone 'Europe/Berlin')`;
}
