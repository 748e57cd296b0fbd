import type { Handlers } from '#src/platform/server/http.ts';
import type { standortContract } from '../contract.ts';
import { changeStandort } from './change.ts';
import { getKontaktblatt } from './kontaktblatt.ts';
import { listStandort } from './list.ts';
import { setStundenanteil } from './set-stundenanteil.ts';

export const standortHandlers: Handlers<typeof standortContract> = {
  listStandort,
  changeStandort,
  setStundenanteil,
  getKontaktblatt,
};
