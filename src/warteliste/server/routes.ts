import type { Handlers } from '#src/platform/server/http.ts';
import type { wartelisteContract } from '../contract.ts';
import { addWarteliste } from './add.ts';
import { endWarteliste } from './end.ts';
import { inviteWarteliste } from './invite.ts';
import { listWarteliste } from './list.ts';

export const wartelisteHandlers: Handlers<typeof wartelisteContract> = {
  listWarteliste,
  addWarteliste,
  inviteWarteliste,
  endWarteliste,
};
