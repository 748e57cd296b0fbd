import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { unsealText } from '#src/platform/server/siegel.ts';
import type { Zugangsdaten } from './discover.ts';

/** A service as sign-in needs it, its secret opened for this moment. */
export interface Dienst extends Zugangsdaten {
  readonly kreisId: string;
  readonly scopes: string;
  readonly rollenClaim: string;
  readonly faktorWerte: readonly string[];
  readonly kontenAnlegen: boolean;
}

/** The secret is bound to its entry, so that it cannot be moved to another one. */
export function geheimnisPlace(kreisId: string, anbieterId: string): string {
  return `anbieter:${kreisId}:${anbieterId}`;
}

/** A service that is switched on; undefined: there is none. Runs as lotse_anmeldung. */
export async function loadZugangsdaten(
  tx: Tx,
  { schluessel }: Pick<Deps, 'schluessel'>,
  anbieterId: string,
): Promise<Dienst | undefined> {
  const row = await tx.first(sql<Omit<Dienst, 'geheimnis'> & { siegel: Buffer | null }>`
    select id, kreis_id as "kreisId", fassung, aussteller, client_id as "clientId", geheimnis_siegel as siegel, scopes,
      rollen_claim as "rollenClaim", faktor_werte as "faktorWerte", konten_anlegen as "kontenAnlegen"
    from anbieter where id = ${anbieterId} and aktiv`);
  if (!row) return undefined;
  const { siegel, ...dienst } = row;
  const place = geheimnisPlace(dienst.kreisId, dienst.id);
  return {
    ...dienst,
    geheimnis: siegel ? unsealText(schluessel.derive('anbieter'), siegel, place) : undefined,
  };
}
