-- The knock on the door, before consent and without a name: who sent, how urgent, who is responsible, what came of it.
-- An Anfrage carries Information, Verweis and Kurzberatung; its contacts are sonstige Kontakte and counted as such.

create table anfrage (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null,
  traeger_id uuid not null,
  standort_id uuid,
  casemanager_id uuid,
  eingegangen_am date not null,
  zugang text,
  unterweg text,
  stelle_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  wohnform text,
  dringlich boolean not null default false,
  sprache text,
  dolmetschen boolean not null default false,
  lebensbereich text[] not null default '{}',
  kein_fall text[] not null default '{}',
  zustaendig_grund text not null default '',
  frist_am date not null,
  stand text not null default 'offen' check (stand in ('offen', 'in_beratung', 'warteliste', 'abgeschlossen')),
  ausgang text check (ausgang in ('erledigt', 'verwiesen', 'weitergeleitet', 'aufgenommen', 'nicht_erschienen', 'zurueckgezogen')),
  abgeschlossen_am date,
  verwiesen_an uuid,
  person_id uuid,
  fall_id uuid,
  vorige_id uuid,
  weiter_am date,
  weiter_kontakte smallint,
  weiter_bedarfe smallint,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  unique (kreis_id, nummer),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, standort_id) references standort (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict,
  foreign key (kreis_id, stelle_id) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, verwiesen_an) references stelle (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete restrict,
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete set null (person_id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete set null (fall_id),
  foreign key (kreis_id, vorige_id) references anfrage (kreis_id, id) on delete set null (vorige_id),
  constraint abschluss_nennt_ausgang check ((stand = 'abgeschlossen') = (ausgang is not null)
    and (stand = 'abgeschlossen') = (abgeschlossen_am is not null)),
  constraint weiter_nennt_umfang check (num_nulls(weiter_am, weiter_kontakte, weiter_bedarfe) in (0, 3)),
  check (abgeschlossen_am >= eingegangen_am)
);
create index anfrage_traeger on anfrage (traeger_id, stand, frist_am);
create index anfrage_person on anfrage (kreis_id, person_id);
create index anfrage_fall on anfrage (kreis_id, fall_id);
comment on table anfrage is 'Anfrage vor der Einwilligung, ohne Namen: vom ersten Anklopfen bis zu Verweis, Kurzberatung oder Fall.';
comment on column anfrage.nummer is 'Nummer der Anfrage, etwa A-2026-0012; steht auf dem Terminzettel statt eines Namens.';
comment on column anfrage.eingegangen_am is 'Tag, an dem angeklopft wurde; eine Weiterleitung behält ihn.';
comment on column anfrage.dringlich is 'Eilig: dann gelten drei Werktage.';
comment on column anfrage.abgeschlossen_am is 'Tag, an dem sie endete.';
comment on column anfrage.unterweg is 'Code der Codeliste "unterweg": Aushang, Flyer, Mundpropaganda.';
comment on column anfrage.stelle_id is 'Wer zugesteuert hat.';
comment on column anfrage.wohnform is 'Code der Codeliste "wohnform"; entscheidet in manchen Orten über die Zuständigkeit.';
comment on column anfrage.kein_fall is 'Hinweise der Negativliste, die zutreffen; sie raten, sie verbieten nicht.';
comment on column anfrage.zustaendig_grund is 'Warum dieser Träger zuständig ist: Satz der Regel oder Schlüssel der Gebietszuordnung.';
comment on column anfrage.frist_am is 'Letzter Tag für den ersten Termin: zwei Wochen, eilig drei Werktage (Konzept 4.1).';
comment on column anfrage.stand is 'Wo die Anfrage steht.';
comment on column anfrage.ausgang is 'Womit sie endete.';
comment on column anfrage.verwiesen_an is 'Stelle des Verweises.';
comment on column anfrage.person_id is 'Erst nach unterschriebener Einwilligung.';
comment on column anfrage.vorige_id is 'Anfrage, aus der diese durch Weiterleitung oder Rückstufung entstand.';
comment on column anfrage.fall_id is 'Fall, der aus ihr wurde, oder aus dem sie durch Rückstufung entstand.';
comment on column anfrage.weiter_am is 'Tag, an dem auf die Frage nach der Umwandlung mit "weiter als Kurzberatung" geantwortet wurde.';
comment on column anfrage.weiter_kontakte is 'Kontakte bei dieser Antwort; erst mehr davon fragt wieder.';
comment on column anfrage.weiter_bedarfe is 'Bedarfe bei dieser Antwort; erst mehr davon fragt wieder.';
comment on column anfrage.dolmetschen is 'Es wird jemand zum Dolmetschen gebraucht.';
comment on column anfrage.lebensbereich is 'Worum es geht, aus der Liste der Lebensbereiche.';

create table anfrage_nummer (
  kreis_id text not null references kreis (id) on delete cascade,
  jahr smallint not null,
  letzte integer not null,
  primary key (kreis_id, jahr)
);
comment on column anfrage_nummer.jahr is 'Kalenderjahr der Nummer.';
comment on column anfrage_nummer.letzte is 'Laufende Zahl der letzten Anfrage.';
comment on table anfrage_nummer is 'Letzte vergebene Nummer der Anfragen eines Kreises und Jahres.';

create table anfrage_tiefe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  tiefe text not null check (tiefe in ('information', 'verweis', 'kurzberatung', 'case_management')),
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab),
  constraint anfrage_tiefe_ueberlappt_nicht exclude using gist
    (kreis_id with =, anfrage_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index anfrage_tiefe_anfrage on anfrage_tiefe (kreis_id, anfrage_id) where ersetzt_am is null;
comment on column anfrage_tiefe.tiefe is 'Stufe der Beratung in dieser Zeit.';
comment on table anfrage_tiefe is 'Beratungstiefe mit Gültigkeit: Information, Verweis, Kurzberatung, Case Management (Konzept 2.2).';

alter table sonstiger_kontakt add column anfrage_id uuid;
alter table sonstiger_kontakt add column format text check (format in ('persoenlich', 'telefon', 'video', 'schriftlich', 'begleitung'));
alter table sonstiger_kontakt add column ort text check (ort in ('buero', 'extern', 'privathaushalt', 'kein'));
alter table sonstiger_kontakt add column dauer_minuten smallint check (dauer_minuten between 1 and 600);
alter table sonstiger_kontakt add foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete set null (anfrage_id);
create index sonstiger_kontakt_anfrage on sonstiger_kontakt (kreis_id, anfrage_id) where anfrage_id is not null;
comment on column sonstiger_kontakt.ort is 'Art des Ortes, nicht die Anschrift.';
comment on column sonstiger_kontakt.dauer_minuten is 'Dauer ohne Dokumentation.';

create table warteliste (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  anfrage_id uuid not null,
  traeger_id uuid not null,
  grund text not null check (grund in ('auslastung', 'abwesenheit')),
  eingetragen_am date not null,
  verwiesen_an uuid,
  eingeladen_am date,
  ausgetragen_am date,
  ausgang text check (ausgang in ('eingeladen', 'aufgenommen', 'verzichtet', 'anderweitig')),
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, anfrage_id) references anfrage (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, verwiesen_an) references stelle (kreis_id, id) on delete restrict,
  constraint austragung_nennt_ausgang check ((ausgetragen_am is null) = (ausgang is null))
);
create unique index warteliste_einmal on warteliste (kreis_id, anfrage_id) where ausgetragen_am is null;
comment on table warteliste is 'Wer wartet, weil kein Platz frei oder die Fachkraft lange fort ist (Konzept 4.1); Reihenfolge nach Dringlichkeit und Tag.';
comment on column warteliste.eingetragen_am is 'Tag, seit dem gewartet wird.';
comment on column warteliste.verwiesen_an is 'Stelle, die in der Zwischenzeit hilft.';
comment on column warteliste.eingeladen_am is 'Tag der Einladung, als ein Platz frei wurde.';
comment on column warteliste.ausgetragen_am is 'Tag, an dem das Warten endete.';
comment on column warteliste.ausgang is 'Womit das Warten endete.';

