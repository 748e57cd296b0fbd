import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { terminContract } from '../contract.ts';
import { fristOf } from './frist-of.ts';
import { readTermin } from './read-termin.ts';

type OfAnfrage = typeof terminContract.listTerminOfAnfrage;
type OfFall = typeof terminContract.listTerminOfFall;

/** Appointments of an Anfrage of the own Träger, and its deadline. */
export async function listTerminOfAnfrage(call: Call<OfAnfrage>): Promise<Answer<OfAnfrage>> {
  const { tx, deps, params } = call;
  const { kreisId, anfrageId } = params;
  const known = await tx.first(sql`
    select 1 from anfrage a
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and a.traeger_id = any (app_uuids('app.cm_traeger'))`);
  if (!known) throw notFound();
  return {
    termin: await readTermin(tx, kreisId, [sql`t.anfrage_id = ${anfrageId}`], 'termin.list'),
    frist: await fristOf(tx, kreisId, { anfrageId, fallId: null }, today(deps.now())),
  };
}

/** Appointments of a case that the account works on, and when the follow-up is due. */
export async function listTerminOfFall(call: Call<OfFall>): Promise<Answer<OfFall>> {
  const { tx, deps, params } = call;
  const { kreisId, fallId } = params;
  const known = await tx.first(sql`
    select 1 from fall f where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!known) throw notFound();
  return {
    termin: await readTermin(tx, kreisId, [sql`t.fall_id = ${fallId}`], 'termin.list'),
    frist: await fristOf(tx, kreisId, { anfrageId: null, fallId }, today(deps.now())),
  };
}
