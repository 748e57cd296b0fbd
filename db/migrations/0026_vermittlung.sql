-- Linking (Case-Management-Konzept Kreis Unna 2.2 and 2.3): a Vermittlung makes contact, a Verweis hands information to the
-- person. What leaves is kept sealed; answers of the offices flow back. Beside it what the work on cases teaches about the
-- system: missing offers, friction, what speeds things up.

create table vermittlung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  art text not null check (art in ('vermittlung', 'verweis')),
  angebot_id uuid,
  stelle_id uuid not null,
  lebensbereich text not null check (length(lebensbereich) between 1 and 60),
  ziel_id uuid,
  schritt_id uuid,
  am date not null,
  termin_am date,
  termin_um time,
  kanal text check (kanal in ('papier', 'mailtext', 'partnerkonto')),
  inhalt text[] not null default '{}',
  entbindung_id uuid,
  schreiben_siegel bytea,
  stand text not null check (stand in ('vorbereitet', 'gesendet', 'angenommen', 'warteliste', 'abgelehnt', 'begonnen',
    'beendet', 'zurueckgezogen')),
  grund text check (grund in ('kein_platz', 'nicht_zustaendig', 'voraussetzung_fehlt', 'sprache', 'kosten', 'weg',
    'nicht_erschienen', 'klient_moechte_nicht', 'widerruf', 'sonstiges')),
  ergebnis text check (ergebnis in ('erreicht', 'teilweise', 'nicht')),
  stand_am date not null,
  rueckmeldung_bis date,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, angebot_id) references angebot (kreis_id, id) on delete restrict,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, entbindung_id) references entbindung (kreis_id, id) on delete set null (entbindung_id),
  constraint vermittlung_ergebnis_am_ende check ((stand = 'beendet') = (ergebnis is not null)),
  constraint vermittlung_grund_bei_absage check (stand <> 'abgelehnt' or grund is not null),
  constraint verweis_gibt_nichts_weiter check (art = 'vermittlung' or (kanal is null and inhalt = '{}'
    and entbindung_id is null and schreiben_siegel is null)),
  constraint vermittlung_sagt_was_geht check ((kanal is null) = (schreiben_siegel is null))
);
create index on vermittlung (kreis_id, fall_id);
create index on vermittlung (kreis_id, stelle_id) where kanal = 'partnerkonto';
create index on vermittlung (kreis_id, entbindung_id) where entbindung_id is not null;
create index on vermittlung (kreis_id, rueckmeldung_bis) where stand in ('gesendet', 'warteliste', 'angenommen', 'begonnen');
comment on table vermittlung is 'Vermittlung (Kontakt hergestellt, Termin vereinbart) oder Verweis (Information ausgehändigt) an eine Stelle, mit Rückmeldung und Ergebnis.';
comment on column vermittlung.art is 'Vermittlung oder Verweis (Konzept 2.3).';
comment on column vermittlung.angebot_id is 'Angebot der Stelle; leer heißt: die Stelle selbst.';
comment on column vermittlung.lebensbereich is 'Code der Codeliste "lebensbereich".';
comment on column vermittlung.ziel_id is 'Ziel im Hilfeplan, lose verbunden.';
comment on column vermittlung.schritt_id is 'Schritt im Hilfeplan, lose verbunden.';
comment on column vermittlung.am is 'Tag, an dem vermittelt oder verwiesen wurde.';
comment on column vermittlung.termin_am is 'Tag des vereinbarten Termins.';
comment on column vermittlung.termin_um is 'Uhrzeit des vereinbarten Termins, Ortszeit.';
comment on column vermittlung.kanal is 'Auf welchem Weg Angaben hinausgehen; leer heißt: es gehen keine hinaus.';
comment on column vermittlung.inhalt is 'Arten von Angaben, die hinausgehen; nie mehr, als die Entbindung nennt.';
comment on column vermittlung.entbindung_id is 'Entbindung, auf die sie sich stützt.';
comment on column vermittlung.schreiben_siegel is 'Genau das, was hinausgeht, versiegelt unter dem Schlüssel der Person.';
comment on column vermittlung.stand is 'Was daraus geworden ist; ein Verweis beginnt mit "gesendet", das heißt ausgehändigt.';
comment on column vermittlung.grund is 'Warum die Stelle absagte oder die Vermittlung zurückgezogen wurde.';
comment on column vermittlung.ergebnis is 'Ob erreicht wurde, wofür vermittelt wurde.';
comment on column vermittlung.stand_am is 'Tag, an dem der Stand eintrat.';
comment on column vermittlung.rueckmeldung_bis is 'Bis wann eine Rückmeldung erwartet wird; danach erinnert Mein Tag.';

