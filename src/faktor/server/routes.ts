import type { Handlers } from '#src/platform/server/http.ts';
import type { faktorContract } from '../contract.ts';
import { listFaktor } from './list.ts';
import { removeFaktor, renewCodes } from './remove.ts';
import { resetFaktor } from './reset.ts';
import { addPasskey, beginPasskey } from './set-up-passkey.ts';
import { beginTotp, confirmTotp } from './set-up-totp.ts';

export const faktorHandlers: Handlers<typeof faktorContract> = {
  listFaktor,
  beginTotp,
  confirmTotp,
  beginPasskey,
  addPasskey,
  removeFaktor,
  renewCodes,
  resetFaktor,
};
