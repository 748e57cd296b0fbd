-- What somebody found when two entries of the directory looked alike (avoid double structures, Vorlage 197/23):
-- the same offer, put together into one entry, or two different ones that are not asked about again.

create table angebot_abgleich (
  kreis_id text not null,
  angebot_id uuid not null,
  anderes_id uuid not null,
  ergebnis text not null check (ergebnis in ('zusammengefuehrt', 'verschieden')),
  am date not null default current_date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid default app_konto(),
  primary key (kreis_id, angebot_id, anderes_id),
  foreign key (kreis_id, angebot_id) references angebot (kreis_id, id) on delete cascade,
  foreign key (kreis_id, anderes_id) references angebot (kreis_id, id) on delete cascade,
  constraint angebot_abgleich_nennt_zwei check (angebot_id <> anderes_id)
);
create index on angebot_abgleich (kreis_id, anderes_id);
comment on table angebot_abgleich is 'Ergebnis des Vergleichs zweier Einträge, die dasselbe Angebot sein könnten.';
comment on column angebot_abgleich.angebot_id is 'Eintrag, der bleibt; bei "verschieden" der mit der kleineren Kennung.';
comment on column angebot_abgleich.anderes_id is 'Eintrag, der beendet wurde und auf den anderen verweist. Vermittlungen dorthin bleiben, wo sie sind; lebt er wieder auf, gilt der Verweis nicht mehr.';
comment on column angebot_abgleich.ergebnis is 'Dasselbe Angebot, zusammengeführt, oder verschieden und nicht noch einmal zu fragen.';
comment on column angebot_abgleich.am is 'Tag des Vergleichs.';

alter table angebot_abgleich enable row level security;
create policy kollegen on angebot_abgleich for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy anlegen on angebot_abgleich for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy entfernen on angebot_abgleich for delete to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
grant select, insert, delete on angebot_abgleich to lotse_app;
