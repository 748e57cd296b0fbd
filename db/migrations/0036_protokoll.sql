-- The protocol is sealed in batches into a chain, so that nobody can change or cut it unnoticed.
-- What is unusual in it is a finding for the data-protection officer, and a few reads of every month are looked at.

-- Reading the log goes through functions that know whose officer somebody is; nobody at runtime reads the table itself.
drop policy if exists lesen on lesezugriff;
revoke select on lesezugriff from lotse_app;

create table protokollblock (
  kreis_id text not null references kreis (id) on delete restrict,
  nummer int not null check (nummer > 0),
  art text not null check (art in ('lesezugriff', 'ereignis')),
  von_id bigint not null,
  bis_id bigint not null,
  anzahl int not null check (anzahl > 0),
  von_am timestamptz not null,
  bis_am timestamptz not null,
  versiegelt_am timestamptz not null,
  zeilen bytea not null check (length(zeilen) = 16 * anzahl),
  zeilen_hash bytea not null check (length(zeilen_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (kreis_id, nummer),
  check (bis_id >= von_id)
);
create index protokollblock_art on protokollblock (kreis_id, art, bis_id);
create index protokollblock_zeit on protokollblock (kreis_id, art, bis_am);
comment on table protokollblock is 'Kette über das Protokoll eines Kreises: jeder Block siegelt Zeilen von "lesezugriff" oder "ereignis" und den Block davor.';
comment on column protokollblock.nummer is 'Lückenlos ab 1 je Kreis.';
comment on column protokollblock.art is 'Tabelle, deren Zeilen er siegelt.';
comment on column protokollblock.von_id is 'Erste Kennung, für die er gilt: die nach dem vorigen Block derselben Art.';
comment on column protokollblock.bis_id is 'Letzte Kennung, für die er gilt; eine Zeile dazwischen, die er nicht kennt, ist eingefügt.';
comment on column protokollblock.anzahl is 'Wie viele Zeilen er siegelt.';
comment on column protokollblock.versiegelt_am is 'Wann er gesiegelt wurde.';
comment on column protokollblock.von_am is 'Früheste Zeit seiner Zeilen.';
comment on column protokollblock.bis_am is 'Späteste Zeit seiner Zeilen.';
comment on column protokollblock.zeilen is 'Je Zeile 8 Byte Kennung und 8 Byte ihrer Prüfsumme, um die gebrochene Zeile zu nennen.';
comment on column protokollblock.zeilen_hash is 'SHA-256 über Kennungen und volle Prüfsummen aller Zeilen.';
comment on column protokollblock.hash is 'SHA-256 über den Hash davor, die Angaben dieses Blocks und seine Zeilen.';
alter table protokollblock enable row level security;
alter table protokollblock force row level security;
create policy versiegeln on protokollblock to lotse_protokoll using (true);
create policy pruefen on protokollblock for select to lotse_owner using (true);
grant select, insert on protokollblock to lotse_protokoll;

create table lesezugriff_verzeichnis (
  kreis_id text not null,
  nummer int not null,
  person_id uuid[] not null,
  primary key (kreis_id, nummer),
  foreign key (kreis_id, nummer) references protokollblock (kreis_id, nummer) on delete cascade
);
create index lesezugriff_verzeichnis_person on lesezugriff_verzeichnis using gin (person_id);
comment on table lesezugriff_verzeichnis is 'In welchen Blöcken eine Person vorkommt; beim Versiegeln geschrieben, damit das Lesen selbst keinen Index bezahlt.';
comment on column lesezugriff_verzeichnis.person_id is 'Alle Personen des Blocks.';
alter table lesezugriff_verzeichnis enable row level security;
create policy versiegeln on lesezugriff_verzeichnis to lotse_protokoll using (true);
grant select, insert on lesezugriff_verzeichnis to lotse_protokoll;

create table auffaelligkeit (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  art text not null check (art in ('viele_akten_stunde', 'viele_akten_tag', 'ungewohnte_zeit', 'fremde_akten',
    'gleicher_name', 'vor_rollenende', 'fehlgriffe', 'menge', 'kette')),
  konto_id uuid,
  person_id uuid,
  traeger_id uuid[] not null default '{}',
  tag date not null,
  von_am timestamptz not null,
  bis_am timestamptz not null,
  anzahl int not null,
  grenze int not null,
  erkannt_am timestamptz not null default now(),
  stand text not null default 'offen' check (stand in ('offen', 'geklaert', 'gemeldet')),
  notiz text not null default '' check (length(notiz) <= 500),
  bearbeitet_am timestamptz,
  bearbeitet_von uuid,
  fassung int not null default 1,
  primary key (kreis_id, id),
  unique nulls not distinct (kreis_id, art, konto_id, person_id, tag)
);
create index auffaelligkeit_konto on auffaelligkeit (kreis_id, konto_id, von_am);
comment on table auffaelligkeit is 'Was am Protokoll auffällt: ein Hinweis an den Datenschutz, kein Vorwurf.';
comment on column auffaelligkeit.art is 'Welche Regel anschlug.';
comment on column auffaelligkeit.konto_id is 'Wessen Zugriffe auffallen; leer, wenn die Kette selbst gebrochen ist.';
comment on column auffaelligkeit.person_id is 'Um wessen Akte es ging, wenn es eine bestimmte war.';
comment on column auffaelligkeit.traeger_id is 'Träger, bei denen das Konto damals eine Rolle hatte.';
comment on column auffaelligkeit.tag is 'Tag, an dem es auffiel.';
comment on column auffaelligkeit.anzahl is 'Wie viele es waren: Akten oder Versuche.';
comment on column auffaelligkeit.grenze is 'Ab wann die Regel anschlägt.';
comment on column auffaelligkeit.notiz is 'Was die Prüfung ergab, ohne Namen.';
alter table auffaelligkeit enable row level security;
alter table auffaelligkeit force row level security;

create table stichprobe (
  kreis_id text not null references kreis (id) on delete restrict,
  monat date not null check (extract(day from monat) = 1),
  lesezugriff_id bigint not null,
  rang int not null,
  traeger_id uuid[] not null default '{}',
  gezogen_am timestamptz not null default now(),
  ergebnis text check (ergebnis in ('ordnung', 'rueckfrage', 'verstoss')),
  notiz text not null default '' check (length(notiz) <= 500),
  geprueft_am timestamptz,
  geprueft_von uuid,
  fassung int not null default 1,
  primary key (kreis_id, monat, lesezugriff_id),
  unique (kreis_id, monat, rang)
);
comment on table stichprobe is 'Monatliche Stichprobe der Lesezugriffe (Maßstab § 11 Abs. 4 MeldDÜV NRW): Auswahl, die jeder nachrechnen kann, mit Ergebnis.';
comment on column stichprobe.monat is 'Erster Tag des Monats, aus dem gezogen wurde.';
comment on column stichprobe.lesezugriff_id is 'Kennung der gezogenen Zeile; ohne Fremdschlüssel, damit das Ergebnis sie überdauert.';
comment on column stichprobe.rang is 'Reihenfolge nach SHA-256 über Monat, Kreis und Kennung der Zeile.';
comment on column stichprobe.traeger_id is 'Träger des Kontos damals und der gelesenen Personen.';
comment on column stichprobe.ergebnis is 'Leer, solange nicht geprüft.';
alter table stichprobe enable row level security;

-- What the functions of the protocol see. Of a person: whose she is; her surname only to compare, never in an answer.
create policy protokoll on lesezugriff for select to lotse_protokoll using (true);
create policy protokoll on ereignis for select to lotse_protokoll using (true);
create policy protokoll on konto for select to lotse_protokoll using (true);
create policy protokoll on rolle for select to lotse_protokoll using (true);
create policy protokoll on vertretung for select to lotse_protokoll using (true);
create policy protokoll on person for select to lotse_protokoll using (true);
create policy protokoll on fall for select to lotse_protokoll using (true);
create policy protokoll on nachricht for insert to lotse_protokoll with check (true);
create policy protokoll on auffaelligkeit to lotse_protokoll using (true);
create policy protokoll on stichprobe to lotse_protokoll using (true);
grant select on kreis, lesezugriff, ereignis, rolle, vertretung to lotse_protokoll;
grant select (kreis_id, id, name) on konto to lotse_protokoll;
grant select (kreis_id, id, traeger_id, casemanager_id, familienname) on person to lotse_protokoll;
grant select (kreis_id, id, nummer, person_id, traeger_id) on fall to lotse_protokoll;
grant insert on nachricht to lotse_protokoll;
grant select, insert, update (anzahl, bis_am) on auffaelligkeit to lotse_protokoll;
grant select, insert on stichprobe to lotse_protokoll;
grant select, update (stand, notiz, bearbeitet_am, bearbeitet_von, fassung) on auffaelligkeit to lotse_app;
grant select, update (ergebnis, notiz, geprueft_am, geprueft_von, fassung) on stichprobe to lotse_app;

create function protokoll_umfang(p_kreis text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when bool_or(r.traeger_id is null) then '{}'::uuid[] else array_agg(r.traeger_id) end
  from rolle r
  where p_kreis || ':datenschutz' = any (app_liste('app.rollen')) and r.kreis_id = p_kreis and r.rolle = 'datenschutz'
    and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$$;
comment on function protokoll_umfang is 'Für wen das Konto den Datenschutz prüft: leere Liste = der ganze Kreis, sonst die Träger; null = gar nicht.';
create policy pruefen on auffaelligkeit to lotse_app
  using ((select protokoll_umfang(kreis_id)) = '{}' or traeger_id && (select protokoll_umfang(kreis_id)));
create policy pruefen on stichprobe to lotse_app
  using ((select protokoll_umfang(kreis_id)) = '{}' or traeger_id && (select protokoll_umfang(kreis_id)));

create function rollen_am(p_kreis text, p_konto uuid, p_am timestamptz) returns text[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.rolle order by r.rolle), '{}') from rolle r
  where r.kreis_id = p_kreis and r.konto_id = p_konto and r.gueltig_ab <= p_am and (r.gueltig_bis is null or r.gueltig_bis > p_am)
$$;
comment on function rollen_am is 'Rollen eines Kontos im Kreis zu einer Zeit; Rollen enden, sie werden nie überschrieben.';
create function traeger_am(p_kreis text, p_konto uuid, p_am timestamptz) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.traeger_id) filter (where r.traeger_id is not null), '{}') from rolle r
  where r.kreis_id = p_kreis and r.konto_id = p_konto and r.gueltig_ab <= p_am and (r.gueltig_bis is null or r.gueltig_bis > p_am)
