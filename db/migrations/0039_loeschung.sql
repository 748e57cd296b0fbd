-- What is kept how long, who releases a deletion, and the proof that it happened. A person goes with everything about her;
-- what a figure counts stays as a copy under a new number that leads back to nobody.

create table aufbewahrungsregel (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  art text not null check (art in ('kurzberatung', 'fall', 'widerruf', 'nachweis')),
  einheit text not null check (einheit in ('monate', 'kalenderjahre')),
  anzahl smallint not null check (anzahl between 0 and 360),
  grundlage text not null check (length(grundlage) between 3 and 300),
  gueltig_ab date not null,
  gueltig_bis date,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  ersetzt_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  check (gueltig_bis > gueltig_ab),
  constraint aufbewahrungsregel_ueberlappt_nicht exclude using gist
    (kreis_id with =, traeger_id with =, art with =, daterange(gueltig_ab, gueltig_bis) with &&) where (ersetzt_am is null)
);
comment on table aufbewahrungsregel is 'Wie lange ein Träger was aufbewahrt, mit Gültigkeit; ohne Zeile gilt die Vorgabe der Anwendung.';
comment on column aufbewahrungsregel.art is 'Wovon die Regel handelt: Kurzberatung ohne Fall, Fall, widerrufene Einwilligung, Nachweis der Einwilligung.';
comment on column aufbewahrungsregel.einheit is 'Ganze Kalenderjahre nach dem Jahr des Stichtags, oder Monate nach ihm.';
comment on column aufbewahrungsregel.anzahl is 'Wie viele davon.';
comment on column aufbewahrungsregel.grundlage is 'Worauf sich die Frist stützt.';

create table loeschsperre (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  grund text not null check (grund in ('verfahren', 'ersuchen', 'verjaehrung', 'foerderpruefung', 'wunsch')),
  bis date,
  gesetzt_am timestamptz not null default now(),
  gesetzt_von uuid not null default app_konto(),
  aufgehoben_am timestamptz,
  aufgehoben_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  constraint aufhebung_nennt_wer check ((aufgehoben_am is null) = (aufgehoben_von is null))
);
create index loeschsperre_person on loeschsperre (kreis_id, person_id) where aufgehoben_am is null;
comment on table loeschsperre is 'Warum eine Person vorerst nicht gelöscht wird: laufendes Verfahren, offenes Ersuchen, Abwehr von Ansprüchen.';
comment on column loeschsperre.grund is 'Schlüssel des Grundes, ohne Worte.';
comment on column loeschsperre.bis is 'Letzter Tag; leer heißt: bis sie aufgehoben wird.';
comment on column loeschsperre.gesetzt_am is 'Wann gesetzt.';
comment on column loeschsperre.gesetzt_von is 'Wer sie gesetzt hat.';
comment on column loeschsperre.aufgehoben_am is 'Wann aufgehoben.';
comment on column loeschsperre.aufgehoben_von is 'Wer sie aufgehoben hat.';

create table loeschlauf (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  anlass text not null check (anlass in ('frist', 'ersuchen')),
  bis date not null,
  stand text not null default 'vorgeschlagen' check (stand in ('vorgeschlagen', 'freigegeben', 'abgeschlossen', 'zurueckgezogen')),
  archiv text check (length(archiv) between 2 and 200),
  archiv_angeboten_am date,
  archiv_antwort text check (archiv_antwort in ('nicht_uebernommen', 'uebernommen')),
  archiv_uebergeben_am date,
  vorgeschlagen_am timestamptz not null default now(),
  vorgeschlagen_von uuid not null default app_konto(),
  freigegeben_am timestamptz,
  freigegeben_von uuid,
  abgeschlossen_am timestamptz,
  fassung integer not null default 1,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  constraint vier_augen check (freigegeben_von is null or freigegeben_von <> vorgeschlagen_von),
  constraint freigabe_nennt_zweite check ((stand in ('freigegeben', 'abgeschlossen')) = (freigegeben_von is not null)
    and (freigegeben_von is null) = (freigegeben_am is null)),
  constraint archiv_antwortet_auf_angebot check (archiv_antwort is null or (archiv is not null and archiv_angeboten_am is not null)),
  constraint archiv_uebernahme_nennt_tag check ((archiv_antwort is not distinct from 'uebernommen') = (archiv_uebergeben_am is not null))
);
create index loeschlauf_traeger on loeschlauf (kreis_id, traeger_id, vorgeschlagen_am desc);
comment on table loeschlauf is 'Löschung mehrerer Personen eines Trägers: von einem Konto vorgeschlagen, von einem anderen freigegeben, dann einzeln ausgeführt.';
comment on column loeschlauf.anlass is 'Abgelaufene Fristen oder ein Ersuchen der Person.';
comment on column loeschlauf.bis is 'Tag, bis zu dem die Fristen abgelaufen sind.';
comment on column loeschlauf.stand is 'Wo der Lauf steht.';
comment on column loeschlauf.archiv is 'Archiv, dem eine öffentliche Stelle die Unterlagen vorher anbietet (ArchivG NRW).';
comment on column loeschlauf.archiv_angeboten_am is 'Tag des Angebots.';
comment on column loeschlauf.archiv_antwort is 'Antwort des Archivs; ohne sie gibt eine öffentliche Stelle nichts zur Löschung frei.';
comment on column loeschlauf.archiv_uebergeben_am is 'Tag, an dem das Archiv bekam, was es wollte.';
comment on column loeschlauf.vorgeschlagen_am is 'Wann vorgeschlagen.';
comment on column loeschlauf.vorgeschlagen_von is 'Wer vorgeschlagen hat.';
comment on column loeschlauf.freigegeben_am is 'Wann freigegeben.';
comment on column loeschlauf.freigegeben_von is 'Wer freigegeben hat; nie dieselbe Person.';
comment on column loeschlauf.abgeschlossen_am is 'Wann das Letzte ausgeführt oder übersprungen war.';

create table loeschlauf_posten (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  lauf_id uuid not null,
  person_id uuid,
  nummer text not null default '',
  art text not null check (art in ('kurzberatung', 'fall', 'widerruf', 'ersuchen')),
  regel text not null default '',
  bezug_am date,
  faellig_ab date,
  stand text not null default 'offen' check (stand in ('offen', 'geloescht', 'uebersprungen', 'zurueckgezogen')),
  grund text check (grund in ('sperre', 'nicht_faellig', 'nicht_da', 'traeger_gewechselt', 'fehler')),
  erledigt_am timestamptz,
  versuche smallint not null default 0,
  versucht_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, lauf_id) references loeschlauf (kreis_id, id) on delete cascade,
  constraint geloescht_kennt_niemanden check (stand <> 'geloescht' or (person_id is null and nummer = '')),
  constraint uebersprungen_nennt_grund check ((stand = 'uebersprungen') = (grund is not null)),
  constraint erledigt_nennt_zeit check ((stand = 'offen') = (erledigt_am is null))
);
create unique index loeschlauf_posten_einmal on loeschlauf_posten (kreis_id, person_id) where stand = 'offen';
create index loeschlauf_posten_lauf on loeschlauf_posten (kreis_id, lauf_id);
comment on table loeschlauf_posten is 'Eine Person eines Löschlaufs; ausgeführt bleiben Art, Regel und Tag, nicht wer es war.';
comment on column loeschlauf_posten.person_id is 'Wen es betrifft, bis zur Löschung; lose, damit der Lauf sie überdauert.';
comment on column loeschlauf_posten.nummer is 'Nummer des Falls oder der Anfrage, bis zur Löschung.';
comment on column loeschlauf_posten.art is 'Welche Regel greift, oder das Ersuchen der Person.';
comment on column loeschlauf_posten.regel is 'Frist in Schlüsseln, etwa "3 kalenderjahre".';
comment on column loeschlauf_posten.bezug_am is 'Tag, ab dem die Frist läuft.';
comment on column loeschlauf_posten.faellig_ab is 'Erster Tag, an dem zu löschen ist.';
comment on column loeschlauf_posten.stand is 'Was daraus wurde.';
comment on column loeschlauf_posten.grund is 'Warum er übersprungen wurde.';
comment on column loeschlauf_posten.erledigt_am is 'Wann gelöscht oder übersprungen.';
comment on column loeschlauf_posten.versuche is 'Wie oft die Löschung scheiterte; nach dem dritten Mal wird der Posten mit dem Grund "fehler" übersprungen.';
comment on column loeschlauf_posten.versucht_am is 'Wann sie zuletzt scheiterte.';

