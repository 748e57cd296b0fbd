import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { hilfeplanContract } from '../contract.ts';
import { standRefusals } from '../rules.ts';
import { loadPlanFall } from './load.ts';
import { noteStand } from './write-plan.ts';

interface Row {
  readonly zielId: string;
  readonly stand: string;
  readonly standAb: Day;
}

/** Notes how a goal stands, with the day; a reached goal keeps it. */
export async function setZielStand(call: Call<typeof hilfeplanContract.setZielStand>): Promise<undefined> {
  await setStand(call, call.params.zielId, null);
}

/** Ticks a step off, or says that it is under way or fell away; progress, so no new version. */
export async function setSchrittStand(
  call: Call<typeof hilfeplanContract.setSchrittStand>,
): Promise<undefined> {
  await setStand(call, null, call.params.schrittId);
}

async function setStand(
  call: Call<typeof hilfeplanContract.setZielStand> | Call<typeof hilfeplanContract.setSchrittStand>,
  zielId: string | null,
  schrittId: string | null,
): Promise<void> {
  const { tx, body } = call;
  const { stand, am, vorher } = body;
  const ort = await loadPlanFall(call);
  const { kreisId, fallId, heute, fall } = ort;
  const row = await tx.first(
    schrittId === null
      ? sql<Row>`select z.id as "zielId", z.stand, z.stand_ab as "standAb"
          from hilfeplan_ziel z where z.kreis_id = ${kreisId} and z.fall_id = ${fallId} and z.id = ${zielId}
            and z.entfernt_am is null`
      : sql<Row>`select s.ziel_id as "zielId", s.stand, s.stand_ab as "standAb"
          from hilfeplan_schritt s where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.id = ${schrittId}
            and s.entfernt_am is null`,
  );
  if (!row) throw notFound();
  if (row.stand !== vorher) {
    throw new Refusal('gleichzeitig-geaendert', 409, {
      daten: { aktuell: { stand: row.stand, am: row.standAb }, geaendert: ['stand'] },
    });
  }
  refuseFields(standRefusals({ stand, am }, { ...row, aufgenommenAm: fall.aufgenommenAm }, heute));
  await noteStand(tx, ort, { zielId: row.zielId, schrittId }, stand, am);
  await recordEreignis(tx, {
    kreisId,
    art: 'hilfeplan.stand',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { zielId: row.zielId, schrittId, stand, vorher, am },
  });
}
