import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Owner } from '#src/platform/server/db.ts';
import { aufraeumTage } from '../rules.ts';

/**
 * Removes what has done its work: old drafts, kept answers, ended sessions, sign-in tries, and from the proofs of deletion
 * the consent that need not be proved any more. Answers the rows touched.
 */
export async function cleanUp(
  owner: Owner,
  heute: Day,
): Promise<Record<'entwurf' | 'idempotenz' | 'sitzung' | 'anmeldeversuch' | 'loeschnachweis', number>> {
  const frist = sql`now() - make_interval(days => ${aufraeumTage})`;
  return owner(async (tx) => ({
    entwurf: await tx.run(sql`delete from entwurf where geaendert_am < ${frist}`),
    idempotenz: await tx.run(sql`delete from idempotenz where am < ${frist}`),
    sitzung: await tx.run(
      sql`delete from sitzung where endet_am < now() or zuletzt_am < now() - interval '1 day'`,
    ),
    anmeldeversuch: await tx.run(sql`delete from anmeldeversuch where am < ${frist}`),
    loeschnachweis: (
      await tx.one(sql<{ anzahl: number }>`select loeschnachweis_leeren(${heute}::date) as anzahl`)
    ).anzahl,
  }));
}
