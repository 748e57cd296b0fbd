import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { notzugriffContract, NotzugriffZeile } from '../contract.ts';
import { unsealBegruendung } from './begruendung.ts';

type List = typeof notzugriffContract.listNotzugriff;

interface Row extends Omit<NotzugriffZeile, 'ab' | 'bis' | 'begruendung'> {
  readonly ab: Date;
  readonly bis: Date;
  readonly siegel: Buffer;
}

/** Emergency accesses of the last three years: one's own with the case, for the data protection officer without it. */
export async function listNotzugriff({ tx, deps, params }: Call<List>): Promise<Answer<List>> {
  const rows = await tx.all(sql<Row>`
    select n.id, n.traeger_id as "traegerId", n.grund, k.name as "vonName", n.ab, n.bis, n.begruendung_siegel as siegel,
      n.beendet_am is null and n.bis > now() as laeuft, n.konto_id = app_konto() as eigener,
      case when n.konto_id = app_konto() then n.fall_id end as "fallId",
      case when n.konto_id = app_konto() then f.nummer end as nummer
    from notzugriff n
    left join konto k on k.kreis_id = n.kreis_id and k.id = n.konto_id
    left join fall f on f.kreis_id = n.kreis_id and f.id = n.fall_id
    where n.kreis_id = ${params.kreisId} and n.ab > now() - interval '3 years' order by n.ab desc limit 500`);
  return rows.map(({ siegel, ab, bis, ...row }) => ({
    ...row,
    ab: ab.toISOString(),
    bis: bis.toISOString(),
    begruendung: unsealBegruendung(deps.schluessel, row.id, siegel),
  }));
}
