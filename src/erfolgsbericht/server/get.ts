import { sql } from 'kysely';
import { readPlan } from '#src/hilfeplan/server/read-plan.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { erfolgsberichtContract } from '../contract.ts';
import { proposeBericht } from '../propose.ts';
import { isEingewilligt, openEntwurf, readEntwurf } from './read-entwurf.ts';
import { readFakten } from './read-fakten.ts';
import { readHerkunft, readVerratend } from './read-verratend.ts';

type Get = typeof erfolgsberichtContract.getErfolgsbericht;

/** Draft, proposal and the words to avoid, for those who work on the case; 404 for everyone else and after a withdrawal. */
export async function getErfolgsbericht({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const plan = await readPlan(tx, deps, kreisId, fallId);
  const { personId, key } = plan;
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'erfolgsbericht.get')`);
  markLesezugriff(tx);
  const entwurf = await readEntwurf(tx, kreisId, fallId, { zumSchreiben: false });
  const herkunft = await readHerkunft(tx, { kreisId, fallId });
  return {
    stand: entwurf?.stand ?? 'kein',
    eingewilligt: await isEingewilligt(tx, kreisId, personId, heute),
    inhalt: entwurf ? openEntwurf(key, entwurf) : null,
    fassung: entwurf?.fassung ?? 0,
    kommentar: entwurf?.kommentar ?? '',
    vorschlag: proposeBericht(await readFakten(tx, plan, herkunft, heute)),
    verratend: await readVerratend(tx, { kreisId, fallId, personId, key }, herkunft),
  };
}
