import type { Handlers } from '#src/platform/server/http.ts';
import type { vordruckContract } from '../contract.ts';
import { changeUebersetzung } from './change-uebersetzung.ts';
import { changeVordruck } from './change.ts';
import { draftVordruck } from './draft.ts';
import { getVordruck } from './get.ts';
import { listVordruck } from './list.ts';
import { releaseUebersetzung } from './release-uebersetzung.ts';
import { releaseVordruck } from './release.ts';

export const vordruckHandlers: Handlers<typeof vordruckContract> = {
  listVordruck,
  getVordruck,
  draftVordruck,
  changeVordruck,
  releaseVordruck,
  changeUebersetzung,
  releaseUebersetzung,
};
