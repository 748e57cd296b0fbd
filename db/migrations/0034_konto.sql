-- Accounts come by invitation or from the sign-in service of a Träger; here is who invited whom and which service may say who somebody is.
-- Whoever administers a Träger reaches its accounts only, nobody changes her own roles, and who has left or was away long cannot get in.

alter table konto add column zuletzt_am timestamptz;
alter table konto add column endet_am date;
alter table konto add column entsperrt_am timestamptz not null default now();
alter table konto add column fassung integer not null default 1;
comment on column konto.zuletzt_am is 'Letzte vollständige Anmeldung; leer heißt: noch nie.';
comment on column konto.endet_am is 'Letzter Arbeitstag: vom Tag danach an ist das Konto gesperrt.';
comment on column konto.entsperrt_am is 'Wann das Konto angelegt oder zuletzt entsperrt wurde; von hier an zählt, wie lange es ruht.';
alter table rolle add column geprueft_am timestamptz not null default now();
comment on column rolle.geprueft_am is 'Wann zuletzt jemand bestätigt hat, dass die Rolle noch gebraucht wird.';

create table einladung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  art text not null check (art in ('einladung', 'kennwort')),
  pruefwert text not null check (pruefwert ~ '^[0-9a-f]{64}$'),
  angelegt_am timestamptz not null default now(),
  gueltig_bis timestamptz not null,
  eingeloest_am timestamptz,
  zurueckgezogen_am timestamptz,
  primary key (kreis_id, id),
  unique (pruefwert),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  check (gueltig_bis > angelegt_am),
  check (eingeloest_am is null or zurueckgezogen_am is null)
);
-- One link per account: a new one makes the former worthless.
create unique index einladung_offen on einladung (kreis_id, konto_id) where eingeloest_am is null and zurueckgezogen_am is null;
comment on table einladung is 'Einmaliger Link, mit dem ein Konto sein Kennwort setzt: zum ersten Mal oder nach dem Vergessen.';
comment on column einladung.art is '"einladung" für ein neues Konto, "kennwort" für ein vorhandenes.';
comment on column einladung.pruefwert is 'SHA-256 des Geheimnisses im Link; das Geheimnis selbst wird nirgends gespeichert.';
comment on column einladung.eingeloest_am is 'Wann der Link benutzt wurde; danach gilt er nicht mehr.';
comment on column einladung.zurueckgezogen_am is 'Wann die Administration ihn zurückgezogen oder durch einen neuen ersetzt hat.';

create table anbieter (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid,
  name text not null check (length(name) between 2 and 80),
  aussteller text not null check (aussteller ~ '^https://' or aussteller ~ '^http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/|$)'),
  client_id text not null check (length(client_id) between 1 and 200),
  geheimnis_siegel bytea,
  hat_geheimnis boolean not null generated always as (geheimnis_siegel is not null) stored,
  scopes text not null default 'openid profile email',
  rollen_claim text not null default '',
  faktor_werte text[] not null default '{}',
  konten_anlegen boolean not null default false,
  aktiv boolean not null default false,
  fassung integer not null default 1,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict
);
comment on table anbieter is 'Anmeldedienst eines Trägers (OpenID Connect), der sagen darf, wer jemand ist.';
comment on column anbieter.traeger_id is 'Für welchen Träger er spricht; leer heißt: für den ganzen Kreis.';
comment on column anbieter.aussteller is 'Adresse des Ausstellers (issuer); ohne TLS nur auf demselben Rechner.';
comment on column anbieter.client_id is 'Kennung, unter der Lotse dort angemeldet ist.';
comment on column anbieter.geheimnis_siegel is 'Geheimnis von Lotse beim Anmeldedienst, versiegelt; wird nie wieder gezeigt.';
comment on column anbieter.hat_geheimnis is 'Ob ein Geheimnis hinterlegt ist.';
comment on column anbieter.scopes is 'Was beim Anmeldedienst angefragt wird, durch Leerzeichen getrennt.';
comment on column anbieter.rollen_claim is 'In welcher Angabe des Anmeldedienstes die Gruppen stehen; leer heißt: keine Rollen von dort.';
comment on column anbieter.faktor_werte is 'Werte von "acr" oder "amr", die einen zweiten Faktor beweisen.';
comment on column anbieter.konten_anlegen is 'Ob eine Anmeldung ohne Konto eines anlegt; sonst braucht es eine Verknüpfung.';

