-- What a person may ask of those who keep her data (Art. 15 to 18, 20, 21 GDPR): one object with a clock, steps, two
-- people and a proof. The officer sees codes and numbers, the words stay with those who work on the case.

alter table person add column eingeschraenkt_am timestamptz;
comment on column person.eingeschraenkt_am is 'Seit wann die Verarbeitung eingeschränkt ist (Art. 18 DSGVO): nur die eigene Case Manager*in liest, nichts geht hinaus.';
create policy nicht_eingeschraenkt on person as restrictive for select to lotse_app, lotse_akte
  using (eingeschraenkt_am is null or casemanager_id is null or casemanager_id = (select app_konto()));

create table ersuchen (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  nummer text not null generated always as ('R-' || upper(substr(id::text, 1, 8))) stored,
  person_id uuid,
  traeger_id uuid not null,
  fall_nummer text,
  art text not null check (art in ('auskunft', 'berichtigung', 'loeschung', 'einschraenkung', 'uebertragbarkeit', 'widerspruch')),
  eingegangen_am date not null,
  weg text not null check (weg in ('persoenlich', 'brief', 'mail')),
  durch text not null check (durch in ('person', 'vertretung')),
  nachweis boolean not null default false,
  recht text not null check (recht in ('land', 'bund', 'kdg', 'ekd')),
  frist_am date not null,
  verlaengert_am date,
  verlaengert_grund text check (verlaengert_grund in ('umfang', 'schwierig', 'viele_ersuchen')),
  stand text not null default 'eingegangen'
    check (stand in ('eingegangen', 'identitaet_geprueft', 'vorbereitet', 'freigegeben', 'erledigt', 'abgelehnt')),
  identitaet text check (identitaet in ('bekannt', 'ausweis', 'rueckruf', 'vollmacht')),
  feld text check (feld in ('name', 'geburtsdatum', 'anschrift', 'aufenthalt', 'familie', 'beratung', 'sonstiges')),
  anlass text check (anlass in ('bestritten', 'unrechtmaessig', 'rechtsansprueche', 'widerspruch')),
  entscheidung text check (entscheidung in ('stattgegeben', 'vermerkt', 'abgelehnt')),
  ablehnung text check (ablehnung in ('identitaet', 'offensichtlich_unbegruendet', 'exzessiv', 'rechte_dritter', 'richtig',
    'rechtspflicht', 'rechtsansprueche', 'archiv', 'sozialdaten', 'schutzwuerdige_gruende', 'nicht_automatisiert')),
  umfang jsonb not null default '[]',
  pruefwert bytea,
  worte_siegel bytea,
  vorbereitet_von uuid,
  vorbereitet_am timestamptz,
  freigegeben_von uuid,
  freigegeben_am timestamptz,
  uebergeben text check (uebergeben in ('persoenlich', 'brief', 'verschluesselt')),
  uebergeben_am date,
  loeschlauf_id uuid,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete set null (person_id),
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict,
  constraint vertretung_weist_sich_aus check (durch = 'person' or nachweis),
  constraint verlaengerung_sagt_grund check ((verlaengert_am is null) = (verlaengert_grund is null)),
  constraint ablehnung_sagt_grund check ((entscheidung is not distinct from 'abgelehnt') = (ablehnung is not null)),
  constraint vorbereitet_sagt_was check (stand in ('eingegangen', 'identitaet_geprueft')
    or (entscheidung is not null and vorbereitet_von is not null and vorbereitet_am is not null)),
  constraint frei_durch_andere check (freigegeben_von <> vorbereitet_von),
  constraint frei_hat_konto check ((stand in ('freigegeben', 'erledigt', 'abgelehnt')) = (freigegeben_von is not null)),
  constraint ende_sagt_weg check ((stand in ('erledigt', 'abgelehnt')) = (uebergeben is not null and uebergeben_am is not null))
);
create index ersuchen_person on ersuchen (kreis_id, person_id);
create index ersuchen_traeger on ersuchen (kreis_id, traeger_id, stand);
comment on table ersuchen is 'Was eine Person nach Art. 15 bis 21 DSGVO verlangt: Eingang, Frist, Schritte, Entscheidung. Nach einer Löschung bleibt die Zeile ohne Person als Nachweis.';
comment on column ersuchen.nummer is 'Zeichen für Schreiben; aus der Kennung, damit es nichts verrät.';
comment on column ersuchen.person_id is 'Leer, sobald die Person gelöscht ist.';
comment on column ersuchen.traeger_id is 'Verantwortlicher, bei dem das Ersuchen einging.';
comment on column ersuchen.fall_nummer is 'Nummer des Falls zur Zeit des Eingangs; geht mit der Person.';
comment on column ersuchen.eingegangen_am is 'Tag, an dem das Ersuchen einging; ab ihm läuft die Frist.';
comment on column ersuchen.stand is 'Wo das Ersuchen steht; die Reihenfolge hält ein Auslöser.';
comment on column ersuchen.verlaengert_grund is 'Warum verlängert wurde, wie es der Person gesagt wurde.';
comment on column ersuchen.vorbereitet_von is 'Wer die Antwort vorbereitet hat; gibt sie nicht frei.';
comment on column ersuchen.vorbereitet_am is 'Wann die Antwort eingefroren wurde.';
comment on column ersuchen.freigegeben_von is 'Zweites Konto, das die Antwort freigab.';
comment on column ersuchen.freigegeben_am is 'Wann sie freigegeben wurde.';
comment on column ersuchen.uebergeben_am is 'Tag, an dem die Antwort bei der Person war.';
comment on column ersuchen.weg is 'Wie das Ersuchen kam.';
comment on column ersuchen.durch is 'Wer es stellte: die Person selbst oder ihre gesetzliche Vertretung.';
comment on column ersuchen.nachweis is 'Der Nachweis der Vertretung wurde gesehen.';
comment on column ersuchen.recht is 'Datenschutzrecht des Trägers: davon hängt ab, welche Aufsicht die Schreiben nennen.';
comment on column ersuchen.frist_am is 'Letzter Tag für die Antwort: ein Monat nach dem Eingang, verlängert drei; fällt er auf Samstag, Sonntag oder Feiertag, der nächste Werktag.';
comment on column ersuchen.verlaengert_am is 'Tag, an dem der Person die Verlängerung mit Grund mitgeteilt wurde.';
comment on column ersuchen.identitaet is 'Wie geprüft wurde, wer fragt.';
comment on column ersuchen.feld is 'Welche Angabe berichtigt werden soll.';
comment on column ersuchen.anlass is 'Warum die Verarbeitung eingeschränkt werden soll (Art. 18 Abs. 1).';
comment on column ersuchen.entscheidung is 'Was vorbereitet und freigegeben wurde; "vermerkt": die bestrittene Angabe bleibt mit einem Vermerk (§ 84 SGB X).';
comment on column ersuchen.ablehnung is 'Grund einer Ablehnung.';
comment on column ersuchen.umfang is 'Abschnitte der Kopie mit Anzahl der Zeilen und Schwärzungen; keine Inhalte.';
comment on column ersuchen.pruefwert is 'SHA-256 der eingefrorenen Kopie.';
comment on column ersuchen.worte_siegel is 'Was die Person wünscht und was ihr geantwortet wird, versiegelt unter ihrem Schlüssel.';
comment on column ersuchen.uebergeben is 'Wie die Antwort zur Person kam.';
comment on column ersuchen.loeschlauf_id is 'Löschlauf, der eine gewährte Löschung ausführt; ohne Fremdschlüssel.';

