import type { Handlers } from '#src/platform/server/http.ts';
import type { beratungskontaktContract } from '../contract.ts';
import { correctBeratungskontakt } from './correct.ts';
import { listBeratungskontakt } from './list.ts';
import { listSonstigerKontakt } from './list-sonstiger.ts';
import { recordBeratungskontakt } from './record.ts';
import { recordSonstigerKontakt } from './record-sonstiger.ts';

export const beratungskontaktHandlers: Handlers<typeof beratungskontaktContract> = {
  listBeratungskontakt,
  recordBeratungskontakt,
  correctBeratungskontakt,
  recordSonstigerKontakt,
  listSonstigerKontakt,
};
