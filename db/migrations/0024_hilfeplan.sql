-- The plan of a case (Konzept Kreis Unna 2.2): goals and steps are edited in rows, their words sealed under the key of
-- the person; what is signed is a frozen version with a checksum that nothing changes any more. States keep their day.

create table hilfeplan (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, fall_id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
comment on table hilfeplan is 'Zielvereinbarung/Hilfeplan eines Falls: gemeinsam erarbeitete Ziele mit Schritten, von beiden unterschrieben (Konzept 2.2).';
comment on column hilfeplan.fassung is 'Zählt jede Änderung am Inhalt; steht sie höher als bei der letzten Unterschrift, ist etwas noch nicht unterschrieben.';

create table hilfeplan_ziel (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  lebensbereich text not null,
  prioritaet smallint not null check (prioritaet between 1 and 3),
  bis_wann date,
  stand text not null default 'offen' check (stand in ('offen', 'in_arbeit', 'erreicht', 'teilweise', 'aufgegeben')),
  stand_ab date not null,
  reihenfolge integer not null,
  worte_siegel bytea not null,
  fassung integer not null default 1,
  entfernt_am timestamptz,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, fall_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade
);
create index hilfeplan_ziel_fall on hilfeplan_ziel (kreis_id, fall_id);
comment on table hilfeplan_ziel is 'Ein Ziel des Plans; Wortlaut, Indikator und eigene Worte der Person liegen versiegelt.';
comment on column hilfeplan_ziel.prioritaet is '1 zuerst, 3 zuletzt.';
comment on column hilfeplan_ziel.bis_wann is 'Bis wann das Ziel erreicht sein soll.';
comment on column hilfeplan_ziel.stand is 'Wie weit das Ziel ist; der Verlauf steht in hilfeplan_stand.';
comment on column hilfeplan_ziel.stand_ab is 'Tag, seit dem der Stand gilt; bei erreichten Zielen der Tag des Erreichens.';
comment on column hilfeplan_ziel.reihenfolge is 'Unter Zielen gleicher Priorität.';
comment on column hilfeplan_ziel.worte_siegel is 'Ziel, Indikator und Worte der Person als JSON, versiegelt unter dem Schlüssel der Person.';
comment on column hilfeplan_ziel.entfernt_am is 'Aus dem Plan genommen; in unterschriebenen Fassungen steht es weiter.';

create table hilfeplan_schritt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  ziel_id uuid not null,
  akteur text not null check (akteur in ('klient', 'casemanagement', 'dritte')),
  stelle_id uuid,
  faellig_am date,
  stand text not null default 'offen' check (stand in ('offen', 'in_arbeit', 'erledigt', 'entfallen')),
  stand_ab date not null,
  reihenfolge integer not null,
  worte_siegel bytea not null,
  entfernt_am timestamptz,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id, ziel_id) references hilfeplan_ziel (kreis_id, fall_id, id) on delete cascade,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  constraint stelle_nur_bei_dritten check (stelle_id is null or akteur = 'dritte')
);
create index hilfeplan_schritt_fall on hilfeplan_schritt (kreis_id, fall_id);
create index hilfeplan_schritt_ziel on hilfeplan_schritt (kreis_id, ziel_id);
comment on table hilfeplan_schritt is 'Ein Schritt zu einem Ziel: wer was bis wann tut.';
comment on column hilfeplan_schritt.akteur is 'Wer ihn geht: die Person, das Case Management oder Dritte.';
comment on column hilfeplan_schritt.stelle_id is 'Stelle aus dem Verzeichnis, die ihn geht; nur bei Dritten.';
comment on column hilfeplan_schritt.faellig_am is 'Letzter Tag, bis zu dem er getan sein soll.';
comment on column hilfeplan_schritt.stand is 'Wie weit der Schritt ist; der Verlauf steht in hilfeplan_stand.';
comment on column hilfeplan_schritt.stand_ab is 'Tag, seit dem der Stand gilt.';
comment on column hilfeplan_schritt.reihenfolge is 'Unter den Schritten eines Ziels.';
comment on column hilfeplan_schritt.worte_siegel is 'Wortlaut und Name der Dritten als JSON, versiegelt unter dem Schlüssel der Person.';
comment on column hilfeplan_schritt.entfernt_am is 'Aus dem Plan genommen; in unterschriebenen Fassungen steht er weiter.';

create table hilfeplan_stand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  ziel_id uuid not null,
  schritt_id uuid,
  stand text not null,
  gueltig_ab date not null,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, fall_id, ziel_id) references hilfeplan_ziel (kreis_id, fall_id, id) on delete cascade,
  foreign key (kreis_id, schritt_id) references hilfeplan_schritt (kreis_id, id) on delete cascade
);
create index hilfeplan_stand_fall on hilfeplan_stand (kreis_id, fall_id);
create index hilfeplan_stand_ziel on hilfeplan_stand (kreis_id, ziel_id) where ersetzt_am is null;
comment on table hilfeplan_stand is 'Verlauf der Stände von Zielen und Schritten: an einem Tag gilt die letzte nicht ersetzte Zeile bis dahin.';
comment on column hilfeplan_stand.schritt_id is 'Leer, wenn die Zeile vom Ziel selbst handelt.';
comment on column hilfeplan_stand.stand is 'Stand des Ziels oder Schritts vom Tag an.';
comment on column hilfeplan_stand.ersetzt_am is 'Wann eine Zeile mit früherem oder gleichem Tag an ihre Stelle trat.';

