-- The second wall: row-level security for the runtime role, which owns nothing and cannot bypass it.
-- lotse_app sees named persons of its own cases; lotse_zaehler sees anonymous facts within the counting scope.

alter table person enable row level security;               alter table person force row level security;
alter table einwilligung enable row level security;         alter table einwilligung force row level security;
alter table geheimtext enable row level security;           alter table geheimtext force row level security;
alter table fall enable row level security;                 alter table fall force row level security;
alter table fall_merkmal enable row level security;         alter table fall_merkmal force row level security;
alter table fall_status enable row level security;          alter table fall_status force row level security;
alter table fall_zustaendigkeit enable row level security;  alter table fall_zustaendigkeit force row level security;
alter table uebergabe enable row level security;            alter table uebergabe force row level security;
alter table beratungskontakt enable row level security;     alter table beratungskontakt force row level security;
alter table sonstiger_kontakt enable row level security;    alter table sonstiger_kontakt force row level security;
alter table ereignis enable row level security;
alter table lesezugriff enable row level security;
alter table idempotenz enable row level security;
alter table entwurf enable row level security;
alter table ansicht enable row level security;
alter table uebernahme enable row level security;
alter table uebernahme_herkunft enable row level security;
alter table uebernahme_profil enable row level security;
alter table konto enable row level security;
alter table rolle enable row level security;
alter table vertretung enable row level security;
alter table kennwort enable row level security;
alter table sitzung enable row level security;
alter table anmeldeversuch enable row level security;
alter table traeger_schluessel enable row level security;

-- Own cases and those substituted for; a case that nobody has yet belongs to the team of its Träger.
create policy eigene on person to lotse_app
  using ((traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (casemanager_id is null or casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[])))
    or kreis_id = (select app_zweck_kreis()));
create policy eigene on fall to lotse_app
  using ((traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (casemanager_id is null or casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[])))
    or kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id = any ((select app_liste('app.ko_kommune'))::text[])
    or kreis_id = (select app_zweck_kreis()))
  with check ((traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (casemanager_id is null or casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[])))
    or kreis_id = (select app_zweck_kreis()));
create policy eigene on einwilligung to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from person p where p.kreis_id = einwilligung.kreis_id and p.id = einwilligung.person_id))
  with check (kreis_id = (select app_zweck_kreis()) or kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy eigene on geheimtext to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from person p where p.kreis_id = geheimtext.kreis_id and p.id = geheimtext.person_id));
create policy eigene on fall_merkmal to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from fall f where f.kreis_id = fall_merkmal.kreis_id and f.id = fall_merkmal.fall_id));
create policy eigene on fall_status to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from fall f where f.kreis_id = fall_status.kreis_id and f.id = fall_status.fall_id));
create policy eigene on fall_zustaendigkeit to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from fall f where f.kreis_id = fall_zustaendigkeit.kreis_id and f.id = fall_zustaendigkeit.fall_id));
create policy eigene on uebergabe to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy eigene on beratungskontakt to lotse_app
  using (kreis_id = (select app_zweck_kreis())
    or exists (select from fall f where f.kreis_id = beratungskontakt.kreis_id and f.id = beratungskontakt.fall_id));
create policy eigene on sonstiger_kontakt to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    or kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
    or kommune_id = any ((select app_liste('app.ko_kommune'))::text[])
    or kreis_id = (select app_zweck_kreis()))
  with check (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]) or kreis_id = (select app_zweck_kreis()));

-- Counting: the role sees facts only, and of them only the scope in which the actor may count.
create policy zaehlen on fall for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.zaehl_gesamt'))::text[])
    or kommune_id = any ((select app_liste('app.zaehl_kommune'))::text[])
    or (kreis_id = any ((select app_liste('app.zaehl_kreis'))::text[]) and cardinality((select app_uuids('app.zaehl_traeger'))) > 0));
create policy zaehlen on fall_zustaendigkeit for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.zaehl_gesamt'))::text[])
    or traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[])
    or (kreis_id = any ((select app_liste('app.kreis'))::text[]) and cardinality((select app_liste('app.zaehl_kommune'))) > 0));
create policy zaehlen on fall_status for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on fall_merkmal for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on uebergabe for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on beratungskontakt for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy zaehlen on sonstiger_kontakt for select to lotse_zaehler
  using (kreis_id = any ((select app_liste('app.zaehl_gesamt'))::text[])
    or kommune_id = any ((select app_liste('app.zaehl_kommune'))::text[])
    or traeger_id = any ((select app_uuids('app.zaehl_traeger'))::uuid[]));

create policy kollegen on konto for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy verwalten on konto to lotse_app
  using (kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on rolle for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));
create policy verwalten on rolle to lotse_app
  using (kreis_id || ':administration' = any ((select app_liste('app.rollen'))::text[]));
create policy kollegen on vertretung for select to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));