create table anbieter_rolle (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anbieter_id uuid not null,
  wert text not null check (length(wert) between 1 and 200),
  rolle text not null check (rolle in ('casemanager', 'casemanager_abh', 'koordination', 'verwaltungsassistenz', 'ki_leitung',
    'traegerleitung', 'abh_ebh', 'lenkungskreis', 'controlling', 'ministerium')),
  traeger_id uuid,
  region_id uuid,
  primary key (kreis_id, id),
  unique nulls not distinct (kreis_id, anbieter_id, wert, rolle, traeger_id, region_id),
  foreign key (kreis_id, anbieter_id) references anbieter (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, region_id) references region (kreis_id, id) on delete restrict
);
create index on anbieter_rolle (kreis_id, anbieter_id);
comment on table anbieter_rolle is 'Welche Gruppe des Anmeldedienstes welche Rolle gibt. Rollen, die Rechte geben oder das Protokoll lesen, gibt nur ein Mensch.';
comment on column anbieter_rolle.wert is 'Name der Gruppe beim Anmeldedienst.';

create table konto_anbieter (
  kreis_id text not null,
  konto_id uuid not null,
  anbieter_id uuid not null,
  subjekt text check (length(subjekt) between 1 and 255),
  email text check (length(email) <= 200),
  verbunden_am timestamptz,
  primary key (kreis_id, konto_id, anbieter_id),
  unique (kreis_id, anbieter_id, subjekt),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, anbieter_id) references anbieter (kreis_id, id) on delete cascade,
  check (subjekt is not null or email is not null)
);
create unique index konto_anbieter_offen on konto_anbieter (kreis_id, anbieter_id, lower(email)) where subjekt is null;
comment on table konto_anbieter is 'Welches Konto zu wem beim Anmeldedienst gehört.';
comment on column konto_anbieter.subjekt is 'Unveränderliche Kennung beim Anmeldedienst (sub); leer bis zur ersten Anmeldung.';
comment on column konto_anbieter.email is 'Bestätigte Mailadresse, an der das Konto beim ersten Mal erkannt wird.';
comment on column konto_anbieter.verbunden_am is 'Wann die Kennung zum ersten Mal gesehen wurde.';

create table anbieter_vorgang (
  kreis_id text not null,
  anbieter_id uuid not null,
  pruefwert text not null check (pruefwert ~ '^[0-9a-f]{64}$'),
  siegel bytea not null,
  adresse text not null,
  gueltig_bis timestamptz not null,
  primary key (pruefwert),
  foreign key (kreis_id, anbieter_id) references anbieter (kreis_id, id) on delete cascade
);
create index on anbieter_vorgang (gueltig_bis);
comment on table anbieter_vorgang is 'Begonnene Anmeldung bei einem Anmeldedienst, an einen kurzlebigen Cookie gebunden und nur einmal zu gebrauchen.';
comment on column anbieter_vorgang.pruefwert is 'SHA-256 des Cookies.';
comment on column anbieter_vorgang.siegel is 'Versiegelt: state, nonce und das Geheimnis von PKCE.';
comment on column anbieter_vorgang.adresse is 'Netzadresse, von der begonnen wurde.';

alter table rolle add column anbieter_id uuid;
alter table rolle add foreign key (kreis_id, anbieter_id) references anbieter (kreis_id, id) on delete restrict;
comment on column rolle.anbieter_id is 'Anmeldedienst, aus dessen Angaben die Rolle folgt; leer heißt: von Hand erteilt.';

-- Both look at the roles of the actor themselves, so that a role limited to a Träger stays limited; "app.rollen" is empty
-- while the second factor is missing.
create function verwaltet_traeger(p_kreis text, p_traeger uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_kreis || ':administration' = any (app_liste('app.rollen')) and exists (
    select from rolle a
    where a.konto_kreis_id = current_setting('app.konto_kreis', true) and a.konto_id = app_konto() and a.kreis_id = p_kreis
      and a.rolle = 'administration' and a.gueltig_ab <= now() and (a.gueltig_bis is null or a.gueltig_bis > now())
      and (a.traeger_id is null or a.traeger_id = p_traeger))
$$;
comment on function verwaltet_traeger is 'Ob das handelnde Konto an diesem Träger Rechte geben darf; ohne Träger: im ganzen Kreis.';

create function verwaltet_konto(p_kreis text, p_konto uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_kreis || ':administration' = any (app_liste('app.rollen'))
    and exists (select from konto k where k.kreis_id = p_kreis and k.id = p_konto and k.anmeldename !~ '^kommandozeile\.')
    and exists (
      select from rolle a
      where a.konto_kreis_id = current_setting('app.konto_kreis', true) and a.konto_id = app_konto() and a.kreis_id = p_kreis
        and a.rolle = 'administration' and a.gueltig_ab <= now() and (a.gueltig_bis is null or a.gueltig_bis > now())
        and (a.traeger_id is null
          or (not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
                and (r.gueltig_bis is null or r.gueltig_bis > now()) and r.traeger_id is distinct from a.traeger_id)
            and (exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto and r.traeger_id = a.traeger_id)
              -- While it is being made; an account that lost its roles is no free booty for every Träger.
              or not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto)
                and not exists (select from einladung e where e.kreis_id = p_kreis and e.konto_id = p_konto)
                and not exists (select from kennwort w where w.kreis_id = p_kreis and w.konto_id = p_konto)))))