create table vermittlung_stand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  vermittlung_id uuid not null,
  fall_id uuid not null,
  stand text not null,
  grund text,
  ergebnis text,
  am date not null,
  herkunft text not null default 'casemanagement' check (herkunft in ('casemanagement', 'partner', 'widerruf')),
  worte_siegel bytea,
  erfasst_am timestamptz not null default clock_timestamp(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, vermittlung_id) references vermittlung (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
create index on vermittlung_stand (kreis_id, vermittlung_id);
create index on vermittlung_stand (kreis_id, fall_id);
comment on table vermittlung_stand is 'Jeder Stand einer Vermittlung mit seinem Tag und dem Zeitpunkt, zu dem er bekannt wurde; nur hinzugefügt, nie geändert.';
comment on column vermittlung_stand.am is 'Tag, an dem der Stand eintrat.';
comment on column vermittlung_stand.stand is 'Wie in vermittlung.';
comment on column vermittlung_stand.grund is 'Wie in vermittlung.';
comment on column vermittlung_stand.ergebnis is 'Wie in vermittlung.';
comment on column vermittlung_stand.herkunft is 'Wer es eingetragen hat: das Case Management, die Stelle über ihr Konto, oder der Widerruf einer Einwilligung oder Entbindung.';
comment on column vermittlung_stand.worte_siegel is 'Worte dazu, versiegelt unter dem Schlüssel der Person.';

create table beobachtung (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  art text not null check (art in ('luecke', 'reibung', 'beschleuniger')),
  lebensbereich text check (length(lebensbereich) between 1 and 60),
  kommune_id text,
  angebot_id uuid,
  stelle_id uuid,
  text text not null default '' check (length(text) <= 500),
  am date not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, angebot_id) references angebot (kreis_id, id) on delete restrict,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict
);
create index on beobachtung (kreis_id, am);
comment on table beobachtung is 'Was die Arbeit an Fällen über das System lehrt: fehlendes Angebot, Reibung, Beschleuniger; ohne Person, für die Koordination.';
comment on column beobachtung.art is 'Lücke (kein passendes Angebot), Reibung oder Beschleuniger.';
comment on column beobachtung.lebensbereich is 'Code der Codeliste "lebensbereich".';
comment on column beobachtung.text is 'Worte ohne Person.';
comment on column beobachtung.am is 'Tag der Beobachtung; gezeigt wird anderen nur der Monat.';

create table beobachtung_herkunft (
  kreis_id text not null,
  beobachtung_id uuid not null,
  konto_id uuid not null,
  fall_id uuid,
  primary key (kreis_id, beobachtung_id),
  foreign key (kreis_id, beobachtung_id) references beobachtung (kreis_id, id) on delete cascade,
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete set null (fall_id)
);
create index on beobachtung_herkunft (kreis_id, fall_id);
comment on table beobachtung_herkunft is 'Wer eine Beobachtung schrieb und in welchem Fall: lesbar nur für das Konto selbst, nie für die Koordination.';

alter table vermittlung enable row level security;           alter table vermittlung force row level security;
alter table vermittlung_stand enable row level security;     alter table vermittlung_stand force row level security;
alter table beobachtung enable row level security;
alter table beobachtung_herkunft enable row level security;  alter table beobachtung_herkunft force row level security;
create policy eigene on vermittlung to lotse_app using (kreis_id = (select app_zweck_kreis())
  or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = vermittlung.kreis_id and f.id = vermittlung.fall_id));
create policy eigene on vermittlung_stand to lotse_app using (kreis_id = (select app_zweck_kreis())
  or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = vermittlung_stand.kreis_id and f.id = vermittlung_stand.fall_id));
