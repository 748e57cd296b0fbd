import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { addMonths, today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { AbwesenheitZeile, vertretungContract } from '../contract.ts';
import { isLongWithoutVertretung } from '../rules.ts';

type List = typeof vertretungContract.listAbwesenheit;

/** Absences of the teams of the account, for the Koordination those of the Kreis; the kind only of one's own. */
export async function listAbwesenheit(call: Call<List>): Promise<Answer<List>> {
  const { tx, actor, deps, params, query } = call;
  const { kreisId } = params;
  const von = query.von ?? today(deps.now());
  const bis = query.bis ?? addMonths(von, 12);
  const rows = await tx.all(sql<Omit<AbwesenheitZeile, 'ohneVertretung' | 'eigene'>>`
    select w.id, w.konto_id as "kontoId", k.name, w.traeger_id as "traegerId", w.von, w.bis, e.art,
      case when v.id is not null then json_build_object('id', v.id, 'kontoId', v.konto_id, 'name', u.name,
        'von', v.gueltig_ab, 'bis', v.gueltig_bis - 1) end as vertretung
    from abwesenheit w
    left join konto k on k.kreis_id = w.kreis_id and k.id = w.konto_id
    left join eigene_abwesenheit() e on e.id = w.id
    left join lateral (select * from vertretung x where x.kreis_id = w.kreis_id and x.abwesenheit_id = w.id
      and x.gueltig_bis > current_date order by x.gueltig_ab desc limit 1) v on true
    left join konto u on u.kreis_id = v.kreis_id and u.id = v.konto_id
    where w.kreis_id = ${kreisId} and w.bis >= ${von}::date and w.von <= ${bis}::date
    order by w.von, k.name, w.id`);
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    select count(*)::int as anzahl from anfrage a
    where a.kreis_id = ${kreisId} and a.casemanager_id = app_konto() and a.stand in ('offen', 'in_beratung')`);
  return {
    abwesenheit: rows.map((row) => ({
      ...row,
      eigene: row.kontoId === actor.kontoId,
      ohneVertretung: isLongWithoutVertretung(row.von, row.bis, row.vertretung !== null),
    })),
    eigeneAnfragen: anzahl,
  };
}
