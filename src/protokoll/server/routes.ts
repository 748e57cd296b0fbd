import type { Handlers } from '#src/platform/server/http.ts';
import type { protokollContract } from '../contract.ts';
import { closeAuffaelligkeit, listAuffaelligkeit, searchAuffaelligkeit } from './auffaelligkeit.ts';
import { exportProtokoll } from './export.ts';
import { getProtokollStand } from './get-stand.ts';
import { listProtokoll } from './list.ts';
import { listZugriffe } from './read-zugriffe.ts';
import { checkStichprobe, listStichprobe } from './stichprobe.ts';

export const protokollHandlers: Handlers<typeof protokollContract> = {
  listProtokoll,
  exportProtokoll,
  getProtokollStand,
  listAuffaelligkeit,
  searchAuffaelligkeit,
  closeAuffaelligkeit,
  listStichprobe,
  checkStichprobe,
  listZugriffe,
};
