-- Whom a Kreis works with, and by which agreed rules people are steered to the right help (Vorlage 197/23 §2, Konzept 4.1).
-- Partner offices are professional contacts; no client stands here.

create table stelle (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 2 and 200),
  art text not null check (art in ('abh', 'ebh', 'sozialverwaltung', 'jobcenter', 'arbeitsagentur', 'jugendamt', 'schule',
    'kita', 'migrationsberatung', 'fachberatung', 'gesundheit', 'ehrenamt', 'wohnen', 'kommunales_team', 'sonstige')),
  kommune_id text,
  ansprechpartner text not null default '' check (length(ansprechpartner) <= 200),
  telefon text not null default '' check (length(telefon) <= 60),
  email text not null default '' check (length(email) <= 200),
  weg text not null default '' check (length(weg) <= 500),
  vereinbart_am date,
  zugesteuert boolean not null default false,
  gueltig_ab date not null default current_date,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, name),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab)
);
comment on table stelle is 'Partnerstelle: steuert zu, nimmt Verweise an, kann Empfängerin einer Schweigepflichtsentbindung sein.';
comment on column stelle.ansprechpartner is 'Dienstlicher Kontakt der Stelle, keine Klient*innen.';
comment on column stelle.telefon is 'Dienstliche Nummer.';
comment on column stelle.email is 'Dienstliche Adresse.';
comment on column stelle.weg is 'Vereinbarter Weg der Zusteuerung, etwa "nach Absprache im gemeinsamen Termin".';
comment on column stelle.vereinbart_am is 'Tag der Vereinbarung; leer heißt: noch nicht vereinbart.';
comment on column stelle.zugesteuert is 'Steht in der Auswahl der zusteuernden Stellen.';

