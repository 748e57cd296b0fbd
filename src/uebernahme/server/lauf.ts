import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { fallMerkmale } from '../rules.ts';
import type { FallAngaben, Zeitraum } from '../zeile.ts';
import { insertRows } from './insert-rows.ts';
import { wasResponsible, type KreisWissen } from './load-kreis.ts';

/** One run of an import inside one transaction. A trial run (`probe`) decides everything and writes nothing. */
export interface Lauf {
  readonly tx: Tx;
  readonly schluessel: Schluessel;
  readonly kreisId: string;
  readonly kreis: KreisWissen;
  readonly probe: boolean;
  readonly id: string;
  readonly kontoId: string;
  readonly dateiName: string;
  readonly dateiPruefwert: string;
  readonly profil: string;
  readonly regionId: string | null;
  /** Key of the HMAC by which an unchanged row is known without opening its seal. */
  readonly pruefschluessel: Buffer;
  /** Übergaben of this run by day, from, to and reason. */
  readonly uebergaben: Map<string, string>;
  /** Übergaben from which a case was taken out; those left without cases are replaced at the end. */
  readonly verlassen: Set<string>;
  /** How often each content of a sonstiger Kontakt stood in the file so far. */
  readonly kontakte: Map<string, number>;
  eroeffnet: boolean;
}

/** The run's own row is written with its first change: a run that changes nothing leaves nothing. */
export async function openRun(lauf: Lauf): Promise<void> {
  if (lauf.probe || lauf.eroeffnet) return;
  lauf.eroeffnet = true;
  await lauf.tx.run(sql`
    insert into uebernahme (kreis_id, id, datei_name, datei_pruefwert, profil, region_id, bericht, konto_id)
    values (${lauf.kreisId}, ${lauf.id}, ${lauf.dateiName}, ${lauf.dateiPruefwert}, ${lauf.profil}, ${lauf.regionId}, '{}', ${lauf.kontoId})`);
}

/** Übergabe event of a day between two Träger; cases of one run share it. */
export async function uebergabeId(
  lauf: Lauf,
  am: string,
  von: string,
  an: string,
  place: Pick<FallAngaben, 'kommuneId' | 'ortsteilId'>,
): Promise<string> {
  // The workbook gives no reason; a Träger that became responsible for the place got the case for that.
  const grund = wasResponsible(lauf.kreis.gebiet, an, place, am) ? 'zustaendigkeit' : 'sonstiges';
  const key = [am, von, an, grund].join(' ');
  const known = lauf.uebergaben.get(key);
  if (known) return known;
  const id = randomUUID();
  lauf.uebergaben.set(key, id);
  if (!lauf.probe) {
    await insertRows(lauf.tx, 'uebergabe', [
      {
        kreis_id: lauf.kreisId,
        id,
        von_traeger_id: von,
        an_traeger_id: an,
        wirksam_am: am,
        grund,
        uebernahme_id: lauf.id,
        erfasst_von: lauf.kontoId,
      },
    ]);
  }
  return id;
}

const angabenOrder: readonly (keyof FallAngaben)[] = [
  'nummer',
  'familienname',
  'vorname',
  'geburtsdatum',
  'einwilligung',
  'aufnahme',
  'traegerId',
  'uebergabeAm',
  'uebergabeAnId',
  'status',
  'inaktivSeit',
  'grund',
  'wiederAktivSeit',
  ...fallMerkmale,
  'kommuneId',
  'ortsteilId',
  'zugang',
  'bemerkung',
];

/** The row as text, always in the same order; what is sealed and what is compared. */
export function angabenText(angaben: FallAngaben): string {
  return JSON.stringify(Object.fromEntries(angabenOrder.map((name) => [name, angaben[name]])));
}

export function pruefwert(lauf: Lauf, angaben: FallAngaben): Buffer {
  return createHmac('sha256', lauf.pruefschluessel).update(angabenText(angaben)).digest();
}

/** Columns of a period, as the history tables have them. */
export function zeitraum({ ab, bis }: Zeitraum): { gueltig_ab: string; gueltig_bis: string | null } {
  return { gueltig_ab: ab, gueltig_bis: bis };
}
