import { z } from 'zod';
import { endpoint } from '#src/platform/contract.ts';

export const rolleName = z.enum([
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'abh_ebh',
  'lenkungskreis',
  'controlling',
  'ministerium',
  'datenschutz',
  'administration',
  'partner',
  'uebernahme',
]);

/** Who is signed in, and what the pages may offer: the browser never decides rights. */
export const ich = z.strictObject({
  kontoId: z.string(),
  kreisId: z.string(),
  name: z.string(),
  sprache: z.enum(['de', 'en']),
  rollen: z.array(
    z.strictObject({
      kreisId: z.string(),
      kreisName: z.string(),
      rolle: rolleName,
      traegerId: z.string().nullable(),
      traegerName: z.string().nullable(),
      regionId: z.string().nullable(),
      regionName: z.string().nullable(),
      gueltigBis: z.string().nullable(),
    }),
  ),
  /** Abilities per Kreis, named as in the contracts (fall.list, auswertung.zaehlen …). */
  abilities: z.record(z.string(), z.array(z.string())),
  /** True on the embedded trial database: a notice stays on every page. */
  testdatenbank: z.boolean(),
  leerlaufMinuten: z.number(),
});
export type Ich = z.infer<typeof ich>;

export const sitzungZeile = z.strictObject({
  id: z.string(),
  geraet: z.string(),
  angelegtAm: z.string(),
  zuletztAm: z.string(),
  diese: z.boolean(),
});

export const zugangContract = {
  anmelden: endpoint({
    method: 'POST',
    path: '/sitzung',
    summary: 'Anmelden',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['anmeldung-falsch', 'anmeldung-gesperrt', 'anmeldung-ueberlastet'],
    status: 200,
    body: z.strictObject({
      anmeldename: z.string().trim().min(1).max(120),
      kennwort: z.string().min(1).max(200),
    }),
    out: z.strictObject({ kontoId: z.string() }),
  }),
  abmelden: endpoint({
    method: 'DELETE',
    path: '/sitzung',
    summary: 'Abmelden',
    ability: 'offen',
    reveals: 'nichts',
    refusals: [],
    status: 204,
  }),
  getIch: endpoint({
    method: 'GET',
    path: '/ich',
    summary: 'Das angemeldete Konto',
    ability: 'angemeldet',
    reveals: 'stamm',
    refusals: ['anmeldung-noetig'],
    out: ich,
  }),
  setSprache: endpoint({
    method: 'PUT',
    path: '/ich/sprache',
    summary: 'Sprache der Oberfläche',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    body: z.strictObject({ sprache: z.enum(['de', 'en']) }),
    status: 204,
  }),
  changeKennwort: endpoint({
    method: 'PUT',
    path: '/ich/kennwort',
    summary: 'Kennwort ändern',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: ['kennwort-falsch', 'kennwort-zu-kurz', 'kennwort-bekannt'],
    body: z.strictObject({ bisher: z.string().min(1).max(200), neu: z.string().min(1).max(200) }),
    status: 204,
  }),
  listSitzung: endpoint({
    method: 'GET',
    path: '/ich/sitzung',
    summary: 'Eigene Sitzungen',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    out: z.array(sitzungZeile),
  }),
  endAllSitzung: endpoint({
    method: 'DELETE',
    path: '/ich/sitzung',
    summary: 'Überall abmelden',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    status: 204,
  }),
};
