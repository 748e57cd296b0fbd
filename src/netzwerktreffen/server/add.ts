import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { netzwerktreffenContract } from '../contract.ts';
import { refuseNetzwerktreffen } from './refuse.ts';

type Add = typeof netzwerktreffenContract.addNetzwerktreffen;

/** Notes that the case management took part in a local network format. */
export async function addNetzwerktreffen({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  await refuseNetzwerktreffen(tx, kreisId, body, today(deps.now()));
  const id = randomUUID();
  await tx.run(sql`
    insert into netzwerktreffen (kreis_id, id, am, name, art, kommune_id, traeger_id, ergebnis, erfasst_von)
    values (${kreisId}, ${id}, ${body.am}::date, ${body.name}, ${body.art}, ${body.kommuneId}, ${body.traegerId},
      ${body.ergebnis}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'netzwerktreffen.erfasst',
    gegenstand: 'netzwerktreffen',
    gegenstandId: id,
    daten: { am: body.am, art: body.art },
  });
  return { ...body, id, fassung: 1 };
}
