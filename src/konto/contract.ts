import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { rolleName } from '#src/zugang/contract.ts';

export const kontoZustand = z.enum(['eingeladen', 'aktiv', 'gesperrt', 'ruhend']);
export type KontoZustand = z.infer<typeof kontoZustand>;

const rolleZeile = z.strictObject({
  id: z.string(),
  rolle: rolleName,
  traegerId: z.string().nullable(),
  regionId: z.string().nullable(),
  stelle: z.string().nullable(),
  /** Null: since ever. */
  gueltigAb: z.string().nullable(),
  /** The moment at which it ends; null: open. */
  gueltigBis: z.string().nullable(),
  /** When somebody last confirmed that it is needed. */
  geprueftAm: z.string(),
  /** Name of the sign-in service from which it comes; null: given by hand. */
  anbieter: z.string().nullable(),
});
export type RolleZeile = z.infer<typeof rolleZeile>;

const kontoZeile = z.strictObject({
  id: z.string(),
  name: z.string(),
  anmeldename: z.string(),
  zustand: kontoZustand,
  faktor: z.boolean(),
  zuletztAm: z.string().nullable(),
  /** Last working day. */
  endetAm: day.nullable(),
  /** Roles of this Kreis that hold now or later. */
  rollen: z.array(rolleZeile),
});
export type KontoZeile = z.infer<typeof kontoZeile>;

export const kontoBlatt = kontoZeile.extend({
  email: z.string().nullable(),
  fassung: z.number(),
  /** The own account: roles, lock and link are somebody else's business. */
  eigenes: z.boolean(),
  /** Roles of this Kreis that are over. */
  frueher: z.array(rolleZeile),
  sitzung: z.array(
    z.strictObject({ id: z.string(), geraet: z.string(), angelegtAm: z.string(), zuletztAm: z.string() }),
  ),
  /** The link that is open or has run out; null: none. */
  einladung: z
    .strictObject({
      art: z.enum(['einladung', 'kennwort']),
      gueltigBis: z.string(),
      abgelaufen: z.boolean(),
    })
    .nullable(),
  anbieter: z.array(
    z.strictObject({
      anbieterId: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      verbundenAm: z.string().nullable(),
    }),
  ),
});
export type KontoBlatt = z.infer<typeof kontoBlatt>;

const rolleWunsch = z.strictObject({
  rolle: rolleName,
  traegerId: z.uuid().nullable().default(null),
  regionId: z.uuid().nullable().default(null),
  stelleId: z.uuid().nullable().default(null),
  /** First day; null: from now on. */
  ab: day.nullable().default(null),
  /** Last day; null: open. */
  bis: day.nullable().default(null),
});
export type RolleWunsch = z.infer<typeof rolleWunsch>;

const email = z.union([z.literal(''), z.email({ error: 'email-ungueltig' }).max(200)]).default('');
const rolleRefusals = [
  'rolle-braucht-traeger',
  'rolle-braucht-frist',
  'rolle-braucht-stelle',
  'rolle-ort-passt-nicht',
  'rolle-vorhanden',
  'frist-vorbei',
  'traeger-nicht-verwaltet',
  'eigenes-konto',
] as const;

const inKonto = z.strictObject({ kreisId, kontoId: z.uuid() });
/** The link is shown this once. */
const link = z.strictObject({
  link: z.string(),
  gueltigBis: z.string(),
  /** A mail with the link is on its way. */
  mail: z.boolean(),
});