$$;
comment on function traeger_am is 'Träger, bei denen ein Konto zu einer Zeit eine Rolle hatte.';

-- Same text whatever the server is set to: times in UTC, lists joined, json by its stored form.
create function protokoll_zeit(p_am timestamptz) returns text language sql stable set search_path = public, pg_temp as
$$ select to_char(p_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
comment on function protokoll_zeit is 'Eine Zeit in der Form, die gesiegelt wird.';
create function protokoll_form(z lesezugriff) returns text language sql stable set search_path = public, pg_temp as $$
  select json_build_array(z.kreis_id, protokoll_zeit(z.am), z.konto_id, array_to_string(z.person_id, ','), z.vorgang, z.zweck, z.adresse)::text
$$;
create function protokoll_form(z ereignis) returns text language sql stable set search_path = public, pg_temp as $$
  select json_build_array(z.kreis_id, protokoll_zeit(z.am), z.konto_id, z.art, z.gegenstand, z.gegenstand_id, z.daten::text, z.adresse)::text
$$;
comment on function protokoll_form(lesezugriff) is 'Der Inhalt einer Zeile in der Form, die gesiegelt wird.';
comment on function protokoll_form(ereignis) is 'Der Inhalt einer Zeile in der Form, die gesiegelt wird.';

create function protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_nummer int;
  v_hash bytea;
  v_von bigint;
  v_bis bigint;
  v_jetzt timestamptz := clock_timestamp();
  b record;
begin
  -- Only another sealing run waits here; requests never come by.
  perform pg_advisory_xact_lock(hashtextextended('protokollblock:' || p_kreis, 0));
  select k.nummer, k.hash into v_nummer, v_hash from protokollblock k where k.kreis_id = p_kreis order by k.nummer desc limit 1;
  v_nummer := coalesce(v_nummer, 0) + 1;
  v_hash := coalesce(v_hash, decode(repeat('00', 32), 'hex'));
  select coalesce(max(k.bis_id), 0) + 1 into v_von from protokollblock k where k.kreis_id = p_kreis and k.art = p_art;
  if p_art = 'lesezugriff' then
    select count(*)::int as anzahl, min(z.am) as von_am, max(z.am) as bis_am, max(z.id) as bis,
      string_agg(int8send(z.id) || z.h, ''::bytea order by z.id) as ganz,
      string_agg(int8send(z.id) || substring(z.h from 1 for 8), ''::bytea order by z.id) as zeilen into b
    from (select l.id, l.am, sha256(convert_to(protokoll_form(l), 'UTF8')) as h from lesezugriff l
      where l.kreis_id = p_kreis and l.id between v_von and p_bis order by l.id limit p_anzahl) z;
  else
    select count(*)::int as anzahl, min(z.am) as von_am, max(z.am) as bis_am, max(z.id) as bis,
      string_agg(int8send(z.id) || z.h, ''::bytea order by z.id) as ganz,
      string_agg(int8send(z.id) || substring(z.h from 1 for 8), ''::bytea order by z.id) as zeilen into b
    from (select e.id, e.am, sha256(convert_to(protokoll_form(e), 'UTF8')) as h from ereignis e
      where e.kreis_id = p_kreis and e.id between v_von and p_bis order by e.id limit p_anzahl) z;
  end if;
  if b.anzahl = 0 then return 0; end if;
  v_bis := case when b.anzahl < p_anzahl then p_bis else b.bis end;
  insert into protokollblock (kreis_id, nummer, art, von_id, bis_id, anzahl, von_am, bis_am, versiegelt_am, zeilen, zeilen_hash, hash)
  values (p_kreis, v_nummer, p_art, v_von, v_bis, b.anzahl, b.von_am, b.bis_am, v_jetzt, b.zeilen, sha256(b.ganz),
    sha256(v_hash || convert_to(json_build_array(p_kreis, v_nummer, p_art, v_von, v_bis, b.anzahl, protokoll_zeit(b.von_am),
      protokoll_zeit(b.bis_am), protokoll_zeit(v_jetzt))::text, 'UTF8') || sha256(b.ganz) || sha256(b.zeilen)));
  if p_art = 'lesezugriff' then
    insert into lesezugriff_verzeichnis (kreis_id, nummer, person_id)
    select p_kreis, v_nummer, coalesce(array_agg(distinct p), '{}') from lesezugriff l cross join unnest(l.person_id) p
    where l.kreis_id = p_kreis and l.id between v_von and v_bis;
  end if;
  return b.anzahl;
end $$;
comment on function protokoll_versiegeln is 'Siegelt die nächsten Zeilen bis p_bis in einen Block; antwortet, wie viele es waren. p_bis: bis dahin kommt keine Zeile mehr hinzu.';

create function protokoll_ab(p_kreis text, p_art text, p_am timestamptz) returns bigint
language sql stable set search_path = public, pg_temp as $$
  select coalesce(
    (select b.von_id from protokollblock b where b.kreis_id = p_kreis and b.art = p_art and b.bis_am >= p_am - interval '1 hour'
      order by b.bis_am limit 1),
    (select max(b.bis_id) + 1 from protokollblock b where b.kreis_id = p_kreis and b.art = p_art), 0)
$$;
comment on function protokoll_ab is 'Kennung, vor der keine Zeile liegt, die zu dieser Zeit oder später entstand: die Blöcke sind der Index über die Zeit.';

create function zugriffe_der_person(p_kreis text, p_person uuid) returns setof lesezugriff
language sql stable set search_path = public, pg_temp as $$
  select l.* from lesezugriff_verzeichnis v
    join protokollblock b on b.kreis_id = v.kreis_id and b.nummer = v.nummer
    join lesezugriff l on l.kreis_id = p_kreis and l.id between b.von_id and b.bis_id and p_person = any (l.person_id)
  where v.kreis_id = p_kreis and v.person_id @> array[p_person]
  union all
  select l.* from lesezugriff l
  where l.kreis_id = p_kreis and p_person = any (l.person_id) and l.id > (select coalesce(max(b.bis_id), 0)
    from protokollblock b where b.kreis_id = p_kreis and b.art = 'lesezugriff')
$$;
comment on function zugriffe_der_person is 'Alle Zeilen, in denen eine Person vorkommt.';

create function protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamptz,
  p_bis timestamptz, p_auffaellig boolean, p_vor bigint, p_anzahl int)
