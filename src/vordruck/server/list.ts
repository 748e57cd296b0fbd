import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { vordruckContract } from '../contract.ts';
import type { VordruckInhalt } from '../inhalt.ts';
import { proposeRecht } from '../recht.ts';
import { uebersetzungRefusals } from '../rules.ts';
import { seesVordruck } from './load.ts';
import { mayEditVordruck, mayReleaseVordruck } from './policy.ts';

type List = typeof vordruckContract.listVordruck;
type Zeile = Answer<List>['traeger'][number]['vordruck'][number];
interface Row extends Omit<Zeile, 'uebersetzt'> {
  readonly traegerId: string;
  readonly inhalt: VordruckInhalt;
  readonly fremd: { readonly stand: string; readonly inhalt: VordruckInhalt }[];
}

/** The texts of the own Träger, for those who look after the Kreis of all. */
export async function listVordruck({ tx, actor, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const traeger = await tx.all(sql<{ id: string; name: string; art: string }>`
    select id, rechtsname as name, art from traeger where kreis_id = ${kreisId} order by name`);
  const seen = traeger.filter(({ id }) => seesVordruck(actor, kreisId, id));
  const rows = await tx.all(sql<Row>`
    select v.id, v.traeger_id as "traegerId", v.art, v.fassung, v.stand, v.inhalt,
      to_json(v.erfasst_am)#>>'{}' as "erfasstAm", to_json(v.freigegeben_am)#>>'{}' as "freigegebenAm",
      k.name as "freigegebenVon",
      coalesce((select json_agg(json_build_object('stand', u.stand, 'inhalt', u.inhalt)) from vordruck_uebersetzung u
        where u.kreis_id = v.kreis_id and u.vordruck_id = v.id and u.ersetzt_am is null), '[]') as fremd
    from vordruck v left join konto k on k.kreis_id = v.kreis_id and k.id = v.freigegeben_von
    where v.kreis_id = ${kreisId} and v.traeger_id = any (${seen.map(({ id }) => id)}::uuid[])
    order by v.art, v.fassung desc`);
  return {
    traeger: seen.map((each) => ({
      traegerId: each.id,
      recht: proposeRecht(each),
      abilities: {
        edit: mayEditVordruck(actor, kreisId, each.id),
        release: mayReleaseVordruck(actor, kreisId, each.id),
      },
      vordruck: rows.filter(({ traegerId }) => traegerId === each.id).map(toZeile),
    })),
  };
}

function toZeile({ traegerId: _traegerId, inhalt, fremd, ...row }: Row): Zeile {
  const freigegeben = fremd.filter(
    (each) => each.stand === 'freigegeben' && uebersetzungRefusals(inhalt, each.inhalt).length === 0,
  ).length;
  return { ...row, uebersetzt: { freigegeben, entwurf: fremd.length - freigegeben } };
}
