import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Schluessel } from '#src/platform/server/schluessel.ts';

/** Colleagues who share a browser and are all known there. */
const mostAccounts = 5;

// "<number of the browser>.<signature for one account>.<signature for another>…"
function parse(ausweis: string): { geraet: string; signatures: string[] } | undefined {
  const [geraet = '', ...signatures] = ausweis.split('.');
  return /^[\w-]{22}$/.test(geraet) ? { geraet, signatures: signatures.slice(0, mostAccounts) } : undefined;
}

function sign(schluessel: Schluessel, geraet: string, anmeldename: string): string {
  return createHmac('sha256', schluessel.deriveFixed('geraeteausweis'))
    .update(`${geraet}:${anmeldename}`)
    .digest('base64url')
    .slice(0, 22);
}

/** The browser as this account knows it: a short hash; empty when the account never signed in there. */
export function readGeraet(schluessel: Schluessel, ausweis: string, anmeldename: string): string {
  const known = parse(ausweis);
  if (!known) return '';
  const expected = Buffer.from(sign(schluessel, known.geraet, anmeldename));
  const matches = known.signatures.some((given) => {
    const bytes = Buffer.from(given);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  return matches ? createHash('sha256').update(known.geraet).digest('hex').slice(0, 16) : '';
}

/** What the browser keeps after this account signed in there. */
export function extendAusweis(schluessel: Schluessel, ausweis: string, anmeldename: string): string {
  const { geraet, signatures } = parse(ausweis) ?? {
    geraet: randomBytes(16).toString('base64url'),
    signatures: [],
  };
  const own = sign(schluessel, geraet, anmeldename);
  const others = signatures.filter((each) => each !== own);
  return [geraet, own, ...others].slice(0, 1 + mostAccounts).join('.');
}
