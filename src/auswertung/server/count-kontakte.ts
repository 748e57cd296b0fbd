import { sql } from 'kysely';
import { knownAt } from '#src/fall/server/status-on-day.ts';
import { addDays, addMonths } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { inUmfang, type Umfang } from './scope.ts';

export interface KontaktZahl {
  readonly monat: string;
  readonly traegerId: string;
  readonly anzahl: number;
}

export interface Monate {
  readonly von: string;
  readonly bis: string;
}

/**
 * Contacts per month and advising Träger: the anonymous ones without admission (Vorlage 197/23) or those within cases.
 * Counted per day first, which is far cheaper than cutting each contact's day to a month. Run as lotse_zaehler.
 */
export async function countKontakte(
  tx: Tx,
  umfang: Umfang,
  art: 'sonstige' | 'beratung',
  monate: Monate,
  kenntnisstand: string | null,
): Promise<KontaktZahl[]> {
  const ende = addDays(addMonths(`${monate.bis}-01`, 1), -1);
  const kommune = art === 'sonstige' ? sql.ref('k.kommune_id') : sql.ref('f.kommune_id');
  const imUmfang = inUmfang(umfang, { kommune, traeger: sql.ref('k.traeger_id') }, sql`k.am`);
  const fall = sql`join fall f on f.kreis_id = k.kreis_id and f.id = k.fall_id`;
  return tx.all(sql<KontaktZahl>`
    select to_char(am, 'YYYY-MM') as monat, traeger_id as "traegerId", sum(n)::int as anzahl from (
      select k.am, k.traeger_id, count(*) as n
      from ${sql.table(art === 'sonstige' ? 'sonstiger_kontakt' : 'beratungskontakt')} k
      ${art === 'beratung' && imUmfang ? fall : sql``}
      where k.kreis_id = ${umfang.kreisId} and k.am between ${`${monate.von}-01`}::date and ${ende}::date
        and ${knownAt('k', kenntnisstand)} ${imUmfang ? sql`and ${imUmfang}` : sql``}
      group by k.am, k.traeger_id) je_tag
    group by 1, 2`);
}