export const kontoContract = {
  listKonto: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/konto',
    summary: 'Konten, die man verwaltet, mit Rollen und Zustand',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      konto: z.array(kontoZeile),
      /** Träger at which the account may give roles; null: everywhere in the Kreis. */
      traegerIds: z.array(z.string()).nullable(),
    }),
  }),
  getKonto: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/konto/{kontoId}',
    summary: 'Ein Konto mit Rollen, Sitzungen, Link und Anmeldediensten',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: [],
    params: inKonto,
    out: kontoBlatt,
  }),
  inviteKonto: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/konto',
    summary: 'Konto anlegen und einladen',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['anmeldename-ungueltig', 'anmeldename-vergeben', ...rolleRefusals],
    params: inKreis,
    bestaetigt: true,
    body: z.strictObject({
      anmeldename: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^(?!kommandozeile\.)[a-z0-9._@+-]{3,120}$/, { error: 'anmeldename-ungueltig' }),
      name: z.string().trim().min(2).max(120),
      email,
      sprache: z.enum(['de', 'en']).default('de'),
      rollen: z.array(rolleWunsch).min(1).max(10),
    }),
    status: 201,
    out: link.extend({ kontoId: z.string() }),
  }),
  changeKonto: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/konto/{kontoId}',
    summary: 'Name, Mailadresse und letzten Arbeitstag ändern',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', 'eigenes-konto', 'letzte-administration'],
    params: inKonto,
    bestaetigt: true,
    body: z.strictObject({
      name: z.string().trim().min(2).max(120),
      email,
      endetAm: day.nullable(),
      fassung: z.number().int(),
    }),
    status: 204,
  }),
  grantKontoRolle: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/konto/{kontoId}/rolle',
    summary: 'Rolle erteilen',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: [...rolleRefusals],
    params: inKonto,
    bestaetigt: true,
    body: rolleWunsch,
    status: 201,
    out: z.strictObject({ id: z.string() }),
  }),
  endKontoRolle: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/konto/{kontoId}/rolle/{rolleId}',
    summary: 'Rolle beenden, sofort oder zu einem Tag',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['eigenes-konto', 'letzte-administration', 'frist-vorbei', 'rolle-vom-anbieter'],
    params: inKonto.extend({ rolleId: z.uuid() }),
    bestaetigt: true,
    /** Last day; null: it ends at once. */
    body: z.strictObject({ bis: day.nullable() }),
    status: 204,
  }),
  confirmRolle: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/rollenpruefung',
    summary: 'Rollen bestätigen: werden noch gebraucht',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['eigenes-konto'],
    params: inKreis,
    body: z.strictObject({ rolleId: z.array(z.uuid()).min(1).max(500) }),
    out: z.strictObject({ anzahl: z.number() }),
  }),
  lockKonto: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/konto/{kontoId}/sperre',
    summary: 'Konto sperren und überall abmelden',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['eigenes-konto', 'letzte-administration'],
    params: inKonto,
    status: 204,
  }),
  unlockKonto: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/konto/{kontoId}/sperre',
    summary: 'Konto entsperren, auch ein ruhendes',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['eigenes-konto', 'konto-beendet'],
    params: inKonto,
    bestaetigt: true,
    status: 204,
  }),
  endKontoSitzung: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/konto/{kontoId}/sitzung',
    summary: 'Eine Sitzung eines Kontos sofort beenden, oder alle',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: [],
    params: inKonto,
    query: z.strictObject({
      sitzung: z
        .string()
        .regex(/^[0-9a-f]{12}$/)
        .optional(),
    }),
    bestaetigt: true,
    out: z.strictObject({ anzahl: z.number() }),
  }),
  renewEinladung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/konto/{kontoId}/einladung',
    summary: 'Neuer Link: Einladung erneuern, oder Kennwort vergessen',
    ability: 'konto.verwalten',
    reveals: 'stamm',
    refusals: ['eigenes-konto', 'konto-gesperrt'],
    params: inKonto,
    bestaetigt: true,
    status: 201,
    out: link,
  }),
  withdrawEinladung: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/konto/{kontoId}/einladung',
    summary: 'Link zurückziehen',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: [],
    params: inKonto,
    status: 204,
  }),
  linkAnbieter: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/konto/{kontoId}/anbieter/{anbieterId}',
    summary: 'Konto mit einem Anmeldedienst verknüpfen',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['eigenes-konto', 'verknuepfung-fehlt', 'verknuepfung-vergeben', 'anbieter-spricht-nicht'],
    params: inKonto.extend({ anbieterId: z.uuid() }),
    bestaetigt: true,
    /** One of both: the confirmed mail address, or the identifier (sub) at the service. */
    body: z.strictObject({ email, subjekt: z.string().trim().max(255).default('') }),
    status: 204,
  }),
  unlinkAnbieter: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/konto/{kontoId}/anbieter/{anbieterId}',
    summary: 'Verknüpfung mit einem Anmeldedienst lösen',
    ability: 'konto.verwalten',
    reveals: 'nichts',
    refusals: ['eigenes-konto'],
    params: inKonto.extend({ anbieterId: z.uuid() }),
    bestaetigt: true,
    status: 204,
  }),
};
