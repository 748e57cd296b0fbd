import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vermittlungContract } from '../contract.ts';
import { isOffen, zeitRefusals } from '../rules.ts';
import { loadOffen, loadVermittlung } from './load.ts';

type Change = typeof vermittlungContract.changeVermittlung;

/** Moves appointment and reminder of an open referral, as after asking again. */
export async function changeVermittlung(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, params, body } = call;
  const { kreisId, fallId, vermittlungId } = params;
  await loadOffen(call);
  const vermittlung = await loadVermittlung(call, params, body);
  if (!isOffen(vermittlung.stand)) throw new Refusal('stand-folgt-nicht', 409);
  const { am } = vermittlung;
  refuseFields(zeitRefusals({ ...body, am }, { heute: am, aufgenommenAm: am }));
  await tx.run(sql`
    update vermittlung set termin_am = ${body.terminAm}::date, termin_um = ${body.terminUm}::time,
      rueckmeldung_bis = ${body.rueckmeldungBis}::date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${vermittlungId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vermittlung.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { vermittlungId, terminAm: body.terminAm, rueckmeldungBis: body.rueckmeldungBis },
  });
  return { fassung: vermittlung.fassung + 1 };
}
