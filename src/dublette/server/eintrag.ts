import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { DubletteEintrag } from '../contract.ts';
import type { Angaben } from '../score.ts';

/** A record as the comparison needs it; `eigen`: the account works on it and may read the name. */
export interface Eintrag extends Angaben {
  readonly id: string;
  readonly eigen: boolean;
  readonly casemanagerId: string | null;
}

export interface Nummer {
  readonly personId: string;
  readonly fallId: string | null;
  readonly anfrageId: string | null;
  readonly nummer: string | null;
  readonly casemanagerId: string | null;
}

/** Numbers of records of the own Träger by person. */
export async function loadNummern(
  tx: Tx,
  kreisId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Nummer>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.all(sql<Nummer>`
    select person_id as "personId", fall_id as "fallId", anfrage_id as "anfrageId", nummer,
      casemanager_id as "casemanagerId"
    from dublette_nummer(${kreisId}, ${[...new Set(personIds)]}::uuid[])`);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** A record as it is shown; the name leaves the server only where the account works on it. */
export function toEintrag(eintrag: Eintrag, nummern: ReadonlyMap<string, Nummer>): DubletteEintrag {
  const { id, eigen, familienname, vorname, geburtsdatum } = eintrag;
  return toNummer(id, nummern, eigen ? { familienname, vorname, geburtsdatum } : null, eigen);
}

/** A record by its number, with the name where it may be shown. */
export function toNummer(
  personId: string,
  nummern: ReadonlyMap<string, Nummer>,
  name: Angaben | null,
  eigen: boolean,
): DubletteEintrag {
  const nummer = nummern.get(personId);
  return {
    personId,
    nummer: nummer?.nummer ?? null,
    fallId: nummer?.fallId ?? null,
    anfrageId: nummer?.anfrageId ?? null,
    casemanagerId: nummer?.casemanagerId ?? null,
    name,
    eigen,
  };
}

/** Leaves the row of the access log for the records that were shown. */
export async function recordGelesen(
  tx: Tx,
  kreisId: string,
  personIds: readonly string[],
  vorgang: string,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.run(sql`
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), ${[...new Set(personIds)]}::uuid[], ${vorgang})`);
}

/** Records that the account works on, by person. */
export async function loadEigene(
  tx: Tx,
  kreisId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Eintrag & { readonly traegerId: string }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.all(sql<Eintrag & { traegerId: string }>`
    select id, true as eigen, familienname, vorname, geburtsdatum, casemanager_id as "casemanagerId",
      traeger_id as "traegerId"
    from person where kreis_id = ${kreisId} and id = any (${[...new Set(personIds)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
