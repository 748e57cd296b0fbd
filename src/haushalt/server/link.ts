import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { fieldRefusal, notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { haushaltContract } from '../contract.ts';
import { loadFall } from '#src/fall/server/load.ts';
import { loadUmfeldFall } from './load.ts';
import { withPersonen } from './personen.ts';
import { writeVerbindung } from './write-verbindung.ts';

type Link = typeof haushaltContract.linkFall;

/** Links the case of a relative whom the same account works with at the same Träger; any other does not exist for it. */
export async function linkFall(call: Call<Link>): Promise<Answer<Link>> {
  const { tx, deps, params, body } = call;
  const { kreisId } = params;
  const { andererFallId, haushaltId } = body;
  const fall = await loadUmfeldFall(call);
  if (andererFallId === fall.id) throw fieldRefusal('/andererFallId', 'fall-derselbe');
  const anderer = await tx.first(sql<{ id: string; aufgenommenAm: Day; verbunden: boolean }>`
    select f.id, f.aufgenommen_am as "aufgenommenAm", exists (select from fall_verbindung v
      where v.kreis_id = f.kreis_id and f.id in (v.fall_id, v.anderer_fall_id)
        and ${fall.id}::uuid in (v.fall_id, v.anderer_fall_id)) as verbunden
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${andererFallId} and f.traeger_id = ${fall.traegerId}
      and ${caresFor('f')}`);
  if (!anderer) throw fieldRefusal('/andererFallId', 'fall-unbekannt');
  if (anderer.verbunden) throw fieldRefusal('/andererFallId', 'verbindung-besteht');
  if (haushaltId !== null) {
    const member = await tx.first(sql<{ eigen: boolean }>`
      select eigener_ab is not null as eigen from haushalt
      where kreis_id = ${kreisId} and fall_id = ${fall.id} and id = ${haushaltId} for update`);
    if (!member) throw fieldRefusal('/haushaltId', 'haushalt-unbekannt');
    if (member.eigen) throw fieldRefusal('/haushaltId', 'eigener-fall-besteht');
  }
  const verbindungId = await writeVerbindung(
    tx,
    { fall, anderer, art: body.beziehung, haushaltId },
    today(deps.now()),
  );
  return { verbindungId };
}

/** Undoes a link from either side; whoever was counted out of the household is counted there again. */
export async function undoVerbindung(call: Call<typeof haushaltContract.undoVerbindung>): Promise<undefined> {
  const { tx, actor, deps, params } = call;
  const { kreisId, fallId, verbindungId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const row = await tx.first(sql<{ elternId: string; aufgenommenAm: Day; haushaltId: string | null }>`
    select f.id as "elternId", f.aufgenommen_am as "aufgenommenAm", v.haushalt_id as "haushaltId"
    from fall_verbindung v join fall f on f.kreis_id = v.kreis_id and f.id = v.fall_id
    where v.kreis_id = ${kreisId} and v.id = ${verbindungId} and ${fall.id}::uuid in (v.fall_id, v.anderer_fall_id)
    for update of v`);
  if (!row) throw notFound();
  const { elternId, aufgenommenAm, haushaltId } = row;
  await tx.run(sql`delete from fall_verbindung where kreis_id = ${kreisId} and id = ${verbindungId}`);
  if (haushaltId !== null) {
    await withPersonen(tx, { kreisId, id: elternId, aufgenommenAm }, today(deps.now()), () =>
      tx.run(sql`
        update haushalt set eigener_ab = null, fassung = fassung + 1
        where kreis_id = ${kreisId} and id = ${haushaltId}`),
    );
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.getrennt',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { haushalt: haushaltId !== null },
  });
  return undefined;
}
