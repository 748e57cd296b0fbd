-- Appointments, open consultation hours, absences and the calendar feed (Konzept 4.1).
-- An appointment names an Anfrage or a Fall by its key, never a person: the calendar of a team shows no names.

create table sprechstunde (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  standort_id uuid not null,
  casemanager_id uuid,
  art text not null check (art in ('sprechstunde', 'sprachcafe', 'stadtteilarbeit')),
  wochentag smallint not null check (wochentag between 1 and 7),
  von time not null,
  bis time not null,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, standort_id) references standort (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict,
  check (bis > von),
  check (gueltig_bis > gueltig_ab)
);
comment on table sprechstunde is 'Offene Sprechstunde, Sprachcafé oder Stadtteilarbeit: wöchentlich, ohne Termin.';
comment on column sprechstunde.wochentag is '1 = Montag bis 7 = Sonntag.';
comment on column sprechstunde.von is 'Beginn, Ortszeit.';
comment on column sprechstunde.bis is 'Ende, Ortszeit.';

create table sprechstunde_ausfall (
  kreis_id text not null,
  sprechstunde_id uuid not null,
  am date not null,
  grund text not null check (grund in ('abwesenheit', 'veranstaltung', 'raum', 'sonstiges')),
  ersatz_am date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, sprechstunde_id, am),
  foreign key (kreis_id, sprechstunde_id) references sprechstunde (kreis_id, id) on delete cascade
);
comment on table sprechstunde_ausfall is 'Ausgefallene Sprechstunde, damit Ratsuchende kurzfristig davon und vom nächsten Termin erfahren.';
comment on column sprechstunde_ausfall.grund is 'Grober Grund ohne Auskunft über Menschen; ob jemand krank ist, steht nirgends.';
comment on column sprechstunde_ausfall.am is 'Tag, der ausfällt.';
comment on column sprechstunde_ausfall.ersatz_am is 'Ersatztag; leer heißt: der nächste regelmäßige.';

create table termin (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  casemanager_id uuid not null,
  standort_id uuid,
  raum_id uuid,
  art text not null check (art in ('beratung', 'aufsuchend', 'begleitung', 'folgetermin', 'intern')),
  beginn timestamptz not null,
  ende timestamptz not null,
  anfrage_id uuid,
  fall_id uuid,
  dolmetschen text check (dolmetschen ~ '^[a-z]{3}$'),
  dolmetschen_bestaetigt boolean not null default false,
  begleitung_grund text check (begleitung_grund in ('kein_angebot', 'im_aufbau')),
  mit_stelle_id uuid,
  stand text not null default 'geplant' check (stand in ('geplant', 'stattgefunden', 'nicht_erschienen', 'abgesagt')),
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict,
  foreign key (kreis_id, standort_id) references standort (kreis_id, id) on delete restrict,
  foreign key (kreis_id, raum_id) references raum (kreis_id, id) on delete set null (raum_id),
  foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, mit_stelle_id) references stelle (kreis_id, id) on delete restrict,
  check (ende > beginn),
  constraint begleitung_nennt_grund check ((art = 'begleitung') = (begleitung_grund is not null))
);
create index termin_konto on termin (kreis_id, casemanager_id, beginn);
create index termin_traeger on termin (traeger_id, beginn);
create index termin_anfrage on termin (kreis_id, anfrage_id);
create index termin_fall on termin (kreis_id, fall_id);
comment on table termin is 'Termin einer Fachkraft; der Kalender des Teams zeigt Nummern, keine Namen.';
comment on column termin.beginn is 'Beginn als Zeitpunkt; gezeigt in Europe/Berlin.';
comment on column termin.ende is 'Ende als Zeitpunkt.';
comment on column termin.dolmetschen is 'Sprache, für die jemand dolmetschen soll, ISO 639-3.';
comment on column termin.dolmetschen_bestaetigt is 'Zusage der Dolmetscherin liegt vor.';
comment on column termin.begleitung_grund is 'Begleitung nur, wo es kein Angebot gibt oder es erst entsteht (Konzept 4.1).';
comment on column termin.mit_stelle_id is 'Gemeinsamer Termin mit einer Stelle, etwa bei einer Zusteuerung.';
comment on column termin.stand is 'Was aus dem Termin wurde.';

