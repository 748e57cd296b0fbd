import type { Handlers } from '#src/platform/server/http.ts';
import type { erstberatungContract } from '../contract.ts';
import { getErstberatung } from './get.ts';
import { listErstberatung } from './list.ts';
import { saveErstberatung } from './save.ts';

export const erstberatungHandlers: Handlers<typeof erstberatungContract> = {
  getErstberatung,
  saveErstberatung,
  listErstberatung,
};
