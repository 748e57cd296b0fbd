import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { insertStelle } from '#src/stelle/server/insert-named.ts';
import type { austauschContract, AustauschVorschau, Entscheidung } from '../austausch-contract.ts';
import { loadBestand, lockNetz } from './austausch-bestand.ts';
import { dropDatei, getDatei, keepDatei, type AustauschDatei } from './austausch-datei.ts';
import type { Gelesen } from './austausch-flat.ts';
import { readDatei } from './austausch-parse.ts';
import { planImport, type Plan, type PlanZeile } from './austausch-plan.ts';
import { columnsOf, writeKommunen } from './write.ts';

type Preview = typeof austauschContract.previewAngebotDatei;
type Import = typeof austauschContract.importAngebotDatei;

/** Says what a file would change; nothing of it reaches the database. */
export async function previewAngebotDatei(call: Call<Preview>): Promise<Answer<Preview>> {
  const { tx, actor, deps, params, query, upload } = call;
  if (upload.length === 0) throw new Refusal('datei-leer');
  const zeilen = await readDatei(upload);
  const { kreisId } = params;
  const datei = keepDatei(actor, { kreisId, quelle: query.quelle, zeilen }, deps.now());
  const plan = planImport(zeilen, query.quelle, await loadBestand(tx, kreisId, today(deps.now())));
  return toVorschau(datei, plan);
}

function toVorschau(datei: AustauschDatei, { zeilen, stempel }: Plan): AustauschVorschau {
  const rows = zeilen.map(({ vorschau }) => vorschau);
  const shown = rows.filter(({ art }) => art !== 'unveraendert');
  return {
    dateiId: datei.id,
    stempel,
    gueltigBis: datei.gueltigBis.toISOString(),
    unveraendert: rows.length - shown.length,
    zeile: shown,
  };
}

interface Step {
  readonly zeile: PlanZeile;
  /** Offer to change; null: to add. */
  readonly angebotId: string | null;
  readonly gelesen: Gelesen;
}

/** Writes what the preview showed, in one transaction; refused when the directory has changed since. */
export async function importAngebotDatei(call: Call<Import>): Promise<Answer<Import>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, dateiId } = params;
  const datei = getDatei(actor, kreisId, dateiId, deps.now());
  const heute = today(deps.now());
  await lockNetz(tx, kreisId);
  const bestand = await loadBestand(tx, kreisId, heute);
  const plan = planImport(datei.zeilen, datei.quelle, bestand);
  if (plan.stempel !== body.stempel) throw new Refusal('vorschau-veraltet', 409);
  const steps = stepsOf(plan, body.entscheidung);
  const stellen = new Map(bestand.stellen.map(({ id, name }) => [name.toLowerCase(), id]));
  const known = stellen.size;
  for (const { gelesen, zeile } of steps) {
    if (stellen.has(gelesen.stelle.toLowerCase())) continue;
    const id = freeStelleId(zeile.datei.stelleId, [...stellen.values()]);
    await insertStelle(tx, kreisId, { id, name: gelesen.stelle }, heute);
    stellen.set(gelesen.stelle.toLowerCase(), id);
  }
  for (const step of steps)
    await writeStep(tx, kreisId, step, stellen.get(step.gelesen.stelle.toLowerCase()) ?? '', heute);
  const changed = steps.filter(({ angebotId }) => angebotId !== null).length;
  const answer = {
    angelegt: steps.length - changed,
    geaendert: changed,
    ausgelassen: plan.zeilen.length - steps.length,
    stellen: stellen.size - known,
  };
  await recordEreignis(tx, { kreisId, art: 'angebot.eingelesen', gegenstand: 'angebot', daten: answer });
  dropDatei(dateiId);
  return answer;
}

/** What is written: new and changed rows, and possible duplicates as decided; rows without a decision are left out. */
function stepsOf(plan: Plan, entscheidungen: readonly Entscheidung[]): Step[] {
  const decided = new Map(entscheidungen.map((each) => [each.zeile, each]));
  const targets = new Set<string>();
  const steps = plan.zeilen.flatMap((zeile): Step[] => {
    const { vorschau, gelesen } = zeile;
    if (vorschau.art === 'abgelehnt' || vorschau.art === 'unveraendert') return [];
    const choice = decided.get(vorschau.zeile);
    if (vorschau.art === 'moeglich' && !choice) return [];
    const angebotId = vorschau.art === 'moeglich' ? (choice?.angebotId ?? null) : vorschau.angebotId;
    const read = gelesen.get(angebotId ?? '');
    if (!read) throw new Refusal('entscheidung-unmoeglich', 422, { daten: { zeile: vorschau.zeile } });
    return [{ zeile, angebotId, gelesen: read }];
  });
  for (const { angebotId, zeile } of steps) {
    if (angebotId === null) continue;
    if (targets.has(angebotId))
      throw new Refusal('entscheidung-doppelt', 422, { daten: { zeile: zeile.vorschau.zeile } });
    targets.add(angebotId);
  }
  return steps;
}

async function writeStep(
  tx: Tx,
  kreisId: string,
  { angebotId, gelesen, zeile }: Step,
  stelleId: string,
  heute: Day,
): Promise<void> {
  const { eingabe, gueltigBis } = gelesen;
  const columns = {
    ...columnsOf({ ...eingabe, stelleId }, heute),
    // Reading a file is no look at the offer: it is as old as the file says.
    bestaetigt_am: sql`${gelesen.bestaetigtAm}::date`,
    gueltig_bis: sql`${gueltigBis}::date`,
  };
  const first = gueltigBis !== null && gueltigBis <= heute ? addDays(gueltigBis, -1) : heute;
  if (angebotId === null) {
    const id = isUuid(zeile.datei.werte.id) ? zeile.datei.werte.id.trim().toLowerCase() : randomUUID();
    const written = Object.entries({ ...columns, bestaetigt_von: sql`null` });
    await tx.run(sql`
      insert into angebot (kreis_id, id, gueltig_ab, erfasst_von, ${sql.join(written.map(([name]) => sql.ref(name)))})
      values (${kreisId}, ${id}, ${first}::date, app_konto(), ${sql.join(written.map(([, value]) => value))})`);
    if (eingabe.ebene === 'teilregional') await writeKommunen(tx, kreisId, id, eingabe);
    return;
  }
  const { bestaetigt_von: _, ...kept } = columns;
  await tx.run(sql`
    update angebot set ${sql.join(Object.entries(kept).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))},
      bestaetigt_von = case when bestaetigt_am is not distinct from ${gelesen.bestaetigtAm}::date then bestaetigt_von end,
      gueltig_ab = least(gueltig_ab, ${first}::date), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${angebotId}`);
  await writeKommunen(tx, kreisId, angebotId, eingabe);
}

function freeStelleId(wanted: string | undefined, taken: readonly string[]): string {
  const id = wanted?.trim().toLowerCase();
  return isUuid(id) && !taken.includes(id) ? id : randomUUID();
}

function isUuid(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text?.trim().toLowerCase() ?? '');
}
