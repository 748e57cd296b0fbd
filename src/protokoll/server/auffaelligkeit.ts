import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import type { Auffaelligkeit, protokollContract } from '../contract.ts';
import { auffaelligkeitGrenzen } from '../rules.ts';
import { recordEreignis } from './record-ereignis.ts';

type List = typeof protokollContract.listAuffaelligkeit;
type Search = typeof protokollContract.searchAuffaelligkeit;
type Close = typeof protokollContract.closeAuffaelligkeit;

/** Open ones first, then the newest; a year back. */
export async function listAuffaelligkeit({ tx, params }: Call<List>): Promise<Answer<List>> {
  const rows = await tx.all(sql<Omit<Auffaelligkeit, 'erkanntAm'> & { erkanntAm: Date }>`
    select a.id, a.art, a.konto_id as "kontoId", k.name as konto, a.tag, a.anzahl, a.grenze,
      a.erkannt_am as "erkanntAm", a.stand, a.notiz, a.fassung
    from auffaelligkeit a left join konto k on k.id = a.konto_id
    where a.kreis_id = ${params.kreisId} and (a.stand = 'offen' or a.erkannt_am > now() - interval '1 year')
    order by a.stand = 'offen' desc, a.erkannt_am desc, a.id limit 500`);
  return rows.map((row) => ({ ...row, erkanntAm: row.erkanntAm.toISOString() }));
}

/** Looks at today now; the night looks at every day anyway. */
export async function searchAuffaelligkeit({ tx, deps, params }: Call<Search>): Promise<Answer<Search>> {
  const { kreisId } = params;
  const { neu } = await tx.one(sql<{ neu: number }>`
    select auffaelligkeit_pruefen(${kreisId}, ${today(deps.now())}::date, ${JSON.stringify(auffaelligkeitGrenzen)}::jsonb) as neu`);
  await recordEreignis(tx, {
    kreisId,
    art: 'auffaelligkeit.gesucht',
    gegenstand: 'auffaelligkeit',
    daten: { neu },
  });
  return { neu };
}

/** What came out of it; opened again the same way. */
export async function closeAuffaelligkeit({ tx, params, body }: Call<Close>): Promise<Answer<Close>> {
  const { kreisId, auffaelligkeitId } = params;
  const stand = await tx.first(sql<Pick<Auffaelligkeit, 'fassung' | 'stand' | 'notiz'>>`
    select fassung, stand, notiz from auffaelligkeit
    where kreis_id = ${kreisId} and id = ${auffaelligkeitId} for update`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update auffaelligkeit set stand = ${body.stand}, notiz = ${body.notiz}, fassung = ${fassung}, bearbeitet_am = now(),
      bearbeitet_von = app_konto()
    where kreis_id = ${kreisId} and id = ${auffaelligkeitId}`);
  await recordEreignis(tx, {
    kreisId,
    art: `auffaelligkeit.${body.stand}`,
    gegenstand: 'auffaelligkeit',
    gegenstandId: auffaelligkeitId,
    daten: { fassung },
  });
  return { fassung };
}
