-- What proves who somebody is besides the password: one-time codes, passkeys, recovery codes. Only lotse_anmeldung reads them.
-- A session knows from where it was opened and how often its second step failed; a try knows the device that it came from.

create table faktor_totp (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  geheimnis_siegel bytea not null,
  schritt bigint not null default 0,
  angelegt_am timestamptz not null default now(),
  bestaetigt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
create index faktor_totp_konto on faktor_totp (kreis_id, konto_id);
-- One that waits for its first code at a time; beginning anew replaces it.
create unique index faktor_totp_offen on faktor_totp (kreis_id, konto_id) where bestaetigt_am is null;
comment on table faktor_totp is 'App mit Einmalcodes (TOTP, RFC 6238) als zweiter Faktor eines Kontos.';
comment on column faktor_totp.name is 'Wie das Konto die App nennt, etwa "Diensthandy".';
comment on column faktor_totp.geheimnis_siegel is 'Das gemeinsame Geheimnis, versiegelt.';
comment on column faktor_totp.schritt is 'Letzter benutzter Zeitschritt (30 Sekunden); er und alle davor werden nie wieder angenommen.';
comment on column faktor_totp.bestaetigt_am is 'Wann der erste richtige Code kam; leer heißt: eingerichtet, aber noch ohne Wirkung.';

create table faktor_passkey (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  konto_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kennung text not null check (length(kennung) between 1 and 1400),
  schluessel bytea not null,
  zaehler bigint not null,
  wege text[] not null default '{}',
  abgeglichen boolean not null,
  angelegt_am timestamptz not null default now(),
  zuletzt_am timestamptz,
  primary key (kreis_id, id),
  unique (kennung),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
create index faktor_passkey_konto on faktor_passkey (kreis_id, konto_id);
comment on table faktor_passkey is 'Passkey (WebAuthn) eines Kontos: zweiter Faktor und Anmeldung ohne Kennwort.';
comment on column faktor_passkey.kennung is 'Kennung des Passkeys (credential id, base64url).';
comment on column faktor_passkey.schluessel is 'Öffentlicher Schlüssel (COSE); der geheime bleibt im Gerät.';
comment on column faktor_passkey.zaehler is 'Zähler des Geräts; geht er zurück, gibt es eine Kopie. 0: das Gerät zählt nicht.';
comment on column faktor_passkey.wege is 'Wie der Browser das Gerät erreicht (transports).';
comment on column faktor_passkey.zuletzt_am is 'Wann er zuletzt etwas bewiesen hat; leer heißt: noch nie.';
comment on column faktor_passkey.abgeglichen is 'Ob der Passkey über mehrere Geräte der Person abgeglichen wird.';

create table wiederherstellungscode (
  kreis_id text not null,
  konto_id uuid not null,
  pruefwert text not null check (pruefwert ~ '^[0-9a-f]{64}$'),
  angelegt_am timestamptz not null default now(),
  verwendet_am timestamptz,
  primary key (kreis_id, konto_id, pruefwert),
  foreign key (kreis_id, konto_id) references konto (kreis_id, id) on delete cascade
);
comment on table wiederherstellungscode is 'Einmal gezeigte Codes für den Fall, dass der zweite Faktor verloren ist; jeder gilt einmal.';
comment on column wiederherstellungscode.pruefwert is 'HMAC-SHA256 des Codes unter einem Schlüssel außerhalb der Datenbank.';
comment on column wiederherstellungscode.verwendet_am is 'Wann er benutzt wurde; danach gilt er nicht mehr.';

create table faktor_aufgabe (
  pruefwert text not null check (pruefwert ~ '^[0-9a-f]{64}$'),
  gueltig_bis timestamptz not null,
  primary key (pruefwert)
);
create index faktor_aufgabe_gueltig on faktor_aufgabe (gueltig_bis);
comment on table faktor_aufgabe is 'Beantwortete Aufgaben an Passkeys, bis sie von selbst ablaufen: keine wird zweimal angenommen.';
comment on column faktor_aufgabe.pruefwert is 'SHA-256 der Aufgabe (challenge).';

alter table sitzung add column adresse text not null default '';
alter table sitzung add column fehlversuche smallint not null default 0;
alter table sitzung add constraint sitzung_stufe check (stufe between 0 and 2);
comment on column sitzung.adresse is 'Netzadresse, von der angemeldet wurde; nur das Konto selbst sieht sie.';
comment on column sitzung.fehlversuche is 'Falsche Antworten im zweiten Schritt; nach fünf ist die Anmeldung von vorn zu beginnen.';

alter table anmeldeversuch add column id uuid not null default gen_random_uuid();
alter table anmeldeversuch add column geraet text not null default '';
comment on column anmeldeversuch.id is 'Kennung, damit genau dieser Versuch erlassen werden kann.';
comment on column anmeldeversuch.geraet is 'Kurzer Prüfwert des bekannten Geräts, von dem er kam; leer: keines. Bekannte Geräte haben ihr eigenes Maß.';

alter table faktor_totp enable row level security;
alter table faktor_passkey enable row level security;
alter table wiederherstellungscode enable row level security;
alter table faktor_aufgabe enable row level security;
create policy anmelden on faktor_totp to lotse_anmeldung using (true);
create policy anmelden on faktor_passkey to lotse_anmeldung using (true);
create policy anmelden on wiederherstellungscode to lotse_anmeldung using (true);
create policy anmelden on faktor_aufgabe to lotse_anmeldung using (true);
grant select, insert, update (name, schritt, bestaetigt_am), delete on faktor_totp to lotse_anmeldung;
grant select, insert, update (zaehler, abgeglichen, zuletzt_am), delete on faktor_passkey to lotse_anmeldung;
grant select, insert, update (verwendet_am), delete on wiederherstellungscode to lotse_anmeldung;
grant select, insert, delete on faktor_aufgabe to lotse_anmeldung;

-- A password must not be made of the name of the Kreis.
grant select (id, name) on kreis to lotse_anmeldung;

-- Sign-in tells an account what happened to its own proofs; it reads no message.
create policy anmelden on nachricht for insert to lotse_anmeldung with check (true);
grant insert on nachricht to lotse_anmeldung;
