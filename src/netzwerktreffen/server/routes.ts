import type { Handlers } from '#src/platform/server/http.ts';
import type { netzwerktreffenContract } from '../contract.ts';
import { addNetzwerktreffen } from './add.ts';
import { changeNetzwerktreffen } from './change.ts';
import { listNetzwerktreffen } from './list.ts';

export const netzwerktreffenHandlers: Handlers<typeof netzwerktreffenContract> = {
  listNetzwerktreffen,
  addNetzwerktreffen,
  changeNetzwerktreffen,
};
