import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { uebergabeContract } from '../contract.ts';

type Zeile = Answer<typeof uebergabeContract.listUebergabe>[number];

/** The hundred latest hand-overs, newest first, with the number of cases that the actor may count. */
export const listUebergabe: Handler<typeof uebergabeContract.listUebergabe> = async ({ tx, params }) => {
  const rows = await tx.all(sql<Omit<Zeile, 'anzahl'>>`
    select u.id, u.von_traeger_id as "vonTraegerId", u.an_traeger_id as "anTraegerId", u.wirksam_am as "wirksamAm",
      u.grund, k.name as "vonName"
    from uebergabe u
    left join konto k on k.kreis_id = u.kreis_id and k.id = u.erfasst_von
    where u.kreis_id = ${params.kreisId} and u.ersetzt_am is null
    order by u.wirksam_am desc, u.erfasst_am desc, u.id limit 100`);
  const counted = await tx.as('lotse_zaehler', () =>
    tx.all(sql<{ id: string; anzahl: number }>`
      select z.uebergabe_id as id, count(*)::int as anzahl
      from fall_zustaendigkeit z join fall f on f.kreis_id = z.kreis_id and f.id = z.fall_id
      where z.kreis_id = ${params.kreisId} and z.ersetzt_am is null and z.anlass = 'uebergabe'
        and z.uebergabe_id = any (${rows.map((row) => row.id)}::uuid[])
        and z.gueltig_ab = (select u.wirksam_am from uebergabe u where u.kreis_id = z.kreis_id and u.id = z.uebergabe_id)
      group by z.uebergabe_id`),
  );
  // The giving Träger counts what it had until the effective day; the receiver's rows are not its own.
  const given = await tx.as('lotse_zaehler', () =>
    tx.all(sql<{ id: string; anzahl: number }>`
      select u.id, count(*)::int as anzahl
      from uebergabe u
      join fall_zustaendigkeit z on z.kreis_id = u.kreis_id and z.traeger_id = u.von_traeger_id
        and z.gueltig_bis = u.wirksam_am and z.ersetzt_am is null
      join fall f on f.kreis_id = z.kreis_id and f.id = z.fall_id
      where u.kreis_id = ${params.kreisId} and u.id = any (${rows.map((row) => row.id)}::uuid[])
        -- Two on one day cannot be told apart from this side: rather no figure than a wrong one.
        and not exists (select from uebergabe o where o.kreis_id = u.kreis_id and o.id <> u.id
          and o.von_traeger_id = u.von_traeger_id and o.wirksam_am = u.wirksam_am and o.ersetzt_am is null)
      group by u.id`),
  );
  const anzahl = new Map([...given, ...counted].map((row) => [row.id, row.anzahl]));
  return rows.flatMap((row) => {
    const gezaehlt = anzahl.get(row.id);
    return gezaehlt === undefined ? [] : [{ ...row, anzahl: gezaehlt }];
  });
};
