-- The inbox inside the application is the truth; an e-mail is only a nudge without content.
-- A message carries codes, days and keys, never a name.

alter table konto add column email text check (length(email) <= 200);
comment on column konto.email is 'Dienstliche Adresse für Hinweise ohne Inhalt; leer heißt: keine Mail.';

create table nachricht (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  art text not null check (art ~ '^[a-z_.]{3,60}$'),
  gegenstand text,
  gegenstand_id uuid,
  daten jsonb not null default '{}',
  gelesen_am timestamptz,
  mail_am timestamptz,
  mail_fehler text,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
create index nachricht_konto on nachricht (konto_id, gelesen_am, erfasst_am desc);
create index nachricht_mail on nachricht (erfasst_am) where mail_am is null and mail_fehler is null;
comment on table nachricht is 'Nachricht an ein Konto: was geschah und wo man hinsieht, ohne Namen und Inhalt.';
comment on column nachricht.art is 'Schlüssel des Textes, etwa "anfrage.weitergeleitet".';
comment on column nachricht.gegenstand is 'Art des Gegenstands, zu dem die Nachricht führt.';
comment on column nachricht.gegenstand_id is 'Kennung des Gegenstands.';
comment on column nachricht.daten is 'Schlüssel, Tage und Nummern.';
comment on column nachricht.gelesen_am is 'Wann sie geöffnet wurde.';
comment on column nachricht.mail_am is 'Wann der Hinweis per Mail hinausging.';
comment on column nachricht.mail_fehler is 'Warum er nicht hinausging: Schlüssel, keine Adresse.';

alter table nachricht enable row level security;
alter table nachricht force row level security;
create policy eigene on nachricht to lotse_app using (konto_id = (select app_konto()))
  with check (kreis_id = any ((select app_liste('app.kreis'))::text[]));
-- The job that sends mails runs as the owner, never inside a request.
create policy versenden on nachricht to lotse_owner using (true);
grant select, insert, update (gelesen_am) on nachricht to lotse_app;
