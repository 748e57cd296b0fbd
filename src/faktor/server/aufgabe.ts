import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';

type Signer = Pick<Deps, 'schluessel' | 'now'>;

/** A passkey may be asked for so long. */
export const aufgabeSeconds = 300;
const nonceBytes = 16;
const timeBytes = 6;

function sign({ schluessel }: Signer, body: Buffer, bindung: string): Buffer {
  return createHmac('sha256', schluessel.deriveFixed('passkey-aufgabe'))
    .update(body)
    .update(bindung)
    .digest();
}

/**
 * A challenge that carries its end and its own signature, so that asking leaves nothing behind. `bindung` says what for,
 * and for which session.
 */
export function makeAufgabe(deps: Signer, bindung: string): string {
  const end = Buffer.alloc(timeBytes);
  end.writeUIntBE(Math.floor(deps.now().getTime() / 1000) + aufgabeSeconds, 0, timeBytes);
  const body = Buffer.concat([randomBytes(nonceBytes), end]);
  return Buffer.concat([body, sign(deps, body, bindung)]).toString('base64url');
}

/** Whether we made this challenge, for this and not too long ago. */
export function isAufgabe(deps: Signer, challenge: string, bindung: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const body = bytes.subarray(0, nonceBytes + timeBytes);
  const signature = bytes.subarray(nonceBytes + timeBytes);
  const expected = sign(deps, body, bindung);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return false;
  return body.readUIntBE(nonceBytes, timeBytes) > deps.now().getTime() / 1000;
}

/** Uses up a challenge; false when somebody has answered it before. Runs as lotse_anmeldung. */
export async function useAufgabe(tx: Tx, challenge: string): Promise<boolean> {
  await tx.run(sql`delete from faktor_aufgabe where gueltig_bis < now()`);
  const pruefwert = createHash('sha256').update(challenge).digest('hex');
  const used = await tx.run(sql`
    insert into faktor_aufgabe (pruefwert, gueltig_bis)
    values (${pruefwert}, now() + make_interval(secs => ${2 * aufgabeSeconds})) on conflict do nothing`);
  return used === 1;
}
