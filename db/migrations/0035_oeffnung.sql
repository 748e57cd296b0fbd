-- A case in clear for somebody who does not work on it: opened for a purpose and a time, or in an emergency by the officer of the Träger.
-- Both may be read and never written. A person who works here herself, or is in danger, is seen by her own Case Manager only.

alter table person add column geschuetzt_am timestamptz;
alter table person add column geschuetzt_grund text check (geschuetzt_grund in ('mitarbeit', 'angehoerig', 'gefaehrdung'));
alter table person add constraint person_geschuetzt_begruendet check ((geschuetzt_am is null) = (geschuetzt_grund is null));
alter table person add constraint person_geschuetzt_bei_jemandem check (geschuetzt_am is null or casemanager_id is not null);
alter table fall add column geschuetzt_am timestamptz;
alter table anfrage add column geschuetzt_am timestamptz;
comment on column person.geschuetzt_am is 'Seit wann nur die eigene Fachkraft die Person sieht, auch keine Vertretung und kein Team (§ 35 SGB I).';
comment on column person.geschuetzt_grund is 'Warum: sie arbeitet selbst im KIM, gehört zu jemandem von dort, oder ist gefährdet.';
comment on column fall.geschuetzt_am is 'Wie bei der Person; von ihr übernommen, damit der Fall nicht erst nach ihr fragen muss.';
comment on column anfrage.geschuetzt_am is 'Wie bei der Person, zu der sie wurde.';

create table oeffnung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  person_id uuid not null,
  traeger_id uuid not null,
  kommune_id text,
  an_konto_id uuid,
  zweck text not null check (zweck in ('fallverlaufsgespraech', 'fallkonferenz', 'fachaufsicht', 'fallbesprechung')),
  einverstanden_am date not null,
  ab timestamptz not null default now(),
  bis timestamptz not null,
  geoeffnet_von uuid not null,
  beendet_am timestamptz,
  beendet_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, an_konto_id) references konto (kreis_id, id) on delete cascade,
  foreign key (kreis_id, geoeffnet_von) references konto (kreis_id, id) on delete cascade,
  constraint oeffnung_hat_ein_ende check (bis > ab and bis <= ab + interval '14 days')
);
create index oeffnung_fall on oeffnung (kreis_id, fall_id);
create index oeffnung_person on oeffnung (kreis_id, person_id);
create index oeffnung_offen on oeffnung (kreis_id, bis) where beendet_am is null;
comment on table oeffnung is 'Fall, den die Fachkraft der KIM Koordination zu einem Zweck und bis zu einer Zeit im Klartext zeigt; nur zu lesen.';
comment on column oeffnung.kommune_id is 'Wohnort des Falls: danach richtet sich, welche Koordination gemeint ist.';
comment on column oeffnung.an_konto_id is 'Für wen; leer heißt: jede Koordination, die für den Ort zuständig ist.';
comment on column oeffnung.zweck is 'Wozu (Konzept Kreis Unna 3.1, 4.3).';
comment on column oeffnung.einverstanden_am is 'Tag, an dem die Person dieser Öffnung zugestimmt hat.';
comment on column oeffnung.ab is 'Beginn; das Ende liegt höchstens 14 Tage danach.';
comment on column oeffnung.beendet_am is 'Wann sie vor der Zeit geschlossen wurde: von Hand, oder weil Träger, Fachkraft, Einwilligung oder Schutz sich änderten.';
comment on column oeffnung.beendet_von is 'Wer sie schloss; leer heißt: von selbst.';

create table oeffnung_wunsch (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  gefragt_von uuid not null,
  zweck text not null check (zweck in ('fallverlaufsgespraech', 'fallkonferenz', 'fachaufsicht', 'fallbesprechung')),
  stand text not null default 'offen' check (stand in ('offen', 'geoeffnet', 'abgelehnt')),
  ablehnung text check (ablehnung in ('nicht_gewuenscht', 'nicht_noetig', 'anonym_genuegt', 'spaeter')),
  erfasst_am timestamptz not null default now(),
  beantwortet_von uuid,
  beantwortet_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, gefragt_von) references konto (kreis_id, id) on delete cascade,
  constraint oeffnung_wunsch_beantwortet check ((stand = 'offen') = (beantwortet_am is null)),
  constraint oeffnung_wunsch_lehnt_begruendet_ab check ((stand = 'abgelehnt') = (ablehnung is not null))
);
create index oeffnung_wunsch_fall on oeffnung_wunsch (kreis_id, fall_id);
create unique index oeffnung_wunsch_einmal on oeffnung_wunsch (kreis_id, fall_id, gefragt_von) where stand = 'offen';
comment on table oeffnung_wunsch is 'Bitte der Koordination, einen Fall zu öffnen, und was die Fachkraft antwortete.';
comment on column oeffnung_wunsch.ablehnung is 'Warum nicht; am häufigsten, weil die Person es nicht möchte.';

