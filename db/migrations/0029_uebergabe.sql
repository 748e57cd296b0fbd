-- A hand-over is asked for and answered: the receiving Träger sees what it is about, never whom, until it accepts. What a
-- colleague knows and no field asks for goes along on a sheet. A whole caseload moves inside its Träger. Reading in place
-- of somebody else is marked as such.

create table uebergabe_anfrage (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  von_traeger_id uuid not null,
  an_traeger_id uuid not null,
  an_konto_id uuid,
  kommune_id text[] not null default '{}',
  wirksam_am date not null,
  grund text not null check (grund in ('zustaendigkeit', 'umzug', 'wunsch', 'traegerwechsel', 'sonstiges')),
  zustimmung_am date not null,
  frist_am date not null,
  stand text not null default 'angefragt'
    check (stand in ('angefragt', 'angenommen', 'teilweise', 'abgelehnt', 'zurueckgezogen', 'abgelaufen')),
  ablehnung text check (ablehnung in ('auslastung', 'nicht_zustaendig', 'sprache', 'rueckfrage', 'sonstiges')),
  nachricht_siegel bytea,
  antwort_siegel bytea,
  uebergabe_id uuid,
  vorige_id uuid,
  fassung integer not null default 1,
  gestellt_von uuid not null,
  erfasst_am timestamptz not null default now(),
  beantwortet_von uuid,
  beantwortet_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, von_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_konto_id) references konto (kreis_id, id) on delete set null (an_konto_id),
  foreign key (kreis_id, gestellt_von) references konto (kreis_id, id) on delete restrict,
  foreign key (kreis_id, uebergabe_id) references uebergabe (kreis_id, id) on delete restrict,
  foreign key (kreis_id, vorige_id) references uebergabe_anfrage (kreis_id, id) on delete set null (vorige_id),
  constraint uebergabe_anfrage_an_anderen check (von_traeger_id <> an_traeger_id),
  constraint uebergabe_anfrage_beantwortet check ((stand = 'angefragt' or stand = 'abgelaufen') = (beantwortet_am is null)),
  constraint uebergabe_anfrage_lehnt_begruendet_ab check (stand not in ('teilweise', 'abgelehnt') or ablehnung is not null),
  constraint uebergabe_anfrage_nennt_uebergabe check ((uebergabe_id is not null) = (stand in ('angenommen', 'teilweise')))
);
create index uebergabe_anfrage_an on uebergabe_anfrage (an_traeger_id, stand);
create index uebergabe_anfrage_von on uebergabe_anfrage (von_traeger_id, stand);
comment on table uebergabe_anfrage is 'Angefragte Übergabe von Fällen an einen anderen Träger und ihre Antwort; bis zur Annahme bewegt sich nichts.';
comment on column uebergabe_anfrage.an_konto_id is 'Fachkraft, die gefragt ist; leer heißt: das Team des Trägers.';
comment on column uebergabe_anfrage.kommune_id is 'Kommunen der Fälle, damit die Koordination der Region sie sieht.';
comment on column uebergabe_anfrage.wirksam_am is 'Erster Tag, an dem der neue Träger zuständig wäre.';
comment on column uebergabe_anfrage.zustimmung_am is 'Tag, an dem die Klient*innen der Übergabe zugestimmt haben.';
comment on column uebergabe_anfrage.frist_am is 'Letzter Tag für die Antwort; danach gilt sie als abgelaufen.';
comment on column uebergabe_anfrage.stand is 'Wo die Anfrage steht; "abgelaufen" wird erst mit der nächsten Anfrage geschrieben, gelesen wird die Frist.';
comment on column uebergabe_anfrage.ablehnung is 'Warum nicht alles angenommen wurde.';
comment on column uebergabe_anfrage.nachricht_siegel is 'Kurze Nachricht an die Gefragten, versiegelt.';
comment on column uebergabe_anfrage.antwort_siegel is 'Kurze Antwort, versiegelt.';
comment on column uebergabe_anfrage.beantwortet_von is 'Wer geantwortet oder zurückgezogen hat.';
comment on column uebergabe_anfrage.beantwortet_am is 'Wann geantwortet oder zurückgezogen wurde.';
comment on column uebergabe_anfrage.uebergabe_id is 'Die Übergabe, die aus der Annahme wurde.';
comment on column uebergabe_anfrage.vorige_id is 'Anfrage, die vorher ohne Erfolg blieb.';

