-- The blind check against double care (Konzept 4.3): keyed match codes apart from the files, asked only through a function.
-- The asker learns "possible"; the Koordination learns two numbers and mediates.

create table begleitungscode (
  kreis_id text not null,
  person_id uuid not null,
  code bytea not null check (length(code) = 32),
  primary key (kreis_id, person_id, code),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade
);
create index begleitungscode_code on begleitungscode (kreis_id, code);
comment on table begleitungscode is 'HMAC über Name und Geburtsdatum in Varianten; ohne den Schlüssel der Installation nicht nachzurechnen.';
comment on column begleitungscode.code is 'HMAC-SHA-256.';

create table doppelbetreuung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  gefragt_von uuid not null,
  fragende_traeger_id uuid not null,
  fragende_person_id uuid not null,
  andere_traeger_id uuid not null,
  andere_person_id uuid not null,
  stand text not null default 'offen' check (stand in ('offen', 'verschieden', 'eine_begleitung', 'federfuehrung')),
  federfuehrung_traeger_id uuid,
  fragende_aufgaben text[] not null default '{}',
  andere_aufgaben text[] not null default '{}',
  erfasst_am timestamptz not null default now(),
  geklaert_am timestamptz,
  geklaert_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fragende_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, andere_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, federfuehrung_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, fragende_person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, andere_person_id) references person (kreis_id, id) on delete cascade,
  constraint federfuehrung_nennt_traeger
    check ((stand in ('eine_begleitung', 'federfuehrung')) = (federfuehrung_traeger_id is not null)),
  constraint federfuehrung_bei_beteiligten
    check (federfuehrung_traeger_id in (fragende_traeger_id, andere_traeger_id)),
  constraint aufgaben_nur_bei_federfuehrung
    check (stand = 'federfuehrung' or cardinality(fragende_aufgaben || andere_aufgaben) = 0),
  constraint klaerung_nennt_tag check ((stand = 'offen') = (geklaert_am is null))
);
create unique index doppelbetreuung_paar on doppelbetreuung
  (kreis_id, least(fragende_person_id, andere_person_id), greatest(fragende_person_id, andere_person_id));
comment on table doppelbetreuung is 'Mögliche doppelte Begleitung durch zwei Träger; die Koordination vermittelt (Konzept 4.3).';
comment on column doppelbetreuung.gefragt_von is 'Konto, dessen Prüfung anschlug.';
comment on column doppelbetreuung.stand is 'Was die Klärung ergab.';
comment on column doppelbetreuung.federfuehrung_traeger_id is 'Wer die Federführung hat; bei "eine_begleitung", wer allein weiter begleitet.';
comment on column doppelbetreuung.fragende_aufgaben is 'Lebensbereiche, um die sich der fragende Träger kümmert.';
comment on column doppelbetreuung.andere_aufgaben is 'Lebensbereiche, um die sich der andere Träger kümmert.';
comment on column doppelbetreuung.geklaert_am is 'Wann die Klärung feststand.';
comment on column doppelbetreuung.geklaert_von is 'Wer sie festgehalten hat.';

create table abgleich (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  am timestamptz not null default now(),
  treffer boolean not null,
  beantwortet boolean not null,
  primary key (kreis_id, id)
);
create index abgleich_konto on abgleich (konto_id, am);
comment on table abgleich is 'Jede blinde Prüfung auf doppelte Begleitung: wer, wann, ob sie anschlug; Grundlage der Mengengrenze.';
comment on column abgleich.am is 'Zeitpunkt.';
comment on column abgleich.treffer is 'Ob sie anschlug.';
comment on column abgleich.beantwortet is 'Ob das Konto eine Antwort bekam; nach einer Namensänderung und über der Mengengrenze erfährt nur die Koordination davon.';

alter table begleitungscode enable row level security;  alter table begleitungscode force row level security;
alter table doppelbetreuung enable row level security;  alter table doppelbetreuung force row level security;
alter table abgleich enable row level security;         alter table abgleich force row level security;

-- No role of the server reads these three tables. lotse_abgleich, which nobody can log in as, owns the functions below;
-- of a person it sees who works with it, never the name.
create policy abgleichen on begleitungscode to lotse_abgleich using (true);
create policy abgleichen on doppelbetreuung to lotse_abgleich using (true);
create policy abgleichen on abgleich to lotse_abgleich using (true);
create policy abgleichen on person for select to lotse_abgleich using (true);
create policy abgleichen on fall for select to lotse_abgleich using (true);
create policy abgleichen on anfrage for select to lotse_abgleich using (true);
create policy abgleichen on konto for select to lotse_abgleich using (true);
create policy abgleichen on rolle for select to lotse_abgleich using (true);
grant select, insert, delete on begleitungscode to lotse_abgleich;
grant select, insert, delete on doppelbetreuung to lotse_abgleich;
grant update (stand, federfuehrung_traeger_id, fragende_aufgaben, andere_aufgaben, geklaert_am, geklaert_von)
  on doppelbetreuung to lotse_abgleich;
