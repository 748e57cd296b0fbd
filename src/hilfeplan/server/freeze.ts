import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { PlanInhalt } from '../plan.ts';
import type { PlanOrt } from './load.ts';
import { pruefwertOf, sealInhalt } from './worte.ts';

export interface ToFreeze {
  readonly inhalt: PlanInhalt;
  readonly planFassung: number;
  /** Day of the signatures; null for a draft that is only printed. */
  readonly unterschriebenAm: Day | null;
}

/** Freezes a plan as a version, in the place of a draft that waited; with a day of signature it replaces the one that held. */
export async function freezePlan(
  tx: Tx,
  { kreisId, fallId, key }: PlanOrt,
  { inhalt, planFassung, unterschriebenAm }: ToFreeze,
): Promise<{ versionId: string; nummer: number; pruefwert: string }> {
  const stand = unterschriebenAm === null ? 'entwurf' : 'unterschrieben';
  const antwort = inhalt.zustimmung?.antwort ?? null;
  const pruefwert = pruefwertOf(inhalt);
  const bytes = Buffer.from(pruefwert, 'hex');
  if (unterschriebenAm !== null) {
    await tx.run(sql`update hilfeplan_version set stand = 'abgeloest'
      where kreis_id = ${kreisId} and fall_id = ${fallId} and stand = 'unterschrieben'`);
  }
  const entwurf = await tx.first(sql<{ id: string; nummer: number }>`
    select id, nummer from hilfeplan_version
    where kreis_id = ${kreisId} and fall_id = ${fallId} and stand = 'entwurf' for update`);
  const versionId = entwurf?.id ?? randomUUID();
  const siegel = sealInhalt(key, versionId, inhalt);
  if (entwurf) {
    await tx.run(sql`
      update hilfeplan_version set stand = ${stand}, plan_fassung = ${planFassung}, inhalt_siegel = ${siegel},
        pruefwert = ${bytes}, antwort = ${antwort}, unterschrieben_am = ${unterschriebenAm}, erfasst_am = now(),
        erfasst_von = app_konto()
      where kreis_id = ${kreisId} and id = ${versionId}`);
    return { versionId, nummer: entwurf.nummer, pruefwert };
  }
  const { nummer } = await tx.one(sql<{ nummer: number }>`
    insert into hilfeplan_version (kreis_id, id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert, antwort,
      unterschrieben_am, erfasst_von)
    select ${kreisId}, ${versionId}, ${fallId}, coalesce(max(nummer), 0) + 1, ${stand}, ${planFassung}, ${siegel},
      ${bytes}, ${antwort}, ${unterschriebenAm}::date, app_konto()
    from hilfeplan_version where kreis_id = ${kreisId} and fall_id = ${fallId}
    returning nummer`);
  return { versionId, nummer, pruefwert };
}