create table loeschnachweis (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  lauf_id uuid,
  traeger_id uuid not null,
  art text not null check (art in ('kurzberatung', 'fall', 'widerruf', 'ersuchen', 'wiederholt')),
  regel text not null default '',
  bezug_am date,
  geloescht_am date not null,
  salz bytea not null check (length(salz) = 16),
  nummer_pruefwert bytea[] not null,
  zaehlung jsonb not null,
  einwilligung_am date,
  einwilligung_fassung text,
  widerrufen_am date,
  einwilligung_bis date,
  primary key (kreis_id, id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  foreign key (kreis_id, lauf_id) references loeschlauf (kreis_id, id) on delete restrict,
  constraint einwilligung_auf_zeit check (einwilligung_bis is not null or num_nonnulls(einwilligung_am, einwilligung_fassung, widerrufen_am) = 0)
);
create index loeschnachweis_lauf on loeschnachweis (kreis_id, lauf_id);
comment on table loeschnachweis is 'Dass jemand gelöscht wurde, wann und nach welcher Regel; ohne Namen, ohne Nummer.';
comment on column loeschnachweis.lauf_id is 'Lauf; leer, wenn eine zurückgespielte Sicherung erneut gelöscht wurde.';
comment on column loeschnachweis.art is 'Welche Regel griff, Ersuchen der Person, oder Wiederholung nach einer Rücksicherung.';
comment on column loeschnachweis.regel is 'Frist in Schlüsseln.';
comment on column loeschnachweis.bezug_am is 'Tag, ab dem die Frist lief.';
comment on column loeschnachweis.geloescht_am is 'Tag der Löschung.';
comment on column loeschnachweis.salz is 'Zufall, mit dem die Prüfwerte gebildet sind.';
comment on column loeschnachweis.nummer_pruefwert is 'SHA-256 über Salz und alte Nummer: wer das Papier mit der Nummer hat, findet den Nachweis. Eine kurze Nummer ist durch Probieren zu finden; sie führt nur noch zu Papieren.';
comment on column loeschnachweis.zaehlung is 'Gelöschte und als anonyme Tatsache gebliebene Zeilen je Tabelle.';
comment on column loeschnachweis.einwilligung_am is 'Tag der Einwilligung, solange sie nachzuweisen ist.';
comment on column loeschnachweis.einwilligung_fassung is 'Unterschriebene Fassung, ebenso lange.';
comment on column loeschnachweis.widerrufen_am is 'Tag des Widerrufs, ebenso lange.';
comment on column loeschnachweis.einwilligung_bis is 'Letzter Tag, an dem die Einwilligung nachzuweisen ist; danach werden die drei Spalten geleert.';

create table fall_nummer (
  kreis_id text not null references kreis (id) on delete cascade,
  letzte integer not null,
  primary key (kreis_id)
);
comment on table fall_nummer is 'Höchste Fall-Nr. unter den gelöschten Fällen eines Kreises, damit keine zweimal vergeben wird.';
comment on column fall_nummer.letzte is 'Laufende Zahl.';

-- A fact that stays belongs to no person and is no case to work on: nobody but the counting role finds it.
alter table fall add column geloescht_am date;
alter table anfrage add column geloescht_am date;
comment on column fall.geloescht_am is 'Tag, an dem die Person gelöscht wurde; die Zeile ist dann eine anonyme Tatsache, die nur noch gezählt wird.';
comment on column anfrage.geloescht_am is 'Wie in fall.';
create policy nicht_geloescht on fall as restrictive
  to lotse_app, lotse_akte, lotse_abgleich, lotse_dublette, lotse_partner, lotse_bestand using (geloescht_am is null);
create policy nicht_geloescht on anfrage as restrictive
  to lotse_app, lotse_akte, lotse_abgleich, lotse_dublette, lotse_bestand using (geloescht_am is null);
-- Whom a transfer concerned is forgotten, that it was asked for is counted.
alter table uebergabe_anfrage_fall alter column fall_id drop not null;
comment on column uebergabe_anfrage_fall.fall_id is 'Leer, wenn die Person gelöscht ist.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['aufbewahrungsregel', 'loeschsperre', 'loeschlauf', 'loeschlauf_posten', 'loeschnachweis', 'fall_nummer'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('create policy loeschen on %1$I to lotse_loeschung using (true)', tabelle);
  end loop;
  foreach tabelle in array array['loeschsperre', 'loeschlauf', 'loeschlauf_posten', 'loeschnachweis'] loop
    execute format('alter table %1$I force row level security', tabelle);
  end loop;
end $$;

-- The role that erases reads no name, no word and no seal: only the columns of which facts are made, and keys.
do $$
declare
  tabelle text; spalten text;
  tatsache jsonb := '{
    "fall": "traeger_id, kommune_id, ortsteil_id, zugang, aufgenommen_am, erfasst_am",
    "fall_merkmal": "fall_id, merkmal, wert, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am",
    "fall_status": "fall_id, status, grund, herkunft, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am",
    "fall_zustaendigkeit": "fall_id, traeger_id, anlass, uebergabe_id, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am",
    "beratungskontakt": "fassung, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, dauer_minuten, sprache, dolmetschen, lebensbereich, erfasst_am, ersetzt_am",
    "sonstiger_kontakt": "fassung, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, anfrage_id, format, ort, dauer_minuten, erfasst_am, erfasst_von, ersetzt_am",
    "anfrage": "traeger_id, standort_id, eingegangen_am, zugang, unterweg, stelle_id, kommune_id, ortsteil_id, wohnform, dringlich, sprache, dolmetschen, lebensbereich, kein_fall, frist_am, stand, ausgang, abgeschlossen_am, erfasst_am",
    "anfrage_tiefe": "anfrage_id, tiefe, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am",
    "warteliste": "anfrage_id, traeger_id, grund, eingetragen_am, verwiesen_an, eingeladen_am, ausgetragen_am, ausgang, erfasst_am",
    "erstberatung": "anfrage_id, traeger_id, casemanager_id, am, dauer_minuten, dolmetschen, vorschlag, vorschlag_grund, entscheidung, folgetermin_bis, erfasst_am",
    "assessment": "fall_id, runde, am, stand, erfasst_am, abgeschlossen_am",
    "assessment_bereich": "fall_id, assessment_id, lebensbereich, bedarf, sicht_klient, ressource_persoenlich, ressource_sozial, ressource_materiell, bearbeitet, neu",
    "selbststand": "fall_id, assessment_id, dimension, stufe",
    "hilfeplan": "fall_id, fassung, erfasst_am",
    "hilfeplan_ziel": "fall_id, lebensbereich, prioritaet, bis_wann, stand, stand_ab, reihenfolge, entfernt_am, erfasst_am",
    "hilfeplan_schritt": "fall_id, ziel_id, akteur, faellig_am, stand, stand_ab, reihenfolge, entfernt_am, erfasst_am",
    "hilfeplan_stand": "fall_id, ziel_id, schritt_id, stand, gueltig_ab, erfasst_am, ersetzt_am",
    "hilfeplan_version": "fall_id, nummer, stand, plan_fassung, antwort, unterschrieben_am, erfasst_am",
    "vermittlung": "fall_id, art, angebot_id, stelle_id, lebensbereich, am, kanal, stand, grund, ergebnis, stand_am, rueckmeldung_bis, erfasst_am",
    "vermittlung_stand": "vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, erfasst_am",
    "abschluss": "fall_id, am, grund, gespraech, gespraech_am, kein_grund, ziele_erreicht, ziele_gesamt, schritte_beendet, erfasst_am"}';
  geht jsonb := '{
    "person": "traeger_id, casemanager_id, gesperrt_am, eingeschraenkt_am, aufgegangen_in, erfasst_am",
    "ersuchen": "person_id, art, stand",
    "einwilligung": "person_id, erteilt_am, textfassung, widerrufen_am, abgeloest_am",
    "geheimtext": "person_id", "anhang": "person_id", "entbindung": "person_id", "unterschrift": "person_id",
    "aushaendigung": "person_id", "weitergabe": "person_id", "person_merkmal": "person_id",
    "termin": "fall_id, anfrage_id", "notiz": "fall_id", "nachtrag": "fall_id", "aufgabe": "fall_id", "dokument": "fall_id",
    "akteur": "fall_id", "haushalt": "fall_id", "erfolgsbericht_entwurf": "fall_id", "uebergabeblatt": "fall_id",
    "zusammenfuehrung": "bleibt_id, geht_auf_id", "doppelbetreuung": "fragende_person_id, andere_person_id"}';
