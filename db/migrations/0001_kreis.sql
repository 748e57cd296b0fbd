-- Territory, organisations and the rules of each Kreis: everything that says where and by whom.
-- Places, Träger and posts change over time, so each assignment carries its own validity.

create table kreis (
  id text primary key check (id ~ '^[a-z0-9_]{2,40}$'),
  ags text not null check (ags ~ '^\d{5}$'),
  name text not null,
  art text not null default 'kreis' check (art in ('kreis', 'kreisfreie_stadt')),
  demo boolean not null default false
);
comment on table kreis is 'Kreis oder kreisfreie Stadt; Teil jedes Schlüssels.';

create table kommune (
  kreis_id text not null references kreis (id) on delete restrict,
  id text not null check (id ~ '^\d{8}$'),
  name text not null,
  namensvariante text[] not null default '{}',
  primary key (kreis_id, id)
);
comment on column kommune.id is 'Amtlicher Gemeindeschlüssel (AGS), acht Ziffern.';

create table ortsteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  kommune_id text not null,
  name text not null,
  namensvariante text[] not null default '{}',
  primary key (kreis_id, id),
  unique (kreis_id, kommune_id, name),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict
);
comment on table ortsteil is 'Teil einer Kommune, etwa "Rheine links der Ems"; nicht aus dem AGS ableitbar.';

create table ortsteil_strasse (
  kreis_id text not null,
  ortsteil_id uuid not null,
  strasse text not null,
  gueltig_ab date not null default '-infinity',
  gueltig_bis date,
  primary key (kreis_id, ortsteil_id, strasse, gueltig_ab),
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab)
);
comment on table ortsteil_strasse is 'Straßen eines Ortsteils; löst eine Anschrift in die Zuständigkeit unterhalb der Kommune auf.';

create table region (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9_]{2,60}$'),
  name text not null,
  art text not null check (art in ('teilregion', 'regionalgruppe', 'regionalbereich')),
  eigene_koordination boolean not null default false,
  primary key (kreis_id, id),
  unique (kreis_id, slug)
);
comment on table region is 'Zusammenfassung von Kommunen: Teilregion (Unna), Regionalgruppe (Steinfurt), Regionalbereich (Rheine).';
comment on column region.eigene_koordination is 'Große kreisangehörige Kommune mit eigener koordinierender Stelle.';

create table region_kommune (
  kreis_id text not null,
  region_id uuid not null,
  kommune_id text not null,
  gueltig_ab date not null default '-infinity',
  gueltig_bis date,
  primary key (kreis_id, region_id, kommune_id, gueltig_ab),
  foreign key (kreis_id, region_id) references region (kreis_id, id) on delete cascade,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint region_kommune_ueberlappt_nicht exclude using gist
    (kreis_id with =, region_id with =, kommune_id with =, daterange(gueltig_ab, gueltig_bis) with &&)
);

create table traeger (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9_]{2,60}$'),
  name text not null,
  rechtsname text not null,
  namensvariante text[] not null default '{}',
  art text not null check (art in ('kommune', 'freier_traeger', 'kreis')),
  primary key (kreis_id, id),
  unique (kreis_id, slug)
);
comment on table traeger is 'Anstellungs- und Durchführungsträger: Verantwortlicher im Sinne der DSGVO und Mandant.';

create table standort (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  kommune_id text,
  name text not null,
  anschrift text not null default '',
  art text not null default 'intern' check (art in ('intern', 'extern')),
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict
);

create table traeger_gebiet (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  kommune_id text not null,
  ortsteil_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default '',
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint traeger_gebiet_ueberlappt_nicht exclude using gist (
    kreis_id with =, traeger_id with =, kommune_id with =,
    coalesce(ortsteil_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(gueltig_ab, gueltig_bis) with &&)
);
comment on table traeger_gebiet is 'Welcher Träger ist wo und wann für das Case Management zuständig (Vorlage 197/23: Rheine).';
comment on column traeger_gebiet.gueltig_bis is 'Erster Tag, an dem die Zuordnung nicht mehr gilt; leer heißt offen.';

create table behoerde (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  art text not null check (art in ('abh', 'ebh')),
  name text not null,
  angegliedert_an uuid,
  primary key (kreis_id, id),
  unique (kreis_id, art, name),
  foreign key (kreis_id, angegliedert_an) references behoerde (kreis_id, id) on delete set null (angegliedert_an)
);
comment on table behoerde is 'Ausländer- und Einbürgerungsbehörden; eine Einbürgerungsbehörde kann der Ausländerbehörde angegliedert sein (Rheine).';

create table behoerde_kommune (
  kreis_id text not null,
  art text not null check (art in ('abh', 'ebh')),
  kommune_id text not null,
  behoerde_id uuid not null,
  gueltig_ab date not null default '-infinity',
  gueltig_bis date,
  primary key (kreis_id, art, kommune_id, gueltig_ab),
  foreign key (kreis_id, behoerde_id) references behoerde (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint behoerde_kommune_ueberlappt_nicht exclude using gist
    (kreis_id with =, art with =, kommune_id with =, daterange(gueltig_ab, gueltig_bis) with &&)
);

create table vertrag (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  region_id uuid,
  art text not null check (art in ('weiterleitungsvertrag', 'vertrag', 'refinanzierungsvereinbarung', 'kooperationsvereinbarung')),
  gueltig_ab date not null,
  gueltig_bis date,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, region_id) references region (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab)
);

create table stellenanteil (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  baustein smallint not null check (baustein in (1, 2, 3)),
  ebene text not null check (ebene in ('vertrag', 'bescheid', 'besetzung')),
  bezeichnung text not null,
  traeger_id uuid,
  behoerde_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  vzae_hundertstel integer not null check (vzae_hundertstel between 1 and 10000),
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default '',
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, behoerde_id) references behoerde (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint stellenanteil_ueberlappt_nicht exclude using gist (
    kreis_id with =, ebene with =, baustein with =, bezeichnung with =,
    daterange(gueltig_ab, gueltig_bis) with &&)
);
comment on table stellenanteil is 'Anteil einer Stelle je Baustein; Vertrag, Bescheid und Besetzung sind getrennte Tatsachen.';
comment on column stellenanteil.vzae_hundertstel is 'Vollzeitäquivalent in Hundertsteln (1,7 Stellen = 170), nie als Gleitkommazahl.';

create table satz (
  kreis_id text not null references kreis (id) on delete restrict,
  art text not null check (art in ('personalkosten_je_vzae', 'sachkosten_je_vzae')),
  betrag_cent bigint not null check (betrag_cent >= 0),
  gueltig_ab date not null,
  gueltig_bis date,
  quelle text not null default '',
  primary key (kreis_id, art, gueltig_ab),
  check (gueltig_bis > gueltig_ab),
  constraint satz_ueberlappt_nicht exclude using gist
    (kreis_id with =, art with =, daterange(gueltig_ab, gueltig_bis) with &&)
);

create table aussenreihe (
  kreis_id text not null,
  reihe text not null check (reihe in ('aufenthalt_25a_25b', 'einbuergerung')),
  behoerde_id uuid not null,
  jahr smallint not null,
  wert integer not null check (wert >= 0),
  quelle text not null,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, reihe, behoerde_id, jahr),
  foreign key (kreis_id, behoerde_id) references behoerde (kreis_id, id) on delete restrict
);
comment on table aussenreihe is 'Von Behörden gemeldete Jahreszahlen (Baustein 3) mit Herkunft; nicht aus Fällen gezählt.';

