import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { loadKonto } from './load.ts';

/** Ends one session (a piece of its stored hash) or all of an account; how many there were. */
export async function endSitzungen(
  tx: Tx,
  kreisId: string,
  kontoId: string,
  sitzung?: string,
): Promise<number> {
  return tx.as('lotse_anmeldung', () =>
    tx.run(sql`
      delete from sitzung where kreis_id = ${kreisId} and konto_id = ${kontoId}
        and (${sitzung ?? null}::text is null or left(pruefwert, 12) = ${sitzung ?? null})`),
  );
}

/** The next request of the session is refused. */
export const endKontoSitzung: Handler<typeof kontoContract.endKontoSitzung> = async ({
  tx,
  params,
  query,
}) => {
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  const anzahl = await endSitzungen(tx, kreisId, kontoId, query.sitzung);
  if (anzahl > 0)
    await recordEreignis(tx, {
      kreisId,
      art: 'zugang.sitzung-beendet',
      gegenstand: 'konto',
      gegenstandId: kontoId,
      daten: { anzahl },
    });
  return { anzahl };
};
