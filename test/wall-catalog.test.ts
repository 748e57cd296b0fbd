import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAdmin, openWorld, type World } from './support/relation.ts';

let world: World & { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const runtimeRoles = [
  'lotse_app',
  'lotse_anmeldung',
  'lotse_zaehler',
  'lotse_suche',
  'lotse_akte',
  'lotse_auskunft',
  'lotse_kalender',
  'lotse_abgleich',
  'lotse_dublette',
  'lotse_sperre',
  'lotse_bestand',
  'lotse_partner',
  'lotse_loeschung',
  'lotse_protokoll',
  'lotse_schutz',
  'lotse_ersuchen',
];

/** Territory, organisations, lists and rules: no person stands in them. A new table is a person table until named here. */
const groundTables = [
  'aussenreihe',
  'behoerde',
  'behoerde_kommune',
  'codeliste',
  'kommune',
  'kreis',
  'migration',
  'ortsteil',
  'ortsteil_strasse',
  'region',
  'region_kommune',
  'regel',
  'satz',
  'stellenanteil',
  'traeger',
  'traeger_gebiet',
  'vertrag',
];

/** Tables of counselled persons and their cases: not even the owner reads past the policies. */
const personTables = [
  'abgleich',
  'abschluss',
  'abwesenheit',
  'akteur',
  'anfrage',
  'anfrage_tiefe',
  'anhang',
  'assessment',
  'assessment_bereich',
  'auffaelligkeit',
  'aufgabe',
  'aushaendigung',
  'begleitungscode',
  'beobachtung_herkunft',
  'beratungskontakt',
  'dokument',
  'doppelbetreuung',
  'einschraenkung',
  'einwilligung',
  'entbindung',
  'erfolgsbericht',
  'erfolgsbericht_entwurf',
  'erstberatung',
  'ersuchen',
  'ersuchen_kopie',
  'ersuchen_schritt',
  'ersuchen_schwaerzung',
  'fall',
  'fall_merkmal',
  'fall_status',
  'fall_verbindung',
  'fall_zustaendigkeit',
  'federfuehrung',
  'geheimtext',
  'haushalt',
  'hilfeplan',
  'hilfeplan_schritt',
  'hilfeplan_stand',
  'hilfeplan_version',
  'hilfeplan_ziel',
  'kalender_abo',
  'loeschlauf',
  'loeschlauf_posten',
  'loeschnachweis',
  'loeschsperre',
  'nachricht',
  'nachtrag',
  'notiz',
  'notzugriff',
  'oeffnung',
  'oeffnung_wunsch',
  'person',
  'person_merkmal',
  'person_verschieden',
  'protokollblock',
  'selbststand',
  'sonstiger_kontakt',
  'sprechstunde',
  'sprechstunde_ausfall',
  'termin',
  'uebergabe',
  'uebergabe_anfrage',
  'uebergabe_anfrage_fall',
  'uebergabeblatt',
  'uebernahme_stand',
  'unterschrift',
  'vermittlung',
  'vermittlung_stand',
  'warteliste',
  'weitergabe',
  'zusammenfuehrung',
];

async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  return (await asAdmin(world, (tx) => tx.all(query))).map(({ name }) => name);
}

test('the roles of the running server are neither superusers nor allowed past row-level security', async () => {
  const roles = await asAdmin(world, (tx) =>
    tx.all(sql<{ name: string; zuviel: boolean }>`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as zuviel
      from pg_roles where rolname = any(${runtimeRoles}) order by 1`),
  );
  expect(roles).toEqual(runtimeRoles.toSorted().map((name) => ({ name, zuviel: false })));
});

test('the login of the running server owns nothing, and is a member of the two narrower roles only', async () => {
  const owned = await names(sql`
    select relname as name from pg_class where relowner = 'lotse_app'::regrole
    union all select proname from pg_proc where proowner = 'lotse_app'::regrole
    union all select nspname from pg_namespace where nspowner = 'lotse_app'::regrole
    union all select datname from pg_database where datdba = 'lotse_app'::regrole`);
  expect(owned).toEqual([]);
  const member = await names(sql`
    select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
    where m.member = 'lotse_app'::regrole order by 1`);
  expect(member).toEqual(['lotse_anmeldung', 'lotse_zaehler']);
});

test('every table outside the ground data has row-level security, forced where persons stand', async () => {
  const open = await names(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`);
  expect(open).toEqual(groundTables.toSorted());
  const forced = await names(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`);
  expect(forced).toEqual(personTables);
});

