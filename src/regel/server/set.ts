import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { regelContract } from '../contract.ts';
import { isRegelSchluessel, regelRegister } from '../regel.ts';
import { planRegel, type RegelFassung } from '../rules.ts';
import { maySetRegel } from './policy.ts';
import { selectRegelStand } from './regel-stand.ts';

/** Sets a setting from a day on; nothing that was known before is overwritten. */
export const setRegel: Handler<typeof regelContract.setRegel> = async ({ tx, params, body, actor }) => {
  const { kreisId, schluessel } = params;
  const fassungen = await lockFassungen(tx, kreisId, schluessel);
  if (!maySetRegel(actor, kreisId)) throw new Refusal('regel-setzen-nicht-erlaubt', 403);
  if (!isRegelSchluessel(schluessel)) throw new Refusal('regel-unbekannt');
  const parsed = regelRegister[schluessel].schema.safeParse(body.wert);
  if (!parsed.success) {
    throw new Refusal('regel-wert-ungueltig', 422, {
      felder: parsed.error.issues.map((issue) => ({
        instance: `/${['wert', ...issue.path].join('/')}`,
        code: issue.code === 'custom' ? issue.message : 'wert-ungueltig',
      })),
    });
  }
  const plan = planRegel(fassungen, body.gueltigAb);
  await tx.run(sql`
    update regel set ersetzt_am = now() where kreis_id = ${kreisId} and id = any (${[...plan.ersetzt]}::uuid[])`);
  if (plan.gekuerzt) {
    await tx.run(sql`
      insert into regel (kreis_id, schluessel, wert, gueltig_ab, gueltig_bis, begruendung, erfasst_von)
      select kreis_id, schluessel, wert, gueltig_ab, ${plan.gekuerzt.bis}::date, begruendung, erfasst_von
      from regel where kreis_id = ${kreisId} and id = ${plan.gekuerzt.id}`);
  }
  const id = randomUUID();
  await tx.run(sql`
    insert into regel (kreis_id, id, schluessel, wert, gueltig_ab, gueltig_bis, begruendung, erfasst_von)
    values (${kreisId}, ${id}, ${schluessel}, ${JSON.stringify(parsed.data)}::jsonb, ${body.gueltigAb}::date,
      ${plan.neuBis}::date, ${body.begruendung}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'regel.gesetzt',
    gegenstand: 'regel',
    gegenstandId: id,
    daten: { schluessel, ab: body.gueltigAb },
  });
  const [stand] = await selectRegelStand(tx, kreisId, sql`r.id = ${id}`);
  if (!stand) throw new Error('regel vanished');
  return stand;
};

/** One change of a setting at a time, also when there is no row yet to lock. */
async function lockFassungen(tx: Tx, kreisId: string, schluessel: string): Promise<RegelFassung[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`regel:${kreisId}:${schluessel}`}, 0))`);
  return tx.all(sql<RegelFassung>`
    select id, gueltig_ab as ab, gueltig_bis as bis from regel
    where kreis_id = ${kreisId} and schluessel = ${schluessel} and ersetzt_am is null
    order by gueltig_ab for update`);
}
