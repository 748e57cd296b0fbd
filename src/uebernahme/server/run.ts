import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { missingFields } from '../columns.ts';
import type { Ablehnung, Bericht, BlattZuordnung, VorschauZeile, Zuordnung } from '../contract.ts';
import { supersede } from './change-fall.ts';
import type { Lauf } from './lauf.ts';
import { findRegion, loadKreis, onlyKommune } from './load-kreis.ts';
import { parseRows } from './parse.ts';
import { openRechnung, type Rechnung } from './rechnung.ts';
import type { Unbekannt } from './read-row.ts';
import { openNamen } from './show-angaben.ts';
import { takeFaelle } from './take-fall.ts';
import { takeKontakte } from './take-kontakt.ts';

export interface RunOptions {
  readonly kreisId: string;
  readonly datei: { readonly name: string; readonly bytes: Uint8Array };
  readonly zuordnung: Zuordnung;
  readonly profil: string;
  /** Decides everything and writes nothing. */
  readonly probe: boolean;
  readonly allesOderNichts: boolean;
  readonly heute: string;
  readonly onProgress?: (gelesen: number) => void;
}

export interface RunResult {
  /** Null when nothing was written. */
  readonly id: string | null;
  readonly bericht: Bericht;
  readonly vorschau: readonly VorschauZeile[];
  readonly unbekannt: readonly (Unbekannt & { readonly anzahl: number })[];
}

type MappedSheet = BlattZuordnung & { readonly art: 'fall' | 'kontakt' };

/**
 * Reads a workbook into the open transaction, batch by batch; whatever throws leaves the database untouched.
 * The caller's transaction must have been entered with the purpose "uebernahme" in this Kreis.
 */
export async function runUebernahme(tx: Tx, schluessel: Schluessel, options: RunOptions): Promise<RunResult> {
  const { kreisId, zuordnung, datei, probe } = options;
  const blaetter = mappedSheets(zuordnung);
  await lockKreis(tx, kreisId);
  const kreis = await loadKreis(tx, kreisId);
  const region = findRegion(kreis.region, zuordnung.region);
  const { konto } = await tx.one(sql<{ konto: string }>`select app_konto() as konto`);
  const lauf: Lauf = {
    tx,
    schluessel,
    kreisId,
    kreis,
    probe,
    id: randomUUID(),
    kontoId: konto,
    dateiName: datei.name,
    dateiPruefwert: createHash('sha256').update(datei.bytes).digest('hex'),
    profil: options.profil,
    regionId: region?.id ?? null,
    pruefschluessel: schluessel.deriveFixed('uebernahme'),
    uebergaben: new Map(),
    verlassen: new Set(),
    kontakte: new Map(),
    eroeffnet: false,
  };
  const namen = probe ? openNamen(kreis.vokabular) : undefined;
  const rechnungen = new Map(blaetter.map(({ name }) => [name, openRechnung(name, namen)]));
  const job = {
    bytes: datei.bytes,
    blatt: blaetter,
    vokabular: { ...kreis.vokabular, wert: zuordnung.wert },
    kommuneId: onlyKommune(kreis, region),
    heute: options.heute,
  };
  for await (const batch of parseRows(job)) {
    const rechnung = rechnungen.get(batch.blatt);
    if (!rechnung) continue;
    rechnung.setTitles(batch.titel);
    if (batch.art === 'fall') {
      await takeFaelle(lauf, batch.zeilen, rechnung);
      await takeKontakte(lauf, batch.kontakte, rechnung);
    } else await takeKontakte(lauf, batch.zeilen, rechnung);
    options.onProgress?.(sum([...rechnungen.values()], (r) => r.bericht.gelesen));
  }
  refuseFormulas([...rechnungen.values()]);
  const bericht = summarise([...rechnungen.values()]);
  if (options.allesOderNichts && bericht.abgelehnt.length > 0) {
    throw new Refusal('uebernahme-abgelehnt', 422, { daten: { bericht: withoutWrites(bericht) } });
  }
  await close(lauf, bericht);
  return {
    id: lauf.eroeffnet ? lauf.id : null,
    bericht,
    vorschau: [...rechnungen.values()].flatMap(({ vorschau }) => vorschau),
    unbekannt: [...rechnungen.values()].flatMap(({ unbekannt }) => [...unbekannt.values()]),
  };
}

