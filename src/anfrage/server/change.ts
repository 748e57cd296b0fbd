import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { AnfrageAngaben } from '../anfrage.ts';
import type { anfrageContract } from '../contract.ts';
import { changedFrist } from '../rules.ts';
import { angabenRefusals } from './check.ts';
import { findVorschlag, grundOf } from './find-vorschlag.ts';
import { loadAnfrage, requireOpen } from './load.ts';

type Change = typeof anfrageContract.changeAnfrage;

interface Stand extends Omit<AnfrageAngaben, 'strasse'> {
  readonly zustaendigGrund: string;
  /** Day from which the deadline counts: of the knock, or of the last invitation from the waiting list. */
  readonly beginn: Day;
  /** Somebody has talked with the person, or an appointment took place. */
  readonly erfuellt: boolean;
}

/** How the Träger came to it; a corrected place does not change that. */
const keptGruende: readonly string[] = ['weitergeleitet', 'rueckstufung', 'familie'];

/**
 * Puts right what was said at the knock. The deadline follows the urgency; contacts stay counted as they were, and the
 * Träger stays responsible until somebody passes the Anfrage on.
 */
export async function changeAnfrage({ tx, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  const { zustaendigGrund, beginn, erfuellt, ...angaben } = await readStand(tx, kreisId, anfrageId);
  requireFassung({ ...angaben, fassung: anfrage.fassung }, body);
  requireOpen(anfrage);
  const { eingegangenAm, traegerId } = anfrage;
  refuseFields(await angabenRefusals(tx, kreisId, body, eingegangenAm, angaben));
  const vorschlag = await findVorschlag(tx, kreisId, { ...body, eingegangenAm });
  const heute = today(deps.now());
  const fristAm = changedFrist(
    { fristAm: anfrage.fristAm, dringlich: angaben.dringlich, erfuellt },
    body.dringlich,
    { beginn, heute },
    await getRegel(tx, kreisId, 'werktag', heute),
  );
  const neu = {
    ...body,
    ortsteilId: vorschlag.ortsteilId,
    lebensbereich: [...new Set(body.lebensbereich)],
    keinFall: [...new Set(body.keinFall)],
  };
  await tx.run(sql`
    update anfrage set zugang = ${neu.zugang}, unterweg = ${neu.unterweg}, stelle_id = ${neu.stelleId},
      kommune_id = ${neu.kommuneId}, ortsteil_id = ${neu.ortsteilId}, wohnform = ${neu.wohnform},
      dringlich = ${neu.dringlich}, sprache = ${neu.sprache}, dolmetschen = ${neu.dolmetschen},
      lebensbereich = ${neu.lebensbereich}::text[], kein_fall = ${neu.keinFall}::text[], frist_am = ${fristAm},
      zustaendig_grund = ${keptGruende.includes(zustaendigGrund) ? zustaendigGrund : grundOf(vorschlag, traegerId)},
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.geaendert',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { felder: changedFields(angaben, neu), fristAm, vorherFristAm: anfrage.fristAm },
  });
  return { fassung: anfrage.fassung + 1, fristAm };
}

function readStand(tx: Tx, kreisId: string, anfrageId: string): Promise<Stand> {
  return tx.one(sql<Stand>`
    select a.zugang, a.unterweg, a.stelle_id as "stelleId", a.kommune_id as "kommuneId", a.ortsteil_id as "ortsteilId",
      a.wohnform, a.dringlich, a.sprache, a.dolmetschen, a.lebensbereich, a.kein_fall as "keinFall",
      a.zustaendig_grund as "zustaendigGrund",
      coalesce((select max(w.eingeladen_am) from warteliste w where w.kreis_id = a.kreis_id and w.anfrage_id = a.id),
        a.eingegangen_am) as beginn,
      (exists (select from sonstiger_kontakt k where k.kreis_id = a.kreis_id and k.anfrage_id = a.id
          and k.ersetzt_am is null)
        or exists (select from termin t where t.kreis_id = a.kreis_id and t.anfrage_id = a.id
          and t.stand = 'stattgefunden' and t.art <> 'intern')) as erfuellt
    from anfrage a where a.kreis_id = ${kreisId} and a.id = ${anfrageId}`);
}

/** Names of the changed fields; the event says what was touched. */
function changedFields(
  vorher: Readonly<Record<string, unknown>>,
  neu: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(vorher).filter((name) => JSON.stringify(vorher[name]) !== JSON.stringify(neu[name]));
}
