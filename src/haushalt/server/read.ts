import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Beziehung, HaushaltStand, HaushaltZeile } from '../contract.ts';
import { countOn, fehlende, otherBeziehung, type NamedHaushalt } from '../rules.ts';
import { openWort } from './wort.ts';

interface Ort {
  readonly kreisId: string;
  readonly fallId: string;
  readonly personId: string;
  readonly aufgenommenAm: Day;
  readonly key: Key;
}

type Row = Omit<HaushaltZeile, 'vorname' | 'familienname' | 'geburtsjahr' | 'notiz' | 'anfrage'> & {
  readonly siegel: Buffer;
  readonly anfrageId: string | null;
  readonly anfrageNummer: string | null;
};

/** The household of a case with the words opened, its linked cases in sight, and what is still missing in the list. */
export async function readHaushalt(tx: Tx, ort: Ort, heute: Day): Promise<HaushaltStand> {
  const rows = await tx.all(sql<Row>`
    select h.id, h.fassung, h.beziehung, h.lebensbereich, h.zaehlt, h.seit, h.bis, h.eigener_ab as "eigenerAb",
      h.wort_siegel as siegel, a.id as "anfrageId", a.nummer as "anfrageNummer"
    from haushalt h
    left join anfrage a on a.kreis_id = h.kreis_id and a.id = h.anfrage_id and a.stand <> 'abgeschlossen'
    where h.kreis_id = ${ort.kreisId} and h.fall_id = ${ort.fallId}
    order by h.bis is not null, array_position(array['partner', 'elternteil', 'kind', 'geschwister'], h.beziehung),
      h.erfasst_am, h.id`);
  const haushalt = rows.map(({ siegel, anfrageId, anfrageNummer, ...row }) => ({
    ...row,
    ...openWort(ort.key, row.id, siegel),
    anfrage: anfrageId === null || anfrageNummer === null ? null : { id: anfrageId, nummer: anfrageNummer },
  }));
  const verbindung = await readVerbindung(tx, ort.kreisId, ort.fallId);
  const { personen, genannt } = await readNamed(tx, ort, heute);
  return {
    aufgenommenAm: ort.aufgenommenAm,
    haushalt,
    verbindung,
    personen,
    vorschlag: fehlende(genannt, personen, haushalt, countOn(haushalt, heute)),
  };
}

/** Linked cases whose persons the account reads, seen from this case. */
async function readVerbindung(tx: Tx, kreisId: string, fallId: string): Promise<HaushaltStand['verbindung']> {
  const rows = await tx.all(sql<HaushaltStand['verbindung'][number] & { readonly hier: boolean }>`
    select v.id, f.id as "fallId", f.nummer, p.familienname, p.vorname, v.art as beziehung,
      case when v.fall_id = ${fallId} then v.haushalt_id end as "haushaltId", v.fall_id = ${fallId} as hier
    from fall_verbindung v
    join fall f on f.kreis_id = v.kreis_id
      and f.id = case when v.fall_id = ${fallId} then v.anderer_fall_id else v.fall_id end and ${caresFor('f')}
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where v.kreis_id = ${kreisId} and ${fallId} in (v.fall_id, v.anderer_fall_id)
    order by f.nummer`);
  return rows.map(({ hier, ...row }) => ({
    ...row,
    beziehung: hier ? row.beziehung : otherBeziehung(row.beziehung),
  }));
}

/** The number of persons that is counted on the day, and what the first talk says of the household. */
export async function readNamed(
  tx: Tx,
  { kreisId, fallId, personId }: Pick<Ort, 'kreisId' | 'fallId' | 'personId'>,
  heute: Day,
): Promise<{ personen: number | null; genannt: NamedHaushalt | null }> {
  const { personen, haushalt } = await tx.one(sql<{ personen: number | null; haushalt: string | null }>`
    select (select wert::int from fall_merkmal where kreis_id = ${kreisId} and fall_id = ${fallId}
        and merkmal = 'personen' and ersetzt_am is null and gueltig_ab <= ${heute}::date
        and (gueltig_bis is null or gueltig_bis > ${heute}::date)) as personen,
      (select wert from person_merkmal where kreis_id = ${kreisId} and person_id = ${personId}
        and merkmal = 'haushalt' and ersetzt_am is null and gueltig_ab <= ${heute}::date
        and (gueltig_bis is null or gueltig_bis > ${heute}::date)) as haushalt`);
  const [alle = NaN, kinder = NaN] = (haushalt ?? '').split(':').map(Number);
  const bekannt = Number.isInteger(alle) && Number.isInteger(kinder);
  return { personen, genannt: bekannt ? { personen: alle, kinder } : null };
}

/** Kinds of relation of everyone who ever stood in the list. */
export function readListed(
  tx: Tx,
  kreisId: string,
  fallId: string,
): Promise<{ readonly beziehung: Beziehung }[]> {
  return tx.all(sql`select beziehung from haushalt where kreis_id = ${kreisId} and fall_id = ${fallId}`);
}