create table notzugriff (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  person_id uuid not null,
  traeger_id uuid not null,
  konto_id uuid not null,
  grund text not null check (grund in ('leben-in-gefahr', 'kindeswohl', 'gericht', 'ausfall', 'sonstiges')),
  begruendung_siegel bytea not null,
  ab timestamptz not null default now(),
  bis timestamptz not null default now() + interval '3 hours',
  beendet_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade,
  constraint notzugriff_drei_stunden check (bis > ab and bis <= ab + interval '3 hours')
);
create index notzugriff_fall on notzugriff (kreis_id, fall_id);
create index notzugriff_person on notzugriff (kreis_id, person_id);
create index notzugriff_konto on notzugriff (kreis_id, konto_id, bis);
comment on table notzugriff is 'Akte, die die beauftragte Person des Trägers im Notfall öffnete: Grund, drei Stunden, nur zu lesen, nicht zu verlängern.';
comment on column notzugriff.konto_id is 'Wer öffnete.';
comment on column notzugriff.grund is 'Warum; besonders geschützte Personen nur bei Gefahr für Leben oder Gesundheit.';
comment on column notzugriff.begruendung_siegel is 'Die Begründung in Worten, versiegelt.';
comment on column notzugriff.beendet_am is 'Wann er vor der Zeit endete.';

alter table rolle drop constraint rolle_rolle_check;
alter table rolle add constraint rolle_rolle_check check (rolle in (
  'casemanager', 'casemanager_abh', 'koordination', 'verwaltungsassistenz', 'ki_leitung', 'traegerleitung', 'abh_ebh',
  'lenkungskreis', 'controlling', 'ministerium', 'datenschutz', 'administration', 'uebernahme', 'partner', 'notzugriff'));
alter table rolle drop constraint rolle_am_traeger;
alter table rolle add constraint rolle_am_traeger
  check (rolle not in ('casemanager', 'casemanager_abh', 'traegerleitung', 'notzugriff') or traeger_id is not null);

alter table lesezugriff drop constraint lesezugriff_zweck_check;
alter table lesezugriff add constraint lesezugriff_zweck_check check (zweck in ('vertretung', 'oeffnung', 'notzugriff'));
comment on column lesezugriff.zweck is 'Wozu gelesen wurde, wenn nicht an eigenen Fällen: "vertretung", "oeffnung" oder "notzugriff". Leer heißt: eigene Fälle oder das Team.';
create or replace function lesezugriff_zweck() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare v_konto uuid[] := app_uuids('app.cm_konto');
begin
  -- Whoever works on a case needs no opening, so one that is read through it can be told by the list alone.
  if new.person_id && app_uuids('app.notzugriff') then
    new.zweck := 'notzugriff';
  elsif new.person_id && app_uuids('app.geoeffnet') then
    new.zweck := 'oeffnung';
  -- Two conditions, because some who write here may not read persons and never stand in for anybody.
  elsif cardinality(v_konto) > 1 then
    if exists (select from person p where p.kreis_id = new.kreis_id and p.id = any (new.person_id)
        and p.casemanager_id <> app_konto() and p.casemanager_id = any (v_konto)) then
      new.zweck := 'vertretung';
    end if;
  end if;
  return new;
end $$;
comment on function lesezugriff_zweck is 'Kennzeichnet das Lesen in Vertretung, in einer Öffnung und im Notzugriff.';

