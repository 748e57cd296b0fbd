import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TestApp } from './app.ts';
import { kreis, traeger } from './fixture.ts';
import { arrange } from './look.ts';

/** Puts an Anfrage of Träger Alpha in, past its own operations; answers its id and number. */
export async function insertAnfrage(
  app: TestApp,
  changed: {
    readonly traegerId?: string;
    readonly eingegangenAm?: string;
    readonly fristAm?: string;
    readonly dringlich?: boolean;
    readonly casemanagerId?: string;
    readonly fallId?: string;
  } = {},
): Promise<{ anfrageId: string; nummer: string }> {
  const anfrageId = randomUUID();
  const nummer = `A-${anfrageId.slice(0, 8)}`;
  await arrange(
    app,
    sql`insert into anfrage (kreis_id, id, nummer, traeger_id, casemanager_id, eingegangen_am, dringlich, frist_am, fall_id)
      values (${kreis}, ${anfrageId}, ${nummer}, ${changed.traegerId ?? traeger.alpha}, ${changed.casemanagerId ?? null},
        ${changed.eingegangenAm ?? '2026-05-22'}, ${changed.dringlich ?? false}, ${changed.fristAm ?? '2026-06-05'},
        ${changed.fallId ?? null})`,
  );
  return { anfrageId, nummer };
}
