import { sql } from 'kysely';
import { z } from 'zod';
import { loadFall, type GeladenerFall } from '#src/fall/server/load.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { emptySelbststand, type Bereich, type Runde, type Selbststand } from '../runde.ts';

/** The words of an area as they lie under one seal. */
const worte = z.strictObject({
  persoenlich: z.string(),
  sozial: z.string(),
  materiell: z.string(),
  worte: z.string(),
  notiz: z.string(),
});

interface BereichRow extends Pick<Bereich, 'bedarf' | 'sicht' | 'bearbeitet'> {
  readonly id: string;
  readonly code: string;
  readonly neu: boolean;
  readonly persoenlich: boolean | null;
  readonly sozial: boolean | null;
  readonly materiell: boolean | null;
  readonly siegel: string | null;
}

interface Row extends Pick<Runde, 'id' | 'runde' | 'art' | 'am' | 'stand' | 'fassung' | 'vonName'> {
  readonly gespraech: Buffer | null;
  readonly bereich: readonly BereichRow[];
  readonly selbststand: Partial<Selbststand>;
}

/** Rounds of a case in sight, oldest first, unsealed. */
export async function readRunden(tx: Tx, kreisId: string, fallId: string, key: Key): Promise<Runde[]> {
  const rows = await tx.all(sql<Row>`
    select a.id, a.runde, a.art, a.am, a.stand, a.fassung, a.gespraech_siegel as gespraech, k.name as "vonName",
      (select coalesce(json_agg(json_build_object('id', b.id, 'code', b.lebensbereich, 'bedarf', b.bedarf,
          'sicht', b.sicht_klient, 'bearbeitet', b.bearbeitet, 'neu', b.neu, 'persoenlich', b.ressource_persoenlich,
          'sozial', b.ressource_sozial, 'materiell', b.ressource_materiell, 'siegel', encode(b.worte_siegel, 'base64'))
        order by c.rang nulls last, b.lebensbereich), '[]')
        from assessment_bereich b
        left join codeliste c on c.kreis_id = b.kreis_id and c.liste = 'lebensbereich' and c.code = b.lebensbereich
        where b.kreis_id = a.kreis_id and b.assessment_id = a.id) as bereich,
      (select coalesce(json_object_agg(s.dimension, s.stufe), '{}') from selbststand s
        where s.kreis_id = a.kreis_id and s.assessment_id = a.id) as selbststand
    from assessment a left join konto k on k.kreis_id = a.kreis_id and k.id = coalesce(a.geaendert_von, a.erfasst_von)
    where a.kreis_id = ${kreisId} and a.fall_id = ${fallId}
    order by a.runde`);
  return rows.map(({ gespraech, bereich, selbststand, ...rest }) => ({
    ...rest,
    gespraech: gespraech === null ? '' : unsealForPerson(key, rest.id, gespraech),
    bereich: bereich.map((row) => toBereich(row, key)),
    selbststand: { ...emptySelbststand, ...selbststand },
  }));
}

function toBereich(row: BereichRow, key: Key): Bereich & { neu: boolean } {
  const text =
    row.siegel === null
      ? { persoenlich: '', sozial: '', materiell: '', worte: '', notiz: '' }
      : worte.parse(JSON.parse(unsealForPerson(key, row.id, Buffer.from(row.siegel, 'base64'))));
  return {
    code: row.code,
    bedarf: row.bedarf,
    sicht: row.sicht,
    ressource: {
      persoenlich: { vorhanden: row.persoenlich, text: text.persoenlich },
      sozial: { vorhanden: row.sozial, text: text.sozial },
      materiell: { vorhanden: row.materiell, text: text.materiell },
    },
    bearbeitet: row.bearbeitet,
    worte: text.worte,
    notiz: text.notiz,
    neu: row.neu,
  };
}

/** The words of an area sealed for its row; null where there are none. */
export function sealWorte(key: Key, id: string, { ressource, worte: said, notiz }: Bereich): Buffer | null {
  const text: z.infer<typeof worte> = {
    persoenlich: ressource.persoenlich.text,
    sozial: ressource.sozial.text,
    materiell: ressource.materiell.text,
    worte: said,
    notiz,
  };
  if (Object.values(text).every((each) => each === '')) return null;
  return sealForPerson(key, id, JSON.stringify(text));
}

/** A case in scope, locked, on which may be worked: 404 and 403 as everywhere, refused where it is closed on the day. */
export async function loadOpenFall(
  tx: Tx,
  actor: Actor,
  { kreisId, fallId }: { readonly kreisId: string; readonly fallId: string },
  heute: Day,
): Promise<GeladenerFall> {
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const { abgeschlossen } = await tx.one(sql<{ abgeschlossen: boolean }>`
    select ${isClosed(kreisId, fallId, heute)} as abgeschlossen`);
  if (abgeschlossen) throw new Refusal('fall-abgeschlossen', 422);
  return fall;
}

/** True where the case is closed on a day, as it is known now. */
export function isClosed(kreisId: string, fallId: string, heute: Day) {
  return sql<boolean>`exists (select from fall_status s
    where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.ersetzt_am is null and s.status = 'abgeschlossen'
      and s.gueltig_ab <= ${heute}::date and (s.gueltig_bis is null or s.gueltig_bis > ${heute}::date))`;
}

/** One of the rounds, which has to be a draft still. */
export function requireEntwurf(runden: readonly Runde[], assessmentId: string): Runde {
  const runde = runden.find(({ id }) => id === assessmentId);
  if (!runde) throw notFound();
  if (runde.stand !== 'entwurf') throw new Refusal('assessment-abgeschlossen', 409);
  return runde;
}

/** The round before a number, completed or not to be: null for the first. */
export function roundBefore(runden: readonly Runde[], nummer: number): Runde | null {
  return runden.findLast(({ runde }) => runde < nummer) ?? null;
}
