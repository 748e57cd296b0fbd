import { randomUUID } from 'node:crypto';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { suchschluessel } from '#src/person/suchschluessel.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { sealText } from '#src/platform/server/siegel.ts';
import { holderOf, merkmalZeiten, statusZeiten, traegerZeiten } from '../rules.ts';
import type { FallAngaben } from '../zeile.ts';
import { hex, insertRows, type InsertRow } from './insert-rows.ts';
import { angabenText, openRun, pruefwert, uebergabeId, zeitraum, type Lauf } from './lauf.ts';

/** Rows of a batch by table, in the order in which they can be inserted. */
interface Rows {
  readonly person: InsertRow[];
  readonly einwilligung: InsertRow[];
  readonly geheimtext: InsertRow[];
  readonly fall: InsertRow[];
  readonly fall_merkmal: InsertRow[];
  readonly fall_status: InsertRow[];
  readonly fall_zustaendigkeit: InsertRow[];
  readonly uebernahme_stand: InsertRow[];
}

/** A person that the blind check against double care has to know. */
type Benannt = Parameters<typeof refreshBegleitung>[2];

/** Context of the seal around what a workbook said about a case. */
export function standContext(fallId: string): string {
  return `uebernahme_stand:${fallId}`;
}

/** Writes new cases with their persons: each lands in the tenant of the Träger that has it now. */
export async function writeFaelle(lauf: Lauf, faelle: readonly FallAngaben[]): Promise<void> {
  if (faelle.length === 0 || lauf.probe) return;
  await openRun(lauf);
  const rows: Rows = {
    person: [],
    einwilligung: [],
    geheimtext: [],
    fall: [],
    fall_merkmal: [],
    fall_status: [],
    fall_zustaendigkeit: [],
    uebernahme_stand: [],
  };
  const named: Benannt[] = [];
  for (const fall of faelle) named.push(await collect(lauf, fall, rows));
  for (const [table, list] of Object.entries(rows)) await insertRows(lauf.tx, table, list);
  for (const person of named) await refreshBegleitung(lauf.tx, lauf.schluessel, person);
}

async function collect(lauf: Lauf, a: FallAngaben, rows: Rows): Promise<Benannt> {
  const { kreisId: kreis_id, id: uebernahme_id, kontoId: erfasst_von } = lauf;
  const [personId, fallId, einwilligungId] = [randomUUID(), randomUUID(), randomUUID()];
  const traeger_id = holderOf(a);
  const { key, wrapped } = await lauf.schluessel.newPersonKey(lauf.tx, kreis_id, traeger_id);
  const { familienname } = a;
  const vorname = a.vorname ?? '';
  const geburtsdatum = a.geburtsdatum ?? null;
  rows.person.push({
    kreis_id,
    id: personId,
    traeger_id,
    einwilligung_id: einwilligungId,
    familienname,
    vorname,
    geburtsdatum,
    suchform: suchform(familienname, vorname),
    suchlaut: suchlaut(familienname, vorname),
    suchschluessel: suchschluessel({ familienname, vorname, geburtsdatum }),
    schluessel_verpackt: hex(wrapped),
    uebernahme_id,
  });
  rows.einwilligung.push({
    kreis_id,
    id: einwilligungId,
    person_id: personId,
    erteilt_am: a.einwilligung,
    uebernahme_id,
    erfasst_von,
  });
  const bemerkungId = a.bemerkung ? randomUUID() : null;
  if (a.bemerkung && bemerkungId) {
    rows.geheimtext.push({
      kreis_id,
      id: bemerkungId,
      person_id: personId,
      siegel: hex(sealForPerson(key, bemerkungId, a.bemerkung)),
      uebernahme_id,
    });
  }
  rows.fall.push({
    kreis_id,
    id: fallId,
    nummer: a.nummer,
    traeger_id,
    person_id: personId,
    kommune_id: a.kommuneId ?? null,
    ortsteil_id: a.ortsteilId ?? null,
    zugang: a.zugang ?? null,
    aufgenommen_am: a.aufnahme,
    bemerkung_id: bemerkungId,
    uebernahme_id,
  });
  const fact = { kreis_id, fall_id: fallId, uebernahme_id };
  for (const m of merkmalZeiten(a))
    rows.fall_merkmal.push({ ...fact, merkmal: m.merkmal, wert: m.wert, ...zeitraum(m), id: randomUUID() });
  for (const s of statusZeiten(a)) {
    rows.fall_status.push({
      ...fact,
      id: randomUUID(),
      status: s.status,
      grund: s.grund,
      herkunft: 'uebernahme',
      ...zeitraum(s),
      erfasst_von,
    });
  }
  for (const z of traegerZeiten(a)) {
    const handover =
      z.anlass === 'uebergabe' ? await uebergabeId(lauf, z.ab, a.traegerId, z.traegerId, a) : null;
    rows.fall_zustaendigkeit.push({
      ...fact,
      id: randomUUID(),
      traeger_id: z.traegerId,
      anlass: z.anlass,
      uebergabe_id: handover,
      ...zeitraum(z),
      erfasst_von,
    });
  }
  const siegel = sealText(key, angabenText(a), standContext(fallId));
  rows.uebernahme_stand.push({ ...fact, pruefwert: hex(pruefwert(lauf, a)), siegel: hex(siegel) });
  return { kreisId: kreis_id, personId, familienname, vorname, geburtsdatum };
}
