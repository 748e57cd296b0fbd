import type { Handlers } from '#src/platform/server/http.ts';
import type { oeffnungContract } from '../contract.ts';
import { askOeffnung } from './ask.ts';
import { closeOeffnung } from './close.ts';
import { declineOeffnung } from './decline.ts';
import { listKoordination } from './list-koordination.ts';
import { listOeffnung } from './list.ts';
import { openOeffnung } from './open.ts';
import { setSchutz } from './set-schutz.ts';

export const oeffnungHandlers: Handlers<typeof oeffnungContract> = {
  listOeffnung,
  listKoordination,
  openOeffnung,
  closeOeffnung,
  askOeffnung,
  declineOeffnung,
  setSchutz,
};
