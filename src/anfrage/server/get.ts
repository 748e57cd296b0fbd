import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { AnfrageDetail } from '../anfrage.ts';
import type { anfrageContract } from '../contract.ts';
import { umfangOf, umwandlungOf, zustaendigeArt, type Umfang } from '../rules.ts';
import { anfrageColumns, fromAnfrage } from './columns.ts';
import { seesAnfrage, worksOnAnfrage } from './scope.ts';

type Get = typeof anfrageContract.getAnfrage;

type Computed = 'grenze' | 'bedarfe' | 'umwandlung' | 'zustaendigeStelle' | 'abilities';
interface Row extends Omit<AnfrageDetail, Computed> {
  readonly weiter: Umfang | null;
  readonly eigen: boolean;
}

/** One Anfrage with everything that its page shows; person and case only as far as the account may open them. */
export async function getAnfrage({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const row = await tx.first(sql<Row>`
    select ${anfrageColumns(heute)}, a.fassung, a.unterweg, a.stelle_id as "stelleId", nullif(s.weg, '') as "stelleWeg",
      a.wohnform, a.kein_fall as "keinFall", a.zustaendig_grund as "zustaendigGrund", a.verwiesen_an as "verwiesenAn",
      (select json_build_object('id', v.id, 'nummer', v.nummer) from anfrage v
        where v.kreis_id = a.kreis_id and v.id = a.vorige_id) as vorige,
      (select coalesce(json_agg(json_build_object('id', v.id, 'nummer', v.nummer) order by v.nummer), '[]')
        from anfrage v where v.kreis_id = a.kreis_id and v.vorige_id = a.id) as folge,
      a.person_id is not null as benannt,
      (select p.id from person p where p.kreis_id = a.kreis_id and p.id = a.person_id) as "personId",
      (select json_build_object('id', f.id, 'nummer', f.nummer) from fall f
        where f.kreis_id = a.kreis_id and f.id = a.fall_id) as fall,
      (select e.am from erstberatung e where e.kreis_id = a.kreis_id and e.anfrage_id = a.id) as "erstberatungAm",
      (select e.folgetermin_bis from erstberatung e where e.kreis_id = a.kreis_id and e.anfrage_id = a.id)
        as "folgeterminBis",
      (select to_json(min(t.beginn))#>>'{}' from termin t where t.kreis_id = a.kreis_id and t.anfrage_id = a.id
        and t.stand = 'geplant' and t.beginn >= ${heute}::date) as "naechsterTermin",
      (select coalesce(json_agg(json_build_object('tiefe', t.tiefe, 'ab', t.gueltig_ab, 'bis', t.gueltig_bis)
          order by t.gueltig_ab), '[]')
        from anfrage_tiefe t where t.kreis_id = a.kreis_id and t.anfrage_id = a.id and t.ersetzt_am is null)
        as "tiefeVerlauf",
      (select coalesce(json_agg(json_build_object('id', k.id, 'am', k.am, 'format', k.format, 'ort', k.ort,
          'dauerMinuten', k.dauer_minuten, 'ergebnis', k.ergebnis, 'lebensbereich', k.lebensbereich,
          'erstberatung', exists (select from erstberatung e where e.kreis_id = k.kreis_id and e.id = k.id))
          order by k.am desc, k.erfasst_am desc), '[]')
        from sonstiger_kontakt k where k.kreis_id = a.kreis_id and k.anfrage_id = a.id and k.ersetzt_am is null)
        as kontakt,
      a.weiter_am as "weiterAm", case when a.weiter_am is not null
        then json_build_object('kontakte', a.weiter_kontakte, 'bedarfe', a.weiter_bedarfe) end as weiter,
      ${worksOnAnfrage('a')} as eigen
    from ${fromAnfrage}
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and ${seesAnfrage('a')}`);
  if (!row) throw notFound();
  const { eigen, weiter, ...anfrage } = row;
  const grenze = await getRegel(tx, kreisId, 'kurzberatung', heute);
  const umfang = umfangOf(anfrage.lebensbereich, anfrage.kontakt);
  return {
    ...anfrage,
    bedarfe: umfang.bedarfe,
    grenze,
    umwandlung: umwandlungOf(umfang, grenze, { ...anfrage, weiter }),
    zustaendigeStelle: await findStellen(tx, kreisId, anfrage),
    abilities: { changeAnfrage: eigen },
  };
}

/** Offices to which the points of the negative list belong, those of the place first. */
async function findStellen(
  tx: Tx,
  kreisId: string,
  anfrage: Pick<AnfrageDetail, 'keinFall' | 'kommuneId'>,
): Promise<AnfrageDetail['zustaendigeStelle']> {
  if (anfrage.keinFall.length === 0) return [];
  const arten = [...new Set(anfrage.keinFall.flatMap((each) => zustaendigeArt(each)))];
  const stellen = await tx.all(sql<{ id: string; name: string; art: string }>`
    select id, name, art from stelle
    where kreis_id = ${kreisId} and art = any (${arten}::text[])
      and (kommune_id is null or kommune_id = ${anfrage.kommuneId}) and (gueltig_bis is null or gueltig_bis > current_date)
    order by kommune_id is null, name`);
  return anfrage.keinFall.map((keinFall) => ({
    keinFall,
    stelle: stellen
      .filter(({ art }) => zustaendigeArt(keinFall).some((each) => each === art))
      .map(({ id, name }) => ({ id, name })),
  }));
}
