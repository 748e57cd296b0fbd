import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { beobachtungContract } from '../contract.ts';
import { checkBeobachtung } from './check.ts';

type Change = typeof beobachtungContract.changeBeobachtung;
type Delete = typeof beobachtungContract.deleteBeobachtung;

/** Adds words to an own observation, or says where it was met. */
export async function changeBeobachtung({ tx, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, beobachtungId } = params;
  const stand = await tx.first(
    sql<{
      fassung: number;
      text: string;
      lebensbereich: string | null;
      kommuneId: string | null;
      fallId: string | null;
    }>`
    select b.fassung, b.text, b.lebensbereich, b.kommune_id as "kommuneId", h.fall_id as "fallId" from beobachtung b
    join beobachtung_herkunft h on h.kreis_id = b.kreis_id and h.beobachtung_id = b.id and h.konto_id = app_konto()
    where b.kreis_id = ${kreisId} and b.id = ${beobachtungId} for update of b`,
  );
  if (!stand) throw notFound();
  const { fallId, ...rest } = stand;
  requireFassung(rest, body);
  await checkBeobachtung(tx, kreisId, body, fallId, today(deps.now()));
  await tx.run(sql`
    update beobachtung set text = ${body.text}, lebensbereich = ${body.lebensbereich}, kommune_id = ${body.kommuneId},
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${beobachtungId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'beobachtung.ergaenzt',
    gegenstand: 'beobachtung',
    gegenstandId: beobachtungId,
    daten: { fassung: stand.fassung + 1 },
  });
  return { fassung: stand.fassung + 1 };
}

/** Takes an own observation back, such as one that was noted by mistake. */
export async function deleteBeobachtung({ tx, params }: Call<Delete>): Promise<undefined> {
  const { kreisId, beobachtungId } = params;
  const gone = await tx.run(
    sql`delete from beobachtung where kreis_id = ${kreisId} and id = ${beobachtungId}`,
  );
  if (gone === 0) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'beobachtung.zurueckgenommen',
    gegenstand: 'beobachtung',
    gegenstandId: beobachtungId,
  });
}
