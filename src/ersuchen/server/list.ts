import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { ersuchenContract } from '../contract.ts';
import type { EinschraenkungZeile, ErsuchenZeile, PersonErsuchen } from '../ersuchen.ts';
import { ampelOf } from '../rules.ts';
import { readRecht } from './record.ts';
import { worksWith } from './scope.ts';

type List = typeof ersuchenContract.listErsuchen;
type ListPerson = typeof ersuchenContract.listPersonErsuchen;

type Row = Omit<ErsuchenZeile, 'person' | 'ampel'> & {
  readonly personId: string | null;
  readonly familienname: string | null;
  readonly vorname: string | null;
};

/** Requests in scope, the next deadline first; names only of persons with whom the account works. */
export async function listErsuchen({ tx, actor, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const ersuchen = await readZeilen(tx, kreisId, null, today(deps.now()));
  markLesezugriff(tx);
  const named = ersuchen.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  if (named.length > 0) {
    await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      values (${kreisId}, app_konto(), ${[...new Set(named)]}::uuid[], 'ersuchen.list')`);
  }
  return {
    ersuchen: ersuchen.map(({ zeile }) => zeile),
    abilities: {
      record: hasRolle(actor, ['casemanager', 'datenschutz'], kreisId),
      recordByNumber: hasRolle(actor, ['datenschutz'], kreisId),
    },
  };
}

/** What a person has asked for, as her case file shows it; 404 for those who do not work with her. */
export async function listPersonErsuchen({ tx, deps, params }: Call<ListPerson>): Promise<PersonErsuchen> {
  const { kreisId, personId } = params;
  const person = await tx.first(sql<{ traegerId: string }>`
    select p.traeger_id as "traegerId" from person p
    where p.kreis_id = ${kreisId} and p.id = ${personId} and ${worksWith('p')}`);
  if (!person) throw notFound();
  await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'ersuchen.list')`);
  markLesezugriff(tx);
  const einschraenkung = await tx.all(sql<EinschraenkungZeile>`
    select s.id, s.anlass, (s.ab at time zone 'Europe/Berlin')::date as ab,
      (s.aufgehoben_am at time zone 'Europe/Berlin')::date as "aufgehobenAm", e.nummer as "ersuchenNummer"
    from einschraenkung s left join ersuchen e on e.kreis_id = s.kreis_id and e.id = s.ersuchen_id
    where s.kreis_id = ${kreisId} and s.person_id = ${personId} order by s.ab desc`);
  const bestritten = await tx.all(sql<PersonErsuchen['bestritten'][number]>`
    select e.feld, e.eingegangen_am as seit, e.stand not in ('erledigt', 'abgelehnt') as offen from ersuchen e
    where e.kreis_id = ${kreisId} and e.person_id = ${personId} and e.art = 'berichtigung'
      and (e.stand not in ('erledigt', 'abgelehnt') or e.entscheidung = 'vermerkt') order by e.eingegangen_am`);
  const zeilen = await readZeilen(tx, kreisId, personId, today(deps.now()));
  return {
    ersuchen: zeilen.map(({ zeile }) => zeile),
    einschraenkung,
    bestritten,
    recht: await readRecht(tx, kreisId, person.traegerId),
  };
}

async function readZeilen(
  tx: Tx,
  kreisId: string,
  personId: string | null,
  heute: Day,
): Promise<{ zeile: ErsuchenZeile; personId: string | null }[]> {
  const rows = await tx.all(sql<Row>`
    select e.id, e.nummer, e.art, e.stand, e.traeger_id as "traegerId", e.fall_nummer as "fallNummer",
      e.eingegangen_am as "eingegangenAm", e.frist_am as "fristAm", e.verlaengert_am is not null as verlaengert,
      p.id as "personId", p.familienname, p.vorname
    from ersuchen e
    left join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and ${worksWith('p')}
    where e.kreis_id = ${kreisId} and (${personId}::uuid is null or e.person_id = ${personId}::uuid)
    order by e.stand in ('erledigt', 'abgelehnt'), e.frist_am, e.erfasst_am desc limit 500`);
  return rows.map(({ personId: id, familienname, vorname, ...row }) => ({
    personId: id,
    zeile: {
      ...row,
      person: id === null ? null : `${vorname ?? ''} ${familienname ?? ''}`.trim(),
      ampel: ampelOf(row.stand, row.fristAm, heute),
    },
  }));
}
