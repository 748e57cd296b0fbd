import type { Handlers } from '#src/platform/server/http.ts';
import type { aufgabeContract } from '../contract.ts';
import { addAufgabe } from './add.ts';
import { changeAufgabe } from './change.ts';
import { listAufgabe } from './list.ts';
import { setAufgabeStand } from './set-stand.ts';

export const aufgabeHandlers: Handlers<typeof aufgabeContract> = {
  listAufgabe,
  addAufgabe,
  changeAufgabe,
  setAufgabeStand,
};
