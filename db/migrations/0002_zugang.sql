-- Accounts, roles, substitution and sessions. Passwords and session hashes are readable only by lotse_anmeldung.
-- app_enter() is the one door: it checks the session and sets what the actor may see for this transaction.

create table konto (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  anmeldename text not null check (anmeldename = lower(anmeldename) and length(anmeldename) between 3 and 120),
  name text not null,
  sprache text not null default 'de' check (sprache in ('de', 'en')),
  demo boolean not null default false,
  gesperrt_am timestamptz,
  angelegt_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (anmeldename)
);

create table kennwort (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  geaendert_am timestamptz not null default now(),
  primary key (kreis_id, konto_id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on column kennwort.pruefwert is 'argon2id';

create table rolle (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  konto_kreis_id text not null,
  konto_id uuid not null,
  rolle text not null check (rolle in (
    'casemanager', 'casemanager_abh', 'koordination', 'verwaltungsassistenz', 'ki_leitung', 'traegerleitung',
    'abh_ebh', 'lenkungskreis', 'controlling', 'ministerium', 'datenschutz', 'administration', 'uebernahme')),
  traeger_id uuid,
  region_id uuid,
  gueltig_ab timestamptz not null default '-infinity',
  gueltig_bis timestamptz,
  primary key (kreis_id, id),
  foreign key (konto_kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, region_id) references region (kreis_id, id) on delete restrict,
  constraint rolle_am_traeger check (rolle not in ('casemanager', 'casemanager_abh', 'traegerleitung') or traeger_id is not null),
  check (gueltig_bis > gueltig_ab)
);
create index rolle_konto on rolle (konto_kreis_id, konto_id);
comment on table rolle is 'Rolle eines Kontos je Träger, Region oder Kreis, mit Gültigkeit; "uebernahme" ist die befristete Befugnis zum Einlesen.';

create table vertretung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  vertritt_konto_id uuid not null,
  traeger_id uuid not null,
  gueltig_ab date not null,
  gueltig_bis date not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, vertritt_konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab)
);

create table sitzung (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  stufe smallint not null default 1,
  angelegt_am timestamptz not null default now(),
  zuletzt_am timestamptz not null default now(),
  endet_am timestamptz not null,
  geraet text not null default '',
  primary key (kreis_id, konto_id, pruefwert),
  unique (pruefwert),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on column sitzung.pruefwert is 'SHA-256 des Sitzungsgeheimnisses; das Geheimnis selbst liegt nur im Browser.';

create table anmeldeversuch (
  anmeldename text not null,
  adresse text not null,
  am timestamptz not null default now(),
  gelungen boolean not null
);
create index anmeldeversuch_name on anmeldeversuch (anmeldename, am);
create index anmeldeversuch_adresse on anmeldeversuch (adresse, am);

create function app_liste(name text) returns text[] language sql stable as
$$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $$;
create function app_uuids(name text) returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting(name, true), ''), '{}')::uuid[] $$;
create function app_konto() returns uuid language sql stable as
$$ select nullif(current_setting('app.konto_id', true), '')::uuid $$;
create function app_zweck_kreis() returns text language sql stable as
$$ select nullif(current_setting('app.zweck_kreis', true), '') $$;
comment on function app_zweck_kreis() is 'Kreis, in dem diese Transaktion einliest oder übergibt; sonst leer.';

create function app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_kreis text[]; v_traeger uuid[]; v_konto uuid[]; v_ko_kreis text[]; v_ko_kommune text[];
  v_zaehl_kreis text[]; v_zaehl_gesamt text[]; v_zaehl_kommune text[]; v_zaehl_traeger uuid[]; v_rollen text[];
  v_liste jsonb; v_zweck text := '';