begin
  for tabelle, spalten in select * from jsonb_each_text(tatsache) loop
    execute format('create policy loeschen on %1$I to lotse_loeschung using (true)', tabelle);
    execute format('grant select (kreis_id, id, %2$s), insert (kreis_id, id, %2$s) on %1$I to lotse_loeschung', tabelle, spalten);
  end loop;
  for tabelle, spalten in select * from jsonb_each_text(geht) loop
    execute format('create policy loeschen on %1$I for select to lotse_loeschung using (true)', tabelle);
    execute format('grant select (kreis_id, id, %2$s) on %1$I to lotse_loeschung', tabelle, spalten);
  end loop;
end $$;
grant select (nummer, person_id), insert (nummer, geloescht_am), update (fassung), delete on fall to lotse_loeschung;
grant select (nummer, person_id, fall_id, vorige_id), insert (nummer, geloescht_am), delete on anfrage to lotse_loeschung;
grant insert (worte_siegel) on hilfeplan_ziel, hilfeplan_schritt to lotse_loeschung;
grant insert (inhalt_siegel, pruefwert) on hilfeplan_version to lotse_loeschung;
grant insert (schreiben_siegel) on vermittlung to lotse_loeschung;
grant delete on sonstiger_kontakt to lotse_loeschung;
create policy loeschen_zeile on person for delete to lotse_loeschung using (true);
create policy loeschen_sperre on person for update to lotse_loeschung using (true);
grant update (fassung, aufgegangen_in), delete on person to lotse_loeschung;
create policy loeschen on uebergabe_anfrage to lotse_loeschung using (true);
create policy loeschen on uebergabe_anfrage_fall to lotse_loeschung using (true);
grant select (kreis_id, id, stand), update (nachricht_siegel, antwort_siegel) on uebergabe_anfrage to lotse_loeschung;
grant select (kreis_id, id, anfrage_id, fall_id, stand), update (id, fall_id, stand) on uebergabe_anfrage_fall to lotse_loeschung;
create policy loeschen on uebergabe to lotse_loeschung using (true);
grant select (kreis_id, id), update (id) on uebergabe to lotse_loeschung;
grant select (uebergabe_id), update (uebergabe_id) on uebergabe_anfrage to lotse_loeschung;
grant update (uebergabe_id) on fall_zustaendigkeit to lotse_loeschung;
create policy loeschen on nachricht to lotse_loeschung using (true);
create policy loeschen on entwurf to lotse_loeschung using (true);
create policy loeschen on idempotenz to lotse_loeschung using (true);
create policy loeschen on uebernahme_herkunft to lotse_loeschung using (true);
grant select (kreis_id, gegenstand_id, daten), update (gegenstand_id), delete on nachricht to lotse_loeschung;
grant select (kreis_id, bezug), delete on entwurf to lotse_loeschung;
grant select (kreis_id, am), delete on idempotenz to lotse_loeschung;
grant select (kreis_id, zeile_id), update (zeile_id), delete on uebernahme_herkunft to lotse_loeschung;
create policy loeschen on ersuchen_schwaerzung to lotse_loeschung using (true);
grant select (kreis_id, ersuchen_id), delete on ersuchen_schwaerzung to lotse_loeschung;
create policy loeschen on rolle for select to lotse_loeschung using (true);
grant select on rolle, traeger to lotse_loeschung;
grant select, insert, update on loeschlauf, loeschlauf_posten, loeschnachweis, fall_nummer to lotse_loeschung;
grant select on loeschsperre, aufbewahrungsregel to lotse_loeschung;
create policy zaehlen on fall_nummer for select to lotse_zaehler using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
grant select on fall_nummer to lotse_zaehler;

create function loeschung_darf(p_kreis text, p_traeger uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rolle r
    where r.kreis_id = p_kreis and r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto()
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (r.rolle = 'datenschutz' and coalesce(r.traeger_id, p_traeger) = p_traeger
        or r.rolle = 'traegerleitung' and r.traeger_id = p_traeger)
      -- A session without the second factor has an account, but not its roles.
      and p_kreis || ':' || r.rolle = any (app_liste('app.rollen')))
$$;
comment on function loeschung_darf is 'Ob das Konto für diesen Träger über Aufbewahrung und Löschung entscheidet: Leitung des Trägers oder Datenschutz.';

create function loeschung_darf_person(p_kreis text, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select loeschung_darf(p_kreis, p.traeger_id) from person p where p.kreis_id = p_kreis and p.id = p_person), false)
$$;
comment on function loeschung_darf_person is 'Wie loeschung_darf, für den Träger der Person.';

create function loeschung_sperre(p_kreis text, p_person uuid, p_tag date) returns table (grund text, bis date)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.grund, x.bis from (
    select l.grund, l.bis from person p join loeschsperre l on l.kreis_id = p.kreis_id and l.person_id = p.id
      and l.aufgehoben_am is null and (l.bis is null or l.bis >= p_tag)
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in)
    union all
    -- Whoever has her data restricted wants them kept (Art. 18 (1) GDPR); a question must be answered before its object goes.
    select 'einschraenkung', null from person p
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in) and p.eingeschraenkt_am is not null
    union all
    select 'ersuchen', null from person p join ersuchen e on e.kreis_id = p.kreis_id and e.person_id = p.id
    where p.kreis_id = p_kreis and p_person in (p.id, p.aufgegangen_in) and e.art <> 'loeschung'
      and e.stand not in ('erledigt', 'abgelehnt')
  ) x order by x.bis desc nulls first, x.grund limit 1
$$;
comment on function loeschung_sperre is 'Was die Löschung einer Person jetzt aufhält: gesetzte Sperre, Einschränkung, offenes Ersuchen.';

