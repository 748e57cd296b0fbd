-- Import of the workbooks that districts keep: the run, its report and the column profile of a Kreis.
-- Every row made by a run names it, so that the run can be taken back as a whole.

create table uebernahme_profil (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  name text not null,
  zuordnung jsonb not null,
  geaendert_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, name)
);

create table uebernahme (
  kreis_id text not null references kreis (id) on delete restrict,
  id uuid not null default gen_random_uuid(),
  datei_name text not null,
  datei_pruefwert text not null,
  profil text not null default '',
  region_id uuid,
  bericht jsonb not null,
  konto_id uuid,
  am timestamptz not null default now(),
  zurueckgenommen_am timestamptz,
  zurueckgenommen_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, region_id) references region (kreis_id, id) on delete restrict
);
comment on column uebernahme.bericht is 'Zahlen und abgelehnte Zellen (Blatt, Zeile, Spalte, Code), ohne Zellinhalte.';
alter table uebernahme_herkunft add foreign key (kreis_id, uebernahme_id)
  references uebernahme (kreis_id, id) on delete restrict;

comment on table uebernahme_profil is 'Zuordnung der Spalten einer Arbeitsmappe, die ein Kreis wiederverwendet.';
comment on column uebernahme_profil.zuordnung is 'Blatt, Kopfzeile und Feld je Spalte.';
comment on table uebernahme is 'Ein Lauf: eine eingelesene Datei mit Bericht, als Ganzes rücknehmbar.';
comment on column uebernahme.datei_name is 'Name der Datei ohne Pfad.';
comment on column uebernahme.datei_pruefwert is 'SHA-256 der Datei; die Datei selbst wird nicht aufgehoben.';
comment on column uebernahme.profil is 'Name des Profils, mit dem eingelesen wurde.';
comment on column uebernahme.zurueckgenommen_am is 'Wann der Lauf zurückgenommen wurde; leer heißt: er gilt.';
