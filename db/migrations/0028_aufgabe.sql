-- Work in a case: tasks, notes with a level, amendments that never replace what was written, attachments.
-- Words and files are sealed in their row (ADR 0013). The levels of notes are policies, so no operation can leak them.

create table aufgabe (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  zustaendig_id uuid,
  faellig_am date,
  stand text not null default 'offen' check (stand in ('offen', 'erledigt', 'entfallen')),
  erledigt_am date,
  erledigt_von uuid,
  herkunft text not null default 'hand' check (herkunft in ('hand', 'hilfeplan', 'vermittlung', 'uebergabe')),
  herkunft_id uuid,
  text_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, zustaendig_id) references konto (kreis_id, id) on delete restrict,
  constraint erledigt_hat_tag check ((stand = 'offen') = (erledigt_am is null))
);
create index aufgabe_fall on aufgabe (kreis_id, fall_id);
create index aufgabe_offen on aufgabe (kreis_id, zustaendig_id, faellig_am) where stand = 'offen';
comment on table aufgabe is 'Was in einem Fall zu tun ist, von wem und bis wann.';
comment on column aufgabe.zustaendig_id is 'Wer sie übernimmt: ein Konto, das an dem Fall arbeitet; leer heißt: wer den Fall führt.';
comment on column aufgabe.faellig_am is 'Letzter Tag; leer heißt ohne Frist.';
comment on column aufgabe.stand is 'entfallen heißt: nicht mehr nötig.';
comment on column aufgabe.erledigt_am is 'Tag, an dem sie erledigt wurde oder entfiel.';
comment on column aufgabe.erledigt_von is 'Wer sie als erledigt oder entfallen kennzeichnete.';
comment on column aufgabe.herkunft is 'Woraus sie entstand.';
comment on column aufgabe.herkunft_id is 'Schritt des Hilfeplans oder Vermittlung, aus der sie entstand; lose, ohne Fremdschlüssel.';
comment on column aufgabe.text_siegel is 'Was zu tun ist, versiegelt.';

create table notiz (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  traeger_id uuid not null,
  ebene text not null check (ebene in ('traeger', 'fall', 'ich')),
  text_siegel bytea not null,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid not null,
  geaendert_am timestamptz,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, traeger_id) references traeger (kreis_id, id) on delete restrict
);
create index notiz_fall on notiz (kreis_id, fall_id);
comment on table notiz is 'Notiz zu einem Fall mit ihrer Ebene. Nach einer Übergabe liest der neue Träger nur die Ebene fall; die anderen bleiben liegen, bis der Fall zurückkommt oder die Person gelöscht wird.';
comment on column notiz.traeger_id is 'Träger, für den sie geschrieben wurde; bleibt nach einer Übergabe.';
comment on column notiz.ebene is 'traeger: wer im eigenen Träger an dem Fall arbeitet. fall: wer immer an ihm arbeitet, auch nach einer Übergabe. ich: nur wer sie schrieb, auch keine Vertretung.';
comment on column notiz.text_siegel is 'Text der Notiz, versiegelt.';
comment on column notiz.geaendert_am is 'Letzte Änderung in den 24 Stunden, in denen sie noch zu ändern ist.';

create table nachtrag (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  notiz_id uuid,
  kontakt_id uuid,
  text_siegel bytea not null,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid not null,
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  foreign key (kreis_id, notiz_id) references notiz (kreis_id, id) on delete cascade,
  constraint nachtrag_zu_einem check (num_nonnulls(notiz_id, kontakt_id) = 1)
);
create index nachtrag_fall on nachtrag (kreis_id, fall_id);
create index nachtrag_notiz on nachtrag (kreis_id, notiz_id);
comment on table nachtrag is 'Was zu einer Notiz oder einem Kontakt später hinzukam; der alte Text bleibt stehen, und auch ein Nachtrag wird nie geändert.';
comment on column nachtrag.kontakt_id is 'Kontakt, gleich in welcher Fassung.';
comment on column nachtrag.text_siegel is 'Text des Nachtrags, versiegelt.';

