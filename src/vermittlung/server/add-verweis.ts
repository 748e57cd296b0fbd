import { randomUUID } from 'node:crypto';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vermittlungContract } from '../contract.ts';
import { zeitRefusals } from '../rules.ts';
import { findZiel } from './find-ziel.ts';
import { loadOffen } from './load.ts';
import { insertVermittlung } from './write.ts';

type Add = typeof vermittlungContract.addVerweis;

/** Information was handed to the person, who goes there alone: nothing leaves, so no release is needed. */
export async function addVerweis(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadOffen(call);
  refuseFields(zeitRefusals(body, { heute: today(deps.now()), aufgenommenAm: fall.aufgenommenAm }));
  const ziel = await findZiel(tx, kreisId, body);
  const vermittlungId = randomUUID();
  await insertVermittlung(tx, {
    ...body,
    kreisId,
    fallId,
    vermittlungId,
    art: 'verweis',
    angebotId: ziel.angebotId,
    stelleId: ziel.stelleId,
    kanal: null,
    inhalt: [],
    entbindungId: null,
    siegel: null,
    stand: 'gesendet',
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'verweis.notiert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      vermittlungId,
      stelleId: ziel.stelleId,
      angebotId: ziel.angebotId,
      lebensbereich: body.lebensbereich,
      am: body.am,
    },
  });
  return { vermittlungId };
}
