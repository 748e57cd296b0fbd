import { sql } from 'kysely';
import { loadFall } from '#src/fall/server/load.ts';
import { setStatus } from '#src/fall/server/set-status.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { anfrageContract } from '../contract.ts';
import { fristOf } from '../rules.ts';
import { writeAnfrage } from './write.ts';
import { writeTiefe } from './write-tiefe.ts';

type Downgrade = typeof anfrageContract.downgradeFall;

/**
 * Closes a case and goes on as a Kurzberatung for the same person, without typing anything again. Contacts of the case
 * stay with the case; new ones are sonstige Kontakte.
 */
export async function downgradeFall(call: Call<Downgrade>): Promise<Answer<Downgrade>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const fall = await loadFall(tx, call.actor, kreisId, fallId);
  await setStatus({ ...call, params: { kreisId, fallId }, body: { ...body, status: 'abgeschlossen' } });
  const frueher = await readFrueher(tx, kreisId, fallId);
  const neu = await writeAnfrage(
    tx,
    {
      kreisId,
      traegerId: fall.traegerId,
      standortId: frueher.standortId,
      casemanagerId: fall.casemanagerId ?? call.actor.kontoId,
      eingegangenAm: body.ab,
      fristAm: fristOf(body.ab, false, await getRegel(tx, kreisId, 'werktag', heute)),
      zugang: fall.zugang,
      unterweg: frueher.unterweg,
      stelleId: frueher.stelleId,
      kommuneId: fall.kommuneId,
      ortsteilId: fall.ortsteilId,
      wohnform: frueher.wohnform,
      dringlich: false,
      sprache: frueher.sprache,
      dolmetschen: frueher.dolmetschen,
      lebensbereich: [],
      keinFall: [],
      zustaendigGrund: 'rueckstufung',
      stand: 'in_beratung',
      personId: fall.personId,
      fallId,
      vorigeId: frueher.anfrageId,
    },
    heute,
  );
  await writeTiefe(tx, { kreisId, anfrageId: neu.anfrageId, tiefe: 'kurzberatung', ab: body.ab });
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.zurueckgestuft',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { ab: body.ab, grund: body.grund, anfrageId: neu.anfrageId },
  });
  return neu;
}

interface Frueher {
  readonly anfrageId: string | null;
  readonly standortId: string | null;
  readonly unterweg: string | null;
  readonly stelleId: string | null;
  readonly wohnform: string | null;
  readonly sprache: string | null;
  readonly dolmetschen: boolean;
}

/** What the latest Anfrage of the case knew; nothing for a case that began without one. */
async function readFrueher(tx: Tx, kreisId: string, fallId: string): Promise<Frueher> {
  const row = await tx.first(sql<Frueher>`
    select id as "anfrageId", standort_id as "standortId", unterweg, stelle_id as "stelleId", wohnform, sprache,
      dolmetschen
    from anfrage where kreis_id = ${kreisId} and fall_id = ${fallId} order by eingegangen_am desc, nummer desc limit 1`);
  return (
    row ?? {
      anfrageId: null,
      standortId: null,
      unterweg: null,
      stelleId: null,
      wohnform: null,
      sprache: null,
      dolmetschen: false,
    }
  );
}
