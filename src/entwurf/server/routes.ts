import type { Handlers } from '#src/platform/server/http.ts';
import type { entwurfContract } from '../contract.ts';
import { deleteEntwurf } from './delete.ts';
import { getEntwurf } from './get.ts';
import { saveEntwurf } from './save.ts';

export const entwurfHandlers: Handlers<typeof entwurfContract> = { getEntwurf, saveEntwurf, deleteEntwurf };
