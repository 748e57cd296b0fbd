import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { uhrzeit } from '#src/termin/zeit.ts';

export const sprechstundeArt = z.enum(['sprechstunde', 'sprachcafe', 'stadtteilarbeit']);
export const ausfallGrund = z.enum(['abwesenheit', 'veranstaltung', 'raum', 'sonstiges']);

const sprechstundeEingabe = z.strictObject({
  traegerId: z.uuid(),
  standortId: z.uuid(),
  /** Null: the team of the Träger, whoever is there. */
  casemanagerId: z.uuid().nullable(),
  art: sprechstundeArt,
  /** 1 = Monday to 7 = Sunday. */
  wochentag: z.number().int().min(1).max(7),
  von: uhrzeit,
  bis: uhrzeit,
  gueltigAb: day,
});

export const ausfallZeile = z.strictObject({
  am: day,
  grund: ausfallGrund,
  /** Day that was announced instead; null: the next regular one. */
  ersatzAm: day.nullable(),
  /** Day on which people can come again, as of now. */
  naechsterAm: day.nullable(),
});
export type AusfallZeile = z.infer<typeof ausfallZeile>;

export const sprechstundeZeile = sprechstundeEingabe.extend({
  id: z.string(),
  casemanagerName: z.string().nullable(),
  /** First day on which it no longer takes place. */
  gueltigBis: day.nullable(),
  /** Days in the period asked for on which it takes place. */
  tage: z.array(day),
  /** Next day from today on. */
  naechsterAm: day.nullable(),
  /** Cancelled days from today on and in the period asked for. */
  ausfall: z.array(ausfallZeile),
  abilities: z.strictObject({ change: z.boolean() }),
});
export type SprechstundeZeile = z.infer<typeof sprechstundeZeile>;

const inSprechstunde = z.strictObject({ kreisId, sprechstundeId: z.uuid() });

/** Open hours without appointment, language cafés and work in the neighbourhood (Konzept Kreis Unna 4.1). */
export const sprechstundeContract = {
  listSprechstunde: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/sprechstunde',
    summary: 'Offene Sprechstunden mit ihren Tagen und Ausfällen',
    ability: 'sprechstunde.lesen',
    reveals: 'stamm',
    refusals: ['zeitraum-zu-lang'],
    params: inKreis,
    query: z.strictObject({ von: day.optional(), bis: day.optional() }),
    out: z.strictObject({ sprechstunde: z.array(sprechstundeZeile) }),
  }),
  addSprechstunde: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/sprechstunde',
    summary: 'Offene Sprechstunde einrichten',
    ability: 'sprechstunde.pflegen',
    reveals: 'nichts',
    refusals: ['traeger-fremd', 'standort-unbekannt', 'casemanager-fremd', 'ende-vor-beginn'],
    params: inKreis,
    body: sprechstundeEingabe,
    out: z.strictObject({ sprechstundeId: z.string() }),
    status: 201,
  }),
  endSprechstunde: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/sprechstunde/{sprechstundeId}/ende',
    summary: 'Offene Sprechstunde beenden',
    ability: 'sprechstunde.pflegen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'ende-vor-beginn'],
    params: inSprechstunde,
    body: z.strictObject({ ab: day }),
    status: 204,
  }),
  cancelSprechstunde: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/sprechstunde/{sprechstundeId}/ausfall',
    summary: 'Ausfall einer Sprechstunde mitteilen',
    ability: 'sprechstunde.pflegen',
    reveals: 'nichts',
    refusals: [
      'nicht-gefunden',
      'kein-sprechtag',
      'ersatz-vor-ausfall',
      'ausfall-bekannt',
      'datum-in-vergangenheit',
    ],
    params: inSprechstunde,
    body: z.strictObject({ am: day, grund: ausfallGrund, ersatzAm: day.nullable() }),
    out: z.strictObject({ naechsterAm: day.nullable() }),
    status: 201,
  }),
  undoAusfall: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/sprechstunde/{sprechstundeId}/ausfall/{am}',
    summary: 'Ausfall zurücknehmen: die Sprechstunde findet doch statt',
    ability: 'sprechstunde.pflegen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inSprechstunde.extend({ am: day }),
    status: 204,
  }),
};
