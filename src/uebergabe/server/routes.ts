import type { Handlers } from '#src/platform/server/http.ts';
import type { uebergabeContract } from '../contract.ts';
import { answerUebergabe } from './answer.ts';
import { askUebergabe } from './ask.ts';
import { executeUebergabe } from './execute.ts';
import { getUebergabeAnfrage } from './get-anfrage.ts';
import { getBlatt } from './get-blatt.ts';
import { getBestand, giveBestand } from './give-bestand.ts';
import { listUebergabeAnfrage } from './list-anfrage.ts';
import { listBestand } from './list-bestand.ts';
import { listUebergabe } from './list.ts';
import { previewUebergabe } from './preview.ts';
import { saveBlatt } from './save-blatt.ts';
import { withdrawUebergabe } from './withdraw.ts';

export const uebergabeHandlers: Handlers<typeof uebergabeContract> = {
  previewUebergabe,
  executeUebergabe,
  listUebergabe,
  askUebergabe,
  listUebergabeAnfrage,
  getUebergabeAnfrage,
  answerUebergabe,
  withdrawUebergabe,
  listBestand,
  getBestand,
  giveBestand,
  getBlatt,
  saveBlatt,
};
