import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { requireFallfuehrung } from '#src/vertretung/server/require-fallfuehrung.ts';
import { loadFall } from '#src/fall/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { loeschungContract } from '../contract.ts';
import type { Sperrgrund } from '../zeile.ts';

type C = typeof loeschungContract;

interface Sperre {
  readonly grund: Sperrgrund;
  readonly bis: Day | null;
}

/** Holds that stand, of the Träger on whose deletions the actor decides. */
export const listLoeschsperre: Handler<C['listLoeschsperre']> = ({ tx, params: { kreisId } }) =>
  tx.all(sql<Answer<C['listLoeschsperre']>[number]>`
    select s.id, s.nummer, s.traeger_id as "traegerId", s.grund, s.bis,
      to_char(s.gesetzt_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "gesetztAm", k.name as "vonName"
    from loeschung_sperren(${kreisId}) s
    left join konto k on k.kreis_id = ${kreisId} and k.id = s.gesetzt_von`);

/** Holds the deletion of a person up, from the preview. */
export async function setLoeschsperre(
  call: Call<C['setLoeschsperre']>,
): Promise<Answer<C['setLoeschsperre']>> {
  const { tx, deps, params, body } = call;
  const { darf } = await tx.one(sql<{ darf: boolean }>`
    select loeschung_darf_person(${params.kreisId}, ${body.personId}) as darf`);
  if (!darf) throw notFound();
  return writeSperre(tx, params.kreisId, body.personId, body, today(deps.now()));
}

/** Lifts a hold. */
export async function liftLoeschsperre({ tx, params }: Call<C['liftLoeschsperre']>): Promise<undefined> {
  await lift(tx, params.kreisId, params.sperreId, null);
}

/** Holds the deletion of the person of a case up; whoever leads the case knows of the proceedings. */
export async function holdFall(call: Call<C['holdFall']>): Promise<Answer<C['holdFall']>> {
  const { tx, deps, actor, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  await requireFallfuehrung(tx, kreisId, fallId);
  return writeSperre(tx, kreisId, fall.personId, body, today(deps.now()));
}

/** Lifts a hold of the person of a case. */
export async function liftFallSperre({ tx, actor, params }: Call<C['liftFallSperre']>): Promise<undefined> {
  const { kreisId, fallId, sperreId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  await requireFallfuehrung(tx, kreisId, fallId);
  await lift(tx, kreisId, sperreId, fall.personId);
}

async function writeSperre(
  tx: Tx,
  kreisId: string,
  personId: string,
  { grund, bis }: Sperre,
  heute: Day,
): Promise<{ id: string }> {
  refuseFields(bis !== null && bis < heute ? [{ instance: '/bis', code: 'datum-vergangen' }] : []);
  const id = randomUUID();
  await tx
    .run(
      sql`insert into loeschsperre (kreis_id, id, person_id, grund, bis) values (${kreisId}, ${id}, ${personId}, ${grund}, ${bis}::date)`,
    )
    .catch((error: unknown) => {
      // It waited for a deletion under way: nobody is there any more who could be held.
      throw error instanceof Error && 'code' in error && error.code === '23503' ? notFound() : error;
    });
  await recordEreignis(tx, {
    kreisId,
    art: 'loeschung.gesperrt',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { grund, bis },
  });
  return { id };
}

async function lift(tx: Tx, kreisId: string, id: string, personId: string | null): Promise<void> {
  const row = await tx.first(sql<{ personId: string; grund: string }>`
    update loeschsperre s set aufgehoben_am = now(), aufgehoben_von = app_konto()
    where s.kreis_id = ${kreisId} and s.id = ${id} and s.aufgehoben_am is null
      and (${personId}::uuid is null or s.person_id = ${personId}::uuid)
    returning s.person_id as "personId", s.grund`);
  if (!row) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'loeschung.entsperrt',
    gegenstand: 'person',
    gegenstandId: row.personId,
    daten: { grund: row.grund },
  });
}
