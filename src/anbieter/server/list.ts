import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { Anbieter, anbieterContract } from '../contract.ts';
import { returnBase } from './vorgang.ts';

type Row = Omit<Anbieter, 'rollen' | 'hatGeheimnis'>;

/** A service without its secret and groups; undefined: the actor does not administer it. */
export function findAnbieter(tx: Tx, kreisId: string, anbieterId: string): Promise<Row | undefined> {
  return tx.first(sql<Row>`
    select ${columns} from anbieter where kreis_id = ${kreisId} and id = ${anbieterId} for update`);
}

const columns = sql`id, name, traeger_id as "traegerId", aussteller, client_id as "clientId", scopes,
  rollen_claim as "rollenClaim", faktor_werte as "faktorWerte", konten_anlegen as "kontenAnlegen", aktiv, fassung`;

/** The services that the actor administers, with the beginning of the address that has to be entered there. */
export const listAnbieter: Handler<typeof anbieterContract.listAnbieter> = async ({ tx, params, deps }) => {
  const { kreisId } = params;
  const rows = await tx.all(sql<Omit<Anbieter, 'rollen'>>`
    select ${columns}, hat_geheimnis as "hatGeheimnis" from anbieter where kreis_id = ${kreisId} order by name`);
  const rollen = await tx.all(sql<Anbieter['rollen'][number] & { anbieterId: string }>`
    select anbieter_id as "anbieterId", wert, rolle, traeger_id as "traegerId", region_id as "regionId"
    from anbieter_rolle where kreis_id = ${kreisId} order by wert, rolle`);
  return {
    anbieter: rows.map((row) => ({
      ...row,
      rollen: rollen
        .filter(({ anbieterId }) => anbieterId === row.id)
        .map(({ anbieterId: _id, ...zuordnung }) => zuordnung),
    })),
    rueckkehr: returnBase(deps.config),
  };
};

/** The sign-in page shows names, nothing else. */
export const listOpenAnbieter: Handler<typeof anbieterContract.listOpenAnbieter> = ({ deps }) =>
  deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () =>
      tx.all(sql<{ id: string; name: string }>`select id, name from anbieter where aktiv order by name`),
    ),
  );
