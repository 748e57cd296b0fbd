import type { Handlers } from '#src/platform/server/http.ts';
import type { begleitungContract } from '../contract.ts';
import { getAbsprache } from './get.ts';
import { listDoppelbetreuung } from './list.ts';
import { resolveDoppelbetreuung } from './resolve.ts';

export const begleitungHandlers: Handlers<typeof begleitungContract> = {
  listDoppelbetreuung,
  resolveDoppelbetreuung,
  getAbsprache,
};
