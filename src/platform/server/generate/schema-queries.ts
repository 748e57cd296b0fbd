/** Extensions that the migrations rely on. */
export const extensions = `
  select format('create extension if not exists %I;', extname) as statement
  from pg_extension where extname <> 'plpgsql' order by extname`;

/** Indexes of a table that no constraint made. */
export const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as statement
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = $1)
  order by c.relname`;

/** Row-level security policies of a table. */
export const policies = `
  select format('create policy %I on %I', p.polname, c.relname)
    || case when p.polpermissive then '' else ' as restrictive' end
    || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
      when 'd' then ' for delete' else '' end
    || ' to ' || (select string_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', ' order by 1)
      from unnest(p.polroles) r)
    || coalesce(E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
    || coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' as statement
  from pg_policy p join pg_class c on c.oid = p.polrelid where p.polrelid = $1 order by p.polname`;

/** Triggers of a table. */
export const triggers = `
  select pg_get_triggerdef(oid) || ';' as statement
  from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`;

/** Rights on a table or its columns that others than its owner hold. */
export const relationGrants = `
  with held as (
    select c.relname, x.grantee, lower(x.privilege_type) as privilege, null::name as attname
    from pg_class c, aclexplode(c.relacl) x where c.oid = $1 and x.grantee <> c.relowner
    union all
    select c.relname, x.grantee, lower(x.privilege_type), a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
    where c.oid = $1 and x.grantee <> c.relowner
  ), by_privilege as (
    select relname, grantee, case when count(attname) = 0 then privilege
      else format('%s (%s)', privilege, string_agg(quote_ident(attname), ', ' order by attname)) end as privilege
    from held group by relname, grantee, held.privilege, attname is null
  )
  select format('grant %s on %I to %s;', string_agg(privilege, ', ' order by privilege), relname,
    case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as statement
  from by_privilege group by relname, grantee order by pg_get_userbyid(grantee)`;

const ownFunctions = `
  pg_proc p where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

const signature = `format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid))`;

/** Functions with owner, rights and comment. */
export const functions = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
    || case when pg_get_userbyid(p.proowner) = 'lotse_owner' then ''
      else format(E'\\nalter function %s owner to %I;', ${signature}, pg_get_userbyid(p.proowner)) end
    || case when p.proacl is not null and not exists (select from aclexplode(p.proacl) x where x.grantee = 0)
      then format(E'\\nrevoke execute on function %s from public;', ${signature}) else '' end
    || coalesce((select string_agg(format(E'\\ngrant execute on function %s to %I;', ${signature},
        pg_get_userbyid(x.grantee)), '' order by pg_get_userbyid(x.grantee))
      from aclexplode(p.proacl) x where x.grantee not in (0, p.proowner)), '')
    || coalesce(E'\\n' || 'comment on function ' || ${signature} || ' is '
      || quote_literal(obj_description(p.oid, 'pg_proc')) || ';', '')
    as statement
  from ${ownFunctions} order by p.proname, pg_get_function_identity_arguments(p.oid)`;
