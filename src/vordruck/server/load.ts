import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { VordruckAngabe, VordruckArt, VordruckInhalt } from '../inhalt.ts';
import { mayEditVordruck, readsAllVordruck } from './policy.ts';

export interface VordruckRow {
  readonly id: string;
  readonly traegerId: string;
  readonly art: VordruckArt;
  readonly fassung: number;
  readonly stand: 'entwurf' | 'freigegeben' | 'abgeloest';
  readonly inhalt: VordruckInhalt;
  readonly angabe: VordruckAngabe;
  readonly bearbeitung: number;
}

export interface UebersetzungRow {
  readonly sprache: string;
  readonly stand: 'entwurf' | 'freigegeben';
  readonly bearbeitung: number;
  readonly inhalt: VordruckInhalt;
}

/** A version that the actor may see, locked for a change; throws when there is none. */
export async function loadVordruck(
  tx: Tx,
  actor: Actor,
  { kreisId, vordruckId }: { readonly kreisId: string; readonly vordruckId: string },
): Promise<VordruckRow> {
  const row = await tx.first(sql<VordruckRow>`
    select id, traeger_id as "traegerId", art, fassung, stand, inhalt, angabe, bearbeitung from vordruck
    where kreis_id = ${kreisId} and id = ${vordruckId} for no key update`);
  if (!row || !seesVordruck(actor, kreisId, row.traegerId)) throw notFound();
  return row;
}

/** True for the own Träger and for those who look after the whole Kreis. */
export function seesVordruck(actor: Actor, kreisId: string, traegerId: string): boolean {
  return readsAllVordruck(actor, kreisId) || mayEditVordruck(actor, kreisId, traegerId);
}

/** The translation as it stands, locked; undefined where the language has none yet. */
export async function findUebersetzung(
  tx: Tx,
  {
    kreisId,
    vordruckId,
    sprache,
  }: { readonly kreisId: string; readonly vordruckId: string; readonly sprache: string },
): Promise<UebersetzungRow | undefined> {
  return tx.first(sql<UebersetzungRow>`
    select sprache, stand, bearbeitung, inhalt from vordruck_uebersetzung
    where kreis_id = ${kreisId} and vordruck_id = ${vordruckId} and sprache = ${sprache} and ersetzt_am is null
    for no key update`);
}
