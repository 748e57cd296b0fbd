import { sql } from 'kysely';
import { documentationRefusal } from '#src/einwilligung/rules.ts';
import type { Einwilligung } from '#src/einwilligung/rules.ts';
import { loadFall, type GeladenerFall } from '#src/fall/server/load.ts';
import { caresFor, readsPerson } from '#src/fall/server/scope.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';

interface InFall {
  readonly tx: Tx;
  readonly deps: Deps;
  readonly params: { readonly kreisId: string; readonly fallId: string };
}

/** A case that may be worked on today, locked, with the key of its texts. */
export interface ArbeitsFall extends GeladenerFall {
  readonly key: Key;
}

/** True for cases (alias of fall) that are closed on the day. */
function closedOn(am: Day) {
  return sql<boolean>`exists (select from fall_status s where s.kreis_id = f.kreis_id and s.fall_id = f.id
    and s.ersetzt_am is null and s.status = 'abgeschlossen' and s.gueltig_ab <= ${am}::date
    and (s.gueltig_bis is null or s.gueltig_bis > ${am}::date))`;
}

/**
 * Loads a case for writing work of it, locked: 404 unseen, 403 not worked on, refused where the case is closed or the
 * consent has run out. A closed case is read; writing goes on after its Wiederaufnahme.
 */
export async function loadForWork({
  tx,
  deps,
  params,
  actor,
}: InFall & { actor: Actor }): Promise<ArbeitsFall> {
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const heute = today(deps.now());
  const lage = await tx.one(sql<{ abgeschlossen: boolean; einwilligung: Einwilligung | null }>`
    select ${closedOn(heute)} as abgeschlossen,
      (select json_build_object('erteiltAm', e.erteilt_am, 'widerrufenAm', e.widerrufen_am, 'ablaufAm', e.ablauf_am)
        from einwilligung e join person p on p.kreis_id = e.kreis_id and p.einwilligung_id = e.id
        where p.kreis_id = f.kreis_id and p.id = f.person_id) as einwilligung
    from fall f where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  if (lage.abgeschlossen) throw new Refusal('fall-abgeschlossen', 422);
  const grund = documentationRefusal(lage.einwilligung, heute);
  if (grund !== undefined) throw new Refusal(grund, 422);
  return { ...fall, key: await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel) };
}

/** A case that is read by those who work on it, or to whom it is open. */
export interface GelesenerFall {
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly personId: string;
  readonly abgeschlossen: boolean;
  /** False where it is only open to be read. */
  readonly eigen: boolean;
  readonly key: Key;
}

/** Reads a case for those who work on it and leaves the row of the access log (`vorgang`); 404 for everyone else. */
export async function openForReading({ tx, deps, params }: InFall, vorgang: string): Promise<GelesenerFall> {
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<Omit<GelesenerFall, 'key'> & { schluessel: Buffer }>`
    select f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId", p.id as "personId",
      p.schluessel_verpackt as schluessel, ${closedOn(today(deps.now()))} as abgeschlossen,
      ${caresFor('f')} as eigen
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${readsPerson('f')}`);
  if (!fall) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${fall.personId}::uuid], ${vorgang})`);
  markLesezugriff(tx);
  const { schluessel, ...rest } = fall;
  return { ...rest, key: await deps.schluessel.personKey(tx, kreisId, fall.traegerId, schluessel) };
}
