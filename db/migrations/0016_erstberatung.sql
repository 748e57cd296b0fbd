-- The first talk and its Screening-Bogen, and facts of a person that change over time (title, languages, legal spheres).
-- Without consent only ratings by area lie here; with it the whole sheet is sealed under the key of the person.

create table erstberatung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid not null,
  am date not null,
  dauer_minuten smallint check (dauer_minuten between 1 and 600),
  dolmetschen text not null default 'kein' check (dolmetschen in ('kein', 'ehrenamtlich', 'professionell', 'angehoerige')),
  person_id uuid,
  bedarf jsonb,
  bogen_id uuid,
  vorschlag text not null check (vorschlag in ('information', 'verweis', 'kurzberatung', 'case_management')),
  vorschlag_grund text not null,
  entscheidung text check (entscheidung in ('information', 'verweis', 'kurzberatung', 'case_management')),
  abweichung_code text,
  folgetermin_bis date,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, anfrage_id),
  foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict,
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete set null (person_id),
  foreign key (kreis_id, bogen_id) references geheimtext (kreis_id, id) on delete set null (bogen_id),
  constraint ohne_person_nur_bedarf check ((person_id is not null or bogen_id is null) and (person_id is null or bedarf is null))
);
comment on table erstberatung is 'Erstberatung mit Screening-Bogen (Konzept 2.2): Vorschlag der Regel und Entscheidung der Fachkraft.';
comment on column erstberatung.am is 'Tag des Gesprächs.';
comment on column erstberatung.dauer_minuten is 'Dauer ohne Dokumentation.';
comment on column erstberatung.dolmetschen is 'Wer gedolmetscht hat.';
comment on column erstberatung.bedarf is 'Einschätzung und Hilfen je Lebensbereich und Sprache, nur Codes und nur, solange es keine Person gibt; danach steht alles versiegelt im Bogen.';
comment on column erstberatung.bogen_id is 'Der ganze Bogen, versiegelt unter dem Schlüssel der Person.';
comment on column erstberatung.vorschlag is 'Was die Regel des Kreises vorschlägt.';
comment on column erstberatung.vorschlag_grund is 'Schlüssel des Grundes, etwa "schwelle" oder "schwere_ausnahme".';
comment on column erstberatung.entscheidung is 'Was die Fachkraft entschieden hat; leer, solange offen.';
comment on column erstberatung.abweichung_code is 'Kurzer Grund, wenn die Entscheidung vom Vorschlag abweicht und es keine Person gibt; sonst steht er im Bogen.';
comment on column erstberatung.folgetermin_bis is 'Letzter Tag für den Folgetermin: sechs Wochen, wenn der Bedarf nicht erledigt ist (Konzept 2.2).';

create table person_merkmal (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  merkmal text not null check (merkmal in ('aufenthaltstitel', 'aufenthaltsgruppe', 'rechtskreis', 'leistungsbezug', 'sprache',
    'deutsch', 'einreise', 'haushalt')),
  wert text not null check (length(wert) between 1 and 80),
  laeuft_ab_am date,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab),
  constraint person_merkmal_ueberlappt_nicht exclude using gist (
    kreis_id with =, person_id with =, merkmal with =,
    (case when merkmal in ('rechtskreis', 'sprache') then wert else '' end) with =,
    daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index person_merkmal_person on person_merkmal (kreis_id, person_id) where ersetzt_am is null;
create index person_merkmal_ablauf on person_merkmal (kreis_id, laeuft_ab_am) where ersetzt_am is null and laeuft_ab_am is not null;
comment on table person_merkmal is 'Was sich an der Lage einer Person ändert: Aufenthaltstitel mit Ablauf, Rechtskreise, Leistungsbezug, Sprachen, Deutschniveau, Einreise, Haushalt.';
comment on column person_merkmal.wert is 'Code; einen Wert für unerlaubten Aufenthalt gibt es nicht (§ 87 AufenthG).';
comment on column person_merkmal.laeuft_ab_am is 'Letzter Gültigkeitstag des Titels.';

alter table erstberatung enable row level security;    alter table erstberatung force row level security;
alter table person_merkmal enable row level security;  alter table person_merkmal force row level security;
-- Without a person it belongs to the team of the Träger; with one it goes with the person, also through an Übergabe.
create policy lesen on erstberatung for select to lotse_app
  using ((person_id is null and traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]))
    or exists (select from person p where p.kreis_id = erstberatung.kreis_id and p.id = erstberatung.person_id));
create policy schreiben on erstberatung to lotse_app using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
  and (person_id is null or exists (select from person p where p.kreis_id = erstberatung.kreis_id and p.id = erstberatung.person_id)));
create policy eigene on person_merkmal to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from person p where p.kreis_id = person_merkmal.kreis_id and p.id = person_merkmal.person_id));
grant select, insert, update on erstberatung, person_merkmal to lotse_app;
create policy zaehlen on erstberatung for select to lotse_zaehler
  using (exists (select from anfrage a where a.kreis_id = erstberatung.kreis_id and a.id = erstberatung.anfrage_id));
grant select (kreis_id, id, anfrage_id, traeger_id, am, dauer_minuten, dolmetschen, vorschlag, vorschlag_grund, entscheidung,
  folgetermin_bis, erfasst_am) on erstberatung to lotse_zaehler;
