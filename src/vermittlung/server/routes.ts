import type { Handlers } from '#src/platform/server/http.ts';
import type { vermittlungContract } from '../contract.ts';
import type { eingangContract } from '../eingang.ts';
import { addVermittlung } from './add.ts';
import { addVerweis } from './add-verweis.ts';
import { answerVermittlung } from './answer.ts';
import { answerEingang } from './answer-eingang.ts';
import { changeVermittlung } from './change.ts';
import { listVermittlung } from './list.ts';
import { listEingang } from './list-eingang.ts';
import { previewVermittlung } from './preview.ts';
import { sendVermittlung } from './send.ts';

export const vermittlungHandlers: Handlers<typeof vermittlungContract & typeof eingangContract> = {
  listVermittlung,
  previewVermittlung,
  addVermittlung,
  addVerweis,
  sendVermittlung,
  answerVermittlung,
  changeVermittlung,
  listEingang,
  answerEingang,
};
