import type { KreisPlan } from '#src/kreis/plan.ts';
import { addDays, addMonths, today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { angebotDemo, unnaVereinbarungen, type AngebotDemo } from '../data/angebote.ts';
import { netzDemo } from '../data/stellen.ts';
import { mitteOf } from '../data/mitten.ts';
import { demoId } from './demo-id.ts';

const beginn = '2023-01-01';

/** Puts the directory of a Kreis in: offices that nobody knew yet, offers, agreements, meetings; runs as lotse_owner. */
export async function insertAngebot(tx: Tx, plan: KreisPlan, now: Date): Promise<void> {
  const kreis_id = plan.id;
  const angebote = angebotDemo[kreis_id]?.() ?? [];
  const heute = today(now);
  const known = new Set(netzDemo[kreis_id]?.stelle.map(({ name }) => name));
  const kommuneId = (name: string | undefined) =>
    plan.kommune.find((each) => each.name === name)?.ags ?? null;
  const stelleId = (name: string) => demoId(kreis_id, 'partner', name);
  const neue = new Map(
    angebote.filter(({ stelle }) => !known.has(stelle)).map((each) => [each.stelle, each]),
  );
  await insertRows(
    tx,
    'stelle',
    [...neue.values()].map((each) => ({
      kreis_id,
      id: stelleId(each.stelle),
      name: each.stelle,
      art: each.stelleArt,
      kommune_id: each.kommune.length === 1 ? kommuneId(each.kommune[0]) : null,
      gueltig_ab: beginn,
    })),
  );
  await insertRows(
    tx,
    'angebot',
    angebote.map((each, at) => ({
      kreis_id,
      id: angebotId(kreis_id, each),
      stelle_id: stelleId(each.stelle),
      kommune_id: kommuneId(each.kommune[0]),
      gueltig_ab: beginn,
      ...rowOf(each, at, heute),
    })),
  );
  await insertRows(
    tx,
    'angebot_kommune',
    angebote
      .filter(({ kommune }) => kommune.length > 1)
      .flatMap((each) =>
        each.kommune.map((name) => ({
          kreis_id,
          angebot_id: angebotId(kreis_id, each),
          kommune_id: kommuneId(name),
        })),
      ),
  );
  if (kreis_id === 'unna') await insertUnna(tx, plan, heute);
}

function angebotId(kreisId: string, { stelle, name, kommune }: AngebotDemo): string {
  return demoId(kreisId, 'angebot', stelle, name, kommune.join());
}

function rowOf(each: AngebotDemo, at: number, heute: Day) {
  const [ort] = each.kommune;
  const mitte = ort === undefined ? undefined : mitteOf(ort).mitte;
  const bestaetigt =
    each.bestaetigtVorMonaten === null
      ? null
      : addDays(addMonths(heute, -each.bestaetigtVorMonaten), -(at % 20));
  return {
    name: each.name,
    beschreibung: each.beschreibung,
    art: each.art,
    beratungsansatz: each.ansatz,
    eigenes_fallmanagement: each.eigenesFallmanagement,
    ebene: each.kommune.length === 0 ? 'kreisweit' : each.kommune.length === 1 ? 'kommunal' : 'teilregional',
    lebensbereich: each.lebensbereich,
    zielgruppe: each.zielgruppe,
    sprache: each.sprache,
    plaetze_gesamt: each.gesamt,
    plaetze_frei: each.frei,
    plaetze_am: each.frei === null ? null : (bestaetigt ?? beginn),
    oeffnung: at % 3 === 0 ? 'Mo bis Do 9 bis 16 Uhr, Fr 9 bis 12 Uhr' : 'nach Vereinbarung',
    anschrift: ort === undefined ? '' : `Musterweg ${at + 1}, ${ort}`,
    // Near the centre of the town, each in its own street.
    laenge: mitte === undefined ? null : mitte.laenge + (((at * 7) % 11) - 5) * 0.0015,
    breite: mitte === undefined ? null : mitte.breite + (((at * 5) % 9) - 4) * 0.001,
    telefon: `02303 000-${100 + at}`,
    email: `angebot-${at + 1}@netz.example`,
    barriere: at % 2 === 0 ? ['stufenlos', 'haltestelle'] : [],
    quelle: each.quelle,
    bestaetigt_am: bestaetigt,
  };
}

async function insertUnna(tx: Tx, plan: KreisPlan, heute: Day): Promise<void> {
  const kreis_id = plan.id;
  await insertRows(
    tx,
    'vereinbarung',
    unnaVereinbarungen.map(({ stelle, aufgaben, abgrenzung, uebergang, vereinbartAm, ...tage }) => ({
      kreis_id,
      id: demoId(kreis_id, 'vereinbarung', stelle),
      stelle_id: demoId(kreis_id, 'partner', stelle),
      aufgaben,
      abgrenzung,
      uebergang,
      vereinbart_am: vereinbartAm,
      abstimmung_am: tage.abstimmungInTagen === undefined ? null : addDays(heute, tage.abstimmungInTagen),
      gueltig_bis: tage.endetInTagen === undefined ? null : addDays(heute, tage.endetInTagen),
    })),
  );
  await insertRows(
    tx,
    'netzwerktreffen',
    (
      [
        [
          'AK Flucht Lünen',
          'arbeitskreis',
          'Lünen',
          12,
          'Sprachkurse werden knapper, Bedarf an das KI gemeldet',
        ],
        ['Stadtteilrunde Brambauer', 'stadtteilrunde', 'Lünen', 33, ''],
        ['Abstimmung mit dem Jobcenter', 'abstimmung', undefined, 47, 'Rückmeldung künftig auf dem Bogen'],
      ] as const
    ).map(([name, art, kommune, tage, ergebnis]) => ({
      kreis_id,
      id: demoId(kreis_id, 'netzwerktreffen', name),
      am: addDays(heute, -tage),
      name,
      art,
      kommune_id: plan.kommune.find((each) => each.name === kommune)?.ags ?? null,
      traeger_id: demoId(kreis_id, 'traeger', 'stadt_luenen'),
      ergebnis,
    })),
  );
}
