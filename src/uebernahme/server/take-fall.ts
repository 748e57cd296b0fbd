import { sql } from 'kysely';
import { planFall, type FallPlan } from '../plan.ts';
import type { FallAngaben } from '../zeile.ts';
import { changeFall } from './change-fall.ts';
import { pruefwert, type Lauf } from './lauf.ts';
import { loadIst, type BekannterFall } from './load-ist.ts';
import type { FallZeile } from './read-fall.ts';
import type { Rechnung } from './rechnung.ts';
import { feldOf } from './show-angaben.ts';
import { writeFaelle } from './write-fall.ts';

interface Gefunden {
  fall_id: string;
  nummer: string;
  person_id: string | null;
  pruefwert: Buffer | null;
}

/** Takes a batch of rows of cases: new ones are written, known ones compared and changed, the rest is refused. */
export async function takeFaelle(
  lauf: Lauf,
  zeilen: readonly FallZeile[],
  rechnung: Rechnung,
): Promise<void> {
  const readable: { zeile: number; angaben: FallAngaben }[] = [];
  for (const zeile of zeilen) {
    if ('angaben' in zeile) readable.push(zeile);
    else rechnung.refuse(zeile.zeile, zeile.einwand, zeile.unbekannt);
  }
  const found = await findFaelle(
    lauf,
    readable.map(({ angaben }) => angaben.nummer),
  );
  const fresh: FallAngaben[] = [];
  const known: { zeile: number; angaben: FallAngaben; fallId: string }[] = [];
  for (const { zeile, angaben } of readable) {
    const row = found.get(angaben.nummer);
    if (!row) {
      fresh.push(angaben);
      rechnung.create(zeile, angaben);
    } else if (row.person_id === null) rechnung.refuse(zeile, [{ feld: 'nummer', code: 'person-geloescht' }]);
    else if (row.pruefwert === null) rechnung.refuse(zeile, [{ feld: 'nummer', code: 'nummer-vergeben' }]);
    else if (row.pruefwert.equals(pruefwert(lauf, angaben))) rechnung.keep();
    else known.push({ zeile, angaben, fallId: row.fall_id });
  }
  await writeFaelle(lauf, fresh);
  await compareFaelle(lauf, known, rechnung);
}

async function findFaelle(lauf: Lauf, nummern: readonly string[]): Promise<Map<string, Gefunden>> {
  const rows = await lauf.tx.all(sql<Gefunden>`
    select f.id as fall_id, f.nummer, f.person_id, s.pruefwert from fall f
    left join uebernahme_stand s on s.kreis_id = f.kreis_id and s.fall_id = f.id
    where f.kreis_id = ${lauf.kreisId} and f.nummer = any (${[...nummern]}::text[])`);
  return new Map(rows.map((row) => [row.nummer, row]));
}

async function compareFaelle(
  lauf: Lauf,
  known: readonly { zeile: number; angaben: FallAngaben; fallId: string }[],
  rechnung: Rechnung,
): Promise<void> {
  if (known.length === 0) return;
  const ist = await loadIst(
    lauf,
    known.map(({ fallId }) => fallId),
  );
  for (const { zeile, angaben, fallId } of known) {
    const fall = ist.get(fallId);
    if (!fall) {
      rechnung.refuse(zeile, [{ feld: 'nummer', code: 'person-geloescht' }]);
      continue;
    }
    const plan = planFall(fall.basis, angaben, fall.ist);
    if (fall.widerrufen && plan.geaendert.length > 0)
      rechnung.refuse(zeile, [{ feld: 'einwilligung', code: 'einwilligung-widerrufen' }]);
    else if (plan.einwand.length > 0) rechnung.refuse(zeile, plan.einwand);
    else await carryOut(lauf, zeile, fall, plan, rechnung);
  }
}

async function carryOut(
  lauf: Lauf,
  zeile: number,
  fall: BekannterFall,
  plan: FallPlan,
  rechnung: Rechnung,
): Promise<void> {
  if (plan.geaendert.length === 0) {
    if (plan.konflikt.length === 0) rechnung.keep();
    else
      rechnung.refuse(
        zeile,
        plan.konflikt.map((angabe) => ({ feld: feldOf(angabe), code: 'in-lotse-geaendert' })),
      );
    return;
  }
  rechnung.conflict(zeile, plan.konflikt);
  for (const { id, uebergabeId } of fall.ist.zustaendigkeit) {
    if (uebergabeId !== null && plan.zustaendigkeit.ersetzt.includes(id)) lauf.verlassen.add(uebergabeId);
  }
  rechnung.change(zeile, fall.basis, plan);
  await changeFall(lauf, fall, plan);
}
