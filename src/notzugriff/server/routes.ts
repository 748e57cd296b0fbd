import type { Handlers } from '#src/platform/server/http.ts';
import type { notzugriffContract } from '../contract.ts';
import { assignGeschuetzt } from './assign-geschuetzt.ts';
import { endNotzugriff } from './end.ts';
import { listNotzugriff } from './list.ts';
import { startNotzugriff } from './start.ts';

export const notzugriffHandlers: Handlers<typeof notzugriffContract> = {
  listNotzugriff,
  startNotzugriff,
  endNotzugriff,
  assignGeschuetzt,
};
