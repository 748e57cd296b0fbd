import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { AkteurEingabe, AkteurZeile, Umfeld } from '../contract.ts';
import { openWort } from './wort.ts';

type Row = Omit<AkteurEingabe, 'name' | 'beziehung' | 'kontakt' | 'aufgabe' | 'verfahren'> &
  Pick<AkteurZeile, 'id' | 'fassung' | 'stelle'> & {
    readonly letzterTag: Day | null;
    readonly siegel: Buffer;
  };

/**
 * Actors around a case in scope, with the release that holds on the day. With `nurMitFreigabe` only those who have one
 * and are involved: all that may stand in a hand-over sheet, a letter or a file for others; a private helper never does.
 */
export async function readAkteure(
  tx: Tx,
  { kreisId, fallId, key }: { readonly kreisId: string; readonly fallId: string; readonly key: Key },
  { am, nurMitFreigabe }: { readonly am: Day; readonly nurMitFreigabe: boolean },
): Promise<AkteurZeile[]> {
  const rows = await tx.all(sql<Row>`
    select a.id, a.fassung, a.stelle_id as "stelleId", a.rolle, a.lebensbereich, a.vereinbart_am as "vereinbartAm",
      a.seit, a.bis, a.wort_siegel as siegel, r.letzter_tag as "letzterTag",
      case when s.id is not null then jsonb_build_object('name', s.name, 'ansprechpartner', s.ansprechpartner,
        'telefon', s.telefon, 'email', s.email, 'weg', s.weg) end as stelle
    from akteur a
    join fall f on f.kreis_id = a.kreis_id and f.id = a.fall_id
    left join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id
    left join lateral (
      select max(e.gueltig_bis - 1) as letzter_tag from entbindung e
      join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and p.traeger_id = e.traeger_id
      join einwilligung w on w.kreis_id = p.kreis_id and w.id = p.einwilligung_id and w.widerrufen_am is null
        and (w.ablauf_am is null or w.ablauf_am >= ${am}::date)
      where e.kreis_id = f.kreis_id and e.person_id = f.person_id and e.stelle_id = a.stelle_id
        and e.widerrufen_am is null and e.gueltig_ab <= ${am}::date and e.gueltig_bis > ${am}::date
    ) r on true
    where a.kreis_id = ${kreisId} and a.fall_id = ${fallId}
      and (not ${nurMitFreigabe} or (r.letzter_tag is not null and a.seit <= ${am}::date
        and (a.bis is null or a.bis > ${am}::date)))
    order by a.bis is not null, a.seit, a.erfasst_am, a.id`);
  return rows.map(({ siegel, letzterTag, ...row }) => ({
    ...row,
    ...openWort(key, row.id, siegel),
    freigabe: letzterTag === null ? null : { letzterTag },
  }));
}

/** Who led the case when, as it is known now. */
export function readFederfuehrung(tx: Tx, kreisId: string, fallId: string): Promise<Umfeld['federfuehrung']> {
  return tx.all(sql<Umfeld['federfuehrung'][number]>`
    select x.akteur_id as "akteurId", x.gueltig_ab as ab, x.gueltig_bis as bis, k.name as "vonName"
    from federfuehrung x left join konto k on k.kreis_id = x.kreis_id and k.id = x.erfasst_von
    where x.kreis_id = ${kreisId} and x.fall_id = ${fallId} and x.ersetzt_am is null
    order by x.gueltig_ab`);
}
