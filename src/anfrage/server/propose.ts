import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { anfrageContract } from '../contract.ts';
import { findVorschlag } from './find-vorschlag.ts';

type Propose = typeof anfrageContract.proposeTraeger;

/** Answers while the form is filled in; nothing of it is kept. */
export function proposeTraeger({ tx, params, body }: Call<Propose>): Promise<Answer<Propose>> {
  return findVorschlag(tx, params.kreisId, body);
}
