import type { Handlers } from '#src/platform/server/http.ts';
import type { hilfeplanContract } from '../contract.ts';
import { getHilfeplan, getHilfeplanVersion } from './get.ts';
import { presentHilfeplan, signHilfeplan } from './sign.ts';
import { setSchrittStand, setZielStand } from './stand.ts';
import { addZiel, changeZiel, removeZiel } from './ziel.ts';

export const hilfeplanHandlers: Handlers<typeof hilfeplanContract> = {
  getHilfeplan,
  getHilfeplanVersion,
  addZiel,
  changeZiel,
  removeZiel,
  setZielStand,
  setSchrittStand,
  presentHilfeplan,
  signHilfeplan,
};
