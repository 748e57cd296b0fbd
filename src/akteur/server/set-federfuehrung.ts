import { sql } from 'kysely';
import { loadUmfeldFall } from '#src/haushalt/server/load.ts';
import { changeMerkmal, type MerkmalStand } from '#src/person/merkmal.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { fieldRefusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { akteurContract } from '../contract.ts';
import { isPartOn } from '../rules.ts';

type Set = typeof akteurContract.setFederfuehrung;

/** Stands for the case management itself among the ids of actors. */
const ownLead = 'casemanagement';

/**
 * Agrees who leads the case from a day on, at most one at a time (Konzept Kreis Unna 4.3). What held before stays in the
 * history; a correction supersedes and keeps what was known.
 */
export async function setFederfuehrung(call: Call<Set>): Promise<Answer<Set>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const { wer, ab } = body;
  const fall = await loadUmfeldFall(call);
  refuseFields([
    ...(ab > today(deps.now()) ? [{ instance: '/ab', code: 'datum-in-zukunft' }] : []),
    ...(ab < fall.aufgenommenAm ? [{ instance: '/ab', code: 'datum-vor-aufnahme' }] : []),
  ]);
  const akteurId = wer === 'akteur' ? body.akteurId : null;
  if (wer === 'akteur') {
    const akteur = await tx.first(sql<{ seit: Day; bis: Day | null }>`
      select seit, bis from akteur where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${akteurId} for update`);
    if (!akteur) throw fieldRefusal('/akteurId', 'akteur-unbekannt');
    if (akteur.bis !== null || !isPartOn(akteur, ab))
      throw fieldRefusal('/ab', 'federfuehrung-vor-beteiligung');
  }
  const zeilen = await tx.all(sql<MerkmalStand>`
    select id, coalesce(akteur_id::text, ${ownLead}) as wert, null as "laeuftAbAm", gueltig_ab as ab, gueltig_bis as bis
    from federfuehrung where kreis_id = ${kreisId} and fall_id = ${fallId} and ersetzt_am is null order by gueltig_ab`);
  const wert = wer === 'niemand' ? [] : [{ wert: akteurId ?? ownLead, laeuftAbAm: null }];
  // Whoever led just before goes on leading: one row, not two.
  const weiter = zeilen.find(
    (z) => z.wert === wert[0]?.wert && z.ab <= ab && (z.bis === null || z.bis >= ab),
  );
  const { ersetzt, neu } = changeMerkmal(zeilen, wert, weiter?.ab ?? ab);
  if (ersetzt.length === 0 && neu.length === 0) return { geaendert: false };
  await tx.run(sql`
    update federfuehrung set ersetzt_am = now() where kreis_id = ${kreisId} and id = any (${[...ersetzt]}::uuid[])`);
  await tx.run(sql`
    insert into federfuehrung (kreis_id, fall_id, akteur_id, gueltig_ab, gueltig_bis, erfasst_von)
    select ${kreisId}, ${fallId}::uuid, nullif(n.wert, ${ownLead})::uuid, n.ab, n.bis, app_konto()
    from unnest(${neu.map((n) => n.wert)}::text[], ${neu.map((n) => n.ab)}::date[], ${neu.map((n) => n.bis)}::date[])
      as n (wert, ab, bis)`);
  await recordEreignis(tx, {
    kreisId,
    art: 'federfuehrung.vereinbart',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { wer, ab },
  });
  return { geaendert: true };
}
