-- The texts that people sign, per Träger and purpose, versioned, beside their translations (Konzept 5.1 and 5.2).
-- A released text never changes; what was signed can be read again for ever.

create table vordruck (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  art text not null check (art in ('einwilligung', 'datenschutzinformation', 'entbindung')),
  fassung integer not null check (fassung >= 1),
  stand text not null default 'entwurf' check (stand in ('entwurf', 'freigegeben', 'abgeloest')),
  inhalt jsonb not null,
  angabe jsonb not null default '{}',
  bearbeitung integer not null default 1,
  freigegeben_am timestamptz,
  freigegeben_von uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, traeger_id, art, fassung),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  constraint freigabe_nennt_tag check ((stand = 'entwurf') = (freigegeben_am is null))
);
create unique index vordruck_einer_gilt on vordruck (kreis_id, traeger_id, art) where stand = 'freigegeben';
comment on table vordruck is 'Text zum Unterschreiben oder Aushändigen, je Träger, in Fassungen; maßgeblich ist der deutsche Text.';
comment on column vordruck.inhalt is 'Titel, Abschnitte und Auswahl in der Form, die src/vordruck vorgibt.';
comment on column vordruck.angabe is 'Was für {traeger}, {anschrift} und {datenschutz} eingesetzt wird; gehört zur Fassung, damit Unterschriebenes lesbar bleibt.';
comment on column vordruck.bearbeitung is 'Zählt die Änderungen des Entwurfs, damit zwei Bearbeitungen einander nicht überschreiben.';
comment on column vordruck.stand is 'Entwurf, freigegeben oder von einer neuen Fassung abgelöst.';
comment on column vordruck.freigegeben_von is 'Konto, das freigab; leer bei Texten, die mit der Einrichtung kamen.';
comment on column vordruck.freigegeben_am is 'Ab wann der Text gilt; danach unveränderlich.';

create table vordruck_uebersetzung (
  kreis_id text not null,
  vordruck_id uuid not null,
  sprache text not null check (sprache ~ '^[a-z]{3}$'),
  bearbeitung integer not null default 1,
  stand text not null default 'entwurf' check (stand in ('entwurf', 'freigegeben')),
  inhalt jsonb not null,
  freigegeben_am timestamptz,
  freigegeben_von uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, vordruck_id, sprache, bearbeitung),
  foreign key (kreis_id, vordruck_id) references vordruck (kreis_id, id) on delete cascade,
  constraint freigabe_nennt_tag check ((stand = 'entwurf') = (freigegeben_am is null))
);
create unique index vordruck_uebersetzung_eine_gilt on vordruck_uebersetzung (kreis_id, vordruck_id, sprache)
  where ersetzt_am is null;
comment on table vordruck_uebersetzung is 'Übersetzung einer Fassung; ein Entwurf, bis ein Mensch beim Träger sie freigibt.';
comment on column vordruck_uebersetzung.bearbeitung is 'Jede Änderung ist eine neue Zeile: Was beim Unterschreiben vorlag, bleibt lesbar.';
comment on column vordruck_uebersetzung.inhalt is 'Gleicher Aufbau wie der deutsche Text.';
comment on column vordruck_uebersetzung.stand is 'Entwürfe drucken "Übersetzung ungeprüft, maßgeblich ist der deutsche Text".';
comment on column vordruck_uebersetzung.freigegeben_von is 'Konto, das die Prüfung bestätigt hat.';
comment on column vordruck_uebersetzung.freigegeben_am is 'Wann die Übersetzung freigegeben wurde.';

create function app_gibt_frei(p_kreis text, p_traeger uuid) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select p_kreis || ':administration' = any (app_liste('app.rollen'))
    or exists (select from rolle r where r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.kreis_id = p_kreis and r.traeger_id = p_traeger and r.rolle = 'traegerleitung'
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$$;
comment on function app_gibt_frei is 'Ob das Konto Texte dieses Trägers freigeben darf: Trägerleitung oder Administration.';

-- What was released has been signed; a text changes by a new version only.
create function vordruck_bleibt() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.stand <> 'entwurf' and (new.inhalt, new.angabe, new.traeger_id, new.art, new.fassung, new.freigegeben_am)
    is distinct from (old.inhalt, old.angabe, old.traeger_id, old.art, old.fassung, old.freigegeben_am)
    or old.stand = 'freigegeben' and new.stand = 'entwurf' or old.stand = 'abgeloest' and new.stand <> 'abgeloest' then
    raise exception 'a released text does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger vordruck_bleibt before update on vordruck for each row execute function vordruck_bleibt();
create function vordruck_uebersetzung_bleibt() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.inhalt is distinct from old.inhalt or old.ersetzt_am is not null
    or old.stand = 'freigegeben' and new.stand <> 'freigegeben' then
    raise exception 'a translation changes by a new row' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger vordruck_uebersetzung_bleibt before update on vordruck_uebersetzung
  for each row execute function vordruck_uebersetzung_bleibt();

alter table vordruck enable row level security;
alter table vordruck_uebersetzung enable row level security;
create policy kollegen on vordruck for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy kollegen on vordruck_uebersetzung for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
-- Drafts are written by the team of the Träger, its head and the administration.
create policy entwerfen on vordruck for insert to lotse_app
  with check (traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[])
    or kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]));
create policy bearbeiten on vordruck for update to lotse_app
  using (traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[])
    or kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]));
create policy entwerfen on vordruck_uebersetzung for insert to lotse_app
  with check (exists (select from vordruck v where v.kreis_id = vordruck_uebersetzung.kreis_id
    and v.id = vordruck_uebersetzung.vordruck_id
    and (v.traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[])
      or v.kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]))));
create policy bearbeiten on vordruck_uebersetzung for update to lotse_app
  using (exists (select from vordruck v where v.kreis_id = vordruck_uebersetzung.kreis_id
    and v.id = vordruck_uebersetzung.vordruck_id
    and (v.traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[])
      or v.kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]))));
-- Releasing binds the controller: the head of the Träger answers for it, or the administration on its behalf.
create policy freigeben_anlegen on vordruck as restrictive for insert to lotse_app
  with check (stand = 'entwurf' or app_gibt_frei(kreis_id, traeger_id));
create policy freigeben_aendern on vordruck as restrictive for update to lotse_app
  using (true)
  with check (stand = 'entwurf' or app_gibt_frei(kreis_id, traeger_id));
create policy freigeben_anlegen on vordruck_uebersetzung as restrictive for insert to lotse_app
  with check (stand = 'entwurf');
create policy freigeben_aendern on vordruck_uebersetzung as restrictive for update to lotse_app
  using (true)
  with check (stand = 'entwurf' or ersetzt_am is not null or exists (select from vordruck v
    where v.kreis_id = vordruck_uebersetzung.kreis_id and v.id = vordruck_uebersetzung.vordruck_id
      and app_gibt_frei(v.kreis_id, v.traeger_id)));
grant select, insert, update on vordruck, vordruck_uebersetzung to lotse_app;
