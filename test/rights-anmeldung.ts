import type { faktorContract } from '#src/faktor/contract.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { kreis } from './support/fixture.ts';
import { callers, perKonto, unseen, type Caller, type Request, type Row } from './support/rights-row.ts';

type Rows = typeof faktorContract &
  Pick<
    typeof zugangContract,
    | 'getSchritt'
    | 'zweiterSchritt'
    | 'fragePasskey'
    | 'anmeldenPasskey'
    | 'getBestaetigung'
    | 'bestaetigen'
    | 'endOwnSitzung'
  >;

const unknownId = '99999999-9999-4999-8999-999999999999';
const antwort = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};
const anlage = { ...antwort, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } };

/** Open to everybody, with one outcome for all. */
function open(method: Request['method'], path: string, outcome: string, body?: unknown): Row {
  return perKonto(method, path, outcome, body, callers satisfies readonly Caller[]);
}

/** The sign-in is about oneself; the accounts of this matrix have neither a password nor a factor. */
export const anmeldungRows: Readonly<Record<keyof Rows, Row>> = {
  getSchritt: open('GET', '/sitzung/schritt', '200'),
  zweiterSchritt: open('POST', '/sitzung/schritt', '401 schritt-abgelaufen', { art: 'totp', code: '123456' }),
  fragePasskey: open('POST', '/sitzung/passkey/aufgabe', '200', { zweck: 'anmelden' }),
  anmeldenPasskey: open('POST', '/sitzung/passkey', '401 anmeldung-falsch', { antwort }),
  getBestaetigung: perKonto('GET', '/sitzung/bestaetigung', '200'),
  bestaetigen: perKonto('POST', '/sitzung/bestaetigung', '422 weg-ungueltig', {
    art: 'kennwort',
    kennwort: 'falsch-falsch-1',
  }),
  endOwnSitzung: perKonto('DELETE', '/ich/sitzung/000000000000', unseen),
  listFaktor: perKonto('GET', '/ich/faktor', '200'),
  beginTotp: perKonto('POST', '/ich/faktor/totp', '200'),
  confirmTotp: perKonto('POST', `/ich/faktor/totp/${unknownId}/bestaetigung`, unseen, {
    name: 'Handy',
    code: '123456',
  }),
  beginPasskey: perKonto('POST', '/ich/faktor/passkey/vorlage', '200'),
  addPasskey: perKonto('POST', '/ich/faktor/passkey', '422 passkey-falsch', {
    name: 'Laptop',
    antwort: anlage,
  }),
  removeFaktor: perKonto('DELETE', `/ich/faktor/${unknownId}`, unseen),
  renewCodes: perKonto('POST', '/ich/faktor/code', '422 faktor-fehlt'),
  // Whose factors the administration resets is in the concept's own test; here nobody's are.
  resetFaktor: perKonto('DELETE', `/kreis/${kreis}/konto/${unknownId}/faktor`, unseen),
};
