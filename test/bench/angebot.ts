import type { Client } from 'pg';

/** A directory of 5,000 offers by 800 offices in the Kreis under test. Runs as superuser. */
export async function loadAngebot(client: Client, kreisId: string): Promise<void> {
  await client.query(
    `insert into stelle (kreis_id, name, art) select $1, 'Stelle ' || n, 'sonstige' from generate_series(1, 800) n`,
    [kreisId],
  );
  await client.query(
    `insert into angebot (kreis_id, stelle_id, name, beschreibung, art, ebene, kommune_id, lebensbereich, zielgruppe,
       sprache, plaetze_gesamt, plaetze_frei, plaetze_am, laenge, breite, bestaetigt_am, gueltig_ab)
     select $1, s.id, 'Angebot ' || n, repeat('Beratung und Begleitung im Alltag. ', 10), 'beratung',
       (array['kommunal', 'kommunal', 'teilregional', 'kreisweit'])[1 + n % 4], k.id,
       array[(array['wohnen', 'arbeit', 'gesundheit', 'sprache', 'kinder'])[1 + n % 5]],
       case n % 3 when 0 then '{}' else array[(array['frauen', 'familien', 'gefluechtete'])[1 + n % 3]] end,
       array['deu', (array['ara', 'ukr', 'tur'])[1 + n % 3]], 20, n % 7, current_date, 7 + n % 90 * 0.01,
       51 + n % 70 * 0.01, current_date - n % 400, '2024-01-01'
     from generate_series(1, 5000) n
     join (select id, row_number() over (order by name) as platz from stelle where kreis_id = $1) s on s.platz = 1 + n % 800
     join (select id, row_number() over (order by id) as platz, count(*) over () as alle from kommune where kreis_id = $1) k
       on k.platz = 1 + n % k.alle`,
    [kreisId],
  );
  await client.query(
    `insert into angebot_kommune (kreis_id, angebot_id, kommune_id)
     select kreis_id, id, kommune_id from angebot where kreis_id = $1 and ebene = 'teilregional'`,
    [kreisId],
  );
}