create table ersuchen_schritt (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  ersuchen_id uuid not null,
  schritt text not null check (schritt in ('eingegangen', 'identitaet_geprueft', 'verlaengert', 'zusammengestellt', 'vorbereitet',
    'zurueckgegeben', 'freigegeben', 'erledigt', 'abgelehnt')),
  grund text check (grund in ('unvollstaendig', 'dritte', 'begruendung', 'sonstiges')),
  am timestamptz not null default clock_timestamp(),
  konto_id uuid not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, ersuchen_id) references ersuchen (kreis_id, id) on delete cascade
);
create index ersuchen_schritt_ersuchen on ersuchen_schritt (kreis_id, ersuchen_id, am);
comment on table ersuchen_schritt is 'Jeder Schritt eines Ersuchens, unveränderlich: der Nachweis.';
comment on column ersuchen_schritt.schritt is 'Was geschah.';
comment on column ersuchen_schritt.grund is 'Warum das Ersuchen zurückgegeben wurde.';

create table ersuchen_schwaerzung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  ersuchen_id uuid not null,
  abschnitt text not null,
  zeile text not null,
  feld text not null,
  von integer not null,
  bis integer not null,
  grund text not null check (grund in ('dritte', 'quelle', 'kindeswohl', 'geheimnis')),
  vorschlag boolean not null default false,
  aufgehoben_von uuid,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, ersuchen_id) references ersuchen (kreis_id, id) on delete cascade,
  constraint schwaerzung_hat_laenge check (von >= 0 and bis > von)
);
create index ersuchen_schwaerzung_ersuchen on ersuchen_schwaerzung (kreis_id, ersuchen_id);
comment on table ersuchen_schwaerzung is 'Stelle der Kopie, die der Person nicht gegeben wird, mit Grund; die Akte selbst bleibt, wie sie ist.';
comment on column ersuchen_schwaerzung.zeile is 'Kennung der Zeile im Abschnitt.';
comment on column ersuchen_schwaerzung.abschnitt is 'Abschnitt der Kopie, etwa "notiz".';
comment on column ersuchen_schwaerzung.feld is 'Angabe der Zeile, etwa "text".';
comment on column ersuchen_schwaerzung.von is 'Erstes Zeichen der Stelle.';
comment on column ersuchen_schwaerzung.bis is 'Zeichen nach der Stelle.';
comment on column ersuchen_schwaerzung.vorschlag is 'Von Lotse gefunden: Name aus Haushalt, Umfeld oder verbundenem Fall.';
comment on column ersuchen_schwaerzung.aufgehoben_von is 'Wer den Vorschlag verworfen hat; die Stelle wird dann gegeben.';

