import type { Handlers } from '#src/platform/server/http.ts';
import type { beobachtungContract } from '../contract.ts';
import { addBeobachtung } from './add.ts';
import { changeBeobachtung, deleteBeobachtung } from './change.ts';
import { listBeobachtung } from './list.ts';

export const beobachtungHandlers: Handlers<typeof beobachtungContract> = {
  listBeobachtung,
  addBeobachtung,
  changeBeobachtung,
  deleteBeobachtung,
};