create table dokument (
  kreis_id text not null,
  id uuid not null default gen_random_uuid(),
  fall_id uuid not null,
  art text not null check (art in ('ausweis', 'bescheid', 'zeugnis', 'vertrag', 'attest', 'sonstiges')),
  am date,
  laeuft_ab_am date,
  medientyp text not null check (medientyp in ('application/pdf', 'image/png', 'image/jpeg')),
  groesse integer not null check (groesse between 1 and 10485760),
  bereinigt boolean not null,
  titel_siegel bytea,
  datei_siegel bytea,
  vorschau_siegel bytea,
  fassung integer not null default 1,
  erfasst_am timestamptz not null default now(),
  erfasst_von uuid,
  geloescht_am timestamptz,
  geloescht_von uuid,
  loeschgrund text check (loeschgrund in ('falscher_fall', 'doppelt', 'nicht_noetig', 'wunsch', 'unleserlich')),
  primary key (kreis_id, id),
  foreign key (kreis_id, fall_id) references fall (kreis_id, id) on delete cascade,
  check (laeuft_ab_am >= am),
  constraint dokument_geloescht_ist_leer check (case when geloescht_am is null
    then titel_siegel is not null and datei_siegel is not null and loeschgrund is null
    else titel_siegel is null and datei_siegel is null and vorschau_siegel is null and loeschgrund is not null end)
);
create index dokument_fall on dokument (kreis_id, fall_id);
comment on table dokument is 'Anlage zu einem Fall: am Inhalt geprüft, von Angaben über Gerät, Ort und Verfasser befreit, versiegelt. Gelöscht bleibt nur die Zeile ohne Inhalt.';
comment on column dokument.am is 'Tag, an dem es ausgestellt wurde.';
comment on column dokument.laeuft_ab_am is 'Letzter Tag, an dem es gilt.';
comment on column dokument.medientyp is 'Am Inhalt erkannt, nicht am Namen der Datei.';
comment on column dokument.groesse is 'Bytes der gespeicherten Fassung vor dem Versiegeln.';
comment on column dokument.bereinigt is 'Alle bekannten Angaben über Gerät, Ort und Verfasser sind entfernt; falsch, wo ein PDF sie in einer Form trägt, die nicht sicher umzuschreiben ist.';
comment on column dokument.titel_siegel is 'Titel, versiegelt.';
comment on column dokument.datei_siegel is 'Die Datei, versiegelt.';
comment on column dokument.vorschau_siegel is 'Kleines Bild der ersten Seite, versiegelt.';
comment on column dokument.geloescht_am is 'Seit wann nur noch die Zeile ohne Inhalt da ist.';
comment on column dokument.geloescht_von is 'Wer es gelöscht hat.';
comment on column dokument.loeschgrund is 'Warum es gelöscht wurde.';

do $$
declare tabelle text;
begin
  foreach tabelle in array array['aufgabe', 'notiz', 'nachtrag', 'dokument'] loop
    execute format('alter table %1$I enable row level security', tabelle);
    execute format('alter table %1$I force row level security', tabelle);
  end loop;
  foreach tabelle in array array['aufgabe', 'dokument'] loop
    execute format('create policy eigene on %1$I to lotse_app using (kreis_id = (select app_zweck_kreis())
      or exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
        where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id))', tabelle);
  end loop;
  -- A purpose that opens a whole Kreis opens no notes.
  foreach tabelle in array array['notiz', 'nachtrag'] loop
    execute format('create policy eigene on %1$I to lotse_app
      using (exists (select from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
        where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id
          and p.traeger_id = any ((select app_uuids(''app.cm_traeger''))::uuid[])
          and (p.casemanager_id is null or p.casemanager_id = any ((select app_uuids(''app.cm_konto''))::uuid[]))))', tabelle);
  end loop;
end $$;

-- The level of a note, over and above the work on the case.
create policy ebene on notiz as restrictive to lotse_app, lotse_akte
  using (case ebene when 'fall' then true
    when 'traeger' then traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    else erfasst_von = (select app_konto()) end);
create policy nur_im_eigenen_namen on notiz as restrictive for insert to lotse_app
  with check (erfasst_von = (select app_konto()) and traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]));
-- For 24 hours whoever wrote a note may still change it or take it back; then it stands, and amendments follow.
create policy nur_frisch_aendern on notiz as restrictive for update to lotse_app
  using (erfasst_von = (select app_konto()) and erfasst_am > now() - interval '24 hours');
create policy nur_frisch_loeschen on notiz as restrictive for delete to lotse_app
  using (erfasst_von = (select app_konto()) and erfasst_am > now() - interval '24 hours');

-- An amendment is read by whoever reads what it belongs to, and written in one's own name.
create policy wie_notiz on nachtrag as restrictive to lotse_app, lotse_akte
  using (notiz_id is null or exists (select from notiz n
    where n.kreis_id = nachtrag.kreis_id and n.id = nachtrag.notiz_id and n.fall_id = nachtrag.fall_id));
create policy nur_im_eigenen_namen on nachtrag as restrictive for insert to lotse_app
  with check (erfasst_von = (select app_konto()));

create policy akte on aufgabe for select to lotse_akte using (true);
create policy akte on notiz for select to lotse_akte using (true);
create policy akte on nachtrag for select to lotse_akte using (true);
create policy akte on dokument for select to lotse_akte using (true);
grant select on aufgabe, notiz, nachtrag to lotse_akte;
grant select (kreis_id, id, fall_id, art, am, laeuft_ab_am, medientyp, groesse, titel_siegel, erfasst_am, erfasst_von,
  geloescht_am, geloescht_von, loeschgrund) on dokument to lotse_akte;
grant select, insert, update on aufgabe, dokument to lotse_app;
grant select, insert, delete on notiz to lotse_app;
grant update (ebene, text_siegel, fassung, geaendert_am) on notiz to lotse_app;
-- No update and no delete: what was added stays as it was written.
grant select, insert on nachtrag to lotse_app;
