import type { Handlers } from '#src/platform/server/http.ts';
import type { uebergabeContract } from '../contract.ts';
import { executeUebergabe } from './execute.ts';
import { listUebergabe } from './list.ts';
import { previewUebergabe } from './preview.ts';

export const uebergabeHandlers: Handlers<typeof uebergabeContract> = {
  previewUebergabe,
  executeUebergabe,
  listUebergabe,
};
