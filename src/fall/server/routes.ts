import type { Handlers } from '#src/platform/server/http.ts';
import type { fallContract } from '../contract.ts';
import { admitFall } from './admit.ts';
import { deleteAnsicht, listAnsicht, saveAnsicht } from './ansicht.ts';
import { assignFall } from './assign.ts';
import { changeFall } from './change.ts';
import { getFall } from './get.ts';
import { getVerlauf } from './get-verlauf.ts';
import { listFall } from './list.ts';
import { printSkizze } from './print-skizze.ts';
import { searchFall } from './search.ts';
import { changeStatus } from './set-status.ts';

export const fallHandlers: Handlers<typeof fallContract> = {
  listFall,
  searchFall,
  getFall,
  getVerlauf,
  printSkizze,
  admitFall,
  changeFall,
  setStatus: changeStatus,
  assignFall,
  listAnsicht,
  saveAnsicht,
  deleteAnsicht,
};