create table ersuchen_kopie (
  kreis_id text not null,
  ersuchen_id uuid not null,
  person_id uuid not null,
  akte_siegel bytea not null,
  pdf_siegel bytea,
  json_siegel bytea,
  erfasst_am timestamptz not null default now(),
  primary key (kreis_id, ersuchen_id),
  foreign key (kreis_id, ersuchen_id) references ersuchen (kreis_id, id) on delete cascade,
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade
);
comment on table ersuchen_kopie is 'Zusammengestellte Kopie der Akte, versiegelt unter dem Schlüssel der Person; ab der Vorbereitung eingefroren.';
comment on column ersuchen_kopie.akte_siegel is 'Abschnitte vor der Schwärzung, versiegelt.';
comment on column ersuchen_kopie.pdf_siegel is 'Was die Person zum Lesen bekommt, versiegelt.';
comment on column ersuchen_kopie.json_siegel is 'Dasselbe für Maschinen, versiegelt.';

create table einschraenkung (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  ersuchen_id uuid,
  anlass text not null check (anlass in ('bestritten', 'unrechtmaessig', 'rechtsansprueche', 'widerspruch')),
  ab timestamptz not null default now(),
  aufgehoben_am timestamptz,
  aufgehoben_von uuid,
  mitgeteilt_am date,
  erfasst_von uuid not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, person_id) references person (kreis_id, id) on delete cascade,
  foreign key (kreis_id, ersuchen_id) references ersuchen (kreis_id, id) on delete set null (ersuchen_id),
  constraint aufhebung_ist_mitgeteilt check ((aufgehoben_am is null) = (aufgehoben_von is null)
    and (aufgehoben_am is null) = (mitgeteilt_am is null))
);
create index einschraenkung_offen on einschraenkung (kreis_id, person_id) where aufgehoben_am is null;
comment on table einschraenkung is 'Zeit, in der die Daten einer Person nur aufbewahrt werden (Art. 18 DSGVO): nichts wird weitergegeben, vermittelt, übergeben, erzählt.';
comment on column einschraenkung.mitgeteilt_am is 'Tag, an dem die Person von der Aufhebung erfuhr (Art. 18 Abs. 3: vorher).';
comment on column einschraenkung.anlass is 'Warum eingeschränkt wurde (Art. 18 Abs. 1).';
comment on column einschraenkung.ab is 'Ab wann sie gilt.';
comment on column einschraenkung.aufgehoben_am is 'Wann sie aufgehoben wurde; leer heißt: sie gilt.';
comment on column einschraenkung.aufgehoben_von is 'Wer sie aufgehoben hat.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['ersuchen', 'ersuchen_schritt', 'ersuchen_schwaerzung', 'ersuchen_kopie', 'einschraenkung'] loop
    execute format('alter table %I enable row level security', tabelle);
    execute format('alter table %I force row level security', tabelle);
  end loop;
