import { sql } from 'kysely';
import { openWort as openAkteur } from '#src/akteur/server/wort.ts';
import { openWort as openHaushalt } from '#src/haushalt/server/wort.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { MerkmalArt, VerratendesWort } from '../bericht.ts';
import { landStamm, ortStamm } from '../find-merkmale.ts';

/** Fewer cases from a country than this, and naming it may tell who it is. */
const MANY = 20;

export interface BerichtFall {
  readonly kreisId: string;
  readonly fallId: string;
  readonly personId: string;
  readonly key: Key;
}

/** Country of the person: its name where the group in the Kreis is large enough to be named, and whether it is. */
export interface Herkunft {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly gross: boolean;
}

/** Origin of a case, with how many cases of the Kreis share it; counted without a name. */
export async function readHerkunft(
  tx: Tx,
  { kreisId, fallId }: Pick<BerichtFall, 'kreisId' | 'fallId'>,
): Promise<Herkunft | undefined> {
  const row = await tx.first(sql<Omit<Herkunft, 'gross'>>`
    select m.wert as code, c.bezeichnung as name, c.bezeichnung_en as "nameEn"
    from fall_merkmal m join codeliste c on c.kreis_id = m.kreis_id and c.liste = 'herkunftsland' and c.code = m.wert
    where m.kreis_id = ${kreisId} and m.fall_id = ${fallId} and m.merkmal = 'herkunftsland' and m.ersetzt_am is null
      and m.gueltig_bis is null order by c.gueltig_ab desc limit 1`);
  if (!row) return undefined;
  const { anzahl } = await tx.as('lotse_zaehler', () =>
    tx.one(sql<{ anzahl: number }>`
      select count(distinct fall_id)::int as anzahl from fall_merkmal
      where kreis_id = ${kreisId} and merkmal = 'herkunftsland' and wert = ${row.code} and ersetzt_am is null`),
  );
  return { ...row, gross: anzahl >= MANY };
}

interface PersonRow {
  readonly familienname: string;
  readonly vorname: string;
  readonly nameOriginal: string | null;
  readonly geburtsjahr: string | null;
  readonly nummer: string;
  readonly vertretungId: string | null;
  readonly vertretung: Buffer | null;
}

interface WortRow {
  readonly art: MerkmalArt;
  readonly wort: string;
}

/** Every word that must not stand in a report of this case: names, places, offices, numbers, and a rare country. */
export async function readVerratend(
  tx: Tx,
  fall: BerichtFall,
  herkunft: Herkunft | undefined,
): Promise<VerratendesWort[]> {
  const { kreisId, fallId, personId, key } = fall;
  const [person, haushalt, akteure, worte] = await Promise.all([
    tx.one(sql<PersonRow>`
      select p.familienname, p.vorname, p.name_original as "nameOriginal",
        extract(year from p.geburtsdatum)::int::text as geburtsjahr,
        (select nummer from fall where kreis_id = ${kreisId} and id = ${fallId}) as nummer,
        g.id as "vertretungId", g.siegel as vertretung
      from person p left join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
      left join geheimtext g on g.kreis_id = e.kreis_id and g.id = e.vertretung_id
      where p.kreis_id = ${kreisId} and p.id = ${personId}`),
    tx.all(sql<{ id: string; siegel: Buffer }>`
      select id, wort_siegel as siegel from haushalt where kreis_id = ${kreisId} and fall_id = ${fallId}`),
    tx.all(sql<{ id: string; siegel: Buffer }>`
      select id, wort_siegel as siegel from akteur where kreis_id = ${kreisId} and fall_id = ${fallId}`),
    tx.all(sql<WortRow>`
      select 'kommune' as art, name as wort from kommune where kreis_id = ${kreisId}
      union select 'kommune', name from kreis where id = ${kreisId}
      union select 'ortsteil', name from ortsteil where kreis_id = ${kreisId}
      union select 'stelle', name from stelle where kreis_id = ${kreisId}
      union select 'stelle', name from behoerde where kreis_id = ${kreisId}
      union select 'stelle', name from standort where kreis_id = ${kreisId}
      union select 'stelle', w from traeger t cross join lateral unnest(array[t.name, t.rechtsname]) w where t.kreis_id = ${kreisId}
      union select 'fachkraft', k.name from konto k join rolle r on r.konto_kreis_id = k.kreis_id and r.konto_id = k.id
        where r.kreis_id = ${kreisId} and k.kreis_id = ${kreisId} and r.rolle in ('casemanager', 'koordination')`),
  ]);
  const wort = (art: MerkmalArt, text: string | null, anfang = false): VerratendesWort[] =>
    text === null || text.trim() === '' ? [] : [{ art, wort: text, anfang }];
  return [
    ...[person.familienname, person.vorname, person.nameOriginal].flatMap((name) => wort('name', name)),
    ...wort('geburtsjahr', person.geburtsjahr),
    ...wort('nummer', person.nummer),
    ...vertretungOf(person, key).flatMap((name) => wort('familie', name)),
    ...haushalt.flatMap(({ id, siegel }) => {
      const { vorname, familienname } = openHaushalt(key, id, siegel);
      return [...wort('familie', vorname), ...wort('familie', familienname)];
    }),
    ...akteure.flatMap(({ id, siegel }) => wort('familie', openAkteur(key, id, siegel).name)),
    ...worte.flatMap(({ art, wort: text }) => wort(art, text)),
    ...worte.flatMap(({ art, wort: text }) =>
      art === 'kommune' ? wort('kommune', ortStamm(text) ?? null) : [],
    ),
    ...(herkunft && !herkunft.gross
      ? [herkunft.name, herkunft.nameEn].flatMap((name) => [
          ...wort('land', name),
          ...wort('land', landStamm(name), true),
        ])
      : []),
  ];
}

function vertretungOf({ vertretungId, vertretung }: PersonRow, key: Key): string[] {
  if (vertretungId === null || vertretung === null) return [];
  return unsealForPerson(key, vertretungId, vertretung).split('\n');
}
