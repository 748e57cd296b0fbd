import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const netzwerktreffenArt = z.enum([
  'arbeitskreis',
  'stadtteilrunde',
  'runder_tisch',
  'fachaustausch',
  'abstimmung',
  'sonstige',
]);

const netzwerktreffenEingabe = z.strictObject({
  am: day,
  name: z.string().trim().min(2).max(200),
  art: netzwerktreffenArt,
  /** Null: of the whole Kreis. */
  kommuneId: z.string().max(8).nullable().default(null),
  /** Träger whose case management took part. */
  traegerId: z.uuid().nullable().default(null),
  /** What came out of it for the network; no client stands here. */
  ergebnis: z.string().trim().max(1000).default(''),
});
export const netzwerktreffen = netzwerktreffenEingabe.extend({ id: z.string(), fassung: z.number() });
export type Netzwerktreffen = z.infer<typeof netzwerktreffen>;

const refusals = ['code-unbekannt', 'datum-in-zukunft'] as const;

/** Participation in local network formats ("Netzwerk- und Austauschformate", Konzept Kreis Unna 2.2). */
export const netzwerktreffenContract = {
  listNetzwerktreffen: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/netzwerktreffen',
    summary: 'Netzwerk- und Austauschformate, an denen das Case Management teilnahm, neueste zuerst',
    ability: 'netzwerktreffen.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      netzwerktreffen: z.array(netzwerktreffen),
      abilities: z.strictObject({ changeNetzwerktreffen: z.boolean() }),
    }),
  }),
  addNetzwerktreffen: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/netzwerktreffen',
    summary: 'Teilnahme an einem Netzwerktreffen festhalten',
    ability: 'netzwerktreffen.pflegen',
    reveals: 'stamm',
    refusals,
    params: inKreis,
    body: netzwerktreffenEingabe,
    status: 201,
    out: netzwerktreffen,
  }),
  changeNetzwerktreffen: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/netzwerktreffen/{netzwerktreffenId}',
    summary: 'Eintrag zu einem Netzwerktreffen berichtigen',
    ability: 'netzwerktreffen.pflegen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: z.strictObject({ kreisId, netzwerktreffenId: z.uuid() }),
    body: netzwerktreffenEingabe.extend({ fassung: z.number().int() }),
    out: netzwerktreffen,
  }),
};
