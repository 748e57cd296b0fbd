import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { regelContract } from '../contract.ts';
import { regelSchluessel, regelVorgabe } from '../regel.ts';
import { maySetRegel } from './policy.ts';
import { selectRegelStand, type RegelStand } from './regel-stand.ts';

/** All settings on a day; those that the Kreis never set with their neutral default. */
export const listRegel: Handler<typeof regelContract.listRegel> = async ({
  tx,
  params,
  query,
  actor,
  deps,
}) => {
  const am = query.am ?? today(deps.now());
  const rows = await selectRegelStand(
    tx,
    params.kreisId,
    sql`r.ersetzt_am is null and r.gueltig_ab <= ${am}::date
      and (r.gueltig_bis is null or r.gueltig_bis > ${am}::date)`,
  );
  const regel = regelSchluessel.map((schluessel): RegelStand => {
    const row = rows.find((r) => r.schluessel === schluessel);
    return row ?? vorgabeStand(schluessel, regelVorgabe(schluessel));
  });
  return { am, regel, abilities: { setRegel: maySetRegel(actor, params.kreisId) } };
};

function vorgabeStand(schluessel: string, wert: unknown): RegelStand {
  return {
    schluessel,
    wert,
    gueltigAb: null,
    gueltigBis: null,
    begruendung: '',
    erfasstVon: null,
    erfasstAm: null,
    gesetzt: false,
  };
}
