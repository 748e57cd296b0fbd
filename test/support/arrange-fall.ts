import { sql } from 'kysely';
import type { TestApp } from './app.ts';
import { actorPlan, kreis, type ActorName } from './fixture.ts';

/** Gives a case with its person and key to an account, past all rights, as a hand-over leaves it. */
export async function handOver(app: TestApp, fallId: string, to: ActorName): Promise<void> {
  const plan = actorPlan[to];
  const an = 'traegerId' in plan ? plan.traegerId : '';
  await app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const person = await tx.one(sql<{ id: string; von: string; schluessel: Buffer }>`
      select p.id, p.traeger_id as von, p.schluessel_verpackt as schluessel from person p
      join fall f on f.kreis_id = p.kreis_id and f.person_id = p.id where f.id = ${fallId}`);
    const wrapped = await app.schluessel.rewrap(tx, kreis, person.von, an, person.schluessel);
    await tx.run(sql`
      update person set traeger_id = ${an}, casemanager_id = ${app.konto[to]}, schluessel_verpackt = ${wrapped}
      where id = ${person.id}`);
    await tx.run(
      sql`update fall set traeger_id = ${an}, casemanager_id = ${app.konto[to]} where id = ${fallId}`,
    );
  });
}

/** Lets an account stand in for another from today to tomorrow. */
export async function standIn(app: TestApp, who: ActorName, forWhom: ActorName): Promise<void> {
  const plan = actorPlan[forWhom];
  await app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    await tx.run(sql`
      insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
      values (${kreis}, ${app.konto[who]}, ${app.konto[forWhom]}, ${'traegerId' in plan ? plan.traegerId : null},
        current_date, current_date + 1)`);
  });
}

/** Closes a case as of today. */
export async function closeCase(app: TestApp, fallId: string): Promise<void> {
  await app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    await tx.run(sql`update fall_status set gueltig_bis = current_date where fall_id = ${fallId}`);
    await tx.run(sql`
      insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab)
      values (${kreis}, ${fallId}, 'abgeschlossen', 'umzug', 'hand', current_date)`);
  });
}
