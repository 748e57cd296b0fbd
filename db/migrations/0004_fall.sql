-- The case and everything that is counted of it. Each history row says from when it is true (gueltig_ab, gueltig_bis)
-- and from when it was known (erfasst_am, ersetzt_am), so that a report of a past key date can be made again for ever.

create table fall (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  person_id uuid,
  kommune_id text,
  ortsteil_id uuid,
  zugang text,
  aufgenommen_am date not null,
  bemerkung_id uuid,
  fassung integer not null default 1,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, id),
  unique (kreis_id, nummer),
  unique (kreis_id, person_id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, casemanager_id) references konto (kreis_id, id) on delete restrict,
  foreign key (kreis_id, person_id, traeger_id) references person (kreis_id, id, traeger_id)
    on update cascade on delete set null (person_id),
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict,
  foreign key (kreis_id, ortsteil_id) references ortsteil (kreis_id, id) on delete restrict,
  foreign key (kreis_id, bemerkung_id) references geheimtext (kreis_id, id) on delete set null (bemerkung_id)
);
create index fall_traeger on fall (traeger_id, casemanager_id);
create index fall_kommune on fall (kreis_id, kommune_id);
comment on table fall is 'Fall im Case Management: in der Regel eine Person (Konzept Kreis Unna 2.2). Trägt keinen Namen.';
comment on column fall.traeger_id is 'Träger, der den Fall heute hat; die Vergangenheit steht in fall_zustaendigkeit.';

create table uebernahme_herkunft (
  kreis_id text not null,
  uebernahme_id uuid not null,
  tabelle text not null,
  zeile_id uuid not null,
  art text not null check (art in ('angelegt', 'ersetzt', 'geaendert')),
  vorher bytea,
  primary key (kreis_id, uebernahme_id, tabelle, zeile_id, art),
  constraint geaendert_kennt_vorher check ((art = 'geaendert') = (vorher is not null))
);
comment on column uebernahme_herkunft.vorher is 'Versiegelter Stand der Zeile vor der Änderung.';
comment on table uebernahme_herkunft is 'Was eine Übernahme angelegt oder ersetzt hat; Grundlage der Rücknahme.';

create table fall_merkmal (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  merkmal text not null check (merkmal in ('geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich')),
  wert text not null,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  check (gueltig_bis > gueltig_ab),
  constraint fall_merkmal_ueberlappt_nicht exclude using gist (
    kreis_id with =, fall_id with =, merkmal with =,
    (case when merkmal = 'lebensbereich' then wert else '' end) with =,
    daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index fall_merkmal_fall on fall_merkmal (kreis_id, fall_id, merkmal);
create index fall_merkmal_zaehlen on fall_merkmal (kreis_id, merkmal, gueltig_ab) include (fall_id, wert, gueltig_bis, erfasst_am, ersetzt_am);

create table fall_status (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  status text not null check (status in ('aktiv', 'ruhend', 'abgeschlossen')),
  grund text,
  herkunft text not null check (herkunft in ('aufnahme', 'hand', 'uebernahme')),
  begruendung_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, begruendung_id) references geheimtext (kreis_id, id) on delete set null (begruendung_id),
  check (gueltig_bis > gueltig_ab),
  constraint abschluss_nennt_grund check (status <> 'abgeschlossen' or grund is not null),
  constraint fall_status_ueberlappt_nicht exclude using gist
    (kreis_id with =, fall_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index fall_status_fall on fall_status (kreis_id, fall_id) where ersetzt_am is null;
create index fall_status_zaehlen on fall_status (kreis_id, fall_id, gueltig_ab) include (status, herkunft, gueltig_bis, erfasst_am, ersetzt_am);
comment on column fall_status.herkunft is 'Bei "aufnahme" entscheidet die Regel des Kreises, ob der Fall noch aktiv ist; "hand" und "uebernahme" gelten, wie sie gesetzt sind.';

create table uebergabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  von_traeger_id uuid not null,
  an_traeger_id uuid not null,
  wirksam_am date not null,
  grund text not null check (grund in ('zustaendigkeit', 'umzug', 'wunsch', 'traegerwechsel', 'sonstiges')),
  zustimmung_am date,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, von_traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, an_traeger_id) references traeger (kreis_id, id) on delete restrict,
  constraint uebergabe_an_anderen check (von_traeger_id <> an_traeger_id)
);

create table fall_zustaendigkeit (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  anlass text not null check (anlass in ('aufnahme', 'uebergabe', 'zuweisung')),
  uebergabe_id uuid,
  gueltig_ab date not null,
  gueltig_bis date,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, uebergabe_id) references uebergabe (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint uebergabe_nennt_vorgang check ((anlass = 'uebergabe') = (uebergabe_id is not null)),
  constraint fall_zustaendigkeit_ueberlappt_nicht exclude using gist
    (kreis_id with =, fall_id with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
create index fall_zustaendigkeit_fall on fall_zustaendigkeit (kreis_id, fall_id) where ersetzt_am is null;
create index fall_zustaendigkeit_zaehlen on fall_zustaendigkeit (kreis_id, fall_id, gueltig_ab) include (traeger_id, anlass, gueltig_bis, erfasst_am, ersetzt_am);
create index fall_zustaendigkeit_traeger on fall_zustaendigkeit (traeger_id);
comment on table fall_zustaendigkeit is 'Wer den Fall wann hatte. Gezählt wird beim Träger, der ihn am Stichtag hat (Vorlage 197/23).';

create table beratungskontakt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fassung integer not null default 1,
  fall_id uuid not null,
  traeger_id uuid not null,
  casemanager_id uuid,
  am date not null,
  qualifiziert boolean not null,
  format text not null check (format in ('persoenlich', 'telefon', 'video', 'schriftlich', 'begleitung')),
  ort text not null check (ort in ('buero', 'extern', 'privathaushalt', 'kein')),
  dauer_minuten smallint check (dauer_minuten between 1 and 600),
  sprache text,
  dolmetschen text not null default 'kein' check (dolmetschen in ('kein', 'ehrenamtlich', 'professionell', 'angehoerige')),
  lebensbereich text[] not null default '{}',
  notiz_id uuid,
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id, fassung),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, notiz_id) references geheimtext (kreis_id, id) on delete set null (notiz_id)
);
create unique index beratungskontakt_eine_gueltige_fassung on beratungskontakt (kreis_id, id) where ersetzt_am is null;
create index beratungskontakt_fall on beratungskontakt (kreis_id, fall_id, am desc);
create index beratungskontakt_zaehlen on beratungskontakt (kreis_id, am, traeger_id) include (ersetzt_am);
create index beratungskontakt_qualifiziert on beratungskontakt (kreis_id, fall_id, am) include (erfasst_am, ersetzt_am) where qualifiziert;
comment on column beratungskontakt.traeger_id is 'Träger, der beraten hat; bleibt nach einer Übergabe.';