-- Functions that repeat the predicate of the policies learn of both: each line must be there and is exchanged. Whoever is
-- not found because her consent is withdrawn is not found either because she is protected.
do $$
declare r record; v_text text;
begin
  for r in select * from (values
    ('app_scope', 'lotse_owner', 'v_liste jsonb; v_zweck text := '''';', 'v_liste jsonb; v_zweck text := ''''; v_geoeffnet uuid[] := ''{}''; v_notzugriff uuid[] := ''{}'';'),
    ('app_scope', 'lotse_owner', '  perform set_config(''app.konto_kreis'', p_kreis, true)', $neu$  -- Persons who may be read for a time by somebody who does not work on their case; asked for two roles only.
  if cardinality(v_ko_kreis) + cardinality(v_ko_kommune) > 0 then
    select coalesce(array_agg(distinct o.person_id), '{}') into v_geoeffnet from oeffnung o
    where (o.kreis_id = any (v_ko_kreis) or o.kommune_id = any (v_ko_kommune))
      and (o.an_konto_id is null or o.an_konto_id = p_konto)
      and o.beendet_am is null and o.ab <= now() and o.bis > now();
  end if;
  if v_liste @> '[{"rolle": "notzugriff"}]' then
    select coalesce(array_agg(distinct n.person_id), '{}') into v_notzugriff from notzugriff n
    where n.kreis_id = p_kreis and n.konto_id = p_konto and n.beendet_am is null and n.ab <= now() and n.bis > now()
      and v_liste @> jsonb_build_array(jsonb_build_object('kreis_id', n.kreis_id, 'rolle', 'notzugriff', 'traeger_id', n.traeger_id));
  end if;

  perform set_config('app.geoeffnet', (v_geoeffnet || v_notzugriff)::text, true), set_config('app.notzugriff', v_notzugriff::text, true);
  perform set_config('app.konto_kreis', p_kreis, true)$neu$),
    ('fall_akte', 'lotse_akte', 'v_konto uuid[] := app_uuids(''app.cm_konto'');', 'v_konto uuid[] := app_uuids(''app.cm_konto'');
  v_geoeffnet uuid[] := app_uuids(''app.geoeffnet'');'),
    ('fall_akte', 'lotse_akte', 'if not f.eigen and (p_aufsicht', 'if not f.eigen and (f.person_id = any (v_geoeffnet)) is not true and (p_aufsicht'),
    ('fall_akte', 'lotse_akte', 'from person x where f.eigen and x.kreis_id = f.kreis_id and x.id = f.person_id
    and x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto));',
      'from person x where x.kreis_id = f.kreis_id and x.id = f.person_id
    and (f.eigen and x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto))
      or x.id = any (v_geoeffnet));'),
    ('fall_akte', 'lotse_akte', 'where f.eigen and e.kreis_id = p_kreis and e.person_id = f.person_id', 'where (f.eigen or p.id is not null) and e.kreis_id = p_kreis and e.person_id = f.person_id'),
    ('fall_ueberblick', 'lotse_akte', 'v_konto uuid[] := app_uuids(''app.cm_konto'');', 'v_konto uuid[] := app_uuids(''app.cm_konto'');
  v_geoeffnet uuid[] := app_uuids(''app.geoeffnet'');'),
    ('fall_ueberblick', 'lotse_akte', 'and f.traeger_id = any (v_traeger)
    and (f.casemanager_id is null or f.casemanager_id = any (v_konto)) and p.traeger_id = any (v_traeger)
    and (p.casemanager_id is null or p.casemanager_id = any (v_konto));', 'and (p.id = any (v_geoeffnet)
      or f.traeger_id = any (v_traeger)
    and (f.casemanager_id is null or f.casemanager_id = any (v_konto)) and p.traeger_id = any (v_traeger)
    and (p.casemanager_id is null or p.casemanager_id = any (v_konto)));'),
    ('person_suche', 'lotse_suche', 'p.gesperrt_am is null', 'p.gesperrt_am is null and (p.geschuetzt_am is null or p.casemanager_id = app_konto())'),
    ('person_suche', 'lotse_suche', 'b.gesperrt_am is null', 'b.gesperrt_am is null and (b.geschuetzt_am is null or b.casemanager_id = app_konto())'),
    ('zusammenfuehrung_zu', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and (p.geschuetzt_am is null or p.casemanager_id = app_konto())'),
    ('dublette_kandidaten', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null'),
    ('dublette_paare', 'lotse_dublette', 'x.gesperrt_am, x.aufgegangen_in', 'x.gesperrt_am, x.geschuetzt_am, x.aufgegangen_in'),
    ('dublette_paare', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null'),
    ('dublette_paare', 'lotse_dublette', 'o.gesperrt_am is null', 'o.gesperrt_am is null and o.geschuetzt_am is null'),
    ('dublette_nummer', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null'),
    ('zusammenfuehrung_entscheidet', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null'),
    ('zusammenfuehrung_paar', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null'),
    ('zusammenfuehrung_entscheiden', 'lotse_dublette', 'p.gesperrt_am is null', 'p.gesperrt_am is null and p.geschuetzt_am is null')
  ) as t (funktion, rolle, alt, neu) loop
    execute format('set local role %I', r.rolle);
    v_text := pg_get_functiondef(r.funktion::regproc);
    if position(r.alt in v_text) = 0 then raise exception '% does not say: %', r.funktion, r.alt; end if;
    execute replace(v_text, r.alt, r.neu);
  end loop;
  set local role lotse_owner;
end $$;
set local role lotse_akte;
comment on function fall_akte is 'Eine Fallakte mit den neuesten Kontakten, wenn das Konto den Fall sehen darf; schreibt den Lesezugriff selbst. p_aufsicht: die Koordination darf den Fall unter seiner Nummer sehen. "eigen" sagt, ob das Konto an ihm arbeitet; die Person steht auch in einem geöffneten Fall.';
comment on function fall_ueberblick is 'Stand der Fallarbeit, wenn das Konto an dem Fall arbeitet oder er ihm geöffnet ist: Runden, Ziele, offene Schritte, Vermittlungen, Aufgaben, Termin, was bis p_ablauf endet, Abschlüsse. Wörter versiegelt.';
set local role lotse_owner;

-- Reading what is open.
create policy geoeffnet on person for select to lotse_app using (id = any ((select app_uuids('app.geoeffnet'))::uuid[]));
create policy geoeffnet on fall for select to lotse_app using (person_id = any ((select app_uuids('app.geoeffnet'))::uuid[]));
create policy geoeffnet on notiz for select to lotse_app using (exists (select from fall f
  where f.kreis_id = notiz.kreis_id and f.id = notiz.fall_id and f.person_id = any ((select app_uuids('app.geoeffnet'))::uuid[])
    and exists (select from person p where p.kreis_id = f.kreis_id and p.id = f.person_id)));
create policy geoeffnet on nachtrag for select to lotse_app using (exists (select from fall f
  where f.kreis_id = nachtrag.kreis_id and f.id = nachtrag.fall_id and f.person_id = any ((select app_uuids('app.geoeffnet'))::uuid[])
    and exists (select from person p where p.kreis_id = f.kreis_id and p.id = f.person_id)));

-- Writing stays with those who work on the case, in every table that opens with the person.
do $$
declare
  r record;
  sorgt constant text := '%2$s.traeger_id = any ((select app_uuids(''app.cm_traeger''))::uuid[])
    and (%2$s.casemanager_id is null or %2$s.casemanager_id = any ((select app_uuids(''app.cm_konto''))::uuid[]))';
  v_arbeitet text;
begin
  for r in
    select tablename as tabelle, qual ~ 'JOIN person p' as am_fall, tablename = 'person_verschieden' as paar,
      tablename <> 'einwilligung' as anlegen
    from pg_policies
    where schemaname = 'public' and policyname in ('eigene', 'beide') and cmd = 'ALL' and roles = '{lotse_app}'
      and qual ~ '(FROM|JOIN) person p' and qual !~ 'cm_konto'
  loop
    v_arbeitet := format('kreis_id = (select app_zweck_kreis()) or exists (select from ' || case when r.am_fall
      then 'fall f where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id and ' || format(sorgt, '', 'f')
      else 'person p where p.kreis_id = %1$I.kreis_id and p.id ' || case when r.paar then 'in (%1$I.person_id, %1$I.andere_id)'
        else '= %1$I.person_id' end || ' and ' || format(sorgt, '', 'p') end || ')', r.tabelle);
    -- A consent is written together with the person and has its own condition (migration 9).
    if r.anlegen then
      execute format('create policy nur_arbeit_anlegen on %I as restrictive for insert to lotse_app with check (%s)', r.tabelle, v_arbeitet);
    end if;
    execute format('create policy nur_arbeit_aendern on %I as restrictive for update to lotse_app using (%s)', r.tabelle, v_arbeitet);
    execute format('create policy nur_arbeit_loeschen on %I as restrictive for delete to lotse_app using (%s)', r.tabelle, v_arbeitet);
  end loop;
end $$;
create policy nur_arbeit_anlegen on beobachtung_herkunft as restrictive for insert to lotse_app
  with check (fall_id is null or exists (select from fall f where f.kreis_id = beobachtung_herkunft.kreis_id
    and f.id = beobachtung_herkunft.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));
alter policy eigene on erfolgsbericht
  using (entwurf_id is not null and exists (select from erfolgsbericht_entwurf b
    join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
    where b.kreis_id = erfolgsbericht.kreis_id and b.id = erfolgsbericht.entwurf_id
      and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))))
  with check (stand = 'eingereicht' and exists (select from erfolgsbericht_entwurf b
    join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
    where b.kreis_id = erfolgsbericht.kreis_id and b.id = erfolgsbericht.entwurf_id
      and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));

-- A protected person: her own Case Manager, and whom that one or an emergency has opened her to. Reading in a workbook needs
-- the number of a case, so that it is not made twice; the person stays hidden there too.
create policy nicht_geschuetzt on person as restrictive to lotse_app, lotse_akte, lotse_sperre
  using (geschuetzt_am is null or casemanager_id = (select app_konto())
    or id = any ((select app_uuids('app.geoeffnet'))::uuid[]));
create policy nicht_geschuetzt on fall as restrictive to lotse_app, lotse_akte
  using (geschuetzt_am is null or casemanager_id = (select app_konto())
    or person_id = any ((select app_uuids('app.geoeffnet'))::uuid[])
    or kreis_id = (select app_zweck_kreis()) and (select current_setting('app.zweck', true)) = 'uebernahme');
create policy nicht_geschuetzt on anfrage as restrictive to lotse_app, lotse_akte
  using (geschuetzt_am is null or exists (select from person p where p.kreis_id = anfrage.kreis_id and p.id = anfrage.person_id));
create policy wie_anfrage on warteliste as restrictive to lotse_app
  using (exists (select from anfrage a where a.kreis_id = warteliste.kreis_id and a.id = warteliste.anfrage_id));
-- Nobody hands her over with a caseload, and the blind check between Träger does not know her.
create policy nicht_geschuetzt_bestand on person as restrictive to lotse_bestand, lotse_abgleich using (geschuetzt_am is null);
create policy nicht_geschuetzt_bestand on fall as restrictive to lotse_bestand, lotse_abgleich using (geschuetzt_am is null);
create policy nicht_geschuetzt_bestand on anfrage as restrictive to lotse_bestand, lotse_abgleich using (geschuetzt_am is null);
create policy nicht_geschuetzt on doppelbetreuung as restrictive to lotse_abgleich
  using ((select count(*) from person p where p.kreis_id = doppelbetreuung.kreis_id
    and p.id in (doppelbetreuung.fragende_person_id, doppelbetreuung.andere_person_id)) = 2);

-- Nobody sets the flag through a policy that hides the row; functions of a role of their own do, and open in an emergency.
do $$
declare tabelle text;
begin
  foreach tabelle in array array['fall', 'anfrage'] loop
    execute format('revoke update on %I from lotse_app', tabelle);
    execute (select format('grant update (%s) on %I to lotse_app', string_agg(quote_ident(column_name), ', '), tabelle)
      from information_schema.columns where table_schema = 'public' and table_name = tabelle and column_name <> 'geschuetzt_am');
  end loop;
  foreach tabelle in array array['oeffnung', 'oeffnung_wunsch', 'notzugriff'] loop
    execute format('alter table %I enable row level security', tabelle);
    execute format('alter table %I force row level security', tabelle);
  end loop;
  foreach tabelle in array array['person', 'fall', 'anfrage', 'oeffnung', 'oeffnung_wunsch', 'notzugriff', 'fall_zustaendigkeit', 'zusammenfuehrung'] loop
    execute format('create policy schutz on %I to lotse_schutz using (true)', tabelle);
  end loop;
end $$;
create policy schutz on rolle for select to lotse_schutz using (true);
create policy schutz on konto for select to lotse_schutz using (true);
create policy schutz on nachricht for insert to lotse_schutz with check (true);
grant select (kreis_id, id, traeger_id, casemanager_id, gesperrt_am, geschuetzt_am, geschuetzt_grund, fassung),
  update (casemanager_id, geschuetzt_am, geschuetzt_grund, fassung) on person to lotse_schutz;
grant select (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, geschuetzt_am, fassung),
  update (casemanager_id, geschuetzt_am, fassung) on fall to lotse_schutz;
grant select (kreis_id, id, person_id, geschuetzt_am), update (geschuetzt_am) on anfrage to lotse_schutz;
grant select, update (beendet_am, beendet_von) on oeffnung to lotse_schutz;
grant select, delete on oeffnung_wunsch to lotse_schutz;
grant select, insert, update (beendet_am) on notzugriff to lotse_schutz;
grant select, insert, update (ersetzt_am) on fall_zustaendigkeit to lotse_schutz;
grant select (kreis_id, id, bleibt_id, geht_auf_id, stand), update (stand, geloest_von, geloest_am) on zusammenfuehrung to lotse_schutz;
grant select on rolle to lotse_schutz;
grant select (kreis_id, id, gesperrt_am) on konto to lotse_schutz;
grant insert on nachricht to lotse_schutz;
grant select (geschuetzt_am) on person to lotse_sperre, lotse_dublette, lotse_abgleich, lotse_bestand;
grant select (geschuetzt_am) on fall, anfrage to lotse_abgleich, lotse_bestand, lotse_akte;
grant select (person_id) on anfrage to lotse_akte;

create function person_schuetzen(p_kreis text, p_fall uuid, p_grund text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update person p set geschuetzt_am = case when p_grund is not null then coalesce(p.geschuetzt_am, now()) end,
    geschuetzt_grund = p_grund, fassung = p.fassung + 1
  from fall f
  where f.kreis_id = p_kreis and f.id = p_fall and p.kreis_id = f.kreis_id and p.id = f.person_id and p.gesperrt_am is null
    and p.casemanager_id = app_konto() and p.traeger_id = any (app_uuids('app.cm_traeger'));
  return found;
end $$;
comment on function person_schuetzen is 'Setzt oder löst (ohne Grund) den besonderen Schutz der Person eines Falls. Falsch: nicht die eigene Fachkraft.';

-- The codes of the blind check are read by its own role alone.
create function begleitung_streichen(p_kreis text, p_person uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from begleitungscode b where b.kreis_id = p_kreis and b.person_id = p_person
$$;
comment on function begleitung_streichen is 'Nimmt eine Person, die geschützt wird, aus der blinden Prüfung.';
revoke execute on function begleitung_streichen(text, uuid) from public;
grant execute on function begleitung_streichen(text, uuid) to lotse_schutz;
alter function begleitung_streichen(text, uuid) owner to lotse_abgleich;

create function schutz_gilt() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update fall f set geschuetzt_am = new.geschuetzt_am where f.kreis_id = new.kreis_id and f.person_id = new.id;
  update anfrage a set geschuetzt_am = new.geschuetzt_am where a.kreis_id = new.kreis_id and a.person_id = new.id;
  if new.geschuetzt_am is not null then
    perform begleitung_streichen(new.kreis_id, new.id);
    update zusammenfuehrung z set stand = 'zurueckgezogen', geloest_von = app_konto(), geloest_am = now()
    where z.kreis_id = new.kreis_id and z.stand = 'vorgeschlagen' and new.id in (z.bleibt_id, z.geht_auf_id);
    delete from oeffnung_wunsch w using fall f
    where f.kreis_id = new.kreis_id and f.person_id = new.id and w.kreis_id = f.kreis_id and w.fall_id = f.id and w.stand = 'offen';
  end if;
  return null;
end $$;
comment on function schutz_gilt is 'Schreibt den Schutz an Fall und Anfrage, nimmt die Person aus der blinden Prüfung und hält Vorschläge zu ihr an.';
create trigger schutz_gilt after update of geschuetzt_am on person for each row
  when (new.geschuetzt_am is distinct from old.geschuetzt_am) execute function schutz_gilt();

create function schutz_erben() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.geschuetzt_am := (select p.geschuetzt_am from person p where p.kreis_id = new.kreis_id and p.id = new.person_id);
  return new;
end $$;
comment on function schutz_erben is 'Ein weiterer Fall und eine weitere Anfrage einer geschützten Person sind es auch.';
create trigger schutz_erben before insert or update of person_id on fall for each row
  when (new.person_id is not null) execute function schutz_erben();
create trigger schutz_erben before insert or update of person_id on anfrage for each row
  when (new.person_id is not null) execute function schutz_erben();

create function oeffnung_endet() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update oeffnung o set beendet_am = now() where o.kreis_id = new.kreis_id and o.person_id = new.id and o.beendet_am is null
    and o.bis > now();
  update notzugriff n set beendet_am = now() where n.kreis_id = new.kreis_id and n.person_id = new.id and n.beendet_am is null
    and n.bis > now() and (new.gesperrt_am is not null or new.traeger_id <> old.traeger_id
      or new.geschuetzt_am is not null and n.grund <> 'leben-in-gefahr');
  return null;
end $$;
comment on function oeffnung_endet is 'Wechseln Träger oder Fachkraft, wird die Einwilligung widerrufen oder der Schutz gesetzt, so schließt sich, was offen ist.';
create trigger oeffnung_endet after update of traeger_id, casemanager_id, gesperrt_am, geschuetzt_am on person for each row
  when (new.traeger_id <> old.traeger_id or new.casemanager_id is distinct from old.casemanager_id
    or old.gesperrt_am is null and new.gesperrt_am is not null or old.geschuetzt_am is null and new.geschuetzt_am is not null)
  execute function oeffnung_endet();

create function notzugriff_traeger(p_kreis text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.traeger_id), '{}') from rolle r
  where p_kreis || ':notzugriff' = any (app_liste('app.rollen')) and r.kreis_id = p_kreis and r.rolle = 'notzugriff'
    and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$$;
comment on function notzugriff_traeger is 'Träger, für die das Konto im Notfall öffnen darf.';

create function notzugriff_melden(p_kreis text, p_art text, p_fall uuid, p_traeger uuid, p_konten uuid[], p_daten jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  -- The case goes to those who work on it; the data protection officers learn that it happened, not in which one.
  insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
  select p_kreis, k, p_art, 'fall', p_fall, p_daten from unnest(p_konten) k
  union all
  select distinct p_kreis, r.konto_id, p_art || '_datenschutz', 'notzugriff', null::uuid, p_daten - 'nummer' from rolle r
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'datenschutz'
    and (r.traeger_id is null or r.traeger_id = p_traeger)
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$$;

create function traeger_team(p_kreis text, p_traeger uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.konto_id), '{}') from rolle r
  join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'casemanager' and r.traeger_id = p_traeger
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$$;

create function notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea)
returns table (fall_id uuid, nummer text, bis timestamptz, laeuft boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare f record; v_bis timestamptz;
begin
  select x.id, x.nummer, x.traeger_id, x.casemanager_id, x.person_id into f
  from fall x join person p on p.kreis_id = x.kreis_id and p.id = x.person_id
  where x.kreis_id = p_kreis and x.nummer = p_nummer and x.traeger_id = any (notzugriff_traeger(p_kreis))
    and p.traeger_id = x.traeger_id and p.gesperrt_am is null
    and (p.geschuetzt_am is null or p_grund = 'leben-in-gefahr')
  for update of x;
  if not found then return; end if;
  -- No extension: the next one begins, with its own reason, when this one is over.
  select n.bis into v_bis from notzugriff n where n.kreis_id = p_kreis and n.fall_id = f.id and n.konto_id = app_konto()
    and n.beendet_am is null and n.bis > now();
  if found then return query select f.id, f.nummer, v_bis, true; return; end if;
  insert into notzugriff as n (kreis_id, id, fall_id, person_id, traeger_id, konto_id, grund, begruendung_siegel)
  values (p_kreis, p_id, f.id, f.person_id, f.traeger_id, app_konto(), p_grund, p_siegel) returning n.bis into v_bis;
  perform notzugriff_melden(p_kreis, 'notzugriff.geoeffnet', f.id, f.traeger_id,
    case when f.casemanager_id is null then traeger_team(p_kreis, f.traeger_id) else array[f.casemanager_id] end,
    jsonb_build_object('nummer', f.nummer, 'grund', p_grund, 'bis', v_bis));
  return query select f.id, f.nummer, v_bis, false;
end $$;
comment on function notzugriff_oeffnen is 'Öffnet einen Fall des eigenen Trägers drei Stunden lang zum Lesen und sagt es in derselben Transaktion der Fachkraft und dem Datenschutz. Keine Zeile: es gibt ihn hier nicht, oder nicht aus diesem Grund.';

create function schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid)
returns table (fall_id uuid, nummer text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare f record; z fall_zustaendigkeit;
begin
  select x.id, x.nummer, x.traeger_id, x.casemanager_id, x.person_id into f
  from fall x join person p on p.kreis_id = x.kreis_id and p.id = x.person_id
  where x.kreis_id = p_kreis and x.nummer = p_nummer and p.gesperrt_am is null and p.geschuetzt_am is not null
    and x.traeger_id = any (notzugriff_traeger(p_kreis)) and p.traeger_id = x.traeger_id
    and x.casemanager_id <> p_an and p_an = any (traeger_team(p_kreis, x.traeger_id)) and p_an <> app_konto()
  for update of x;
  if not found then return; end if;
  select y.* into z from fall_zustaendigkeit y where y.kreis_id = p_kreis and y.fall_id = f.id and y.ersetzt_am is null
  order by y.gueltig_ab desc limit 1;
  update fall_zustaendigkeit y set ersetzt_am = now() where y.kreis_id = p_kreis and y.id = z.id;
  insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab, gueltig_bis, erfasst_von)
  select z.kreis_id, z.fall_id, z.traeger_id, z.casemanager_id, z.anlass, z.uebergabe_id, z.gueltig_ab, current_date, z.erfasst_von
  where z.gueltig_ab < current_date
  union all
  select z.kreis_id, z.fall_id, z.traeger_id, p_an, case when z.gueltig_ab < current_date then 'zuweisung' else z.anlass end,
    case when z.gueltig_ab < current_date then null else z.uebergabe_id end, greatest(current_date, z.gueltig_ab), null, app_konto();
  update person p set casemanager_id = p_an, fassung = p.fassung + 1 where p.kreis_id = p_kreis and p.id = f.person_id;
  update fall x set casemanager_id = p_an, fassung = x.fassung + 1 where x.kreis_id = p_kreis and x.id = f.id;
  perform notzugriff_melden(p_kreis, 'notzugriff.zugewiesen', f.id, f.traeger_id, array[p_an, f.casemanager_id],
    jsonb_build_object('nummer', f.nummer));
  return query select f.id, f.nummer;
end $$;
comment on function schutz_zuweisen is 'Gibt eine geschützte Person, deren Fachkraft ausfällt, einer namentlich genannten Fachkraft desselben Trägers; der Schutz bleibt, gelesen wird nichts.';

create function datenschutz_am(p_kreis text, p_traeger uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_kreis || ':datenschutz' = any (app_liste('app.rollen')) and exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.rolle = 'datenschutz' and (r.traeger_id is null or r.traeger_id = p_traeger)
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$$;
comment on function datenschutz_am is 'Ob das Konto den Datenschutz dieses Trägers verantwortet: im Kreis oder für ihn allein.';

grant execute on function person_schuetzen(text, uuid, text), notzugriff_traeger(text),
  notzugriff_oeffnen(text, uuid, text, text, bytea), schutz_zuweisen(text, text, uuid), datenschutz_am(text, uuid) to lotse_app;
do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['person_schuetzen(text, uuid, text)', 'schutz_gilt()', 'schutz_erben()', 'oeffnung_endet()',
    'notzugriff_traeger(text)', 'notzugriff_melden(text, text, uuid, uuid, uuid[], jsonb)', 'traeger_team(text, uuid)',
    'notzugriff_oeffnen(text, uuid, text, text, bytea)', 'schutz_zuweisen(text, text, uuid)', 'datenschutz_am(text, uuid)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('alter function %s owner to lotse_schutz', funktion);
  end loop;
end $$;

-- app_scope runs as the owner of the tables, who has no way past forced policies.
create policy umfang on oeffnung for select to lotse_owner using (true);
create policy umfang on notzugriff for select to lotse_owner using (true);
create policy arbeit on oeffnung for select to lotse_app using (exists (select from fall f
  where f.kreis_id = oeffnung.kreis_id and f.id = oeffnung.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));
create policy empfang on oeffnung for select to lotse_app using ((an_konto_id is null or an_konto_id = (select app_konto()))
  and exists (select from fall f where f.kreis_id = oeffnung.kreis_id and f.id = oeffnung.fall_id
    and (f.kreis_id = any ((select app_liste('app.ko_kreis'))::text[]) or f.kommune_id = any ((select app_liste('app.ko_kommune'))::text[]))));
-- A case that is asked for is one that the account sees.
create policy nur_gesehene_anfragen on uebergabe_anfrage_fall as restrictive for insert to lotse_app with check (exists (select from fall f
  where f.kreis_id = uebergabe_anfrage_fall.kreis_id and f.id = uebergabe_anfrage_fall.fall_id));
-- Only a person who can be read now can be opened, so a withdrawal or a protection stops it here too.
create policy oeffnen on oeffnung for insert to lotse_app with check (geoeffnet_von = (select app_konto()) and beendet_am is null
  and ab = now() and exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = oeffnung.kreis_id and f.id = oeffnung.fall_id and p.id = oeffnung.person_id
      and f.traeger_id = oeffnung.traeger_id and f.kommune_id is not distinct from oeffnung.kommune_id
      and p.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (p.casemanager_id is null or p.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));
create policy schliessen on oeffnung for update to lotse_app using (exists (select from fall f
  where f.kreis_id = oeffnung.kreis_id and f.id = oeffnung.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))))
  with check (beendet_am = now() and beendet_von = (select app_konto()));
create policy nur_offene_schliessen on oeffnung as restrictive for update to lotse_app using (beendet_am is null) with check (true);
grant select, insert, update (beendet_am, beendet_von) on oeffnung to lotse_app;

create policy arbeit on oeffnung_wunsch for select to lotse_app using (exists (select from fall f
  where f.kreis_id = oeffnung_wunsch.kreis_id and f.id = oeffnung_wunsch.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));
create policy eigene on oeffnung_wunsch for select to lotse_app using (gefragt_von = (select app_konto()));
create policy fragen on oeffnung_wunsch for insert to lotse_app with check (gefragt_von = (select app_konto()) and stand = 'offen'
  and exists (select from fall f where f.kreis_id = oeffnung_wunsch.kreis_id and f.id = oeffnung_wunsch.fall_id
    and (f.kreis_id = any ((select app_liste('app.ko_kreis'))::text[]) or f.kommune_id = any ((select app_liste('app.ko_kommune'))::text[]))));
create policy antworten on oeffnung_wunsch for update to lotse_app using (stand = 'offen' and exists (select from fall f
  where f.kreis_id = oeffnung_wunsch.kreis_id and f.id = oeffnung_wunsch.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))))
  with check (beantwortet_von = (select app_konto()));
grant select, insert, update (stand, ablehnung, beantwortet_von, beantwortet_am) on oeffnung_wunsch to lotse_app;

create policy eigene on notzugriff for select to lotse_app using (konto_id = (select app_konto()));
create policy arbeit on notzugriff for select to lotse_app using (exists (select from fall f
  where f.kreis_id = notzugriff.kreis_id and f.id = notzugriff.fall_id and f.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[]))));
create policy datenschutz on notzugriff for select to lotse_app using (datenschutz_am(kreis_id, traeger_id));
create policy beenden on notzugriff for update to lotse_app using (konto_id = (select app_konto()) and beendet_am is null)
  with check (konto_id = (select app_konto()) and beendet_am is not null);
grant select, update (beendet_am) on notzugriff to lotse_app;

-- Earlier migrations gave their functions away before they took the right to call them from everybody, which did nothing
-- then: only an owner can take it.
do $$
declare r record;
begin
  for r in
    select p.oid::regprocedure as funktion, p.proname, pg_get_userbyid(p.proowner) as besitzer from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
  loop
    execute format('set local role %I', r.besitzer);
    execute format('revoke execute on function %s from public', r.funktion);
    if r.proname not in ('begleitung_seite', 'begleitung_koordination') then
      execute format('grant execute on function %s to lotse_app', r.funktion);
    end if;
  end loop;
  set local role lotse_owner;
end $$;

comment on column oeffnung.traeger_id is 'Träger, bei dem der Fall lag, als er geöffnet wurde.';
comment on column oeffnung.bis is 'Wann sie von selbst endet.';
comment on column oeffnung_wunsch.stand is 'Ob die Bitte offen, erfüllt oder abgelehnt ist.';
comment on column oeffnung_wunsch.beantwortet_von is 'Wer antwortete.';
comment on column oeffnung_wunsch.beantwortet_am is 'Wann geantwortet wurde.';
comment on column notzugriff.ab is 'Beginn.';
comment on column notzugriff.bis is 'Ende, höchstens drei Stunden nach dem Beginn.';
