-- Extensions need the administrator; everything else belongs to lotse_owner.
create extension if not exists btree_gist;
create extension if not exists btree_gin;
create extension if not exists pg_trgm;
grant usage, create on schema public to lotse_owner;
grant usage on schema public to lotse_app, lotse_anmeldung, lotse_zaehler, lotse_suche, lotse_akte, lotse_abgleich, lotse_dublette, lotse_kalender, lotse_auskunft, lotse_sperre, lotse_partner, lotse_bestand, lotse_schutz, lotse_ersuchen, lotse_protokoll, lotse_loeschung;
grant create on schema public to lotse_suche, lotse_akte, lotse_abgleich, lotse_dublette, lotse_kalender, lotse_auskunft, lotse_sperre, lotse_partner, lotse_bestand, lotse_schutz, lotse_ersuchen, lotse_protokoll, lotse_loeschung;
revoke create on schema public from public;
