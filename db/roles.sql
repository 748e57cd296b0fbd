-- The roles of the two walls. Run by the database administrator before every migration, idempotent.
-- lotse_owner owns every table; lotse_app is the only login of the running server and owns nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lotse_owner') then
    create role lotse_owner nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'lotse_app') then
    create role lotse_app login noinherit nobypassrls;
  end if;
  -- Sign-in reads passwords and sessions, nothing else may.
  if not exists (select from pg_roles where rolname = 'lotse_anmeldung') then
    create role lotse_anmeldung nologin noinherit nobypassrls;
  end if;
  -- Counting reads anonymous facts, never a name.
  if not exists (select from pg_roles where rolname = 'lotse_zaehler') then
    create role lotse_zaehler nologin noinherit nobypassrls;
  end if;
  -- Owns the one search function over names; reads only person, only through that function.
  if not exists (select from pg_roles where rolname = 'lotse_suche') then
    create role lotse_suche nologin noinherit nobypassrls;
  end if;
  -- Owns the one function that opens a case; reads cases only through it.
  if not exists (select from pg_roles where rolname = 'lotse_akte') then
    create role lotse_akte nologin noinherit nobypassrls;
  end if;
  -- Owns the functions of the blind check against double care; the only reader of its codes.
  if not exists (select from pg_roles where rolname = 'lotse_abgleich') then
    create role lotse_abgleich nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that find and link duplicates inside one Träger.
  if not exists (select from pg_roles where rolname = 'lotse_dublette') then
    create role lotse_dublette nologin noinherit nobypassrls;
  end if;
  -- Owns what a calendar link opens without a session, and what one's own absences are.
  if not exists (select from pg_roles where rolname = 'lotse_kalender') then
    create role lotse_kalender nologin noinherit nobypassrls;
  end if;
  -- Owns the one function that shows the open consultation hours to everybody.
  if not exists (select from pg_roles where rolname = 'lotse_auskunft') then
    create role lotse_auskunft nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that lock a person after a withdrawal and unlock her after a new consent.
  if not exists (select from pg_roles where rolname = 'lotse_sperre') then
    create role lotse_sperre nologin noinherit nobypassrls;
  end if;
  -- Owns the functions through which the account of a partner office sees what was sent to that office.
  if not exists (select from pg_roles where rolname = 'lotse_partner') then
    create role lotse_partner nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that hand over the whole caseload of a colleague inside her Träger.
  if not exists (select from pg_roles where rolname = 'lotse_bestand') then
    create role lotse_bestand nologin noinherit nobypassrls;
  end if;
  -- Owns the functions behind the rights of the person: who oversees, what is restricted, which notes belong into a copy.
  if not exists (select from pg_roles where rolname = 'lotse_ersuchen') then
    create role lotse_ersuchen nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that seal and read the protocol; the only one that may add a block to its chain.
  if not exists (select from pg_roles where rolname = 'lotse_protokoll') then
    create role lotse_protokoll nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that erase a person after two accounts wanted it; reads no name and no word.
  if not exists (select from pg_roles where rolname = 'lotse_loeschung') then
    create role lotse_loeschung nologin noinherit nobypassrls;
  end if;
  -- Owns the functions that protect a person, open a case in an emergency and end what was opened.
  if not exists (select from pg_roles where rolname = 'lotse_schutz') then
    create role lotse_schutz nologin noinherit nobypassrls;
  end if;
end $$;
grant lotse_anmeldung, lotse_zaehler to lotse_app;
do $$
begin
  execute format('grant lotse_owner, lotse_suche, lotse_akte to %I', current_user);
  execute 'grant lotse_suche, lotse_akte, lotse_abgleich, lotse_dublette, lotse_kalender, lotse_auskunft, lotse_sperre, lotse_partner, lotse_bestand, lotse_ersuchen, lotse_protokoll, lotse_loeschung, lotse_schutz to lotse_owner';
exception when others then
  if sqlerrm not like '%is a member of role%' then raise; end if;
end $$;
