import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { listKoordination } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import { requireFallfuehrung } from '#src/vertretung/server/require-fallfuehrung.ts';
import type { fallContract } from '../contract.ts';
import { loadFall } from './load.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';

type Assign = typeof fallContract.assignFall;

/**
 * Gives a case to a case manager of the same Träger. The purpose of the endpoint lets the row leave the actor's own
 * view; which case it may be is decided by the scope of loadFall alone.
 */
export async function assignFall({ tx, actor, deps, params, body }: Call<Assign>): Promise<Answer<Assign>> {
  const { kreisId, fallId } = params;
  const { casemanagerId, ab } = body;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  await requireFallfuehrung(tx, kreisId, fallId);
  if (fall.geschuetzt) throw new Refusal('person-geschuetzt', 409);
  const letzte = await tx.one(sql<{ id: string; ab: Day; konto: boolean }>`
    select z.id, z.gueltig_ab as ab, exists (select from rolle r
      join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id
      where r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.konto_id = ${casemanagerId}
        and r.rolle = 'casemanager' and r.traeger_id = ${fall.traegerId} and k.gesperrt_am is null
        and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())) as konto
    from fall_zustaendigkeit z
    where z.kreis_id = ${kreisId} and z.fall_id = ${fallId} and z.ersetzt_am is null
    order by z.gueltig_ab desc limit 1`);
  requireFassung({ fassung: fall.fassung, casemanagerId: fall.casemanagerId, ab: letzte.ab }, body);
  refuseFields([
    ...(letzte.konto ? [] : [{ instance: '/casemanagerId', code: 'konto-fremd' }]),
    ...(ab > today(deps.now()) ? [{ instance: '/ab', code: 'datum-in-zukunft' }] : []),
    ...(ab < letzte.ab ? [{ instance: '/ab', code: 'datum-vor-zustaendigkeit' }] : []),
  ]);

  await tx.run(sql`
    update fall_zustaendigkeit set ersetzt_am = now() where kreis_id = ${kreisId} and id = ${letzte.id}`);
  // From the first day of a responsibility on it is the same responsibility in other hands, an Übergabe stays one.
  await tx.run(sql`
    insert into fall_zustaendigkeit
      (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab, gueltig_bis, erfasst_von)
    select kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab, ${ab}::date, erfasst_von
    from fall_zustaendigkeit where kreis_id = ${kreisId} and id = ${letzte.id} and gueltig_ab < ${ab}::date
    union all
    select kreis_id, fall_id, traeger_id, ${casemanagerId}::uuid,
      case when gueltig_ab < ${ab}::date then 'zuweisung' else anlass end,
      case when gueltig_ab < ${ab}::date then null else uebergabe_id end, ${ab}::date, null, app_konto()
    from fall_zustaendigkeit where kreis_id = ${kreisId} and id = ${letzte.id}`);
  await tx.run(sql`
    update person set casemanager_id = ${casemanagerId} where kreis_id = ${kreisId} and id = ${fall.personId}`);
  await tx.run(sql`
    update fall set casemanager_id = ${casemanagerId}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${fallId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.zugewiesen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { vonKontoId: fall.casemanagerId, anKontoId: casemanagerId, ab },
  });
  // The Koordination learns of every hand-over, also inside a Träger (Stadt Lünen: "stets").
  const ko = await listKoordination(tx, kreisId, fall.kommuneId === null ? [] : [fall.kommuneId]);
  for (const [art, an] of [
    ['fall.zugewiesen', [casemanagerId]],
    ['fall.ko_zugewiesen', ko],
  ] as const) {
    await sendNachricht(tx, {
      kreisId,
      an: an.filter((id) => id !== actor.kontoId),
      art,
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { ab },
    });
  }
  return { fassung: fall.fassung + 1 };
}
