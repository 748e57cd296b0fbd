-- How strongly somebody has signed in decides what she sees: without the second step no role that reads persons counts.
-- Besides, every protocol row knows from where it came, and a session when its holder last proved who she is.

alter table sitzung add column bestaetigt_am timestamptz not null default now();
comment on column sitzung.stufe is 'Wie stark angemeldet wurde: 0 = Kennwort, der zweite Schritt steht aus; 1 = Kennwort allein; 2 = mit zweitem Faktor.';
comment on column sitzung.bestaetigt_am is 'Wann zuletzt bewiesen wurde, wer davor sitzt; heikle Vorgänge verlangen, dass es eben erst war.';

alter table lesezugriff add column adresse text not null default coalesce(current_setting('app.adresse', true), '');
alter table ereignis add column adresse text not null default coalesce(current_setting('app.adresse', true), '');
comment on column lesezugriff.adresse is 'Netzadresse, von der gelesen wurde; leer bei der Kommandozeile.';
comment on column ereignis.adresse is 'Netzadresse, von der gehandelt wurde; leer bei der Kommandozeile.';

create function rolle_braucht_faktor(p_rolle text) returns boolean language sql immutable as
$$ select p_rolle not in ('traegerleitung', 'verwaltungsassistenz', 'ki_leitung', 'lenkungskreis', 'controlling', 'ministerium') $$;
comment on function rolle_braucht_faktor is 'Ob eine Rolle Personen lesen, Rechte geben oder das Protokoll lesen kann und darum den zweiten Faktor verlangt.';

drop function app_enter(text, interval, text, text);
create function app_enter(p_pruefwert text, p_leerlauf interval, p_zweck text, p_zweck_kreis text, p_adresse text)
returns table (kreis_id text, konto_id uuid, name text, sprache text, stufe smallint, demo boolean, rollen jsonb,
  faktor_noetig boolean, bestaetigt_am timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s record;
  v_rollen jsonb;
begin
  select x.kreis_id, x.konto_id, x.stufe, x.zuletzt_am, x.bestaetigt_am, k.name, k.sprache, k.demo into s
  from sitzung x join konto k on k.kreis_id = x.kreis_id and k.id = x.konto_id
  where x.pruefwert = p_pruefwert and x.stufe > 0 and x.endet_am > now() and x.zuletzt_am + p_leerlauf > now()
    and k.gesperrt_am is null;
  if not found then return; end if;
  -- Touching the session at most once a minute keeps reads free of writes.
  if s.zuletzt_am < now() - interval '1 minute' then
    update sitzung x set zuletzt_am = now() where x.pruefwert = p_pruefwert;
  end if;
  perform set_config('app.adresse', p_adresse, true);
  v_rollen := app_scope(s.kreis_id, s.konto_id, p_zweck, p_zweck_kreis);
  -- The accounts of the demo Kreise have known passwords and fictional persons; a second factor would guard nothing.
  if s.stufe < 2 and not s.demo
    and exists (select from jsonb_array_elements(v_rollen) r where rolle_braucht_faktor(r ->> 'rolle')) then
    perform app_scope(s.kreis_id, null, '', ''), set_config('app.konto_id', s.konto_id::text, true);
    return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, '[]'::jsonb, true, s.bestaetigt_am;
    return;
  end if;
  return query select s.kreis_id, s.konto_id, s.name, s.sprache, s.stufe, s.demo, v_rollen, false, s.bestaetigt_am;
end $$;
comment on function app_enter is 'Prüft die Sitzung und setzt für diese Transaktion, was das Konto sehen darf. Keine Zeile: nicht angemeldet. "faktor_noetig": ohne zweiten Faktor bleibt jede Rolle ohne Wirkung.';
