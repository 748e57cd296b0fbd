import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/** What can happen in a case; each belongs to one group by which the history is filtered. */
const gruppen = {
  kontakt: ['kontakt', 'termin'],
  plan: ['erstberatung', 'assessment', 'hilfeplan', 'ziel'],
  vermittlung: ['vermittlung'],
  fall: ['aufnahme', 'status', 'zustaendigkeit', 'uebergabe', 'abschluss'],
  papier: ['einwilligung', 'entbindung', 'weitergabe', 'dokument'],
  angabe: ['merkmal', 'rechtskreis', 'aufenthaltstitel'],
} as const;

export const verlaufGruppen = ['kontakt', 'plan', 'vermittlung', 'fall', 'papier', 'angabe'] as const;
export type VerlaufGruppe = (typeof verlaufGruppen)[number];

export const verlaufArt = z.enum([
  ...gruppen.kontakt,
  ...gruppen.plan,
  ...gruppen.vermittlung,
  ...gruppen.fall,
  ...gruppen.papier,
  ...gruppen.angabe,
]);
export type VerlaufArt = z.infer<typeof verlaufArt>;

/** One line of the history. */
export const verlaufZeile = z.strictObject({
  am: z.string(),
  art: verlaufArt,
  /** Day from which it holds. */
  ab: day,
  /** Codes to be shown by the page (status, grund, traegerId, kontoId …), never prose. */
  daten: z.record(z.string(), z.unknown()),
  vonName: z.string().nullable(),
});

export function gruppeOf(art: VerlaufArt): VerlaufGruppe {
  return verlaufGruppen.find((gruppe) => (gruppen[gruppe] as readonly string[]).includes(art)) ?? 'fall';
}
