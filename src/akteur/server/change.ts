import { sql } from 'kysely';
import { loadUmfeldFall } from '#src/haushalt/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { fieldRefusal, notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { akteurContract, AkteurEingabe } from '../contract.ts';
import { checkAkteur } from './check.ts';
import { openWort, sealWort } from './wort.ts';

type Change = typeof akteurContract.changeAkteur;
type Wort = 'name' | 'beziehung' | 'kontakt' | 'aufgabe' | 'verfahren';

/** Changes an actor or ends its part; whoever leads the case hands the lead on first. */
export async function changeAkteur(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId, akteurId } = params;
  const fall = await loadUmfeldFall(call);
  const row = await tx.first(sql<
    Omit<AkteurEingabe, Wort> & { readonly fassung: number; readonly siegel: Buffer }
  >`
    select fassung, stelle_id as "stelleId", rolle, lebensbereich, seit, bis, vereinbart_am as "vereinbartAm",
      wort_siegel as siegel
    from akteur where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${akteurId} for update`);
  if (!row) throw notFound();
  const { siegel, ...stand } = row;
  requireFassung({ ...stand, ...openWort(fall.key, akteurId, siegel) }, body, [
    'name',
    'beziehung',
    'kontakt',
    'aufgabe',
    'verfahren',
  ]);
  await checkAkteur(tx, params, body, today(deps.now()), { ...stand, id: akteurId });
  const fuehrung = await readFederfuehrungOf(tx, kreisId, akteurId);
  const outside = fuehrung.some(
    ({ ab, bis }) => ab < body.seit || (body.bis !== null && (bis === null || bis > body.bis)),
  );
  if (outside) throw fieldRefusal(body.bis === null ? '/seit' : '/bis', 'akteur-fuehrt');
  await tx.run(sql`
    update akteur set stelle_id = ${body.stelleId}, rolle = ${body.rolle},
      lebensbereich = ${[...new Set(body.lebensbereich)]}::text[], seit = ${body.seit}, bis = ${body.bis},
      vereinbart_am = ${body.vereinbartAm}, wort_siegel = ${sealWort(fall.key, akteurId, body)}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${akteurId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'akteur.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { rolle: body.rolle, bis: body.bis },
  });
  return { fassung: stand.fassung + 1 };
}

/** Takes away an actor who was entered by mistake; whoever has ever led the case stays and is ended instead. */
export async function removeAkteur(call: Call<typeof akteurContract.removeAkteur>): Promise<undefined> {
  const { tx, params } = call;
  const { kreisId, fallId, akteurId } = params;
  await loadUmfeldFall(call);
  const row = await tx.first(sql<{ rolle: string; fuehrte: boolean }>`
    select a.rolle, exists (select from federfuehrung x where x.kreis_id = a.kreis_id and x.akteur_id = a.id) as fuehrte
    from akteur a where a.kreis_id = ${kreisId} and a.fall_id = ${fallId} and a.id = ${akteurId} for update`);
  if (!row) throw notFound();
  if (row.fuehrte) throw new Refusal('akteur-fuehrte', 409);
  await tx.run(sql`delete from akteur where kreis_id = ${kreisId} and id = ${akteurId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'akteur.entfernt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { rolle: row.rolle },
  });
  return undefined;
}

function readFederfuehrungOf(
  tx: Tx,
  kreisId: string,
  akteurId: string,
): Promise<{ ab: Day; bis: Day | null }[]> {
  return tx.all(sql`
    select gueltig_ab as ab, gueltig_bis as bis from federfuehrung
    where kreis_id = ${kreisId} and akteur_id = ${akteurId} and ersetzt_am is null`);
}