create table hilfeplan_version (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  nummer integer not null check (nummer > 0),
  stand text not null check (stand in ('entwurf', 'unterschrieben', 'abgeloest')),
  plan_fassung integer not null,
  inhalt_siegel bytea not null,
  pruefwert bytea not null check (length(pruefwert) = 32),
  antwort text check (antwort in ('ja', 'nein', 'keine_antwort')),
  unterschrieben_am date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, fall_id, nummer),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  constraint unterschrieben_mit_tag check ((stand = 'entwurf') = (unterschrieben_am is null) and (stand = 'entwurf') = (antwort is null))
);
create unique index hilfeplan_version_nur_eine_gilt on hilfeplan_version (kreis_id, fall_id) where stand = 'unterschrieben';
create unique index hilfeplan_version_nur_ein_entwurf on hilfeplan_version (kreis_id, fall_id) where stand = 'entwurf';
comment on table hilfeplan_version is 'Fassung des Plans: vorgelegt als Entwurf, mit der Unterschrift eingefroren, von der nächsten abgelöst.';
comment on column hilfeplan_version.nummer is 'Zählt die Fassungen eines Falls; ein Entwurf behält seine Nummer, bis er unterschrieben ist.';
comment on column hilfeplan_version.stand is 'Entwurf, unterschrieben und damit gültig, oder abgelöst.';
comment on column hilfeplan_version.plan_fassung is 'Stand von hilfeplan.fassung, als sie eingefroren wurde.';
comment on column hilfeplan_version.inhalt_siegel is 'Der ganze Plan mit der Antwort der Person als JSON, versiegelt unter ihrem Schlüssel.';
comment on column hilfeplan_version.pruefwert is 'SHA-256 des Wortlauts: alles, was vereinbart wurde, ohne den Stand der Arbeit daran.';
comment on column hilfeplan_version.antwort is 'Antwort der Person auf den Plan; der Grund steht versiegelt im Inhalt.';
comment on column hilfeplan_version.unterschrieben_am is 'Tag der Unterschriften.';

create function hilfeplan_version_unveraenderlich() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if old.stand <> 'entwurf' and (new.stand not in ('unterschrieben', 'abgeloest') or (old.stand, new.stand) = ('abgeloest', 'unterschrieben')
      or (new.kreis_id, new.id, new.fall_id, new.nummer, new.plan_fassung, new.inhalt_siegel, new.pruefwert, new.antwort, new.unterschrieben_am)
        is distinct from (old.kreis_id, old.id, old.fall_id, old.nummer, old.plan_fassung, old.inhalt_siegel, old.pruefwert, old.antwort, old.unterschrieben_am)) then
    raise exception 'a signed version is not changed';
  end if;
  return new;
end $$;
comment on function hilfeplan_version_unveraenderlich is 'Was unterschrieben ist, wird nur noch abgelöst.';
create trigger hilfeplan_version_unveraenderlich before update on hilfeplan_version
  for each row execute function hilfeplan_version_unveraenderlich();

do $$
declare tabelle text;
begin
  foreach tabelle in array array['hilfeplan', 'hilfeplan_ziel', 'hilfeplan_schritt', 'hilfeplan_stand', 'hilfeplan_version'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
    execute format('create policy eigene on %1$I to lotse_app using (kreis_id = (select app_zweck_kreis())
      or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
        where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id))', tabelle);
    execute format('create policy akte on %1$I for select to lotse_akte using (true)', tabelle);
    execute format('create policy zaehlen on %1$I for select to lotse_zaehler
      using (kreis_id = any ((select app_liste(''app.kreis''))::text[]))', tabelle);
  end loop;
end $$;
grant select, insert, update on hilfeplan, hilfeplan_ziel, hilfeplan_schritt, hilfeplan_stand, hilfeplan_version to lotse_app;
grant select on hilfeplan, hilfeplan_ziel, hilfeplan_schritt, hilfeplan_stand, hilfeplan_version to lotse_akte;
grant select on hilfeplan, hilfeplan_stand to lotse_zaehler;
grant select (kreis_id, id, fall_id, lebensbereich, prioritaet, bis_wann, stand, stand_ab, entfernt_am, erfasst_am) on hilfeplan_ziel to lotse_zaehler;
grant select (kreis_id, id, fall_id, ziel_id, akteur, faellig_am, stand, stand_ab, entfernt_am, erfasst_am) on hilfeplan_schritt to lotse_zaehler;
grant select (kreis_id, id, fall_id, nummer, stand, antwort, unterschrieben_am, erfasst_am) on hilfeplan_version to lotse_zaehler;
