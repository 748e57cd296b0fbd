import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vereinbarungContract } from '../contract.ts';
import { selectVereinbarung } from './read.ts';
import { refuseVereinbarung } from './refuse.ts';

type Add = typeof vereinbarungContract.addVereinbarung;

/** Writes down what was agreed with an interface, or what is being talked about. */
export async function addVereinbarung({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  await refuseVereinbarung(tx, kreisId, body, today(deps.now()));
  const id = randomUUID();
  await tx.run(sql`
    insert into vereinbarung (kreis_id, id, stelle_id, kommune_id, aufgaben, abgrenzung, uebergang, vereinbart_am,
      abstimmung_am, gueltig_bis, erfasst_von)
    values (${kreisId}, ${id}, ${body.stelleId}, ${body.kommuneId}, ${body.aufgaben}, ${body.abgrenzung},
      ${body.uebergang}, ${body.vereinbartAm}::date, ${body.abstimmungAm}::date, ${body.gueltigBis}::date, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vereinbarung.angelegt',
    gegenstand: 'vereinbarung',
    gegenstandId: id,
    daten: { vereinbartAm: body.vereinbartAm, gueltigBis: body.gueltigBis },
  });
  const [vereinbarung] = await selectVereinbarung(tx, kreisId, sql`v.id = ${id}`);
  if (!vereinbarung) throw new Error('vereinbarung vanished');
  return vereinbarung;
}
