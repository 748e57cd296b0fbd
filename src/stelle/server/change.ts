import { sql } from 'kysely';
import { unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { stelleContract } from '../contract.ts';
import { stelleRefusals } from '../rules.ts';
import { selectStelle } from './read.ts';
import { takenName } from './taken-name.ts';

type Change = typeof stelleContract.changeStelle;

/** Changes a partner office, agrees its route or ends it; an ended one stays for what was counted with it. */
export async function changeStelle({ tx, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, stelleId } = params;
  const taken = await takenName(tx, kreisId, body.name, stelleId);
  const [stand] = await selectStelle(tx, kreisId, sql`s.id = ${stelleId}`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  refuseFields([
    ...taken,
    ...stelleRefusals(body, stand.gueltigAb, today(deps.now())),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, null)),
  ]);
  await tx.run(sql`
    update stelle set name = ${body.name}, art = ${body.art}, kommune_id = ${body.kommuneId},
      ansprechpartner = ${body.ansprechpartner}, telefon = ${body.telefon}, email = ${body.email}, weg = ${body.weg},
      vereinbart_am = ${body.vereinbartAm}::date, zugesteuert = ${body.zugesteuert},
      gueltig_bis = ${body.gueltigBis}::date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${stelleId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'stelle.geaendert',
    gegenstand: 'stelle',
    gegenstandId: stelleId,
    daten: { fassung: stand.fassung + 1, vereinbartAm: body.vereinbartAm, gueltigBis: body.gueltigBis },
  });
  const [stelle] = await selectStelle(tx, kreisId, sql`s.id = ${stelleId}`);
  if (!stelle) throw new Error('stelle vanished');
  return stelle;
}
