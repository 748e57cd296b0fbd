import { sql } from 'kysely';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { EinwilligungEingabe } from '../contract.ts';
import type { Pruefung } from './check-einwilligung.ts';
import { sign } from './sign.ts';

/** Where a consent stands that has just been written. */
export interface EinwilligungOrt {
  readonly kreisId: string;
  readonly personId: string;
  readonly einwilligungId: string;
  readonly key: Key;
}

/** Keeps what belongs to a consent: who signed for whom, the signatures, and the notice that was handed out. */
export async function keepEinwilligung(
  tx: Tx,
  ort: EinwilligungOrt,
  eingabe: EinwilligungEingabe,
  { datenschutzinformation, text }: Pruefung,
): Promise<{ id: string; rolle: string; form: string }[]> {
  const { kreisId, personId, einwilligungId, key } = ort;
  const vertretungId = await addGeheimtext(tx, kreisId, personId, key, eingabe.vertretung.join('\n'));
  if (vertretungId !== null) {
    await tx.run(sql`
      update einwilligung set vertretung_id = ${vertretungId} where kreis_id = ${kreisId} and id = ${einwilligungId}`);
  }
  const { unterschrift } = eingabe;
  const made = await sign(tx, {
    kreisId,
    personId,
    key,
    gegenstand: 'einwilligung',
    gegenstandId: einwilligungId,
    text,
    unterschrift,
  });
  await tx.run(sql`
    insert into aushaendigung (kreis_id, person_id, vordruck_id, sprache, am, erfasst_von)
    values (${kreisId}, ${personId}, ${datenschutzinformation.vordruckId},
      ${datenschutzinformation.uebersetzung?.sprache ?? 'deu'}, ${eingabe.am}, app_konto())`);
  return made;
}
