import { sql, type RawBuilder } from 'kysely';
import { validOn } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { ZusteuerungRegel } from '../contract.ts';

/** The columns of a version (alias z) as the interface names them. */
export const spalten = sql`z.id, z.reihe_id as "reiheId", z.rang, z.bezeichnung, z.kommune_id as "kommuneId",
  z.ortsteil_id as "ortsteilId", z.zugang, z.wohnform, z.bedarf, z.an_traeger_id as "anTraegerId",
  z.an_standort_id as "anStandortId", z.an_stelle_id as "anStelleId", z.gueltig_ab as "gueltigAb",
  z.gueltig_bis as "gueltigBis"`;

/** The rules that hold on a day as they are known now, the deciding ones first: for an Anfrage and for the tester alike. */
export async function readZusteuerung(tx: Tx, kreisId: string, am: Day): Promise<ZusteuerungRegel[]> {
  return tx.all(sql<ZusteuerungRegel>`select ${spalten} from zusteuerung z where ${holds(kreisId, am)}
    order by z.rang, z.bezeichnung`);
}

/** The versions (alias z) that hold on a day as they are known now. */
export function holds(kreisId: string, am: Day): RawBuilder<unknown> {
  return sql`z.kreis_id = ${kreisId} and z.ersetzt_am is null and ${validOn('z', am)}`;
}
