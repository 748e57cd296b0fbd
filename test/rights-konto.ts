import { randomUUID } from 'node:crypto';
import type { anbieterContract } from '#src/anbieter/contract.ts';
import type { einladungContract } from '#src/einladung/contract.ts';
import type { kontoContract } from '#src/konto/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import { kreis, nachbar, type ActorName } from './support/fixture.ts';
import { callers, perKreis, unseen, type Request, type Row } from './support/rights-row.ts';

const administers: readonly RolleName[] = ['administration'];
const unknownId = '99999999-9999-4999-8999-999999999999';

/** About one account; of the own one the administration decides nothing, which tells it from everybody else. */
function perKontoOf(
  name: ActorName,
  method: Request['method'],
  path: string,
  outcome: string,
  body?: unknown,
): Row {
  return {
    relations: ['eigenerKreis', 'fremderKreis'],
    request: ({ relation, konto }) => ({
      method,
      path: `/kreis/${relation === 'eigenerKreis' ? kreis : nachbar}/konto/${konto[name]}${path}`,
      ...(body === undefined ? {} : { body }),
    }),
    expected: { eigenerKreis: { [outcome]: ['administration'] } },
    sonst: unseen,
  };
}

function perEveryone(method: Request['method'], path: string, outcome: string, body?: unknown): Row {
  return {
    relations: ['unbekannt'],
    request: () => ({ method, path, ...(body === undefined ? {} : { body }) }),
    expected: { unbekannt: { [outcome]: callers } },
    sonst: unseen,
  };
}

const own = '422 eigenes-konto';
const dienst = {
  name: 'Anmeldedienst',
  traegerId: null,
  aussteller: 'https://anmeldung.example',
  clientId: 'lotse',
};
const secret = 'A'.repeat(43);

export const kontoRows: Readonly<
  Record<keyof typeof kontoContract | keyof typeof einladungContract | keyof typeof anbieterContract, Row>
> = {
  listKonto: perKreis('GET', '/konto', { '200': administers }),
  getKonto: perKontoOf('lenkungskreis', 'GET', '', '200'),
  inviteKonto: perKreis('POST', '/konto', { '201': administers }, () => ({
    anmeldename: `neu.${randomUUID().slice(0, 12)}`,
    name: 'Neues Konto',
    rollen: [{ rolle: 'controlling' }],
  })),
  changeKonto: perKontoOf('lenkungskreis', 'PUT', '', '409 gleichzeitig-geaendert', {
    name: 'Anders',
    endetAm: null,
    fassung: 999,
  }),
  grantKontoRolle: perKontoOf('lenkungskreis', 'POST', '/rolle', '422 rolle-braucht-traeger', {
    rolle: 'casemanager',
  }),
  endKontoRolle: perKontoOf('administration', 'PUT', `/rolle/${unknownId}`, own, { bis: null }),
  confirmRolle: perKreis('POST', '/rollenpruefung', { '200': administers }, () => ({
    rolleId: [unknownId],
  })),
  lockKonto: perKontoOf('administration', 'POST', '/sperre', own),
  unlockKonto: perKontoOf('administration', 'DELETE', '/sperre', own),
  endKontoSitzung: perKontoOf('lenkungskreis', 'DELETE', '/sitzung?sitzung=000000000000', '200'),
  renewEinladung: perKontoOf('administration', 'POST', '/einladung', own),
  withdrawEinladung: perKontoOf('lenkungskreis', 'DELETE', '/einladung', '204'),
  linkAnbieter: perKontoOf('administration', 'PUT', `/anbieter/${unknownId}`, own, {
    email: 'a@b.example',
  }),
  unlinkAnbieter: perKontoOf('administration', 'DELETE', `/anbieter/${unknownId}`, own),

  checkEinladung: perEveryone('POST', '/einladung/pruefung', '404 einladung-ungueltig', {
    geheimnis: secret,
  }),
  acceptEinladung: perEveryone('POST', '/einladung', '404 einladung-ungueltig', {
    geheimnis: secret,
    kennwort: 'Leiter-Apfel-Mond-17',
  }),

  listOpenAnbieter: perEveryone('GET', '/anbieter', '200'),
  listAnbieter: perKreis('GET', '/anbieter', { '200': administers }),
  addAnbieter: perKreis('POST', '/anbieter', { '201': administers }, () => dienst),
  // A service that does not exist; who reaches those that do is the matter of wall-konto.test.ts.
  changeAnbieter: perKreis('PUT', `/anbieter/${unknownId}`, {}, () => ({ ...dienst, fassung: 1 })),
  checkAnbieter: perKreis('POST', '/anbieter/pruefung', { '422 aussteller-ungueltig': administers }, () => ({
    aussteller: 'ftp://anmeldung.example',
  })),
};
