import { sql } from 'kysely';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { addDays, today } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { vordruckArt } from '#src/vordruck/inhalt.ts';
import { proposeRecht } from '#src/vordruck/recht.ts';
import { insertTemplate } from '#src/vordruck/server/insert-template.ts';
import { demoId } from './demo-id.ts';

/** Gives every Träger of a demo Kreis its three texts: the German one in force, the translations as drafts. */
export async function insertVordruck(tx: Tx, plan: KreisPlan, now: Date): Promise<void> {
  const there = await tx.first(sql`select 1 from vordruck where kreis_id = ${plan.id} limit 1`);
  if (there) return;
  const freigegebenAm = `${addDays(today(now), -400)}T08:00:00Z`;
  for (const traeger of plan.traeger) {
    const [standort] = traeger.standort;
    const host = `${traeger.slug.replaceAll('_', '-')}.example`;
    const ort = standort ? `${standort.name}, ${standort.kommune}, ` : '';
    for (const art of vordruckArt.options) {
      await insertTemplate(tx, {
        kreisId: plan.id,
        id: demoId(plan.id, 'vordruck', traeger.slug, art),
        traegerId: demoId(plan.id, 'traeger', traeger.slug),
        art,
        recht: proposeRecht({ name: traeger.rechtsname, art: traeger.art }),
        angabe: {
          traeger: traeger.rechtsname,
          anschrift: `${ort}Telefon 0800 0000000, beratung@${host}`,
          datenschutz: `Datenschutzbeauftragte von ${traeger.name}, datenschutz@${host}`,
        },
        freigegebenAm,
      });
    }
  }
}
