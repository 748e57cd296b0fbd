import { sql } from 'kysely';
import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { today } from '#src/platform/day.ts';
import type { uebergabeContract } from '../contract.ts';
import type { UebergabeEingabe } from '../eingabe.ts';
import { mayMoveAtOnce } from './at-once.ts';
import { planUebergabe } from './plan.ts';
import { readAbwesendBis } from './read-abwesend.ts';
import { readVorschau } from './read-vorschau.ts';

/** Says case by case whether a hand-over is possible and how the figures of both Träger change; writes nothing. */
export const previewUebergabe: Handler<typeof uebergabeContract.previewUebergabe> = async ({
  tx,
  actor,
  params,
  body,
  deps,
}) => {
  const plan = await planUebergabe(tx, actor, params.kreisId, body, deps.now());
  const moeglich = plan.zeile.filter((z) => z.moeglich).length;
  const vorschau = await readVorschau(tx, params.kreisId, body.fallIds, today(deps.now()));
  return {
    zeile: plan.zeile.flatMap((zeile) => {
      const found = vorschau.get(zeile.fallId);
      return found === undefined ? [] : [{ ...zeile, vorschau: found }];
    }),
    moeglich,
    hinderlich: plan.zeile.length - moeglich,
    wirkung: await countWirkung(tx, actor, params.kreisId, body, plan.vonTraegerId, moeglich),
    direkt: mayMoveAtOnce(actor, params.kreisId, plan.vonTraegerId, body),
    abwesendBis: await readAbwesendBis(tx, params.kreisId, body.casemanagerId, today(deps.now())),
  };
};

/** Gesamtfälle of the two Träger on the effective day; of Träger whose figures the actor may count. */
async function countWirkung(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  { anTraegerId, wirksamAm }: UebergabeEingabe,
  vonTraegerId: string,
  anzahl: number,
): Promise<{ traegerId: string; vorher: number; nachher: number }[]> {
  const beide = [...new Set([vonTraegerId, anTraegerId])].filter((id) => mayCount(actor, kreisId, id));
  const rows = await tx.as('lotse_zaehler', () =>
    tx.all(sql<{ traegerId: string; vorher: number }>`
      select t.id as "traegerId", (select count(*)::int from fall_zustaendigkeit z
          join fall f on f.kreis_id = z.kreis_id and f.id = z.fall_id
          where z.kreis_id = t.kreis_id and z.traeger_id = t.id and z.ersetzt_am is null
            and z.gueltig_ab <= ${wirksamAm}::date
            and (z.gueltig_bis is null or z.gueltig_bis > ${wirksamAm}::date)) as vorher
      from traeger t where t.kreis_id = ${kreisId} and t.id = any (${beide}::uuid[])
      order by array_position(${beide}::uuid[], t.id)`),
  );
  return rows.map(({ traegerId, vorher }) => ({
    traegerId,
    vorher,
    nachher: vorher + (traegerId === anTraegerId ? anzahl : -anzahl),
  }));
}

function mayCount(actor: Actor, kreisId: string, traegerId: string): boolean {
  return (
    hasRolle(actor, ['koordination'], kreisId) ||
    actor.rollen.some((r) => r.kreisId === kreisId && r.rolle === 'casemanager' && r.traegerId === traegerId)
  );
}
