import { z } from 'zod';
import { day, isDay, month } from '#src/platform/day.ts';
import { fallMerkmal, kontaktArt, kontaktMerkmal } from './tabelle.ts';

const schalter = z
  .enum(['0', '1'])
  .default('0')
  .transform((v) => v === '1');
const gemeinsam = {
  /** Slug of a region of the Kreis. */
  region: z.string().max(60).optional(),
  traeger: z.uuid().optional(),
  /** Day (known at its end) or moment; without it everything known now. */
  kenntnisstand: z
    .string()
    .refine((v) => isDay(v) || z.iso.datetime({ offset: true }).safeParse(v).success, {
      error: 'datum-ungueltig',
    })
    .optional(),
  veroeffentlicht: schalter,
};
const stichtage = z
  .string()
  .max(400)
  .transform((text) =>
    [
      ...new Set(
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ].toSorted(),
  )
  .pipe(z.array(day).min(1).max(24));
const top = z.coerce.number().int().min(1).max(300).optional();

export const fallzahlenFrage = z.strictObject({ stichtag: stichtage, ...gemeinsam });
export const kontakteFrage = z
  .strictObject({ art: kontaktArt.default('sonstige'), von: month, bis: month, ...gemeinsam })
  .refine((f) => f.von <= f.bis, { error: 'zeitraum-verkehrt', path: ['bis'] })
  .refine((f) => Number(f.bis.slice(0, 4)) - Number(f.von.slice(0, 4)) <= 20, {
    error: 'zeitraum-zu-lang',
    path: ['bis'],
  });
export const beratungszeitFrage = z
  .strictObject({ von: month, bis: month, region: gemeinsam.region, traeger: gemeinsam.traeger })
  .refine((f) => f.von <= f.bis, { error: 'zeitraum-verkehrt', path: ['bis'] });
export const merkmalFrage = z.strictObject({ merkmal: fallMerkmal, stichtag: day, top, ...gemeinsam });
export const kontaktmerkmalFrage = z
  .strictObject({ merkmal: kontaktMerkmal, von: day, bis: day, top, ...gemeinsam })
  .refine((f) => f.von <= f.bis, { error: 'zeitraum-verkehrt', path: ['bis'] });
export const baustein3Frage = z.strictObject({ region: gemeinsam.region, veroeffentlicht: schalter });
export const stellenFrage = z.strictObject({ stichtag: day, region: gemeinsam.region });

export type FallzahlenFrage = z.output<typeof fallzahlenFrage>;
export type KontakteFrage = z.output<typeof kontakteFrage>;
export type BeratungszeitFrage = z.output<typeof beratungszeitFrage>;
export type MerkmalFrage = z.output<typeof merkmalFrage>;
export type KontaktmerkmalFrage = z.output<typeof kontaktmerkmalFrage>;
export type Baustein3Frage = z.output<typeof baustein3Frage>;
export type StellenFrage = z.output<typeof stellenFrage>;