returns table (id bigint, am timestamptz, konto_id uuid, konto text, rollen text[], adresse text, vorgang text, zweck text,
  personen int, nummern text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_umfang uuid[] := protokoll_umfang(p_kreis);
  v_person uuid;
  v_id bigint[];
begin
  if v_umfang is null then return; end if;
  if p_nummer is not null then
    select f.person_id into v_person from fall f where f.kreis_id = p_kreis and f.nummer = p_nummer;
    if v_person is null then return; end if;
  end if;
  execute format($q$
    select array_agg(z.id) from (select l.id from %s l
    where l.kreis_id = $1 and l.id >= $2 and ($3 is null or l.id < $3) and ($4 is null or l.konto_id = $4)
      and ($5 is null or l.vorgang = $5) and ($6 is null or l.zweck = $6) and ($7 is null or l.am >= $7)
      and ($8 is null or l.am < $8)
      and (not $9 or exists (select from auffaelligkeit a where a.kreis_id = $1 and a.konto_id = l.konto_id
        and a.von_am <= l.am and a.bis_am > l.am and (a.person_id is null or a.person_id = any (l.person_id))))
      and ($10 = '{}' or traeger_am($1, l.konto_id, l.am) && $10
        or exists (select from person p where p.kreis_id = $1 and p.id = any (l.person_id) and p.traeger_id = any ($10)))
    order by l.id desc limit $11) z$q$,
    case when v_person is null then 'lesezugriff' else format('zugriffe_der_person(%L, %L)', p_kreis, v_person) end)
  into v_id using p_kreis, case when p_von is null then 0 else protokoll_ab(p_kreis, 'lesezugriff', p_von) end, p_vor, p_konto,
    p_vorgang, p_zweck, p_von, p_bis, p_auffaellig, v_umfang, p_anzahl;
  return query
    select l.id, l.am, l.konto_id, k.name, rollen_am(p_kreis, l.konto_id, l.am), l.adresse, l.vorgang, l.zweck,
      cardinality(l.person_id),
      coalesce((select array_agg(n.nummer order by n.nummer) from (select f.nummer from fall f
        where f.kreis_id = p_kreis and f.person_id = any (l.person_id)
          and (v_umfang = '{}' or f.traeger_id = any (v_umfang) or traeger_am(p_kreis, l.konto_id, l.am) && v_umfang)
        order by f.nummer limit 10) n), '{}')
    from lesezugriff l left join konto k on k.id = l.konto_id
    where l.kreis_id = p_kreis and l.id = any (v_id)
    order by l.id desc;
end $$;
comment on function protokoll_lesen is 'Lesezugriffe für den Datenschutz, neueste zuerst, mit Fallnummern und ohne Namen der Ratsuchenden.';

create function protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamptz,
  p_bis timestamptz, p_vor bigint, p_anzahl int)
