import { sql } from 'kysely';
import { withdrawEinladung } from '#src/einladung/server/create-einladung.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { releaseTry, reserveTry, versuchOf } from './anmeldeversuch.ts';
import { checkKennwort } from './check-kennwort.ts';
import { hashKennwort, hastyWaiters, verifyKennwort } from './kennwort.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';

/** Sets a new password after asking for the old one, and ends the account's other sessions. */
export async function changeKennwort(call: Call<typeof zugangContract.changeKennwort>): Promise<undefined> {
  const { tx, actor, body, deps, session } = call;
  const konto = await tx.as('lotse_anmeldung', () =>
    tx.one(sql<{ anmeldename: string; name: string; kreis: string; pruefwert: string | null }>`
      select k.anmeldename, k.name, (select name from kreis where id = k.kreis_id) as kreis, w.pruefwert
      from konto k left join kennwort w on w.kreis_id = k.kreis_id and w.konto_id = k.id
      where k.kreis_id = ${actor.kreisId} and k.id = ${actor.kontoId}`),
  );
  const code = await checkKennwort(body.neu, konto.anmeldename, [konto.name, konto.kreis]);
  if (code) throw fieldRefusal('/neu', code);
  // Whoever finds an open browser must not guess here without limit.
  const tryId = await reserveTry(deps.db, versuchOf(deps, session, konto.anmeldename));
  const equal = await verifyKennwort(konto.pruefwert ?? undefined, body.bisher, hastyWaiters);
  if (!equal) throw fieldRefusal('/bisher', 'kennwort-falsch');
  const pruefwert = await hashKennwort(body.neu, hastyWaiters);
  await tx.as('lotse_anmeldung', async () => {
    await tx.run(sql`
      update kennwort set pruefwert = ${pruefwert}, geaendert_am = now()
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`);
    await releaseTry(tx, tryId);
    // A link that was given out for the forgotten password must not undo this.
    await withdrawEinladung(tx, actor.kreisId, actor.kontoId);
    const beendet = await tx.run(sql`
      delete from sitzung
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and pruefwert <> ${session.pruefwert}`);
    await recordKontoEreignis(tx, actor, 'zugang.kennwort-geaendert', actor.kontoId, { beendet });
  });
}
