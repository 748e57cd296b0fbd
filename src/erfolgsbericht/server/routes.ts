import type { Handlers } from '#src/platform/server/http.ts';
import type { erfolgsberichtContract } from '../contract.ts';
import { getErfolgsbericht } from './get.ts';
import { listErfolgsbericht } from './list.ts';
import { releaseErfolgsbericht, removeErfolgsbericht, returnErfolgsbericht } from './review.ts';
import { saveErfolgsbericht, submitErfolgsbericht, withdrawErfolgsbericht } from './write.ts';

export const erfolgsberichtHandlers: Handlers<typeof erfolgsberichtContract> = {
  getErfolgsbericht,
  saveErfolgsbericht,
  submitErfolgsbericht,
  withdrawErfolgsbericht,
  listErfolgsbericht,
  releaseErfolgsbericht,
  returnErfolgsbericht,
  removeErfolgsbericht,
};
