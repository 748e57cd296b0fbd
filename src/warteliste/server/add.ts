import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadAnfrage } from '#src/anfrage/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { wartelisteContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { setStand } from './set-stand.ts';

type Add = typeof wartelisteContract.addWarteliste;

/** Puts an Anfrage on the waiting list, with a Verweis meanwhile if there is one (Konzept Kreis Unna 4.1). */
export async function addWarteliste({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  if (anfrage.stand === 'abgeschlossen') throw new Refusal('anfrage-abgeschlossen', 422);
  if (anfrage.stand === 'warteliste') throw new Refusal('warteliste-steht-schon', 409);
  const heute = today(deps.now());
  refuseFields([
    ...tagRefusals('/eingetragenAm', body.eingetragenAm, anfrage.eingegangenAm, heute),
    ...((await hasStelle(tx, kreisId, body.verwiesenAn))
      ? []
      : [{ instance: '/verwiesenAn', code: 'code-unbekannt' }]),
  ]);
  const wartelisteId = randomUUID();
  await tx.run(sql`
    insert into warteliste (kreis_id, id, anfrage_id, traeger_id, grund, eingetragen_am, verwiesen_an, erfasst_von)
    values (${kreisId}, ${wartelisteId}, ${anfrageId}, ${anfrage.traegerId}, ${body.grund},
      ${body.eingetragenAm}::date, ${body.verwiesenAn}, app_konto())`);
  await setStand(tx, kreisId, anfrageId, 'warteliste');
  await recordEreignis(tx, {
    kreisId,
    art: 'warteliste.eingetragen',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { am: body.eingetragenAm, grund: body.grund, verwiesenAn: body.verwiesenAn },
  });
  return { wartelisteId };
}

async function hasStelle(tx: Call<Add>['tx'], kreisId: string, stelleId: string | null): Promise<boolean> {
  if (stelleId === null) return true;
  return (
    (await tx.first(sql`select from stelle where kreis_id = ${kreisId} and id = ${stelleId}`)) !== undefined
  );
}
