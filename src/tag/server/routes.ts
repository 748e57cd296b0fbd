import type { Handlers } from '#src/platform/server/http.ts';
import type { tagContract } from '../contract.ts';
import { getTag } from './get.ts';

export const tagHandlers: Handlers<typeof tagContract> = { getTag };
