import { sql } from 'kysely';
import { isOffenerSchritt, isOffenesZiel } from '#src/hilfeplan/rules.ts';
import type { GelesenerPlan } from '#src/hilfeplan/server/read-plan.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { BerichtFakten } from '../propose.ts';
import { landWithArticle, weltregion } from '../weltregion.ts';
import type { Herkunft } from './read-verratend.ts';

interface Row {
  readonly geschlecht: string | null;
  readonly aufgenommenAm: Day;
  readonly bereich: readonly string[];
  readonly einreise: string | null;
  readonly haushalt: string | null;
}

/** At most so many next steps are proposed: a report looks ahead, it is no plan. */
const STEPS = 2;

/** What a proposal is made of: codes, roundable years, and the words of goals. */
export async function readFakten(
  tx: Tx,
  plan: GelesenerPlan,
  herkunft: Herkunft | undefined,
  heute: Day,
): Promise<BerichtFakten> {
  const { kreisId, fallId, personId, ziel } = plan;
  const row = await tx.one(sql<Row>`
    select f.aufgenommen_am as "aufgenommenAm",
      (select wert from fall_merkmal where kreis_id = f.kreis_id and fall_id = f.id and merkmal = 'geschlecht'
        and ersetzt_am is null and gueltig_bis is null limit 1) as geschlecht,
      array(select wert from fall_merkmal where kreis_id = f.kreis_id and fall_id = f.id and merkmal = 'lebensbereich'
        and ersetzt_am is null and gueltig_bis is null) as bereich,
      (select wert from person_merkmal where kreis_id = f.kreis_id and person_id = ${personId} and merkmal = 'einreise'
        and ersetzt_am is null and gueltig_bis is null limit 1) as einreise,
      (select wert from person_merkmal where kreis_id = f.kreis_id and person_id = ${personId} and merkmal = 'haushalt'
        and ersetzt_am is null and gueltig_bis is null limit 1) as haushalt
    from fall f where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  const namen = await tx.all(sql<{ code: string; name: string }>`
    select code, bezeichnung as name from codeliste where kreis_id = ${kreisId} and liste = 'lebensbereich' order by rang`);
  // Without a plan the areas with which the case was admitted are its themes.
  const bereiche = new Set(ziel.length === 0 ? row.bereich : ziel.map(({ lebensbereich }) => lebensbereich));
  return {
    geschlecht: row.geschlecht,
    alter: plan.geburtsdatum === null ? null : yearsBetween(plan.geburtsdatum, heute),
    herkunft:
      herkunft?.gross === true
        ? landWithArticle(herkunft.code, herkunft.name)
        : herkunft
          ? weltregion(herkunft.code)
          : null,
    jahreInDeutschland: row.einreise === null ? null : yearsBetween(`${row.einreise}-01`, heute),
    jahreBegleitet: yearsBetween(row.aufgenommenAm, heute),
    kinder: Number(row.haushalt?.split(':')[1] ?? 0) > 0,
    bereich: namen.filter(({ code }) => bereiche.has(code)).map(({ name }) => name),
    erreicht: ziel.filter(({ stand }) => stand === 'erreicht').map(({ text }) => text),
    schritt: nextSteps(ziel),
  };
}

/** The first open goals; of a goal with an open step that step. */
function nextSteps(ziel: GelesenerPlan['ziel']): string[] {
  return ziel
    .filter(isOffenesZiel)
    .slice(0, STEPS)
    .map(({ text, schritt }) => schritt.find(isOffenerSchritt)?.text ?? text);
}

/** Whole years between two days. */
function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
