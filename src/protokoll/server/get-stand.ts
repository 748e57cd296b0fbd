import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { protokollContract } from '../contract.ts';
import { isOverdue } from '../rules.ts';

type Get = typeof protokollContract.getProtokollStand;

/** State of the chain and what waits for the officer. */
export async function getProtokollStand({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId } = params;
  const [stand, offene, monate] = await Promise.all([
    tx.first(sql<{
      bloecke: number;
      letzterAm: Date | null;
      offen: number;
      konten: { id: string; name: string }[];
    }>`
      select bloecke, letzter_am as "letzterAm", offen, konten from protokoll_stand(${kreisId})`),
    tx.one(sql<{ anzahl: number }>`
      select count(*)::int as anzahl from auffaelligkeit where kreis_id = ${kreisId} and stand = 'offen'`),
    tx.all(sql<{ monat: string; gesamt: number; offen: number }>`
      select to_char(monat, 'YYYY-MM') as monat, count(*)::int as gesamt,
        (count(*) filter (where ergebnis is null))::int as offen
      from stichprobe where kreis_id = ${kreisId} group by 1 order by 1 desc limit 36`),
  ]);
  if (!stand) throw notFound();
  const heute = today(deps.now());
  return {
    bloecke: stand.bloecke,
    letzterAm: stand.letzterAm?.toISOString() ?? null,
    unversiegelt: stand.offen,
    konto: stand.konten,
    offeneAuffaelligkeiten: offene.anzahl,
    stichprobe: monate.map((row) => ({
      ...row,
      ueberfaellig: isOverdue(row.monat, row.offen, heute),
    })),
  };
}
