import { fewCodes } from '../rules.ts';
import type { FaktorAntwort } from '../contract.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { recordKontoEreignis, type KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import { useCode } from './codes.ts';
import { acceptPasskey } from './passkey.ts';
import { tellKonto } from './tell-konto.ts';
import { acceptTotp } from './totp.ts';

/** Whether the answer proves the account; what is accepted is used up. Runs as lotse_anmeldung. */
export async function checkAntwort(
  tx: Tx,
  deps: Deps,
  konto: KontoKey,
  antwort: FaktorAntwort,
  bindung: string,
): Promise<boolean> {
  switch (antwort.art) {
    case 'totp':
      return acceptTotp(tx, deps, konto, antwort.code);
    case 'passkey':
      return (
        (await acceptPasskey(tx, deps, antwort.antwort, { konto, bindung, strict: false })) !== undefined
      );
    case 'code': {
      const left = await useCode(tx, deps, konto, antwort.code);
      if (left === undefined) return false;
      await recordKontoEreignis(tx, konto, 'faktor.code-benutzt', konto.kontoId, { uebrig: left });
      // Whoever did not use it learns here that somebody has her paper.
      await tellKonto(tx, konto, 'faktor.code_benutzt', { uebrig: left, knapp: left <= fewCodes });
      return true;
    }
  }
}