grant select, insert on abgleich to lotse_abgleich;
grant select (kreis_id, id, traeger_id, casemanager_id, gesperrt_am, aufgegangen_in) on person to lotse_abgleich;
grant select (kreis_id, id, nummer, person_id, kommune_id, aufgenommen_am) on fall to lotse_abgleich;
grant select (kreis_id, id, nummer, person_id, kommune_id, eingegangen_am) on anfrage to lotse_abgleich;
grant select (kreis_id, id, gesperrt_am) on konto to lotse_abgleich;
grant select on rolle, region_kommune to lotse_abgleich;

-- Number and Kommune under which a person is known: the youngest case, else the youngest Anfrage.
create function begleitung_seite(p_kreis text, p_person uuid) returns table (nummer text, kommune_id text)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.nummer, x.kommune_id from (
    select f.nummer, f.kommune_id, 1 as rang, f.aufgenommen_am as am from fall f
    where f.kreis_id = p_kreis and f.person_id = p_person
    union all
    select a.nummer, a.kommune_id, 2, a.eingegangen_am from anfrage a
    where a.kreis_id = p_kreis and a.person_id = p_person
  ) x order by x.rang, x.am desc, x.nummer limit 1
$$;

-- The Koordination of the Kreis, and those of the regions in which one of the two lives.
create function begleitung_koordination(p_kreis text, p_personen uuid[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct k.id), '{}') from rolle r
  join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'koordination'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
    and (r.region_id is null or exists (
      select from region_kommune rk, unnest(p_personen) p, lateral begleitung_seite(p_kreis, p) s
      where rk.kreis_id = r.kreis_id and rk.region_id = r.region_id and rk.kommune_id = s.kommune_id
        and rk.gueltig_ab <= current_date and (rk.gueltig_bis is null or rk.gueltig_bis > current_date)))
$$;

create function begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze int)
returns table (antwort text, neu uuid, an uuid[])
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_traeger uuid;
  v_andere uuid[];
  v_beantwortet boolean;
begin
  -- Two Träger that enter the same person at the same moment must see each other.
  perform pg_advisory_xact_lock(hashtext('begleitung'), hashtext(p_kreis));
  select p.traeger_id into v_traeger from person p
  where p.kreis_id = p_kreis and p.id = p_person and p.gesperrt_am is null
    and (p.traeger_id = any (app_uuids('app.cm_traeger'))
        and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
      or p.kreis_id = app_zweck_kreis());
  if not found then return; end if;
  delete from begleitungscode b where b.kreis_id = p_kreis and b.person_id = p_person;
  insert into begleitungscode (kreis_id, person_id, code) select p_kreis, p_person, c from (select distinct unnest(p_code)) x (c);

  select array_agg(distinct p.id) into v_andere from begleitungscode b
  join person p on p.kreis_id = b.kreis_id and p.id = b.person_id
  where b.kreis_id = p_kreis and b.code = any (p_code) and p.traeger_id <> v_traeger and p.gesperrt_am is null
    and not exists (select from doppelbetreuung d where d.kreis_id = p_kreis and d.stand = 'verschieden'
      and least(d.fragende_person_id, d.andere_person_id) = least(p.id, p_person)
      and greatest(d.fragende_person_id, d.andere_person_id) = greatest(p.id, p_person));
  v_beantwortet := p_fragt and (select count(*) < p_grenze from abgleich a
    where a.konto_id = app_konto() and a.beantwortet and a.am > now() - interval '1 hour');
  insert into abgleich (kreis_id, konto_id, treffer, beantwortet)
  values (p_kreis, app_konto(), v_andere is not null, v_beantwortet);

  return query
    with n as (
      insert into doppelbetreuung as d (kreis_id, gefragt_von, fragende_traeger_id, fragende_person_id, andere_traeger_id,
        andere_person_id)
      select p_kreis, app_konto(), v_traeger, p_person, p.traeger_id, p.id
      from person p where p.kreis_id = p_kreis and p.id = any (v_andere)
      on conflict do nothing
      returning d.id, d.andere_person_id
    )
    select case when not v_beantwortet then 'nur_koordination' when v_andere is null then 'keine' else 'moeglich' end, n.id,
      case when n.id is not null then begleitung_koordination(p_kreis, array[p_person, n.andere_person_id]) end
    from (select 1) x left join n on true;
end $$;
comment on function begleitung_pruefen is 'Erneuert die Prüfzeichen einer Person und vergleicht sie mit denen anderer Träger. Antwort: keine, moeglich oder, über der Grenze und ohne Frage, nur_koordination; dazu, welche Koordination von neuen Treffern erfährt; nie wer oder wo. p_fragt: das Konto wartet auf Antwort, höchstens p_grenze in der Stunde.';

create function begleitung_vergessen(p_kreis text, p_person uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person p where p.kreis_id = p_kreis and p.id = p_person
    and (p.traeger_id = any (app_uuids('app.cm_traeger'))
        and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
      or p.kreis_id = app_zweck_kreis())) then return; end if;
  delete from begleitungscode b where b.kreis_id = p_kreis and b.person_id = p_person;
  delete from doppelbetreuung d where d.kreis_id = p_kreis and d.stand = 'offen'
    and p_person in (d.fragende_person_id, d.andere_person_id);
