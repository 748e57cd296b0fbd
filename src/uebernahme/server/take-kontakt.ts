import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { KontaktAngaben } from '../zeile.ts';
import { openRun, type Lauf } from './lauf.ts';
import type { KontaktZeile } from './read-kontakt.ts';
import type { Rechnung } from './rechnung.ts';

/**
 * Takes a batch of sonstige Kontakte. They have no key: a content that stands n times in the file and m times in Lotse
 * is added n - m times. An imported contact that was corrected in Lotse still stands for the row it came from.
 */
export async function takeKontakte(
  lauf: Lauf,
  zeilen: readonly KontaktZeile[],
  rechnung: Rechnung,
): Promise<void> {
  const readable: { zeile: number; angaben: KontaktAngaben; inhalt: string }[] = [];
  for (const zeile of zeilen) {
    if ('angaben' in zeile) readable.push({ ...zeile, inhalt: inhaltOf(zeile.angaben) });
    else rechnung.refuse(zeile.zeile, zeile.einwand, zeile.unbekannt);
  }
  const there = await countThere(
    lauf,
    readable.map(({ angaben }) => angaben),
  );
  const fresh: KontaktAngaben[] = [];
  for (const { zeile, angaben, inhalt } of readable) {
    const seen = (lauf.kontakte.get(inhalt) ?? 0) + 1;
    lauf.kontakte.set(inhalt, seen);
    if (seen <= (there.get(inhalt) ?? 0)) rechnung.keep();
    else {
      fresh.push(angaben);
      rechnung.createKontakt(zeile, angaben);
    }
  }
  await write(lauf, fresh);
}

function inhaltOf(a: KontaktAngaben): string {
  return [
    a.datum,
    a.traegerId,
    a.zugang ?? '',
    a.ergebnis ?? '',
    a.lebensbereich.join(','),
    a.kommuneId ?? '',
  ].join('|');
}

/** How often each content was in Lotse before this run, of the days of the batch. */
async function countThere(lauf: Lauf, angaben: readonly KontaktAngaben[]): Promise<Map<string, number>> {
  const days = [...new Set(angaben.map(({ datum }) => datum))];
  if (days.length === 0) return new Map();
  const rows = await lauf.tx.all(sql<{ inhalt: string; anzahl: number }>`
    select concat_ws('|', k.am, k.traeger_id, coalesce(k.zugang, ''), coalesce(k.ergebnis, ''),
      array_to_string(array(select l from unnest(k.lebensbereich) l order by l collate "C"), ','), coalesce(k.kommune_id, '')) as inhalt,
      count(*) as anzahl
    from sonstiger_kontakt k
    where k.kreis_id = ${lauf.kreisId} and k.am = any (${days}::date[]) and k.uebernahme_id is distinct from ${lauf.id}
      and ((k.uebernahme_id is not null and k.fassung = 1) or (k.ersetzt_am is null and not exists (
        select from sonstiger_kontakt i where i.kreis_id = k.kreis_id and i.id = k.id and i.uebernahme_id is not null)))
    group by 1`);
  return new Map(rows.map(({ inhalt, anzahl }) => [inhalt, anzahl]));
}

async function write(lauf: Lauf, kontakte: readonly KontaktAngaben[]): Promise<void> {
  if (kontakte.length === 0 || lauf.probe) return;
  await openRun(lauf);
  await lauf.tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, uebernahme_id, erfasst_von)
    select ${lauf.kreisId}, k.id, k.traeger_id, k.kommune_id, k.am, k.zugang, k.ergebnis, string_to_array(k.lebensbereich, ','),
      ${lauf.id}, ${lauf.kontoId}
    from unnest(${kontakte.map(() => randomUUID())}::uuid[], ${kontakte.map((k) => k.traegerId)}::uuid[],
      ${kontakte.map((k) => k.kommuneId)}::text[], ${kontakte.map((k) => k.datum)}::date[], ${kontakte.map((k) => k.zugang)}::text[],
      ${kontakte.map((k) => k.ergebnis)}::text[], ${kontakte.map((k) => k.lebensbereich.join(','))}::text[])
      as k (id, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich)`);
}