begin
  -- One pass over the few roles of the account; this runs at the start of every request.
  with g as materialized (
    select r.kreis_id, r.rolle, r.traeger_id, r.region_id, r.gueltig_bis,
      r.rolle in ('koordination', 'verwaltungsassistenz', 'ki_leitung') as steuert
    from rolle r
    where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
  ), k as (
    select g.rolle, rk.kommune_id from g
    join region_kommune rk on rk.kreis_id = g.kreis_id and rk.region_id = g.region_id
    where g.steuert and g.region_id is not null
      and rk.gueltig_ab <= current_date and (rk.gueltig_bis is null or rk.gueltig_bis > current_date)
  )
  select
    coalesce(array_agg(distinct g.kreis_id), '{}'),
    coalesce(array_agg(distinct g.traeger_id) filter (where g.rolle = 'casemanager'), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.rolle = 'koordination' and g.region_id is null), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.steuert and g.region_id is null), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.steuert or g.rolle in ('casemanager', 'traegerleitung')), '{}'),
    coalesce(array_agg(distinct g.traeger_id) filter (where g.rolle in ('casemanager', 'traegerleitung')), '{}'),
    coalesce(array_agg(distinct g.kreis_id || ':' || g.rolle), '{}'),
    coalesce(jsonb_agg(jsonb_build_object('kreis_id', g.kreis_id, 'rolle', g.rolle, 'traeger_id', g.traeger_id,
      'region_id', g.region_id, 'gueltig_bis', g.gueltig_bis) order by g.kreis_id, g.rolle), '[]'),
    (select coalesce(array_agg(distinct k.kommune_id) filter (where k.rolle = 'koordination'), '{}') from k),
    (select coalesce(array_agg(distinct k.kommune_id), '{}') from k),
    -- A substitute needs a casemanager role at the same Träger; substitution alone opens nothing.
    (select coalesce(array_agg(v.vertritt_konto_id), '{}') || p_konto from vertretung v
      where v.kreis_id = p_kreis and v.konto_id = p_konto
        and v.gueltig_ab <= current_date and v.gueltig_bis > current_date
        and v.traeger_id in (select c.traeger_id from g c where c.rolle = 'casemanager'))
  into v_kreis, v_traeger, v_ko_kreis, v_zaehl_gesamt, v_zaehl_kreis, v_zaehl_traeger, v_rollen, v_liste,
    v_ko_kommune, v_zaehl_kommune, v_konto
  from g;

  -- A purpose opens named records of one Kreis for one transaction, only to those who hold the ability now.
  if p_zweck = 'uebernahme' and p_zweck_kreis || ':uebernahme' = any (v_rollen)
    or p_zweck = 'uebergabe'
      and (p_zweck_kreis || ':koordination' = any (v_rollen) or p_zweck_kreis || ':casemanager' = any (v_rollen)) then
    v_zweck := p_zweck;
  end if;

  perform set_config('app.konto_kreis', p_kreis, true), set_config('app.konto_id', p_konto::text, true),
    set_config('app.kreis', v_kreis::text, true), set_config('app.rollen', v_rollen::text, true),
    set_config('app.cm_traeger', v_traeger::text, true), set_config('app.cm_konto', v_konto::text, true),
    set_config('app.ko_kreis', v_ko_kreis::text, true), set_config('app.ko_kommune', v_ko_kommune::text, true),
    set_config('app.zaehl_kreis', v_zaehl_kreis::text, true), set_config('app.zaehl_gesamt', v_zaehl_gesamt::text, true),
    set_config('app.zaehl_kommune', v_zaehl_kommune::text, true), set_config('app.zaehl_traeger', v_zaehl_traeger::text, true),
    set_config('app.zweck', v_zweck, true),
    set_config('app.zweck_kreis', case when v_zweck = '' then '' else p_zweck_kreis end, true);
  return v_liste;
end $$;
comment on function app_scope is 'Setzt für diese Transaktion, was das Konto sehen darf; antwortet mit seinen gültigen Rollen.';

create function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text default '', p_zweck_kreis text default '')
returns table (kreis_id text, konto_id uuid, name text, sprache text, stufe smallint, demo boolean, rollen jsonb)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s record;
begin
  select x.kreis_id, x.konto_id, x.stufe, x.zuletzt_am, k.name, k.sprache, k.demo into s
  from sitzung x join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and x.endet_am > now() and x.zuletzt_am + p_leerlauf > now() and k.gesperrt_am is null;
  if not found then return; end if;
  -- Touching the session at most once a minute keeps reads free of writes.
  if s.zuletzt_am < now() - interval '1 minute' then
    update sitzung x set zuletzt_am = now() where x.pruefwert = p_pruefwert;
  end if;
  return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo,
    app_scope(s.kreis_id, s.konto_id, p_zweck, p_zweck_kreis);
end $$;
comment on function app_enter is 'Prüft die Sitzung und setzt für diese Transaktion, was das Konto sehen darf. Keine Zeile: nicht angemeldet.';

comment on table konto is 'Wer sich anmelden kann; gehört zu einem Kreis, Rollen kann es in mehreren haben.';
comment on column konto.gesperrt_am is 'Seit wann die Anmeldung gesperrt ist; leer heißt offen.';
comment on column konto.demo is 'Konto der Demo-Kreise mit bekanntem Kennwort.';
comment on table kennwort is 'Kennwörter getrennt vom Konto, nur für lotse_anmeldung lesbar.';
comment on column rolle.konto_kreis_id is 'Kreis des Kontos; die Rolle selbst gilt in kreis_id.';
comment on table vertretung is 'Wer wen bei welchem Träger für welche Zeit vertritt.';
comment on table sitzung is 'Angemeldete Geräte; abgemeldet heißt gelöscht.';
comment on column sitzung.stufe is 'Wie stark angemeldet wurde: 1 = Kennwort.';
comment on column sitzung.zuletzt_am is 'Letzter Gebrauch, auf die Minute genau.';
comment on column sitzung.endet_am is 'Spätestes Ende, gleich wie oft sie gebraucht wird.';
comment on column sitzung.geraet is 'Kennung des Browsers, damit man die eigene Sitzung wiedererkennt.';
comment on table anmeldeversuch is 'Versuche der letzten Zeit, aus denen die Sperre folgt.';
comment on column anmeldeversuch.gelungen is 'Falsch auch dann, wenn es das Konto nicht gibt.';
comment on column anmeldeversuch.adresse is 'Netzadresse, von der der Versuch kam.';
