import type { Handlers } from '#src/platform/server/http.ts';
import type { haushaltContract } from '../contract.ts';
import { takeHaushalt } from './take.ts';
import { addHaushalt } from './add.ts';
import { changeHaushalt } from './change.ts';
import { linkFall, undoVerbindung } from './link.ts';
import { removeHaushalt } from './remove.ts';
import { startEigenerFall } from './start-eigener-fall.ts';

export const haushaltHandlers: Handlers<typeof haushaltContract> = {
  addHaushalt,
  changeHaushalt,
  removeHaushalt,
  takeHaushalt,
  startEigenerFall,
  linkFall,
  undoVerbindung,
};
