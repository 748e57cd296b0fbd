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
grant select on kreis to lotse_app;
grant select on kreis to lotse_zaehler;

create table kommune (
  kreis_id text not null,
  id text not null,
  name text not null,
  namensvariante text[] not null default '{}'::text[],
  constraint kommune_pkey PRIMARY KEY (kreis_id, id),
  constraint kommune_id_check CHECK ((id ~ '^\d{8}$'::text)),
  constraint kommune_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table kommune is 'Kreisangehörige Kommune oder die kreisfreie Stadt selbst.';
comment on column kommune.id is 'Amtlicher Gemeindeschlüssel (AGS), acht Ziffern.';
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
grant select on traeger to lotse_zaehler;

create table standort (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  kommune_id text,
  name text not null,
  anschrift text not null default ''::text,
  art text not null default 'intern'::text,
  constraint standort_pkey PRIMARY KEY (kreis_id, id),
  constraint standort_art_check CHECK ((art = ANY (ARRAY['intern'::text, 'extern'::text]))),
  constraint standort_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint standort_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table standort is 'Beratungsort eines Trägers.';
grant select on standort to lotse_app;
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
  constraint codeliste_liste_check CHECK ((liste = ANY (ARRAY['geschlecht'::text, 'herkunftsland'::text, 'leistungsbezug'::text, 'lebensbereich'::text, 'zugang'::text, 'ergebnis'::text, 'abschlussgrund'::text, 'ruhegrund'::text]))),
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
  constraint konto_pkey PRIMARY KEY (kreis_id, id),
  constraint konto_anmeldename_key UNIQUE (anmeldename),
  constraint konto_anmeldename_check CHECK (((anmeldename = lower(anmeldename)) AND ((length(anmeldename) >= 3) AND (length(anmeldename) <= 120)))),
  constraint konto_sprache_check CHECK ((sprache = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint konto_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table konto is 'Wer sich anmelden kann; gehört zu einem Kreis, Rollen kann es in mehreren haben.';
comment on column konto.demo is 'Konto der Demo-Kreise mit bekanntem Kennwort.';
comment on column konto.gesperrt_am is 'Seit wann die Anmeldung gesperrt ist; leer heißt offen.';
alter table konto enable row level security;
create policy akte on konto for select to lotse_akte
  using (true);
create policy anmelden on konto for select to lotse_anmeldung
  using (true);
create policy kollegen on konto for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy sprache on konto for update to lotse_anmeldung
  using ((id = ( SELECT app_konto() AS app_konto)));
create policy verwalten on konto to lotse_app
  using (((kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
grant select (id, kreis_id, name) on konto to lotse_akte;
grant select, update (sprache) on konto to lotse_anmeldung;
grant insert, select, update on konto to lotse_app;

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
  constraint rolle_pkey PRIMARY KEY (kreis_id, id),
  constraint rolle_am_traeger CHECK (((rolle <> ALL (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'traegerleitung'::text])) OR (traeger_id IS NOT NULL))),
  constraint rolle_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint rolle_rolle_check CHECK ((rolle = ANY (ARRAY['casemanager'::text, 'casemanager_abh'::text, 'koordination'::text, 'verwaltungsassistenz'::text, 'ki_leitung'::text, 'traegerleitung'::text, 'abh_ebh'::text, 'lenkungskreis'::text, 'controlling'::text, 'ministerium'::text, 'datenschutz'::text, 'administration'::text, 'uebernahme'::text]))),
  constraint rolle_konto_kreis_id_konto_id_fkey FOREIGN KEY (konto_kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint rolle_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_region_id_fkey FOREIGN KEY (kreis_id, region_id) REFERENCES region(kreis_id, id) ON DELETE RESTRICT,
  constraint rolle_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table rolle is 'Rolle eines Kontos je Träger, Region oder Kreis, mit Gültigkeit; "uebernahme" ist die befristete Befugnis zum Einlesen.';
comment on column rolle.konto_kreis_id is 'Kreis des Kontos; die Rolle selbst gilt in kreis_id.';
CREATE INDEX rolle_konto ON public.rolle USING btree (konto_kreis_id, konto_id);
alter table rolle enable row level security;
create policy kollegen on rolle for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
create policy verwalten on rolle to lotse_app
  using (((kreis_id || ':administration'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
grant insert, select, update on rolle to lotse_app;

create table vertretung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  vertritt_konto_id uuid not null,
  traeger_id uuid not null,
  gueltig_ab date not null,
  gueltig_bis date not null,
  constraint vertretung_pkey PRIMARY KEY (kreis_id, id),
  constraint vertretung_check CHECK ((gueltig_bis > gueltig_ab)),
  constraint vertretung_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE,
  constraint vertretung_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint vertretung_kreis_id_vertritt_konto_id_fkey FOREIGN KEY (kreis_id, vertritt_konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table vertretung is 'Wer wen bei welchem Träger für welche Zeit vertritt.';
alter table vertretung enable row level security;
create policy kollegen on vertretung for select to lotse_app
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant select on vertretung to lotse_app;

create table sitzung (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null,
  stufe smallint not null default 1,
  angelegt_am timestamp with time zone not null default now(),
  zuletzt_am timestamp with time zone not null default now(),
  endet_am timestamp with time zone not null,
  geraet text not null default ''::text,
  constraint sitzung_pkey PRIMARY KEY (kreis_id, konto_id, pruefwert),
  constraint sitzung_pruefwert_key UNIQUE (pruefwert),
  constraint sitzung_kreis_id_konto_id_fkey FOREIGN KEY (kreis_id, konto_id) REFERENCES konto(kreis_id, id) ON DELETE CASCADE
);
comment on table sitzung is 'Angemeldete Geräte; abgemeldet heißt gelöscht.';
comment on column sitzung.pruefwert is 'SHA-256 des Sitzungsgeheimnisses; das Geheimnis selbst liegt nur im Browser.';
comment on column sitzung.stufe is 'Wie stark angemeldet wurde: 1 = Kennwort.';
comment on column sitzung.zuletzt_am is 'Letzter Gebrauch, auf die Minute genau.';
comment on column sitzung.endet_am is 'Spätestes Ende, gleich wie oft sie gebraucht wird.';
comment on column sitzung.geraet is 'Kennung des Browsers, damit man die eigene Sitzung wiedererkennt.';
alter table sitzung enable row level security;
create policy anmelden on sitzung to lotse_anmeldung
  using (true);
grant delete, insert, select, update on sitzung to lotse_anmeldung;

create table anmeldeversuch (
  anmeldename text not null,
  adresse text not null,
  am timestamp with time zone not null default now(),
  gelungen boolean not null
);
comment on table anmeldeversuch is 'Versuche der letzten Zeit, aus denen die Sperre folgt.';
comment on column anmeldeversuch.adresse is 'Netzadresse, von der der Versuch kam.';
comment on column anmeldeversuch.gelungen is 'Falsch auch dann, wenn es das Konto nicht gibt.';
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
grant insert, select on traeger_schluessel to lotse_app;

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
  constraint person_pkey PRIMARY KEY (kreis_id, id),
  constraint person_kreis_id_id_traeger_id_key UNIQUE (kreis_id, id, traeger_id),
  constraint person_familienname_check CHECK (((length(familienname) >= 1) AND (length(familienname) <= 200))),
  constraint person_vorname_check CHECK ((length(vorname) <= 200)),
  constraint person_kreis_id_casemanager_id_fkey FOREIGN KEY (kreis_id, casemanager_id) REFERENCES konto(kreis_id, id) ON DELETE RESTRICT,
  constraint person_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT,
  constraint person_nur_mit_einwilligung FOREIGN KEY (kreis_id, einwilligung_id) REFERENCES einwilligung(kreis_id, id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
comment on table person is 'Die begleitete Person; nur mit Einwilligung, nur für den Träger, der sie begleitet.';
comment on column person.casemanager_id is 'Wer den Fall führt; leer heißt: das Team des Trägers.';
comment on column person.suchform is 'Namensteile in Suchform (DIN 91379), klein, ohne Zeichen.';
comment on column person.suchlaut is 'Lautschlüssel der Namensteile gegen verschiedene Umschriften.';
comment on column person.schluessel_verpackt is 'Schlüssel der Person, verpackt mit dem Schlüssel des Trägers; gelöscht heißt unlesbar, auch in Sicherungen.';
CREATE INDEX person_suche ON public.person USING gin (traeger_id, suchform gin_trgm_ops, suchlaut gin_trgm_ops);
CREATE INDEX person_traeger ON public.person USING btree (traeger_id, casemanager_id);
alter table person enable row level security;
alter table person force row level security;
create policy akte on person for select to lotse_akte
  using (true);
create policy eigene on person to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy suchen on person for select to lotse_suche
  using (true);
grant select on person to lotse_akte;
grant delete, insert, select, update on person to lotse_app;
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
  constraint einwilligung_pkey PRIMARY KEY (kreis_id, id),
  constraint einwilligung_check CHECK ((widerrufen_am >= erteilt_am)),
  constraint einwilligung_kreis_id_person_id_fkey FOREIGN KEY (kreis_id, person_id) REFERENCES person(kreis_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
comment on table einwilligung is 'Unterschriebene Einwilligung: ohne sie kein Name (Konzept Kreis Unna 5.2).';
comment on column einwilligung.textfassung is 'Fassung des Vordrucks, der unterschrieben wurde.';
comment on column einwilligung.sprache is 'Sprache des Vordrucks, ISO 639-3.';
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
create policy nur_eigene_anlegen on einwilligung as restrictive for insert to lotse_app
  with check (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR ((kreis_id || ':casemanager'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[]))));
grant select on einwilligung to lotse_akte;
grant delete, insert, select, update on einwilligung to lotse_app;

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
grant select on geheimtext to lotse_akte;
grant delete, insert, select, update on geheimtext to lotse_app;

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
CREATE INDEX fall_kommune ON public.fall USING btree (kreis_id, kommune_id);
CREATE INDEX fall_traeger ON public.fall USING btree (traeger_id, casemanager_id);
alter table fall enable row level security;
alter table fall force row level security;
create policy akte on fall for select to lotse_akte
  using (true);
create policy eigene on fall to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))))
  with check ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy nur_eigene_loeschen on fall as restrictive for delete to lotse_app
  using ((((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) AND ((casemanager_id IS NULL) OR (casemanager_id = ANY (( SELECT app_uuids('app.cm_konto'::text) AS app_uuids)::uuid[])))) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy zaehlen on fall for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)::text[])) OR ((kreis_id = ANY (( SELECT app_liste('app.zaehl_kreis'::text) AS app_liste)::text[])) AND (cardinality(( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)) > 0))));
grant select on fall to lotse_akte;
grant delete, insert, select, update on fall to lotse_app;
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
grant delete, insert, select, update on uebernahme_herkunft to lotse_app;

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
  constraint fall_merkmal_merkmal_check CHECK ((merkmal = ANY (ARRAY['geschlecht'::text, 'herkunftsland'::text, 'leistungsbezug'::text, 'lebensbereich'::text, 'personen'::text]))),
  constraint personen_sind_eine_zahl CHECK (((merkmal <> 'personen'::text) OR (wert ~ '^[1-9][0-9]?$'::text))),
  constraint fall_merkmal_ueberlappt_nicht EXCLUDE USING gist (kreis_id WITH =, fall_id WITH =, merkmal WITH =, (
CASE
    WHEN (merkmal = 'lebensbereich'::text) THEN wert
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
create policy eigene on fall_status to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_status.kreis_id) AND (f.id = fall_status.fall_id))))));
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
create policy nur_beteiligte_aendern on uebergabe as restrictive for update to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy nur_beteiligte_anlegen on uebergabe as restrictive for insert to lotse_app
  with check ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy nur_beteiligte_loeschen on uebergabe as restrictive for delete to lotse_app
  using ((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)));
