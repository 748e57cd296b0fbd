-- Narrative success reports (Präsentation Rheine 2023, pp. 8 and 9): written in a case, read by a second person, and only
-- then a text of the Kreis. The draft dies with the person's key; what was released names nobody and stays.

create table erfolgsbericht_entwurf (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  fassung integer not null default 1,
  inhalt_siegel bytea not null,
  eingereicht_am timestamptz,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  geaendert_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, fall_id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
comment on table erfolgsbericht_entwurf is 'Entwurf eines Fallbeispiels ohne Namen, in der Akte des Falls.';
comment on column erfolgsbericht_entwurf.inhalt_siegel is 'Wortlaut, versiegelt unter dem Schlüssel der Person.';
comment on column erfolgsbericht_entwurf.eingereicht_am is 'Zuletzt zur Prüfung gegeben. Gesetzt und ohne Bericht dazu heißt: freigegeben, die Verbindung ist gelöst.';
comment on column erfolgsbericht_entwurf.geaendert_am is 'Letzte Änderung des Wortlauts.';

create table erfolgsbericht (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  entwurf_id uuid,
  stand text not null default 'eingereicht' check (stand in ('eingereicht', 'zurueckgegeben', 'freigegeben')),
  inhalt jsonb not null,
  kommentar text not null default '' check (length(kommentar) <= 1000),
  fassung integer not null default 1,
  eingereicht_am date not null default current_date,
  eingereicht_von uuid,
  geprueft_von uuid,
  freigegeben_am date,
  primary key (kreis_id, id),
  unique (kreis_id, entwurf_id),
  foreign key (kreis_id, entwurf_id) references erfolgsbericht_entwurf (kreis_id, id) on delete cascade,
  constraint frei_ist_geloest check ((stand = 'freigegeben') = (entwurf_id is null)
    and (stand = 'freigegeben') = (freigegeben_am is not null)
    and (stand <> 'freigegeben' or eingereicht_von is null and geprueft_von is not null and kommentar = '')),
  constraint vier_augen check (geprueft_von is null or eingereicht_von is null or geprueft_von <> eingereicht_von)
);
create index erfolgsbericht_stand on erfolgsbericht (kreis_id, stand);
comment on table erfolgsbericht is 'Fallbeispiel ohne Namen: in Prüfung oder freigegeben. Freigegeben gehört es dem Kreis und weiß nicht mehr, aus welchem Fall es kommt.';
comment on column erfolgsbericht.entwurf_id is 'Entwurf, aus dem es stammt; mit der Freigabe gelöst.';
comment on column erfolgsbericht.stand is 'Wartet auf Prüfung, kam mit einem Kommentar zurück oder ist frei.';
comment on column erfolgsbericht.inhalt is 'Wortlaut: Titel, Lage, Themen, erreichte Ziele, nächster Schritt.';
comment on column erfolgsbericht.kommentar is 'Was vor der Freigabe zu ändern ist.';
comment on column erfolgsbericht.eingereicht_am is 'Tag, an dem es zur Prüfung kam.';
comment on column erfolgsbericht.eingereicht_von is 'Wer eingereicht hat, bis zur Freigabe: prüfen darf nur jemand anderes.';
comment on column erfolgsbericht.geprueft_von is 'Wer geprüft hat.';
comment on column erfolgsbericht.freigegeben_am is 'Tag der Freigabe.';

-- Until it is released it depends on the person: not locked, and consent to "auswertung" in force.
create function erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from erfolgsbericht_entwurf b
    join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where b.kreis_id = p_kreis and b.id = p_entwurf and e.widerrufen_am is null and 'auswertung' = any (e.zweck)
      and (e.ablauf_am is null or e.ablauf_am >= current_date))
$$;
comment on function erfolgsbericht_gedeckt is 'Ob die Einwilligung der Person ein Fallbeispiel trägt; nur ja oder nein.';

create function erfolgsbericht_bleibt() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.stand = 'freigegeben' then
    raise exception 'a released report does not change' using errcode = 'insufficient_privilege';
  end if;
  if new.stand <> 'eingereicht' and (new.inhalt is distinct from old.inhalt or old.eingereicht_von = app_konto()) then
    raise exception 'a second person reviews the text as it was submitted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger erfolgsbericht_bleibt before update on erfolgsbericht for each row execute function erfolgsbericht_bleibt();

alter table erfolgsbericht_entwurf enable row level security;  alter table erfolgsbericht_entwurf force row level security;
alter table erfolgsbericht enable row level security;          alter table erfolgsbericht force row level security;

create policy eigene on erfolgsbericht_entwurf to lotse_app
  using (kreis_id = (select app_zweck_kreis()) or exists (select from fall f
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = erfolgsbericht_entwurf.kreis_id and f.id = erfolgsbericht_entwurf.fall_id));
create policy akte on erfolgsbericht_entwurf for select to lotse_akte using (true);
grant select on erfolgsbericht_entwurf to lotse_akte;
grant select, insert, update, delete on erfolgsbericht_entwurf to lotse_app;

-- Released texts are for everyone in the Kreis; before that the author has the draft, the Koordination the submission.
create policy freigegebene on erfolgsbericht for select to lotse_app
  using (stand = 'freigegeben' and kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy eigene on erfolgsbericht to lotse_app
  using (entwurf_id is not null and exists (select from erfolgsbericht_entwurf b
    where b.kreis_id = erfolgsbericht.kreis_id and b.id = erfolgsbericht.entwurf_id))
  with check (stand = 'eingereicht' and exists (select from erfolgsbericht_entwurf b
    where b.kreis_id = erfolgsbericht.kreis_id and b.id = erfolgsbericht.entwurf_id));
create policy pruefen on erfolgsbericht for select to lotse_app
  using (stand <> 'freigegeben' and kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    and erfolgsbericht_gedeckt(kreis_id, entwurf_id));
create policy entscheiden on erfolgsbericht for update to lotse_app
  using (stand = 'eingereicht' and kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    and erfolgsbericht_gedeckt(kreis_id, entwurf_id))
  with check (stand <> 'eingereicht' and geprueft_von = (select app_konto()));
create policy zuruecknehmen on erfolgsbericht for delete to lotse_app
  using (stand = 'freigegeben' and kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[]));
grant select, insert, update, delete on erfolgsbericht to lotse_app;

do $$
begin
  execute 'alter function erfolgsbericht_gedeckt(text, uuid) owner to lotse_akte';
  execute 'revoke execute on function erfolgsbericht_gedeckt(text, uuid) from public';
  execute 'grant execute on function erfolgsbericht_gedeckt(text, uuid) to lotse_app';
end $$;