end $$;

-- Who oversees the requests of a Träger: its officer or the officer of the Kreis, and its head. Both lists are asked: the
-- roles that count in this session (a session without its second factor has none), and the Träger they were given for.
create function ersuchen_aufsicht(p_kreis text, p_traeger uuid, p_rollen text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rolle r
    where r.konto_kreis_id = current_setting('app.konto_kreis', true) and r.konto_id = app_konto() and r.kreis_id = p_kreis
      and r.rolle = any (p_rollen) and p_kreis || ':' || r.rolle = any (app_liste('app.rollen'))
      and (r.traeger_id = p_traeger or r.rolle = 'datenschutz' and r.traeger_id is null)
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now()))
$$;
comment on function ersuchen_aufsicht is 'Ob das Konto eine der Rollen (datenschutz, traegerleitung) für diesen Träger hält und sie in dieser Sitzung gilt.';

-- The officer knows a case by its number only.
create function ersuchen_zu_fall(p_kreis text, p_nummer text)
returns table (person_id uuid, traeger_id uuid, casemanager_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.person_id, f.traeger_id, f.casemanager_id from fall f
  where f.kreis_id = p_kreis and f.nummer = p_nummer and f.person_id is not null
    and ersuchen_aufsicht(p_kreis, f.traeger_id, '{datenschutz}')
$$;
comment on function ersuchen_zu_fall is 'Wessen Fall eine Nummer ist, für die Aufsicht des Trägers: Kennungen, kein Name.';

-- The copy of a file holds every note of the controller, whatever its level: they are notes about the person.
create function ersuchen_notizen(p_kreis text, p_ersuchen uuid)
returns table (id uuid, zu_id uuid, ebene text, siegel bytea, am timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with f as (
    select f.kreis_id, f.id, p.traeger_id from ersuchen e
    join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and p.gesperrt_am is null
    join fall f on f.kreis_id = p.kreis_id and f.person_id = p.id
    where e.kreis_id = p_kreis and e.id = p_ersuchen and e.art in ('auskunft', 'uebertragbarkeit')
      and e.stand = 'identitaet_geprueft' and p.traeger_id = any (app_uuids('app.cm_traeger'))
      and (p.casemanager_id is null or p.casemanager_id = any (app_uuids('app.cm_konto')))
  ), n as (
    select n.* from f join notiz n on n.kreis_id = f.kreis_id and n.fall_id = f.id and (n.ebene = 'fall' or n.traeger_id = f.traeger_id)
  )
  select n.id, null::uuid, n.ebene, n.text_siegel, n.erfasst_am from n
  union all
  select a.id, coalesce(a.notiz_id, a.kontakt_id), null, a.text_siegel, a.erfasst_am from f
  join nachtrag a on a.kreis_id = f.kreis_id and a.fall_id = f.id
    and (a.notiz_id is null or a.notiz_id in (select n.id from n))
$$;
comment on function ersuchen_notizen is 'Alle Notizen des Verantwortlichen zu einer Person, auch die der Ebene "ich", solange eine Auskunft über sie zusammengestellt wird; mit Nachträgen.';

create function person_eingeschraenkt(p_kreis text, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p where p.kreis_id = p_kreis and p.id = p_person and p.eingeschraenkt_am is not null)
$$;
comment on function person_eingeschraenkt is 'Ob die Verarbeitung einer Person eingeschränkt ist; nur ja oder nein.';

create function einschraenkung_gilt() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person p set eingeschraenkt_am = (select min(s.ab) from einschraenkung s
    where s.kreis_id = new.kreis_id and s.person_id = new.person_id and s.aufgehoben_am is null)
  where p.kreis_id = new.kreis_id and p.id = new.person_id;
  return null;
end $$;
comment on function einschraenkung_gilt is 'Schreibt an die Person, seit wann sie eingeschränkt ist.';
create trigger einschraenkung_gilt after insert or update on einschraenkung for each row execute function einschraenkung_gilt();

-- The same as the application says, where it might forget: nothing of a restricted person leaves.
create function einschraenkung_haelt() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_person uuid;
begin
  v_person := case tg_table_name
    when 'weitergabe' then (to_jsonb(new) ->> 'person_id')::uuid
    when 'person' then (to_jsonb(new) ->> 'id')::uuid
    when 'erfolgsbericht' then (select f.person_id from erfolgsbericht_entwurf b
      join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
      where b.kreis_id = new.kreis_id and b.id = (to_jsonb(new) ->> 'entwurf_id')::uuid)
    else (select f.person_id from fall f where f.kreis_id = new.kreis_id and f.id = (to_jsonb(new) ->> 'fall_id')::uuid) end;
  if person_eingeschraenkt(new.kreis_id, v_person) then
    raise exception 'processing of this person is restricted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function einschraenkung_haelt is 'Hält an, was Daten einer eingeschränkten Person aus der Hand gäbe.';

-- Two people, in the database too: who prepared or redacted does not release, and what was released stays as it was.
create function ersuchen_vier_augen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.person_id is not null and new.person_id is null then
    new.worte_siegel := null;
    new.fall_nummer := null;
    return new;
  end if;
  if new.person_id is distinct from old.person_id then
    raise exception 'a request stays with its person' using errcode = 'insufficient_privilege';
  end if;
  if new.stand <> old.stand and (old.stand, new.stand) not in (('eingegangen', 'identitaet_geprueft'),
    ('identitaet_geprueft', 'vorbereitet'), ('vorbereitet', 'identitaet_geprueft'), ('vorbereitet', 'freigegeben'),
    ('freigegeben', 'erledigt'), ('freigegeben', 'abgelehnt')) then
    raise exception 'this step does not follow' using errcode = 'insufficient_privilege';
  end if;
  if new.stand = 'vorbereitet' and old.stand <> 'vorbereitet' and new.vorbereitet_von is distinct from app_konto() then
    raise exception 'prepared in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  if old.stand in ('freigegeben', 'erledigt', 'abgelehnt') or new.stand = 'freigegeben' then
    if (new.umfang, new.entscheidung, new.ablehnung, new.art, new.vorbereitet_von) is distinct from
        (old.umfang, old.entscheidung, old.ablehnung, old.art, old.vorbereitet_von)
      or new.pruefwert is distinct from old.pruefwert or new.worte_siegel is distinct from old.worte_siegel
      or old.freigegeben_von is not null and new.freigegeben_von is distinct from old.freigegeben_von then
      raise exception 'what was released does not change' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.stand = 'freigegeben' and old.stand = 'vorbereitet' then
    if new.freigegeben_von is distinct from app_konto() or old.vorbereitet_von = app_konto()
      or exists (select from ersuchen_schwaerzung s where s.kreis_id = old.kreis_id and s.ersuchen_id = old.id
        and app_konto() in (s.erfasst_von, s.aufgehoben_von))
      or not ersuchen_aufsicht(old.kreis_id, old.traeger_id, '{datenschutz,traegerleitung}') then
      raise exception 'a second person releases' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
comment on function ersuchen_vier_augen is 'Wer vorbereitet oder geschwärzt hat, gibt nicht frei; Freigegebenes bleibt, wie es war; mit der Person geht der Inhalt.';
create trigger ersuchen_vier_augen before update on ersuchen for each row execute function ersuchen_vier_augen();

create trigger einschraenkung_haelt_neu before insert on weitergabe for each row execute function einschraenkung_haelt();
create trigger einschraenkung_haelt before update of stand on weitergabe for each row
  when (new.stand = 'gegeben') execute function einschraenkung_haelt();
create trigger einschraenkung_haelt_neu before insert on vermittlung for each row
  when (new.kanal is not null) execute function einschraenkung_haelt();
create trigger einschraenkung_haelt before update of stand on vermittlung for each row
  when (new.stand = 'gesendet' and new.kanal is not null) execute function einschraenkung_haelt();
create trigger einschraenkung_haelt before insert on uebergabe_anfrage_fall for each row execute function einschraenkung_haelt();
create trigger einschraenkung_haelt before update of traeger_id on person for each row
  when (new.traeger_id <> old.traeger_id) execute function einschraenkung_haelt();
create trigger einschraenkung_haelt before insert on erfolgsbericht for each row execute function einschraenkung_haelt();

do $$
declare sorgt constant text := 'exists (select from person p where p.kreis_id = %1$I.kreis_id and p.id = %1$I.person_id
  and p.traeger_id = any ((select app_uuids(''app.cm_traeger''))::uuid[])
  and (p.casemanager_id is null or p.casemanager_id = any ((select app_uuids(''app.cm_konto''))::uuid[])))';
begin
  execute format('create policy eigene on %1$I to lotse_app using (' || sorgt || ')', 'ersuchen');
  execute format('create policy eigene on %1$I to lotse_app using (' || sorgt || ')', 'einschraenkung');
  execute format('create policy lesen on %1$I for select to lotse_app using (' || sorgt || ')', 'ersuchen_kopie');
  -- The copy is frozen by the step that prepares it.
  execute format('create policy schreiben on %1$I to lotse_app using (' || sorgt || '
    and exists (select from ersuchen e where e.kreis_id = %1$I.kreis_id and e.id = %1$I.ersuchen_id
      and e.stand = ''identitaet_geprueft''))', 'ersuchen_kopie');
  execute format('create policy schreiben on %1$I to lotse_app using (exists (select from ersuchen e
    join person p on p.kreis_id = e.kreis_id and p.id = e.person_id
    where e.kreis_id = %1$I.kreis_id and e.id = %1$I.ersuchen_id and e.stand = ''identitaet_geprueft''
      and p.traeger_id = any ((select app_uuids(''app.cm_traeger''))::uuid[])
      and (p.casemanager_id is null or p.casemanager_id = any ((select app_uuids(''app.cm_konto''))::uuid[]))))',
    'ersuchen_schwaerzung');
