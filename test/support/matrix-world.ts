import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { actorPlan, kreis, traeger, type ActorName } from './fixture.ts';
import { asAdmin, insertCase, relationPlan, type Relation, type TestCase, type World } from './relation.ts';
import { fillCase } from './matrix-fill.ts';

/** How a case stands: what it is made from, and what happened to it. */
interface Lage {
  readonly von: Relation;
  /** Who works on the case; for those whose person is locked it goes by its number. */
  readonly arbeitet: readonly ActorName[];
  /** Who reads the person besides, for a time. */
  readonly liest?: readonly ActorName[];
  /** Who sees the case by its number. */
  readonly sieht: readonly ActorName[];
  readonly gesperrt?: true;
  readonly geschuetzt?: true;
  /** Who belongs to the Träger of the Anfrage and of the appointments. */
  readonly team: readonly ActorName[];
  /** Who wrote what stands in it. */
  readonly verfasst: readonly ActorName[];
}

const alpha = ['casemanager', 'kollegin'] as const;
const norden = ['koordination', 'koordinationNorden'] as const;
const inAlpha = { sieht: norden, team: alpha } as const;

/** Fourteen ways in which a case can stand to somebody. */
export const lagen = {
  eigen: { von: 'eigen', arbeitet: ['casemanager'], verfasst: ['casemanager'], ...inAlpha },
  vertreten: { von: 'eigen', arbeitet: ['casemanager'], verfasst: [], ...inAlpha },
  kollegin: { von: 'kollegin', arbeitet: ['kollegin'], verfasst: ['kollegin'], ...inAlpha },
  offen: { von: 'offen', arbeitet: alpha, verfasst: ['casemanager'], ...inAlpha },
  fremderTraeger: {
    von: 'fremderTraeger',
    arbeitet: ['casemanagerBeta'],
    sieht: ['koordination', 'koordinationSueden'],
    team: ['casemanagerBeta'],
    verfasst: ['casemanagerBeta'],
  },
  fremderKreis: {
    von: 'fremderKreis',
    arbeitet: ['nachbarCasemanager'],
    sieht: ['nachbarKoordination'],
    team: ['nachbarCasemanager'],
    verfasst: ['nachbarCasemanager'],
  },
  geoeffnet: {
    von: 'eigen',
    arbeitet: ['casemanager'],
    liest: ['koordinationNorden'],
    verfasst: ['casemanager'],
    ...inAlpha,
  },
  oeffnungVorbei: { von: 'eigen', arbeitet: ['casemanager'], verfasst: ['casemanager'], ...inAlpha },
  notzugriff: {
    von: 'kollegin',
    arbeitet: ['kollegin'],
    liest: ['notzugriff'],
    verfasst: ['kollegin'],
    ...inAlpha,
  },
  geschuetzt: {
    von: 'kollegin',
    arbeitet: ['kollegin'],
    sieht: [],
    team: alpha,
    verfasst: ['kollegin'],
    geschuetzt: true,
  },
  geschuetztVertreten: {
    von: 'eigen',
    arbeitet: [],
    sieht: [],
    team: alpha,
    verfasst: [],
    geschuetzt: true,
  },
  gesperrt: {
    von: 'eigen',
    arbeitet: ['casemanager'],
    verfasst: ['casemanager'],
    gesperrt: true,
    ...inAlpha,
  },
  abgeschlossen: { von: 'eigen', arbeitet: ['casemanager'], verfasst: ['casemanager'], ...inAlpha },
  uebergeben: {
    von: 'eigen',
    arbeitet: ['casemanagerBeta'],
    sieht: norden,
    team: alpha,
    verfasst: ['casemanager'],
  },
} as const satisfies Record<string, Lage>;
export type LageName = keyof typeof lagen;
export const lageNamen = Object.keys(lagen) as LageName[];
export const actors = Object.keys(actorPlan) as ActorName[];

/** The declaration of a case in its widest shape. */
export function lageOf(name: LageName): Lage {
  return lagen[name];
}