$$;
comment on function verwaltet_konto is 'Ob das handelnde Konto dieses Konto verwaltet: im Kreis jedes, an einem Träger nur solche, deren Rollen alle dort gelten.';

-- Whoever has rights elsewhere must not depend on what the service of one Träger says.
create function anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from anbieter a where a.kreis_id = p_kreis and a.id = p_anbieter
    and (a.traeger_id is null or not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
      and (r.gueltig_bis is null or r.gueltig_bis > now()) and r.traeger_id is distinct from a.traeger_id)))
$$;
comment on function anbieter_spricht_fuer is 'Ob ein Anmeldedienst sagen darf, wer dieses Konto ist: der eines Trägers nur, solange alle Rollen dort gelten.';

create function konto_zustand(p_kreis text, p_konto uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when k.gesperrt_am is not null or k.endet_am < (now() at time zone 'Europe/Berlin')::date then 'gesperrt'
    when not k.demo and greatest(k.zuletzt_am, k.entsperrt_am) < now() - interval '90 days' then 'ruhend'
    when k.zuletzt_am is null and not exists (select from kennwort w where w.kreis_id = k.kreis_id and w.konto_id = k.id) then 'eingeladen'
    else 'aktiv' end
  from konto k where k.kreis_id = p_kreis and k.id = p_konto
$$;
comment on function konto_zustand is 'eingeladen, aktiv, gesperrt oder ruhend (90 Tage nicht benutzt, BSI BER.3.13); nur "eingeladen" und "aktiv" kommen hinein.';

create function merke_anmeldung() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.stufe > 0 and (tg_op = 'INSERT' or old.stufe = 0) then
    update konto set zuletzt_am = now() where kreis_id = new.kreis_id and id = new.konto_id;
  end if;
  return null;
end $$;
comment on function merke_anmeldung is 'Hält fest, wann ein Konto zuletzt ganz angemeldet war, auf welchem Weg auch immer.';
create trigger anmeldung_merken after insert or update of stufe on sitzung for each row execute function merke_anmeldung();

create or replace function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text)
returns table (kreis_id text, konto_id uuid, name text, sprache text, stufe smallint, demo boolean, rollen jsonb,
  faktor_noetig boolean, bestaetigt_am timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s record;
  v_rollen jsonb;
begin
  select x.kreis_id, x.konto_id, x.stufe, x.zuletzt_am, x.bestaetigt_am, k.name, k.sprache, k.demo into s
  from sitzung x join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and x.stufe > 0 and x.endet_am > now() and x.zuletzt_am + p_leerlauf > now()
    and k.gesperrt_am is null and (k.endet_am is null or k.endet_am >= (now() at time zone 'Europe/Berlin')::date);
  if not found then return; end if;
  -- Touching the session at most once a minute keeps reads free of writes.
  if s.zuletzt_am < now() - interval '1 minute' then
    update sitzung x set zuletzt_am = now() where x.pruefwert = p_pruefwert;
  end if;
  perform set_config('app.adresse', p_adresse, true);
  v_rollen := app_scope(s.kreis_id, s.konto_id, p_zweck, p_zweck_kreis);
  -- The accounts of the demo Kreise have known passwords and fictional persons; a second factor would guard nothing.
  if s.stufe < 2 and not s.demo
    and exists (select from jsonb_array_elements(v_rollen) r where rolle_braucht_faktor(r ->> 'rolle')) then
    perform app_scope(s.kreis_id, null, '', ''), set_config('app.konto_id', s.konto_id::text, true);
    return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, '[]'::jsonb, true, s.bestaetigt_am;
    return;
  end if;
  return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, v_rollen, false, s.bestaetigt_am;
end $$;

alter table einladung enable row level security;
alter table anbieter enable row level security;
alter table anbieter_rolle enable row level security;
alter table konto_anbieter enable row level security;
alter table anbieter_vorgang enable row level security;

drop policy verwalten on konto;
create policy verwalten on konto for update to lotse_app using (verwaltet_konto(kreis_id, id));
create policy einladen on konto for insert to lotse_app
  with check (kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]));
drop policy verwalten on rolle;
create policy erteilen on rolle for insert to lotse_app
  with check (konto_id <> (select app_konto()) and verwaltet_konto(konto_kreis_id, konto_id) and verwaltet_traeger(kreis_id, traeger_id)
    and anbieter_id is null and (traeger_id is null
      or rolle in ('casemanager', 'casemanager_abh', 'traegerleitung', 'administration', 'datenschutz', 'notzugriff')));
create policy beenden on rolle for update to lotse_app
  using (konto_id <> (select app_konto()) and verwaltet_konto(konto_kreis_id, konto_id) and verwaltet_traeger(kreis_id, traeger_id));
