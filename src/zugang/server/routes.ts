import type { Abilities, Handlers } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { changeKennwort } from './change-kennwort.ts';
import { askForPasskey } from './ask-passkey.ts';
import { confirmIdentity, getBestaetigung } from './confirm-identity.ts';
import { endAllSitzung, endOwnSitzung } from './end-all-sitzung.ts';
import { getIch } from './get-ich.ts';
import { listSitzung } from './list-sitzung.ts';
import { setSprache } from './set-sprache.ts';
import { getSchritt, takeSecondStep } from './second-step.ts';
import { signIn, signInWithPasskey } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Handlers of the sign-in; the merged abilities come as a parameter because they know every concept. */
export function zugangHandlers(abilities: Abilities): Handlers<typeof zugangContract> {
  return {
    anmelden: signIn,
    getSchritt,
    zweiterSchritt: takeSecondStep,
    fragePasskey: askForPasskey,
    anmeldenPasskey: signInWithPasskey,
    getBestaetigung,
    bestaetigen: confirmIdentity,
    abmelden: signOut,
    getIch: (call) => getIch(call, abilities),
    setSprache,
    changeKennwort,
    listSitzung,
    endAllSitzung,
    endOwnSitzung,
  };
}
