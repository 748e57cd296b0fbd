import { sql } from 'kysely';
import { writeSonstiger } from '#src/beratungskontakt/server/write-sonstiger.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { GeladeneAnfrage } from './load.ts';

/**
 * Counts a Verweis once: the contact of that day gets the Ergebnis as a new version; only without one a contact is
 * added. So a first talk that ends in a Verweis is one sonstiger Kontakt (Vorlage 197/23).
 */
export async function countVerweis(
  tx: Tx,
  kreisId: string,
  anfrage: GeladeneAnfrage,
  verweis: { readonly am: Day; readonly ergebnis: string | null },
): Promise<void> {
  const counted = await tx.run(sql`
    with alt as (
      update sonstiger_kontakt set ersetzt_am = now()
      where (kreis_id, id, fassung) = (select kreis_id, id, fassung from sonstiger_kontakt
        where kreis_id = ${kreisId} and anfrage_id = ${anfrage.id} and am = ${verweis.am}::date and ersetzt_am is null
        order by ergebnis is not null, erfasst_am desc limit 1)
      returning *
    )
    insert into sonstiger_kontakt (kreis_id, id, fassung, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich,
      anfrage_id, format, ort, dauer_minuten, erfasst_von)
    select kreis_id, id, fassung + 1, traeger_id, kommune_id, am, zugang, ${verweis.ergebnis}, lebensbereich, anfrage_id,
      format, ort, dauer_minuten, app_konto() from alt`);
  if (counted > 0) return;
  await writeSonstiger(tx, {
    kreisId,
    traegerId: anfrage.traegerId,
    kommuneId: anfrage.kommuneId,
    am: verweis.am,
    zugang: anfrage.zugang,
    ergebnis: verweis.ergebnis,
    lebensbereich: anfrage.lebensbereich,
    anfrageId: anfrage.id,
  });
}
