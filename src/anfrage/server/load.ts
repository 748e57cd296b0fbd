import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { worksOnAnfrage } from './scope.ts';

/** An Anfrage locked for a change. */
export interface GeladeneAnfrage {
  readonly id: string;
  readonly nummer: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly eingegangenAm: Day;
  readonly fristAm: Day;
  readonly dringlich: boolean;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly zugang: string | null;
  readonly sprache: string | null;
  readonly lebensbereich: readonly string[];
  readonly stand: 'offen' | 'in_beratung' | 'warteliste' | 'abgeschlossen';
  readonly personId: string | null;
  readonly fallId: string | null;
  readonly fassung: number;
}

/** Loads an Anfrage of a Träger for which the account works, locked; 404 for everyone else. */
export async function loadAnfrage(tx: Tx, kreisId: string, anfrageId: string): Promise<GeladeneAnfrage> {
  const row = await tx.first(sql<GeladeneAnfrage>`
    select a.id, a.nummer, a.traeger_id as "traegerId", a.casemanager_id as "casemanagerId",
      a.eingegangen_am as "eingegangenAm", a.frist_am as "fristAm", a.dringlich, a.kommune_id as "kommuneId",
      a.ortsteil_id as "ortsteilId", a.zugang, a.sprache, a.lebensbereich, a.stand, a.person_id as "personId",
      a.fall_id as "fallId", a.fassung
    from anfrage a
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and ${worksOnAnfrage('a')}
    for update of a`);
  if (!row) throw notFound();
  return row;
}

/** Refuses a change of an Anfrage that has ended. */
export function requireOpen(anfrage: Pick<GeladeneAnfrage, 'stand'>): void {
  if (anfrage.stand === 'abgeschlossen') throw new Refusal('anfrage-abgeschlossen', 409);
}
