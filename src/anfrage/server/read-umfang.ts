import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { AnfrageStand, Tiefe } from '../anfrage.ts';
import { umfangOf, umwandlungOf, type Umfang } from '../rules.ts';

interface Row {
  readonly stand: AnfrageStand;
  readonly anliegen: readonly string[];
  readonly kontakt: readonly { readonly lebensbereich: readonly string[] }[];
  readonly tiefe: Tiefe | null;
  readonly tiefeAb: Day | null;
  readonly weiter: Umfang | null;
}

/** How far the counselling of an Anfrage has gone, in one statement. */
export async function readUmfang(
  tx: Tx,
  kreisId: string,
  anfrageId: string,
): Promise<Omit<Row, 'anliegen' | 'kontakt'> & { readonly umfang: Umfang }> {
  const { anliegen, kontakt, ...rest } = await tx.one(sql<Row>`
    select a.stand, a.lebensbereich as anliegen, t.tiefe, t.gueltig_ab as "tiefeAb",
      case when a.weiter_am is not null
        then json_build_object('kontakte', a.weiter_kontakte, 'bedarfe', a.weiter_bedarfe) end as weiter,
      (select coalesce(json_agg(json_build_object('lebensbereich', k.lebensbereich)), '[]') from sonstiger_kontakt k
        where k.kreis_id = a.kreis_id and k.anfrage_id = a.id and k.ersetzt_am is null) as kontakt
    from anfrage a
    left join anfrage_tiefe t on t.kreis_id = a.kreis_id and t.anfrage_id = a.id and t.ersetzt_am is null
      and t.gueltig_bis is null
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId}`);
  return { ...rest, umfang: umfangOf(anliegen, kontakt) };
}

/** Whether the counselling asks to become a case, by the limits of the Kreis today. */
export async function askUmwandlung(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  kreisId: string,
  anfrageId: string,
): Promise<'kontakte' | 'bedarfe' | null> {
  const grenze = await getRegel(tx, kreisId, 'kurzberatung', today(deps.now()));
  const { umfang, ...lage } = await readUmfang(tx, kreisId, anfrageId);
  return umwandlungOf(umfang, grenze, lage);
}