create policy zaehlen on uebergabe for select to lotse_zaehler
  using ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])));
grant delete, insert, select, update on uebergabe to lotse_app;
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
create policy eigene on fall_zustaendigkeit to lotse_app
  using (((kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis)) OR (EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = fall_zustaendigkeit.kreis_id) AND (f.id = fall_zustaendigkeit.fall_id))))));
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
create policy zaehlen on fall_zustaendigkeit for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[])) OR ((kreis_id = ANY (( SELECT app_liste('app.kreis'::text) AS app_liste)::text[])) AND (cardinality(( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)) > 0))));
grant select on fall_zustaendigkeit to lotse_akte;
grant delete, insert, select, update on fall_zustaendigkeit to lotse_app;
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
  constraint sonstiger_kontakt_pkey PRIMARY KEY (kreis_id, id, fassung),
  constraint sonstiger_kontakt_kreis_id_kommune_id_fkey FOREIGN KEY (kreis_id, kommune_id) REFERENCES kommune(kreis_id, id) ON DELETE RESTRICT,
  constraint sonstiger_kontakt_kreis_id_traeger_id_fkey FOREIGN KEY (kreis_id, traeger_id) REFERENCES traeger(kreis_id, id) ON DELETE RESTRICT
);
comment on table sonstiger_kontakt is 'Sonstiger Beratungskontakt ohne Aufnahme: anonym, nur gezählt (Vorlage 197/23).';
comment on column sonstiger_kontakt.am is 'Tag des Kontakts.';
comment on column sonstiger_kontakt.ergebnis is 'Code aus der Codeliste "ergebnis".';
CREATE UNIQUE INDEX sonstiger_kontakt_eine_gueltige_fassung ON public.sonstiger_kontakt USING btree (kreis_id, id) WHERE (ersetzt_am IS NULL);
CREATE INDEX sonstiger_kontakt_zaehlen ON public.sonstiger_kontakt USING btree (kreis_id, am, traeger_id);
alter table sonstiger_kontakt enable row level security;
alter table sonstiger_kontakt force row level security;
create policy eigene on sonstiger_kontakt to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ANY (( SELECT app_liste('app.ko_kreis'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.ko_kommune'::text) AS app_liste)::text[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))))
  with check (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy nur_eigene_loeschen on sonstiger_kontakt as restrictive for delete to lotse_app
  using (((traeger_id = ANY (( SELECT app_uuids('app.cm_traeger'::text) AS app_uuids)::uuid[])) OR (kreis_id = ( SELECT app_zweck_kreis() AS app_zweck_kreis))));
create policy zaehlen on sonstiger_kontakt for select to lotse_zaehler
  using (((kreis_id = ANY (( SELECT app_liste('app.zaehl_gesamt'::text) AS app_liste)::text[])) OR (kommune_id = ANY (( SELECT app_liste('app.zaehl_kommune'::text) AS app_liste)::text[])) OR (traeger_id = ANY (( SELECT app_uuids('app.zaehl_traeger'::text) AS app_uuids)::uuid[]))));
grant delete, insert, select, update on sonstiger_kontakt to lotse_app;
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
  constraint ereignis_pkey PRIMARY KEY (kreis_id, id),
  constraint ereignis_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table ereignis is 'Jede Änderung, ohne Inhalt und ohne Namen.';
comment on column ereignis.konto_id is 'Wer handelte; leer, wenn es kein Konto war.';
comment on column ereignis.art is 'Was geschah, als Schlüssel, etwa "fall.aufgenommen".';
comment on column ereignis.gegenstand is 'Art des Gegenstands, etwa "fall".';
comment on column ereignis.gegenstand_id is 'Kennung des Gegenstands; ohne Fremdschlüssel, damit das Ereignis eine Löschung überdauert.';
comment on column ereignis.daten is 'Schlüssel, Tage und Zahlen, nie Namen oder Text.';
CREATE INDEX ereignis_gegenstand ON public.ereignis USING btree (kreis_id, gegenstand_id, id);
alter table ereignis enable row level security;
create policy lesen on ereignis for select to lotse_app
  using (((EXISTS ( SELECT
   FROM fall f
  WHERE ((f.kreis_id = ereignis.kreis_id) AND (f.id = ereignis.gegenstand_id)))) OR (konto_id = ( SELECT app_konto() AS app_konto))));
create policy schreiben on ereignis for insert to lotse_app, lotse_anmeldung
  with check (true);
grant insert on ereignis to lotse_anmeldung;
grant insert, select on ereignis to lotse_app;

create table lesezugriff (
  kreis_id text not null,
  id bigint not null generated always as identity,
  am timestamp with time zone not null default now(),
  konto_id uuid not null,
  person_id uuid[] not null,
  vorgang text not null,
  constraint lesezugriff_pkey PRIMARY KEY (kreis_id, id),
  constraint lesezugriff_kreis_id_fkey FOREIGN KEY (kreis_id) REFERENCES kreis(id) ON DELETE RESTRICT
);
comment on table lesezugriff is 'Jedes Lesen einer benannten Person: ohne Eintrag keine Antwort.';
comment on column lesezugriff.person_id is 'Alle Personen, die in der Antwort standen.';
comment on column lesezugriff.vorgang is 'Name des Vorgangs, etwa "fall.get".';
alter table lesezugriff enable row level security;
create policy akte on lesezugriff for insert to lotse_akte
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
create policy lesen on lesezugriff for select to lotse_app
  using (((kreis_id || ':datenschutz'::text) = ANY (( SELECT app_liste('app.rollen'::text) AS app_liste)::text[])));
create policy schreiben on lesezugriff for insert to lotse_app
  with check ((konto_id = ( SELECT app_konto() AS app_konto)));
grant insert on lesezugriff to lotse_akte;
grant insert, select on lesezugriff to lotse_app;

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
grant delete, insert, select, update on idempotenz to lotse_app;

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
grant delete, insert, select, update on entwurf to lotse_app;

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

CREATE OR REPLACE FUNCTION public.app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text DEFAULT ''::text, p_zweck_kreis text DEFAULT ''::text)
 RETURNS TABLE(kreis_id text, konto_id uuid, name text, sprache text, stufe smallint, demo boolean, rollen jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s record;
begin
  select x.kreis_id, x.konto_id, x.stufe, x.zuletzt_am, k.name, k.sprache, k.demo into s
  from sitzung x join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and x.endet_am > now() and x.zuletzt_am + p_leerlauf > now() and k.gesperrt_am is null;
  if not found then return; end if;
  -- Touching the session at most once a minute keeps reads free of writes.
  if s.zuletzt_am < now() - interval '1 minute' then
    update sitzung x set zuletzt_am = now() where x.pruefwert = p_pruefwert;
  end if;
  return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo,
    app_scope(s.kreis_id, s.konto_id, p_zweck, p_zweck_kreis);
end $function$;
comment on function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text) is 'Prüft die Sitzung und setzt für diese Transaktion, was das Konto sehen darf. Keine Zeile: nicht angemeldet.';

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
  v_liste jsonb; v_zweck text := '';
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
    coalesce(array_agg(distinct g.kreis_id), '{}'),
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
end $function$;
alter function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) owner to lotse_akte;
comment on function fall_akte(p_kreis text, p_fall uuid, p_tag date, p_anzahl integer, p_aufsicht boolean, p_vorgang text) is 'Eine Fallakte mit den neuesten Kontakten, wenn das Konto den Fall sehen darf; schreibt den Lesezugriff selbst. p_aufsicht: die Koordination darf den Fall unter seiner Nummer sehen.';

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
comment on function fall_stand(p_kreis text, p_tag date, p_grenze date, p_status text[]) is 'Status und letzte Kontakte der Fälle, an denen das Konto arbeitet, an einem Tag nach heutigem Kenntnisstand. p_grenze: Tag minus Monate der Regel "aktiv_regel", leer bei gemeldetem Status.';

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
    select h.kreis_id, h.id, greatest(h.form, case when h.laut >= 0.8 then 0.95::real * h.laut end) as a
    from (
      select p.kreis_id, p.id, word_similarity(p_form, p.suchform) as form, word_similarity(p_laut, p.suchlaut) as laut,
        p.suchform like '%' || p_form || '%' as darin
      from person p
      where p_form <> '' and p.traeger_id = any (v_traeger)
        and (p.casemanager_id is null or p.casemanager_id = any (v_konto))
        and (p_form <% p.suchform or p_laut <% p.suchlaut or p.suchform like '%' || p_form || '%')
    ) h
    where h.form >= 0.45 or h.laut >= 0.8 or h.darin
    order by a desc, h.id
    limit p_anzahl;
end $function$;
alter function person_suche(p_form text, p_laut text, p_anzahl integer) owner to lotse_suche;
