import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vereinbarungContract } from '../contract.ts';
import { selectVereinbarung } from './read.ts';
import { refuseVereinbarung } from './refuse.ts';

type Change = typeof vereinbarungContract.changeVereinbarung;

/** Changes an agreement or ends it; an ended one stays to be read. */
export async function changeVereinbarung({ tx, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, vereinbarungId } = params;
  await tx.run(sql`
    select from vereinbarung where kreis_id = ${kreisId} and id = ${vereinbarungId} for update`);
  const [stand] = await selectVereinbarung(tx, kreisId, sql`v.id = ${vereinbarungId}`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  await refuseVereinbarung(tx, kreisId, body, today(deps.now()));
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update vereinbarung set stelle_id = ${body.stelleId}, kommune_id = ${body.kommuneId}, aufgaben = ${body.aufgaben},
      abgrenzung = ${body.abgrenzung}, uebergang = ${body.uebergang}, vereinbart_am = ${body.vereinbartAm}::date,
      abstimmung_am = ${body.abstimmungAm}::date, gueltig_bis = ${body.gueltigBis}::date, fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${vereinbarungId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vereinbarung.geaendert',
    gegenstand: 'vereinbarung',
    gegenstandId: vereinbarungId,
    daten: { fassung, vereinbartAm: body.vereinbartAm, gueltigBis: body.gueltigBis },
  });
  const [vereinbarung] = await selectVereinbarung(tx, kreisId, sql`v.id = ${vereinbarungId}`);
  if (!vereinbarung) throw new Error('vereinbarung vanished');
  return vereinbarung;
}
