-- Every file that leaves Lotse has a number and a row: who took it, with which question, how much.
-- The row is written in the transaction that answers; the running server may add rows, nothing else.

create table ausgabe (
  kreis_id text not null references kreis (id) on delete restrict,
  jahr int not null check (jahr between 2000 and 2999),
  nummer int not null check (nummer > 0),
  am timestamptz not null default now(),
  konto_id uuid not null,
  traeger_id uuid[] not null default '{}',
  vorgang text not null check (vorgang ~ '^[a-z][A-Za-z0-9]{2,60}$'),
  benannt boolean not null,
  vermerkt boolean not null,
  frage jsonb not null default '{}' check (jsonb_typeof(frage) = 'object'),
  dateiart text not null check (dateiart ~ '^[a-z0-9.+/-]{3,100}$'),
  groesse int not null check (groesse >= 0),
  pruefsumme bytea not null check (octet_length(pruefsumme) = 32),
  adresse text not null default coalesce(current_setting('app.adresse', true), ''),
  primary key (kreis_id, jahr, nummer)
);
create index ausgabe_am on ausgabe (kreis_id, am desc);
comment on table ausgabe is 'Jede Datei, die Lotse verlassen hat: ohne Eintrag keine Datei.';
comment on column ausgabe.jahr is 'Jahr, in dem die Nummer vergeben wurde.';
comment on column ausgabe.dateiart is 'Medientyp, etwa "application/pdf".';
comment on column ausgabe.nummer is 'Fortlaufend je Kreis und Jahr; mit dem Jahr zusammen steht sie als Vermerk in der Datei, etwa 2026-000123.';
comment on column ausgabe.konto_id is 'Wer die Datei holte; ohne Fremdschlüssel, damit der Eintrag das Konto überdauert.';
comment on column ausgabe.traeger_id is 'Träger, für die das Konto damals im Kreis arbeitete; leer bei Rollen für den ganzen Kreis.';
comment on column ausgabe.vorgang is 'Name des Vorgangs in der Vorgangsliste, etwa "exportFallzahlen".';
comment on column ausgabe.benannt is 'In der Datei steht eine benannte Person.';
comment on column ausgabe.vermerkt is 'Die Datei trägt Nummer, Konto und Zeit als Vermerk.';
comment on column ausgabe.frage is 'Womit gefragt wurde: Schlüssel, Tage und Zahlen; freier Text steht nur als null, Kennungen von Fällen und Personen gar nicht.';
comment on column ausgabe.groesse is 'In Bytes.';
comment on column ausgabe.pruefsumme is 'SHA-256 der Datei, damit sich zeigen lässt, ob es diese war.';
comment on column ausgabe.adresse is 'Netzadresse, an die die Datei ging.';

create table ausgabe_nummer (
  kreis_id text not null references kreis (id) on delete restrict,
  jahr int not null,
  letzte int not null,
  primary key (kreis_id, jahr)
);
comment on table ausgabe_nummer is 'Letzte vergebene Ausgabenummer; die Zeile ist bis zum Ende des Vorgangs gesperrt, darum gibt es keine Lücke.';

comment on column ausgabe_nummer.jahr is 'Jahr der Nummern.';
comment on column ausgabe_nummer.letzte is 'Zuletzt vergebene Nummer des Jahres.';

create function ausgabe_naechste(p_kreis text, p_jahr int) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into ausgabe_nummer as n (kreis_id, jahr, letzte) values (p_kreis, p_jahr, 1)
  on conflict (kreis_id, jahr) do update set letzte = n.letzte + 1
  returning letzte
$$;
comment on function ausgabe_naechste is 'Vergibt die nächste Ausgabenummer eines Kreises und Jahres.';
revoke execute on function ausgabe_naechste(text, int) from public;
grant execute on function ausgabe_naechste(text, int) to lotse_app;

create function ausgabe_traeger(p_kreis text) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.traeger_id) filter (where r.traeger_id is not null), '{}')
  from rolle r
  where r.kreis_id = p_kreis and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$$;
comment on function ausgabe_traeger is 'Träger, für die das Konto im Kreis gerade arbeitet.';
revoke execute on function ausgabe_traeger(text) from public;
grant execute on function ausgabe_traeger(text) to lotse_app;

alter table ausgabe enable row level security;
alter table ausgabe_nummer enable row level security;
create policy schreiben on ausgabe for insert to lotse_app with check (konto_id = (select app_konto()));
-- The officer of the Kreis sees all, the officer of a Träger what its people took.
create policy lesen on ausgabe for select to lotse_app
  using (kreis_id || ':datenschutz' = any ((select app_liste('app.rollen'))::text[])
    and exists (select from rolle r
      where r.kreis_id = ausgabe.kreis_id and r.konto_id = (select app_konto()) and r.rolle = 'datenschutz'
        and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
        and (r.traeger_id is null or r.traeger_id = any (ausgabe.traeger_id))));
grant insert, select on ausgabe to lotse_app;
