import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { rolleRefusal } from '#src/zugang/rules.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

export interface RolleWunsch {
  /** Kreis in which the role holds; the account may belong to another one. */
  readonly kreisId: string;
  readonly rolle: RolleName;
  /** Slugs, as they stand in the territory. */
  readonly traeger: string | null;
  readonly region: string | null;
  /** Name of the partner office for which the account answers; only of the role "partner". */
  readonly stelle?: string | null;
  /** Last day of the role, in German time; null: open. */
  readonly bis: Day | null;
}

interface Ort {
  readonly traegerId: string | null;
  readonly regionId: string | null;
  readonly stelleId: string | null;
}

/** Gives an account a role, from now on; runs as lotse_owner. */
export async function grantRolle(tx: Tx, konto: KontoKey, wunsch: RolleWunsch): Promise<void> {
  const ort = await findOrt(tx, wunsch);
  const code = rolleRefusal({
    rolle: wunsch.rolle,
    traegerId: ort.traegerId,
    stelleId: ort.stelleId,
    bis: wunsch.bis,
  });
  if (code) throw new Refusal(code);
  const row = await tx.one(sql<{ vorbei: boolean; vorhanden: boolean }>`
    select coalesce(${wunsch.bis}::date < current_date, false) as vorbei, exists (
      select from rolle r where ${sameRolle(konto, wunsch, ort)} and r.gueltig_bis is null) as vorhanden`);
  if (row.vorbei) throw new Refusal('frist-vorbei');
  if (row.vorhanden) throw new Refusal('rolle-vorhanden', 409);
  // A role that ends by itself and is granted again is prolonged, not doubled.
  await tx.run(sql`
    update rolle r set gueltig_bis = now() where ${sameRolle(konto, wunsch, ort)} and r.gueltig_bis > now()`);
  await tx.run(sql`
    insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, region_id, stelle_id, gueltig_ab,
      gueltig_bis)
    values (${wunsch.kreisId}, ${konto.kreisId}, ${konto.kontoId}, ${wunsch.rolle}, ${ort.traegerId}, ${ort.regionId},
      ${ort.stelleId}, now(), (${wunsch.bis}::date + 1)::timestamp at time zone 'Europe/Berlin')`);
  await recordKontoEreignis(tx, konto, 'zugang.rolle-erteilt', null, { ...wunsch });
}

/** Ends a role at this moment; refuses rolle-unbekannt when the account does not hold it. */
export async function endRolle(tx: Tx, konto: KontoKey, wunsch: RolleWunsch): Promise<void> {
  const ort = await findOrt(tx, wunsch);
  const ended = await tx.run(sql`
    update rolle r set gueltig_bis = now()
    where ${sameRolle(konto, wunsch, ort)} and r.gueltig_ab < now()
      and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  if (ended === 0) throw new Refusal('rolle-unbekannt', 404);
  await recordKontoEreignis(tx, konto, 'zugang.rolle-beendet', null, { ...wunsch });
}

function sameRolle(konto: KontoKey, wunsch: RolleWunsch, ort: Ort) {
  return sql`r.konto_kreis_id = ${konto.kreisId} and r.konto_id = ${konto.kontoId} and r.kreis_id = ${wunsch.kreisId}
    and r.rolle = ${wunsch.rolle} and r.traeger_id is not distinct from ${ort.traegerId}::uuid
    and r.region_id is not distinct from ${ort.regionId}::uuid and r.stelle_id is not distinct from ${ort.stelleId}::uuid`;
}

async function findOrt(tx: Tx, { kreisId, traeger, region, stelle = null }: RolleWunsch): Promise<Ort> {
  const ort = await tx.first(sql<Ort>`
    select
      (select id from traeger t where t.kreis_id = k.id and t.slug = ${traeger}) as "traegerId",
      (select id from region r where r.kreis_id = k.id and r.slug = ${region}) as "regionId",
      (select id from stelle s where s.kreis_id = k.id and lower(s.name) = lower(${stelle})) as "stelleId"
    from kreis k where k.id = ${kreisId}`);
  if (!ort) throw new Refusal('kreis-unbekannt', 404);
  if (traeger !== null && ort.traegerId === null) throw new Refusal('traeger-unbekannt', 404);
  if (region !== null && ort.regionId === null) throw new Refusal('region-unbekannt', 404);
  if (stelle !== null && ort.stelleId === null) throw new Refusal('stelle-unbekannt', 404);
  return ort;
}
