import { sql, type RawBuilder } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Day } from '#src/platform/day.ts';

/**
 * Open tasks for Mein Tag that are due until a day, as a query of (aufgabe_id, faellig_am, fall_id), without words: those
 * given to the account or to a colleague it stands in for, and in cases that these lead those given to nobody or to
 * somebody who is not of the Träger any more. Tasks without a deadline wait in the case.
 */
export function readOffeneAufgaben(
  kreisId: string,
  bis: Day,
): RawBuilder<{
  aufgabe_id: string;
  faellig_am: Day;
  fall_id: string;
}> {
  return sql`
    select a.id as aufgabe_id, a.faellig_am, a.fall_id
    from aufgabe a join fall f on f.kreis_id = a.kreis_id and f.id = a.fall_id
    where a.kreis_id = ${kreisId} and a.stand = 'offen' and a.faellig_am <= ${bis}::date and ${caresFor('f')}
      and (a.zustaendig_id = any ((select app_uuids('app.cm_konto'))::uuid[])
        or (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))
          and not exists (select from rolle r where r.kreis_id = f.kreis_id and r.konto_kreis_id = a.kreis_id
            and r.konto_id = a.zustaendig_id and r.rolle = 'casemanager' and r.traeger_id = f.traeger_id
            and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())))`;
}
