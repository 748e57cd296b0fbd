-- How a case ended (Konzept Kreis Unna 2.2), and the overview of a case in one question to the database, so that
-- opening a file stays one round trip however many concepts write in it.

create table abschluss (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  am date not null,
  grund text not null,
  gespraech text not null check (gespraech in ('gemeinsam', 'telefonisch', 'kein')),
  gespraech_am date,
  kein_grund text check (kein_grund in ('nicht_erreichbar', 'nicht_gewuenscht', 'verzogen', 'verstorben')),
  ziele_erreicht smallint not null default 0,
  ziele_gesamt smallint not null default 0,
  schritte_beendet smallint not null default 0,
  rueckblick_siegel bytea,
  naechster_siegel bytea,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  constraint gespraech_oder_grund check ((gespraech = 'kein') = (kein_grund is not null)
    and (gespraech = 'kein') = (gespraech_am is null))
);
create index abschluss_fall on abschluss (kreis_id, fall_id);
comment on table abschluss is 'Wie ein Fall endete: Gespräch, Ziele, nächster Schritt (Konzept Kreis Unna 2.2); einer je Abschluss.';
comment on column abschluss.am is 'Erster Tag, an dem der Fall abgeschlossen ist.';
comment on column abschluss.grund is 'Code der Codeliste "abschlussgrund".';
comment on column abschluss.gespraech is 'Ob es ein Abschlussgespräch gab.';
comment on column abschluss.gespraech_am is 'Tag des Gesprächs.';
comment on column abschluss.kein_grund is 'Warum es keines gab.';
comment on column abschluss.ziele_erreicht is 'Erreichte Ziele an diesem Tag.';
comment on column abschluss.ziele_gesamt is 'Ziele des Plans an diesem Tag.';
comment on column abschluss.schritte_beendet is 'Offene Schritte, die mit dem Abschluss entfielen.';
comment on column abschluss.rueckblick_siegel is 'Was erreicht wurde, versiegelt unter dem Schlüssel der Person.';
comment on column abschluss.naechster_siegel is 'Nächster Schritt danach, ebenso versiegelt.';
alter table abschluss enable row level security;
alter table abschluss force row level security;
create policy eigene on abschluss to lotse_app using (kreis_id = (select app_zweck_kreis()) or exists (select from fall f
  join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  where f.kreis_id = abschluss.kreis_id and f.id = abschluss.fall_id));
create policy akte on abschluss for select to lotse_akte using (true);
create policy zaehlen on abschluss for select to lotse_zaehler using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
grant select, insert on abschluss to lotse_app;
grant select on abschluss to lotse_akte;
grant select (kreis_id, id, fall_id, am, grund, gespraech, ziele_erreicht, ziele_gesamt, schritte_beendet, erfasst_am)
  on abschluss to lotse_zaehler;

-- The overview reads what the case work wrote, beside fall_akte and with the same predicate: the rows lie open to the
-- owner of the function only. Codes, days and sealed words; null for everyone who does not work on the case.
create policy akte on erstberatung for select to lotse_akte using (true);
create policy akte on anfrage for select to lotse_akte using (true);
create policy akte on termin for select to lotse_akte using (true);
create policy akte on entbindung for select to lotse_akte using (true);
create policy akte on person_merkmal for select to lotse_akte using (true);
grant select (kreis_id, anfrage_id, am) on erstberatung to lotse_akte;
grant select (kreis_id, id, fall_id, eingegangen_am) on anfrage to lotse_akte;
grant select (kreis_id, id, fall_id, beginn, stand) on termin to lotse_akte;
grant select (kreis_id, person_id, gueltig_bis, widerrufen_am) on entbindung to lotse_akte;
grant select (kreis_id, person_id, merkmal, laeuft_ab_am, gueltig_bis, ersetzt_am) on person_merkmal to lotse_akte;

create function fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date) returns json
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
  v_person uuid;
