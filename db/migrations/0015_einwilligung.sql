-- Consent with its signature, releases one per recipient, and what was shared on their strength.
-- Withdrawal locks the person in the same transaction: from then on no channel reads the name (GDPR Art. 7 (3), 18).

alter table person add column gesperrt_am timestamptz;
alter table person add column name_original text check (length(name_original) <= 300);
alter table person add column aufgegangen_in uuid;
alter table person add column suchschluessel text[] not null default '{}';
alter table person add foreign key (kreis_id, aufgegangen_in) references person (kreis_id, id) on delete set null (aufgegangen_in);
comment on column person.gesperrt_am is 'Seit wann die Angaben gesperrt sind, weil die Einwilligung widerrufen ist; gesperrt heißt: niemand liest sie.';
comment on column person.name_original is 'Name in der Schrift der Herkunft, neben dem lateinischen nach DIN 91379.';
comment on column person.aufgegangen_in is 'Person, als deren zweiter Eintrag dieser erkannt wurde; lösbar, nichts wird dabei gelöscht.';
comment on column person.suchschluessel is 'Schlüssel, unter denen mögliche Dubletten zu finden sind.';

create table anhang (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  medientyp text not null check (medientyp in ('application/pdf', 'image/png', 'image/jpeg')),
  groesse integer not null check (groesse between 1 and 10485760),
  siegel bytea not null,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade
);
create index anhang_person on anhang (kreis_id, person_id);
comment on table anhang is 'Datei zu einer Person, versiegelt unter ihrem Schlüssel; Art und Größe am Inhalt geprüft.';
comment on column anhang.medientyp is 'Am Inhalt erkannt, nicht am Namen der Datei.';
comment on column anhang.groesse is 'Bytes vor dem Versiegeln.';

alter table einwilligung add column vordruck_id uuid;
alter table einwilligung add column zweck text[] not null default '{dokumentation}'
  check (zweck <@ '{dokumentation,auswertung,landesdatenbank,uebergabe}' and 'dokumentation' = any (zweck));
alter table einwilligung add column dolmetschen text not null default 'kein'
  check (dolmetschen in ('kein', 'ehrenamtlich', 'professionell', 'angehoerige'));
alter table einwilligung add column vertretung_id uuid;
alter table einwilligung add column ablauf_am date;
alter table einwilligung add column abgeloest_am timestamptz;
alter table einwilligung add foreign key (kreis_id, vordruck_id) references vordruck (kreis_id, id) on delete restrict;
alter table einwilligung add foreign key (kreis_id, vertretung_id) references geheimtext (kreis_id, id) on delete set null (vertretung_id);
create unique index einwilligung_nur_eine_gilt on einwilligung (kreis_id, person_id) where widerrufen_am is null and abgeloest_am is null;
comment on column einwilligung.vordruck_id is 'Unterschriebene Fassung; leer bei Einwilligungen auf älterem Papier.';
comment on column einwilligung.zweck is 'Wofür eingewilligt wurde; ohne Dokumentation gibt es keinen Namen.';
comment on column einwilligung.dolmetschen is 'Wer beim Gespräch gedolmetscht hat.';
comment on column einwilligung.vertretung_id is 'Wer für ein Kind oder eine betreute Person unterschrieben hat, versiegelt.';
comment on column einwilligung.abgeloest_am is 'Wann eine neue an die Stelle der befristeten trat.';
comment on column einwilligung.ablauf_am is 'Letzter Tag, wenn sie befristet ist; danach trägt sie weder Dokumentation noch Weitergabe.';

