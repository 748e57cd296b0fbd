import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Session } from '#src/platform/server/session.ts';
import { absoluteHours } from '#src/zugang/rules.ts';
import { findSitzung } from './find-sitzung.ts';

/** Somebody proved anew who she is: the session gets a new secret, the old one is dead. Runs as lotse_anmeldung. */
export async function renewSitzung(
  tx: Tx,
  session: Session,
  { mitFaktor }: { readonly mitFaktor: boolean },
): Promise<void> {
  const sitzung = await findSitzung(tx, session.pruefwert, 'angemeldet');
  if (!sitzung) throw new Refusal('anmeldung-noetig', 401);
  await tx.run(sql`
    update sitzung set pruefwert = ${session.issue(sitzung.restSekunden)}, bestaetigt_am = now(), zuletzt_am = now(),
      stufe = greatest(stufe, ${mitFaktor ? 2 : 1})
    where pruefwert = ${session.pruefwert}`);
}

/** As renewSitzung, after a new factor was proved: the session counts as signed in with it. */
export function raiseSitzung(tx: Tx, session: Session): Promise<void> {
  return renewSitzung(tx, session, { mitFaktor: true });
}

/** The second step is done: the waiting session becomes a full one with a new secret. Runs as lotse_anmeldung. */
export async function completeSitzung(tx: Tx, session: Session): Promise<void> {
  const seconds = absoluteHours * 3600;
  await tx.run(sql`
    update sitzung set pruefwert = ${session.issue(seconds)}, stufe = 2, fehlversuche = 0, angelegt_am = now(),
      zuletzt_am = now(), bestaetigt_am = now(), endet_am = now() + make_interval(secs => ${seconds})
    where pruefwert = ${session.pruefwert} and stufe = 0`);
}
