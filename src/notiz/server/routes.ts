import type { Handlers } from '#src/platform/server/http.ts';
import type { notizContract } from '../contract.ts';
import { addNotiz } from './add.ts';
import { amendNotiz } from './amend.ts';
import { changeNotiz } from './change.ts';
import { deleteNotiz } from './delete.ts';
import { searchAkte } from './search.ts';

export const notizHandlers: Handlers<typeof notizContract> = {
  addNotiz,
  changeNotiz,
  deleteNotiz,
  amendNotiz,
  searchAkte,
};
