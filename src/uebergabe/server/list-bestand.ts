import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { BestandZeile } from '../bestand-contract.ts';
import type { uebergabeContract } from '../contract.ts';
import { heads, worksFor } from './policy.ts';

type List = typeof uebergabeContract.listBestand;

interface Zahl {
  readonly traegerId: string;
  readonly kontoId: string;
  readonly offen: number;
  readonly abgeschlossen: number;
}

/** How many cases the colleagues of the own Träger lead: figures of the Träger, of nobody a name but the colleagues'. */
export async function listBestand({ tx, actor, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const traegerIds = ownTraeger(actor, kreisId);
  const zahlen = await tx.as('lotse_zaehler', () =>
    tx.all(sql<Zahl>`
      select f.traeger_id as "traegerId", f.casemanager_id as "kontoId",
        count(*) filter (where s.status <> 'abgeschlossen')::int as offen,
        count(*) filter (where s.status = 'abgeschlossen')::int as abgeschlossen
      from fall f
      left join lateral (select h.status from fall_status h where h.kreis_id = f.kreis_id and h.fall_id = f.id
        and h.ersetzt_am is null order by h.gueltig_ab desc limit 1) s on true
      where f.kreis_id = ${kreisId} and f.traeger_id = any (${traegerIds}::uuid[]) and f.casemanager_id is not null
      group by 1, 2`),
  );
  const team = await tx.all(sql<Omit<BestandZeile, 'offen' | 'abgeschlossen' | 'darf'>>`
    with wer as (
      select traeger_id, konto_id, true as im_team from rolle
      where kreis_id = ${kreisId} and konto_kreis_id = ${kreisId} and rolle = 'casemanager'
        and traeger_id = any (${traegerIds}::uuid[]) and gueltig_ab <= now() and (gueltig_bis is null or gueltig_bis > now())
      union
      select * from unnest(${zahlen.map((z) => z.traegerId)}::uuid[], ${zahlen.map((z) => z.kontoId)}::uuid[],
        ${zahlen.map(() => false)}::boolean[])
    )
    select w.traeger_id as "traegerId", w.konto_id as "kontoId", k.name,
      bool_or(w.im_team and k.gesperrt_am is null) as "imTeam",
      abwesend_bis(${kreisId}, w.konto_id, ${today(deps.now())}::date) as "abwesendBis"
    from wer w left join konto k on k.kreis_id = ${kreisId} and k.id = w.konto_id
    group by w.traeger_id, w.konto_id, k.name order by k.name, w.konto_id`);
  return team.map((each) => {
    const zahl = zahlen.find((z) => z.traegerId === each.traegerId && z.kontoId === each.kontoId);
    return {
      ...each,
      offen: zahl?.offen ?? 0,
      abgeschlossen: zahl?.abgeschlossen ?? 0,
      darf: mayGive(actor, kreisId, each.traegerId, each.kontoId),
    };
  });
}

/** The own caseload, or as head of the Träger any; the database asks the same. */
export function mayGive(actor: Actor, kreisId: string, traegerId: string, kontoId: string): boolean {
  return (
    heads(actor, kreisId, traegerId) || (kontoId === actor.kontoId && worksFor(actor, kreisId, traegerId))
  );
}

function ownTraeger(actor: Actor, kreisId: string): string[] {
  return actor.rollen.flatMap(({ kreisId: kreis, rolle, traegerId }) =>
    kreis === kreisId && traegerId !== null && (rolle === 'casemanager' || rolle === 'traegerleitung')
      ? [traegerId]
      : [],
  );
}
