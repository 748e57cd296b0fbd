import { sql } from 'kysely';
import { openWort as openAkteur } from '#src/akteur/server/wort.ts';
import { openWort as openHaushalt } from '#src/haushalt/server/wort.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { KopieOrt } from './read-akte-zeilen.ts';

interface Versiegelt {
  readonly id: string;
  readonly siegel: Buffer;
}

/** Places of the Kreis: they stand in descriptions of helpers and name nobody. */
export async function readOrte(tx: Tx, kreisId: string): Promise<string[]> {
  const rows = await tx.all(sql<{ name: string }>`
    select name from kreis where id = ${kreisId} union select name from kommune where kreis_id = ${kreisId}
    union select name from ortsteil where kreis_id = ${kreisId}`);
  return rows.map(({ name }) => name);
}

/** Names of third parties that the file knows: household, private helpers, guardians, persons of linked cases. */
export async function readDritte(
  tx: Tx,
  { kreisId, fallId, personId }: KopieOrt,
  key: Key,
): Promise<string[]> {
  const haushalt = await tx.all(sql<Versiegelt>`
    select id, wort_siegel as siegel from haushalt where kreis_id = ${kreisId} and fall_id = ${fallId}::uuid`);
  const akteure = await tx.all(sql<Versiegelt>`
    select id, wort_siegel as siegel from akteur where kreis_id = ${kreisId} and fall_id = ${fallId}::uuid`);
  const vertretung = await tx.all(sql<Versiegelt>`
    select g.id, g.siegel from einwilligung e join geheimtext g on g.kreis_id = e.kreis_id and g.id = e.vertretung_id
    where e.kreis_id = ${kreisId} and e.person_id = ${personId}`);
  const verbunden = await tx.all(sql<{ familienname: string; vorname: string }>`
    select p.familienname, p.vorname from fall_verbindung v
    join fall f on f.kreis_id = v.kreis_id
      and f.id = case when v.fall_id = ${fallId}::uuid then v.anderer_fall_id else v.fall_id end
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where v.kreis_id = ${kreisId} and ${fallId}::uuid in (v.fall_id, v.anderer_fall_id)`);
  return [
    ...haushalt.flatMap(({ id, siegel }) => {
      const { vorname, familienname } = openHaushalt(key, id, siegel);
      return [vorname, familienname];
    }),
    ...akteure.map(({ id, siegel }) => openAkteur(key, id, siegel).name),
    ...vertretung.flatMap(({ id, siegel }) => unsealForPerson(key, id, siegel).split('\n')),
    ...verbunden.flatMap(({ familienname, vorname }) => [familienname, vorname]),
  ].filter((name) => name.trim() !== '');
}
