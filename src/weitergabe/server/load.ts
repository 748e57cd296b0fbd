import { sql } from 'kysely';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { Freigabe } from '#src/einwilligung/server/require-freigabe.ts';
import type { WeitergabeZeile } from '../contract.ts';

/** A sharing locked for a change, with what it needs a release for. */
export interface GeladeneWeitergabe {
  readonly stand: WeitergabeZeile['stand'];
  readonly entbindungId: string;
  readonly stelleId: string;
  readonly zweck: Freigabe['zweck'];
  readonly inhalt: readonly string[];
}

/** Loads a sharing of a person with whom the account works; 404 for everyone else and after a withdrawal. */
export async function loadWeitergabe(
  tx: Tx,
  schluessel: Schluessel,
  ort: { readonly kreisId: string; readonly personId: string; readonly weitergabeId: string },
): Promise<GeladeneWeitergabe> {
  await loadPerson(tx, schluessel, ort.kreisId, ort.personId);
  const row = await tx.first(sql<GeladeneWeitergabe>`
    select w.stand, w.entbindung_id as "entbindungId", e.stelle_id as "stelleId", e.zweck, w.inhalt
    from weitergabe w join entbindung e on e.kreis_id = w.kreis_id and e.id = w.entbindung_id
    where w.kreis_id = ${ort.kreisId} and w.person_id = ${ort.personId} and w.id = ${ort.weitergabeId}
    for update of w`);
  if (!row) throw notFound();
  return row;
}
