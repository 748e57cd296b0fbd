import type { Handlers } from '#src/platform/server/http.ts';
import type { loeschungContract } from '../contract.ts';
import { getAufbewahrung } from './get-aufbewahrung.ts';
import {
  listLoeschlauf,
  offerArchiv,
  proposeLoeschlauf,
  releaseLoeschlauf,
  withdrawLoeschlauf,
} from './lauf.ts';
import { listFaellige } from './list-faellige.ts';
import { searchLoeschnachweis } from './nachweis.ts';
import { printLoeschlauf } from './print-lauf.ts';
import { listAufbewahrungsregel, setAufbewahrungsregel } from './regel.ts';
import { holdFall, liftFallSperre, liftLoeschsperre, listLoeschsperre, setLoeschsperre } from './sperre.ts';

export const loeschungHandlers: Handlers<typeof loeschungContract> = {
  listFaellige,
  listAufbewahrungsregel,
  setAufbewahrungsregel,
  listLoeschsperre,
  setLoeschsperre,
  liftLoeschsperre,
  listLoeschlauf,
  proposeLoeschlauf,
  offerArchiv,
  withdrawLoeschlauf,
  releaseLoeschlauf,
  printLoeschlauf,
  searchLoeschnachweis,
  getAufbewahrung,
  holdFall,
  liftFallSperre,
};
