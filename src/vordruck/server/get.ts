import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { vordruckContract } from '../contract.ts';
import { uebersetzungRefusals } from '../rules.ts';
import { papiersprachen } from '../sprachen.ts';
import { seesVordruck } from './load.ts';
import { mayEditVordruck, mayReleaseVordruck } from './policy.ts';

type Get = typeof vordruckContract.getVordruck;
type Row = Omit<Answer<Get>, 'uebersetzung' | 'abilities'>;
type Fremd = Omit<Answer<Get>['uebersetzung'][number], 'passt'>;

/** One version with all its translations, in the order of the languages, and the version before it. */
export async function getVordruck({ tx, actor, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, vordruckId } = params;
  const row = await tx.first(sql<Row>`
    select v.id, v.traeger_id as "traegerId", v.art, v.fassung, v.stand, v.inhalt, v.angabe, v.bearbeitung,
      to_json(v.erfasst_am)#>>'{}' as "erfasstAm", to_json(v.freigegeben_am)#>>'{}' as "freigegebenAm",
      k.name as "freigegebenVon",
      (select json_build_object('fassung', a.fassung, 'inhalt', a.inhalt, 'angabe', a.angabe) from vordruck a
        where a.kreis_id = v.kreis_id and a.traeger_id = v.traeger_id and a.art = v.art and a.fassung = v.fassung - 1
      ) as vorige
    from vordruck v left join konto k on k.kreis_id = v.kreis_id and k.id = v.freigegeben_von
    where v.kreis_id = ${kreisId} and v.id = ${vordruckId}`);
  if (!row || !seesVordruck(actor, kreisId, row.traegerId)) throw notFound();
  const fremd = await tx.all(sql<Fremd>`
    select u.sprache, u.stand, u.bearbeitung, u.inhalt, to_json(u.erfasst_am)#>>'{}' as "erfasstAm",
      to_json(u.freigegeben_am)#>>'{}' as "freigegebenAm", k.name as "freigegebenVon"
    from vordruck_uebersetzung u left join konto k on k.kreis_id = u.kreis_id and k.id = u.freigegeben_von
    where u.kreis_id = ${kreisId} and u.vordruck_id = ${vordruckId} and u.ersetzt_am is null`);
  return {
    ...row,
    uebersetzung: papiersprachen.flatMap(({ code }) =>
      fremd
        .filter(({ sprache }) => sprache === code)
        .map((each) => ({ ...each, passt: uebersetzungRefusals(row.inhalt, each.inhalt).length === 0 })),
    ),
    abilities: {
      edit: mayEditVordruck(actor, kreisId, row.traegerId),
      release: mayReleaseVordruck(actor, kreisId, row.traegerId),
    },
  };
}
