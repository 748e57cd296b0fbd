import type { Handlers } from '#src/platform/server/http.ts';
import type { ersuchenContract } from '../contract.ts';
import { getErsuchen } from './get.ts';
import { getKopieDatei, printErsuchenBrief } from './get-datei.ts';
import { addSchwaerzung, compileKopie, getKopie, removeSchwaerzung } from './kopie.ts';
import { listErsuchen, listPersonErsuchen } from './list.ts';
import { prepareErsuchen } from './prepare.ts';
import { recordErsuchen } from './record.ts';
import { releaseErsuchen, returnErsuchen } from './release.ts';
import { liftEinschraenkung } from './restrict.ts';
import { checkIdentitaet, completeErsuchen, extendErsuchen } from './step.ts';

export const ersuchenHandlers: Handlers<typeof ersuchenContract> = {
  listErsuchen,
  listPersonErsuchen,
  recordErsuchen,
  getErsuchen,
  checkIdentitaet,
  extendErsuchen,
  compileKopie,
  getKopie,
  addSchwaerzung,
  removeSchwaerzung,
  prepareErsuchen,
  releaseErsuchen,
  returnErsuchen,
  completeErsuchen,
  getKopieDatei,
  printErsuchenBrief,
  liftEinschraenkung,
};
