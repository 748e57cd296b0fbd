import type { Handlers } from '#src/platform/server/http.ts';
import type { uebernahmeContract } from '../contract.ts';
import { dropDatei, getDatei } from './datei.ts';
import { executeUebernahme, previewUebernahme } from './execute.ts';
import { getLauf, getUebernahme, listUebernahme } from './list.ts';
import { undoRun } from './undo.ts';
import { uploadDatei } from './upload.ts';

export const uebernahmeHandlers: Handlers<typeof uebernahmeContract> = {
  uploadDatei,
  previewUebernahme,
  executeUebernahme,
  getFortschritt: async ({ actor, deps, params }) =>
    getDatei(actor, params.kreisId, params.dateiId, deps.now()).fortschritt,
  deleteDatei: async ({ actor, deps, params }) => {
    dropDatei(getDatei(actor, params.kreisId, params.dateiId, deps.now()).id);
    return undefined;
  },
  listUebernahme: ({ tx, params }) => listUebernahme(tx, params.kreisId),
  getUebernahme: ({ tx, params }) => getUebernahme(tx, params.kreisId, params.uebernahmeId),
  undoUebernahme: async ({ tx, deps, params }) => {
    await undoRun(tx, deps.schluessel, params.kreisId, params.uebernahmeId);
    return { lauf: await getLauf(tx, params.kreisId, params.uebernahmeId) };
  },
};
