import { sql } from 'kysely';

/** Each day on which the Rechtskreise of the case became others; the first record of them is an ordinary Merkmal. */
export const rechtskreisZeilen = sql`
      select t.am, case when t.vorher = '{}' then 'merkmal' else 'rechtskreis' end, t.tag,
        json_build_object('merkmal', 'rechtskreis', 'vorher', t.vorher, 'nachher', t.nachher), t.von, 3
      from f cross join lateral (
        select d.tag,
          (select min(v.erfasst_am) from fall_merkmal v where v.kreis_id = f.kreis_id and v.fall_id = f.id
            and v.merkmal = 'rechtskreis' and d.tag in (v.gueltig_ab, v.gueltig_bis)) as am,
          array(select v.wert from fall_merkmal v where v.kreis_id = f.kreis_id and v.fall_id = f.id
            and v.merkmal = 'rechtskreis' and v.ersetzt_am is null and v.gueltig_ab < d.tag
            and (v.gueltig_bis is null or v.gueltig_bis >= d.tag) order by 1) as vorher,
          array(select v.wert from fall_merkmal v where v.kreis_id = f.kreis_id and v.fall_id = f.id
            and v.merkmal = 'rechtskreis' and v.ersetzt_am is null and v.gueltig_ab <= d.tag
            and (v.gueltig_bis is null or v.gueltig_bis > d.tag) order by 1) as nachher,
          (select p.erfasst_von from person_merkmal p where p.kreis_id = f.kreis_id and p.person_id = f.person_id
            and p.merkmal = 'rechtskreis' and d.tag in (p.gueltig_ab, p.gueltig_bis)
            order by p.erfasst_am limit 1) as von
        from (
          select m.gueltig_ab as tag from fall_merkmal m where m.kreis_id = f.kreis_id and m.fall_id = f.id
            and m.merkmal = 'rechtskreis' and m.ersetzt_am is null
          union
          select m.gueltig_bis from fall_merkmal m where m.kreis_id = f.kreis_id and m.fall_id = f.id
            and m.merkmal = 'rechtskreis' and m.ersetzt_am is null
        ) d where d.tag > f.aufgenommen_am
      ) t`;

/** Releases and what was shared on their strength; of a locked person the policies show none. */
export const freigabeZeilen = sql`
      select e.erfasst_am, 'entbindung', e.gueltig_ab,
        json_build_object('stelle', s.name, 'bis', e.gueltig_bis - 1), e.erfasst_von, 2
      from f join entbindung e on e.kreis_id = f.kreis_id and e.person_id = f.person_id
      join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id where f.eigen
      union all
      select e.erfasst_am, 'entbindung', e.widerrufen_am, json_build_object('stelle', s.name, 'widerrufen', true), null, 3
      from f join entbindung e on e.kreis_id = f.kreis_id and e.person_id = f.person_id
      join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id where f.eigen and e.widerrufen_am is not null
      union all
      select coalesce(w.gegeben_am, w.gestoppt_am, w.vorbereitet_am), 'weitergabe',
        (coalesce(w.gegeben_am, w.gestoppt_am, w.vorbereitet_am) at time zone 'Europe/Berlin')::date,
        json_build_object('stelle', s.name, 'stand', w.stand), w.erfasst_von, 3
      from f join weitergabe w on w.kreis_id = f.kreis_id and w.person_id = f.person_id
      join entbindung e on e.kreis_id = w.kreis_id and e.id = w.entbindung_id
      join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id where f.eigen`;

/** Case work: rounds, signed plans, states of goals and referrals, appointments, documents. Words stay where they are. */
export const arbeitZeilen = sql`
      select e.erfasst_am, 'erstberatung', e.am, '{}'::json, e.erfasst_von, 2
      from f join anfrage a on a.kreis_id = f.kreis_id and a.fall_id = f.id
      join erstberatung e on e.kreis_id = a.kreis_id and e.anfrage_id = a.id where f.eigen
      union all
      select a.abgeschlossen_am, 'assessment', a.am, json_build_object('runde', a.runde), a.erfasst_von, 3
      from f join assessment a on a.kreis_id = f.kreis_id and a.fall_id = f.id
      where f.eigen and a.stand = 'abgeschlossen'
      union all
      select v.erfasst_am, 'hilfeplan', v.unterschrieben_am, json_build_object('nummer', v.nummer), v.erfasst_von, 3
      from f join hilfeplan_version v on v.kreis_id = f.kreis_id and v.fall_id = f.id
      where f.eigen and v.stand <> 'entwurf'
      union all
      select s.erfasst_am, 'ziel', s.gueltig_ab, json_build_object('zielId', z.id, 'stand', s.stand,
        'lebensbereich', z.lebensbereich), s.erfasst_von, 3
      from f join hilfeplan_stand s on s.kreis_id = f.kreis_id and s.fall_id = f.id
      join hilfeplan_ziel z on z.kreis_id = s.kreis_id and z.id = s.ziel_id
      where f.eigen and s.schritt_id is null and s.ersetzt_am is null and s.stand <> 'offen'
      union all
      select s.erfasst_am, 'vermittlung', s.am, json_build_object('vermittlungId', v.id, 'art', v.art,
        'angebot', coalesce(a.name, t.name), 'stand', s.stand), s.erfasst_von, 3
      from f join vermittlung_stand s on s.kreis_id = f.kreis_id and s.fall_id = f.id
      join vermittlung v on v.kreis_id = s.kreis_id and v.id = s.vermittlung_id
      join stelle t on t.kreis_id = v.kreis_id and t.id = v.stelle_id
      left join angebot a on a.kreis_id = v.kreis_id and a.id = v.angebot_id where f.eigen
      union all
      select t.erfasst_am, 'termin', (t.beginn at time zone 'Europe/Berlin')::date,
        json_build_object('terminId', t.id, 'stand', t.stand), t.casemanager_id, 3
      from f join termin t on t.kreis_id = f.kreis_id and t.fall_id = f.id where f.eigen and t.beginn < now()
      union all
      select d.erfasst_am, 'dokument', (d.erfasst_am at time zone 'Europe/Berlin')::date,
        json_build_object('dokumentId', d.id, 'art', d.art), d.erfasst_von, 3
      from f join dokument d on d.kreis_id = f.kreis_id and d.fall_id = f.id where f.eigen
      union all
      select a.erfasst_am, 'abschluss', a.gespraech_am, json_build_object('gespraech', a.gespraech), a.erfasst_von, 4
      from f join abschluss a on a.kreis_id = f.kreis_id and a.fall_id = f.id
      where f.eigen and a.gespraech_am is not null`;
