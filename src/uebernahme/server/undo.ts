import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { unsealText } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { vorherContext } from './change-fall.ts';
import { findHinderung, type Hinderung } from './find-hinderung.ts';
import { lockKreis } from './run.ts';

const zeile = z.record(z.string(), z.unknown());
const vorher = z.object({ fall: zeile, person: zeile, einwilligung: zeile, stand: zeile });

type Benannt = Parameters<typeof refreshBegleitung>[2];

interface GeaenderterFall {
  fall_id: string;
  fassung: number;
  traeger_id: string;
  schluessel_verpackt: Buffer;
  vorher: Buffer;
}

/**
 * Takes a run back as a whole: what it made is deleted, what it replaced is valid again, what it changed gets its
 * former values. Refused when anything was built upon it since; the codes say what.
 */
export async function undoRun(tx: Tx, schluessel: Schluessel, kreisId: string, id: string): Promise<void> {
  await lockKreis(tx, kreisId);
  const lauf = await tx.first(sql<{ zurueckgenommen_am: Date | null }>`
    select zurueckgenommen_am from uebernahme where kreis_id = ${kreisId} and id = ${id} for update`);
  if (!lauf) throw new Refusal('nicht-gefunden', 404);
  if (lauf.zurueckgenommen_am) throw new Refusal('schon-zurueckgenommen', 409);
  await tx.run(sql`
    select from fall where kreis_id = ${kreisId} and (uebernahme_id = ${id} or id in (
      select zeile_id from uebernahme_herkunft where kreis_id = ${kreisId} and uebernahme_id = ${id} and tabelle = 'fall'))
    for update`);
  const hinderung = await findHinderung(tx, kreisId, id);
  if (hinderung.length > 0) throw impossible(hinderung);

  const made = (table: string): RawBuilder<unknown> =>
    sql`delete from ${sql.table(table)} where kreis_id = ${kreisId} and uebernahme_id = ${id}`;
  for (const table of ['fall_zustaendigkeit', 'fall_status', 'fall_merkmal', 'sonstiger_kontakt'])
    await tx.run(made(table));
  await restoreFaelle(tx, schluessel, kreisId, id);
  for (const table of ['fall', 'geheimtext', 'person', 'uebergabe']) await tx.run(made(table));
  for (const table of ['fall_zustaendigkeit', 'fall_status', 'fall_merkmal', 'uebergabe']) {
    await tx.run(sql`
      update ${sql.table(table)} t set ersetzt_am = null from uebernahme_herkunft h
      where h.kreis_id = ${kreisId} and h.uebernahme_id = ${id} and h.tabelle = ${table} and h.art = 'ersetzt'
        and t.kreis_id = h.kreis_id and t.id = h.zeile_id`);
  }
  await tx.run(sql`
    update uebernahme set zurueckgenommen_am = now(), zurueckgenommen_von = app_konto() where kreis_id = ${kreisId} and id = ${id}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'uebernahme.zurueckgenommen',
    gegenstand: 'uebernahme',
    gegenstandId: id,
  });
}

function impossible(hinderung: readonly Hinderung[]): Refusal {
  return new Refusal('ruecknahme-unmoeglich', 409, { daten: { hinderung } });
}

async function restoreFaelle(tx: Tx, schluessel: Schluessel, kreisId: string, id: string): Promise<void> {
  const faelle = await tx.all(sql<GeaenderterFall>`
    select f.id as fall_id, f.fassung, p.traeger_id, p.schluessel_verpackt, h.vorher
    from uebernahme_herkunft h
    join fall f on f.kreis_id = h.kreis_id and f.id = h.zeile_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where h.kreis_id = ${kreisId} and h.uebernahme_id = ${id} and h.tabelle = 'fall' and h.art = 'geaendert'`);
  for (const { fall_id, fassung, traeger_id, schluessel_verpackt, vorher: siegel } of faelle) {
    const key = await schluessel.personKey(tx, kreisId, traeger_id, schluessel_verpackt);
    const before = vorher.parse(JSON.parse(unsealText(key, siegel, vorherContext(id, fall_id))));
    if (before.fall['fassung'] !== fassung - 1)
      throw impossible([{ code: 'fall-geaendert', anzahl: 1, nummern: [] }]);
    // The case follows its person to the former Träger (on update cascade).
    const person = await tx.one(sql<Benannt>`
      update person t set familienname = b.familienname, vorname = b.vorname, geburtsdatum = b.geburtsdatum, suchform = b.suchform,
        suchlaut = b.suchlaut, suchschluessel = coalesce(b.suchschluessel, '{}'), traeger_id = b.traeger_id, casemanager_id = b.casemanager_id,
        schluessel_verpackt = b.schluessel_verpackt, fassung = b.fassung
      from json_populate_record(null::person, ${JSON.stringify(before.person)}::json) b
      where t.kreis_id = ${kreisId} and t.id = b.id
      returning t.kreis_id as "kreisId", t.id as "personId", t.familienname, t.vorname, t.geburtsdatum`);
    await refreshBegleitung(tx, schluessel, person);
    await tx.run(sql`
      update einwilligung t set erteilt_am = b.erteilt_am
      from json_populate_record(null::einwilligung, ${JSON.stringify(before.einwilligung)}::json) b
      where t.kreis_id = ${kreisId} and t.id = b.id`);
    await tx.run(sql`
      update fall t set kommune_id = b.kommune_id, ortsteil_id = b.ortsteil_id, zugang = b.zugang, aufgenommen_am = b.aufgenommen_am,
        bemerkung_id = b.bemerkung_id, casemanager_id = b.casemanager_id, fassung = b.fassung
      from json_populate_record(null::fall, ${JSON.stringify(before.fall)}::json) b
      where t.kreis_id = ${kreisId} and t.id = b.id`);
    await tx.run(sql`
      update uebernahme_stand t set uebernahme_id = b.uebernahme_id, pruefwert = b.pruefwert, siegel = b.siegel
      from json_populate_record(null::uebernahme_stand, ${JSON.stringify(before.stand)}::json) b
      where t.kreis_id = ${kreisId} and t.fall_id = b.fall_id`);
  }
}
