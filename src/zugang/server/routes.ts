import type { Abilities, Handlers } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { changeKennwort } from './change-kennwort.ts';
import { endAllSitzung } from './end-all-sitzung.ts';
import { getIch } from './get-ich.ts';
import { listSitzung } from './list-sitzung.ts';
import { setSprache } from './set-sprache.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Handlers of the sign-in; the merged abilities come as a parameter because they know every concept. */
export function zugangHandlers(abilities: Abilities): Handlers<typeof zugangContract> {
  return {
    anmelden: signIn,
    abmelden: signOut,
    getIch: (call) => getIch(call, abilities),
    setSprache,
    changeKennwort,
    listSitzung,
    endAllSitzung,
  };
}