create table zusteuerung (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  reihe_id uuid not null default gen_random_uuid(),
  rang smallint not null default 100,
  bezeichnung text not null check (length(bezeichnung) between 3 and 200),
  kommune_id text,
  ortsteil_id uuid,
  zugang text,
  wohnform text,
  bedarf text check (bedarf in ('einfach', 'komplex')),
  an_traeger_id uuid,
  an_standort_id uuid,
  an_stelle_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_standort_id) references standort (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_stelle_id) references stelle (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint zusteuerung_nennt_ein_ziel check (num_nonnulls(an_traeger_id, an_stelle_id) <= 1
    and (an_standort_id is null or an_traeger_id is not null)),
  constraint zusteuerung_ueberlappt_nicht exclude using gist
    (kreis_id with =, reihe_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
comment on table zusteuerung is 'Vereinbarte Regel der Zusteuerung: wer unter diesen Bedingungen zuständig ist (Rheine: städtische Übergangswohnung an Team Beratung).';
comment on column zusteuerung.reihe_id is 'Haben alle Fassungen derselben Regel gemeinsam.';
comment on column zusteuerung.an_traeger_id is 'Träger und Stelle leer heißt: das Case Management, das am Ort zuständig ist.';
comment on column zusteuerung.rang is 'Die kleinste passende Zahl gilt.';
comment on column zusteuerung.bezeichnung is 'Satz, der als Grund gezeigt wird.';
comment on column zusteuerung.wohnform is 'Code der Codeliste "wohnform"; leer heißt jede.';
comment on column zusteuerung.zugang is 'Code der Codeliste "zugang"; leer heißt jeder.';
comment on column zusteuerung.bedarf is 'Einfaches Anliegen oder komplexer Bedarf; leer heißt beides.';

create table lage (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  am date not null,
  bis date,
  bezeichnung text not null check (length(bezeichnung) between 3 and 300),
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  check (bis >= am)
);
comment on table lage is 'Ereignis von außen, das die Arbeit belastet (Krieg, Schließung einer Unterbringung), mit Tag; erklärt Sprünge in den Zahlen.';
comment on column lage.am is 'Erster Tag.';
comment on column lage.bis is 'Letzter Tag, wenn bekannt.';

alter table standort add column telefon text not null default '' check (length(telefon) <= 60);
alter table standort add column email text not null default '' check (length(email) <= 200);
alter table standort add column oeffnung text not null default '' check (length(oeffnung) <= 500);
alter table standort add column ausstattung text[] not null default '{}'
  check (ausstattung <@ array['laptop', 'mobiltelefon', 'transportbehaeltnis', 'schrank', 'drucker']);
alter table standort add column fassung integer not null default 1;
comment on column standort.telefon is 'Nummer für Ratsuchende, öffentlich.';
comment on column standort.email is 'Funktionspostfach für Ratsuchende, öffentlich.';
comment on column standort.oeffnung is 'Öffnungszeiten in Worten, wie sie veröffentlicht werden.';
comment on column standort.ausstattung is 'Was für die Beratung außer Haus vorhanden ist (Konzept 4.1): laptop, mobiltelefon, transportbehaeltnis, schrank, drucker.';

create table stundenanteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  standort_id uuid not null,
  prozent smallint not null check (prozent between 0 and 100),
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, standort_id) references standort (kreis_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab),
  constraint stundenanteil_ueberlappt_nicht exclude using gist
    (kreis_id with =, standort_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
comment on table stundenanteil is 'Anteil der Beratungsstunden eines Trägers an einem Standort; die Anteile eines Trägers ergeben zusammen 100 %.';
comment on column stundenanteil.prozent is 'Ganze Prozent.';

create table raum (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  standort_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  geschuetzt boolean not null default true,
  primary key (kreis_id, id),
  unique (kreis_id, standort_id, name),
  foreign key (kreis_id, standort_id) references standort (kreis_id, id) on delete cascade
);
comment on table raum is 'Raum eines Standorts für Beratungen.';
comment on column raum.geschuetzt is 'Ungestört und vertraulich, wie das Konzept es verlangt (2.2).';

alter table codeliste drop constraint codeliste_liste_check;
alter table codeliste add constraint codeliste_liste_check check (liste in ('geschlecht', 'herkunftsland', 'leistungsbezug',
  'lebensbereich', 'zugang', 'ergebnis', 'abschlussgrund', 'ruhegrund', 'unterweg', 'wohnform', 'rechtskreis',
  'aufenthaltsgruppe', 'kein_fall'));

alter table stelle enable row level security;
alter table zusteuerung enable row level security;
alter table lage enable row level security;
alter table raum enable row level security;
alter table stundenanteil enable row level security;
create policy kollegen on stelle for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy pflegen on stelle to lotse_app using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
  or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
  or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on zusteuerung for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
-- A coordination of one region agrees rules for the Kommunen of its region only.
create policy pflegen on zusteuerung to lotse_app
  using (kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id = any ((select app_liste('app.ko_kommune'))::text[]));
create policy kollegen on lage for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy pflegen on lage to lotse_app using (kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
  or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on raum for select to lotse_app using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy pflegen on raum to lotse_app using (exists (select from standort s where s.kreis_id = raum.kreis_id
  and s.id = raum.standort_id and (s.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or s.kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or s.kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]))));
create policy kollegen on stundenanteil for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
-- The distribution over the places is adapted together with the Kreis (Ausschreibung Kreis Steinfurt 2.3).
create policy pflegen on stundenanteil to lotse_app
  using (kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
grant select, insert, update on stelle, zusteuerung, lage, stundenanteil to lotse_app;
grant delete on lage to lotse_app;
grant select, insert, update, delete on raum to lotse_app;
grant update (anschrift, telefon, email, oeffnung, ausstattung, fassung) on standort to lotse_app;
alter table standort enable row level security;
create policy kollegen on standort for select to lotse_app, lotse_zaehler using (true);
create policy pflegen on standort for update to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
grant select on stelle, lage to lotse_zaehler;
create policy zaehlen on stelle for select to lotse_zaehler using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on lage for select to lotse_zaehler using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
