import type { Handlers } from '#src/platform/server/http.ts';
import type { kreisContract } from '../contract.ts';
import { getKreis } from './get.ts';
import { getZustaendigkeit } from './get-zustaendigkeit.ts';

export const kreisHandlers: Handlers<typeof kreisContract> = { getKreis, getZustaendigkeit };
