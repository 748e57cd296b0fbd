import { z } from 'zod';
import { schwaerzungGrund } from './ersuchen.ts';

/** A particular of the file as it goes into a copy: a name for machines and what stands there. */
export const kopieFeld = z.strictObject({
  feld: z.string(),
  wert: z.string(),
  /** About somebody else: left out unless the reviewer says otherwise. */
  dritte: z.boolean(),
  /** Written by hand: a name may stand in it. Codes, days and names of offices are not searched. */
  frei: z.boolean(),
});
export type KopieFeld = z.infer<typeof kopieFeld>;

export const kopieZeile = z.strictObject({ id: z.string(), felder: z.array(kopieFeld) });
export type KopieZeile = z.infer<typeof kopieZeile>;

export const kopieAbschnitt = z.strictObject({ abschnitt: z.string(), zeilen: z.array(kopieZeile) });
export type KopieAbschnitt = z.infer<typeof kopieAbschnitt>;

/** The file as it stood when the copy was put together. */
export const kopie = z.array(kopieAbschnitt);
export type Kopie = readonly KopieAbschnitt[];

/** A place of the copy: which words of which field of which row. */
export const stelleDerKopie = z.strictObject({
  abschnitt: z.string().min(1).max(60),
  zeile: z.string().min(1).max(60),
  feld: z.string().min(1).max(60),
  von: z.number().int().min(0),
  bis: z.number().int().min(1),
});
export type StelleDerKopie = z.infer<typeof stelleDerKopie>;

export const schwaerzung = stelleDerKopie.extend({
  id: z.string(),
  grund: schwaerzungGrund,
  /** Found by Lotse. */
  vorschlag: z.boolean(),
  /** The reviewer gives the words after all. */
  verworfen: z.boolean(),
});
export type Schwaerzung = z.infer<typeof schwaerzung>;

/** Sections of a copy in their order, with their German titles: the words of the file are German. */
export const abschnittTitel = {
  stammdaten: 'Person',
  einwilligung: 'Einwilligungen',
  entbindung: 'Schweigepflichtsentbindungen',
  weitergabe: 'Empfänger: was weitergegeben wurde',
  merkmal: 'Angaben zur Lage',
  fall: 'Fall und Zuständigkeit',
  kontakt: 'Beratungskontakte',
  erstberatung: 'Erstberatung',
  assessment: 'Assessment',
  hilfeplan: 'Hilfeplan',
  vermittlung: 'Vermittlungen',
  aufgabe: 'Aufgaben',
  notiz: 'Notizen',
  termin: 'Termine',
  dokument: 'Dokumente',
  haushalt: 'Haushalt',
  akteur: 'Beteiligte',
  abschluss: 'Abschluss',
  zugriff: 'Wer die Akte gelesen hat',
} as const;
export type AbschnittCode = keyof typeof abschnittTitel;

/** Art. 20: what the person provided and what is processed on her consent; nothing that colleagues wrote about her. */
export const uebertragbar: readonly AbschnittCode[] = [
  'stammdaten',
  'einwilligung',
  'entbindung',
  'merkmal',
  'termin',
  'dokument',
  'haushalt',
];
