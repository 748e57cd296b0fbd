import type { Handler } from '#src/platform/server/http.ts';
import type { einladungContract } from '../contract.ts';
import { findEingeladen } from './find.ts';

/** Shows the invited person that the link is hers, before she chooses a password. */
export const checkEinladung: Handler<typeof einladungContract.checkEinladung> = async ({ deps, body }) => {
  const { name, anmeldename, art } = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () => findEingeladen(tx, body.geheimnis)),
  );
  return { name, anmeldename, art };
};
