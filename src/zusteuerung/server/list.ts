import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import { parseRegel, regelVorgabe } from '#src/regel/regel.ts';
import type { zusteuerungContract, ZusteuerungRegel } from '../contract.ts';
import { holds, spalten } from './read.ts';
import { coordinates } from './scope.ts';

type List = typeof zusteuerungContract.listZusteuerung;

/** Rules of the day in their order, and the target group with all its versions (Ausschreibung Kreis Steinfurt 2.2). */
export const listZusteuerung: Handler<List> = async ({ tx, actor, params, query, deps }) => {
  const { kreisId } = params;
  const am = query.am ?? today(deps.now());
  const regel = await tx.all(sql<ZusteuerungRegel & { changeable: boolean }>`
    select ${spalten}, ${coordinates(kreisId, sql`z.kommune_id`)} as changeable
    from zusteuerung z where ${holds(kreisId, am)} order by z.rang, z.bezeichnung`);
  const verlauf = await tx.all(sql<{ wert: unknown; ab: Day; bis: Day | null; begruendung: string }>`
    select wert, gueltig_ab as ab, gueltig_bis as bis, begruendung from regel
    where kreis_id = ${kreisId} and schluessel = 'zielgruppe' and ersetzt_am is null order by gueltig_ab`);
  const fassungen = verlauf.map(({ wert, ab, bis, begruendung }) => ({
    bis,
    fassung: { wert: parseRegel('zielgruppe', wert), gueltigAb: ab, begruendung },
  }));
  const gilt = fassungen.find(
    ({ fassung, bis }) => fassung.gueltigAb <= am && (bis === null || bis > am),
  )?.fassung;
  return {
    am,
    regel,
    zielgruppe: {
      ...(gilt ?? { wert: regelVorgabe('zielgruppe'), gueltigAb: null, begruendung: '' }),
      verlauf: fassungen.map(({ fassung }) => fassung),
    },
    abilities: { addZusteuerung: hasRolle(actor, ['koordination'], kreisId) },
  };
};
