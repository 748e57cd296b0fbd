import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { drawAnfrageNummer } from './draw-nummer.ts';

/** What an Anfrage is made of, whoever makes it: a knock on the door, a Weiterleitung, a Rückstufung. */
export interface NeueAnfrage {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly standortId: string | null;
  readonly casemanagerId: string | null;
  readonly eingegangenAm: Day;
  readonly fristAm: Day;
  readonly zugang: string | null;
  readonly unterweg: string | null;
  readonly stelleId: string | null;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly wohnform: string | null;
  readonly dringlich: boolean;
  readonly sprache: string | null;
  readonly dolmetschen: boolean;
  readonly lebensbereich: readonly string[];
  readonly keinFall: readonly string[];
  readonly zustaendigGrund: string;
  readonly stand: 'offen' | 'in_beratung';
  readonly personId: string | null;
  readonly fallId: string | null;
  readonly vorigeId: string | null;
}

/** Writes an Anfrage under the next number of the year. */
export async function writeAnfrage(
  tx: Tx,
  neu: NeueAnfrage,
  heute: Day,
): Promise<{ anfrageId: string; nummer: string }> {
  const anfrageId = randomUUID();
  const nummer = await drawAnfrageNummer(tx, neu.kreisId, heute);
  await tx.run(sql`
    insert into anfrage (kreis_id, id, nummer, traeger_id, standort_id, casemanager_id, eingegangen_am, frist_am, zugang,
      unterweg, stelle_id, kommune_id, ortsteil_id, wohnform, dringlich, sprache, dolmetschen, lebensbereich, kein_fall,
      zustaendig_grund, stand, person_id, fall_id, vorige_id, erfasst_von)
    values (${neu.kreisId}, ${anfrageId}, ${nummer}, ${neu.traegerId}, ${neu.standortId}, ${neu.casemanagerId},
      ${neu.eingegangenAm}, ${neu.fristAm}, ${neu.zugang}, ${neu.unterweg}, ${neu.stelleId}, ${neu.kommuneId},
      ${neu.ortsteilId}, ${neu.wohnform}, ${neu.dringlich}, ${neu.sprache}, ${neu.dolmetschen},
      ${[...new Set(neu.lebensbereich)]}::text[], ${[...new Set(neu.keinFall)]}::text[], ${neu.zustaendigGrund},
      ${neu.stand}, ${neu.personId}, ${neu.fallId}, ${neu.vorigeId}, app_konto())`);
  return { anfrageId, nummer };
}

/** What a follower of an Anfrage takes over from it without retyping. */
export async function readVorlage(
  tx: Tx,
  kreisId: string,
  anfrageId: string,
): Promise<Omit<NeueAnfrage, 'kreisId' | 'stand' | 'personId' | 'fallId' | 'vorigeId'>> {
  return tx.one(sql`
    select traeger_id as "traegerId", standort_id as "standortId", casemanager_id as "casemanagerId",
      eingegangen_am as "eingegangenAm", frist_am as "fristAm", zugang, unterweg, stelle_id as "stelleId",
      kommune_id as "kommuneId", ortsteil_id as "ortsteilId", wohnform, dringlich, sprache, dolmetschen, lebensbereich,
      kein_fall as "keinFall", zustaendig_grund as "zustaendigGrund"
    from anfrage where kreis_id = ${kreisId} and id = ${anfrageId}`);
}
