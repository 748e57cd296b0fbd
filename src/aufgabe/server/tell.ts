import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Day } from '#src/platform/day.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Tells a colleague that a task is hers now; nobody is told what she gave herself. */
export async function tellZustaendig(
  tx: Tx,
  actor: Actor,
  fall: { readonly kreisId: string; readonly fallId: string; readonly nummer: string },
  aufgabe: { readonly zustaendigId: string | null; readonly faelligAm: Day | null },
): Promise<void> {
  const { zustaendigId, faelligAm } = aufgabe;
  if (zustaendigId === null || zustaendigId === actor.kontoId) return;
  await sendNachricht(tx, {
    kreisId: fall.kreisId,
    an: [zustaendigId],
    art: 'aufgabe.uebertragen',
    gegenstand: 'fall',
    gegenstandId: fall.fallId,
    daten: { nummer: fall.nummer, ...(faelligAm === null ? {} : { faelligAm }) },
  });
}