create table uebergabe_anfrage_fall (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  fall_id uuid not null,
  stand text not null default 'angefragt'
    check (stand in ('angefragt', 'angenommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen')),
  primary key (kreis_id, id),
  unique (kreis_id, anfrage_id, fall_id),
  foreign key (kreis_id, anfrage_id) references uebergabe_anfrage (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
create unique index uebergabe_anfrage_fall_einmal on uebergabe_anfrage_fall (kreis_id, fall_id) where stand = 'angefragt';
create index uebergabe_anfrage_fall_fall on uebergabe_anfrage_fall (kreis_id, fall_id);
comment on table uebergabe_anfrage_fall is 'Ein Fall einer angefragten Übergabe; die Gefragten kennen nur diese Zeile, nicht den Fall.';
comment on column uebergabe_anfrage_fall.stand is 'Was aus diesem Fall der Anfrage wurde; angenommen werden kann auch ein Teil.';

create table uebergabeblatt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  wissen_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  geaendert_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, fall_id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
comment on table uebergabeblatt is 'Was nicht in der Akte steht: das Erfahrungswissen, das mit einem Fall weitergeht (Konzept Kreis Unna 4.4).';
comment on column uebergabeblatt.wissen_siegel is 'Die geführten Antworten, versiegelt unter dem Schlüssel der Person.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['uebergabe_anfrage', 'uebergabe_anfrage_fall', 'uebergabeblatt'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
  end loop;
end $$;

-- Both Träger and the Koordination of the place; what is said is codes, and two short sealed texts.
create policy lesen on uebergabe_anfrage for select to lotse_app
  using (von_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or an_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id && (select app_liste('app.ko_kommune'))::text[]);
create policy stellen on uebergabe_anfrage for insert to lotse_app
  with check (gestellt_von = (select app_konto()) and (von_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id && (select app_liste('app.ko_kommune'))::text[]));
create policy antworten on uebergabe_anfrage for update to lotse_app
  using (von_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or an_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or gestellt_von = (select app_konto())
    or kreis_id = (select app_zweck_kreis()));
create policy beteiligte on uebergabe_anfrage_fall to lotse_app
  using (exists (select from uebergabe_anfrage a
    where a.kreis_id = uebergabe_anfrage_fall.kreis_id and a.id = uebergabe_anfrage_fall.anfrage_id));
-- Whether a case is asked for already must be known before it is asked for again, also where another asked.
create policy belegt on uebergabe_anfrage for select to lotse_app using (kreis_id = (select app_zweck_kreis()));
grant select, insert, update on uebergabe_anfrage, uebergabe_anfrage_fall to lotse_app;
create policy zaehlen on uebergabe_anfrage for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on uebergabe_anfrage_fall for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
grant select (kreis_id, id, von_traeger_id, an_traeger_id, kommune_id, wirksam_am, grund, frist_am, stand, ablehnung,
  uebergabe_id, erfasst_am, beantwortet_am) on uebergabe_anfrage to lotse_zaehler;
grant select (kreis_id, id, anfrage_id, stand) on uebergabe_anfrage_fall to lotse_zaehler;

create policy eigene on uebergabeblatt to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      where f.kreis_id = uebergabeblatt.kreis_id and f.id = uebergabeblatt.fall_id));
create policy akte on uebergabeblatt for select to lotse_akte using (true);
grant select on uebergabeblatt to lotse_akte;
grant select, insert, update on uebergabeblatt to lotse_app;

-- The head of a Träger hands over the caseload of a colleague without reading a case: two functions of a role of their own.
create policy bestand on rolle for select to lotse_bestand using (true);
create policy bestand on konto for select to lotse_bestand using (true);
create policy bestand on fall to lotse_bestand using (true);
create policy bestand on person to lotse_bestand using (true);
create policy bestand on anfrage to lotse_bestand using (true);
create policy bestand on fall_status for select to lotse_bestand using (true);
create policy bestand on fall_zustaendigkeit to lotse_bestand using (true);
create policy bestand on aufgabe to lotse_bestand using (true);
create policy bestand on termin to lotse_bestand using (true);
grant select (kreis_id, fall_id, zustaendig_id, stand, fassung), update (zustaendig_id, fassung) on aufgabe to lotse_bestand;
grant select (kreis_id, fall_id, casemanager_id, stand, fassung), update (casemanager_id, fassung) on termin to lotse_bestand;
grant select on rolle to lotse_bestand;
grant select (kreis_id, id, gesperrt_am) on konto to lotse_bestand;
grant select (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, fassung),
  update (casemanager_id, fassung) on fall to lotse_bestand;