create table entbindung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  traeger_id uuid not null,
  stelle_id uuid not null,
  zweck text not null check (zweck in ('vermittlung', 'fallkonferenz', 'kurzer_draht', 'uebergabe', 'rueckmeldung')),
  inhalt text[] not null check (cardinality(inhalt) > 0),
  richtung text not null check (richtung in ('an', 'von', 'beide')),
  gueltig_ab date not null,
  gueltig_bis date not null,
  widerrufen_am date,
  vordruck_id uuid,
  sprache text not null default 'deu',
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, vordruck_id) references vordruck (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab)
);
create index entbindung_person on entbindung (kreis_id, person_id);
comment on table entbindung is 'Entbindung von der Schweigepflicht: genau eine Empfängerin, ein Zweck, ein Inhalt, eine Frist.';
comment on column entbindung.traeger_id is 'Träger, der sprechen darf; nach einer Übergabe gilt sie dem neuen nicht.';
comment on column entbindung.gueltig_bis is 'Erster Tag, an dem sie nicht mehr gilt.';
comment on column entbindung.zweck is 'Wozu gesprochen werden darf.';
comment on column entbindung.inhalt is 'Worüber gesprochen werden darf: kontaktdaten, aufenthalt, leistungen, arbeit, wohnen, bildung, familie, gesundheit, hilfeplan.';
comment on column entbindung.richtung is 'Ob wir ihr, sie uns oder beide einander Auskunft geben dürfen.';
comment on column entbindung.sprache is 'Sprache des unterschriebenen Vordrucks, ISO 639-3.';

create table unterschrift (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  gegenstand text not null check (gegenstand in ('einwilligung', 'entbindung', 'hilfeplan')),
  gegenstand_id uuid not null,
  rolle text not null check (rolle in ('klient', 'vertretung', 'fachkraft')),
  form text not null check (form in ('bildschirm', 'papier')),
  am timestamptz not null default now(),
  text_pruefwert bytea not null check (length(text_pruefwert) = 32),
  text_siegel bytea,
  strich_siegel bytea,
  anhang_id uuid,
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, anhang_id) references anhang (kreis_id, id) on delete set null (anhang_id),
  constraint bildschirm_hat_striche check ((form = 'bildschirm') = (strich_siegel is not null))
);
create index unterschrift_gegenstand on unterschrift (kreis_id, gegenstand_id);
comment on table unterschrift is 'Unterschrift unter einen bestimmten Text: Striche oder Scan, mit Zeit und Prüfsumme des Textes.';
comment on column unterschrift.gegenstand is 'Was unterschrieben wurde.';
comment on column unterschrift.gegenstand_id is 'Einwilligung, Entbindung oder Fassung des Hilfeplans.';
comment on column unterschrift.rolle is 'Wer unterschrieben hat.';
comment on column unterschrift.form is 'Auf dem Bildschirm oder auf Papier.';
comment on column unterschrift.am is 'Zeitpunkt der Unterschrift.';
comment on column unterschrift.text_pruefwert is 'SHA-256 des Textes, der unterschrieben wurde.';
comment on column unterschrift.text_siegel is 'Dieser Text selbst, versiegelt: eine ungeprüfte Übersetzung kann sich später ändern.';
comment on column unterschrift.strich_siegel is 'Striche mit Zeit und Druck, versiegelt unter dem Schlüssel der Person.';

create table aushaendigung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  vordruck_id uuid not null,
  sprache text not null,
  am date not null,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, vordruck_id) references vordruck (kreis_id, id) on delete restrict
);
comment on table aushaendigung is 'Ausgehändigte Datenschutzinformation: Tag, Fassung und Sprache (Konzept 5.1).';
comment on column aushaendigung.am is 'Tag der Aushändigung.';
comment on column aushaendigung.sprache is 'ISO 639-3.';

