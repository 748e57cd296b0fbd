import { z } from 'zod';
import { day, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

export const abschlussGespraech = z.enum(['gemeinsam', 'telefonisch', 'kein']);

/** Why no closing talk was held. */
export const keinGespraech = z.enum(['nicht_erreichbar', 'nicht_gewuenscht', 'verzogen', 'verstorben']);

/** What is written down when a case ends (M193, M176). */
export const abschlussEingabe = z.strictObject({
  gespraech: abschlussGespraech,
  /** Day of the talk; null without one. */
  gespraechAm: day.nullable(),
  keinGrund: keinGespraech.nullable(),
  /** What was achieved, in words. */
  rueckblick: z.string().max(5_000),
  naechsterSchritt: z.string().max(2_000),
  /** Ends the steps and tasks that are still open; without it such a case is not closed. */
  schritteBeenden: z.boolean(),
});
export type AbschlussEingabe = z.infer<typeof abschlussEingabe>;

/** A closure as the file shows it. */
export const abschluss = z.strictObject({
  am: day,
  grund: z.string(),
  gespraech: abschlussGespraech,
  gespraechAm: day.nullable(),
  keinGrund: keinGespraech.nullable(),
  zieleErreicht: z.number(),
  zieleGesamt: z.number(),
  rueckblick: z.string(),
  naechsterSchritt: z.string(),
});
export type Abschluss = z.infer<typeof abschluss>;

/** Why a case cannot be closed like this: the joint talk is documented or its absence explained (Konzept Kreis Unna 2.2). */
export function abschlussRefusals(
  eingabe: AbschlussEingabe,
  offen: number,
  aufgenommenAm: Day,
  heute: Day,
): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const { gespraech, gespraechAm, keinGrund } = eingabe;
  if (gespraech === 'kein') {
    if (keinGrund === null) refusals.push({ instance: '/abschluss/keinGrund', code: 'grund-fehlt' });
  } else if (gespraechAm === null) {
    refusals.push({ instance: '/abschluss/gespraechAm', code: 'datum-ungueltig' });
  } else if (gespraechAm > heute) {
    refusals.push({ instance: '/abschluss/gespraechAm', code: 'datum-in-zukunft' });
  } else if (gespraechAm < aufgenommenAm) {
    refusals.push({ instance: '/abschluss/gespraechAm', code: 'datum-vor-aufnahme' });
  }
  if (offen > 0 && !eingabe.schritteBeenden) {
    refusals.push({ instance: '/abschluss/schritteBeenden', code: 'schritte-offen' });
  }
  return refusals;
}
