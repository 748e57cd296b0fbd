import { sql } from 'kysely';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';

export interface GeladenesKonto {
  readonly kreisId: string;
  readonly kontoId: string;
  readonly name: string;
  readonly anmeldename: string;
  readonly email: string | null;
  readonly sprache: 'de' | 'en';
  readonly fassung: number;
}

/** An account that the actor administers, locked; anything else does not exist. */
export async function loadKonto(tx: Tx, kreisId: string, kontoId: string): Promise<GeladenesKonto> {
  const konto = await tx.first(sql<GeladenesKonto>`
    select kreis_id as "kreisId", id as "kontoId", name, anmeldename, email, sprache, fassung
    from konto where kreis_id = ${kreisId} and id = ${kontoId} and verwaltet_konto(kreis_id, id) for update`);
  if (!konto) throw notFound();
  return konto;
}

/** Nobody gives, takes or renews her own rights. */
export function refuseOwn(actor: Actor, kontoId: string): void {
  if (actor.kontoId === kontoId) throw new Refusal('eigenes-konto');
}
