import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dubletteContract } from '../contract.ts';
import { scoreDublette, type Bewertung } from '../score.ts';
import { loadEigene, loadNummern } from './eintrag.ts';
import { findFunde } from './find-treffer.ts';

type Propose = typeof dubletteContract.proposeZusammenfuehrung;

/**
 * Proposes to keep two records as one person. The account works on at least one of them; one of a colleague must be a
 * hit of the duplicate search, so that a proposal opens nothing that the search would not show.
 */
export async function proposeZusammenfuehrung(call: Call<Propose>): Promise<Answer<Propose>> {
  const { tx, actor, params, body } = call;
  const { kreisId } = params;
  const { bleibtId, gehtAufId } = body;
  const { traegerId, bewertung } = await compare(tx, kreisId, bleibtId, gehtAufId);
  await refuseLinked(tx, kreisId, bleibtId, gehtAufId);
  const nummern = await loadNummern(tx, kreisId, [bleibtId, gehtAufId]);
  // The search shows the record that stays; without a case it would hide the other's.
  if (!nummern.get(bleibtId)?.fallId && nummern.get(gehtAufId)?.fallId) throw new Refusal('bleibt-ohne-fall');
  const id = randomUUID();
  await tx.run(sql`
    insert into zusammenfuehrung (kreis_id, id, traeger_id, bleibt_id, geht_auf_id, punkte, gruende, vorgeschlagen_von)
    values (${kreisId}, ${id}, ${traegerId}, ${bleibtId}, ${gehtAufId}, ${bewertung.punkte},
      ${[...bewertung.gruende]}::text[], app_konto())`);
  const holders = [bleibtId, gehtAufId]
    .map((personId) => nummern.get(personId)?.casemanagerId ?? null)
    .filter((kontoId) => kontoId !== null && kontoId !== actor.kontoId);
  await sendNachricht(tx, {
    kreisId,
    an:
      holders.length > 0
        ? holders.filter((kontoId) => kontoId !== null)
        : await colleagues(tx, kreisId, traegerId),
    art: 'zusammenfuehrung.vorgeschlagen',
    gegenstand: 'zusammenfuehrung',
    gegenstandId: id,
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'zusammenfuehrung.vorgeschlagen',
    gegenstand: 'zusammenfuehrung',
    gegenstandId: id,
    daten: { punkte: bewertung.punkte },
  });
  return { zusammenfuehrungId: id };
}

async function compare(
  tx: Tx,
  kreisId: string,
  bleibtId: string,
  gehtAufId: string,
): Promise<{ traegerId: string; bewertung: Bewertung }> {
  const eigene = await loadEigene(tx, kreisId, [bleibtId, gehtAufId]);
  const [bleibt, gehtAuf] = [eigene.get(bleibtId), eigene.get(gehtAufId)];
  const eigener = bleibt ?? gehtAuf;
  if (!eigener || bleibtId === gehtAufId) throw notFound();
  if (bleibt && gehtAuf) {
    if (bleibt.traegerId !== gehtAuf.traegerId) throw notFound();
    return { traegerId: bleibt.traegerId, bewertung: scoreDublette(bleibt, gehtAuf) };
  }
  const andere = eigener.id === bleibtId ? gehtAufId : bleibtId;
  const funde = await findFunde(tx, { ...eigener, kreisId });
  const fund = funde.find(({ eintrag }) => eintrag.id === andere);
  if (!fund) throw notFound();
  return { traegerId: eigener.traegerId, bewertung: fund.bewertung };
}

/** A record is absorbed once, and what has absorbed another or was absorbed itself is no end of a chain. */
async function refuseLinked(tx: Tx, kreisId: string, bleibtId: string, gehtAufId: string): Promise<void> {
  const rows = await tx.all(sql<{ stand: string; bleibt: string; gehtAuf: string }>`
    select stand, bleibt_id as bleibt, geht_auf_id as "gehtAuf" from zusammenfuehrung
    where kreis_id = ${kreisId} and stand in ('vorgeschlagen', 'zusammengefuehrt')
      and (bleibt_id in (${bleibtId}, ${gehtAufId}) or geht_auf_id in (${bleibtId}, ${gehtAufId}))`);
  if (
    rows.some(
      (row) => row.stand === 'zusammengefuehrt' && (row.gehtAuf === bleibtId || row.bleibt === gehtAufId),
    )
  ) {
    throw new Refusal('nicht-zusammenfuehrbar', 409);
  }
  const same = (row: { bleibt: string; gehtAuf: string }) =>
    row.bleibt === gehtAufId && row.gehtAuf === bleibtId;
  if (rows.some((row) => row.gehtAuf === gehtAufId || same(row)))
    throw new Refusal('schon-vorgeschlagen', 409);
}

async function colleagues(tx: Tx, kreisId: string, traegerId: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct konto_id as id from rolle
    where kreis_id = ${kreisId} and konto_kreis_id = ${kreisId} and rolle = 'casemanager' and traeger_id = ${traegerId}
      and konto_id <> app_konto() and gueltig_ab <= now() and (gueltig_bis is null or gueltig_bis > now())`);
  return rows.map(({ id }) => id);
}
