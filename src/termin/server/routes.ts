import type { Handlers } from '#src/platform/server/http.ts';
import type { terminContract } from '../contract.ts';
import { changeTermin } from './change.ts';
import { checkTermin } from './check.ts';
import { listTermin } from './list.ts';
import { listTerminOfAnfrage, listTerminOfFall } from './list-of.ts';
import { endKalenderAbo, getKalenderAbo, renewKalenderAbo } from './kalender-abo.ts';
import { getKalenderFeed } from './kalender-feed.ts';
import { recordTermin } from './record.ts';
import { setTerminStand } from './set-stand.ts';

export const terminHandlers: Handlers<typeof terminContract> = {
  listTermin,
  listTerminOfAnfrage,
  listTerminOfFall,
  checkTermin,
  recordTermin,
  changeTermin,
  setTerminStand,
  getKalenderAbo,
  renewKalenderAbo,
  endKalenderAbo,
  getKalenderFeed,
};
