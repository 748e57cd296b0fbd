import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** Kinds of office with which KIM works together (Vorlage 197/23 §2, Konzept Kreis Unna 4.1). */
export const stelleArt = z.enum([
  'abh',
  'ebh',
  'sozialverwaltung',
  'jobcenter',
  'arbeitsagentur',
  'jugendamt',
  'schule',
  'kita',
  'migrationsberatung',
  'fachberatung',
  'gesundheit',
  'ehrenamt',
  'wohnen',
  'kommunales_team',
  'sonstige',
]);
export type StelleArt = z.infer<typeof stelleArt>;

const stelleEingabe = z.strictObject({
  name: z.string().trim().min(2).max(200),
  art: stelleArt,
  kommuneId: z.string().max(8).nullable().default(null),
  /** Professional contact of the office, never a client. */
  ansprechpartner: z.string().trim().max(200).default(''),
  telefon: z.string().trim().max(60).default(''),
  email: z.union([z.literal(''), z.email({ error: 'email-ungueltig' }).max(200)]).default(''),
  /** Agreed route of the Zusteuerung in words. */
  weg: z.string().trim().max(500).default(''),
  /** Null: not agreed yet. */
  vereinbartAm: day.nullable().default(null),
  /** Offered where an Anfrage asks who steered the person here. */
  zugesteuert: z.boolean().default(false),
  gueltigBis: day.nullable().default(null),
});

export const stelle = z.strictObject({
  id: z.string(),
  name: z.string(),
  art: stelleArt,
  kommuneId: z.string().nullable(),
  ansprechpartner: z.string(),
  telefon: z.string(),
  email: z.string(),
  weg: z.string(),
  vereinbartAm: day.nullable(),
  zugesteuert: z.boolean(),
  gueltigAb: day,
  /** First day on which the office is no longer a partner. */
  gueltigBis: day.nullable(),
  fassung: z.number(),
});
export type Stelle = z.infer<typeof stelle>;

export const stelleContract = {
  listStelle: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/stelle',
    summary: 'Partnerstellen mit vereinbartem Weg, auch beendete',
    ability: 'stelle.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      stelle: z.array(stelle),
      abilities: z.strictObject({ changeStelle: z.boolean() }),
    }),
  }),
  addStelle: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/stelle',
    summary: 'Partnerstelle anlegen',
    ability: 'stelle.pflegen',
    reveals: 'stamm',
    refusals: ['stelle-name-vergeben', 'code-unbekannt', 'datum-in-zukunft', 'stelle-ende-vor-beginn'],
    params: inKreis,
    body: stelleEingabe,
    status: 201,
    out: stelle,
  }),
  changeStelle: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/stelle/{stelleId}',
    summary: 'Partnerstelle ändern oder beenden',
    ability: 'stelle.pflegen',
    reveals: 'stamm',
    refusals: [
      'gleichzeitig-geaendert',
      'stelle-name-vergeben',
      'code-unbekannt',
      'datum-in-zukunft',
      'stelle-ende-vor-beginn',
    ],
    params: z.strictObject({ kreisId, stelleId: z.uuid() }),
    body: stelleEingabe.extend({ fassung: z.number().int() }),
    out: stelle,
  }),
};
