import type { Handlers } from '#src/platform/server/http.ts';
import type { stelleContract } from '../contract.ts';
import { addStelle } from './add.ts';
import { changeStelle } from './change.ts';
import { listStelle } from './list.ts';

export const stelleHandlers: Handlers<typeof stelleContract> = { listStelle, addStelle, changeStelle };
