import { sql } from 'kysely';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Day } from '#src/platform/day.ts';
import type { ZusteuerungEingabe } from '../contract.ts';

export interface Fassung {
  readonly id: string;
  readonly ab: Day;
  readonly bis: Day | null;
  readonly kommuneId: string | null;
}

/** The versions of a rule that stand now, locked; refuses when the one that was shown is no longer among them. */
export async function loadReihe(
  tx: Tx,
  kreisId: string,
  reiheId: string,
  fassungId: string,
): Promise<{ fassungen: Fassung[]; gezeigt: Fassung }> {
  const fassungen = await tx.all(sql<Fassung>`
    select id, gueltig_ab as ab, gueltig_bis as bis, kommune_id as "kommuneId" from zusteuerung
    where kreis_id = ${kreisId} and reihe_id = ${reiheId} and ersetzt_am is null
    order by gueltig_ab for update`);
  if (fassungen.length === 0) throw notFound();
  const gezeigt = fassungen.find((fassung) => fassung.id === fassungId);
  if (!gezeigt) throw new Refusal('gleichzeitig-geaendert', 409);
  return { fassungen, gezeigt };
}

/** Marks versions as superseded; nothing that was known is overwritten. */
export async function supersede(tx: Tx, kreisId: string, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    update zusteuerung set ersetzt_am = now() where kreis_id = ${kreisId} and id = any (${[...ids]}::uuid[])`);
}

/** Writes a superseded version again with an earlier end. */
export async function repeatUntil(tx: Tx, kreisId: string, id: string, bis: Day): Promise<void> {
  await tx.run(sql`
    insert into zusteuerung (kreis_id, reihe_id, rang, bezeichnung, kommune_id, ortsteil_id, zugang, wohnform, bedarf,
      an_traeger_id, an_standort_id, an_stelle_id, gueltig_ab, gueltig_bis, erfasst_von)
    select kreis_id, reihe_id, rang, bezeichnung, kommune_id, ortsteil_id, zugang, wohnform, bedarf,
      an_traeger_id, an_standort_id, an_stelle_id, gueltig_ab, ${bis}::date, app_konto()
    from zusteuerung where kreis_id = ${kreisId} and id = ${id}`);
}

/** Writes a version of a rule. */
export async function insertFassung(
  tx: Tx,
  kreisId: string,
  reiheId: string,
  regel: ZusteuerungEingabe,
  bis: Day | null,
): Promise<void> {
  await tx.run(sql`
    insert into zusteuerung (kreis_id, reihe_id, rang, bezeichnung, kommune_id, ortsteil_id, zugang, wohnform, bedarf,
      an_traeger_id, an_standort_id, an_stelle_id, gueltig_ab, gueltig_bis, erfasst_von)
    values (${kreisId}, ${reiheId}, ${regel.rang}, ${regel.bezeichnung}, ${regel.kommuneId}, ${regel.ortsteilId},
      ${regel.zugang}, ${regel.wohnform}, ${regel.bedarf}, ${regel.anTraegerId}, ${regel.anStandortId},
      ${regel.anStelleId}, ${regel.gueltigAb}::date, ${bis}::date, app_konto())`);
}
