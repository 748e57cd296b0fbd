import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

/** One operation and who may call it at all. */
const vorgang = z.strictObject({
  name: z.string(),
  methode: z.string(),
  pfad: z.string(),
  summary: z.string(),
  faehigkeit: z.string(),
  /** What the answer shows; "person" leaves a row in the access log each time. */
  zeigt: z.enum(['person', 'fall', 'zahlen', 'stamm', 'nichts']),
  liest: z.boolean(),
  datei: z.boolean(),
  /** Asks for the proof of identity again. */
  bestaetigt: z.boolean(),
  /** Opens the whole Kreis for this one call. */
  zweck: z.string().nullable(),
  /** "alle": whoever is signed in; "offen": without an account. */
  wer: z.enum(['rollen', 'alle', 'offen']),
  rollen: z.array(z.string()),
});
export type Vorgang = z.infer<typeof vorgang>;

/** One rule of the database about rows of a table. */
const regel = z.strictObject({
  name: z.string(),
  befehl: z.enum(['alles', 'lesen', 'anlegen', 'aendern', 'loeschen']),
  /** Every one of them must hold as well, beside one of those that open. */
  zusaetzlich: z.boolean(),
  satz: z.strictObject({ de: z.string(), en: z.string() }),
});

const tabelle = z.strictObject({
  name: z.string(),
  /** What stands in it, in the words of the database. */
  inhalt: z.string(),
  regel: z.array(regel),
  /** Narrow roles whose functions read past these rules, each with a condition of its own. */
  funktionen: z.array(
    z.strictObject({ name: z.string(), satz: z.strictObject({ de: z.string(), en: z.string() }) }),
  ),
});
export type Tabelle = z.infer<typeof tabelle>;

/** "Wer darf was": what the running server enforces, told by itself. */
export const rechteContract = {
  getRechte: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/rechte',
    summary: 'Wer darf was: Vorgänge und Rollen, Zeilen und Bedingungen, wie sie gerade durchgesetzt werden',
    ability: 'rechte.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      rollen: z.array(z.string()),
      vorgang: z.array(vorgang),
      tabelle: z.array(tabelle),
    }),
  }),
};
