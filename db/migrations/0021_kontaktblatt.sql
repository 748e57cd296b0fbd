-- Where counselling is to be had is public (Konzept Kreis Unna 4.1). One function shows the open hours of a Kreis to
-- everybody, without the colleague who holds them, so that the table itself stays closed.

create policy auskunft on sprechstunde for select to lotse_auskunft using (true);
create policy auskunft on sprechstunde_ausfall for select to lotse_auskunft using (true);
grant select (kreis_id, id, standort_id, art, wochentag, von, bis, gueltig_ab, gueltig_bis) on sprechstunde to lotse_auskunft;
grant select on sprechstunde_ausfall to lotse_auskunft;

create function offene_sprechstunde(p_kreis text, p_am date)
returns table (standort_id uuid, art text, wochentag smallint, von time, bis time, ausfall date[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.standort_id, s.art, s.wochentag, s.von, s.bis,
    array(select a.am from sprechstunde_ausfall a where a.kreis_id = s.kreis_id and a.sprechstunde_id = s.id
      and a.am between p_am and p_am + 28 order by a.am)
  from sprechstunde s
  where s.kreis_id = p_kreis and s.gueltig_ab <= p_am and (s.gueltig_bis is null or s.gueltig_bis > p_am)
  order by s.wochentag, s.von
$$;
comment on function offene_sprechstunde(text, date) is 'Offene Sprechstunden eines Kreises mit den Ausfällen der nächsten vier Wochen, ohne Personen.';
alter function offene_sprechstunde(text, date) owner to lotse_auskunft;
revoke execute on function offene_sprechstunde(text, date) from public;
grant execute on function offene_sprechstunde(text, date) to lotse_app;