alter table fall_merkmal drop constraint fall_merkmal_merkmal_check;
alter table fall_merkmal add constraint fall_merkmal_merkmal_check check (merkmal in ('geschlecht', 'herkunftsland',
  'leistungsbezug', 'lebensbereich', 'personen', 'fokusgruppe', 'rechtskreis', 'aufenthaltsgruppe'));
alter table fall_merkmal drop constraint fall_merkmal_ueberlappt_nicht;
alter table fall_merkmal add constraint fall_merkmal_ueberlappt_nicht exclude using gist (
    kreis_id with =, fall_id with =, merkmal with =,
    (case when merkmal in ('lebensbereich', 'rechtskreis') then wert else '' end) with =,
    daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null);

alter table anfrage enable row level security;        alter table anfrage force row level security;
alter table anfrage_tiefe enable row level security;  alter table anfrage_tiefe force row level security;
alter table warteliste enable row level security;     alter table warteliste force row level security;
alter table anfrage_nummer enable row level security;
create policy vergeben on anfrage_nummer to lotse_app
  using (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[]));
grant select, insert, update on anfrage_nummer to lotse_app;

-- The team of a Träger works on its Anfragen together; the Koordination reads them, which carry no name.
create policy lesen on anfrage for select to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id = any ((select app_liste('app.ko_kommune'))::text[]));
-- Passing an Anfrage on creates it at another Träger, where the sender does not see it any more.
create policy anlegen on anfrage for insert to lotse_app
  with check (kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[]));
create policy aendern on anfrage for update to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
create policy lesen on anfrage_tiefe for select to lotse_app
  using (exists (select from anfrage a where a.kreis_id = anfrage_tiefe.kreis_id and a.id = anfrage_tiefe.anfrage_id));
create policy schreiben on anfrage_tiefe to lotse_app
  using (exists (select from anfrage a where a.kreis_id = anfrage_tiefe.kreis_id and a.id = anfrage_tiefe.anfrage_id
    and a.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])));
create policy lesen on warteliste for select to lotse_app
  using (exists (select from anfrage a where a.kreis_id = warteliste.kreis_id and a.id = warteliste.anfrage_id));
create policy schreiben on warteliste to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
grant select, insert, update on anfrage, anfrage_tiefe, warteliste to lotse_app;

create policy zaehlen on anfrage for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.zaehl_gesamt'))::text[])
    or kommune_id = any ((select app_liste('app.zaehl_kommune'))::text[])
    or traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[]));
create policy zaehlen on anfrage_tiefe for select to lotse_zaehler
  using (exists (select from anfrage a where a.kreis_id = anfrage_tiefe.kreis_id and a.id = anfrage_tiefe.anfrage_id));
create policy zaehlen on warteliste for select to lotse_zaehler
  using (exists (select from anfrage a where a.kreis_id = warteliste.kreis_id and a.id = warteliste.anfrage_id));
grant select (kreis_id, id, traeger_id, standort_id, eingegangen_am, zugang, unterweg, stelle_id, kommune_id, ortsteil_id,
  wohnform, dringlich, sprache, dolmetschen, lebensbereich, kein_fall, frist_am, stand, ausgang, abgeschlossen_am, erfasst_am)
  on anfrage to lotse_zaehler;
grant select on anfrage_tiefe, warteliste to lotse_zaehler;
