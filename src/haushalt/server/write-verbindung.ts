import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { Beziehung } from '../contract.ts';
import { withPersonen } from './personen.ts';

export interface NeueVerbindung {
  readonly fall: { readonly kreisId: string; readonly id: string; readonly aufgenommenAm: Day };
  readonly anderer: { readonly id: string; readonly aufgenommenAm: Day };
  readonly art: Beziehung;
  /** Member of the household of `fall` who is the person of the other case. */
  readonly haushaltId: string | null;
}

/** Links two cases; a member who has an own case is from its admission on no longer counted in this one. */
export async function writeVerbindung(tx: Tx, neu: NeueVerbindung, heute: Day): Promise<string> {
  const { fall, anderer, art, haushaltId } = neu;
  const { kreisId } = fall;
  const id = randomUUID();
  await tx.run(sql`
    insert into fall_verbindung (kreis_id, id, fall_id, anderer_fall_id, art, haushalt_id, erfasst_von)
    values (${kreisId}, ${id}, ${fall.id}, ${anderer.id}, ${art}, ${haushaltId}, app_konto())`);
  if (haushaltId !== null) {
    await withPersonen(tx, fall, heute, () =>
      tx.run(sql`
        update haushalt set eigener_ab = ${anderer.aufgenommenAm}, fassung = fassung + 1
        where kreis_id = ${kreisId} and id = ${haushaltId}`),
    );
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.verbunden',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { art, haushalt: haushaltId !== null },
  });
  return id;
}
