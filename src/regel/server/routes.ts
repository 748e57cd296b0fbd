import type { Handlers } from '#src/platform/server/http.ts';
import type { regelContract } from '../contract.ts';
import { listRegel } from './list.ts';
import { listRegelVerlauf } from './list-verlauf.ts';
import { setRegel } from './set.ts';

export const regelHandlers: Handlers<typeof regelContract> = { listRegel, listRegelVerlauf, setRegel };