grant select (kreis_id, id, traeger_id, casemanager_id, fassung), update (casemanager_id, fassung) on person to lotse_bestand;
grant select (kreis_id, id, traeger_id, casemanager_id, stand, fassung), update (casemanager_id, fassung) on anfrage
  to lotse_bestand;
grant select (kreis_id, fall_id, status, gueltig_ab, ersetzt_am) on fall_status to lotse_bestand;
grant select, insert, update (ersetzt_am) on fall_zustaendigkeit to lotse_bestand;

create function bestand_darf(p_kreis text, p_traeger uuid, p_von uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.traeger_id = p_traeger and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (r.rolle = 'traegerleitung' or (r.rolle = 'casemanager' and p_von = app_konto())))
$$;
comment on function bestand_darf is 'Ob das Konto diesen Fallbestand übergeben darf: den eigenen, oder als Leitung des Trägers.';

create function bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid)
returns table (fall_id uuid, nummer text, kommune_id text, offen boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.nummer, f.kommune_id, coalesce((select s.status from fall_status s
      where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
      order by s.gueltig_ab desc limit 1), 'ruhend') <> 'abgeschlossen'
  from fall f where f.kreis_id = p_kreis and f.traeger_id = p_traeger and f.casemanager_id = p_von
    and bestand_darf(p_kreis, p_traeger, p_von)
  order by f.nummer
$$;
comment on function bestand_faelle is 'Fälle eines Fallbestands nach Nummer, auch die gesperrter Personen; kein Name.';

create function bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date)
returns table (fall_id uuid, konto_id uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not bestand_darf(p_kreis, p_traeger, p_von) then return; end if;
  if exists (select from unnest(p_an) as an where an = p_von or not exists (select from rolle r
      join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
      where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.konto_id = an and r.rolle = 'casemanager'
        and r.traeger_id = p_traeger and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())))
  then return; end if;
  return query
    with ziel as (
      select u.fall_id, u.konto_id from unnest(p_fall, p_an) as u (fall_id, konto_id)
      join fall f on f.kreis_id = p_kreis and f.id = u.fall_id and f.traeger_id = p_traeger and f.casemanager_id = p_von
    ), letzte as (
      -- A case that came later than the day changes on the day it came.
      select distinct on (z.fall_id) z.*, greatest(p_ab, z.gueltig_ab) as ab, ziel.konto_id
      from fall_zustaendigkeit z join ziel on ziel.fall_id = z.fall_id
      where z.kreis_id = p_kreis and z.ersetzt_am is null order by z.fall_id, z.gueltig_ab desc
    ), ersetzt as (
      update fall_zustaendigkeit z set ersetzt_am = now() from letzte l where z.kreis_id = p_kreis and z.id = l.id
      returning z.id
    ), neu as (
      insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab,
        gueltig_bis, erfasst_von)
      select l.kreis_id, l.fall_id, l.traeger_id, l.casemanager_id, l.anlass, l.uebergabe_id, l.gueltig_ab, l.ab, l.erfasst_von
      from letzte l join ersetzt e on e.id = l.id where l.gueltig_ab < l.ab
      union all
      select l.kreis_id, l.fall_id, l.traeger_id, l.konto_id, case when l.gueltig_ab < l.ab then 'zuweisung' else l.anlass end,
        case when l.gueltig_ab < l.ab then null else l.uebergabe_id end, l.ab, null, app_konto()
      from letzte l join ersetzt e on e.id = l.id
    ), personen as (
      update person p set casemanager_id = z.konto_id, fassung = p.fassung + 1
      from ziel z join fall f on f.kreis_id = p_kreis and f.id = z.fall_id
      where p.kreis_id = p_kreis and p.id = f.person_id
    ), aufgaben as (
      -- Nobody named means: whoever leads the case.
      update aufgabe a set zustaendig_id = null, fassung = a.fassung + 1 from ziel z
      where a.kreis_id = p_kreis and a.fall_id = z.fall_id and a.zustaendig_id = p_von and a.stand = 'offen'
    ), termine as (
      update termin t set casemanager_id = z.konto_id, fassung = t.fassung + 1 from ziel z
      where t.kreis_id = p_kreis and t.fall_id = z.fall_id and t.casemanager_id = p_von and t.stand = 'geplant'
    )
    update fall f set casemanager_id = z.konto_id, fassung = f.fassung + 1 from ziel z
    where f.kreis_id = p_kreis and f.id = z.fall_id
    returning f.id, z.konto_id;
