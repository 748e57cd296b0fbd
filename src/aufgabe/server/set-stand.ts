import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { aufgabeContract } from '../contract.ts';
import { loadAufgabe } from './load-aufgabe.ts';
import { loadForWork } from './load.ts';

type Set = typeof aufgabeContract.setAufgabeStand;

/** Ticks a task off, drops it, or opens it again; whoever does so today is named beside it. */
export async function setAufgabeStand(call: Call<Set>): Promise<Answer<Set>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId, aufgabeId } = params;
  await loadForWork(call);
  const { fassung: bisher, stand } = await loadAufgabe(tx, params);
  requireFassung({ fassung: bisher, stand }, body);
  const fassung = bisher + 1;
  const zu = body.stand !== 'offen';
  await tx.run(sql`
    update aufgabe set stand = ${body.stand}, fassung = ${fassung},
      erledigt_am = ${zu ? today(deps.now()) : null}, erledigt_von = case when ${zu}::boolean then app_konto() end
    where kreis_id = ${kreisId} and id = ${aufgabeId}`);
  await recordEreignis(tx, {
    kreisId,
    art: `aufgabe.${body.stand}`,
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { aufgabeId, fassung },
  });
  return { fassung };
}
