import type { Handlers } from '#src/platform/server/http.ts';
import type { austauschContract } from '../austausch-contract.ts';
import type { angebotContract } from '../contract.ts';
import { addAngebot } from './add.ts';
import {
  listAngebotDoppeleintrag,
  combineAngebot,
  setAngebotVerschieden,
} from './austausch-doppeleintrag.ts';
import { exportAngebot } from './austausch-export.ts';
import { importAngebotDatei, previewAngebotDatei } from './austausch-import.ts';
import { changeAngebot } from './change.ts';
import { confirmAngebot } from './confirm.ts';
import { endAngebot } from './end.ts';
import { getAngebotUeberblick } from './get-ueberblick.ts';
import { getAngebot } from './get.ts';
import { listAngebot } from './list.ts';

export const angebotHandlers: Handlers<typeof angebotContract> = {
  listAngebot,
  getAngebot,
  addAngebot,
  changeAngebot,
  confirmAngebot,
  endAngebot,
  getAngebotUeberblick,
};

export const austauschHandlers: Handlers<typeof austauschContract> = {
  exportAngebot,
  previewAngebotDatei,
  importAngebotDatei,
  listAngebotDoppeleintrag,
  setAngebotVerschieden,
  combineAngebot,
};
