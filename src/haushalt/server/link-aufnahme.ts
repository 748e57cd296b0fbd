import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Beziehung } from '../contract.ts';
import { writeVerbindung } from './write-verbindung.ts';

/**
 * Links the case that an Anfrage became with the case of the family it came out of (Konzept Kreis Unna 2.2). Whoever
 * admits without seeing the family's case links nothing.
 */
export async function linkAufnahme(
  tx: Tx,
  aufnahme: {
    readonly kreisId: string;
    readonly anfrageId: string;
    readonly fallId: string;
    readonly aufgenommenAm: Day;
  },
  heute: Day,
): Promise<void> {
  const { kreisId, anfrageId, fallId, aufgenommenAm } = aufnahme;
  const herkunft = await tx.first(sql<{ id: string; fallId: string; aufgenommenAm: Day; art: Beziehung }>`
    select h.id, f.id as "fallId", f.aufgenommen_am as "aufgenommenAm", h.beziehung as art
    from haushalt h join fall f on f.kreis_id = h.kreis_id and f.id = h.fall_id
    where h.kreis_id = ${kreisId} and h.anfrage_id = ${anfrageId} and h.eigener_ab is null and f.id <> ${fallId}
      and not exists (select from fall_verbindung v where v.kreis_id = f.kreis_id
        and ${fallId}::uuid in (v.fall_id, v.anderer_fall_id) and f.id in (v.fall_id, v.anderer_fall_id))
    for update of h, f`);
  if (!herkunft) return;
  await writeVerbindung(
    tx,
    {
      fall: { kreisId, id: herkunft.fallId, aufgenommenAm: herkunft.aufgenommenAm },
      anderer: { id: fallId, aufgenommenAm },
      art: herkunft.art,
      haushaltId: herkunft.id,
    },
    heute,
  );
}
