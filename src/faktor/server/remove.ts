import { sql } from 'kysely';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { recordKontoEreignis } from '#src/zugang/server/record-konto-ereignis.ts';
import type { faktorContract } from '../contract.ts';
import { writeCodes } from './codes.ts';
import { isPflicht } from './list.ts';
import { prepareChange } from './prepare.ts';
import { tellKonto } from './tell-konto.ts';

/** Takes an app or a passkey away; the last one stays while a role needs it. Without any the recovery codes go, too. */
export const removeFaktor: Handler<typeof faktorContract.removeFaktor> = async ({ tx, actor, params }) => {
  const pflicht = await isPflicht(tx, actor);
  await tx.as('lotse_anmeldung', async () => {
    const before = await prepareChange(tx, actor);
    const own = sql`kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`;
    const apps = await tx.run(sql`
      delete from faktor_totp where ${own} and id = ${params.faktorId} and bestaetigt_am is not null`);
    const passkeys = await tx.run(sql`delete from faktor_passkey where ${own} and id = ${params.faktorId}`);
    if (apps + passkeys === 0) throw notFound();
    if (before === 1 && pflicht) throw new Refusal('letzter-faktor');
    if (before === 1) await tx.run(sql`delete from wiederherstellungscode where ${own}`);
    const art = apps === 1 ? 'totp' : 'passkey';
    await recordKontoEreignis(tx, actor, 'faktor.entfernt', actor.kontoId, { art });
    await tellKonto(tx, actor, 'faktor.entfernt', { faktor: art });
  });
  return undefined;
};

/** New recovery codes, shown this once; those before are worth nothing any more. */
export const renewCodes: Handler<typeof faktorContract.renewCodes> = async ({ tx, actor, deps }) =>
  tx.as('lotse_anmeldung', async () => {
    if ((await prepareChange(tx, actor)) === 0) throw new Refusal('faktor-fehlt');
    const codes = await writeCodes(tx, deps, actor);
    await recordKontoEreignis(tx, actor, 'faktor.codes-erneuert', actor.kontoId);
    await tellKonto(tx, actor, 'faktor.codes_erneuert');
    return { codes };
  });