create table weitergabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  entbindung_id uuid not null,
  inhalt text[] not null,
  form text not null check (form in ('papier', 'gespraech', 'datei')),
  text_id uuid,
  stand text not null default 'vorbereitet' check (stand in ('vorbereitet', 'gegeben', 'gestoppt')),
  vorbereitet_am timestamptz not null default now(),
  gegeben_am timestamptz,
  gestoppt_am timestamptz,
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, entbindung_id) references entbindung (kreis_id, id) on delete cascade,
  foreign key (kreis_id, text_id) references geheimtext (kreis_id, id) on delete set null (text_id)
);
create index weitergabe_person on weitergabe (kreis_id, person_id);
comment on table weitergabe is 'Was aufgrund einer Entbindung an wen ging; vorbereitete werden beim Widerruf gestoppt.';
comment on column weitergabe.inhalt is 'Arten von Angaben; nie mehr, als die Entbindung nennt.';
comment on column weitergabe.form is 'Papier, Gespräch oder Datei.';
comment on column weitergabe.text_id is 'Der Text der Weitergabe, versiegelt.';
comment on column weitergabe.stand is 'Vorbereitet, gegeben oder gestoppt.';
comment on column weitergabe.vorbereitet_am is 'Wann sie geschrieben wurde.';
comment on column weitergabe.gegeben_am is 'Wann sie das Haus verließ.';
comment on column weitergabe.gestoppt_am is 'Wann der Widerruf sie aufhielt.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['anhang', 'entbindung', 'unterschrift', 'aushaendigung', 'weitergabe'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
    execute format('create policy eigene on %1$I to lotse_app using (kreis_id = (select app_zweck_kreis())
      or exists (select from person p where p.kreis_id = %1$I.kreis_id and p.id = %1$I.person_id))', tabelle);
  end loop;
end $$;
-- What was signed and what was shared goes with the person only.
grant select, insert, update on anhang, entbindung, unterschrift, aushaendigung, weitergabe to lotse_app;

-- A restrictive policy beside those that open: whoever may read the person, a locked one nobody reads. Import and
-- hand-over are sharing too.
create policy nicht_gesperrt on person as restrictive for select to lotse_app, lotse_suche, lotse_akte, lotse_dublette
  using (gesperrt_am is null);

-- Nobody can lock or unlock through a policy that hides the locked row; three functions of a role of their own can.
create policy sperren on person to lotse_sperre using (true);
create policy sperren on einwilligung to lotse_sperre using (true);
create policy sperren on entbindung to lotse_sperre using (true);
create policy sperren on weitergabe to lotse_sperre using (true);
grant select (kreis_id, id, traeger_id, casemanager_id, einwilligung_id, gesperrt_am, aufgegangen_in, fassung),
  update (einwilligung_id, gesperrt_am, fassung) on person to lotse_sperre;
grant select, update (widerrufen_am) on einwilligung, entbindung to lotse_sperre;
grant select, update (stand, gestoppt_am) on weitergabe to lotse_sperre;

