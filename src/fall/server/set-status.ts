import { sql } from 'kysely';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { requireFallfuehrung } from '#src/vertretung/server/require-fallfuehrung.ts';
import { abschlussRefusals } from '../abschluss.ts';
import type { fallContract } from '../contract.ts';
import { effectiveStatus, statusHerkunft, statusRefusals, type StatusZeile } from '../rules.ts';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import { loadFall, loadFallToClose, type FallToClose } from './load.ts';
import { readPlanStand, writeAbschluss, type PlanStand } from './write-abschluss.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';

type SetStatus = typeof fallContract.setStatus;

interface LetzteZeile extends StatusZeile {
  readonly id: string;
  readonly qualifiziert: Day | null;
}

/** As a colleague asks for it: a substitute does not close what somebody else leads. */
export async function changeStatus(call: Call<SetStatus>): Promise<Answer<SetStatus>> {
  const { kreisId, fallId } = call.params;
  if (call.body.status === 'abgeschlossen') await requireFallfuehrung(call.tx, kreisId, fallId);
  return setStatus(call);
}

/**
 * Lets a case rest, closes it or takes it up again; a return from abgeschlossen is a new episode (M194). Closing is
 * possible also where the person is locked, without a word about her.
 */
export async function setStatus({
  tx,
  actor,
  deps,
  params,
  body,
}: Call<SetStatus>): Promise<Answer<SetStatus>> {
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const load = body.status === 'abgeschlossen' ? loadFallToClose : loadChangeable;
  const fall = await load(tx, actor, kreisId, fallId);
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
  const plan = status === 'abgeschlossen' ? await readPlanStand(tx, kreisId, fallId) : undefined;
  refuseFields([
    ...closingRefusals(body, plan, fall, heute),
    ...(fall.person === null && body.begruendung !== ''
      ? [{ instance: '/begruendung', code: 'begruendung-gesperrt' }]
      : []),
    ...statusRefusals({ ...body, grund }, letzte, geltend, fall.aufgenommenAm, heute),
    ...(grund === null
      ? []
      : await unknownCodes(tx, kreisId, [{ instance: '/grund', liste, code: grund }], ab)),
  ]);

  if (body.abschluss && plan && grund !== null && fall.person !== null) {
    const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.person.schluessel);
    await writeAbschluss(tx, key, { kreisId, fallId, ab, grund, plan }, body.abschluss);
  }
  const begruendungId = await sealBegruendung(tx, deps.schluessel, { ...fall, kreisId }, body.begruendung);
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

/** A closure tells of the talk; without one, as where the person is locked, no step of the plan may be open. */
function closingRefusals(
  { abschluss }: Call<SetStatus>['body'],
  plan: PlanStand | undefined,
  fall: FallToClose,
  heute: Day,
): FieldRefusal[] {
  if (plan === undefined) return [];
  const offen = plan.offeneSchritte + plan.offeneAufgaben;
  if (abschluss === undefined)
    return offen > 0 ? [{ instance: '/abschluss/schritteBeenden', code: 'schritte-offen' }] : [];
  return [
    ...(fall.person === null ? [{ instance: '/abschluss', code: 'begruendung-gesperrt' }] : []),
    ...abschlussRefusals(abschluss, offen, fall.aufgenommenAm, heute),
  ];
}

/** In the shape of a case to be closed. */
async function loadChangeable(...args: Parameters<typeof loadFallToClose>): Promise<FallToClose> {
  const { personId, schluessel, ...rest } = await loadFall(...args);
  return { ...rest, person: { personId, schluessel } };
}

async function sealBegruendung(
  tx: Tx,
  schluessel: Schluessel,
  { kreisId, traegerId, person }: FallToClose & { readonly kreisId: string },
  text: string,
): Promise<string | null> {
  if (person === null) return null;
  const key = await schluessel.personKey(tx, kreisId, traegerId, person.schluessel);
  return addGeheimtext(tx, kreisId, person.personId, key, text);
}
