import { z } from 'zod';

/** A success report as it leaves: the parts of the case examples of Rheine (2023, pp. 8 and 9), one statement per line. */
export const berichtInhalt = z.strictObject({
  titel: z.string().trim().max(160),
  /** Who it was and in which situation, without anything that names. */
  lage: z.string().trim().max(3_000),
  thema: z.string().trim().max(1_000),
  erreicht: z.string().trim().max(3_000),
  schritt: z.string().trim().max(1_000),
});
export type BerichtInhalt = z.infer<typeof berichtInhalt>;

export const berichtTeil = ['titel', 'lage', 'thema', 'erreicht', 'schritt'] as const;
export type BerichtTeil = (typeof berichtTeil)[number];

/** What in a text can tell who somebody is. */
export const merkmalArt = z.enum([
  'name',
  'familie',
  'fachkraft',
  'anrede',
  'kommune',
  'ortsteil',
  'stelle',
  'adresse',
  'land',
  'nummer',
  'datum',
  'jahr',
  'geburtsjahr',
  'telefon',
  'email',
  'internet',
]);
export type MerkmalArt = z.infer<typeof merkmalArt>;

/** A word that must not stand in the report of this case. */
export const verratendesWort = z.strictObject({
  art: merkmalArt,
  wort: z.string(),
  /** Words that begin like this count too, such as "syrisch" for "Syr". */
  anfang: z.boolean(),
});
export type VerratendesWort = z.infer<typeof verratendesWort>;

/** A place in a text: from, up to (exclusive), in UTF-16 units. */
export interface Fund {
  readonly art: MerkmalArt;
  readonly von: number;
  readonly bis: number;
}
