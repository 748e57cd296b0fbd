import { readAkte } from '#src/fall/server/read-akte.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { beratungskontaktContract } from '../contract.ts';

type List = typeof beratungskontaktContract.listBeratungskontakt;

/** The newest contacts of a case, as many as wished. */
export async function listBeratungskontakt(call: Call<List>): Promise<Answer<List>> {
  const { kontakt } = await readAkte(call, call.query.anzahl, 'beratungskontakt.list');
  return kontakt;
}
