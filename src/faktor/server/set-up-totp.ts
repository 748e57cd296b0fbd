import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fieldRefusal, notFound } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { faktorContract } from '../contract.ts';
import { activate } from './activate.ts';
import { prepareChange, prepareMore, readNames } from './prepare.ts';
import { makeSecret, sealSecret, stepOf, type TotpRow } from './totp.ts';

/** Makes the secret of a new app; it counts only after its first right code. */
export const beginTotp: Handler<typeof faktorContract.beginTotp> = async ({ tx, actor, deps }) =>
  tx.as('lotse_anmeldung', async () => {
    await prepareMore(tx, actor);
    const { anmeldename } = await readNames(tx, actor);
    const id = randomUUID();
    const { schluessel, uri } = makeSecret(anmeldename);
    await tx.run(sql`
      delete from faktor_totp
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and bestaetigt_am is null`);
    await tx.run(sql`
      insert into faktor_totp (kreis_id, id, konto_id, name, geheimnis_siegel)
      values (${actor.kreisId}, ${id}, ${actor.kontoId}, 'App', ${sealSecret(deps, id, schluessel)})`);
    return { id, schluessel, uri };
  });

/** The first code shows that the app has the secret; from now on it counts, and this code is used up. */
export const confirmTotp: Handler<typeof faktorContract.confirmTotp> = async (call) => {
  const { tx, actor, deps, params, body } = call;
  return tx.as('lotse_anmeldung', async () => {
    const before = await prepareChange(tx, actor);
    const row = await tx.first(sql<TotpRow>`
      select id, geheimnis_siegel as siegel from faktor_totp
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and id = ${params.faktorId}
        and bestaetigt_am is null and angelegt_am > now() - interval '1 hour' for update`);
    if (!row) throw notFound();
    const step = stepOf(deps, row, body.code);
    if (step === undefined) throw fieldRefusal('/code', 'code-falsch');
    await tx.run(sql`
      update faktor_totp set bestaetigt_am = now(), schritt = ${step}, name = ${body.name}
      where kreis_id = ${actor.kreisId} and id = ${row.id}`);
    return activate(call, { art: 'totp', first: before === 0 });
  });
};
