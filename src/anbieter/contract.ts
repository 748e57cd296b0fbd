import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { rolleName } from '#src/zugang/contract.ts';

const aussteller = z.string().trim().max(300);

const zuordnung = z.strictObject({
  /** Name of the group at the sign-in service. */
  wert: z.string().trim().min(1).max(200),
  rolle: rolleName,
  traegerId: z.uuid().nullable().default(null),
  regionId: z.uuid().nullable().default(null),
});

const eingabe = z.strictObject({
  name: z.string().trim().min(2).max(80),
  /** Null: for the whole Kreis. */
  traegerId: z.uuid().nullable(),
  aussteller,
  clientId: z.string().trim().min(1).max(200),
  /** Empty: it stays as it is. */
  geheimnis: z.string().max(500).default(''),
  scopes: z
    .string()
    .trim()
    .max(200)
    .regex(/^openid( [\w.:/-]+)*$/, { error: 'scopes-ungueltig' })
    .default('openid profile email'),
  /** Claim with the groups, such as "groups" or "realm_access.roles"; empty: no roles from there. */
  rollenClaim: z.string().trim().max(200).default(''),
  faktorWerte: z.array(z.string().trim().min(1).max(200)).max(10).default([]),
  kontenAnlegen: z.boolean().default(false),
  aktiv: z.boolean().default(false),
  rollen: z.array(zuordnung).max(100).default([]),
});
export type AnbieterEingabe = z.infer<typeof eingabe>;

export const anbieter = eingabe.omit({ geheimnis: true }).extend({
  id: z.string(),
  hatGeheimnis: z.boolean(),
  fassung: z.number(),
});
export type Anbieter = z.infer<typeof anbieter>;

const refusals = [
  'aussteller-ungueltig',
  'scopes-ungueltig',
  'rolle-nicht-vom-anbieter',
  'rolle-braucht-traeger',
  'rolle-ort-passt-nicht',
  'zuordnung-fremd',
  'traeger-nicht-verwaltet',
] as const;

export const anbieterContract = {
  listOpenAnbieter: endpoint({
    method: 'GET',
    path: '/anbieter',
    summary: 'Namen der Anmeldedienste für die Anmeldeseite',
    ability: 'offen',
    reveals: 'nichts',
    refusals: [],
    out: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
  listAnbieter: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/anbieter',
    summary: 'Anmeldedienste, die man verwaltet',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      anbieter: z.array(anbieter),
      /** Beginning of the address of return that has to be entered at the service; its last part follows from the issuer. */
      rueckkehr: z.string(),
    }),
  }),
  addAnbieter: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/anbieter',
    summary: 'Anmeldedienst anlegen',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: [...refusals],
    params: inKreis,
    bestaetigt: true,
    body: eingabe,
    status: 201,
    out: z.strictObject({ id: z.string() }),
  }),
  changeAnbieter: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/anbieter/{anbieterId}',
    summary: 'Anmeldedienst ändern; was nicht mehr gilt, endet sofort',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: z.strictObject({ kreisId, anbieterId: z.uuid() }),
    bestaetigt: true,
    body: eingabe.extend({ fassung: z.number().int() }),
    status: 204,
  }),
  checkAnbieter: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/anbieter/pruefung',
    summary: 'Verbindung zu einem Anmeldedienst prüfen',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['aussteller-ungueltig', 'anbieter-nicht-erreichbar'],
    params: inKreis,
    liest: true,
    body: z.strictObject({ aussteller }),
    out: z.strictObject({
      /** PKCE with S256 is announced; without it the sign-in works all the same, or fails at the service. */
      pkce: z.boolean(),
      scopes: z.array(z.string()),
      claims: z.array(z.string()),
    }),
  }),
};
