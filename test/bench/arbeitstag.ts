import type { Client } from 'pg';

/** What makes a day: Anfragen, appointments, titles that expire, talks that wait for a follow-up. Runs as superuser. */
export async function loadArbeitstag(client: Client): Promise<void> {
  const statements = [
    `insert into anfrage (kreis_id, nummer, traeger_id, casemanager_id, kommune_id, eingegangen_am, dringlich, frist_am, stand, ausgang, abgeschlossen_am)
     select kreis_id, 'A-' || nummer, traeger_id, case when random() < 0.8 then casemanager_id end, kommune_id,
       current_date - tage, random() < 0.1, current_date - tage + 14, stand,
       case when stand = 'abgeschlossen' then 'erledigt' end, case when stand = 'abgeschlossen' then current_date end
     from (select *, (random() * 30)::int as tage, (array['offen', 'in_beratung', 'abgeschlossen', 'abgeschlossen', 'abgeschlossen'])[1 + floor(random() * 5)::int] as stand
       from fall where random() < 0.5) f`,
    `insert into erstberatung (kreis_id, anfrage_id, traeger_id, casemanager_id, am, bedarf, vorschlag, vorschlag_grund, folgetermin_bis)
     select a.kreis_id, a.id, a.traeger_id, a.casemanager_id, a.eingegangen_am, '{}', 'kurzberatung', 'schwelle', a.eingegangen_am + 42
     from anfrage a where a.casemanager_id is not null and a.stand <> 'offen'`,
    `insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, fall_id)
     select kreis_id, traeger_id, casemanager_id, 'beratung', am, am + interval '45 minutes', id
     from (select *, now() + random() * interval '40 days' - interval '20 days' as am from fall where casemanager_id is not null) f`,
    `insert into person_merkmal (kreis_id, person_id, merkmal, wert, laeuft_ab_am, gueltig_ab)
     select kreis_id, id, 'aufenthaltstitel', 'AE_25_3', current_date + (random() * 1000)::int, current_date - 200 from person`,
  ];
  for (const statement of statements) await client.query(statement);
}
