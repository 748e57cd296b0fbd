import { sql } from 'kysely';
import { seesFall } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { uebergabeContract } from '../contract.ts';
import { toZeile } from './list-anfrage.ts';
import { loadUebergabe, mayWithdraw, type GeladeneUebergabe } from './load-anfrage.ts';
import { planAngefragte } from './plan.ts';
import { worksFor } from './policy.ts';
import { readAbwesendBis } from './read-abwesend.ts';
import { readVorschau } from './read-vorschau.ts';
import { openWort } from './seal.ts';

type Get = typeof uebergabeContract.getUebergabeAnfrage;

/**
 * One question with what its receiver may know. Of the cases there are codes and counts only, and these only while the
 * question is open; number and link are for those who see the case anyway.
 */
export async function getUebergabeAnfrage(call: Call<Get>): Promise<Answer<Get>> {
  const { tx, actor, params, deps } = call;
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const row = await loadUebergabe(tx, kreisId, anfrageId);
  const zeile = toZeile(row, actor, kreisId, heute);
  const offen = zeile.stand === 'angefragt';
  const ids = row.fall.map(({ fallId }) => fallId);
  const plan = offen
    ? await planAngefragte(tx, kreisId, eingabeOf(row, ids), row.vonTraegerId, deps.now(), false)
    : undefined;
  const vorschau = offen ? await readVorschau(tx, kreisId, ids, heute) : undefined;
  const seen = await tx.all(sql<{ id: string; nummer: string }>`
    select f.id, f.nummer from fall f
    where f.kreis_id = ${kreisId} and f.id = any (${ids}::uuid[]) and ${seesFall('f', actor, kreisId)}`);
  const nummern = new Map(seen.map(({ id, nummer }) => [id, nummer]));
  return {
    ...zeile,
    fassung: row.fassung,
    nachricht: openWort(deps, row.id, 'nachricht', row.nachricht),
    ablehnung: row.ablehnung,
    antwort: openWort(deps, row.id, 'antwort', row.antwort),
    abwesendBis: offen ? await readAbwesendBis(tx, kreisId, row.anKontoId, heute) : null,
    fall: row.fall.map(({ id, fallId, stand }) => {
      const hinderung = plan?.zeile.find((each) => each.fallId === fallId)?.hinderung ?? [];
      const nummer = nummern.get(fallId);
      return {
        id,
        stand,
        // Of a person who withdrew nothing is said any more, nor of a case that left.
        vorschau: hinderung.length === 0 ? (vorschau?.get(fallId) ?? null) : null,
        hinderung,
        fallId: nummer === undefined ? null : fallId,
        nummer: nummer ?? null,
      };
    }),
    abilities: {
      answerUebergabe: offen && worksFor(actor, kreisId, row.anTraegerId),
      withdrawUebergabe: offen && mayWithdraw(row, actor, kreisId),
      askUebergabe: !offen && zeile.stand !== 'angenommen' && zeile.richtung !== 'eingang',
    },
  };
}

/** The question in the shape of a hand-over. */
export function eingabeOf(row: GeladeneUebergabe, fallIds: readonly string[]) {
  const { anTraegerId, anKontoId, wirksamAm, grund, zustimmungAm } = row;
  return { fallIds: [...fallIds], anTraegerId, casemanagerId: anKontoId, wirksamAm, grund, zustimmungAm };
}