end $$;
create policy aufsicht on ersuchen for select to lotse_app
  using (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz,traegerleitung}'));
create policy aufsicht_aufnehmen on ersuchen for insert to lotse_app
  with check (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz}'));
create policy aufsicht_entscheiden on ersuchen for update to lotse_app
  using (ersuchen_aufsicht(kreis_id, traeger_id, '{datenschutz,traegerleitung}'));
create policy im_eigenen_namen on ersuchen as restrictive for insert to lotse_app
  with check (erfasst_von = (select app_konto()) and stand = 'eingegangen');
create policy pruefen on ersuchen for select to lotse_ersuchen using (true);

create policy lesen on ersuchen_schritt for select to lotse_app
  using (exists (select from ersuchen e where e.kreis_id = ersuchen_schritt.kreis_id and e.id = ersuchen_schritt.ersuchen_id));
create policy gehen on ersuchen_schritt for insert to lotse_app
  with check (konto_id = (select app_konto()) and exists (select from ersuchen e
    where e.kreis_id = ersuchen_schritt.kreis_id and e.id = ersuchen_schritt.ersuchen_id));
create policy lesen on ersuchen_schwaerzung for select to lotse_app
  using (exists (select from ersuchen e where e.kreis_id = ersuchen_schwaerzung.kreis_id and e.id = ersuchen_schwaerzung.ersuchen_id));
