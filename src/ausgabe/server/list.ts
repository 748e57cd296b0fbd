import { sql } from 'kysely';
import { addDays } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { AUSGABE_SEITE, type ausgabeContract } from '../contract.ts';

type List = typeof ausgabeContract.listAusgabe;

interface Row {
  readonly jahr: number;
  readonly nummer: number;
  readonly am: Date;
  readonly konto: string | null;
  readonly vorgang: string;
  readonly benannt: boolean;
  readonly vermerkt: boolean;
  readonly frage: Record<string, unknown>;
  readonly dateiart: string;
  readonly groesse: number;
  readonly pruefsumme: Buffer;
  readonly adresse: string;
  readonly gesamt: number;
}

/** The number as the mark in a file says it. */
export function nummerText(jahr: number, nummer: number): string {
  return `${jahr}-${String(nummer).padStart(6, '0')}`;
}

/** What left, the latest first; an officer of one Träger sees what its people took. */
export async function listAusgabe({ tx, params, query }: Call<List>): Promise<Answer<List>> {
  const { von, bis, benannt, nummer, seite } = query;
  const [zahl, jahr] = (nummer ?? '').split('-').toReversed();
  const rows = await tx.all(sql<Row>`
    select a.jahr, a.nummer, a.am, k.name as konto, a.vorgang, a.benannt, a.vermerkt, a.frage, a.dateiart, a.groesse,
      a.pruefsumme, a.adresse, count(*) over ()::int as gesamt
    from ausgabe a left join konto k on k.id = a.konto_id
    where a.kreis_id = ${params.kreisId}
      ${von === undefined ? sql`` : sql`and a.am >= ${von}::date at time zone 'Europe/Berlin'`}
      ${bis === undefined ? sql`` : sql`and a.am < ${addDays(bis, 1)}::date at time zone 'Europe/Berlin'`}
      ${benannt === undefined ? sql`` : sql`and a.benannt = ${benannt}`}
      ${nummer === undefined ? sql`` : sql`and a.nummer = ${Number(zahl)}`}
      ${jahr === undefined ? sql`` : sql`and a.jahr = ${Number(jahr)}`}
    order by a.jahr desc, a.nummer desc
    limit ${AUSGABE_SEITE} offset ${(seite - 1) * AUSGABE_SEITE}`);
  return {
    gesamt: rows[0]?.gesamt ?? 0,
    ausgabe: rows.map((row) => ({
      nummer: nummerText(row.jahr, row.nummer),
      am: row.am.toISOString(),
      konto: row.konto ?? '',
      vorgang: row.vorgang,
      benannt: row.benannt,
      vermerkt: row.vermerkt,
      frage: row.frage,
      dateiart: row.dateiart,
      groesse: row.groesse,
      pruefsumme: row.pruefsumme.toString('hex'),
      adresse: row.adresse,
    })),
  };
}
