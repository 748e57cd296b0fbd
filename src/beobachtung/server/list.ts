import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { beobachtungContract, BeobachtungZeile } from '../contract.ts';

type List = typeof beobachtungContract.listBeobachtung;

/** Lines that a page shows; the counts are of all. */
const ZEILEN = 200;

/** Observations of the Kreis; the policy gives the case to whoever wrote the line and to nobody else. */
export async function listBeobachtung({ tx, params, query }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const where = sql`b.kreis_id = ${kreisId} and (${query.art ?? null}::text is null or b.art = ${query.art ?? null})
    and (${query.lebensbereich ?? null}::text is null or b.lebensbereich = ${query.lebensbereich ?? null})
    and (${query.kommune ?? null}::text is null or b.kommune_id = ${query.kommune ?? null})`;
  const [beobachtung, anzahl] = await Promise.all([
    tx.all(sql<BeobachtungZeile>`
      select b.id, b.fassung, b.art, b.lebensbereich, b.kommune_id as "kommuneId", a.name as "angebotName",
        s.name as "stelleName", b.text, to_char(b.am, 'YYYY-MM') as monat, h.konto_id is not null as eigen,
        h.fall_id as "fallId"
      from beobachtung b
      left join beobachtung_herkunft h on h.kreis_id = b.kreis_id and h.beobachtung_id = b.id and h.konto_id = app_konto()
      left join angebot a on a.kreis_id = b.kreis_id and a.id = b.angebot_id
      left join stelle s on s.kreis_id = b.kreis_id and s.id = coalesce(b.stelle_id, a.stelle_id)
      where ${where}
      -- By month, then by chance: the order within a month would tell the day.
      order by date_trunc('month', b.am) desc, h.konto_id is null, b.id limit ${ZEILEN}`),
    tx.all(sql<Answer<List>['anzahl'][number]>`
      select b.art, b.lebensbereich, b.kommune_id as "kommuneId", count(*) as anzahl from beobachtung b
      where ${where} group by 1, 2, 3 order by 4 desc, 1, 2, 3`),
  ]);
  return { beobachtung, anzahl };
}