create policy pruefen on ersuchen_schwaerzung for select to lotse_ersuchen using (true);
create policy aufsicht on einschraenkung for select to lotse_app
  using (exists (select from ersuchen e where e.kreis_id = einschraenkung.kreis_id and e.id = einschraenkung.ersuchen_id));
-- An objection that reaches the officer restricts at once; lifting is for those who speak with the person.
create policy aufsicht_beginnen on einschraenkung for insert to lotse_app
  with check (exists (select from ersuchen e where e.kreis_id = einschraenkung.kreis_id and e.id = einschraenkung.ersuchen_id
    and e.person_id = einschraenkung.person_id and ersuchen_aufsicht(e.kreis_id, e.traeger_id, '{datenschutz}')));
create policy pruefen on einschraenkung for select to lotse_ersuchen using (true);

create policy ersuchen on rolle for select to lotse_ersuchen using (true);
create policy ersuchen on person to lotse_ersuchen using (true);
create policy ersuchen on fall for select to lotse_ersuchen using (true);
create policy ersuchen on notiz for select to lotse_ersuchen using (true);
create policy ersuchen on nachtrag for select to lotse_ersuchen using (true);
create policy ersuchen on erfolgsbericht_entwurf for select to lotse_ersuchen using (true);
grant select (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, gueltig_ab, gueltig_bis) on rolle to lotse_ersuchen;
grant select (kreis_id, id, traeger_id, casemanager_id, gesperrt_am, eingeschraenkt_am), update (eingeschraenkt_am) on person to lotse_ersuchen;
grant select (kreis_id, id, nummer, person_id, traeger_id, casemanager_id) on fall to lotse_ersuchen;
grant select (kreis_id, id, fall_id) on erfolgsbericht_entwurf to lotse_ersuchen;
grant select on notiz, nachtrag to lotse_ersuchen;
grant select (kreis_id, id, person_id, art, stand) on ersuchen to lotse_ersuchen;
grant select (kreis_id, ersuchen_id, erfasst_von, aufgehoben_von) on ersuchen_schwaerzung to lotse_ersuchen;
grant select (kreis_id, person_id, ab, aufgehoben_am) on einschraenkung to lotse_ersuchen;

