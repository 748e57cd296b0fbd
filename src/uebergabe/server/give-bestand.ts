import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import { listKoordination } from '#src/nachricht/server/list-empfaenger.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { fieldRefusal, notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { Verteilung } from '../bestand-contract.ts';
import type { uebergabeContract } from '../contract.ts';
import { distribute } from '../distribute.ts';
import { kommunenOf } from './inform.ts';
import { mayGive } from './list-bestand.ts';

type Get = typeof uebergabeContract.getBestand;
type Give = typeof uebergabeContract.giveBestand;

interface BestandFall {
  readonly fallId: string;
  readonly nummer: string;
  readonly kommuneId: string | null;
  readonly offen: boolean;
}

/** One caseload: with the numbers of the cases for the one who leads it, as counts for the head of the Träger. */
export async function getBestand({ tx, actor, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, traegerId, kontoId } = params;
  if (!mayGive(actor, kreisId, traegerId, kontoId)) throw notFound();
  const fall = await readBestand(tx, kreisId, traegerId, kontoId);
  const offen = fall.filter((each) => each.offen).length;
  const zahlen = { offen, abgeschlossen: fall.length - offen };
  if (kontoId !== actor.kontoId) return { ...zahlen, mitBlatt: null, fall: [] };
  const blatt = await tx.all(sql<{ fallId: string }>`
    select b.fall_id as "fallId" from uebergabeblatt b
    where b.kreis_id = ${kreisId} and b.fall_id = any (${fall.map((each) => each.fallId)}::uuid[])`);
  const geschrieben = new Set(blatt.map(({ fallId }) => fallId));
  return {
    ...zahlen,
    mitBlatt: fall.filter((each) => each.offen && geschrieben.has(each.fallId)).length,
    fall: fall.map(({ fallId, nummer, offen: isOffen }) => ({
      fallId,
      nummer,
      offen: isOffen,
      blatt: geschrieben.has(fallId),
    })),
  };
}

/**
 * Gives a caseload to colleagues of the same Träger, evenly or case by case. Without a rest, the open Anfragen go back to
 * the team. Every colleague and the Koordination are told how many came.
 */
export async function giveBestand(call: Call<Give>): Promise<Answer<Give>> {
  const { tx, actor, params, body, deps } = call;
  const { kreisId } = params;
  const { traegerId, vonKontoId, ab } = body;
  if (!mayGive(actor, kreisId, traegerId, vonKontoId)) throw notFound();
  refuseFields(ab > today(deps.now()) ? [{ instance: '/ab', code: 'datum-in-zukunft' }] : []);
  const fall = await readBestand(tx, kreisId, traegerId, vonKontoId);
  if (fall.length === 0) throw new Refusal('bestand-leer', 422);
  const zuteilung = assignEach(body.verteilung, fall);
  const gegeben = await tx.all(sql<{ fallId: string; kontoId: string }>`
    select fall_id as "fallId", konto_id as "kontoId" from bestand_geben(${kreisId}, ${traegerId}, ${vonKontoId},
      ${zuteilung.map(({ fallId }) => fallId)}::uuid[], ${zuteilung.map(({ anKontoId }) => anKontoId)}::uuid[],
      ${ab}::date)`);
  if (gegeben.length === 0) throw fieldRefusal('/verteilung', 'konto-fremd');
  const ganz = gegeben.length === fall.length;
  const anfragen = ganz ? await giveBack(tx, kreisId, traegerId, vonKontoId) : 0;
  const verteilt = [...Map.groupBy(gegeben, ({ kontoId }) => kontoId)].map(([kontoId, faelle]) => ({
    kontoId,
    anzahl: faelle.length,
  }));
  await tell(call, fall, verteilt, gegeben.length);
  await record(tx, kreisId, vonKontoId, gegeben, ab);
  return { verteilt, anfragen };
}

function readBestand(tx: Tx, kreisId: string, traegerId: string, kontoId: string): Promise<BestandFall[]> {
  return tx.all(sql<BestandFall>`
    select fall_id as "fallId", nummer, kommune_id as "kommuneId", offen
    from bestand_faelle(${kreisId}, ${traegerId}::uuid, ${kontoId}::uuid)`);
}

/** Who gets which case; refuses cases that are not in this caseload. */
function assignEach(
  verteilung: Verteilung,
  fall: readonly BestandFall[],
): { fallId: string; anKontoId: string }[] {
  if (verteilung.art === 'gleichmaessig') return distribute(fall, verteilung.an);
  const known = new Set(fall.map(({ fallId }) => fallId));
  const ids = verteilung.zuteilung.map(({ fallId }) => fallId);
  refuseFields([
    ...(ids.every((id) => known.has(id))
      ? []
      : [{ instance: '/verteilung/zuteilung', code: 'fall-unbekannt' }]),
    ...(new Set(ids).size === ids.length
      ? []
      : [{ instance: '/verteilung/zuteilung', code: 'fall-doppelt' }]),
  ]);
  return verteilung.zuteilung;
}

async function giveBack(tx: Tx, kreisId: string, traegerId: string, vonKontoId: string): Promise<number> {
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    select bestand_freigeben(${kreisId}, ${traegerId}::uuid, ${vonKontoId}::uuid) as anzahl`);
  return anzahl;
}

async function tell(
  { tx, actor, params, body }: Call<Give>,
  fall: readonly BestandFall[],
  verteilt: readonly { readonly kontoId: string; readonly anzahl: number }[],
  anzahl: number,
): Promise<void> {
  const { kreisId } = params;
  const gegenstand = 'fallbestand';
  const ab = body.ab;
  for (const { kontoId, anzahl: n } of verteilt) {
    await sendNachricht(tx, {
      kreisId,
      an: [kontoId],
      art: 'fallbestand.erhalten',
      gegenstand,
      daten: { anzahl: n, ab },
    });
  }
  const ko = await listKoordination(tx, kreisId, kommunenOf(fall));
  await sendNachricht(tx, {
    kreisId,
    an: [body.vonKontoId, ...ko].filter((id) => id !== actor.kontoId),
    art: 'fallbestand.uebergeben',
    gegenstand,
    daten: { anzahl, ab, an: verteilt.length },
  });
}

async function record(
  tx: Tx,
  kreisId: string,
  vonKontoId: string,
  gegeben: readonly { readonly fallId: string; readonly kontoId: string }[],
  ab: Day,
): Promise<void> {
  for (const { fallId, kontoId } of gegeben) {
    await recordEreignis(tx, {
      kreisId,
      art: 'fall.zugewiesen',
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { vonKontoId, anKontoId: kontoId, ab, bestand: true },
    });
  }
}
