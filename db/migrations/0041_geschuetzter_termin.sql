-- An appointment of an especially protected person is no business of the team: neither its time nor that it exists.
-- The team sees the times of all others; what they are about comes through the case, which must be visible for it.

alter table termin add column geschuetzt_am timestamptz;
comment on column termin.geschuetzt_am is 'Wie bei der Person, um die es geht: dann sieht nur die eigene Fachkraft den Termin.';
create policy schutz on termin to lotse_schutz using (true);
grant select (kreis_id, fall_id, anfrage_id, geschuetzt_am), update (geschuetzt_am) on termin to lotse_schutz;

create function termin_schutz_erben() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.geschuetzt_am := coalesce(
    (select f.geschuetzt_am from fall f where f.kreis_id = new.kreis_id and f.id = new.fall_id),
    (select a.geschuetzt_am from anfrage a where a.kreis_id = new.kreis_id and a.id = new.anfrage_id));
  return new;
end $$;
comment on function termin_schutz_erben is 'Ein Termin ist geschützt, wenn sein Fall oder seine Anfrage es ist.';
create trigger schutz_erben before insert or update of fall_id, anfrage_id on termin for each row
  execute function termin_schutz_erben();

create function termin_schutz_folgen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update termin t set geschuetzt_am = new.geschuetzt_am
  where t.kreis_id = new.kreis_id and new.id in (t.fall_id, t.anfrage_id);
  return null;
end $$;
comment on function termin_schutz_folgen is 'Wird ein Fall oder eine Anfrage geschützt oder nicht mehr, folgen die Termine.';
create trigger schutz_folgen after update of geschuetzt_am on fall for each row
  when (new.geschuetzt_am is distinct from old.geschuetzt_am) execute function termin_schutz_folgen();
create trigger schutz_folgen after update of geschuetzt_am on anfrage for each row
  when (new.geschuetzt_am is distinct from old.geschuetzt_am) execute function termin_schutz_folgen();

do $$
declare funktion regprocedure;
begin
  foreach funktion in array array['termin_schutz_erben()', 'termin_schutz_folgen()']::regprocedure[] loop
    execute format('revoke execute on function %s from public', funktion);
    execute format('alter function %s owner to lotse_schutz', funktion);
  end loop;
end $$;

update termin t set geschuetzt_am = f.geschuetzt_am from fall f
where f.kreis_id = t.kreis_id and f.id = t.fall_id and f.geschuetzt_am is not null;
create policy nicht_geschuetzt on termin as restrictive to lotse_app
  using (geschuetzt_am is null
    or exists (select from fall f where f.kreis_id = termin.kreis_id and f.id = termin.fall_id)
    or exists (select from anfrage a where a.kreis_id = termin.kreis_id and a.id = termin.anfrage_id));
