import type { Handlers } from '#src/platform/server/http.ts';
import type { vertretungContract } from '../contract.ts';
import { endAbwesenheit } from './end.ts';
import { listAbwesenheit } from './list.ts';
import { listVertretung } from './list-vertretung.ts';
import { nameVertretung } from './name-vertretung.ts';
import { recordAbwesenheit } from './record.ts';

export const vertretungHandlers: Handlers<typeof vertretungContract> = {
  listAbwesenheit,
  listVertretung,
  recordAbwesenheit,
  nameVertretung,
  endAbwesenheit,
};
