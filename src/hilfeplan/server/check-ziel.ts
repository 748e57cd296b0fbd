import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { ZielInhalt } from '../contract.ts';
import { zielRefusals } from '../rules.ts';

/**
 * A goal that may be kept: refuses everything wrong at once; who is named beside a step by the person or the case manager
 * falls away, and an office of the directory is named as it is called today.
 */
export async function checkZiel(
  tx: Tx,
  kreisId: string,
  ziel: ZielInhalt,
  /** Area that the goal has already; it may stay even when the list no longer offers it. */
  bisher: string | null,
  heute: Day,
): Promise<ZielInhalt> {
  const ids = ziel.schritt.flatMap(({ stelleId }) => (stelleId === null ? [] : [stelleId]));
  const stellen =
    ids.length === 0
      ? []
      : await tx.all(sql<{ id: string; name: string }>`
          select id, name from stelle where kreis_id = ${kreisId} and id = any (${ids}::uuid[])`);
  const names = new Map(stellen.map(({ id, name }) => [id, name]));
  refuseFields([
    ...zielRefusals(ziel),
    ...ziel.schritt.flatMap(({ stelleId }, index) =>
      stelleId === null || names.has(stelleId)
        ? []
        : [{ instance: `/schritt/${index}/dritte`, code: 'stelle-unbekannt' }],
    ),
    ...(ziel.lebensbereich === bisher
      ? []
      : await unknownCodes(
          tx,
          kreisId,
          [{ instance: '/lebensbereich', liste: 'lebensbereich', code: ziel.lebensbereich }],
          heute,
        )),
  ]);
  return {
    ...ziel,
    schritt: ziel.schritt.map((schritt) =>
      schritt.akteur === 'dritte'
        ? { ...schritt, dritte: schritt.dritte || (names.get(schritt.stelleId ?? '') ?? '') }
        : { ...schritt, stelleId: null, dritte: '' },
    ),
  };
}
