import type { Handlers } from '#src/platform/server/http.ts';
import type { akteurContract } from '../contract.ts';
import { addAkteur } from './add.ts';
import { changeAkteur, removeAkteur } from './change.ts';
import { getUmfeld } from './get-umfeld.ts';
import { printUmfeld } from './print.ts';
import { setFederfuehrung } from './set-federfuehrung.ts';

export const akteurHandlers: Handlers<typeof akteurContract> = {
  getUmfeld,
  printUmfeld,
  addAkteur,
  changeAkteur,
  removeAkteur,
  setFederfuehrung,
};
