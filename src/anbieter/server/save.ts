import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Deps, Handler } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealText } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { tellAnbieter } from '#src/konto/server/tell.ts';
import type { AnbieterEingabe, anbieterContract } from '../contract.ts';
import { zuordnungRefusals } from '../rules.ts';
import { isReachable } from './discover.ts';
import { findAnbieter } from './list.ts';
import { geheimnisPlace } from './load-zugangsdaten.ts';

/** Adds a service; whoever administers one Träger adds it for that Träger only. */
export const addAnbieter: Handler<typeof anbieterContract.addAnbieter> = async ({
  tx,
  params,
  body,
  deps,
}) => {
  const { kreisId } = params;
  const id = randomUUID();
  refuseFields(await check(tx, deps.config, kreisId, body));
  await tx.run(sql`
    insert into anbieter (kreis_id, id, traeger_id, name, aussteller, client_id, scopes, rollen_claim, faktor_werte,
      konten_anlegen, aktiv)
    values (${kreisId}, ${id}, ${body.traegerId}, ${body.name}, ${body.aussteller}, ${body.clientId}, ${body.scopes},
      ${body.rollenClaim}, ${body.faktorWerte}::text[], ${body.kontenAnlegen}, ${body.aktiv})`);
  await storeGeheimnis(tx, deps, kreisId, id, body.geheimnis);
  await storeRollen(tx, kreisId, id, body);
  await recordEreignis(tx, {
    kreisId,
    art: 'anbieter.angelegt',
    gegenstand: 'anbieter',
    gegenstandId: id,
    daten: { traegerId: body.traegerId, aktiv: body.aktiv },
  });
  await tellAnbieter(tx, kreisId, body.traegerId);
  return { id };
};

/**
 * Changes a service. Roles that no longer follow from it end at once. Another issuer is another service: who was
 * linked there is not linked any more, or a new issuer could say to be anybody.
 */
export async function changeAnbieter(call: Call<typeof anbieterContract.changeAnbieter>): Promise<undefined> {
  const { tx, params, body, deps, actor } = call;
  const { kreisId, anbieterId } = params;
  const stand = await findAnbieter(tx, kreisId, anbieterId);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  refuseFields(await check(tx, deps.config, kreisId, body));
  const moved = stand.aussteller !== body.aussteller;
  if (stand.aktiv && (moved || !body.aktiv)) await endSitzungen(tx, kreisId, anbieterId, actor.kontoId);
  if (moved)
    await tx.run(sql`delete from konto_anbieter where kreis_id = ${kreisId} and anbieter_id = ${anbieterId}`);
  await tx.run(sql`
    update anbieter set traeger_id = ${body.traegerId}, name = ${body.name}, aussteller = ${body.aussteller},
      client_id = ${body.clientId}, scopes = ${body.scopes}, rollen_claim = ${body.rollenClaim},
      faktor_werte = ${body.faktorWerte}::text[], konten_anlegen = ${body.kontenAnlegen}, aktiv = ${body.aktiv},
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anbieterId}`);
  await storeGeheimnis(tx, deps, kreisId, anbieterId, body.geheimnis);
  await tx.run(sql`delete from anbieter_rolle where kreis_id = ${kreisId} and anbieter_id = ${anbieterId}`);
  await storeRollen(tx, kreisId, anbieterId, body);
  const beendet = await endRollen(tx, kreisId, anbieterId, moved || !body.aktiv);
  await recordEreignis(tx, {
    kreisId,
    art: 'anbieter.geaendert',
    gegenstand: 'anbieter',
    gegenstandId: anbieterId,
    daten: { fassung: stand.fassung + 1, aktiv: body.aktiv, beendet, neuerAussteller: moved },
  });
  await tellAnbieter(tx, kreisId, body.traegerId);
}

async function check(
  tx: Tx,
  { url }: Deps['config'],
  kreisId: string,
  body: AnbieterEingabe,
): Promise<FieldRefusal[]> {
  const felder = zuordnungRefusals(body.rollen, body.traegerId);
  if (!isReachable(url, body.aussteller))
    felder.push({ instance: '/aussteller', code: 'aussteller-ungueltig' });
  const { darf, traeger, region } = await tx.one(sql<{ darf: boolean; traeger: string[]; region: string[] }>`
    select verwaltet_traeger(${kreisId}, ${body.traegerId}::uuid) as darf,
      (select coalesce(array_agg(id::text), '{}') from traeger where kreis_id = ${kreisId}) as traeger,
      (select coalesce(array_agg(id::text), '{}') from region where kreis_id = ${kreisId}) as region`);
  if (!darf || (body.traegerId !== null && !traeger.includes(body.traegerId)))
    felder.push({ instance: '/traegerId', code: 'traeger-nicht-verwaltet' });
  for (const [index, { traegerId, regionId }] of body.rollen.entries()) {
    if (traegerId !== null && !traeger.includes(traegerId))
      felder.push({ instance: `/rollen/${index}/traegerId`, code: 'wert-ungueltig' });
    if (regionId !== null && !region.includes(regionId))
      felder.push({ instance: `/rollen/${index}/regionId`, code: 'wert-ungueltig' });
  }
  return felder;
}

async function storeGeheimnis(tx: Tx, deps: Deps, kreisId: string, id: string, geheimnis: string) {
  if (geheimnis === '') return;
  const siegel = sealText(deps.schluessel.derive('anbieter'), geheimnis, geheimnisPlace(kreisId, id));
  await tx.run(sql`
    update anbieter set geheimnis_siegel = ${siegel} where kreis_id = ${kreisId} and id = ${id}`);
}

async function storeRollen(tx: Tx, kreisId: string, id: string, { rollen }: AnbieterEingabe): Promise<void> {
  for (const { wert, rolle, traegerId, regionId } of rollen)
    await tx.run(sql`
      insert into anbieter_rolle (kreis_id, anbieter_id, wert, rolle, traeger_id, region_id)
      values (${kreisId}, ${id}, ${wert}, ${rolle}, ${traegerId}, ${regionId}) on conflict do nothing`);
}

/** Ends the sessions of who is linked: one that the service opened would outlive it. The actor's own stays. */
function endSitzungen(tx: Tx, kreisId: string, id: string, eigenes: string): Promise<number> {
  return tx.as('lotse_anmeldung', () =>
    tx.run(sql`
      delete from sitzung s using konto_anbieter v
      where v.kreis_id = ${kreisId} and v.anbieter_id = ${id} and v.konto_id <> ${eigenes}
        and s.kreis_id = v.kreis_id and s.konto_id = v.konto_id`),
  );
}

/** Ends the roles that come from the service and have no group any more, or all of them. */
function endRollen(tx: Tx, kreisId: string, id: string, all: boolean): Promise<number> {
  return tx.as('lotse_anmeldung', () =>
    tx.run(sql`
      update rolle r set gueltig_bis = now()
      where r.kreis_id = ${kreisId} and r.anbieter_id = ${id} and (r.gueltig_bis is null or r.gueltig_bis > now())
        and (${all} or not exists (select from anbieter_rolle m where m.kreis_id = r.kreis_id and m.anbieter_id = r.anbieter_id
          and m.rolle = r.rolle and m.traeger_id is not distinct from r.traeger_id
          and m.region_id is not distinct from r.region_id))`),
  );
}