create function person_sperren(p_kreis text, p_person uuid, p_am date)
returns table (entbindungen int, weitergaben int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_alle uuid[]; v_entbindungen int; v_weitergaben int;
begin
  -- A merged duplicate is the same human being: its record is locked as well.
  select array_agg(x.id) into v_alle from person p join person x on x.kreis_id = p.kreis_id
    and coalesce(p.aufgegangen_in, p.id) in (x.id, x.aufgegangen_in)
  where p.kreis_id = p_kreis and p.id = p_person and p.gesperrt_am is null
    and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')));
  if v_alle is null then return; end if;
  update person p set gesperrt_am = now(), fassung = p.fassung + 1
  where p.kreis_id = p_kreis and p.id = any (v_alle) and p.gesperrt_am is null;
  update einwilligung e set widerrufen_am = greatest(p_am, e.erteilt_am)
  where e.kreis_id = p_kreis and e.person_id = any (v_alle) and e.widerrufen_am is null and e.abgeloest_am is null;
  update entbindung e set widerrufen_am = p_am
  where e.kreis_id = p_kreis and e.person_id = any (v_alle) and e.widerrufen_am is null;
  get diagnostics v_entbindungen = row_count;
  update weitergabe w set stand = 'gestoppt', gestoppt_am = now()
  where w.kreis_id = p_kreis and w.person_id = any (v_alle) and w.stand = 'vorbereitet';
  get diagnostics v_weitergaben = row_count;
  return query select v_entbindungen, v_weitergaben;
end $$;
comment on function person_sperren is 'Widerruf der Einwilligung: sperrt die Person, widerruft ihre Entbindungen, stoppt vorbereitete Weitergaben. Keine Zeile: nicht da oder schon gesperrt.';

create function person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  -- A new signature only: the consent must be one that this very transaction has written.
  update person p set gesperrt_am = null, einwilligung_id = p_einwilligung, fassung = p.fassung + 1
  where p.kreis_id = p_kreis and p.id = p_person and (p.gesperrt_am is not null or exists (select from einwilligung b
      where b.kreis_id = p_kreis and b.id = p.einwilligung_id and b.ablauf_am is not null))
    and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
    and exists (select from einwilligung e where e.kreis_id = p_kreis and e.id = p_einwilligung
      and e.person_id = p_person and e.widerrufen_am is null and e.erfasst_am = now());
  return found;
end $$;
comment on function person_entsperren is 'Neue Einwilligung nach einem Widerruf oder anstelle einer befristeten: hebt die Sperre auf und gilt von nun an. Falsch: nicht da, weder gesperrt noch befristet, oder nicht neu eingewilligt.';

create function einwilligung_stand(p_kreis text, p_person uuid)
returns table (traeger_id uuid, gesperrt_am timestamptz, einwilligung_id uuid, erteilt_am date, textfassung text,
  sprache text, widerrufen_am date, ablauf_am date, abgeloest_am timestamptz, erfasst_am timestamptz, erfasst_von uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.traeger_id, p.gesperrt_am, e.id, e.erteilt_am, e.textfassung, e.sprache, e.widerrufen_am, e.ablauf_am,
    e.abgeloest_am, e.erfasst_am, e.erfasst_von
  from person p join einwilligung e on e.kreis_id = p.kreis_id and e.person_id = p.id
  where p.kreis_id = p_kreis and p.id = p_person and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  order by e.erteilt_am, e.erfasst_am
$$;
comment on function einwilligung_stand is 'Einwilligungen einer Person, an der das Konto arbeitet, auch einer gesperrten: Tage und Fassungen, kein Name.';

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['person_sperren(text, uuid, date)', 'person_entsperren(text, uuid, uuid)',
    'einwilligung_stand(text, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to lotse_sperre', funktion);
    execute format('revoke execute on function %s from public', funktion);
    execute format('grant execute on function %s to lotse_app', funktion);
  end loop;
end $$;

-- The file of a locked case still says when the consent was given and withdrawn; name, texts and notes are gone, since
-- the policy above holds for the owner of this function too.
set local role lotse_akte;
create or replace function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl int, p_aufsicht boolean, p_vorgang text)
returns table (eigen boolean, traeger_id uuid, schluessel bytea, akte json, bemerkung bytea, gesamt int, kontakt json)
language plpgsql volatile security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
  f record;
  p record;
begin
  select x.*, x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto)) as eigen
  into f from fall x where x.kreis_id = p_kreis and x.id = p_fall;
  if not found then return; end if;
  -- The Koordination sees the cases of its Kreis or region by number.
  if not f.eigen and (p_aufsicht and (f.kreis_id = any (app_liste('app.ko_kreis'))
      or f.kommune_id = any (app_liste('app.ko_kommune')))) is not true then return; end if;
  select x.* into p from person x where f.eigen and x.kreis_id = f.kreis_id and x.id = f.person_id
    and x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto));
  if p.id is not null then
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (p_kreis, app_konto(), array[p.id], p_vorgang);
  end if;
  return query select f.eigen, f.traeger_id, p.schluessel_verpackt,
    (select row_to_json(a) from (select f.id, f.nummer, f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId",
        f.kommune_id as "kommuneId", f.ortsteil_id as "ortsteilId", f.aufgenommen_am as "aufgenommenAm", f.fassung, f.zugang,
        f.eigen, f.bemerkung_id as "bemerkungId", p.id as "personId", p.familienname, p.vorname, p.geburtsdatum,
        (select json_build_object('personId', e.person_id, 'erteiltAm', e.erteilt_am, 'textfassung', e.textfassung,
            'sprache', e.sprache, 'widerrufenAm', e.widerrufen_am, 'ablaufAm', e.ablauf_am) from einwilligung e
          where f.eigen and e.kreis_id = p_kreis and e.person_id = f.person_id
          order by e.abgeloest_am is not null, e.widerrufen_am is not null, e.erteilt_am desc limit 1) as einwilligung,
        (select coalesce(json_agg(json_build_object('status', s.status, 'grund', s.grund, 'herkunft', s.herkunft,
            'ab', s.gueltig_ab, 'bis', s.gueltig_bis) order by s.gueltig_ab), '[]') from fall_status s
          where s.kreis_id = p_kreis and s.fall_id = p_fall and s.ersetzt_am is null) as status,
        (select coalesce(json_agg(json_build_object('traegerId', z.traeger_id, 'casemanagerId', z.casemanager_id,
            'ab', z.gueltig_ab, 'bis', z.gueltig_bis, 'anlass', z.anlass) order by z.gueltig_ab), '[]')
          from fall_zustaendigkeit z
          where z.kreis_id = p_kreis and z.fall_id = p_fall and z.ersetzt_am is null) as zustaendigkeit,
        (select coalesce(json_agg(json_build_object('merkmal', m.merkmal, 'wert', m.wert) order by m.wert), '[]')
          from fall_merkmal m where m.kreis_id = p_kreis and m.fall_id = p_fall and m.ersetzt_am is null
            and m.gueltig_ab <= p_tag and (m.gueltig_bis is null or m.gueltig_bis > p_tag)) as merkmal,
        (select k.am from beratungskontakt k where k.kreis_id = p_kreis and k.fall_id = p_fall and k.ersetzt_am is null
          and k.am <= p_tag order by k.am desc limit 1) as "letzterKontakt",
        (select k.am from beratungskontakt k where k.kreis_id = p_kreis and k.fall_id = p_fall and k.ersetzt_am is null
          and k.qualifiziert and k.am <= p_tag order by k.am desc limit 1) as "letzterQualifizierter",
        (select json_object_agg(bk.art, b.name) from behoerde_kommune bk
          join behoerde b on b.kreis_id = bk.kreis_id and b.id = bk.behoerde_id
          where bk.kreis_id = p_kreis and bk.kommune_id = f.kommune_id and bk.gueltig_ab <= p_tag
            and (bk.gueltig_bis is null or bk.gueltig_bis > p_tag)) as behoerde,
        (select r.wert from regel r where r.kreis_id = p_kreis and r.schluessel = 'aktiv_regel' and r.ersetzt_am is null
          and r.gueltig_ab <= p_tag and (r.gueltig_bis is null or r.gueltig_bis > p_tag)) as regel) a),
    (select g.siegel from geheimtext g where g.kreis_id = p_kreis and g.person_id = p.id and g.id = f.bemerkung_id),
    (select count(*)::int from beratungskontakt k
      where k.kreis_id = p_kreis and k.fall_id = p_fall and k.ersetzt_am is null),
    (select coalesce(json_agg(x), '[]') from (
      select k.id, k.fassung, k.traeger_id as "traegerId", k.am, k.qualifiziert, k.format, k.ort,
        k.dauer_minuten as "dauerMinuten", k.sprache, k.dolmetschen, k.lebensbereich, n.name as "vonName",
        g.id as "notizId", encode(g.siegel, 'base64') as siegel
      from (select * from beratungskontakt b where b.kreis_id = p_kreis and b.fall_id = p_fall and b.ersetzt_am is null
        order by b.am desc, b.erfasst_am desc limit p_anzahl) k
      left join konto n on n.kreis_id = p_kreis and n.id = k.erfasst_von
      left join geheimtext g on g.kreis_id = p_kreis and g.person_id = p.id and g.id = k.notiz_id
      order by k.am desc, k.erfasst_am desc) x);
end $$;
set local role lotse_owner;
