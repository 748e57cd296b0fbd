import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vordruckContract } from '../contract.ts';
import { uebersetzungRefusals } from '../rules.ts';
import { findUebersetzung, loadVordruck } from './load.ts';
import { mayEditVordruck } from './policy.ts';
import { fremdsprachen } from './template.ts';

type Change = typeof vordruckContract.changeUebersetzung;

/** Rewords a translation; the former wording stays readable for what was signed with it. */
export async function changeUebersetzung(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, actor, params, body } = call;
  const { kreisId, vordruckId, sprache } = params;
  const deutsch = await loadVordruck(tx, actor, params);
  if (!mayEditVordruck(actor, kreisId, deutsch.traegerId)) throw new Refusal('traeger-fremd', 403);
  if (!fremdsprachen.includes(sprache)) throw new Refusal('sprache-unbekannt');
  if (deutsch.stand === 'abgeloest') throw new Refusal('vordruck-abgeloest', 409);
  const stand = await findUebersetzung(tx, params);
  if ((stand?.bearbeitung ?? 0) !== body.bearbeitung) throw new Refusal('gleichzeitig-geaendert', 409);
  refuseFields(
    uebersetzungRefusals(deutsch.inhalt, body.inhalt).map(({ instance, code }) => ({
      instance: `/inhalt${instance}`,
      code,
    })),
  );
  const bearbeitung = body.bearbeitung + 1;
  await tx.run(sql`
    update vordruck_uebersetzung set ersetzt_am = now()
    where kreis_id = ${kreisId} and vordruck_id = ${vordruckId} and sprache = ${sprache} and ersetzt_am is null`);
  await tx.run(sql`
    insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, bearbeitung, inhalt, erfasst_von)
    values (${kreisId}, ${vordruckId}, ${sprache}, ${bearbeitung}, ${JSON.stringify(body.inhalt)}::jsonb, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vordruck.uebersetzung-geaendert',
    gegenstand: 'vordruck',
    gegenstandId: vordruckId,
    daten: { art: deutsch.art, fassung: deutsch.fassung, sprache, bearbeitung },
  });
  return { bearbeitung };
}