create table codeliste (
  kreis_id text not null references kreis (id) on delete cascade,
  liste text not null check (liste in ('geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich', 'zugang', 'ergebnis', 'abschlussgrund', 'ruhegrund')),
  code text not null check (code ~ '^[a-z0-9_]{1,60}$'),
  bezeichnung text not null,
  bezeichnung_en text not null,
  gemeinsam text not null,
  variante text[] not null default '{}',
  rang smallint not null default 100,
  gueltig_ab date not null default '-infinity',
  gueltig_bis date,
  primary key (kreis_id, liste, code)
);
comment on column codeliste.gemeinsam is 'Gemeinsamer Schlüssel aller Kreise, auf den der Wert abgebildet wird.';
comment on column codeliste.variante is 'Schreibweisen, die beim Einlesen denselben Wert bedeuten (Mazedonien = Nordmazedonien).';

create table regel (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  schluessel text not null,
  wert jsonb not null,
  gueltig_ab date not null,
  gueltig_bis date,
  begruendung text not null default '',
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  check (gueltig_bis > gueltig_ab),
  constraint regel_ueberlappt_nicht exclude using gist
    (kreis_id with =, schluessel with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
comment on table regel is 'Was sich je Kreis unterscheidet, mit Gültigkeit; ein Bericht nimmt die Regel seines Stichtags.';

comment on table migration is 'Welche Migrationen gelaufen sind, mit Prüfsumme; eine gelaufene Migration wird nie mehr geändert.';
comment on column migration.nummer is 'Laufende Nummer aus dem Dateinamen.';
comment on column migration.hash is 'SHA-256 der Datei.';
comment on column kreis.ags is 'Amtlicher Kreisschlüssel, fünf Ziffern.';
comment on table kommune is 'Kreisangehörige Kommune oder die kreisfreie Stadt selbst.';
comment on column ortsteil_strasse.strasse is 'Straßenname ohne Hausnummer.';
comment on table region_kommune is 'Welche Kommune wann zu welcher Region gehört.';
comment on column traeger.rechtsname is 'Voller Name mit Rechtsform (e. V., gGmbH); "name" ist die Kurzform der Tabellen.';
comment on table standort is 'Beratungsort eines Trägers.';
comment on table behoerde_kommune is 'Welche Ausländer- und welche Einbürgerungsbehörde für eine Kommune wann zuständig ist; die beiden Karten sind verschieden (Kreis Unna).';
comment on table vertrag is 'Vertrag zwischen Kreis und Träger, je nach Kreis in anderer Form.';
comment on column stellenanteil.ebene is 'Vertrag, Bescheid oder Besetzung: drei Tatsachen, die sich widersprechen dürfen.';
comment on table satz is 'Fördersatz je Vollzeitäquivalent und Jahr.';
comment on column satz.betrag_cent is 'Ganze Cent.';
comment on column aussenreihe.reihe is 'Welche Zahl die Behörde meldet.';
comment on column aussenreihe.jahr is 'Kalenderjahr.';
comment on table codeliste is 'Werte, unter denen ein Kreis wählt, auch jene, die nicht mehr angeboten werden.';
comment on column codeliste.liste is 'Zu welchem Merkmal oder Feld der Wert gehört.';
comment on column codeliste.code is 'Bleibt für immer; nur die Bezeichnung darf sich ändern.';
comment on column codeliste.rang is 'Reihenfolge in Auswahl und Tabelle.';
comment on column regel.schluessel is 'Name der Regel im Regelregister der Anwendung.';
comment on column regel.wert is 'Wert in der Form, die das Regelregister für diesen Schlüssel vorgibt.';
