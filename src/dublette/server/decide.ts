import { sql } from 'kysely';
import { setStatus } from '#src/fall/server/set-status.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dubletteContract } from '../contract.ts';
import { loadEigene, loadNummern } from './eintrag.ts';
import { openFaelle } from './open-faelle.ts';

type Decide = typeof dubletteContract.decideZusammenfuehrung;

interface Vorschlag {
  readonly bleibtId: string;
  readonly gehtAufId: string;
  readonly vorgeschlagenVon: string;
}

/** A second colleague agrees or refuses; the database checks once more that it is a second one. */
export async function decideZusammenfuehrung(call: Call<Decide>): Promise<Answer<Decide>> {
  const { tx, params, body } = call;
  const { kreisId, zusammenfuehrungId: id } = params;
  const vorschlag = await tx.first(sql<Vorschlag>`
    select bleibt_id as "bleibtId", geht_auf_id as "gehtAufId", vorgeschlagen_von as "vorgeschlagenVon"
    from zusammenfuehrung where kreis_id = ${kreisId} and id = ${id} and stand = 'vorgeschlagen'`);
  if (!vorschlag) throw notFound();
  const { outcome } = await tx.one(sql<{ outcome: string }>`
    select zusammenfuehrung_entscheiden(${kreisId}, ${id}::uuid, ${body.zustimmung}) as outcome`);
  if (outcome !== 'entschieden') throw refusalOf(outcome);
  if (body.zustimmung) await closeAbsorbed(call, vorschlag);
  await sendNachricht(tx, {
    kreisId,
    an: [vorschlag.vorgeschlagenVon],
    art: body.zustimmung ? 'zusammenfuehrung.zugestimmt' : 'zusammenfuehrung.abgelehnt',
    gegenstand: 'zusammenfuehrung',
    gegenstandId: id,
  });
  await recordEreignis(tx, {
    kreisId,
    art: body.zustimmung ? 'zusammenfuehrung.bestaetigt' : 'zusammenfuehrung.abgelehnt',
    gegenstand: 'zusammenfuehrung',
    gegenstandId: id,
  });
  return undefined;
}

function refusalOf(outcome: string): Refusal {
  if (outcome === 'nicht-moeglich') return new Refusal('nicht-zusammenfuehrbar', 409);
  if (outcome === 'nicht-offen') return notFound();
  return new Refusal(outcome, 403);
}

/** Two open cases of one person are one too many: the absorbed one ends with a reason; what was counted stays counted. */
async function closeAbsorbed(call: Call<Decide>, { bleibtId, gehtAufId }: Vorschlag): Promise<void> {
  const { tx, params, body } = call;
  const { kreisId } = params;
  const offen = await openFaelle(tx, kreisId, [bleibtId, gehtAufId]);
  const fallId = offen.get(gehtAufId);
  if (fallId === undefined || !offen.has(bleibtId)) return;
  if (!(await loadEigene(tx, kreisId, [gehtAufId])).has(gehtAufId)) {
    const holder = (await loadNummern(tx, kreisId, [gehtAufId])).get(gehtAufId);
    await sendNachricht(tx, {
      kreisId,
      an: holder?.casemanagerId ? [holder.casemanagerId] : [],
      art: 'zusammenfuehrung.fall_offen',
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { nummer: holder?.nummer ?? '' },
    });
    return;
  }
  const { abschluss } = body;
  if (abschluss === null) {
    refuseFields([{ instance: '/abschluss', code: 'abschluss-fehlt' }]);
    return;
  }
  const { fassung } = await tx.one(sql<{ fassung: number }>`
    select fassung from fall where kreis_id = ${kreisId} and id = ${fallId}`);
  await setStatus({
    ...call,
    params: { kreisId, fallId },
    body: { fassung, status: 'abgeschlossen', begruendung: '', ...abschluss },
  });
}