create table sonstiger_kontakt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fassung integer not null default 1,
  traeger_id uuid not null,
  kommune_id text,
  am date not null,
  zugang text,
  ergebnis text,
  lebensbereich text[] not null default '{}',
  uebernahme_id uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id, fassung),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, kommune_id) references kommune (kreis_id, id) on delete restrict
);
create unique index sonstiger_kontakt_eine_gueltige_fassung on sonstiger_kontakt (kreis_id, id) where ersetzt_am is null;
create index sonstiger_kontakt_zaehlen on sonstiger_kontakt (kreis_id, am, traeger_id);
comment on table sonstiger_kontakt is 'Sonstiger Beratungskontakt ohne Aufnahme: anonym, nur gezählt (Vorlage 197/23).';

comment on column fall.nummer is 'Fall-Nr. des Kreises: das Pseudonym, unter dem die Koordination den Fall sieht.';
comment on column fall.zugang is 'Wie die Person kam, aus der Codeliste "zugang".';
comment on column fall.aufgenommen_am is 'Erste Aufnahme; sie zählt zu den Gesamtfällen, gleich was der Status später ist.';
comment on column fall.casemanager_id is 'Wer den Fall heute führt; die Vergangenheit steht in fall_zustaendigkeit.';
comment on column uebernahme_herkunft.tabelle is 'Tabelle, in der die Zeile liegt.';
comment on table fall_merkmal is 'Merkmale für die Auswertung, mit Gültigkeit; kein Eintrag heißt ohne Angabe.';
comment on column fall_merkmal.wert is 'Code aus der Codeliste des Merkmals.';
comment on table fall_status is 'Statusgeschichte. "inaktiv" ist kein Status, sondern ein Wort der Berichte: ruhend oder abgeschlossen.';
comment on column fall_status.grund is 'Code aus der Codeliste "abschlussgrund" oder "ruhegrund".';
comment on table uebergabe is 'Wechsel von einem Träger zum anderen, einzeln oder gesammelt; daraus entsteht die Fußnote der Tabellen (Vorlage 197/23).';
comment on column uebergabe.wirksam_am is 'Erster Tag, an dem der neue Träger zuständig ist.';
comment on column uebergabe.zustimmung_am is 'Tag, an dem die Klient*innen zugestimmt haben.';
comment on column fall_zustaendigkeit.casemanager_id is 'Wer den Fall in dieser Zeit führte.';
comment on column fall_zustaendigkeit.anlass is 'Wodurch die Zuständigkeit begann.';
comment on table beratungskontakt is 'Beratungskontakt in einem Fall; eine Berichtigung ist eine neue Fassung.';
comment on column beratungskontakt.am is 'Tag des Kontakts.';
comment on column beratungskontakt.casemanager_id is 'Wer beraten hat.';
comment on column beratungskontakt.qualifiziert is 'Nur qualifizierte Kontakte halten einen Fall aktiv (Konzept Kreis Unna 2.2).';
comment on column beratungskontakt.ort is 'Art des Ortes, nicht die Anschrift.';
comment on column beratungskontakt.dauer_minuten is 'Dauer ohne Dokumentation.';
comment on column beratungskontakt.sprache is 'Sprache des Gesprächs, ISO 639-3.';
comment on column sonstiger_kontakt.am is 'Tag des Kontakts.';
comment on column sonstiger_kontakt.ergebnis is 'Code aus der Codeliste "ergebnis".';
