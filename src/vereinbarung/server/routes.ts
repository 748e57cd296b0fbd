import type { Handlers } from '#src/platform/server/http.ts';
import type { vereinbarungContract } from '../contract.ts';
import { addVereinbarung } from './add.ts';
import { changeVereinbarung } from './change.ts';
import { listVereinbarung } from './list.ts';

export const vereinbarungHandlers: Handlers<typeof vereinbarungContract> = {
  listVereinbarung,
  addVereinbarung,
  changeVereinbarung,
};