end $$;
comment on function bestand_geben is 'Gibt Fälle eines Fallbestands von einem Tag an an Kolleg*innen desselben Trägers; was vorher galt, bleibt stehen.';

create function bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_anzahl integer;
begin
  if not bestand_darf(p_kreis, p_traeger, p_von) then return 0; end if;
  -- People without a case, and requests that are still open, are the team's.
  update person p set casemanager_id = null, fassung = p.fassung + 1
  where p.kreis_id = p_kreis and p.traeger_id = p_traeger and p.casemanager_id = p_von
    and not exists (select from fall f where f.kreis_id = p_kreis and f.person_id = p.id);
  update anfrage a set casemanager_id = null, fassung = a.fassung + 1
  where a.kreis_id = p_kreis and a.traeger_id = p_traeger and a.casemanager_id = p_von and a.stand <> 'abgeschlossen';
  get diagnostics v_anzahl = row_count;
  return v_anzahl;
end $$;
comment on function bestand_freigeben is 'Legt offene Anfragen einer Fachkraft und Personen ohne Fall zurück ins Team; antwortet mit der Zahl der Anfragen.';

-- Planned appointments of a case go to the colleague who takes it.
create policy uebergeben on termin to lotse_app using (kreis_id = (select app_zweck_kreis()));

-- Away is no secret to those who are about to give somebody a case; why is.
create function abwesend_bis(p_kreis text, p_konto uuid, p_tag date) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select max(w.bis) from abwesenheit w
  where w.kreis_id = p_kreis and w.konto_id = p_konto and p_tag between w.von and w.bis
    and p_kreis = any (app_liste('app.kreis'))
$$;
comment on function abwesend_bis is 'Letzter Tag der Abwesenheit, in die der Tag fällt; leer: da.';

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['bestand_darf(text, uuid, uuid)', 'bestand_faelle(text, uuid, uuid)',
    'bestand_geben(text, uuid, uuid, uuid[], uuid[], date)', 'bestand_freigeben(text, uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to lotse_bestand', funktion);
    execute format('revoke execute on function %s from public', funktion);
    execute format('grant execute on function %s to lotse_app', funktion);
  end loop;
end $$;
alter function abwesend_bis(text, uuid, date) owner to lotse_kalender;
revoke execute on function abwesend_bis(text, uuid, date) from public;
grant execute on function abwesend_bis(text, uuid, date) to lotse_app;

-- A read in place of somebody else says so in the log, whoever wrote the statement.
alter table lesezugriff add column zweck text check (zweck in ('vertretung'));
comment on column lesezugriff.zweck is 'Wozu gelesen wurde, wenn nicht an eigenen Fällen: "vertretung". Leer heißt: eigene Fälle oder das Team.';
create function lesezugriff_zweck() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare v_konto uuid[] := app_uuids('app.cm_konto');
begin
  -- Two conditions, because some who write here may not read persons and never stand in for anybody.
  if cardinality(v_konto) > 1 then
    if exists (select from person p where p.kreis_id = new.kreis_id and p.id = any (new.person_id)
        and p.casemanager_id <> app_konto() and p.casemanager_id = any (v_konto)) then
      new.zweck := 'vertretung';
    end if;
  end if;
  return new;
end $$;
comment on function lesezugriff_zweck is 'Kennzeichnet das Lesen in Vertretung.';
create trigger lesezugriff_zweck before insert on lesezugriff for each row execute function lesezugriff_zweck();
