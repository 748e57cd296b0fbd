import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { BegleitungAntwort } from '../contract.ts';
import { begleitungCodes, type Angaben } from './codes.ts';

/** So many answers does an account get within an hour; further checks run, but only the Koordination learns of hits. */
const ANTWORTEN_GRENZE = 20;

interface Person extends Angaben {
  readonly kreisId: string;
  readonly personId: string;
}

/**
 * The blind check against double care (Konzept 4.3), in the transaction in which a named record is made. `moeglich` says
 * that another Träger may know the person and that the Koordination was told; never who, where or how many. Over the
 * limit the answer is `nur_koordination` whether it hits or not: nobody is told something untrue, and the record itself is
 * never refused.
 */
export async function checkBegleitung(
  tx: Tx,
  deps: Pick<Deps, 'schluessel'>,
  person: Person & { readonly traegerId: string },
): Promise<BegleitungAntwort> {
  return compare(tx, deps.schluessel, person, true);
}

/** Renews the codes after a change of name or after an import; nobody is answered, so nobody can try out names. */
export async function refreshBegleitung(tx: Tx, schluessel: Schluessel, person: Person): Promise<void> {
  await compare(tx, schluessel, person, false);
}

async function compare(
  tx: Tx,
  schluessel: Schluessel,
  person: Person,
  fragt: boolean,
): Promise<BegleitungAntwort> {
  const { kreisId, personId } = person;
  const codes = begleitungCodes(schluessel.deriveFixed('begleitung'), kreisId, person);
  const rows = await tx.all(sql<{ antwort: BegleitungAntwort; neu: string | null; an: string[] | null }>`
    select antwort, neu, an from begleitung_pruefen(${kreisId}, ${personId}::uuid, ${codes}::bytea[], ${fragt},
      ${ANTWORTEN_GRENZE})`);
  for (const { neu, an } of rows) {
    if (neu === null) continue;
    await sendNachricht(tx, {
      kreisId,
      an: an ?? [],
      art: 'doppelbetreuung.gemeldet',
      gegenstand: 'doppelbetreuung',
      gegenstandId: neu,
    });
  }
  return rows[0]?.antwort ?? 'keine';
}
