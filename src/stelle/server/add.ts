import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { stelleContract } from '../contract.ts';
import { stelleRefusals } from '../rules.ts';
import { selectStelle } from './read.ts';
import { takenName } from './taken-name.ts';

type Add = typeof stelleContract.addStelle;

/** Adds a partner office to those of the Kreis. */
export async function addStelle({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  const id = randomUUID();
  refuseFields([
    ...(await takenName(tx, kreisId, body.name, id)),
    ...stelleRefusals(body, heute, heute),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, null)),
  ]);
  await tx.run(sql`
    insert into stelle (kreis_id, id, name, art, kommune_id, ansprechpartner, telefon, email, weg, vereinbart_am,
      zugesteuert, gueltig_ab, gueltig_bis)
    values (${kreisId}, ${id}, ${body.name}, ${body.art}, ${body.kommuneId}, ${body.ansprechpartner}, ${body.telefon},
      ${body.email}, ${body.weg}, ${body.vereinbartAm}::date, ${body.zugesteuert}, ${heute}::date, ${body.gueltigBis}::date)`);
  await recordEreignis(tx, {
    kreisId,
    art: 'stelle.angelegt',
    gegenstand: 'stelle',
    gegenstandId: id,
    daten: { art: body.art, vereinbartAm: body.vereinbartAm },
  });
  const [stelle] = await selectStelle(tx, kreisId, sql`s.id = ${id}`);
  if (!stelle) throw new Error('stelle vanished');
  return stelle;
}
