import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { fallContract } from '../contract.ts';
import { listFall } from './list.ts';

type Search = typeof fallContract.searchFall;

/** The list of cases narrowed by words that may be a name; they come in the body, never in an address. */
export function searchFall({ body, ...call }: Call<Search>): Promise<Answer<Search>> {
  return listFall({ ...call, query: body });
}
