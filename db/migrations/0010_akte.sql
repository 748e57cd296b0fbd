-- Opening a case is what people do most. Under the policies every row of its histories and contacts asks for the case
-- again, which costs more than the reading. This function repeats the predicate of the policies once, writes the row of
-- the access log itself and answers one case; names and sealed texts only to those who work on it. The plan is the same
-- for every case, so it is made once per connection.
create policy akte on fall for select to lotse_akte using (true);
create policy akte on person for select to lotse_akte using (true);
create policy akte on einwilligung for select to lotse_akte using (true);
create policy akte on geheimtext for select to lotse_akte using (true);
create policy akte on fall_status for select to lotse_akte using (true);
create policy akte on fall_zustaendigkeit for select to lotse_akte using (true);
create policy akte on fall_merkmal for select to lotse_akte using (true);
create policy akte on beratungskontakt for select to lotse_akte using (true);
create policy akte on konto for select to lotse_akte using (true);
create policy akte on lesezugriff for insert to lotse_akte with check (konto_id = (select app_konto()));
grant select on fall, person, einwilligung, geheimtext, fall_status, fall_zustaendigkeit, fall_merkmal, beratungskontakt,
  behoerde, behoerde_kommune, regel to lotse_akte;
grant select (kreis_id, id, name) on konto to lotse_akte;
grant insert on lesezugriff to lotse_akte;

create function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl int, p_aufsicht boolean, p_vorgang text)
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
        (select json_build_object('erteiltAm', e.erteilt_am, 'textfassung', e.textfassung, 'sprache', e.sprache,
            'widerrufenAm', e.widerrufen_am) from einwilligung e
          where e.kreis_id = p_kreis and e.id = p.einwilligung_id) as einwilligung,
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
comment on function fall_akte is 'Eine Fallakte mit den neuesten Kontakten, wenn das Konto den Fall sehen darf; schreibt den Lesezugriff selbst. p_aufsicht: die Koordination darf den Fall unter seiner Nummer sehen.';
alter function fall_akte(text, uuid, date, int, boolean, text) owner to lotse_akte;
revoke execute on function fall_akte(text, uuid, date, int, boolean, text) from public;
grant execute on function fall_akte(text, uuid, date, int, boolean, text) to lotse_app;

-- The list of one's own cases asks every case for its status and last contacts; the same remedy, without names. The
-- cases themselves and the persons are still read through the policies.
create function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[])
returns table (fall_id uuid, status text, eigener text, herkunft text, ab date, qualifiziert date, letzter date)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
  v_fall uuid[];
begin
  select array_agg(x.id) filter (where x.kreis_id = p_kreis) into v_fall from fall x
  where x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto));
  return query
    select g.id, g.status, g.eigener, g.herkunft, g.gueltig_ab, g.qualifiziert,
      (select k.am from beratungskontakt k where k.kreis_id = p_kreis and k.fall_id = g.id and k.ersetzt_am is null
        and k.am <= p_tag order by k.am desc limit 1)
    from (
      select f.id, s.status as eigener, s.herkunft, s.gueltig_ab, q.am as qualifiziert,
        case when s.status = 'aktiv' and s.herkunft = 'aufnahme' and greatest(s.gueltig_ab, q.am) <= p_grenze then 'ruhend'
          else s.status end as status
      from unnest(v_fall) as f (id)
      -- One row of a history holds on a day; the limits keep the planner from reading those of the whole Kreis.
      left join lateral (select h.status, h.herkunft, h.gueltig_ab from fall_status h
        where h.kreis_id = p_kreis and h.fall_id = f.id and h.ersetzt_am is null
          and h.gueltig_ab <= p_tag and (h.gueltig_bis is null or h.gueltig_bis > p_tag) limit 1) s on true
      left join lateral (select k.am from beratungskontakt k where k.kreis_id = p_kreis and k.fall_id = f.id and k.qualifiziert
        and k.ersetzt_am is null and k.am <= p_tag and p_grenze is not null and s.status = 'aktiv' and s.herkunft = 'aufnahme'
        order by k.am desc limit 1) q on true
    ) g where p_status is null or coalesce(g.status, 'ruhend') = any (p_status);
end $$;
comment on function fall_stand is 'Status und letzte Kontakte der Fälle, an denen das Konto arbeitet, an einem Tag nach heutigem Kenntnisstand. p_grenze: Tag minus Monate der Regel "aktiv_regel", leer bei gemeldetem Status.';
alter function fall_stand(text, date, date, text[]) owner to lotse_akte;
revoke execute on function fall_stand(text, date, date, text[]) from public;
grant execute on function fall_stand(text, date, date, text[]) to lotse_app;
