-- What happened and who looked: append-only for the runtime role, in the same transaction as the act itself.
-- Drafts and idempotent answers are sealed by the application; no content lies here in clear.

create table ereignis (
  kreis_id text not null references kreis (id) on delete restrict,
  id bigint generated always as identity,
  am timestamptz not null default now(),
  konto_id uuid,
  art text not null,
  gegenstand text not null,
  gegenstand_id uuid,
  daten jsonb not null default '{}',
  primary key (kreis_id, id)
);
create index ereignis_gegenstand on ereignis (kreis_id, gegenstand_id, id);
comment on table ereignis is 'Jede Änderung, ohne Inhalt und ohne Namen.';

create table lesezugriff (
  kreis_id text not null references kreis (id) on delete restrict,
  id bigint generated always as identity,
  am timestamptz not null default now(),
  konto_id uuid not null,
  person_id uuid[] not null,
  vorgang text not null,
  primary key (kreis_id, id)
);
comment on table lesezugriff is 'Jedes Lesen einer benannten Person: ohne Eintrag keine Antwort.';

create table idempotenz (
  kreis_id text not null,
  konto_id uuid not null,
  schluessel text not null check (length(schluessel) between 8 and 100),
  vorgang text not null,
  anfrage_pruefwert text not null,
  antwort_siegel bytea,
  am timestamptz not null default now(),
  primary key (kreis_id, konto_id, schluessel),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);

create table entwurf (
  kreis_id text not null,
  konto_id uuid not null,
  formular text not null check (length(formular) <= 60),
  bezug text not null default '' check (length(bezug) <= 80),
  siegel bytea not null,
  geaendert_am timestamptz not null default now(),
  primary key (kreis_id, konto_id, formular, bezug),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on table entwurf is 'Nichts Getipptes geht verloren: Entwurf je Formular und Konto, versiegelt.';

create table ansicht (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  filter jsonb not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on table ansicht is 'Gespeicherte Ansicht der Fallliste eines Kontos.';

comment on column ereignis.art is 'Was geschah, als Schlüssel, etwa "fall.aufgenommen".';
comment on column ereignis.gegenstand is 'Art des Gegenstands, etwa "fall".';
comment on column ereignis.gegenstand_id is 'Kennung des Gegenstands; ohne Fremdschlüssel, damit das Ereignis eine Löschung überdauert.';
comment on column ereignis.konto_id is 'Wer handelte; leer, wenn es kein Konto war.';
comment on column ereignis.daten is 'Schlüssel, Tage und Zahlen, nie Namen oder Text.';
comment on column lesezugriff.person_id is 'Alle Personen, die in der Antwort standen.';
comment on column lesezugriff.vorgang is 'Name des Vorgangs, etwa "fall.get".';
comment on table idempotenz is 'Antworten auf Schreibvorgänge, damit ein wiederholtes Absenden nichts doppelt anlegt.';
comment on column idempotenz.schluessel is 'Vom Browser gewählt, wenn das Formular aufgeht.';
comment on column idempotenz.vorgang is 'Methode und Pfad.';
comment on column idempotenz.anfrage_pruefwert is 'Prüfsumme der Anfrage: derselbe Schlüssel mit anderem Inhalt wird abgelehnt.';
comment on column idempotenz.antwort_siegel is 'Versiegelte Antwort.';
comment on column entwurf.bezug is 'Worauf sich das Formular bezieht, etwa die Fall-Kennung; leer bei einem neuen Fall.';
comment on column ansicht.filter is 'Filter und Sortierung, ohne Namen von Personen.';
