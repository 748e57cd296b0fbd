import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { mayChangeFall, mayCloseFall } from './policy.ts';
import { caresFor, seesFall } from './scope.ts';

/** A case locked for a change, with its person. */
export interface GeladenerFall {
  readonly id: string;
  readonly nummer: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly zugang: string | null;
  readonly aufgenommenAm: Day;
  readonly bemerkungId: string | null;
  readonly fassung: number;
  /** Seen by her own Case Manager only. */
  readonly geschuetzt: boolean;
  readonly personId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
  readonly schluessel: Buffer;
}

interface Row extends Omit<GeladenerFall, 'personId' | 'familienname' | 'vorname' | 'schluessel'> {
  readonly personId: string | null;
  readonly familienname: string | null;
  readonly vorname: string | null;
  readonly schluessel: Buffer | null;
  readonly eigen: boolean;
}

/** A case that is to be closed; the person is null where she is locked, the case goes by its number then. */
export type FallToClose = Omit<GeladenerFall, 'personId' | 'familienname' | 'vorname' | 'schluessel'> & {
  readonly person: Pick<GeladenerFall, 'personId' | 'schluessel'> | null;
};

/** Loads a case in scope, locked. Refuses with 404 when unseen, with 403 when seen but not worked on. */
export async function loadFall(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  fallId: string,
): Promise<GeladenerFall> {
  const { eigen, personId, familienname, vorname, schluessel, ...rest } = await readFall(
    tx,
    actor,
    kreisId,
    fallId,
  );
  if (!mayChangeFall({ eigen, personId })) throw new Refusal('nicht-erlaubt', 403);
  if (personId === null || familienname === null || vorname === null || schluessel === null) throw notFound();
  return { ...rest, personId, familienname, vorname, schluessel };
}

/** As `loadFall`, also for a case whose person is locked: closing it needs no name. */
export async function loadFallToClose(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  fallId: string,
): Promise<FallToClose> {
  const {
    eigen,
    personId,
    schluessel,
    familienname: _familienname,
    vorname: _vorname,
    ...rest
  } = await readFall(tx, actor, kreisId, fallId);
  if (!mayCloseFall({ eigen })) throw new Refusal('nicht-erlaubt', 403);
  return { ...rest, person: personId === null || schluessel === null ? null : { personId, schluessel } };
}

async function readFall(tx: Tx, actor: Actor, kreisId: string, fallId: string): Promise<Row> {
  const row = await tx.first(sql<Row>`
    select f.id, f.nummer, f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId", f.kommune_id as "kommuneId",
      f.ortsteil_id as "ortsteilId", f.zugang, f.aufgenommen_am as "aufgenommenAm", f.bemerkung_id as "bemerkungId",
      f.fassung, f.geschuetzt_am is not null as geschuetzt, p.id as "personId", p.familienname, p.vorname, p.geburtsdatum, p.schluessel_verpackt as schluessel,
      ${caresFor('f')} as eigen
    from fall f
    left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${seesFall('f', actor, kreisId)}
    for update of f`);
  if (!row) throw notFound();
  return row;
}
