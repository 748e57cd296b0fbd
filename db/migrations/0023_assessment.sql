-- Assessment and Re-Assessment of the Regelkreis (Case-Management-Konzept Kreis Unna 2.2; Interessenbekundung Steinfurt
-- B2.1): rounds of a case that can be compared. Codes stay countable, words lie under the key of the person (ADR 0013).

create table assessment (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  runde smallint not null check (runde between 1 and 200),
  art text not null generated always as (case when runde = 1 then 'assessment' else 're_assessment' end) stored,
  am date not null,
  stand text not null default 'entwurf' check (stand in ('entwurf', 'abgeschlossen')),
  gespraech_siegel bytea,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  geaendert_von uuid,
  abgeschlossen_am timestamptz,
  primary key (kreis_id, id),
  unique (kreis_id, fall_id, runde),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  constraint abschluss_nennt_zeit check ((stand = 'abgeschlossen') = (abgeschlossen_am is not null))
);
-- Also the index over the case: one round is worked on at a time.
create unique index assessment_ein_entwurf on assessment (kreis_id, fall_id) where stand = 'entwurf';
comment on table assessment is 'Eine Runde des Assessments: die erste stellt fest, jede weitere prüft, was bearbeitet wurde und was neu ist.';
comment on column assessment.runde is 'Zählt je Fall ab 1.';
comment on column assessment.am is 'Tag des Gesprächs.';
comment on column assessment.stand is 'Ein Entwurf lässt sich ändern und verwerfen; abgeschlossen bleibt, wie es ist, und zählt.';
comment on column assessment.gespraech_siegel is 'Worte zum ganzen Gespräch, versiegelt unter dem Schlüssel der Person.';
comment on column assessment.geaendert_von is 'Konto, das zuletzt gespeichert hat.';
comment on column assessment.abgeschlossen_am is 'Wann die Runde abgeschlossen wurde; von da an ist sie bekannt und zählt.';

create table assessment_bereich (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  assessment_id uuid not null,
  lebensbereich text not null check (length(lebensbereich) between 1 and 60),
  bedarf text not null default 'nicht_besprochen' check (bedarf in ('keiner', 'bedarf', 'dringend', 'nicht_besprochen')),
  sicht_klient text check (sicht_klient in ('keiner', 'bedarf', 'dringend')),
  ressource_persoenlich boolean,
  ressource_sozial boolean,
  ressource_materiell boolean,
  bearbeitet text check (bearbeitet in ('ja', 'teilweise', 'nein')),
  neu boolean not null default false,
  worte_siegel bytea,
  primary key (kreis_id, id),
  unique (kreis_id, assessment_id, lebensbereich),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, assessment_id) references assessment (kreis_id, id) on delete cascade
);
create index assessment_bereich_fall on assessment_bereich (kreis_id, fall_id);
comment on table assessment_bereich is 'Ein Lebensbereich in einer Runde: Bedarf, eigene Sicht, Ressourcen, und im Re-Assessment, was daraus wurde.';
comment on column assessment_bereich.lebensbereich is 'Code der Liste des Kreises.';
comment on column assessment_bereich.bedarf is 'Einschätzung der Fachkraft.';
comment on column assessment_bereich.sicht_klient is 'Wie die Person selbst es sieht; leer: nicht gefragt.';
comment on column assessment_bereich.ressource_persoenlich is 'Ob es persönliche Ressourcen gibt (Können, Kraft, Erfahrung); leer: nicht gefragt.';
comment on column assessment_bereich.ressource_sozial is 'Ob es soziale Ressourcen gibt (Familie, Nachbarschaft, Ehrenamt, Verein); leer: nicht gefragt.';
comment on column assessment_bereich.ressource_materiell is 'Ob es materielle Ressourcen gibt (Geld, Wohnraum, Ausstattung); leer: nicht gefragt.';
comment on column assessment_bereich.bearbeitet is 'Ob der Bedarf der vorigen Runde bearbeitet wurde; nur im Re-Assessment.';
comment on column assessment_bereich.neu is 'Bedarf, den die vorige Runde nicht kannte; nur im Re-Assessment.';
comment on column assessment_bereich.worte_siegel is 'Ressourcen in Worten, Notiz der Fachkraft und Worte der Person als ein Text, versiegelt unter dem Schlüssel der Person.';

create table selbststand (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  assessment_id uuid not null,
  dimension text not null check (dimension in ('rechtlich', 'sozial', 'beruflich', 'finanziell', 'gesundheitlich')),
  stufe smallint not null check (stufe between 1 and 5),
  primary key (kreis_id, id),
  unique (kreis_id, assessment_id, dimension),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, assessment_id) references assessment (kreis_id, id) on delete cascade
);
create index selbststand_fall on selbststand (kreis_id, fall_id);
comment on table selbststand is 'Wie selbstständig die Person ihre Integration gestaltet, in den fünf Dimensionen des Konzepts (Kreis Unna 2.3): die Wirkung der Begleitung.';
comment on column selbststand.dimension is 'Worin.';
comment on column selbststand.stufe is '1 ist auf Hilfe bei allem angewiesen, 5 gestaltet den Bereich selbst.';

alter table assessment enable row level security;          alter table assessment force row level security;
alter table assessment_bereich enable row level security;  alter table assessment_bereich force row level security;
alter table selbststand enable row level security;         alter table selbststand force row level security;
create policy eigene on assessment to lotse_app using (kreis_id = (select app_zweck_kreis())
  or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = assessment.kreis_id and f.id = assessment.fall_id));
create policy eigene on assessment_bereich to lotse_app using (kreis_id = (select app_zweck_kreis())
  or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = assessment_bereich.kreis_id and f.id = assessment_bereich.fall_id));
create policy eigene on selbststand to lotse_app using (kreis_id = (select app_zweck_kreis())
  or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = selbststand.kreis_id and f.id = selbststand.fall_id));
grant select, insert, update, delete on assessment, assessment_bereich, selbststand to lotse_app;

create policy akte on assessment for select to lotse_akte using (true);
create policy akte on assessment_bereich for select to lotse_akte using (true);
create policy akte on selbststand for select to lotse_akte using (true);
grant select on assessment, assessment_bereich, selbststand to lotse_akte;

create policy zaehlen on assessment for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on assessment_bereich for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on selbststand for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
grant select (kreis_id, id, fall_id, runde, art, am, stand, erfasst_am, abgeschlossen_am) on assessment to lotse_zaehler;
grant select (kreis_id, id, fall_id, assessment_id, lebensbereich, bedarf, sicht_klient, ressource_persoenlich,
  ressource_sozial, ressource_materiell, bearbeitet, neu) on assessment_bereich to lotse_zaehler;
grant select on selbststand to lotse_zaehler;