-- One row per human being: records that were recognised as the same stand together.
create function loeschung_stand(p_kreis text, p_traeger uuid[], p_person uuid, p_tag date)
returns table (person_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date, widerruf_am date, sperre text, sperre_bis date)
language sql stable security definer set search_path = public, pg_temp as $$
  with g as (
    select coalesce(p.aufgegangen_in, p.id) as wurzel, p.id, p.traeger_id, p.gesperrt_am is not null as gesperrt
    from person p
    where p.kreis_id = p_kreis and (p_traeger is null or p.traeger_id = any (p_traeger))
      and (p_person is null or coalesce(p.aufgegangen_in, p.id) = (
        select coalesce(x.aufgegangen_in, x.id) from person x where x.kreis_id = p_kreis and x.id = p_person))
  ), faelle as (
    select g.wurzel, array_agg(f.nummer order by f.aufgenommen_am, f.nummer) as nummer,
      case when bool_and(coalesce(s.status = 'abgeschlossen', false)) then max(greatest(s.gueltig_ab, k.am)) end as bezug
    from g join fall f on f.kreis_id = p_kreis and f.person_id = g.id
    left join lateral (select h.status, h.gueltig_ab from fall_status h where h.kreis_id = p_kreis and h.fall_id = f.id
      and h.ersetzt_am is null and h.gueltig_ab <= p_tag and (h.gueltig_bis is null or h.gueltig_bis > p_tag) limit 1) s on true
    left join lateral (select max(b.am) as am from beratungskontakt b
      where b.kreis_id = p_kreis and b.fall_id = f.id and b.ersetzt_am is null) k on true
    group by g.wurzel
  ), anfragen as (
    select g.wurzel, array_agg(a.nummer order by a.eingegangen_am, a.nummer) as nummer,
      max(greatest(a.eingegangen_am, a.abgeschlossen_am,
        (select max(k.am) from sonstiger_kontakt k where k.kreis_id = p_kreis and k.anfrage_id = a.id and k.ersetzt_am is null),
        (select max(e.am) from erstberatung e where e.kreis_id = p_kreis and e.anfrage_id = a.id))) as bezug,
      bool_or(a.stand in ('offen', 'warteliste')) as wartet
    from g join anfrage a on a.kreis_id = p_kreis and a.person_id = g.id group by g.wurzel
  ), einwilligungen as (
    select g.wurzel, max(e.erteilt_am) as erteilt_am, max(e.widerrufen_am) filter (where g.gesperrt) as widerrufen_am
    from g join einwilligung e on e.kreis_id = p_kreis and e.person_id = g.id group by g.wurzel
  )
  -- Whoever came back and waits for an answer is not over and done with, whatever ended long ago.
  select g.wurzel, g.traeger_id, coalesce(f.nummer, a.nummer, '{}'),
    case when f.bezug is not null and a.wartet is not true then greatest(f.bezug, a.bezug) end,
    case when f.wurzel is null and a.wartet is not true then greatest(a.bezug, e.erteilt_am) end, e.widerrufen_am, s.grund, s.bis
  from g
  left join faelle f on f.wurzel = g.wurzel
  left join anfragen a on a.wurzel = g.wurzel
  left join einwilligungen e on e.wurzel = g.wurzel
  left join lateral loeschung_sperre(p_kreis, g.wurzel, p_tag) s on true
  where g.id = g.wurzel and (f.bezug is not null or f.wurzel is null or e.widerrufen_am is not null)
$$;
comment on function loeschung_stand is 'Wonach sich die Fristen richten, je Person: letzter Abschluss, letzte Kurzberatung, Widerruf, Sperre. Kein Name. Nur für die Funktionen der Löschung.';

