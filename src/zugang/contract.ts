import { z } from 'zod';
import {
  codeAntwort,
  faktorAntwort,
  faktorWeg,
  keyAntwort,
  passkeyAntwort,
  passkeyAufgabe,
  totpAntwort,
} from '#src/faktor/contract.ts';
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
  'notzugriff',
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
  /** Roles of the account count only with a second factor and none is set up: nothing but that is open. */
  faktorNoetig: z.boolean(),
});
export type Ich = z.infer<typeof ich>;

export const sitzungZeile = z.strictObject({
  id: z.string(),
  geraet: z.string(),
  /** Network address from which it was opened; empty: not known. */
  adresse: z.string(),
  angelegtAm: z.string(),
  zuletztAm: z.string(),
  diese: z.boolean(),
});

/** The account that is signed in, or on which ways the second step goes. */
const anmeldung = z.strictObject({ kontoId: z.string().nullable(), zweiterSchritt: z.array(faktorWeg) });
export type Anmeldung = z.infer<typeof anmeldung>;

const bestaetigungWeg = z.enum(['kennwort', ...faktorWeg.options]);
export type BestaetigungWeg = z.infer<typeof bestaetigungWeg>;

const kennwort = z.string().min(1).max(200);

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
      kennwort,
    }),
    out: anmeldung,
  }),
  getSchritt: endpoint({
    method: 'GET',
    path: '/sitzung/schritt',
    summary: 'Ob dieser Browser noch den zweiten Schritt der Anmeldung schuldet',
    ability: 'offen',
    reveals: 'nichts',
    refusals: [],
    out: anmeldung.pick({ zweiterSchritt: true }),
  }),
  zweiterSchritt: endpoint({
    method: 'POST',
    path: '/sitzung/schritt',
    summary: 'Anmelden, zweiter Schritt: Einmalcode, Passkey oder Wiederherstellungscode',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['schritt-abgelaufen', 'code-falsch', 'passkey-falsch', 'anmeldung-gesperrt'],
    status: 200,
    body: faktorAntwort,
    out: anmeldung,
  }),
  fragePasskey: endpoint({
    method: 'POST',
    path: '/sitzung/passkey/aufgabe',
    summary: 'Aufgabe, die der Passkey dieses Browsers lösen soll',
    ability: 'offen',
    reveals: 'nichts',
    refusals: [],
    body: z.strictObject({ zweck: z.enum(['anmelden', 'schritt', 'bestaetigen']) }),
    out: passkeyAufgabe,
  }),
  anmeldenPasskey: endpoint({
    method: 'POST',
    path: '/sitzung/passkey',
    summary: 'Anmelden mit einem Passkey, ohne Kennwort',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['anmeldung-falsch'],
    status: 200,
    body: z.strictObject({ antwort: passkeyAntwort }),
    out: anmeldung,
  }),
  getBestaetigung: endpoint({
    method: 'GET',
    path: '/sitzung/bestaetigung',
    summary: 'Wie man noch einmal zeigen kann, wer man ist',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['anmeldung-noetig'],
    out: z.strictObject({ wege: z.array(bestaetigungWeg) }),
  }),
  bestaetigen: endpoint({
    method: 'POST',
    path: '/sitzung/bestaetigung',
    summary: 'Noch einmal zeigen, wer man ist: öffnet heikle Vorgänge für zehn Minuten',
    ability: 'offen',
    reveals: 'nichts',
    refusals: [
      'anmeldung-noetig',
      'weg-ungueltig',
      'kennwort-falsch',
      'code-falsch',
      'passkey-falsch',
      'anmeldung-gesperrt',
    ],
    body: z.discriminatedUnion('art', [
      z.strictObject({ art: z.literal('kennwort'), kennwort }),
      totpAntwort,
      codeAntwort,
      keyAntwort,
    ]),
    status: 204,
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
    body: z.strictObject({ bisher: kennwort, neu: kennwort }),
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
    summary: 'Überall abmelden, oder überall sonst',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    query: z.strictObject({ behalten: z.literal('diese').optional() }),
    status: 204,
  }),
  endOwnSitzung: endpoint({
    method: 'DELETE',
    path: '/ich/sitzung/{sitzungId}',
    summary: 'Eine eigene Sitzung beenden',
    ability: 'angemeldet',
    reveals: 'nichts',
    refusals: [],
    params: z.strictObject({ sitzungId: z.string().regex(/^[0-9a-f]{12}$/) }),
    status: 204,
  }),
};
