-- Who stands around a case: offices and private helpers with their tasks, who leads, the household and linked cases.
-- Words are sealed under the key of the person; a helper without a release is read by nobody but those who read the person.

create table akteur (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  stelle_id uuid,
  rolle text not null check (rolle in ('jobcenter', 'sozialamt', 'asylblg', 'abh', 'kommunales_team', 'suchtberatung',
    'schuldnerberatung', 'sozialbuero', 'krankenkasse', 'pflegekasse', 'arbeitsagentur', 'familienkasse', 'wohngeldstelle',
    'mbe', 'jmd', 'fluechtlingsberatung', 'jugendamt', 'arzt', 'klinik', 'schule', 'kita', 'anwalt', 'ehrenamt', 'familie',
    'sonstige')),
  lebensbereich text[] not null default '{}',
  seit date not null,
  bis date,
  vereinbart_am date,
  wort_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, fall_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  check (bis > seit)
);
create index akteur_fall on akteur (kreis_id, fall_id);
comment on table akteur is 'Wer neben dem Case Management am Fall beteiligt ist (Das Netzwerk im Case Management); ob eine Entbindung vorliegt, steht nicht hier, sondern wird gelesen.';
comment on column akteur.stelle_id is 'Leer bei privaten Helfern: ihr Name steht nur versiegelt da.';
comment on column akteur.rolle is 'Wer er für den Fall ist, nach dem Netzwerk im Case Management.';
comment on column akteur.lebensbereich is 'Worum er sich kümmert, aus der Liste der Lebensbereiche.';
comment on column akteur.seit is 'Erster Tag der Beteiligung.';
comment on column akteur.bis is 'Erster Tag, an dem er nicht mehr beteiligt ist.';
comment on column akteur.vereinbart_am is 'Tag, an dem Aufgaben und Verfahren mit ihm abgesprochen wurden (Konzept 2.3, 4.3).';
comment on column akteur.wort_siegel is 'Name und Beziehung privater Helfer, Erreichbarkeit, Aufgaben, abgesprochenes Verfahren; versiegelt.';

create table federfuehrung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  akteur_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  -- The application never removes an actor who has led; with the case both go.
  foreign key (kreis_id, fall_id, akteur_id) references akteur (kreis_id, fall_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab),
  constraint federfuehrung_nur_eine exclude using gist
    (kreis_id with =, fall_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index federfuehrung_fall on federfuehrung (kreis_id, fall_id) where ersetzt_am is null;
comment on table federfuehrung is 'Wer im Fall führt, wenn mehrere beraten; je Fall vereinbart, mit Verlauf, zu jeder Zeit höchstens einer (Konzept 4.3).';
comment on column federfuehrung.akteur_id is 'Leer: das Case Management selbst führt.';

create table haushalt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  beziehung text not null check (beziehung in ('kind', 'partner', 'elternteil', 'geschwister', 'sonstige')),
  lebensbereich text[] not null default '{}',
  zaehlt boolean not null default true,
  seit date not null,
  bis date,
  eigener_ab date,
  anfrage_id uuid,
  wort_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete set null (anfrage_id),
  check (bis > seit)
);
create index haushalt_fall on haushalt (kreis_id, fall_id);
create index haushalt_anfrage on haushalt (kreis_id, anfrage_id) where anfrage_id is not null;
comment on table haushalt is 'Person im Haushalt der begleiteten Person, im Fall mitgeführt: kleiner Bedarf von Kindern ist Teil des Falls eines Elternteils (Konzept 2.2).';
comment on column haushalt.beziehung is 'Was sie für die begleitete Person ist.';
comment on column haushalt.lebensbereich is 'Kleiner Bedarf, der in diesem Fall mitbehandelt wird, aus der Liste der Lebensbereiche.';
comment on column haushalt.zaehlt is 'Gehört zum Fall und zählt unter den Personen des Falls mit.';
comment on column haushalt.seit is 'Erster Tag im Haushalt.';
comment on column haushalt.bis is 'Erster Tag, an dem sie nicht mehr im Haushalt lebt.';
comment on column haushalt.eigener_ab is 'Ab diesem Tag hat sie einen eigenen Fall und zählt hier nicht mehr mit.';
comment on column haushalt.anfrage_id is 'Anfrage, mit der ihr eigener Fall beginnt.';
comment on column haushalt.wort_siegel is 'Name, Geburtsjahr und Notiz, versiegelt unter dem Schlüssel der begleiteten Person.';

create table fall_verbindung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  anderer_fall_id uuid not null,
  art text not null check (art in ('kind', 'partner', 'elternteil', 'geschwister', 'sonstige')),
  haushalt_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, anderer_fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, haushalt_id) references haushalt (kreis_id, id) on delete set null (haushalt_id),
  constraint verbindung_mit_anderem check (fall_id <> anderer_fall_id)
);
create unique index fall_verbindung_nur_eine on fall_verbindung
  (kreis_id, least(fall_id, anderer_fall_id), greatest(fall_id, anderer_fall_id));
create index fall_verbindung_fall on fall_verbindung (kreis_id, fall_id);
create index fall_verbindung_anderer on fall_verbindung (kreis_id, anderer_fall_id);
comment on table fall_verbindung is 'Zwei Fälle einer Familie, in beiden zu sehen; nur für die, die beide Personen lesen.';
comment on column fall_verbindung.anderer_fall_id is 'Der andere der beiden Fälle.';
comment on column fall_verbindung.art is 'Was die Person des anderen Falls für die dieses Falls ist; umgekehrt gelesen wird aus Kind Elternteil.';
comment on column fall_verbindung.haushalt_id is 'Eintrag im Haushalt, aus dem der andere Fall wurde.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['akteur', 'federfuehrung', 'haushalt'] loop
    execute format('create policy eigene on %1$I to lotse_app using (kreis_id = (select app_zweck_kreis())
      or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
        where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id))', tabelle);
  end loop;
  foreach tabelle in array array['akteur', 'federfuehrung', 'haushalt', 'fall_verbindung'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
    execute format('create policy akte on %1$I for select to lotse_akte using (true)', tabelle);
    execute format('grant select on %1$I to lotse_akte', tabelle);
  end loop;
end $$;
-- A link between two cases is a word about both persons.
create policy beide on fall_verbindung to lotse_app using (kreis_id = (select app_zweck_kreis())
  or (exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      where f.kreis_id = fall_verbindung.kreis_id and f.id = fall_verbindung.fall_id)
    and exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      where f.kreis_id = fall_verbindung.kreis_id and f.id = fall_verbindung.anderer_fall_id)));
grant select, insert, update, delete on akteur, haushalt, fall_verbindung to lotse_app;
grant select, insert, update on federfuehrung to lotse_app;
