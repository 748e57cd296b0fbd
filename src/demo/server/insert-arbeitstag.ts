import { sql } from 'kysely';
import { addWerktag, isWerktag } from '#src/kreis/werktag.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { insertRows, type Row } from '#src/platform/server/insert-rows.ts';
import { demoId } from './demo-id.ts';
import { openZufall, type Zufall } from './random.ts';

export interface Platz {
  readonly kreis: KreisPlan;
  /** Slug of the Träger. */
  readonly traeger: string;
  readonly anmeldename: string;
  readonly kontoId: string;
  /** Distinguishes the accounts of a Kreis in numbers: A-2026-0301. */
  readonly platz: number;
}

interface Lage extends Platz {
  readonly heute: Day;
  readonly zufall: Zufall;
  readonly traegerId: string;
  readonly standortId: string | null;
}

const ohneSamstag = { samstag: false };

/** A working day of one case manager: Anfragen, appointments, an open hour. Runs as that account, so every wall holds. */
export async function insertArbeitstag(tx: Tx, platz: Platz, now: Date): Promise<void> {
  const standort = platz.kreis.traeger.find((t) => t.slug === platz.traeger)?.standort[0];
  const lage: Lage = {
    ...platz,
    heute: today(now),
    zufall: openZufall(platz.anmeldename),
    traegerId: demoId(platz.kreis.id, 'traeger', platz.traeger),
    standortId: standort ? demoId(platz.kreis.id, 'standort', platz.traeger, standort.name) : null,
  };
  const anfragen = entwurfListe.map((entwurf, at) => anfrageOf(lage, entwurf, at));
  await insertRows(tx, 'anfrage', anfragen);
  await insertRows(tx, 'termin', await termineOf(tx, lage, anfragen));
  if (lage.standortId !== null) await insertRows(tx, 'sprechstunde', [sprechstundeOf(lage, lage.standortId)]);
}

interface Entwurf {
  readonly vorTagen: number;
  readonly dringlich?: true;
  readonly frei?: true;
  readonly stand: 'offen' | 'in_beratung';
}

/** One that is urgent, one that is late, one that nobody has yet, two in counselling, one that came today. */
const entwurfListe: readonly Entwurf[] = [
  { vorTagen: 1, dringlich: true, stand: 'offen' },
  { vorTagen: 16, stand: 'offen' },
  { vorTagen: 4, frei: true, stand: 'offen' },
  { vorTagen: 0, stand: 'offen' },
  { vorTagen: 12, stand: 'in_beratung' },
  { vorTagen: 25, stand: 'in_beratung' },
];

function anfrageOf(lage: Lage, entwurf: Entwurf, at: number): Row {
  const { kreis, heute, zufall } = lage;
  const eingegangen = addDays(heute, -entwurf.vorTagen);
  const gebiet = kreis.gebiet.find((g) => g.traeger === lage.traeger);
  const ort = gebiet ? zufall.pick(gebiet.kommune) : undefined;
  return {
    kreis_id: kreis.id,
    id: demoId(kreis.id, 'anfrage', lage.anmeldename, String(at)),
    nummer: `A-${eingegangen.slice(0, 4)}-${String(lage.platz * 10 + at + 1).padStart(4, '0')}`,
    traeger_id: lage.traegerId,
    standort_id: lage.standortId,
    casemanager_id: entwurf.frei ? null : lage.kontoId,
    eingegangen_am: eingegangen,
    zugang: zufall.pick(kreis.liste.zugang).code,
    kommune_id: kreis.kommune.find((k) => k.name === ort)?.ags ?? null,
    wohnform: zufall.pick(['uebergangswohnung', 'eigene_wohnung', 'bei_verwandten']),
    dringlich: entwurf.dringlich ?? false,
    sprache: zufall.pick(['ara', 'ukr', 'pes', 'tur', 'kmr', 'deu']),
    dolmetschen: zufall.chance(0.5),
    lebensbereich: zufall.some(
      kreis.liste.lebensbereich.map((b) => b.code),
      zufall.int(1, 3),
    ),
    zustaendig_grund: 'kommune',
    frist_am: entwurf.dringlich ? addWerktag(eingegangen, 3, ohneSamstag) : addDays(eingegangen, 14),
    stand: entwurf.stand,
    erfasst_am: `${eingegangen}T08:30:00Z`,
    erfasst_von: lage.kontoId,
  };
}

/** Appointments of the next days: with one's own cases, and with those who are in counselling. */
async function termineOf(tx: Tx, lage: Lage, anfragen: readonly Row[]): Promise<Row[]> {
  const faelle = await tx.all(sql<{ id: string }>`
    select f.id from fall f join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id
      and s.ersetzt_am is null and s.gueltig_bis is null and s.status <> 'abgeschlossen'
    where f.kreis_id = ${lage.kreis.id} and f.casemanager_id = ${lage.kontoId} order by f.nummer limit 4`);
  const days = [lage.heute];
  while (days.length < 4) days.push(addWerktag(days.at(-1) ?? lage.heute, 1, ohneSamstag));
  const inBeratung = anfragen.filter(({ stand }) => stand === 'in_beratung');
  const mit = [
    ...faelle.map(({ id }) => ({ fall_id: id, anfrage_id: null })),
    ...inBeratung.map(({ id }) => ({ fall_id: null, anfrage_id: id })),
  ];
  const hours = [8, 10, 13, 9, 11, 14];
  return mit.map((gegenstand, at) => {
    const day = days[Math.floor(at / 2)] ?? lage.heute;
    const hour = String(hours[at % hours.length]).padStart(2, '0');
    return {
      kreis_id: lage.kreis.id,
      id: demoId(lage.kreis.id, 'termin', lage.anmeldename, String(at)),
      traeger_id: lage.traegerId,
      casemanager_id: lage.kontoId,
      standort_id: lage.standortId,
      art: at % 3 === 2 ? 'aufsuchend' : 'beratung',
      beginn: `${day}T${hour}:00:00Z`,
      ende: `${day}T${hour}:45:00Z`,
      ...gegenstand,
      erfasst_von: lage.kontoId,
    };
  });
}

function sprechstundeOf(lage: Lage, standortId: string): Row {
  let ab = addDays(lage.heute, -200);
  while (!isWerktag(ab, ohneSamstag)) ab = addDays(ab, 1);
  return {
    kreis_id: lage.kreis.id,
    id: demoId(lage.kreis.id, 'sprechstunde', lage.anmeldename),
    traeger_id: lage.traegerId,
    standort_id: standortId,
    casemanager_id: lage.kontoId,
    art: 'sprechstunde',
    wochentag: lage.zufall.int(1, 5),
    von: '14:00',
    bis: '16:00',
    gueltig_ab: ab,
    erfasst_von: lage.kontoId,
  };
}
