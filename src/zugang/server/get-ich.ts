import { sql } from 'kysely';
import type { Actor } from '#src/platform/server/actor.ts';
import { idleMinutes, type Tx } from '#src/platform/server/db.ts';
import type { Abilities, Call } from '#src/platform/server/http.ts';
import type { Ich, zugangContract } from '#src/zugang/contract.ts';

/** The signed-in account with its roles in words and what they allow per Kreis. */
export async function getIch(call: Call<typeof zugangContract.getIch>, abilities: Abilities): Promise<Ich> {
  const { tx, actor, deps } = call;
  return {
    kontoId: actor.kontoId,
    kreisId: actor.kreisId,
    name: actor.name,
    sprache: actor.sprache,
    rollen: await nameRollen(tx, actor),
    abilities: abilitiesPerKreis(actor, abilities),
    testdatenbank: deps.testdatenbank,
    leerlaufMinuten: idleMinutes,
    faktorNoetig: actor.faktorNoetig,
  };
}

async function nameRollen(tx: Tx, actor: Actor): Promise<Ich['rollen']> {
  return tx.all(sql<Ich['rollen'][number]>`
    select r.kreis_id as "kreisId", k.name as "kreisName", r.rolle,
      r.traeger_id as "traegerId", t.name as "traegerName", r.region_id as "regionId", g.name as "regionName",
      to_char(r.gueltig_bis at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "gueltigBis"
    from rolle r
    join kreis k on k.id = r.kreis_id
    left join traeger t on t.kreis_id = r.kreis_id and t.id = r.traeger_id
    left join region g on g.kreis_id = r.kreis_id and g.id = r.region_id
    where r.konto_kreis_id = ${actor.kreisId} and r.konto_id = ${actor.kontoId}
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
    order by k.name, r.rolle, t.name, g.name`);
}

function abilitiesPerKreis(actor: Actor, abilities: Abilities): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const { kreisId, rolle } of actor.rollen) {
    const held = Object.keys(abilities).filter((name) => {
      const roles = abilities[name];
      return Array.isArray(roles) && roles.includes(rolle);
    });
    result[kreisId] = [...new Set([...(result[kreisId] ?? []), ...held])].toSorted();
  }
  return result;
}
