-- Directory of the social space: who offers what, for whom, where, and when that was last confirmed
-- (Case-Management-Konzept Kreis Unna 4.2). Professional contacts and offers only; no client stands here.

create table angebot (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  stelle_id uuid not null,
  name text not null check (length(name) between 2 and 200),
  beschreibung text not null default '' check (length(beschreibung) <= 2000),
  art text not null check (art in ('wohnen', 'arbeit', 'gesundheit', 'beratung', 'amt', 'bildung', 'sprachkurs',
    'kinderbetreuung', 'ehrenamt', 'verein', 'arbeitgeberservice', 'sonstige')),
  beratungsansatz text check (beratungsansatz in ('sgb_ii', 'sgb_iii', 'sgb_viii', 'sgb_xii', 'mbe', 'jmd',
    'fluechtlingsberatung', 'kommunal', 'fachberatung', 'sonstige')),
  eigenes_fallmanagement boolean not null default false,
  ebene text not null check (ebene in ('kommunal', 'teilregional', 'kreisweit')),
  kommune_id text,
  lebensbereich text[] not null default '{}',
  rechtskreis text[] not null default '{}',
  zielgruppe text[] not null default '{}' check (zielgruppe <@ array['kinder', 'jugendliche', 'junge_erwachsene',
    'erwachsene', 'senioren', 'frauen', 'maenner', 'familien', 'alleinerziehende', 'lsbtiq', 'behinderung',
    'gefluechtete', 'eu_zugewanderte', 'fachkraefte', 'arbeitgeber']),
  sprache text[] not null default '{}' check (array_to_string(sprache, ' ') ~ '^([a-z]{3}( [a-z]{3})*)?$'),
  plaetze_gesamt integer check (plaetze_gesamt between 0 and 100000),
  plaetze_frei integer check (plaetze_frei between 0 and 100000),
  plaetze_am date,
  kosten text not null default 'frei' check (kosten in ('frei', 'gering', 'kostenpflichtig')),
  kosten_text text not null default '' check (length(kosten_text) <= 300),
  oeffnung text not null default '' check (length(oeffnung) <= 500),
  anschrift text not null default '' check (length(anschrift) <= 300),
  laenge double precision check (laenge between -180 and 180),
  breite double precision check (breite between -90 and 90),
  ansprechpartner text not null default '' check (length(ansprechpartner) <= 200),
  telefon text not null default '' check (length(telefon) <= 60),
  email text not null default '' check (length(email) <= 200),
  web text not null default '' check (length(web) <= 500),
  barriere text[] not null default '{}' check (barriere <@ array['stufenlos', 'aufzug', 'wc', 'parkplatz', 'haltestelle',
    'kinderwagen', 'hoeranlage', 'gebaerdensprache', 'leichte_sprache']),
  quelle text not null default '' check (length(quelle) <= 200),
  quelle_web text not null default '' check (length(quelle_web) <= 500),
  quelle_kennung text not null default '' check (length(quelle_kennung) <= 200),
  bestaetigt_am date,
  bestaetigt_von uuid,
  gueltig_ab date not null default current_date,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  suche text not null generated always as
    (lower(name || ' ' || beschreibung || ' ' || anschrift || ' ' || ansprechpartner)) stored,
  primary key (kreis_id, id),
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint angebot_kommunal_nennt_kommune check (ebene <> 'kommunal' or kommune_id is not null),
  constraint angebot_frei_hoechstens_gesamt check (plaetze_frei <= plaetze_gesamt),
  constraint angebot_frei_hat_tag check (plaetze_frei is null or plaetze_am is not null),
  constraint angebot_punkt_vollstaendig check (num_nonnulls(laenge, breite) in (0, 2)),
  constraint angebot_bestaetigt_von_jemandem check (bestaetigt_von is null or bestaetigt_am is not null)
);
-- No inverted index on the lists of codes: the operators on arrays are not leakproof, so row-level security forbids them
-- as conditions of an index. A Kreis has some thousand offers, and reading all of them takes milliseconds.
create index on angebot (kreis_id, stelle_id);
create index on angebot (kreis_id, kommune_id);
comment on table angebot is 'Angebot einer Partnerstelle im Sozialraum: was, für wen, wo, mit welchen Plätzen; keine Klient*innen.';
comment on column angebot.stelle_id is 'Anbietende Partnerstelle.';
comment on column angebot.art is 'Art des Partners im Sozialraum (Konzept 1): vom Wohn- und Arbeitsmarkt über das Gesundheitssystem bis zum Vereinswesen.';
comment on column angebot.beratungsansatz is 'Beratungsansatz, aus dem das Angebot kommt; leer heißt: keine Beratung.';
comment on column angebot.eigenes_fallmanagement is 'Die Stelle führt selbst Fälle (SGB II, III, VIII, MBE, JMD): dorthin wird nur vermittelt, die Ergebnisse laufen im KIM wieder zusammen.';
comment on column angebot.ebene is 'Für wen es da ist: die Kommune, die Kommunen aus angebot_kommune, oder der ganze Kreis.';
comment on column angebot.kommune_id is 'Kommune, in der es stattfindet.';
comment on column angebot.lebensbereich is 'Codes der Codeliste "lebensbereich".';
comment on column angebot.rechtskreis is 'Codes der Codeliste "rechtskreis"; leer heißt: an keinen gebunden.';
comment on column angebot.zielgruppe is 'Leer heißt: für alle.';
comment on column angebot.sprache is 'ISO 639-3, in denen beraten oder unterrichtet wird; Deutsch wird mitgenannt.';
comment on column angebot.plaetze_frei is 'Freie Plätze am Tag plaetze_am; leer heißt: nicht bekannt.';
comment on column angebot.plaetze_am is 'Tag, an dem die freien Plätze genannt wurden.';
comment on column angebot.beschreibung is 'Was angeboten wird, in Worten.';
comment on column angebot.plaetze_gesamt is 'Wie viele Plätze es gibt; leer heißt: nicht bekannt oder nicht begrenzt.';
comment on column angebot.kosten is 'Kostenfrei, gering oder kostenpflichtig.';
comment on column angebot.kosten_text is 'Kosten in Worten.';
comment on column angebot.oeffnung is 'Öffnungszeiten in Worten, wie sie veröffentlicht werden.';
comment on column angebot.web is 'Adresse im Internet, mit https://.';
comment on column angebot.barriere is 'Was vorhanden ist; leer heißt: nicht bekannt.';
comment on column angebot.laenge is 'Östliche Länge in Grad (WGS 84).';
comment on column angebot.breite is 'Nördliche Breite in Grad (WGS 84).';
comment on column angebot.ansprechpartner is 'Dienstlicher Kontakt, keine Klient*innen.';
comment on column angebot.telefon is 'Dienstliche Nummer.';
comment on column angebot.email is 'Dienstliche Adresse.';
comment on column angebot.quelle is 'Fachkarte, aus der die Angabe stammt, etwa "GeoService Kreis Unna" oder "Netzwerkkarte Ehrenamt"; leer heißt selbst erhoben.';
comment on column angebot.quelle_web is 'Verweis auf den Eintrag der Fachkarte.';
comment on column angebot.quelle_kennung is 'Kennung des Eintrags in der Quelle, um ihn beim nächsten Einlesen wiederzufinden.';
comment on column angebot.bestaetigt_am is 'Tag, an dem zuletzt jemand geprüft hat, dass die Angaben stimmen; leer heißt noch nie.';
comment on column angebot.bestaetigt_von is 'Konto, das bestätigt hat; leer bei übernommenen Angaben.';
comment on column angebot.gueltig_bis is 'Erster Tag, an dem es das Angebot nicht mehr gibt.';
comment on column angebot.suche is 'Text, in dem die Liste sucht.';

