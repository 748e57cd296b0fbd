import { sql, type RawBuilder } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { AnfrageStand } from '../anfrage.ts';
import type { anfrageContract } from '../contract.ts';
import { anfrageColumns, fromAnfrage, isOverdue } from './columns.ts';
import { seesAnfrage } from './scope.ts';

type List = typeof anfrageContract.listAnfrage;

/** Anfragen of one tab, the nearest deadline first (ended ones: the latest first), and how many stand in each tab. */
export async function listAnfrage(call: Call<List>): Promise<Answer<List>> {
  const { tx, deps, query } = call;
  const heute = today(deps.now());
  const where = sql.join(filters(call), sql` and `);
  const zahl = { offen: 0, in_beratung: 0, warteliste: 0, abgeschlossen: 0 };
  const counted = await tx.all(sql<{ stand: AnfrageStand; anzahl: number; ueberfaellig: number }>`
    select a.stand, count(*)::int as anzahl, (count(*) filter (where ${isOverdue(heute)}))::int as ueberfaellig
    from anfrage a where ${where} group by a.stand`);
  for (const { stand, anzahl } of counted) zahl[stand] = anzahl;
  const order =
    query.stand === 'abgeschlossen'
      ? sql`a.abgeschlossen_am desc, a.nummer desc`
      : sql`a.frist_am, a.dringlich desc, a.nummer`;
  const only = query.fall === undefined ? sql`and a.stand = ${query.stand}` : sql``;
  return {
    zahl,
    ueberfaellig: counted.reduce((sum, each) => sum + each.ueberfaellig, 0),
    anfrage: await tx.all(sql<Answer<List>['anfrage'][number]>`
      select ${anfrageColumns(heute)} from ${fromAnfrage} where ${where} ${only}
      order by ${order} limit ${query.anzahl}`),
  };
}

function filters({ params, query }: Call<List>): RawBuilder<unknown>[] {
  const filter: RawBuilder<unknown>[] = [sql`a.kreis_id = ${params.kreisId}`, seesAnfrage('a')];
  if (query.wer === 'meine') filter.push(sql`a.casemanager_id = app_konto()`);
  if (query.wer === 'frei') filter.push(sql`a.casemanager_id is null`);
  if (query.traeger !== undefined) filter.push(sql`a.traeger_id = ${query.traeger}`);
  if (query.fall !== undefined) filter.push(sql`a.fall_id = ${query.fall}`);
  return filter;
}
