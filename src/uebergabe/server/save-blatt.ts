import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadFall } from '#src/fall/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { uebergabeContract } from '../contract.ts';

type Save = typeof uebergabeContract.saveBlatt;

/** Writes down what is in no file; sealed under the key of the person, also for a case that is closed. */
export async function saveBlatt({ tx, actor, deps, params, body }: Call<Save>): Promise<Answer<Save>> {
  const { kreisId, fallId } = params;
  const { fassung, ...wissen } = body;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const stand = await tx.first(sql<{ id: string; fassung: number }>`
    select id, fassung from uebergabeblatt where kreis_id = ${kreisId} and fall_id = ${fallId}`);
  requireFassung({ fassung: stand?.fassung ?? 0 }, { fassung });
  const id = stand?.id ?? randomUUID();
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const siegel = sealForPerson(key, id, JSON.stringify(wissen));
  await tx.run(
    stand
      ? sql`update uebergabeblatt set wissen_siegel = ${siegel}, fassung = fassung + 1, geaendert_am = now(),
          erfasst_von = app_konto() where kreis_id = ${kreisId} and id = ${id}`
      : sql`insert into uebergabeblatt (kreis_id, id, fall_id, wissen_siegel, erfasst_von)
          values (${kreisId}, ${id}, ${fallId}, ${siegel}, app_konto())`,
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'uebergabe.blatt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { fassung: fassung + 1 },
  });
  return { fassung: fassung + 1 };
}
