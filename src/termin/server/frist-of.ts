import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { TerminFrist } from '../contract.ts';
import { fristStand } from '../frist.ts';

/** Anfrage or Fall of an appointment; at most one is set. */
export interface Gegenstand {
  readonly anfrageId: string | null;
  readonly fallId: string | null;
}

interface Row {
  readonly fristAm: Day;
  readonly dringlich: boolean;
  readonly erstberatungAm: Day | null;
  readonly folgeterminBis: Day | null;
  readonly kontakt: boolean;
  /** Days of appointments that are planned or took place. */
  readonly tage: readonly Day[];
}

/**
 * Until when the next appointment is due: before the first talk the deadline of the Anfrage, after a talk that left
 * something open six weeks. Appointment `ohneId` does not count, because it is being moved.
 */
export async function fristOf(
  tx: Tx,
  kreisId: string,
  { anfrageId, fallId }: Gegenstand,
  heute: Day,
  ohneId: string | null = null,
): Promise<TerminFrist | null> {
  const row = await tx.first(sql<Row>`
    select a.frist_am as "fristAm", a.dringlich, e.am as "erstberatungAm", e.folgetermin_bis as "folgeterminBis",
      exists (select from sonstiger_kontakt k where k.kreis_id = a.kreis_id and k.anfrage_id = a.id and k.ersetzt_am is null)
        as kontakt,
      array(select (t.beginn at time zone 'Europe/Berlin')::date::text from termin t
        where t.kreis_id = a.kreis_id and (t.anfrage_id = a.id or t.fall_id = a.fall_id)
          and t.stand in ('geplant', 'stattgefunden') and t.art <> 'intern' and t.id is distinct from ${ohneId}::uuid
        order by t.beginn) as tage
    from anfrage a left join erstberatung e on e.kreis_id = a.kreis_id and e.anfrage_id = a.id
    where a.kreis_id = ${kreisId} and a.traeger_id = any (app_uuids('app.cm_traeger'))
      and (a.id = ${anfrageId}::uuid or a.fall_id = ${fallId}::uuid)
      and (a.stand <> 'abgeschlossen' or e.folgetermin_bis is not null)
    order by a.eingegangen_am desc limit 1`);
  if (!row) return null;
  const { erstberatungAm, folgeterminBis } = row;
  if (erstberatungAm !== null) {
    if (folgeterminBis === null) return null;
    const tage = row.tage.filter((tag) => tag > erstberatungAm);
    return { art: 'folgetermin', bis: folgeterminBis, stand: fristStand(folgeterminBis, tage, heute) };
  }
  // Whoever was spoken with already, as in the open hour, waits for no first appointment.
  if (row.kontakt && row.tage.length === 0) return null;
  return {
    art: row.dringlich ? 'eilig' : 'erster',
    bis: row.fristAm,
    stand: fristStand(row.fristAm, row.tage, heute),
  };
}
