import { createHmac, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import { codeCount, makeCode, normalizeCode, showCode } from '../rules.ts';

/** Codes are random enough for a fast keyed hash, whose key is not in the database. */
function hashCode({ schluessel }: Pick<Deps, 'schluessel'>, { kontoId }: KontoKey, code: string): string {
  return createHmac('sha256', schluessel.deriveFixed('wiederherstellungscode'))
    .update(`${kontoId}:${code}`)
    .digest('hex');
}

/** Ten new recovery codes in place of all that were; they are shown once. Runs as lotse_anmeldung. */
export async function writeCodes(tx: Tx, deps: Deps, konto: KontoKey): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, () => makeCode((below) => randomInt(below)));
  const hashes = codes.map((code) => hashCode(deps, konto, code));
  await tx.run(sql`
    delete from wiederherstellungscode where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId}`);
  await tx.run(sql`
    insert into wiederherstellungscode (kreis_id, konto_id, pruefwert)
    select ${konto.kreisId}, ${konto.kontoId}, h from unnest(${hashes}::text[]) h`);
  return codes.map(showCode);
}

/** Uses up a recovery code; how many are left, or undefined when it was none. Runs as lotse_anmeldung. */
export async function useCode(
  tx: Tx,
  deps: Deps,
  konto: KontoKey,
  text: string,
): Promise<number | undefined> {
  const code = normalizeCode(text);
  if (code === undefined) return undefined;
  const used = await tx.run(sql`
    update wiederherstellungscode set verwendet_am = now()
    where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId}
      and pruefwert = ${hashCode(deps, konto, code)} and verwendet_am is null`);
  return used === 1 ? countCodes(tx, konto) : undefined;
}

/** Recovery codes that can still be used. Runs as lotse_anmeldung. */
export async function countCodes(tx: Tx, konto: KontoKey): Promise<number> {
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    select count(*)::int as anzahl from wiederherstellungscode
    where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} and verwendet_am is null`);
  return anzahl;
}
