import { sql } from 'kysely';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { endSitzungen } from './end-sitzung.ts';
import { loadKonto, refuseOwn } from './load.ts';
import { tellZugang } from './tell.ts';

/** Says who the account is at a sign-in service: by its identifier there, or by a mail address that the service confirms. */
export async function linkAnbieter(call: Call<typeof kontoContract.linkAnbieter>): Promise<undefined> {
  const { tx, params, body, actor } = call;
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, kontoId);
  const anbieter = await tx.first(sql<{ passt: boolean }>`
    select anbieter_spricht_fuer(kreis_id, id, ${kontoId}) as passt from anbieter
    where kreis_id = ${kreisId} and id = ${params.anbieterId}`);
  if (!anbieter) throw notFound();
  if (!anbieter.passt) throw new Refusal('anbieter-spricht-nicht');
  const subjekt = body.subjekt === '' ? null : body.subjekt;
  const email = body.email === '' ? null : body.email;
  if (subjekt === null && email === null) throw new Refusal('verknuepfung-fehlt');
  await tx.run(sql`
    delete from konto_anbieter
    where kreis_id = ${kreisId} and konto_id = ${kontoId} and anbieter_id = ${params.anbieterId}`);
  const inserted = await tx.run(sql`
    insert into konto_anbieter (kreis_id, konto_id, anbieter_id, subjekt, email)
    values (${kreisId}, ${kontoId}, ${params.anbieterId}, ${subjekt}, ${email}) on conflict do nothing`);
  if (inserted === 0) throw new Refusal('verknuepfung-vergeben', 409);
  await recordEreignis(tx, {
    kreisId,
    art: 'konto.anbieter-verknuepft',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { anbieterId: params.anbieterId, weg: subjekt === null ? 'mail' : 'kennung' },
  });
  await tellZugang(tx, kreisId, kontoId, 'anmeldedienst');
}

/** Takes the link back; roles and sessions that came from the service end with it. */
export async function unlinkAnbieter(call: Call<typeof kontoContract.unlinkAnbieter>): Promise<undefined> {
  const { tx, params, actor } = call;
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, kontoId);
  const removed = await tx.run(sql`
    delete from konto_anbieter
    where kreis_id = ${kreisId} and konto_id = ${kontoId} and anbieter_id = ${params.anbieterId}`);
  if (removed === 0) throw notFound();
  await tx.run(sql`
    update rolle set gueltig_bis = now()
    where konto_kreis_id = ${kreisId} and konto_id = ${kontoId} and anbieter_id = ${params.anbieterId}
      and (gueltig_bis is null or gueltig_bis > now())`);
  const beendet = await endSitzungen(tx, kreisId, kontoId);
  await recordEreignis(tx, {
    kreisId,
    art: 'konto.anbieter-geloest',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { anbieterId: params.anbieterId, beendet },
  });
}