create table angebot_kommune (
  kreis_id text not null,
  angebot_id uuid not null,
  kommune_id text not null,
  primary key (kreis_id, angebot_id, kommune_id),
  foreign key (kreis_id, angebot_id) references angebot (kreis_id, id) on delete cascade,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict
);
create index on angebot_kommune (kreis_id, kommune_id);
comment on table angebot_kommune is 'Kommunen, für die ein teilregionales Angebot da ist (Konzept 4.2: kommunal, teilregional und kreisweit).';

create table vereinbarung (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  stelle_id uuid not null,
  kommune_id text,
  aufgaben text not null check (length(aufgaben) between 3 and 2000),
  abgrenzung text not null default '' check (length(abgrenzung) <= 2000),
  uebergang text not null default '' check (length(uebergang) <= 2000),
  vereinbart_am date,
  abstimmung_am date,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  check (gueltig_bis > vereinbart_am)
);
create index on vereinbarung (kreis_id, stelle_id);
comment on table vereinbarung is 'Vereinbarung mit einer zentralen Schnittstelle: Aufgaben, Abgrenzung, Übergang in das Angebot (Vorlage 197/23).';
comment on column vereinbarung.kommune_id is 'Kommune, für die sie gilt; leer heißt: im ganzen Kreis.';
comment on column vereinbarung.aufgaben is 'Wer was tut.';
comment on column vereinbarung.abgrenzung is 'Was wer nicht tut, damit nichts doppelt läuft.';
comment on column vereinbarung.uebergang is 'Wie jemand von hier in das Angebot kommt, und wie das Ergebnis zurückkommt.';
comment on column vereinbarung.vereinbart_am is 'Leer heißt: im Gespräch, noch nicht vereinbart.';
comment on column vereinbarung.abstimmung_am is 'Tag der nächsten gemeinsamen Abstimmung.';

