-- Keys have versions, so that the master key can be replaced while the server runs.
-- What the server seals for itself hangs from a root key in the database, wrapped by the master key like those of the Träger.

create table hauptschluessel (
  kennung text primary key check (kennung ~ '^[0-9a-f]{16}$'),
  nummer int not null unique check (nummer > 0),
  seit timestamptz not null default now(),
  abgeloest_am timestamptz
);
comment on table hauptschluessel is 'Welche Hauptschlüssel diese Datenbank kannte: nur Kennungen, die Schlüssel selbst liegen außerhalb. Der mit der höchsten Nummer gilt.';
comment on column hauptschluessel.kennung is 'Folgt aus dem Schlüssel und verrät ihn nicht; steht auch in jedem Siegel, das er gemacht hat.';
comment on column hauptschluessel.nummer is 'Fortlaufend; zählt die Wechsel.';
comment on column hauptschluessel.seit is 'Beginn des Wechsels zu ihm.';
comment on column hauptschluessel.abgeloest_am is 'Von da an öffnet er nichts mehr in dieser Datenbank.';
alter table hauptschluessel enable row level security;
create policy lesen on hauptschluessel for select to lotse_app using (true);
grant select on hauptschluessel to lotse_app;

create table wurzelschluessel (
  nummer int primary key check (nummer > 0),
  schluessel_verpackt bytea not null,
  gilt_ab timestamptz not null default now()
);
comment on table wurzelschluessel is 'Schlüssel, aus denen der Server die für seine eigenen Zwecke ableitet (Entwürfe, zweite Faktoren), verpackt mit dem Hauptschlüssel.';
comment on column wurzelschluessel.nummer is 'Der erste bleibt für Prüfwerte, die über Jahre verglichen werden; versiegelt wird mit dem jüngsten, der gilt.';
comment on column wurzelschluessel.gilt_ab is 'Etwas nach dem Anlegen, damit jeder laufende Server ihn kennt, bevor einer damit versiegelt.';
alter table wurzelschluessel enable row level security;
