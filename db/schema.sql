-- Made by `npm run generate` from db/migrations; do not edit.

create extension if not exists btree_gin;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table migration (
  nummer integer not null,
  name text not null,
  hash text not null,
  am timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (nummer)
);
comment on table migration is 'Welche Migrationen gelaufen sind, mit Prüfsumme; eine gelaufene Migration wird nie mehr geändert.';
comment on column migration.nummer is 'Laufende Nummer aus dem Dateinamen.';
comment on column migration.hash is 'SHA-256 der Datei.';

create table kreis (
  id text not null,
  ags text not null,
  name text not null,
  art text not null default 'kreis'::text,
  demo boolean not null default false,
  constraint kreis_pkey PRIMARY KEY (id),
  constraint kreis_ags_check CHECK ((ags ~ '^\d{5}$'::text)),
  constraint kreis_art_check CHECK ((art = ANY (ARRAY['kreis'::text, 'kreisfreie_stadt'::text]))),
  constraint kreis_id_check CHECK ((id ~ '^[a-z0-9_]{2,40}$'::text))
);
comment on table kreis is 'Kreis oder kreisfreie Stadt; Teil jedes Schlüssels.';
comment on column kreis.ags is 'Amtlicher Kreisschlüssel, fünf Ziffern.';
grant select (id, name) on kreis to lotse_anmeldung;
grant select on kreis to lotse_app;
grant select on kreis to lotse_protokoll;
grant select on kreis to lotse_zaehler;

create table kommune (
  kreis_id text not null,
  id text not null,
  name text not null,
  namensvariante text[] not null default '{}'::text[],
  laenge double precision,
  breite double precision,
  constraint kommune_pkey PRIMARY KEY (kreis_id, id),
  constraint kommune_breite_check CHECK (((breite >= ('-90'::integer)::double precision) AND (breite <= (90)::double precision))),
  constraint kommune_id_check CHECK ((id ~ '^\d{8}$'::text)),
  constraint kommune_laenge_check CHECK (((laenge >= ('-180'::integer)::double precision) AND (laenge <= (180)::double precision))),
  constraint kommune_punkt_vollstaendig CHECK ((num_nonnulls(laenge, breite) = ANY (ARRAY[0, 2]))),
  constraint kommune_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table kommune is 'Kreisangehörige Kommune oder die kreisfreie Stadt selbst.';
comment on column kommune.id is 'Amtlicher Gemeindeschlüssel (AGS), acht Ziffern.';
comment on column kommune.laenge is 'Östliche Länge der Ortsmitte in Grad (WGS 84), für die schematische Karte.';
comment on column kommune.breite is 'Nördliche Breite der Ortsmitte in Grad (WGS 84).';
grant select on kommune to lotse_app;
grant select on kommune to lotse_zaehler;

create table ortsteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  kommune_id text not null,
  name text not null,
  namensvariante text[] not null default '{}'::text[],
  constraint ortsteil_pkey PRIMARY KEY (kreis_id, id),
  constraint ortsteil_kreis_id_kommune_id_name_key UNIQUE (kreis_id, kommune_id, name),
  constraint ortsteil_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT
);
comment on table ortsteil is 'Teil einer Kommune, etwa "Rheine links der Ems"; nicht aus dem AGS ableitbar.';
grant select on ortsteil to lotse_app;
grant select on ortsteil to lotse_zaehler;

create table ortsteil_strasse (
  kreis_id text not null,
  ortsteil_id uuid not null,
  strasse text not null,
  gueltig_ab date not null default '-infinity'::date,
  gueltig_bis date,
  constraint ortsteil_strasse_pkey PRIMARY KEY (kreis_id, ortsteil_id, strasse, gueltig_ab),
  constraint ortsteil_strasse_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint ortsteil_strasse_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE CASCADE
);
comment on table ortsteil_strasse is 'Straßen eines Ortsteils; löst eine Anschrift in die Zuständigkeit unterhalb der Kommune auf.';
comment on column ortsteil_strasse.strasse is 'Straßenname ohne Hausnummer.';
grant select on ortsteil_strasse to lotse_app;
grant select on ortsteil_strasse to lotse_zaehler;

create table region (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  art text not null,
  eigene_koordination boolean not null default false,
  constraint region_pkey PRIMARY KEY (kreis_id, id),
  constraint region_kreis_id_slug_key UNIQUE (kreis_id, slug),
  constraint region_art_check CHECK ((art = ANY (ARRAY['teilregion'::text, 'regionalgruppe'::text, 'regionalbereich'::text]))),
  constraint region_slug_check CHECK ((slug ~ '^[a-z0-9_]{2,60}$'::text)),
  constraint region_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table region is 'Zusammenfassung von Kommunen: Teilregion (Unna), Regionalgruppe (Steinfurt), Regionalbereich (Rheine).';
comment on column region.eigene_koordination is 'Große kreisangehörige Kommune mit eigener koordinierender Stelle.';
grant select on region to lotse_app;
grant select on region to lotse_zaehler;

create table region_kommune (
  kreis_id text not null,
  region_id uuid not null,
  kommune_id text not null,
  gueltig_ab date not null default '-infinity'::date,
  gueltig_bis date,
  constraint region_kommune_pkey PRIMARY KEY (kreis_id, region_id, kommune_id, gueltig_ab),
  constraint region_kommune_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint region_kommune_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, region_id WITH =, kommune_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&),
  constraint region_kommune_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint region_kommune_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE CASCADE
);
comment on table region_kommune is 'Welche Kommune wann zu welcher Region gehört.';
grant select on region_kommune to lotse_abgleich;
grant select on region_kommune to lotse_app;
grant select on region_kommune to lotse_zaehler;

create table traeger (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  rechtsname text not null,
  namensvariante text[] not null default '{}'::text[],
  art text not null,
  constraint traeger_pkey PRIMARY KEY (kreis_id, id),
  constraint traeger_kreis_id_slug_key UNIQUE (kreis_id, slug),
  constraint traeger_art_check CHECK ((art = ANY (ARRAY['kommune'::text, 'freier_traeger'::text, 'kreis'::text]))),
  constraint traeger_slug_check CHECK ((slug ~ '^[a-z0-9_]{2,60}$'::text)),
  constraint traeger_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table traeger is 'Anstellungs- und Durchführungsträger: Verantwortlicher im Sinne der DSGVO und Mandant.';
comment on column traeger.rechtsname is 'Voller Name mit Rechtsform (e. V., gGmbH); "name" ist die Kurzform der Tabellen.';
grant select on traeger to lotse_app;
grant select on traeger to lotse_loeschung;
grant select on traeger to lotse_partner;
grant select on traeger to lotse_zaehler;

create table standort (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  kommune_id text,
  name text not null,
  anschrift text not null default ''::text,
  art text not null default 'intern'::text,
  telefon text not null default ''::text,
  email text not null default ''::text,
  oeffnung text not null default ''::text,
  ausstattung text[] not null default '{}'::text[],
  fassung integer not null default 1,
  constraint standort_pkey PRIMARY KEY (kreis_id, id),
  constraint standort_art_check CHECK ((art = ANY (ARRAY['intern'::text, 'extern'::text]))),
  constraint standort_ausstattung_check CHECK ((ausstattung <@ ARRAY['laptop'::text, 'mobiltelefon'::text, 'transportbehaeltnis'::text, 'schrank'::text, 'drucker'::text])),
  constraint standort_email_check CHECK ((length(email) <= 200)),
  constraint standort_oeffnung_check CHECK ((length(oeffnung) <= 500)),
  constraint standort_telefon_check CHECK ((length(telefon) <= 60)),
  constraint standort_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint standort_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table standort is 'Beratungsort eines Trägers.';
comment on column standort.telefon is 'Nummer für Ratsuchende, öffentlich.';
comment on column standort.email is 'Funktionspostfach für Ratsuchende, öffentlich.';
comment on column standort.oeffnung is 'Öffnungszeiten in Worten, wie sie veröffentlicht werden.';
comment on column standort.ausstattung is 'Was für die Beratung außer Haus vorhanden ist (Konzept 4.1): laptop, mobiltelefon, transportbehaeltnis, schrank, drucker.';
alter table standort enable row level security;
create policy kollegen on standort for select to lotse_app, lotse_zaehler
  using (true);
create policy pflegen on standort for update to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
grant select, update (anschrift, ausstattung, email, fassung, oeffnung, telefon) on standort to lotse_app;
grant select on standort to lotse_zaehler;

create table traeger_gebiet (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  kommune_id text not null,
  ortsteil_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default ''::text,
  constraint traeger_gebiet_pkey PRIMARY KEY (kreis_id, id),
  constraint traeger_gebiet_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint traeger_gebiet_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, traeger_id WITH =, kommune_id WITH =, COALESCE(ortsteil_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&),
  constraint traeger_gebiet_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint traeger_gebiet_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE RESTRICT,
  constraint traeger_gebiet_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table traeger_gebiet is 'Welcher Träger ist wo und wann für das Case Management zuständig (Vorlage 197/23: Rheine).';
comment on column traeger_gebiet.gueltig_bis is 'Erster Tag, an dem die Zuordnung nicht mehr gilt; leer heißt offen.';
grant select on traeger_gebiet to lotse_app;
grant select on traeger_gebiet to lotse_zaehler;

create table behoerde (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  art text not null,
  name text not null,
  angegliedert_an uuid,
  constraint behoerde_pkey PRIMARY KEY (kreis_id, id),
  constraint behoerde_kreis_id_art_name_key UNIQUE (kreis_id, art, name),
  constraint behoerde_art_check CHECK ((art = ANY (ARRAY['abh'::text, 'ebh'::text]))),
  constraint behoerde_kreis_id_angegliedert_an_fkey FOREIGN KEY (kreis_id, angegliedert_an) REFERENCES behoerde(kreis_id, id) ON DELETE SET NULL (angegliedert_an),
  constraint behoerde_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table behoerde is 'Ausländer- und Einbürgerungsbehörden; eine Einbürgerungsbehörde kann der Ausländerbehörde angegliedert sein (Rheine).';
grant select on behoerde to lotse_akte;
grant select on behoerde to lotse_app;
grant select on behoerde to lotse_zaehler;

create table behoerde_kommune (
  kreis_id text not null,
  art text not null,
  kommune_id text not null,
  behoerde_id uuid not null,
  gueltig_ab date not null default '-infinity'::date,
  gueltig_bis date,
  constraint behoerde_kommune_pkey PRIMARY KEY (kreis_id, art, kommune_id, gueltig_ab),
  constraint behoerde_kommune_art_check CHECK ((art = ANY (ARRAY['abh'::text, 'ebh'::text]))),
  constraint behoerde_kommune_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint behoerde_kommune_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, art WITH =, kommune_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&),
  constraint behoerde_kommune_kreis_id_behoerde_id_fkey FOREIGN KEY (kreis_id, behoerde_id) REFERENCES behoerde(kreis_id, id) ON DELETE RESTRICT,
  constraint behoerde_kommune_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT
);
comment on table behoerde_kommune is 'Welche Ausländer- und welche Einbürgerungsbehörde für eine Kommune wann zuständig ist; die beiden Karten sind verschieden (Kreis Unna).';
grant select on behoerde_kommune to lotse_akte;
grant select on behoerde_kommune to lotse_app;
grant select on behoerde_kommune to lotse_zaehler;

create table vertrag (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  region_id uuid,
  art text not null,
  gueltig_ab date not null,
  gueltig_bis date,
  constraint vertrag_pkey PRIMARY KEY (kreis_id, id),
  constraint vertrag_art_check CHECK ((art = ANY (ARRAY['weiterleitungsvertrag'::text, 'vertrag'::text, 'refinanzierungsvereinbarung'::text, 'kooperationsvereinbarung'::text]))),
  constraint vertrag_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint vertrag_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE RESTRICT,
  constraint vertrag_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table vertrag is 'Vertrag zwischen Kreis und Träger, je nach Kreis in anderer Form.';
grant select on vertrag to lotse_app;
grant select on vertrag to lotse_zaehler;

create table stellenanteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  baustein smallint not null,
  ebene text not null,
  bezeichnung text not null,
  traeger_id uuid,
  behoerde_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  vzae_hundertstel integer not null,
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default ''::text,
  constraint stellenanteil_pkey PRIMARY KEY (kreis_id, id),
  constraint stellenanteil_baustein_check CHECK ((baustein = ANY (ARRAY[1, 2, 3]))),
  constraint stellenanteil_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint stellenanteil_ebene_check CHECK ((ebene = ANY (ARRAY['vertrag'::text, 'bescheid'::text, 'besetzung'::text]))),
  constraint stellenanteil_vzae_hundertstel_check CHECK (((vzae_hundertstel >= 1) AND (vzae_hundertstel <= 10000))),
  constraint stellenanteil_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, ebene WITH =, baustein WITH =, bezeichnung WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&),
  constraint stellenanteil_kreis_id_behoerde_id_fkey FOREIGN KEY (kreis_id, behoerde_id) REFERENCES behoerde(kreis_id, id) ON DELETE RESTRICT,
  constraint stellenanteil_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint stellenanteil_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE RESTRICT,
  constraint stellenanteil_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table stellenanteil is 'Anteil einer Stelle je Baustein; Vertrag, Bescheid und Besetzung sind getrennte Tatsachen.';
comment on column stellenanteil.ebene is 'Vertrag, Bescheid oder Besetzung: drei Tatsachen, die sich widersprechen dürfen.';
comment on column stellenanteil.vzae_hundertstel is 'Vollzeitäquivalent in Hundertsteln (1,7 Stellen = 170), nie als Gleitkommazahl.';
grant select on stellenanteil to lotse_app;
grant select on stellenanteil to lotse_zaehler;

create table satz (
  kreis_id text not null,
  art text not null,
  betrag_cent bigint not null,
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default ''::text,
  constraint satz_pkey PRIMARY KEY (kreis_id, art, gueltig_ab),
  constraint satz_art_check CHECK ((art = ANY (ARRAY['personalkosten_je_vzae'::text, 'sachkosten_je_vzae'::text]))),
  constraint satz_betrag_cent_check CHECK ((betrag_cent >= 0)),
  constraint satz_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint satz_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, art WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&),
  constraint satz_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table satz is 'Fördersatz je Vollzeitäquivalent und Jahr.';
comment on column satz.betrag_cent is 'Ganze Cent.';
grant select on satz to lotse_app;
grant select on satz to lotse_zaehler;

create table aussenreihe (
  kreis_id text not null,
  reihe text not null,
  behoerde_id uuid not null,
  jahr smallint not null,
  wert integer not null,
  quelle text not null,
  erfasst_am timestamp with time zone not null default now(),
  constraint aussenreihe_pkey PRIMARY KEY (kreis_id, reihe, behoerde_id, jahr),
  constraint aussenreihe_reihe_check CHECK ((reihe = ANY (ARRAY['aufenthalt_25a_25b'::text, 'einbuergerung'::text]))),
  constraint aussenreihe_wert_check CHECK ((wert >= 0)),
  constraint aussenreihe_kreis_id_behoerde_id_fkey FOREIGN KEY (kreis_id, behoerde_id) REFERENCES behoerde(kreis_id, id) ON DELETE RESTRICT
);
comment on table aussenreihe is 'Von Behörden gemeldete Jahreszahlen (Baustein 3) mit Herkunft; nicht aus Fällen gezählt.';
comment on column aussenreihe.reihe is 'Welche Zahl die Behörde meldet.';
comment on column aussenreihe.jahr is 'Kalenderjahr.';
grant select on aussenreihe to lotse_app;
grant select on aussenreihe to lotse_zaehler;

create table codeliste (
  kreis_id text not null,
  liste text not null,
  code text not null,
  bezeichnung text not null,
  bezeichnung_en text not null,
  gemeinsam text not null,
  variante text[] not null default '{}'::text[],
  rang smallint not null default 100,
  gueltig_ab date not null default '-infinity'::date,
  gueltig_bis date,
  constraint codeliste_pkey PRIMARY KEY (kreis_id, liste, code),
  constraint codeliste_code_check CHECK ((code ~ '^[a-z0-9_]{1,60}$'::text)),
  constraint codeliste_liste_check CHECK ((liste = ANY (ARRAY['geschlecht'::text, 'herkunftsland'::text, 'leistungsbezug'::text, 'lebensbereich'::text, 'zugang'::text, 'ergebnis'::text, 'abschlussgrund'::text, 'ruhegrund'::text, 'unterweg'::text, 'wohnform'::text, 'rechtskreis'::text, 'aufenthaltsgruppe'::text, 'kein_fall'::text]))),
  constraint codeliste_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE CASCADE
);
comment on table codeliste is 'Werte, unter denen ein Kreis wählt, auch jene, die nicht mehr angeboten werden.';
comment on column codeliste.liste is 'Zu welchem Merkmal oder Feld der Wert gehört.';
comment on column codeliste.code is 'Bleibt für immer; nur die Bezeichnung darf sich ändern.';
comment on column codeliste.gemeinsam is 'Gemeinsamer Schlüssel aller Kreise, auf den der Wert abgebildet wird.';
comment on column codeliste.variante is 'Schreibweisen, die beim Einlesen denselben Wert bedeuten (Mazedonien = Nordmazedonien).';
comment on column codeliste.rang is 'Reihenfolge in Auswahl und Tabelle.';
grant select on codeliste to lotse_app;
grant select on codeliste to lotse_zaehler;

create table regel (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  schluessel text not null,
  wert jsonb not null,
  gueltig_ab date not null,
  gueltig_bis date,
  begruendung text not null default ''::text,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint regel_pkey PRIMARY KEY (kreis_id, id),
  constraint regel_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint regel_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, schluessel WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint regel_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table regel is 'Was sich je Kreis unterscheidet, mit Gültigkeit; ein Bericht nimmt die Regel seines Stichtags.';
comment on column regel.schluessel is 'Name der Regel im Regelregister der Anwendung.';
comment on column regel.wert is 'Wert in der Form, die das Regelregister für diesen Schlüssel vorgibt.';
grant select on regel to lotse_akte;
grant insert, select, update (ersetzt_am, gueltig_bis) on regel to lotse_app;
grant select on regel to lotse_zaehler;

create table konto (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anmeldename text not null,
  name text not null,
  sprache text not null default 'de'::text,
  demo boolean not null default false,
  gesperrt_am timestamp with time zone,
  angelegt_am timestamp with time zone not null default now(),
  email text,
  zuletzt_am timestamp with time zone,
  endet_am date,
  entsperrt_am timestamp with time zone not null default now(),
  fassung integer not null default 1,
  constraint konto_pkey PRIMARY KEY (kreis_id, id),
  constraint konto_anmeldename_key UNIQUE (anmeldename),
  constraint konto_anmeldename_check CHECK (((anmeldename = lower(anmeldename)) AND ((length(anmeldename) >= 3) AND (length(anmeldename) <= 120)))),
  constraint konto_email_check CHECK ((length(email) <= 200)),
  constraint konto_sprache_check CHECK ((sprache = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint konto_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table konto is 'Wer sich anmelden kann; gehört zu einem Kreis, Rollen kann es in mehreren haben.';
comment on column konto.demo is 'Konto der Demo-Kreise mit bekanntem Kennwort.';
comment on column konto.gesperrt_am is 'Seit wann die Anmeldung gesperrt ist; leer heißt offen.';
comment on column konto.email is 'Dienstliche Adresse für Hinweise ohne Inhalt; leer heißt: keine Mail.';
comment on column konto.zuletzt_am is 'Letzte vollständige Anmeldung; leer heißt: noch nie.';
comment on column konto.endet_am is 'Letzter Arbeitstag: vom Tag danach an ist das Konto gesperrt.';
comment on column konto.entsperrt_am is 'Wann das Konto angelegt oder zuletzt entsperrt wurde; von hier an zählt, wie lange es ruht.';
alter table konto enable row level security;
create policy abgleichen on konto for select to lotse_abgleich
  using (true);
create policy akte on konto for select to lotse_akte
  using (true);
create policy anbieter on konto for insert to lotse_anmeldung
  with check ((EXISTS ( SELECT
   FROM anbieter a
  WHERE ((a.kreis_id = konto.kreis_id) AND a.aktiv AND a.konten_anlegen))));
create policy anmelden on konto for select to lotse_anmeldung
  using (true);
create policy bestand on konto for select to lotse_bestand
  using (true);
create policy einladen on konto for insert to lotse_app
  with check (((kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
create policy kalender on konto for select to lotse_kalender
  using (true);
create policy kollegen on konto for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy partner on konto for select to lotse_partner
  using (true);
create policy protokoll on konto for select to lotse_protokoll
  using (true);
create policy schutz on konto for select to lotse_schutz
  using (true);
create policy sprache on konto for update to lotse_anmeldung
  using ((id = ( SELECT app_konto() AS app_konto)));
create policy verwalten on konto for update to lotse_app
  using (verwaltet_konto(kreis_id, id));
grant select (gesperrt_am, id, kreis_id) on konto to lotse_abgleich;
grant select (id, kreis_id, name) on konto to lotse_akte;
grant insert (anmeldename, email, id, kreis_id, name, sprache), select, update (sprache) on konto to lotse_anmeldung;
grant insert (anmeldename, email, id, kreis_id, name, sprache), select (angelegt_am, anmeldename, demo, email, fassung, gesperrt_am, id, kreis_id, name, sprache), update (email, endet_am, entsperrt_am, fassung, gesperrt_am, name) on konto to lotse_app;
grant select (gesperrt_am, id, kreis_id) on konto to lotse_bestand;
grant select (endet_am, gesperrt_am, id, kreis_id) on konto to lotse_kalender;
grant select (id, kreis_id, name) on konto to lotse_partner;
grant select (id, kreis_id, name) on konto to lotse_protokoll;
grant select (gesperrt_am, id, kreis_id) on konto to lotse_schutz;

create table kennwort (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  geaendert_am timestamp with time zone not null default now(),
  constraint kennwort_pkey PRIMARY KEY (kreis_id, konto_id),
  constraint kennwort_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table kennwort is 'Kennwörter getrennt vom Konto, nur für lotse_anmeldung lesbar.';
comment on column kennwort.pruefwert is 'argon2id';
alter table kennwort enable row level security;
create policy anmelden on kennwort to lotse_anmeldung
  using (true);
grant insert, select, update on kennwort to lotse_anmeldung;

create table rolle (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_kreis_id text not null,
  konto_id uuid not null,
  rolle text not null,
  traeger_id uuid,
  region_id uuid,
  gueltig_ab timestamp with time zone not null default '-infinity'::timestamp with time zone,
  gueltig_bis timestamp with time zone,
  stelle_id uuid,
  geprueft_am timestamp with time zone not null default now(),
  anbieter_id uuid,
  constraint rolle_pkey PRIMARY KEY (kreis_id, id),
  constraint rolle_am_traeger CHECK (((rolle <> ALL (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'traegerleitung'::text, 'notzugriff'::text])) OR (traeger_id IS NOT NULL))),
  constraint rolle_an_der_stelle CHECK (((rolle = 'partner'::text) = (stelle_id IS NOT NULL))),
  constraint rolle_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint rolle_rolle_check CHECK ((rolle = ANY (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'koordination'::text, 'verwaltungsassistenz'::text, 'ki_leitung'::text, 'traegerleitung'::text, 'abh_ebh'::text, 'lenkungskreis'::text, 'controlling'::text, 'ministerium'::text, 'datenschutz'::text, 'administration'::text, 'uebernahme'::text, 'partner'::text, 'notzugriff'::text]))),
  constraint rolle_konto_kreis_id_konto_id_fkey FOREIGN KEY (konto_kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint rolle_kreis_id_anbieter_id_fkey FOREIGN KEY (kreis_id, anbieter_id) REFERENCES anbieter(kreis_id, id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table rolle is 'Rolle eines Kontos je Träger, Region oder Kreis, mit Gültigkeit; "uebernahme" ist die befristete Befugnis zum Einlesen.';
comment on column rolle.konto_kreis_id is 'Kreis des Kontos; die Rolle selbst gilt in kreis_id.';
comment on column rolle.stelle_id is 'Partnerstelle, für die ein Konto mit der Rolle "partner" Vermittlungen annimmt.';
comment on column rolle.geprueft_am is 'Wann zuletzt jemand bestätigt hat, dass die Rolle noch gebraucht wird.';
comment on column rolle.anbieter_id is 'Anmeldedienst, aus dessen Angaben die Rolle folgt; leer heißt: von Hand erteilt.';
CREATE INDEX rolle_konto ON public.rolle USING btree (konto_kreis_id, konto_id);
alter table rolle enable row level security;
create policy abgleichen on rolle for select to lotse_abgleich
  using (true);
create policy anbieter on rolle for select to lotse_anmeldung
  using ((anbieter_id IS NOT NULL));
create policy anbieter_beenden on rolle for update to lotse_anmeldung
  using ((anbieter_id IS NOT NULL));
create policy anbieter_erteilen on rolle for insert to lotse_anmeldung
  with check ((EXISTS ( SELECT
   FROM anbieter_rolle m
  WHERE ((m.kreis_id = rolle.kreis_id) AND (m.anbieter_id = rolle.anbieter_id) AND (m.rolle = rolle.rolle) AND (NOT (m.traeger_id IS DISTINCT FROM rolle.traeger_id)) AND (NOT (m.region_id IS DISTINCT FROM rolle.region_id))))));
create policy beenden on rolle for update to lotse_app
  using (((konto_id <> ( SELECT app_konto() AS app_konto)) AND verwaltet_konto(konto_kreis_id, konto_id) AND verwaltet_traeger(kreis_id, traeger_id)));
create policy bestand on rolle for select to lotse_bestand
  using (true);
create policy eigene on rolle for select to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy ersuchen on rolle for select to lotse_ersuchen
  using (true);
create policy erteilen on rolle for insert to lotse_app
  with check (((konto_id <> ( SELECT app_konto() AS app_konto)) AND verwaltet_konto(konto_kreis_id, konto_id) AND verwaltet_traeger(kreis_id, traeger_id) AND (anbieter_id IS NULL) AND ((traeger_id IS NULL) OR (rolle = ANY (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'traegerleitung'::text, 'administration'::text, 'datenschutz'::text, 'notzugriff'::text])))));
create policy kalender on rolle for select to lotse_kalender
  using (true);
create policy kollegen on rolle for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy loeschen on rolle for select to lotse_loeschung
  using (true);
create policy partner on rolle for select to lotse_partner
  using (true);
create policy protokoll on rolle for select to lotse_protokoll
  using (true);
create policy schutz on rolle for select to lotse_schutz
  using (true);
create policy zuruecknehmen on rolle for delete to lotse_app
  using (((gueltig_ab > now()) AND (konto_id <> ( SELECT app_konto() AS app_konto)) AND verwaltet_konto(konto_kreis_id, konto_id) AND verwaltet_traeger(kreis_id, traeger_id)));
grant select on rolle to lotse_abgleich;
grant insert, select, update (gueltig_bis) on rolle to lotse_anmeldung;
grant delete, insert, select, update (geprueft_am, gueltig_bis) on rolle to lotse_app;
grant select on rolle to lotse_bestand;
grant select (gueltig_ab, gueltig_bis, konto_id, konto_kreis_id, kreis_id, rolle, traeger_id) on rolle to lotse_ersuchen;
grant select on rolle to lotse_kalender;
grant select on rolle to lotse_loeschung;
grant select on rolle to lotse_partner;
grant select on rolle to lotse_protokoll;
grant select on rolle to lotse_schutz;

create table vertretung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  vertritt_konto_id uuid not null,
  traeger_id uuid not null,
  gueltig_ab date not null,
  gueltig_bis date not null,
  abwesenheit_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint vertretung_pkey PRIMARY KEY (kreis_id, id),
  constraint vertretung_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint vertretung_kreis_id_abwesenheit_id_fkey FOREIGN KEY (kreis_id, abwesenheit_id) REFERENCES abwesenheit(kreis_id, id) ON DELETE CASCADE,
  constraint vertretung_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint vertretung_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint vertretung_kreis_id_vertritt_konto_id_fkey FOREIGN KEY (kreis_id, vertritt_konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table vertretung is 'Wer wen bei welchem Träger für welche Zeit vertritt.';
alter table vertretung enable row level security;
create policy beenden on vertretung for update to lotse_app
  using ((vertritt_konto_id = ( SELECT app_konto() AS app_konto)));
create policy benennen on vertretung for insert to lotse_app
  with check (((vertritt_konto_id = ( SELECT app_konto() AS app_konto)) AND (traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))));
create policy kollegen on vertretung for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy protokoll on vertretung for select to lotse_protokoll
  using (true);
create policy zuruecknehmen on vertretung for delete to lotse_app
  using ((vertritt_konto_id = ( SELECT app_konto() AS app_konto)));
grant delete, insert, select, update on vertretung to lotse_app;
grant select on vertretung to lotse_protokoll;

create table sitzung (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  stufe smallint not null default 1,
  angelegt_am timestamp with time zone not null default now(),
  zuletzt_am timestamp with time zone not null default now(),
  endet_am timestamp with time zone not null,
  geraet text not null default ''::text,
  bestaetigt_am timestamp with time zone not null default now(),
  adresse text not null default ''::text,
  fehlversuche smallint not null default 0,
  constraint sitzung_pkey PRIMARY KEY (kreis_id, konto_id, pruefwert),
  constraint sitzung_pruefwert_key UNIQUE (pruefwert),
  constraint sitzung_stufe CHECK (((stufe >= 0) AND (stufe <= 2))),
  constraint sitzung_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table sitzung is 'Angemeldete Geräte; abgemeldet heißt gelöscht.';
comment on column sitzung.pruefwert is 'SHA-256 des Sitzungsgeheimnisses; das Geheimnis selbst liegt nur im Browser.';
comment on column sitzung.stufe is 'Wie stark angemeldet wurde: 0 = Kennwort, der zweite Schritt steht aus; 1 = Kennwort allein; 2 = mit zweitem Faktor.';
comment on column sitzung.zuletzt_am is 'Letzter Gebrauch, auf die Minute genau.';
comment on column sitzung.endet_am is 'Spätestes Ende, gleich wie oft sie gebraucht wird.';
comment on column sitzung.geraet is 'Kennung des Browsers, damit man die eigene Sitzung wiedererkennt.';
comment on column sitzung.bestaetigt_am is 'Wann zuletzt bewiesen wurde, wer davor sitzt; heikle Vorgänge verlangen, dass es eben erst war.';
comment on column sitzung.adresse is 'Netzadresse, von der angemeldet wurde; nur das Konto selbst sieht sie.';
comment on column sitzung.fehlversuche is 'Falsche Antworten im zweiten Schritt; nach fünf ist die Anmeldung von vorn zu beginnen.';
CREATE TRIGGER anmeldung_merken AFTER INSERT OR UPDATE OF stufe ON public.sitzung FOR EACH ROW EXECUTE FUNCTION merke_anmeldung();
alter table sitzung enable row level security;
create policy anmelden on sitzung to lotse_anmeldung
  using (true);
grant delete, insert, select, update on sitzung to lotse_anmeldung;

create table anmeldeversuch (
  anmeldename text not null,
  adresse text not null,
  am timestamp with time zone not null default now(),
  gelungen boolean not null,
  id uuid not null default gen_random_uuid(),
  geraet text not null default ''::text
);
comment on table anmeldeversuch is 'Versuche der letzten Zeit, aus denen die Sperre folgt.';
comment on column anmeldeversuch.adresse is 'Netzadresse, von der der Versuch kam.';
comment on column anmeldeversuch.gelungen is 'Falsch auch dann, wenn es das Konto nicht gibt.';
comment on column anmeldeversuch.id is 'Kennung, damit genau dieser Versuch erlassen werden kann.';
comment on column anmeldeversuch.geraet is 'Kurzer Prüfwert des bekannten Geräts, von dem er kam; leer: keines. Bekannte Geräte haben ihr eigenes Maß.';
CREATE INDEX anmeldeversuch_adresse ON public.anmeldeversuch USING btree (adresse, am);
CREATE INDEX anmeldeversuch_name ON public.anmeldeversuch USING btree (anmeldename, am);
alter table anmeldeversuch enable row level security;
create policy anmelden on anmeldeversuch to lotse_anmeldung
  using (true);
grant delete, insert, select on anmeldeversuch to lotse_anmeldung;

create table traeger_schluessel (
  kreis_id text not null,
  traeger_id uuid not null,
  schluessel_verpackt bytea not null,
  angelegt_am timestamp with time zone not null default now(),
  constraint traeger_schluessel_pkey PRIMARY KEY (kreis_id, traeger_id),
  constraint traeger_schluessel_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table traeger_schluessel is 'Schlüssel je Träger, verpackt mit dem Hauptschlüssel außerhalb der Datenbank.';
alter table traeger_schluessel enable row level security;
create policy lesen on traeger_schluessel to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy partner on traeger_schluessel for select to lotse_partner
  using (true);
grant insert, select on traeger_schluessel to lotse_app;
grant select on traeger_schluessel to lotse_partner;

create table person (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  casemanager_id uuid,
  einwilligung_id uuid not null,
  familienname text not null,
  vorname text not null default ''::text,
  geburtsdatum date,
  suchform text not null,
  suchlaut text not null,
  schluessel_verpackt bytea not null,
  fassung integer not null default 1,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  gesperrt_am timestamp with time zone,
  name_original text,
  aufgegangen_in uuid,
  suchschluessel text[] not null default '{}'::text[],
  geschuetzt_am timestamp with time zone,
  geschuetzt_grund text,
  eingeschraenkt_am timestamp with time zone,
  constraint person_pkey PRIMARY KEY (kreis_id, id),
  constraint person_kreis_id_id_traeger_id_key UNIQUE (kreis_id, id, traeger_id),
  constraint person_familienname_check CHECK (((length(familienname) >= 1) AND (length(familienname) <= 200))),
  constraint person_geschuetzt_begruendet CHECK (((geschuetzt_am IS NULL) = (geschuetzt_grund IS NULL))),
  constraint person_geschuetzt_bei_jemandem CHECK (((geschuetzt_am IS NULL) OR (casemanager_id IS NOT NULL))),
  constraint person_geschuetzt_grund_check CHECK ((geschuetzt_grund = ANY (ARRAY['mitarbeit'::text, 'angehoerig'::text, 'gefaehrdung'::text]))),
  constraint person_name_original_check CHECK ((length(name_original) <= 300)),
  constraint person_vorname_check CHECK ((length(vorname) <= 200)),
  constraint person_kreis_id_aufgegangen_in_fkey FOREIGN KEY (kreis_id, aufgegangen_in) REFERENCES person(kreis_id, id) ON DELETE SET NULL (aufgegangen_in),
  constraint person_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint person_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint person_nur_mit_einwilligung FOREIGN KEY (kreis_id, einwilligung_id) REFERENCES einwilligung(kreis_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
comment on table person is 'Die begleitete Person; nur mit Einwilligung, nur für den Träger, der sie begleitet.';
comment on column person.casemanager_id is 'Wer den Fall führt; leer heißt: das Team des Trägers.';
comment on column person.suchform is 'Namensteile in Suchform (DIN 91379), klein, ohne Zeichen.';
comment on column person.suchlaut is 'Lautschlüssel der Namensteile gegen verschiedene Umschriften.';
comment on column person.schluessel_verpackt is 'Schlüssel der Person, verpackt mit dem Schlüssel des Trägers; gelöscht heißt unlesbar, auch in Sicherungen.';
comment on column person.gesperrt_am is 'Seit wann die Angaben gesperrt sind, weil die Einwilligung widerrufen ist; gesperrt heißt: niemand liest sie.';
comment on column person.name_original is 'Name in der Schrift der Herkunft, neben dem lateinischen nach DIN 91379.';
comment on column person.aufgegangen_in is 'Person, als deren zweiter Eintrag dieser erkannt wurde; lösbar, nichts wird dabei gelöscht.';
comment on column person.suchschluessel is 'Schlüssel, unter denen mögliche Dubletten zu finden sind.';
comment on column person.geschuetzt_am is 'Seit wann nur die eigene Fachkraft die Person sieht, auch keine Vertretung und kein Team (§ 35 SGB I).';
comment on column person.geschuetzt_grund is 'Warum: sie arbeitet selbst im KIM, gehört zu jemandem von dort, oder ist gefährdet.';
comment on column person.eingeschraenkt_am is 'Seit wann die Verarbeitung eingeschränkt ist (Art. 18 DSGVO): nur die eigene Case Manager*in liest, nichts geht hinaus.';
CREATE INDEX person_aufgegangen ON public.person USING btree (kreis_id, aufgegangen_in) WHERE (aufgegangen_in IS NOT NULL);
CREATE INDEX person_suche ON public.person USING gin (traeger_id, suchform gin_trgm_ops, suchlaut gin_trgm_ops);
CREATE INDEX person_suchschluessel ON public.person USING gin (traeger_id, suchschluessel);
CREATE INDEX person_traeger ON public.person USING btree (traeger_id, casemanager_id);
CREATE TRIGGER einschraenkung_haelt BEFORE UPDATE OF traeger_id ON public.person FOR EACH ROW WHEN ((new.traeger_id <> old.traeger_id)) EXECUTE FUNCTION einschraenkung_haelt();
CREATE TRIGGER oeffnung_endet AFTER UPDATE OF traeger_id, casemanager_id, gesperrt_am, geschuetzt_am ON public.person FOR EACH ROW WHEN (((new.traeger_id <> old.traeger_id) OR (new.casemanager_id IS DISTINCT FROM old.casemanager_id) OR ((old.gesperrt_am IS NULL) AND (new.gesperrt_am IS NOT NULL)) OR ((old.geschuetzt_am IS NULL) AND (new.geschuetzt_am IS NOT NULL)))) EXECUTE FUNCTION oeffnung_endet();
CREATE TRIGGER schutz_gilt AFTER UPDATE OF geschuetzt_am ON public.person FOR EACH ROW WHEN ((new.geschuetzt_am IS DISTINCT FROM old.geschuetzt_am)) EXECUTE FUNCTION schutz_gilt();
CREATE TRIGGER vermittlung_anhalten AFTER UPDATE OF gesperrt_am ON public.person FOR EACH ROW WHEN (((old.gesperrt_am IS NULL) AND (new.gesperrt_am IS NOT NULL))) EXECUTE FUNCTION vermittlung_anhalten();
alter table person enable row level security;
alter table person force row level security;
create policy abgleichen on person for select to lotse_abgleich
  using (true);
create policy akte on person for select to lotse_akte
  using (true);
create policy bestand on person to lotse_bestand
  using (true);
create policy dublette on person for select to lotse_dublette
  using (true);
create policy eigene on person to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy ersuchen on person to lotse_ersuchen
  using (true);
create policy geoeffnet on person for select to lotse_app
  using ((id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[])));
create policy loeschen on person for select to lotse_loeschung
  using (true);
create policy loeschen_sperre on person for update to lotse_loeschung
  using (true);
create policy loeschen_zeile on person for delete to lotse_loeschung
  using (true);
create policy nicht_eingeschraenkt on person as restrictive for select to lotse_app, lotse_akte
  using (((eingeschraenkt_am IS NULL) OR (casemanager_id IS NULL) OR (casemanager_id = ( SELECT app_konto() AS app_konto))));
create policy nicht_geschuetzt on person as restrictive to lotse_app, lotse_akte, lotse_sperre
  using (((geschuetzt_am IS NULL) OR (casemanager_id = ( SELECT app_konto() AS app_konto)) OR (id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[]))));
create policy nicht_geschuetzt_bestand on person as restrictive to lotse_bestand, lotse_abgleich
  using ((geschuetzt_am IS NULL));
create policy nicht_gesperrt on person as restrictive for select to lotse_app, lotse_akte
  using ((gesperrt_am IS NULL));
create policy ohne_verweis on person as restrictive for insert to lotse_app
  with check ((aufgegangen_in IS NULL));
create policy partner on person for select to lotse_partner
  using ((gesperrt_am IS NULL));
create policy protokoll on person for select to lotse_protokoll
  using (true);
create policy schutz on person to lotse_schutz
  using (true);
create policy sperren on person to lotse_sperre
  using (true);
create policy suchen on person for select to lotse_suche
  using (true);
create policy verweisen on person for update to lotse_dublette
  using (true);
grant select (aufgegangen_in, casemanager_id, geschuetzt_am, gesperrt_am, id, kreis_id, traeger_id) on person to lotse_abgleich;
grant select on person to lotse_akte;
grant delete, insert, select, update (casemanager_id, einwilligung_id, erfasst_am, familienname, fassung, geburtsdatum, id, kreis_id, name_original, schluessel_verpackt, suchform, suchlaut, suchschluessel, traeger_id, uebernahme_id, vorname) on person to lotse_app;
grant select (casemanager_id, fassung, geschuetzt_am, id, kreis_id, traeger_id), update (casemanager_id, fassung) on person to lotse_bestand;
grant select (aufgegangen_in, casemanager_id, familienname, geburtsdatum, geschuetzt_am, gesperrt_am, id, kreis_id, suchschluessel, traeger_id, vorname), update (aufgegangen_in) on person to lotse_dublette;
grant select (casemanager_id, eingeschraenkt_am, gesperrt_am, id, kreis_id, traeger_id), update (eingeschraenkt_am) on person to lotse_ersuchen;
grant delete, select (aufgegangen_in, casemanager_id, eingeschraenkt_am, erfasst_am, gesperrt_am, id, kreis_id, traeger_id), update (aufgegangen_in, fassung) on person to lotse_loeschung;
grant select (gesperrt_am, id, kreis_id, schluessel_verpackt, traeger_id) on person to lotse_partner;
grant select (casemanager_id, familienname, id, kreis_id, traeger_id) on person to lotse_protokoll;
grant select (casemanager_id, fassung, geschuetzt_am, geschuetzt_grund, gesperrt_am, id, kreis_id, traeger_id), update (casemanager_id, fassung, geschuetzt_am, geschuetzt_grund) on person to lotse_schutz;
grant select (aufgegangen_in, casemanager_id, einwilligung_id, fassung, geschuetzt_am, gesperrt_am, id, kreis_id, traeger_id), update (einwilligung_id, fassung, gesperrt_am) on person to lotse_sperre;
grant select on person to lotse_suche;

create table einwilligung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  erteilt_am date not null,
  textfassung text not null default ''::text,
  sprache text not null default 'deu'::text,
  widerrufen_am date,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  vordruck_id uuid,
  zweck text[] not null default '{dokumentation}'::text[],
  dolmetschen text not null default 'kein'::text,
  vertretung_id uuid,
  ablauf_am date,
  abgeloest_am timestamp with time zone,
  constraint einwilligung_pkey PRIMARY KEY (kreis_id, id),
  constraint einwilligung_check CHECK ((widerrufen_am >= erteilt_am)),
  constraint einwilligung_dolmetschen_check CHECK ((dolmetschen = ANY (ARRAY['kein'::text, 'ehrenamtlich'::text, 'professionell'::text, 'angehoerige'::text]))),
  constraint einwilligung_zweck_check CHECK (((zweck <@ '{dokumentation,auswertung,landesdatenbank,uebergabe}'::text[]) AND ('dokumentation'::text = ANY (zweck)))),
  constraint einwilligung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint einwilligung_kreis_id_vertretung_id_fkey FOREIGN KEY (kreis_id, vertretung_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (vertretung_id),
  constraint einwilligung_kreis_id_vordruck_id_fkey FOREIGN KEY (kreis_id, vordruck_id) REFERENCES vordruck(kreis_id, id) ON DELETE RESTRICT
);
comment on table einwilligung is 'Unterschriebene Einwilligung: ohne sie kein Name (Konzept Kreis Unna 5.2).';
comment on column einwilligung.textfassung is 'Fassung des Vordrucks, der unterschrieben wurde.';
comment on column einwilligung.sprache is 'Sprache des Vordrucks, ISO 639-3.';
comment on column einwilligung.vordruck_id is 'Unterschriebene Fassung; leer bei Einwilligungen auf älterem Papier.';
comment on column einwilligung.zweck is 'Wofür eingewilligt wurde; ohne Dokumentation gibt es keinen Namen.';
comment on column einwilligung.dolmetschen is 'Wer beim Gespräch gedolmetscht hat.';
comment on column einwilligung.vertretung_id is 'Wer für ein Kind oder eine betreute Person unterschrieben hat, versiegelt.';
comment on column einwilligung.ablauf_am is 'Letzter Tag, wenn sie befristet ist; danach trägt sie weder Dokumentation noch Weitergabe.';
comment on column einwilligung.abgeloest_am is 'Wann eine neue an die Stelle der befristeten trat.';
CREATE UNIQUE INDEX einwilligung_nur_eine_gilt ON public.einwilligung USING btree (kreis_id, person_id) WHERE ((widerrufen_am IS NULL) AND (abgeloest_am IS NULL));
CREATE INDEX einwilligung_person ON public.einwilligung USING btree (kreis_id, person_id);
alter table einwilligung enable row level security;
alter table einwilligung force row level security;
create policy akte on einwilligung for select to lotse_akte
  using (true);
create policy eigene on einwilligung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = einwilligung.kreis_id) AND (p.id = einwilligung.person_id))))))
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[]))));
create policy loeschen on einwilligung for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on einwilligung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = einwilligung.kreis_id) AND (p.id = einwilligung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on einwilligung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = einwilligung.kreis_id) AND (p.id = einwilligung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_anlegen on einwilligung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR ((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy sperren on einwilligung to lotse_sperre
  using (true);
grant select on einwilligung to lotse_akte;
grant delete, insert, select, update on einwilligung to lotse_app;
grant select (abgeloest_am, erteilt_am, id, kreis_id, person_id, textfassung, widerrufen_am) on einwilligung to lotse_loeschung;
grant select, update (widerrufen_am) on einwilligung to lotse_sperre;

create table geheimtext (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  siegel bytea not null,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  constraint geheimtext_pkey PRIMARY KEY (kreis_id, id),
  constraint geheimtext_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table geheimtext is 'Versiegelter Freitext (Notiz, Bemerkung): AES-256-GCM unter dem Schlüssel der Person.';
CREATE INDEX geheimtext_person ON public.geheimtext USING btree (kreis_id, person_id);
alter table geheimtext enable row level security;
alter table geheimtext force row level security;
create policy akte on geheimtext for select to lotse_akte
  using (true);
create policy eigene on geheimtext to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = geheimtext.kreis_id) AND (p.id = geheimtext.person_id))))));
create policy loeschen on geheimtext for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on geheimtext as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = geheimtext.kreis_id) AND (p.id = geheimtext.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on geheimtext as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = geheimtext.kreis_id) AND (p.id = geheimtext.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on geheimtext as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = geheimtext.kreis_id) AND (p.id = geheimtext.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on geheimtext to lotse_akte;
grant delete, insert, select, update on geheimtext to lotse_app;
grant select (id, kreis_id, person_id) on geheimtext to lotse_loeschung;

create table fall (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  person_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  zugang text,
  aufgenommen_am date not null,
  bemerkung_id uuid,
  fassung integer not null default 1,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  geschuetzt_am timestamp with time zone,
  geloescht_am date,
  constraint fall_pkey PRIMARY KEY (kreis_id, id),
  constraint fall_kreis_id_nummer_key UNIQUE (kreis_id, nummer),
  constraint fall_kreis_id_person_id_key UNIQUE (kreis_id, person_id),
  constraint fall_kreis_id_bemerkung_id_fkey FOREIGN KEY (kreis_id, bemerkung_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (bemerkung_id),
  constraint fall_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint fall_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint fall_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE RESTRICT,
  constraint fall_kreis_id_person_id_traeger_id_fkey FOREIGN KEY (kreis_id, person_id, traeger_id) REFERENCES person(kreis_id, id, traeger_id) ON UPDATE CASCADE ON DELETE SET NULL (person_id),
  constraint fall_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table fall is 'Fall im Case Management: in der Regel eine Person (Konzept Kreis Unna 2.2). Trägt keinen Namen.';
comment on column fall.nummer is 'Fall-Nr. des Kreises: das Pseudonym, unter dem die Koordination den Fall sieht.';
comment on column fall.traeger_id is 'Träger, der den Fall heute hat; die Vergangenheit steht in fall_zustaendigkeit.';
comment on column fall.casemanager_id is 'Wer den Fall heute führt; die Vergangenheit steht in fall_zustaendigkeit.';
comment on column fall.zugang is 'Wie die Person kam, aus der Codeliste "zugang".';
comment on column fall.aufgenommen_am is 'Erste Aufnahme; sie zählt zu den Gesamtfällen, gleich was der Status später ist.';
comment on column fall.geschuetzt_am is 'Wie bei der Person; von ihr übernommen, damit der Fall nicht erst nach ihr fragen muss.';
comment on column fall.geloescht_am is 'Tag, an dem die Person gelöscht wurde; die Zeile ist dann eine anonyme Tatsache, die nur noch gezählt wird.';
CREATE INDEX fall_kommune ON public.fall USING btree (kreis_id, kommune_id);
CREATE INDEX fall_traeger ON public.fall USING btree (traeger_id, casemanager_id);
CREATE TRIGGER schutz_erben BEFORE INSERT OR UPDATE OF person_id ON public.fall FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION schutz_erben();
CREATE TRIGGER schutz_folgen AFTER UPDATE OF geschuetzt_am ON public.fall FOR EACH ROW WHEN ((new.geschuetzt_am IS DISTINCT FROM old.geschuetzt_am)) EXECUTE FUNCTION termin_schutz_folgen();
alter table fall enable row level security;
alter table fall force row level security;
create policy abgleichen on fall for select to lotse_abgleich
  using (true);
create policy akte on fall for select to lotse_akte
  using (true);
create policy bestand on fall to lotse_bestand
  using (true);
create policy dublette on fall for select to lotse_dublette
  using (true);
create policy eigene on fall to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))))
  with check ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy ersuchen on fall for select to lotse_ersuchen
  using (true);
create policy geoeffnet on fall for select to lotse_app
  using ((person_id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[])));
create policy loeschen on fall to lotse_loeschung
  using (true);
create policy nicht_geloescht on fall as restrictive to lotse_app, lotse_akte, lotse_abgleich, lotse_dublette, lotse_partner, lotse_bestand
  using ((geloescht_am IS NULL));
create policy nicht_geschuetzt on fall as restrictive to lotse_app, lotse_akte
  using (((geschuetzt_am IS NULL) OR (casemanager_id = ( SELECT app_konto() AS app_konto)) OR (person_id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[])) OR ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) AND (( SELECT current_setting('app.zweck'::text, true) AS current_setting) = 'uebernahme'::text))));
create policy nicht_geschuetzt_bestand on fall as restrictive to lotse_bestand, lotse_abgleich
  using ((geschuetzt_am IS NULL));
create policy nur_eigene_loeschen on fall as restrictive for delete to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy partner on fall for select to lotse_partner
  using (true);
create policy protokoll on fall for select to lotse_protokoll
  using (true);
create policy schutz on fall to lotse_schutz
  using (true);
create policy zaehlen on fall for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)::text[])) OR ((kreis_id = ANY (( SELECT app_liste('app.zaehl_kreis'::text) AS app_liste)::text[])) AND (cardinality(( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)) > 0))));
grant select (aufgenommen_am, geschuetzt_am, id, kommune_id, kreis_id, nummer, person_id) on fall to lotse_abgleich;
grant select, select (geschuetzt_am) on fall to lotse_akte;
grant delete, insert, select, update (aufgenommen_am, bemerkung_id, casemanager_id, erfasst_am, fassung, id, kommune_id, kreis_id, nummer, ortsteil_id, person_id, traeger_id, uebernahme_id, zugang) on fall to lotse_app;
grant select (casemanager_id, fassung, geschuetzt_am, id, kommune_id, kreis_id, nummer, person_id, traeger_id), update (casemanager_id, fassung) on fall to lotse_bestand;
grant select (aufgenommen_am, id, kreis_id, nummer, person_id) on fall to lotse_dublette;
grant select (casemanager_id, id, kreis_id, nummer, person_id, traeger_id) on fall to lotse_ersuchen;
grant delete, insert (aufgenommen_am, erfasst_am, geloescht_am, id, kommune_id, kreis_id, nummer, ortsteil_id, traeger_id, zugang), select (aufgenommen_am, erfasst_am, id, kommune_id, kreis_id, nummer, ortsteil_id, person_id, traeger_id, zugang), update (fassung) on fall to lotse_loeschung;
grant select (casemanager_id, id, kreis_id, nummer, person_id, traeger_id) on fall to lotse_partner;
grant select (id, kreis_id, nummer, person_id, traeger_id) on fall to lotse_protokoll;
grant select (casemanager_id, fassung, geschuetzt_am, id, kommune_id, kreis_id, nummer, person_id, traeger_id), update (casemanager_id, fassung, geschuetzt_am) on fall to lotse_schutz;
grant select on fall to lotse_zaehler;

create table uebernahme_herkunft (
  kreis_id text not null,
  uebernahme_id uuid not null,
  tabelle text not null,
  zeile_id uuid not null,
  art text not null,
  vorher bytea,
  constraint uebernahme_herkunft_pkey PRIMARY KEY (kreis_id, uebernahme_id, tabelle, zeile_id, art),
  constraint geaendert_kennt_vorher CHECK (((art = 'geaendert'::text) = (vorher IS NOT NULL))),
  constraint uebernahme_herkunft_art_check CHECK ((art = ANY (ARRAY['angelegt'::text, 'ersetzt'::text, 'geaendert'::text]))),
  constraint uebernahme_herkunft_kreis_id_uebernahme_id_fkey FOREIGN KEY (kreis_id, uebernahme_id) REFERENCES uebernahme(kreis_id, id) ON DELETE RESTRICT
);
comment on table uebernahme_herkunft is 'Was eine Übernahme angelegt oder ersetzt hat; Grundlage der Rücknahme.';
comment on column uebernahme_herkunft.tabelle is 'Tabelle, in der die Zeile liegt.';
comment on column uebernahme_herkunft.vorher is 'Versiegelter Stand der Zeile vor der Änderung.';
alter table uebernahme_herkunft enable row level security;
create policy einlesen on uebernahme_herkunft to lotse_app
  using (((kreis_id || ':uebernahme'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
create policy loeschen on uebernahme_herkunft to lotse_loeschung
  using (true);
grant delete, insert, select, update on uebernahme_herkunft to lotse_app;
grant delete, select (kreis_id, zeile_id), update (zeile_id) on uebernahme_herkunft to lotse_loeschung;

create table fall_merkmal (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  merkmal text not null,
  wert text not null,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  ersetzt_am timestamp with time zone,
  constraint fall_merkmal_pkey PRIMARY KEY (kreis_id, id),
  constraint fall_merkmal_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint fall_merkmal_merkmal_check CHECK ((merkmal = ANY (ARRAY['geschlecht'::text, 'herkunftsland'::text, 'leistungsbezug'::text, 'lebensbereich'::text, 'personen'::text, 'fokusgruppe'::text, 'rechtskreis'::text, 'aufenthaltsgruppe'::text]))),
  constraint personen_sind_eine_zahl CHECK (((merkmal <> 'personen'::text) OR (wert ~ '^[1-9][0-9]?$'::text))),
  constraint fall_merkmal_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, fall_id WITH =, merkmal WITH =, (
CASE
    WHEN (merkmal = ANY (ARRAY['lebensbereich'::text, 'rechtskreis'::text])) THEN wert
    ELSE ''::text
END) WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint fall_merkmal_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table fall_merkmal is 'Merkmale für die Auswertung, mit Gültigkeit; kein Eintrag heißt ohne Angabe.';
comment on column fall_merkmal.wert is 'Code aus der Codeliste des Merkmals; bei "personen" die Zahl der Personen, die zum Fall gehören, ihn selbst mitgezählt.';
CREATE INDEX fall_merkmal_fall ON public.fall_merkmal USING btree (kreis_id, fall_id, merkmal);
CREATE INDEX fall_merkmal_zaehlen ON public.fall_merkmal USING btree (kreis_id, merkmal, gueltig_ab) INCLUDE (fall_id, wert, gueltig_bis, erfasst_am, ersetzt_am);
alter table fall_merkmal enable row level security;
alter table fall_merkmal force row level security;
create policy akte on fall_merkmal for select to lotse_akte
  using (true);
create policy eigene on fall_merkmal to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_merkmal.kreis_id) AND (f.id = fall_merkmal.fall_id))))));
create policy loeschen on fall_merkmal to lotse_loeschung
  using (true);
create policy nur_eigene_aendern on fall_merkmal as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_merkmal.kreis_id) AND (f.id = fall_merkmal.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_anlegen on fall_merkmal as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_merkmal.kreis_id) AND (f.id = fall_merkmal.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_loeschen on fall_merkmal as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_merkmal.kreis_id) AND (f.id = fall_merkmal.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on fall_merkmal for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on fall_merkmal to lotse_akte;
grant delete, insert, select, update on fall_merkmal to lotse_app;
grant insert (erfasst_am, ersetzt_am, fall_id, gueltig_ab, gueltig_bis, id, kreis_id, merkmal, wert), select (erfasst_am, ersetzt_am, fall_id, gueltig_ab, gueltig_bis, id, kreis_id, merkmal, wert) on fall_merkmal to lotse_loeschung;
grant select on fall_merkmal to lotse_zaehler;

create table fall_status (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  status text not null,
  grund text,
  herkunft text not null,
  begruendung_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint fall_status_pkey PRIMARY KEY (kreis_id, id),
  constraint abschluss_nennt_grund CHECK (((status <> 'abgeschlossen'::text) OR (grund IS NOT NULL))),
  constraint fall_status_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint fall_status_herkunft_check CHECK ((herkunft = ANY (ARRAY['aufnahme'::text, 'hand'::text, 'uebernahme'::text]))),
  constraint fall_status_status_check CHECK ((status = ANY (ARRAY['aktiv'::text, 'ruhend'::text, 'abgeschlossen'::text]))),
  constraint fall_status_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, fall_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint fall_status_kreis_id_begruendung_id_fkey FOREIGN KEY (kreis_id, begruendung_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (begruendung_id),
  constraint fall_status_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table fall_status is 'Statusgeschichte. "inaktiv" ist kein Status, sondern ein Wort der Berichte: ruhend oder abgeschlossen.';
comment on column fall_status.grund is 'Code aus der Codeliste "abschlussgrund" oder "ruhegrund".';
comment on column fall_status.herkunft is 'Bei "aufnahme" entscheidet die Regel des Kreises, ob der Fall noch aktiv ist; "hand" und "uebernahme" gelten, wie sie gesetzt sind.';
CREATE INDEX fall_status_fall ON public.fall_status USING btree (kreis_id, fall_id) WHERE (ersetzt_am IS NULL);
CREATE INDEX fall_status_zaehlen ON public.fall_status USING btree (kreis_id, fall_id, gueltig_ab) INCLUDE (status, herkunft, gueltig_bis, erfasst_am, ersetzt_am);
alter table fall_status enable row level security;
alter table fall_status force row level security;
create policy akte on fall_status for select to lotse_akte
  using (true);
create policy bestand on fall_status for select to lotse_bestand
  using (true);
create policy eigene on fall_status to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_status.kreis_id) AND (f.id = fall_status.fall_id))))));
create policy loeschen on fall_status to lotse_loeschung
  using (true);
create policy nur_eigene_aendern on fall_status as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_status.kreis_id) AND (f.id = fall_status.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_anlegen on fall_status as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_status.kreis_id) AND (f.id = fall_status.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_loeschen on fall_status as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_status.kreis_id) AND (f.id = fall_status.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on fall_status for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on fall_status to lotse_akte;
grant delete, insert, select, update on fall_status to lotse_app;
grant select (ersetzt_am, fall_id, gueltig_ab, kreis_id, status) on fall_status to lotse_bestand;
grant insert (erfasst_am, ersetzt_am, fall_id, grund, gueltig_ab, gueltig_bis, herkunft, id, kreis_id, status), select (erfasst_am, ersetzt_am, fall_id, grund, gueltig_ab, gueltig_bis, herkunft, id, kreis_id, status) on fall_status to lotse_loeschung;
grant select on fall_status to lotse_zaehler;

create table uebergabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  von_traeger_id uuid not null,
  an_traeger_id uuid not null,
  wirksam_am date not null,
  grund text not null,
  zustimmung_am date,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint uebergabe_pkey PRIMARY KEY (kreis_id, id),
  constraint uebergabe_an_anderen CHECK ((von_traeger_id <> an_traeger_id)),
  constraint uebergabe_grund_check CHECK ((grund = ANY (ARRAY['zustaendigkeit'::text, 'umzug'::text, 'wunsch'::text, 'traegerwechsel'::text, 'sonstiges'::text]))),
  constraint uebergabe_kreis_id_an_traeger_id_fkey FOREIGN KEY (kreis_id, an_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint uebergabe_kreis_id_von_traeger_id_fkey FOREIGN KEY (kreis_id, von_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table uebergabe is 'Wechsel von einem Träger zum anderen, einzeln oder gesammelt; daraus entsteht die Fußnote der Tabellen (Vorlage 197/23).';
comment on column uebergabe.wirksam_am is 'Erster Tag, an dem der neue Träger zuständig ist.';
comment on column uebergabe.zustimmung_am is 'Tag, an dem die Klient*innen zugestimmt haben.';
alter table uebergabe enable row level security;
alter table uebergabe force row level security;
create policy eigene on uebergabe to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy loeschen on uebergabe to lotse_loeschung
  using (true);
create policy nur_beteiligte_aendern on uebergabe as restrictive for update to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy nur_beteiligte_anlegen on uebergabe as restrictive for insert to lotse_app
  with check ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy nur_beteiligte_loeschen on uebergabe as restrictive for delete to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy zaehlen on uebergabe for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select, update on uebergabe to lotse_app;
grant select (id, kreis_id), update (id) on uebergabe to lotse_loeschung;
grant select on uebergabe to lotse_zaehler;

create table fall_zustaendigkeit (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  anlass text not null,
  uebergabe_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint fall_zustaendigkeit_pkey PRIMARY KEY (kreis_id, id),
  constraint fall_zustaendigkeit_anlass_check CHECK ((anlass = ANY (ARRAY['aufnahme'::text, 'uebergabe'::text, 'zuweisung'::text]))),
  constraint fall_zustaendigkeit_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint uebergabe_nennt_vorgang CHECK (((anlass = 'uebergabe'::text) = (uebergabe_id IS NOT NULL))),
  constraint fall_zustaendigkeit_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, fall_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint fall_zustaendigkeit_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint fall_zustaendigkeit_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint fall_zustaendigkeit_kreis_id_uebergabe_id_fkey FOREIGN KEY (kreis_id, uebergabe_id) REFERENCES uebergabe(kreis_id, id) ON DELETE RESTRICT
);
comment on table fall_zustaendigkeit is 'Wer den Fall wann hatte. Gezählt wird beim Träger, der ihn am Stichtag hat (Vorlage 197/23).';
comment on column fall_zustaendigkeit.casemanager_id is 'Wer den Fall in dieser Zeit führte.';
comment on column fall_zustaendigkeit.anlass is 'Wodurch die Zuständigkeit begann.';
CREATE INDEX fall_zustaendigkeit_fall ON public.fall_zustaendigkeit USING btree (kreis_id, fall_id) WHERE (ersetzt_am IS NULL);
CREATE INDEX fall_zustaendigkeit_traeger ON public.fall_zustaendigkeit USING btree (traeger_id);
CREATE INDEX fall_zustaendigkeit_zaehlen ON public.fall_zustaendigkeit USING btree (kreis_id, fall_id, gueltig_ab) INCLUDE (traeger_id, anlass, gueltig_bis, erfasst_am, ersetzt_am);
alter table fall_zustaendigkeit enable row level security;
alter table fall_zustaendigkeit force row level security;
create policy akte on fall_zustaendigkeit for select to lotse_akte
  using (true);
create policy bestand on fall_zustaendigkeit to lotse_bestand
  using (true);
create policy eigene on fall_zustaendigkeit to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_zustaendigkeit.kreis_id) AND (f.id = fall_zustaendigkeit.fall_id))))));
create policy loeschen on fall_zustaendigkeit to lotse_loeschung
  using (true);
create policy nur_eigene_aendern on fall_zustaendigkeit as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_zustaendigkeit.kreis_id) AND (f.id = fall_zustaendigkeit.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_anlegen on fall_zustaendigkeit as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_zustaendigkeit.kreis_id) AND (f.id = fall_zustaendigkeit.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_loeschen on fall_zustaendigkeit as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_zustaendigkeit.kreis_id) AND (f.id = fall_zustaendigkeit.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy schutz on fall_zustaendigkeit to lotse_schutz
  using (true);
create policy zaehlen on fall_zustaendigkeit for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])) AND (cardinality(( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)) > 0))));
grant select on fall_zustaendigkeit to lotse_akte;
grant delete, insert, select, update on fall_zustaendigkeit to lotse_app;
grant insert, select, update (ersetzt_am) on fall_zustaendigkeit to lotse_bestand;
grant insert (anlass, erfasst_am, ersetzt_am, fall_id, gueltig_ab, gueltig_bis, id, kreis_id, traeger_id, uebergabe_id), select (anlass, erfasst_am, ersetzt_am, fall_id, gueltig_ab, gueltig_bis, id, kreis_id, traeger_id, uebergabe_id), update (uebergabe_id) on fall_zustaendigkeit to lotse_loeschung;
grant insert, select, update (ersetzt_am) on fall_zustaendigkeit to lotse_schutz;
grant select on fall_zustaendigkeit to lotse_zaehler;

create table beratungskontakt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fassung integer not null default 1,
  fall_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  am date not null,
  qualifiziert boolean not null,
  format text not null,
  ort text not null,
  dauer_minuten smallint,
  sprache text,
  dolmetschen text not null default 'kein'::text,
  lebensbereich text[] not null default '{}'::text[],
  notiz_id uuid,
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint beratungskontakt_pkey PRIMARY KEY (kreis_id, id, fassung),
  constraint beratungskontakt_dauer_minuten_check CHECK (((dauer_minuten >= 1) AND (dauer_minuten <= 600))),
  constraint beratungskontakt_dolmetschen_check CHECK ((dolmetschen = ANY (ARRAY['kein'::text, 'ehrenamtlich'::text, 'professionell'::text, 'angehoerige'::text]))),
  constraint beratungskontakt_format_check CHECK ((format = ANY (ARRAY['persoenlich'::text, 'telefon'::text, 'video'::text, 'schriftlich'::text, 'begleitung'::text]))),
  constraint beratungskontakt_ort_check CHECK ((ort = ANY (ARRAY['buero'::text, 'extern'::text, 'privathaushalt'::text, 'kein'::text]))),
  constraint beratungskontakt_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint beratungskontakt_kreis_id_notiz_id_fkey FOREIGN KEY (kreis_id, notiz_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (notiz_id),
  constraint beratungskontakt_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table beratungskontakt is 'Beratungskontakt in einem Fall; eine Berichtigung ist eine neue Fassung.';
comment on column beratungskontakt.traeger_id is 'Träger, der beraten hat; bleibt nach einer Übergabe.';
comment on column beratungskontakt.casemanager_id is 'Wer beraten hat.';
comment on column beratungskontakt.am is 'Tag des Kontakts.';
comment on column beratungskontakt.qualifiziert is 'Nur qualifizierte Kontakte halten einen Fall aktiv (Konzept Kreis Unna 2.2).';
comment on column beratungskontakt.ort is 'Art des Ortes, nicht die Anschrift.';
comment on column beratungskontakt.dauer_minuten is 'Dauer ohne Dokumentation.';
comment on column beratungskontakt.sprache is 'Sprache des Gesprächs, ISO 639-3.';
CREATE UNIQUE INDEX beratungskontakt_eine_gueltige_fassung ON public.beratungskontakt USING btree (kreis_id, id) WHERE (ersetzt_am IS NULL);
CREATE INDEX beratungskontakt_fall ON public.beratungskontakt USING btree (kreis_id, fall_id, am DESC);
CREATE INDEX beratungskontakt_qualifiziert ON public.beratungskontakt USING btree (kreis_id, fall_id, am) INCLUDE (erfasst_am, ersetzt_am) WHERE qualifiziert;
CREATE INDEX beratungskontakt_zaehlen ON public.beratungskontakt USING btree (kreis_id, am, traeger_id) INCLUDE (ersetzt_am);
alter table beratungskontakt enable row level security;
alter table beratungskontakt force row level security;
create policy akte on beratungskontakt for select to lotse_akte
  using (true);
create policy eigene on beratungskontakt to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = beratungskontakt.kreis_id) AND (f.id = beratungskontakt.fall_id))))));
create policy loeschen on beratungskontakt to lotse_loeschung
  using (true);
create policy nur_eigene_aendern on beratungskontakt as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = beratungskontakt.kreis_id) AND (f.id = beratungskontakt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_anlegen on beratungskontakt as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = beratungskontakt.kreis_id) AND (f.id = beratungskontakt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_eigene_loeschen on beratungskontakt as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = beratungskontakt.kreis_id) AND (f.id = beratungskontakt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on beratungskontakt for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on beratungskontakt to lotse_akte;
grant delete, insert, select, update on beratungskontakt to lotse_app;
grant insert (am, casemanager_id, dauer_minuten, dolmetschen, erfasst_am, ersetzt_am, fall_id, fassung, format, id, kreis_id, lebensbereich, ort, qualifiziert, sprache, traeger_id), select (am, casemanager_id, dauer_minuten, dolmetschen, erfasst_am, ersetzt_am, fall_id, fassung, format, id, kreis_id, lebensbereich, ort, qualifiziert, sprache, traeger_id) on beratungskontakt to lotse_loeschung;
grant select on beratungskontakt to lotse_zaehler;

create table sonstiger_kontakt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fassung integer not null default 1,
  traeger_id uuid not null,
  kommune_id text,
  am date not null,
  zugang text,
  ergebnis text,
  lebensbereich text[] not null default '{}'::text[],
  uebernahme_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  anfrage_id uuid,
  format text,
  ort text,
  dauer_minuten smallint,
  constraint sonstiger_kontakt_pkey PRIMARY KEY (kreis_id, id, fassung),
  constraint sonstiger_kontakt_dauer_minuten_check CHECK (((dauer_minuten >= 1) AND (dauer_minuten <= 600))),
  constraint sonstiger_kontakt_format_check CHECK ((format = ANY (ARRAY['persoenlich'::text, 'telefon'::text, 'video'::text, 'schriftlich'::text, 'begleitung'::text]))),
  constraint sonstiger_kontakt_ort_check CHECK ((ort = ANY (ARRAY['buero'::text, 'extern'::text, 'privathaushalt'::text, 'kein'::text]))),
  constraint sonstiger_kontakt_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE SET NULL (anfrage_id),
  constraint sonstiger_kontakt_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint sonstiger_kontakt_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table sonstiger_kontakt is 'Sonstiger Beratungskontakt ohne Aufnahme: anonym, nur gezählt (Vorlage 197/23).';
comment on column sonstiger_kontakt.am is 'Tag des Kontakts.';
comment on column sonstiger_kontakt.ergebnis is 'Code aus der Codeliste "ergebnis".';
comment on column sonstiger_kontakt.ort is 'Art des Ortes, nicht die Anschrift.';
comment on column sonstiger_kontakt.dauer_minuten is 'Dauer ohne Dokumentation.';
CREATE INDEX sonstiger_kontakt_anfrage ON public.sonstiger_kontakt USING btree (kreis_id, anfrage_id) WHERE (anfrage_id IS NOT NULL);
CREATE UNIQUE INDEX sonstiger_kontakt_eine_gueltige_fassung ON public.sonstiger_kontakt USING btree (kreis_id, id) WHERE (ersetzt_am IS NULL);
CREATE INDEX sonstiger_kontakt_zaehlen ON public.sonstiger_kontakt USING btree (kreis_id, am, traeger_id);
alter table sonstiger_kontakt enable row level security;
alter table sonstiger_kontakt force row level security;
create policy eigene on sonstiger_kontakt to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))))
  with check (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy loeschen on sonstiger_kontakt to lotse_loeschung
  using (true);
create policy nur_eigene_loeschen on sonstiger_kontakt as restrictive for delete to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy zaehlen on sonstiger_kontakt for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)::text[])) OR (traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[]))));
grant delete, insert, select, update on sonstiger_kontakt to lotse_app;
grant delete, insert (am, anfrage_id, dauer_minuten, erfasst_am, erfasst_von, ergebnis, ersetzt_am, fassung, format, id, kommune_id, kreis_id, lebensbereich, ort, traeger_id, zugang), select (am, anfrage_id, dauer_minuten, erfasst_am, erfasst_von, ergebnis, ersetzt_am, fassung, format, id, kommune_id, kreis_id, lebensbereich, ort, traeger_id, zugang) on sonstiger_kontakt to lotse_loeschung;
grant select on sonstiger_kontakt to lotse_zaehler;

create table ereignis (
  kreis_id text not null,
  id bigint not null generated always as identity,
  am timestamp with time zone not null default now(),
  konto_id uuid,
  art text not null,
  gegenstand text not null,
  gegenstand_id uuid,
  daten jsonb not null default '{}'::jsonb,
  adresse text not null default COALESCE(current_setting('app.adresse'::text, true), ''::text),
  constraint ereignis_pkey PRIMARY KEY (kreis_id, id),
  constraint ereignis_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table ereignis is 'Jede Änderung, ohne Inhalt und ohne Namen.';
comment on column ereignis.konto_id is 'Wer handelte; leer, wenn es kein Konto war.';
comment on column ereignis.art is 'Was geschah, als Schlüssel, etwa "fall.aufgenommen".';
comment on column ereignis.gegenstand is 'Art des Gegenstands, etwa "fall".';
comment on column ereignis.gegenstand_id is 'Kennung des Gegenstands; ohne Fremdschlüssel, damit das Ereignis eine Löschung überdauert.';
comment on column ereignis.daten is 'Schlüssel, Tage und Zahlen, nie Namen oder Text.';
comment on column ereignis.adresse is 'Netzadresse, von der gehandelt wurde; leer bei der Kommandozeile.';
CREATE INDEX ereignis_gegenstand ON public.ereignis USING btree (kreis_id, gegenstand_id, id);
alter table ereignis enable row level security;
create policy lesen on ereignis for select to lotse_app
  using (((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = ereignis.kreis_id) AND (f.id = ereignis.gegenstand_id)))) OR (konto_id = ( SELECT app_konto() AS app_konto))));
create policy protokoll on ereignis for select to lotse_protokoll
  using (true);
create policy schreiben on ereignis for insert to lotse_app, lotse_anmeldung
  with check (true);
grant insert on ereignis to lotse_anmeldung;
grant insert, select on ereignis to lotse_app;
grant select on ereignis to lotse_protokoll;

create table lesezugriff (
  kreis_id text not null,
  id bigint not null generated always as identity,
  am timestamp with time zone not null default now(),
  konto_id uuid not null,
  person_id uuid[] not null,
  vorgang text not null,
  zweck text,
  adresse text not null default COALESCE(current_setting('app.adresse'::text, true), ''::text),
  constraint lesezugriff_pkey PRIMARY KEY (kreis_id, id),
  constraint lesezugriff_zweck_check CHECK ((zweck = ANY (ARRAY['vertretung'::text, 'oeffnung'::text, 'notzugriff'::text]))),
  constraint lesezugriff_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table lesezugriff is 'Jedes Lesen einer benannten Person: ohne Eintrag keine Antwort.';
comment on column lesezugriff.person_id is 'Alle Personen, die in der Antwort standen.';
comment on column lesezugriff.vorgang is 'Name des Vorgangs, etwa "fall.get".';
comment on column lesezugriff.zweck is 'Wozu gelesen wurde, wenn nicht an eigenen Fällen: "vertretung", "oeffnung" oder "notzugriff". Leer heißt: eigene Fälle oder das Team.';
comment on column lesezugriff.adresse is 'Netzadresse, von der gelesen wurde; leer bei der Kommandozeile.';
CREATE TRIGGER lesezugriff_zweck BEFORE INSERT ON public.lesezugriff FOR EACH ROW EXECUTE FUNCTION lesezugriff_zweck();
alter table lesezugriff enable row level security;
create policy akte on lesezugriff for insert to lotse_akte
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy partner on lesezugriff for insert to lotse_partner
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy protokoll on lesezugriff for select to lotse_protokoll
  using (true);
create policy schreiben on lesezugriff for insert to lotse_app
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
grant insert on lesezugriff to lotse_akte;
grant insert on lesezugriff to lotse_app;
grant insert on lesezugriff to lotse_partner;
grant select on lesezugriff to lotse_protokoll;

create table idempotenz (
  kreis_id text not null,
  konto_id uuid not null,
  schluessel text not null,
  vorgang text not null,
  anfrage_pruefwert text not null,
  antwort_siegel bytea,
  am timestamp with time zone not null default now(),
  constraint idempotenz_pkey PRIMARY KEY (kreis_id, konto_id, schluessel),
  constraint idempotenz_schluessel_check CHECK (((length(schluessel) >= 8) AND (length(schluessel) <= 100))),
  constraint idempotenz_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table idempotenz is 'Antworten auf Schreibvorgänge, damit ein wiederholtes Absenden nichts doppelt anlegt.';
comment on column idempotenz.schluessel is 'Vom Browser gewählt, wenn das Formular aufgeht.';
comment on column idempotenz.vorgang is 'Methode und Pfad.';
comment on column idempotenz.anfrage_pruefwert is 'Prüfsumme der Anfrage: derselbe Schlüssel mit anderem Inhalt wird abgelehnt.';
comment on column idempotenz.antwort_siegel is 'Versiegelte Antwort.';
alter table idempotenz enable row level security;
create policy eigene on idempotenz to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy loeschen on idempotenz to lotse_loeschung
  using (true);
grant delete, insert, select, update on idempotenz to lotse_app;
grant delete, select (am, kreis_id) on idempotenz to lotse_loeschung;

create table entwurf (
  kreis_id text not null,
  konto_id uuid not null,
  formular text not null,
  bezug text not null default ''::text,
  siegel bytea not null,
  geaendert_am timestamp with time zone not null default now(),
  constraint entwurf_pkey PRIMARY KEY (kreis_id, konto_id, formular, bezug),
  constraint entwurf_bezug_check CHECK ((length(bezug) <= 80)),
  constraint entwurf_formular_check CHECK ((length(formular) <= 60)),
  constraint entwurf_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table entwurf is 'Nichts Getipptes geht verloren: Entwurf je Formular und Konto, versiegelt.';
comment on column entwurf.bezug is 'Worauf sich das Formular bezieht, etwa die Fall-Kennung; leer bei einem neuen Fall.';
alter table entwurf enable row level security;
create policy eigene on entwurf to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy loeschen on entwurf to lotse_loeschung
  using (true);
grant delete, insert, select, update on entwurf to lotse_app;
grant delete, select (bezug, kreis_id) on entwurf to lotse_loeschung;

create table ansicht (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null,
  filter jsonb not null,
  constraint ansicht_pkey PRIMARY KEY (kreis_id, id),
  constraint ansicht_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint ansicht_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table ansicht is 'Gespeicherte Ansicht der Fallliste eines Kontos.';
comment on column ansicht.filter is 'Filter und Sortierung, ohne Namen von Personen.';
alter table ansicht enable row level security;
create policy eigene on ansicht to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
grant delete, insert, select, update on ansicht to lotse_app;

create table uebernahme_profil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  zuordnung jsonb not null,
  geaendert_am timestamp with time zone not null default now(),
  constraint uebernahme_profil_pkey PRIMARY KEY (kreis_id, id),
  constraint uebernahme_profil_kreis_id_name_key UNIQUE (kreis_id, name),
  constraint uebernahme_profil_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table uebernahme_profil is 'Zuordnung der Spalten einer Arbeitsmappe, die ein Kreis wiederverwendet.';
comment on column uebernahme_profil.zuordnung is 'Blatt, Kopfzeile und Feld je Spalte.';
alter table uebernahme_profil enable row level security;
create policy einlesen on uebernahme_profil to lotse_app
  using (((kreis_id || ':uebernahme'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
grant delete, insert, select, update on uebernahme_profil to lotse_app;

create table uebernahme (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  datei_name text not null,
  datei_pruefwert text not null,
  profil text not null default ''::text,
  region_id uuid,
  bericht jsonb not null,
  konto_id uuid,
  am timestamp with time zone not null default now(),
  zurueckgenommen_am timestamp with time zone,
  zurueckgenommen_von uuid,
  constraint uebernahme_pkey PRIMARY KEY (kreis_id, id),
  constraint uebernahme_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint uebernahme_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE RESTRICT
);
comment on table uebernahme is 'Ein Lauf: eine eingelesene Datei mit Bericht, als Ganzes rücknehmbar.';
comment on column uebernahme.datei_name is 'Name der Datei ohne Pfad.';
comment on column uebernahme.datei_pruefwert is 'SHA-256 der Datei; die Datei selbst wird nicht aufgehoben.';
comment on column uebernahme.profil is 'Name des Profils, mit dem eingelesen wurde.';
comment on column uebernahme.bericht is 'Zahlen und abgelehnte Zellen (Blatt, Zeile, Spalte, Code), ohne Zellinhalte.';
comment on column uebernahme.zurueckgenommen_am is 'Wann der Lauf zurückgenommen wurde; leer heißt: er gilt.';
alter table uebernahme enable row level security;
create policy einlesen on uebernahme to lotse_app
  using (((kreis_id || ':uebernahme'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
grant insert, select, update on uebernahme to lotse_app;

create table uebernahme_stand (
  kreis_id text not null,
  fall_id uuid not null,
  uebernahme_id uuid not null,
  pruefwert bytea not null,
  siegel bytea not null,
  constraint uebernahme_stand_pkey PRIMARY KEY (kreis_id, fall_id),
  constraint uebernahme_stand_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint uebernahme_stand_kreis_id_uebernahme_id_fkey FOREIGN KEY (kreis_id, uebernahme_id) REFERENCES uebernahme(kreis_id, id) ON DELETE RESTRICT
);
comment on table uebernahme_stand is 'Zuletzt eingelesene Zeile je Fall, versiegelt unter dem Schlüssel der Person.';
comment on column uebernahme_stand.pruefwert is 'HMAC der Zeile: gleiche Zeile, nichts zu tun, ohne das Siegel zu öffnen.';
comment on column uebernahme_stand.siegel is 'Angaben der Zeile als JSON, AES-256-GCM unter dem Schlüssel der Person.';
alter table uebernahme_stand enable row level security;
alter table uebernahme_stand force row level security;
create policy einlesen on uebernahme_stand to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
grant delete, insert, select, update on uebernahme_stand to lotse_app;

create table stelle (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  art text not null,
  kommune_id text,
  ansprechpartner text not null default ''::text,
  telefon text not null default ''::text,
  email text not null default ''::text,
  weg text not null default ''::text,
  vereinbart_am date,
  zugesteuert boolean not null default false,
  gueltig_ab date not null default CURRENT_DATE,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  constraint stelle_pkey PRIMARY KEY (kreis_id, id),
  constraint stelle_kreis_id_name_key UNIQUE (kreis_id, name),
  constraint stelle_ansprechpartner_check CHECK ((length(ansprechpartner) <= 200)),
  constraint stelle_art_check CHECK ((art = ANY (ARRAY['abh'::text, 'ebh'::text, 'sozialverwaltung'::text, 'jobcenter'::text, 'arbeitsagentur'::text, 'jugendamt'::text, 'schule'::text, 'kita'::text, 'migrationsberatung'::text, 'fachberatung'::text, 'gesundheit'::text, 'ehrenamt'::text, 'wohnen'::text, 'kommunales_team'::text, 'sonstige'::text]))),
  constraint stelle_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint stelle_email_check CHECK ((length(email) <= 200)),
  constraint stelle_name_check CHECK (((length(name) >= 2) AND (length(name) <= 200))),
  constraint stelle_telefon_check CHECK ((length(telefon) <= 60)),
  constraint stelle_weg_check CHECK ((length(weg) <= 500)),
  constraint stelle_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint stelle_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT
);
comment on table stelle is 'Partnerstelle: steuert zu, nimmt Verweise an, kann Empfängerin einer Schweigepflichtsentbindung sein.';
comment on column stelle.ansprechpartner is 'Dienstlicher Kontakt der Stelle, keine Klient*innen.';
comment on column stelle.telefon is 'Dienstliche Nummer.';
comment on column stelle.email is 'Dienstliche Adresse.';
comment on column stelle.weg is 'Vereinbarter Weg der Zusteuerung, etwa "nach Absprache im gemeinsamen Termin".';
comment on column stelle.vereinbart_am is 'Tag der Vereinbarung; leer heißt: noch nicht vereinbart.';
comment on column stelle.zugesteuert is 'Steht in der Auswahl der zusteuernden Stellen.';
alter table stelle enable row level security;
create policy kollegen on stelle for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy partner on stelle for select to lotse_partner
  using (true);
create policy pflegen on stelle to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy zaehlen on stelle for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on stelle to lotse_app;
grant select (id, kreis_id, name) on stelle to lotse_partner;
grant select on stelle to lotse_zaehler;

create table zusteuerung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  reihe_id uuid not null default gen_random_uuid(),
  rang smallint not null default 100,
  bezeichnung text not null,
  kommune_id text,
  ortsteil_id uuid,
  zugang text,
  wohnform text,
  bedarf text,
  an_traeger_id uuid,
  an_standort_id uuid,
  an_stelle_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint zusteuerung_pkey PRIMARY KEY (kreis_id, id),
  constraint zusteuerung_bedarf_check CHECK ((bedarf = ANY (ARRAY['einfach'::text, 'komplex'::text]))),
  constraint zusteuerung_bezeichnung_check CHECK (((length(bezeichnung) >= 3) AND (length(bezeichnung) <= 200))),
  constraint zusteuerung_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint zusteuerung_nennt_ein_ziel CHECK (((num_nonnulls(an_traeger_id, an_stelle_id) <= 1) AND ((an_standort_id IS NULL) OR (an_traeger_id IS NOT NULL)))),
  constraint zusteuerung_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, reihe_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint zusteuerung_kreis_id_an_standort_id_fkey FOREIGN KEY (kreis_id, an_standort_id) REFERENCES standort(kreis_id, id) ON DELETE RESTRICT,
  constraint zusteuerung_kreis_id_an_stelle_id_fkey FOREIGN KEY (kreis_id, an_stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint zusteuerung_kreis_id_an_traeger_id_fkey FOREIGN KEY (kreis_id, an_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint zusteuerung_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint zusteuerung_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint zusteuerung_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE RESTRICT
);
comment on table zusteuerung is 'Vereinbarte Regel der Zusteuerung: wer unter diesen Bedingungen zuständig ist (Rheine: städtische Übergangswohnung an Team Beratung).';
comment on column zusteuerung.reihe_id is 'Haben alle Fassungen derselben Regel gemeinsam.';
comment on column zusteuerung.rang is 'Die kleinste passende Zahl gilt.';
comment on column zusteuerung.bezeichnung is 'Satz, der als Grund gezeigt wird.';
comment on column zusteuerung.zugang is 'Code der Codeliste "zugang"; leer heißt jeder.';
comment on column zusteuerung.wohnform is 'Code der Codeliste "wohnform"; leer heißt jede.';
comment on column zusteuerung.bedarf is 'Einfaches Anliegen oder komplexer Bedarf; leer heißt beides.';
comment on column zusteuerung.an_traeger_id is 'Träger und Stelle leer heißt: das Case Management, das am Ort zuständig ist.';
alter table zusteuerung enable row level security;
create policy kollegen on zusteuerung for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on zusteuerung to lotse_app
  using (((kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[]))));
grant insert, select, update on zusteuerung to lotse_app;

create table lage (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  am date not null,
  bis date,
  bezeichnung text not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint lage_pkey PRIMARY KEY (kreis_id, id),
  constraint lage_bezeichnung_check CHECK (((length(bezeichnung) >= 3) AND (length(bezeichnung) <= 300))),
  constraint lage_check CHECK ((bis >= am)),
  constraint lage_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table lage is 'Ereignis von außen, das die Arbeit belastet (Krieg, Schließung einer Unterbringung), mit Tag; erklärt Sprünge in den Zahlen.';
comment on column lage.am is 'Erster Tag.';
comment on column lage.bis is 'Letzter Tag, wenn bekannt.';
alter table lage enable row level security;
create policy kollegen on lage for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on lage to lotse_app
  using ((((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy zaehlen on lage for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select, update on lage to lotse_app;
grant select on lage to lotse_zaehler;

create table stundenanteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  standort_id uuid not null,
  prozent smallint not null,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint stundenanteil_pkey PRIMARY KEY (kreis_id, id),
  constraint stundenanteil_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint stundenanteil_prozent_check CHECK (((prozent >= 0) AND (prozent <= 100))),
  constraint stundenanteil_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, standort_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint stundenanteil_kreis_id_standort_id_fkey FOREIGN KEY (kreis_id, standort_id) REFERENCES standort(kreis_id, id) ON DELETE CASCADE,
  constraint stundenanteil_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table stundenanteil is 'Anteil der Beratungsstunden eines Trägers an einem Standort; die Anteile eines Trägers ergeben zusammen 100 %.';
comment on column stundenanteil.prozent is 'Ganze Prozent.';
alter table stundenanteil enable row level security;
create policy kollegen on stundenanteil for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on stundenanteil to lotse_app
  using ((((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
grant insert, select, update on stundenanteil to lotse_app;

create table raum (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  standort_id uuid not null,
  name text not null,
  geschuetzt boolean not null default true,
  constraint raum_pkey PRIMARY KEY (kreis_id, id),
  constraint raum_kreis_id_standort_id_name_key UNIQUE (kreis_id, standort_id, name),
  constraint raum_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint raum_kreis_id_standort_id_fkey FOREIGN KEY (kreis_id, standort_id) REFERENCES standort(kreis_id, id) ON DELETE CASCADE
);
comment on table raum is 'Raum eines Standorts für Beratungen.';
comment on column raum.geschuetzt is 'Ungestört und vertraulich, wie das Konzept es verlangt (2.2).';
alter table raum enable row level security;
create policy kollegen on raum for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on raum to lotse_app
  using ((EXISTS ( SELECT
   FROM standort s
  WHERE ((s.kreis_id = raum.kreis_id) AND (s.id = raum.standort_id) AND ((s.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR ((s.kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((s.kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])))))));
grant delete, insert, select, update on raum to lotse_app;

create table anfrage (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null,
  traeger_id uuid not null,
  standort_id uuid,
  casemanager_id uuid,
  eingegangen_am date not null,
  zugang text,
  unterweg text,
  stelle_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  wohnform text,
  dringlich boolean not null default false,
  sprache text,
  dolmetschen boolean not null default false,
  lebensbereich text[] not null default '{}'::text[],
  kein_fall text[] not null default '{}'::text[],
  zustaendig_grund text not null default ''::text,
  frist_am date not null,
  stand text not null default 'offen'::text,
  ausgang text,
  abgeschlossen_am date,
  verwiesen_an uuid,
  person_id uuid,
  fall_id uuid,
  vorige_id uuid,
  weiter_am date,
  weiter_kontakte smallint,
  weiter_bedarfe smallint,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geschuetzt_am timestamp with time zone,
  geloescht_am date,
  constraint anfrage_pkey PRIMARY KEY (kreis_id, id),
  constraint anfrage_kreis_id_nummer_key UNIQUE (kreis_id, nummer),
  constraint abschluss_nennt_ausgang CHECK ((((stand = 'abgeschlossen'::text) = (ausgang IS NOT NULL)) AND ((stand = 'abgeschlossen'::text) = (abgeschlossen_am IS NOT NULL)))),
  constraint anfrage_ausgang_check CHECK ((ausgang = ANY (ARRAY['erledigt'::text, 'verwiesen'::text, 'weitergeleitet'::text, 'aufgenommen'::text, 'nicht_erschienen'::text, 'zurueckgezogen'::text]))),
  constraint anfrage_check CHECK ((abgeschlossen_am >= eingegangen_am)),
  constraint anfrage_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'in_beratung'::text, 'warteliste'::text, 'abgeschlossen'::text]))),
  constraint weiter_nennt_umfang CHECK ((num_nulls(weiter_am, weiter_kontakte, weiter_bedarfe) = ANY (ARRAY[0, 3]))),
  constraint anfrage_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE SET NULL (fall_id),
  constraint anfrage_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_ortsteil_id_fkey FOREIGN KEY (kreis_id, ortsteil_id) REFERENCES ortsteil(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE SET NULL (person_id),
  constraint anfrage_kreis_id_standort_id_fkey FOREIGN KEY (kreis_id, standort_id) REFERENCES standort(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_verwiesen_an_fkey FOREIGN KEY (kreis_id, verwiesen_an) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint anfrage_kreis_id_vorige_id_fkey FOREIGN KEY (kreis_id, vorige_id) REFERENCES anfrage(kreis_id, id) ON DELETE SET NULL (vorige_id)
);
comment on table anfrage is 'Anfrage vor der Einwilligung, ohne Namen: vom ersten Anklopfen bis zu Verweis, Kurzberatung oder Fall.';
comment on column anfrage.nummer is 'Nummer der Anfrage, etwa A-2026-0012; steht auf dem Terminzettel statt eines Namens.';
comment on column anfrage.eingegangen_am is 'Tag, an dem angeklopft wurde; eine Weiterleitung behält ihn.';
comment on column anfrage.unterweg is 'Code der Codeliste "unterweg": Aushang, Flyer, Mundpropaganda.';
comment on column anfrage.stelle_id is 'Wer zugesteuert hat.';
comment on column anfrage.wohnform is 'Code der Codeliste "wohnform"; entscheidet in manchen Orten über die Zuständigkeit.';
comment on column anfrage.dringlich is 'Eilig: dann gelten drei Werktage.';
comment on column anfrage.dolmetschen is 'Es wird jemand zum Dolmetschen gebraucht.';
comment on column anfrage.lebensbereich is 'Worum es geht, aus der Liste der Lebensbereiche.';
comment on column anfrage.kein_fall is 'Hinweise der Negativliste, die zutreffen; sie raten, sie verbieten nicht.';
comment on column anfrage.zustaendig_grund is 'Warum dieser Träger zuständig ist: Satz der Regel oder Schlüssel der Gebietszuordnung.';
comment on column anfrage.frist_am is 'Letzter Tag für den ersten Termin: zwei Wochen, eilig drei Werktage (Konzept 4.1).';
comment on column anfrage.stand is 'Wo die Anfrage steht.';
comment on column anfrage.ausgang is 'Womit sie endete.';
comment on column anfrage.abgeschlossen_am is 'Tag, an dem sie endete.';
comment on column anfrage.verwiesen_an is 'Stelle des Verweises.';
comment on column anfrage.person_id is 'Erst nach unterschriebener Einwilligung.';
comment on column anfrage.fall_id is 'Fall, der aus ihr wurde, oder aus dem sie durch Rückstufung entstand.';
comment on column anfrage.vorige_id is 'Anfrage, aus der diese durch Weiterleitung oder Rückstufung entstand.';
comment on column anfrage.weiter_am is 'Tag, an dem auf die Frage nach der Umwandlung mit "weiter als Kurzberatung" geantwortet wurde.';
comment on column anfrage.weiter_kontakte is 'Kontakte bei dieser Antwort; erst mehr davon fragt wieder.';
comment on column anfrage.weiter_bedarfe is 'Bedarfe bei dieser Antwort; erst mehr davon fragt wieder.';
comment on column anfrage.geschuetzt_am is 'Wie bei der Person, zu der sie wurde.';
comment on column anfrage.geloescht_am is 'Wie in fall.';
CREATE INDEX anfrage_fall ON public.anfrage USING btree (kreis_id, fall_id);
CREATE INDEX anfrage_person ON public.anfrage USING btree (kreis_id, person_id);
CREATE INDEX anfrage_traeger ON public.anfrage USING btree (traeger_id, stand, frist_am);
CREATE TRIGGER schutz_erben BEFORE INSERT OR UPDATE OF person_id ON public.anfrage FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION schutz_erben();
CREATE TRIGGER schutz_folgen AFTER UPDATE OF geschuetzt_am ON public.anfrage FOR EACH ROW WHEN ((new.geschuetzt_am IS DISTINCT FROM old.geschuetzt_am)) EXECUTE FUNCTION termin_schutz_folgen();
alter table anfrage enable row level security;
alter table anfrage force row level security;
create policy abgleichen on anfrage for select to lotse_abgleich
  using (true);
create policy aendern on anfrage for update to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
create policy akte on anfrage for select to lotse_akte
  using (true);
create policy anlegen on anfrage for insert to lotse_app
  with check (((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
create policy bestand on anfrage to lotse_bestand
  using (true);
create policy dublette on anfrage for select to lotse_dublette
  using (true);
create policy lesen on anfrage for select to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[]))));
create policy loeschen on anfrage to lotse_loeschung
  using (true);
create policy nicht_geloescht on anfrage as restrictive to lotse_app, lotse_akte, lotse_abgleich, lotse_dublette, lotse_bestand
  using ((geloescht_am IS NULL));
create policy nicht_geschuetzt on anfrage as restrictive to lotse_app, lotse_akte
  using (((geschuetzt_am IS NULL) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = anfrage.kreis_id) AND (p.id = anfrage.person_id))))));
create policy nicht_geschuetzt_bestand on anfrage as restrictive to lotse_bestand, lotse_abgleich
  using ((geschuetzt_am IS NULL));
create policy schutz on anfrage to lotse_schutz
  using (true);
create policy zaehlen on anfrage for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)::text[])) OR (traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[]))));
grant select (eingegangen_am, geschuetzt_am, id, kommune_id, kreis_id, nummer, person_id) on anfrage to lotse_abgleich;
grant select (eingegangen_am, fall_id, geschuetzt_am, id, kreis_id, person_id) on anfrage to lotse_akte;
grant insert, select, update (abgeschlossen_am, ausgang, casemanager_id, dolmetschen, dringlich, eingegangen_am, erfasst_am, erfasst_von, fall_id, fassung, frist_am, id, kein_fall, kommune_id, kreis_id, lebensbereich, nummer, ortsteil_id, person_id, sprache, stand, standort_id, stelle_id, traeger_id, unterweg, verwiesen_an, vorige_id, weiter_am, weiter_bedarfe, weiter_kontakte, wohnform, zugang, zustaendig_grund) on anfrage to lotse_app;
grant select (casemanager_id, fassung, geschuetzt_am, id, kreis_id, stand, traeger_id), update (casemanager_id, fassung) on anfrage to lotse_bestand;
grant select (eingegangen_am, id, kreis_id, nummer, person_id) on anfrage to lotse_dublette;
grant delete, insert (abgeschlossen_am, ausgang, dolmetschen, dringlich, eingegangen_am, erfasst_am, frist_am, geloescht_am, id, kein_fall, kommune_id, kreis_id, lebensbereich, nummer, ortsteil_id, sprache, stand, standort_id, stelle_id, traeger_id, unterweg, wohnform, zugang), select (abgeschlossen_am, ausgang, dolmetschen, dringlich, eingegangen_am, erfasst_am, fall_id, frist_am, id, kein_fall, kommune_id, kreis_id, lebensbereich, nummer, ortsteil_id, person_id, sprache, stand, standort_id, stelle_id, traeger_id, unterweg, vorige_id, wohnform, zugang) on anfrage to lotse_loeschung;
grant select (geschuetzt_am, id, kreis_id, person_id), update (geschuetzt_am) on anfrage to lotse_schutz;
grant select (abgeschlossen_am, ausgang, dolmetschen, dringlich, eingegangen_am, erfasst_am, frist_am, id, kein_fall, kommune_id, kreis_id, lebensbereich, ortsteil_id, sprache, stand, standort_id, stelle_id, traeger_id, unterweg, wohnform, zugang) on anfrage to lotse_zaehler;

create table anfrage_nummer (
  kreis_id text not null,
  jahr smallint not null,
  letzte integer not null,
  constraint anfrage_nummer_pkey PRIMARY KEY (kreis_id, jahr),
  constraint anfrage_nummer_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE CASCADE
);
comment on table anfrage_nummer is 'Letzte vergebene Nummer der Anfragen eines Kreises und Jahres.';
comment on column anfrage_nummer.jahr is 'Kalenderjahr der Nummer.';
comment on column anfrage_nummer.letzte is 'Laufende Zahl der letzten Anfrage.';
alter table anfrage_nummer enable row level security;
create policy vergeben on anfrage_nummer to lotse_app
  using (((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
grant insert, select, update on anfrage_nummer to lotse_app;

create table anfrage_tiefe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  tiefe text not null,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint anfrage_tiefe_pkey PRIMARY KEY (kreis_id, id),
  constraint anfrage_tiefe_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint anfrage_tiefe_tiefe_check CHECK ((tiefe = ANY (ARRAY['information'::text, 'verweis'::text, 'kurzberatung'::text, 'case_management'::text]))),
  constraint anfrage_tiefe_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, anfrage_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint anfrage_tiefe_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE CASCADE
);
comment on table anfrage_tiefe is 'Beratungstiefe mit Gültigkeit: Information, Verweis, Kurzberatung, Case Management (Konzept 2.2).';
comment on column anfrage_tiefe.tiefe is 'Stufe der Beratung in dieser Zeit.';
CREATE INDEX anfrage_tiefe_anfrage ON public.anfrage_tiefe USING btree (kreis_id, anfrage_id) WHERE (ersetzt_am IS NULL);
alter table anfrage_tiefe enable row level security;
alter table anfrage_tiefe force row level security;
create policy lesen on anfrage_tiefe for select to lotse_app
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = anfrage_tiefe.kreis_id) AND (a.id = anfrage_tiefe.anfrage_id)))));
create policy loeschen on anfrage_tiefe to lotse_loeschung
  using (true);
create policy schreiben on anfrage_tiefe to lotse_app
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = anfrage_tiefe.kreis_id) AND (a.id = anfrage_tiefe.anfrage_id) AND (a.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))))));
create policy zaehlen on anfrage_tiefe for select to lotse_zaehler
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = anfrage_tiefe.kreis_id) AND (a.id = anfrage_tiefe.anfrage_id)))));
grant insert, select, update on anfrage_tiefe to lotse_app;
grant insert (anfrage_id, erfasst_am, ersetzt_am, gueltig_ab, gueltig_bis, id, kreis_id, tiefe), select (anfrage_id, erfasst_am, ersetzt_am, gueltig_ab, gueltig_bis, id, kreis_id, tiefe) on anfrage_tiefe to lotse_loeschung;
grant select on anfrage_tiefe to lotse_zaehler;

create table warteliste (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  traeger_id uuid not null,
  grund text not null,
  eingetragen_am date not null,
  verwiesen_an uuid,
  eingeladen_am date,
  ausgetragen_am date,
  ausgang text,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint warteliste_pkey PRIMARY KEY (kreis_id, id),
  constraint austragung_nennt_ausgang CHECK (((ausgetragen_am IS NULL) = (ausgang IS NULL))),
  constraint warteliste_ausgang_check CHECK ((ausgang = ANY (ARRAY['eingeladen'::text, 'aufgenommen'::text, 'verzichtet'::text, 'anderweitig'::text]))),
  constraint warteliste_grund_check CHECK ((grund = ANY (ARRAY['auslastung'::text, 'abwesenheit'::text]))),
  constraint warteliste_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE CASCADE,
  constraint warteliste_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint warteliste_kreis_id_verwiesen_an_fkey FOREIGN KEY (kreis_id, verwiesen_an) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table warteliste is 'Wer wartet, weil kein Platz frei oder die Fachkraft lange fort ist (Konzept 4.1); Reihenfolge nach Dringlichkeit und Tag.';
comment on column warteliste.eingetragen_am is 'Tag, seit dem gewartet wird.';
comment on column warteliste.verwiesen_an is 'Stelle, die in der Zwischenzeit hilft.';
comment on column warteliste.eingeladen_am is 'Tag der Einladung, als ein Platz frei wurde.';
comment on column warteliste.ausgetragen_am is 'Tag, an dem das Warten endete.';
comment on column warteliste.ausgang is 'Womit das Warten endete.';
CREATE UNIQUE INDEX warteliste_einmal ON public.warteliste USING btree (kreis_id, anfrage_id) WHERE (ausgetragen_am IS NULL);
alter table warteliste enable row level security;
alter table warteliste force row level security;
create policy lesen on warteliste for select to lotse_app
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = warteliste.kreis_id) AND (a.id = warteliste.anfrage_id)))));
create policy loeschen on warteliste to lotse_loeschung
  using (true);
create policy schreiben on warteliste to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
create policy wie_anfrage on warteliste as restrictive to lotse_app
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = warteliste.kreis_id) AND (a.id = warteliste.anfrage_id)))));
create policy zaehlen on warteliste for select to lotse_zaehler
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = warteliste.kreis_id) AND (a.id = warteliste.anfrage_id)))));
grant insert, select, update on warteliste to lotse_app;
grant insert (anfrage_id, ausgang, ausgetragen_am, eingeladen_am, eingetragen_am, erfasst_am, grund, id, kreis_id, traeger_id, verwiesen_an), select (anfrage_id, ausgang, ausgetragen_am, eingeladen_am, eingetragen_am, erfasst_am, grund, id, kreis_id, traeger_id, verwiesen_an) on warteliste to lotse_loeschung;
grant select on warteliste to lotse_zaehler;

create table vordruck (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  art text not null,
  fassung integer not null,
  stand text not null default 'entwurf'::text,
  inhalt jsonb not null,
  angabe jsonb not null default '{}'::jsonb,
  bearbeitung integer not null default 1,
  freigegeben_am timestamp with time zone,
  freigegeben_von uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint vordruck_pkey PRIMARY KEY (kreis_id, id),
  constraint vordruck_kreis_id_traeger_id_art_fassung_key UNIQUE (kreis_id, traeger_id, art, fassung),
  constraint freigabe_nennt_tag CHECK (((stand = 'entwurf'::text) = (freigegeben_am IS NULL))),
  constraint vordruck_art_check CHECK ((art = ANY (ARRAY['einwilligung'::text, 'datenschutzinformation'::text, 'entbindung'::text]))),
  constraint vordruck_fassung_check CHECK ((fassung >= 1)),
  constraint vordruck_stand_check CHECK ((stand = ANY (ARRAY['entwurf'::text, 'freigegeben'::text, 'abgeloest'::text]))),
  constraint vordruck_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table vordruck is 'Text zum Unterschreiben oder Aushändigen, je Träger, in Fassungen; maßgeblich ist der deutsche Text.';
comment on column vordruck.stand is 'Entwurf, freigegeben oder von einer neuen Fassung abgelöst.';
comment on column vordruck.inhalt is 'Titel, Abschnitte und Auswahl in der Form, die src/vordruck vorgibt.';
comment on column vordruck.angabe is 'Was für {traeger}, {anschrift} und {datenschutz} eingesetzt wird; gehört zur Fassung, damit Unterschriebenes lesbar bleibt.';
comment on column vordruck.bearbeitung is 'Zählt die Änderungen des Entwurfs, damit zwei Bearbeitungen einander nicht überschreiben.';
comment on column vordruck.freigegeben_am is 'Ab wann der Text gilt; danach unveränderlich.';
comment on column vordruck.freigegeben_von is 'Konto, das freigab; leer bei Texten, die mit der Einrichtung kamen.';
CREATE UNIQUE INDEX vordruck_einer_gilt ON public.vordruck USING btree (kreis_id, traeger_id, art) WHERE (stand = 'freigegeben'::text);
CREATE TRIGGER vordruck_bleibt BEFORE UPDATE ON public.vordruck FOR EACH ROW EXECUTE FUNCTION vordruck_bleibt();
alter table vordruck enable row level security;
create policy bearbeiten on vordruck for update to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy entwerfen on vordruck for insert to lotse_app
  with check (((traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy freigeben_aendern on vordruck as restrictive for update to lotse_app
  using (true)
  with check (((stand = 'entwurf'::text) OR app_gibt_frei(kreis_id, traeger_id)));
create policy freigeben_anlegen on vordruck as restrictive for insert to lotse_app
  with check (((stand = 'entwurf'::text) OR app_gibt_frei(kreis_id, traeger_id)));
create policy kollegen on vordruck for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on vordruck to lotse_app;

create table vordruck_uebersetzung (
  kreis_id text not null,
  vordruck_id uuid not null,
  sprache text not null,
  bearbeitung integer not null default 1,
  stand text not null default 'entwurf'::text,
  inhalt jsonb not null,
  freigegeben_am timestamp with time zone,
  freigegeben_von uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint vordruck_uebersetzung_pkey PRIMARY KEY (kreis_id, vordruck_id, sprache, bearbeitung),
  constraint freigabe_nennt_tag CHECK (((stand = 'entwurf'::text) = (freigegeben_am IS NULL))),
  constraint vordruck_uebersetzung_sprache_check CHECK ((sprache ~ '^[a-z]{3}$'::text)),
  constraint vordruck_uebersetzung_stand_check CHECK ((stand = ANY (ARRAY['entwurf'::text, 'freigegeben'::text]))),
  constraint vordruck_uebersetzung_kreis_id_vordruck_id_fkey FOREIGN KEY (kreis_id, vordruck_id) REFERENCES vordruck(kreis_id, id) ON DELETE CASCADE
);
comment on table vordruck_uebersetzung is 'Übersetzung einer Fassung; ein Entwurf, bis ein Mensch beim Träger sie freigibt.';
comment on column vordruck_uebersetzung.bearbeitung is 'Jede Änderung ist eine neue Zeile: Was beim Unterschreiben vorlag, bleibt lesbar.';
comment on column vordruck_uebersetzung.stand is 'Entwürfe drucken "Übersetzung ungeprüft, maßgeblich ist der deutsche Text".';
comment on column vordruck_uebersetzung.inhalt is 'Gleicher Aufbau wie der deutsche Text.';
comment on column vordruck_uebersetzung.freigegeben_am is 'Wann die Übersetzung freigegeben wurde.';
comment on column vordruck_uebersetzung.freigegeben_von is 'Konto, das die Prüfung bestätigt hat.';
CREATE UNIQUE INDEX vordruck_uebersetzung_eine_gilt ON public.vordruck_uebersetzung USING btree (kreis_id, vordruck_id, sprache) WHERE (ersetzt_am IS NULL);
CREATE TRIGGER vordruck_uebersetzung_bleibt BEFORE UPDATE ON public.vordruck_uebersetzung FOR EACH ROW EXECUTE FUNCTION vordruck_uebersetzung_bleibt();
alter table vordruck_uebersetzung enable row level security;
create policy bearbeiten on vordruck_uebersetzung for update to lotse_app
  using ((EXISTS ( SELECT
   FROM vordruck v
  WHERE ((v.kreis_id = vordruck_uebersetzung.kreis_id) AND (v.id = vordruck_uebersetzung.vordruck_id) AND ((v.traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((v.kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])))))));
create policy entwerfen on vordruck_uebersetzung for insert to lotse_app
  with check ((EXISTS ( SELECT
   FROM vordruck v
  WHERE ((v.kreis_id = vordruck_uebersetzung.kreis_id) AND (v.id = vordruck_uebersetzung.vordruck_id) AND ((v.traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((v.kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])))))));
create policy freigeben_aendern on vordruck_uebersetzung as restrictive for update to lotse_app
  using (true)
  with check (((stand = 'entwurf'::text) OR (ersetzt_am IS NOT NULL) OR (EXISTS ( SELECT
   FROM vordruck v
  WHERE ((v.kreis_id = vordruck_uebersetzung.kreis_id) AND (v.id = vordruck_uebersetzung.vordruck_id) AND app_gibt_frei(v.kreis_id, v.traeger_id))))));
create policy freigeben_anlegen on vordruck_uebersetzung as restrictive for insert to lotse_app
  with check ((stand = 'entwurf'::text));
create policy kollegen on vordruck_uebersetzung for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on vordruck_uebersetzung to lotse_app;

create table anhang (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  medientyp text not null,
  groesse integer not null,
  siegel bytea not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint anhang_pkey PRIMARY KEY (kreis_id, id),
  constraint anhang_groesse_check CHECK (((groesse >= 1) AND (groesse <= 10485760))),
  constraint anhang_medientyp_check CHECK ((medientyp = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  constraint anhang_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table anhang is 'Datei zu einer Person, versiegelt unter ihrem Schlüssel; Art und Größe am Inhalt geprüft.';
comment on column anhang.medientyp is 'Am Inhalt erkannt, nicht am Namen der Datei.';
comment on column anhang.groesse is 'Bytes vor dem Versiegeln.';
CREATE INDEX anhang_person ON public.anhang USING btree (kreis_id, person_id);
alter table anhang enable row level security;
alter table anhang force row level security;
create policy eigene on anhang to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = anhang.kreis_id) AND (p.id = anhang.person_id))))));
create policy loeschen on anhang for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on anhang as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = anhang.kreis_id) AND (p.id = anhang.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on anhang as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = anhang.kreis_id) AND (p.id = anhang.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on anhang as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = anhang.kreis_id) AND (p.id = anhang.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant insert, select, update on anhang to lotse_app;
grant select (id, kreis_id, person_id) on anhang to lotse_loeschung;

create table entbindung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  traeger_id uuid not null,
  stelle_id uuid not null,
  zweck text not null,
  inhalt text[] not null,
  richtung text not null,
  gueltig_ab date not null,
  gueltig_bis date not null,
  widerrufen_am date,
  vordruck_id uuid,
  sprache text not null default 'deu'::text,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint entbindung_pkey PRIMARY KEY (kreis_id, id),
  constraint entbindung_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint entbindung_inhalt_check CHECK ((cardinality(inhalt) > 0)),
  constraint entbindung_richtung_check CHECK ((richtung = ANY (ARRAY['an'::text, 'von'::text, 'beide'::text]))),
  constraint entbindung_zweck_check CHECK ((zweck = ANY (ARRAY['vermittlung'::text, 'fallkonferenz'::text, 'kurzer_draht'::text, 'uebergabe'::text, 'rueckmeldung'::text]))),
  constraint entbindung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint entbindung_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint entbindung_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint entbindung_kreis_id_vordruck_id_fkey FOREIGN KEY (kreis_id, vordruck_id) REFERENCES vordruck(kreis_id, id) ON DELETE RESTRICT
);
comment on table entbindung is 'Entbindung von der Schweigepflicht: genau eine Empfängerin, ein Zweck, ein Inhalt, eine Frist.';
comment on column entbindung.traeger_id is 'Träger, der sprechen darf; nach einer Übergabe gilt sie dem neuen nicht.';
comment on column entbindung.zweck is 'Wozu gesprochen werden darf.';
comment on column entbindung.inhalt is 'Worüber gesprochen werden darf: kontaktdaten, aufenthalt, leistungen, arbeit, wohnen, bildung, familie, gesundheit, hilfeplan.';
comment on column entbindung.richtung is 'Ob wir ihr, sie uns oder beide einander Auskunft geben dürfen.';
comment on column entbindung.gueltig_bis is 'Erster Tag, an dem sie nicht mehr gilt.';
comment on column entbindung.sprache is 'Sprache des unterschriebenen Vordrucks, ISO 639-3.';
CREATE INDEX entbindung_person ON public.entbindung USING btree (kreis_id, person_id);
CREATE TRIGGER vermittlung_anhalten AFTER UPDATE OF widerrufen_am ON public.entbindung FOR EACH ROW WHEN (((old.widerrufen_am IS NULL) AND (new.widerrufen_am IS NOT NULL))) EXECUTE FUNCTION vermittlung_anhalten();
alter table entbindung enable row level security;
alter table entbindung force row level security;
create policy akte on entbindung for select to lotse_akte
  using (true);
create policy eigene on entbindung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = entbindung.kreis_id) AND (p.id = entbindung.person_id))))));
create policy loeschen on entbindung for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on entbindung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = entbindung.kreis_id) AND (p.id = entbindung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on entbindung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = entbindung.kreis_id) AND (p.id = entbindung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on entbindung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = entbindung.kreis_id) AND (p.id = entbindung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy partner on entbindung for select to lotse_partner
  using (true);
create policy sperren on entbindung to lotse_sperre
  using (true);
grant select (gueltig_bis, kreis_id, person_id, widerrufen_am) on entbindung to lotse_akte;
grant insert, select, update on entbindung to lotse_app;
grant select (id, kreis_id, person_id) on entbindung to lotse_loeschung;
grant select (gueltig_ab, gueltig_bis, id, kreis_id, stelle_id, traeger_id, widerrufen_am) on entbindung to lotse_partner;
grant select, update (widerrufen_am) on entbindung to lotse_sperre;

create table unterschrift (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  gegenstand text not null,
  gegenstand_id uuid not null,
  rolle text not null,
  form text not null,
  am timestamp with time zone not null default now(),
  text_pruefwert bytea not null,
  text_siegel bytea,
  strich_siegel bytea,
  anhang_id uuid,
  erfasst_von uuid,
  constraint unterschrift_pkey PRIMARY KEY (kreis_id, id),
  constraint bildschirm_hat_striche CHECK (((form = 'bildschirm'::text) = (strich_siegel IS NOT NULL))),
  constraint unterschrift_form_check CHECK ((form = ANY (ARRAY['bildschirm'::text, 'papier'::text]))),
  constraint unterschrift_gegenstand_check CHECK ((gegenstand = ANY (ARRAY['einwilligung'::text, 'entbindung'::text, 'hilfeplan'::text]))),
  constraint unterschrift_rolle_check CHECK ((rolle = ANY (ARRAY['klient'::text, 'vertretung'::text, 'fachkraft'::text]))),
  constraint unterschrift_text_pruefwert_check CHECK ((length(text_pruefwert) = 32)),
  constraint unterschrift_kreis_id_anhang_id_fkey FOREIGN KEY (kreis_id, anhang_id) REFERENCES anhang(kreis_id, id) ON DELETE SET NULL (anhang_id),
  constraint unterschrift_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table unterschrift is 'Unterschrift unter einen bestimmten Text: Striche oder Scan, mit Zeit und Prüfsumme des Textes.';
comment on column unterschrift.gegenstand is 'Was unterschrieben wurde.';
comment on column unterschrift.gegenstand_id is 'Einwilligung, Entbindung oder Fassung des Hilfeplans.';
comment on column unterschrift.rolle is 'Wer unterschrieben hat.';
comment on column unterschrift.form is 'Auf dem Bildschirm oder auf Papier.';
comment on column unterschrift.am is 'Zeitpunkt der Unterschrift.';
comment on column unterschrift.text_pruefwert is 'SHA-256 des Textes, der unterschrieben wurde.';
comment on column unterschrift.text_siegel is 'Dieser Text selbst, versiegelt: eine ungeprüfte Übersetzung kann sich später ändern.';
comment on column unterschrift.strich_siegel is 'Striche mit Zeit und Druck, versiegelt unter dem Schlüssel der Person.';
CREATE INDEX unterschrift_gegenstand ON public.unterschrift USING btree (kreis_id, gegenstand_id);
alter table unterschrift enable row level security;
alter table unterschrift force row level security;
create policy eigene on unterschrift to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = unterschrift.kreis_id) AND (p.id = unterschrift.person_id))))));
create policy loeschen on unterschrift for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on unterschrift as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = unterschrift.kreis_id) AND (p.id = unterschrift.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on unterschrift as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = unterschrift.kreis_id) AND (p.id = unterschrift.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on unterschrift as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = unterschrift.kreis_id) AND (p.id = unterschrift.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant insert, select, update on unterschrift to lotse_app;
grant select (id, kreis_id, person_id) on unterschrift to lotse_loeschung;

create table aushaendigung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  vordruck_id uuid not null,
  sprache text not null,
  am date not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint aushaendigung_pkey PRIMARY KEY (kreis_id, id),
  constraint aushaendigung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint aushaendigung_kreis_id_vordruck_id_fkey FOREIGN KEY (kreis_id, vordruck_id) REFERENCES vordruck(kreis_id, id) ON DELETE RESTRICT
);
comment on table aushaendigung is 'Ausgehändigte Datenschutzinformation: Tag, Fassung und Sprache (Konzept 5.1).';
comment on column aushaendigung.sprache is 'ISO 639-3.';
comment on column aushaendigung.am is 'Tag der Aushändigung.';
alter table aushaendigung enable row level security;
alter table aushaendigung force row level security;
create policy eigene on aushaendigung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = aushaendigung.kreis_id) AND (p.id = aushaendigung.person_id))))));
create policy loeschen on aushaendigung for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on aushaendigung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = aushaendigung.kreis_id) AND (p.id = aushaendigung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on aushaendigung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = aushaendigung.kreis_id) AND (p.id = aushaendigung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on aushaendigung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = aushaendigung.kreis_id) AND (p.id = aushaendigung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant insert, select, update on aushaendigung to lotse_app;
grant select (id, kreis_id, person_id) on aushaendigung to lotse_loeschung;

create table weitergabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  entbindung_id uuid not null,
  inhalt text[] not null,
  form text not null,
  text_id uuid,
  stand text not null default 'vorbereitet'::text,
  vorbereitet_am timestamp with time zone not null default now(),
  gegeben_am timestamp with time zone,
  gestoppt_am timestamp with time zone,
  erfasst_von uuid,
  constraint weitergabe_pkey PRIMARY KEY (kreis_id, id),
  constraint weitergabe_form_check CHECK ((form = ANY (ARRAY['papier'::text, 'gespraech'::text, 'datei'::text]))),
  constraint weitergabe_stand_check CHECK ((stand = ANY (ARRAY['vorbereitet'::text, 'gegeben'::text, 'gestoppt'::text]))),
  constraint weitergabe_kreis_id_entbindung_id_fkey FOREIGN KEY (kreis_id, entbindung_id) REFERENCES entbindung(kreis_id, id) ON DELETE CASCADE,
  constraint weitergabe_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint weitergabe_kreis_id_text_id_fkey FOREIGN KEY (kreis_id, text_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (text_id)
);
comment on table weitergabe is 'Was aufgrund einer Entbindung an wen ging; vorbereitete werden beim Widerruf gestoppt.';
comment on column weitergabe.inhalt is 'Arten von Angaben; nie mehr, als die Entbindung nennt.';
comment on column weitergabe.form is 'Papier, Gespräch oder Datei.';
comment on column weitergabe.text_id is 'Der Text der Weitergabe, versiegelt.';
comment on column weitergabe.stand is 'Vorbereitet, gegeben oder gestoppt.';
comment on column weitergabe.vorbereitet_am is 'Wann sie geschrieben wurde.';
comment on column weitergabe.gegeben_am is 'Wann sie das Haus verließ.';
comment on column weitergabe.gestoppt_am is 'Wann der Widerruf sie aufhielt.';
CREATE INDEX weitergabe_person ON public.weitergabe USING btree (kreis_id, person_id);
CREATE TRIGGER einschraenkung_haelt BEFORE UPDATE OF stand ON public.weitergabe FOR EACH ROW WHEN ((new.stand = 'gegeben'::text)) EXECUTE FUNCTION einschraenkung_haelt();
CREATE TRIGGER einschraenkung_haelt_neu BEFORE INSERT ON public.weitergabe FOR EACH ROW EXECUTE FUNCTION einschraenkung_haelt();
alter table weitergabe enable row level security;
alter table weitergabe force row level security;
create policy eigene on weitergabe to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = weitergabe.kreis_id) AND (p.id = weitergabe.person_id))))));
create policy loeschen on weitergabe for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on weitergabe as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = weitergabe.kreis_id) AND (p.id = weitergabe.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on weitergabe as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = weitergabe.kreis_id) AND (p.id = weitergabe.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on weitergabe as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = weitergabe.kreis_id) AND (p.id = weitergabe.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy sperren on weitergabe to lotse_sperre
  using (true);
grant insert, select, update on weitergabe to lotse_app;
grant select (id, kreis_id, person_id) on weitergabe to lotse_loeschung;
grant select, update (gestoppt_am, stand) on weitergabe to lotse_sperre;

create table erstberatung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid not null,
  am date not null,
  dauer_minuten smallint,
  dolmetschen text not null default 'kein'::text,
  person_id uuid,
  bedarf jsonb,
  bogen_id uuid,
  vorschlag text not null,
  vorschlag_grund text not null,
  entscheidung text,
  abweichung_code text,
  folgetermin_bis date,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint erstberatung_pkey PRIMARY KEY (kreis_id, id),
  constraint erstberatung_kreis_id_anfrage_id_key UNIQUE (kreis_id, anfrage_id),
  constraint erstberatung_dauer_minuten_check CHECK (((dauer_minuten >= 1) AND (dauer_minuten <= 600))),
  constraint erstberatung_dolmetschen_check CHECK ((dolmetschen = ANY (ARRAY['kein'::text, 'ehrenamtlich'::text, 'professionell'::text, 'angehoerige'::text]))),
  constraint erstberatung_entscheidung_check CHECK ((entscheidung = ANY (ARRAY['information'::text, 'verweis'::text, 'kurzberatung'::text, 'case_management'::text]))),
  constraint erstberatung_vorschlag_check CHECK ((vorschlag = ANY (ARRAY['information'::text, 'verweis'::text, 'kurzberatung'::text, 'case_management'::text]))),
  constraint ohne_person_nur_bedarf CHECK ((((person_id IS NOT NULL) OR (bogen_id IS NULL)) AND ((person_id IS NULL) OR (bedarf IS NULL)))),
  constraint erstberatung_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE CASCADE,
  constraint erstberatung_kreis_id_bogen_id_fkey FOREIGN KEY (kreis_id, bogen_id) REFERENCES geheimtext(kreis_id, id) ON DELETE SET NULL (bogen_id),
  constraint erstberatung_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint erstberatung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE SET NULL (person_id),
  constraint erstberatung_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
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
alter table erstberatung enable row level security;
alter table erstberatung force row level security;
create policy akte on erstberatung for select to lotse_akte
  using (true);
create policy lesen on erstberatung for select to lotse_app
  using ((((person_id IS NULL) AND (traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = erstberatung.kreis_id) AND (p.id = erstberatung.person_id))))));
create policy loeschen on erstberatung to lotse_loeschung
  using (true);
create policy schreiben on erstberatung to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((person_id IS NULL) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = erstberatung.kreis_id) AND (p.id = erstberatung.person_id)))))));
create policy zaehlen on erstberatung for select to lotse_zaehler
  using ((EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = erstberatung.kreis_id) AND (a.id = erstberatung.anfrage_id)))));
grant select (am, anfrage_id, kreis_id) on erstberatung to lotse_akte;
grant insert, select, update on erstberatung to lotse_app;
grant insert (am, anfrage_id, casemanager_id, dauer_minuten, dolmetschen, entscheidung, erfasst_am, folgetermin_bis, id, kreis_id, traeger_id, vorschlag, vorschlag_grund), select (am, anfrage_id, casemanager_id, dauer_minuten, dolmetschen, entscheidung, erfasst_am, folgetermin_bis, id, kreis_id, traeger_id, vorschlag, vorschlag_grund) on erstberatung to lotse_loeschung;
grant select (am, anfrage_id, dauer_minuten, dolmetschen, entscheidung, erfasst_am, folgetermin_bis, id, kreis_id, traeger_id, vorschlag, vorschlag_grund) on erstberatung to lotse_zaehler;

create table person_merkmal (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  merkmal text not null,
  wert text not null,
  laeuft_ab_am date,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint person_merkmal_pkey PRIMARY KEY (kreis_id, id),
  constraint person_merkmal_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint person_merkmal_merkmal_check CHECK ((merkmal = ANY (ARRAY['aufenthaltstitel'::text, 'aufenthaltsgruppe'::text, 'rechtskreis'::text, 'leistungsbezug'::text, 'sprache'::text, 'deutsch'::text, 'einreise'::text, 'haushalt'::text]))),
  constraint person_merkmal_wert_check CHECK (((length(wert) >= 1) AND (length(wert) <= 80))),
  constraint person_merkmal_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, person_id WITH =, merkmal WITH =, (
CASE
    WHEN (merkmal = ANY (ARRAY['rechtskreis'::text, 'sprache'::text])) THEN wert
    ELSE ''::text
END) WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint person_merkmal_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table person_merkmal is 'Was sich an der Lage einer Person ändert: Aufenthaltstitel mit Ablauf, Rechtskreise, Leistungsbezug, Sprachen, Deutschniveau, Einreise, Haushalt.';
comment on column person_merkmal.wert is 'Code; einen Wert für unerlaubten Aufenthalt gibt es nicht (§ 87 AufenthG).';
comment on column person_merkmal.laeuft_ab_am is 'Letzter Gültigkeitstag des Titels.';
CREATE INDEX person_merkmal_ablauf ON public.person_merkmal USING btree (kreis_id, laeuft_ab_am) WHERE ((ersetzt_am IS NULL) AND (laeuft_ab_am IS NOT NULL));
CREATE INDEX person_merkmal_person ON public.person_merkmal USING btree (kreis_id, person_id) WHERE (ersetzt_am IS NULL);
alter table person_merkmal enable row level security;
alter table person_merkmal force row level security;
create policy akte on person_merkmal for select to lotse_akte
  using (true);
create policy eigene on person_merkmal to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_merkmal.kreis_id) AND (p.id = person_merkmal.person_id))))));
create policy loeschen on person_merkmal for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on person_merkmal as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_merkmal.kreis_id) AND (p.id = person_merkmal.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on person_merkmal as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_merkmal.kreis_id) AND (p.id = person_merkmal.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on person_merkmal as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_merkmal.kreis_id) AND (p.id = person_merkmal.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select (ersetzt_am, gueltig_bis, kreis_id, laeuft_ab_am, merkmal, person_id) on person_merkmal to lotse_akte;
grant insert, select, update on person_merkmal to lotse_app;
grant select (id, kreis_id, person_id) on person_merkmal to lotse_loeschung;

create table sprechstunde (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  standort_id uuid not null,
  casemanager_id uuid,
  art text not null,
  wochentag smallint not null,
  von time without time zone not null,
  bis time without time zone not null,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint sprechstunde_pkey PRIMARY KEY (kreis_id, id),
  constraint sprechstunde_art_check CHECK ((art = ANY (ARRAY['sprechstunde'::text, 'sprachcafe'::text, 'stadtteilarbeit'::text]))),
  constraint sprechstunde_check CHECK ((bis > von)),
  constraint sprechstunde_check1 CHECK ((gueltig_bis > gueltig_ab)),
  constraint sprechstunde_wochentag_check CHECK (((wochentag >= 1) AND (wochentag <= 7))),
  constraint sprechstunde_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint sprechstunde_kreis_id_standort_id_fkey FOREIGN KEY (kreis_id, standort_id) REFERENCES standort(kreis_id, id) ON DELETE RESTRICT,
  constraint sprechstunde_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table sprechstunde is 'Offene Sprechstunde, Sprachcafé oder Stadtteilarbeit: wöchentlich, ohne Termin.';
comment on column sprechstunde.wochentag is '1 = Montag bis 7 = Sonntag.';
comment on column sprechstunde.von is 'Beginn, Ortszeit.';
comment on column sprechstunde.bis is 'Ende, Ortszeit.';
alter table sprechstunde enable row level security;
alter table sprechstunde force row level security;
create policy auskunft on sprechstunde for select to lotse_auskunft
  using (true);
create policy kalender on sprechstunde for select to lotse_kalender
  using (true);
create policy kollegen on sprechstunde for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on sprechstunde to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
grant insert, select, update on sprechstunde to lotse_app;
grant select (art, bis, gueltig_ab, gueltig_bis, id, kreis_id, standort_id, von, wochentag) on sprechstunde to lotse_auskunft;
grant select on sprechstunde to lotse_kalender;

create table sprechstunde_ausfall (
  kreis_id text not null,
  sprechstunde_id uuid not null,
  am date not null,
  grund text not null,
  ersatz_am date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint sprechstunde_ausfall_pkey PRIMARY KEY (kreis_id, sprechstunde_id, am),
  constraint sprechstunde_ausfall_grund_check CHECK ((grund = ANY (ARRAY['abwesenheit'::text, 'veranstaltung'::text, 'raum'::text, 'sonstiges'::text]))),
  constraint sprechstunde_ausfall_kreis_id_sprechstunde_id_fkey FOREIGN KEY (kreis_id, sprechstunde_id) REFERENCES sprechstunde(kreis_id, id) ON DELETE CASCADE
);
comment on table sprechstunde_ausfall is 'Ausgefallene Sprechstunde, damit Ratsuchende kurzfristig davon und vom nächsten Termin erfahren.';
comment on column sprechstunde_ausfall.am is 'Tag, der ausfällt.';
comment on column sprechstunde_ausfall.grund is 'Grober Grund ohne Auskunft über Menschen; ob jemand krank ist, steht nirgends.';
comment on column sprechstunde_ausfall.ersatz_am is 'Ersatztag; leer heißt: der nächste regelmäßige.';
alter table sprechstunde_ausfall enable row level security;
alter table sprechstunde_ausfall force row level security;
create policy auskunft on sprechstunde_ausfall for select to lotse_auskunft
  using (true);
create policy kalender on sprechstunde_ausfall for select to lotse_kalender
  using (true);
create policy kollegen on sprechstunde_ausfall for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy pflegen on sprechstunde_ausfall to lotse_app
  using ((EXISTS ( SELECT
   FROM sprechstunde s
  WHERE ((s.kreis_id = sprechstunde_ausfall.kreis_id) AND (s.id = sprechstunde_ausfall.sprechstunde_id) AND (s.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))))));
grant delete, insert, select, update on sprechstunde_ausfall to lotse_app;
grant select on sprechstunde_ausfall to lotse_auskunft;
grant select on sprechstunde_ausfall to lotse_kalender;

create table termin (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  casemanager_id uuid not null,
  standort_id uuid,
  raum_id uuid,
  art text not null,
  beginn timestamp with time zone not null,
  ende timestamp with time zone not null,
  anfrage_id uuid,
  fall_id uuid,
  dolmetschen text,
  dolmetschen_bestaetigt boolean not null default false,
  begleitung_grund text,
  mit_stelle_id uuid,
  stand text not null default 'geplant'::text,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geschuetzt_am timestamp with time zone,
  constraint termin_pkey PRIMARY KEY (kreis_id, id),
  constraint begleitung_nennt_grund CHECK (((art = 'begleitung'::text) = (begleitung_grund IS NOT NULL))),
  constraint termin_art_check CHECK ((art = ANY (ARRAY['beratung'::text, 'aufsuchend'::text, 'begleitung'::text, 'folgetermin'::text, 'intern'::text]))),
  constraint termin_begleitung_grund_check CHECK ((begleitung_grund = ANY (ARRAY['kein_angebot'::text, 'im_aufbau'::text]))),
  constraint termin_check CHECK ((ende > beginn)),
  constraint termin_dolmetschen_check CHECK ((dolmetschen ~ '^[a-z]{3}$'::text)),
  constraint termin_stand_check CHECK ((stand = ANY (ARRAY['geplant'::text, 'stattgefunden'::text, 'nicht_erschienen'::text, 'abgesagt'::text]))),
  constraint termin_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE CASCADE,
  constraint termin_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint termin_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint termin_kreis_id_mit_stelle_id_fkey FOREIGN KEY (kreis_id, mit_stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT,
  constraint termin_kreis_id_raum_id_fkey FOREIGN KEY (kreis_id, raum_id) REFERENCES raum(kreis_id, id) ON DELETE SET NULL (raum_id),
  constraint termin_kreis_id_standort_id_fkey FOREIGN KEY (kreis_id, standort_id) REFERENCES standort(kreis_id, id) ON DELETE RESTRICT,
  constraint termin_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table termin is 'Termin einer Fachkraft; der Kalender des Teams zeigt Nummern, keine Namen.';
comment on column termin.beginn is 'Beginn als Zeitpunkt; gezeigt in Europe/Berlin.';
comment on column termin.ende is 'Ende als Zeitpunkt.';
comment on column termin.dolmetschen is 'Sprache, für die jemand dolmetschen soll, ISO 639-3.';
comment on column termin.dolmetschen_bestaetigt is 'Zusage der Dolmetscherin liegt vor.';
comment on column termin.begleitung_grund is 'Begleitung nur, wo es kein Angebot gibt oder es erst entsteht (Konzept 4.1).';
comment on column termin.mit_stelle_id is 'Gemeinsamer Termin mit einer Stelle, etwa bei einer Zusteuerung.';
comment on column termin.stand is 'Was aus dem Termin wurde.';
comment on column termin.geschuetzt_am is 'Wie bei der Person, um die es geht: dann sieht nur die eigene Fachkraft den Termin.';
CREATE INDEX termin_anfrage ON public.termin USING btree (kreis_id, anfrage_id);
CREATE INDEX termin_fall ON public.termin USING btree (kreis_id, fall_id);
CREATE INDEX termin_konto ON public.termin USING btree (kreis_id, casemanager_id, beginn);
CREATE INDEX termin_traeger ON public.termin USING btree (traeger_id, beginn);
CREATE TRIGGER schutz_erben BEFORE INSERT OR UPDATE OF fall_id, anfrage_id ON public.termin FOR EACH ROW EXECUTE FUNCTION termin_schutz_erben();
alter table termin enable row level security;
alter table termin force row level security;
create policy akte on termin for select to lotse_akte
  using (true);
create policy bestand on termin to lotse_bestand
  using (true);
create policy kalender on termin for select to lotse_kalender
  using (true);
create policy loeschen on termin for select to lotse_loeschung
  using (true);
create policy nicht_geschuetzt on termin as restrictive to lotse_app
  using (((geschuetzt_am IS NULL) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = termin.kreis_id) AND (f.id = termin.fall_id)))) OR (EXISTS ( SELECT
   FROM anfrage a
  WHERE ((a.kreis_id = termin.kreis_id) AND (a.id = termin.anfrage_id))))));
create policy schutz on termin to lotse_schutz
  using (true);
create policy team on termin to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
create policy uebergeben on termin to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
grant select (beginn, fall_id, id, kreis_id, stand) on termin to lotse_akte;
grant insert, select, update on termin to lotse_app;
grant select (casemanager_id, fall_id, fassung, kreis_id, stand), update (casemanager_id, fassung) on termin to lotse_bestand;
grant select (art, beginn, casemanager_id, ende, erfasst_am, fassung, id, kreis_id, stand, traeger_id) on termin to lotse_kalender;
grant select (anfrage_id, fall_id, id, kreis_id) on termin to lotse_loeschung;
grant select (anfrage_id, fall_id, geschuetzt_am, kreis_id), update (geschuetzt_am) on termin to lotse_schutz;

create table abwesenheit (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  traeger_id uuid not null,
  von date not null,
  bis date not null,
  art text not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint abwesenheit_pkey PRIMARY KEY (kreis_id, id),
  constraint abwesenheit_art_check CHECK ((art = ANY (ARRAY['urlaub'::text, 'krankheit'::text, 'fortbildung'::text, 'sonstiges'::text]))),
  constraint abwesenheit_check CHECK ((bis >= von)),
  constraint abwesenheit_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint abwesenheit_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table abwesenheit is 'Wann eine Fachkraft fort ist; das Team sieht, dass, die Art nur sie selbst.';
comment on column abwesenheit.von is 'Erster Tag.';
comment on column abwesenheit.bis is 'Letzter Tag.';
CREATE INDEX abwesenheit_konto ON public.abwesenheit USING btree (kreis_id, konto_id, von);
alter table abwesenheit enable row level security;
alter table abwesenheit force row level security;
create policy kalender on abwesenheit for select to lotse_kalender
  using (true);
create policy pflegen on abwesenheit to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)))
  with check (((konto_id = ( SELECT app_konto() AS app_konto)) AND (traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))));
create policy team on abwesenheit for select to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
grant delete, insert, select (bis, erfasst_am, id, konto_id, kreis_id, traeger_id, von), update on abwesenheit to lotse_app;
grant select on abwesenheit to lotse_kalender;

create table kalender_abo (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  erfasst_am timestamp with time zone not null default now(),
  constraint kalender_abo_pkey PRIMARY KEY (kreis_id, konto_id),
  constraint kalender_abo_pruefwert_key UNIQUE (pruefwert),
  constraint kalender_abo_pruefwert_check CHECK ((pruefwert ~ '^[0-9a-f]{64}$'::text)),
  constraint kalender_abo_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table kalender_abo is 'Geheimer Link zum eigenen Kalender in anderen Programmen; ohne Namen und Orte von Klient*innen.';
comment on column kalender_abo.pruefwert is 'SHA-256 des Geheimnisses im Link.';
alter table kalender_abo enable row level security;
alter table kalender_abo force row level security;
create policy eigenes on kalender_abo to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy kalender on kalender_abo for select to lotse_kalender
  using (true);
grant delete, insert, select, update on kalender_abo to lotse_app;
grant select on kalender_abo to lotse_kalender;

create table nachricht (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  art text not null,
  gegenstand text,
  gegenstand_id uuid,
  daten jsonb not null default '{}'::jsonb,
  gelesen_am timestamp with time zone,
  mail_am timestamp with time zone,
  mail_fehler text,
  erfasst_am timestamp with time zone not null default now(),
  constraint nachricht_pkey PRIMARY KEY (kreis_id, id),
  constraint nachricht_art_check CHECK ((art ~ '^[a-z_.]{3,60}$'::text)),
  constraint nachricht_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table nachricht is 'Nachricht an ein Konto: was geschah und wo man hinsieht, ohne Namen und Inhalt.';
comment on column nachricht.art is 'Schlüssel des Textes, etwa "anfrage.weitergeleitet".';
comment on column nachricht.gegenstand is 'Art des Gegenstands, zu dem die Nachricht führt.';
comment on column nachricht.gegenstand_id is 'Kennung des Gegenstands.';
comment on column nachricht.daten is 'Schlüssel, Tage und Nummern.';
comment on column nachricht.gelesen_am is 'Wann sie geöffnet wurde.';
comment on column nachricht.mail_am is 'Wann der Hinweis per Mail hinausging.';
comment on column nachricht.mail_fehler is 'Warum er nicht hinausging: Schlüssel, keine Adresse.';
CREATE INDEX nachricht_konto ON public.nachricht USING btree (konto_id, gelesen_am, erfasst_am DESC);
CREATE INDEX nachricht_mail ON public.nachricht USING btree (erfasst_am) WHERE ((mail_am IS NULL) AND (mail_fehler IS NULL));
alter table nachricht enable row level security;
alter table nachricht force row level security;
create policy anmelden on nachricht for insert to lotse_anmeldung
  with check (true);
create policy eigene on nachricht to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)))
  with check ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy loeschen on nachricht to lotse_loeschung
  using (true);
create policy partner on nachricht for insert to lotse_partner
  with check (true);
create policy protokoll on nachricht for insert to lotse_protokoll
  with check (true);
create policy schutz on nachricht for insert to lotse_schutz
  with check (true);
create policy versenden on nachricht to lotse_owner
  using (true);
grant insert on nachricht to lotse_anmeldung;
grant insert, select, update (gelesen_am) on nachricht to lotse_app;
grant delete, select (daten, gegenstand_id, kreis_id), update (gegenstand_id) on nachricht to lotse_loeschung;
grant insert on nachricht to lotse_partner;
grant insert on nachricht to lotse_protokoll;
grant insert on nachricht to lotse_schutz;

create table begleitungscode (
  kreis_id text not null,
  person_id uuid not null,
  code bytea not null,
  constraint begleitungscode_pkey PRIMARY KEY (kreis_id, person_id, code),
  constraint begleitungscode_code_check CHECK ((length(code) = 32)),
  constraint begleitungscode_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table begleitungscode is 'HMAC über Name und Geburtsdatum in Varianten; ohne den Schlüssel der Installation nicht nachzurechnen.';
comment on column begleitungscode.code is 'HMAC-SHA-256.';
CREATE INDEX begleitungscode_code ON public.begleitungscode USING btree (kreis_id, code);
alter table begleitungscode enable row level security;
alter table begleitungscode force row level security;
create policy abgleichen on begleitungscode to lotse_abgleich
  using (true);
grant delete, insert, select on begleitungscode to lotse_abgleich;

create table doppelbetreuung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  gefragt_von uuid not null,
  fragende_traeger_id uuid not null,
  fragende_person_id uuid not null,
  andere_traeger_id uuid not null,
  andere_person_id uuid not null,
  stand text not null default 'offen'::text,
  federfuehrung_traeger_id uuid,
  fragende_aufgaben text[] not null default '{}'::text[],
  andere_aufgaben text[] not null default '{}'::text[],
  erfasst_am timestamp with time zone not null default now(),
  geklaert_am timestamp with time zone,
  geklaert_von uuid,
  constraint doppelbetreuung_pkey PRIMARY KEY (kreis_id, id),
  constraint aufgaben_nur_bei_federfuehrung CHECK (((stand = 'federfuehrung'::text) OR (cardinality((fragende_aufgaben || andere_aufgaben)) = 0))),
  constraint doppelbetreuung_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'verschieden'::text, 'eine_begleitung'::text, 'federfuehrung'::text]))),
  constraint federfuehrung_bei_beteiligten CHECK (((federfuehrung_traeger_id = fragende_traeger_id) OR (federfuehrung_traeger_id = andere_traeger_id))),
  constraint federfuehrung_nennt_traeger CHECK (((stand = ANY (ARRAY['eine_begleitung'::text, 'federfuehrung'::text])) = (federfuehrung_traeger_id IS NOT NULL))),
  constraint klaerung_nennt_tag CHECK (((stand = 'offen'::text) = (geklaert_am IS NULL))),
  constraint doppelbetreuung_kreis_id_andere_person_id_fkey FOREIGN KEY (kreis_id, andere_person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint doppelbetreuung_kreis_id_andere_traeger_id_fkey FOREIGN KEY (kreis_id, andere_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint doppelbetreuung_kreis_id_federfuehrung_traeger_id_fkey FOREIGN KEY (kreis_id, federfuehrung_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint doppelbetreuung_kreis_id_fragende_person_id_fkey FOREIGN KEY (kreis_id, fragende_person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint doppelbetreuung_kreis_id_fragende_traeger_id_fkey FOREIGN KEY (kreis_id, fragende_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table doppelbetreuung is 'Mögliche doppelte Begleitung durch zwei Träger; die Koordination vermittelt (Konzept 4.3).';
comment on column doppelbetreuung.gefragt_von is 'Konto, dessen Prüfung anschlug.';
comment on column doppelbetreuung.stand is 'Was die Klärung ergab.';
comment on column doppelbetreuung.federfuehrung_traeger_id is 'Wer die Federführung hat; bei "eine_begleitung", wer allein weiter begleitet.';
comment on column doppelbetreuung.fragende_aufgaben is 'Lebensbereiche, um die sich der fragende Träger kümmert.';
comment on column doppelbetreuung.andere_aufgaben is 'Lebensbereiche, um die sich der andere Träger kümmert.';
comment on column doppelbetreuung.geklaert_am is 'Wann die Klärung feststand.';
comment on column doppelbetreuung.geklaert_von is 'Wer sie festgehalten hat.';
CREATE UNIQUE INDEX doppelbetreuung_paar ON public.doppelbetreuung USING btree (kreis_id, LEAST(fragende_person_id, andere_person_id), GREATEST(fragende_person_id, andere_person_id));
alter table doppelbetreuung enable row level security;
alter table doppelbetreuung force row level security;
create policy abgleichen on doppelbetreuung to lotse_abgleich
  using (true);
create policy loeschen on doppelbetreuung for select to lotse_loeschung
  using (true);
create policy nicht_geschuetzt on doppelbetreuung as restrictive to lotse_abgleich
  using ((( SELECT count(*) AS count
   FROM person p
  WHERE ((p.kreis_id = doppelbetreuung.kreis_id) AND (p.id = ANY (ARRAY[doppelbetreuung.fragende_person_id, doppelbetreuung.andere_person_id])))) = 2));
grant delete, insert, select, update (andere_aufgaben, federfuehrung_traeger_id, fragende_aufgaben, geklaert_am, geklaert_von, stand) on doppelbetreuung to lotse_abgleich;
grant select (andere_person_id, fragende_person_id, id, kreis_id) on doppelbetreuung to lotse_loeschung;

create table abgleich (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  am timestamp with time zone not null default now(),
  treffer boolean not null,
  beantwortet boolean not null,
  constraint abgleich_pkey PRIMARY KEY (kreis_id, id)
);
comment on table abgleich is 'Jede blinde Prüfung auf doppelte Begleitung: wer, wann, ob sie anschlug; Grundlage der Mengengrenze.';
comment on column abgleich.am is 'Zeitpunkt.';
comment on column abgleich.treffer is 'Ob sie anschlug.';
comment on column abgleich.beantwortet is 'Ob das Konto eine Antwort bekam; nach einer Namensänderung und über der Mengengrenze erfährt nur die Koordination davon.';
CREATE INDEX abgleich_konto ON public.abgleich USING btree (konto_id, am);
alter table abgleich enable row level security;
alter table abgleich force row level security;
create policy abgleichen on abgleich to lotse_abgleich
  using (true);
grant insert, select on abgleich to lotse_abgleich;

create table person_verschieden (
  kreis_id text not null,
  person_id uuid not null,
  andere_id uuid not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint person_verschieden_pkey PRIMARY KEY (kreis_id, person_id, andere_id),
  constraint person_vor_anderer CHECK ((person_id < andere_id)),
  constraint person_verschieden_kreis_id_andere_id_fkey FOREIGN KEY (kreis_id, andere_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint person_verschieden_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table person_verschieden is 'Zwei ähnliche Einträge, die ein Mensch für verschiedene Personen hält.';
alter table person_verschieden enable row level security;
alter table person_verschieden force row level security;
create policy dublette on person_verschieden for select to lotse_dublette
  using (true);
create policy eigene on person_verschieden to lotse_app
  using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_verschieden.kreis_id) AND (p.id = ANY (ARRAY[person_verschieden.person_id, person_verschieden.andere_id]))))));
create policy nur_arbeit_aendern on person_verschieden as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_verschieden.kreis_id) AND (p.id = ANY (ARRAY[person_verschieden.person_id, person_verschieden.andere_id])) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on person_verschieden as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_verschieden.kreis_id) AND (p.id = ANY (ARRAY[person_verschieden.person_id, person_verschieden.andere_id])) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on person_verschieden as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = person_verschieden.kreis_id) AND (p.id = ANY (ARRAY[person_verschieden.person_id, person_verschieden.andere_id])) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant delete, insert, select on person_verschieden to lotse_app;
grant select on person_verschieden to lotse_dublette;

create table zusammenfuehrung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  bleibt_id uuid not null,
  geht_auf_id uuid not null,
  stand text not null default 'vorgeschlagen'::text,
  punkte smallint not null,
  gruende text[] not null,
  vorgeschlagen_von uuid not null,
  vorgeschlagen_am timestamp with time zone not null default now(),
  entschieden_von uuid,
  entschieden_am timestamp with time zone,
  geloest_am timestamp with time zone,
  geloest_von uuid,
  constraint zusammenfuehrung_pkey PRIMARY KEY (kreis_id, id),
  constraint entscheidung_nennt_zweite CHECK ((((stand = ANY (ARRAY['zusammengefuehrt'::text, 'abgelehnt'::text, 'geloest'::text])) = (entschieden_von IS NOT NULL)) AND ((entschieden_von IS NULL) = (entschieden_am IS NULL)))),
  constraint loesung_nennt_tag CHECK ((((stand = ANY (ARRAY['zurueckgezogen'::text, 'geloest'::text])) = (geloest_am IS NOT NULL)) AND ((geloest_von IS NULL) = (geloest_am IS NULL)))),
  constraint vier_augen CHECK (((entschieden_von IS NULL) OR (entschieden_von <> vorgeschlagen_von))),
  constraint zusammenfuehrung_check CHECK ((bleibt_id <> geht_auf_id)),
  constraint zusammenfuehrung_punkte_check CHECK (((punkte >= 0) AND (punkte <= 100))),
  constraint zusammenfuehrung_stand_check CHECK ((stand = ANY (ARRAY['vorgeschlagen'::text, 'zusammengefuehrt'::text, 'abgelehnt'::text, 'zurueckgezogen'::text, 'geloest'::text]))),
  constraint zusammenfuehrung_kreis_id_bleibt_id_fkey FOREIGN KEY (kreis_id, bleibt_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint zusammenfuehrung_kreis_id_geht_auf_id_fkey FOREIGN KEY (kreis_id, geht_auf_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint zusammenfuehrung_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table zusammenfuehrung is 'Vorschlag, zwei Einträge als eine Person zu führen; gilt erst, wenn eine zweite Fachkraft zustimmt, und lässt sich lösen.';
comment on column zusammenfuehrung.bleibt_id is 'Eintrag, der bleibt.';
comment on column zusammenfuehrung.geht_auf_id is 'Eintrag, der in ihm aufgeht.';
comment on column zusammenfuehrung.stand is 'Vorgeschlagen, zusammengeführt, abgelehnt, vom Vorschlagenden zurückgezogen oder wieder gelöst.';
comment on column zusammenfuehrung.punkte is 'Ähnlichkeit am Tag des Vorschlags, 0 bis 100.';
comment on column zusammenfuehrung.gruende is 'Worin sich die Einträge gleichen: Schlüssel, keine Namen.';
comment on column zusammenfuehrung.vorgeschlagen_von is 'Wer vorgeschlagen hat.';
comment on column zusammenfuehrung.vorgeschlagen_am is 'Wann vorgeschlagen.';
comment on column zusammenfuehrung.entschieden_von is 'Wer entschieden hat; nie dieselbe Person.';
comment on column zusammenfuehrung.entschieden_am is 'Wann entschieden.';
comment on column zusammenfuehrung.geloest_am is 'Wann wieder gelöst oder zurückgezogen.';
comment on column zusammenfuehrung.geloest_von is 'Wer gelöst oder zurückgezogen hat.';
CREATE INDEX zusammenfuehrung_bleibt ON public.zusammenfuehrung USING btree (kreis_id, bleibt_id);
CREATE UNIQUE INDEX zusammenfuehrung_offen ON public.zusammenfuehrung USING btree (kreis_id, geht_auf_id) WHERE (stand = ANY (ARRAY['vorgeschlagen'::text, 'zusammengefuehrt'::text]));
CREATE INDEX zusammenfuehrung_traeger ON public.zusammenfuehrung USING btree (traeger_id, stand);
alter table zusammenfuehrung enable row level security;
alter table zusammenfuehrung force row level security;
create policy dublette on zusammenfuehrung to lotse_dublette
  using (true);
create policy kollegen on zusammenfuehrung for select to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
create policy loeschen on zusammenfuehrung for select to lotse_loeschung
  using (true);
create policy schutz on zusammenfuehrung to lotse_schutz
  using (true);
create policy vorschlagen on zusammenfuehrung for insert to lotse_app
  with check (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND (stand = 'vorgeschlagen'::text) AND (vorgeschlagen_von = ( SELECT app_konto() AS app_konto)) AND (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = zusammenfuehrung.kreis_id) AND (p.id = ANY (ARRAY[zusammenfuehrung.bleibt_id, zusammenfuehrung.geht_auf_id])))))));
grant insert (bleibt_id, geht_auf_id, gruende, id, kreis_id, punkte, traeger_id, vorgeschlagen_von), select on zusammenfuehrung to lotse_app;
grant select, update (entschieden_am, entschieden_von, geloest_am, geloest_von, stand) on zusammenfuehrung to lotse_dublette;
grant select (bleibt_id, geht_auf_id, id, kreis_id) on zusammenfuehrung to lotse_loeschung;
grant select (bleibt_id, geht_auf_id, id, kreis_id, stand), update (geloest_am, geloest_von, stand) on zusammenfuehrung to lotse_schutz;

create table angebot (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  stelle_id uuid not null,
  name text not null,
  beschreibung text not null default ''::text,
  art text not null,
  beratungsansatz text,
  eigenes_fallmanagement boolean not null default false,
  ebene text not null,
  kommune_id text,
  lebensbereich text[] not null default '{}'::text[],
  rechtskreis text[] not null default '{}'::text[],
  zielgruppe text[] not null default '{}'::text[],
  sprache text[] not null default '{}'::text[],
  plaetze_gesamt integer,
  plaetze_frei integer,
  plaetze_am date,
  kosten text not null default 'frei'::text,
  kosten_text text not null default ''::text,
  oeffnung text not null default ''::text,
  anschrift text not null default ''::text,
  laenge double precision,
  breite double precision,
  ansprechpartner text not null default ''::text,
  telefon text not null default ''::text,
  email text not null default ''::text,
  web text not null default ''::text,
  barriere text[] not null default '{}'::text[],
  quelle text not null default ''::text,
  quelle_web text not null default ''::text,
  quelle_kennung text not null default ''::text,
  bestaetigt_am date,
  bestaetigt_von uuid,
  gueltig_ab date not null default CURRENT_DATE,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  suche text not null generated always as (lower(((((((name || ' '::text) || beschreibung) || ' '::text) || anschrift) || ' '::text) || ansprechpartner))) stored,
  constraint angebot_pkey PRIMARY KEY (kreis_id, id),
  constraint angebot_anschrift_check CHECK ((length(anschrift) <= 300)),
  constraint angebot_ansprechpartner_check CHECK ((length(ansprechpartner) <= 200)),
  constraint angebot_art_check CHECK ((art = ANY (ARRAY['wohnen'::text, 'arbeit'::text, 'gesundheit'::text, 'beratung'::text, 'amt'::text, 'bildung'::text, 'sprachkurs'::text, 'kinderbetreuung'::text, 'ehrenamt'::text, 'verein'::text, 'arbeitgeberservice'::text, 'sonstige'::text]))),
  constraint angebot_barriere_check CHECK ((barriere <@ ARRAY['stufenlos'::text, 'aufzug'::text, 'wc'::text, 'parkplatz'::text, 'haltestelle'::text, 'kinderwagen'::text, 'hoeranlage'::text, 'gebaerdensprache'::text, 'leichte_sprache'::text])),
  constraint angebot_beratungsansatz_check CHECK ((beratungsansatz = ANY (ARRAY['sgb_ii'::text, 'sgb_iii'::text, 'sgb_viii'::text, 'sgb_xii'::text, 'mbe'::text, 'jmd'::text, 'fluechtlingsberatung'::text, 'kommunal'::text, 'fachberatung'::text, 'sonstige'::text]))),
  constraint angebot_beschreibung_check CHECK ((length(beschreibung) <= 2000)),
  constraint angebot_bestaetigt_von_jemandem CHECK (((bestaetigt_von IS NULL) OR (bestaetigt_am IS NOT NULL))),
  constraint angebot_breite_check CHECK (((breite >= ('-90'::integer)::double precision) AND (breite <= (90)::double precision))),
  constraint angebot_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint angebot_ebene_check CHECK ((ebene = ANY (ARRAY['kommunal'::text, 'teilregional'::text, 'kreisweit'::text]))),
  constraint angebot_email_check CHECK ((length(email) <= 200)),
  constraint angebot_frei_hat_tag CHECK (((plaetze_frei IS NULL) OR (plaetze_am IS NOT NULL))),
  constraint angebot_frei_hoechstens_gesamt CHECK ((plaetze_frei <= plaetze_gesamt)),
  constraint angebot_kommunal_nennt_kommune CHECK (((ebene <> 'kommunal'::text) OR (kommune_id IS NOT NULL))),
  constraint angebot_kosten_check CHECK ((kosten = ANY (ARRAY['frei'::text, 'gering'::text, 'kostenpflichtig'::text]))),
  constraint angebot_kosten_text_check CHECK ((length(kosten_text) <= 300)),
  constraint angebot_laenge_check CHECK (((laenge >= ('-180'::integer)::double precision) AND (laenge <= (180)::double precision))),
  constraint angebot_name_check CHECK (((length(name) >= 2) AND (length(name) <= 200))),
  constraint angebot_oeffnung_check CHECK ((length(oeffnung) <= 500)),
  constraint angebot_plaetze_frei_check CHECK (((plaetze_frei >= 0) AND (plaetze_frei <= 100000))),
  constraint angebot_plaetze_gesamt_check CHECK (((plaetze_gesamt >= 0) AND (plaetze_gesamt <= 100000))),
  constraint angebot_punkt_vollstaendig CHECK ((num_nonnulls(laenge, breite) = ANY (ARRAY[0, 2]))),
  constraint angebot_quelle_check CHECK ((length(quelle) <= 200)),
  constraint angebot_quelle_kennung_check CHECK ((length(quelle_kennung) <= 200)),
  constraint angebot_quelle_web_check CHECK ((length(quelle_web) <= 500)),
  constraint angebot_sprache_check CHECK ((array_to_string(sprache, ' '::text) ~ '^([a-z]{3}( [a-z]{3})*)?$'::text)),
  constraint angebot_telefon_check CHECK ((length(telefon) <= 60)),
  constraint angebot_web_check CHECK ((length(web) <= 500)),
  constraint angebot_zielgruppe_check CHECK ((zielgruppe <@ ARRAY['kinder'::text, 'jugendliche'::text, 'junge_erwachsene'::text, 'erwachsene'::text, 'senioren'::text, 'frauen'::text, 'maenner'::text, 'familien'::text, 'alleinerziehende'::text, 'lsbtiq'::text, 'behinderung'::text, 'gefluechtete'::text, 'eu_zugewanderte'::text, 'fachkraefte'::text, 'arbeitgeber'::text])),
  constraint angebot_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint angebot_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint angebot_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table angebot is 'Angebot einer Partnerstelle im Sozialraum: was, für wen, wo, mit welchen Plätzen; keine Klient*innen.';
comment on column angebot.stelle_id is 'Anbietende Partnerstelle.';
comment on column angebot.beschreibung is 'Was angeboten wird, in Worten.';
comment on column angebot.art is 'Art des Partners im Sozialraum (Konzept 1): vom Wohn- und Arbeitsmarkt über das Gesundheitssystem bis zum Vereinswesen.';
comment on column angebot.beratungsansatz is 'Beratungsansatz, aus dem das Angebot kommt; leer heißt: keine Beratung.';
comment on column angebot.eigenes_fallmanagement is 'Die Stelle führt selbst Fälle (SGB II, III, VIII, MBE, JMD): dorthin wird nur vermittelt, die Ergebnisse laufen im KIM wieder zusammen.';
comment on column angebot.ebene is 'Für wen es da ist: die Kommune, die Kommunen aus angebot_kommune, oder der ganze Kreis.';
comment on column angebot.kommune_id is 'Kommune, in der es stattfindet.';
comment on column angebot.lebensbereich is 'Codes der Codeliste "lebensbereich".';
comment on column angebot.rechtskreis is 'Codes der Codeliste "rechtskreis"; leer heißt: an keinen gebunden.';
comment on column angebot.zielgruppe is 'Leer heißt: für alle.';
comment on column angebot.sprache is 'ISO 639-3, in denen beraten oder unterrichtet wird; Deutsch wird mitgenannt.';
comment on column angebot.plaetze_gesamt is 'Wie viele Plätze es gibt; leer heißt: nicht bekannt oder nicht begrenzt.';
comment on column angebot.plaetze_frei is 'Freie Plätze am Tag plaetze_am; leer heißt: nicht bekannt.';
comment on column angebot.plaetze_am is 'Tag, an dem die freien Plätze genannt wurden.';
comment on column angebot.kosten is 'Kostenfrei, gering oder kostenpflichtig.';
comment on column angebot.kosten_text is 'Kosten in Worten.';
comment on column angebot.oeffnung is 'Öffnungszeiten in Worten, wie sie veröffentlicht werden.';
comment on column angebot.laenge is 'Östliche Länge in Grad (WGS 84).';
comment on column angebot.breite is 'Nördliche Breite in Grad (WGS 84).';
comment on column angebot.ansprechpartner is 'Dienstlicher Kontakt, keine Klient*innen.';
comment on column angebot.telefon is 'Dienstliche Nummer.';
comment on column angebot.email is 'Dienstliche Adresse.';
comment on column angebot.web is 'Adresse im Internet, mit https://.';
comment on column angebot.barriere is 'Was vorhanden ist; leer heißt: nicht bekannt.';
comment on column angebot.quelle is 'Fachkarte, aus der die Angabe stammt, etwa "GeoService Kreis Unna" oder "Netzwerkkarte Ehrenamt"; leer heißt selbst erhoben.';
comment on column angebot.quelle_web is 'Verweis auf den Eintrag der Fachkarte.';
comment on column angebot.quelle_kennung is 'Kennung des Eintrags in der Quelle, um ihn beim nächsten Einlesen wiederzufinden.';
comment on column angebot.bestaetigt_am is 'Tag, an dem zuletzt jemand geprüft hat, dass die Angaben stimmen; leer heißt noch nie.';
comment on column angebot.bestaetigt_von is 'Konto, das bestätigt hat; leer bei übernommenen Angaben.';
comment on column angebot.gueltig_bis is 'Erster Tag, an dem es das Angebot nicht mehr gibt.';
comment on column angebot.suche is 'Text, in dem die Liste sucht.';
CREATE INDEX angebot_kreis_id_kommune_id_idx ON public.angebot USING btree (kreis_id, kommune_id);
CREATE INDEX angebot_kreis_id_stelle_id_idx ON public.angebot USING btree (kreis_id, stelle_id);
alter table angebot enable row level security;
create policy aendern on angebot for update to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy akte on angebot for select to lotse_akte
  using (true);
create policy anlegen on angebot for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy kollegen on angebot for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy partner on angebot for select to lotse_partner
  using (true);
create policy zaehlen on angebot for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select (id, kreis_id, name, stelle_id) on angebot to lotse_akte;
grant insert, select, update on angebot to lotse_app;
grant select (id, kreis_id, name) on angebot to lotse_partner;
grant select on angebot to lotse_zaehler;

create table angebot_kommune (
  kreis_id text not null,
  angebot_id uuid not null,
  kommune_id text not null,
  constraint angebot_kommune_pkey PRIMARY KEY (kreis_id, angebot_id, kommune_id),
  constraint angebot_kommune_kreis_id_angebot_id_fkey FOREIGN KEY (kreis_id, angebot_id) REFERENCES angebot(kreis_id, id) ON DELETE CASCADE,
  constraint angebot_kommune_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT
);
comment on table angebot_kommune is 'Kommunen, für die ein teilregionales Angebot da ist (Konzept 4.2: kommunal, teilregional und kreisweit).';
CREATE INDEX angebot_kommune_kreis_id_kommune_id_idx ON public.angebot_kommune USING btree (kreis_id, kommune_id);
alter table angebot_kommune enable row level security;
create policy anlegen on angebot_kommune for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy entfernen on angebot_kommune for delete to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy kollegen on angebot_kommune for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy zaehlen on angebot_kommune for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select on angebot_kommune to lotse_app;
grant select on angebot_kommune to lotse_zaehler;

create table vereinbarung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  stelle_id uuid not null,
  kommune_id text,
  aufgaben text not null,
  abgrenzung text not null default ''::text,
  uebergang text not null default ''::text,
  vereinbart_am date,
  abstimmung_am date,
  gueltig_bis date,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint vereinbarung_pkey PRIMARY KEY (kreis_id, id),
  constraint vereinbarung_abgrenzung_check CHECK ((length(abgrenzung) <= 2000)),
  constraint vereinbarung_aufgaben_check CHECK (((length(aufgaben) >= 3) AND (length(aufgaben) <= 2000))),
  constraint vereinbarung_check CHECK ((gueltig_bis > vereinbart_am)),
  constraint vereinbarung_uebergang_check CHECK ((length(uebergang) <= 2000)),
  constraint vereinbarung_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint vereinbarung_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint vereinbarung_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table vereinbarung is 'Vereinbarung mit einer zentralen Schnittstelle: Aufgaben, Abgrenzung, Übergang in das Angebot (Vorlage 197/23).';
comment on column vereinbarung.kommune_id is 'Kommune, für die sie gilt; leer heißt: im ganzen Kreis.';
comment on column vereinbarung.aufgaben is 'Wer was tut.';
comment on column vereinbarung.abgrenzung is 'Was wer nicht tut, damit nichts doppelt läuft.';
comment on column vereinbarung.uebergang is 'Wie jemand von hier in das Angebot kommt, und wie das Ergebnis zurückkommt.';
comment on column vereinbarung.vereinbart_am is 'Leer heißt: im Gespräch, noch nicht vereinbart.';
comment on column vereinbarung.abstimmung_am is 'Tag der nächsten gemeinsamen Abstimmung.';
CREATE INDEX vereinbarung_kreis_id_stelle_id_idx ON public.vereinbarung USING btree (kreis_id, stelle_id);
alter table vereinbarung enable row level security;
create policy aendern on vereinbarung for update to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy anlegen on vereinbarung for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy kollegen on vereinbarung for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on vereinbarung to lotse_app;

create table netzwerktreffen (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  am date not null,
  name text not null,
  art text not null,
  kommune_id text,
  traeger_id uuid,
  ergebnis text not null default ''::text,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint netzwerktreffen_pkey PRIMARY KEY (kreis_id, id),
  constraint netzwerktreffen_art_check CHECK ((art = ANY (ARRAY['arbeitskreis'::text, 'stadtteilrunde'::text, 'runder_tisch'::text, 'fachaustausch'::text, 'abstimmung'::text, 'sonstige'::text]))),
  constraint netzwerktreffen_ergebnis_check CHECK ((length(ergebnis) <= 1000)),
  constraint netzwerktreffen_name_check CHECK (((length(name) >= 2) AND (length(name) <= 200))),
  constraint netzwerktreffen_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint netzwerktreffen_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint netzwerktreffen_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table netzwerktreffen is 'Teilnahme an einem örtlichen Netzwerk- oder Austauschformat (Konzept 2.2); keine Klient*innen.';
comment on column netzwerktreffen.kommune_id is 'Leer heißt: kreisweit.';
comment on column netzwerktreffen.traeger_id is 'Träger, dessen Case Management teilnahm.';
comment on column netzwerktreffen.ergebnis is 'Was für das Netzwerk herauskam, ohne Angaben zu Klient*innen.';
CREATE INDEX netzwerktreffen_kreis_id_am_idx ON public.netzwerktreffen USING btree (kreis_id, am);
alter table netzwerktreffen enable row level security;
create policy aendern on netzwerktreffen for update to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy anlegen on netzwerktreffen for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy kollegen on netzwerktreffen for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on netzwerktreffen to lotse_app;

create table assessment (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  runde smallint not null,
  art text not null generated always as (
CASE
    WHEN (runde = 1) THEN 'assessment'::text
    ELSE 're_assessment'::text
END) stored,
  am date not null,
  stand text not null default 'entwurf'::text,
  gespraech_siegel bytea,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geaendert_von uuid,
  abgeschlossen_am timestamp with time zone,
  constraint assessment_pkey PRIMARY KEY (kreis_id, id),
  constraint assessment_kreis_id_fall_id_runde_key UNIQUE (kreis_id, fall_id, runde),
  constraint abschluss_nennt_zeit CHECK (((stand = 'abgeschlossen'::text) = (abgeschlossen_am IS NOT NULL))),
  constraint assessment_runde_check CHECK (((runde >= 1) AND (runde <= 200))),
  constraint assessment_stand_check CHECK ((stand = ANY (ARRAY['entwurf'::text, 'abgeschlossen'::text]))),
  constraint assessment_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table assessment is 'Eine Runde des Assessments: die erste stellt fest, jede weitere prüft, was bearbeitet wurde und was neu ist.';
comment on column assessment.runde is 'Zählt je Fall ab 1.';
comment on column assessment.am is 'Tag des Gesprächs.';
comment on column assessment.stand is 'Ein Entwurf lässt sich ändern und verwerfen; abgeschlossen bleibt, wie es ist, und zählt.';
comment on column assessment.gespraech_siegel is 'Worte zum ganzen Gespräch, versiegelt unter dem Schlüssel der Person.';
comment on column assessment.geaendert_von is 'Konto, das zuletzt gespeichert hat.';
comment on column assessment.abgeschlossen_am is 'Wann die Runde abgeschlossen wurde; von da an ist sie bekannt und zählt.';
CREATE UNIQUE INDEX assessment_ein_entwurf ON public.assessment USING btree (kreis_id, fall_id) WHERE (stand = 'entwurf'::text);
alter table assessment enable row level security;
alter table assessment force row level security;
create policy akte on assessment for select to lotse_akte
  using (true);
create policy eigene on assessment to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = assessment.kreis_id) AND (f.id = assessment.fall_id))))));
create policy loeschen on assessment to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on assessment as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment.kreis_id) AND (f.id = assessment.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on assessment as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment.kreis_id) AND (f.id = assessment.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on assessment as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment.kreis_id) AND (f.id = assessment.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on assessment for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on assessment to lotse_akte;
grant delete, insert, select, update on assessment to lotse_app;
grant insert (abgeschlossen_am, am, erfasst_am, fall_id, id, kreis_id, runde, stand), select (abgeschlossen_am, am, erfasst_am, fall_id, id, kreis_id, runde, stand) on assessment to lotse_loeschung;
grant select (abgeschlossen_am, am, art, erfasst_am, fall_id, id, kreis_id, runde, stand) on assessment to lotse_zaehler;

create table assessment_bereich (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  assessment_id uuid not null,
  lebensbereich text not null,
  bedarf text not null default 'nicht_besprochen'::text,
  sicht_klient text,
  ressource_persoenlich boolean,
  ressource_sozial boolean,
  ressource_materiell boolean,
  bearbeitet text,
  neu boolean not null default false,
  worte_siegel bytea,
  constraint assessment_bereich_pkey PRIMARY KEY (kreis_id, id),
  constraint assessment_bereich_kreis_id_assessment_id_lebensbereich_key UNIQUE (kreis_id, assessment_id, lebensbereich),
  constraint assessment_bereich_bearbeitet_check CHECK ((bearbeitet = ANY (ARRAY['ja'::text, 'teilweise'::text, 'nein'::text]))),
  constraint assessment_bereich_bedarf_check CHECK ((bedarf = ANY (ARRAY['keiner'::text, 'bedarf'::text, 'dringend'::text, 'nicht_besprochen'::text]))),
  constraint assessment_bereich_lebensbereich_check CHECK (((length(lebensbereich) >= 1) AND (length(lebensbereich) <= 60))),
  constraint assessment_bereich_sicht_klient_check CHECK ((sicht_klient = ANY (ARRAY['keiner'::text, 'bedarf'::text, 'dringend'::text]))),
  constraint assessment_bereich_kreis_id_assessment_id_fkey FOREIGN KEY (kreis_id, assessment_id) REFERENCES assessment(kreis_id, id) ON DELETE CASCADE,
  constraint assessment_bereich_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table assessment_bereich is 'Ein Lebensbereich in einer Runde: Bedarf, eigene Sicht, Ressourcen, und im Re-Assessment, was daraus wurde.';
comment on column assessment_bereich.lebensbereich is 'Code der Liste des Kreises.';
comment on column assessment_bereich.bedarf is 'Einschätzung der Fachkraft.';
comment on column assessment_bereich.sicht_klient is 'Wie die Person selbst es sieht; leer: nicht gefragt.';
comment on column assessment_bereich.ressource_persoenlich is 'Ob es persönliche Ressourcen gibt (Können, Kraft, Erfahrung); leer: nicht gefragt.';
comment on column assessment_bereich.ressource_sozial is 'Ob es soziale Ressourcen gibt (Familie, Nachbarschaft, Ehrenamt, Verein); leer: nicht gefragt.';
comment on column assessment_bereich.ressource_materiell is 'Ob es materielle Ressourcen gibt (Geld, Wohnraum, Ausstattung); leer: nicht gefragt.';
comment on column assessment_bereich.bearbeitet is 'Ob der Bedarf der vorigen Runde bearbeitet wurde; nur im Re-Assessment.';
comment on column assessment_bereich.neu is 'Bedarf, den die vorige Runde nicht kannte; nur im Re-Assessment.';
comment on column assessment_bereich.worte_siegel is 'Ressourcen in Worten, Notiz der Fachkraft und Worte der Person als ein Text, versiegelt unter dem Schlüssel der Person.';
CREATE INDEX assessment_bereich_fall ON public.assessment_bereich USING btree (kreis_id, fall_id);
alter table assessment_bereich enable row level security;
alter table assessment_bereich force row level security;
create policy akte on assessment_bereich for select to lotse_akte
  using (true);
create policy eigene on assessment_bereich to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = assessment_bereich.kreis_id) AND (f.id = assessment_bereich.fall_id))))));
create policy loeschen on assessment_bereich to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on assessment_bereich as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment_bereich.kreis_id) AND (f.id = assessment_bereich.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on assessment_bereich as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment_bereich.kreis_id) AND (f.id = assessment_bereich.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on assessment_bereich as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = assessment_bereich.kreis_id) AND (f.id = assessment_bereich.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on assessment_bereich for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on assessment_bereich to lotse_akte;
grant delete, insert, select, update on assessment_bereich to lotse_app;
grant insert (assessment_id, bearbeitet, bedarf, fall_id, id, kreis_id, lebensbereich, neu, ressource_materiell, ressource_persoenlich, ressource_sozial, sicht_klient), select (assessment_id, bearbeitet, bedarf, fall_id, id, kreis_id, lebensbereich, neu, ressource_materiell, ressource_persoenlich, ressource_sozial, sicht_klient) on assessment_bereich to lotse_loeschung;
grant select (assessment_id, bearbeitet, bedarf, fall_id, id, kreis_id, lebensbereich, neu, ressource_materiell, ressource_persoenlich, ressource_sozial, sicht_klient) on assessment_bereich to lotse_zaehler;

create table selbststand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  assessment_id uuid not null,
  dimension text not null,
  stufe smallint not null,
  constraint selbststand_pkey PRIMARY KEY (kreis_id, id),
  constraint selbststand_kreis_id_assessment_id_dimension_key UNIQUE (kreis_id, assessment_id, dimension),
  constraint selbststand_dimension_check CHECK ((dimension = ANY (ARRAY['rechtlich'::text, 'sozial'::text, 'beruflich'::text, 'finanziell'::text, 'gesundheitlich'::text]))),
  constraint selbststand_stufe_check CHECK (((stufe >= 1) AND (stufe <= 5))),
  constraint selbststand_kreis_id_assessment_id_fkey FOREIGN KEY (kreis_id, assessment_id) REFERENCES assessment(kreis_id, id) ON DELETE CASCADE,
  constraint selbststand_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table selbststand is 'Wie selbstständig die Person ihre Integration gestaltet, in den fünf Dimensionen des Konzepts (Kreis Unna 2.3): die Wirkung der Begleitung.';
comment on column selbststand.dimension is 'Worin.';
comment on column selbststand.stufe is '1 ist auf Hilfe bei allem angewiesen, 5 gestaltet den Bereich selbst.';
CREATE INDEX selbststand_fall ON public.selbststand USING btree (kreis_id, fall_id);
alter table selbststand enable row level security;
alter table selbststand force row level security;
create policy akte on selbststand for select to lotse_akte
  using (true);
create policy eigene on selbststand to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = selbststand.kreis_id) AND (f.id = selbststand.fall_id))))));
create policy loeschen on selbststand to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on selbststand as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = selbststand.kreis_id) AND (f.id = selbststand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on selbststand as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = selbststand.kreis_id) AND (f.id = selbststand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on selbststand as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = selbststand.kreis_id) AND (f.id = selbststand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on selbststand for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on selbststand to lotse_akte;
grant delete, insert, select, update on selbststand to lotse_app;
grant insert (assessment_id, dimension, fall_id, id, kreis_id, stufe), select (assessment_id, dimension, fall_id, id, kreis_id, stufe) on selbststand to lotse_loeschung;
grant select on selbststand to lotse_zaehler;

create table hilfeplan (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint hilfeplan_pkey PRIMARY KEY (kreis_id, id),
  constraint hilfeplan_kreis_id_fall_id_key UNIQUE (kreis_id, fall_id),
  constraint hilfeplan_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table hilfeplan is 'Zielvereinbarung/Hilfeplan eines Falls: gemeinsam erarbeitete Ziele mit Schritten, von beiden unterschrieben (Konzept 2.2).';
comment on column hilfeplan.fassung is 'Zählt jede Änderung am Inhalt; steht sie höher als bei der letzten Unterschrift, ist etwas noch nicht unterschrieben.';
alter table hilfeplan enable row level security;
alter table hilfeplan force row level security;
create policy akte on hilfeplan for select to lotse_akte
  using (true);
create policy eigene on hilfeplan to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = hilfeplan.kreis_id) AND (f.id = hilfeplan.fall_id))))));
create policy loeschen on hilfeplan to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on hilfeplan as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan.kreis_id) AND (f.id = hilfeplan.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on hilfeplan as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan.kreis_id) AND (f.id = hilfeplan.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on hilfeplan as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan.kreis_id) AND (f.id = hilfeplan.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on hilfeplan for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on hilfeplan to lotse_akte;
grant insert, select, update on hilfeplan to lotse_app;
grant insert (erfasst_am, fall_id, fassung, id, kreis_id), select (erfasst_am, fall_id, fassung, id, kreis_id) on hilfeplan to lotse_loeschung;
grant select on hilfeplan to lotse_zaehler;

create table hilfeplan_ziel (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  lebensbereich text not null,
  prioritaet smallint not null,
  bis_wann date,
  stand text not null default 'offen'::text,
  stand_ab date not null,
  reihenfolge integer not null,
  worte_siegel bytea not null,
  fassung integer not null default 1,
  entfernt_am timestamp with time zone,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint hilfeplan_ziel_pkey PRIMARY KEY (kreis_id, id),
  constraint hilfeplan_ziel_kreis_id_fall_id_id_key UNIQUE (kreis_id, fall_id, id),
  constraint hilfeplan_ziel_prioritaet_check CHECK (((prioritaet >= 1) AND (prioritaet <= 3))),
  constraint hilfeplan_ziel_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'in_arbeit'::text, 'erreicht'::text, 'teilweise'::text, 'aufgegeben'::text]))),
  constraint hilfeplan_ziel_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table hilfeplan_ziel is 'Ein Ziel des Plans; Wortlaut, Indikator und eigene Worte der Person liegen versiegelt.';
comment on column hilfeplan_ziel.prioritaet is '1 zuerst, 3 zuletzt.';
comment on column hilfeplan_ziel.bis_wann is 'Bis wann das Ziel erreicht sein soll.';
comment on column hilfeplan_ziel.stand is 'Wie weit das Ziel ist; der Verlauf steht in hilfeplan_stand.';
comment on column hilfeplan_ziel.stand_ab is 'Tag, seit dem der Stand gilt; bei erreichten Zielen der Tag des Erreichens.';
comment on column hilfeplan_ziel.reihenfolge is 'Unter Zielen gleicher Priorität.';
comment on column hilfeplan_ziel.worte_siegel is 'Ziel, Indikator und Worte der Person als JSON, versiegelt unter dem Schlüssel der Person.';
comment on column hilfeplan_ziel.entfernt_am is 'Aus dem Plan genommen; in unterschriebenen Fassungen steht es weiter.';
CREATE INDEX hilfeplan_ziel_fall ON public.hilfeplan_ziel USING btree (kreis_id, fall_id);
alter table hilfeplan_ziel enable row level security;
alter table hilfeplan_ziel force row level security;
create policy akte on hilfeplan_ziel for select to lotse_akte
  using (true);
create policy eigene on hilfeplan_ziel to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = hilfeplan_ziel.kreis_id) AND (f.id = hilfeplan_ziel.fall_id))))));
create policy loeschen on hilfeplan_ziel to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on hilfeplan_ziel as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_ziel.kreis_id) AND (f.id = hilfeplan_ziel.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on hilfeplan_ziel as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_ziel.kreis_id) AND (f.id = hilfeplan_ziel.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on hilfeplan_ziel as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_ziel.kreis_id) AND (f.id = hilfeplan_ziel.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on hilfeplan_ziel for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on hilfeplan_ziel to lotse_akte;
grant insert, select, update on hilfeplan_ziel to lotse_app;
grant insert (bis_wann, entfernt_am, erfasst_am, fall_id, id, kreis_id, lebensbereich, prioritaet, reihenfolge, stand, stand_ab, worte_siegel), select (bis_wann, entfernt_am, erfasst_am, fall_id, id, kreis_id, lebensbereich, prioritaet, reihenfolge, stand, stand_ab) on hilfeplan_ziel to lotse_loeschung;
grant select (bis_wann, entfernt_am, erfasst_am, fall_id, id, kreis_id, lebensbereich, prioritaet, stand, stand_ab) on hilfeplan_ziel to lotse_zaehler;

create table hilfeplan_schritt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  ziel_id uuid not null,
  akteur text not null,
  stelle_id uuid,
  faellig_am date,
  stand text not null default 'offen'::text,
  stand_ab date not null,
  reihenfolge integer not null,
  worte_siegel bytea not null,
  entfernt_am timestamp with time zone,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint hilfeplan_schritt_pkey PRIMARY KEY (kreis_id, id),
  constraint hilfeplan_schritt_akteur_check CHECK ((akteur = ANY (ARRAY['klient'::text, 'casemanagement'::text, 'dritte'::text]))),
  constraint hilfeplan_schritt_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'in_arbeit'::text, 'erledigt'::text, 'entfallen'::text]))),
  constraint stelle_nur_bei_dritten CHECK (((stelle_id IS NULL) OR (akteur = 'dritte'::text))),
  constraint hilfeplan_schritt_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint hilfeplan_schritt_kreis_id_fall_id_ziel_id_fkey FOREIGN KEY (kreis_id, fall_id, ziel_id) REFERENCES hilfeplan_ziel(kreis_id, fall_id, id) ON DELETE CASCADE,
  constraint hilfeplan_schritt_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table hilfeplan_schritt is 'Ein Schritt zu einem Ziel: wer was bis wann tut.';
comment on column hilfeplan_schritt.akteur is 'Wer ihn geht: die Person, das Case Management oder Dritte.';
comment on column hilfeplan_schritt.stelle_id is 'Stelle aus dem Verzeichnis, die ihn geht; nur bei Dritten.';
comment on column hilfeplan_schritt.faellig_am is 'Letzter Tag, bis zu dem er getan sein soll.';
comment on column hilfeplan_schritt.stand is 'Wie weit der Schritt ist; der Verlauf steht in hilfeplan_stand.';
comment on column hilfeplan_schritt.stand_ab is 'Tag, seit dem der Stand gilt.';
comment on column hilfeplan_schritt.reihenfolge is 'Unter den Schritten eines Ziels.';
comment on column hilfeplan_schritt.worte_siegel is 'Wortlaut und Name der Dritten als JSON, versiegelt unter dem Schlüssel der Person.';
comment on column hilfeplan_schritt.entfernt_am is 'Aus dem Plan genommen; in unterschriebenen Fassungen steht er weiter.';
CREATE INDEX hilfeplan_schritt_fall ON public.hilfeplan_schritt USING btree (kreis_id, fall_id);
CREATE INDEX hilfeplan_schritt_ziel ON public.hilfeplan_schritt USING btree (kreis_id, ziel_id);
alter table hilfeplan_schritt enable row level security;
alter table hilfeplan_schritt force row level security;
create policy akte on hilfeplan_schritt for select to lotse_akte
  using (true);
create policy eigene on hilfeplan_schritt to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = hilfeplan_schritt.kreis_id) AND (f.id = hilfeplan_schritt.fall_id))))));
create policy loeschen on hilfeplan_schritt to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on hilfeplan_schritt as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_schritt.kreis_id) AND (f.id = hilfeplan_schritt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on hilfeplan_schritt as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_schritt.kreis_id) AND (f.id = hilfeplan_schritt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on hilfeplan_schritt as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_schritt.kreis_id) AND (f.id = hilfeplan_schritt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on hilfeplan_schritt for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on hilfeplan_schritt to lotse_akte;
grant insert, select, update on hilfeplan_schritt to lotse_app;
grant insert (akteur, entfernt_am, erfasst_am, faellig_am, fall_id, id, kreis_id, reihenfolge, stand, stand_ab, worte_siegel, ziel_id), select (akteur, entfernt_am, erfasst_am, faellig_am, fall_id, id, kreis_id, reihenfolge, stand, stand_ab, ziel_id) on hilfeplan_schritt to lotse_loeschung;
grant select (akteur, entfernt_am, erfasst_am, faellig_am, fall_id, id, kreis_id, stand, stand_ab, ziel_id) on hilfeplan_schritt to lotse_zaehler;

create table hilfeplan_stand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  ziel_id uuid not null,
  schritt_id uuid,
  stand text not null,
  gueltig_ab date not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint hilfeplan_stand_pkey PRIMARY KEY (kreis_id, id),
  constraint hilfeplan_stand_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint hilfeplan_stand_kreis_id_fall_id_ziel_id_fkey FOREIGN KEY (kreis_id, fall_id, ziel_id) REFERENCES hilfeplan_ziel(kreis_id, fall_id, id) ON DELETE CASCADE,
  constraint hilfeplan_stand_kreis_id_schritt_id_fkey FOREIGN KEY (kreis_id, schritt_id) REFERENCES hilfeplan_schritt(kreis_id, id) ON DELETE CASCADE
);
comment on table hilfeplan_stand is 'Verlauf der Stände von Zielen und Schritten: an einem Tag gilt die letzte nicht ersetzte Zeile bis dahin.';
comment on column hilfeplan_stand.schritt_id is 'Leer, wenn die Zeile vom Ziel selbst handelt.';
comment on column hilfeplan_stand.stand is 'Stand des Ziels oder Schritts vom Tag an.';
comment on column hilfeplan_stand.ersetzt_am is 'Wann eine Zeile mit früherem oder gleichem Tag an ihre Stelle trat.';
CREATE INDEX hilfeplan_stand_fall ON public.hilfeplan_stand USING btree (kreis_id, fall_id);
CREATE INDEX hilfeplan_stand_ziel ON public.hilfeplan_stand USING btree (kreis_id, ziel_id) WHERE (ersetzt_am IS NULL);
alter table hilfeplan_stand enable row level security;
alter table hilfeplan_stand force row level security;
create policy akte on hilfeplan_stand for select to lotse_akte
  using (true);
create policy eigene on hilfeplan_stand to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = hilfeplan_stand.kreis_id) AND (f.id = hilfeplan_stand.fall_id))))));
create policy loeschen on hilfeplan_stand to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on hilfeplan_stand as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_stand.kreis_id) AND (f.id = hilfeplan_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on hilfeplan_stand as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_stand.kreis_id) AND (f.id = hilfeplan_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on hilfeplan_stand as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_stand.kreis_id) AND (f.id = hilfeplan_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on hilfeplan_stand for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on hilfeplan_stand to lotse_akte;
grant insert, select, update on hilfeplan_stand to lotse_app;
grant insert (erfasst_am, ersetzt_am, fall_id, gueltig_ab, id, kreis_id, schritt_id, stand, ziel_id), select (erfasst_am, ersetzt_am, fall_id, gueltig_ab, id, kreis_id, schritt_id, stand, ziel_id) on hilfeplan_stand to lotse_loeschung;
grant select on hilfeplan_stand to lotse_zaehler;

create table hilfeplan_version (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  nummer integer not null,
  stand text not null,
  plan_fassung integer not null,
  inhalt_siegel bytea not null,
  pruefwert bytea not null,
  antwort text,
  unterschrieben_am date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint hilfeplan_version_pkey PRIMARY KEY (kreis_id, id),
  constraint hilfeplan_version_kreis_id_fall_id_nummer_key UNIQUE (kreis_id, fall_id, nummer),
  constraint hilfeplan_version_antwort_check CHECK ((antwort = ANY (ARRAY['ja'::text, 'nein'::text, 'keine_antwort'::text]))),
  constraint hilfeplan_version_nummer_check CHECK ((nummer > 0)),
  constraint hilfeplan_version_pruefwert_check CHECK ((length(pruefwert) = 32)),
  constraint hilfeplan_version_stand_check CHECK ((stand = ANY (ARRAY['entwurf'::text, 'unterschrieben'::text, 'abgeloest'::text]))),
  constraint unterschrieben_mit_tag CHECK ((((stand = 'entwurf'::text) = (unterschrieben_am IS NULL)) AND ((stand = 'entwurf'::text) = (antwort IS NULL)))),
  constraint hilfeplan_version_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table hilfeplan_version is 'Fassung des Plans: vorgelegt als Entwurf, mit der Unterschrift eingefroren, von der nächsten abgelöst.';
comment on column hilfeplan_version.nummer is 'Zählt die Fassungen eines Falls; ein Entwurf behält seine Nummer, bis er unterschrieben ist.';
comment on column hilfeplan_version.stand is 'Entwurf, unterschrieben und damit gültig, oder abgelöst.';
comment on column hilfeplan_version.plan_fassung is 'Stand von hilfeplan.fassung, als sie eingefroren wurde.';
comment on column hilfeplan_version.inhalt_siegel is 'Der ganze Plan mit der Antwort der Person als JSON, versiegelt unter ihrem Schlüssel.';
comment on column hilfeplan_version.pruefwert is 'SHA-256 des Wortlauts: alles, was vereinbart wurde, ohne den Stand der Arbeit daran.';
comment on column hilfeplan_version.antwort is 'Antwort der Person auf den Plan; der Grund steht versiegelt im Inhalt.';
comment on column hilfeplan_version.unterschrieben_am is 'Tag der Unterschriften.';
CREATE UNIQUE INDEX hilfeplan_version_nur_ein_entwurf ON public.hilfeplan_version USING btree (kreis_id, fall_id) WHERE (stand = 'entwurf'::text);
CREATE UNIQUE INDEX hilfeplan_version_nur_eine_gilt ON public.hilfeplan_version USING btree (kreis_id, fall_id) WHERE (stand = 'unterschrieben'::text);
CREATE TRIGGER hilfeplan_version_unveraenderlich BEFORE UPDATE ON public.hilfeplan_version FOR EACH ROW EXECUTE FUNCTION hilfeplan_version_unveraenderlich();
alter table hilfeplan_version enable row level security;
alter table hilfeplan_version force row level security;
create policy akte on hilfeplan_version for select to lotse_akte
  using (true);
create policy eigene on hilfeplan_version to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = hilfeplan_version.kreis_id) AND (f.id = hilfeplan_version.fall_id))))));
create policy loeschen on hilfeplan_version to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on hilfeplan_version as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_version.kreis_id) AND (f.id = hilfeplan_version.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on hilfeplan_version as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_version.kreis_id) AND (f.id = hilfeplan_version.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on hilfeplan_version as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = hilfeplan_version.kreis_id) AND (f.id = hilfeplan_version.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on hilfeplan_version for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on hilfeplan_version to lotse_akte;
grant insert, select, update on hilfeplan_version to lotse_app;
grant insert (antwort, erfasst_am, fall_id, id, inhalt_siegel, kreis_id, nummer, plan_fassung, pruefwert, stand, unterschrieben_am), select (antwort, erfasst_am, fall_id, id, kreis_id, nummer, plan_fassung, stand, unterschrieben_am) on hilfeplan_version to lotse_loeschung;
grant select (antwort, erfasst_am, fall_id, id, kreis_id, nummer, stand, unterschrieben_am) on hilfeplan_version to lotse_zaehler;

create table erfolgsbericht_entwurf (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  fassung integer not null default 1,
  inhalt_siegel bytea not null,
  eingereicht_am timestamp with time zone,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geaendert_am timestamp with time zone not null default now(),
  constraint erfolgsbericht_entwurf_pkey PRIMARY KEY (kreis_id, id),
  constraint erfolgsbericht_entwurf_kreis_id_fall_id_key UNIQUE (kreis_id, fall_id),
  constraint erfolgsbericht_entwurf_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table erfolgsbericht_entwurf is 'Entwurf eines Fallbeispiels ohne Namen, in der Akte des Falls.';
comment on column erfolgsbericht_entwurf.inhalt_siegel is 'Wortlaut, versiegelt unter dem Schlüssel der Person.';
comment on column erfolgsbericht_entwurf.eingereicht_am is 'Zuletzt zur Prüfung gegeben. Gesetzt und ohne Bericht dazu heißt: freigegeben, die Verbindung ist gelöst.';
comment on column erfolgsbericht_entwurf.geaendert_am is 'Letzte Änderung des Wortlauts.';
alter table erfolgsbericht_entwurf enable row level security;
alter table erfolgsbericht_entwurf force row level security;
create policy akte on erfolgsbericht_entwurf for select to lotse_akte
  using (true);
create policy eigene on erfolgsbericht_entwurf to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = erfolgsbericht_entwurf.kreis_id) AND (f.id = erfolgsbericht_entwurf.fall_id))))));
create policy ersuchen on erfolgsbericht_entwurf for select to lotse_ersuchen
  using (true);
create policy loeschen on erfolgsbericht_entwurf for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on erfolgsbericht_entwurf as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = erfolgsbericht_entwurf.kreis_id) AND (f.id = erfolgsbericht_entwurf.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on erfolgsbericht_entwurf as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = erfolgsbericht_entwurf.kreis_id) AND (f.id = erfolgsbericht_entwurf.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on erfolgsbericht_entwurf as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = erfolgsbericht_entwurf.kreis_id) AND (f.id = erfolgsbericht_entwurf.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on erfolgsbericht_entwurf to lotse_akte;
grant delete, insert, select, update on erfolgsbericht_entwurf to lotse_app;
grant select (fall_id, id, kreis_id) on erfolgsbericht_entwurf to lotse_ersuchen;
grant select (fall_id, id, kreis_id) on erfolgsbericht_entwurf to lotse_loeschung;

create table erfolgsbericht (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  entwurf_id uuid,
  stand text not null default 'eingereicht'::text,
  inhalt jsonb not null,
  kommentar text not null default ''::text,
  fassung integer not null default 1,
  eingereicht_am date not null default CURRENT_DATE,
  eingereicht_von uuid,
  geprueft_von uuid,
  freigegeben_am date,
  constraint erfolgsbericht_pkey PRIMARY KEY (kreis_id, id),
  constraint erfolgsbericht_kreis_id_entwurf_id_key UNIQUE (kreis_id, entwurf_id),
  constraint erfolgsbericht_kommentar_check CHECK ((length(kommentar) <= 1000)),
  constraint erfolgsbericht_stand_check CHECK ((stand = ANY (ARRAY['eingereicht'::text, 'zurueckgegeben'::text, 'freigegeben'::text]))),
  constraint frei_ist_geloest CHECK ((((stand = 'freigegeben'::text) = (entwurf_id IS NULL)) AND ((stand = 'freigegeben'::text) = (freigegeben_am IS NOT NULL)) AND ((stand <> 'freigegeben'::text) OR ((eingereicht_von IS NULL) AND (geprueft_von IS NOT NULL) AND (kommentar = ''::text))))),
  constraint vier_augen CHECK (((geprueft_von IS NULL) OR (eingereicht_von IS NULL) OR (geprueft_von <> eingereicht_von))),
  constraint erfolgsbericht_kreis_id_entwurf_id_fkey FOREIGN KEY (kreis_id, entwurf_id) REFERENCES erfolgsbericht_entwurf(kreis_id, id) ON DELETE CASCADE,
  constraint erfolgsbericht_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table erfolgsbericht is 'Fallbeispiel ohne Namen: in Prüfung oder freigegeben. Freigegeben gehört es dem Kreis und weiß nicht mehr, aus welchem Fall es kommt.';
comment on column erfolgsbericht.entwurf_id is 'Entwurf, aus dem es stammt; mit der Freigabe gelöst.';
comment on column erfolgsbericht.stand is 'Wartet auf Prüfung, kam mit einem Kommentar zurück oder ist frei.';
comment on column erfolgsbericht.inhalt is 'Wortlaut: Titel, Lage, Themen, erreichte Ziele, nächster Schritt.';
comment on column erfolgsbericht.kommentar is 'Was vor der Freigabe zu ändern ist.';
comment on column erfolgsbericht.eingereicht_am is 'Tag, an dem es zur Prüfung kam.';
comment on column erfolgsbericht.eingereicht_von is 'Wer eingereicht hat, bis zur Freigabe: prüfen darf nur jemand anderes.';
comment on column erfolgsbericht.geprueft_von is 'Wer geprüft hat.';
comment on column erfolgsbericht.freigegeben_am is 'Tag der Freigabe.';
CREATE INDEX erfolgsbericht_stand ON public.erfolgsbericht USING btree (kreis_id, stand);
CREATE TRIGGER einschraenkung_haelt BEFORE INSERT ON public.erfolgsbericht FOR EACH ROW EXECUTE FUNCTION einschraenkung_haelt();
CREATE TRIGGER erfolgsbericht_bleibt BEFORE UPDATE ON public.erfolgsbericht FOR EACH ROW EXECUTE FUNCTION erfolgsbericht_bleibt();
alter table erfolgsbericht enable row level security;
alter table erfolgsbericht force row level security;
create policy eigene on erfolgsbericht to lotse_app
  using (((entwurf_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM (erfolgsbericht_entwurf b
     JOIN fall f ON (((f.kreis_id = b.kreis_id) AND (f.id = b.fall_id))))
  WHERE ((b.kreis_id = erfolgsbericht.kreis_id) AND (b.id = erfolgsbericht.entwurf_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))))
  with check (((stand = 'eingereicht'::text) AND (EXISTS ( SELECT
   FROM (erfolgsbericht_entwurf b
     JOIN fall f ON (((f.kreis_id = b.kreis_id) AND (f.id = b.fall_id))))
  WHERE ((b.kreis_id = erfolgsbericht.kreis_id) AND (b.id = erfolgsbericht.entwurf_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy entscheiden on erfolgsbericht for update to lotse_app
  using (((stand = 'eingereicht'::text) AND ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) AND erfolgsbericht_gedeckt(kreis_id, entwurf_id)))
  with check (((stand <> 'eingereicht'::text) AND (geprueft_von = ( SELECT app_konto() AS app_konto))));
create policy freigegebene on erfolgsbericht for select to lotse_app
  using (((stand = 'freigegeben'::text) AND (kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[]))));
create policy pruefen on erfolgsbericht for select to lotse_app
  using (((stand <> 'freigegeben'::text) AND ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) AND erfolgsbericht_gedeckt(kreis_id, entwurf_id)));
create policy zuruecknehmen on erfolgsbericht for delete to lotse_app
  using (((stand = 'freigegeben'::text) AND ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
grant delete, insert, select, update on erfolgsbericht to lotse_app;

create table vermittlung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  art text not null,
  angebot_id uuid,
  stelle_id uuid not null,
  lebensbereich text not null,
  ziel_id uuid,
  schritt_id uuid,
  am date not null,
  termin_am date,
  termin_um time without time zone,
  kanal text,
  inhalt text[] not null default '{}'::text[],
  entbindung_id uuid,
  schreiben_siegel bytea,
  stand text not null,
  grund text,
  ergebnis text,
  stand_am date not null,
  rueckmeldung_bis date,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint vermittlung_pkey PRIMARY KEY (kreis_id, id),
  constraint vermittlung_art_check CHECK ((art = ANY (ARRAY['vermittlung'::text, 'verweis'::text]))),
  constraint vermittlung_ergebnis_am_ende CHECK (((stand = 'beendet'::text) = (ergebnis IS NOT NULL))),
  constraint vermittlung_ergebnis_check CHECK ((ergebnis = ANY (ARRAY['erreicht'::text, 'teilweise'::text, 'nicht'::text]))),
  constraint vermittlung_grund_bei_absage CHECK (((stand <> 'abgelehnt'::text) OR (grund IS NOT NULL))),
  constraint vermittlung_grund_check CHECK ((grund = ANY (ARRAY['kein_platz'::text, 'nicht_zustaendig'::text, 'voraussetzung_fehlt'::text, 'sprache'::text, 'kosten'::text, 'weg'::text, 'nicht_erschienen'::text, 'klient_moechte_nicht'::text, 'widerruf'::text, 'sonstiges'::text]))),
  constraint vermittlung_kanal_check CHECK ((kanal = ANY (ARRAY['papier'::text, 'mailtext'::text, 'partnerkonto'::text]))),
  constraint vermittlung_lebensbereich_check CHECK (((length(lebensbereich) >= 1) AND (length(lebensbereich) <= 60))),
  constraint vermittlung_sagt_was_geht CHECK (((kanal IS NULL) = (schreiben_siegel IS NULL))),
  constraint vermittlung_stand_check CHECK ((stand = ANY (ARRAY['vorbereitet'::text, 'gesendet'::text, 'angenommen'::text, 'warteliste'::text, 'abgelehnt'::text, 'begonnen'::text, 'beendet'::text, 'zurueckgezogen'::text]))),
  constraint verweis_gibt_nichts_weiter CHECK (((art = 'vermittlung'::text) OR ((kanal IS NULL) AND (inhalt = '{}'::text[]) AND (entbindung_id IS NULL) AND (schreiben_siegel IS NULL)))),
  constraint vermittlung_kreis_id_angebot_id_fkey FOREIGN KEY (kreis_id, angebot_id) REFERENCES angebot(kreis_id, id) ON DELETE RESTRICT,
  constraint vermittlung_kreis_id_entbindung_id_fkey FOREIGN KEY (kreis_id, entbindung_id) REFERENCES entbindung(kreis_id, id) ON DELETE SET NULL (entbindung_id),
  constraint vermittlung_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint vermittlung_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table vermittlung is 'Vermittlung (Kontakt hergestellt, Termin vereinbart) oder Verweis (Information ausgehändigt) an eine Stelle, mit Rückmeldung und Ergebnis.';
comment on column vermittlung.art is 'Vermittlung oder Verweis (Konzept 2.3).';
comment on column vermittlung.angebot_id is 'Angebot der Stelle; leer heißt: die Stelle selbst.';
comment on column vermittlung.lebensbereich is 'Code der Codeliste "lebensbereich".';
comment on column vermittlung.ziel_id is 'Ziel im Hilfeplan, lose verbunden.';
comment on column vermittlung.schritt_id is 'Schritt im Hilfeplan, lose verbunden.';
comment on column vermittlung.am is 'Tag, an dem vermittelt oder verwiesen wurde.';
comment on column vermittlung.termin_am is 'Tag des vereinbarten Termins.';
comment on column vermittlung.termin_um is 'Uhrzeit des vereinbarten Termins, Ortszeit.';
comment on column vermittlung.kanal is 'Auf welchem Weg Angaben hinausgehen; leer heißt: es gehen keine hinaus.';
comment on column vermittlung.inhalt is 'Arten von Angaben, die hinausgehen; nie mehr, als die Entbindung nennt.';
comment on column vermittlung.entbindung_id is 'Entbindung, auf die sie sich stützt.';
comment on column vermittlung.schreiben_siegel is 'Genau das, was hinausgeht, versiegelt unter dem Schlüssel der Person.';
comment on column vermittlung.stand is 'Was daraus geworden ist; ein Verweis beginnt mit "gesendet", das heißt ausgehändigt.';
comment on column vermittlung.grund is 'Warum die Stelle absagte oder die Vermittlung zurückgezogen wurde.';
comment on column vermittlung.ergebnis is 'Ob erreicht wurde, wofür vermittelt wurde.';
comment on column vermittlung.stand_am is 'Tag, an dem der Stand eintrat.';
comment on column vermittlung.rueckmeldung_bis is 'Bis wann eine Rückmeldung erwartet wird; danach erinnert Mein Tag.';
CREATE INDEX vermittlung_kreis_id_entbindung_id_idx ON public.vermittlung USING btree (kreis_id, entbindung_id) WHERE (entbindung_id IS NOT NULL);
CREATE INDEX vermittlung_kreis_id_fall_id_idx ON public.vermittlung USING btree (kreis_id, fall_id);
CREATE INDEX vermittlung_kreis_id_rueckmeldung_bis_idx ON public.vermittlung USING btree (kreis_id, rueckmeldung_bis) WHERE (stand = ANY (ARRAY['gesendet'::text, 'warteliste'::text, 'angenommen'::text, 'begonnen'::text]));
CREATE INDEX vermittlung_kreis_id_stelle_id_idx ON public.vermittlung USING btree (kreis_id, stelle_id) WHERE (kanal = 'partnerkonto'::text);
CREATE TRIGGER einschraenkung_haelt BEFORE UPDATE OF stand ON public.vermittlung FOR EACH ROW WHEN (((new.stand = 'gesendet'::text) AND (new.kanal IS NOT NULL))) EXECUTE FUNCTION einschraenkung_haelt();
CREATE TRIGGER einschraenkung_haelt_neu BEFORE INSERT ON public.vermittlung FOR EACH ROW WHEN ((new.kanal IS NOT NULL)) EXECUTE FUNCTION einschraenkung_haelt();
alter table vermittlung enable row level security;
alter table vermittlung force row level security;
create policy akte on vermittlung for select to lotse_akte
  using (true);
create policy eigene on vermittlung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = vermittlung.kreis_id) AND (f.id = vermittlung.fall_id))))));
create policy loeschen on vermittlung to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on vermittlung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung.kreis_id) AND (f.id = vermittlung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on vermittlung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung.kreis_id) AND (f.id = vermittlung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on vermittlung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung.kreis_id) AND (f.id = vermittlung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy partner on vermittlung to lotse_partner
  using (true);
create policy zaehlen on vermittlung for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on vermittlung to lotse_akte;
grant insert, select, update on vermittlung to lotse_app;
grant insert (am, angebot_id, art, erfasst_am, ergebnis, fall_id, grund, id, kanal, kreis_id, lebensbereich, rueckmeldung_bis, schreiben_siegel, stand, stand_am, stelle_id), select (am, angebot_id, art, erfasst_am, ergebnis, fall_id, grund, id, kanal, kreis_id, lebensbereich, rueckmeldung_bis, stand, stand_am, stelle_id) on vermittlung to lotse_loeschung;
grant select, update (ergebnis, fassung, grund, rueckmeldung_bis, stand, stand_am) on vermittlung to lotse_partner;
grant select (am, angebot_id, art, erfasst_am, ergebnis, fall_id, grund, id, kanal, kreis_id, lebensbereich, rueckmeldung_bis, stand, stand_am, stelle_id) on vermittlung to lotse_zaehler;

create table vermittlung_stand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  vermittlung_id uuid not null,
  fall_id uuid not null,
  stand text not null,
  grund text,
  ergebnis text,
  am date not null,
  herkunft text not null default 'casemanagement'::text,
  worte_siegel bytea,
  erfasst_am timestamp with time zone not null default clock_timestamp(),
  erfasst_von uuid,
  constraint vermittlung_stand_pkey PRIMARY KEY (kreis_id, id),
  constraint vermittlung_stand_herkunft_check CHECK ((herkunft = ANY (ARRAY['casemanagement'::text, 'partner'::text, 'widerruf'::text]))),
  constraint vermittlung_stand_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint vermittlung_stand_kreis_id_vermittlung_id_fkey FOREIGN KEY (kreis_id, vermittlung_id) REFERENCES vermittlung(kreis_id, id) ON DELETE CASCADE
);
comment on table vermittlung_stand is 'Jeder Stand einer Vermittlung mit seinem Tag und dem Zeitpunkt, zu dem er bekannt wurde; nur hinzugefügt, nie geändert.';
comment on column vermittlung_stand.stand is 'Wie in vermittlung.';
comment on column vermittlung_stand.grund is 'Wie in vermittlung.';
comment on column vermittlung_stand.ergebnis is 'Wie in vermittlung.';
comment on column vermittlung_stand.am is 'Tag, an dem der Stand eintrat.';
comment on column vermittlung_stand.herkunft is 'Wer es eingetragen hat: das Case Management, die Stelle über ihr Konto, oder der Widerruf einer Einwilligung oder Entbindung.';
comment on column vermittlung_stand.worte_siegel is 'Worte dazu, versiegelt unter dem Schlüssel der Person.';
CREATE INDEX vermittlung_stand_kreis_id_fall_id_idx ON public.vermittlung_stand USING btree (kreis_id, fall_id);
CREATE INDEX vermittlung_stand_kreis_id_vermittlung_id_idx ON public.vermittlung_stand USING btree (kreis_id, vermittlung_id);
alter table vermittlung_stand enable row level security;
alter table vermittlung_stand force row level security;
create policy akte on vermittlung_stand for select to lotse_akte
  using (true);
create policy eigene on vermittlung_stand to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = vermittlung_stand.kreis_id) AND (f.id = vermittlung_stand.fall_id))))));
create policy loeschen on vermittlung_stand to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on vermittlung_stand as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung_stand.kreis_id) AND (f.id = vermittlung_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on vermittlung_stand as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung_stand.kreis_id) AND (f.id = vermittlung_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on vermittlung_stand as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = vermittlung_stand.kreis_id) AND (f.id = vermittlung_stand.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy partner on vermittlung_stand to lotse_partner
  using (true);
create policy zaehlen on vermittlung_stand for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on vermittlung_stand to lotse_akte;
grant insert, select on vermittlung_stand to lotse_app;
grant insert (am, erfasst_am, ergebnis, fall_id, grund, herkunft, id, kreis_id, stand, vermittlung_id), select (am, erfasst_am, ergebnis, fall_id, grund, herkunft, id, kreis_id, stand, vermittlung_id) on vermittlung_stand to lotse_loeschung;
grant insert, select on vermittlung_stand to lotse_partner;
grant select (am, erfasst_am, ergebnis, fall_id, grund, herkunft, id, kreis_id, stand, vermittlung_id) on vermittlung_stand to lotse_zaehler;

create table beobachtung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  art text not null,
  lebensbereich text,
  kommune_id text,
  angebot_id uuid,
  stelle_id uuid,
  text text not null default ''::text,
  am date not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  constraint beobachtung_pkey PRIMARY KEY (kreis_id, id),
  constraint beobachtung_art_check CHECK ((art = ANY (ARRAY['luecke'::text, 'reibung'::text, 'beschleuniger'::text]))),
  constraint beobachtung_lebensbereich_check CHECK (((length(lebensbereich) >= 1) AND (length(lebensbereich) <= 60))),
  constraint beobachtung_text_check CHECK ((length(text) <= 500)),
  constraint beobachtung_kreis_id_angebot_id_fkey FOREIGN KEY (kreis_id, angebot_id) REFERENCES angebot(kreis_id, id) ON DELETE RESTRICT,
  constraint beobachtung_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint beobachtung_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint beobachtung_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table beobachtung is 'Was die Arbeit an Fällen über das System lehrt: fehlendes Angebot, Reibung, Beschleuniger; ohne Person, für die Koordination.';
comment on column beobachtung.art is 'Lücke (kein passendes Angebot), Reibung oder Beschleuniger.';
comment on column beobachtung.lebensbereich is 'Code der Codeliste "lebensbereich".';
comment on column beobachtung.text is 'Worte ohne Person.';
comment on column beobachtung.am is 'Tag der Beobachtung; gezeigt wird anderen nur der Monat.';
CREATE INDEX beobachtung_kreis_id_am_idx ON public.beobachtung USING btree (kreis_id, am);
alter table beobachtung enable row level security;
create policy aendern on beobachtung for update to lotse_app
  using ((EXISTS ( SELECT
   FROM beobachtung_herkunft h
  WHERE ((h.kreis_id = beobachtung.kreis_id) AND (h.beobachtung_id = beobachtung.id) AND (h.konto_id = ( SELECT app_konto() AS app_konto))))));
create policy eintragen on beobachtung for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy lesen on beobachtung for select to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy loeschen on beobachtung for delete to lotse_app
  using ((EXISTS ( SELECT
   FROM beobachtung_herkunft h
  WHERE ((h.kreis_id = beobachtung.kreis_id) AND (h.beobachtung_id = beobachtung.id) AND (h.konto_id = ( SELECT app_konto() AS app_konto))))));
create policy zaehlen on beobachtung for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select, update on beobachtung to lotse_app;
grant select (am, angebot_id, art, erfasst_am, id, kommune_id, kreis_id, lebensbereich, stelle_id) on beobachtung to lotse_zaehler;

create table beobachtung_herkunft (
  kreis_id text not null,
  beobachtung_id uuid not null,
  konto_id uuid not null,
  fall_id uuid,
  constraint beobachtung_herkunft_pkey PRIMARY KEY (kreis_id, beobachtung_id),
  constraint beobachtung_herkunft_kreis_id_beobachtung_id_fkey FOREIGN KEY (kreis_id, beobachtung_id) REFERENCES beobachtung(kreis_id, id) ON DELETE CASCADE,
  constraint beobachtung_herkunft_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE SET NULL (fall_id),
  constraint beobachtung_herkunft_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table beobachtung_herkunft is 'Wer eine Beobachtung schrieb und in welchem Fall: lesbar nur für das Konto selbst, nie für die Koordination.';
CREATE INDEX beobachtung_herkunft_kreis_id_fall_id_idx ON public.beobachtung_herkunft USING btree (kreis_id, fall_id);
alter table beobachtung_herkunft enable row level security;
alter table beobachtung_herkunft force row level security;
create policy eigene on beobachtung_herkunft to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)))
  with check (((konto_id = ( SELECT app_konto() AS app_konto)) AND ((fall_id IS NULL) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = beobachtung_herkunft.kreis_id) AND (f.id = beobachtung_herkunft.fall_id)))))));
create policy nur_arbeit_anlegen on beobachtung_herkunft as restrictive for insert to lotse_app
  with check (((fall_id IS NULL) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = beobachtung_herkunft.kreis_id) AND (f.id = beobachtung_herkunft.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant delete, insert, select on beobachtung_herkunft to lotse_app;

create table akteur (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  stelle_id uuid,
  rolle text not null,
  lebensbereich text[] not null default '{}'::text[],
  seit date not null,
  bis date,
  vereinbart_am date,
  wort_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint akteur_pkey PRIMARY KEY (kreis_id, id),
  constraint akteur_kreis_id_fall_id_id_key UNIQUE (kreis_id, fall_id, id),
  constraint akteur_check CHECK ((bis > seit)),
  constraint akteur_rolle_check CHECK ((rolle = ANY (ARRAY['jobcenter'::text, 'sozialamt'::text, 'asylblg'::text, 'abh'::text, 'kommunales_team'::text, 'suchtberatung'::text, 'schuldnerberatung'::text, 'sozialbuero'::text, 'krankenkasse'::text, 'pflegekasse'::text, 'arbeitsagentur'::text, 'familienkasse'::text, 'wohngeldstelle'::text, 'mbe'::text, 'jmd'::text, 'fluechtlingsberatung'::text, 'jugendamt'::text, 'arzt'::text, 'klinik'::text, 'schule'::text, 'kita'::text, 'anwalt'::text, 'ehrenamt'::text, 'familie'::text, 'sonstige'::text]))),
  constraint akteur_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint akteur_kreis_id_stelle_id_fkey FOREIGN KEY (kreis_id, stelle_id) REFERENCES stelle(kreis_id, id) ON DELETE RESTRICT
);
comment on table akteur is 'Wer neben dem Case Management am Fall beteiligt ist (Das Netzwerk im Case Management); ob eine Entbindung vorliegt, steht nicht hier, sondern wird gelesen.';
comment on column akteur.stelle_id is 'Leer bei privaten Helfern: ihr Name steht nur versiegelt da.';
comment on column akteur.rolle is 'Wer er für den Fall ist, nach dem Netzwerk im Case Management.';
comment on column akteur.lebensbereich is 'Worum er sich kümmert, aus der Liste der Lebensbereiche.';
comment on column akteur.seit is 'Erster Tag der Beteiligung.';
comment on column akteur.bis is 'Erster Tag, an dem er nicht mehr beteiligt ist.';
comment on column akteur.vereinbart_am is 'Tag, an dem Aufgaben und Verfahren mit ihm abgesprochen wurden (Konzept 2.3, 4.3).';
comment on column akteur.wort_siegel is 'Name und Beziehung privater Helfer, Erreichbarkeit, Aufgaben, abgesprochenes Verfahren; versiegelt.';
CREATE INDEX akteur_fall ON public.akteur USING btree (kreis_id, fall_id);
alter table akteur enable row level security;
alter table akteur force row level security;
create policy akte on akteur for select to lotse_akte
  using (true);
create policy eigene on akteur to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = akteur.kreis_id) AND (f.id = akteur.fall_id))))));
create policy loeschen on akteur for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on akteur as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = akteur.kreis_id) AND (f.id = akteur.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on akteur as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = akteur.kreis_id) AND (f.id = akteur.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on akteur as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = akteur.kreis_id) AND (f.id = akteur.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on akteur to lotse_akte;
grant delete, insert, select, update on akteur to lotse_app;
grant select (fall_id, id, kreis_id) on akteur to lotse_loeschung;

create table federfuehrung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  akteur_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint federfuehrung_pkey PRIMARY KEY (kreis_id, id),
  constraint federfuehrung_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint federfuehrung_nur_eine EXCLUDE USING gist (kreis_id WITH =, fall_id WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint federfuehrung_kreis_id_fall_id_akteur_id_fkey FOREIGN KEY (kreis_id, fall_id, akteur_id) REFERENCES akteur(kreis_id, fall_id, id) ON DELETE CASCADE,
  constraint federfuehrung_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table federfuehrung is 'Wer im Fall führt, wenn mehrere beraten; je Fall vereinbart, mit Verlauf, zu jeder Zeit höchstens einer (Konzept 4.3).';
comment on column federfuehrung.akteur_id is 'Leer: das Case Management selbst führt.';
CREATE INDEX federfuehrung_fall ON public.federfuehrung USING btree (kreis_id, fall_id) WHERE (ersetzt_am IS NULL);
alter table federfuehrung enable row level security;
alter table federfuehrung force row level security;
create policy akte on federfuehrung for select to lotse_akte
  using (true);
create policy eigene on federfuehrung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = federfuehrung.kreis_id) AND (f.id = federfuehrung.fall_id))))));
create policy nur_arbeit_aendern on federfuehrung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = federfuehrung.kreis_id) AND (f.id = federfuehrung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on federfuehrung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = federfuehrung.kreis_id) AND (f.id = federfuehrung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on federfuehrung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = federfuehrung.kreis_id) AND (f.id = federfuehrung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on federfuehrung to lotse_akte;
grant insert, select, update on federfuehrung to lotse_app;

create table haushalt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  beziehung text not null,
  lebensbereich text[] not null default '{}'::text[],
  zaehlt boolean not null default true,
  seit date not null,
  bis date,
  eigener_ab date,
  anfrage_id uuid,
  wort_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint haushalt_pkey PRIMARY KEY (kreis_id, id),
  constraint haushalt_beziehung_check CHECK ((beziehung = ANY (ARRAY['kind'::text, 'partner'::text, 'elternteil'::text, 'geschwister'::text, 'sonstige'::text]))),
  constraint haushalt_check CHECK ((bis > seit)),
  constraint haushalt_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES anfrage(kreis_id, id) ON DELETE SET NULL (anfrage_id),
  constraint haushalt_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table haushalt is 'Person im Haushalt der begleiteten Person, im Fall mitgeführt: kleiner Bedarf von Kindern ist Teil des Falls eines Elternteils (Konzept 2.2).';
comment on column haushalt.beziehung is 'Was sie für die begleitete Person ist.';
comment on column haushalt.lebensbereich is 'Kleiner Bedarf, der in diesem Fall mitbehandelt wird, aus der Liste der Lebensbereiche.';
comment on column haushalt.zaehlt is 'Gehört zum Fall und zählt unter den Personen des Falls mit.';
comment on column haushalt.seit is 'Erster Tag im Haushalt.';
comment on column haushalt.bis is 'Erster Tag, an dem sie nicht mehr im Haushalt lebt.';
comment on column haushalt.eigener_ab is 'Ab diesem Tag hat sie einen eigenen Fall und zählt hier nicht mehr mit.';
comment on column haushalt.anfrage_id is 'Anfrage, mit der ihr eigener Fall beginnt.';
comment on column haushalt.wort_siegel is 'Name, Geburtsjahr und Notiz, versiegelt unter dem Schlüssel der begleiteten Person.';
CREATE INDEX haushalt_anfrage ON public.haushalt USING btree (kreis_id, anfrage_id) WHERE (anfrage_id IS NOT NULL);
CREATE INDEX haushalt_fall ON public.haushalt USING btree (kreis_id, fall_id);
alter table haushalt enable row level security;
alter table haushalt force row level security;
create policy akte on haushalt for select to lotse_akte
  using (true);
create policy eigene on haushalt to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = haushalt.kreis_id) AND (f.id = haushalt.fall_id))))));
create policy loeschen on haushalt for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on haushalt as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = haushalt.kreis_id) AND (f.id = haushalt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on haushalt as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = haushalt.kreis_id) AND (f.id = haushalt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on haushalt as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = haushalt.kreis_id) AND (f.id = haushalt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on haushalt to lotse_akte;
grant delete, insert, select, update on haushalt to lotse_app;
grant select (fall_id, id, kreis_id) on haushalt to lotse_loeschung;

create table fall_verbindung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  anderer_fall_id uuid not null,
  art text not null,
  haushalt_id uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint fall_verbindung_pkey PRIMARY KEY (kreis_id, id),
  constraint fall_verbindung_art_check CHECK ((art = ANY (ARRAY['kind'::text, 'partner'::text, 'elternteil'::text, 'geschwister'::text, 'sonstige'::text]))),
  constraint verbindung_mit_anderem CHECK ((fall_id <> anderer_fall_id)),
  constraint fall_verbindung_kreis_id_anderer_fall_id_fkey FOREIGN KEY (kreis_id, anderer_fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint fall_verbindung_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint fall_verbindung_kreis_id_haushalt_id_fkey FOREIGN KEY (kreis_id, haushalt_id) REFERENCES haushalt(kreis_id, id) ON DELETE SET NULL (haushalt_id)
);
comment on table fall_verbindung is 'Zwei Fälle einer Familie, in beiden zu sehen; nur für die, die beide Personen lesen.';
comment on column fall_verbindung.anderer_fall_id is 'Der andere der beiden Fälle.';
comment on column fall_verbindung.art is 'Was die Person des anderen Falls für die dieses Falls ist; umgekehrt gelesen wird aus Kind Elternteil.';
comment on column fall_verbindung.haushalt_id is 'Eintrag im Haushalt, aus dem der andere Fall wurde.';
CREATE INDEX fall_verbindung_anderer ON public.fall_verbindung USING btree (kreis_id, anderer_fall_id);
CREATE INDEX fall_verbindung_fall ON public.fall_verbindung USING btree (kreis_id, fall_id);
CREATE UNIQUE INDEX fall_verbindung_nur_eine ON public.fall_verbindung USING btree (kreis_id, LEAST(fall_id, anderer_fall_id), GREATEST(fall_id, anderer_fall_id));
alter table fall_verbindung enable row level security;
alter table fall_verbindung force row level security;
create policy akte on fall_verbindung for select to lotse_akte
  using (true);
create policy beide on fall_verbindung to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR ((EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = fall_verbindung.kreis_id) AND (f.id = fall_verbindung.fall_id)))) AND (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = fall_verbindung.kreis_id) AND (f.id = fall_verbindung.anderer_fall_id)))))));
create policy nur_arbeit_aendern on fall_verbindung as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_verbindung.kreis_id) AND (f.id = fall_verbindung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on fall_verbindung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_verbindung.kreis_id) AND (f.id = fall_verbindung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on fall_verbindung as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_verbindung.kreis_id) AND (f.id = fall_verbindung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on fall_verbindung to lotse_akte;
grant delete, insert, select, update on fall_verbindung to lotse_app;

create table aufgabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  zustaendig_id uuid,
  faellig_am date,
  stand text not null default 'offen'::text,
  erledigt_am date,
  erledigt_von uuid,
  herkunft text not null default 'hand'::text,
  herkunft_id uuid,
  text_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint aufgabe_pkey PRIMARY KEY (kreis_id, id),
  constraint aufgabe_herkunft_check CHECK ((herkunft = ANY (ARRAY['hand'::text, 'hilfeplan'::text, 'vermittlung'::text, 'uebergabe'::text]))),
  constraint aufgabe_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'erledigt'::text, 'entfallen'::text]))),
  constraint erledigt_hat_tag CHECK (((stand = 'offen'::text) = (erledigt_am IS NULL))),
  constraint aufgabe_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint aufgabe_kreis_id_zustaendig_id_fkey FOREIGN KEY (kreis_id, zustaendig_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT
);
comment on table aufgabe is 'Was in einem Fall zu tun ist, von wem und bis wann.';
comment on column aufgabe.zustaendig_id is 'Wer sie übernimmt: ein Konto, das an dem Fall arbeitet; leer heißt: wer den Fall führt.';
comment on column aufgabe.faellig_am is 'Letzter Tag; leer heißt ohne Frist.';
comment on column aufgabe.stand is 'entfallen heißt: nicht mehr nötig.';
comment on column aufgabe.erledigt_am is 'Tag, an dem sie erledigt wurde oder entfiel.';
comment on column aufgabe.erledigt_von is 'Wer sie als erledigt oder entfallen kennzeichnete.';
comment on column aufgabe.herkunft is 'Woraus sie entstand.';
comment on column aufgabe.herkunft_id is 'Schritt des Hilfeplans oder Vermittlung, aus der sie entstand; lose, ohne Fremdschlüssel.';
comment on column aufgabe.text_siegel is 'Was zu tun ist, versiegelt.';
CREATE INDEX aufgabe_fall ON public.aufgabe USING btree (kreis_id, fall_id);
CREATE INDEX aufgabe_offen ON public.aufgabe USING btree (kreis_id, zustaendig_id, faellig_am) WHERE (stand = 'offen'::text);
alter table aufgabe enable row level security;
alter table aufgabe force row level security;
create policy akte on aufgabe for select to lotse_akte
  using (true);
create policy bestand on aufgabe to lotse_bestand
  using (true);
create policy eigene on aufgabe to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = aufgabe.kreis_id) AND (f.id = aufgabe.fall_id))))));
create policy loeschen on aufgabe for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on aufgabe as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = aufgabe.kreis_id) AND (f.id = aufgabe.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on aufgabe as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = aufgabe.kreis_id) AND (f.id = aufgabe.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on aufgabe as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = aufgabe.kreis_id) AND (f.id = aufgabe.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on aufgabe to lotse_akte;
grant insert, select, update on aufgabe to lotse_app;
grant select (fall_id, fassung, kreis_id, stand, zustaendig_id), update (fassung, zustaendig_id) on aufgabe to lotse_bestand;
grant select (fall_id, id, kreis_id) on aufgabe to lotse_loeschung;

create table notiz (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  traeger_id uuid not null,
  ebene text not null,
  text_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid not null,
  geaendert_am timestamp with time zone,
  constraint notiz_pkey PRIMARY KEY (kreis_id, id),
  constraint notiz_ebene_check CHECK ((ebene = ANY (ARRAY['traeger'::text, 'fall'::text, 'ich'::text]))),
  constraint notiz_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint notiz_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table notiz is 'Notiz zu einem Fall mit ihrer Ebene. Nach einer Übergabe liest der neue Träger nur die Ebene fall; die anderen bleiben liegen, bis der Fall zurückkommt oder die Person gelöscht wird.';
comment on column notiz.traeger_id is 'Träger, für den sie geschrieben wurde; bleibt nach einer Übergabe.';
comment on column notiz.ebene is 'traeger: wer im eigenen Träger an dem Fall arbeitet. fall: wer immer an ihm arbeitet, auch nach einer Übergabe. ich: nur wer sie schrieb, auch keine Vertretung.';
comment on column notiz.text_siegel is 'Text der Notiz, versiegelt.';
comment on column notiz.geaendert_am is 'Letzte Änderung in den 24 Stunden, in denen sie noch zu ändern ist.';
CREATE INDEX notiz_fall ON public.notiz USING btree (kreis_id, fall_id);
alter table notiz enable row level security;
alter table notiz force row level security;
create policy akte on notiz for select to lotse_akte
  using (true);
create policy ebene on notiz as restrictive to lotse_app, lotse_akte
  using (
CASE ebene
    WHEN 'fall'::text THEN true
    WHEN 'traeger'::text THEN (traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))
    ELSE (erfasst_von = ( SELECT app_konto() AS app_konto))
END);
create policy eigene on notiz to lotse_app
  using ((EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = notiz.kreis_id) AND (f.id = notiz.fall_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy ersuchen on notiz for select to lotse_ersuchen
  using (true);
create policy geoeffnet on notiz for select to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = notiz.kreis_id) AND (f.id = notiz.fall_id) AND (f.person_id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[])) AND (EXISTS ( SELECT
           FROM person p
          WHERE ((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))))));
create policy loeschen on notiz for select to lotse_loeschung
  using (true);
create policy nur_frisch_aendern on notiz as restrictive for update to lotse_app
  using (((erfasst_von = ( SELECT app_konto() AS app_konto)) AND (erfasst_am > (now() - '24:00:00'::interval))));
create policy nur_frisch_loeschen on notiz as restrictive for delete to lotse_app
  using (((erfasst_von = ( SELECT app_konto() AS app_konto)) AND (erfasst_am > (now() - '24:00:00'::interval))));
create policy nur_im_eigenen_namen on notiz as restrictive for insert to lotse_app
  with check (((erfasst_von = ( SELECT app_konto() AS app_konto)) AND (traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[]))));
grant select on notiz to lotse_akte;
grant delete, insert, select, update (ebene, fassung, geaendert_am, text_siegel) on notiz to lotse_app;
grant select on notiz to lotse_ersuchen;
grant select (fall_id, id, kreis_id) on notiz to lotse_loeschung;

create table nachtrag (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  notiz_id uuid,
  kontakt_id uuid,
  text_siegel bytea not null,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid not null,
  constraint nachtrag_pkey PRIMARY KEY (kreis_id, id),
  constraint nachtrag_zu_einem CHECK ((num_nonnulls(notiz_id, kontakt_id) = 1)),
  constraint nachtrag_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint nachtrag_kreis_id_notiz_id_fkey FOREIGN KEY (kreis_id, notiz_id) REFERENCES notiz(kreis_id, id) ON DELETE CASCADE
);
comment on table nachtrag is 'Was zu einer Notiz oder einem Kontakt später hinzukam; der alte Text bleibt stehen, und auch ein Nachtrag wird nie geändert.';
comment on column nachtrag.kontakt_id is 'Kontakt, gleich in welcher Fassung.';
comment on column nachtrag.text_siegel is 'Text des Nachtrags, versiegelt.';
CREATE INDEX nachtrag_fall ON public.nachtrag USING btree (kreis_id, fall_id);
CREATE INDEX nachtrag_notiz ON public.nachtrag USING btree (kreis_id, notiz_id);
alter table nachtrag enable row level security;
alter table nachtrag force row level security;
create policy akte on nachtrag for select to lotse_akte
  using (true);
create policy eigene on nachtrag to lotse_app
  using ((EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = nachtrag.kreis_id) AND (f.id = nachtrag.fall_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy ersuchen on nachtrag for select to lotse_ersuchen
  using (true);
create policy geoeffnet on nachtrag for select to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = nachtrag.kreis_id) AND (f.id = nachtrag.fall_id) AND (f.person_id = ANY (( SELECT app_uuids('app.geoeffnet'::text) AS app_uuids)::uuid[])) AND (EXISTS ( SELECT
           FROM person p
          WHERE ((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))))));
create policy loeschen on nachtrag for select to lotse_loeschung
  using (true);
create policy nur_im_eigenen_namen on nachtrag as restrictive for insert to lotse_app
  with check ((erfasst_von = ( SELECT app_konto() AS app_konto)));
create policy wie_notiz on nachtrag as restrictive to lotse_app, lotse_akte
  using (((notiz_id IS NULL) OR (EXISTS ( SELECT
   FROM notiz n
  WHERE ((n.kreis_id = nachtrag.kreis_id) AND (n.id = nachtrag.notiz_id) AND (n.fall_id = nachtrag.fall_id))))));
grant select on nachtrag to lotse_akte;
grant insert, select on nachtrag to lotse_app;
grant select on nachtrag to lotse_ersuchen;
grant select (fall_id, id, kreis_id) on nachtrag to lotse_loeschung;

create table dokument (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  art text not null,
  am date,
  laeuft_ab_am date,
  medientyp text not null,
  groesse integer not null,
  bereinigt boolean not null,
  titel_siegel bytea,
  datei_siegel bytea,
  vorschau_siegel bytea,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geloescht_am timestamp with time zone,
  geloescht_von uuid,
  loeschgrund text,
  constraint dokument_pkey PRIMARY KEY (kreis_id, id),
  constraint dokument_art_check CHECK ((art = ANY (ARRAY['ausweis'::text, 'bescheid'::text, 'zeugnis'::text, 'vertrag'::text, 'attest'::text, 'sonstiges'::text]))),
  constraint dokument_check CHECK ((laeuft_ab_am >= am)),
  constraint dokument_geloescht_ist_leer CHECK (
CASE
    WHEN (geloescht_am IS NULL) THEN ((titel_siegel IS NOT NULL) AND (datei_siegel IS NOT NULL) AND (loeschgrund IS NULL))
    ELSE ((titel_siegel IS NULL) AND (datei_siegel IS NULL) AND (vorschau_siegel IS NULL) AND (loeschgrund IS NOT NULL))
END),
  constraint dokument_groesse_check CHECK (((groesse >= 1) AND (groesse <= 10485760))),
  constraint dokument_loeschgrund_check CHECK ((loeschgrund = ANY (ARRAY['falscher_fall'::text, 'doppelt'::text, 'nicht_noetig'::text, 'wunsch'::text, 'unleserlich'::text]))),
  constraint dokument_medientyp_check CHECK ((medientyp = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  constraint dokument_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table dokument is 'Anlage zu einem Fall: am Inhalt geprüft, von Angaben über Gerät, Ort und Verfasser befreit, versiegelt. Gelöscht bleibt nur die Zeile ohne Inhalt.';
comment on column dokument.am is 'Tag, an dem es ausgestellt wurde.';
comment on column dokument.laeuft_ab_am is 'Letzter Tag, an dem es gilt.';
comment on column dokument.medientyp is 'Am Inhalt erkannt, nicht am Namen der Datei.';
comment on column dokument.groesse is 'Bytes der gespeicherten Fassung vor dem Versiegeln.';
comment on column dokument.bereinigt is 'Alle bekannten Angaben über Gerät, Ort und Verfasser sind entfernt; falsch, wo ein PDF sie in einer Form trägt, die nicht sicher umzuschreiben ist.';
comment on column dokument.titel_siegel is 'Titel, versiegelt.';
comment on column dokument.datei_siegel is 'Die Datei, versiegelt.';
comment on column dokument.vorschau_siegel is 'Kleines Bild der ersten Seite, versiegelt.';
comment on column dokument.geloescht_am is 'Seit wann nur noch die Zeile ohne Inhalt da ist.';
comment on column dokument.geloescht_von is 'Wer es gelöscht hat.';
comment on column dokument.loeschgrund is 'Warum es gelöscht wurde.';
CREATE INDEX dokument_fall ON public.dokument USING btree (kreis_id, fall_id);
alter table dokument enable row level security;
alter table dokument force row level security;
create policy akte on dokument for select to lotse_akte
  using (true);
create policy eigene on dokument to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = dokument.kreis_id) AND (f.id = dokument.fall_id))))));
create policy loeschen on dokument for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on dokument as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = dokument.kreis_id) AND (f.id = dokument.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on dokument as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = dokument.kreis_id) AND (f.id = dokument.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on dokument as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = dokument.kreis_id) AND (f.id = dokument.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select (am, art, erfasst_am, erfasst_von, fall_id, geloescht_am, geloescht_von, groesse, id, kreis_id, laeuft_ab_am, loeschgrund, medientyp, titel_siegel) on dokument to lotse_akte;
grant insert, select, update on dokument to lotse_app;
grant select (fall_id, id, kreis_id) on dokument to lotse_loeschung;

create table uebergabe_anfrage (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  von_traeger_id uuid not null,
  an_traeger_id uuid not null,
  an_konto_id uuid,
  kommune_id text[] not null default '{}'::text[],
  wirksam_am date not null,
  grund text not null,
  zustimmung_am date not null,
  frist_am date not null,
  stand text not null default 'angefragt'::text,
  ablehnung text,
  nachricht_siegel bytea,
  antwort_siegel bytea,
  uebergabe_id uuid,
  vorige_id uuid,
  fassung integer not null default 1,
  gestellt_von uuid not null,
  erfasst_am timestamp with time zone not null default now(),
  beantwortet_von uuid,
  beantwortet_am timestamp with time zone,
  constraint uebergabe_anfrage_pkey PRIMARY KEY (kreis_id, id),
  constraint uebergabe_anfrage_ablehnung_check CHECK ((ablehnung = ANY (ARRAY['auslastung'::text, 'nicht_zustaendig'::text, 'sprache'::text, 'rueckfrage'::text, 'sonstiges'::text]))),
  constraint uebergabe_anfrage_an_anderen CHECK ((von_traeger_id <> an_traeger_id)),
  constraint uebergabe_anfrage_beantwortet CHECK ((((stand = 'angefragt'::text) OR (stand = 'abgelaufen'::text)) = (beantwortet_am IS NULL))),
  constraint uebergabe_anfrage_grund_check CHECK ((grund = ANY (ARRAY['zustaendigkeit'::text, 'umzug'::text, 'wunsch'::text, 'traegerwechsel'::text, 'sonstiges'::text]))),
  constraint uebergabe_anfrage_lehnt_begruendet_ab CHECK (((stand <> ALL (ARRAY['teilweise'::text, 'abgelehnt'::text])) OR (ablehnung IS NOT NULL))),
  constraint uebergabe_anfrage_nennt_uebergabe CHECK (((uebergabe_id IS NOT NULL) = (stand = ANY (ARRAY['angenommen'::text, 'teilweise'::text])))),
  constraint uebergabe_anfrage_stand_check CHECK ((stand = ANY (ARRAY['angefragt'::text, 'angenommen'::text, 'teilweise'::text, 'abgelehnt'::text, 'zurueckgezogen'::text, 'abgelaufen'::text]))),
  constraint uebergabe_anfrage_kreis_id_an_konto_id_fkey FOREIGN KEY (kreis_id, an_konto_id) REFERENCES konto(kreis_id, id) ON DELETE SET NULL (an_konto_id),
  constraint uebergabe_anfrage_kreis_id_an_traeger_id_fkey FOREIGN KEY (kreis_id, an_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint uebergabe_anfrage_kreis_id_gestellt_von_fkey FOREIGN KEY (kreis_id, gestellt_von) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint uebergabe_anfrage_kreis_id_uebergabe_id_fkey FOREIGN KEY (kreis_id, uebergabe_id) REFERENCES uebergabe(kreis_id, id) ON DELETE RESTRICT,
  constraint uebergabe_anfrage_kreis_id_von_traeger_id_fkey FOREIGN KEY (kreis_id, von_traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint uebergabe_anfrage_kreis_id_vorige_id_fkey FOREIGN KEY (kreis_id, vorige_id) REFERENCES uebergabe_anfrage(kreis_id, id) ON DELETE SET NULL (vorige_id)
);
comment on table uebergabe_anfrage is 'Angefragte Übergabe von Fällen an einen anderen Träger und ihre Antwort; bis zur Annahme bewegt sich nichts.';
comment on column uebergabe_anfrage.an_konto_id is 'Fachkraft, die gefragt ist; leer heißt: das Team des Trägers.';
comment on column uebergabe_anfrage.kommune_id is 'Kommunen der Fälle, damit die Koordination der Region sie sieht.';
comment on column uebergabe_anfrage.wirksam_am is 'Erster Tag, an dem der neue Träger zuständig wäre.';
comment on column uebergabe_anfrage.zustimmung_am is 'Tag, an dem die Klient*innen der Übergabe zugestimmt haben.';
comment on column uebergabe_anfrage.frist_am is 'Letzter Tag für die Antwort; danach gilt sie als abgelaufen.';
comment on column uebergabe_anfrage.stand is 'Wo die Anfrage steht; "abgelaufen" wird erst mit der nächsten Anfrage geschrieben, gelesen wird die Frist.';
comment on column uebergabe_anfrage.ablehnung is 'Warum nicht alles angenommen wurde.';
comment on column uebergabe_anfrage.nachricht_siegel is 'Kurze Nachricht an die Gefragten, versiegelt.';
comment on column uebergabe_anfrage.antwort_siegel is 'Kurze Antwort, versiegelt.';
comment on column uebergabe_anfrage.uebergabe_id is 'Die Übergabe, die aus der Annahme wurde.';
comment on column uebergabe_anfrage.vorige_id is 'Anfrage, die vorher ohne Erfolg blieb.';
comment on column uebergabe_anfrage.beantwortet_von is 'Wer geantwortet oder zurückgezogen hat.';
comment on column uebergabe_anfrage.beantwortet_am is 'Wann geantwortet oder zurückgezogen wurde.';
CREATE INDEX uebergabe_anfrage_an ON public.uebergabe_anfrage USING btree (an_traeger_id, stand);
CREATE INDEX uebergabe_anfrage_von ON public.uebergabe_anfrage USING btree (von_traeger_id, stand);
alter table uebergabe_anfrage enable row level security;
alter table uebergabe_anfrage force row level security;
create policy antworten on uebergabe_anfrage for update to lotse_app
  using (((von_traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (an_traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (gestellt_von = ( SELECT app_konto() AS app_konto)) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy belegt on uebergabe_anfrage for select to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy lesen on uebergabe_anfrage for select to lotse_app
  using (((von_traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (an_traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id && ( SELECT app_liste('app.ko_kommune'::text) AS app_liste))));
create policy loeschen on uebergabe_anfrage to lotse_loeschung
  using (true);
create policy stellen on uebergabe_anfrage for insert to lotse_app
  with check (((gestellt_von = ( SELECT app_konto() AS app_konto)) AND ((von_traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id && ( SELECT app_liste('app.ko_kommune'::text) AS app_liste)))));
create policy zaehlen on uebergabe_anfrage for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on uebergabe_anfrage to lotse_app;
grant select (id, kreis_id, stand, uebergabe_id), update (antwort_siegel, nachricht_siegel, uebergabe_id) on uebergabe_anfrage to lotse_loeschung;
grant select (ablehnung, an_traeger_id, beantwortet_am, erfasst_am, frist_am, grund, id, kommune_id, kreis_id, stand, uebergabe_id, von_traeger_id, wirksam_am) on uebergabe_anfrage to lotse_zaehler;

create table uebergabe_anfrage_fall (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  fall_id uuid,
  stand text not null default 'angefragt'::text,
  constraint uebergabe_anfrage_fall_pkey PRIMARY KEY (kreis_id, id),
  constraint uebergabe_anfrage_fall_kreis_id_anfrage_id_fall_id_key UNIQUE (kreis_id, anfrage_id, fall_id),
  constraint uebergabe_anfrage_fall_stand_check CHECK ((stand = ANY (ARRAY['angefragt'::text, 'angenommen'::text, 'abgelehnt'::text, 'zurueckgezogen'::text, 'abgelaufen'::text]))),
  constraint uebergabe_anfrage_fall_kreis_id_anfrage_id_fkey FOREIGN KEY (kreis_id, anfrage_id) REFERENCES uebergabe_anfrage(kreis_id, id) ON DELETE CASCADE,
  constraint uebergabe_anfrage_fall_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table uebergabe_anfrage_fall is 'Ein Fall einer angefragten Übergabe; die Gefragten kennen nur diese Zeile, nicht den Fall.';
comment on column uebergabe_anfrage_fall.fall_id is 'Leer, wenn die Person gelöscht ist.';
comment on column uebergabe_anfrage_fall.stand is 'Was aus diesem Fall der Anfrage wurde; angenommen werden kann auch ein Teil.';
CREATE UNIQUE INDEX uebergabe_anfrage_fall_einmal ON public.uebergabe_anfrage_fall USING btree (kreis_id, fall_id) WHERE (stand = 'angefragt'::text);
CREATE INDEX uebergabe_anfrage_fall_fall ON public.uebergabe_anfrage_fall USING btree (kreis_id, fall_id);
CREATE TRIGGER einschraenkung_haelt BEFORE INSERT ON public.uebergabe_anfrage_fall FOR EACH ROW EXECUTE FUNCTION einschraenkung_haelt();
alter table uebergabe_anfrage_fall enable row level security;
alter table uebergabe_anfrage_fall force row level security;
create policy beteiligte on uebergabe_anfrage_fall to lotse_app
  using ((EXISTS ( SELECT
   FROM uebergabe_anfrage a
  WHERE ((a.kreis_id = uebergabe_anfrage_fall.kreis_id) AND (a.id = uebergabe_anfrage_fall.anfrage_id)))));
create policy loeschen on uebergabe_anfrage_fall to lotse_loeschung
  using (true);
create policy nur_gesehene_anfragen on uebergabe_anfrage_fall as restrictive for insert to lotse_app
  with check ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = uebergabe_anfrage_fall.kreis_id) AND (f.id = uebergabe_anfrage_fall.fall_id)))));
create policy zaehlen on uebergabe_anfrage_fall for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on uebergabe_anfrage_fall to lotse_app;
grant select (anfrage_id, fall_id, id, kreis_id, stand), update (fall_id, id, stand) on uebergabe_anfrage_fall to lotse_loeschung;
grant select (anfrage_id, id, kreis_id, stand) on uebergabe_anfrage_fall to lotse_zaehler;

create table uebergabeblatt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  wissen_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  geaendert_am timestamp with time zone not null default now(),
  constraint uebergabeblatt_pkey PRIMARY KEY (kreis_id, id),
  constraint uebergabeblatt_kreis_id_fall_id_key UNIQUE (kreis_id, fall_id),
  constraint uebergabeblatt_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
comment on table uebergabeblatt is 'Was nicht in der Akte steht: das Erfahrungswissen, das mit einem Fall weitergeht (Konzept Kreis Unna 4.4).';
comment on column uebergabeblatt.wissen_siegel is 'Die geführten Antworten, versiegelt unter dem Schlüssel der Person.';
alter table uebergabeblatt enable row level security;
alter table uebergabeblatt force row level security;
create policy akte on uebergabeblatt for select to lotse_akte
  using (true);
create policy eigene on uebergabeblatt to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = uebergabeblatt.kreis_id) AND (f.id = uebergabeblatt.fall_id))))));
create policy loeschen on uebergabeblatt for select to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on uebergabeblatt as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = uebergabeblatt.kreis_id) AND (f.id = uebergabeblatt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on uebergabeblatt as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = uebergabeblatt.kreis_id) AND (f.id = uebergabeblatt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on uebergabeblatt as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = uebergabeblatt.kreis_id) AND (f.id = uebergabeblatt.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
grant select on uebergabeblatt to lotse_akte;
grant insert, select, update on uebergabeblatt to lotse_app;
grant select (fall_id, id, kreis_id) on uebergabeblatt to lotse_loeschung;

create table abschluss (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  am date not null,
  grund text not null,
  gespraech text not null,
  gespraech_am date,
  kein_grund text,
  ziele_erreicht smallint not null default 0,
  ziele_gesamt smallint not null default 0,
  schritte_beendet smallint not null default 0,
  rueckblick_siegel bytea,
  naechster_siegel bytea,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  constraint abschluss_pkey PRIMARY KEY (kreis_id, id),
  constraint abschluss_gespraech_check CHECK ((gespraech = ANY (ARRAY['gemeinsam'::text, 'telefonisch'::text, 'kein'::text]))),
  constraint abschluss_kein_grund_check CHECK ((kein_grund = ANY (ARRAY['nicht_erreichbar'::text, 'nicht_gewuenscht'::text, 'verzogen'::text, 'verstorben'::text]))),
  constraint gespraech_oder_grund CHECK ((((gespraech = 'kein'::text) = (kein_grund IS NOT NULL)) AND ((gespraech = 'kein'::text) = (gespraech_am IS NULL)))),
  constraint abschluss_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE
);
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
CREATE INDEX abschluss_fall ON public.abschluss USING btree (kreis_id, fall_id);
alter table abschluss enable row level security;
alter table abschluss force row level security;
create policy akte on abschluss for select to lotse_akte
  using (true);
create policy eigene on abschluss to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = abschluss.kreis_id) AND (f.id = abschluss.fall_id))))));
create policy loeschen on abschluss to lotse_loeschung
  using (true);
create policy nur_arbeit_aendern on abschluss as restrictive for update to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = abschluss.kreis_id) AND (f.id = abschluss.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_anlegen on abschluss as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = abschluss.kreis_id) AND (f.id = abschluss.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy nur_arbeit_loeschen on abschluss as restrictive for delete to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = abschluss.kreis_id) AND (f.id = abschluss.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy zaehlen on abschluss for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on abschluss to lotse_akte;
grant insert, select on abschluss to lotse_app;
grant insert (am, erfasst_am, fall_id, gespraech, gespraech_am, grund, id, kein_grund, kreis_id, schritte_beendet, ziele_erreicht, ziele_gesamt), select (am, erfasst_am, fall_id, gespraech, gespraech_am, grund, id, kein_grund, kreis_id, schritte_beendet, ziele_erreicht, ziele_gesamt) on abschluss to lotse_loeschung;
grant select (am, erfasst_am, fall_id, gespraech, grund, id, kreis_id, schritte_beendet, ziele_erreicht, ziele_gesamt) on abschluss to lotse_zaehler;

create table angebot_abgleich (
  kreis_id text not null,
  angebot_id uuid not null,
  anderes_id uuid not null,
  ergebnis text not null,
  am date not null default CURRENT_DATE,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid default app_konto(),
  constraint angebot_abgleich_pkey PRIMARY KEY (kreis_id, angebot_id, anderes_id),
  constraint angebot_abgleich_ergebnis_check CHECK ((ergebnis = ANY (ARRAY['zusammengefuehrt'::text, 'verschieden'::text]))),
  constraint angebot_abgleich_nennt_zwei CHECK ((angebot_id <> anderes_id)),
  constraint angebot_abgleich_kreis_id_anderes_id_fkey FOREIGN KEY (kreis_id, anderes_id) REFERENCES angebot(kreis_id, id) ON DELETE CASCADE,
  constraint angebot_abgleich_kreis_id_angebot_id_fkey FOREIGN KEY (kreis_id, angebot_id) REFERENCES angebot(kreis_id, id) ON DELETE CASCADE
);
comment on table angebot_abgleich is 'Ergebnis des Vergleichs zweier Einträge, die dasselbe Angebot sein könnten.';
comment on column angebot_abgleich.angebot_id is 'Eintrag, der bleibt; bei "verschieden" der mit der kleineren Kennung.';
comment on column angebot_abgleich.anderes_id is 'Eintrag, der beendet wurde und auf den anderen verweist. Vermittlungen dorthin bleiben, wo sie sind; lebt er wieder auf, gilt der Verweis nicht mehr.';
comment on column angebot_abgleich.ergebnis is 'Dasselbe Angebot, zusammengeführt, oder verschieden und nicht noch einmal zu fragen.';
comment on column angebot_abgleich.am is 'Tag des Vergleichs.';
CREATE INDEX angebot_abgleich_kreis_id_anderes_id_idx ON public.angebot_abgleich USING btree (kreis_id, anderes_id);
alter table angebot_abgleich enable row level security;
create policy anlegen on angebot_abgleich for insert to lotse_app
  with check ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy entfernen on angebot_abgleich for delete to lotse_app
  using ((((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':koordination'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) OR ((kreis_id || ':verwaltungsassistenz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
create policy kollegen on angebot_abgleich for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select on angebot_abgleich to lotse_app;

create table faktor_totp (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null,
  geheimnis_siegel bytea not null,
  schritt bigint not null default 0,
  angelegt_am timestamp with time zone not null default now(),
  bestaetigt_am timestamp with time zone,
  constraint faktor_totp_pkey PRIMARY KEY (kreis_id, id),
  constraint faktor_totp_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint faktor_totp_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table faktor_totp is 'App mit Einmalcodes (TOTP, RFC 6238) als zweiter Faktor eines Kontos.';
comment on column faktor_totp.name is 'Wie das Konto die App nennt, etwa "Diensthandy".';
comment on column faktor_totp.geheimnis_siegel is 'Das gemeinsame Geheimnis, versiegelt.';
comment on column faktor_totp.schritt is 'Letzter benutzter Zeitschritt (30 Sekunden); er und alle davor werden nie wieder angenommen.';
comment on column faktor_totp.bestaetigt_am is 'Wann der erste richtige Code kam; leer heißt: eingerichtet, aber noch ohne Wirkung.';
CREATE INDEX faktor_totp_konto ON public.faktor_totp USING btree (kreis_id, konto_id);
CREATE UNIQUE INDEX faktor_totp_offen ON public.faktor_totp USING btree (kreis_id, konto_id) WHERE (bestaetigt_am IS NULL);
alter table faktor_totp enable row level security;
create policy anmelden on faktor_totp to lotse_anmeldung
  using (true);
grant delete, insert, select, update (bestaetigt_am, name, schritt) on faktor_totp to lotse_anmeldung;

create table faktor_passkey (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null,
  kennung text not null,
  schluessel bytea not null,
  zaehler bigint not null,
  wege text[] not null default '{}'::text[],
  abgeglichen boolean not null,
  angelegt_am timestamp with time zone not null default now(),
  zuletzt_am timestamp with time zone,
  constraint faktor_passkey_pkey PRIMARY KEY (kreis_id, id),
  constraint faktor_passkey_kennung_key UNIQUE (kennung),
  constraint faktor_passkey_kennung_check CHECK (((length(kennung) >= 1) AND (length(kennung) <= 1400))),
  constraint faktor_passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint faktor_passkey_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table faktor_passkey is 'Passkey (WebAuthn) eines Kontos: zweiter Faktor und Anmeldung ohne Kennwort.';
comment on column faktor_passkey.kennung is 'Kennung des Passkeys (credential id, base64url).';
comment on column faktor_passkey.schluessel is 'Öffentlicher Schlüssel (COSE); der geheime bleibt im Gerät.';
comment on column faktor_passkey.zaehler is 'Zähler des Geräts; geht er zurück, gibt es eine Kopie. 0: das Gerät zählt nicht.';
comment on column faktor_passkey.wege is 'Wie der Browser das Gerät erreicht (transports).';
comment on column faktor_passkey.abgeglichen is 'Ob der Passkey über mehrere Geräte der Person abgeglichen wird.';
comment on column faktor_passkey.zuletzt_am is 'Wann er zuletzt etwas bewiesen hat; leer heißt: noch nie.';
CREATE INDEX faktor_passkey_konto ON public.faktor_passkey USING btree (kreis_id, konto_id);
alter table faktor_passkey enable row level security;
create policy anmelden on faktor_passkey to lotse_anmeldung
  using (true);
grant delete, insert, select, update (abgeglichen, zaehler, zuletzt_am) on faktor_passkey to lotse_anmeldung;

create table wiederherstellungscode (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  angelegt_am timestamp with time zone not null default now(),
  verwendet_am timestamp with time zone,
  constraint wiederherstellungscode_pkey PRIMARY KEY (kreis_id, konto_id, pruefwert),
  constraint wiederherstellungscode_pruefwert_check CHECK ((pruefwert ~ '^[0-9a-f]{64}$'::text)),
  constraint wiederherstellungscode_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table wiederherstellungscode is 'Einmal gezeigte Codes für den Fall, dass der zweite Faktor verloren ist; jeder gilt einmal.';
comment on column wiederherstellungscode.pruefwert is 'HMAC-SHA256 des Codes unter einem Schlüssel außerhalb der Datenbank.';
comment on column wiederherstellungscode.verwendet_am is 'Wann er benutzt wurde; danach gilt er nicht mehr.';
alter table wiederherstellungscode enable row level security;
create policy anmelden on wiederherstellungscode to lotse_anmeldung
  using (true);
grant delete, insert, select, update (verwendet_am) on wiederherstellungscode to lotse_anmeldung;

create table faktor_aufgabe (
  pruefwert text not null,
  gueltig_bis timestamp with time zone not null,
  constraint faktor_aufgabe_pkey PRIMARY KEY (pruefwert),
  constraint faktor_aufgabe_pruefwert_check CHECK ((pruefwert ~ '^[0-9a-f]{64}$'::text))
);
comment on table faktor_aufgabe is 'Beantwortete Aufgaben an Passkeys, bis sie von selbst ablaufen: keine wird zweimal angenommen.';
comment on column faktor_aufgabe.pruefwert is 'SHA-256 der Aufgabe (challenge).';
CREATE INDEX faktor_aufgabe_gueltig ON public.faktor_aufgabe USING btree (gueltig_bis);
alter table faktor_aufgabe enable row level security;
create policy anmelden on faktor_aufgabe to lotse_anmeldung
  using (true);
grant delete, insert, select on faktor_aufgabe to lotse_anmeldung;

create table einladung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  art text not null,
  pruefwert text not null,
  angelegt_am timestamp with time zone not null default now(),
  gueltig_bis timestamp with time zone not null,
  eingeloest_am timestamp with time zone,
  zurueckgezogen_am timestamp with time zone,
  constraint einladung_pkey PRIMARY KEY (kreis_id, id),
  constraint einladung_pruefwert_key UNIQUE (pruefwert),
  constraint einladung_art_check CHECK ((art = ANY (ARRAY['einladung'::text, 'kennwort'::text]))),
  constraint einladung_check CHECK ((gueltig_bis > angelegt_am)),
  constraint einladung_check1 CHECK (((eingeloest_am IS NULL) OR (zurueckgezogen_am IS NULL))),
  constraint einladung_pruefwert_check CHECK ((pruefwert ~ '^[0-9a-f]{64}$'::text)),
  constraint einladung_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table einladung is 'Einmaliger Link, mit dem ein Konto sein Kennwort setzt: zum ersten Mal oder nach dem Vergessen.';
comment on column einladung.art is '"einladung" für ein neues Konto, "kennwort" für ein vorhandenes.';
comment on column einladung.pruefwert is 'SHA-256 des Geheimnisses im Link; das Geheimnis selbst wird nirgends gespeichert.';
comment on column einladung.eingeloest_am is 'Wann der Link benutzt wurde; danach gilt er nicht mehr.';
comment on column einladung.zurueckgezogen_am is 'Wann die Administration ihn zurückgezogen oder durch einen neuen ersetzt hat.';
CREATE UNIQUE INDEX einladung_offen ON public.einladung USING btree (kreis_id, konto_id) WHERE ((eingeloest_am IS NULL) AND (zurueckgezogen_am IS NULL));
alter table einladung enable row level security;
create policy anmelden on einladung to lotse_anmeldung
  using (true);
grant insert, select, update (eingeloest_am, zurueckgezogen_am) on einladung to lotse_anmeldung;

create table anbieter (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid,
  name text not null,
  aussteller text not null,
  client_id text not null,
  geheimnis_siegel bytea,
  hat_geheimnis boolean not null generated always as ((geheimnis_siegel IS NOT NULL)) stored,
  scopes text not null default 'openid profile email'::text,
  rollen_claim text not null default ''::text,
  faktor_werte text[] not null default '{}'::text[],
  konten_anlegen boolean not null default false,
  aktiv boolean not null default false,
  fassung integer not null default 1,
  constraint anbieter_pkey PRIMARY KEY (kreis_id, id),
  constraint anbieter_aussteller_check CHECK (((aussteller ~ '^https://'::text) OR (aussteller ~ '^http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/|$)'::text))),
  constraint anbieter_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200))),
  constraint anbieter_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint anbieter_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint anbieter_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table anbieter is 'Anmeldedienst eines Trägers (OpenID Connect), der sagen darf, wer jemand ist.';
comment on column anbieter.traeger_id is 'Für welchen Träger er spricht; leer heißt: für den ganzen Kreis.';
comment on column anbieter.aussteller is 'Adresse des Ausstellers (issuer); ohne TLS nur auf demselben Rechner.';
comment on column anbieter.client_id is 'Kennung, unter der Lotse dort angemeldet ist.';
comment on column anbieter.geheimnis_siegel is 'Geheimnis von Lotse beim Anmeldedienst, versiegelt; wird nie wieder gezeigt.';
comment on column anbieter.hat_geheimnis is 'Ob ein Geheimnis hinterlegt ist.';
comment on column anbieter.scopes is 'Was beim Anmeldedienst angefragt wird, durch Leerzeichen getrennt.';
comment on column anbieter.rollen_claim is 'In welcher Angabe des Anmeldedienstes die Gruppen stehen; leer heißt: keine Rollen von dort.';
comment on column anbieter.faktor_werte is 'Werte von "acr" oder "amr", die einen zweiten Faktor beweisen.';
comment on column anbieter.konten_anlegen is 'Ob eine Anmeldung ohne Konto eines anlegt; sonst braucht es eine Verknüpfung.';
alter table anbieter enable row level security;
create policy anmelden on anbieter for select to lotse_anmeldung
  using (aktiv);
create policy verwalten on anbieter to lotse_app
  using (verwaltet_traeger(kreis_id, traeger_id));
grant select on anbieter to lotse_anmeldung;
grant insert, select (aktiv, aussteller, client_id, faktor_werte, fassung, hat_geheimnis, id, konten_anlegen, kreis_id, name, rollen_claim, scopes, traeger_id), update on anbieter to lotse_app;

create table anbieter_rolle (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anbieter_id uuid not null,
  wert text not null,
  rolle text not null,
  traeger_id uuid,
  region_id uuid,
  constraint anbieter_rolle_pkey PRIMARY KEY (kreis_id, id),
  constraint anbieter_rolle_kreis_id_anbieter_id_wert_rolle_traeger_id_r_key UNIQUE NULLS NOT DISTINCT (kreis_id, anbieter_id, wert, rolle, traeger_id, region_id),
  constraint anbieter_rolle_rolle_check CHECK ((rolle = ANY (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'koordination'::text, 'verwaltungsassistenz'::text, 'ki_leitung'::text, 'traegerleitung'::text, 'abh_ebh'::text, 'lenkungskreis'::text, 'controlling'::text, 'ministerium'::text]))),
  constraint anbieter_rolle_wert_check CHECK (((length(wert) >= 1) AND (length(wert) <= 200))),
  constraint anbieter_rolle_kreis_id_anbieter_id_fkey FOREIGN KEY (kreis_id, anbieter_id) REFERENCES anbieter(kreis_id, id) ON DELETE CASCADE,
  constraint anbieter_rolle_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE RESTRICT,
  constraint anbieter_rolle_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table anbieter_rolle is 'Welche Gruppe des Anmeldedienstes welche Rolle gibt. Rollen, die Rechte geben oder das Protokoll lesen, gibt nur ein Mensch.';
comment on column anbieter_rolle.wert is 'Name der Gruppe beim Anmeldedienst.';
CREATE INDEX anbieter_rolle_kreis_id_anbieter_id_idx ON public.anbieter_rolle USING btree (kreis_id, anbieter_id);
alter table anbieter_rolle enable row level security;
create policy anmelden on anbieter_rolle for select to lotse_anmeldung
  using (true);
create policy verwalten on anbieter_rolle to lotse_app
  using ((EXISTS ( SELECT
   FROM anbieter a
  WHERE ((a.kreis_id = anbieter_rolle.kreis_id) AND (a.id = anbieter_rolle.anbieter_id) AND ((a.traeger_id IS NULL) OR (a.traeger_id = anbieter_rolle.traeger_id))))));
grant select on anbieter_rolle to lotse_anmeldung;
grant delete, insert, select on anbieter_rolle to lotse_app;

create table konto_anbieter (
  kreis_id text not null,
  konto_id uuid not null,
  anbieter_id uuid not null,
  subjekt text,
  email text,
  verbunden_am timestamp with time zone,
  constraint konto_anbieter_pkey PRIMARY KEY (kreis_id, konto_id, anbieter_id),
  constraint konto_anbieter_kreis_id_anbieter_id_subjekt_key UNIQUE (kreis_id, anbieter_id, subjekt),
  constraint konto_anbieter_check CHECK (((subjekt IS NOT NULL) OR (email IS NOT NULL))),
  constraint konto_anbieter_email_check CHECK ((length(email) <= 200)),
  constraint konto_anbieter_subjekt_check CHECK (((length(subjekt) >= 1) AND (length(subjekt) <= 255))),
  constraint konto_anbieter_kreis_id_anbieter_id_fkey FOREIGN KEY (kreis_id, anbieter_id) REFERENCES anbieter(kreis_id, id) ON DELETE CASCADE,
  constraint konto_anbieter_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table konto_anbieter is 'Welches Konto zu wem beim Anmeldedienst gehört.';
comment on column konto_anbieter.subjekt is 'Unveränderliche Kennung beim Anmeldedienst (sub); leer bis zur ersten Anmeldung.';
comment on column konto_anbieter.email is 'Bestätigte Mailadresse, an der das Konto beim ersten Mal erkannt wird.';
comment on column konto_anbieter.verbunden_am is 'Wann die Kennung zum ersten Mal gesehen wurde.';
CREATE UNIQUE INDEX konto_anbieter_offen ON public.konto_anbieter USING btree (kreis_id, anbieter_id, lower(email)) WHERE (subjekt IS NULL);
alter table konto_anbieter enable row level security;
create policy anmelden on konto_anbieter to lotse_anmeldung
  using (true);
create policy verwalten on konto_anbieter to lotse_app
  using ((verwaltet_konto(kreis_id, konto_id) AND (EXISTS ( SELECT
   FROM anbieter a
  WHERE ((a.kreis_id = konto_anbieter.kreis_id) AND (a.id = konto_anbieter.anbieter_id))))));
grant insert, select, update (subjekt, verbunden_am) on konto_anbieter to lotse_anmeldung;
grant delete, insert, select on konto_anbieter to lotse_app;

create table anbieter_vorgang (
  kreis_id text not null,
  anbieter_id uuid not null,
  pruefwert text not null,
  siegel bytea not null,
  adresse text not null,
  gueltig_bis timestamp with time zone not null,
  constraint anbieter_vorgang_pkey PRIMARY KEY (pruefwert),
  constraint anbieter_vorgang_pruefwert_check CHECK ((pruefwert ~ '^[0-9a-f]{64}$'::text)),
  constraint anbieter_vorgang_kreis_id_anbieter_id_fkey FOREIGN KEY (kreis_id, anbieter_id) REFERENCES anbieter(kreis_id, id) ON DELETE CASCADE
);
comment on table anbieter_vorgang is 'Begonnene Anmeldung bei einem Anmeldedienst, an einen kurzlebigen Cookie gebunden und nur einmal zu gebrauchen.';
comment on column anbieter_vorgang.pruefwert is 'SHA-256 des Cookies.';
comment on column anbieter_vorgang.siegel is 'Versiegelt: state, nonce und das Geheimnis von PKCE.';
comment on column anbieter_vorgang.adresse is 'Netzadresse, von der begonnen wurde.';
CREATE INDEX anbieter_vorgang_gueltig_bis_idx ON public.anbieter_vorgang USING btree (gueltig_bis);
alter table anbieter_vorgang enable row level security;
create policy anmelden on anbieter_vorgang to lotse_anmeldung
  using (true);
grant delete, insert, select on anbieter_vorgang to lotse_anmeldung;

create table oeffnung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  person_id uuid not null,
  traeger_id uuid not null,
  kommune_id text,
  an_konto_id uuid,
  zweck text not null,
  einverstanden_am date not null,
  ab timestamp with time zone not null default now(),
  bis timestamp with time zone not null,
  geoeffnet_von uuid not null,
  beendet_am timestamp with time zone,
  beendet_von uuid,
  constraint oeffnung_pkey PRIMARY KEY (kreis_id, id),
  constraint oeffnung_hat_ein_ende CHECK (((bis > ab) AND (bis <= (ab + '14 days'::interval)))),
  constraint oeffnung_zweck_check CHECK ((zweck = ANY (ARRAY['fallverlaufsgespraech'::text, 'fallkonferenz'::text, 'fachaufsicht'::text, 'fallbesprechung'::text]))),
  constraint oeffnung_kreis_id_an_konto_id_fkey FOREIGN KEY (kreis_id, an_konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint oeffnung_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint oeffnung_kreis_id_geoeffnet_von_fkey FOREIGN KEY (kreis_id, geoeffnet_von) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint oeffnung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table oeffnung is 'Fall, den die Fachkraft der KIM Koordination zu einem Zweck und bis zu einer Zeit im Klartext zeigt; nur zu lesen.';
comment on column oeffnung.traeger_id is 'Träger, bei dem der Fall lag, als er geöffnet wurde.';
comment on column oeffnung.kommune_id is 'Wohnort des Falls: danach richtet sich, welche Koordination gemeint ist.';
comment on column oeffnung.an_konto_id is 'Für wen; leer heißt: jede Koordination, die für den Ort zuständig ist.';
comment on column oeffnung.zweck is 'Wozu (Konzept Kreis Unna 3.1, 4.3).';
comment on column oeffnung.einverstanden_am is 'Tag, an dem die Person dieser Öffnung zugestimmt hat.';
comment on column oeffnung.ab is 'Beginn; das Ende liegt höchstens 14 Tage danach.';
comment on column oeffnung.bis is 'Wann sie von selbst endet.';
comment on column oeffnung.beendet_am is 'Wann sie vor der Zeit geschlossen wurde: von Hand, oder weil Träger, Fachkraft, Einwilligung oder Schutz sich änderten.';
comment on column oeffnung.beendet_von is 'Wer sie schloss; leer heißt: von selbst.';
CREATE INDEX oeffnung_fall ON public.oeffnung USING btree (kreis_id, fall_id);
CREATE INDEX oeffnung_offen ON public.oeffnung USING btree (kreis_id, bis) WHERE (beendet_am IS NULL);
CREATE INDEX oeffnung_person ON public.oeffnung USING btree (kreis_id, person_id);
alter table oeffnung enable row level security;
alter table oeffnung force row level security;
create policy arbeit on oeffnung for select to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung.kreis_id) AND (f.id = oeffnung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy empfang on oeffnung for select to lotse_app
  using ((((an_konto_id IS NULL) OR (an_konto_id = ( SELECT app_konto() AS app_konto))) AND (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung.kreis_id) AND (f.id = oeffnung.fall_id) AND ((f.kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (f.kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[]))))))));
create policy nur_offene_schliessen on oeffnung as restrictive for update to lotse_app
  using ((beendet_am IS NULL))
  with check (true);
create policy oeffnen on oeffnung for insert to lotse_app
  with check (((geoeffnet_von = ( SELECT app_konto() AS app_konto)) AND (beendet_am IS NULL) AND (ab = now()) AND (EXISTS ( SELECT
   FROM (fall f
     JOIN person p ON (((p.kreis_id = f.kreis_id) AND (p.id = f.person_id))))
  WHERE ((f.kreis_id = oeffnung.kreis_id) AND (f.id = oeffnung.fall_id) AND (p.id = oeffnung.person_id) AND (f.traeger_id = oeffnung.traeger_id) AND (NOT (f.kommune_id IS DISTINCT FROM oeffnung.kommune_id)) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))));
create policy schliessen on oeffnung for update to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung.kreis_id) AND (f.id = oeffnung.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))))
  with check (((beendet_am = now()) AND (beendet_von = ( SELECT app_konto() AS app_konto))));
create policy schutz on oeffnung to lotse_schutz
  using (true);
create policy umfang on oeffnung for select to lotse_owner
  using (true);
grant insert, select, update (beendet_am, beendet_von) on oeffnung to lotse_app;
grant select, update (beendet_am, beendet_von) on oeffnung to lotse_schutz;

create table oeffnung_wunsch (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  gefragt_von uuid not null,
  zweck text not null,
  stand text not null default 'offen'::text,
  ablehnung text,
  erfasst_am timestamp with time zone not null default now(),
  beantwortet_von uuid,
  beantwortet_am timestamp with time zone,
  constraint oeffnung_wunsch_pkey PRIMARY KEY (kreis_id, id),
  constraint oeffnung_wunsch_ablehnung_check CHECK ((ablehnung = ANY (ARRAY['nicht_gewuenscht'::text, 'nicht_noetig'::text, 'anonym_genuegt'::text, 'spaeter'::text]))),
  constraint oeffnung_wunsch_beantwortet CHECK (((stand = 'offen'::text) = (beantwortet_am IS NULL))),
  constraint oeffnung_wunsch_lehnt_begruendet_ab CHECK (((stand = 'abgelehnt'::text) = (ablehnung IS NOT NULL))),
  constraint oeffnung_wunsch_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'geoeffnet'::text, 'abgelehnt'::text]))),
  constraint oeffnung_wunsch_zweck_check CHECK ((zweck = ANY (ARRAY['fallverlaufsgespraech'::text, 'fallkonferenz'::text, 'fachaufsicht'::text, 'fallbesprechung'::text]))),
  constraint oeffnung_wunsch_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint oeffnung_wunsch_kreis_id_gefragt_von_fkey FOREIGN KEY (kreis_id, gefragt_von) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table oeffnung_wunsch is 'Bitte der Koordination, einen Fall zu öffnen, und was die Fachkraft antwortete.';
comment on column oeffnung_wunsch.stand is 'Ob die Bitte offen, erfüllt oder abgelehnt ist.';
comment on column oeffnung_wunsch.ablehnung is 'Warum nicht; am häufigsten, weil die Person es nicht möchte.';
comment on column oeffnung_wunsch.beantwortet_von is 'Wer antwortete.';
comment on column oeffnung_wunsch.beantwortet_am is 'Wann geantwortet wurde.';
CREATE UNIQUE INDEX oeffnung_wunsch_einmal ON public.oeffnung_wunsch USING btree (kreis_id, fall_id, gefragt_von) WHERE (stand = 'offen'::text);
CREATE INDEX oeffnung_wunsch_fall ON public.oeffnung_wunsch USING btree (kreis_id, fall_id);
alter table oeffnung_wunsch enable row level security;
alter table oeffnung_wunsch force row level security;
create policy antworten on oeffnung_wunsch for update to lotse_app
  using (((stand = 'offen'::text) AND (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung_wunsch.kreis_id) AND (f.id = oeffnung_wunsch.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[]))))))))
  with check ((beantwortet_von = ( SELECT app_konto() AS app_konto)));
create policy arbeit on oeffnung_wunsch for select to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung_wunsch.kreis_id) AND (f.id = oeffnung_wunsch.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy eigene on oeffnung_wunsch for select to lotse_app
  using ((gefragt_von = ( SELECT app_konto() AS app_konto)));
create policy fragen on oeffnung_wunsch for insert to lotse_app
  with check (((gefragt_von = ( SELECT app_konto() AS app_konto)) AND (stand = 'offen'::text) AND (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = oeffnung_wunsch.kreis_id) AND (f.id = oeffnung_wunsch.fall_id) AND ((f.kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (f.kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[]))))))));
create policy schutz on oeffnung_wunsch to lotse_schutz
  using (true);
grant insert, select, update (ablehnung, beantwortet_am, beantwortet_von, stand) on oeffnung_wunsch to lotse_app;
grant delete, select on oeffnung_wunsch to lotse_schutz;

create table notzugriff (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  person_id uuid not null,
  traeger_id uuid not null,
  konto_id uuid not null,
  grund text not null,
  begruendung_siegel bytea not null,
  ab timestamp with time zone not null default now(),
  bis timestamp with time zone not null default (now() + '03:00:00'::interval),
  beendet_am timestamp with time zone,
  constraint notzugriff_pkey PRIMARY KEY (kreis_id, id),
  constraint notzugriff_drei_stunden CHECK (((bis > ab) AND (bis <= (ab + '03:00:00'::interval)))),
  constraint notzugriff_grund_check CHECK ((grund = ANY (ARRAY['leben-in-gefahr'::text, 'kindeswohl'::text, 'gericht'::text, 'ausfall'::text, 'sonstiges'::text]))),
  constraint notzugriff_kreis_id_fall_id_fkey FOREIGN KEY (kreis_id, fall_id) REFERENCES fall(kreis_id, id) ON DELETE CASCADE,
  constraint notzugriff_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint notzugriff_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE,
  constraint notzugriff_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table notzugriff is 'Akte, die die beauftragte Person des Trägers im Notfall öffnete: Grund, drei Stunden, nur zu lesen, nicht zu verlängern.';
comment on column notzugriff.konto_id is 'Wer öffnete.';
comment on column notzugriff.grund is 'Warum; besonders geschützte Personen nur bei Gefahr für Leben oder Gesundheit.';
comment on column notzugriff.begruendung_siegel is 'Die Begründung in Worten, versiegelt.';
comment on column notzugriff.ab is 'Beginn.';
comment on column notzugriff.bis is 'Ende, höchstens drei Stunden nach dem Beginn.';
comment on column notzugriff.beendet_am is 'Wann er vor der Zeit endete.';
CREATE INDEX notzugriff_fall ON public.notzugriff USING btree (kreis_id, fall_id);
CREATE INDEX notzugriff_konto ON public.notzugriff USING btree (kreis_id, konto_id, bis);
CREATE INDEX notzugriff_person ON public.notzugriff USING btree (kreis_id, person_id);
alter table notzugriff enable row level security;
alter table notzugriff force row level security;
create policy arbeit on notzugriff for select to lotse_app
  using ((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = notzugriff.kreis_id) AND (f.id = notzugriff.fall_id) AND (f.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((f.casemanager_id IS NULL) OR (f.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy beenden on notzugriff for update to lotse_app
  using (((konto_id = ( SELECT app_konto() AS app_konto)) AND (beendet_am IS NULL)))
  with check (((konto_id = ( SELECT app_konto() AS app_konto)) AND (beendet_am IS NOT NULL)));
create policy datenschutz on notzugriff for select to lotse_app
  using (datenschutz_am(kreis_id, traeger_id));
create policy eigene on notzugriff for select to lotse_app
  using ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy schutz on notzugriff to lotse_schutz
  using (true);
create policy umfang on notzugriff for select to lotse_owner
  using (true);
grant select, update (beendet_am) on notzugriff to lotse_app;
grant insert, select, update (beendet_am) on notzugriff to lotse_schutz;

create table protokollblock (
  kreis_id text not null,
  nummer integer not null,
  art text not null,
  von_id bigint not null,
  bis_id bigint not null,
  anzahl integer not null,
  von_am timestamp with time zone not null,
  bis_am timestamp with time zone not null,
  versiegelt_am timestamp with time zone not null,
  zeilen bytea not null,
  zeilen_hash bytea not null,
  hash bytea not null,
  constraint protokollblock_pkey PRIMARY KEY (kreis_id, nummer),
  constraint protokollblock_anzahl_check CHECK ((anzahl > 0)),
  constraint protokollblock_art_check CHECK ((art = ANY (ARRAY['lesezugriff'::text, 'ereignis'::text]))),
  constraint protokollblock_check CHECK ((length(zeilen) = (16 * anzahl))),
  constraint protokollblock_check1 CHECK ((bis_id >= von_id)),
  constraint protokollblock_hash_check CHECK ((length(hash) = 32)),
  constraint protokollblock_nummer_check CHECK ((nummer > 0)),
  constraint protokollblock_zeilen_hash_check CHECK ((length(zeilen_hash) = 32)),
  constraint protokollblock_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table protokollblock is 'Kette über das Protokoll eines Kreises: jeder Block siegelt Zeilen von "lesezugriff" oder "ereignis" und den Block davor.';
comment on column protokollblock.nummer is 'Lückenlos ab 1 je Kreis.';
comment on column protokollblock.art is 'Tabelle, deren Zeilen er siegelt.';
comment on column protokollblock.von_id is 'Erste Kennung, für die er gilt: die nach dem vorigen Block derselben Art.';
comment on column protokollblock.bis_id is 'Letzte Kennung, für die er gilt; eine Zeile dazwischen, die er nicht kennt, ist eingefügt.';
comment on column protokollblock.anzahl is 'Wie viele Zeilen er siegelt.';
comment on column protokollblock.von_am is 'Früheste Zeit seiner Zeilen.';
comment on column protokollblock.bis_am is 'Späteste Zeit seiner Zeilen.';
comment on column protokollblock.versiegelt_am is 'Wann er gesiegelt wurde.';
comment on column protokollblock.zeilen is 'Je Zeile 8 Byte Kennung und 8 Byte ihrer Prüfsumme, um die gebrochene Zeile zu nennen.';
comment on column protokollblock.zeilen_hash is 'SHA-256 über Kennungen und volle Prüfsummen aller Zeilen.';
comment on column protokollblock.hash is 'SHA-256 über den Hash davor, die Angaben dieses Blocks und seine Zeilen.';
CREATE INDEX protokollblock_art ON public.protokollblock USING btree (kreis_id, art, bis_id);
CREATE INDEX protokollblock_zeit ON public.protokollblock USING btree (kreis_id, art, bis_am);
alter table protokollblock enable row level security;
alter table protokollblock force row level security;
create policy pruefen on protokollblock for select to lotse_owner
  using (true);
create policy versiegeln on protokollblock to lotse_protokoll
  using (true);
grant insert, select on protokollblock to lotse_protokoll;

create table lesezugriff_verzeichnis (
  kreis_id text not null,
  nummer integer not null,
  person_id uuid[] not null,
  constraint lesezugriff_verzeichnis_pkey PRIMARY KEY (kreis_id, nummer),
  constraint lesezugriff_verzeichnis_kreis_id_nummer_fkey FOREIGN KEY (kreis_id, nummer) REFERENCES protokollblock(kreis_id, nummer) ON DELETE CASCADE
);
comment on table lesezugriff_verzeichnis is 'In welchen Blöcken eine Person vorkommt; beim Versiegeln geschrieben, damit das Lesen selbst keinen Index bezahlt.';
comment on column lesezugriff_verzeichnis.person_id is 'Alle Personen des Blocks.';
CREATE INDEX lesezugriff_verzeichnis_person ON public.lesezugriff_verzeichnis USING gin (person_id);
alter table lesezugriff_verzeichnis enable row level security;
create policy versiegeln on lesezugriff_verzeichnis to lotse_protokoll
  using (true);
grant insert, select on lesezugriff_verzeichnis to lotse_protokoll;

create table auffaelligkeit (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  art text not null,
  konto_id uuid,
  person_id uuid,
  traeger_id uuid[] not null default '{}'::uuid[],
  tag date not null,
  von_am timestamp with time zone not null,
  bis_am timestamp with time zone not null,
  anzahl integer not null,
  grenze integer not null,
  erkannt_am timestamp with time zone not null default now(),
  stand text not null default 'offen'::text,
  notiz text not null default ''::text,
  bearbeitet_am timestamp with time zone,
  bearbeitet_von uuid,
  fassung integer not null default 1,
  constraint auffaelligkeit_pkey PRIMARY KEY (kreis_id, id),
  constraint auffaelligkeit_kreis_id_art_konto_id_person_id_tag_key UNIQUE NULLS NOT DISTINCT (kreis_id, art, konto_id, person_id, tag),
  constraint auffaelligkeit_art_check CHECK ((art = ANY (ARRAY['viele_akten_stunde'::text, 'viele_akten_tag'::text, 'ungewohnte_zeit'::text, 'fremde_akten'::text, 'gleicher_name'::text, 'vor_rollenende'::text, 'fehlgriffe'::text, 'menge'::text, 'kette'::text]))),
  constraint auffaelligkeit_notiz_check CHECK ((length(notiz) <= 500)),
  constraint auffaelligkeit_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'geklaert'::text, 'gemeldet'::text]))),
  constraint auffaelligkeit_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table auffaelligkeit is 'Was am Protokoll auffällt: ein Hinweis an den Datenschutz, kein Vorwurf.';
comment on column auffaelligkeit.art is 'Welche Regel anschlug.';
comment on column auffaelligkeit.konto_id is 'Wessen Zugriffe auffallen; leer, wenn die Kette selbst gebrochen ist.';
comment on column auffaelligkeit.person_id is 'Um wessen Akte es ging, wenn es eine bestimmte war.';
comment on column auffaelligkeit.traeger_id is 'Träger, bei denen das Konto damals eine Rolle hatte.';
comment on column auffaelligkeit.tag is 'Tag, an dem es auffiel.';
comment on column auffaelligkeit.von_am is 'Beginn der Zeit, um die es geht.';
comment on column auffaelligkeit.bis_am is 'Ende der Zeit, um die es geht.';
comment on column auffaelligkeit.anzahl is 'Wie viele es waren: Akten oder Versuche.';
comment on column auffaelligkeit.grenze is 'Ab wann die Regel anschlägt.';
comment on column auffaelligkeit.erkannt_am is 'Wann die Regel sie fand.';
comment on column auffaelligkeit.stand is 'Wie weit der Datenschutz damit ist.';
comment on column auffaelligkeit.notiz is 'Was die Prüfung ergab, ohne Namen.';
comment on column auffaelligkeit.bearbeitet_am is 'Wann zuletzt jemand damit befasst war.';
comment on column auffaelligkeit.bearbeitet_von is 'Wer zuletzt damit befasst war.';
CREATE INDEX auffaelligkeit_konto ON public.auffaelligkeit USING btree (kreis_id, konto_id, von_am);
alter table auffaelligkeit enable row level security;
alter table auffaelligkeit force row level security;
create policy protokoll on auffaelligkeit to lotse_protokoll
  using (true);
create policy pruefen on auffaelligkeit to lotse_app
  using (((( SELECT protokoll_umfang(auffaelligkeit.kreis_id) AS protokoll_umfang) = '{}'::uuid[]) OR (traeger_id && ( SELECT protokoll_umfang(auffaelligkeit.kreis_id) AS protokoll_umfang))));
grant select, update (bearbeitet_am, bearbeitet_von, fassung, notiz, stand) on auffaelligkeit to lotse_app;
grant insert, select, update (anzahl, bis_am) on auffaelligkeit to lotse_protokoll;

create table stichprobe (
  kreis_id text not null,
  monat date not null,
  lesezugriff_id bigint not null,
  rang integer not null,
  traeger_id uuid[] not null default '{}'::uuid[],
  gezogen_am timestamp with time zone not null default now(),
  ergebnis text,
  notiz text not null default ''::text,
  geprueft_am timestamp with time zone,
  geprueft_von uuid,
  fassung integer not null default 1,
  constraint stichprobe_pkey PRIMARY KEY (kreis_id, monat, lesezugriff_id),
  constraint stichprobe_kreis_id_monat_rang_key UNIQUE (kreis_id, monat, rang),
  constraint stichprobe_ergebnis_check CHECK ((ergebnis = ANY (ARRAY['ordnung'::text, 'rueckfrage'::text, 'verstoss'::text]))),
  constraint stichprobe_monat_check CHECK ((EXTRACT(day FROM monat) = (1)::numeric)),
  constraint stichprobe_notiz_check CHECK ((length(notiz) <= 500)),
  constraint stichprobe_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table stichprobe is 'Monatliche Stichprobe der Lesezugriffe (Maßstab § 11 Abs. 4 MeldDÜV NRW): Auswahl, die jeder nachrechnen kann, mit Ergebnis.';
comment on column stichprobe.monat is 'Erster Tag des Monats, aus dem gezogen wurde.';
comment on column stichprobe.lesezugriff_id is 'Kennung der gezogenen Zeile; ohne Fremdschlüssel, damit das Ergebnis sie überdauert.';
comment on column stichprobe.rang is 'Reihenfolge nach SHA-256 über Monat, Kreis und Kennung der Zeile.';
comment on column stichprobe.traeger_id is 'Träger des Kontos damals und der gelesenen Personen.';
comment on column stichprobe.gezogen_am is 'Wann sie gezogen wurde.';
comment on column stichprobe.ergebnis is 'Leer, solange nicht geprüft.';
comment on column stichprobe.notiz is 'Was bei der Prüfung auffiel; ohne Namen.';
comment on column stichprobe.geprueft_am is 'Wann sie geprüft wurde.';
comment on column stichprobe.geprueft_von is 'Wer sie prüfte.';
alter table stichprobe enable row level security;
create policy protokoll on stichprobe to lotse_protokoll
  using (true);
create policy pruefen on stichprobe to lotse_app
  using (((( SELECT protokoll_umfang(stichprobe.kreis_id) AS protokoll_umfang) = '{}'::uuid[]) OR (traeger_id && ( SELECT protokoll_umfang(stichprobe.kreis_id) AS protokoll_umfang))));
grant select, update (ergebnis, fassung, geprueft_am, geprueft_von, notiz) on stichprobe to lotse_app;
grant insert, select on stichprobe to lotse_protokoll;

create table hauptschluessel (
  kennung text not null,
  nummer integer not null,
  seit timestamp with time zone not null default now(),
  abgeloest_am timestamp with time zone,
  constraint hauptschluessel_pkey PRIMARY KEY (kennung),
  constraint hauptschluessel_nummer_key UNIQUE (nummer),
  constraint hauptschluessel_kennung_check CHECK ((kennung ~ '^[0-9a-f]{16}$'::text)),
  constraint hauptschluessel_nummer_check CHECK ((nummer > 0))
);
comment on table hauptschluessel is 'Welche Hauptschlüssel diese Datenbank kannte: nur Kennungen, die Schlüssel selbst liegen außerhalb. Der mit der höchsten Nummer gilt.';
comment on column hauptschluessel.kennung is 'Folgt aus dem Schlüssel und verrät ihn nicht; steht auch in jedem Siegel, das er gemacht hat.';
comment on column hauptschluessel.nummer is 'Fortlaufend; zählt die Wechsel.';
comment on column hauptschluessel.seit is 'Beginn des Wechsels zu ihm.';
comment on column hauptschluessel.abgeloest_am is 'Von da an öffnet er nichts mehr in dieser Datenbank.';
alter table hauptschluessel enable row level security;
create policy lesen on hauptschluessel for select to lotse_app
  using (true);
grant select on hauptschluessel to lotse_app;

create table wurzelschluessel (
  nummer integer not null,
  schluessel_verpackt bytea not null,
  gilt_ab timestamp with time zone not null default now(),
  constraint wurzelschluessel_pkey PRIMARY KEY (nummer),
  constraint wurzelschluessel_nummer_check CHECK ((nummer > 0))
);
comment on table wurzelschluessel is 'Schlüssel, aus denen der Server die für seine eigenen Zwecke ableitet (Entwürfe, zweite Faktoren), verpackt mit dem Hauptschlüssel.';
comment on column wurzelschluessel.nummer is 'Der erste bleibt für Prüfwerte, die über Jahre verglichen werden; versiegelt wird mit dem jüngsten, der gilt.';
comment on column wurzelschluessel.gilt_ab is 'Etwas nach dem Anlegen, damit jeder laufende Server ihn kennt, bevor einer damit versiegelt.';
alter table wurzelschluessel enable row level security;

create table ersuchen (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null generated always as (('R-'::text || upper(substr((id)::text, 1, 8)))) stored,
  person_id uuid,
  traeger_id uuid not null,
  fall_nummer text,
  art text not null,
  eingegangen_am date not null,
  weg text not null,
  durch text not null,
  nachweis boolean not null default false,
  recht text not null,
  frist_am date not null,
  verlaengert_am date,
  verlaengert_grund text,
  stand text not null default 'eingegangen'::text,
  identitaet text,
  feld text,
  anlass text,
  entscheidung text,
  ablehnung text,
  umfang jsonb not null default '[]'::jsonb,
  pruefwert bytea,
  worte_siegel bytea,
  vorbereitet_von uuid,
  vorbereitet_am timestamp with time zone,
  freigegeben_von uuid,
  freigegeben_am timestamp with time zone,
  uebergeben text,
  uebergeben_am date,
  loeschlauf_id uuid,
  fassung integer not null default 1,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid not null,
  constraint ersuchen_pkey PRIMARY KEY (kreis_id, id),
  constraint ablehnung_sagt_grund CHECK (((NOT (entscheidung IS DISTINCT FROM 'abgelehnt'::text)) = (ablehnung IS NOT NULL))),
  constraint ende_sagt_weg CHECK (((stand = ANY (ARRAY['erledigt'::text, 'abgelehnt'::text])) = ((uebergeben IS NOT NULL) AND (uebergeben_am IS NOT NULL)))),
  constraint ersuchen_ablehnung_check CHECK ((ablehnung = ANY (ARRAY['identitaet'::text, 'offensichtlich_unbegruendet'::text, 'exzessiv'::text, 'rechte_dritter'::text, 'richtig'::text, 'rechtspflicht'::text, 'rechtsansprueche'::text, 'archiv'::text, 'sozialdaten'::text, 'schutzwuerdige_gruende'::text, 'nicht_automatisiert'::text]))),
  constraint ersuchen_anlass_check CHECK ((anlass = ANY (ARRAY['bestritten'::text, 'unrechtmaessig'::text, 'rechtsansprueche'::text, 'widerspruch'::text]))),
  constraint ersuchen_art_check CHECK ((art = ANY (ARRAY['auskunft'::text, 'berichtigung'::text, 'loeschung'::text, 'einschraenkung'::text, 'uebertragbarkeit'::text, 'widerspruch'::text]))),
  constraint ersuchen_durch_check CHECK ((durch = ANY (ARRAY['person'::text, 'vertretung'::text]))),
  constraint ersuchen_entscheidung_check CHECK ((entscheidung = ANY (ARRAY['stattgegeben'::text, 'vermerkt'::text, 'abgelehnt'::text]))),
  constraint ersuchen_feld_check CHECK ((feld = ANY (ARRAY['name'::text, 'geburtsdatum'::text, 'anschrift'::text, 'aufenthalt'::text, 'familie'::text, 'beratung'::text, 'sonstiges'::text]))),
  constraint ersuchen_identitaet_check CHECK ((identitaet = ANY (ARRAY['bekannt'::text, 'ausweis'::text, 'rueckruf'::text, 'vollmacht'::text]))),
  constraint ersuchen_recht_check CHECK ((recht = ANY (ARRAY['land'::text, 'bund'::text, 'kdg'::text, 'ekd'::text]))),
  constraint ersuchen_stand_check CHECK ((stand = ANY (ARRAY['eingegangen'::text, 'identitaet_geprueft'::text, 'vorbereitet'::text, 'freigegeben'::text, 'erledigt'::text, 'abgelehnt'::text]))),
  constraint ersuchen_uebergeben_check CHECK ((uebergeben = ANY (ARRAY['persoenlich'::text, 'brief'::text, 'verschluesselt'::text]))),
  constraint ersuchen_verlaengert_grund_check CHECK ((verlaengert_grund = ANY (ARRAY['umfang'::text, 'schwierig'::text, 'viele_ersuchen'::text]))),
  constraint ersuchen_weg_check CHECK ((weg = ANY (ARRAY['persoenlich'::text, 'brief'::text, 'mail'::text]))),
  constraint frei_durch_andere CHECK ((freigegeben_von <> vorbereitet_von)),
  constraint frei_hat_konto CHECK (((stand = ANY (ARRAY['freigegeben'::text, 'erledigt'::text, 'abgelehnt'::text])) = (freigegeben_von IS NOT NULL))),
  constraint verlaengerung_sagt_grund CHECK (((verlaengert_am IS NULL) = (verlaengert_grund IS NULL))),
  constraint vertretung_weist_sich_aus CHECK (((durch = 'person'::text) OR nachweis)),
  constraint vorbereitet_sagt_was CHECK (((stand = ANY (ARRAY['eingegangen'::text, 'identitaet_geprueft'::text])) OR ((entscheidung IS NOT NULL) AND (vorbereitet_von IS NOT NULL) AND (vorbereitet_am IS NOT NULL)))),
  constraint ersuchen_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE SET NULL (person_id),
  constraint ersuchen_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table ersuchen is 'Was eine Person nach Art. 15 bis 21 DSGVO verlangt: Eingang, Frist, Schritte, Entscheidung. Nach einer Löschung bleibt die Zeile ohne Person als Nachweis.';
comment on column ersuchen.nummer is 'Zeichen für Schreiben; aus der Kennung, damit es nichts verrät.';
comment on column ersuchen.person_id is 'Leer, sobald die Person gelöscht ist.';
comment on column ersuchen.traeger_id is 'Verantwortlicher, bei dem das Ersuchen einging.';
comment on column ersuchen.fall_nummer is 'Nummer des Falls zur Zeit des Eingangs; geht mit der Person.';
comment on column ersuchen.eingegangen_am is 'Tag, an dem das Ersuchen einging; ab ihm läuft die Frist.';
comment on column ersuchen.weg is 'Wie das Ersuchen kam.';
comment on column ersuchen.durch is 'Wer es stellte: die Person selbst oder ihre gesetzliche Vertretung.';
comment on column ersuchen.nachweis is 'Der Nachweis der Vertretung wurde gesehen.';
comment on column ersuchen.recht is 'Datenschutzrecht des Trägers: davon hängt ab, welche Aufsicht die Schreiben nennen.';
comment on column ersuchen.frist_am is 'Letzter Tag für die Antwort: ein Monat nach dem Eingang, verlängert drei; fällt er auf Samstag, Sonntag oder Feiertag, der nächste Werktag.';
comment on column ersuchen.verlaengert_am is 'Tag, an dem der Person die Verlängerung mit Grund mitgeteilt wurde.';
comment on column ersuchen.verlaengert_grund is 'Warum verlängert wurde, wie es der Person gesagt wurde.';
comment on column ersuchen.stand is 'Wo das Ersuchen steht; die Reihenfolge hält ein Auslöser.';
comment on column ersuchen.identitaet is 'Wie geprüft wurde, wer fragt.';
comment on column ersuchen.feld is 'Welche Angabe berichtigt werden soll.';
comment on column ersuchen.anlass is 'Warum die Verarbeitung eingeschränkt werden soll (Art. 18 Abs. 1).';
comment on column ersuchen.entscheidung is 'Was vorbereitet und freigegeben wurde; "vermerkt": die bestrittene Angabe bleibt mit einem Vermerk (§ 84 SGB X).';
comment on column ersuchen.ablehnung is 'Grund einer Ablehnung.';
comment on column ersuchen.umfang is 'Abschnitte der Kopie mit Anzahl der Zeilen und Schwärzungen; keine Inhalte.';
comment on column ersuchen.pruefwert is 'SHA-256 der eingefrorenen Kopie.';
comment on column ersuchen.worte_siegel is 'Was die Person wünscht und was ihr geantwortet wird, versiegelt unter ihrem Schlüssel.';
comment on column ersuchen.vorbereitet_von is 'Wer die Antwort vorbereitet hat; gibt sie nicht frei.';
comment on column ersuchen.vorbereitet_am is 'Wann die Antwort eingefroren wurde.';
comment on column ersuchen.freigegeben_von is 'Zweites Konto, das die Antwort freigab.';
comment on column ersuchen.freigegeben_am is 'Wann sie freigegeben wurde.';
comment on column ersuchen.uebergeben is 'Wie die Antwort zur Person kam.';
comment on column ersuchen.uebergeben_am is 'Tag, an dem die Antwort bei der Person war.';
comment on column ersuchen.loeschlauf_id is 'Löschlauf, der eine gewährte Löschung ausführt; ohne Fremdschlüssel.';
CREATE INDEX ersuchen_person ON public.ersuchen USING btree (kreis_id, person_id);
CREATE INDEX ersuchen_traeger ON public.ersuchen USING btree (kreis_id, traeger_id, stand);
CREATE TRIGGER ersuchen_vier_augen BEFORE UPDATE ON public.ersuchen FOR EACH ROW EXECUTE FUNCTION ersuchen_vier_augen();
alter table ersuchen enable row level security;
alter table ersuchen force row level security;
create policy aufsicht on ersuchen for select to lotse_app
  using (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz,traegerleitung}'::text[]));
create policy aufsicht_aufnehmen on ersuchen for insert to lotse_app
  with check (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz}'::text[]));
create policy aufsicht_entscheiden on ersuchen for update to lotse_app
  using (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz,traegerleitung}'::text[]));
create policy eigene on ersuchen to lotse_app
  using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = ersuchen.kreis_id) AND (p.id = ersuchen.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy im_eigenen_namen on ersuchen as restrictive for insert to lotse_app
  with check (((erfasst_von = ( SELECT app_konto() AS app_konto)) AND (stand = 'eingegangen'::text)));
create policy loeschen on ersuchen for select to lotse_loeschung
  using (true);
create policy pruefen on ersuchen for select to lotse_ersuchen
  using (true);
grant insert, select, update (ablehnung, entscheidung, fassung, freigegeben_am, freigegeben_von, frist_am, identitaet, loeschlauf_id, pruefwert, stand, uebergeben, uebergeben_am, umfang, verlaengert_am, verlaengert_grund, vorbereitet_am, vorbereitet_von, worte_siegel) on ersuchen to lotse_app;
grant select (art, id, kreis_id, person_id, stand) on ersuchen to lotse_ersuchen;
grant select (art, id, kreis_id, person_id, stand) on ersuchen to lotse_loeschung;

create table ersuchen_schritt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  ersuchen_id uuid not null,
  schritt text not null,
  grund text,
  am timestamp with time zone not null default clock_timestamp(),
  konto_id uuid not null,
  constraint ersuchen_schritt_pkey PRIMARY KEY (kreis_id, id),
  constraint ersuchen_schritt_grund_check CHECK ((grund = ANY (ARRAY['unvollstaendig'::text, 'dritte'::text, 'begruendung'::text, 'sonstiges'::text]))),
  constraint ersuchen_schritt_schritt_check CHECK ((schritt = ANY (ARRAY['eingegangen'::text, 'identitaet_geprueft'::text, 'verlaengert'::text, 'zusammengestellt'::text, 'vorbereitet'::text, 'zurueckgegeben'::text, 'freigegeben'::text, 'erledigt'::text, 'abgelehnt'::text]))),
  constraint ersuchen_schritt_kreis_id_ersuchen_id_fkey FOREIGN KEY (kreis_id, ersuchen_id) REFERENCES ersuchen(kreis_id, id) ON DELETE CASCADE
);
comment on table ersuchen_schritt is 'Jeder Schritt eines Ersuchens, unveränderlich: der Nachweis.';
comment on column ersuchen_schritt.schritt is 'Was geschah.';
comment on column ersuchen_schritt.grund is 'Warum das Ersuchen zurückgegeben wurde.';
CREATE INDEX ersuchen_schritt_ersuchen ON public.ersuchen_schritt USING btree (kreis_id, ersuchen_id, am);
alter table ersuchen_schritt enable row level security;
alter table ersuchen_schritt force row level security;
create policy gehen on ersuchen_schritt for insert to lotse_app
  with check (((konto_id = ( SELECT app_konto() AS app_konto)) AND (EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = ersuchen_schritt.kreis_id) AND (e.id = ersuchen_schritt.ersuchen_id))))));
create policy lesen on ersuchen_schritt for select to lotse_app
  using ((EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = ersuchen_schritt.kreis_id) AND (e.id = ersuchen_schritt.ersuchen_id)))));
grant insert, select on ersuchen_schritt to lotse_app;

create table ersuchen_schwaerzung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  ersuchen_id uuid not null,
  abschnitt text not null,
  zeile text not null,
  feld text not null,
  von integer not null,
  bis integer not null,
  grund text not null,
  vorschlag boolean not null default false,
  aufgehoben_von uuid,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid not null,
  constraint ersuchen_schwaerzung_pkey PRIMARY KEY (kreis_id, id),
  constraint ersuchen_schwaerzung_grund_check CHECK ((grund = ANY (ARRAY['dritte'::text, 'quelle'::text, 'kindeswohl'::text, 'geheimnis'::text]))),
  constraint schwaerzung_hat_laenge CHECK (((von >= 0) AND (bis > von))),
  constraint ersuchen_schwaerzung_kreis_id_ersuchen_id_fkey FOREIGN KEY (kreis_id, ersuchen_id) REFERENCES ersuchen(kreis_id, id) ON DELETE CASCADE
);
comment on table ersuchen_schwaerzung is 'Stelle der Kopie, die der Person nicht gegeben wird, mit Grund; die Akte selbst bleibt, wie sie ist.';
comment on column ersuchen_schwaerzung.abschnitt is 'Abschnitt der Kopie, etwa "notiz".';
comment on column ersuchen_schwaerzung.zeile is 'Kennung der Zeile im Abschnitt.';
comment on column ersuchen_schwaerzung.feld is 'Angabe der Zeile, etwa "text".';
comment on column ersuchen_schwaerzung.von is 'Erstes Zeichen der Stelle.';
comment on column ersuchen_schwaerzung.bis is 'Zeichen nach der Stelle.';
comment on column ersuchen_schwaerzung.vorschlag is 'Von Lotse gefunden: Name aus Haushalt, Umfeld oder verbundenem Fall.';
comment on column ersuchen_schwaerzung.aufgehoben_von is 'Wer den Vorschlag verworfen hat; die Stelle wird dann gegeben.';
CREATE INDEX ersuchen_schwaerzung_ersuchen ON public.ersuchen_schwaerzung USING btree (kreis_id, ersuchen_id);
alter table ersuchen_schwaerzung enable row level security;
alter table ersuchen_schwaerzung force row level security;
create policy lesen on ersuchen_schwaerzung for select to lotse_app
  using ((EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = ersuchen_schwaerzung.kreis_id) AND (e.id = ersuchen_schwaerzung.ersuchen_id)))));
create policy loeschen on ersuchen_schwaerzung to lotse_loeschung
  using (true);
create policy pruefen on ersuchen_schwaerzung for select to lotse_ersuchen
  using (true);
create policy schreiben on ersuchen_schwaerzung to lotse_app
  using ((EXISTS ( SELECT
   FROM (ersuchen e
     JOIN person p ON (((p.kreis_id = e.kreis_id) AND (p.id = e.person_id))))
  WHERE ((e.kreis_id = ersuchen_schwaerzung.kreis_id) AND (e.id = ersuchen_schwaerzung.ersuchen_id) AND (e.stand = 'identitaet_geprueft'::text) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
grant delete, insert, select, update on ersuchen_schwaerzung to lotse_app;
grant select (aufgehoben_von, erfasst_von, ersuchen_id, kreis_id) on ersuchen_schwaerzung to lotse_ersuchen;
grant delete, select (ersuchen_id, kreis_id) on ersuchen_schwaerzung to lotse_loeschung;

create table ersuchen_kopie (
  kreis_id text not null,
  ersuchen_id uuid not null,
  person_id uuid not null,
  akte_siegel bytea not null,
  pdf_siegel bytea,
  json_siegel bytea,
  erfasst_am timestamp with time zone not null default now(),
  constraint ersuchen_kopie_pkey PRIMARY KEY (kreis_id, ersuchen_id),
  constraint ersuchen_kopie_kreis_id_ersuchen_id_fkey FOREIGN KEY (kreis_id, ersuchen_id) REFERENCES ersuchen(kreis_id, id) ON DELETE CASCADE,
  constraint ersuchen_kopie_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table ersuchen_kopie is 'Zusammengestellte Kopie der Akte, versiegelt unter dem Schlüssel der Person; ab der Vorbereitung eingefroren.';
comment on column ersuchen_kopie.akte_siegel is 'Abschnitte vor der Schwärzung, versiegelt.';
comment on column ersuchen_kopie.pdf_siegel is 'Was die Person zum Lesen bekommt, versiegelt.';
comment on column ersuchen_kopie.json_siegel is 'Dasselbe für Maschinen, versiegelt.';
alter table ersuchen_kopie enable row level security;
alter table ersuchen_kopie force row level security;
create policy lesen on ersuchen_kopie for select to lotse_app
  using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = ersuchen_kopie.kreis_id) AND (p.id = ersuchen_kopie.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy schreiben on ersuchen_kopie to lotse_app
  using (((EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = ersuchen_kopie.kreis_id) AND (p.id = ersuchen_kopie.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))) AND (EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = ersuchen_kopie.kreis_id) AND (e.id = ersuchen_kopie.ersuchen_id) AND (e.stand = 'identitaet_geprueft'::text))))));
grant delete, insert, select, update on ersuchen_kopie to lotse_app;

create table einschraenkung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  ersuchen_id uuid,
  anlass text not null,
  ab timestamp with time zone not null default now(),
  aufgehoben_am timestamp with time zone,
  aufgehoben_von uuid,
  mitgeteilt_am date,
  erfasst_von uuid not null,
  constraint einschraenkung_pkey PRIMARY KEY (kreis_id, id),
  constraint aufhebung_ist_mitgeteilt CHECK ((((aufgehoben_am IS NULL) = (aufgehoben_von IS NULL)) AND ((aufgehoben_am IS NULL) = (mitgeteilt_am IS NULL)))),
  constraint einschraenkung_anlass_check CHECK ((anlass = ANY (ARRAY['bestritten'::text, 'unrechtmaessig'::text, 'rechtsansprueche'::text, 'widerspruch'::text]))),
  constraint einschraenkung_kreis_id_ersuchen_id_fkey FOREIGN KEY (kreis_id, ersuchen_id) REFERENCES ersuchen(kreis_id, id) ON DELETE SET NULL (ersuchen_id),
  constraint einschraenkung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table einschraenkung is 'Zeit, in der die Daten einer Person nur aufbewahrt werden (Art. 18 DSGVO): nichts wird weitergegeben, vermittelt, übergeben, erzählt.';
comment on column einschraenkung.anlass is 'Warum eingeschränkt wurde (Art. 18 Abs. 1).';
comment on column einschraenkung.ab is 'Ab wann sie gilt.';
comment on column einschraenkung.aufgehoben_am is 'Wann sie aufgehoben wurde; leer heißt: sie gilt.';
comment on column einschraenkung.aufgehoben_von is 'Wer sie aufgehoben hat.';
comment on column einschraenkung.mitgeteilt_am is 'Tag, an dem die Person von der Aufhebung erfuhr (Art. 18 Abs. 3: vorher).';
CREATE INDEX einschraenkung_offen ON public.einschraenkung USING btree (kreis_id, person_id) WHERE (aufgehoben_am IS NULL);
CREATE TRIGGER einschraenkung_gilt AFTER INSERT OR UPDATE ON public.einschraenkung FOR EACH ROW EXECUTE FUNCTION einschraenkung_gilt();
alter table einschraenkung enable row level security;
alter table einschraenkung force row level security;
create policy aufsicht on einschraenkung for select to lotse_app
  using ((EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = einschraenkung.kreis_id) AND (e.id = einschraenkung.ersuchen_id)))));
create policy aufsicht_beginnen on einschraenkung for insert to lotse_app
  with check ((EXISTS ( SELECT
   FROM ersuchen e
  WHERE ((e.kreis_id = einschraenkung.kreis_id) AND (e.id = einschraenkung.ersuchen_id) AND (e.person_id = einschraenkung.person_id) AND ersuchen_aufsicht(e.kreis_id, e.traeger_id, '{datenschutz}'::text[])))));
create policy eigene on einschraenkung to lotse_app
  using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = einschraenkung.kreis_id) AND (p.id = einschraenkung.person_id) AND (p.traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((p.casemanager_id IS NULL) OR (p.casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))))));
create policy pruefen on einschraenkung for select to lotse_ersuchen
  using (true);
grant insert, select, update (aufgehoben_am, aufgehoben_von, mitgeteilt_am) on einschraenkung to lotse_app;
grant select (ab, aufgehoben_am, kreis_id, person_id) on einschraenkung to lotse_ersuchen;

create table aufbewahrungsregel (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  art text not null,
  einheit text not null,
  anzahl smallint not null,
  grundlage text not null,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamp with time zone not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamp with time zone,
  constraint aufbewahrungsregel_pkey PRIMARY KEY (kreis_id, id),
  constraint aufbewahrungsregel_anzahl_check CHECK (((anzahl >= 0) AND (anzahl <= 360))),
  constraint aufbewahrungsregel_art_check CHECK ((art = ANY (ARRAY['kurzberatung'::text, 'fall'::text, 'widerruf'::text, 'nachweis'::text]))),
  constraint aufbewahrungsregel_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint aufbewahrungsregel_einheit_check CHECK ((einheit = ANY (ARRAY['monate'::text, 'kalenderjahre'::text]))),
  constraint aufbewahrungsregel_grundlage_check CHECK (((length(grundlage) >= 3) AND (length(grundlage) <= 300))),
  constraint aufbewahrungsregel_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, traeger_id WITH =, art WITH =, daterange(gueltig_ab, gueltig_bis) WITH &&) WHERE ((ersetzt_am IS NULL)),
  constraint aufbewahrungsregel_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table aufbewahrungsregel is 'Wie lange ein Träger was aufbewahrt, mit Gültigkeit; ohne Zeile gilt die Vorgabe der Anwendung.';
comment on column aufbewahrungsregel.art is 'Wovon die Regel handelt: Kurzberatung ohne Fall, Fall, widerrufene Einwilligung, Nachweis der Einwilligung.';
comment on column aufbewahrungsregel.einheit is 'Ganze Kalenderjahre nach dem Jahr des Stichtags, oder Monate nach ihm.';
comment on column aufbewahrungsregel.anzahl is 'Wie viele davon.';
comment on column aufbewahrungsregel.grundlage is 'Worauf sich die Frist stützt.';
alter table aufbewahrungsregel enable row level security;
create policy entscheiden on aufbewahrungsregel to lotse_app
  using (loeschung_darf(kreis_id, traeger_id));
create policy lesen on aufbewahrungsregel for select to lotse_app
  using ((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])));
create policy loeschen on aufbewahrungsregel to lotse_loeschung
  using (true);
grant insert, select, update (ersetzt_am) on aufbewahrungsregel to lotse_app;
grant select on aufbewahrungsregel to lotse_loeschung;

create table loeschsperre (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  grund text not null,
  bis date,
  gesetzt_am timestamp with time zone not null default now(),
  gesetzt_von uuid not null default app_konto(),
  aufgehoben_am timestamp with time zone,
  aufgehoben_von uuid,
  constraint loeschsperre_pkey PRIMARY KEY (kreis_id, id),
  constraint aufhebung_nennt_wer CHECK (((aufgehoben_am IS NULL) = (aufgehoben_von IS NULL))),
  constraint loeschsperre_grund_check CHECK ((grund = ANY (ARRAY['verfahren'::text, 'ersuchen'::text, 'verjaehrung'::text, 'foerderpruefung'::text, 'wunsch'::text]))),
  constraint loeschsperre_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE
);
comment on table loeschsperre is 'Warum eine Person vorerst nicht gelöscht wird: laufendes Verfahren, offenes Ersuchen, Abwehr von Ansprüchen.';
comment on column loeschsperre.grund is 'Schlüssel des Grundes, ohne Worte.';
comment on column loeschsperre.bis is 'Letzter Tag; leer heißt: bis sie aufgehoben wird.';
comment on column loeschsperre.gesetzt_am is 'Wann gesetzt.';
comment on column loeschsperre.gesetzt_von is 'Wer sie gesetzt hat.';
comment on column loeschsperre.aufgehoben_am is 'Wann aufgehoben.';
comment on column loeschsperre.aufgehoben_von is 'Wer sie aufgehoben hat.';
CREATE INDEX loeschsperre_person ON public.loeschsperre USING btree (kreis_id, person_id) WHERE (aufgehoben_am IS NULL);
alter table loeschsperre enable row level security;
alter table loeschsperre force row level security;
create policy loeschen on loeschsperre to lotse_loeschung
  using (true);
create policy sperren on loeschsperre to lotse_app
  using ((loeschung_darf_person(kreis_id, person_id) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = loeschsperre.kreis_id) AND (p.id = loeschsperre.person_id))))))
  with check ((((aufgehoben_von IS NULL) OR (aufgehoben_von = ( SELECT app_konto() AS app_konto))) AND (loeschung_darf_person(kreis_id, person_id) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.kreis_id = loeschsperre.kreis_id) AND (p.id = loeschsperre.person_id)))))));
grant insert (bis, grund, id, kreis_id, person_id), select, update (aufgehoben_am, aufgehoben_von) on loeschsperre to lotse_app;
grant select on loeschsperre to lotse_loeschung;

create table loeschlauf (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  anlass text not null,
  bis date not null,
  stand text not null default 'vorgeschlagen'::text,
  archiv text,
  archiv_angeboten_am date,
  archiv_antwort text,
  archiv_uebergeben_am date,
  vorgeschlagen_am timestamp with time zone not null default now(),
  vorgeschlagen_von uuid not null default app_konto(),
  freigegeben_am timestamp with time zone,
  freigegeben_von uuid,
  abgeschlossen_am timestamp with time zone,
  fassung integer not null default 1,
  constraint loeschlauf_pkey PRIMARY KEY (kreis_id, id),
  constraint archiv_antwortet_auf_angebot CHECK (((archiv_antwort IS NULL) OR ((archiv IS NOT NULL) AND (archiv_angeboten_am IS NOT NULL)))),
  constraint archiv_uebernahme_nennt_tag CHECK (((NOT (archiv_antwort IS DISTINCT FROM 'uebernommen'::text)) = (archiv_uebergeben_am IS NOT NULL))),
  constraint freigabe_nennt_zweite CHECK ((((stand = ANY (ARRAY['freigegeben'::text, 'abgeschlossen'::text])) = (freigegeben_von IS NOT NULL)) AND ((freigegeben_von IS NULL) = (freigegeben_am IS NULL)))),
  constraint loeschlauf_anlass_check CHECK ((anlass = ANY (ARRAY['frist'::text, 'ersuchen'::text]))),
  constraint loeschlauf_archiv_antwort_check CHECK ((archiv_antwort = ANY (ARRAY['nicht_uebernommen'::text, 'uebernommen'::text]))),
  constraint loeschlauf_archiv_check CHECK (((length(archiv) >= 2) AND (length(archiv) <= 200))),
  constraint loeschlauf_stand_check CHECK ((stand = ANY (ARRAY['vorgeschlagen'::text, 'freigegeben'::text, 'abgeschlossen'::text, 'zurueckgezogen'::text]))),
  constraint vier_augen CHECK (((freigegeben_von IS NULL) OR (freigegeben_von <> vorgeschlagen_von))),
  constraint loeschlauf_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table loeschlauf is 'Löschung mehrerer Personen eines Trägers: von einem Konto vorgeschlagen, von einem anderen freigegeben, dann einzeln ausgeführt.';
comment on column loeschlauf.anlass is 'Abgelaufene Fristen oder ein Ersuchen der Person.';
comment on column loeschlauf.bis is 'Tag, bis zu dem die Fristen abgelaufen sind.';
comment on column loeschlauf.stand is 'Wo der Lauf steht.';
comment on column loeschlauf.archiv is 'Archiv, dem eine öffentliche Stelle die Unterlagen vorher anbietet (ArchivG NRW).';
comment on column loeschlauf.archiv_angeboten_am is 'Tag des Angebots.';
comment on column loeschlauf.archiv_antwort is 'Antwort des Archivs; ohne sie gibt eine öffentliche Stelle nichts zur Löschung frei.';
comment on column loeschlauf.archiv_uebergeben_am is 'Tag, an dem das Archiv bekam, was es wollte.';
comment on column loeschlauf.vorgeschlagen_am is 'Wann vorgeschlagen.';
comment on column loeschlauf.vorgeschlagen_von is 'Wer vorgeschlagen hat.';
comment on column loeschlauf.freigegeben_am is 'Wann freigegeben.';
comment on column loeschlauf.freigegeben_von is 'Wer freigegeben hat; nie dieselbe Person.';
comment on column loeschlauf.abgeschlossen_am is 'Wann das Letzte ausgeführt oder übersprungen war.';
CREATE INDEX loeschlauf_traeger ON public.loeschlauf USING btree (kreis_id, traeger_id, vorgeschlagen_am DESC);
alter table loeschlauf enable row level security;
alter table loeschlauf force row level security;
create policy lesen on loeschlauf for select to lotse_app
  using (loeschung_darf(kreis_id, traeger_id));
create policy loeschen on loeschlauf to lotse_loeschung
  using (true);
create policy vorbereiten on loeschlauf for update to lotse_app
  using ((loeschung_darf(kreis_id, traeger_id) AND (stand = 'vorgeschlagen'::text)))
  with check ((stand = ANY (ARRAY['vorgeschlagen'::text, 'zurueckgezogen'::text])));
create policy vorschlagen on loeschlauf for insert to lotse_app
  with check ((loeschung_darf(kreis_id, traeger_id) AND (stand = 'vorgeschlagen'::text) AND (vorgeschlagen_von = ( SELECT app_konto() AS app_konto))));
grant insert (anlass, bis, id, kreis_id, traeger_id), select, update (archiv, archiv_angeboten_am, archiv_antwort, archiv_uebergeben_am, fassung, stand) on loeschlauf to lotse_app;
grant insert, select, update on loeschlauf to lotse_loeschung;

create table loeschlauf_posten (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  lauf_id uuid not null,
  person_id uuid,
  nummer text not null default ''::text,
  art text not null,
  regel text not null default ''::text,
  bezug_am date,
  faellig_ab date,
  stand text not null default 'offen'::text,
  grund text,
  erledigt_am timestamp with time zone,
  versuche smallint not null default 0,
  versucht_am timestamp with time zone,
  constraint loeschlauf_posten_pkey PRIMARY KEY (kreis_id, id),
  constraint erledigt_nennt_zeit CHECK (((stand = 'offen'::text) = (erledigt_am IS NULL))),
  constraint geloescht_kennt_niemanden CHECK (((stand <> 'geloescht'::text) OR ((person_id IS NULL) AND (nummer = ''::text)))),
  constraint loeschlauf_posten_art_check CHECK ((art = ANY (ARRAY['kurzberatung'::text, 'fall'::text, 'widerruf'::text, 'ersuchen'::text]))),
  constraint loeschlauf_posten_grund_check CHECK ((grund = ANY (ARRAY['sperre'::text, 'nicht_faellig'::text, 'nicht_da'::text, 'traeger_gewechselt'::text, 'fehler'::text]))),
  constraint loeschlauf_posten_stand_check CHECK ((stand = ANY (ARRAY['offen'::text, 'geloescht'::text, 'uebersprungen'::text, 'zurueckgezogen'::text]))),
  constraint uebersprungen_nennt_grund CHECK (((stand = 'uebersprungen'::text) = (grund IS NOT NULL))),
  constraint loeschlauf_posten_kreis_id_lauf_id_fkey FOREIGN KEY (kreis_id, lauf_id) REFERENCES loeschlauf(kreis_id, id) ON DELETE CASCADE
);
comment on table loeschlauf_posten is 'Eine Person eines Löschlaufs; ausgeführt bleiben Art, Regel und Tag, nicht wer es war.';
comment on column loeschlauf_posten.person_id is 'Wen es betrifft, bis zur Löschung; lose, damit der Lauf sie überdauert.';
comment on column loeschlauf_posten.nummer is 'Nummer des Falls oder der Anfrage, bis zur Löschung.';
comment on column loeschlauf_posten.art is 'Welche Regel greift, oder das Ersuchen der Person.';
comment on column loeschlauf_posten.regel is 'Frist in Schlüsseln, etwa "3 kalenderjahre".';
comment on column loeschlauf_posten.bezug_am is 'Tag, ab dem die Frist läuft.';
comment on column loeschlauf_posten.faellig_ab is 'Erster Tag, an dem zu löschen ist.';
comment on column loeschlauf_posten.stand is 'Was daraus wurde.';
comment on column loeschlauf_posten.grund is 'Warum er übersprungen wurde.';
comment on column loeschlauf_posten.erledigt_am is 'Wann gelöscht oder übersprungen.';
comment on column loeschlauf_posten.versuche is 'Wie oft die Löschung scheiterte; nach dem dritten Mal wird der Posten mit dem Grund "fehler" übersprungen.';
comment on column loeschlauf_posten.versucht_am is 'Wann sie zuletzt scheiterte.';
CREATE UNIQUE INDEX loeschlauf_posten_einmal ON public.loeschlauf_posten USING btree (kreis_id, person_id) WHERE (stand = 'offen'::text);
CREATE INDEX loeschlauf_posten_lauf ON public.loeschlauf_posten USING btree (kreis_id, lauf_id);
alter table loeschlauf_posten enable row level security;
alter table loeschlauf_posten force row level security;
create policy lesen on loeschlauf_posten for select to lotse_app
  using ((EXISTS ( SELECT
   FROM loeschlauf l
  WHERE ((l.kreis_id = loeschlauf_posten.kreis_id) AND (l.id = loeschlauf_posten.lauf_id)))));
create policy loeschen on loeschlauf_posten to lotse_loeschung
  using (true);
create policy vorschlagen on loeschlauf_posten for insert to lotse_app
  with check (((stand = 'offen'::text) AND (EXISTS ( SELECT
   FROM loeschlauf l
  WHERE ((l.kreis_id = loeschlauf_posten.kreis_id) AND (l.id = loeschlauf_posten.lauf_id) AND (l.stand = 'vorgeschlagen'::text) AND (l.vorgeschlagen_von = ( SELECT app_konto() AS app_konto)))))));
create policy zuruecknehmen on loeschlauf_posten for update to lotse_app
  using ((EXISTS ( SELECT
   FROM loeschlauf l
  WHERE ((l.kreis_id = loeschlauf_posten.kreis_id) AND (l.id = loeschlauf_posten.lauf_id) AND (l.stand = 'vorgeschlagen'::text)))))
  with check ((stand = 'zurueckgezogen'::text));
grant insert (art, bezug_am, faellig_ab, id, kreis_id, lauf_id, nummer, person_id, regel), select, update (erledigt_am, stand) on loeschlauf_posten to lotse_app;
grant insert, select, update on loeschlauf_posten to lotse_loeschung;

create table loeschnachweis (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  lauf_id uuid,
  traeger_id uuid not null,
  art text not null,
  regel text not null default ''::text,
  bezug_am date,
  geloescht_am date not null,
  salz bytea not null,
  nummer_pruefwert bytea[] not null,
  zaehlung jsonb not null,
  einwilligung_am date,
  einwilligung_fassung text,
  widerrufen_am date,
  einwilligung_bis date,
  constraint loeschnachweis_pkey PRIMARY KEY (kreis_id, id),
  constraint einwilligung_auf_zeit CHECK (((einwilligung_bis IS NOT NULL) OR (num_nonnulls(einwilligung_am, einwilligung_fassung, widerrufen_am) = 0))),
  constraint loeschnachweis_art_check CHECK ((art = ANY (ARRAY['kurzberatung'::text, 'fall'::text, 'widerruf'::text, 'ersuchen'::text, 'wiederholt'::text]))),
  constraint loeschnachweis_salz_check CHECK ((length(salz) = 16)),
  constraint loeschnachweis_kreis_id_lauf_id_fkey FOREIGN KEY (kreis_id, lauf_id) REFERENCES loeschlauf(kreis_id, id) ON DELETE RESTRICT,
  constraint loeschnachweis_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table loeschnachweis is 'Dass jemand gelöscht wurde, wann und nach welcher Regel; ohne Namen, ohne Nummer.';
comment on column loeschnachweis.lauf_id is 'Lauf; leer, wenn eine zurückgespielte Sicherung erneut gelöscht wurde.';
comment on column loeschnachweis.art is 'Welche Regel griff, Ersuchen der Person, oder Wiederholung nach einer Rücksicherung.';
comment on column loeschnachweis.regel is 'Frist in Schlüsseln.';
comment on column loeschnachweis.bezug_am is 'Tag, ab dem die Frist lief.';
comment on column loeschnachweis.geloescht_am is 'Tag der Löschung.';
comment on column loeschnachweis.salz is 'Zufall, mit dem die Prüfwerte gebildet sind.';
comment on column loeschnachweis.nummer_pruefwert is 'SHA-256 über Salz und alte Nummer: wer das Papier mit der Nummer hat, findet den Nachweis. Eine kurze Nummer ist durch Probieren zu finden; sie führt nur noch zu Papieren.';
comment on column loeschnachweis.zaehlung is 'Gelöschte und als anonyme Tatsache gebliebene Zeilen je Tabelle.';
comment on column loeschnachweis.einwilligung_am is 'Tag der Einwilligung, solange sie nachzuweisen ist.';
comment on column loeschnachweis.einwilligung_fassung is 'Unterschriebene Fassung, ebenso lange.';
comment on column loeschnachweis.widerrufen_am is 'Tag des Widerrufs, ebenso lange.';
comment on column loeschnachweis.einwilligung_bis is 'Letzter Tag, an dem die Einwilligung nachzuweisen ist; danach werden die drei Spalten geleert.';
CREATE INDEX loeschnachweis_lauf ON public.loeschnachweis USING btree (kreis_id, lauf_id);
alter table loeschnachweis enable row level security;
alter table loeschnachweis force row level security;
create policy lesen on loeschnachweis for select to lotse_app
  using (loeschung_darf(kreis_id, traeger_id));
create policy loeschen on loeschnachweis to lotse_loeschung
  using (true);
grant select on loeschnachweis to lotse_app;
grant insert, select, update on loeschnachweis to lotse_loeschung;

create table fall_nummer (
  kreis_id text not null,
  letzte integer not null,
  constraint fall_nummer_pkey PRIMARY KEY (kreis_id),
  constraint fall_nummer_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE CASCADE
);
comment on table fall_nummer is 'Höchste Fall-Nr. unter den gelöschten Fällen eines Kreises, damit keine zweimal vergeben wird.';
comment on column fall_nummer.letzte is 'Laufende Zahl.';
alter table fall_nummer enable row level security;
create policy loeschen on fall_nummer to lotse_loeschung
  using (true);
create policy zaehlen on fall_nummer for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant insert, select, update on fall_nummer to lotse_loeschung;
grant select on fall_nummer to lotse_zaehler;

create table ausgabe (
  kreis_id text not null,
  jahr integer not null,
  nummer integer not null,
  am timestamp with time zone not null default now(),
  konto_id uuid not null,
  traeger_id uuid[] not null default '{}'::uuid[],
  vorgang text not null,
  benannt boolean not null,
  vermerkt boolean not null,
  frage jsonb not null default '{}'::jsonb,
  dateiart text not null,
  groesse integer not null,
  pruefsumme bytea not null,
  adresse text not null default COALESCE(current_setting('app.adresse'::text, true), ''::text),
  constraint ausgabe_pkey PRIMARY KEY (kreis_id, jahr, nummer),
  constraint ausgabe_dateiart_check CHECK ((dateiart ~ '^[a-z0-9.+/-]{3,100}$'::text)),
  constraint ausgabe_frage_check CHECK ((jsonb_typeof(frage) = 'object'::text)),
  constraint ausgabe_groesse_check CHECK ((groesse >= 0)),
  constraint ausgabe_jahr_check CHECK (((jahr >= 2000) AND (jahr <= 2999))),
  constraint ausgabe_nummer_check CHECK ((nummer > 0)),
  constraint ausgabe_pruefsumme_check CHECK ((octet_length(pruefsumme) = 32)),
  constraint ausgabe_vorgang_check CHECK ((vorgang ~ '^[a-z][A-Za-z0-9]{2,60}$'::text)),
  constraint ausgabe_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table ausgabe is 'Jede Datei, die Lotse verlassen hat: ohne Eintrag keine Datei.';
comment on column ausgabe.jahr is 'Jahr, in dem die Nummer vergeben wurde.';
comment on column ausgabe.nummer is 'Fortlaufend je Kreis und Jahr; mit dem Jahr zusammen steht sie als Vermerk in der Datei, etwa 2026-000123.';
comment on column ausgabe.konto_id is 'Wer die Datei holte; ohne Fremdschlüssel, damit der Eintrag das Konto überdauert.';
comment on column ausgabe.traeger_id is 'Träger, für die das Konto damals im Kreis arbeitete; leer bei Rollen für den ganzen Kreis.';
comment on column ausgabe.vorgang is 'Name des Vorgangs in der Vorgangsliste, etwa "exportFallzahlen".';
comment on column ausgabe.benannt is 'In der Datei steht eine benannte Person.';
comment on column ausgabe.vermerkt is 'Die Datei trägt Nummer, Konto und Zeit als Vermerk.';
comment on column ausgabe.frage is 'Womit gefragt wurde: Schlüssel, Tage und Zahlen; freier Text steht nur als null, Kennungen von Fällen und Personen gar nicht.';
comment on column ausgabe.dateiart is 'Medientyp, etwa "application/pdf".';
comment on column ausgabe.groesse is 'In Bytes.';
comment on column ausgabe.pruefsumme is 'SHA-256 der Datei, damit sich zeigen lässt, ob es diese war.';
comment on column ausgabe.adresse is 'Netzadresse, an die die Datei ging.';
CREATE INDEX ausgabe_am ON public.ausgabe USING btree (kreis_id, am DESC);
alter table ausgabe enable row level security;
create policy lesen on ausgabe for select to lotse_app
  using ((((kreis_id || ':datenschutz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])) AND (EXISTS ( SELECT
   FROM rolle r
  WHERE ((r.kreis_id = ausgabe.kreis_id) AND (r.konto_id = ( SELECT app_konto() AS app_konto)) AND (r.rolle = 'datenschutz'::text) AND (r.gueltig_ab <= now()) AND ((r.gueltig_bis IS NULL) OR (r.gueltig_bis > now())) AND ((r.traeger_id IS NULL) OR (r.traeger_id = ANY (ausgabe.traeger_id))))))));
create policy schreiben on ausgabe for insert to lotse_app
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
grant insert, select on ausgabe to lotse_app;

create table ausgabe_nummer (
  kreis_id text not null,
  jahr integer not null,
  letzte integer not null,
  constraint ausgabe_nummer_pkey PRIMARY KEY (kreis_id, jahr),
  constraint ausgabe_nummer_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table ausgabe_nummer is 'Letzte vergebene Ausgabenummer; die Zeile ist bis zum Ende des Vorgangs gesperrt, darum gibt es keine Lücke.';
comment on column ausgabe_nummer.jahr is 'Jahr der Nummern.';
comment on column ausgabe_nummer.letzte is 'Zuletzt vergebene Nummer des Jahres.';
alter table ausgabe_nummer enable row level security;

CREATE OR REPLACE FUNCTION public.abwesend_bis(p_kreis text, p_konto uuid, p_tag date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select max(w.bis) from abwesenheit w
  where w.kreis_id = p_kreis and w.konto_id = p_konto and p_tag between w.von and w.bis
    and p_kreis = any (app_liste('app.kreis'))
$function$;
alter function abwesend_bis(p_kreis text, p_konto uuid, p_tag date) owner to lotse_kalender;
revoke execute on function abwesend_bis(p_kreis text, p_konto uuid, p_tag date) from public;
grant execute on function abwesend_bis(p_kreis text, p_konto uuid, p_tag date) to lotse_app;
comment on function abwesend_bis(p_kreis text, p_konto uuid, p_tag date) is 'Letzter Tag der Abwesenheit, in die der Tag fällt; leer: da.';

CREATE OR REPLACE FUNCTION public.anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from anbieter a where a.kreis_id = p_kreis and a.id = p_anbieter
    and (a.traeger_id is null or not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
      and (r.gueltig_bis is null or r.gueltig_bis > now()) and r.traeger_id is distinct from a.traeger_id)))
$function$;
revoke execute on function anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid) from public;
grant execute on function anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid) to lotse_anmeldung;
grant execute on function anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid) to lotse_app;
comment on function anbieter_spricht_fuer(p_kreis text, p_anbieter uuid, p_konto uuid) is 'Ob ein Anmeldedienst sagen darf, wer dieses Konto ist: der eines Trägers nur, solange alle Rollen dort gelten.';

CREATE OR REPLACE FUNCTION public.app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text)
 RETURNS TABLE(kreis_id text, konto_id uuid, name text, sprache text, stufe smallint, demo boolean, rollen jsonb, faktor_noetig boolean, bestaetigt_am timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  s record;
  v_rollen jsonb;
begin
  select x.kreis_id, x.konto_id, x.stufe, x.zuletzt_am, x.bestaetigt_am, k.name, k.sprache, k.demo into s
  from sitzung x join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and x.stufe > 0 and x.endet_am > now() and x.zuletzt_am + p_leerlauf > now()
    and k.gesperrt_am is null and (k.endet_am is null or k.endet_am >= (now() at time zone 'Europe/Berlin')::date);
  if not found then return; end if;
  -- Touching the session at most once a minute keeps reads free of writes.
  if s.zuletzt_am < now() - interval '1 minute' then
    update sitzung x set zuletzt_am = now() where x.pruefwert = p_pruefwert;
  end if;
  perform set_config('app.adresse', p_adresse, true);
  v_rollen := app_scope(s.kreis_id, s.konto_id, p_zweck, p_zweck_kreis);
  -- The accounts of the demo Kreise have known passwords and fictional persons; a second factor would guard nothing.
  if s.stufe < 2 and not s.demo
    and exists (select from jsonb_array_elements(v_rollen) r where rolle_braucht_faktor(r ->> 'rolle')) then
    perform app_scope(s.kreis_id, null, '', ''), set_config('app.konto_id', s.konto_id::text, true);
    return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, '[]'::jsonb, true, s.bestaetigt_am;
    return;
  end if;
  return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, v_rollen, false, s.bestaetigt_am;
end $function$;
revoke execute on function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text) from public;
grant execute on function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text) to lotse_app;
comment on function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text) is 'Prüft die Sitzung und setzt für diese Transaktion, was das Konto sehen darf. Keine Zeile: nicht angemeldet. "faktor_noetig": ohne zweiten Faktor bleibt jede Rolle ohne Wirkung.';

CREATE OR REPLACE FUNCTION public.app_gibt_frei(p_kreis text, p_traeger uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p_kreis || ':administration' = any (app_liste('app.rollen'))
    or exists (select from rolle r where r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.kreis_id = p_kreis and r.traeger_id = p_traeger and r.rolle = 'traegerleitung'
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$function$;
comment on function app_gibt_frei(p_kreis text, p_traeger uuid) is 'Ob das Konto Texte dieses Trägers freigeben darf: Trägerleitung oder Administration.';

CREATE OR REPLACE FUNCTION public.app_konto()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.konto_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_liste(name text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $function$;

CREATE OR REPLACE FUNCTION public.app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_kreis text[]; v_traeger uuid[]; v_konto uuid[]; v_ko_kreis text[]; v_ko_kommune text[];
  v_zaehl_kreis text[]; v_zaehl_gesamt text[]; v_zaehl_kommune text[]; v_zaehl_traeger uuid[]; v_rollen text[];
  v_liste jsonb; v_zweck text := ''; v_geoeffnet uuid[] := '{}'; v_notzugriff uuid[] := '{}';
begin
  -- One pass over the few roles of the account; this runs at the start of every request.
  with g as materialized (
    select r.kreis_id, r.rolle, r.traeger_id, r.region_id, r.gueltig_bis,
      r.rolle in ('koordination', 'verwaltungsassistenz', 'ki_leitung') as steuert
    from rolle r
    where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
  ), k as (
    select g.rolle, rk.kommune_id from g
    join region_kommune rk on rk.kreis_id = g.kreis_id and rk.region_id = g.region_id
    where g.steuert and g.region_id is not null
      and rk.gueltig_ab <= current_date and (rk.gueltig_bis is null or rk.gueltig_bis > current_date)
  )
  select
    coalesce(array_agg(distinct g.kreis_id) filter (where g.rolle <> 'partner'), '{}'),
    coalesce(array_agg(distinct g.traeger_id) filter (where g.rolle = 'casemanager'), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.rolle = 'koordination' and g.region_id is null), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.steuert and g.region_id is null), '{}'),
    coalesce(array_agg(distinct g.kreis_id) filter (where g.steuert or g.rolle in ('casemanager', 'traegerleitung')), '{}'),
    coalesce(array_agg(distinct g.traeger_id) filter (where g.rolle in ('casemanager', 'traegerleitung')), '{}'),
    coalesce(array_agg(distinct g.kreis_id || ':' || g.rolle), '{}'),
    coalesce(jsonb_agg(jsonb_build_object('kreis_id', g.kreis_id, 'rolle', g.rolle, 'traeger_id', g.traeger_id,
      'region_id', g.region_id, 'gueltig_bis', g.gueltig_bis) order by g.kreis_id, g.rolle), '[]'),
    (select coalesce(array_agg(distinct k.kommune_id) filter (where k.rolle = 'koordination'), '{}') from k),
    (select coalesce(array_agg(distinct k.kommune_id), '{}') from k),
    -- A substitute needs a casemanager role at the same Träger; substitution alone opens nothing.
    (select coalesce(array_agg(v.vertritt_konto_id), '{}') || p_konto from vertretung v
      where v.kreis_id = p_kreis and v.konto_id = p_konto
        and v.gueltig_ab <= current_date and v.gueltig_bis > current_date
        and v.traeger_id in (select c.traeger_id from g c where c.rolle = 'casemanager'))
  into v_kreis, v_traeger, v_ko_kreis, v_zaehl_gesamt, v_zaehl_kreis, v_zaehl_traeger, v_rollen, v_liste,
    v_ko_kommune, v_zaehl_kommune, v_konto
  from g;

  -- A purpose opens named records of one Kreis for one transaction, only to those who hold the ability now.
  if p_zweck = 'uebernahme' and p_zweck_kreis || ':uebernahme' = any (v_rollen)
    or p_zweck = 'uebergabe'
      and (p_zweck_kreis || ':koordination' = any (v_rollen) or p_zweck_kreis || ':casemanager' = any (v_rollen)) then
    v_zweck := p_zweck;
  end if;

  -- Persons who may be read for a time by somebody who does not work on their case; asked for two roles only.
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
  perform set_config('app.konto_kreis', p_kreis, true), set_config('app.konto_id', p_konto::text, true),
    set_config('app.kreis', v_kreis::text, true), set_config('app.rollen', v_rollen::text, true),
    set_config('app.cm_traeger', v_traeger::text, true), set_config('app.cm_konto', v_konto::text, true),
    set_config('app.ko_kreis', v_ko_kreis::text, true), set_config('app.ko_kommune', v_ko_kommune::text, true),
    set_config('app.zaehl_kreis', v_zaehl_kreis::text, true), set_config('app.zaehl_gesamt', v_zaehl_gesamt::text, true),
    set_config('app.zaehl_kommune', v_zaehl_kommune::text, true), set_config('app.zaehl_traeger', v_zaehl_traeger::text, true),
    set_config('app.zweck', v_zweck, true),
    set_config('app.zweck_kreis', case when v_zweck = '' then '' else p_zweck_kreis end, true);
  return v_liste;
end $function$;
revoke execute on function app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text) from public;
grant execute on function app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text) to lotse_app;
comment on function app_scope(p_kreis text, p_konto uuid, p_zweck text, p_zweck_kreis text) is 'Setzt für diese Transaktion, was das Konto sehen darf; antwortet mit seinen gültigen Rollen.';

CREATE OR REPLACE FUNCTION public.app_statistik()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  analyze person, fall, fall_status, fall_zustaendigkeit, fall_merkmal, sonstiger_kontakt
$function$;
revoke execute on function app_statistik() from public;
grant execute on function app_statistik() to lotse_app;
comment on function app_statistik() is 'Frischt nach einer großen Übernahme die Statistik auf, nach der PostgreSQL Abfragen plant.';

CREATE OR REPLACE FUNCTION public.app_uuids(name text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting(name, true), ''), '{}')::uuid[] $function$;

CREATE OR REPLACE FUNCTION public.app_zweck_kreis()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.zweck_kreis', true), '') $function$;
comment on function app_zweck_kreis() is 'Kreis, in dem diese Transaktion einliest oder übergibt; sonst leer.';

CREATE OR REPLACE FUNCTION public.auffaelligkeit_kette(p_kreis text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_neu boolean;
begin
  insert into auffaelligkeit as a (kreis_id, art, tag, von_am, bis_am, anzahl, grenze)
  values (p_kreis, 'kette', current_date, now(), now(), 1, 0)
  on conflict (kreis_id, art, konto_id, person_id, tag) do update set anzahl = a.anzahl
  returning xmax = 0 into v_neu;
  if v_neu then perform auffaelligkeit_sagen(p_kreis, '{}', 1); end if;
end $function$;
alter function auffaelligkeit_kette(p_kreis text) owner to lotse_protokoll;
revoke execute on function auffaelligkeit_kette(p_kreis text) from public;
grant execute on function auffaelligkeit_kette(p_kreis text) to lotse_owner;
comment on function auffaelligkeit_kette(p_kreis text) is 'Die nächtliche Prüfung fand die Kette gebrochen.';

CREATE OR REPLACE FUNCTION public.auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl integer, p_grenze integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl integer, p_grenze integer) owner to lotse_protokoll;
revoke execute on function auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl integer, p_grenze integer) from public;
grant execute on function auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl integer, p_grenze integer) to lotse_app;
comment on function auffaelligkeit_melden(p_kreis text, p_art text, p_anzahl integer, p_grenze integer) is 'Was der laufende Server selbst am angemeldeten Konto bemerkt.';

CREATE OR REPLACE FUNCTION public.auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if protokoll_umfang(p_kreis) is null then return 0; end if;
  return auffaelligkeit_suchen(p_kreis, p_tag, p_grenzen);
end $function$;
alter function auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb) owner to lotse_protokoll;
revoke execute on function auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb) from public;
grant execute on function auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb) to lotse_app;
comment on function auffaelligkeit_pruefen(p_kreis text, p_tag date, p_grenzen jsonb) is 'Dasselbe auf Wunsch des Datenschutzes.';

CREATE OR REPLACE FUNCTION public.auffaelligkeit_sagen(p_kreis text, p_traeger uuid[], p_anzahl integer)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into nachricht (kreis_id, konto_id, art, gegenstand, daten)
  select distinct p_kreis, r.konto_id, 'protokoll.auffaelligkeit', 'auffaelligkeit', jsonb_build_object('anzahl', p_anzahl)
  from rolle r
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'datenschutz'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
    and (r.traeger_id is null or r.traeger_id = any (p_traeger))
$function$;
alter function auffaelligkeit_sagen(p_kreis text, p_traeger uuid[], p_anzahl integer) owner to lotse_protokoll;
revoke execute on function auffaelligkeit_sagen(p_kreis text, p_traeger uuid[], p_anzahl integer) from public;
comment on function auffaelligkeit_sagen(p_kreis text, p_traeger uuid[], p_anzahl integer) is 'Legt dem Datenschutz eine Nachricht ohne Namen hin.';

CREATE OR REPLACE FUNCTION public.auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb) owner to lotse_protokoll;
revoke execute on function auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb) from public;
grant execute on function auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb) to lotse_owner;
comment on function auffaelligkeit_suchen(p_kreis text, p_tag date, p_grenzen jsonb) is 'Prüft die Lesezugriffe eines Tages nach den Regeln; antwortet, wie viel neu auffiel. Der Nachname wird nur verglichen, nie genannt.';

CREATE OR REPLACE FUNCTION public.ausgabe_naechste(p_kreis text, p_jahr integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into ausgabe_nummer as n (kreis_id, jahr, letzte) values (p_kreis, p_jahr, 1)
  on conflict (kreis_id, jahr) do update set letzte = n.letzte + 1
  returning letzte
$function$;
revoke execute on function ausgabe_naechste(p_kreis text, p_jahr integer) from public;
grant execute on function ausgabe_naechste(p_kreis text, p_jahr integer) to lotse_app;
comment on function ausgabe_naechste(p_kreis text, p_jahr integer) is 'Vergibt die nächste Ausgabenummer eines Kreises und Jahres.';

CREATE OR REPLACE FUNCTION public.ausgabe_traeger(p_kreis text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct r.traeger_id) filter (where r.traeger_id is not null), '{}')
  from rolle r
  where r.kreis_id = p_kreis and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$function$;
revoke execute on function ausgabe_traeger(p_kreis text) from public;
grant execute on function ausgabe_traeger(p_kreis text) to lotse_app;
comment on function ausgabe_traeger(p_kreis text) is 'Träger, für die das Konto im Kreis gerade arbeitet.';

CREATE OR REPLACE FUNCTION public.begleitung_absprache(p_kreis text, p_person uuid)
 RETURNS TABLE(andere_traeger_id uuid, federfuehrung_traeger_id uuid, eigene_aufgaben text[], andere_aufgaben text[], geklaert_am timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when d.fragende_person_id = p_person then d.andere_traeger_id else d.fragende_traeger_id end,
    d.federfuehrung_traeger_id,
    case when d.fragende_person_id = p_person then d.fragende_aufgaben else d.andere_aufgaben end,
    case when d.fragende_person_id = p_person then d.andere_aufgaben else d.fragende_aufgaben end, d.geklaert_am
  from doppelbetreuung d join person p on p.kreis_id = d.kreis_id and p.id = p_person
  where d.kreis_id = p_kreis and d.stand = 'federfuehrung' and p_person in (d.fragende_person_id, d.andere_person_id)
    and p.gesperrt_am is null and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  order by d.geklaert_am desc
$function$;
alter function begleitung_absprache(p_kreis text, p_person uuid) owner to lotse_abgleich;
revoke execute on function begleitung_absprache(p_kreis text, p_person uuid) from public;
grant execute on function begleitung_absprache(p_kreis text, p_person uuid) to lotse_app;
comment on function begleitung_absprache(p_kreis text, p_person uuid) is 'Mit welchem Träger die Federführung für eine eigene Person abgesprochen ist, und wer sich worum kümmert (Konzept 4.3).';

CREATE OR REPLACE FUNCTION public.begleitung_koordination(p_kreis text, p_personen uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct k.id), '{}') from rolle r
  join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'koordination'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
    and (r.region_id is null or exists (
      select from region_kommune rk, unnest(p_personen) p, lateral begleitung_seite(p_kreis, p) s
      where rk.kreis_id = r.kreis_id and rk.region_id = r.region_id and rk.kommune_id = s.kommune_id
        and rk.gueltig_ab <= current_date and (rk.gueltig_bis is null or rk.gueltig_bis > current_date)))
$function$;
alter function begleitung_koordination(p_kreis text, p_personen uuid[]) owner to lotse_abgleich;
revoke execute on function begleitung_koordination(p_kreis text, p_personen uuid[]) from public;

CREATE OR REPLACE FUNCTION public.begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze integer)
 RETURNS TABLE(antwort text, neu uuid, an uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze integer) owner to lotse_abgleich;
revoke execute on function begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze integer) from public;
grant execute on function begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze integer) to lotse_app;
comment on function begleitung_pruefen(p_kreis text, p_person uuid, p_code bytea[], p_fragt boolean, p_grenze integer) is 'Erneuert die Prüfzeichen einer Person und vergleicht sie mit denen anderer Träger. Antwort: keine, moeglich oder, über der Grenze und ohne Frage, nur_koordination; dazu, welche Koordination von neuen Treffern erfährt; nie wer oder wo. p_fragt: das Konto wartet auf Antwort, höchstens p_grenze in der Stunde.';

CREATE OR REPLACE FUNCTION public.begleitung_seite(p_kreis text, p_person uuid)
 RETURNS TABLE(nummer text, kommune_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select x.nummer, x.kommune_id from (
    select f.nummer, f.kommune_id, 1 as rang, f.aufgenommen_am as am from fall f
    where f.kreis_id = p_kreis and f.person_id = p_person
    union all
    select a.nummer, a.kommune_id, 2, a.eingegangen_am from anfrage a
    where a.kreis_id = p_kreis and a.person_id = p_person
  ) x order by x.rang, x.am desc, x.nummer limit 1
$function$;
alter function begleitung_seite(p_kreis text, p_person uuid) owner to lotse_abgleich;
revoke execute on function begleitung_seite(p_kreis text, p_person uuid) from public;

CREATE OR REPLACE FUNCTION public.begleitung_streichen(p_kreis text, p_person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from begleitungscode b where b.kreis_id = p_kreis and b.person_id = p_person
$function$;
alter function begleitung_streichen(p_kreis text, p_person uuid) owner to lotse_abgleich;
revoke execute on function begleitung_streichen(p_kreis text, p_person uuid) from public;
grant execute on function begleitung_streichen(p_kreis text, p_person uuid) to lotse_schutz;
comment on function begleitung_streichen(p_kreis text, p_person uuid) is 'Nimmt eine Person, die geschützt wird, aus der blinden Prüfung.';

CREATE OR REPLACE FUNCTION public.begleitung_vergessen(p_kreis text, p_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from person p where p.kreis_id = p_kreis and p.id = p_person
    and (p.traeger_id = any (app_uuids('app.cm_traeger'))
        and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
      or p.kreis_id = app_zweck_kreis())) then return; end if;
  delete from begleitungscode b where b.kreis_id = p_kreis and b.person_id = p_person;
  delete from doppelbetreuung d where d.kreis_id = p_kreis and d.stand = 'offen'
    and p_person in (d.fragende_person_id, d.andere_person_id);
end $function$;
alter function begleitung_vergessen(p_kreis text, p_person uuid) owner to lotse_abgleich;
revoke execute on function begleitung_vergessen(p_kreis text, p_person uuid) from public;
grant execute on function begleitung_vergessen(p_kreis text, p_person uuid) to lotse_app;
comment on function begleitung_vergessen(p_kreis text, p_person uuid) is 'Nimmt eine Person aus der blinden Prüfung, weil sie ihre Einwilligung widerrufen hat.';

CREATE OR REPLACE FUNCTION public.bestand_darf(p_kreis text, p_traeger uuid, p_von uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.traeger_id = p_traeger and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (r.rolle = 'traegerleitung' or (r.rolle = 'casemanager' and p_von = app_konto())))
$function$;
alter function bestand_darf(p_kreis text, p_traeger uuid, p_von uuid) owner to lotse_bestand;
revoke execute on function bestand_darf(p_kreis text, p_traeger uuid, p_von uuid) from public;
grant execute on function bestand_darf(p_kreis text, p_traeger uuid, p_von uuid) to lotse_app;
comment on function bestand_darf(p_kreis text, p_traeger uuid, p_von uuid) is 'Ob das Konto diesen Fallbestand übergeben darf: den eigenen, oder als Leitung des Trägers.';

CREATE OR REPLACE FUNCTION public.bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid)
 RETURNS TABLE(fall_id uuid, nummer text, kommune_id text, offen boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.id, f.nummer, f.kommune_id, coalesce((select s.status from fall_status s
      where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
      order by s.gueltig_ab desc limit 1), 'ruhend') <> 'abgeschlossen'
  from fall f where f.kreis_id = p_kreis and f.traeger_id = p_traeger and f.casemanager_id = p_von
    and bestand_darf(p_kreis, p_traeger, p_von)
  order by f.nummer
$function$;
alter function bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid) owner to lotse_bestand;
revoke execute on function bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid) from public;
grant execute on function bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid) to lotse_app;
comment on function bestand_faelle(p_kreis text, p_traeger uuid, p_von uuid) is 'Fälle eines Fallbestands nach Nummer, auch die gesperrter Personen; kein Name.';

CREATE OR REPLACE FUNCTION public.bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_anzahl integer;
begin
  if not bestand_darf(p_kreis, p_traeger, p_von) then return 0; end if;
  -- People without a case, and requests that are still open, are the team's.
  update person p set casemanager_id = null, fassung = p.fassung + 1
  where p.kreis_id = p_kreis and p.traeger_id = p_traeger and p.casemanager_id = p_von
    and not exists (select from fall f where f.kreis_id = p_kreis and f.person_id = p.id);
  update anfrage a set casemanager_id = null, fassung = a.fassung + 1
  where a.kreis_id = p_kreis and a.traeger_id = p_traeger and a.casemanager_id = p_von and a.stand <> 'abgeschlossen';
  get diagnostics v_anzahl = row_count;
  return v_anzahl;
end $function$;
alter function bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid) owner to lotse_bestand;
revoke execute on function bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid) from public;
grant execute on function bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid) to lotse_app;
comment on function bestand_freigeben(p_kreis text, p_traeger uuid, p_von uuid) is 'Legt offene Anfragen einer Fachkraft und Personen ohne Fall zurück ins Team; antwortet mit der Zahl der Anfragen.';

CREATE OR REPLACE FUNCTION public.bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date)
 RETURNS TABLE(fall_id uuid, konto_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not bestand_darf(p_kreis, p_traeger, p_von) then return; end if;
  if exists (select from unnest(p_an) as an where an = p_von or not exists (select from rolle r
      join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
      where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.konto_id = an and r.rolle = 'casemanager'
        and r.traeger_id = p_traeger and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())))
  then return; end if;
  return query
    with ziel as (
      select u.fall_id, u.konto_id from unnest(p_fall, p_an) as u (fall_id, konto_id)
      join fall f on f.kreis_id = p_kreis and f.id = u.fall_id and f.traeger_id = p_traeger and f.casemanager_id = p_von
    ), letzte as (
      -- A case that came later than the day changes on the day it came.
      select distinct on (z.fall_id) z.*, greatest(p_ab, z.gueltig_ab) as ab, ziel.konto_id
      from fall_zustaendigkeit z join ziel on ziel.fall_id = z.fall_id
      where z.kreis_id = p_kreis and z.ersetzt_am is null order by z.fall_id, z.gueltig_ab desc
    ), ersetzt as (
      update fall_zustaendigkeit z set ersetzt_am = now() from letzte l where z.kreis_id = p_kreis and z.id = l.id
      returning z.id
    ), neu as (
      insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab,
        gueltig_bis, erfasst_von)
      select l.kreis_id, l.fall_id, l.traeger_id, l.casemanager_id, l.anlass, l.uebergabe_id, l.gueltig_ab, l.ab, l.erfasst_von
      from letzte l join ersetzt e on e.id = l.id where l.gueltig_ab < l.ab
      union all
      select l.kreis_id, l.fall_id, l.traeger_id, l.konto_id, case when l.gueltig_ab < l.ab then 'zuweisung' else l.anlass end,
        case when l.gueltig_ab < l.ab then null else l.uebergabe_id end, l.ab, null, app_konto()
      from letzte l join ersetzt e on e.id = l.id
    ), personen as (
      update person p set casemanager_id = z.konto_id, fassung = p.fassung + 1
      from ziel z join fall f on f.kreis_id = p_kreis and f.id = z.fall_id
      where p.kreis_id = p_kreis and p.id = f.person_id
    ), aufgaben as (
      -- Nobody named means: whoever leads the case.
      update aufgabe a set zustaendig_id = null, fassung = a.fassung + 1 from ziel z
      where a.kreis_id = p_kreis and a.fall_id = z.fall_id and a.zustaendig_id = p_von and a.stand = 'offen'
    ), termine as (
      update termin t set casemanager_id = z.konto_id, fassung = t.fassung + 1 from ziel z
      where t.kreis_id = p_kreis and t.fall_id = z.fall_id and t.casemanager_id = p_von and t.stand = 'geplant'
    )
    update fall f set casemanager_id = z.konto_id, fassung = f.fassung + 1 from ziel z
    where f.kreis_id = p_kreis and f.id = z.fall_id
    returning f.id, z.konto_id;
end $function$;
alter function bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date) owner to lotse_bestand;
revoke execute on function bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date) from public;
grant execute on function bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date) to lotse_app;
comment on function bestand_geben(p_kreis text, p_traeger uuid, p_von uuid, p_fall uuid[], p_an uuid[], p_ab date) is 'Gibt Fälle eines Fallbestands von einem Tag an an Kolleg*innen desselben Trägers; was vorher galt, bleibt stehen.';

CREATE OR REPLACE FUNCTION public.datenschutz_am(p_kreis text, p_traeger uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p_kreis || ':datenschutz' = any (app_liste('app.rollen')) and exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.rolle = 'datenschutz' and (r.traeger_id is null or r.traeger_id = p_traeger)
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$function$;
alter function datenschutz_am(p_kreis text, p_traeger uuid) owner to lotse_schutz;
revoke execute on function datenschutz_am(p_kreis text, p_traeger uuid) from public;
grant execute on function datenschutz_am(p_kreis text, p_traeger uuid) to lotse_app;
comment on function datenschutz_am(p_kreis text, p_traeger uuid) is 'Ob das Konto den Datenschutz dieses Trägers verantwortet: im Kreis oder für ihn allein.';

CREATE OR REPLACE FUNCTION public.doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[])
 RETURNS TABLE(fragende boolean, traeger_id uuid, nummer text, an uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[]) owner to lotse_abgleich;
revoke execute on function doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[]) from public;
grant execute on function doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[]) to lotse_app;
comment on function doppelbetreuung_klaeren(p_kreis text, p_id uuid, p_stand text, p_traeger uuid, p_fragende text[], p_andere text[]) is 'Hält fest, was die Vermittlung ergab; antwortet je Seite mit der Nummer und den Konten, die es erfahren. Keine Zeile: nicht offen oder nicht zuständig.';

CREATE OR REPLACE FUNCTION public.doppelbetreuung_liste(p_kreis text)
 RETURNS TABLE(id uuid, stand text, erfasst_am timestamp with time zone, geklaert_am timestamp with time zone, fragende_traeger_id uuid, fragende_nummer text, andere_traeger_id uuid, andere_nummer text, federfuehrung_traeger_id uuid, fragende_aufgaben text[], andere_aufgaben text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.id, d.stand, d.erfasst_am, d.geklaert_am, d.fragende_traeger_id, f.nummer, d.andere_traeger_id, a.nummer,
    d.federfuehrung_traeger_id, d.fragende_aufgaben, d.andere_aufgaben
  from doppelbetreuung d
  left join lateral begleitung_seite(d.kreis_id, d.fragende_person_id) f on true
  left join lateral begleitung_seite(d.kreis_id, d.andere_person_id) a on true
  where d.kreis_id = p_kreis and (d.kreis_id = any (app_liste('app.ko_kreis'))
    or f.kommune_id = any (app_liste('app.ko_kommune')) or a.kommune_id = any (app_liste('app.ko_kommune')))
  order by d.erfasst_am, d.id
$function$;
alter function doppelbetreuung_liste(p_kreis text) owner to lotse_abgleich;
revoke execute on function doppelbetreuung_liste(p_kreis text) from public;
grant execute on function doppelbetreuung_liste(p_kreis text) to lotse_app;
comment on function doppelbetreuung_liste(p_kreis text) is 'Mögliche doppelte Begleitungen, die diese Koordination vermittelt: zwei Träger, zwei Nummern, keine Namen.';

CREATE OR REPLACE FUNCTION public.dublette_kandidaten(p_kreis text, p_traeger uuid, p_schluessel text[], p_anzahl integer)
 RETURNS TABLE(id uuid, eigen boolean, familienname text, vorname text, geburtsdatum date, casemanager_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_konto uuid[] := app_uuids('app.cm_konto');
begin
  if not p_traeger = any (app_uuids('app.cm_traeger')) then return; end if;
  return query
    select p.id, p.casemanager_id is null or p.casemanager_id = any (v_konto), p.familienname, p.vorname, p.geburtsdatum,
      p.casemanager_id
    from person p
    where p.traeger_id = p_traeger and p.suchschluessel && p_schluessel and p.kreis_id = p_kreis
      and p.gesperrt_am is null and p.geschuetzt_am is null and p.aufgegangen_in is null
    order by (select count(*) from unnest(p.suchschluessel) s where s = any (p_schluessel)) desc, p.id
    limit p_anzahl;
end $function$;
alter function dublette_kandidaten(p_kreis text, p_traeger uuid, p_schluessel text[], p_anzahl integer) owner to lotse_dublette;
revoke execute on function dublette_kandidaten(p_kreis text, p_traeger uuid, p_schluessel text[], p_anzahl integer) from public;
grant execute on function dublette_kandidaten(p_kreis text, p_traeger uuid, p_schluessel text[], p_anzahl integer) to lotse_app;
comment on function dublette_kandidaten(p_kreis text, p_traeger uuid, p_schluessel text[], p_anzahl integer) is 'Einträge des eigenen Trägers, die Schlüssel gemeinsam haben, auch die der Kolleg*innen; deren Namen dienen nur dem Vergleich und verlassen den Server nicht.';

CREATE OR REPLACE FUNCTION public.dublette_nummer(p_kreis text, p_personen uuid[])
 RETURNS TABLE(person_id uuid, fall_id uuid, anfrage_id uuid, nummer text, casemanager_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, f.id, a.id, coalesce(f.nummer, a.nummer), p.casemanager_id from person p
  left join lateral (select x.id, x.nummer from fall x where x.kreis_id = p.kreis_id and x.person_id = p.id
    order by x.aufgenommen_am desc, x.nummer limit 1) f on true
  left join lateral (select x.id, x.nummer from anfrage x where x.kreis_id = p.kreis_id and x.person_id = p.id
    order by x.eingegangen_am desc, x.nummer limit 1) a on true
  where p.kreis_id = p_kreis and p.id = any (p_personen) and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and p.gesperrt_am is null and p.geschuetzt_am is null
$function$;
alter function dublette_nummer(p_kreis text, p_personen uuid[]) owner to lotse_dublette;
revoke execute on function dublette_nummer(p_kreis text, p_personen uuid[]) from public;
grant execute on function dublette_nummer(p_kreis text, p_personen uuid[]) to lotse_app;
comment on function dublette_nummer(p_kreis text, p_personen uuid[]) is 'Nummern von Fall oder Anfrage zu Einträgen des eigenen Trägers, auch der Kolleg*innen.';

CREATE OR REPLACE FUNCTION public.dublette_paare(p_kreis text, p_anzahl integer)
 RETURNS TABLE(id uuid, familienname text, vorname text, geburtsdatum date, casemanager_id uuid, andere_id uuid, andere_eigen boolean, andere_familienname text, andere_vorname text, andere_geburtsdatum date, andere_casemanager_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
begin
  return query
    select o.id, o.familienname, o.vorname, o.geburtsdatum, o.casemanager_id, p.id,
      p.casemanager_id is null or p.casemanager_id = any (v_konto), p.familienname, p.vorname, p.geburtsdatum, p.casemanager_id
    from person o
    join lateral (select x.kreis_id, x.id, x.familienname, x.vorname, x.geburtsdatum, x.casemanager_id, x.gesperrt_am, x.geschuetzt_am, x.aufgegangen_in
      from person x where x.traeger_id = o.traeger_id and x.suchschluessel && o.suchschluessel offset 0) p
      on p.kreis_id = o.kreis_id and p.id <> o.id and p.gesperrt_am is null and p.geschuetzt_am is null and p.aufgegangen_in is null
    where o.kreis_id = p_kreis and o.traeger_id = any (v_traeger) and (o.casemanager_id is null or o.casemanager_id = any (v_konto))
      and o.gesperrt_am is null and o.geschuetzt_am is null and o.aufgegangen_in is null
      -- A pair of two own records stands here once.
      and (p.id > o.id or (p.casemanager_id is not null and not p.casemanager_id = any (v_konto)))
      and not exists (select from person_verschieden v where v.kreis_id = p_kreis
        and v.person_id = least(o.id, p.id) and v.andere_id = greatest(o.id, p.id))
      and not exists (select from zusammenfuehrung z where z.kreis_id = p_kreis and z.stand = 'vorgeschlagen'
        and o.id in (z.bleibt_id, z.geht_auf_id) and p.id in (z.bleibt_id, z.geht_auf_id))
    order by o.id, p.id limit p_anzahl;
end $function$;
alter function dublette_paare(p_kreis text, p_anzahl integer) owner to lotse_dublette;
revoke execute on function dublette_paare(p_kreis text, p_anzahl integer) from public;
grant execute on function dublette_paare(p_kreis text, p_anzahl integer) to lotse_app;
comment on function dublette_paare(p_kreis text, p_anzahl integer) is 'Eigene Einträge mit anderen des Trägers, die Schlüssel gemeinsam haben und über die noch niemand entschieden hat.';

CREATE OR REPLACE FUNCTION public.eigene_abwesenheit()
 RETURNS TABLE(id uuid, art text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select w.id, w.art from abwesenheit w where w.konto_id = app_konto()
$function$;
alter function eigene_abwesenheit() owner to lotse_kalender;
revoke execute on function eigene_abwesenheit() from public;
grant execute on function eigene_abwesenheit() to lotse_app;
comment on function eigene_abwesenheit() is 'Art der eigenen Abwesenheiten; die der anderen liest niemand.';

CREATE OR REPLACE FUNCTION public.einschraenkung_gilt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update person p set eingeschraenkt_am = (select min(s.ab) from einschraenkung s
    where s.kreis_id = new.kreis_id and s.person_id = new.person_id and s.aufgehoben_am is null)
  where p.kreis_id = new.kreis_id and p.id = new.person_id;
  return null;
end $function$;
alter function einschraenkung_gilt() owner to lotse_ersuchen;
revoke execute on function einschraenkung_gilt() from public;
comment on function einschraenkung_gilt() is 'Schreibt an die Person, seit wann sie eingeschränkt ist.';

CREATE OR REPLACE FUNCTION public.einschraenkung_haelt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_person uuid;
begin
  v_person := case tg_table_name
    when 'weitergabe' then (to_jsonb(new) ->> 'person_id')::uuid
    when 'person' then (to_jsonb(new) ->> 'id')::uuid
    when 'erfolgsbericht' then (select f.person_id from erfolgsbericht_entwurf b
      join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
      where b.kreis_id = new.kreis_id and b.id = (to_jsonb(new) ->> 'entwurf_id')::uuid)
    else (select f.person_id from fall f where f.kreis_id = new.kreis_id and f.id = (to_jsonb(new) ->> 'fall_id')::uuid) end;
  if person_eingeschraenkt(new.kreis_id, v_person) then
    raise exception 'processing of this person is restricted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;
alter function einschraenkung_haelt() owner to lotse_ersuchen;
revoke execute on function einschraenkung_haelt() from public;
comment on function einschraenkung_haelt() is 'Hält an, was Daten einer eingeschränkten Person aus der Hand gäbe.';

CREATE OR REPLACE FUNCTION public.einwilligung_stand(p_kreis text, p_person uuid)
 RETURNS TABLE(traeger_id uuid, gesperrt_am timestamp with time zone, einwilligung_id uuid, erteilt_am date, textfassung text, sprache text, widerrufen_am date, ablauf_am date, abgeloest_am timestamp with time zone, erfasst_am timestamp with time zone, erfasst_von uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.traeger_id, p.gesperrt_am, e.id, e.erteilt_am, e.textfassung, e.sprache, e.widerrufen_am, e.ablauf_am,
    e.abgeloest_am, e.erfasst_am, e.erfasst_von
  from person p join einwilligung e on e.kreis_id = p.kreis_id and e.person_id = p.id
  where p.kreis_id = p_kreis and p.id = p_person and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  order by e.erteilt_am, e.erfasst_am
$function$;
alter function einwilligung_stand(p_kreis text, p_person uuid) owner to lotse_sperre;
revoke execute on function einwilligung_stand(p_kreis text, p_person uuid) from public;
grant execute on function einwilligung_stand(p_kreis text, p_person uuid) to lotse_app;
comment on function einwilligung_stand(p_kreis text, p_person uuid) is 'Einwilligungen einer Person, an der das Konto arbeitet, auch einer gesperrten: Tage und Fassungen, kein Name.';

CREATE OR REPLACE FUNCTION public.erfolgsbericht_bleibt()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.stand = 'freigegeben' then
    raise exception 'a released report does not change' using errcode = 'insufficient_privilege';
  end if;
  if new.stand <> 'eingereicht' and (new.inhalt is distinct from old.inhalt or old.eingereicht_von = app_konto()) then
    raise exception 'a second person reviews the text as it was submitted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from erfolgsbericht_entwurf b
    join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where b.kreis_id = p_kreis and b.id = p_entwurf and e.widerrufen_am is null and 'auswertung' = any (e.zweck)
      and (e.ablauf_am is null or e.ablauf_am >= current_date))
$function$;
alter function erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid) owner to lotse_akte;
revoke execute on function erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid) from public;
grant execute on function erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid) to lotse_app;
comment on function erfolgsbericht_gedeckt(p_kreis text, p_entwurf uuid) is 'Ob die Einwilligung der Person ein Fallbeispiel trägt; nur ja oder nein.';

CREATE OR REPLACE FUNCTION public.ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rolle r
    where r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto() and r.kreis_id = p_kreis
      and r.rolle = any (p_rollen) and p_kreis || ':' || r.rolle = any (app_liste('app.rollen'))
      and (r.traeger_id = p_traeger or r.rolle = 'datenschutz' and r.traeger_id is null)
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$function$;
alter function ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[]) owner to lotse_ersuchen;
revoke execute on function ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[]) from public;
grant execute on function ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[]) to lotse_app;
comment on function ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[]) is 'Ob das Konto eine der Rollen (datenschutz, traegerleitung) für diesen Träger hält und sie in dieser Sitzung gilt.';

CREATE OR REPLACE FUNCTION public.ersuchen_notizen(p_kreis text, p_ersuchen uuid)
 RETURNS TABLE(id uuid, zu_id uuid, ebene text, siegel bytea, am timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with f as (
    select f.kreis_id, f.id, p.traeger_id from ersuchen e
    join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and p.gesperrt_am is null
    join fall f on f.kreis_id = p.kreis_id and f.person_id = p.id
    where e.kreis_id = p_kreis and e.id = p_ersuchen and e.art in ('auskunft', 'uebertragbarkeit')
      and e.stand = 'identitaet_geprueft' and p.traeger_id = any (app_uuids('app.cm_traeger'))
      and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  ), n as (
    select n.* from f join notiz n on n.kreis_id = f.kreis_id and n.fall_id = f.id and (n.ebene = 'fall' or n.traeger_id = f.traeger_id)
  )
  select n.id, null::uuid, n.ebene, n.text_siegel, n.erfasst_am from n
  union all
  select a.id, coalesce(a.notiz_id, a.kontakt_id), null, a.text_siegel, a.erfasst_am from f
  join nachtrag a on a.kreis_id = f.kreis_id and a.fall_id = f.id
    and (a.notiz_id is null or a.notiz_id in (select n.id from n))
$function$;
alter function ersuchen_notizen(p_kreis text, p_ersuchen uuid) owner to lotse_ersuchen;
revoke execute on function ersuchen_notizen(p_kreis text, p_ersuchen uuid) from public;
grant execute on function ersuchen_notizen(p_kreis text, p_ersuchen uuid) to lotse_app;
comment on function ersuchen_notizen(p_kreis text, p_ersuchen uuid) is 'Alle Notizen des Verantwortlichen zu einer Person, auch die der Ebene "ich", solange eine Auskunft über sie zusammengestellt wird; mit Nachträgen.';

CREATE OR REPLACE FUNCTION public.ersuchen_vier_augen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.person_id is not null and new.person_id is null then
    new.worte_siegel := null;
    new.fall_nummer := null;
    return new;
  end if;
  if new.person_id is distinct from old.person_id then
    raise exception 'a request stays with its person' using errcode = 'insufficient_privilege';
  end if;
  if new.stand <> old.stand and (old.stand, new.stand) not in (('eingegangen', 'identitaet_geprueft'),
    ('identitaet_geprueft', 'vorbereitet'), ('vorbereitet', 'identitaet_geprueft'), ('vorbereitet', 'freigegeben'),
    ('freigegeben', 'erledigt'), ('freigegeben', 'abgelehnt')) then
    raise exception 'this step does not follow' using errcode = 'insufficient_privilege';
  end if;
  if new.stand = 'vorbereitet' and old.stand <> 'vorbereitet' and new.vorbereitet_von is distinct from app_konto() then
    raise exception 'prepared in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  if old.stand in ('freigegeben', 'erledigt', 'abgelehnt') or new.stand = 'freigegeben' then
    if (new.umfang, new.entscheidung, new.ablehnung, new.art, new.vorbereitet_von) is distinct from
        (old.umfang, old.entscheidung, old.ablehnung, old.art, old.vorbereitet_von)
      or new.pruefwert is distinct from old.pruefwert or new.worte_siegel is distinct from old.worte_siegel
      or old.freigegeben_von is not null and new.freigegeben_von is distinct from old.freigegeben_von then
      raise exception 'what was released does not change' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.stand = 'freigegeben' and old.stand = 'vorbereitet' then
    if new.freigegeben_von is distinct from app_konto() or old.vorbereitet_von = app_konto()
      or exists (select from ersuchen_schwaerzung s where s.kreis_id = old.kreis_id and s.ersuchen_id = old.id
        and app_konto() in (s.erfasst_von, s.aufgehoben_von))
      or not ersuchen_aufsicht(old.kreis_id, old.traeger_id, '{datenschutz,traegerleitung}') then
      raise exception 'a second person releases' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $function$;
alter function ersuchen_vier_augen() owner to lotse_ersuchen;
revoke execute on function ersuchen_vier_augen() from public;
comment on function ersuchen_vier_augen() is 'Wer vorbereitet oder geschwärzt hat, gibt nicht frei; Freigegebenes bleibt, wie es war; mit der Person geht der Inhalt.';

CREATE OR REPLACE FUNCTION public.ersuchen_zu_fall(p_kreis text, p_nummer text)
 RETURNS TABLE(person_id uuid, traeger_id uuid, casemanager_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.person_id, f.traeger_id, f.casemanager_id from fall f
  where f.kreis_id = p_kreis and f.nummer = p_nummer and f.person_id is not null
    and ersuchen_aufsicht(p_kreis, f.traeger_id, '{datenschutz}')
$function$;
alter function ersuchen_zu_fall(p_kreis text, p_nummer text) owner to lotse_ersuchen;
revoke execute on function ersuchen_zu_fall(p_kreis text, p_nummer text) from public;
grant execute on function ersuchen_zu_fall(p_kreis text, p_nummer text) to lotse_app;
comment on function ersuchen_zu_fall(p_kreis text, p_nummer text) is 'Wessen Fall eine Nummer ist, für die Aufsicht des Trägers: Kennungen, kein Name.';

CREATE OR REPLACE FUNCTION public.fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text)
 RETURNS TABLE(eigen boolean, traeger_id uuid, schluessel bytea, akte json, bemerkung bytea, gesamt integer, kontakt json)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
  v_geoeffnet uuid[] := app_uuids('app.geoeffnet');
  f record;
  p record;
begin
  select x.*, x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto)) as eigen
  into f from fall x where x.kreis_id = p_kreis and x.id = p_fall;
  if not found then return; end if;
  -- The Koordination sees the cases of its Kreis or region by number.
  if not f.eigen and (f.person_id = any (v_geoeffnet)) is not true and (p_aufsicht and (f.kreis_id = any (app_liste('app.ko_kreis'))
      or f.kommune_id = any (app_liste('app.ko_kommune')))) is not true then return; end if;
  select x.* into p from person x where x.kreis_id = f.kreis_id and x.id = f.person_id
    and (f.eigen and x.traeger_id = any (v_traeger) and (x.casemanager_id is null or x.casemanager_id = any (v_konto))
      or x.id = any (v_geoeffnet));
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
          where (f.eigen or p.id is not null) and e.kreis_id = p_kreis and e.person_id = f.person_id
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
end $function$;
alter function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) owner to lotse_akte;
revoke execute on function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) from public;
grant execute on function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) to lotse_app;
comment on function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) is 'Eine Fallakte mit den neuesten Kontakten, wenn das Konto den Fall sehen darf; schreibt den Lesezugriff selbst. p_aufsicht: die Koordination darf den Fall unter seiner Nummer sehen. "eigen" sagt, ob das Konto an ihm arbeitet; die Person steht auch in einem geöffneten Fall.';

CREATE OR REPLACE FUNCTION public.fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[])
 RETURNS TABLE(fall_id uuid, status text, eigener text, herkunft text, ab date, qualifiziert date, letzter date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;
alter function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[]) owner to lotse_akte;
revoke execute on function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[]) from public;
grant execute on function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[]) to lotse_app;
comment on function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[]) is 'Status und letzte Kontakte der Fälle, an denen das Konto arbeitet, an einem Tag nach heutigem Kenntnisstand. p_grenze: Tag minus Monate der Regel "aktiv_regel", leer bei gemeldetem Status.';

CREATE OR REPLACE FUNCTION public.fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
  v_geoeffnet uuid[] := app_uuids('app.geoeffnet');
  v_person uuid;
begin
  select p.id into v_person from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  where f.kreis_id = p_kreis and f.id = p_fall and (p.id = any (v_geoeffnet)
      or f.traeger_id = any (v_traeger)
    and (f.casemanager_id is null or f.casemanager_id = any (v_konto)) and p.traeger_id = any (v_traeger)
    and (p.casemanager_id is null or p.casemanager_id = any (v_konto)));
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
end $function$;
alter function fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date) owner to lotse_akte;
revoke execute on function fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date) from public;
grant execute on function fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date) to lotse_app;
comment on function fall_ueberblick(p_kreis text, p_fall uuid, p_tag date, p_ablauf date) is 'Stand der Fallarbeit, wenn das Konto an dem Fall arbeitet oder er ihm geöffnet ist: Runden, Ziele, offene Schritte, Vermittlungen, Aufgaben, Termin, was bis p_ablauf endet, Abschlüsse. Wörter versiegelt.';

CREATE OR REPLACE FUNCTION public.hilfeplan_version_unveraenderlich()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.stand <> 'entwurf' and (new.stand not in ('unterschrieben', 'abgeloest') or (old.stand, new.stand) = ('abgeloest', 'unterschrieben')
      or (new.kreis_id, new.id, new.fall_id, new.nummer, new.plan_fassung, new.inhalt_siegel, new.pruefwert, new.antwort, new.unterschrieben_am)
        is distinct from (old.kreis_id, old.id, old.fall_id, old.nummer, old.plan_fassung, old.inhalt_siegel, old.pruefwert, old.antwort, old.unterschrieben_am)) then
    raise exception 'a signed version is not changed';
  end if;
  return new;
end $function$;
comment on function hilfeplan_version_unveraenderlich() is 'Was unterschrieben ist, wird nur noch abgelöst.';

CREATE OR REPLACE FUNCTION public.kalender_feed(p_pruefwert text, p_von date, p_bis date)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  a record;
  v_traeger uuid[];
begin
  select x.kreis_id, x.konto_id into a from kalender_abo x
  join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and k.gesperrt_am is null and (k.endet_am is null or k.endet_am >= (now() at time zone 'Europe/Berlin')::date);
  if not found then return null; end if;
  select coalesce(array_agg(distinct r.traeger_id), '{}') into v_traeger from rolle r
  where r.konto_kreis_id = a.kreis_id and r.konto_id = a.konto_id and r.rolle = 'casemanager'
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now());
  return json_build_object(
    'termin', (select coalesce(json_agg(json_build_object('id', t.id, 'art', t.art, 'beginn', t.beginn, 'ende', t.ende,
        'stand', t.stand, 'fassung', t.fassung, 'erfasstAm', t.erfasst_am) order by t.beginn), '[]')
      from termin t where t.kreis_id = a.kreis_id and t.casemanager_id = a.konto_id and t.traeger_id = any (v_traeger)
        and t.beginn >= p_von and t.beginn < p_bis + 1),
    'sprechstunde', (select coalesce(json_agg(json_build_object('id', s.id, 'art', s.art, 'wochentag', s.wochentag,
        'von', to_char(s.von, 'HH24:MI'), 'bis', to_char(s.bis, 'HH24:MI'), 'gueltigAb', s.gueltig_ab,
        'gueltigBis', s.gueltig_bis, 'erfasstAm', s.erfasst_am,
        'ausfall', (select coalesce(json_agg(json_build_object('am', f.am, 'ersatzAm', f.ersatz_am)), '[]')
          from sprechstunde_ausfall f where f.kreis_id = s.kreis_id and f.sprechstunde_id = s.id))), '[]')
      from sprechstunde s where s.kreis_id = a.kreis_id and s.casemanager_id = a.konto_id and s.traeger_id = any (v_traeger)
        and s.gueltig_ab <= p_bis and (s.gueltig_bis is null or s.gueltig_bis > p_von)),
    'abwesenheit', (select coalesce(json_agg(json_build_object('von', w.von, 'bis', w.bis)), '[]')
      from abwesenheit w where w.kreis_id = a.kreis_id and w.konto_id = a.konto_id and w.von <= p_bis and w.bis >= p_von));
end $function$;
alter function kalender_feed(p_pruefwert text, p_von date, p_bis date) owner to lotse_kalender;
revoke execute on function kalender_feed(p_pruefwert text, p_von date, p_bis date) from public;
grant execute on function kalender_feed(p_pruefwert text, p_von date, p_bis date) to lotse_app;
comment on function kalender_feed(p_pruefwert text, p_von date, p_bis date) is 'Termine und Sprechstunden des Kontos, dem der geheime Link gehört; ohne Nummern, Orte und Namen. Leer: es gibt den Link nicht.';

CREATE OR REPLACE FUNCTION public.konto_zustand(p_kreis text, p_konto uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when k.gesperrt_am is not null or k.endet_am < (now() at time zone 'Europe/Berlin')::date then 'gesperrt'
    when not k.demo and greatest(k.zuletzt_am, k.entsperrt_am) < now() - interval '90 days' then 'ruhend'
    when k.zuletzt_am is null and not exists (select from kennwort w where w.kreis_id = k.kreis_id and w.konto_id = k.id) then 'eingeladen'
    else 'aktiv' end
  from konto k where k.kreis_id = p_kreis and k.id = p_konto
$function$;
revoke execute on function konto_zustand(p_kreis text, p_konto uuid) from public;
grant execute on function konto_zustand(p_kreis text, p_konto uuid) to lotse_anmeldung;
comment on function konto_zustand(p_kreis text, p_konto uuid) is 'eingeladen, aktiv, gesperrt oder ruhend (90 Tage nicht benutzt, BSI BER.3.13); nur "eingeladen" und "aktiv" kommen hinein.';

CREATE OR REPLACE FUNCTION public.lesezugriff_zweck()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
comment on function lesezugriff_zweck() is 'Kennzeichnet das Lesen in Vertretung, in einer Öffnung und im Notzugriff.';

CREATE OR REPLACE FUNCTION public.loeschlauf_freigeben(p_kreis text, p_lauf uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare l loeschlauf;
begin
  select x.* into l from loeschlauf x where x.kreis_id = p_kreis and x.id = p_lauf and loeschung_darf(p_kreis, x.traeger_id) for update;
  if not found then return null; end if;
  if l.stand <> 'vorgeschlagen' then return 'nicht-offen'; end if;
  if l.vorgeschlagen_von = app_konto() then return 'vier-augen'; end if;
  if l.archiv_antwort is null and exists (select from traeger t where t.kreis_id = p_kreis and t.id = l.traeger_id
    and t.art in ('kommune', 'kreis')) then return 'archiv-fehlt'; end if;
  update loeschlauf x set stand = 'freigegeben', freigegeben_am = now(), freigegeben_von = app_konto(), fassung = x.fassung + 1
  where x.kreis_id = p_kreis and x.id = p_lauf;
  return 'freigegeben';
end $function$;
alter function loeschlauf_freigeben(p_kreis text, p_lauf uuid) owner to lotse_loeschung;
revoke execute on function loeschlauf_freigeben(p_kreis text, p_lauf uuid) from public;
grant execute on function loeschlauf_freigeben(p_kreis text, p_lauf uuid) to lotse_app;
comment on function loeschlauf_freigeben(p_kreis text, p_lauf uuid) is 'Freigabe durch ein zweites Konto. Antwort: "freigegeben" oder warum nicht; leer: nicht da.';

CREATE OR REPLACE FUNCTION public.loeschnachweis_leeren(p_tag date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_anzahl integer;
begin
  update loeschnachweis n set einwilligung_am = null, einwilligung_fassung = null, widerrufen_am = null, einwilligung_bis = null
  where n.einwilligung_bis < p_tag;
  get diagnostics v_anzahl = row_count;
  return v_anzahl;
end $function$;
alter function loeschnachweis_leeren(p_tag date) owner to lotse_loeschung;
revoke execute on function loeschnachweis_leeren(p_tag date) from public;
grant execute on function loeschnachweis_leeren(p_tag date) to lotse_owner;
comment on function loeschnachweis_leeren(p_tag date) is 'Nimmt den Nachweis der Einwilligung heraus, wenn auch seine Frist um ist.';

CREATE OR REPLACE FUNCTION public.loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  x record; v_getilgt jsonb;
  -- A hold with a last day ends by the calendar, not by the day that somebody names.
  v_tag date := least(p_tag, (now() at time zone 'Europe/Berlin')::date);
begin
  -- First, so that a hold that is being set is waited for and then seen.
  perform from person p join loeschlauf_posten o on o.kreis_id = p.kreis_id and o.person_id in (p.id, p.aufgegangen_in)
  where p.kreis_id = p_kreis and o.id = p_posten and app_konto() is null for update of p;
  if not found then return null; end if;
  select o.person_id, o.lauf_id, o.art, o.regel, o.bezug_am into x from loeschlauf_posten o
  join loeschlauf l on l.kreis_id = o.kreis_id and l.id = o.lauf_id and l.stand = 'freigegeben'
    and l.freigegeben_von <> l.vorgeschlagen_von
  join person p on p.kreis_id = o.kreis_id and p.id = o.person_id and p.traeger_id = l.traeger_id
  where o.kreis_id = p_kreis and o.id = p_posten and o.stand = 'offen'
    and not exists (select from loeschung_sperre(p_kreis, o.person_id, v_tag))
  for update of o;
  if not found then return null; end if;
  update loeschlauf_posten o set stand = 'geloescht', person_id = null, nummer = '', erledigt_am = now()
  where o.kreis_id = p_kreis and o.id = p_posten;
  v_getilgt := person_tilgen(p_kreis, x.person_id, v_tag);
  perform loeschung_nachweisen(p_kreis, x.lauf_id, x.art, x.regel, x.bezug_am, v_tag, p_einwilligung_bis, v_getilgt);
  perform loeschung_erledigt(p_kreis, x.lauf_id);
  return jsonb_build_object('person', v_getilgt -> 'person', 'fall', v_getilgt -> 'fall', 'lauf', x.lauf_id, 'art', x.art);
end $function$;
alter function loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date) owner to lotse_loeschung;
revoke execute on function loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date) from public;
grant execute on function loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date) to lotse_app;
comment on function loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date) is 'Führt einen Posten aus, den zwei Konten gewollt haben und den nichts sperrt; schreibt den Nachweis. Leer: nichts davon.';

CREATE OR REPLACE FUNCTION public.loeschung_beantragen(p_kreis text, p_person uuid, p_tag date)
 RETURNS TABLE(lauf_id uuid, neu boolean, traeger_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare p record; v_lauf uuid; v_nummer text;
begin
  -- Besides those who decide: whoever leads the case of the person, not everybody at her Träger.
  select coalesce(x.aufgegangen_in, x.id) as id, x.traeger_id into p from person x
  where x.kreis_id = p_kreis and x.id = p_person and (loeschung_darf(p_kreis, x.traeger_id)
    or x.traeger_id = any (app_uuids('app.cm_traeger')) and x.casemanager_id = app_konto());
  if not found then return; end if;
  select x.lauf_id into v_lauf from loeschlauf_posten x where x.kreis_id = p_kreis and x.person_id = p.id and x.stand = 'offen';
  if found then return query select v_lauf, false, p.traeger_id; return; end if;
  select s.nummer[cardinality(s.nummer)] into v_nummer from loeschung_stand(p_kreis, null, p.id, p_tag) s;
  v_nummer := coalesce(v_nummer, (select max(f.nummer) from fall f where f.kreis_id = p_kreis and f.person_id = p.id), '');
  insert into loeschlauf (kreis_id, traeger_id, anlass, bis) values (p_kreis, p.traeger_id, 'ersuchen', p_tag) returning id into v_lauf;
  insert into loeschlauf_posten (kreis_id, lauf_id, person_id, nummer, art, bezug_am, faellig_ab)
  values (p_kreis, v_lauf, p.id, v_nummer, 'ersuchen', p_tag, p_tag);
  return query select v_lauf, true, p.traeger_id;
end $function$;
alter function loeschung_beantragen(p_kreis text, p_person uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_beantragen(p_kreis text, p_person uuid, p_tag date) from public;
grant execute on function loeschung_beantragen(p_kreis text, p_person uuid, p_tag date) to lotse_app;
comment on function loeschung_beantragen(p_kreis text, p_person uuid, p_tag date) is 'Schlägt die Löschung einer einzelnen Person auf ihr Ersuchen vor; antwortet mit dem Lauf und ob er neu ist. Leer: nicht da oder nicht erlaubt.';

CREATE OR REPLACE FUNCTION public.loeschung_darf(p_kreis text, p_traeger uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (r.rolle = 'datenschutz' and coalesce(r.traeger_id, p_traeger) = p_traeger
        or r.rolle = 'traegerleitung' and r.traeger_id = p_traeger)
      -- A session without the second factor has an account, but not its roles.
      and p_kreis || ':' || r.rolle = any (app_liste('app.rollen')))
$function$;
alter function loeschung_darf(p_kreis text, p_traeger uuid) owner to lotse_loeschung;
revoke execute on function loeschung_darf(p_kreis text, p_traeger uuid) from public;
grant execute on function loeschung_darf(p_kreis text, p_traeger uuid) to lotse_app;
comment on function loeschung_darf(p_kreis text, p_traeger uuid) is 'Ob das Konto für diesen Träger über Aufbewahrung und Löschung entscheidet: Leitung des Trägers oder Datenschutz.';

CREATE OR REPLACE FUNCTION public.loeschung_darf_person(p_kreis text, p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select loeschung_darf(p_kreis, p.traeger_id) from person p where p.kreis_id = p_kreis and p.id = p_person), false)
$function$;
alter function loeschung_darf_person(p_kreis text, p_person uuid) owner to lotse_loeschung;
revoke execute on function loeschung_darf_person(p_kreis text, p_person uuid) from public;
grant execute on function loeschung_darf_person(p_kreis text, p_person uuid) to lotse_app;
comment on function loeschung_darf_person(p_kreis text, p_person uuid) is 'Wie loeschung_darf, für den Träger der Person.';

CREATE OR REPLACE FUNCTION public.loeschung_erledigt(p_kreis text, p_lauf uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update loeschlauf l set stand = 'abgeschlossen', abgeschlossen_am = now()
  where l.kreis_id = p_kreis and l.id = p_lauf and l.stand = 'freigegeben'
    and not exists (select from loeschlauf_posten x where x.kreis_id = p_kreis and x.lauf_id = p_lauf and x.stand = 'offen')
$function$;
alter function loeschung_erledigt(p_kreis text, p_lauf uuid) owner to lotse_loeschung;
revoke execute on function loeschung_erledigt(p_kreis text, p_lauf uuid) from public;

CREATE OR REPLACE FUNCTION public.loeschung_gescheitert(p_kreis text, p_posten uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_versuche int;
begin
  update loeschlauf_posten x set versuche = x.versuche + 1, versucht_am = now() from loeschlauf l
  where x.kreis_id = p_kreis and x.id = p_posten and x.stand = 'offen' and l.kreis_id = x.kreis_id and l.id = x.lauf_id
    and l.stand = 'freigegeben' and app_konto() is null
  returning x.versuche into v_versuche;
  if v_versuche is null or v_versuche < 3 then return false; end if;
  perform loeschung_ueberspringen(p_kreis, p_posten, 'fehler');
  return true;
end $function$;
alter function loeschung_gescheitert(p_kreis text, p_posten uuid) owner to lotse_loeschung;
revoke execute on function loeschung_gescheitert(p_kreis text, p_posten uuid) from public;
grant execute on function loeschung_gescheitert(p_kreis text, p_posten uuid) to lotse_app;
comment on function loeschung_gescheitert(p_kreis text, p_posten uuid) is 'Zählt einen Versuch, der nicht gelang; nach dem dritten sieht ihn ein Mensch als übersprungen. Antwort: ob es so weit ist.';

CREATE OR REPLACE FUNCTION public.loeschung_kandidaten(p_kreis text, p_tag date)
 RETURNS TABLE(person_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date, widerruf_am date, sperre text, sperre_bis date, lauf_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.*, (select x.lauf_id from loeschlauf_posten x where x.kreis_id = p_kreis and x.person_id = s.person_id and x.stand = 'offen')
  from loeschung_stand(p_kreis, (select coalesce(array_agg(t.id), '{}') from traeger t
    where t.kreis_id = p_kreis and loeschung_darf(p_kreis, t.id)), null, p_tag) s
$function$;
alter function loeschung_kandidaten(p_kreis text, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_kandidaten(p_kreis text, p_tag date) from public;
grant execute on function loeschung_kandidaten(p_kreis text, p_tag date) to lotse_app;
comment on function loeschung_kandidaten(p_kreis text, p_tag date) is 'Wie loeschung_stand, für die Träger, über deren Löschung das Konto entscheidet.';

CREATE OR REPLACE FUNCTION public.loeschung_nachgewiesen()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*)::int from loeschnachweis n where n.art <> 'wiederholt'
$function$;
alter function loeschung_nachgewiesen() owner to lotse_loeschung;
revoke execute on function loeschung_nachgewiesen() from public;
grant execute on function loeschung_nachgewiesen() to lotse_owner;
comment on function loeschung_nachgewiesen() is 'Wie viele Löschungen nachgewiesen sind: so viele Personen muss das Register mindestens kennen.';

CREATE OR REPLACE FUNCTION public.loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_getilgt jsonb;
begin
  -- Records that were taken for one human being when the backup was made, and told apart again since: only hers go.
  update person p set aufgegangen_in = null
  where p.kreis_id = p_kreis and p.aufgegangen_in is not null and (p.id = any (p_alle)) <> (p.aufgegangen_in = any (p_alle))
    and coalesce(p.aufgegangen_in, p.id) = (select coalesce(w.aufgegangen_in, w.id) from person w where w.kreis_id = p_kreis and w.id = p_person);
  v_getilgt := person_tilgen(p_kreis, p_person, p_tag);
  if v_getilgt is null then return false; end if;
  perform loeschung_nachweisen(p_kreis, null, 'wiederholt', '', null, p_tag, null, v_getilgt);
  return true;
end $function$;
alter function loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date) from public;
grant execute on function loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date) to lotse_owner;
comment on function loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date) is 'Löscht erneut, wer laut Register schon gelöscht war und mit einer Sicherung zurückkam; p_alle: wer noch im Register steht.';

CREATE OR REPLACE FUNCTION public.loeschung_nachweisen(p_kreis text, p_lauf uuid, p_art text, p_regel text, p_bezug date, p_tag date, p_bis date, p_getilgt jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_salz bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
  e jsonb := p_getilgt -> 'einwilligung';
begin
  insert into loeschnachweis (kreis_id, lauf_id, traeger_id, art, regel, bezug_am, geloescht_am, salz, nummer_pruefwert, zaehlung,
    einwilligung_am, einwilligung_fassung, widerrufen_am, einwilligung_bis)
  values (p_kreis, p_lauf, (p_getilgt ->> 'traeger')::uuid, p_art, p_regel, p_bezug, p_tag, v_salz,
    coalesce((select array_agg(sha256(v_salz || convert_to(n, 'UTF8'))) from jsonb_array_elements_text(p_getilgt -> 'nummer') n), '{}'),
    p_getilgt -> 'zaehlung', case when p_bis is not null then (e ->> 'am')::date end, case when p_bis is not null then e ->> 'fassung' end,
    case when p_bis is not null then (e ->> 'widerrufen')::date end, p_bis);
end $function$;
alter function loeschung_nachweisen(p_kreis text, p_lauf uuid, p_art text, p_regel text, p_bezug date, p_tag date, p_bis date, p_getilgt jsonb) owner to lotse_loeschung;
revoke execute on function loeschung_nachweisen(p_kreis text, p_lauf uuid, p_art text, p_regel text, p_bezug date, p_tag date, p_bis date, p_getilgt jsonb) from public;

CREATE OR REPLACE FUNCTION public.loeschung_offen()
 RETURNS TABLE(kreis_id text, posten_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select x.kreis_id, x.id from loeschlauf_posten x join loeschlauf l on l.kreis_id = x.kreis_id and l.id = x.lauf_id
  where l.stand = 'freigegeben' and x.stand = 'offen' and app_konto() is null
    and (x.versucht_am is null or x.versucht_am < now() - interval '1 minute')
  order by l.freigegeben_am, x.id
$function$;
alter function loeschung_offen() owner to lotse_loeschung;
revoke execute on function loeschung_offen() from public;
grant execute on function loeschung_offen() to lotse_app;
comment on function loeschung_offen() is 'Was freigegeben ist und noch auszuführen; was scheiterte, erst nach einer Minute wieder. Wie alles, was ausführt, nur ohne Konto: im Hintergrund.';

CREATE OR REPLACE FUNCTION public.loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date)
 RETURNS TABLE(art text, lauf_id uuid, person_id uuid, lauf_traeger_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date, widerruf_am date, sperre text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare x record;
begin
  select o.art, o.lauf_id, o.person_id, l.traeger_id into x from loeschlauf_posten o
  join loeschlauf l on l.kreis_id = o.kreis_id and l.id = o.lauf_id and l.stand = 'freigegeben'
  where o.kreis_id = p_kreis and o.id = p_posten and o.stand = 'offen' and app_konto() is null for update of o skip locked;
  if not found then return; end if;
  -- Whoever writes to the person meanwhile waits, or is waited for.
  perform from person p where p.kreis_id = p_kreis and x.person_id in (p.id, p.aufgegangen_in) for update;
  perform from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  where f.kreis_id = p_kreis and x.person_id in (p.id, p.aufgegangen_in) for update of f;
  return query
    select x.art, x.lauf_id, x.person_id, x.traeger_id, p.traeger_id, s.nummer, s.fall_bezug, s.kurz_bezug, s.widerruf_am,
      (select h.grund from loeschung_sperre(p_kreis, x.person_id, p_tag) h)
    from (select 1) eins
    left join person p on p.kreis_id = p_kreis and p.id = x.person_id
    left join lateral loeschung_stand(p_kreis, null, x.person_id, p_tag) s on p.id is not null;
end $function$;
alter function loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date) from public;
grant execute on function loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date) to lotse_app;
comment on function loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date) is 'Sperrt einen freigegebenen Posten samt Person und sagt, wie es jetzt um sie steht. Keine Zeile: nicht freigegeben, schon erledigt oder gerade in Arbeit.';

CREATE OR REPLACE FUNCTION public.loeschung_regel(p_kreis text, p_traeger uuid, p_tag date)
 RETURNS TABLE(art text, einheit text, anzahl smallint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.art, r.einheit, r.anzahl from aufbewahrungsregel r
  where r.kreis_id = p_kreis and r.traeger_id = p_traeger and r.ersetzt_am is null and r.gueltig_ab <= p_tag
    and (r.gueltig_bis is null or r.gueltig_bis > p_tag) and app_konto() is null
$function$;
alter function loeschung_regel(p_kreis text, p_traeger uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_regel(p_kreis text, p_traeger uuid, p_tag date) from public;
grant execute on function loeschung_regel(p_kreis text, p_traeger uuid, p_tag date) to lotse_app;
comment on function loeschung_regel(p_kreis text, p_traeger uuid, p_tag date) is 'Fristen eines Trägers an einem Tag, für die Ausführung ohne Konto.';

CREATE OR REPLACE FUNCTION public.loeschung_sperre(p_kreis text, p_person uuid, p_tag date)
 RETURNS TABLE(grund text, bis date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select x.grund, x.bis from (
    select l.grund, l.bis from person p join loeschsperre l on l.kreis_id = p.kreis_id and l.person_id = p.id
      and l.aufgehoben_am is null and (l.bis is null or l.bis >= p_tag)
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in)
    union all
    -- Whoever has her data restricted wants them kept (Art. 18 (1) GDPR); a question must be answered before its object goes.
    select 'einschraenkung', null from person p
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in) and p.eingeschraenkt_am is not null
    union all
    select 'ersuchen', null from person p join ersuchen e on e.kreis_id = p.kreis_id and e.person_id = p.id
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in) and e.art <> 'loeschung'
      and e.stand not in ('erledigt', 'abgelehnt')
  ) x order by x.bis desc nulls first, x.grund limit 1
$function$;
alter function loeschung_sperre(p_kreis text, p_person uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_sperre(p_kreis text, p_person uuid, p_tag date) from public;
comment on function loeschung_sperre(p_kreis text, p_person uuid, p_tag date) is 'Was die Löschung einer Person jetzt aufhält: gesetzte Sperre, Einschränkung, offenes Ersuchen.';

CREATE OR REPLACE FUNCTION public.loeschung_sperren(p_kreis text)
 RETURNS TABLE(id uuid, nummer text[], traeger_id uuid, grund text, bis date, gesetzt_am timestamp with time zone, gesetzt_von uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id, coalesce((select array_agg(f.nummer) from fall f where f.kreis_id = p_kreis and f.person_id = l.person_id),
      (select array_agg(a.nummer) from anfrage a where a.kreis_id = p_kreis and a.person_id = l.person_id), '{}'),
    p.traeger_id, l.grund, l.bis, l.gesetzt_am, l.gesetzt_von
  from loeschsperre l join person p on p.kreis_id = l.kreis_id and p.id = l.person_id
  where l.kreis_id = p_kreis and l.aufgehoben_am is null and loeschung_darf(p_kreis, p.traeger_id)
  order by l.gesetzt_am desc
$function$;
alter function loeschung_sperren(p_kreis text) owner to lotse_loeschung;
revoke execute on function loeschung_sperren(p_kreis text) from public;
grant execute on function loeschung_sperren(p_kreis text) to lotse_app;
comment on function loeschung_sperren(p_kreis text) is 'Sperren, die gelten, nach Nummern.';

CREATE OR REPLACE FUNCTION public.loeschung_stand(p_kreis text, p_traeger uuid[], p_person uuid, p_tag date)
 RETURNS TABLE(person_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date, widerruf_am date, sperre text, sperre_bis date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with g as (
    select coalesce(p.aufgegangen_in, p.id) as wurzel, p.id, p.traeger_id, p.gesperrt_am is not null as gesperrt
    from person p
    where p.kreis_id = p_kreis and (p_traeger is null or p.traeger_id = any (p_traeger))
      and (p_person is null or coalesce(p.aufgegangen_in, p.id) = (
        select coalesce(x.aufgegangen_in, x.id) from person x where x.kreis_id = p_kreis and x.id = p_person))
  ), faelle as (
    select g.wurzel, array_agg(f.nummer order by f.aufgenommen_am, f.nummer) as nummer,
      case when bool_and(coalesce(s.status = 'abgeschlossen', false)) then max(greatest(s.gueltig_ab, k.am)) end as bezug
    from g join fall f on f.kreis_id = p_kreis and f.person_id = g.id
    left join lateral (select h.status, h.gueltig_ab from fall_status h where h.kreis_id = p_kreis and h.fall_id = f.id
      and h.ersetzt_am is null and h.gueltig_ab <= p_tag and (h.gueltig_bis is null or h.gueltig_bis > p_tag) limit 1) s on true
    left join lateral (select max(b.am) as am from beratungskontakt b
      where b.kreis_id = p_kreis and b.fall_id = f.id and b.ersetzt_am is null) k on true
    group by g.wurzel
  ), anfragen as (
    select g.wurzel, array_agg(a.nummer order by a.eingegangen_am, a.nummer) as nummer,
      max(greatest(a.eingegangen_am, a.abgeschlossen_am,
        (select max(k.am) from sonstiger_kontakt k where k.kreis_id = p_kreis and k.anfrage_id = a.id and k.ersetzt_am is null),
        (select max(e.am) from erstberatung e where e.kreis_id = p_kreis and e.anfrage_id = a.id))) as bezug,
      bool_or(a.stand in ('offen', 'warteliste')) as wartet
    from g join anfrage a on a.kreis_id = p_kreis and a.person_id = g.id group by g.wurzel
  ), einwilligungen as (
    select g.wurzel, max(e.erteilt_am) as erteilt_am, max(e.widerrufen_am) filter (where g.gesperrt) as widerrufen_am
    from g join einwilligung e on e.kreis_id = p_kreis and e.person_id = g.id group by g.wurzel
  )
  -- Whoever came back and waits for an answer is not over and done with, whatever ended long ago.
  select g.wurzel, g.traeger_id, coalesce(f.nummer, a.nummer, '{}'),
    case when f.bezug is not null and a.wartet is not true then greatest(f.bezug, a.bezug) end,
    case when f.wurzel is null and a.wartet is not true then greatest(a.bezug, e.erteilt_am) end, e.widerrufen_am, s.grund, s.bis
  from g
  left join faelle f on f.wurzel = g.wurzel
  left join anfragen a on a.wurzel = g.wurzel
  left join einwilligungen e on e.wurzel = g.wurzel
  left join lateral loeschung_sperre(p_kreis, g.wurzel, p_tag) s on true
  where g.id = g.wurzel and (f.bezug is not null or f.wurzel is null or e.widerrufen_am is not null)
$function$;
alter function loeschung_stand(p_kreis text, p_traeger uuid[], p_person uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function loeschung_stand(p_kreis text, p_traeger uuid[], p_person uuid, p_tag date) from public;
comment on function loeschung_stand(p_kreis text, p_traeger uuid[], p_person uuid, p_tag date) is 'Wonach sich die Fristen richten, je Person: letzter Abschluss, letzte Kurzberatung, Widerruf, Sperre. Kein Name. Nur für die Funktionen der Löschung.';

CREATE OR REPLACE FUNCTION public.loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_lauf uuid;
begin
  update loeschlauf_posten x set stand = 'uebersprungen', grund = p_grund, erledigt_am = now()
  from loeschlauf l
  where x.kreis_id = p_kreis and x.id = p_posten and x.stand = 'offen' and l.kreis_id = x.kreis_id and l.id = x.lauf_id
    and l.stand = 'freigegeben' and app_konto() is null
  returning x.lauf_id into v_lauf;
  perform loeschung_erledigt(p_kreis, v_lauf);
end $function$;
alter function loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text) owner to lotse_loeschung;
revoke execute on function loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text) from public;
grant execute on function loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text) to lotse_app;
comment on function loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text) is 'Lässt einen freigegebenen Posten aus und hält fest, warum.';

CREATE OR REPLACE FUNCTION public.loeschung_vorhanden(p_kreis text[], p_person uuid[])
 RETURNS TABLE(kreis_id text, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.kreis_id, p.id from unnest(p_kreis, p_person) as u (kreis_id, id)
  join person p on p.kreis_id = u.kreis_id and p.id = u.id
$function$;
alter function loeschung_vorhanden(p_kreis text[], p_person uuid[]) owner to lotse_loeschung;
revoke execute on function loeschung_vorhanden(p_kreis text[], p_person uuid[]) from public;
grant execute on function loeschung_vorhanden(p_kreis text[], p_person uuid[]) to lotse_owner;
comment on function loeschung_vorhanden(p_kreis text[], p_person uuid[]) is 'Wer von den Genannten da ist: nach einer Rücksicherung niemand, der gelöscht war.';

CREATE OR REPLACE FUNCTION public.menge_seit(p_nach bigint)
 RETURNS TABLE(id bigint, konto_id uuid, am timestamp with time zone, fremd text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
alter function menge_seit(p_nach bigint) owner to lotse_protokoll;
revoke execute on function menge_seit(p_nach bigint) from public;
grant execute on function menge_seit(p_nach bigint) to lotse_app;
comment on function menge_seit(p_nach bigint) is 'Welche fremden Personen seit einer Zeile gelesen wurden, verschlüsselt gezählt: geöffnete Akten, die nicht die eigenen sind, und Namen in Listen außerhalb von Eigenem, Vertretung und offenem Team.';

CREATE OR REPLACE FUNCTION public.merke_anmeldung()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.stufe > 0 and (tg_op = 'INSERT' or old.stufe = 0) then
    update konto set zuletzt_am = now() where kreis_id = new.kreis_id and id = new.konto_id;
  end if;
  return null;
end $function$;
revoke execute on function merke_anmeldung() from public;
comment on function merke_anmeldung() is 'Hält fest, wann ein Konto zuletzt ganz angemeldet war, auf welchem Weg auch immer.';

CREATE OR REPLACE FUNCTION public.notzugriff_melden(p_kreis text, p_art text, p_fall uuid, p_traeger uuid, p_konten uuid[], p_daten jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  -- The case goes to those who work on it; the data protection officers learn that it happened, not in which one.
  insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
  select p_kreis, k, p_art, 'fall', p_fall, p_daten from unnest(p_konten) k
  union all
  select distinct p_kreis, r.konto_id, p_art || '_datenschutz', 'notzugriff', null::uuid, p_daten - 'nummer' from rolle r
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'datenschutz'
    and (r.traeger_id is null or r.traeger_id = p_traeger)
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$function$;
alter function notzugriff_melden(p_kreis text, p_art text, p_fall uuid, p_traeger uuid, p_konten uuid[], p_daten jsonb) owner to lotse_schutz;
revoke execute on function notzugriff_melden(p_kreis text, p_art text, p_fall uuid, p_traeger uuid, p_konten uuid[], p_daten jsonb) from public;

CREATE OR REPLACE FUNCTION public.notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea)
 RETURNS TABLE(fall_id uuid, nummer text, bis timestamp with time zone, laeuft boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea) owner to lotse_schutz;
revoke execute on function notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea) from public;
grant execute on function notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea) to lotse_app;
comment on function notzugriff_oeffnen(p_kreis text, p_id uuid, p_nummer text, p_grund text, p_siegel bytea) is 'Öffnet einen Fall des eigenen Trägers drei Stunden lang zum Lesen und sagt es in derselben Transaktion der Fachkraft und dem Datenschutz. Keine Zeile: es gibt ihn hier nicht, oder nicht aus diesem Grund.';

CREATE OR REPLACE FUNCTION public.notzugriff_traeger(p_kreis text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(r.traeger_id), '{}') from rolle r
  where p_kreis || ':notzugriff' = any (app_liste('app.rollen')) and r.kreis_id = p_kreis and r.rolle = 'notzugriff'
    and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$function$;
alter function notzugriff_traeger(p_kreis text) owner to lotse_schutz;
revoke execute on function notzugriff_traeger(p_kreis text) from public;
grant execute on function notzugriff_traeger(p_kreis text) to lotse_app;
comment on function notzugriff_traeger(p_kreis text) is 'Träger, für die das Konto im Notfall öffnen darf.';

CREATE OR REPLACE FUNCTION public.oeffnung_endet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update oeffnung o set beendet_am = now() where o.kreis_id = new.kreis_id and o.person_id = new.id and o.beendet_am is null
    and o.bis > now();
  update notzugriff n set beendet_am = now() where n.kreis_id = new.kreis_id and n.person_id = new.id and n.beendet_am is null
    and n.bis > now() and (new.gesperrt_am is not null or new.traeger_id <> old.traeger_id
      or new.geschuetzt_am is not null and n.grund <> 'leben-in-gefahr');
  return null;
end $function$;
alter function oeffnung_endet() owner to lotse_schutz;
revoke execute on function oeffnung_endet() from public;
comment on function oeffnung_endet() is 'Wechseln Träger oder Fachkraft, wird die Einwilligung widerrufen oder der Schutz gesetzt, so schließt sich, was offen ist.';

CREATE OR REPLACE FUNCTION public.offene_sprechstunde(p_kreis text, p_am date)
 RETURNS TABLE(standort_id uuid, art text, wochentag smallint, von time without time zone, bis time without time zone, ausfall date[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.standort_id, s.art, s.wochentag, s.von, s.bis,
    array(select a.am from sprechstunde_ausfall a where a.kreis_id = s.kreis_id and a.sprechstunde_id = s.id
      and a.am between p_am and p_am + 28 order by a.am)
  from sprechstunde s
  where s.kreis_id = p_kreis and s.gueltig_ab <= p_am and (s.gueltig_bis is null or s.gueltig_bis > p_am)
  order by s.wochentag, s.von
$function$;
alter function offene_sprechstunde(p_kreis text, p_am date) owner to lotse_auskunft;
revoke execute on function offene_sprechstunde(p_kreis text, p_am date) from public;
grant execute on function offene_sprechstunde(p_kreis text, p_am date) to lotse_app;
comment on function offene_sprechstunde(p_kreis text, p_am date) is 'Offene Sprechstunden eines Kreises mit den Ausfällen der nächsten vier Wochen, ohne Personen.';

CREATE OR REPLACE FUNCTION public.partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung integer, p_id uuid, p_stand text, p_grund text, p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea)
 RETURNS TABLE(fall_id uuid, nummer text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_fall uuid;
begin
  update vermittlung v set stand = p_stand, grund = p_grund, ergebnis = p_ergebnis, stand_am = p_am,
    rueckmeldung_bis = p_rueckmeldung_bis, fassung = v.fassung + 1
  where v.kreis_id = p_kreis and v.id = p_vermittlung and v.fassung = p_fassung
    and p_stand in ('angenommen', 'warteliste', 'abgelehnt', 'begonnen', 'beendet')
    and v.id in (select x.id from partner_vermittlung(p_kreis, p_vermittlung) x)
  returning v.fall_id into v_fall;
  if v_fall is null then return; end if;
  insert into vermittlung_stand (kreis_id, id, vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, worte_siegel,
    erfasst_von)
  values (p_kreis, p_id, p_vermittlung, v_fall, p_stand, p_grund, p_ergebnis, p_am, 'partner', p_worte, app_konto());
  -- Whoever works on the case is told; a case that nobody has yet belongs to the whole team.
  insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
  select f.kreis_id, k.id, 'vermittlung.beantwortet', 'fall', f.id, jsonb_build_object('nummer', f.nummer, 'stand', p_stand)
  from fall f join konto k on k.kreis_id = f.kreis_id and (k.id = f.casemanager_id or f.casemanager_id is null
    and exists (select from rolle r where r.konto_kreis_id = k.kreis_id and r.konto_id = k.id and r.kreis_id = f.kreis_id
      and r.rolle = 'casemanager' and r.traeger_id = f.traeger_id
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())))
  where f.kreis_id = p_kreis and f.id = v_fall;
  return query select f.id, f.nummer from fall f where f.kreis_id = p_kreis and f.id = v_fall;
end $function$;
alter function partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung integer, p_id uuid, p_stand text, p_grund text, p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea) owner to lotse_partner;
revoke execute on function partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung integer, p_id uuid, p_stand text, p_grund text, p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea) from public;
grant execute on function partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung integer, p_id uuid, p_stand text, p_grund text, p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea) to lotse_app;
comment on function partner_antworten(p_kreis text, p_vermittlung uuid, p_fassung integer, p_id uuid, p_stand text, p_grund text, p_ergebnis text, p_am date, p_rueckmeldung_bis date, p_worte bytea) is 'Antwort einer Partnerstelle auf eine Vermittlung, mit Nachricht an das Case Management. Keine Zeile: nicht da oder inzwischen geändert.';

CREATE OR REPLACE FUNCTION public.partner_eingang(p_kreis text, p_vermittlung uuid)
 RETURNS TABLE(id uuid, traeger_id uuid, schluessel bytea, traeger_schluessel bytea, schreiben bytea, eingang json)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare v_person uuid[];
begin
  if p_vermittlung is not null then
    perform from vermittlung v where v.kreis_id = p_kreis and v.id = p_vermittlung
      and v.id in (select x.id from partner_vermittlung(p_kreis, p_vermittlung) x) for update;
  end if;
  select array_agg(distinct x.person_id) into v_person from partner_vermittlung(p_kreis, p_vermittlung) x;
  if v_person is null then return; end if;
  insert into lesezugriff (kreis_id, konto_id, person_id, vorgang) values (p_kreis, app_konto(), v_person, 'eingang.list');
  return query
    select x.id, x.traeger_id, x.schluessel, x.traeger_schluessel, v.schreiben_siegel,
      json_build_object('id', v.id, 'stelleName', s.name, 'angebotName', a.name, 'lebensbereich', v.lebensbereich,
        'traegerName', t.rechtsname, 'casemanagerName', c.name, 'am', v.am, 'terminAm', v.termin_am,
        'terminUm', to_char(v.termin_um, 'HH24:MI'), 'stand', v.stand, 'grund', v.grund, 'ergebnis', v.ergebnis,
        'standAm', v.stand_am, 'rueckmeldungBis', v.rueckmeldung_bis, 'fassung', v.fassung,
        'antwort', (select coalesce(json_agg(json_build_object('id', h.id, 'stand', h.stand, 'grund', h.grund,
            'ergebnis', h.ergebnis, 'am', h.am, 'siegel', encode(h.worte_siegel, 'base64')) order by h.erfasst_am), '[]')
          from vermittlung_stand h where h.kreis_id = p_kreis and h.vermittlung_id = v.id and h.herkunft = 'partner'))
    from partner_vermittlung(p_kreis, p_vermittlung) x
    join vermittlung v on v.kreis_id = p_kreis and v.id = x.id
    join fall f on f.kreis_id = p_kreis and f.id = x.fall_id
    join stelle s on s.kreis_id = p_kreis and s.id = v.stelle_id
    left join angebot a on a.kreis_id = p_kreis and a.id = v.angebot_id
    join traeger t on t.kreis_id = p_kreis and t.id = f.traeger_id
    left join konto c on c.kreis_id = p_kreis and c.id = f.casemanager_id
    order by v.stand in ('beendet', 'abgelehnt'), v.am desc, v.id;
end $function$;
alter function partner_eingang(p_kreis text, p_vermittlung uuid) owner to lotse_partner;
revoke execute on function partner_eingang(p_kreis text, p_vermittlung uuid) from public;
grant execute on function partner_eingang(p_kreis text, p_vermittlung uuid) to lotse_app;
comment on function partner_eingang(p_kreis text, p_vermittlung uuid) is 'Was an die Stelle des Kontos gesendet wurde, mit dem, was es selbst geantwortet hat; schreibt den Lesezugriff selbst. Mit p_vermittlung: nur diese, gesperrt für eine Antwort.';

CREATE OR REPLACE FUNCTION public.partner_vermittlung(p_kreis text, p_vermittlung uuid)
 RETURNS TABLE(id uuid, fall_id uuid, person_id uuid, traeger_id uuid, schluessel bytea, traeger_schluessel bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select v.id, v.fall_id, p.id, p.traeger_id, p.schluessel_verpackt, t.schluessel_verpackt
    from rolle r
    join vermittlung v on v.kreis_id = r.kreis_id and v.stelle_id = r.stelle_id and v.kanal = 'partnerkonto'
      and v.stand not in ('vorbereitet', 'zurueckgezogen')
    join fall f on f.kreis_id = v.kreis_id and f.id = v.fall_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    -- The release must still hold, and for the Träger that holds the person now.
    join entbindung e on e.kreis_id = v.kreis_id and e.id = v.entbindung_id and e.traeger_id = p.traeger_id
      and e.widerrufen_am is null and e.gueltig_bis > current_date
    join traeger_schluessel t on t.kreis_id = p.kreis_id and t.traeger_id = p.traeger_id
    where r.kreis_id = p_kreis and r.konto_id = app_konto() and r.konto_kreis_id = current_setting('app.konto_kreis', true)
      and r.rolle = 'partner' and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (p_vermittlung is null or v.id = p_vermittlung);
end $function$;
alter function partner_vermittlung(p_kreis text, p_vermittlung uuid) owner to lotse_partner;
revoke execute on function partner_vermittlung(p_kreis text, p_vermittlung uuid) from public;
comment on function partner_vermittlung(p_kreis text, p_vermittlung uuid) is 'Welche Vermittlungen das Konto einer Partnerstelle sehen darf, mit den verpackten Schlüsseln dazu.';

CREATE OR REPLACE FUNCTION public.person_eingeschraenkt(p_kreis text, p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from person p where p.kreis_id = p_kreis and p.id = p_person and p.eingeschraenkt_am is not null)
$function$;
alter function person_eingeschraenkt(p_kreis text, p_person uuid) owner to lotse_ersuchen;
revoke execute on function person_eingeschraenkt(p_kreis text, p_person uuid) from public;
grant execute on function person_eingeschraenkt(p_kreis text, p_person uuid) to lotse_app;
comment on function person_eingeschraenkt(p_kreis text, p_person uuid) is 'Ob die Verarbeitung einer Person eingeschränkt ist; nur ja oder nein.';

CREATE OR REPLACE FUNCTION public.person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid) owner to lotse_sperre;
revoke execute on function person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid) from public;
grant execute on function person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid) to lotse_app;
comment on function person_entsperren(p_kreis text, p_person uuid, p_einwilligung uuid) is 'Neue Einwilligung nach einem Widerruf oder anstelle einer befristeten: hebt die Sperre auf und gilt von nun an. Falsch: nicht da, weder gesperrt noch befristet, oder nicht neu eingewilligt.';

CREATE OR REPLACE FUNCTION public.person_schuetzen(p_kreis text, p_fall uuid, p_grund text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update person p set geschuetzt_am = case when p_grund is not null then coalesce(p.geschuetzt_am, now()) end,
    geschuetzt_grund = p_grund, fassung = p.fassung + 1
  from fall f
  where f.kreis_id = p_kreis and f.id = p_fall and p.kreis_id = f.kreis_id and p.id = f.person_id and p.gesperrt_am is null
    and p.casemanager_id = app_konto() and p.traeger_id = any (app_uuids('app.cm_traeger'));
  return found;
end $function$;
alter function person_schuetzen(p_kreis text, p_fall uuid, p_grund text) owner to lotse_schutz;
revoke execute on function person_schuetzen(p_kreis text, p_fall uuid, p_grund text) from public;
grant execute on function person_schuetzen(p_kreis text, p_fall uuid, p_grund text) to lotse_app;
comment on function person_schuetzen(p_kreis text, p_fall uuid, p_grund text) is 'Setzt oder löst (ohne Grund) den besonderen Schutz der Person eines Falls. Falsch: nicht die eigene Fachkraft.';

CREATE OR REPLACE FUNCTION public.person_sperren(p_kreis text, p_person uuid, p_am date)
 RETURNS TABLE(entbindungen integer, weitergaben integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function person_sperren(p_kreis text, p_person uuid, p_am date) owner to lotse_sperre;
revoke execute on function person_sperren(p_kreis text, p_person uuid, p_am date) from public;
grant execute on function person_sperren(p_kreis text, p_person uuid, p_am date) to lotse_app;
comment on function person_sperren(p_kreis text, p_person uuid, p_am date) is 'Widerruf der Einwilligung: sperrt die Person, widerruft ihre Entbindungen, stoppt vorbereitete Weitergaben. Keine Zeile: nicht da oder schon gesperrt.';

CREATE OR REPLACE FUNCTION public.person_suche(p_form text, p_laut text, p_anzahl integer)
 RETURNS TABLE(kreis_id text, person_id uuid, aehnlichkeit real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.45'
AS $function$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
begin
  -- Sound keys are short: half of one is chance, so only nearly equal ones count.
  return query
    select h.kreis_id, coalesce(b.id, h.id), max(greatest(h.form, case when h.laut >= 0.8 then 0.95::real * h.laut end)) as a
    from (
      select p.kreis_id, p.id, p.aufgegangen_in, word_similarity(p_form, p.suchform) as form,
        word_similarity(p_laut, p.suchlaut) as laut, p.suchform like '%' || p_form || '%' as darin
      from person p
      where p_form <> '' and p.traeger_id = any (v_traeger) and p.gesperrt_am is null and (p.geschuetzt_am is null or p.casemanager_id = app_konto())
        and (p.casemanager_id is null or p.casemanager_id = any (v_konto))
        and (p_form <% p.suchform or p_laut <% p.suchlaut or p.suchform like '%' || p_form || '%')
    ) h
    left join person b on b.kreis_id = h.kreis_id and b.id = h.aufgegangen_in and b.traeger_id = any (v_traeger)
      and b.gesperrt_am is null and (b.geschuetzt_am is null or b.casemanager_id = app_konto()) and (b.casemanager_id is null or b.casemanager_id = any (v_konto))
    where h.form >= 0.45 or h.laut >= 0.8 or h.darin
    group by h.kreis_id, coalesce(b.id, h.id)
    order by a desc, coalesce(b.id, h.id)
    limit p_anzahl;
end $function$;
alter function person_suche(p_form text, p_laut text, p_anzahl integer) owner to lotse_suche;
revoke execute on function person_suche(p_form text, p_laut text, p_anzahl integer) from public;
grant execute on function person_suche(p_form text, p_laut text, p_anzahl integer) to lotse_app;

CREATE OR REPLACE FUNCTION public.person_tilgen(p_kreis text, p_person uuid, p_tag date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_person uuid[]; v_fall uuid[]; v_anfrage uuid[]; v_nummer text[]; v_traeger uuid;
  v_neu jsonb; v_zeile uuid[]; v_wort text[]; v_anzahl int; v_tabelle text; v_zaehlung jsonb := '{}';
  v_einwilligung jsonb; v_uebergabe uuid; v_neue uuid;
begin
  select array_agg(x.id) into v_person from (select p.id from person p
    where p.kreis_id = p_kreis and coalesce(p.aufgegangen_in, p.id) = (
      select coalesce(w.aufgegangen_in, w.id) from person w where w.kreis_id = p_kreis and w.id = p_person) for update) x;
  if v_person is null then return null; end if;
  select p.traeger_id into v_traeger from person p where p.kreis_id = p_kreis and p.id = p_person;
  select coalesce(array_agg(x.id), '{}'), coalesce(array_agg(x.nummer), '{}') into v_fall, v_nummer
  from (select f.id, f.nummer from fall f where f.kreis_id = p_kreis and f.person_id = any (v_person) for update) x;
  -- What was asked before there was a name belongs to her as well, through every time it was passed on.
  with recursive a as (
    select b.id, b.vorige_id from anfrage b
    where b.kreis_id = p_kreis and (b.person_id = any (v_person) or (b.fall_id = any (v_fall) and b.person_id is null))
    union
    select b.id, b.vorige_id from a join anfrage b on b.kreis_id = p_kreis and b.id = a.vorige_id
    where b.person_id is null or b.person_id = any (v_person)
  ) select coalesce(array_agg(a.id), '{}') into v_anfrage from a;
  select v_nummer || coalesce(array_agg(a.nummer), '{}') into v_nummer from anfrage a
  where a.kreis_id = p_kreis and a.id = any (v_anfrage);
  select to_jsonb(e) into v_einwilligung from (
    select min(e.erteilt_am) as am, max(e.widerrufen_am) as widerrufen,
      (array_agg(e.textfassung order by e.erteilt_am desc))[1] as fassung
    from einwilligung e where e.kreis_id = p_kreis and e.person_id = any (v_person)) e;

  -- Every key that stands anywhere for one of her rows.
  select array_agg(z.id) into v_zeile from (
    select unnest(v_person || v_fall || v_anfrage) as id
    union all select x.id from geheimtext x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from einwilligung x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from entbindung x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from fall_status x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from fall_merkmal x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from beratungskontakt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from sonstiger_kontakt x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage)
    union all select x.id from assessment x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_ziel x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_schritt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_version x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from vermittlung x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from termin x where x.kreis_id = p_kreis and (x.fall_id = any (v_fall) or x.anfrage_id = any (v_anfrage))
    union all select x.id from notiz x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from aufgabe x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from dokument x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from akteur x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from haushalt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from erfolgsbericht_entwurf x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from zusammenfuehrung x where x.kreis_id = p_kreis and (x.bleibt_id = any (v_person) or x.geht_auf_id = any (v_person))
    union all select x.id from doppelbetreuung x where x.kreis_id = p_kreis
      and (x.fragende_person_id = any (v_person) or x.andere_person_id = any (v_person))
  ) z;
  -- A new random key for each of them; where they lead from dies with this transaction.
  select jsonb_object_agg(z, gen_random_uuid()) into v_neu from (select distinct unnest(v_zeile) as z) z;

  foreach v_tabelle in array array['geheimtext', 'anhang', 'einwilligung', 'entbindung', 'unterschrift', 'aushaendigung',
    'weitergabe', 'person_merkmal'] loop
    execute format('select count(*)::int from %I where kreis_id = $1 and person_id = any ($2)', v_tabelle) into v_anzahl using p_kreis, v_person;
    if v_anzahl > 0 then v_zaehlung := v_zaehlung || jsonb_build_object(v_tabelle, v_anzahl); end if;
  end loop;
  foreach v_tabelle in array array['notiz', 'nachtrag', 'aufgabe', 'dokument', 'akteur', 'haushalt', 'uebergabeblatt',
    'fall_merkmal', 'fall_status', 'fall_zustaendigkeit', 'beratungskontakt', 'assessment', 'hilfeplan_ziel',
    'hilfeplan_schritt', 'hilfeplan_version', 'vermittlung', 'abschluss'] loop
    execute format('select count(*)::int from %I where kreis_id = $1 and fall_id = any ($2)', v_tabelle) into v_anzahl using p_kreis, v_fall;
    if v_anzahl > 0 then v_zaehlung := v_zaehlung || jsonb_build_object(v_tabelle, v_anzahl); end if;
  end loop;
  v_zaehlung := v_zaehlung || jsonb_build_object('person', cardinality(v_person), 'fall', cardinality(v_fall), 'anfrage', cardinality(v_anfrage));

  -- The protocol names the hand-overs of her cases. They go on under new keys, so that no event leads to a fact. One
  -- statement: a reference is looked at when it ends.
  for v_uebergabe in select u.id from uebergabe u where u.kreis_id = p_kreis and u.id in (select x.uebergabe_id
      from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)) order by u.id for update loop
    v_neue := gen_random_uuid();
    with u as (update uebergabe x set id = v_neue where x.kreis_id = p_kreis and x.id = v_uebergabe),
      z as (update fall_zustaendigkeit x set uebergabe_id = v_neue where x.kreis_id = p_kreis and x.uebergabe_id = v_uebergabe),
      a as (update uebergabe_anfrage x set uebergabe_id = v_neue where x.kreis_id = p_kreis and x.uebergabe_id = v_uebergabe),
      n as (update nachricht x set gegenstand_id = v_neue where x.kreis_id = p_kreis and x.gegenstand_id = v_uebergabe)
    update uebernahme_herkunft x set zeile_id = v_neue where x.kreis_id = p_kreis and x.zeile_id = v_uebergabe;
  end loop;

  -- The facts.
  insert into fall (kreis_id, id, nummer, geloescht_am, traeger_id, kommune_id, ortsteil_id, zugang, aufgenommen_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, '~' || gen_random_uuid(), p_tag, x.traeger_id, x.kommune_id, x.ortsteil_id,
    x.zugang, x.aufgenommen_am, x.erfasst_am
  from fall x where x.kreis_id = p_kreis and x.id = any (v_fall);
  insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.merkmal, x.wert, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from fall_merkmal x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.status, x.grund, x.herkunft, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from fall_status x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, anlass, uebergabe_id, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.traeger_id, x.anlass, x.uebergabe_id, x.gueltig_ab, x.gueltig_bis,
    x.erfasst_am, x.ersetzt_am
  from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into beratungskontakt (kreis_id, id, fassung, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort,
    dauer_minuten, sprache, dolmetschen, lebensbereich, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, x.fassung, (v_neu ->> x.fall_id::text)::uuid, x.traeger_id, x.casemanager_id, x.am,
    x.qualifiziert, x.format, x.ort, x.dauer_minuten, x.sprache, x.dolmetschen, x.lebensbereich, x.erfasst_am, x.ersetzt_am
  from beratungskontakt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into abschluss (kreis_id, fall_id, am, grund, gespraech, gespraech_am, kein_grund, ziele_erreicht, ziele_gesamt,
    schritte_beendet, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.am, x.grund, x.gespraech, x.gespraech_am, x.kein_grund, x.ziele_erreicht,
    x.ziele_gesamt, x.schritte_beendet, x.erfasst_am
  from abschluss x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into assessment (kreis_id, id, fall_id, runde, am, stand, erfasst_am, abgeschlossen_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.runde, x.am, x.stand, x.erfasst_am, x.abgeschlossen_am
  from assessment x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into assessment_bereich (kreis_id, fall_id, assessment_id, lebensbereich, bedarf, sicht_klient, ressource_persoenlich,
    ressource_sozial, ressource_materiell, bearbeitet, neu)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.assessment_id::text)::uuid, x.lebensbereich, x.bedarf, x.sicht_klient,
    x.ressource_persoenlich, x.ressource_sozial, x.ressource_materiell, x.bearbeitet, x.neu
  from assessment_bereich x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into selbststand (kreis_id, fall_id, assessment_id, dimension, stufe)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.assessment_id::text)::uuid, x.dimension, x.stufe
  from selbststand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan (kreis_id, fall_id, fassung, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.fassung, x.erfasst_am
  from hilfeplan x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  -- Where a seal must stand, an empty one does.
  insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, bis_wann, stand, stand_ab, reihenfolge, worte_siegel,
    entfernt_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.lebensbereich, x.prioritaet, x.bis_wann, x.stand,
    x.stand_ab, x.reihenfolge, '', x.entfernt_am, x.erfasst_am
  from hilfeplan_ziel x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_schritt (kreis_id, id, fall_id, ziel_id, akteur, faellig_am, stand, stand_ab, reihenfolge, worte_siegel,
    entfernt_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.ziel_id::text)::uuid, x.akteur,
    x.faellig_am, x.stand, x.stand_ab, x.reihenfolge, '', x.entfernt_am, x.erfasst_am
  from hilfeplan_schritt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_stand (kreis_id, fall_id, ziel_id, schritt_id, stand, gueltig_ab, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.ziel_id::text)::uuid, (v_neu ->> x.schritt_id::text)::uuid, x.stand,
    x.gueltig_ab, x.erfasst_am, x.ersetzt_am
  from hilfeplan_stand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_version (kreis_id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert, antwort, unterschrieben_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.nummer, x.stand, x.plan_fassung, '', decode(repeat('00', 32), 'hex'), x.antwort,
    x.unterschrieben_am, x.erfasst_am
  from hilfeplan_version x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into vermittlung (kreis_id, id, fall_id, art, angebot_id, stelle_id, lebensbereich, am, kanal, schreiben_siegel, stand, grund,
    ergebnis, stand_am, rueckmeldung_bis, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.art, x.angebot_id, x.stelle_id, x.lebensbereich,
    x.am, x.kanal, case when x.kanal is not null then ''::bytea end, x.stand, x.grund, x.ergebnis, x.stand_am, x.rueckmeldung_bis, x.erfasst_am
  from vermittlung x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, erfasst_am)
  select x.kreis_id, (v_neu ->> x.vermittlung_id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.stand, x.grund, x.ergebnis, x.am,
    x.herkunft, x.erfasst_am
  from vermittlung_stand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into anfrage (kreis_id, id, nummer, geloescht_am, traeger_id, standort_id, eingegangen_am, zugang, unterweg, stelle_id,
    kommune_id, ortsteil_id, wohnform, dringlich, sprache, dolmetschen, lebensbereich, kein_fall, frist_am, stand, ausgang,
    abgeschlossen_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, '~' || gen_random_uuid(), p_tag, x.traeger_id, x.standort_id, x.eingegangen_am, x.zugang,
    x.unterweg, x.stelle_id, x.kommune_id, x.ortsteil_id, x.wohnform, x.dringlich, x.sprache, x.dolmetschen, x.lebensbereich, x.kein_fall,
    x.frist_am, x.stand, x.ausgang, x.abgeschlossen_am, x.erfasst_am
  from anfrage x where x.kreis_id = p_kreis and x.id = any (v_anfrage);
  insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.anfrage_id::text)::uuid, x.tiefe, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from anfrage_tiefe x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  insert into warteliste (kreis_id, anfrage_id, traeger_id, grund, eingetragen_am, verwiesen_an, eingeladen_am, ausgetragen_am, ausgang, erfasst_am)
  select x.kreis_id, (v_neu ->> x.anfrage_id::text)::uuid, x.traeger_id, x.grund, x.eingetragen_am, x.verwiesen_an, x.eingeladen_am,
    x.ausgetragen_am, x.ausgang, x.erfasst_am
  from warteliste x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  -- A first talk and the contact that counts it share their key.
  insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, dauer_minuten, dolmetschen, vorschlag,
    vorschlag_grund, entscheidung, folgetermin_bis, erfasst_am)
  select x.kreis_id, coalesce((v_neu ->> x.id::text)::uuid, gen_random_uuid()), (v_neu ->> x.anfrage_id::text)::uuid, x.traeger_id,
    x.casemanager_id, x.am, x.dauer_minuten, x.dolmetschen, x.vorschlag, x.vorschlag_grund, x.entscheidung, x.folgetermin_bis, x.erfasst_am
  from erstberatung x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  insert into sonstiger_kontakt (kreis_id, id, fassung, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, anfrage_id, format,
    ort, dauer_minuten, erfasst_am, erfasst_von, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, x.fassung, x.traeger_id, x.kommune_id, x.am, x.zugang, x.ergebnis, x.lebensbereich,
    (v_neu ->> x.anfrage_id::text)::uuid, x.format, x.ort, x.dauer_minuten, x.erfasst_am, x.erfasst_von, x.ersetzt_am
  from sonstiger_kontakt x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  -- That a transfer was asked for and answered is counted with its own row; the message that went with it may speak of her.
  update uebergabe_anfrage a set nachricht_siegel = null, antwort_siegel = null from uebergabe_anfrage_fall x
  where x.kreis_id = p_kreis and x.fall_id = any (v_fall) and a.kreis_id = p_kreis and a.id = x.anfrage_id;
  update uebergabe_anfrage_fall x set id = gen_random_uuid(), fall_id = null,
    stand = case when x.stand = 'angefragt' then 'zurueckgezogen' else x.stand end
  where x.kreis_id = p_kreis and x.fall_id = any (v_fall);

  -- Numbers are not given twice, also where the last one is gone.
  insert into fall_nummer as n (kreis_id, letzte)
  select p_kreis, max(substring(f.nummer from '\d{1,8}$')::int) from fall f
  where f.kreis_id = p_kreis and f.id = any (v_fall) and f.nummer ~ ('^' || coalesce(nullif(upper(left(
    regexp_replace(p_kreis, '[^a-z]', '', 'g'), 2)), ''), 'F') || '-\d{1,8}$') having count(*) > 0
  on conflict (kreis_id) do update set letzte = greatest(n.letzte, excluded.letzte);

  -- What lies beside the records and names one of them.
  select array_agg('%' || w || '%') into v_wort from (select unnest(v_zeile)::text) u (w);
  -- A number only as a whole: one that came from a spreadsheet may be "7".
  delete from nachricht n where n.kreis_id = p_kreis and (n.gegenstand_id = any (v_zeile) or n.daten::text like any (v_wort)
    or exists (select from jsonb_path_query(n.daten, '$.**') w where jsonb_typeof(w) = 'string' and w #>> '{}' = any (v_nummer)));
  get diagnostics v_anzahl = row_count;
  v_zaehlung := v_zaehlung || jsonb_build_object('nachricht', v_anzahl);
  delete from entwurf e where e.kreis_id = p_kreis
    and (e.bezug like any (v_wort) or regexp_split_to_array(e.bezug, '[:/ ]') && v_nummer);
  get diagnostics v_anzahl = row_count;
  v_zaehlung := v_zaehlung || jsonb_build_object('entwurf', v_anzahl);
  -- Answers kept for a repeated request name nobody outside their seal; after an hour nobody repeats one.
  delete from idempotenz i where i.kreis_id = p_kreis and i.am < now() - interval '1 hour';
  delete from uebernahme_herkunft h where h.kreis_id = p_kreis and h.zeile_id = any (v_zeile);

  delete from ersuchen_schwaerzung z using ersuchen e
  where z.kreis_id = p_kreis and e.kreis_id = p_kreis and e.id = z.ersuchen_id and e.person_id = any (v_person);

  -- The person with her key, and all that hangs on her.
  delete from sonstiger_kontakt k where k.kreis_id = p_kreis and k.anfrage_id = any (v_anfrage);
  delete from fall f where f.kreis_id = p_kreis and f.id = any (v_fall);
  delete from anfrage a where a.kreis_id = p_kreis and a.id = any (v_anfrage);
  delete from person p where p.kreis_id = p_kreis and p.id = any (v_person);
  update loeschlauf_posten x set person_id = null, nummer = '', stand = 'zurueckgezogen', erledigt_am = now()
  where x.kreis_id = p_kreis and x.person_id = any (v_person) and x.stand = 'offen';
  update loeschlauf_posten x set person_id = null, nummer = '' where x.kreis_id = p_kreis and x.person_id = any (v_person);

  return jsonb_build_object('person', v_person, 'fall', v_fall, 'nummer', v_nummer, 'traeger', v_traeger, 'zaehlung', v_zaehlung,
    'einwilligung', v_einwilligung);
end $function$;
alter function person_tilgen(p_kreis text, p_person uuid, p_tag date) owner to lotse_loeschung;
revoke execute on function person_tilgen(p_kreis text, p_person uuid, p_tag date) from public;
comment on function person_tilgen(p_kreis text, p_person uuid, p_tag date) is 'Löscht eine Person mit ihren als dieselbe erkannten Einträgen; was gezählt wird, bleibt als anonyme Tatsache. Antwort: was im Nachweis steht. Leer: nicht da. Nur für freigegebene Läufe und die Wiederholung nach einer Rücksicherung.';

CREATE OR REPLACE FUNCTION public.person_zugriffe(p_kreis text, p_person uuid)
 RETURNS TABLE(tag date, anzahl integer, rollen text[], traeger uuid[], vorgang text, zweck text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function person_zugriffe(p_kreis text, p_person uuid) owner to lotse_protokoll;
revoke execute on function person_zugriffe(p_kreis text, p_person uuid) from public;
grant execute on function person_zugriffe(p_kreis text, p_person uuid) to lotse_app;
comment on function person_zugriffe(p_kreis text, p_person uuid) is 'Wer die Akte einer Person las, je Tag: Aufgabe und Träger statt Namen (Art. 15 DSGVO).';

CREATE OR REPLACE FUNCTION public.protokoll_ab(p_kreis text, p_art text, p_am timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(
    (select b.von_id from protokollblock b where b.kreis_id = p_kreis and b.art = p_art and b.bis_am >= p_am - interval '1 hour'
      order by b.bis_am limit 1),
    (select max(b.bis_id) + 1 from protokollblock b where b.kreis_id = p_kreis and b.art = p_art), 0)
$function$;
comment on function protokoll_ab(p_kreis text, p_art text, p_am timestamp with time zone) is 'Kennung, vor der keine Zeile liegt, die zu dieser Zeit oder später entstand: die Blöcke sind der Index über die Zeit.';

CREATE OR REPLACE FUNCTION public.protokoll_form(z ereignis)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_build_array(z.kreis_id, protokoll_zeit(z.am), z.konto_id, z.art, z.gegenstand, z.gegenstand_id, z.daten::text, z.adresse)::text
$function$;
comment on function protokoll_form(z ereignis) is 'Der Inhalt einer Zeile in der Form, die gesiegelt wird.';

CREATE OR REPLACE FUNCTION public.protokoll_form(z lesezugriff)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_build_array(z.kreis_id, protokoll_zeit(z.am), z.konto_id, array_to_string(z.person_id, ','), z.vorgang, z.zweck, z.adresse)::text
$function$;
comment on function protokoll_form(z lesezugriff) is 'Der Inhalt einer Zeile in der Form, die gesiegelt wird.';

CREATE OR REPLACE FUNCTION public.protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamp with time zone, p_bis timestamp with time zone, p_auffaellig boolean, p_vor bigint, p_anzahl integer)
 RETURNS TABLE(id bigint, am timestamp with time zone, konto_id uuid, konto text, rollen text[], adresse text, vorgang text, zweck text, personen integer, nummern text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamp with time zone, p_bis timestamp with time zone, p_auffaellig boolean, p_vor bigint, p_anzahl integer) owner to lotse_protokoll;
revoke execute on function protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamp with time zone, p_bis timestamp with time zone, p_auffaellig boolean, p_vor bigint, p_anzahl integer) from public;
grant execute on function protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamp with time zone, p_bis timestamp with time zone, p_auffaellig boolean, p_vor bigint, p_anzahl integer) to lotse_app;
comment on function protokoll_lesen(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_zweck text, p_von timestamp with time zone, p_bis timestamp with time zone, p_auffaellig boolean, p_vor bigint, p_anzahl integer) is 'Lesezugriffe für den Datenschutz, neueste zuerst, mit Fallnummern und ohne Namen der Ratsuchenden.';

CREATE OR REPLACE FUNCTION public.protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamp with time zone, p_bis timestamp with time zone, p_vor bigint, p_anzahl integer)
 RETURNS TABLE(id bigint, am timestamp with time zone, konto_id uuid, konto text, rollen text[], adresse text, vorgang text, gegenstand text, nummern text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamp with time zone, p_bis timestamp with time zone, p_vor bigint, p_anzahl integer) owner to lotse_protokoll;
revoke execute on function protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamp with time zone, p_bis timestamp with time zone, p_vor bigint, p_anzahl integer) from public;
grant execute on function protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamp with time zone, p_bis timestamp with time zone, p_vor bigint, p_anzahl integer) to lotse_app;
comment on function protokoll_schreiben(p_kreis text, p_konto uuid, p_nummer text, p_vorgang text, p_von timestamp with time zone, p_bis timestamp with time zone, p_vor bigint, p_anzahl integer) is 'Ereignisse für den Datenschutz, neueste zuerst, ohne ihre Daten.';

CREATE OR REPLACE FUNCTION public.protokoll_stand(p_kreis text)
 RETURNS TABLE(bloecke integer, letzter_am timestamp with time zone, offen bigint, konten json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function protokoll_stand(p_kreis text) owner to lotse_protokoll;
revoke execute on function protokoll_stand(p_kreis text) from public;
grant execute on function protokoll_stand(p_kreis text) to lotse_app;
comment on function protokoll_stand(p_kreis text) is 'Wie weit die Kette reicht, und die Konten, nach denen man filtern kann.';

CREATE OR REPLACE FUNCTION public.protokoll_umfang(p_kreis text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when bool_or(r.traeger_id is null) then '{}'::uuid[] else array_agg(r.traeger_id) end
  from rolle r
  where p_kreis || ':datenschutz' = any (app_liste('app.rollen')) and r.kreis_id = p_kreis and r.rolle = 'datenschutz'
    and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$function$;
alter function protokoll_umfang(p_kreis text) owner to lotse_protokoll;
revoke execute on function protokoll_umfang(p_kreis text) from public;
grant execute on function protokoll_umfang(p_kreis text) to lotse_app;
comment on function protokoll_umfang(p_kreis text) is 'Für wen das Konto den Datenschutz prüft: leere Liste = der ganze Kreis, sonst die Träger; null = gar nicht.';

CREATE OR REPLACE FUNCTION public.protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl integer) owner to lotse_protokoll;
revoke execute on function protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl integer) from public;
grant execute on function protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl integer) to lotse_owner;
comment on function protokoll_versiegeln(p_kreis text, p_art text, p_bis bigint, p_anzahl integer) is 'Siegelt die nächsten Zeilen bis p_bis in einen Block; antwortet, wie viele es waren. p_bis: bis dahin kommt keine Zeile mehr hinzu.';

CREATE OR REPLACE FUNCTION public.protokoll_zeit(p_am timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$ select to_char(p_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $function$;
comment on function protokoll_zeit(p_am timestamp with time zone) is 'Eine Zeit in der Form, die gesiegelt wird.';

CREATE OR REPLACE FUNCTION public.rolle_braucht_faktor(p_rolle text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ select p_rolle not in ('traegerleitung', 'verwaltungsassistenz', 'ki_leitung', 'lenkungskreis', 'controlling', 'ministerium') $function$;
comment on function rolle_braucht_faktor(p_rolle text) is 'Ob eine Rolle Personen lesen, Rechte geben oder das Protokoll lesen kann und darum den zweiten Faktor verlangt.';

CREATE OR REPLACE FUNCTION public.rollen_am(p_kreis text, p_konto uuid, p_am timestamp with time zone)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct r.rolle order by r.rolle), '{}') from rolle r
  where r.kreis_id = p_kreis and r.konto_id = p_konto and r.gueltig_ab <= p_am and (r.gueltig_bis is null or r.gueltig_bis > p_am)
$function$;
comment on function rollen_am(p_kreis text, p_konto uuid, p_am timestamp with time zone) is 'Rollen eines Kontos im Kreis zu einer Zeit; Rollen enden, sie werden nie überschrieben.';

CREATE OR REPLACE FUNCTION public.schutz_erben()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.geschuetzt_am := (select p.geschuetzt_am from person p where p.kreis_id = new.kreis_id and p.id = new.person_id);
  return new;
end $function$;
alter function schutz_erben() owner to lotse_schutz;
revoke execute on function schutz_erben() from public;
comment on function schutz_erben() is 'Ein weiterer Fall und eine weitere Anfrage einer geschützten Person sind es auch.';

CREATE OR REPLACE FUNCTION public.schutz_gilt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function schutz_gilt() owner to lotse_schutz;
revoke execute on function schutz_gilt() from public;
comment on function schutz_gilt() is 'Schreibt den Schutz an Fall und Anfrage, nimmt die Person aus der blinden Prüfung und hält Vorschläge zu ihr an.';

CREATE OR REPLACE FUNCTION public.schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid)
 RETURNS TABLE(fall_id uuid, nummer text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid) owner to lotse_schutz;
revoke execute on function schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid) from public;
grant execute on function schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid) to lotse_app;
comment on function schutz_zuweisen(p_kreis text, p_nummer text, p_an uuid) is 'Gibt eine geschützte Person, deren Fachkraft ausfällt, einer namentlich genannten Fachkraft desselben Trägers; der Schutz bleibt, gelesen wird nichts.';

CREATE OR REPLACE FUNCTION public.sprechstunde_abwesend(p_kreis text, p_von date, p_bis date)
 RETURNS TABLE(sprechstunde_id uuid, von date, bis date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id, w.von, w.bis from sprechstunde s
  join abwesenheit w on w.kreis_id = s.kreis_id and w.konto_id = s.casemanager_id and w.traeger_id = s.traeger_id
  where s.kreis_id = p_kreis and p_kreis = any (app_liste('app.kreis')) and w.von <= p_bis and w.bis >= p_von
$function$;
alter function sprechstunde_abwesend(p_kreis text, p_von date, p_bis date) owner to lotse_kalender;
revoke execute on function sprechstunde_abwesend(p_kreis text, p_von date, p_bis date) from public;
grant execute on function sprechstunde_abwesend(p_kreis text, p_von date, p_bis date) to lotse_app;
comment on function sprechstunde_abwesend(p_kreis text, p_von date, p_bis date) is 'An welchen Tagen eine offene Sprechstunde ohne ihre Fachkraft wäre; auch für andere Träger, damit der nächste Termin stimmt.';

CREATE OR REPLACE FUNCTION public.stichprobe_zeilen(p_kreis text, p_monat date)
 RETURNS TABLE(id bigint, am timestamp with time zone, konto text, rollen text[], adresse text, vorgang text, zweck text, personen integer, nummern text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id, l.am, k.name, rollen_am(p_kreis, l.konto_id, l.am), l.adresse, l.vorgang, l.zweck, cardinality(l.person_id),
    coalesce((select array_agg(n.nummer order by n.nummer) from (select f.nummer from fall f
      where f.kreis_id = p_kreis and f.person_id = any (l.person_id) order by f.nummer limit 10) n), '{}')
  from stichprobe s join lesezugriff l on l.kreis_id = s.kreis_id and l.id = s.lesezugriff_id
  left join konto k on k.id = l.konto_id
  where s.kreis_id = p_kreis and s.monat = p_monat
    and (protokoll_umfang(p_kreis) = '{}' or s.traeger_id && protokoll_umfang(p_kreis))
$function$;
alter function stichprobe_zeilen(p_kreis text, p_monat date) owner to lotse_protokoll;
revoke execute on function stichprobe_zeilen(p_kreis text, p_monat date) from public;
grant execute on function stichprobe_zeilen(p_kreis text, p_monat date) to lotse_app;
comment on function stichprobe_zeilen(p_kreis text, p_monat date) is 'Die gezogenen Lesezugriffe eines Monats, für den Datenschutz.';

CREATE OR REPLACE FUNCTION public.stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens integer) owner to lotse_protokoll;
revoke execute on function stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens integer) from public;
grant execute on function stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens integer) to lotse_owner;
comment on function stichprobe_ziehen(p_kreis text, p_monat date, p_anteil numeric, p_mindestens integer) is 'Zieht die Stichprobe eines vergangenen Monats, einmal; die Auswahl folgt aus Monat, Kreis und Kennung.';

CREATE OR REPLACE FUNCTION public.termin_schutz_erben()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.geschuetzt_am := coalesce(
    (select f.geschuetzt_am from fall f where f.kreis_id = new.kreis_id and f.id = new.fall_id),
    (select a.geschuetzt_am from anfrage a where a.kreis_id = new.kreis_id and a.id = new.anfrage_id));
  return new;
end $function$;
alter function termin_schutz_erben() owner to lotse_schutz;
revoke execute on function termin_schutz_erben() from public;
comment on function termin_schutz_erben() is 'Ein Termin ist geschützt, wenn sein Fall oder seine Anfrage es ist.';

CREATE OR REPLACE FUNCTION public.termin_schutz_folgen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update termin t set geschuetzt_am = new.geschuetzt_am
  where t.kreis_id = new.kreis_id and new.id in (t.fall_id, t.anfrage_id);
  return null;
end $function$;
alter function termin_schutz_folgen() owner to lotse_schutz;
revoke execute on function termin_schutz_folgen() from public;
comment on function termin_schutz_folgen() is 'Wird ein Fall oder eine Anfrage geschützt oder nicht mehr, folgen die Termine.';

CREATE OR REPLACE FUNCTION public.traeger_am(p_kreis text, p_konto uuid, p_am timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct r.traeger_id) filter (where r.traeger_id is not null), '{}') from rolle r
  where r.kreis_id = p_kreis and r.konto_id = p_konto and r.gueltig_ab <= p_am and (r.gueltig_bis is null or r.gueltig_bis > p_am)
$function$;
comment on function traeger_am(p_kreis text, p_konto uuid, p_am timestamp with time zone) is 'Träger, bei denen ein Konto zu einer Zeit eine Rolle hatte.';

CREATE OR REPLACE FUNCTION public.traeger_team(p_kreis text, p_traeger uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct r.konto_id), '{}') from rolle r
  join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
  where r.kreis_id = p_kreis and r.konto_kreis_id = p_kreis and r.rolle = 'casemanager' and r.traeger_id = p_traeger
    and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
$function$;
alter function traeger_team(p_kreis text, p_traeger uuid) owner to lotse_schutz;
revoke execute on function traeger_team(p_kreis text, p_traeger uuid) from public;

CREATE OR REPLACE FUNCTION public.vermittlung_anhalten()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  with gestoppt as (
    update vermittlung v set stand = 'zurueckgezogen', grund = 'widerruf', ergebnis = null, stand_am = current_date,
      fassung = v.fassung + 1
    where v.kreis_id = new.kreis_id and v.stand in ('vorbereitet', 'gesendet', 'warteliste', 'angenommen')
      and case tg_table_name when 'entbindung' then v.entbindung_id = new.id
        else v.fall_id in (select f.id from fall f where f.kreis_id = new.kreis_id and f.person_id = new.id) end
    returning v.kreis_id, v.id, v.fall_id
  )
  insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, grund, am, herkunft, erfasst_von)
  select g.kreis_id, g.id, g.fall_id, 'zurueckgezogen', 'widerruf', current_date, 'widerruf', app_konto() from gestoppt g;
  return null;
end $function$;
alter function vermittlung_anhalten() owner to lotse_partner;
revoke execute on function vermittlung_anhalten() from public;
comment on function vermittlung_anhalten() is 'Ein Widerruf, auf welchem Weg auch immer, hält in derselben Transaktion an, was auf ihm beruhte und noch nicht begonnen hat.';

CREATE OR REPLACE FUNCTION public.verwaltet_konto(p_kreis text, p_konto uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p_kreis || ':administration' = any (app_liste('app.rollen'))
    and exists (select from konto k where k.kreis_id = p_kreis and k.id = p_konto and k.anmeldename !~ '^kommandozeile\.')
    and exists (
      select from rolle a
      where a.konto_kreis_id = current_setting('app.konto_kreis', true) and a.konto_id = app_konto() and a.kreis_id = p_kreis
        and a.rolle = 'administration' and a.gueltig_ab <= now() and (a.gueltig_bis is null or a.gueltig_bis > now())
        and (a.traeger_id is null
          or (not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto
                and (r.gueltig_bis is null or r.gueltig_bis > now()) and r.traeger_id is distinct from a.traeger_id)
            and (exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto and r.traeger_id = a.traeger_id)
              -- While it is being made; an account that lost its roles is no free booty for every Träger.
              or not exists (select from rolle r where r.konto_kreis_id = p_kreis and r.konto_id = p_konto)
                and not exists (select from einladung e where e.kreis_id = p_kreis and e.konto_id = p_konto)
                and not exists (select from kennwort w where w.kreis_id = p_kreis and w.konto_id = p_konto)))))
$function$;
revoke execute on function verwaltet_konto(p_kreis text, p_konto uuid) from public;
grant execute on function verwaltet_konto(p_kreis text, p_konto uuid) to lotse_app;
comment on function verwaltet_konto(p_kreis text, p_konto uuid) is 'Ob das handelnde Konto dieses Konto verwaltet: im Kreis jedes, an einem Träger nur solche, deren Rollen alle dort gelten.';

CREATE OR REPLACE FUNCTION public.verwaltet_traeger(p_kreis text, p_traeger uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p_kreis || ':administration' = any (app_liste('app.rollen')) and exists (
    select from rolle a
    where a.konto_kreis_id = current_setting('app.konto_kreis', true) and a.konto_id = app_konto() and a.kreis_id = p_kreis
      and a.rolle = 'administration' and a.gueltig_ab <= now() and (a.gueltig_bis is null or a.gueltig_bis > now())
      and (a.traeger_id is null or a.traeger_id = p_traeger))
$function$;
revoke execute on function verwaltet_traeger(p_kreis text, p_traeger uuid) from public;
grant execute on function verwaltet_traeger(p_kreis text, p_traeger uuid) to lotse_app;
comment on function verwaltet_traeger(p_kreis text, p_traeger uuid) is 'Ob das handelnde Konto an diesem Träger Rechte geben darf; ohne Träger: im ganzen Kreis.';

CREATE OR REPLACE FUNCTION public.vordruck_bleibt()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.stand <> 'entwurf' and (new.inhalt, new.angabe, new.traeger_id, new.art, new.fassung, new.freigegeben_am)
    is distinct from (old.inhalt, old.angabe, old.traeger_id, old.art, old.fassung, old.freigegeben_am)
    or old.stand = 'freigegeben' and new.stand = 'entwurf' or old.stand = 'abgeloest' and new.stand <> 'abgeloest' then
    raise exception 'a released text does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.vordruck_uebersetzung_bleibt()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.inhalt is distinct from old.inhalt or old.ersetzt_am is not null
    or old.stand = 'freigegeben' and new.stand <> 'freigegeben' then
    raise exception 'a translation changes by a new row' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.zugriffe_der_person(p_kreis text, p_person uuid)
 RETURNS SETOF lesezugriff
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.* from lesezugriff_verzeichnis v
    join protokollblock b on b.kreis_id = v.kreis_id and b.nummer = v.nummer
    join lesezugriff l on l.kreis_id = p_kreis and l.id between b.von_id and b.bis_id and p_person = any (l.person_id)
  where v.kreis_id = p_kreis and v.person_id @> array[p_person]
  union all
  select l.* from lesezugriff l
  where l.kreis_id = p_kreis and p_person = any (l.person_id) and l.id > (select coalesce(max(b.bis_id), 0)
    from protokollblock b where b.kreis_id = p_kreis and b.art = 'lesezugriff')
$function$;
alter function zugriffe_der_person(p_kreis text, p_person uuid) owner to lotse_protokoll;
revoke execute on function zugriffe_der_person(p_kreis text, p_person uuid) from public;
comment on function zugriffe_der_person(p_kreis text, p_person uuid) is 'Alle Zeilen, in denen eine Person vorkommt.';

CREATE OR REPLACE FUNCTION public.zusammenfuehrung_entscheiden(p_kreis text, p_id uuid, p_zustimmung boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare z zusammenfuehrung;
begin
  -- Two decisions about the same person must not make a chain of links.
  perform pg_advisory_xact_lock(hashtext('zusammenfuehrung'), hashtext(p_kreis));
  select x.* into z from zusammenfuehrung x where x.kreis_id = p_kreis and x.id = p_id
    and x.traeger_id = any (app_uuids('app.cm_traeger')) for update;
  if not found or z.stand <> 'vorgeschlagen' then return 'nicht-offen'; end if;
  if z.vorgeschlagen_von = app_konto() then return 'vier-augen'; end if;
  if not zusammenfuehrung_entscheidet(z.kreis_id, z.bleibt_id, z.geht_auf_id, z.vorgeschlagen_von) then return 'nicht-erlaubt'; end if;
  if p_zustimmung then
    if (select count(*) from person p where p.kreis_id = p_kreis and p.id in (z.bleibt_id, z.geht_auf_id)
        and p.traeger_id = z.traeger_id and p.gesperrt_am is null and p.geschuetzt_am is null and p.aufgegangen_in is null) < 2
      or exists (select from person p where p.kreis_id = p_kreis and p.aufgegangen_in = z.geht_auf_id) then
      return 'nicht-moeglich';
    end if;
    update person p set aufgegangen_in = z.bleibt_id where p.kreis_id = p_kreis and p.id = z.geht_auf_id;
  end if;
  update zusammenfuehrung x set stand = case when p_zustimmung then 'zusammengefuehrt' else 'abgelehnt' end,
    entschieden_von = app_konto(), entschieden_am = now()
  where x.kreis_id = p_kreis and x.id = p_id;
  return 'entschieden';
end $function$;
alter function zusammenfuehrung_entscheiden(p_kreis text, p_id uuid, p_zustimmung boolean) owner to lotse_dublette;
revoke execute on function zusammenfuehrung_entscheiden(p_kreis text, p_id uuid, p_zustimmung boolean) from public;
grant execute on function zusammenfuehrung_entscheiden(p_kreis text, p_id uuid, p_zustimmung boolean) to lotse_app;
comment on function zusammenfuehrung_entscheiden(p_kreis text, p_id uuid, p_zustimmung boolean) is 'Zustimmung oder Ablehnung durch eine zweite Fachkraft; setzt bei Zustimmung den Verweis, sonst nichts. Antwort: "entschieden" oder der Grund, warum nicht.';

CREATE OR REPLACE FUNCTION public.zusammenfuehrung_entscheidet(p_kreis text, p_bleibt uuid, p_geht_auf uuid, p_vorgeschlagen_von uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bool_or(p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto'))), false)
    or coalesce(bool_and(p.casemanager_id = p_vorgeschlagen_von), false)
  from person p where p.kreis_id = p_kreis and p.id in (p_bleibt, p_geht_auf) and p.gesperrt_am is null and p.geschuetzt_am is null
$function$;
alter function zusammenfuehrung_entscheidet(p_kreis text, p_bleibt uuid, p_geht_auf uuid, p_vorgeschlagen_von uuid) owner to lotse_dublette;
revoke execute on function zusammenfuehrung_entscheidet(p_kreis text, p_bleibt uuid, p_geht_auf uuid, p_vorgeschlagen_von uuid) from public;
grant execute on function zusammenfuehrung_entscheidet(p_kreis text, p_bleibt uuid, p_geht_auf uuid, p_vorgeschlagen_von uuid) to lotse_app;

CREATE OR REPLACE FUNCTION public.zusammenfuehrung_loesen(p_kreis text, p_id uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare z zusammenfuehrung;
begin
  perform pg_advisory_xact_lock(hashtext('zusammenfuehrung'), hashtext(p_kreis));
  select x.* into z from zusammenfuehrung x where x.kreis_id = p_kreis and x.id = p_id
    and x.traeger_id = any (app_uuids('app.cm_traeger')) for update;
  if not found or z.stand not in ('vorgeschlagen', 'zusammengefuehrt') then return 'nicht-offen'; end if;
  if z.vorgeschlagen_von <> app_konto() and (z.stand = 'vorgeschlagen' or (z.entschieden_von <> app_konto()
      and not zusammenfuehrung_entscheidet(z.kreis_id, z.bleibt_id, z.geht_auf_id, z.vorgeschlagen_von))) then
    return 'nicht-erlaubt';
  end if;
  update person p set aufgegangen_in = null
  where p.kreis_id = p_kreis and p.id = z.geht_auf_id and p.aufgegangen_in = z.bleibt_id and z.stand = 'zusammengefuehrt';
  update zusammenfuehrung x set stand = case when z.stand = 'vorgeschlagen' then 'zurueckgezogen' else 'geloest' end,
    geloest_von = app_konto(), geloest_am = now()
  where x.kreis_id = p_kreis and x.id = p_id;
  return 'geloest';
end $function$;
alter function zusammenfuehrung_loesen(p_kreis text, p_id uuid) owner to lotse_dublette;
revoke execute on function zusammenfuehrung_loesen(p_kreis text, p_id uuid) from public;
grant execute on function zusammenfuehrung_loesen(p_kreis text, p_id uuid) to lotse_app;
comment on function zusammenfuehrung_loesen(p_kreis text, p_id uuid) is 'Zieht einen eigenen Vorschlag zurück oder löst eine Zusammenführung; alles andere blieb, wie es war.';

CREATE OR REPLACE FUNCTION public.zusammenfuehrung_paar(p_kreis text, p_id uuid)
 RETURNS TABLE(person_id uuid, bleibt boolean, familienname text, vorname text, geburtsdatum date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.id = z.bleibt_id, p.familienname, p.vorname, p.geburtsdatum
  from zusammenfuehrung z join person p on p.kreis_id = z.kreis_id and p.id in (z.bleibt_id, z.geht_auf_id)
  where z.kreis_id = p_kreis and z.id = p_id and z.stand = 'vorgeschlagen' and p.gesperrt_am is null and p.geschuetzt_am is null
    and z.traeger_id = any (app_uuids('app.cm_traeger')) and p.traeger_id = z.traeger_id
    and z.vorgeschlagen_von <> app_konto()
    and zusammenfuehrung_entscheidet(z.kreis_id, z.bleibt_id, z.geht_auf_id, z.vorgeschlagen_von)
$function$;
alter function zusammenfuehrung_paar(p_kreis text, p_id uuid) owner to lotse_dublette;
revoke execute on function zusammenfuehrung_paar(p_kreis text, p_id uuid) from public;
grant execute on function zusammenfuehrung_paar(p_kreis text, p_id uuid) to lotse_app;
comment on function zusammenfuehrung_paar(p_kreis text, p_id uuid) is 'Die beiden Einträge eines Vorschlags für die Fachkraft, die ihn entscheidet.';

CREATE OR REPLACE FUNCTION public.zusammenfuehrung_zu(p_kreis text, p_fall uuid)
 RETURNS TABLE(id uuid, bleibt boolean, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select z.id, z.bleibt_id = p.id, case when z.bleibt_id = p.id then z.geht_auf_id else z.bleibt_id end
  from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  join zusammenfuehrung z on z.kreis_id = p.kreis_id and p.id in (z.bleibt_id, z.geht_auf_id)
  where f.kreis_id = p_kreis and f.id = p_fall and z.stand = 'zusammengefuehrt'
    and p.gesperrt_am is null and (p.geschuetzt_am is null or p.casemanager_id = app_konto()) and p.traeger_id = any (app_uuids('app.cm_traeger'))
    and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
$function$;
alter function zusammenfuehrung_zu(p_kreis text, p_fall uuid) owner to lotse_dublette;
revoke execute on function zusammenfuehrung_zu(p_kreis text, p_fall uuid) from public;
grant execute on function zusammenfuehrung_zu(p_kreis text, p_fall uuid) to lotse_app;
comment on function zusammenfuehrung_zu(p_kreis text, p_fall uuid) is 'Mit welchen Einträgen die Person eines eigenen Falls zusammengeführt ist.';