create table netzwerktreffen (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  am date not null,
  name text not null check (length(name) between 2 and 200),
  art text not null check (art in ('arbeitskreis', 'stadtteilrunde', 'runder_tisch', 'fachaustausch', 'abstimmung', 'sonstige')),
  kommune_id text,
  traeger_id uuid,
  ergebnis text not null default '' check (length(ergebnis) <= 1000),
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict
);
create index on netzwerktreffen (kreis_id, am);
comment on table netzwerktreffen is 'Teilnahme an einem örtlichen Netzwerk- oder Austauschformat (Konzept 2.2); keine Klient*innen.';
comment on column netzwerktreffen.kommune_id is 'Leer heißt: kreisweit.';
comment on column netzwerktreffen.traeger_id is 'Träger, dessen Case Management teilnahm.';
comment on column netzwerktreffen.ergebnis is 'Was für das Netzwerk herauskam, ohne Angaben zu Klient*innen.';

alter table kommune add column laenge double precision check (laenge between -180 and 180);
alter table kommune add column breite double precision check (breite between -90 and 90);
alter table kommune add constraint kommune_punkt_vollstaendig check (num_nonnulls(laenge, breite) in (0, 2));
comment on column kommune.laenge is 'Östliche Länge der Ortsmitte in Grad (WGS 84), für die schematische Karte.';
comment on column kommune.breite is 'Nördliche Breite der Ortsmitte in Grad (WGS 84).';

alter table angebot enable row level security;
alter table angebot_kommune enable row level security;
alter table vereinbarung enable row level security;
alter table netzwerktreffen enable row level security;
-- Writing has policies of its own, so that reading a whole directory costs one comparison per row.
create policy kollegen on angebot for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy anlegen on angebot for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy aendern on angebot for update to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on angebot_kommune for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy anlegen on angebot_kommune for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy entfernen on angebot_kommune for delete to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on vereinbarung for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy anlegen on vereinbarung for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy aendern on vereinbarung for update to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on netzwerktreffen for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy anlegen on netzwerktreffen for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
create policy aendern on netzwerktreffen for update to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':koordination' = any ((select app_liste('app.rollen'))::text[])
    or kreis_id || ':verwaltungsassistenz' = any ((select app_liste('app.rollen'))::text[]));
grant select, insert, update on angebot, vereinbarung, netzwerktreffen to lotse_app;
grant select, insert, delete on angebot_kommune to lotse_app;

-- The overview of a case names the offers to which somebody was referred.
create policy akte on angebot for select to lotse_akte using (true);
grant select (kreis_id, id, stelle_id, name) on angebot to lotse_akte;
create policy zaehlen on angebot for select to lotse_zaehler using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on angebot_kommune for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
grant select on angebot, angebot_kommune to lotse_zaehler;
