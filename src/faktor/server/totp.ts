import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';

// RFC 6238 with what every app understands; one step early or late for clocks that differ.
const totp = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const window = 1;

/** A new shared secret (160 bits, RFC 4226 section 4) in base32, and the address that apps read. */
export function makeSecret(anmeldename: string): { schluessel: string; uri: string } {
  const secret = new Secret({ size: 20 });
  const uri = new TOTP({ ...totp, issuer: 'Lotse', label: anmeldename, secret }).toString();
  return { schluessel: secret.base32, uri };
}

export function sealSecret({ schluessel }: Pick<Deps, 'schluessel'>, id: string, secret: string): Buffer {
  return sealText(schluessel.derive('faktor'), secret, `totp:${id}`);
}

export interface TotpRow {
  readonly id: string;
  readonly siegel: Buffer;
}

/** The time step of a code; undefined: it is none of now. */
export function stepOf(
  { schluessel, now }: Pick<Deps, 'schluessel' | 'now'>,
  row: TotpRow,
  code: string,
): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now().getTime();
  const secret = Secret.fromBase32(unsealText(schluessel.derive('faktor'), row.siegel, `totp:${row.id}`));
  const delta = TOTP.validate({ ...totp, secret, token, window, timestamp });
  return delta === null ? undefined : TOTP.counter({ period: totp.period, timestamp }) + delta;
}

/**
 * Accepts a code of one of the account's apps at most once: a step counts only when it is later than the last one, also
 * when many arrive together. Runs as lotse_anmeldung.
 */
export async function acceptTotp(tx: Tx, deps: Deps, konto: KontoKey, code: string): Promise<boolean> {
  const rows = await tx.all(sql<TotpRow>`
    select id, geheimnis_siegel as siegel from faktor_totp
    where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} and bestaetigt_am is not null order by id`);
  for (const row of rows) {
    const step = stepOf(deps, row, code);
    if (step === undefined) continue;
    const used = await tx.run(sql`
      update faktor_totp set schritt = ${step}
      where kreis_id = ${konto.kreisId} and id = ${row.id} and schritt < ${step}`);
    if (used === 1) return true;
  }
  return false;
}
