import { sql } from 'kysely';
import { readOffeneSchritte } from '#src/hilfeplan/server/read-plan.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { ortszeit } from '#src/termin/zeit.ts';
import type { BlattPosten } from '../blatt-contract.ts';

/** The case whose sheet is made, with the opened key of its person. */
export interface BlattFall {
  readonly kreisId: string;
  readonly fallId: string;
  readonly personId: string;
  readonly key: Key;
  readonly heute: Day;
}

/** How far ahead a paper that runs out stands on the sheet. */
const ABLAUF_DAYS = 90;

/** Everything that is open, one small reader per kind in the order of the sheet; a new kind of work adds its own. */
const readers: readonly ((tx: Tx, fall: BlattFall) => Promise<BlattPosten[]>)[] = [
  readTermine,
  readSchritte,
  readAufgaben,
  readVermittlungen,
  readAblauf,
  readWeitergaben,
];

export async function readPosten(tx: Tx, fall: BlattFall): Promise<BlattPosten[]> {
  const found: BlattPosten[] = [];
  for (const read of readers) found.push(...(await read(tx, fall)));
  return found;
}

async function readTermine(tx: Tx, { kreisId, fallId, heute }: BlattFall): Promise<BlattPosten[]> {
  const rows = await tx.all(sql<{ beginn: Date; art: string; wer: string }>`
    select t.beginn, t.art, coalesce(k.name, '') as wer from termin t
    left join konto k on k.kreis_id = t.kreis_id and k.id = t.casemanager_id
    where t.kreis_id = ${kreisId} and t.fall_id = ${fallId} and t.stand = 'geplant'
      and (t.beginn at time zone 'Europe/Berlin')::date >= ${heute}::date
    order by t.beginn`);
  return rows.map(({ beginn, art, wer }) => {
    const { tag, zeit } = ortszeit(beginn);
    return { art: 'termin', text: art, wer, bis: tag, um: zeit };
  });
}

async function readSchritte(tx: Tx, fall: BlattFall): Promise<BlattPosten[]> {
  const schritte = await readOffeneSchritte(tx, fall);
  return schritte.map(({ text, akteur, dritte, faelligAm }) => ({
    art: 'schritt',
    text,
    wer: dritte === '' ? akteur : dritte,
    bis: faelligAm,
    um: null,
  }));
}

async function readAufgaben(tx: Tx, { kreisId, fallId, key }: BlattFall): Promise<BlattPosten[]> {
  const rows = await tx.all(sql<{ id: string; siegel: Buffer; bis: Day | null; wer: string }>`
    select a.id, a.text_siegel as siegel, a.faellig_am as bis, coalesce(k.name, '') as wer from aufgabe a
    left join konto k on k.kreis_id = a.kreis_id and k.id = a.zustaendig_id
    where a.kreis_id = ${kreisId} and a.fall_id = ${fallId} and a.stand = 'offen'
    order by a.faellig_am nulls last, a.erfasst_am`);
  return rows.map(({ id, siegel, bis, wer }) => ({
    art: 'aufgabe',
    text: unsealForPerson(key, id, siegel),
    wer,
    bis,
    um: null,
  }));
}

async function readVermittlungen(tx: Tx, { kreisId, fallId }: BlattFall): Promise<BlattPosten[]> {
  const rows = await tx.all(sql<{ text: string; stand: string; bis: Day | null }>`
    select concat_ws(', ', s.name, a.name) as text, v.stand, v.rueckmeldung_bis as bis from vermittlung v
    join stelle s on s.kreis_id = v.kreis_id and s.id = v.stelle_id
    left join angebot a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
    where v.kreis_id = ${kreisId} and v.fall_id = ${fallId} and v.art = 'vermittlung'
      and v.stand not in ('beendet', 'abgelehnt', 'zurueckgezogen')
    order by v.rueckmeldung_bis nulls last, v.am`);
  return rows.map(({ text, stand, bis }) => ({ art: 'vermittlung', text, wer: stand, bis, um: null }));
}

async function readAblauf(tx: Tx, { kreisId, personId, heute }: BlattFall): Promise<BlattPosten[]> {
  const until = addDays(heute, ABLAUF_DAYS);
  return tx.all(sql<BlattPosten>`
    select 'titel' as art, m.wert as text, '' as wer, m.laeuft_ab_am as bis, null as um from person_merkmal m
    where m.kreis_id = ${kreisId} and m.person_id = ${personId} and m.ersetzt_am is null and m.gueltig_bis is null
      and m.laeuft_ab_am <= ${until}::date
    union all
    select 'einwilligung', '', '', e.ablauf_am, null from einwilligung e
    where e.kreis_id = ${kreisId} and e.person_id = ${personId} and e.widerrufen_am is null and e.abgeloest_am is null
      and e.ablauf_am <= ${until}::date
    union all
    select 'entbindung', s.name, '', e.gueltig_bis - 1, null from entbindung e
    join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id
    where e.kreis_id = ${kreisId} and e.person_id = ${personId} and e.widerrufen_am is null
      and e.gueltig_bis > ${heute}::date and e.gueltig_bis - 1 <= ${until}::date
    order by bis`);
}

async function readWeitergaben(tx: Tx, { kreisId, personId }: BlattFall): Promise<BlattPosten[]> {
  return tx.all(sql<BlattPosten>`
    select 'weitergabe' as art, s.name as text, '' as wer, null as bis, null as um from weitergabe w
    join entbindung e on e.kreis_id = w.kreis_id and e.id = w.entbindung_id
    join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id
    where w.kreis_id = ${kreisId} and w.person_id = ${personId} and w.stand = 'vorbereitet' order by w.vorbereitet_am`);
}
