import type { Handlers } from '#src/platform/server/http.ts';
import type { dokumentContract } from '../contract.ts';
import { addDokument } from './add.ts';
import { changeDokument } from './change.ts';
import { deleteDokument } from './delete.ts';
import { getDokument } from './get.ts';
import { listDokument } from './list.ts';

export const dokumentHandlers: Handlers<typeof dokumentContract> = {
  listDokument,
  addDokument,
  changeDokument,
  getDokument,
  deleteDokument,
};
