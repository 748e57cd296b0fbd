import type { Handlers } from '#src/platform/server/http.ts';
import type { ausgabeContract } from '../contract.ts';
import { listAusgabe } from './list.ts';

export const ausgabeHandlers: Handlers<typeof ausgabeContract> = { listAusgabe };
