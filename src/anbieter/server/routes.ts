import type { Handlers } from '#src/platform/server/http.ts';
import type { anbieterContract } from '../contract.ts';
import { checkAnbieter } from './check.ts';
import { listAnbieter, listOpenAnbieter } from './list.ts';
import { addAnbieter, changeAnbieter } from './save.ts';

export const anbieterHandlers: Handlers<typeof anbieterContract> = {
  listOpenAnbieter,
  listAnbieter,
  addAnbieter,
  changeAnbieter,
  checkAnbieter,
};
