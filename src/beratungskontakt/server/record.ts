import { randomUUID } from 'node:crypto';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { beratungskontaktContract } from '../contract.ts';
import { kontaktRefusals } from '../rules.ts';
import { loadKontaktLage } from './load.ts';
import { insertKontakt } from './write.ts';

type Record = typeof beratungskontaktContract.recordBeratungskontakt;

/** Records a contact of a case with its sealed note. */
export async function recordBeratungskontakt(call: Call<Record>): Promise<Answer<Record>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const lage = await loadKontaktLage(tx, actor, params, body);
  refuseFields(kontaktRefusals(body, lage, today(deps.now())));
  const kontaktId = randomUUID();
  const key = await deps.schluessel.personKey(tx, kreisId, lage.traegerId, lage.schluessel);
  const notizId = randomUUID();
  tx.send(
    insertKontakt({
      ...body,
      ...params,
      id: kontaktId,
      fassung: 1,
      traegerId: lage.traegerId,
      casemanagerId: lage.casemanagerId,
      personId: lage.personId,
      geheimtext: body.notiz === '' ? null : { id: notizId, siegel: sealForPerson(key, notizId, body.notiz) },
    }),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'beratungskontakt.erfasst',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { kontaktId, am: body.am, qualifiziert: body.qualifiziert },
  });
  return { kontaktId };
}
