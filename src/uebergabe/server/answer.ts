import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { uebergabeContract } from '../contract.ts';
import { standAfter, standOn } from '../rules.ts';
import { eingabeOf } from './get-anfrage.ts';
import { informUebergabe, leadsOf } from './inform.ts';
import { loadUebergabe, type GeladeneUebergabe } from './load-anfrage.ts';
import { moveFaelle } from './move.ts';
import { planAngefragte, wrongFields, type UebergabePlan } from './plan.ts';
import { worksFor } from './policy.ts';
import { sealWort } from './seal.ts';

type AnswerIt = typeof uebergabeContract.answerUebergabe;

/**
 * Accepts all, some or none of the cases that were asked for. What is accepted moves at once and counts from the day that
 * was asked for; what is declined stays as it was. Both sides and the Koordination are told.
 */
export async function answerUebergabe(call: Call<AnswerIt>): Promise<Answer<AnswerIt>> {
  const { tx, actor, params, body, deps } = call;
  const { kreisId, anfrageId } = params;
  const row = await loadUebergabe(tx, kreisId, anfrageId, true);
  if (!worksFor(actor, kreisId, row.anTraegerId)) throw new Refusal('nicht-erlaubt', 403);
  requireOffen(row, today(deps.now()));
  requireFassung({ fassung: row.fassung, stand: row.stand }, body);
  const gewollt = row.fall.filter(({ id }) => body.annehmen.includes(id));
  refuseFields([
    ...(gewollt.length === new Set(body.annehmen).size
      ? []
      : [{ instance: '/annehmen', code: 'fall-unbekannt' }]),
    ...(gewollt.length < row.fall.length && body.ablehnung === null
      ? [{ instance: '/ablehnung', code: 'ablehnung-fehlt' }]
      : []),
  ]);
  const alle = await planAngefragte(
    tx,
    kreisId,
    eingabeOf(
      row,
      row.fall.map(({ fallId }) => fallId),
    ),
    row.vonTraegerId,
    deps.now(),
    true,
  );
  const uebergabeId =
    gewollt.length === 0
      ? null
      : await accept(
          call,
          row,
          gewollt.map(({ fallId }) => fallId),
        );
  const stand = standAfter(gewollt.length, row.fall.length);
  const ablehnung = stand === 'angenommen' ? null : body.ablehnung;
  await tx.run(sql`
    update uebergabe_anfrage set stand = ${stand}, ablehnung = ${ablehnung}, uebergabe_id = ${uebergabeId},
      antwort_siegel = ${sealWort(deps, anfrageId, 'antwort', body.antwort)}, beantwortet_von = app_konto(),
      beantwortet_am = now(), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await tx.run(sql`
    update uebergabe_anfrage_fall
    set stand = case when id = any (${gewollt.map(({ id }) => id)}::uuid[]) then 'angenommen' else 'abgelehnt' end
    where kreis_id = ${kreisId} and anfrage_id = ${anfrageId}`);
  const zahlen = { anzahl: row.fall.length, angenommen: gewollt.length };
  await informUebergabe(
    tx,
    { kreisId, vonKontoId: actor.kontoId, gegenstandId: anfrageId, daten: zahlen },
    { art: 'uebergabe.beantwortet', an: [row.gestelltVon, ...leadsOf(alle.fall)] },
    {
      art: 'uebergabe.ko_beantwortet',
      kommuneIds: row.kommuneId,
      auch: body.casemanagerId === null ? [] : [body.casemanagerId],
    },
  );
  for (const { fallId } of row.fall) {
    if (gewollt.some((each) => each.fallId === fallId)) continue;
    await recordEreignis(tx, {
      kreisId,
      art: 'uebergabe.abgelehnt',
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { anfrageId, von: row.anTraegerId, grund: ablehnung },
    });
  }
  return { fassung: row.fassung + 1, stand, angenommen: gewollt.length };
}

/** Moves the accepted cases; the refusal names lines of the question, since the receiver knows no numbers yet. */
async function accept(call: Call<AnswerIt>, row: GeladeneUebergabe, fallIds: string[]): Promise<string> {
  const { tx, params, body, deps } = call;
  const { kreisId } = params;
  const eingabe = { ...eingabeOf(row, fallIds), casemanagerId: body.casemanagerId };
  refuseFields(await wrongFields(tx, kreisId, eingabe, today(deps.now())));
  const plan = await planAngefragte(tx, kreisId, eingabe, row.vonTraegerId, deps.now(), true);
  requireAll(plan, row);
  return moveFaelle(tx, deps.schluessel, kreisId, plan, eingabe);
}

function requireAll({ zeile }: UebergabePlan, row: GeladeneUebergabe): void {
  const gehindert = zeile.flatMap(({ fallId, hinderung }) => {
    const id = row.fall.find((each) => each.fallId === fallId)?.id;
    return hinderung.length === 0 || id === undefined ? [] : [{ id, hinderung }];
  });
  if (gehindert.length > 0) throw new Refusal('uebergabe-unmoeglich', 409, { daten: { fall: gehindert } });
}

/** Refuses to touch a question that has been answered, taken back, or has lapsed. */
export function requireOffen({ stand, fristAm }: GeladeneUebergabe, heute: Day): void {
  const jetzt = standOn(stand, fristAm, heute);
  if (jetzt !== 'angefragt') throw new Refusal('uebergabe-erledigt', 409, { daten: { stand: jetzt } });
}
