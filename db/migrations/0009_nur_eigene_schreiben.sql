-- Reading a case by its number (Koordination) must not allow writing it: the policies so far took one predicate for both.
-- Restrictive policies narrow insert, update and delete to own cases or an open purpose; reading stays as fast as it was.

create policy nur_eigene_loeschen on fall as restrictive for delete to lotse_app
  using ((traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      and (casemanager_id is null or casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[])))
    or kreis_id = (select app_zweck_kreis()));
create policy nur_eigene_loeschen on sonstiger_kontakt as restrictive for delete to lotse_app
  using (traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]) or kreis_id = (select app_zweck_kreis()));

do $$
declare
  tabelle text;
  eigener text := 'kreis_id = (select app_zweck_kreis())
    or exists (select from fall f where f.kreis_id = %1$I.kreis_id and f.id = %1$I.fall_id
      and f.traeger_id = any ((select app_uuids(''app.cm_traeger''))::uuid[])
      and (f.casemanager_id is null or f.casemanager_id = any ((select app_uuids(''app.cm_konto''))::uuid[])))';
begin
  foreach tabelle in array array['fall_merkmal', 'fall_status', 'fall_zustaendigkeit', 'beratungskontakt'] loop
    execute format('create policy nur_eigene_anlegen on %1$I as restrictive for insert to lotse_app with check (' || eigener || ')', tabelle);
    execute format('create policy nur_eigene_aendern on %1$I as restrictive for update to lotse_app using (' || eigener || ')', tabelle);
    execute format('create policy nur_eigene_loeschen on %1$I as restrictive for delete to lotse_app using (' || eigener || ')', tabelle);
  end loop;
end $$;

-- A hand-over is read by all who count, and written by those who hand over.
create policy nur_beteiligte_anlegen on uebergabe as restrictive for insert to lotse_app
  with check (kreis_id = (select app_zweck_kreis()));
create policy nur_beteiligte_aendern on uebergabe as restrictive for update to lotse_app
  using (kreis_id = (select app_zweck_kreis()));
create policy nur_beteiligte_loeschen on uebergabe as restrictive for delete to lotse_app
  using (kreis_id = (select app_zweck_kreis()));
-- A consent is added where a person may be named: by case management or while importing.
create policy nur_eigene_anlegen on einwilligung as restrictive for insert to lotse_app
  with check (kreis_id = (select app_zweck_kreis())
    or kreis_id || ':casemanager' = any ((select app_liste('app.rollen'))::text[]));
