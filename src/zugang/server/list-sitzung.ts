import { sql } from 'kysely';
import type { z } from 'zod';
import { idleMinutes } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { sitzungZeile, zugangContract } from '#src/zugang/contract.ts';

/** The account's sessions that still hold, newest use first; the id is a short piece of the stored hash. */
export async function listSitzung(
  call: Call<typeof zugangContract.listSitzung>,
): Promise<z.output<typeof sitzungZeile>[]> {
  const { tx, actor, session } = call;
  const rows = await tx.as('lotse_anmeldung', () =>
    tx.all(sql<{ pruefwert: string; geraet: string; adresse: string; angelegt_am: Date; zuletzt_am: Date }>`
      select pruefwert, geraet, adresse, angelegt_am, zuletzt_am from sitzung
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}
        and stufe > 0 and endet_am > now() and zuletzt_am + make_interval(mins => ${idleMinutes}) > now()
      order by zuletzt_am desc, angelegt_am desc`),
  );
  return rows.map((row) => ({
    id: row.pruefwert.slice(0, 12),
    geraet: row.geraet,
    adresse: row.adresse,
    angelegtAm: row.angelegt_am.toISOString(),
    zuletztAm: row.zuletzt_am.toISOString(),
    diese: row.pruefwert === session.pruefwert,
  }));
}