end $$;
comment on function begleitung_vergessen is 'Nimmt eine Person aus der blinden Prüfung, weil sie ihre Einwilligung widerrufen hat.';

create function doppelbetreuung_liste(p_kreis text)
returns table (id uuid, stand text, erfasst_am timestamptz, geklaert_am timestamptz, fragende_traeger_id uuid,
  fragende_nummer text, andere_traeger_id uuid, andere_nummer text, federfuehrung_traeger_id uuid,
  fragende_aufgaben text[], andere_aufgaben text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.stand, d.erfasst_am, d.geklaert_am, d.fragende_traeger_id, f.nummer, d.andere_traeger_id, a.nummer,
    d.federfuehrung_traeger_id, d.fragende_aufgaben, d.andere_aufgaben
  from doppelbetreuung d
  left join lateral begleitung_seite(d.kreis_id, d.fragende_person_id) f on true
  left join lateral begleitung_seite(d.kreis_id, d.andere_person_id) a on true
  where d.kreis_id = p_kreis and (d.kreis_id = any (app_liste('app.ko_kreis'))
    or f.kommune_id = any (app_liste('app.ko_kommune')) or a.kommune_id = any (app_liste('app.ko_kommune')))
  order by d.erfasst_am, d.id
$$;
comment on function doppelbetreuung_liste is 'Mögliche doppelte Begleitungen, die diese Koordination vermittelt: zwei Träger, zwei Nummern, keine Namen.';

create function doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[])
returns table (fragende boolean, traeger_id uuid, nummer text, an uuid[])
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare d doppelbetreuung;
begin
  select x.* into d from doppelbetreuung x where x.kreis_id = p_kreis and x.id = p_id and x.stand = 'offen'
    and exists (select from doppelbetreuung_liste(p_kreis) l where l.id = p_id) for update;
  if not found then return; end if;
  update doppelbetreuung x set stand = p_stand, federfuehrung_traeger_id = p_traeger, fragende_aufgaben = p_fragende,
    andere_aufgaben = p_andere, geklaert_am = now(), geklaert_von = app_konto()
  where x.kreis_id = p_kreis and x.id = p_id;
  return query
    select s.fragende, s.traeger_id, n.nummer,
      coalesce((select array[p.casemanager_id] from person p
          where p.kreis_id = p_kreis and p.id = s.person_id and p.casemanager_id is not null),
        (select array_agg(distinct r.konto_id) from rolle r where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis
          and r.rolle = 'casemanager' and r.traeger_id = s.traeger_id
          and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())), '{}')
    from (values (true, d.fragende_traeger_id, d.fragende_person_id), (false, d.andere_traeger_id, d.andere_person_id))
      s (fragende, traeger_id, person_id)
    left join lateral begleitung_seite(p_kreis, s.person_id) n on true;
end $$;
comment on function doppelbetreuung_klaeren is 'Hält fest, was die Vermittlung ergab; antwortet je Seite mit der Nummer und den Konten, die es erfahren. Keine Zeile: nicht offen oder nicht zuständig.';

create function begleitung_absprache(p_kreis text, p_person uuid)
returns table (andere_traeger_id uuid, federfuehrung_traeger_id uuid, eigene_aufgaben text[], andere_aufgaben text[], geklaert_am timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when d.fragende_person_id = p_person then d.andere_traeger_id else d.fragende_traeger_id end,
    d.federfuehrung_traeger_id,
    case when d.fragende_person_id = p_person then d.fragende_aufgaben else d.andere_aufgaben end,
    case when d.fragende_person_id = p_person then d.andere_aufgaben else d.fragende_aufgaben end, d.geklaert_am
  from doppelbetreuung d join person p on p.kreis_id = d.kreis_id and p.id = p_person
  where d.kreis_id = p_kreis and d.stand = 'federfuehrung' and p_person in (d.fragende_person_id, d.andere_person_id)
    and p.gesperrt_am is null and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  order by d.geklaert_am desc
$$;
comment on function begleitung_absprache is 'Mit welchem Träger die Federführung für eine eigene Person abgesprochen ist, und wer sich worum kümmert (Konzept 4.3).';

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['begleitung_seite(text, uuid)', 'begleitung_koordination(text, uuid[])',
    'begleitung_pruefen(text, uuid, bytea[], boolean, int)', 'begleitung_vergessen(text, uuid)', 'doppelbetreuung_liste(text)',
    'doppelbetreuung_klaeren(text, uuid, text, uuid, text[], text[])', 'begleitung_absprache(text, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to lotse_abgleich', funktion);
    execute format('revoke execute on function %s from public', funktion);
  end loop;
end $$;
grant execute on function begleitung_pruefen(text, uuid, bytea[], boolean, int), begleitung_vergessen(text, uuid),
  doppelbetreuung_liste(text), doppelbetreuung_klaeren(text, uuid, text, uuid, text[], text[]),
  begleitung_absprache(text, uuid) to lotse_app;
