import { sql } from 'kysely';
import { z } from 'zod';
import { findTitel } from '#src/aufenthalt/titel.ts';
import { formatDay, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import type { Bekannt } from '../rules.ts';
import type { FallPerson } from './load.ts';

interface Row {
  readonly kommune: string | null;
  readonly merkmal: readonly {
    readonly merkmal: string;
    readonly wert: string;
    readonly laeuftAbAm: Day | null;
  }[];
  readonly leistungsbezug: readonly string[];
  readonly rechtskreis: readonly string[];
}

const zielWorte = z.object({ text: z.string() });

/** Deutschniveau as it is written in a letter. */
const niveau: Readonly<Record<string, string>> = {
  keine: 'keine',
  alphabetisierung: 'Alphabetisierung',
};

/** Everything that a letter could say of a person on a day, in German; the chosen kinds of content decide what it says. */
export async function readBekannt(tx: Tx, kreisId: string, fall: FallPerson, am: Day): Promise<Bekannt> {
  const gilt = sql`m.ersetzt_am is null and m.gueltig_ab <= ${am}::date
    and (m.gueltig_bis is null or m.gueltig_bis > ${am}::date)`;
  const row = await tx.one(sql<Row>`
    select (select k.name from kommune k where k.kreis_id = ${kreisId} and k.id = ${fall.kommuneId}) as kommune,
      (select coalesce(json_agg(json_build_object('merkmal', m.merkmal, 'wert', m.wert, 'laeuftAbAm', m.laeuft_ab_am)
          order by m.wert), '[]') from person_merkmal m
        where m.kreis_id = ${kreisId} and m.person_id = ${fall.personId} and ${gilt}) as merkmal,
      (select coalesce(json_agg(c.bezeichnung order by c.bezeichnung), '[]') from fall_merkmal m
        join codeliste c on c.kreis_id = m.kreis_id and c.liste = m.merkmal and c.code = m.wert and c.gueltig_bis is null
        where m.kreis_id = ${kreisId} and m.fall_id = ${fall.id} and m.merkmal = 'leistungsbezug' and ${gilt}) as leistungsbezug,
      (select coalesce(json_agg(c.bezeichnung order by c.bezeichnung), '[]') from person_merkmal m
        join codeliste c on c.kreis_id = m.kreis_id and c.liste = m.merkmal and c.code = m.wert and c.gueltig_bis is null
        where m.kreis_id = ${kreisId} and m.person_id = ${fall.personId} and m.merkmal = 'rechtskreis' and ${gilt}) as rechtskreis`);
  const werte = (merkmal: string) => row.merkmal.filter((m) => m.merkmal === merkmal);
  const [titel] = werte('aufenthaltstitel');
  const list = (value: string | null | undefined) => (value ? [value] : []);
  return {
    name: [`${fall.vorname} ${fall.familienname}`.trim()],
    geburtsdatum: fall.geburtsdatum === null ? [] : [formatDay(fall.geburtsdatum)],
    wohnort: list(row.kommune),
    sprachen: list(
      werte('sprache')
        .map(({ wert }) => findPapiersprache(wert)?.name ?? wert)
        .join(', '),
    ),
    aufenthaltstitel: list(titel && (findTitel(titel.wert)?.bezeichnung ?? titel.wert)),
    titel_gueltig_bis: titel?.laeuftAbAm ? [formatDay(titel.laeuftAbAm)] : [],
    leistungsbezug: list(row.leistungsbezug.join(', ')),
    rechtskreis: list(row.rechtskreis.join(', ')),
    deutsch: werte('deutsch').map(({ wert }) => niveau[wert] ?? wert.toUpperCase()),
    haushalt: werte('haushalt').map(({ wert }) => haushaltText(wert)),
    ziel: await readZiele(tx, kreisId, fall),
  };
}

/** "4:2" are four persons, two of them children. */
function haushaltText(wert: string): string {
  const [personen = '', kinder = '0'] = wert.split(':');
  return `${personen} ${personen === '1' ? 'Person' : 'Personen'}${kinder === '0' ? '' : `, davon ${kinder} ${kinder === '1' ? 'Kind' : 'Kinder'}`}`;
}

/** Open goals of the plan as they are worded. */
async function readZiele(tx: Tx, kreisId: string, fall: FallPerson): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string; siegel: Buffer }>`
    select z.id, z.worte_siegel as siegel from hilfeplan_ziel z
    where z.kreis_id = ${kreisId} and z.fall_id = ${fall.id} and z.entfernt_am is null
      and z.stand in ('offen', 'in_arbeit') order by z.prioritaet, z.reihenfolge`);
  return rows.map(
    ({ id, siegel }) => zielWorte.parse(JSON.parse(unsealForPerson(fall.key, id, siegel))).text,
  );
}
