import type { Handlers } from '#src/platform/server/http.ts';
import type { nachrichtContract } from '../contract.ts';
import { listNachricht } from './list.ts';
import { readNachricht } from './read.ts';

export const nachrichtHandlers: Handlers<typeof nachrichtContract> = { listNachricht, readNachricht };
