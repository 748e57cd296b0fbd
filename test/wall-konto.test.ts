import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPlan, kreis, traeger, type ActorName } from './support/fixture.ts';
import { asActor, attempt, openWorld, type World } from './support/relation.ts';

const service = { kreis: randomUUID(), alpha: randomUUID(), beta: randomUUID() };
let world: World & { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld();
  await world.owner(async (tx) => {
    // An administrator of the whole Kreis comes with the fixture; this one is limited to Alpha.
    await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
      values (${kreis}, ${kreis}, ${world.konto.traegerleitung}, 'administration', ${traeger.alpha})`);
    for (const [traegerId, id] of [
      [null, service.kreis],
      [traeger.alpha, service.alpha],
      [traeger.beta, service.beta],
    ])
      await tx.run(sql`insert into anbieter (kreis_id, id, traeger_id, name, aussteller, client_id, geheimnis_siegel, aktiv)
        values (${kreis}, ${id}, ${traegerId}, 'Dienst', 'https://anmeldung.example', 'lotse', 'x', true)`);
    await tx.run(sql`insert into anbieter_rolle (kreis_id, anbieter_id, wert, rolle, traeger_id)
      values (${kreis}, ${service.alpha}, 'cm', 'casemanager', ${traeger.alpha})`);
    await tx.run(sql`insert into konto_anbieter (kreis_id, konto_id, anbieter_id, subjekt)
      values (${kreis}, ${world.konto.kollegin}, ${service.alpha}, 's')`);
    await tx.run(sql`insert into einladung (kreis_id, konto_id, art, pruefwert, gueltig_bis)
      values (${kreis}, ${world.konto.kollegin}, 'kennwort', ${'0'.repeat(64)}, now() + interval '1 day')`);
    await tx.run(sql`insert into konto (kreis_id, anmeldename, name)
      values (${kreis}, ${`kommandozeile.${kreis}`}, 'Kommandozeile')`);
  });
});
afterAll(() => world.close());

const actors = Object.keys(actorPlan) as ActorName[];
/** Accounts whose roles all hold at Alpha. */
const ofAlpha: readonly ActorName[] = [
  'casemanager',
  'kollegin',
  'casemanager_abh',
  'traegerleitung',
  'notzugriff',
];
const inKreis = actors.filter((name) => actorPlan[name].kreisId === kreis);

/** Accounts that somebody administers. */
function administered(by: ActorName): readonly ActorName[] {
  return by === 'administration' ? inKreis : by === 'traegerleitung' ? ofAlpha : [];
}

describe.each(actors)('%s as SQL', (by) => {
  test('changes the accounts that the role reaches, and not that of the command line', async () => {
    for (const of of actors) {
      const outcome = await attempt(
        world,
        by,
        sql`update konto set gesperrt_am = now() where id = ${world.konto[of]}`,
      );
      expect([of, outcome]).toEqual([of, administered(by).includes(of) ? 1 : 0]);
    }
    const machine = sql`update konto set email = 'x@y.example' where anmeldename like 'kommandozeile.%'`;
    expect(await attempt(world, by, machine)).toBe(0);
  });

  test('gives roles to others of its accounts only, at places that it administers', async () => {
    const give = (of: ActorName, rolle: string, traegerId: string | null) =>
      attempt(
        world,
        by,
        sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
          values (${kreis}, ${actorPlan[of].kreisId}, ${world.konto[of]}, ${rolle}, ${traegerId})`,
      );
    for (const of of actors) {
      const reached = by !== of && administered(by).includes(of);
      expect([of, await give(of, 'casemanager', traeger.alpha)]).toEqual([of, reached ? 1 : 'refused']);
      const whole = reached && by === 'administration';
      expect([of, await give(of, 'casemanager', traeger.beta)]).toEqual([of, whole ? 1 : 'refused']);
      expect([of, await give(of, 'koordination', null)]).toEqual([of, whole ? 1 : 'refused']);
      // It would look like a limit and open the whole Kreis.
      expect([of, await give(of, 'koordination', traeger.alpha)]).toEqual([of, 'refused']);
    }
  });

  test('ends roles of others only', async () => {
    for (const of of actors) {
      const outcome = await attempt(
        world,
        by,
        sql`update rolle set gueltig_bis = now() where konto_id = ${world.konto[of]} and rolle = ${actorPlan[of].rolle}`,
      );
      const reached = by !== of && administered(by).includes(of);
      expect([of, outcome]).toEqual([of, reached ? 1 : 0]);
    }
  });

  test('sees the sign-in services of its places, never a secret, a link or when somebody signed in', async () => {
    const ids = await asActor(world, by, (tx) => tx.all(sql<{ id: string }>`select id from anbieter`));
    const wanted =
      by === 'administration' ? Object.values(service) : by === 'traegerleitung' ? [service.alpha] : [];
    expect(ids.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    for (const table of ['anbieter_rolle', 'konto_anbieter']) {
      const rows = await asActor(world, by, (tx) => tx.all(sql`select from ${sql.table(table)}`));
      expect([table, rows.length]).toEqual([table, wanted.includes(service.alpha) ? 1 : 0]);
    }
    for (const secret of [
      sql`select geheimnis_siegel from anbieter`,
      sql`select from einladung`,
      sql`select from anbieter_vorgang`,
      sql`select zuletzt_am from konto`,
      sql`select endet_am from konto`,
      sql`select konto_zustand(${kreis}, ${world.konto.kollegin})`,
    ])
      expect(await attempt(world, by, secret)).toBe('refused');
  });
});

test('sign-in gives no role by itself but what a service of that Träger stands for, and takes no other away', async () => {
  const asSignIn = (statement: ReturnType<typeof sql>) =>
    world.db.asNobody((tx) => tx.as('lotse_anmeldung', () => tx.run(statement)));
  const give = (anbieterId: string | null, rolle: string, traegerId: string) =>
    asSignIn(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, anbieter_id)
      values (${kreis}, ${kreis}, ${world.konto.lenkungskreis}, ${rolle}, ${traegerId}, ${anbieterId})`);
  await expect(give(null, 'casemanager', traeger.alpha)).rejects.toMatchObject({ code: '42501' });
  await expect(give(service.alpha, 'administration', traeger.alpha)).rejects.toMatchObject({ code: '42501' });
  await expect(give(service.alpha, 'casemanager', traeger.beta)).rejects.toMatchObject({ code: '42501' });
  expect(await give(service.alpha, 'casemanager', traeger.alpha)).toBe(1);
  expect(
    await asSignIn(sql`update rolle set gueltig_bis = now() + interval '1 day' where anbieter_id is null`),
  ).toBe(0);
});

test('without the second factor an administrator reaches nothing, whatever the roles say', async () => {
  const rows = await world.db.asNobody(async (tx) => {
    await tx.run(sql`select set_config('app.konto_id', ${world.konto.administration}, true),
      set_config('app.konto_kreis', ${kreis}, true)`);
    return tx.run(sql`update konto set gesperrt_am = now()`);
  });
  expect(rows).toBe(0);
});
