import { z } from 'zod';
import { day } from '#src/platform/day.ts';
import { aufbewahrungArt, fristEinheit } from './frist.ts';

export const loeschart = z.enum(['kurzberatung', 'fall', 'widerruf', 'ersuchen']);
export const sperrgrund = z.enum(['verfahren', 'ersuchen', 'verjaehrung', 'foerderpruefung', 'wunsch']);
export type Sperrgrund = z.infer<typeof sperrgrund>;
/** What holds a deletion up: set by hand, or because the person had her data restricted. */
const haltegrund = z.enum([...sperrgrund.options, 'einschraenkung']);
const laufStand = z.enum(['vorgeschlagen', 'freigegeben', 'abgeschlossen', 'zurueckgezogen']);
const postenStand = z.enum(['offen', 'geloescht', 'uebersprungen', 'zurueckgezogen']);
const auslassungsgrund = z.enum(['sperre', 'nicht_faellig', 'nicht_da', 'traeger_gewechselt', 'fehler']);
export const archivAntwort = z.enum(['nicht_uebernommen', 'uebernommen']);

export const anzahl = z.number().int();
export const fristZeile = z.strictObject({ einheit: fristEinheit, anzahl });

export const faelligeZeile = z.strictObject({
  personId: z.string(),
  traegerId: z.string(),
  /** Numbers of cases or Anfragen, never a name. */
  nummer: z.array(z.string()),
  art: loeschart,
  bezugAm: day,
  faelligAb: day,
  frist: fristZeile,
  sperre: haltegrund.nullable(),
  sperreBis: day.nullable(),
  /** Run that already holds this person. */
  laufId: z.string().nullable(),
});
export type FaelligeZeile = z.infer<typeof faelligeZeile>;

export const regelZeile = z.strictObject({
  traegerId: z.string(),
  art: aufbewahrungArt,
  einheit: fristEinheit,
  anzahl,
  grundlage: z.string(),
  /** Null: the default of the programme. */
  gueltigAb: day.nullable(),
  gueltigBis: day.nullable(),
});
export type RegelZeile = z.infer<typeof regelZeile>;

export const sperreZeile = z.strictObject({
  id: z.string(),
  nummer: z.array(z.string()),
  traegerId: z.string(),
  grund: sperrgrund,
  bis: day.nullable(),
  gesetztAm: z.string(),
  vonName: z.string().nullable(),
});

const archiv = z.strictObject({
  name: z.string().nullable(),
  angebotenAm: day.nullable(),
  antwort: archivAntwort.nullable(),
  uebergebenAm: day.nullable(),
});

export const laufZeile = z.strictObject({
  id: z.string(),
  traegerId: z.string(),
  anlass: z.enum(['frist', 'ersuchen']),
  bis: day,
  stand: laufStand,
  vorgeschlagenAm: z.string(),
  vorgeschlagenName: z.string().nullable(),
  /** The account that asks has proposed it and may not release it. */
  eigener: z.boolean(),
  freigegebenAm: z.string().nullable(),
  freigegebenName: z.string().nullable(),
  abgeschlossenAm: z.string().nullable(),
  fassung: anzahl,
  /** A public body offers the files to its archive first. */
  archivNoetig: z.boolean(),
  archiv,
  posten: z.array(
    z.strictObject({
      id: z.string(),
      nummer: z.string(),
      art: loeschart,
      frist: fristZeile.nullable(),
      bezugAm: day.nullable(),
      faelligAb: day.nullable(),
      stand: postenStand,
      grund: auslassungsgrund.nullable(),
    }),
  ),
});
export type LaufZeile = z.infer<typeof laufZeile>;

export const nachweisZeile = z.strictObject({
  id: z.string(),
  laufId: z.string().nullable(),
  traegerId: z.string(),
  art: z.enum([...loeschart.options, 'wiederholt']),
  frist: fristZeile.nullable(),
  bezugAm: day.nullable(),
  geloeschtAm: day,
  /** Rows per table: erased, or left as an anonymous fact. */
  zaehlung: z.record(z.string(), z.number()),
  einwilligungAm: day.nullable(),
  einwilligungFassung: z.string().nullable(),
  widerrufenAm: day.nullable(),
});
export type NachweisZeile = z.infer<typeof nachweisZeile>;