create policy akte on vermittlung for select to lotse_akte using (true);
create policy akte on vermittlung_stand for select to lotse_akte using (true);
create policy zaehlen on vermittlung for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on vermittlung_stand for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on beobachtung for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy lesen on beobachtung for select to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[]));
create policy eintragen on beobachtung for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[]));
create policy aendern on beobachtung for update to lotse_app
  using (exists (select from beobachtung_herkunft h where h.kreis_id = beobachtung.kreis_id and h.beobachtung_id = beobachtung.id
    and h.konto_id = (select app_konto())));
create policy loeschen on beobachtung for delete to lotse_app
  using (exists (select from beobachtung_herkunft h where h.kreis_id = beobachtung.kreis_id and h.beobachtung_id = beobachtung.id
    and h.konto_id = (select app_konto())));
create policy eigene on beobachtung_herkunft to lotse_app using (konto_id = (select app_konto()))
  with check (konto_id = (select app_konto()) and (fall_id is null or exists (select from fall f
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = beobachtung_herkunft.kreis_id and f.id = beobachtung_herkunft.fall_id)));
grant select, insert, update on vermittlung to lotse_app;
grant select, insert on vermittlung_stand to lotse_app;
grant select, insert, update, delete on beobachtung to lotse_app;
grant select, insert, delete on beobachtung_herkunft to lotse_app;
grant select on vermittlung, vermittlung_stand to lotse_akte;
grant select (kreis_id, id, fall_id, art, angebot_id, stelle_id, lebensbereich, am, kanal, stand, grund, ergebnis, stand_am,
  rueckmeldung_bis, erfasst_am) on vermittlung to lotse_zaehler;
grant select (kreis_id, id, vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, erfasst_am)
  on vermittlung_stand to lotse_zaehler;
grant select (kreis_id, id, art, lebensbereich, kommune_id, angebot_id, stelle_id, am, erfasst_am) on beobachtung to lotse_zaehler;

-- A partner account belongs to one office and sees what was sent to it, nothing else: for it there is no Kreis in
-- "app.kreis", so that no table opens to it; what it sees comes out of the functions below.
alter table rolle drop constraint rolle_rolle_check;
alter table rolle add constraint rolle_rolle_check check (rolle in (
  'casemanager', 'casemanager_abh', 'koordination', 'verwaltungsassistenz', 'ki_leitung', 'traegerleitung', 'abh_ebh',
  'lenkungskreis', 'controlling', 'ministerium', 'datenschutz', 'administration', 'uebernahme', 'partner'));
alter table rolle add column stelle_id uuid;
alter table rolle add foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict;
alter table rolle add constraint rolle_an_der_stelle check ((rolle = 'partner') = (stelle_id is not null));
comment on column rolle.stelle_id is 'Partnerstelle, für die ein Konto mit der Rolle "partner" Vermittlungen annimmt.';
create policy eigene on rolle for select to lotse_app using (konto_id = (select app_konto()));

create or replace function app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text) returns jsonb
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
    coalesce(array_agg(distinct g.kreis_id) filter (where g.rolle <> 'partner'), '{}'),
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

create policy partner on vermittlung to lotse_partner using (true);
create policy partner on vermittlung_stand to lotse_partner using (true);
create policy partner on fall for select to lotse_partner using (true);
create policy partner on person for select to lotse_partner using (gesperrt_am is null);
create policy partner on entbindung for select to lotse_partner using (true);
create policy partner on stelle for select to lotse_partner using (true);
create policy partner on angebot for select to lotse_partner using (true);
create policy partner on rolle for select to lotse_partner using (true);
create policy partner on konto for select to lotse_partner using (true);
create policy partner on traeger_schluessel for select to lotse_partner using (true);
create policy partner on lesezugriff for insert to lotse_partner with check (konto_id = (select app_konto()));
create policy partner on nachricht for insert to lotse_partner with check (true);
grant select, update (stand, grund, ergebnis, stand_am, rueckmeldung_bis, fassung) on vermittlung to lotse_partner;
grant select, insert on vermittlung_stand to lotse_partner;
grant select (kreis_id, id, nummer, person_id, traeger_id, casemanager_id) on fall to lotse_partner;
grant select (kreis_id, id, traeger_id, schluessel_verpackt, gesperrt_am) on person to lotse_partner;
grant select (kreis_id, id, stelle_id, traeger_id, gueltig_ab, gueltig_bis, widerrufen_am) on entbindung to lotse_partner;
grant select (kreis_id, id, name) on stelle, angebot, konto to lotse_partner;
grant select on rolle, traeger, traeger_schluessel to lotse_partner;
grant insert on lesezugriff, nachricht to lotse_partner;