/** One case of each kind, with a row in every table that holds rows of persons or cases. */
export async function insertLagen(world: World): Promise<Record<LageName, TestCase>> {
  const cases: Partial<Record<LageName, TestCase>> = {};
  for (const name of lageNamen) cases[name] = await insertCase(world, lagen[name].von);
  const all = cases as Record<LageName, TestCase>;
  const begleitend = await insertCase(world, 'eigen');
  await asAdmin(world, async (tx) => {
    for (const name of lageNamen) {
      const { cm } = relationPlan[lagen[name].von];
      await fillCase(tx, all[name], {
        world,
        konto: world.konto[cm ?? 'casemanager'],
        andererFall: name === 'geoeffnet' ? begleitend : name === 'eigen' ? undefined : all.eigen,
        andere: name === 'offen' ? undefined : all.offen,
      });
    }
    await happen(tx, world, all, begleitend);
  });
  return all;
}

async function happen(
  tx: Tx,
  world: World,
  cases: Record<LageName, TestCase>,
  begleitend: TestCase,
): Promise<void> {
  const { casemanager, koordinationNorden, notzugriff, casemanagerBeta } = world.konto;
  await tx.run(sql`insert into konto (kreis_id, id, anmeldename, name)
    values (${kreis}, ${world.konto.casemanager_abh.replace(/^.{8}/, '00000000')}, 'abwesend', 'Abwesend')`);
  const [abwesend] = await tx.all(sql<{ id: string }>`select id from konto where anmeldename = 'abwesend'`);
  await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
    values (${kreis}, ${kreis}, ${abwesend?.id}, 'casemanager', ${traeger.alpha})`);
  await tx.run(sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
    values (${kreis}, ${casemanager}, ${abwesend?.id}, ${traeger.alpha}, current_date, current_date + 1)`);
  const { geoeffnet, oeffnungVorbei, uebergeben } = cases;
  for (const { personId, fallId } of [cases.vertreten, cases.geschuetztVertreten]) {
    await tx.run(sql`update person set casemanager_id = ${abwesend?.id} where id = ${personId}`);
    await tx.run(sql`update fall set casemanager_id = ${abwesend?.id} where id = ${fallId}`);
    await tx.run(sql`update notiz set erfasst_von = ${abwesend?.id} where fall_id = ${fallId}`);
    await tx.run(sql`update beobachtung_herkunft set konto_id = ${abwesend?.id} where fall_id = ${fallId}`);
  }
  for (const [to, ab, bis] of [
    [geoeffnet, '0 hours', '2 hours'],
    [begleitend, '0 hours', '2 hours'],
    [oeffnungVorbei, '-3 hours', '-1 hours'],
  ] as const) {
    await tx.run(sql`insert into oeffnung (kreis_id, fall_id, person_id, traeger_id, kommune_id, an_konto_id, zweck,
        einverstanden_am, ab, bis, geoeffnet_von)
      select kreis_id, id, person_id, traeger_id, kommune_id, ${koordinationNorden}::uuid, 'fallkonferenz', '2023-02-01',
        now() + ${ab}::interval, now() + ${bis}::interval, ${casemanager} from fall where id = ${to.fallId}`);
  }
  await tx.run(sql`insert into notzugriff (kreis_id, fall_id, person_id, traeger_id, konto_id, grund, begruendung_siegel)
    select kreis_id, id, person_id, traeger_id, ${notzugriff}, 'gericht', 'x' from fall where id = ${cases.notzugriff.fallId}`);
  await tx.run(sql`update person set geschuetzt_am = now(), geschuetzt_grund = 'mitarbeit'
    where id in (${cases.geschuetzt.personId}, ${cases.geschuetztVertreten.personId})`);
  await tx.run(sql`update person set gesperrt_am = now() where id = ${cases.gesperrt.personId}`);
  await tx.run(
    sql`update fall_status set gueltig_bis = '2023-03-01' where fall_id = ${cases.abgeschlossen.fallId}`,
  );
  await tx.run(sql`insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab)
    values (${kreis}, ${cases.abgeschlossen.fallId}, 'abgeschlossen', 'bearbeitet', 'hand', '2023-03-01')`);
  await tx.run(
    sql`update person set traeger_id = ${traeger.beta}, casemanager_id = ${casemanagerBeta} where id = ${uebergeben.personId}`,
  );
  await tx.run(sql`update fall set casemanager_id = ${casemanagerBeta} where id = ${uebergeben.fallId}`);
}
