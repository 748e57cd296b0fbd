import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vordruckContract } from '../contract.ts';
import { uebersetzungRefusals } from '../rules.ts';
import { findUebersetzung, loadVordruck } from './load.ts';
import { mayReleaseVordruck } from './policy.ts';

type Release = typeof vordruckContract.releaseUebersetzung;

/** Says that a human has checked the translation; from then on it is printed without the warning. */
export async function releaseUebersetzung(call: Call<Release>): Promise<Answer<Release>> {
  const { tx, actor, params, body } = call;
  const { kreisId, vordruckId, sprache } = params;
  const deutsch = await loadVordruck(tx, actor, params);
  if (!mayReleaseVordruck(actor, kreisId, deutsch.traegerId)) throw new Refusal('traeger-fremd', 403);
  if (deutsch.stand !== 'freigegeben') throw new Refusal('vordruck-nicht-freigegeben', 409);
  const stand = await findUebersetzung(tx, params);
  if (!stand) throw notFound();
  if (stand.bearbeitung !== body.bearbeitung || stand.stand === 'freigegeben') {
    throw new Refusal('gleichzeitig-geaendert', 409);
  }
  if (uebersetzungRefusals(deutsch.inhalt, stand.inhalt).length > 0) {
    throw new Refusal('uebersetzung-passt-nicht', 409);
  }
  const row = await tx.one(sql<{ freigegebenAm: string }>`
    update vordruck_uebersetzung set stand = 'freigegeben', freigegeben_am = now(), freigegeben_von = app_konto()
    where kreis_id = ${kreisId} and vordruck_id = ${vordruckId} and sprache = ${sprache} and ersetzt_am is null
    returning to_json(freigegeben_am)#>>'{}' as "freigegebenAm"`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vordruck.uebersetzung-freigegeben',
    gegenstand: 'vordruck',
    gegenstandId: vordruckId,
    daten: { art: deutsch.art, fassung: deutsch.fassung, sprache, bearbeitung: stand.bearbeitung },
  });
  return row;
}
