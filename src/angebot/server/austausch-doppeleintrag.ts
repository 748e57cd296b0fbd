import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { angebotEingabe, type Angebot } from '../angebot.ts';
import type { austauschContract, Paar } from '../austausch-contract.ts';
import { compareAngebote, meetingKeys, schwelle } from '../doppeleintrag.ts';
import { isCurrent } from '../rules.ts';
import { loadAngebot, lockAngebot } from './load.ts';
import { mayChangeAngebot } from './policy.ts';
import { currentOn, selectAngebot } from './read.ts';
import { columnsOf, refuseAngebot, writeKommunen } from './write.ts';

type List = typeof austauschContract.listAngebotDoppeleintrag;
type Verschieden = typeof austauschContract.setAngebotVerschieden;
type Combine = typeof austauschContract.combineAngebot;

const MOST = 100;
/** A word that stands in so many names tells nothing. */
const COMMON = 60;

/** Current entries that could be the same, likeliest first, without those found to be different. */
export async function listAngebotDoppeleintrag({
  tx,
  deps,
  params,
  actor,
}: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const [angebote, verschieden] = await Promise.all([
    selectAngebot(tx, kreisId, currentOn(today(deps.now()))),
    tx.all(sql<{ paar: Answer<List>['verschieden'][number] }>`
      select json_build_array(
        json_build_object('id', a.id, 'name', a.name, 'stelle', s.name),
        json_build_object('id', b.id, 'name', b.name, 'stelle', t.name)) as paar
      from angebot_abgleich g
        join angebot a on a.kreis_id = g.kreis_id and a.id = g.angebot_id
        join angebot b on b.kreis_id = g.kreis_id and b.id = g.anderes_id
        join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id
        join stelle t on t.kreis_id = b.kreis_id and t.id = b.stelle_id
      where g.kreis_id = ${kreisId} and g.ergebnis = 'verschieden' order by g.erfasst_am desc, a.id, b.id limit ${MOST}`),
  ]);
  const apart = new Set(verschieden.map(({ paar: [one, other] }) => pairKey(one.id, other.id)));
  return {
    paar: findPairs(angebote, apart),
    verschieden: verschieden.map(({ paar }) => paar),
    abilities: { changeAngebot: mayChangeAngebot(actor, kreisId) },
  };
}

function findPairs(angebote: readonly Angebot[], apart: ReadonlySet<string>): Paar[] {
  const meeting = new Map<string, Angebot[]>();
  for (const each of angebote)
    for (const key of meetingKeys(each)) {
      const group = meeting.get(key);
      if (group) group.push(each);
      else meeting.set(key, [each]);
    }
  const found = new Map<string, Paar>();
  const seen = new Set(apart);
  for (const group of meeting.values()) {
    if (group.length > COMMON) continue;
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const key = pairKey(one.id, other.id);
        if (seen.has(key)) continue;
        seen.add(key);
        const { punkte, grund } = compareAngebote(one, other);
        if (punkte >= schwelle)
          found.set(key, { punkte, grund: [...grund], angebot: [shortOf(one), shortOf(other)] });
      }
  }
  return [...found.values()]
    .toSorted((a, b) => b.punkte - a.punkte || (a.angebot[0].name < b.angebot[0].name ? -1 : 1))
    .slice(0, MOST);
}

function shortOf({ id, name, stelle, fassung, kommuneId }: Angebot) {
  return { id, name, stelle, fassung, kommuneId };
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Remembers that two entries are different, so that nobody is asked again, or forgets it. */
export async function setAngebotVerschieden({
  tx,
  params,
  body,
}: Call<Verschieden>): Promise<Answer<Verschieden>> {
  const { kreisId } = params;
  const { verschieden } = body;
  const [one = '', other = ''] = [body.angebotId, body.anderesId].toSorted();
  if (one === other) throw notFound();
  for (const id of [one, other]) await loadAngebot(tx, kreisId, id);
  await tx.run(sql`
    delete from angebot_abgleich where kreis_id = ${kreisId} and angebot_id = ${one} and anderes_id = ${other}
      and ergebnis = 'verschieden'`);
  if (verschieden)
    await tx.run(sql`
      insert into angebot_abgleich (kreis_id, angebot_id, anderes_id, ergebnis)
      values (${kreisId}, ${one}, ${other}, 'verschieden') on conflict do nothing`);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.verglichen',
    gegenstand: 'angebot',
    gegenstandId: one,
    daten: { anderesId: other, verschieden },
  });
  return { verschieden };
}

/**
 * Puts two entries together: this one takes the chosen fields, the other ends and points here. What was referred to the
 * other stays there; taking back its end undoes the pointer.
 */
export async function combineAngebot({ tx, deps, params, body }: Call<Combine>): Promise<Answer<Combine>> {
  const { kreisId, angebotId } = params;
  const { anderesId } = body;
  const heute = today(deps.now());
  if (angebotId === anderesId) throw notFound();
  // In one order, so that two who put the same together do not wait for each other.
  const locked = new Map<string, Angebot>();
  for (const id of [angebotId, anderesId].toSorted()) locked.set(id, await lockAngebot(tx, kreisId, id));
  const [stand, other] = [locked.get(angebotId), locked.get(anderesId)];
  if (!stand || !other) throw notFound();
  requireFassung(stand, body);
  requireFassung(other, { fassung: body.andereFassung });
  if (!isCurrent(stand, heute) || !isCurrent(other, heute)) throw new Refusal('angebot-schon-beendet');
  await tx.run(sql`
    update angebot set gueltig_bis = ${heute}::date, fassung = fassung + 1,
      -- A double of today has never been an offer of its own.
      gueltig_ab = least(gueltig_ab, ${heute}::date - 1)
    where kreis_id = ${kreisId} and id = ${anderesId}`);
  const taken = takenFrom(stand, other, body.felder);
  await refuseAngebot(tx, kreisId, angebotId, taken, heute);
  const columns = Object.entries(columnsOf(taken, heute)).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  await tx.run(sql`
    update angebot set ${sql.join(columns)}, fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${angebotId}`);
  await writeKommunen(tx, kreisId, angebotId, taken);
  await tx.run(sql`
    delete from angebot_abgleich where kreis_id = ${kreisId} and anderes_id = ${anderesId}
      and ergebnis = 'zusammengefuehrt'`);
  await tx.run(sql`
    insert into angebot_abgleich (kreis_id, angebot_id, anderes_id, ergebnis)
    values (${kreisId}, ${angebotId}, ${anderesId}, 'zusammengefuehrt')`);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.zusammengefuehrt',
    gegenstand: 'angebot',
    gegenstandId: angebotId,
    daten: { anderesId, felder: body.felder },
  });
  return loadAngebot(tx, kreisId, angebotId);
}

/** Our fields with the chosen ones of the other; its office where that is chosen by name. */
function takenFrom(stand: Angebot, other: Angebot, felder: readonly string[]) {
  const wanted = new Set(felder.map((name) => (name === 'stelle' ? 'stelleId' : name)));
  const names = Object.keys(angebotEingabe.shape);
  const picked = Object.entries(other).filter(([name]) => wanted.has(name));
  const all = { ...stand, ...Object.fromEntries(picked) };
  return angebotEingabe.parse(
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  );
}
