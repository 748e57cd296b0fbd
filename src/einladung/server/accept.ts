import { sql } from 'kysely';
import { fieldRefusal, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { checkKennwort } from '#src/zugang/server/check-kennwort.ts';
import { hashKennwort } from '#src/zugang/server/kennwort.ts';
import { openSitzung } from '#src/zugang/server/open-sitzung.ts';
import { recordKontoEreignis } from '#src/zugang/server/record-konto-ereignis.ts';
import type { einladungContract } from '../contract.ts';
import { findEingeladen, type Eingeladen } from './find.ts';

/**
 * Sets the password of the invited account and signs in; every other session ends. No connection is held while the
 * password is hashed, so the link is used up only afterwards: of two at the same time one gets in.
 */
export const acceptEinladung: Handler<typeof einladungContract.acceptEinladung> = async (call) => {
  const { deps, body, session } = call;
  const wanted = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () => findEingeladen(tx, body.geheimnis)),
  );
  const code = await checkKennwort(body.kennwort, wanted.anmeldename, [wanted.name]);
  if (code) throw fieldRefusal('/kennwort', code);
  const pruefwert = await hashKennwort(body.kennwort);
  const wege = await deps.db.asNobody(
    (tx) =>
      tx.as('lotse_anmeldung', async () => {
        const konto = await redeem(tx, body.geheimnis);
        await storeKennwort(tx, konto, pruefwert);
        const beendet = await tx.run(sql`
        delete from sitzung where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId}`);
        await recordKontoEreignis(tx, konto, 'einladung.eingeloest', konto.kontoId, {
          art: konto.art,
          beendet,
        });
        return openSitzung(tx, konto, session, { weg: 'einladung', mitFaktor: false });
      }),
    session.adresse,
  );
  return { zweiterSchritt: wege.length > 0 };
};

async function redeem(tx: Tx, geheimnis: string): Promise<Eingeladen> {
  const konto = await findEingeladen(tx, geheimnis);
  const used = await tx.run(sql`
    update einladung set eingeloest_am = now()
    where pruefwert = ${hashToken(geheimnis)} and eingeloest_am is null and zurueckgezogen_am is null`);
  if (used === 0) throw new Refusal('einladung-ungueltig', 404);
  return konto;
}

async function storeKennwort(tx: Tx, konto: Eingeladen, pruefwert: string): Promise<void> {
  await tx.run(sql`
    insert into kennwort (kreis_id, konto_id, pruefwert) values (${konto.kreisId}, ${konto.kontoId}, ${pruefwert})
    on conflict (kreis_id, konto_id) do update set pruefwert = excluded.pruefwert, geaendert_am = now()`);
  await tx.run(sql`delete from anmeldeversuch where anmeldename = ${konto.anmeldename} and not gelungen`);
}
