import type { Tx } from '#src/platform/server/db.ts';
import { addMonths, today } from '#src/platform/day.ts';
import { demoKonten } from '../accounts.ts';
import { demoId } from './demo-id.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';

/** Puts the accounts of a Kreis in, all with the one password hash of the demo; runs as lotse_owner. */
export async function insertKonto(tx: Tx, kreisId: string, pruefwert: string, now: Date): Promise<void> {
  const konten = demoKonten.filter((k) => k.kreis === kreisId);
  const idOf = (anmeldename: string) => demoId(kreisId, 'konto', anmeldename);
  await insertRows(
    tx,
    'konto',
    konten.map((k) => ({
      kreis_id: kreisId,
      id: idOf(k.anmeldename),
      anmeldename: k.anmeldename,
      name: k.name,
      sprache: 'de',
      demo: true,
      angelegt_am: now.toISOString(),
    })),
  );
  await insertRows(
    tx,
    'kennwort',
    konten.map((k) => ({
      kreis_id: kreisId,
      konto_id: idOf(k.anmeldename),
      pruefwert,
      geaendert_am: now.toISOString(),
    })),
  );
  await insertRows(
    tx,
    'rolle',
    konten.flatMap((k) =>
      // Offices are not there yet; their accounts follow with the directory.
      k.rollen
        .filter(({ stelle }) => stelle === undefined)
        .map((r) => ({
          kreis_id: kreisId,
          id: demoId(kreisId, 'rolle', k.anmeldename, r.rolle),
          konto_kreis_id: kreisId,
          konto_id: idOf(k.anmeldename),
          rolle: r.rolle,
          traeger_id: r.traeger === undefined ? null : demoId(kreisId, 'traeger', r.traeger),
          region_id: r.region === undefined ? null : demoId(kreisId, 'region', r.region),
          gueltig_ab: '-infinity',
          gueltig_bis: r.monate === undefined ? null : `${addMonths(today(now), r.monate)}T00:00:00Z`,
        })),
    ),
  );
}
