import { sql } from 'kysely';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { fallContract } from '../contract.ts';
import { effectiveStatus, statusHerkunft, statusRefusals, type StatusZeile } from '../rules.ts';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import { loadFall } from './load.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';

type SetStatus = typeof fallContract.setStatus;

interface LetzteZeile extends StatusZeile {
  readonly id: string;
  readonly qualifiziert: Day | null;
}

/** Lets a case rest, closes it or takes it up again; a return from abgeschlossen is a new episode (M194). */
export async function setStatus({
  tx,
  actor,
  deps,
  params,
  body,
}: Call<SetStatus>): Promise<Answer<SetStatus>> {
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const letzte = await tx.one(sql<LetzteZeile>`
    select s.id, s.status, s.grund, s.herkunft, s.gueltig_ab as ab, s.gueltig_bis as bis,
      (select bk.am from beratungskontakt bk where bk.kreis_id = s.kreis_id and bk.fall_id = s.fall_id
        and bk.qualifiziert and bk.ersetzt_am is null and bk.am <= ${heute}::date
        order by bk.am desc limit 1) as qualifiziert
    from fall_status s
    where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.ersetzt_am is null
    order by s.gueltig_ab desc limit 1`);
  requireFassung({ fassung: fall.fassung, status: letzte.status, ab: letzte.ab, grund: letzte.grund }, body);
  const regel = await getRegel(tx, kreisId, 'aktiv_regel', heute);
  const geltend = effectiveStatus(letzte, letzte.qualifiziert, regel, heute);
  const { status, ab } = body;
  const grund = status === 'aktiv' ? null : body.grund;
  const liste = status === 'abgeschlossen' ? 'abschlussgrund' : 'ruhegrund';
  refuseFields([
    ...statusRefusals({ ...body, grund }, letzte, geltend, fall.aufgenommenAm, heute),
    ...(grund === null
      ? []
      : await unknownCodes(tx, kreisId, [{ instance: '/grund', liste, code: grund }], ab)),
  ]);

  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const begruendungId = await addGeheimtext(tx, kreisId, fall.personId, key, body.begruendung);
  await tx.run(
    sql`update fall_status set ersetzt_am = now() where kreis_id = ${kreisId} and id = ${letzte.id}`,
  );
  await tx.run(sql`
    insert into fall_status (kreis_id, fall_id, status, grund, herkunft, begruendung_id, gueltig_ab, gueltig_bis, erfasst_von)
    select kreis_id, fall_id, status, grund, herkunft, begruendung_id, gueltig_ab, ${ab}::date, erfasst_von
    from fall_status where kreis_id = ${kreisId} and id = ${letzte.id} and gueltig_ab < ${ab}::date
    union all
    values (${kreisId}, ${fallId}::uuid, ${status}, ${grund}, ${statusHerkunft(body, letzte)}, ${begruendungId}::uuid,
      ${ab}::date, null::date, app_konto())`);
  await tx.run(sql`update fall set fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${fallId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.status',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { status, ab, grund, vorher: letzte.status },
  });
  return { fassung: fall.fassung + 1 };
}
