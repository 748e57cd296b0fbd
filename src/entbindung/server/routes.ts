import type { Handlers } from '#src/platform/server/http.ts';
import type { entbindungContract } from '../contract.ts';
import { addEntbindung } from './add.ts';
import { listEntbindung } from './list.ts';
import { withdrawEntbindung } from './withdraw.ts';

export const entbindungHandlers: Handlers<typeof entbindungContract> = {
  listEntbindung,
  addEntbindung,
  withdrawEntbindung,
};
