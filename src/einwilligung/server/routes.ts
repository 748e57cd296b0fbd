import type { Handlers } from '#src/platform/server/http.ts';
import type { einwilligungContract } from '../contract.ts';
import { addScan } from './add-scan.ts';
import { getBogen } from './get-bogen.ts';
import { getScan } from './get-scan.ts';
import { getEinwilligungStand } from './get-stand.ts';
import { giveEinwilligung } from './give.ts';
import { listEinwilligung } from './list.ts';
import { renewEinwilligung } from './renew.ts';
import { withdrawEinwilligung } from './withdraw.ts';

export const einwilligungHandlers: Handlers<typeof einwilligungContract> = {
  getBogen,
  getEinwilligungStand,
  giveEinwilligung,
  renewEinwilligung,
  listEinwilligung,
  withdrawEinwilligung,
  addScan,
  getScan,
};
