import { sql } from 'kysely';
import { fristOf } from '#src/anfrage/rules.ts';
import { writeAnfrage } from '#src/anfrage/server/write.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { haushaltContract } from '../contract.ts';
import { loadUmfeldFall } from './load.ts';

type Start = typeof haushaltContract.startEigenerFall;

/**
 * A child with complex need becomes a case of its own (Konzept Kreis Unna 2.2): it comes in like everyone else, by an
 * Anfrage without a name and a consent of the guardians. Asked twice it is the same Anfrage.
 */
export async function startEigenerFall(call: Call<Start>): Promise<Answer<Start>> {
  const { tx, actor, deps, params } = call;
  const { kreisId, haushaltId } = params;
  const heute = today(deps.now());
  const fall = await loadUmfeldFall(call);
  const row = await tx.first(sql<{
    lebensbereich: string[];
    eigen: boolean;
    anfrageId: string | null;
    nummer: string | null;
  }>`
    select h.lebensbereich, h.eigener_ab is not null as eigen, a.id as "anfrageId", a.nummer from haushalt h
    left join anfrage a on a.kreis_id = h.kreis_id and a.id = h.anfrage_id and a.stand <> 'abgeschlossen'
    where h.kreis_id = ${kreisId} and h.fall_id = ${fall.id} and h.id = ${haushaltId} for update of h`);
  if (!row) throw notFound();
  if (row.eigen) throw new Refusal('eigener-fall-besteht', 409);
  if (row.anfrageId !== null && row.nummer !== null) return { anfrageId: row.anfrageId, nummer: row.nummer };
  const neu = await writeAnfrage(
    tx,
    {
      kreisId,
      traegerId: fall.traegerId,
      standortId: null,
      casemanagerId: actor.kontoId,
      eingegangenAm: heute,
      fristAm: fristOf(heute, false, await getRegel(tx, kreisId, 'werktag', heute)),
      zugang: fall.zugang,
      unterweg: null,
      stelleId: null,
      kommuneId: fall.kommuneId,
      ortsteilId: fall.ortsteilId,
      wohnform: null,
      dringlich: false,
      sprache: null,
      dolmetschen: false,
      lebensbereich: row.lebensbereich,
      keinFall: [],
      zustaendigGrund: 'familie',
      stand: 'offen',
      personId: null,
      fallId: null,
      vorigeId: null,
    },
    heute,
  );
  await tx.run(sql`
    update haushalt set anfrage_id = ${neu.anfrageId} where kreis_id = ${kreisId} and id = ${haushaltId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'haushalt.eigener_fall',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { anfrageId: neu.anfrageId },
  });
  return neu;
}