create function loeschung_kandidaten(p_kreis text, p_tag date)
returns table (person_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date, widerruf_am date, sperre text, sperre_bis date, lauf_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.*, (select x.lauf_id from loeschlauf_posten x where x.kreis_id = p_kreis and x.person_id = s.person_id and x.stand = 'offen')
  from loeschung_stand(p_kreis, (select coalesce(array_agg(t.id), '{}') from traeger t
    where t.kreis_id = p_kreis and loeschung_darf(p_kreis, t.id)), null, p_tag) s
$$;
comment on function loeschung_kandidaten is 'Wie loeschung_stand, für die Träger, über deren Löschung das Konto entscheidet.';

create function loeschung_sperren(p_kreis text)
returns table (id uuid, nummer text[], traeger_id uuid, grund text, bis date, gesetzt_am timestamptz, gesetzt_von uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, coalesce((select array_agg(f.nummer) from fall f where f.kreis_id = p_kreis and f.person_id = l.person_id),
      (select array_agg(a.nummer) from anfrage a where a.kreis_id = p_kreis and a.person_id = l.person_id), '{}'),
    p.traeger_id, l.grund, l.bis, l.gesetzt_am, l.gesetzt_von
  from loeschsperre l join person p on p.kreis_id = l.kreis_id and p.id = l.person_id
  where l.kreis_id = p_kreis and l.aufgehoben_am is null and loeschung_darf(p_kreis, p.traeger_id)
  order by l.gesetzt_am desc
$$;
comment on function loeschung_sperren is 'Sperren, die gelten, nach Nummern.';

create function loeschung_beantragen(p_kreis text, p_person uuid, p_tag date) returns table (lauf_id uuid, neu boolean, traeger_id uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare p record; v_lauf uuid; v_nummer text;
begin
  -- Besides those who decide: whoever leads the case of the person, not everybody at her Träger.
  select coalesce(x.aufgegangen_in, x.id) as id, x.traeger_id into p from person x
  where x.kreis_id = p_kreis and x.id = p_person and (loeschung_darf(p_kreis, x.traeger_id)
    or x.traeger_id = any (app_uuids('app.cm_traeger')) and x.casemanager_id = app_konto());
  if not found then return; end if;
  select x.lauf_id into v_lauf from loeschlauf_posten x where x.kreis_id = p_kreis and x.person_id = p.id and x.stand = 'offen';
  if found then return query select v_lauf, false, p.traeger_id; return; end if;
  select s.nummer[cardinality(s.nummer)] into v_nummer from loeschung_stand(p_kreis, null, p.id, p_tag) s;
  v_nummer := coalesce(v_nummer, (select max(f.nummer) from fall f where f.kreis_id = p_kreis and f.person_id = p.id), '');
  insert into loeschlauf (kreis_id, traeger_id, anlass, bis) values (p_kreis, p.traeger_id, 'ersuchen', p_tag) returning id into v_lauf;
  insert into loeschlauf_posten (kreis_id, lauf_id, person_id, nummer, art, bezug_am, faellig_ab)
  values (p_kreis, v_lauf, p.id, v_nummer, 'ersuchen', p_tag, p_tag);
  return query select v_lauf, true, p.traeger_id;
end $$;
comment on function loeschung_beantragen is 'Schlägt die Löschung einer einzelnen Person auf ihr Ersuchen vor; antwortet mit dem Lauf und ob er neu ist. Leer: nicht da oder nicht erlaubt.';

create function loeschlauf_freigeben(p_kreis text, p_lauf uuid) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare l loeschlauf;
begin
  select x.* into l from loeschlauf x where x.kreis_id = p_kreis and x.id = p_lauf and loeschung_darf(p_kreis, x.traeger_id) for update;
  if not found then return null; end if;
  if l.stand <> 'vorgeschlagen' then return 'nicht-offen'; end if;
  if l.vorgeschlagen_von = app_konto() then return 'vier-augen'; end if;
  if l.archiv_antwort is null and exists (select from traeger t where t.kreis_id = p_kreis and t.id = l.traeger_id
    and t.art in ('kommune', 'kreis')) then return 'archiv-fehlt'; end if;
  update loeschlauf x set stand = 'freigegeben', freigegeben_am = now(), freigegeben_von = app_konto(), fassung = x.fassung + 1
  where x.kreis_id = p_kreis and x.id = p_lauf;
  return 'freigegeben';
end $$;
comment on function loeschlauf_freigeben is 'Freigabe durch ein zweites Konto. Antwort: "freigegeben" oder warum nicht; leer: nicht da.';

create function loeschung_offen() returns table (kreis_id text, posten_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.kreis_id, x.id from loeschlauf_posten x join loeschlauf l on l.kreis_id = x.kreis_id and l.id = x.lauf_id
  where l.stand = 'freigegeben' and x.stand = 'offen' and app_konto() is null
    and (x.versucht_am is null or x.versucht_am < now() - interval '1 minute')
  order by l.freigegeben_am, x.id
$$;
comment on function loeschung_offen is 'Was freigegeben ist und noch auszuführen; was scheiterte, erst nach einer Minute wieder. Wie alles, was ausführt, nur ohne Konto: im Hintergrund.';

create function loeschung_pruefen(p_kreis text, p_posten uuid, p_tag date)
returns table (art text, lauf_id uuid, person_id uuid, lauf_traeger_id uuid, traeger_id uuid, nummer text[], fall_bezug date, kurz_bezug date,
  widerruf_am date, sperre text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare x record;
begin
  select o.art, o.lauf_id, o.person_id, l.traeger_id into x from loeschlauf_posten o
  join loeschlauf l on l.kreis_id = o.kreis_id and l.id = o.lauf_id and l.stand = 'freigegeben'
  where o.kreis_id = p_kreis and o.id = p_posten and o.stand = 'offen' and app_konto() is null for update of o skip locked;
  if not found then return; end if;
  -- Whoever writes to the person meanwhile waits, or is waited for.
  perform from person p where p.kreis_id = p_kreis and x.person_id in (p.id, p.aufgegangen_in) for update;
  perform from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
  where f.kreis_id = p_kreis and x.person_id in (p.id, p.aufgegangen_in) for update of f;
  return query
    select x.art, x.lauf_id, x.person_id, x.traeger_id, p.traeger_id, s.nummer, s.fall_bezug, s.kurz_bezug, s.widerruf_am,
      (select h.grund from loeschung_sperre(p_kreis, x.person_id, p_tag) h)
    from (select 1) eins
    left join person p on p.kreis_id = p_kreis and p.id = x.person_id
    left join lateral loeschung_stand(p_kreis, null, x.person_id, p_tag) s on p.id is not null;
end $$;
comment on function loeschung_pruefen is 'Sperrt einen freigegebenen Posten samt Person und sagt, wie es jetzt um sie steht. Keine Zeile: nicht freigegeben, schon erledigt oder gerade in Arbeit.';

create function loeschung_erledigt(p_kreis text, p_lauf uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update loeschlauf l set stand = 'abgeschlossen', abgeschlossen_am = now()
  where l.kreis_id = p_kreis and l.id = p_lauf and l.stand = 'freigegeben'
    and not exists (select from loeschlauf_posten x where x.kreis_id = p_kreis and x.lauf_id = p_lauf and x.stand = 'offen')
$$;

create function loeschung_ueberspringen(p_kreis text, p_posten uuid, p_grund text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_lauf uuid;
begin
  update loeschlauf_posten x set stand = 'uebersprungen', grund = p_grund, erledigt_am = now()
  from loeschlauf l
  where x.kreis_id = p_kreis and x.id = p_posten and x.stand = 'offen' and l.kreis_id = x.kreis_id and l.id = x.lauf_id
    and l.stand = 'freigegeben' and app_konto() is null
  returning x.lauf_id into v_lauf;
  perform loeschung_erledigt(p_kreis, v_lauf);
end $$;
comment on function loeschung_ueberspringen is 'Lässt einen freigegebenen Posten aus und hält fest, warum.';

create function loeschung_gescheitert(p_kreis text, p_posten uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_versuche int;
begin
  update loeschlauf_posten x set versuche = x.versuche + 1, versucht_am = now() from loeschlauf l
  where x.kreis_id = p_kreis and x.id = p_posten and x.stand = 'offen' and l.kreis_id = x.kreis_id and l.id = x.lauf_id
    and l.stand = 'freigegeben' and app_konto() is null
  returning x.versuche into v_versuche;
  if v_versuche is null or v_versuche < 3 then return false; end if;
  perform loeschung_ueberspringen(p_kreis, p_posten, 'fehler');
  return true;
end $$;
comment on function loeschung_gescheitert is 'Zählt einen Versuch, der nicht gelang; nach dem dritten sieht ihn ein Mensch als übersprungen. Antwort: ob es so weit ist.';

-- The only way in which a person goes. What is counted is copied under new keys; then the records themselves go, and with
-- them by foreign key whatever else hangs on them. A table that is not named here goes: nothing stays by mistake.
create function person_tilgen(p_kreis text, p_person uuid, p_tag date) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_person uuid[]; v_fall uuid[]; v_anfrage uuid[]; v_nummer text[]; v_traeger uuid;
  v_neu jsonb; v_zeile uuid[]; v_wort text[]; v_anzahl int; v_tabelle text; v_zaehlung jsonb := '{}';
  v_einwilligung jsonb; v_uebergabe uuid; v_neue uuid;
begin
  select array_agg(x.id) into v_person from (select p.id from person p
    where p.kreis_id = p_kreis and coalesce(p.aufgegangen_in, p.id) = (
      select coalesce(w.aufgegangen_in, w.id) from person w where w.kreis_id = p_kreis and w.id = p_person) for update) x;
  if v_person is null then return null; end if;
  select p.traeger_id into v_traeger from person p where p.kreis_id = p_kreis and p.id = p_person;
  select coalesce(array_agg(x.id), '{}'), coalesce(array_agg(x.nummer), '{}') into v_fall, v_nummer
  from (select f.id, f.nummer from fall f where f.kreis_id = p_kreis and f.person_id = any (v_person) for update) x;
  -- What was asked before there was a name belongs to her as well, through every time it was passed on.
  with recursive a as (
    select b.id, b.vorige_id from anfrage b
    where b.kreis_id = p_kreis and (b.person_id = any (v_person) or (b.fall_id = any (v_fall) and b.person_id is null))
    union
    select b.id, b.vorige_id from a join anfrage b on b.kreis_id = p_kreis and b.id = a.vorige_id
    where b.person_id is null or b.person_id = any (v_person)
  ) select coalesce(array_agg(a.id), '{}') into v_anfrage from a;
  select v_nummer || coalesce(array_agg(a.nummer), '{}') into v_nummer from anfrage a
  where a.kreis_id = p_kreis and a.id = any (v_anfrage);
  select to_jsonb(e) into v_einwilligung from (
    select min(e.erteilt_am) as am, max(e.widerrufen_am) as widerrufen,
      (array_agg(e.textfassung order by e.erteilt_am desc))[1] as fassung
    from einwilligung e where e.kreis_id = p_kreis and e.person_id = any (v_person)) e;

  -- Every key that stands anywhere for one of her rows.
  select array_agg(z.id) into v_zeile from (
    select unnest(v_person || v_fall || v_anfrage) as id
    union all select x.id from geheimtext x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from einwilligung x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from entbindung x where x.kreis_id = p_kreis and x.person_id = any (v_person)
    union all select x.id from fall_status x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from fall_merkmal x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from beratungskontakt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from sonstiger_kontakt x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage)
    union all select x.id from assessment x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_ziel x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_schritt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from hilfeplan_version x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from vermittlung x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from termin x where x.kreis_id = p_kreis and (x.fall_id = any (v_fall) or x.anfrage_id = any (v_anfrage))
    union all select x.id from notiz x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from aufgabe x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from dokument x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from akteur x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from haushalt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from erfolgsbericht_entwurf x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)
    union all select x.id from zusammenfuehrung x where x.kreis_id = p_kreis and (x.bleibt_id = any (v_person) or x.geht_auf_id = any (v_person))
    union all select x.id from doppelbetreuung x where x.kreis_id = p_kreis
      and (x.fragende_person_id = any (v_person) or x.andere_person_id = any (v_person))
  ) z;
  -- A new random key for each of them; where they lead from dies with this transaction.
  select jsonb_object_agg(z, gen_random_uuid()) into v_neu from (select distinct unnest(v_zeile) as z) z;

  foreach v_tabelle in array array['geheimtext', 'anhang', 'einwilligung', 'entbindung', 'unterschrift', 'aushaendigung',
    'weitergabe', 'person_merkmal'] loop
    execute format('select count(*)::int from %I where kreis_id = $1 and person_id = any ($2)', v_tabelle) into v_anzahl using p_kreis, v_person;
    if v_anzahl > 0 then v_zaehlung := v_zaehlung || jsonb_build_object(v_tabelle, v_anzahl); end if;
  end loop;
  foreach v_tabelle in array array['notiz', 'nachtrag', 'aufgabe', 'dokument', 'akteur', 'haushalt', 'uebergabeblatt',
    'fall_merkmal', 'fall_status', 'fall_zustaendigkeit', 'beratungskontakt', 'assessment', 'hilfeplan_ziel',
    'hilfeplan_schritt', 'hilfeplan_version', 'vermittlung', 'abschluss'] loop
    execute format('select count(*)::int from %I where kreis_id = $1 and fall_id = any ($2)', v_tabelle) into v_anzahl using p_kreis, v_fall;
    if v_anzahl > 0 then v_zaehlung := v_zaehlung || jsonb_build_object(v_tabelle, v_anzahl); end if;
  end loop;
  v_zaehlung := v_zaehlung || jsonb_build_object('person', cardinality(v_person), 'fall', cardinality(v_fall), 'anfrage', cardinality(v_anfrage));

  -- The protocol names the hand-overs of her cases. They go on under new keys, so that no event leads to a fact. One
  -- statement: a reference is looked at when it ends.
  for v_uebergabe in select u.id from uebergabe u where u.kreis_id = p_kreis and u.id in (select x.uebergabe_id
      from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall)) order by u.id for update loop
    v_neue := gen_random_uuid();
    with u as (update uebergabe x set id = v_neue where x.kreis_id = p_kreis and x.id = v_uebergabe),
      z as (update fall_zustaendigkeit x set uebergabe_id = v_neue where x.kreis_id = p_kreis and x.uebergabe_id = v_uebergabe),
      a as (update uebergabe_anfrage x set uebergabe_id = v_neue where x.kreis_id = p_kreis and x.uebergabe_id = v_uebergabe),
      n as (update nachricht x set gegenstand_id = v_neue where x.kreis_id = p_kreis and x.gegenstand_id = v_uebergabe)
    update uebernahme_herkunft x set zeile_id = v_neue where x.kreis_id = p_kreis and x.zeile_id = v_uebergabe;
  end loop;

  -- The facts.
  insert into fall (kreis_id, id, nummer, geloescht_am, traeger_id, kommune_id, ortsteil_id, zugang, aufgenommen_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, '~' || gen_random_uuid(), p_tag, x.traeger_id, x.kommune_id, x.ortsteil_id,
    x.zugang, x.aufgenommen_am, x.erfasst_am
  from fall x where x.kreis_id = p_kreis and x.id = any (v_fall);
  insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.merkmal, x.wert, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from fall_merkmal x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.status, x.grund, x.herkunft, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from fall_status x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, anlass, uebergabe_id, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.traeger_id, x.anlass, x.uebergabe_id, x.gueltig_ab, x.gueltig_bis,
    x.erfasst_am, x.ersetzt_am
  from fall_zustaendigkeit x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into beratungskontakt (kreis_id, id, fassung, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort,
    dauer_minuten, sprache, dolmetschen, lebensbereich, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, x.fassung, (v_neu ->> x.fall_id::text)::uuid, x.traeger_id, x.casemanager_id, x.am,
    x.qualifiziert, x.format, x.ort, x.dauer_minuten, x.sprache, x.dolmetschen, x.lebensbereich, x.erfasst_am, x.ersetzt_am
  from beratungskontakt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into abschluss (kreis_id, fall_id, am, grund, gespraech, gespraech_am, kein_grund, ziele_erreicht, ziele_gesamt,
    schritte_beendet, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.am, x.grund, x.gespraech, x.gespraech_am, x.kein_grund, x.ziele_erreicht,
    x.ziele_gesamt, x.schritte_beendet, x.erfasst_am
  from abschluss x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into assessment (kreis_id, id, fall_id, runde, am, stand, erfasst_am, abgeschlossen_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.runde, x.am, x.stand, x.erfasst_am, x.abgeschlossen_am
  from assessment x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into assessment_bereich (kreis_id, fall_id, assessment_id, lebensbereich, bedarf, sicht_klient, ressource_persoenlich,
    ressource_sozial, ressource_materiell, bearbeitet, neu)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.assessment_id::text)::uuid, x.lebensbereich, x.bedarf, x.sicht_klient,
    x.ressource_persoenlich, x.ressource_sozial, x.ressource_materiell, x.bearbeitet, x.neu
  from assessment_bereich x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into selbststand (kreis_id, fall_id, assessment_id, dimension, stufe)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.assessment_id::text)::uuid, x.dimension, x.stufe
  from selbststand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan (kreis_id, fall_id, fassung, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.fassung, x.erfasst_am
  from hilfeplan x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  -- Where a seal must stand, an empty one does.
  insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, bis_wann, stand, stand_ab, reihenfolge, worte_siegel,
    entfernt_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.lebensbereich, x.prioritaet, x.bis_wann, x.stand,
    x.stand_ab, x.reihenfolge, '', x.entfernt_am, x.erfasst_am
  from hilfeplan_ziel x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_schritt (kreis_id, id, fall_id, ziel_id, akteur, faellig_am, stand, stand_ab, reihenfolge, worte_siegel,
    entfernt_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.ziel_id::text)::uuid, x.akteur,
    x.faellig_am, x.stand, x.stand_ab, x.reihenfolge, '', x.entfernt_am, x.erfasst_am
  from hilfeplan_schritt x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_stand (kreis_id, fall_id, ziel_id, schritt_id, stand, gueltig_ab, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, (v_neu ->> x.ziel_id::text)::uuid, (v_neu ->> x.schritt_id::text)::uuid, x.stand,
    x.gueltig_ab, x.erfasst_am, x.ersetzt_am
  from hilfeplan_stand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into hilfeplan_version (kreis_id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert, antwort, unterschrieben_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.fall_id::text)::uuid, x.nummer, x.stand, x.plan_fassung, '', decode(repeat('00', 32), 'hex'), x.antwort,
    x.unterschrieben_am, x.erfasst_am
  from hilfeplan_version x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into vermittlung (kreis_id, id, fall_id, art, angebot_id, stelle_id, lebensbereich, am, kanal, schreiben_siegel, stand, grund,
    ergebnis, stand_am, rueckmeldung_bis, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.art, x.angebot_id, x.stelle_id, x.lebensbereich,
    x.am, x.kanal, case when x.kanal is not null then ''::bytea end, x.stand, x.grund, x.ergebnis, x.stand_am, x.rueckmeldung_bis, x.erfasst_am
  from vermittlung x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, grund, ergebnis, am, herkunft, erfasst_am)
  select x.kreis_id, (v_neu ->> x.vermittlung_id::text)::uuid, (v_neu ->> x.fall_id::text)::uuid, x.stand, x.grund, x.ergebnis, x.am,
    x.herkunft, x.erfasst_am
  from vermittlung_stand x where x.kreis_id = p_kreis and x.fall_id = any (v_fall);
  insert into anfrage (kreis_id, id, nummer, geloescht_am, traeger_id, standort_id, eingegangen_am, zugang, unterweg, stelle_id,
    kommune_id, ortsteil_id, wohnform, dringlich, sprache, dolmetschen, lebensbereich, kein_fall, frist_am, stand, ausgang,
    abgeschlossen_am, erfasst_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, '~' || gen_random_uuid(), p_tag, x.traeger_id, x.standort_id, x.eingegangen_am, x.zugang,
    x.unterweg, x.stelle_id, x.kommune_id, x.ortsteil_id, x.wohnform, x.dringlich, x.sprache, x.dolmetschen, x.lebensbereich, x.kein_fall,
    x.frist_am, x.stand, x.ausgang, x.abgeschlossen_am, x.erfasst_am
  from anfrage x where x.kreis_id = p_kreis and x.id = any (v_anfrage);
  insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab, gueltig_bis, erfasst_am, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.anfrage_id::text)::uuid, x.tiefe, x.gueltig_ab, x.gueltig_bis, x.erfasst_am, x.ersetzt_am
  from anfrage_tiefe x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  insert into warteliste (kreis_id, anfrage_id, traeger_id, grund, eingetragen_am, verwiesen_an, eingeladen_am, ausgetragen_am, ausgang, erfasst_am)
  select x.kreis_id, (v_neu ->> x.anfrage_id::text)::uuid, x.traeger_id, x.grund, x.eingetragen_am, x.verwiesen_an, x.eingeladen_am,
    x.ausgetragen_am, x.ausgang, x.erfasst_am
  from warteliste x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  -- A first talk and the contact that counts it share their key.
  insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, dauer_minuten, dolmetschen, vorschlag,
    vorschlag_grund, entscheidung, folgetermin_bis, erfasst_am)
  select x.kreis_id, coalesce((v_neu ->> x.id::text)::uuid, gen_random_uuid()), (v_neu ->> x.anfrage_id::text)::uuid, x.traeger_id,
    x.casemanager_id, x.am, x.dauer_minuten, x.dolmetschen, x.vorschlag, x.vorschlag_grund, x.entscheidung, x.folgetermin_bis, x.erfasst_am
  from erstberatung x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  insert into sonstiger_kontakt (kreis_id, id, fassung, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, anfrage_id, format,
    ort, dauer_minuten, erfasst_am, erfasst_von, ersetzt_am)
  select x.kreis_id, (v_neu ->> x.id::text)::uuid, x.fassung, x.traeger_id, x.kommune_id, x.am, x.zugang, x.ergebnis, x.lebensbereich,
    (v_neu ->> x.anfrage_id::text)::uuid, x.format, x.ort, x.dauer_minuten, x.erfasst_am, x.erfasst_von, x.ersetzt_am
  from sonstiger_kontakt x where x.kreis_id = p_kreis and x.anfrage_id = any (v_anfrage);
  -- That a transfer was asked for and answered is counted with its own row; the message that went with it may speak of her.
  update uebergabe_anfrage a set nachricht_siegel = null, antwort_siegel = null from uebergabe_anfrage_fall x
  where x.kreis_id = p_kreis and x.fall_id = any (v_fall) and a.kreis_id = p_kreis and a.id = x.anfrage_id;
  update uebergabe_anfrage_fall x set id = gen_random_uuid(), fall_id = null,
    stand = case when x.stand = 'angefragt' then 'zurueckgezogen' else x.stand end
  where x.kreis_id = p_kreis and x.fall_id = any (v_fall);

  -- Numbers are not given twice, also where the last one is gone.
  insert into fall_nummer as n (kreis_id, letzte)
  select p_kreis, max(substring(f.nummer from '\d{1,8}$')::int) from fall f
  where f.kreis_id = p_kreis and f.id = any (v_fall) and f.nummer ~ ('^' || coalesce(nullif(upper(left(
    regexp_replace(p_kreis, '[^a-z]', '', 'g'), 2)), ''), 'F') || '-\d{1,8}$') having count(*) > 0
  on conflict (kreis_id) do update set letzte = greatest(n.letzte, excluded.letzte);

  -- What lies beside the records and names one of them.
  select array_agg('%' || w || '%') into v_wort from (select unnest(v_zeile)::text) u (w);
  -- A number only as a whole: one that came from a spreadsheet may be "7".
  delete from nachricht n where n.kreis_id = p_kreis and (n.gegenstand_id = any (v_zeile) or n.daten::text like any (v_wort)
    or exists (select from jsonb_path_query(n.daten, '$.**') w where jsonb_typeof(w) = 'string' and w #>> '{}' = any (v_nummer)));
  get diagnostics v_anzahl = row_count;
  v_zaehlung := v_zaehlung || jsonb_build_object('nachricht', v_anzahl);
  delete from entwurf e where e.kreis_id = p_kreis
    and (e.bezug like any (v_wort) or regexp_split_to_array(e.bezug, '[:/ ]') && v_nummer);
  get diagnostics v_anzahl = row_count;
  v_zaehlung := v_zaehlung || jsonb_build_object('entwurf', v_anzahl);
  -- Answers kept for a repeated request name nobody outside their seal; after an hour nobody repeats one.
  delete from idempotenz i where i.kreis_id = p_kreis and i.am < now() - interval '1 hour';
  delete from uebernahme_herkunft h where h.kreis_id = p_kreis and h.zeile_id = any (v_zeile);

  delete from ersuchen_schwaerzung z using ersuchen e
  where z.kreis_id = p_kreis and e.kreis_id = p_kreis and e.id = z.ersuchen_id and e.person_id = any (v_person);

  -- The person with her key, and all that hangs on her.
  delete from sonstiger_kontakt k where k.kreis_id = p_kreis and k.anfrage_id = any (v_anfrage);
  delete from fall f where f.kreis_id = p_kreis and f.id = any (v_fall);
  delete from anfrage a where a.kreis_id = p_kreis and a.id = any (v_anfrage);
  delete from person p where p.kreis_id = p_kreis and p.id = any (v_person);
  update loeschlauf_posten x set person_id = null, nummer = '', stand = 'zurueckgezogen', erledigt_am = now()
  where x.kreis_id = p_kreis and x.person_id = any (v_person) and x.stand = 'offen';
  update loeschlauf_posten x set person_id = null, nummer = '' where x.kreis_id = p_kreis and x.person_id = any (v_person);

  return jsonb_build_object('person', v_person, 'fall', v_fall, 'nummer', v_nummer, 'traeger', v_traeger, 'zaehlung', v_zaehlung,
    'einwilligung', v_einwilligung);
end $$;
comment on function person_tilgen is 'Löscht eine Person mit ihren als dieselbe erkannten Einträgen; was gezählt wird, bleibt als anonyme Tatsache. Antwort: was im Nachweis steht. Leer: nicht da. Nur für freigegebene Läufe und die Wiederholung nach einer Rücksicherung.';

create function loeschung_nachweisen(p_kreis text, p_lauf uuid, p_art text, p_regel text, p_bezug date, p_tag date, p_bis date, p_getilgt jsonb)
returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v_salz bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
  e jsonb := p_getilgt -> 'einwilligung';
begin
  insert into loeschnachweis (kreis_id, lauf_id, traeger_id, art, regel, bezug_am, geloescht_am, salz, nummer_pruefwert, zaehlung,
    einwilligung_am, einwilligung_fassung, widerrufen_am, einwilligung_bis)
  values (p_kreis, p_lauf, (p_getilgt ->> 'traeger')::uuid, p_art, p_regel, p_bezug, p_tag, v_salz,
    coalesce((select array_agg(sha256(v_salz || convert_to(n, 'UTF8'))) from jsonb_array_elements_text(p_getilgt -> 'nummer') n), '{}'),
    p_getilgt -> 'zaehlung', case when p_bis is not null then (e ->> 'am')::date end, case when p_bis is not null then e ->> 'fassung' end,
    case when p_bis is not null then (e ->> 'widerrufen')::date end, p_bis);
end $$;

create function loeschung_ausfuehren(p_kreis text, p_posten uuid, p_tag date, p_einwilligung_bis date) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  x record; v_getilgt jsonb;
  -- A hold with a last day ends by the calendar, not by the day that somebody names.
  v_tag date := least(p_tag, (now() at time zone 'Europe/Berlin')::date);
begin
  -- First, so that a hold that is being set is waited for and then seen.
  perform from person p join loeschlauf_posten o on o.kreis_id = p.kreis_id and o.person_id in (p.id, p.aufgegangen_in)
  where p.kreis_id = p_kreis and o.id = p_posten and app_konto() is null for update of p;
  if not found then return null; end if;
  select o.person_id, o.lauf_id, o.art, o.regel, o.bezug_am into x from loeschlauf_posten o
  join loeschlauf l on l.kreis_id = o.kreis_id and l.id = o.lauf_id and l.stand = 'freigegeben'
    and l.freigegeben_von <> l.vorgeschlagen_von
  join person p on p.kreis_id = o.kreis_id and p.id = o.person_id and p.traeger_id = l.traeger_id
  where o.kreis_id = p_kreis and o.id = p_posten and o.stand = 'offen'
    and not exists (select from loeschung_sperre(p_kreis, o.person_id, v_tag))
  for update of o;
  if not found then return null; end if;
  update loeschlauf_posten o set stand = 'geloescht', person_id = null, nummer = '', erledigt_am = now()
  where o.kreis_id = p_kreis and o.id = p_posten;
  v_getilgt := person_tilgen(p_kreis, x.person_id, v_tag);
  perform loeschung_nachweisen(p_kreis, x.lauf_id, x.art, x.regel, x.bezug_am, v_tag, p_einwilligung_bis, v_getilgt);
  perform loeschung_erledigt(p_kreis, x.lauf_id);
  return jsonb_build_object('person', v_getilgt -> 'person', 'fall', v_getilgt -> 'fall', 'lauf', x.lauf_id, 'art', x.art);
end $$;
comment on function loeschung_ausfuehren is 'Führt einen Posten aus, den zwei Konten gewollt haben und den nichts sperrt; schreibt den Nachweis. Leer: nichts davon.';

create function loeschung_nachholen(p_kreis text, p_person uuid, p_alle uuid[], p_tag date) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_getilgt jsonb;
begin
  -- Records that were taken for one human being when the backup was made, and told apart again since: only hers go.
  update person p set aufgegangen_in = null
  where p.kreis_id = p_kreis and p.aufgegangen_in is not null and (p.id = any (p_alle)) <> (p.aufgegangen_in = any (p_alle))
    and coalesce(p.aufgegangen_in, p.id) = (select coalesce(w.aufgegangen_in, w.id) from person w where w.kreis_id = p_kreis and w.id = p_person);
  v_getilgt := person_tilgen(p_kreis, p_person, p_tag);
  if v_getilgt is null then return false; end if;
  perform loeschung_nachweisen(p_kreis, null, 'wiederholt', '', null, p_tag, null, v_getilgt);
  return true;
end $$;
comment on function loeschung_nachholen is 'Löscht erneut, wer laut Register schon gelöscht war und mit einer Sicherung zurückkam; p_alle: wer noch im Register steht.';

create function loeschnachweis_leeren(p_tag date) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_anzahl integer;
begin
  update loeschnachweis n set einwilligung_am = null, einwilligung_fassung = null, widerrufen_am = null, einwilligung_bis = null
  where n.einwilligung_bis < p_tag;
  get diagnostics v_anzahl = row_count;
  return v_anzahl;
end $$;
comment on function loeschnachweis_leeren is 'Nimmt den Nachweis der Einwilligung heraus, wenn auch seine Frist um ist.';

create function loeschung_regel(p_kreis text, p_traeger uuid, p_tag date) returns table (art text, einheit text, anzahl smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.art, r.einheit, r.anzahl from aufbewahrungsregel r
  where r.kreis_id = p_kreis and r.traeger_id = p_traeger and r.ersetzt_am is null and r.gueltig_ab <= p_tag
    and (r.gueltig_bis is null or r.gueltig_bis > p_tag) and app_konto() is null
$$;
comment on function loeschung_regel is 'Fristen eines Trägers an einem Tag, für die Ausführung ohne Konto.';

create function loeschung_vorhanden(p_kreis text[], p_person uuid[]) returns table (kreis_id text, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.kreis_id, p.id from unnest(p_kreis, p_person) as u (kreis_id, id)
  join person p on p.kreis_id = u.kreis_id and p.id = u.id
$$;
comment on function loeschung_vorhanden is 'Wer von den Genannten da ist: nach einer Rücksicherung niemand, der gelöscht war.';

create function loeschung_nachgewiesen() returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from loeschnachweis n where n.art <> 'wiederholt'
$$;
comment on function loeschung_nachgewiesen is 'Wie viele Löschungen nachgewiesen sind: so viele Personen muss das Register mindestens kennen.';

create policy entscheiden on aufbewahrungsregel to lotse_app using (loeschung_darf(kreis_id, traeger_id));
create policy lesen on aufbewahrungsregel for select to lotse_app using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
grant select, insert, update (ersetzt_am) on aufbewahrungsregel to lotse_app;
-- Whoever works on the person holds a deletion up, and whoever decides on it; what was held stays to be read.
create policy sperren on loeschsperre to lotse_app using (loeschung_darf_person(kreis_id, person_id)
    or exists (select from person p where p.kreis_id = loeschsperre.kreis_id and p.id = loeschsperre.person_id))
  with check ((aufgehoben_von is null or aufgehoben_von = (select app_konto())) and (loeschung_darf_person(kreis_id, person_id)
    or exists (select from person p where p.kreis_id = loeschsperre.kreis_id and p.id = loeschsperre.person_id)));
grant select, insert (kreis_id, id, person_id, grund, bis), update (aufgehoben_am, aufgehoben_von) on loeschsperre to lotse_app;
create policy lesen on loeschlauf for select to lotse_app using (loeschung_darf(kreis_id, traeger_id));
create policy vorschlagen on loeschlauf for insert to lotse_app with check (loeschung_darf(kreis_id, traeger_id)
  and stand = 'vorgeschlagen' and vorgeschlagen_von = (select app_konto()));
-- Releasing is not among what the server may write; loeschlauf_freigeben() does it.
create policy vorbereiten on loeschlauf for update to lotse_app using (loeschung_darf(kreis_id, traeger_id) and stand = 'vorgeschlagen')
  with check (stand in ('vorgeschlagen', 'zurueckgezogen'));
grant select, insert (kreis_id, id, traeger_id, anlass, bis),
  update (stand, archiv, archiv_angeboten_am, archiv_antwort, archiv_uebergeben_am, fassung) on loeschlauf to lotse_app;
create policy lesen on loeschlauf_posten for select to lotse_app
  using (exists (select from loeschlauf l where l.kreis_id = loeschlauf_posten.kreis_id and l.id = loeschlauf_posten.lauf_id));
create policy vorschlagen on loeschlauf_posten for insert to lotse_app with check (stand = 'offen'
  and exists (select from loeschlauf l where l.kreis_id = loeschlauf_posten.kreis_id and l.id = loeschlauf_posten.lauf_id
    and l.stand = 'vorgeschlagen' and l.vorgeschlagen_von = (select app_konto())));
create policy zuruecknehmen on loeschlauf_posten for update to lotse_app
  using (exists (select from loeschlauf l where l.kreis_id = loeschlauf_posten.kreis_id and l.id = loeschlauf_posten.lauf_id
    and l.stand = 'vorgeschlagen')) with check (stand = 'zurueckgezogen');
grant select, insert (kreis_id, id, lauf_id, person_id, nummer, art, regel, bezug_am, faellig_ab), update (stand, erledigt_am) on loeschlauf_posten to lotse_app;
create policy lesen on loeschnachweis for select to lotse_app using (loeschung_darf(kreis_id, traeger_id));
grant select on loeschnachweis to lotse_app;

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['loeschung_darf(text, uuid)', 'loeschung_darf_person(text, uuid)', 'loeschung_stand(text, uuid[], uuid, date)',
    'loeschung_kandidaten(text, date)', 'loeschung_sperren(text)', 'loeschung_beantragen(text, uuid, date)', 'loeschlauf_freigeben(text, uuid)',
    'loeschung_offen()', 'loeschung_pruefen(text, uuid, date)', 'loeschung_erledigt(text, uuid)', 'loeschung_ueberspringen(text, uuid, text)',
    'person_tilgen(text, uuid, date)', 'loeschung_nachweisen(text, uuid, text, text, date, date, date, jsonb)',
    'loeschung_ausfuehren(text, uuid, date, date)', 'loeschung_gescheitert(text, uuid)', 'loeschung_nachholen(text, uuid, uuid[], date)', 'loeschnachweis_leeren(date)',
    'loeschung_regel(text, uuid, date)', 'loeschung_sperre(text, uuid, date)', 'loeschung_vorhanden(text[], uuid[])', 'loeschung_nachgewiesen()']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('alter function %s owner to lotse_loeschung', funktion);
  end loop;
end $$;
set local role lotse_loeschung;
grant execute on function loeschung_darf(text, uuid), loeschung_darf_person(text, uuid), loeschung_kandidaten(text, date), loeschung_sperren(text),
  loeschung_beantragen(text, uuid, date), loeschlauf_freigeben(text, uuid), loeschung_offen(), loeschung_pruefen(text, uuid, date),
  loeschung_ueberspringen(text, uuid, text), loeschung_gescheitert(text, uuid), loeschung_ausfuehren(text, uuid, date, date), loeschung_regel(text, uuid, date) to lotse_app;
-- Erasing without two accounts is for the administrator's door alone: what the register says was erased already.
grant execute on function loeschung_nachholen(text, uuid, uuid[], date), loeschung_vorhanden(text[], uuid[]), loeschnachweis_leeren(date),
  loeschung_nachgewiesen() to lotse_owner;
set local role lotse_owner;
