import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import type { protokollContract, StichprobeZeile } from '../contract.ts';
import { recordEreignis } from './record-ereignis.ts';

type List = typeof protokollContract.listStichprobe;
type Check = typeof protokollContract.checkStichprobe;

/** The sample of a month in the order in which it was drawn. */
export async function listStichprobe({ tx, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, monat } = params;
  const rows = await tx.all(sql<Omit<StichprobeZeile, 'am'> & { am: Date | null }>`
    select s.lesezugriff_id as id, z.am, z.konto, coalesce(z.rollen, '{}') as rollen, coalesce(z.adresse, '') as adresse,
      coalesce(z.vorgang, '') as vorgang, z.zweck, z.personen, coalesce(z.nummern, '{}') as nummern, s.rang,
      z.id is not null as vorhanden, s.ergebnis, s.notiz, s.fassung
    from stichprobe s left join stichprobe_zeilen(${kreisId}, ${`${monat}-01`}::date) z on z.id = s.lesezugriff_id
    where s.kreis_id = ${kreisId} and s.monat = ${`${monat}-01`}::date order by s.rang`);
  return rows.map((row) => ({ ...row, am: row.am?.toISOString() ?? '' }));
}

/** Records what the look at one read brought. */
export async function checkStichprobe({ tx, params, body }: Call<Check>): Promise<Answer<Check>> {
  const { kreisId, monat, zeileId } = params;
  const stand = await tx.first(sql<Pick<StichprobeZeile, 'fassung' | 'ergebnis' | 'notiz'>>`
    select fassung, ergebnis, notiz from stichprobe
    where kreis_id = ${kreisId} and monat = ${`${monat}-01`}::date and lesezugriff_id = ${zeileId} for update`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update stichprobe set ergebnis = ${body.ergebnis}, notiz = ${body.notiz}, fassung = ${fassung}, geprueft_am = now(),
      geprueft_von = app_konto()
    where kreis_id = ${kreisId} and monat = ${`${monat}-01`}::date and lesezugriff_id = ${zeileId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'stichprobe.geprueft',
    gegenstand: 'stichprobe',
    daten: { monat, zeile: zeileId, ergebnis: body.ergebnis, fassung },
  });
  return { fassung };
}