returns table (id bigint, am timestamptz, konto_id uuid, konto text, rollen text[], adresse text, vorgang text, gegenstand text,
  nummern text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_umfang uuid[] := protokoll_umfang(p_kreis);
  v_gegenstand uuid[];
begin
  if v_umfang is null then return; end if;
  if p_nummer is not null then
    select array[f.id, f.person_id] into v_gegenstand from fall f where f.kreis_id = p_kreis and f.nummer = p_nummer;
    if v_gegenstand is null then return; end if;
  end if;
  return query
    select e.id, e.am, e.konto_id, k.name, rollen_am(p_kreis, e.konto_id, e.am), e.adresse, e.art, e.gegenstand,
      coalesce((select array_agg(f.nummer order by f.nummer) from fall f
        where f.kreis_id = p_kreis and (f.id = e.gegenstand_id or f.person_id = e.gegenstand_id)), '{}')
    from (select x.* from ereignis x
      where x.kreis_id = p_kreis and (p_vor is null or x.id < p_vor)
        and x.id >= case when p_von is null then 0 else protokoll_ab(p_kreis, 'ereignis', p_von) end
        and (p_konto is null or x.konto_id = p_konto) and (p_vorgang is null or x.art = p_vorgang)
        and (p_von is null or x.am >= p_von) and (p_bis is null or x.am < p_bis)
        and (v_gegenstand is null or x.gegenstand_id = any (v_gegenstand))
        and (v_umfang = '{}' or traeger_am(p_kreis, x.konto_id, x.am) && v_umfang)
      order by x.id desc limit p_anzahl) e
    left join konto k on k.id = e.konto_id
    order by e.id desc;
end $$;
comment on function protokoll_schreiben is 'Ereignisse für den Datenschutz, neueste zuerst, ohne ihre Daten.';

create function protokoll_stand(p_kreis text)
returns table (bloecke int, letzter_am timestamptz, offen bigint, konten json)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_umfang uuid[] := protokoll_umfang(p_kreis);
begin
  if v_umfang is null then return; end if;
  return query select
    coalesce((select max(b.nummer) from protokollblock b where b.kreis_id = p_kreis), 0),
    (select max(b.versiegelt_am) from protokollblock b where b.kreis_id = p_kreis),
    (select count(*) from lesezugriff l where l.kreis_id = p_kreis and l.id > (select coalesce(max(b.bis_id), 0)
        from protokollblock b where b.kreis_id = p_kreis and b.art = 'lesezugriff'))
      + (select count(*) from ereignis e where e.kreis_id = p_kreis and e.id > (select coalesce(max(b.bis_id), 0)
        from protokollblock b where b.kreis_id = p_kreis and b.art = 'ereignis')),
    (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name), '[]') from konto k
      where exists (select from rolle r where r.kreis_id = p_kreis and r.konto_id = k.id
        and (v_umfang = '{}' or r.traeger_id = any (v_umfang))));
