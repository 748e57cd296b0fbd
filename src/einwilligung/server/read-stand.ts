import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** A consent as it may be told also of a locked person: days and versions, no name. */
export interface EinwilligungStand {
  readonly traegerId: string;
  readonly gesperrt: boolean;
  readonly einwilligungId: string;
  readonly erteiltAm: Day;
  readonly textfassung: string;
  readonly sprache: string;
  readonly widerrufenAm: Day | null;
  readonly ablaufAm: Day | null;
  /** A later one stands in its place. */
  readonly abgeloest: boolean;
}

/** True for a person with whom the account works and whose consent is withdrawn: there is nothing to show of her. */
export async function isGesperrt(tx: Tx, kreisId: string, personId: string): Promise<boolean> {
  const [first] = await readStand(tx, kreisId, personId);
  return first?.gesperrt === true;
}

/** All consents of a person with whom the account works, oldest first; none when the person does not exist for it. */
export function readStand(tx: Tx, kreisId: string, personId: string): Promise<EinwilligungStand[]> {
  return tx.all(sql<EinwilligungStand>`
    select s.traeger_id as "traegerId", s.gesperrt_am is not null as gesperrt, s.einwilligung_id as "einwilligungId",
      s.erteilt_am as "erteiltAm", s.textfassung, s.sprache, s.widerrufen_am as "widerrufenAm",
      s.ablauf_am as "ablaufAm", s.abgeloest_am is not null as abgeloest
    from einwilligung_stand(${kreisId}, ${personId}) s`);
}