create table abwesenheit (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  traeger_id uuid not null,
  von date not null,
  bis date not null,
  art text not null check (art in ('urlaub', 'krankheit', 'fortbildung', 'sonstiges')),
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  check (bis >= von)
);
comment on table abwesenheit is 'Wann eine Fachkraft fort ist; das Team sieht, dass, die Art nur sie selbst.';
comment on column abwesenheit.von is 'Erster Tag.';
comment on column abwesenheit.bis is 'Letzter Tag.';
alter table vertretung add column abwesenheit_id uuid;
alter table vertretung add column erfasst_am timestamptz not null default now();
alter table vertretung add column erfasst_von uuid;
alter table vertretung add foreign key (kreis_id, abwesenheit_id) references abwesenheit (kreis_id, id) on delete cascade;

create table kalender_abo (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null check (pruefwert ~ '^[0-9a-f]{64}$'),
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, konto_id),
  unique (pruefwert),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on table kalender_abo is 'Geheimer Link zum eigenen Kalender in anderen Programmen; ohne Namen und Orte von Klient*innen.';
comment on column kalender_abo.pruefwert is 'SHA-256 des Geheimnisses im Link.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['sprechstunde', 'sprechstunde_ausfall', 'termin', 'abwesenheit', 'kalender_abo'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
  end loop;
end $$;
create policy kollegen on sprechstunde for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy pflegen on sprechstunde to lotse_app using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
create policy kollegen on sprechstunde_ausfall for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy pflegen on sprechstunde_ausfall to lotse_app
  using (exists (select from sprechstunde s where s.kreis_id = sprechstunde_ausfall.kreis_id and s.id = sprechstunde_ausfall.sprechstunde_id
    and s.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])));