end $$;
comment on function protokoll_stand is 'Wie weit die Kette reicht, und die Konten, nach denen man filtern kann.';

create function person_zugriffe(p_kreis text, p_person uuid)
returns table (tag date, anzahl int, rollen text[], traeger uuid[], vorgang text, zweck text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_umfang uuid[] := protokoll_umfang(p_kreis);
begin
  if not exists (select from person p where p.kreis_id = p_kreis and p.id = p_person
    and (p.traeger_id = any (app_uuids('app.cm_traeger'))
        and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
      or p.id = any (app_uuids('app.geoeffnet')) or v_umfang = '{}' or p.traeger_id = any (v_umfang))) then return; end if;
  return query
    select z.am::date, count(*)::int, z.r, z.t, z.v, z.zw
    from (select l.am at time zone 'Europe/Berlin' as am, rollen_am(p_kreis, l.konto_id, l.am) as r,
        traeger_am(p_kreis, l.konto_id, l.am) as t, l.vorgang as v, l.zweck as zw
      from zugriffe_der_person(p_kreis, p_person) l) z
    group by 1, 3, 4, 5, 6 order by 1 desc, 5;
end $$;
comment on function person_zugriffe is 'Wer die Akte einer Person las, je Tag: Aufgabe und Träger statt Namen (Art. 15 DSGVO).';

create function auffaelligkeit_sagen(p_kreis text, p_traeger uuid[], p_anzahl int) returns void
language sql volatile set search_path = public, pg_temp as $$
  insert into nachricht (kreis_id, konto_id, art, gegenstand, daten)
  select distinct p_kreis, r.konto_id, 'protokoll.auffaelligkeit', 'auffaelligkeit', jsonb_build_object('anzahl', p_anzahl)
  from rolle r
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'datenschutz'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
    and (r.traeger_id is null or r.traeger_id = any (p_traeger))
$$;
comment on function auffaelligkeit_sagen is 'Legt dem Datenschutz eine Nachricht ohne Namen hin.';

create function auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl int, p_grenze int) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_tag date := (now() at time zone 'Europe/Berlin')::date;
  v_traeger uuid[] := traeger_am(p_kreis, app_konto(), now());
  v_neu boolean;
