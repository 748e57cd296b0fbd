import type { Handlers } from '#src/platform/server/http.ts';
import type { dubletteContract } from '../contract.ts';
import { decideZusammenfuehrung } from './decide.ts';
import { getZusammenfuehrung } from './get.ts';
import { listDublette } from './list.ts';
import { markVerschieden } from './mark-verschieden.ts';
import { proposeZusammenfuehrung } from './propose.ts';
import { searchDublette } from './search.ts';
import { undoZusammenfuehrung } from './undo.ts';

export const dubletteHandlers: Handlers<typeof dubletteContract> = {
  searchDublette,
  listDublette,
  markVerschieden,
  proposeZusammenfuehrung,
  decideZusammenfuehrung,
  undoZusammenfuehrung,
  getZusammenfuehrung,
};