create function partner_vermittlung(p_kreis text, p_vermittlung uuid)
returns table (id uuid, fall_id uuid, person_id uuid, traeger_id uuid, schluessel bytea, traeger_schluessel bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select v.id, v.fall_id, p.id, p.traeger_id, p.schluessel_verpackt, t.schluessel_verpackt
    from rolle r
    join vermittlung v on v.kreis_id = r.kreis_id and v.stelle_id = r.stelle_id and v.kanal = 'partnerkonto'
      and v.stand not in ('vorbereitet', 'zurueckgezogen')
    join fall f on f.kreis_id = v.kreis_id and f.id = v.fall_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    -- The release must still hold, and for the Träger that holds the person now.
    join entbindung e on e.kreis_id = v.kreis_id and e.id = v.entbindung_id and e.traeger_id = p.traeger_id
      and e.widerrufen_am is null and e.gueltig_bis > current_date
    join traeger_schluessel t on t.kreis_id = p.kreis_id and t.traeger_id = p.traeger_id
    where r.kreis_id = p_kreis and r.konto_id = app_konto() and r.konto_kreis_id = current_setting('app.konto_kreis', true)
      and r.rolle = 'partner' and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (p_vermittlung is null or v.id = p_vermittlung);
end $$;
comment on function partner_vermittlung is 'Welche Vermittlungen das Konto einer Partnerstelle sehen darf, mit den verpackten Schlüsseln dazu.';

create function partner_eingang(p_kreis text, p_vermittlung uuid)
returns table (id uuid, traeger_id uuid, schluessel bytea, traeger_schluessel bytea, schreiben bytea, eingang json)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_person uuid[];
begin
  if p_vermittlung is not null then
    perform from vermittlung v where v.kreis_id = p_kreis and v.id = p_vermittlung
      and v.id in (select x.id from partner_vermittlung(p_kreis, p_vermittlung) x) for update;
  end if;
  select array_agg(distinct x.person_id) into v_person from partner_vermittlung(p_kreis, p_vermittlung) x;
  if v_person is null then return; end if;
  insert into lesezugriff (kreis_id, konto_id, person_id, vorgang) values (p_kreis, app_konto(), v_person, 'eingang.list');
  return query
    select x.id, x.traeger_id, x.schluessel, x.traeger_schluessel, v.schreiben_siegel,
      json_build_object('id', v.id, 'stelleName', s.name, 'angebotName', a.name, 'lebensbereich', v.lebensbereich,
        'traegerName', t.rechtsname, 'casemanagerName', c.name, 'am', v.am, 'terminAm', v.termin_am,
        'terminUm', to_char(v.termin_um, 'HH24:MI'), 'stand', v.stand, 'grund', v.grund, 'ergebnis', v.ergebnis,
        'standAm', v.stand_am, 'rueckmeldungBis', v.rueckmeldung_bis, 'fassung', v.fassung,
        'antwort', (select coalesce(json_agg(json_build_object('id', h.id, 'stand', h.stand, 'grund', h.grund,
            'ergebnis', h.ergebnis, 'am', h.am, 'siegel', encode(h.worte_siegel, 'base64')) order by h.erfasst_am), '[]')
          from vermittlung_stand h where h.kreis_id = p_kreis and h.vermittlung_id = v.id and h.herkunft = 'partner'))
    from partner_vermittlung(p_kreis, p_vermittlung) x
    join vermittlung v on v.kreis_id = p_kreis and v.id = x.id
    join fall f on f.kreis_id = p_kreis and f.id = x.fall_id
    join stelle s on s.kreis_id = p_kreis and s.id = v.stelle_id
    left join angebot a on a.kreis_id = p_kreis and a.id = v.angebot_id
    join traeger t on t.kreis_id = p_kreis and t.id = f.traeger_id
    left join konto c on c.kreis_id = p_kreis and c.id = f.casemanager_id
    order by v.stand in ('beendet', 'abgelehnt'), v.am desc, v.id;
end $$;
comment on function partner_eingang is 'Was an die Stelle des Kontos gesendet wurde, mit dem, was es selbst geantwortet hat; schreibt den Lesezugriff selbst. Mit p_vermittlung: nur diese, gesperrt für eine Antwort.';

create function partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung int, p_id uuid, p_stand text, p_grund text,
  p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea)
