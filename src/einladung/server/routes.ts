import type { Handlers } from '#src/platform/server/http.ts';
import type { einladungContract } from '../contract.ts';
import { acceptEinladung } from './accept.ts';
import { checkEinladung } from './check.ts';

export const einladungHandlers: Handlers<typeof einladungContract> = { checkEinladung, acceptEinladung };
