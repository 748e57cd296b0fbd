import { z } from 'zod';
import { kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

const base64url = z
  .string()
  .min(1)
  .max(12_000)
  .regex(/^[\w-]+$/);

/** How a browser proves a passkey (AuthenticationResponseJSON of WebAuthn). */
export const passkeyAntwort = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});
export type PasskeyAntwort = z.infer<typeof passkeyAntwort>;

/** How a browser introduces a new passkey (RegistrationResponseJSON of WebAuthn). */
export const passkeyAnlage = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{2,20}$/))
      .max(8)
      .nullish(),
  }),
});
export type PasskeyAnlage = z.infer<typeof passkeyAnlage>;

/** Ways of the second step. */
export const faktorWeg = z.enum(['totp', 'passkey', 'code']);
export type FaktorWeg = z.infer<typeof faktorWeg>;

const sixDigits = z.string().trim().min(1).max(20);
export const totpAntwort = z.strictObject({ art: z.literal('totp'), code: sixDigits });
export const codeAntwort = z.strictObject({ art: z.literal('code'), code: z.string().trim().min(1).max(40) });
export const keyAntwort = z.strictObject({ art: z.literal('passkey'), antwort: passkeyAntwort });
export const faktorAntwort = z.discriminatedUnion('art', [totpAntwort, codeAntwort, keyAntwort]);
export type FaktorAntwort = z.infer<typeof faktorAntwort>;

const credential = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()),
});

/** What a passkey is asked (PublicKeyCredentialRequestOptionsJSON). */
export const passkeyAufgabe = z.strictObject({
  challenge: z.string(),
  timeout: z.number(),
  rpId: z.string(),
  allowCredentials: z.array(credential),
  userVerification: z.enum(['required', 'preferred']),
});
export type PasskeyAufgabe = z.infer<typeof passkeyAufgabe>;

const passkeyVorlage = z.strictObject({
  challenge: z.string(),
  timeout: z.number(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.number() })),
  excludeCredentials: z.array(credential),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('preferred'),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('preferred'),
  }),
  attestation: z.literal('none'),
});

export const faktorStand = z.strictObject({
  totp: z.array(z.strictObject({ id: z.string(), name: z.string(), angelegtAm: z.string() })),
  passkey: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      angelegtAm: z.string(),
      zuletztAm: z.string().nullable(),
    }),
  ),
  /** Recovery codes that can still be used. */
  codes: z.number(),
  /** A role of the account needs a second factor, so the last one stays. */
  pflicht: z.boolean(),
});
export type FaktorStand = z.infer<typeof faktorStand>;

/** Recovery codes come with the first factor, and are shown this once. */
const eingerichtet = z.strictObject({ codes: z.array(z.string()).nullable() });
export type Eingerichtet = z.infer<typeof eingerichtet>;

const name = z.string().trim().min(1).max(60);

export const faktorContract = {
  listFaktor: endpoint({
    method: 'GET',
    path: '/ich/faktor',
    summary: 'Eigene zweite Faktoren',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    out: faktorStand,
  }),
  beginTotp: endpoint({
    method: 'POST',
    path: '/ich/faktor/totp',
    summary: 'App mit Einmalcodes einrichten: Schlüssel holen',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['faktor-zu-viele'],
    bestaetigt: true,
    out: z.strictObject({ id: z.string(), schluessel: z.string(), uri: z.string() }),
  }),
  confirmTotp: endpoint({
    method: 'POST',
    path: '/ich/faktor/totp/{faktorId}/bestaetigung',
    summary: 'App mit Einmalcodes einrichten: ersten Code prüfen',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['code-falsch'],
    bestaetigt: true,
    params: z.strictObject({ faktorId: z.uuid() }),
    body: z.strictObject({ name, code: sixDigits }),
    out: eingerichtet,
  }),
  beginPasskey: endpoint({
    method: 'POST',
    path: '/ich/faktor/passkey/vorlage',
    summary: 'Passkey einrichten: Vorlage für den Browser',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['faktor-zu-viele'],
    bestaetigt: true,
    out: passkeyVorlage,
  }),
  addPasskey: endpoint({
    method: 'POST',
    path: '/ich/faktor/passkey',
    summary: 'Passkey einrichten: prüfen und merken',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['passkey-falsch', 'passkey-vergeben', 'faktor-zu-viele'],
    bestaetigt: true,
    body: z.strictObject({ name, antwort: passkeyAnlage }),
    out: eingerichtet,
  }),
  removeFaktor: endpoint({
    method: 'DELETE',
    path: '/ich/faktor/{faktorId}',
    summary: 'Zweiten Faktor entfernen',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['letzter-faktor'],
    bestaetigt: true,
    params: z.strictObject({ faktorId: z.uuid() }),
    status: 204,
  }),
  renewCodes: endpoint({
    method: 'POST',
    path: '/ich/faktor/code',
    summary: 'Neue Wiederherstellungscodes; die alten gelten nicht mehr',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['faktor-fehlt'],
    bestaetigt: true,
    out: z.strictObject({ codes: z.array(z.string()) }),
  }),
  resetFaktor: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/konto/{kontoId}/faktor',
    summary: 'Zweite Faktoren eines Kontos zurücksetzen und es überall abmelden',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['eigenes-konto'],
    bestaetigt: true,
    params: z.strictObject({ kreisId, kontoId: z.uuid() }),
    out: z.strictObject({ anzahl: z.number() }),
  }),
};
