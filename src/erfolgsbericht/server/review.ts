import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { erfolgsberichtContract } from '../contract.ts';

type Release = typeof erfolgsberichtContract.releaseErfolgsbericht;
type Return = typeof erfolgsberichtContract.returnErfolgsbericht;
type Remove = typeof erfolgsberichtContract.removeErfolgsbericht;

/** A second person lets a report go; from then on nothing leads back to the case or to who wrote it. */
export async function releaseErfolgsbericht(call: Call<Release>): Promise<undefined> {
  const { tx, params } = call;
  const { kreisId, berichtId } = params;
  const von = await loadToReview(tx, params, call.body.fassung);
  await tx.run(sql`
    update erfolgsbericht set stand = 'freigegeben', entwurf_id = null, eingereicht_von = null, kommentar = '',
      geprueft_von = app_konto(), freigegeben_am = current_date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${berichtId}`);
  await told(tx, params, 'freigegeben', von);
}

/** Gives a report back with what is to be changed. */
export async function returnErfolgsbericht(call: Call<Return>): Promise<undefined> {
  const { tx, params, body } = call;
  const { kreisId, berichtId } = params;
  refuseFields(body.kommentar === '' ? [{ instance: '/kommentar', code: 'kommentar-fehlt' }] : []);
  const von = await loadToReview(tx, params, body.fassung);
  await tx.run(sql`
    update erfolgsbericht set stand = 'zurueckgegeben', kommentar = ${body.kommentar}, geprueft_von = app_konto(),
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${berichtId}`);
  await told(tx, params, 'zurueckgegeben', von);
}

/** Takes a released report out of the collection, because somebody was recognised in it after all. */
export async function removeErfolgsbericht({ tx, params }: Call<Remove>): Promise<undefined> {
  const { kreisId, berichtId } = params;
  const gone = await tx.run(sql`
    delete from erfolgsbericht where kreis_id = ${kreisId} and id = ${berichtId} and stand = 'freigegeben'`);
  if (gone === 0) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'erfolgsbericht.entfernt',
    gegenstand: 'erfolgsbericht',
    gegenstandId: berichtId,
  });
}

/** A report that waits, locked; answers who submitted it. 404 where the person's consent no longer covers it. */
async function loadToReview(
  tx: Tx,
  { kreisId, berichtId }: Call<Release>['params'],
  fassung: number,
): Promise<string | null> {
  const row = await tx.first(sql<{ fassung: number; stand: string; von: string | null; eigen: boolean }>`
    select fassung, stand, eingereicht_von as von, eingereicht_von is not distinct from app_konto() as eigen
    from erfolgsbericht where kreis_id = ${kreisId} and id = ${berichtId} and stand <> 'freigegeben' for update`);
  if (!row) throw notFound();
  requireFassung({ fassung: row.fassung, stand: row.stand }, { fassung });
  if (row.eigen) throw new Refusal('vier-augen', 403);
  if (row.stand !== 'eingereicht') throw notFound();
  return row.von;
}

async function told(
  tx: Tx,
  { kreisId, berichtId }: Call<Release>['params'],
  ergebnis: 'freigegeben' | 'zurueckgegeben',
  an: string | null,
): Promise<void> {
  await sendNachricht(tx, {
    kreisId,
    an: an === null ? [] : [an],
    art: `erfolgsbericht.${ergebnis}`,
    gegenstand: 'erfolgsbericht',
  });
  await recordEreignis(tx, {
    kreisId,
    art: `erfolgsbericht.${ergebnis}`,
    gegenstand: 'erfolgsbericht',
    gegenstandId: berichtId,
  });
}