test('every table that names a person or a case by its key is one of the person tables', async () => {
  const tables = await names(sql`
    select distinct table_name::text as name from information_schema.columns
    where table_schema = 'public' and column_name in ('person_id', 'fall_id') and data_type = 'uuid' order by 1`);
  expect(tables.filter((name) => !personTables.includes(name))).toEqual([]);
});

test('functions with the rights of their owner have a fixed search path, and views have none', async () => {
  const loose = await names(sql`
    select proname as name from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace
      and not coalesce(array_to_string(proconfig, ';') ~ '(^|;)search_path=', false)`);
  expect(loose).toEqual([]);
  const views = await names(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(array_to_string(reloptions, ';') like '%security_invoker=true%', false)`);
  expect(views).toEqual([]);
});

test('no function with the rights of its owner is called by everybody', async () => {
  const open = await names(sql`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
    order by 1`);
  expect(open).toEqual([]);
});

test('nobody at runtime changes or deletes the log', async () => {
  const rights = await names(sql`
    select r || ' ' || p || ' ' || t as name
    from unnest(${runtimeRoles}::text[]) r, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p,
      unnest(array['ereignis', 'lesezugriff']) t
    where has_table_privilege(r, t, p) or (p = 'UPDATE' and has_any_column_privilege(r, t, p))`);
  expect(rights).toEqual([]);
});

test('counting never reads names, the request role never reads passwords, sessions or tries', async () => {
  const rights = await names(sql`
    select r || ' ' || t as name
    from (values ('lotse_zaehler', array['person', 'einwilligung', 'geheimtext', 'konto', 'lesezugriff', 'entwurf']),
      ('lotse_app', array['kennwort', 'sitzung', 'anmeldeversuch', 'einladung', 'anbieter_vorgang']),
      ('lotse_anmeldung', array['person', 'fall', 'geheimtext', 'einwilligung', 'beratungskontakt', 'lesezugriff']),
      ('lotse_akte', array['kennwort', 'sitzung', 'anmeldeversuch', 'rolle', 'lesezugriff', 'entwurf', 'traeger_schluessel']),
      ('lotse_kalender', array['person', 'fall', 'anfrage', 'geheimtext', 'kennwort', 'sitzung', 'vertretung', 'entwurf']),
      ('lotse_abgleich', array['geheimtext', 'einwilligung', 'beratungskontakt', 'sitzung', 'kennwort']),
      ('lotse_dublette', array['geheimtext', 'einwilligung', 'beratungskontakt', 'konto', 'sitzung', 'begleitungscode']),
      ('lotse_bestand', array['geheimtext', 'einwilligung', 'beratungskontakt', 'sitzung', 'kennwort', 'lesezugriff']),
      ('lotse_sperre', array['fall', 'geheimtext', 'konto', 'sitzung', 'kennwort', 'begleitungscode', 'anhang']),
      ('lotse_schutz', array['geheimtext', 'einwilligung', 'beratungskontakt', 'sitzung', 'kennwort', 'entwurf', 'notiz']),
      ('lotse_protokoll', array['geheimtext', 'einwilligung', 'beratungskontakt', 'sitzung', 'kennwort', 'entwurf', 'termin', 'notiz']),
      ('lotse_partner', array['geheimtext', 'einwilligung', 'beratungskontakt', 'sitzung', 'kennwort', 'entwurf', 'termin']),
      ('lotse_loeschung', array['konto', 'sitzung', 'kennwort', 'lesezugriff', 'ereignis', 'traeger_schluessel', 'vordruck']),
      ('lotse_suche', array['fall', 'geheimtext', 'einwilligung', 'beratungskontakt', 'konto', 'sitzung'])) v (r, tables),
      unnest(tables) t
    where has_any_column_privilege(r, t, 'SELECT')`);
  expect(rights).toEqual([]);
});

test('nobody at runtime truncates, creates tables or switches a policy off', async () => {
  const rights = await names(sql`
    select r || ' ' || c.relname as name
    from unnest(${runtimeRoles}::text[]) r, pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege(r, c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
    union all
    select r || ' create' from unnest(array['lotse_app', 'lotse_anmeldung', 'lotse_zaehler']) r
    where has_schema_privilege(r, 'public', 'CREATE')`);
  expect(rights).toEqual([]);
});
