import type { Handlers } from '#src/platform/server/http.ts';
import type { weitergabeContract } from '../contract.ts';
import { giveWeitergabe } from './give.ts';
import { listWeitergabe } from './list.ts';
import { prepareWeitergabe } from './prepare.ts';
import { stopWeitergabe } from './stop.ts';

export const weitergabeHandlers: Handlers<typeof weitergabeContract> = {
  listWeitergabe,
  prepareWeitergabe,
  giveWeitergabe,
  stopWeitergabe,
};
