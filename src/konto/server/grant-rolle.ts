import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { kontoContract } from '../contract.ts';
import { loadKonto, refuseOwn } from './load.ts';
import { checkRolle, writeRolle } from './write-rolle.ts';

/** Gives an account a role from now or from a day on; never the own account. */
export const grantKontoRolle: Handler<typeof kontoContract.grantKontoRolle> = async (call) => {
  const { tx, params, body, actor, deps } = call;
  const konto = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, konto.kontoId);
  refuseFields(await checkRolle(tx, konto.kreisId, body, today(deps.now())));
  return { id: await writeRolle(tx, konto.kreisId, konto.kontoId, body) };
};