grant select, insert on ersuchen to lotse_app;
grant update (frist_am, verlaengert_am, verlaengert_grund, stand, identitaet, entscheidung, ablehnung, umfang, pruefwert,
  worte_siegel, vorbereitet_von, vorbereitet_am, freigegeben_von, freigegeben_am, uebergeben, uebergeben_am, loeschlauf_id,
  fassung) on ersuchen to lotse_app;
grant select, insert on ersuchen_schritt to lotse_app;
grant select, insert, update, delete on ersuchen_schwaerzung, ersuchen_kopie to lotse_app;
grant select, insert on einschraenkung to lotse_app;
grant update (aufgehoben_am, aufgehoben_von, mitgeteilt_am) on einschraenkung to lotse_app;

-- Rights first, owner last: what another role owns cannot be taken back any more.
do $$
declare funktion text;
begin
  foreach funktion in array array['ersuchen_aufsicht(text, uuid, text[])', 'ersuchen_zu_fall(text, text)',
    'ersuchen_notizen(text, uuid)', 'person_eingeschraenkt(text, uuid)'] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('grant execute on function %s to lotse_app, lotse_ersuchen', funktion);
    execute format('alter function %s owner to lotse_ersuchen', funktion);
  end loop;
  foreach funktion in array array['einschraenkung_gilt()', 'einschraenkung_haelt()', 'ersuchen_vier_augen()'] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('alter function %s owner to lotse_ersuchen', funktion);
  end loop;
end $$;
