import { sql, type RawBuilder } from 'kysely';
import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/**
 * The Koordination mediates hand-overs in its area by number; case managers give away what they work on and answer for
 * their Träger. Which cases these are says seesFall of src/fall. The head of a Träger moves caseloads inside it by counts.
 */
export const uebergabeAbilities: Abilities = {
  'uebergabe.ausfuehren': ['koordination', 'casemanager'],
  'uebergabe.lesen': ['koordination', 'verwaltungsassistenz', 'ki_leitung', 'casemanager', 'traegerleitung'],
  'fallbestand.uebergeben': ['casemanager', 'traegerleitung'],
};

/** Cases (alias of fall) that the actor oversees as Koordination. */
export function overseesFall(alias: string, actor: Actor, kreisId: string): RawBuilder<boolean> {
  if (!hasRolle(actor, ['koordination'], kreisId)) return sql`false`;
  return sql`(${sql.ref(`${alias}.kreis_id`)} = any ((select app_liste('app.ko_kreis'))::text[])
    or coalesce(${sql.ref(`${alias}.kommune_id`)} = any ((select app_liste('app.ko_kommune'))::text[]), false))`;
}

/** Who works as case manager for a Träger answers for it. */
export function worksFor(actor: Actor, kreisId: string, traegerId: string): boolean {
  return actor.rollen.some(
    (r) => r.kreisId === kreisId && r.rolle === 'casemanager' && r.traegerId === traegerId,
  );
}

/** Who heads a Träger. */
export function heads(actor: Actor, kreisId: string, traegerId: string): boolean {
  return actor.rollen.some(
    (r) => r.kreisId === kreisId && r.rolle === 'traegerleitung' && r.traegerId === traegerId,
  );
}
