import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { loeschungContract } from '../contract.ts';
import type { NachweisZeile } from '../zeile.ts';
import { readFrist } from '../frist.ts';

type Row = Omit<NachweisZeile, 'frist'> & { regel: string };

/** Proofs of the Träger on which the actor decides; with an old number only the one that its salted hash names. */
export const searchLoeschnachweis: Handler<typeof loeschungContract.searchLoeschnachweis> = async ({
  tx,
  params: { kreisId },
  body,
}) => {
  const rows = await tx.all(sql<Row>`
    select n.id, n.lauf_id as "laufId", n.traeger_id as "traegerId", n.art, n.regel, n.bezug_am as "bezugAm",
      n.geloescht_am as "geloeschtAm", n.zaehlung, n.einwilligung_am as "einwilligungAm",
      n.einwilligung_fassung as "einwilligungFassung", n.widerrufen_am as "widerrufenAm"
    from loeschnachweis n where n.kreis_id = ${kreisId}
      and (${body.nummer} = '' or sha256(n.salz || convert_to(${body.nummer}, 'UTF8')) = any (n.nummer_pruefwert))
    order by n.geloescht_am desc, n.id limit 200`);
  return rows.map(({ regel, ...row }) => ({ ...row, frist: readFrist(regel) ?? null }));
};