create policy zuruecknehmen on rolle for delete to lotse_app
  using (gueltig_ab > now() and konto_id <> (select app_konto()) and verwaltet_konto(konto_kreis_id, konto_id)
    and verwaltet_traeger(kreis_id, traeger_id));
create policy anbieter on rolle for select to lotse_anmeldung using (anbieter_id is not null);
create policy anbieter_beenden on rolle for update to lotse_anmeldung using (anbieter_id is not null);
create policy anbieter_erteilen on rolle for insert to lotse_anmeldung
  with check (exists (select from anbieter_rolle m where m.kreis_id = rolle.kreis_id and m.anbieter_id = rolle.anbieter_id
    and m.rolle = rolle.rolle and m.traeger_id is not distinct from rolle.traeger_id and m.region_id is not distinct from rolle.region_id));
create policy anbieter on konto for insert to lotse_anmeldung
  with check (exists (select from anbieter a where a.kreis_id = konto.kreis_id and a.aktiv and a.konten_anlegen));

create policy anmelden on einladung to lotse_anmeldung using (true);
create policy anmelden on anbieter for select to lotse_anmeldung using (aktiv);
create policy anmelden on anbieter_rolle for select to lotse_anmeldung using (true);
create policy anmelden on konto_anbieter to lotse_anmeldung using (true);
create policy anmelden on anbieter_vorgang to lotse_anmeldung using (true);
create policy verwalten on anbieter to lotse_app using (verwaltet_traeger(kreis_id, traeger_id));
create policy verwalten on anbieter_rolle to lotse_app
  using (exists (select from anbieter a where a.kreis_id = anbieter_rolle.kreis_id and a.id = anbieter_rolle.anbieter_id
    and (a.traeger_id is null or a.traeger_id = anbieter_rolle.traeger_id)));
create policy verwalten on konto_anbieter to lotse_app
  using (verwaltet_konto(kreis_id, konto_id) and exists (select from anbieter a
    where a.kreis_id = konto_anbieter.kreis_id and a.id = konto_anbieter.anbieter_id));

-- When a colleague signed in last and when she leaves is nobody's business but the administration's.
revoke select, insert, update on konto from lotse_app;
grant select (kreis_id, id, anmeldename, name, sprache, demo, gesperrt_am, angelegt_am, email, fassung) on konto to lotse_app;
grant insert (kreis_id, id, anmeldename, name, sprache, email) on konto to lotse_app, lotse_anmeldung;
grant update (name, email, gesperrt_am, endet_am, entsperrt_am, fassung) on konto to lotse_app;
revoke update on rolle from lotse_app;
grant delete on rolle to lotse_app;
grant update (gueltig_bis, geprueft_am) on rolle to lotse_app;
grant select, insert, update (gueltig_bis) on rolle to lotse_anmeldung;
grant select, insert, update (eingeloest_am, zurueckgezogen_am) on einladung to lotse_anmeldung;
grant select on anbieter, anbieter_rolle to lotse_anmeldung;
grant select, insert, update (subjekt, verbunden_am) on konto_anbieter to lotse_anmeldung;
grant select, insert, delete on anbieter_vorgang to lotse_anmeldung;
grant select (kreis_id, id, traeger_id, name, aussteller, client_id, scopes, rollen_claim, faktor_werte, konten_anlegen, aktiv, fassung,
    hat_geheimnis),
  insert, update on anbieter to lotse_app;
grant select, insert, delete on anbieter_rolle to lotse_app;
grant select, insert, delete on konto_anbieter to lotse_app;
-- The calendar feed of somebody who has left ends with the account.
grant select (endet_am) on konto to lotse_kalender;
do $$
declare
  v_alt text;
begin
  set local role lotse_kalender;
  v_alt := pg_get_functiondef('kalender_feed(text, date, date)'::regprocedure);
  if position('k.gesperrt_am is null' in v_alt) = 0 then raise exception 'kalender_feed has another text'; end if;
  execute replace(v_alt, 'k.gesperrt_am is null',
    'k.gesperrt_am is null and (k.endet_am is null or k.endet_am >= (now() at time zone ''Europe/Berlin'')::date)');
  set local role lotse_owner;
end $$;
do $$
begin
  revoke execute on function verwaltet_traeger(text, uuid), verwaltet_konto(text, uuid), konto_zustand(text, uuid), merke_anmeldung(),
    anbieter_spricht_fuer(text, uuid, uuid) from public;
  grant execute on function anbieter_spricht_fuer(text, uuid, uuid) to lotse_app, lotse_anmeldung;
  grant execute on function verwaltet_traeger(text, uuid), verwaltet_konto(text, uuid) to lotse_app;
  grant execute on function konto_zustand(text, uuid) to lotse_anmeldung;
end $$;
