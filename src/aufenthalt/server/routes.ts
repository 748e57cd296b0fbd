import type { Handlers } from '#src/platform/server/http.ts';
import type { aufenthaltContract } from '../contract.ts';
import { changeAufenthalt } from './change.ts';
import { getAufenthalt } from './get.ts';

export const aufenthaltHandlers: Handlers<typeof aufenthaltContract> = { getAufenthalt, changeAufenthalt };
