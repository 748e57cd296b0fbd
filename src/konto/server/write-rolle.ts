import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { RolleWunsch } from '../contract.ts';
import { rolleRefusals } from '../rules.ts';
import { tellRolle } from './tell.ts';

/** Where a role may be given by the actor and whether the places exist, besides what is wrong with it in itself. */
export async function checkRolle(
  tx: Tx,
  kreisId: string,
  wunsch: RolleWunsch,
  heute: Day,
  base = '',
): Promise<FieldRefusal[]> {
  const felder = rolleRefusals(wunsch, heute, base);
  const ort = await tx.one(sql<{ traeger: boolean; region: boolean; stelle: boolean; darf: boolean }>`
    select ${wunsch.traegerId}::uuid is null or exists (select from traeger where kreis_id = ${kreisId} and id = ${wunsch.traegerId}) as traeger,
      ${wunsch.regionId}::uuid is null or exists (select from region where kreis_id = ${kreisId} and id = ${wunsch.regionId}) as region,
      ${wunsch.stelleId}::uuid is null or exists (select from stelle where kreis_id = ${kreisId} and id = ${wunsch.stelleId}) as stelle,
      verwaltet_traeger(${kreisId}, ${wunsch.traegerId}::uuid) as darf`);
  if (!ort.traeger) felder.push({ instance: `${base}/traegerId`, code: 'wert-ungueltig' });
  else if (!ort.darf) felder.push({ instance: `${base}/traegerId`, code: 'traeger-nicht-verwaltet' });
  if (!ort.region) felder.push({ instance: `${base}/regionId`, code: 'wert-ungueltig' });
  if (!ort.stelle) felder.push({ instance: `${base}/stelleId`, code: 'wert-ungueltig' });
  return felder;
}

/** Gives a role that was checked; one of the same kind that would have ended by itself is prolonged, not doubled. */
export async function writeRolle(
  tx: Tx,
  kreisId: string,
  kontoId: string,
  wunsch: RolleWunsch,
  base = '',
): Promise<string> {
  const id = randomUUID();
  const beginn = sql`coalesce(${wunsch.ab}::date::timestamp at time zone 'Europe/Berlin', now())`;
  const ende = sql`((${wunsch.bis}::date + 1)::timestamp at time zone 'Europe/Berlin')`;
  const same = sql`r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.konto_id = ${kontoId}
    and r.rolle = ${wunsch.rolle} and r.anbieter_id is null and r.traeger_id is not distinct from ${wunsch.traegerId}::uuid
    and r.region_id is not distinct from ${wunsch.regionId}::uuid and r.stelle_id is not distinct from ${wunsch.stelleId}::uuid`;
  await tx.run(sql`
    update rolle r set gueltig_bis = ${beginn}
    where ${same} and r.gueltig_ab < ${beginn} and r.gueltig_bis > ${beginn} and (${ende} is null or ${ende} > r.gueltig_bis)`);
  const doppelt = await tx.first(sql`
    select from rolle r where ${same} and (r.gueltig_bis is null or r.gueltig_bis > ${beginn})
      and (${ende} is null or r.gueltig_ab < ${ende})`);
  if (doppelt) refuseFields([{ instance: `${base}/rolle`, code: 'rolle-vorhanden' }]);
  await tx.run(sql`
    insert into rolle (kreis_id, id, konto_kreis_id, konto_id, rolle, traeger_id, region_id, stelle_id, gueltig_ab, gueltig_bis)
    values (${kreisId}, ${id}, ${kreisId}, ${kontoId}, ${wunsch.rolle}, ${wunsch.traegerId}, ${wunsch.regionId},
      ${wunsch.stelleId}, ${beginn}, ${ende})`);
  await recordEreignis(tx, {
    kreisId,
    art: 'zugang.rolle-erteilt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { ...wunsch, rolleId: id },
  });
  await tellRolle(tx, kreisId, kontoId, wunsch);
  return id;
}
