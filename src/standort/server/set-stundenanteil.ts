import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { planRegel, type RegelFassung } from '#src/regel/rules.ts';
import type { standortContract } from '../contract.ts';
import { sumProzent } from '../rules.ts';

type SetAnteil = typeof standortContract.setStundenanteil;
type Anteil = RegelFassung & { readonly standortId: string; readonly prozent: number };

/** Distributes the counselling hours of a Träger over its places from a day on (Ausschreibung Kreis Steinfurt 2.3). */
export async function setStundenanteil({ tx, params, body }: Call<SetAnteil>): Promise<Answer<SetAnteil>> {
  const { kreisId, traegerId } = params;
  const { gueltigAb, anteil } = body;
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`stundenanteil:${kreisId}:${traegerId}`}, 0))`,
  );
  const orte = await tx.all(sql<{ id: string }>`
    select s.id from standort s where s.kreis_id = ${kreisId} and s.traeger_id = ${traegerId}`);
  if (orte.length === 0) throw notFound();
  refuseFields([
    ...anteil.flatMap(({ standortId }, at) =>
      orte.some(({ id }) => id === standortId) &&
      anteil.findIndex((each) => each.standortId === standortId) === at
        ? []
        : [{ instance: `/anteil/${at}/standortId`, code: 'standort-fremd' }],
    ),
    ...(sumProzent(anteil) === 100 ? [] : [{ instance: '/anteil', code: 'anteile-nicht-hundert' }]),
  ]);
  const bisher = await tx.all(sql<Anteil>`
    select id, standort_id as "standortId", prozent, gueltig_ab as ab, gueltig_bis as bis from stundenanteil
    where kreis_id = ${kreisId} and traeger_id = ${traegerId} and ersetzt_am is null order by gueltig_ab`);
  // All shares of a Träger change on the same days, so one place is planned as all are.
  const { neuBis } = planRegel(bisher, gueltigAb);
  for (const { id } of orte) {
    const plan = planRegel(
      bisher.filter(({ standortId }) => standortId === id),
      gueltigAb,
    );
    await tx.run(sql`
      update stundenanteil set ersetzt_am = now()
      where kreis_id = ${kreisId} and id = any (${[...plan.ersetzt]}::uuid[])`);
    const vorher = bisher.find((each) => each.id === plan.gekuerzt?.id);
    if (vorher) await insertAnteil(tx, kreisId, traegerId, { ...vorher, bis: gueltigAb });
    const prozent = anteil.find(({ standortId }) => standortId === id)?.prozent ?? 0;
    await insertAnteil(tx, kreisId, traegerId, { standortId: id, prozent, ab: gueltigAb, bis: neuBis });
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'stundenanteil.gesetzt',
    gegenstand: 'traeger',
    gegenstandId: traegerId,
    daten: { ab: gueltigAb, anteil },
  });
  return { gueltigAb };
}

async function insertAnteil(
  tx: Tx,
  kreisId: string,
  traegerId: string,
  anteil: Omit<Anteil, 'id'>,
): Promise<void> {
  await tx.run(sql`
    insert into stundenanteil (kreis_id, traeger_id, standort_id, prozent, gueltig_ab, gueltig_bis, erfasst_von)
    values (${kreisId}, ${traegerId}, ${anteil.standortId}, ${anteil.prozent}, ${anteil.ab}::date, ${anteil.bis}::date,
      app_konto())`);
}
