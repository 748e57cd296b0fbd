import type { Contract } from '#src/platform/contract.ts';
import type { Abilities, Handlers } from '#src/platform/server/http.ts';
import type { rechteContract } from '../contract.ts';
import { getRechte } from './get.ts';

/** What is told is what is enforced, so both lists come from where the server is put together. */
export function rechteHandlers(contract: Contract, abilities: Abilities): Handlers<typeof rechteContract> {
  return { getRechte: getRechte(contract, abilities) };
}
