import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { Answer } from '#src/platform/contract.ts';
import { addDays, today } from '#src/platform/day.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { sprechstundeContract } from '../contract.ts';
import { nextSprechtag, sprechtage } from '../rules.ts';
import { readSprechstunde } from './read-sprechstunde.ts';

type List = typeof sprechstundeContract.listSprechstunde;

const LONGEST_DAYS = 62;

/** Open hours of the Kreis, with their days in a period and the next date of each. */
export async function listSprechstunde(call: Call<List>): Promise<Answer<List>> {
  const { tx, actor, deps, params, query } = call;
  const heute = today(deps.now());
  const von = query.von ?? heute;
  const bis = query.bis ?? addDays(von, 13);
  if (bis > addDays(von, LONGEST_DAYS)) throw fieldRefusal('/query/bis', 'zeitraum-zu-lang');
  const rows = await readSprechstunde(tx, params.kreisId, von < heute ? von : heute);
  return {
    sprechstunde: rows.map(({ abwesend, ...row }) => {
      const hour = { ...row, abwesend };
      return {
        ...row,
        tage: sprechtage(hour, von, bis),
        naechsterAm: nextSprechtag(hour, heute),
        ausfall: row.ausfall.map((each) => ({
          ...each,
          naechsterAm: nextSprechtag(hour, each.am < heute ? heute : each.am),
        })),
        abilities: { change: mayAdmitFor(actor, params.kreisId, row.traegerId) },
      };
    }),
  };
}
