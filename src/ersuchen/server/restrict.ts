import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { fieldRefusal, notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { ersuchenContract } from '../contract.ts';
import { worksWith } from './scope.ts';

interface Beginn {
  readonly kreisId: string;
  readonly personId: string;
  readonly ersuchenId: string;
  readonly anlass: string;
}

/** From this transaction on the data of the person are only kept; what was prepared to leave is stopped. */
export async function restrictPerson(
  tx: Tx,
  { kreisId, personId, ersuchenId, anlass }: Beginn,
): Promise<void> {
  const id = randomUUID();
  await tx.run(sql`
    insert into einschraenkung (kreis_id, id, person_id, ersuchen_id, anlass, erfasst_von)
    values (${kreisId}, ${id}, ${personId}, ${ersuchenId}, ${anlass}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'einschraenkung.begonnen',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { einschraenkungId: id, ersuchenId, anlass },
  });
}

type Lift = typeof ersuchenContract.liftEinschraenkung;

/** Ends a restriction after the person was told (Art. 18 (3) GDPR); not while the request behind it is undecided. */
export async function liftEinschraenkung({ tx, deps, params, body }: Call<Lift>): Promise<undefined> {
  const { kreisId, personId, einschraenkungId } = params;
  const row = await tx.first(sql<{ aufgehoben: boolean; offen: boolean }>`
    select s.aufgehoben_am is not null as aufgehoben,
      coalesce(e.stand not in ('erledigt', 'abgelehnt'), false) as offen
    from einschraenkung s join person p on p.kreis_id = s.kreis_id and p.id = s.person_id and ${worksWith('p')}
    left join ersuchen e on e.kreis_id = s.kreis_id and e.id = s.ersuchen_id
    where s.kreis_id = ${kreisId} and s.person_id = ${personId} and s.id = ${einschraenkungId} for update of s`);
  if (!row || row.aufgehoben) throw notFound();
  if (row.offen) throw new Refusal('einschraenkung-offen', 409);
  if (body.mitgeteiltAm > today(deps.now())) throw fieldRefusal('/mitgeteiltAm', 'datum-in-zukunft');
  await tx.run(sql`
    update einschraenkung set aufgehoben_am = now(), aufgehoben_von = app_konto(), mitgeteilt_am = ${body.mitgeteiltAm}
    where kreis_id = ${kreisId} and id = ${einschraenkungId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'einschraenkung.aufgehoben',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { einschraenkungId, mitgeteiltAm: body.mitgeteiltAm },
  });
}

/** Nothing of a restricted person leaves the hands that keep it (Art. 18 GDPR). */
export async function requireUneingeschraenkt(tx: Tx, kreisId: string, personId: string): Promise<void> {
  const { eingeschraenkt } = await tx.one(
    sql<{ eingeschraenkt: boolean }>`select person_eingeschraenkt(${kreisId}, ${personId}) as eingeschraenkt`,
  );
  if (eingeschraenkt) throw new Refusal('person-eingeschraenkt', 409);
}