create policy anmelden on konto for select to lotse_anmeldung using (true);
create policy sprache on konto for update to lotse_anmeldung using (id = (select app_konto()));
create policy anmelden on kennwort to lotse_anmeldung using (true);
create policy anmelden on sitzung to lotse_anmeldung using (true);
create policy anmelden on anmeldeversuch to lotse_anmeldung using (true);

create policy schreiben on ereignis for insert to lotse_app, lotse_anmeldung with check (true);
create policy lesen on ereignis for select to lotse_app
  using (exists (select from fall f where f.kreis_id = ereignis.kreis_id and f.id = ereignis.gegenstand_id)
    or konto_id = (select app_konto()));
create policy schreiben on lesezugriff for insert to lotse_app with check (konto_id = (select app_konto()));
create policy lesen on lesezugriff for select to lotse_app
  using (kreis_id || ':datenschutz' = any ((select app_liste('app.rollen'))::text[]));
create policy eigene on idempotenz to lotse_app using (konto_id = (select app_konto()));
create policy eigene on entwurf to lotse_app using (konto_id = (select app_konto()));
create policy eigene on ansicht to lotse_app using (konto_id = (select app_konto()));
create policy einlesen on uebernahme to lotse_app
  using (kreis_id || ':uebernahme' = any ((select app_liste('app.rollen'))::text[]));
create policy einlesen on uebernahme_herkunft to lotse_app
  using (kreis_id || ':uebernahme' = any ((select app_liste('app.rollen'))::text[]));
create policy einlesen on uebernahme_profil to lotse_app
  using (kreis_id || ':uebernahme' = any ((select app_liste('app.rollen'))::text[]));
create policy lesen on traeger_schluessel to lotse_app
  using (kreis_id = any ((select app_liste('app.kreis'))::text[]));

grant select on kreis, kommune, ortsteil, ortsteil_strasse, region, region_kommune, traeger, standort, traeger_gebiet,
  behoerde, behoerde_kommune, vertrag, stellenanteil, satz, aussenreihe, codeliste, regel to lotse_app, lotse_zaehler;
grant insert, update (ersetzt_am, gueltig_bis) on regel to lotse_app;
grant select on konto, rolle, vertretung to lotse_app;
grant insert, update on konto, rolle to lotse_app;
grant select, update (sprache) on konto to lotse_anmeldung;
grant select, insert, update on kennwort to lotse_anmeldung;
grant select, insert, update, delete on sitzung to lotse_anmeldung;
grant select, insert, delete on anmeldeversuch to lotse_anmeldung;
grant insert on ereignis to lotse_app, lotse_anmeldung;
grant select on ereignis to lotse_app;
grant insert, select on lesezugriff to lotse_app;
grant select, insert on traeger_schluessel to lotse_app;
grant select, insert, update, delete on person, einwilligung, geheimtext, fall, fall_merkmal, fall_status, uebergabe,
  fall_zustaendigkeit, beratungskontakt, sonstiger_kontakt, idempotenz, entwurf, ansicht, uebernahme_profil,
  uebernahme_herkunft to lotse_app;
grant select, insert, update on uebernahme to lotse_app;
grant select on fall, fall_merkmal, fall_status, fall_zustaendigkeit, uebergabe, beratungskontakt, sonstiger_kontakt
  to lotse_zaehler;
revoke execute on function app_scope(text, uuid, text, text) from public;
grant execute on function app_scope(text, uuid, text, text) to lotse_app;

-- Trigram operators are not leak-proof, so row-level security would hide their index. This function repeats the
-- predicate of the policy itself and answers ids only; the names are then read through the policy.
create policy suchen on person for select to lotse_suche using (true);
grant select on person to lotse_suche;
create function person_suche(p_form text, p_laut text, p_anzahl int)
returns table (kreis_id text, person_id uuid, aehnlichkeit real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  v_traeger uuid[] := app_uuids('app.cm_traeger');
  v_konto uuid[] := app_uuids('app.cm_konto');
begin
  -- Sound keys are short: half of one is chance, so only nearly equal ones count.
  return query
    select h.kreis_id, h.id, greatest(h.form, case when h.laut >= 0.8 then 0.95::real * h.laut end) as a
    from (
      select p.kreis_id, p.id, word_similarity(p_form, p.suchform) as form, word_similarity(p_laut, p.suchlaut) as laut,
        p.suchform like '%' || p_form || '%' as darin
      from person p
      where p_form <> '' and p.traeger_id = any (v_traeger)
        and (p.casemanager_id is null or p.casemanager_id = any (v_konto))
        and (p_form <% p.suchform or p_laut <% p.suchlaut or p.suchform like '%' || p_form || '%')
    ) h
    where h.form >= 0.45 or h.laut >= 0.8 or h.darin
    order by a desc, h.id
    limit p_anzahl;
end $$;
alter function person_suche(text, text, int) owner to lotse_suche;
revoke execute on function person_suche(text, text, int) from public;
grant execute on function person_suche(text, text, int) to lotse_app;
