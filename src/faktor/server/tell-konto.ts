import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';

/** Tells the account what happened to what proves who it is. */
export async function tellKonto(
  tx: Tx,
  { kreisId, kontoId }: KontoKey,
  art: string,
  daten: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await sendNachricht(tx, { kreisId, an: [kontoId], art, daten });
}
