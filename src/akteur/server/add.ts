import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadUmfeldFall } from '#src/haushalt/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { akteurContract } from '../contract.ts';
import { checkAkteur } from './check.ts';
import { sealWort } from './wort.ts';

type Add = typeof akteurContract.addAkteur;

/** Puts an office or a private helper on the map of a case, with the split of tasks (Konzept Kreis Unna 4.3). */
export async function addAkteur(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadUmfeldFall(call);
  await checkAkteur(tx, params, body, today(deps.now()));
  const akteurId = randomUUID();
  await tx.run(sql`
    insert into akteur (kreis_id, id, fall_id, stelle_id, rolle, lebensbereich, seit, bis, vereinbart_am, wort_siegel,
      erfasst_von)
    values (${kreisId}, ${akteurId}, ${fallId}, ${body.stelleId}, ${body.rolle},
      ${[...new Set(body.lebensbereich)]}::text[], ${body.seit}, ${body.bis}, ${body.vereinbartAm},
      ${sealWort(fall.key, akteurId, body)}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'akteur.ergaenzt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { rolle: body.rolle, lebensbereich: body.lebensbereich, seit: body.seit },
  });
  return { akteurId };
}
