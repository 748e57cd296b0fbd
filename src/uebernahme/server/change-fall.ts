import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { changePerson } from '#src/person/server/change.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { sealText } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { FallPlan } from '../plan.ts';
import { holderOf } from '../rules.ts';
import { hex, insertRows } from './insert-rows.ts';
import { angabenText, openRun, pruefwert, uebergabeId, zeitraum, type Lauf } from './lauf.ts';
import type { BekannterFall } from './load-ist.ts';
import { standContext } from './write-fall.ts';

/** Context of the seal around what a run found before it changed a case. */
export function vorherContext(uebernahmeId: string, fallId: string): string {
  return `uebernahme_herkunft:${uebernahmeId}:${fallId}`;
}

/** Carries out what a later edition changes in one case, and keeps sealed what was there before. */
export async function changeFall(lauf: Lauf, fall: BekannterFall, plan: FallPlan): Promise<void> {
  if (lauf.probe) return;
  await openRun(lauf);
  const { tx, kreisId } = lauf;
  const { fallId } = fall;
  await keepBefore(lauf, fall);
  for (const [table, ids] of [
    ['fall_merkmal', plan.merkmal.ersetzt],
    ['fall_status', plan.status.ersetzt],
    ['fall_zustaendigkeit', plan.zustaendigkeit.ersetzt],
  ] as const) {
    await supersede(lauf, table, ids);
  }
  await writeHistories(lauf, fall, plan);
  await writePerson(lauf, fall, plan);
  await writeFallRow(lauf, fall, plan);
  await tx.run(sql`
    update uebernahme_stand set uebernahme_id = ${lauf.id}, pruefwert = ${pruefwert(lauf, plan.stand)},
      siegel = ${sealText(fall.key, angabenText(plan.stand), standContext(fallId))}
    where kreis_id = ${kreisId} and fall_id = ${fallId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { uebernahmeId: lauf.id, felder: plan.geaendert },
  });
}

async function keepBefore(
  lauf: Lauf,
  { fallId, personId, einwilligungId, key }: BekannterFall,
): Promise<void> {
  const { tx, kreisId } = lauf;
  const { vorher } = await tx.one(sql<{ vorher: string }>`
    select jsonb_build_object('fall', to_jsonb(f), 'person', to_jsonb(p), 'einwilligung', to_jsonb(e), 'stand', to_jsonb(s))::text as vorher
    from fall f, person p, einwilligung e, uebernahme_stand s
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and p.kreis_id = ${kreisId} and p.id = ${personId}
      and e.kreis_id = ${kreisId} and e.id = ${einwilligungId} and s.kreis_id = ${kreisId} and s.fall_id = ${fallId}`);
  await tx.run(sql`
    insert into uebernahme_herkunft (kreis_id, uebernahme_id, tabelle, zeile_id, art, vorher)
    values (${kreisId}, ${lauf.id}, 'fall', ${fallId}, 'geaendert', ${sealText(key, vorher, vorherContext(lauf.id, fallId))})`);
}

/** Ends the knowledge of rows and remembers it for the undo. */
export async function supersede(lauf: Lauf, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { tx, kreisId } = lauf;
  await tx.run(sql`
    update ${sql.table(table)} set ersetzt_am = now()
    where kreis_id = ${kreisId} and id = any (${[...ids]}::uuid[]) and ersetzt_am is null`);
  await tx.run(sql`
    insert into uebernahme_herkunft (kreis_id, uebernahme_id, tabelle, zeile_id, art)
    select ${kreisId}, ${lauf.id}, ${table}, id, 'ersetzt' from unnest(${[...ids]}::uuid[]) as id`);
}

async function writeHistories(lauf: Lauf, { fallId }: BekannterFall, plan: FallPlan): Promise<void> {
  const { tx, kreisId: kreis_id, id: uebernahme_id, kontoId: erfasst_von } = lauf;
  const fact = { kreis_id, fall_id: fallId, uebernahme_id };
  await insertRows(
    tx,
    'fall_merkmal',
    plan.merkmal.neu.map((m) => ({
      ...fact,
      id: randomUUID(),
      merkmal: m.merkmal,
      wert: m.wert,
      ...zeitraum(m),
    })),
  );
  await insertRows(
    tx,
    'fall_status',
    plan.status.neu.map((s) => ({
      ...fact,
      id: randomUUID(),
      status: s.status,
      grund: s.grund,
      herkunft: 'uebernahme',
      ...zeitraum(s),
      erfasst_von,
    })),
  );
  for (const z of plan.zustaendigkeit.neu) {
    const event =
      z.anlass === 'uebergabe' && z.uebergabeId === null && z.vonTraegerId !== null
        ? await uebergabeId(lauf, z.ab, z.vonTraegerId, z.traegerId, plan.stand)
        : z.uebergabeId;
    await insertRows(tx, 'fall_zustaendigkeit', [
      {
        ...fact,
        id: randomUUID(),
        traeger_id: z.traegerId,
        casemanager_id: z.casemanagerId,
        anlass: z.anlass,
        uebergabe_id: event,
        ...zeitraum(z),
        erfasst_von,
      },
    ]);
  }
}

async function writePerson(lauf: Lauf, fall: BekannterFall, plan: FallPlan): Promise<void> {
  const { tx, kreisId } = lauf;
  const { stand, stamm } = plan;
  if (stamm.includes('einwilligung')) {
    await tx.run(
      sql`update einwilligung set erteilt_am = ${stand.einwilligung} where kreis_id = ${kreisId} and id = ${fall.einwilligungId}`,
    );
  }
  const names = stamm.some(
    (name) => name === 'familienname' || name === 'vorname' || name === 'geburtsdatum',
  );
  if (names) {
    const name = { ...fall.ist.stamm, ...Object.fromEntries(stamm.map((angabe) => [angabe, stand[angabe]])) };
    const { familienname, vorname, geburtsdatum } = name;
    const neu = { familienname, vorname: vorname ?? '', geburtsdatum: geburtsdatum ?? null };
    await changePerson(tx, kreisId, fall.personId, neu);
    await refreshBegleitung(tx, lauf.schluessel, { kreisId, personId: fall.personId, ...neu });
  }
  if (!plan.neuerTraeger) return;
  // The case follows its person (on update cascade); the former case manager belongs to the former Träger.
  const traegerId = holderOf(stand);
  const verpackt = await lauf.schluessel.rewrap(tx, kreisId, fall.traegerId, traegerId, fall.verpackt);
  await tx.run(sql`
    update person set traeger_id = ${traegerId}, casemanager_id = null, schluessel_verpackt = ${verpackt}
    where kreis_id = ${kreisId} and id = ${fall.personId}`);
}

async function writeFallRow(lauf: Lauf, fall: BekannterFall, plan: FallPlan): Promise<void> {
  const { tx, kreisId } = lauf;
  const { stand } = plan;
  const value = (name: 'kommuneId' | 'ortsteilId' | 'zugang') =>
    (plan.stamm.includes(name) ? stand[name] : fall.ist.stamm[name]) ?? null;
  await tx.run(sql`
    update fall set kommune_id = ${value('kommuneId')}, ortsteil_id = ${value('ortsteilId')}, zugang = ${value('zugang')},
      aufgenommen_am = ${plan.geaendert.includes('aufnahme') ? stand.aufnahme : fall.ist.aufnahme},
      casemanager_id = case when ${plan.neuerTraeger} then null else casemanager_id end, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${fall.fallId}`);
  if (plan.stamm.includes('bemerkung')) await replaceBemerkung(lauf, fall, stand.bemerkung ?? null);
}

/** The former text stays sealed where it is, so that the undo finds it. */
async function replaceBemerkung(lauf: Lauf, fall: BekannterFall, text: string | null): Promise<void> {
  const { tx, kreisId: kreis_id } = lauf;
  const id = text === null ? null : randomUUID();
  if (text !== null && id !== null) {
    await insertRows(tx, 'geheimtext', [
      {
        kreis_id,
        id,
        person_id: fall.personId,
        siegel: hex(sealForPerson(fall.key, id, text)),
        uebernahme_id: lauf.id,
      },
    ]);
  }
  await tx.run(
    sql`update fall set bemerkung_id = ${id} where kreis_id = ${kreis_id} and id = ${fall.fallId}`,
  );
}
