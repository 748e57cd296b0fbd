import type { Handlers } from '#src/platform/server/http.ts';
import type { sprechstundeContract } from '../contract.ts';
import { addSprechstunde } from './add.ts';
import { cancelSprechstunde } from './cancel.ts';
import { endSprechstunde } from './end.ts';
import { listSprechstunde } from './list.ts';
import { undoAusfall } from './undo-ausfall.ts';

export const sprechstundeHandlers: Handlers<typeof sprechstundeContract> = {
  listSprechstunde,
  addSprechstunde,
  endSprechstunde,
  cancelSprechstunde,
  undoAusfall,
};