create policy team on termin to lotse_app using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
create policy team on abwesenheit for select to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[]));
create policy pflegen on abwesenheit to lotse_app using (konto_id = (select app_konto()))
  with check (konto_id = (select app_konto()) and traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
create policy eigenes on kalender_abo to lotse_app using (konto_id = (select app_konto()));
create policy benennen on vertretung for insert to lotse_app
  with check (vertritt_konto_id = (select app_konto()) and traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
create policy beenden on vertretung for update to lotse_app using (vertritt_konto_id = (select app_konto()));
create policy zuruecknehmen on vertretung for delete to lotse_app using (vertritt_konto_id = (select app_konto()));
grant insert, update, delete on vertretung to lotse_app;
grant select, insert, update on sprechstunde, termin to lotse_app;
grant select, insert, update, delete on sprechstunde_ausfall, kalender_abo to lotse_app;
-- The kind of an absence is not among the columns that anybody reads through the table.
grant select (kreis_id, id, konto_id, traeger_id, von, bis, erfasst_am), insert, update, delete on abwesenheit to lotse_app;
create index abwesenheit_konto on abwesenheit (kreis_id, konto_id, von);

-- A calendar program brings a secret and no session; these functions answer what the secret opens, without any name.
create policy kalender on kalender_abo for select to lotse_kalender using (true);
create policy kalender on konto for select to lotse_kalender using (true);
create policy kalender on rolle for select to lotse_kalender using (true);
create policy kalender on termin for select to lotse_kalender using (true);
create policy kalender on sprechstunde for select to lotse_kalender using (true);
create policy kalender on sprechstunde_ausfall for select to lotse_kalender using (true);
create policy kalender on abwesenheit for select to lotse_kalender using (true);
grant select on kalender_abo, sprechstunde, sprechstunde_ausfall, abwesenheit, rolle to lotse_kalender;
grant select (kreis_id, id, gesperrt_am) on konto to lotse_kalender;
grant select (kreis_id, id, traeger_id, casemanager_id, art, beginn, ende, stand, fassung, erfasst_am) on termin to lotse_kalender;

create function kalender_feed(p_pruefwert text, p_von date, p_bis date) returns json
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  a record;
  v_traeger uuid[];
begin
  select x.kreis_id, x.konto_id into a from kalender_abo x
  join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and k.gesperrt_am is null;
  if not found then return null; end if;
  select coalesce(array_agg(distinct r.traeger_id), '{}') into v_traeger from rolle r
  where r.konto_kreis_id = a.kreis_id and r.konto_id = a.konto_id and r.rolle = 'casemanager'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now());
  return json_build_object(
    'termin', (select coalesce(json_agg(json_build_object('id', t.id, 'art', t.art, 'beginn', t.beginn, 'ende', t.ende,
        'stand', t.stand, 'fassung', t.fassung, 'erfasstAm', t.erfasst_am) order by t.beginn), '[]')
      from termin t where t.kreis_id = a.kreis_id and t.casemanager_id = a.konto_id and t.traeger_id = any (v_traeger)
        and t.beginn >= p_von and t.beginn < p_bis + 1),
    'sprechstunde', (select coalesce(json_agg(json_build_object('id', s.id, 'art', s.art, 'wochentag', s.wochentag,
        'von', to_char(s.von, 'HH24:MI'), 'bis', to_char(s.bis, 'HH24:MI'), 'gueltigAb', s.gueltig_ab,
        'gueltigBis', s.gueltig_bis, 'erfasstAm', s.erfasst_am,
        'ausfall', (select coalesce(json_agg(json_build_object('am', f.am, 'ersatzAm', f.ersatz_am)), '[]')
          from sprechstunde_ausfall f where f.kreis_id = s.kreis_id and f.sprechstunde_id = s.id))), '[]')
      from sprechstunde s where s.kreis_id = a.kreis_id and s.casemanager_id = a.konto_id and s.traeger_id = any (v_traeger)
        and s.gueltig_ab <= p_bis and (s.gueltig_bis is null or s.gueltig_bis > p_von)),
    'abwesenheit', (select coalesce(json_agg(json_build_object('von', w.von, 'bis', w.bis)), '[]')
      from abwesenheit w where w.kreis_id = a.kreis_id and w.konto_id = a.konto_id and w.von <= p_bis and w.bis >= p_von));
end $$;
comment on function kalender_feed is 'Termine und Sprechstunden des Kontos, dem der geheime Link gehört; ohne Nummern, Orte und Namen. Leer: es gibt den Link nicht.';

create function eigene_abwesenheit() returns table (id uuid, art text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.art from abwesenheit w where w.konto_id = app_konto()
$$;
comment on function eigene_abwesenheit() is 'Art der eigenen Abwesenheiten; die der anderen liest niemand.';

create function sprechstunde_abwesend(p_kreis text, p_von date, p_bis date)
returns table (sprechstunde_id uuid, von date, bis date)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, w.von, w.bis from sprechstunde s
  join abwesenheit w on w.kreis_id = s.kreis_id and w.konto_id = s.casemanager_id and w.traeger_id = s.traeger_id
  where s.kreis_id = p_kreis and p_kreis = any (app_liste('app.kreis')) and w.von <= p_bis and w.bis >= p_von
$$;
comment on function sprechstunde_abwesend is 'An welchen Tagen eine offene Sprechstunde ohne ihre Fachkraft wäre; auch für andere Träger, damit der nächste Termin stimmt.';

alter function kalender_feed(text, date, date) owner to lotse_kalender;
alter function eigene_abwesenheit() owner to lotse_kalender;
alter function sprechstunde_abwesend(text, date, date) owner to lotse_kalender;
revoke execute on function kalender_feed(text, date, date), eigene_abwesenheit(), sprechstunde_abwesend(text, date, date) from public;
grant execute on function kalender_feed(text, date, date), eigene_abwesenheit(), sprechstunde_abwesend(text, date, date) to lotse_app;