begin
  select p.id into v_person from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  where f.kreis_id = p_kreis and f.id = p_fall and f.traeger_id = any (v_traeger)
    and (f.casemanager_id is null or f.casemanager_id = any (v_konto)) and p.traeger_id = any (v_traeger)
    and (p.casemanager_id is null or p.casemanager_id = any (v_konto));
  if v_person is null then return null; end if;
  return (select row_to_json(u) from (select
    (select max(e.am) from anfrage a join erstberatung e on e.kreis_id = a.kreis_id and e.anfrage_id = a.id
      where a.kreis_id = p_kreis and a.fall_id = p_fall) as "erstberatungAm",
    (select min(a.eingegangen_am) from anfrage a where a.kreis_id = p_kreis and a.fall_id = p_fall) as "anfrageAm",
    (select coalesce(sum(k.dauer_minuten), 0) from beratungskontakt k where k.kreis_id = p_kreis and k.fall_id = p_fall
      and k.ersetzt_am is null) as beratungszeit,
    (select coalesce(json_agg(json_build_object('am', a.am, 'stand', a.stand) order by a.runde), '[]') from assessment a
      where a.kreis_id = p_kreis and a.fall_id = p_fall) as assessment,
    (select json_build_object('gesamt', count(*), 'erreicht', count(*) filter (where z.stand = 'erreicht'),
        'offen', count(*) filter (where z.stand in ('offen', 'in_arbeit', 'teilweise'))) from hilfeplan_ziel z
      where z.kreis_id = p_kreis and z.fall_id = p_fall and z.entfernt_am is null) as ziele,
    (select max(v.unterschrieben_am) from hilfeplan_version v where v.kreis_id = p_kreis and v.fall_id = p_fall
      and v.stand <> 'entwurf') as "unterschriebenAm",
    (select json_build_object('offen', count(*), 'naechste', coalesce(json_agg(json_build_object('id', s.id, 'akteur', s.akteur,
          'faelligAm', s.faellig_am, 'siegel', encode(s.worte_siegel, 'base64')) order by s.faellig_am, s.prioritaet,
          s.reihenfolge) filter (where s.rang <= 5), '[]'))
      from (select s.*, z.prioritaet, row_number() over (order by s.faellig_am, z.prioritaet, s.reihenfolge) as rang
        from hilfeplan_schritt s
        join hilfeplan_ziel z on z.kreis_id = s.kreis_id and z.id = s.ziel_id and z.entfernt_am is null
          and z.stand in ('offen', 'in_arbeit', 'teilweise')
        where s.kreis_id = p_kreis and s.fall_id = p_fall and s.entfernt_am is null
          and s.stand in ('offen', 'in_arbeit')) s) as schritt,
    (select json_build_object('gesamt', count(*), 'ersteAm', min(v.am) filter (where v.stand <> 'vorbereitet'),
        'letzteAm', max(v.am) filter (where v.stand <> 'vorbereitet'),
        'laufend', count(*) filter (where v.stand in ('vorbereitet', 'gesendet', 'warteliste', 'angenommen', 'begonnen')),
        'rueckmeldungBis', min(v.rueckmeldung_bis) filter (where v.stand in ('gesendet', 'warteliste', 'angenommen', 'begonnen')))
      from vermittlung v where v.kreis_id = p_kreis and v.fall_id = p_fall) as vermittlung,
    (select json_build_object('offen', count(*), 'faelligAm', min(a.faellig_am)) from aufgabe a
      where a.kreis_id = p_kreis and a.fall_id = p_fall and a.stand = 'offen') as aufgabe,
    (select r.wert from regel r where r.kreis_id = p_kreis and r.schluessel = 're_assessment' and r.ersetzt_am is null
      and r.gueltig_ab <= p_tag and (r.gueltig_bis is null or r.gueltig_bis > p_tag)) as regel,
    (select t.beginn from termin t where t.kreis_id = p_kreis and t.fall_id = p_fall and t.stand = 'geplant'
      and t.beginn >= now() order by t.beginn limit 1) as termin,
    (select coalesce(json_agg(json_build_object('art', x.art, 'am', x.am) order by x.am), '[]') from (
      select 'titel' as art, m.laeuft_ab_am as am from person_merkmal m where m.kreis_id = p_kreis and m.person_id = v_person
        and m.merkmal = 'aufenthaltstitel' and m.ersetzt_am is null and m.gueltig_bis is null and m.laeuft_ab_am <= p_ablauf
      union all
      select 'einwilligung', e.ablauf_am from einwilligung e where e.kreis_id = p_kreis and e.person_id = v_person
        and e.widerrufen_am is null and e.abgeloest_am is null and e.ablauf_am <= p_ablauf
      union all
      select 'entbindung', e.gueltig_bis - 1 from entbindung e where e.kreis_id = p_kreis and e.person_id = v_person
        and e.widerrufen_am is null and e.gueltig_bis > p_tag and e.gueltig_bis <= p_ablauf) x) as ablauf,
    (select coalesce(json_agg(json_build_object('id', a.id, 'am', a.am, 'grund', a.grund, 'gespraech', a.gespraech,
        'gespraechAm', a.gespraech_am, 'keinGrund', a.kein_grund, 'zieleErreicht', a.ziele_erreicht,
        'zieleGesamt', a.ziele_gesamt, 'rueckblick', encode(a.rueckblick_siegel, 'base64'),
        'naechster', encode(a.naechster_siegel, 'base64')) order by a.am desc, a.erfasst_am desc), '[]') from abschluss a
      where a.kreis_id = p_kreis and a.fall_id = p_fall) as abschluss) u);
end $$;
comment on function fall_ueberblick is 'Stand der Fallarbeit, wenn das Konto an dem Fall arbeitet: Runden, Ziele, offene Schritte, Vermittlungen, Aufgaben, Termin, was bis p_ablauf endet, Abschlüsse. Wörter versiegelt.';
alter function fall_ueberblick(text, uuid, date, date) owner to lotse_akte;
revoke execute on function fall_ueberblick(text, uuid, date, date) from public;
grant execute on function fall_ueberblick(text, uuid, date, date) to lotse_app;
