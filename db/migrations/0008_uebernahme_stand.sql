-- What the workbook said about a case when it was last read: the base of the three-way comparison, so that a repeat
-- changes nothing and a later edition never overwrites what somebody entered in Lotse since.

create table uebernahme_stand (
  kreis_id text not null,
  fall_id uuid not null,
  uebernahme_id uuid not null,
  pruefwert bytea not null,
  siegel bytea not null,
  primary key (kreis_id, fall_id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, uebernahme_id) references uebernahme (kreis_id, id) on delete restrict
);
comment on table uebernahme_stand is 'Zuletzt eingelesene Zeile je Fall, versiegelt unter dem Schlüssel der Person.';
comment on column uebernahme_stand.pruefwert is 'HMAC der Zeile: gleiche Zeile, nichts zu tun, ohne das Siegel zu öffnen.';
alter table uebernahme_stand enable row level security;
alter table uebernahme_stand force row level security;
create policy einlesen on uebernahme_stand to lotse_app
  using (kreis_id = (select app_zweck_kreis()));
grant select, insert, update, delete on uebernahme_stand to lotse_app;
comment on column uebernahme_stand.siegel is 'Angaben der Zeile als JSON, AES-256-GCM unter dem Schlüssel der Person.';

-- Without fresh statistics a Kreis that has just been read in is planned as if it were empty: lists 70 times slower.
create function app_statistik() returns void language sql volatile security definer set search_path = public, pg_temp as $$
  analyze person, fall, fall_status, fall_zustaendigkeit, fall_merkmal, sonstiger_kontakt
$$;
comment on function app_statistik() is 'Frischt nach einer großen Übernahme die Statistik auf, nach der PostgreSQL Abfragen plant.';
revoke execute on function app_statistik() from public;
grant execute on function app_statistik() to lotse_app;
