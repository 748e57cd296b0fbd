import type { Handlers } from '#src/platform/server/http.ts';
import type { assessmentContract } from '../contract.ts';
import { discardAssessment } from './discard.ts';
import { getAssessment } from './get.ts';
import { saveAssessment } from './save.ts';
import { startAssessment } from './start.ts';

export const assessmentHandlers: Handlers<typeof assessmentContract> = {
  getAssessment,
  startAssessment,
  saveAssessment,
  discardAssessment,
};