returns table (fall_id uuid, nummer text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_fall uuid;
begin
  update vermittlung v set stand = p_stand, grund = p_grund, ergebnis = p_ergebnis, stand_am = p_am,
    rueckmeldung_bis = p_rueckmeldung_bis, fassung = v.fassung + 1
  where v.kreis_id = p_kreis and v.id = p_vermittlung and v.fassung = p_fassung
    and p_stand in ('angenommen', 'warteliste', 'abgelehnt', 'begonnen', 'beendet')
    and v.id in (select x.id from partner_vermittlung(p_kreis, p_vermittlung) x)
  returning v.fall_id into v_fall;
  if v_fall is null then return; end if;
  insert into vermittlung_stand (kreis_id, id, vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, worte_siegel,
    erfasst_von)
  values (p_kreis, p_id, p_vermittlung, v_fall, p_stand, p_grund, p_ergebnis, p_am, 'partner', p_worte, app_konto());
  -- Whoever works on the case is told; a case that nobody has yet belongs to the whole team.
  insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
  select f.kreis_id, k.id, 'vermittlung.beantwortet', 'fall', f.id, jsonb_build_object('nummer', f.nummer, 'stand', p_stand)
  from fall f join konto k on k.kreis_id = f.kreis_id and (k.id = f.casemanager_id or f.casemanager_id is null
    and exists (select from rolle r where r.konto_kreis_id = k.kreis_id and r.konto_id = k.id and r.kreis_id = f.kreis_id
      and r.rolle = 'casemanager' and r.traeger_id = f.traeger_id
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())))
  where f.kreis_id = p_kreis and f.id = v_fall;
  return query select f.id, f.nummer from fall f where f.kreis_id = p_kreis and f.id = v_fall;
end $$;
comment on function partner_antworten is 'Antwort einer Partnerstelle auf eine Vermittlung, mit Nachricht an das Case Management. Keine Zeile: nicht da oder inzwischen geändert.';

create function vermittlung_anhalten() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with gestoppt as (
    update vermittlung v set stand = 'zurueckgezogen', grund = 'widerruf', ergebnis = null, stand_am = current_date,
      fassung = v.fassung + 1
    where v.kreis_id = new.kreis_id and v.stand in ('vorbereitet', 'gesendet', 'warteliste', 'angenommen')
      and case tg_table_name when 'entbindung' then v.entbindung_id = new.id
        else v.fall_id in (select f.id from fall f where f.kreis_id = new.kreis_id and f.person_id = new.id) end
    returning v.kreis_id, v.id, v.fall_id
  )
  insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, grund, am, herkunft, erfasst_von)
  select g.kreis_id, g.id, g.fall_id, 'zurueckgezogen', 'widerruf', current_date, 'widerruf', app_konto() from gestoppt g;
  return null;
end $$;
comment on function vermittlung_anhalten is 'Ein Widerruf, auf welchem Weg auch immer, hält in derselben Transaktion an, was auf ihm beruhte und noch nicht begonnen hat.';

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['partner_vermittlung(text, uuid)', 'partner_eingang(text, uuid)',
    'partner_antworten(text, uuid, int, uuid, text, text, text, date, date, bytea)', 'vermittlung_anhalten()']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
  end loop;
end $$;
grant execute on function partner_vermittlung(text, uuid) to lotse_partner;
grant execute on function partner_eingang(text, uuid),
  partner_antworten(text, uuid, int, uuid, text, text, text, date, date, bytea) to lotse_app;
create trigger vermittlung_anhalten after update of widerrufen_am on entbindung for each row
  when (old.widerrufen_am is null and new.widerrufen_am is not null) execute function vermittlung_anhalten();
create trigger vermittlung_anhalten after update of gesperrt_am on person for each row
  when (old.gesperrt_am is null and new.gesperrt_am is not null) execute function vermittlung_anhalten();
alter function partner_vermittlung(text, uuid) owner to lotse_partner;
alter function partner_eingang(text, uuid) owner to lotse_partner;
alter function partner_antworten(text, uuid, int, uuid, text, text, text, date, date, bytea) owner to lotse_partner;
alter function vermittlung_anhalten() owner to lotse_partner;
