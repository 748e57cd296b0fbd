-- The counselled person, consent and sealed text. No consent, no name: person cannot exist without einwilligung.
-- Free text lies here only as ciphertext under the person's key, which is wrapped by the Träger's key.

create table traeger_schluessel (
  kreis_id text not null,
  traeger_id uuid not null,
  schluessel_verpackt bytea not null,
  angelegt_am timestamptz not null default now(),
  primary key (kreis_id, traeger_id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict
);
comment on table traeger_schluessel is 'Schlüssel je Träger, verpackt mit dem Hauptschlüssel außerhalb der Datenbank.';

create table person (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  casemanager_id uuid,
  einwilligung_id uuid not null,
  familienname text not null check (length(familienname) between 1 and 200),
  vorname text not null default '' check (length(vorname) <= 200),
  geburtsdatum date,
  suchform text not null,
  suchlaut text not null,
  schluessel_verpackt bytea not null,
  fassung integer not null default 1,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, id, traeger_id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict
);
create index person_traeger on person (traeger_id, casemanager_id);
create index person_suche on person using gin (traeger_id, suchform gin_trgm_ops, suchlaut gin_trgm_ops);
comment on column person.suchform is 'Namensteile in Suchform (DIN 91379), klein, ohne Zeichen.';
comment on column person.suchlaut is 'Lautschlüssel der Namensteile gegen verschiedene Umschriften.';
comment on column person.schluessel_verpackt is 'Schlüssel der Person, verpackt mit dem Schlüssel des Trägers; gelöscht heißt unlesbar, auch in Sicherungen.';

create table einwilligung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  erteilt_am date not null,
  textfassung text not null default '',
  sprache text not null default 'deu',
  widerrufen_am date,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade deferrable initially deferred,
  check (widerrufen_am >= erteilt_am)
);
create index einwilligung_person on einwilligung (kreis_id, person_id);
alter table person add constraint person_nur_mit_einwilligung
  foreign key (kreis_id, einwilligung_id) references einwilligung (kreis_id, id) on delete restrict deferrable initially deferred;

create table geheimtext (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  siegel bytea not null,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade
);
create index geheimtext_person on geheimtext (kreis_id, person_id);
comment on table geheimtext is 'Versiegelter Freitext (Notiz, Bemerkung): AES-256-GCM unter dem Schlüssel der Person.';

comment on table person is 'Die begleitete Person; nur mit Einwilligung, nur für den Träger, der sie begleitet.';
comment on column person.casemanager_id is 'Wer den Fall führt; leer heißt: das Team des Trägers.';
comment on table einwilligung is 'Unterschriebene Einwilligung: ohne sie kein Name (Konzept Kreis Unna 5.2).';
comment on column einwilligung.textfassung is 'Fassung des Vordrucks, der unterschrieben wurde.';
comment on column einwilligung.sprache is 'Sprache des Vordrucks, ISO 639-3.';
