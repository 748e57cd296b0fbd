import { z } from 'zod';

const zeile = z.string().trim().min(1).max(300);
const absatz = z.string().trim().min(1).max(3_000);

export const vordruckArt = z.enum(['einwilligung', 'datenschutzinformation', 'entbindung']);
export type VordruckArt = z.infer<typeof vordruckArt>;

/** What {curly} words in a text stand for; filled in when the paper is printed or shown for signing. */
export const platzhalter = [
  'traeger',
  'anschrift',
  'datenschutz',
  'stelle',
  'zweck',
  'inhalt',
  'richtung',
  'frist',
] as const;
export type Platzhalter = (typeof platzhalter)[number];

/** What a Träger says of itself; kept with each version, so that a signed text stays as it was. */
export const vordruckAngabe = z.strictObject({
  traeger: z.string().trim().max(300),
  anschrift: z.string().trim().max(300),
  datenschutz: z.string().trim().max(300),
});
export type VordruckAngabe = z.infer<typeof vordruckAngabe>;

/** A text to be signed or handed out. Every translation has the same number of sections, paragraphs and choices. */
export const vordruckInhalt = z.strictObject({
  titel: zeile,
  abschnitt: z
    .array(z.strictObject({ ueberschrift: zeile, absatz: z.array(absatz).min(1).max(12) }))
    .min(1)
    .max(20),
  /** Purposes that are chosen one by one (consent); empty elsewhere. */
  zweck: z
    .array(
      z.strictObject({
        code: z.enum(['dokumentation', 'auswertung', 'landesdatenbank', 'uebergabe']),
        text: absatz,
      }),
    )
    .max(4),
  /** The sentence above the signature. */
  erklaerung: absatz,
});
export type VordruckInhalt = z.infer<typeof vordruckInhalt>;
