import { sql } from 'kysely';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { kennwortRefusal } from '#src/zugang/rules.ts';
import { reserveTry, settleTries } from './anmeldeversuch.ts';
import { hashKennwort, hastyWaiters, verifyKennwort } from './kennwort.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';

/** Sets a new password after asking for the old one, and ends the account's other sessions. */
export async function changeKennwort(call: Call<typeof zugangContract.changeKennwort>): Promise<undefined> {
  const { tx, actor, body, deps, session } = call;
  const konto = await tx.as('lotse_anmeldung', () =>
    tx.one(sql<{ anmeldename: string; pruefwert: string | null }>`
      select k.anmeldename, w.pruefwert
      from konto k left join kennwort w on w.kreis_id = k.kreis_id and w.konto_id = k.id
      where k.kreis_id = ${actor.kreisId} and k.id = ${actor.kontoId}`),
  );
  const code = kennwortRefusal(body.neu, konto.anmeldename);
  if (code) throw fieldRefusal('/neu', code);
  // Whoever finds an open browser must not guess here without limit.
  const versuch = { anmeldename: konto.anmeldename, adresse: session.adresse };
  await reserveTry(deps.db, versuch);
  const equal = await verifyKennwort(konto.pruefwert ?? undefined, body.bisher, hastyWaiters);
  if (!equal) throw fieldRefusal('/bisher', 'kennwort-falsch');
  const pruefwert = await hashKennwort(body.neu, hastyWaiters);
  await tx.as('lotse_anmeldung', async () => {
    await tx.run(sql`
      update kennwort set pruefwert = ${pruefwert}, geaendert_am = now()
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`);
    await settleTries(tx, versuch);
    const beendet = await tx.run(sql`
      delete from sitzung
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and pruefwert <> ${session.pruefwert}`);
    await recordKontoEreignis(tx, actor, 'zugang.kennwort-geaendert', actor.kontoId, { beendet });
  });
}