function mappedSheets(zuordnung: Zuordnung): MappedSheet[] {
  const blaetter = zuordnung.blatt.filter((blatt): blatt is MappedSheet => blatt.art !== 'ignoriert');
  if (blaetter.length === 0) throw new Refusal('datei-ohne-tabelle');
  const fehlend = blaetter.flatMap(({ name, art, kopfzeile, spalte }) => {
    const felder = missingFields(new Set(spalte.map(({ feld }) => feld)), art);
    return kopfzeile === null || felder.length > 0 ? [{ blatt: name, felder }] : [];
  });
  if (fehlend.length > 0) throw new Refusal('zuordnung-unvollstaendig', 422, { daten: { fehlend } });
  return blaetter;
}

/** Two imports into one Kreis at once would compare against what the other has not finished. */
export async function lockKreis(tx: Tx, kreisId: string): Promise<void> {
  const { frei } = await tx.one(sql<{ frei: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('uebernahme'), hashtext(${kreisId})) as frei`);
  if (!frei) throw new Refusal('uebernahme-laeuft', 409);
}

/** A sheet of which most rows are computed is no record of cases: nothing of it is taken. */
function refuseFormulas(rechnungen: readonly Rechnung[]): void {
  const laden = rechnungen.find(({ formeln, bericht }) => formeln > 0 && formeln * 2 >= bericht.gelesen);
  if (laden) throw new Refusal('datei-formeln', 422, { daten: { stelle: laden.bericht.blatt } });
}

function summarise(rechnungen: readonly Rechnung[]): Bericht {
  const blaetter = rechnungen.map(({ bericht }) => bericht);
  return {
    gelesen: sum(blaetter, (b) => b.gelesen),
    angelegt: sum(blaetter, (b) => b.angelegt),
    geaendert: sum(blaetter, (b) => b.geaendert),
    unveraendert: sum(blaetter, (b) => b.unveraendert),
    abgelehnt: blaetter.flatMap((b): Ablehnung[] => b.abgelehnt),
    blaetter,
  };
}

function withoutWrites(bericht: Bericht): Bericht {
  const none = { angelegt: 0, geaendert: 0, unveraendert: 0 };
  return { ...bericht, ...none, blaetter: bericht.blaetter.map((blatt) => ({ ...blatt, ...none })) };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

async function close(lauf: Lauf, bericht: Bericht): Promise<void> {
  if (!lauf.eroeffnet) return;
  const { tx, kreisId, id } = lauf;
  const leer = await tx.all(sql<{ id: string }>`
    select u.id from uebergabe u where u.kreis_id = ${kreisId} and u.id = any (${[...lauf.verlassen]}::uuid[])
      and u.uebernahme_id is not null and not exists (
        select from fall_zustaendigkeit z where z.kreis_id = u.kreis_id and z.uebergabe_id = u.id and z.ersetzt_am is null)`);
  await supersede(
    lauf,
    'uebergabe',
    leer.map((row) => row.id),
  );
  await tx.run(
    sql`update uebernahme set bericht = ${JSON.stringify(bericht)}::jsonb where kreis_id = ${kreisId} and id = ${id}`,
  );
  const { gelesen, angelegt, geaendert, unveraendert } = bericht;
  await recordEreignis(tx, {
    kreisId,
    art: 'uebernahme.ausgefuehrt',
    gegenstand: 'uebernahme',
    gegenstandId: id,
    daten: { gelesen, angelegt, geaendert, unveraendert, abgelehnt: bericht.abgelehnt.length },
  });
  // Small editions are left to the server's own housekeeping.
  if (angelegt + geaendert >= 100) await tx.run(sql`select app_statistik()`);
}