begin
  if p_art not in ('menge', 'fehlgriffe') or app_konto() is null then return; end if;
  insert into auffaelligkeit as a (kreis_id, art, konto_id, traeger_id, tag, von_am, bis_am, anzahl, grenze)
  values (p_kreis, p_art, app_konto(), v_traeger, v_tag, v_tag::timestamp at time zone 'Europe/Berlin',
    (v_tag + 1)::timestamp at time zone 'Europe/Berlin', p_anzahl, p_grenze)
  on conflict (kreis_id, art, konto_id, person_id, tag) do update set anzahl = greatest(a.anzahl, excluded.anzahl)
  returning xmax = 0 into v_neu;
  if v_neu then perform auffaelligkeit_sagen(p_kreis, v_traeger, 1); end if;
end $$;
comment on function auffaelligkeit_melden is 'Was der laufende Server selbst am angemeldeten Konto bemerkt.';

create function auffaelligkeit_kette(p_kreis text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_neu boolean;
begin
  insert into auffaelligkeit as a (kreis_id, art, tag, von_am, bis_am, anzahl, grenze)
  values (p_kreis, 'kette', current_date, now(), now(), 1, 0)
  on conflict (kreis_id, art, konto_id, person_id, tag) do update set anzahl = a.anzahl
  returning xmax = 0 into v_neu;
  if v_neu then perform auffaelligkeit_sagen(p_kreis, '{}', 1); end if;
end $$;
comment on function auffaelligkeit_kette is 'Die nächtliche Prüfung fand die Kette gebrochen.';

create function auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_von timestamptz := p_tag::timestamp at time zone 'Europe/Berlin';
  v_bis timestamptz := (p_tag + 1)::timestamp at time zone 'Europe/Berlin';
  v_anzahl int;
  v_traeger uuid[];
begin
  with gelesen as materialized (
    -- A file that was opened; lists of many persons are no look into a file.
    select l.konto_id, l.am, l.person_id[1] as person, l.zweck, l.am at time zone 'Europe/Berlin' as ort
    from lesezugriff l
    where l.kreis_id = p_kreis and l.id >= protokoll_ab(p_kreis, 'lesezugriff', v_von - interval '35 days')
      and l.am >= v_von - interval '35 days' and l.am < v_bis and cardinality(l.person_id) = 1 and l.vorgang not like 'eingang.%'
  ), blick as materialized (
    select g.*, g.am >= v_von as heute, p.casemanager_id is distinct from g.konto_id as fremd, p.familienname,
      extract(hour from g.ort) not between 6 and 21 or extract(isodow from g.ort) > 5 as spaet
    from gelesen g left join person p on p.kreis_id = p_kreis and p.id = g.person
  ), gewohnt as (
    select b.konto_id,
      count(*) filter (where not b.heute and b.am >= v_von - interval '28 days')::numeric as alle,
      count(*) filter (where not b.heute and b.am >= v_von - interval '28 days' and b.spaet)::numeric as spaet
    from blick b group by 1
  ), gewohnt_tag as (
    select t.konto_id, avg(t.fremde) as fremde from (
      select b.konto_id, b.ort::date, count(distinct b.person) filter (where b.fremd) as fremde from blick b
      where not b.heute and b.am >= v_von - interval '28 days' group by 1, 2) t group by 1
  ), fund as (
    select 'viele_akten_stunde' as art, s.konto_id, null::uuid as person, max(s.n)::int as n, (p_grenzen ->> 'stunde')::int as grenze
    from (select b.konto_id, date_trunc('hour', b.am), count(distinct b.person) as n from blick b where b.heute group by 1, 2) s
    group by 2 having max(s.n) > (p_grenzen ->> 'stunde')::int
    union all
    select 'viele_akten_tag', b.konto_id, null, count(distinct b.person)::int, (p_grenzen ->> 'tag')::int
    from blick b where b.heute group by 2 having count(distinct b.person) > (p_grenzen ->> 'tag')::int
    union all
    select 'ungewohnte_zeit', b.konto_id, null, count(distinct b.person)::int, (p_grenzen ->> 'spaet')::int
    from blick b join gewohnt g using (konto_id) where b.heute and b.spaet
    group by 2, g.alle, g.spaet
    having count(distinct b.person) > (p_grenzen ->> 'spaet')::int and g.spaet * 5 <= g.alle
    union all
    select 'fremde_akten', b.konto_id, null, count(distinct b.person)::int, (p_grenzen ->> 'fremd')::int
    from blick b left join gewohnt_tag g using (konto_id) where b.heute and b.fremd
    group by 2, g.fremde
    having count(distinct b.person) > greatest((p_grenzen ->> 'fremd')::int, 3 * coalesce(g.fremde, 0))
    union all
    select 'gleicher_name', b.konto_id, b.person, count(*)::int, 0
    from blick b join konto k on k.id = b.konto_id
    where b.heute and sha256(convert_to(lower(b.familienname), 'UTF8'))
      = sha256(convert_to(lower(substring(k.name from '[^ ]+$')), 'UTF8'))
      and not exists (select from auffaelligkeit a where a.kreis_id = p_kreis and a.art = 'gleicher_name'
        and a.konto_id = b.konto_id and a.person_id = b.person and a.tag <> p_tag)
    group by 2, 3
    union all
    select 'vor_rollenende', b.konto_id, null, count(distinct b.person) filter (where b.am >= v_von - interval '6 days')::int,
      (p_grenzen ->> 'ende')::int
    from blick b
    where exists (select from rolle r where r.kreis_id = p_kreis and r.konto_id = b.konto_id and r.gueltig_bis >= v_von
      and r.gueltig_bis < v_bis and r.rolle in ('casemanager', 'casemanager_abh'))
    group by 2
    having count(distinct b.person) filter (where b.am >= v_von - interval '6 days') > (p_grenzen ->> 'ende')::int
      and count(distinct b.person) filter (where b.am >= v_von - interval '6 days')
        > 2 * count(distinct b.person) filter (where b.am < v_von - interval '6 days') / 4.0
  ), neu as (
    insert into auffaelligkeit as a (kreis_id, art, konto_id, person_id, traeger_id, tag, von_am, bis_am, anzahl, grenze)
    select p_kreis, f.art, f.konto_id, f.person, traeger_am(p_kreis, f.konto_id, v_bis - interval '1 second')
        || traeger_am(p_kreis, f.konto_id, v_von), p_tag,
      case when f.art = 'vor_rollenende' then v_von - interval '6 days' else v_von end, v_bis, f.n, f.grenze
    from fund f
    on conflict (kreis_id, art, konto_id, person_id, tag) do update set anzahl = greatest(a.anzahl, excluded.anzahl)
    returning xmax = 0 as neu, a.traeger_id
  )
  select count(*)::int, coalesce((select array_agg(distinct t) from neu n, unnest(n.traeger_id) t where n.neu), '{}')
  into v_anzahl, v_traeger from neu where neu.neu;
  if v_anzahl > 0 then perform auffaelligkeit_sagen(p_kreis, v_traeger, v_anzahl); end if;
  return v_anzahl;
end $$;
comment on function auffaelligkeit_suchen is 'Prüft die Lesezugriffe eines Tages nach den Regeln; antwortet, wie viel neu auffiel. Der Nachname wird nur verglichen, nie genannt.';

create function auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if protokoll_umfang(p_kreis) is null then return 0; end if;
  return auffaelligkeit_suchen(p_kreis, p_tag, p_grenzen);
end $$;
comment on function auffaelligkeit_pruefen is 'Dasselbe auf Wunsch des Datenschutzes.';

create function stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_von timestamptz := p_monat::timestamp at time zone 'Europe/Berlin';
  v_bis timestamptz := (p_monat + interval '1 month')::timestamp at time zone 'Europe/Berlin';
  v_anzahl int;
begin
  if v_bis > now() or exists (select from stichprobe s where s.kreis_id = p_kreis and s.monat = p_monat) then return 0; end if;
  with zeile as materialized (
    select l.id, l.konto_id, l.am, l.person_id from lesezugriff l
    where l.kreis_id = p_kreis and l.id >= protokoll_ab(p_kreis, 'lesezugriff', v_von) and l.am >= v_von and l.am < v_bis
  ), gezogen as (
    select z.*, row_number() over (order by sha256(convert_to(to_char(p_monat, 'YYYY-MM') || ':' || p_kreis || ':' || z.id, 'UTF8'))) as rang
    from zeile z
  ), neu as (
    insert into stichprobe (kreis_id, monat, lesezugriff_id, rang, traeger_id)
    select p_kreis, p_monat, g.id, g.rang, (select coalesce(array_agg(distinct t), '{}') from (
        select unnest(traeger_am(p_kreis, g.konto_id, g.am)) as t
        union select p.traeger_id from person p where p.kreis_id = p_kreis and p.id = any (g.person_id)) x)
    from gezogen g where g.rang <= greatest(p_mindestens, ceil((select count(*) from zeile) * p_anteil))
    returning 1
  )
  select count(*)::int into v_anzahl from neu;
  return v_anzahl;
end $$;
comment on function stichprobe_ziehen is 'Zieht die Stichprobe eines vergangenen Monats, einmal; die Auswahl folgt aus Monat, Kreis und Kennung.';

create function stichprobe_zeilen(p_kreis text, p_monat date)
returns table (id bigint, am timestamptz, konto text, rollen text[], adresse text, vorgang text, zweck text, personen int, nummern text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.am, k.name, rollen_am(p_kreis, l.konto_id, l.am), l.adresse, l.vorgang, l.zweck, cardinality(l.person_id),
    coalesce((select array_agg(n.nummer order by n.nummer) from (select f.nummer from fall f
      where f.kreis_id = p_kreis and f.person_id = any (l.person_id) order by f.nummer limit 10) n), '{}')
  from stichprobe s join lesezugriff l on l.kreis_id = s.kreis_id and l.id = s.lesezugriff_id
  left join konto k on k.id = l.konto_id
  where s.kreis_id = p_kreis and s.monat = p_monat
    and (protokoll_umfang(p_kreis) = '{}' or s.traeger_id && protokoll_umfang(p_kreis))
$$;
comment on function stichprobe_zeilen is 'Die gezogenen Lesezugriffe eines Monats, für den Datenschutz.';

create function menge_seit(p_nach bigint) returns table (id bigint, konto_id uuid, am timestamptz, fremd text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.konto_id, l.am, coalesce((select array_agg(left(md5(p.id::text), 12)) from person p
    where p.kreis_id = l.kreis_id and p.id = any (l.person_id) and l.vorgang not like 'eingang.%'
      and case when cardinality(l.person_id) = 1 then p.casemanager_id is distinct from l.konto_id
        else p.casemanager_id <> l.konto_id and not exists (select from vertretung v where v.kreis_id = l.kreis_id
          and v.konto_id = l.konto_id and v.vertritt_konto_id = p.casemanager_id and v.gueltig_ab <= current_date
          and v.gueltig_bis > current_date) end), '{}')
  from kreis k cross join lateral (
    select z.* from lesezugriff z where z.kreis_id = k.id
      and z.id > coalesce(p_nach, protokoll_ab(k.id, 'lesezugriff', now() - interval '1 day') - 1)
      and z.am >= now() - interval '1 day') l
$$;
comment on function menge_seit is 'Welche fremden Personen seit einer Zeile gelesen wurden, verschlüsselt gezählt: geöffnete Akten, die nicht die eigenen sind, und Namen in Listen außerhalb von Eigenem, Vertretung und offenem Team.';

-- Rights first, then the owner: once a function belongs to somebody else, lotse_owner can no longer take anything back.
do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['protokoll_umfang(text)', 'protokoll_stand(text)', 'person_zugriffe(text, uuid)',
    'protokoll_lesen(text, uuid, text, text, text, timestamptz, timestamptz, boolean, bigint, int)',
    'protokoll_schreiben(text, uuid, text, text, timestamptz, timestamptz, bigint, int)', 'stichprobe_zeilen(text, date)',
    'auffaelligkeit_melden(text, text, int, int)', 'auffaelligkeit_pruefen(text, date, jsonb)',
    'menge_seit(bigint)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('grant execute on function %s to lotse_app', funktion);
    execute format('alter function %s owner to lotse_protokoll', funktion);
  end loop;
  -- The background run and the command line are the owner; no request can seal, search or draw.
  foreach funktion in array array['protokoll_versiegeln(text, text, bigint, int)', 'auffaelligkeit_suchen(text, date, jsonb)',
    'auffaelligkeit_kette(text)', 'stichprobe_ziehen(text, date, numeric, int)', 'auffaelligkeit_sagen(text, uuid[], int)',
    'zugriffe_der_person(text, uuid)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('alter function %s owner to lotse_protokoll', funktion);
  end loop;
end $$;
set local role lotse_protokoll;
grant execute on function protokoll_versiegeln(text, text, bigint, int), auffaelligkeit_suchen(text, date, jsonb),
  auffaelligkeit_kette(text), stichprobe_ziehen(text, date, numeric, int) to lotse_owner;
set local role lotse_owner;

comment on column auffaelligkeit.von_am is 'Beginn der Zeit, um die es geht.';
comment on column auffaelligkeit.bis_am is 'Ende der Zeit, um die es geht.';
comment on column auffaelligkeit.erkannt_am is 'Wann die Regel sie fand.';
comment on column auffaelligkeit.stand is 'Wie weit der Datenschutz damit ist.';
comment on column auffaelligkeit.bearbeitet_am is 'Wann zuletzt jemand damit befasst war.';
comment on column auffaelligkeit.bearbeitet_von is 'Wer zuletzt damit befasst war.';
comment on column stichprobe.gezogen_am is 'Wann sie gezogen wurde.';
comment on column stichprobe.notiz is 'Was bei der Prüfung auffiel; ohne Namen.';
comment on column stichprobe.geprueft_am is 'Wann sie geprüft wurde.';
comment on column stichprobe.geprueft_von is 'Wer sie prüfte.';
