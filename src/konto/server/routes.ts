import type { Handlers } from '#src/platform/server/http.ts';
import type { kontoContract } from '../contract.ts';
import { changeKonto } from './change.ts';
import { confirmRolle } from './confirm-rolle.ts';
import { endKontoRolle } from './end-rolle.ts';
import { endKontoSitzung } from './end-sitzung.ts';
import { getKonto } from './get.ts';
import { grantKontoRolle } from './grant-rolle.ts';
import { inviteKonto, renewEinladung, withdrawEinladung } from './invite.ts';
import { linkAnbieter, unlinkAnbieter } from './link-anbieter.ts';
import { listKonto } from './list.ts';
import { lockKonto, unlockKonto } from './lock.ts';

export const kontoHandlers: Handlers<typeof kontoContract> = {
  listKonto,
  getKonto,
  inviteKonto,
  changeKonto,
  grantKontoRolle,
  endKontoRolle,
  confirmRolle,
  lockKonto,
  unlockKonto,
  endKontoSitzung,
  renewEinladung,
  withdrawEinladung,
  linkAnbieter,
  unlinkAnbieter,
};
