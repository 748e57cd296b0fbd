import { sql } from 'kysely';
import { mayChangeFall } from '#src/fall/server/policy.ts';
import { caresFor, seesFall } from '#src/fall/server/scope.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontaktEingabe } from '../kontakt.ts';
import type { KontaktLage } from '../rules.ts';

interface Row extends KontaktLage {
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly eigen: boolean;
  readonly personId: string | null;
  readonly schluessel: Buffer | null;
}

/** Case and person of a contact, locked, with everything the rules ask: one statement. */
export async function loadKontaktLage(
  tx: Tx,
  actor: Actor,
  ort: { readonly kreisId: string; readonly fallId: string },
  kontakt: Pick<KontaktEingabe, 'am' | 'lebensbereich'>,
): Promise<
  KontaktLage & { traegerId: string; casemanagerId: string | null; personId: string; schluessel: Buffer }
> {
  const am: Day = kontakt.am;
  const row = await tx.first(sql<Row>`
    select f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId", f.aufgenommen_am as "aufgenommenAm",
      ${caresFor('f')} as eigen, p.id as "personId", p.schluessel_verpackt as schluessel,
      (select s.gueltig_ab from fall_status s where s.kreis_id = f.kreis_id and s.fall_id = f.id
        and s.ersetzt_am is null and s.status = 'abgeschlossen' and s.gueltig_ab <= ${am}::date
        and (s.gueltig_bis is null or s.gueltig_bis > ${am}::date)) as "abgeschlossenAb",
      (select json_build_object('erteiltAm', e.erteilt_am, 'widerrufenAm', e.widerrufen_am, 'ablaufAm', e.ablauf_am)
        from einwilligung e where e.kreis_id = p.kreis_id and e.id = p.einwilligung_id) as einwilligung,
      array(select w.code from unnest(${kontakt.lebensbereich}::text[]) as w (code)
        where not exists (select from codeliste c where c.kreis_id = f.kreis_id and c.liste = 'lebensbereich'
          and c.code = w.code and c.gueltig_ab <= ${am}::date and (c.gueltig_bis is null or c.gueltig_bis > ${am}::date))
      ) as unbekannt
    from fall f
    left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${ort.kreisId} and f.id = ${ort.fallId} and ${seesFall('f', actor, ort.kreisId)}
    for update of f`);
  if (!row) throw notFound();
  const { personId, schluessel } = row;
  if (!mayChangeFall(row)) throw new Refusal('nicht-erlaubt', 403);
  if (personId === null || schluessel === null) throw notFound();
  return { ...row, personId, schluessel };
}
