import { sql } from 'kysely';
import { addDays, today } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { sealWort } from '#src/uebergabe/server/seal.ts';
import { demoId } from './demo-id.ts';

/** A hand-over that waits for its answer: Caritas asks the Umwelt-Werkstatt for two cases. Acts as the asking account. */
export async function insertUebergabe(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  now: Date,
): Promise<void> {
  const heute = today(now);
  const anfrageId = demoId(kreisId, 'uebergabe_anfrage', 'caritas');
  const fall = await tx.all(sql<{ id: string; kommuneId: string | null }>`
    select f.id, f.kommune_id as "kommuneId" from fall f
    where f.kreis_id = ${kreisId} and f.casemanager_id = app_konto() and f.person_id is not null
      and f.aufgenommen_am < ${addDays(heute, -30)}::date
      and exists (select from fall_status s where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
        and s.status = 'aktiv' and s.gueltig_bis is null)
    order by f.nummer limit 2`);
  const kommuneIds = [...new Set(fall.flatMap((each) => each.kommuneId ?? []))];
  await tx.run(sql`
    insert into uebergabe_anfrage (kreis_id, id, von_traeger_id, an_traeger_id, kommune_id, wirksam_am, grund, zustimmung_am,
      frist_am, nachricht_siegel, gestellt_von)
    select ${kreisId}, ${anfrageId}, von.id, an.id, ${kommuneIds}::text[], ${heute}, 'umzug', ${addDays(heute, -2)},
      ${addDays(heute, 14)}, ${sealWort({ schluessel }, anfrageId, 'nachricht', 'Beide ziehen um. Ein gemeinsames Gespräch wäre gut.')},
      app_konto()
    from traeger von join traeger an on an.kreis_id = von.kreis_id and an.slug = 'umwelt_werkstatt'
    where von.kreis_id = ${kreisId} and von.slug = 'caritas_unna'`);
  await tx.run(sql`
    insert into uebergabe_anfrage_fall (kreis_id, anfrage_id, fall_id)
    select ${kreisId}, ${anfrageId}, id from unnest(${fall.map(({ id }) => id)}::uuid[]) as id`);
}
