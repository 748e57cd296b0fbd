import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { fieldRefusal, notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { loadKonto, refuseOwn } from './load.ts';
import { requireAdministration } from './require-administration.ts';

interface Stand {
  readonly vomAnbieter: boolean;
  readonly begonnen: boolean;
  readonly spaeter: boolean;
}

/** Ends a role with the next request, or with a day; a role that has not begun is taken back. It is never prolonged here. */
export async function endKontoRolle(call: Call<typeof kontoContract.endKontoRolle>): Promise<undefined> {
  const { tx, params, body, actor, deps } = call;
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, kontoId);
  const rolle = sql`kreis_id = ${kreisId} and id = ${params.rolleId} and konto_kreis_id = ${kreisId} and konto_id = ${kontoId}`;
  const ende = sql`((${body.bis}::date + 1)::timestamp at time zone 'Europe/Berlin')`;
  const stand = await tx.first(sql<Stand>`
    select anbieter_id is not null as "vomAnbieter", gueltig_ab <= now() as begonnen,
      coalesce(${ende} > gueltig_bis, false) or coalesce(${ende} <= gueltig_ab, false) as spaeter
    from rolle where ${rolle} and (gueltig_bis is null or gueltig_bis > now()) for update`);
  if (!stand) throw notFound();
  if (stand.vomAnbieter) throw new Refusal('rolle-vom-anbieter');
  if (body.bis !== null && body.bis < today(deps.now())) throw fieldRefusal('/bis', 'frist-vorbei');
  if (stand.spaeter) throw fieldRefusal('/bis', 'ende-nur-frueher');
  await requireAdministration(tx, kreisId, kontoId);
  if (!stand.begonnen && body.bis === null) await tx.run(sql`delete from rolle where ${rolle}`);
  else await tx.run(sql`update rolle set gueltig_bis = coalesce(${ende}, now()) where ${rolle}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'zugang.rolle-beendet',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { rolleId: params.rolleId, bis: body.bis },
  });
}
