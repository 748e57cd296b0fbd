import { sql } from 'kysely';
import type { Tiefe } from '#src/anfrage/anfrage.ts';
import { writeTiefe } from '#src/anfrage/server/write-tiefe.ts';
import { aufenthaltsgruppeOf, geltenderTitel } from '#src/aufenthalt/rules.ts';
import { setMerkmal, type PersonMerkmal } from '#src/person/server/merkmal.ts';
import type { MerkmalWert } from '#src/person/merkmal.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Angaben, BogenEingabe } from '../bogen.ts';
import { bedarfe } from '../rules.ts';

interface Ort {
  readonly kreisId: string;
  readonly anfrageId: string;
}

/** Tells the Anfrage what the talk was about, and who took it on. */
export async function noteOnAnfrage(
  tx: Tx,
  { kreisId, anfrageId }: Ort,
  eingabe: BogenEingabe,
): Promise<void> {
  await tx.run(sql`
    update anfrage set lebensbereich = ${bedarfe(eingabe.einschaetzung)}::text[],
      sprache = coalesce(${eingabe.einschaetzung.sprache}, sprache),
      casemanager_id = coalesce(casemanager_id, app_konto()),
      stand = case stand when 'offen' then 'in_beratung' else stand end, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
}

/**
 * The talk counts as one sonstiger Kontakt of the Anfrage, under the id of the Erstberatung; a correction of the sheet
 * is a new version of it.
 */
export async function countKontakt(
  tx: Tx,
  { kreisId, anfrageId }: Ort,
  erstberatungId: string,
  eingabe: BogenEingabe,
): Promise<void> {
  const bereiche = bedarfe(eingabe.einschaetzung);
  const stand = await tx.first(sql<{ fassung: number; gleich: boolean }>`
    select fassung, am = ${eingabe.am}::date and dauer_minuten is not distinct from ${eingabe.dauerMinuten}
      and lebensbereich = ${bereiche}::text[] as gleich
    from sonstiger_kontakt where kreis_id = ${kreisId} and id = ${erstberatungId} and ersetzt_am is null`);
  if (stand?.gleich) return;
  await tx.run(sql`
    update sonstiger_kontakt set ersetzt_am = now()
    where kreis_id = ${kreisId} and id = ${erstberatungId} and ersetzt_am is null`);
  await tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, fassung, traeger_id, kommune_id, am, zugang, lebensbereich, anfrage_id,
      dauer_minuten, erfasst_von)
    select a.kreis_id, ${erstberatungId}, ${(stand?.fassung ?? 0) + 1}, a.traeger_id, a.kommune_id, ${eingabe.am}::date,
      a.zugang, ${bereiche}::text[], a.id, ${eingabe.dauerMinuten}, app_konto()
    from anfrage a where a.kreis_id = ${kreisId} and a.id = ${anfrageId}`);
}

/** The depth that was decided holds from the day of the talk on, unless a later day has decided anew. */
export async function decideTiefe(tx: Tx, { kreisId, anfrageId }: Ort, tiefe: Tiefe, ab: Day): Promise<void> {
  const later = await tx.first(sql`
    select 1 from anfrage_tiefe where kreis_id = ${kreisId} and anfrage_id = ${anfrageId} and ersetzt_am is null
      and gueltig_ab > ${ab}::date`);
  if (!later) await writeTiefe(tx, { kreisId, anfrageId, tiefe, ab });
}

/** Facts of the person that are counted and change over time; the rest of the sheet stays sealed. */
export async function setMerkmaleOf(
  tx: Tx,
  { kreisId, personId, am }: { readonly kreisId: string; readonly personId: string; readonly am: Day },
  angaben: Angaben,
): Promise<void> {
  const { aufenthalt, haushalt } = angaben;
  const one = (wert: string | null | undefined): MerkmalWert[] =>
    wert === null || wert === undefined ? [] : [{ wert, laeuftAbAm: null }];
  const many = (werte: readonly string[]) => [...new Set(werte)].flatMap(one);
  const gesetzt: readonly (readonly [PersonMerkmal, MerkmalWert[]])[] = [
    ['aufenthaltstitel', aufenthalt === null ? [] : [geltenderTitel(aufenthalt, am)]],
    ['aufenthaltsgruppe', one(aufenthaltsgruppeOf(aufenthalt?.titel ?? null, aufenthalt?.gruppe ?? null))],
    ['rechtskreis', many(angaben.rechtskreis)],
    ['leistungsbezug', one(angaben.leistungsbezug)],
    ['sprache', many(angaben.sprachen)],
    ['deutsch', one(angaben.deutsch)],
    ['einreise', one(angaben.einreise)],
    ['haushalt', haushalt === null ? [] : one(`${haushalt.personen}:${haushalt.kinder}`)],
  ];
  for (const [merkmal, werte] of gesetzt) await setMerkmal(tx, { kreisId, personId, ab: am }, merkmal, werte);
}
