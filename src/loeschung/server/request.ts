import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { tellOthers } from './tell.ts';

/**
 * Proposes to erase one person at her own request (Art. 17 GDPR): a run of one item, which a second account releases like
 * any other and those who may are told. For those who decide at her Träger and whoever leads her case. Answers the run,
 * also one that holds the person already; undefined: not in sight.
 */
export async function beantrageLoeschung(
  tx: Tx,
  wunsch: {
    readonly kreisId: string;
    readonly personId: string;
    readonly grund: string;
    readonly heute: Day;
  },
): Promise<string | undefined> {
  const { kreisId, personId, grund, heute } = wunsch;
  const lauf = await tx.first(sql<{ id: string; neu: boolean; traegerId: string }>`
    select b.lauf_id as id, b.neu, b.traeger_id as "traegerId"
    from loeschung_beantragen(${kreisId}, ${personId}, ${heute}::date) b`);
  if (!lauf) return undefined;
  const { id, neu, traegerId } = lauf;
  if (!neu) return id;
  await tellOthers(tx, { kreisId, laufId: id, traegerId, posten: 1 });
  await recordEreignis(tx, {
    kreisId,
    art: 'loeschung.beantragt',
    gegenstand: 'loeschlauf',
    gegenstandId: id,
    daten: { grund },
  });
  return id;
}
